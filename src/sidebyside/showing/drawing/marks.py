"""What was found in a passage, as marks on its words: the rows of a reading's tables, told in a word or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sidebyside.reading.items import number
from sidebyside.showing.drawing.lines import Place
from sidebyside.showing.passage_sheets import when
from sidebyside.texts import Passage

Row = Mapping[str, Any]
PLAIN = ("asserted", 3)  # the certainty and degree of what is simply so
LANES = {
    "voices": "Who says what",
    "claims": "How surely",
    "dates": "When",
    "figures": "How many",
    "names": "Who and where",
    "themes": "On what",
}


@dataclass(frozen=True)
class Mark:
    """Words and what was found in them, the value and its kind; `sign` says how it is drawn, `cues` what decided it."""

    lane: str
    place: Place
    value: str
    kind: str = ""
    sign: str = ""
    cues: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Voice:
    """Those who say it, the words that report it and the words said; each may stand elsewhere, or nowhere."""

    place: Place
    who: str
    how: str
    speakers: tuple[Place, ...] = ()
    cue: Place | None = None
    said: tuple[Place, ...] = ()


def marks_in(tables: object, passage: Passage, words: str, themes: Mapping[str, str]) -> list[Mark]:
    """What goes beneath the words, lane by lane; `tables` is a Reading, or whatever has some of its tables.

    A table or a column that is missing leaves its marks out, and so does a row that says nothing.
    """
    found = []
    for lane, told in TOLD.items():
        for row in rows(tables, lane, passage):
            place = within(passage, (row["start"], row["end"]))
            if place is None:
                continue
            known = {"words": words[slice(*place)], "themes": themes}
            value, kind, sign = told({**row, **known})
            if value:
                found.append(Mark(lane, place, value, kind, sign, places(passage, row.get("cue_places"))))
    return found


def voices_in(tables: object, passage: Passage) -> list[Voice]:
    """What goes above the words. Rows that differ in the speaker alone are one voice."""
    together: dict[tuple[object, ...], list[Row]] = {}
    for row in sorted(rows(tables, "voices", passage), key=lambda row: row["start"]):
        report = (row["start"], row["end"], text(row, "how"), str(row.get("reporting")), str(row.get("said")))
        together.setdefault(report, []).append(row)
    voices = []
    for alike in together.values():
        one = alike[0]
        place = within(passage, (one["start"], one["end"]))
        if place is not None:
            who = ", ".join(dict.fromkeys(text(row, "who") for row in alike))
            speakers = tuple(dict.fromkeys(p for row in alike for p in places(passage, [row.get("speaker")])))
            cue = next(iter(places(passage, [one.get("reporting")])), None)
            voices.append(Voice(place, who, text(one, "how"), speakers, cue, places(passage, one.get("said"))))
    return voices


def rows(tables: object, lane: str, passage: Passage) -> list[dict[str, Any]]:
    """The rows of one table in a passage."""
    frame = getattr(tables, lane, None)
    if frame is None or "passage" not in frame:
        return []
    here = frame[frame.passage == passage.id]
    return [dict(zip(here.columns, row, strict=True)) for row in here.itertuples(index=False, name=None)]


def within(passage: Passage, place: Any) -> Place | None:
    """A place in the source as one in the passage, cut to it; None where it is no place, or stands outside."""
    if not (isinstance(place, list | tuple) and len(place) == 2 and all(part == part for part in place)):
        return None
    start, end = max(int(place[0]), passage.start), min(int(place[1]), passage.end)
    return (start - passage.start, end - passage.start) if start < end else None


def places(passage: Passage, listed: Any) -> tuple[Place, ...]:
    """Those of some places that stand in the passage; none where there is no list."""
    listed = listed if isinstance(listed, list | tuple) else ()
    return tuple(place for place in (within(passage, one) for one in listed) if place)


def text(row: Row, name: str) -> str:
    """The words in a column; "" where there are none, or there is no such column."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def certainty(row: Row) -> tuple[str, str, str]:
    """The certainty with its degree; its kind is the mood, if it is no plain statement, and the words that decided.

    What is simply so needs no number: it is what one expects of a sentence.

    >>> certainty({"certainty": "hedged", "degree": 1, "mood": "prediction", "cues": "may"})
    ('hedged +1', 'prediction: may', 'hedged')
    >>> certainty({"certainty": "asserted", "degree": 3, "mood": "assertion", "cues": ""})
    ('asserted', '', 'asserted')
    """
    value, degree, mood = text(row, "certainty"), row.get("degree"), text(row, "mood")
    kind = ": ".join(filter(None, ["" if mood == "assertion" else mood, text(row, "cues")]))
    if not value or degree is None or (value, degree) == PLAIN:
        return value, kind, value
    return f"{value} {degree:+.0f}".replace("-", "−").replace("+0", "0"), kind, value


def date(row: Row) -> tuple[str, str, str]:
    """The time meant, in words, and what it is the date of."""
    since, until = text(row, "since"), text(row, "until")
    return when(since, until) if since and until else "", text(row, "kind"), "date"


def figure(row: Row) -> tuple[str, str, str]:
    """The number with its bound and unit, and what is counted unless the unit says it.

    >>> figure({"value": 18000.0, "unit": "troops", "bound": "at-least", "of": "Afghan troops"})
    ('at least 18,000 Afghan troops', '', 'figure')
    >>> figure({"value": 2.5, "unit": "USD", "bound": "exact", "of": "trade"})
    ('2.5 USD', 'trade', 'figure')
    """
    value, unit, of = row.get("value"), text(row, "unit"), text(row, "of")
    if value is None or value != value:
        return "", "", "figure"
    bound = text(row, "bound").replace("exact", "").replace("-", " ")
    counted, kind = (of, "") if unit in of else (unit, of)
    return " ".join(filter(None, [bound, number(value), counted])), kind, "figure"


def name(row: Row) -> tuple[str, str, str]:
    """The name, unless the words are the name, and its type.

    >>> name({"name": "Zamir Kabulov", "type": "person", "words": "Kabulov’s"})
    ('Zamir Kabulov', 'person', 'name')
    >>> name({"name": "Moscow", "type": "place", "words": "Moscow"})
    ('place', '', 'name')
    """
    called, type_ = text(row, "name"), text(row, "type")
    return (type_, "", "name") if called == row["words"] and type_ else (called, type_, "name")


def theme(row: Row) -> tuple[str, str, str]:
    """The theme's name."""
    key = text(row, "theme")
    return row["themes"].get(key, key), "theme", "theme"


TOLD: dict[str, Callable[[Row], tuple[str, str, str]]] = {
    "claims": certainty,
    "dates": date,
    "figures": figure,
    "names": name,
    "themes": theme,
}
