"""points.yml may be edited by other means: what became of its points is told as an entry of nobody's in the journal."""

from __future__ import annotations

from sidebyside.record.keeping.changes import Change, Json
from sidebyside.record.keeping.entry import OUTSIDE, Entry, new_entry
from sidebyside.record.keeping.keys import point_key
from sidebyside.record.keeping.points_text import NAME, PointsText


def outside(told: dict[str, Json], untold: int, text: PointsText, made: str) -> Entry:
    """The entry for a text that is not the one that was made (its fingerprint).

    `told` are the points as they were. Where the edit was made while no desk was open, this is known only of those that
    an entry told of; of the others, `untold` in number, the entry says that it is not.
    """
    changes = difference(told, text.points)
    names = ", ".join((change.after or change.before)["label"] for change in changes)
    unknown = f"which of the {untold} points that the journal does not tell of changed is not known" if untold else ""
    did = f"edited {NAME}: {'; '.join(filter(None, [names, unknown])) or 'nothing that a point says'}"
    return new_entry(OUTSIDE, did, changes, found=made, made=text.sha256)


def difference(before: dict[str, Json], after: dict[str, Json]) -> tuple[Change, ...]:
    """The changes that make of some points others: those that went, then those that changed or came, in their order."""
    left = list(before)
    changes = []
    for identity in [identity for identity in before if identity not in after]:
        n = left.index(identity)
        changes.append(Change(point_key(identity), before[identity], None, left[n - 1] if n else ""))
        del left[n]
    behind = ""
    for identity, point in after.items():
        if before.get(identity) != point:
            place = None if identity in before else behind
            changes.append(Change(point_key(identity), before.get(identity), point, place))
        behind = identity
    return tuple(changes)
