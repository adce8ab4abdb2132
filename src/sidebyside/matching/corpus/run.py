"""From texts to a corpus: gathered, read, joined, judged; each stage finds what an earlier run has left."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from sidebyside.errors import SideBySideError
from sidebyside.matching.corpus import before, blocks, joining, judging, stages
from sidebyside.matching.corpus.corpus import TEXTS, Corpus
from sidebyside.matching.corpus.engine import Engine
from sidebyside.matching.corpus.ground import small_enough
from sidebyside.matching.corpus.remembering import Remembering
from sidebyside.matching.corpus.store import JOINED, JUDGED, READ, Store, fingerprint_of
from sidebyside.matching.corpus.tables import PAIRS
from sidebyside.progress import watched
from sidebyside.texts.extras import extra
from sidebyside.texts.gathering import Text
from sidebyside.wording import count

BATCH = 8_000  # words that are read at once: some seconds of work, and all that an interrupt loses of it
MANY = 1_000_000  # words: who has read so many holds a gigabyte of grammar, which no later stage needs

Tell = Callable[[str], None]


def run(texts: Iterable[Text], engine: Engine, store: Store, tell: Tell = lambda words: None) -> Corpus:
    """The corpus of these texts, the same whoever does the work and in whatever order it is done.

    What the store has from an earlier run is not made again: of a corpus that grew only the new texts are read, and
    only the new pairs judged. `tell` is given a line after each stage. Raises SideBySideError where there is no text,
    ModelError where a model lacks.
    """
    table = counted(gathered(texts, store), engine, store, tell)
    pairs = joined(table, engine, store, tell)
    return Corpus(table, judged(table, pairs, engine, store, tell), store)


def gathered(texts: Iterable[Text], store: Store) -> pd.DataFrame:
    """A row for each text, in the order of the keys (columns: TEXTS but the last two); the words go to the store."""
    rows = []
    for text in watched(texts, "gathering"):
        store.keep(text)
        told = (text.key, text.title, text.by, text.date, text.address, text.sha256, len(text.words.split()))
        rows.append(told)
    if not rows:
        raise SideBySideError("there is no text to compare: name a folder, a table or a zip of texts")
    return pd.DataFrame(sorted(rows), columns=list(TEXTS)[:-2])


def counted(texts: pd.DataFrame, engine: Engine, store: Store, tell: Tell) -> pd.DataFrame:
    """The texts with how many statements each has; those that were not are read and embedded."""
    words = dict(zip(texts.sha256, texts.words, strict=True))
    batches = list(batched(words))
    statements: dict[str, int] = {}
    made = 0
    done = engine.each(partial(stages.read_texts, store), batches)
    for number, read in watched(done, "reading", len(words), lambda each: len(batches[each[0]])):
        statements |= zip(batches[number], read.statements, strict=True)
        made += read.made
    if made and texts.words.sum() > MANY:
        engine.begin_anew()
    counts = texts.sha256.map(statements)
    if not counts.any():
        raise SideBySideError("no text has an English sentence, and nothing else is read: name other texts")
    tell(f"{count(len(texts), 'text')}, {count(int(counts.sum()), 'statement')}; {made:,} read now")
    return texts.assign(statements=counts, first=counts.cumsum() - counts)


def batched(words: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """The keys in batches of BATCH words or little more.

    >>> list(batched({"a": 5_000, "b": 5_000, "c": 10}))
    [('a', 'b'), ('c',)]
    """
    batch: list[str] = []
    size = 0
    for key, number in words.items():
        batch.append(key)
        size += number
        if size >= BATCH:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def joined(texts: pd.DataFrame, engine: Engine, store: Store, tell: Tell) -> pd.DataFrame:
    """The pairs that are worth a judgement, best first (columns: tables.CANDIDATES)."""
    key = fingerprint_of(list(texts.sha256))
    table = store.read(JOINED, key)
    if table is None:
        small_enough(int(texts.statements.sum()))
        tiles = store.path(JOINED, key).with_suffix(".tiles")  # whoever joins the same corpus shares them
        tiles.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=tiles.parent, prefix=".", suffix=".ground", ignore_cleanup_errors=True) as own:
            folder = Path(own)
            parts = list(parted(texts, folder))
            laid = dict(watched(engine.each(partial(stages.lay, store), parts), "laying out", len(parts)))
            paths = [laid[number] for number in range(len(parts))]
            pairs = joining.worth(joining.join(paths, Remembering(engine, tiles, joining.called), folder))
        table = extra("pyarrow").Table.from_pandas(pairs, preserve_index=False)
        store.write(JOINED, key, table)
        shutil.rmtree(tiles, ignore_errors=True)
    tell(f"{count(len(table), 'pair')} of statements worth a judgement")
    pairs = table.to_pandas()
    return pairs


def parted(texts: pd.DataFrame, folder: Path) -> Iterator[stages.Block]:
    """The texts in blocks of blocks.SIZE statements or little more, in their order."""
    start = size = 0
    for row, number in enumerate(texts.statements):
        size += number
        if size >= blocks.SIZE or row == len(texts) - 1:
            keys = tuple(texts.sha256[start : row + 1])
            first = int(texts["first"][start])
            yield stages.Block(folder / f"{start:08d}.npz", keys, start, first)
            start, size = row + 1, 0


def judged(texts: pd.DataFrame, pairs: pd.DataFrame, engine: Engine, store: Store, tell: Tell) -> pd.DataFrame:
    """The pairs with their verdicts, best first (columns: tables.PAIRS); those of an earlier run are taken over."""
    earlier = before.nearest(store, texts)
    common = common_in(texts, store, earlier)
    known = before.taken_over(store, texts, common, pairs, earlier)
    slices = list(sliced(texts, pairs.drop(known.index)))
    done = engine.each(partial(stages.judge, store, common), slices)
    made = sum(count for _, count in watched(done, "judging", len(slices)))
    tables = [known] if len(known) else []
    tables += [store.sure(JUDGED, each.key).to_pandas() for each in slices]
    found = pd.concat(tables) if tables else pd.DataFrame(columns=list(PAIRS))
    found = found.sort_values("rank", ignore_index=True)
    if slices:  # else all of it stands in what the earlier run has left
        before.leave(store, texts, common, found)
    unsure = int((found.verdict == "unsure").sum())
    tell(f"{count(len(found), 'pair')} judged, {unsure:,} unsure; {made:,} judged now")
    return found


def common_in(texts: pd.DataFrame, store: Store, earlier: before.Before | None) -> frozenset[str]:
    """What is common in a corpus (see judging.common_of); counted, but not for the same corpus twice."""
    if earlier and earlier.key == before.key_of(texts):
        return earlier.common
    return judging.common_of(column_of(texts, store, "content"))


def sliced(texts: pd.DataFrame, pairs: pd.DataFrame) -> Iterator[stages.Slice]:
    """The pairs in slices, each with the texts that it needs."""
    firsts = texts["first"].to_numpy()
    whole = before.key_of(texts)
    for part in judging.slices(pairs, firsts):
        numbers = pd.unique(pd.concat([part.left, part.right]))
        # Of several texts that begin at one number, all but the last have no statement.
        rows = sorted(set(firsts.searchsorted(numbers, side="right") - 1))
        needed = tuple((texts.key[row], texts.sha256[row], int(firsts[row])) for row in rows)
        yield stages.Slice(fingerprint_of([whole], part["rank"].to_list()), part, needed)


def column_of(texts: pd.DataFrame, store: Store, column: str) -> Iterator[list[str]]:
    """The cells of a column, text after text."""
    for key in texts.sha256:
        yield from store.sure(READ, key, [column]).column(column).to_pylist()
