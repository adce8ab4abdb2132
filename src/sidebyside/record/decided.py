"""What was decided beside the points stands in the journal: a load reads it there, and writes nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from sidebyside.errors import Problem
from sidebyside.record.keeping.changes import Json, folded
from sidebyside.record.keeping.half_done import half_done
from sidebyside.record.keeping.journal import NAME as JOURNAL
from sidebyside.record.keeping.journal import Journal
from sidebyside.record.keeping.keys import identity_of, is_point
from sidebyside.record.points_file import CodingEntry, CodingFile

POINTS = "points.yml"


class Decided(NamedTuple):
    """The values by key, the ids of the points that entries changed, and what is wrong with the journal."""

    values: dict[str, Json]
    points: set[str]
    problems: list[Problem]


def decided_in(journal: Journal) -> Decided:
    """What the journal of a comparison, not read before, tells; nothing where there is none."""
    folder = journal.path.parent
    try:
        if not journal.path.resolve().is_relative_to(folder.resolve()):
            mend = "Keep the journal inside the folder of the comparison"
            return Decided({}, set(), [Problem(JOURNAL, 0, "leads out of the folder", mend)])
        journal.news()
        undone = half_done(journal, folder / POINTS)  # the next desk does the rest
    except (OSError, RuntimeError) as error:  # it is a folder, say, or a link that goes in a circle
        return Decided({}, set(), [Problem(JOURNAL, 0, f"cannot be read: {error}", "Put a file there that can be")])
    in_force = [entry for entry in journal.entries if not entry.held and entry is not undone]
    changes = [change for entry in in_force for change in entry.changes]
    values = folded({}, (change for change in changes if not is_point(change.key)))
    return Decided(values, {identity_of(change.key) for change in changes if is_point(change.key)}, journal.problems)


def with_journal(
    files: Iterable[CodingFile], decisions: Mapping[str, Json], points: Container[str]
) -> tuple[CodingFile, ...]:
    """The codings of files and journal, one of each coder; on a point that a coder has in both, the journal's stands.

    What was coded on a point that is there no more stays in the journal.
    """
    codings = {coding.coder: coding for coding in files}
    for key, value in decisions.items():
        kind, _, rest = key.partition("/")
        coder, _, point = rest.partition("/")
        if kind == "codings" and point in points:
            held = codings.get(coder, CodingFile(coder=coder, points=()))
            others = tuple(entry for entry in held.points if entry.id != point)
            codings[coder] = held.model_copy(update={"points": (*others, CodingEntry(id=point, **value))})
    return tuple(codings.values())
