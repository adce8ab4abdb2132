"""Editing: one field of a point, by a path from the list below; no other field can be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from sidebyside.errors import Refused
from sidebyside.record.actions.action import NOTHING, Action, Few, State, Text
from sidebyside.record.actions.deciding import following, gone_over, with_verdict
from sidebyside.record.actions.positions import silenced
from sidebyside.record.actions.reach import label, point_of, source_of, with_point
from sidebyside.record.actions.two_by_two import fitted, with_pair_field
from sidebyside.record.fields import Key, Model
from sidebyside.record.keeping.changes import At, Change, Json

WORDS = "label question theme kind rank reason both_can_be_true would_settle_it to_check".split()
VERDICTS = ("verdict", "within", "coded.confidence", "coded.second_choice")
OF_POSITION = ("says", "certainty", "silent_because", "voices")
OF_PAIR = ("verdict", "reason")
OTHERS = {"positions.<KEY>.": OF_POSITION, "pairs.<KEY>-<KEY>.": OF_PAIR}


class Voice(Model):
    """Who stands behind a position, as a message has it."""

    who: Text
    how: Text


Value = Text | Annotated[tuple[Text, ...], Few] | Annotated[tuple[Voice, ...], Few] | None


class Edit(Action):
    """Sets one field of a point. None, "" or an empty list empties a field that may be empty.

    Where the verdict over all does not go with those of the pairs any more, it becomes the gravest of them.
    """

    kind: Literal["edit"] = "edit"
    point: Key
    path: Annotated[str, StringConstraints(max_length=80)]
    value: Value = None

    def did(self, state: State = NOTHING) -> str:
        return f"edited {self.path} of {label(state, self.point)}"

    def changes(self, state: State, at: At) -> list[Change]:
        point = point_of(state, self.point)
        value = self.model_dump(mode="json")["value"]
        return with_point(state, at, gone_over(self.setter()(point, at, self.path, value)))

    def setter(self) -> Callable[[Json, At, str, Json], Json]:
        """What sets the field of that path."""
        if self.path in WORDS:
            return with_field
        if self.path in VERDICTS:
            return with_decision
        head, _, rest = self.path.partition(".")
        for name, fields, sets in (
            ("positions", OF_POSITION, with_position_field),
            ("pairs", OF_PAIR, with_field_of_a_pair),
        ):
            if head == name and rest.rpartition(".")[2] in fields and rest.count(".") == 1:
                return sets
        known = [*WORDS, *VERDICTS, *(head + name for head, fields in OTHERS.items() for name in fields)]
        raise Refused(f'"{self.path}" is no field that can be edited', f"Use one of: {', '.join(known)}", "path")


def with_field(point: Json, at: At, name: str, value: Json) -> Json:
    """The point with that field; without it where the value is empty."""
    kept = {key: each for key, each in point.items() if key != name}
    return kept if value in (None, []) else kept | {name: value}


def with_decision(point: Json, at: At, path: str, value: Json) -> Json:
    """The point with one field of its verdict, signed by who edits it."""
    given: dict[str, Any] = {"verdict": point["verdict"], "within": point.get("within")}
    given |= {path.removeprefix("coded."): value if value is not None else ""}
    if given["verdict"] != "internal" and path == "verdict":
        given["within"] = None
    return with_verdict(point, at, **given)


def with_position_field(point: Json, at: At, path: str, value: Json) -> Json:
    """The point with one field of a position. One whose certainty becomes silent keeps its quotes as the nearest."""
    _, key, name = path.split(".")
    source, position = source_of(at, key, "path"), point["positions"].get(key)
    if position is None:
        raise Refused(f"{key} has no position here", "Add what it says, with its evidence", "path")
    if name == "certainty" and value in ("silent", ["silent"]):
        after = silenced(source, position, position.get("silent_because", "could"))
    else:
        after = with_field(position, at, name, value)
        if name == "certainty":
            after.pop("silent_because", None)
    return following(fitted(point | {"positions": point["positions"] | {key: after}}), at)


def with_field_of_a_pair(point: Json, at: At, path: str, value: Json) -> Json:
    """The point with one field of what it says of two sources; signed only where that changes the verdict over all.

    Two coders may say of two pairs at once: a signature would set them against each other.
    """
    _, key, name = path.split(".")
    return following(with_pair_field(point, key, name, value), at)
