"""A position as plain data: how it comes to speak, to be silent, and to be one with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sidebyside.record.actions.selecting import place_of
from sidebyside.record.keeping.changes import At, Json
from sidebyside.texts import Source, shorten

NOTHING_SAID = "Nothing on it."
SHOWN = 200  # characters of a quote that stand for what a source says, until a person puts it in words


def speaks(position: Json) -> bool:
    """Whether the source speaks to the point."""
    return tuple(position.get("certainty", ())) != ("silent",)


def speaking(point: Json) -> list[str]:
    """Keys of the sources that speak to a point."""
    return [key for key, position in point["positions"].items() if speaks(position)]


def silent(because: str = "could", near: Sequence[Json] = ()) -> Json:
    """The position of a source that does not speak to the point; `near` are the words that come nearest."""
    position = {"says": NOTHING_SAID, "certainty": ["silent"], "silent_because": because}
    return position | ({"near": list(near)} if near else {})


def silenced(source: Source, position: Json, because: str) -> Json:
    """The position as one that is silent: what it rested on is now what comes nearest."""
    kept = {name: value for name, value in position.items() if name not in ("evidence", "voices")}
    near = united(source, position.get("near", ()), position.get("evidence", ()))
    return kept | {"certainty": ["silent"], "silent_because": because} | ({"near": near} if near else {})


def resting(
    source: Source, position: Json, quotes: Sequence[Json], certainty: Sequence[str] = (), says: str = ""
) -> Json:
    """The position with these quotes as evidence too. One that was silent, or not there (None), speaks from now on.

    `certainty` and `says`, where given, replace what stands there.
    """
    before = position if position and speaks(position) else {}
    kept = {name: value for name, value in (position or {}).items() if name != "silent_because"}
    evidence = united(source, before.get("evidence", ()), quotes)
    after = kept | {
        "says": says or before.get("says") or quoted(evidence),
        "certainty": list(certainty or before.get("certainty") or ("asserted",)),
        "evidence": evidence,
    }
    return with_near(after, apart(source, kept.get("near", ()), evidence))


def with_near(position: Json, near: Sequence[Json]) -> Json:
    """The position with these words as the nearest."""
    kept = {name: value for name, value in position.items() if name != "near"}
    return kept | ({"near": list(near)} if near else {})


def quoted(quotes: Iterable[Json]) -> str:
    """What a source says, in its own words, each quote shortened."""
    return " ".join(shorten(quote["quote"], SHOWN) for quote in quotes)


def united(source: Source, *lists: Sequence[Json]) -> list[Json]:
    """The quotes of all lists, in their order, none of a place that another has."""
    found: dict[tuple[int, int], Json] = {}
    for quotes in lists:
        for quote in quotes:
            found.setdefault(place_of(source, quote), quote)
    return list(found.values())


def apart(source: Source, quotes: Sequence[Json], others: Sequence[Json]) -> list[Json]:
    """The quotes that stand where none of the others does."""
    taken = {place_of(source, quote) for quote in others}
    return [quote for quote in quotes if place_of(source, quote) not in taken]


def joined(source: Source, positions: Sequence[Json]) -> Json:
    """One position out of several of the same source: those that speak win over those that are silent."""
    telling = [position for position in positions if speaks(position)]
    near = united(source, *(position.get("near", ()) for position in positions))
    if not telling:
        return with_near(positions[0], near)
    evidence = united(source, *(position.get("evidence", ()) for position in telling))
    voices = once(voice for position in telling for voice in position.get("voices", ()))
    one = {
        "says": " ".join(once(position["says"] for position in telling)),
        "certainty": once(certainty for position in telling for certainty in position["certainty"]),
        **({"voices": voices} if voices else {}),
        "evidence": evidence,
    }
    return with_near(one, apart(source, near, evidence))


def once(values: Iterable[Json]) -> list[Json]:
    """The values in their order, none twice.

    >>> once(["b", "a", "b"])
    ['b', 'a']
    """
    found: list[Json] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def complete(point: Json, at: At, because: Mapping[str, str]) -> Json:
    """The point with a position of every source, in their order: those that have none are silent.

    `because` says why, by source; a source that speaks and stands there is silenced, its quotes kept as the nearest.
    """
    positions = {}
    for source in at.texts:
        position = point["positions"].get(source.key)
        if position is None:
            position = silent(because.get(source.key, "could"))
        elif source.key in because:
            position = silenced(source, position, because[source.key])
        positions[source.key] = position
    return point | {"positions": positions}
