"""The voices of a run of sentences, in order: reports, then the quotations tied to them, then who each source is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced
from typing import TYPE_CHECKING

from sidebyside.reading.voices.grammar import SUBJECTS, Run, phrase, subject
from sidebyside.reading.voices.lines import speakers
from sidebyside.reading.voices.meant import antecedent
from sidebyside.reading.voices.quotes import Quoted, quotations
from sidebyside.reading.voices.reports import RULES
from sidebyside.reading.voices.sources import (
    AUTHOR,
    NOBODY_NAMED,
    PRONOUNS,
    RELATIVE,
    SPEAKER,
    Known,
    Speaker,
    named,
    persons_in,
)
from sidebyside.reading.voices.ties import Told, in_place, tied
from sidebyside.reading.voices.voice import Place, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def voices_in(docs: Sequence[Doc]) -> list[Voice]:
    """Who says what in these sentences: one voice a cue and sentence, in reading order.

    The Docs are the sentences of a paragraph or a document, in order: pronouns, quotations and "denied this" look
    back, and a quotation that goes on into other sentences is a voice in each of them.
    """
    quotes = quotations([doc.text for doc in docs])
    told = [t for i, doc in enumerate(docs) for t in reports_in(i, doc, quotes[i])]
    told = tied(docs, [*told, *speakers(docs, quotes)], quotes)
    found = list(named_voices(docs, told, quotes, Known(persons_in(docs))))
    return sorted(found, key=lambda v: (v.doc, v.cue or v.content[0], v.depth))


def reports_in(number: int, doc: Doc, quotes: Sequence[Quoted]) -> Iterator[Told]:
    """The reports of one sentence, each cue once, without those in which a quoted speaker speaks of himself."""
    seen: set[int] = set()
    for rule in RULES:
        for report in rule(doc):
            if report.head in seen:
                continue
            seen.add(report.head)
            own = report.source is None or report.source.lower_ in (*SPEAKER, "you")
            figure = report.source is not None and report.source.is_digit  # 1 thought on
            if not figure and not (own and quoted_at(doc[report.head], quotes)):
                yield Told(number, report, in_place(doc, report))


def named_voices(
    docs: Sequence[Doc], told: Sequence[Told], quotes: Sequence[Sequence[Quoted]], known: Known
) -> Iterator[Voice]:
    """The voices, each source named; those that speak through another come after it."""
    outers = outer_of(docs, told, quotes)
    depths = {id(t): depth(t, outers) for t in told}
    by_doc: dict[int, list[Told]] = {}
    for t in sorted(told, key=lambda t: (depths[id(t)], t.report.head)):
        by_doc.setdefault(t.doc, []).append(t)
    voices: dict[int, Voice] = {}
    before: list[Voice] = []
    for i, doc in enumerate(docs):
        mentions = [t for t in doc if is_mention(t) and not quoted_at(t, quotes[i])]
        told_here = [place for t in by_doc.get(i, ()) for place in t.places]
        mentions = [m for m in mentions if not any(a <= m.idx < b for a, b in told_here)]
        for t in by_doc.get(i, ()):
            while mentions and mentions[0].i < t.report.head:
                known.note(named(mentions.pop(0), known))
            outer = voices.get(id(outers.get(id(t))))
            voice, speaker = voice_of(docs, t, known, outer, before)
            if not voice.depth and t.report.rule != "colon" and quoted_at(doc[t.report.head], quotes[i]):
                voice = replaced(voice, depth=1)
            voices[id(t)] = voice
            before.append(voice)
            yield voice
            for j, places in sorted(t.beyond.items()):
                if places:
                    yield replaced(
                        voice, doc=j, cue=None, source=None, words="", content=tuple(places), inferred=True,
                        told_in=i, tied_to=voice.cue, meant=None,
                    )  # fmt: skip
            if not voice.depth:
                known.note(speaker)
        for mention in mentions:
            known.note(named(mention, known))


def is_mention(token: Token) -> bool:
    """Whether a pronoun may mean this name: a subject, or an object of what has no name for its subject."""
    if token.pos_ != "PROPN" or (token.dep_ == "dobj" and named_subject(token.head)):
        return False
    return token.dep_ in SUBJECTS or token.dep_ == "dobj"


def named_subject(verb: Token) -> bool:
    """Whether the subject of a verb is a name or a pronoun, found at it or above it."""
    who = subject(verb)
    return who is None or who.pos_ in ("PROPN", "PRON")


def voice_of(
    docs: Sequence[Doc], t: Told, known: Known, outer: Voice | None, before: Sequence[Voice]
) -> tuple[Voice, Speaker]:
    """One report as a voice."""
    doc, report = docs[t.doc], t.report
    speaker, inferred, place = whose(doc, t, known, outer)
    meant = antecedent(docs, t, report.how, before)
    return Voice(
        doc=t.doc,
        cue=place_of(doc, report.cue),
        source=place,
        content=tuple(t.places),
        words=text_at(doc, place) if place else "",
        who=speaker.who,
        role=speaker.role,
        how=report.how,
        kind=speaker.kind,
        inferred=inferred or meant is not None,
        negated=any(c.dep_ == "neg" for c in doc[report.head].children),
        others=speaker.others,
        depth=outer.depth + 1 if outer is not None else 0,
        through=outer.who if outer is not None else "",
        meant=meant,
    ), speaker


def whose(doc: Doc, t: Told, known: Known, outer: Voice | None) -> tuple[Speaker, bool, Place | None]:
    """Who a source is, whether that had to be filled, and where its words stand."""
    source = t.report.source
    if source is None:
        return NOBODY_NAMED, False, None
    run = clipped(doc, phrase(source), source.i, [t.report.cue, *t.report.content])
    place = place_of(doc, run)
    word = source.lower_
    if word in RELATIVE and source.head.dep_ == "relcl":
        return named(source.head.head, known), False, place
    if word in PRONOUNS:
        speaker = known.last.get(PRONOUNS[word], NOBODY_NAMED)
        return speaker, bool(speaker.who), place
    if word in SPEAKER:
        if outer is None:
            return AUTHOR, False, place
        return Speaker(outer.who, outer.role, outer.kind, others=outer.others), True, place
    return named(source, known, run), False, place


def outer_of(docs: Sequence[Doc], told: Sequence[Told], quotes: Sequence[Sequence[Quoted]]) -> dict[int, Told]:
    """For each report that stands in the words of another: that other, the closest.

    A cue in quotation marks has nothing outside of them in its words.
    """
    quoted = {id(t): quoted_at(docs[t.doc][t.report.head], quotes[t.doc]) for t in told}
    beside: dict[int, list[Told]] = {}
    for t in told:
        beside.setdefault(t.doc, []).append(t)
        for j in t.beyond:
            beside.setdefault(j, []).append(t)
    found: dict[int, Told] = {}
    for t in told:
        around = [o for o in beside[t.doc] if o is not t and holds(docs, o, t) and not outweighs(docs, t, o)]
        around = [o for o in around if quoted[id(t)] or not quoted[id(o)]]
        if around:
            found[id(t)] = min(around, key=size)
    return found


def holds(docs: Sequence[Doc], outer: Told, inner: Told) -> bool:
    """Whether the cue of one report stands in the words of another."""
    cue = docs[inner.doc][inner.report.head].idx
    places = outer.places if outer.doc == inner.doc else outer.beyond.get(inner.doc, [])
    return any(start <= cue < end for start, end in places)


def outweighs(docs: Sequence[Doc], one: Told, other: Told) -> bool:
    """Of two reports that hold each other's cue, the one with more words is the outer."""
    return holds(docs, one, other) and (size(one), -one.report.head) > (size(other), -other.report.head)


