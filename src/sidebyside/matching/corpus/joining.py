"""The third stage: which statements of two texts speak to one point, ranked over the whole corpus.

The work is cut into tiles that know nothing of each other; what they find is put together whatever comes first. Up to
EXACT statements every one meets every other; beyond, directions are sought in cells, and a key that stands in too many
statements is split, so that the work on keys grows with the statements, not with their square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from sidebyside.matching.candidates import near, shared
from sidebyside.matching.candidates.best import Best, Pairs, highest
from sidebyside.matching.candidates.fusion import capped, fused, turns
from sidebyside.matching.corpus import cells
from sidebyside.matching.corpus.ground import Ground, laid
from sidebyside.matching.corpus.tables import CANDIDATES
from sidebyside.matching.corpus.tiles import near_pairs, shared_pairs, tiles_of
from sidebyside.matching.pair import NEAR
from sidebyside.progress import watched

if TYPE_CHECKING:
    from sidebyside.matching.corpus.engine import Engine

EXACT = 100_000  # statements
TILE = 16_384  # statements a side: a quarter of a minute of work, and some 50 MB
RANGE = 2**18  # rows of one Best, whose keys have room for twice as many
PARTNERS = 8  # how many a signal may bring for a statement, and how many a statement keeps
JUDGED = 3  # of these are judged, the best first: of what all texts tell, the others tell the same once more
KEYS = {  # for each signal of shared keys, the trait of a statement, and that of another which answers it
    **{name: (name, name) for name in ("wording", "names", "times", "clash", "figures", "deeds")},
    "denial": ("claimed", "gainsaid"),
}
Tell = Callable[[str], None]


class Task(NamedTuple):
    """One tile of one signal; for "probed", `one` begins where the queries do."""

    folder: Path
    signal: str
    one: tuple[int, int]
    other: tuple[int, int]
    k: int


def called(task: Task) -> str:
    """What a tile is called wherever its ground lies: of the same statements it finds the same."""
    return repr(task._replace(folder=Path()))


def join(
    blocks: Sequence[Path],
    engine: Engine,
    folder: Path,
    tell: Tell | None = None,
    partners: int = PARTNERS,
    exact: float = EXACT,
) -> pd.DataFrame:
    """The pairs worth comparing, best first (columns: tables.CANDIDATES), from the blocks of a corpus.

    `folder` is scratch that all workers see. No statement is in more than `partners` pairs, none within one text.
    Raises SideBySideError where there are more statements than can be joined at all (best.LARGEST).
    """
    ground = laid(blocks, folder, exact)
    content = np.asarray(ground.content)
    ranked = {"meaning": meant(ground, engine, partners, len(ground) <= exact)}
    for name in KEYS:
        ranked[name] = common(ground, engine, name, partners)
        if name == "clash":
            clear = ground.apart(*ranked[name][:2])
            ranked[name] = tuple(column[clear] for column in ranked[name])
        if tell:
            tell(f"{name}: {len(ranked[name][0]):,} pairs")
    table = capped(fused(ranked, (content, content)), partners, within=True)
    del ranked
    a, b = table.left.to_numpy(), table.right.to_numpy()
    strengths = {"meaning": cosines(ground, a, b)}
    for name, (trait, answer) in KEYS.items():
        strengths[name] = shared.strength(ground.weights(trait), ground.weights(answer), a, b)
    together = np.flatnonzero(strengths["clash"])
    strengths["clash"][together] *= ground.apart(a[together], b[together])
    found = table.assign(rank=range(1, len(table) + 1), turn=turns(a, b).min(axis=1) + 1, **strengths)
    return found[list(CANDIDATES)]


def worth(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that earn a judgement: near enough to be judged at all, and among the best few of either statement."""
    return pairs[(pairs.turn <= JUDGED) & (pairs.meaning >= NEAR)].reset_index(drop=True)


