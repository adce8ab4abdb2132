"""What a person would change is joined with what stands there now; where both cannot stand, the two are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sidebyside.errors import Clash, ComparisonError
from sidebyside.record.keeping.changes import Change, Json
from sidebyside.record.keeping.keys import identity_of, is_point
from sidebyside.record.keeping.merging import Collision, merged
from sidebyside.record.keeping.pieces import place_behind
from sidebyside.record.keeping.store import Store
from sidebyside.texts import shorten

KEPT = "What you decided is kept, and not in force"


def joined(store: Store, coder: str, mine: Sequence[Change], mend: str) -> tuple[Change, ...]:
    """The changes as they are to be made to what stands there now, those that would make no difference left out.

    Clash, with `mend`, where others made something else of the same place, where what both made does not fit together,
    and where points.yml cannot be read just now; ComparisonError where a change is not valid whoever else changed what.
    """
    if store.broken and any(is_point(change.key) for change in mine):
        raise Clash(store.broken, f"{mend}; it will be tried again" if mend == KEPT else mend, values(mine), {})
    changes: list[Change] = []
    collisions: list[Collision] = []
    for change in mine:
        now = store.state.get(change.key)
        both = merged(change.key, change.before, change.after, now)
        collisions += both.collisions
        if both.value != now:
            changes.append(Change(change.key, now, both.value, change.behind, change.text))
    if collisions:
        raise clash(store, coder, collisions, mend)
    try:
        store.proof.of_changes(changes)
    except ComparisonError as error:
        if all(change.before == store.state.get(change.key) for change in mine):
            raise  # nobody else has a part in it
        raise Clash(str(error.problems[0]), mend, values(mine), values(changes)) from None
    return with_places(changes, store)


def clash(store: Store, coder: str, collisions: Sequence[Collision], mend: str) -> Clash:
    """Says who made what of the same places, and what this coder would make of them."""
    told = [
        f"{what(store, c)}: {who(store, coder, c.key)} made it {in_short(c.theirs)}, you {in_short(c.mine)}"
        for c in collisions
    ]
    mine, theirs = ({c.place: getattr(c, name) for c in collisions} for name in ("mine", "theirs"))
    return Clash("; ".join(told), mend, mine, theirs)


def what(store: Store, collision: Collision) -> str:
    """The place of a collision, a point by its label."""
    label = (store.state.get(collision.key) or {}).get("label", identity_of(collision.key))
    path = collision.place.removeprefix(collision.key).strip("/").replace("/", ", ")
    whole = shorten(label, 60) if is_point(collision.key) else collision.key
    return f"{path} of {whole}" if path else whole


def who(store: Store, coder: str, key: str) -> str:
    """Who changed a key last, this coder's own changes at this desk or another aside if there are any."""
    touched = [e for e in store.journal.entries if not e.held and any(c.key == key for c in e.changes)]
    others = [entry for entry in touched if entry.by != coder] or touched
    return others[-1].by if others else "someone"


def with_places(changes: Sequence[Change], store: Store) -> tuple[Change, ...]:
    """The changes, those that take a point away with the place at which, and the lines in which, it stood."""
    left, told = list(store.order), []
    for change in changes:
        identity = identity_of(change.key)
        if is_point(change.key) and change.after is None:
            place = left.index(identity)
            text = store.text.lines_of(identity)
            change = replace(change, behind=left[place - 1] if place else "", text=text)
            del left[place]
        elif is_point(change.key) and change.before is None:
            left.insert(place_behind(left, change.behind), identity)
        told.append(change)
    return tuple(told)


def values(changes: Sequence[Change]) -> dict[str, Json]:
    """What changes make, by key."""
    return {change.key: change.after for change in changes}


def in_short(value: Json) -> str:
    """A value in a few words."""
    return "nothing" if value is None else shorten(value if isinstance(value, str) else json.dumps(value), 60)
