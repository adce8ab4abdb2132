"""Another name in one slot: another person, place or body, not a longer, shorter or adjectival form of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import Pair, Side
from sidebyside.reading.names.countries import CAPITALS, ROWS


def names(pair: Pair) -> Iterator[Signal]:
    """Slots that hold names on both sides, and none of the one can be one of the other."""
    for slot in pair.slots:
        a, b = within(pair.a, slot.a0, slot.a1), within(pair.b, slot.b0, slot.b1)
        if not (a and b):
            a, b = proper(pair.a, pair.left(slot)[0]), proper(pair.b, pair.left(slot)[1])
        others = nouns(pair.a, slot.a0, slot.a1), nouns(pair.b, slot.b0, slot.b1)
        if (
            a
            and b
            and bool(others[0]) == bool(others[1])
            and not any(may_be_one(x.words, y.words) for x in a for y in b)
        ):
            yield Signal("names", "conflict", tuple(a), tuple(b), 0.8, "A names {a} where B names {b}")


def nouns(side: Side, first: int, last: int) -> list[str]:
    """The common nouns of a slot: where only one side has some, its name belongs to another thing ("Lund's mayor")."""
    return [word.lemma for _, word in side.row[first:last] if word.kind == "NOUN"]


def proper(side: Side, places: list[int]) -> list[Piece]:
    """The proper nouns at some places of the row, parts of names as well, and what is a country's: "Russian"."""
    words = {i: side.row[i][1] for i in places}
    return [
        side.piece(i, i + 1) for i, w in words.items() if w.text in OF or (w.kind == "PROPN" and w.text[0].isupper())
    ]


def within(side: Side, first: int, last: int) -> list[Piece]:
    """The names that stand wholly between two places of the row."""
    found: list[Piece] = []
    for number, statement in enumerate(side.statements):
        taken = [w for n, w in side.row[first:last] if n == number]
        if taken:
            found += [
                Piece(number, m.start, m.end, m.words)
                for m in statement.names
                if m.start >= taken[0].start and m.end <= taken[-1].end
            ]
    return found


def may_be_one(one: str, other: str) -> bool:
    """Whether two names can name one thing: a word in common, initials, an office, or a country and its people.

    >>> may_be_one("Ana Holm", "Holm"), may_be_one("UN", "United Nations"), may_be_one("Ana", "Karim")
    (True, True, False)
    >>> may_be_one("Chairman", "Chair"), may_be_one("Spokeswoman", "Spokesperson"), may_be_one("Niger", "Nigeria")
    (True, True, False)
    """
    a, b = (
        [HOLDER.sub("", word) for word in re.findall(r"\w+", name.lower().replace(".", ""))] for name in (one, other)
    )
    if set(a) & set(b):
        return True
    short, long = sorted((a, b), key=len)
    if "".join(short) == "".join(word[0] for word in long):
        return True
    return bool(countries(one) & countries(other))


HOLDER = re.compile(r"(?<=\w{4})(?:s?man|s?woman|s?person)$")  # of an office, which is one whoever holds it
OF = {
    word: {country for country, _, words in ROWS if word in words.split()}
    for _, _, all_ in ROWS
    for word in all_.split()
}
SHORT = {
    "US": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "Britain": "United Kingdom",
    "EU": "European Union",
    "UN": "United Nations",
    "USSR": "Soviet Union",
}


def countries(name: str) -> set[str]:
    """The countries that a name, a people, an adjective or a seat of government can stand for, or the name itself."""
    name = name.replace(".", "").removeprefix("the ").removeprefix("The ")
    found = {name} | OF.get(name, set()) | {CAPITALS.get(name, name)}
    return found | {SHORT[each] for each in found if each in SHORT}