def size(t: Told) -> int:
    """How many characters a report has in its own sentence."""
    return sum(end - start for start, end in t.places)


def depth(t: Told, outers: dict[int, Told]) -> int:
    """How many voices a report has come through."""
    found, at = 0, outers.get(id(t))
    while at is not None and found < 9:
        found, at = found + 1, outers.get(id(at))
    return found


def clipped(doc: Doc, run: Run, head: int, others: Sequence[Run]) -> Run:
    """A phrase cut where the cue or the reported words begin."""
    start, end = run
    for first, last in others:
        if first > head:
            end = min(end, first)
        elif last <= head:
            start = max(start, last)
    while end > head + 1 and (doc[end - 1].pos_ in ("AUX", "VERB", "ADV", "CCONJ") or doc[end - 1].text == ","):
        end -= 1
    return min(start, head), max(end, head + 1)


def quoted_at(token: Token, quotes: Sequence[Quoted]) -> bool:
    """Whether a token stands in quotation marks."""
    return any(q.start <= token.idx < q.end for q in quotes)


def text_at(doc: Doc, place: Place) -> str:
    """The words at a place."""
    found = doc.char_span(*place, alignment_mode="expand")
    return found.text if found is not None else ""


def place_of(doc: Doc, run: Run) -> Place:
    """A run of tokens in code points."""
    return doc[run[0]].idx, doc[run[1] - 1].idx + len(doc[run[1] - 1])