def meant(ground: Ground, engine: Engine, k: int, exact: bool) -> Pairs:
    """The pairs that are among the `k` best of either by CSLS, of those that are among the nearest of either."""
    wide = max(near.HUB, near.WIDE * k)
    tasks = [Task(ground.folder, "meaning", one, other, wide) for one, other in tiles_of(len(ground), TILE)]
    nearest = gathered(ground, engine, tasks if exact else in_cells(ground, engine, wide), wide)
    hubs = np.concatenate([near.half_mean(best) for best in nearest])
    found = bests(ground, k)
    for a, b, scores in kept(nearest):
        held = (scores - hubs[a] - hubs[b]).astype(np.int64)
        add(found, a, b, held)
        add(found, b, a, held)
    return once(found)


def in_cells(ground: Ground, engine: Engine, wide: int) -> list[Task]:
    """The tasks that seek the nearest in cells, the cells drawn."""
    cells.draw(ground)
    stretches = [one for one, other in tiles_of(len(ground), TILE) if one == other]
    drawn = dict(engine.each(cells_in, [Task(ground.folder, "cells", one, one, 0) for one in stretches]))
    cells.sort_in(ground, np.concatenate([drawn[number] for number in range(len(stretches))]))
    return [Task(ground.folder, "probed", (at, 0), (0, 0), wide) for at in range(0, len(ground), cells.QUERIES)]


def common(ground: Ground, engine: Engine, name: str, k: int) -> Pairs:
    """The pairs that are among the `k` of either statement that share most of some keys."""
    tasks = [Task(ground.folder, name, one, other, k) for one, other in tiles_of(len(ground), TILE)]
    return once(gathered(ground, engine, tasks, k))


def cells_in(task: Task) -> np.ndarray:
    """The cells that the statements of a stretch look into."""
    return cells.cells_of(Ground(task.folder), task.one)


def pairs_in(task: Task) -> Pairs:
    """What a tile finds, in as few bytes as it has."""
    ground = Ground(task.folder)
    if task.signal == "meaning":
        found = near_pairs(ground, task.one, task.other, task.k)
    elif task.signal == "probed":
        found = cells.probed_pairs(ground, task.one[0], task.k)
    else:
        found = shared_pairs(ground, *KEYS[task.signal], task.one, task.other, task.k)
    a, b, scores = (column.astype(np.int32) for column in found)
    return a, b, scores


def gathered(ground: Ground, engine: Engine, tasks: Sequence[Task], k: int) -> list[Best]:
    """The `k` best of each statement, whichever tile is done first."""
    found = bests(ground, k)
    for _, pairs in watched(engine.each(pairs_in, tasks), f"joining by {tasks[0].signal}" if tasks else "", len(tasks)):
        add(found, *pairs)
    return found


def bests(ground: Ground, k: int) -> list[Best]:
    """A place for the best of all statements, RANGE of them in each."""
    content = np.asarray(ground.content)
    return [Best(min(RANGE, len(ground) - at), k, content) for at in range(0, len(ground), RANGE)]


def add(found: Sequence[Best], a: np.ndarray, b: np.ndarray, scores: np.ndarray) -> None:
    """Puts pairs where the first of each belongs."""
    for number, best in enumerate(found):
        here = (a >= number * RANGE) & (a < (number + 1) * RANGE) if len(found) > 1 else slice(None)
        best.add(a[here] - number * RANGE, b[here], scores[here])


def kept(found: Iterable[Best]) -> Iterator[Pairs]:
    """All pairs, some at a time."""
    for number, best in enumerate(found):
        for a, b, scores in best.some(near.PAIRS):
            yield a + number * RANGE, b, scores


def once(found: Iterable[Best]) -> Pairs:
    """The pairs, each once, the lower number first, in the order of the numbers."""
    none = np.zeros(0, dtype=np.int64)
    parts = [(none, none, none), *kept(found)]
    a, b, scores = (np.concatenate(column) for column in zip(*parts, strict=True))
    return highest(np.minimum(a, b), np.maximum(a, b), scores)


def cosines(ground: Ground, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The cosine of each pair, as exact as the steps are: some 0.0002 off."""
    found = np.zeros(len(a))
    for at in range(0, len(a), near.BLOCK * 4):
        some = slice(at, at + near.BLOCK * 4)
        left, right = (ground.vectors[rows[some]].astype(np.float32) for rows in (a, b))
        found[some] = np.einsum("nd,nd->n", left, right)  # below 2**24: exact in whatever order
    return np.round(found / near.ONE, 4)
