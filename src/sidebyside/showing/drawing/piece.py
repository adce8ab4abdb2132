"""A passage drawn with everything found in it, wide and narrow, and the same told as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sidebyside.record import Comparison
from sidebyside.showing.drawing.layout import Drawing, laid_out
from sidebyside.showing.drawing.lines import NARROW, WIDE, Place
from sidebyside.showing.drawing.marks import LANES, Mark, Voice, marks_in, voices_in
from sidebyside.showing.excerpts import Chip, Chips
from sidebyside.showing.markup import Html, render
from sidebyside.texts import Passage, Source, masked, shorten

MOST = 1500  # characters that are drawn: some 230 words, more than any sentence one would want to see drawn


@dataclass(frozen=True)
class Finding:
    """One thing found, as a line of the list: what, of what kind, in which words, and by which words it was told."""

    value: str
    kind: str
    words: str
    by: str


@dataclass(frozen=True)
class Drawn:
    """A passage with its drawings and its list; `left` counts the characters after those that are drawn."""

    chip: Chip
    words: str
    left: int
    drawings: tuple[Drawing, ...]
    lists: dict[str, list[Finding]]

    @property
    def count(self) -> int:
        """How many things were found."""
        return sum(map(len, self.lists.values()))


def draw(work: Comparison, *passages: str) -> Html:
    """The passages with those ids, each with its dates, figures, names, voices, certainties and themes on its words.

    Raises KeyError for an id that no source has, and names the nearest.
    """
    chips = Chips(work)
    themes = {theme.key: theme.name for theme in work.about.themes}
    drawn, tables = [], work.reading
    for source, passage in (found(work, identity) for identity in passages):
        shown = masked(source, [(passage.start, passage.end)], work.excerpts, [passage])
        words = shown[passage.start : passage.end].rstrip()
        marks = [m for m in marks_in(tables, passage, words, themes) if said_in(words, m.place)]
        voices = [v for v in voices_in(tables, passage) if said_in(words, v.place)]
        drawings = tuple(laid_out(words[:MOST], marks, voices, form) for form in (WIDE, NARROW))
        lists = {name: list(findings(lane, words, marks, voices)) for lane, name in LANES.items()}
        left = max(0, len(words) - MOST)
        drawn.append(Drawn(chips.passage(source.key, passage.id), words[:MOST], left, drawings, lists))
    return render("drawing.html.j2", "\n".join(plain(one) for one in drawn), drawn=drawn, chips=chips)


def said_in(words: str, place: Place) -> bool:
    """Whether any word of a place is shown."""
    return bool(words[slice(*place)].strip(" …"))


def found(work: Comparison, identity: str) -> tuple[Source, Passage]:
    """The passage of that id, with its source."""
    for source in work.texts:
        if passage := source.passage(identity):
            return source, passage
    ids = [passage.id for source in work.texts for passage in source.passages]
    near = get_close_matches(identity.upper(), ids) or [ids[0], ids[-1]]
    raise KeyError(f"“{identity}” is no passage of this comparison; nearest: {', '.join(near)}")


def findings(lane: str, words: str, marks: list[Mark], voices: list[Voice]) -> Iterator[Finding]:
    """What was found in one lane, in the order of the words."""
    if lane == "voices":
        for voice in voices:
            said = " … ".join(words[slice(*place)] for place in voice.said or (voice.place,))
            yield Finding(voice.who, voice.how, shorten(said), words[slice(*voice.cue)] if voice.cue else "")
    for mark in sorted(marks, key=lambda mark: mark.place):
        if mark.lane == lane:
            yield Finding(mark.value, mark.kind, shorten(words[slice(*mark.place)]), "")


def plain(drawn: Drawn) -> str:
    """A passage and its findings as lines of text."""
    told = [f"  {f.value} {f.kind} {f.words}" for found in drawn.lists.values() for f in found]
    return "\n".join([f"{drawn.chip.passage} {drawn.words}", *told])
