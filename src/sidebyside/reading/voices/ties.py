"""Which quotation belongs to which cue: beside it, before it, after its colon, or simply going on.

A quotation that a report's words touch is that report's, through all the sentences it runs over. One that nobody has
claimed goes to a cue of saying in its own sentence, else to the sentence beside it, else to whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import verb_cue
from sidebyside.reading.voices.grammar import doer
from sidebyside.reading.voices.quotes import Quoted
from sidebyside.reading.voices.report import Report
from sidebyside.reading.voices.voice import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPEAKING = frozenset({"that", "quote"})
LEAST = 2  # words: fewer in quotation marks are a term, not a statement
# What is reported may stand elsewhere.
WORDLESS = frozenset({"bare", "noun_from", "according", "manner", "handed-over"})


@dataclass
class Told:
    """A report and where its words stand: in its own sentence and, for a quotation, in those around it."""

    doc: int
    report: Report
    places: list[Place] = field(default_factory=list)
    beyond: dict[int, list[Place]] = field(default_factory=dict)  # by number of the Doc


def in_place(doc: Doc, report: Report) -> list[Place]:
    """The content of a report in code points."""
    return [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in report.content]


def tied(docs: Sequence[Doc], told: list[Told], quotes: Sequence[Sequence[Quoted]]) -> list[Told]:
    """The reports with their quotations, and those that only a quotation brought to light."""
    told = [*told, *(late for late in loose_cues(docs, told, quotes))]
    told.sort(key=lambda t: (t.doc, t.report.head))
    owner: dict[int, Told] = {}
    parts: dict[int, list[Quoted]] = {}
    for found in quotes:
        for quoted in found:
            parts.setdefault(quoted.number, []).append(quoted)
    for t in told:
        for quoted in quotes[t.doc]:
            if outside(docs[t.doc], t.report, quoted) and any(touch(p, (quoted.start, quoted.end)) for p in t.places):
                owner.setdefault(quoted.number, t)
    for t in told:
        if not t.places:
            for number in beside(docs, t, quotes):
                owner.setdefault(number, t)
    for t in [t for t in owner.values() if t.report.rule != "dash"]:
        for quoted in quotes[t.doc]:  # “It fell,” she said, “and it was old.”
            if quoted.number not in owner and quoted.start > docs[t.doc][t.report.head].idx and quoted.set_off:
                owner[quoted.number] = t
    go_on(docs, told, quotes, owner)
    for number, t in owner.items():
        for quoted in parts[number]:
            if quoted.doc == t.doc:
                t.places = merged([*t.places, (quoted.start, quoted.end)])
            else:
                t.beyond.setdefault(quoted.doc, []).append((quoted.start, quoted.end))
    for t in told:
        if not t.places and not t.beyond and ends_on_colon(docs[t.doc]) and t.doc + 1 < len(docs):
            t.beyond[t.doc + 1] = [(0, len(docs[t.doc + 1].text))]
    return [t for t in told if t.places or t.beyond or t.report.rule in WORDLESS]


def loose_cues(docs: Sequence[Doc], told: Sequence[Told], quotes: Sequence[Sequence[Quoted]]) -> Iterator[Told]:
    """Verbs of saying for which the sentence has no reported clause: their words may stand in quotation marks."""
    known = {(t.doc, t.report.head) for t in told}
    by_doc: dict[int, list[Told]] = {}
    for t in told:
        by_doc.setdefault(t.doc, []).append(t)
    for i, doc in enumerate(docs):
        around = any(q.words >= LEAST for j in (i - 1, i, i + 1) if 0 <= j < len(docs) for q in quotes[j])
        if not around and not ends_on_colon(doc):
            continue
        for token in doc:
            cue = verb_cue(token) if token.pos_ == "VERB" else None
            if cue is None or not cue.frames & SPEAKING or (i, token.i) in known:
                continue
            if any(q.start <= token.idx < q.end for q in quotes[i]) or (who := doer(token)) is None or who.is_digit:
                continue
            if token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
                continue
            if any(a <= token.idx < b for t in by_doc.get(i, []) for a, b in t.places):
                continue
            yield Told(i, Report(cue.how, token.i, (token.i, token.i + 1), doer(token), (), "quote"))


def beside(docs: Sequence[Doc], t: Told, quotes: Sequence[Sequence[Quoted]]) -> list[int]:
    """The quotations that a cue without a reported clause takes: those of its sentence, else of the one beside it."""
    doc, cue = docs[t.doc], docs[t.doc][t.report.head]
    own = [q.number for q in quotes[t.doc] if q.words >= LEAST and q.set_off]
    if own:
        return own
    if ends_on_colon(doc) and t.doc + 1 < len(docs):
        after = [q for q in quotes[t.doc + 1] if q.start == 0]
        return [q.number for q in after]
    before = quotes[t.doc - 1][-1:] if t.doc else []
    if before and before[0].closed and before[0].end == len(docs[t.doc - 1].text) and cue.i <= 6 and cue.dep_ == "ROOT":
        return [before[0].number]
    return []


def go_on(
    docs: Sequence[Doc], told: Sequence[Told], quotes: Sequence[Sequence[Quoted]], owner: dict[int, Told]
) -> None:
    """Gives a sentence that is all quotation and names nobody to whoever was quoted in the sentence before."""
    last: Told | None = None
    for i, found in enumerate(quotes):
        for quoted in found:
            if quoted.number in owner:
                last = owner[quoted.number]
            elif last is not None and i - 1 <= reach_of(last) and quoted.start == 0 and fills(docs[i], quoted):
                owner[quoted.number] = last
                last.beyond.setdefault(i, [])
        if last is not None and i > reach_of(last):
            last = None


def reach_of(t: Told) -> int:
    """The last sentence in which a voice is heard."""
    return max([t.doc, *t.beyond])


def fills(doc: Doc, quoted: Quoted) -> bool:
    """Whether a sentence is hardly more than a quotation."""
    return quoted.end - quoted.start >= len(doc.text.strip()) - 2


def outside(doc: Doc, report: Report, quoted: Quoted) -> bool:
    """Whether the cue stands outside the quotation."""
    return not quoted.start <= doc[report.head].idx < quoted.end


def ends_on_colon(doc: Doc) -> bool:
    """Whether a sentence hands over to the next."""
    return doc.text.rstrip().endswith(":")


def touch(one: Place, other: Place) -> bool:
    """Whether two places overlap."""
    return one[0] < other[1] and other[0] < one[1]


def merged(places: list[Place]) -> list[Place]:
    """The places in order, those that touch made one.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
