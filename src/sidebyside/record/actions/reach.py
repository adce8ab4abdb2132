"""What an action finds in the state under a name that came in a message: it is there, or the action is refused."""

from __future__ import annotations

from sidebyside.errors import Refused
from sidebyside.record.actions.action import State
from sidebyside.record.actions.proving import proven
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.keeping.keys import point_key
from sidebyside.record.points_file import PointEntry
from sidebyside.texts import Source, shorten


def point_of(state: State, identity: str, field: str = "point") -> Json:
    """A copy of the point, as plain data in the form in which it is kept."""
    found = state.get(point_key(identity))
    if found is None:
        raise Refused(f'"{identity}" is no point', "It may have been removed meanwhile: look again", field)
    return PointEntry.model_validate(found).plain


def source_of(at: At, key: str, field: str = "source") -> Source:
    """The source of that key."""
    for source in at.texts:
        if source.key == key:
            return source
    raise Refused(f'"{key}" is no source', f"Use one of: {', '.join(s.key for s in at.texts)}", field)


def proposal_of(at: At, identity: str) -> Json:
    """The machine's proposal of that id."""
    found = at.proposals.get(identity)
    if found is None:
        mend = "The texts, or what reads them, have changed: take the proposals anew"
        raise Refused(f'"{identity}" is no proposal', mend, "candidate")
    return found


def label(state: State, identity: str) -> str:
    """What a person calls a point: its label in quotation marks, its id where there is none."""
    return shorten((state.get(point_key(identity)) or {}).get("label", identity), 60)


def because(reason: str) -> str:
    """A reason as the end of what was done, on one line; "" for none."""
    return f": {' '.join(reason.split())}" if reason else ""


def with_point(state: State, at: At, point: Json, behind: str | None = None) -> list[Change]:
    """The change that puts a point there, proven; none where it stands there already."""
    key, after = point_key(point["id"]), proven(point, at)
    before = state.get(key)
    if before is not None and PointEntry.model_validate(before).plain == after:
        return []
    return [Change(key, before, after, behind)]


def with_value(state: State, key: str, after: Json) -> list[Change]:
    """The change that puts a value there, or takes it away (None); none where that is so already."""
    before = state.get(key)
    return [] if before == after else [Change(key, before, after)]


def signed(at: At, **fields: Json) -> Json:
    """The fields, with who says so and when."""
    return {**fields, "by": at.coder, "on": at.today}
