"""When a point was decided: the moment that the journal has for it, or the day on which it was coded."""

from __future__ import annotations

from sidebyside.record import Comparison
from sidebyside.record.keeping.history import History
from sidebyside.record.keeping.journal import NAME, Journal
from sidebyside.record.keeping.keys import identity_of, is_point


def moments(work: Comparison) -> dict[str, str]:
    """By the id of the point, in UTC; of a day alone, its beginning. The journal is read, never written.

    What was taken back, or is held and not in force, decided nothing.
    """
    journal = Journal(work.folder / NAME)
    journal.news()
    history = History()
    for entry in journal.entries:
        history.take(entry)
    coders = {entry.by for entry in journal.entries}
    standing = {entry.id for coder in coders for entry in history.done(coder)}
    last = {
        identity_of(change.key): entry.at
        for entry in journal.entries
        if entry.id in standing
        for change in entry.changes
        if is_point(change.key)
    }
    return {point.id: last.get(point.id, f"{point.coded.on}T00:00:00Z") for point in work.coded.points}
