"""The names of a passage: runs of capitals, cut free of titles and adjectives, each with a type as far as it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES, DEMONYMS
from sidebyside.reading.names.cues import HEAD_TYPES, KNOWN, NOUN_TYPES, TAILS
from sidebyside.reading.names.initials import stands_for
from sidebyside.reading.names.kinds import kind, peoples
from sidebyside.reading.names.mention import Mention
from sidebyside.reading.names.offices import parted
from sidebyside.reading.names.runs import Run, runs_in
from sidebyside.reading.names.setting import setting
from sidebyside.reading.names.words import CLOSED_WORDS, Word, nouns, words_in
from sidebyside.reading.parse import found_once, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

HELD_IN_PERSONS = frozenset("trust confidence faith belief believe interest hope disappoint see look".split())
CLOSING = frozenset("jr sr inc corp ltd co bros".split())  # shortened words that end a name
LONG = 4  # letters: what a heading in Title Case writes with a capital
BRACKET = re.compile(r"(?:[’']s?)?\s*[(\[]\s*(?:the\s+|or\s+|also\s+known\s+as\s+)?[“\"‘]?$")


def mentions_in(doc: Doc) -> list[Mention]:
    """The names in a passage, in reading order; none overlaps another. Places are code points of the Doc's text.

    A nationality adjective is no name, a title none either, and a line in Title Case yields what is listed as a
    country, a capital or a known body, and whoever it is "by", but no other person.
    """
    return found_once(doc, "mentions", read)


def read(doc: Doc) -> list[Mention]:
    """The same, looked for."""
    words = words_in(doc)
    found: list[Mention] = []
    for line in lines(doc, words):
        headline = in_title_case(line)
        for run in runs_in(doc, line):
            if headline and not after_by(doc, run):
                found += [mention(doc, [w], "") for w in run if listed(w.text)]
            else:
                found += names_of(doc, line, run)
    return defined(text_of(doc), found)


def lines(doc: Doc, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of each line that has any."""
    line: list[Word] = []
    for word in words:
        line.append(word)
        if "\n" in word.gap:
            yield line
            line = []
    if line:
        yield line


def in_title_case(line: Sequence[Word]) -> bool:
    """Whether a line is written as headings are: its long words with capitals, and no verb without."""
    long = [w for w in line if len(w.text) >= LONG and w.text.isalpha()]
    capitals = [w for w in long if w.text[0].isupper()]
    verbs = [w for w in line if w.text.islower() and w.token.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    ends = line[-1].gap.strip(" ”’\"'\n)").startswith(".")
    return len(long) >= 3 and len(capitals) >= 0.8 * len(long) and not verbs and not ends


def after_by(doc: Doc, run: Run) -> bool:
    """By Ana Holm: the line of an author or a photographer."""
    first = run[0].token
    return first.i > 0 and doc[first.i - 1].lower_ == "by"


def listed(text: str) -> bool:
    """Whether a name stands in one of the lists."""
    return text in COUNTRIES or text in CAPITALS or text in KNOWN or text.replace(".", "") in KNOWN


def names_of(doc: Doc, line: Sequence[Word], run: Run) -> Iterator[Mention]:
    """The names that a run holds: what stands before an office, and who holds it."""
    before, office, name = parted(run)
    title = text_of(doc)[office[0].start : office[-1].end] if office else ""
    if before:
        yield from plain(doc, line, before)
    if office and name:
        yield mention(doc, name, "person", title)
    elif name:
        yield from plain(doc, line, name)


def plain(doc: Doc, line: Sequence[Word], run: Run) -> Iterator[Mention]:
    """The name of a run without an office, if it is one."""
    run = trimmed(run)
    if not run:
        return
    if len(run) == 1 and run[0].opens and opens_only(run[0]):
        return
    if adjective(run[-1]):
        if as_noun(run[-1]):
            yield mention(doc, run, "group")
        return
    tail = tailed(line, run)
    if tail is not None:
        yield mention(doc, [*run, *line[line.index(run[-1]) + 1 : line.index(tail) + 1]], TAILS[tail.text])
        return
    yield mention(doc, run, kind(run), role_before(run))


def mention(doc: Doc, run: Run, kind_: str, title: str = "") -> Mention:
    """A run as a mention."""
    start, end = run[0].start, run[-1].end
    last = run[-1]
    if last.text.endswith(".") and len(last.text) > 2 and "." not in last.text[:-1] and last.lower not in CLOSING:
        end -= 1  # the stop of the sentence
    where = setting(run[-1]) if kind_ in ("place", "", "person", "organisation") else ""
    if kind_ == "person" and not title and len(run) == 1 and within(run[0]):
        kind_ = "place"
    return Mention(start, end, text_of(doc)[start:end], kind_, title, where)


def within(word: Word) -> bool:
    """Whether something is or happens in what the word names: in Verdun; but not: faith in Merkel."""
    token = word.token
    inside = token.dep_ == "pobj" and token.head.lower_ in ("in", "at") and not word.possessive
    return inside and token.head.head.lemma_ not in HELD_IN_PERSONS


def trimmed(run: Run) -> Run:
    """The run without adjectives before a people or a movement (the Afghan Mujahideen), and without loose ends."""
    while len(run) > 1 and run[0].text in DEMONYMS and (run[1].text in KNOWN or peoples(run[1])):
        run = run[1:]
    while run and (run[-1].text in CLOSED_WORDS or not any(c.isalnum() for c in run[-1].text)):
        run = run[:-1]
    return run


def adjective(word: Word) -> bool:
    """Whether a word is of the kind "Russian": a nationality, a faith, a party, be it adjective or noun."""
    last = re.split(r"[-‐‑–]", word.text)[-1]
    if last in DEMONYMS:
        return True
    before_noun = word.token.dep_ == "amod" and word.token.head.i > word.token.i
    return word.token.ent_type_ == "NORP" and before_noun and not listed(word.text)


def as_noun(word: Word) -> bool:
    """Whether a nationality in the singular names its people: the British left; an Afghan; the Soviet's withdrawal."""
    token = word.token
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if word.tail or before not in ("the", "a", "an", "another", "one", "every", "each"):
        return False
    if word.possessive:
        return True
    modifies = token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i
    noun_after = after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or after.text in ("-", "–"))
    joined = after is not None and after.lower_ in ("and", "or") and any(c.dep_ == "conj" for c in token.children)
    return not modifies and not noun_after and (not joined or token.head.i < token.i)


def opens_only(word: Word) -> bool:
    """Whether a single capital at the start of a sentence may be no more than that."""
    token = word.token
    if listed(word.text) or word.text in DEMONYMS or word.text.isupper():
        return False
    subject = token.tag_ == "NNP" and token.dep_ in ("nsubj", "nsubjpass", "poss")  # a common noun had an article
    return (word.lower in nouns() or word.lower in HEAD_TYPES) and token.ent_type_ == "" and not subject


def tailed(line: Sequence[Word], run: Run) -> Word | None:
    """The lower-case noun that ends a name: the TAPI gas pipeline, the Moscow format."""
    i = line.index(run[-1])
    country = len(run) == 1 and run[0].text in COUNTRIES
    if run[-1].tail or run[-1].possessive or adjective(run[-1]) or country:  # but not: the Afghanistan peace process
        return None
    for word in line[i + 1 : i + 3]:
        if line[line.index(word) - 1].gap.strip() or line[line.index(word) - 1].gap == "":
            return None
        if word.text in TAILS:
            return word
        if word.token.pos_ != "NOUN" or word.token.tag_ != "NN":
            return None
    return None


def role_before(run: Run) -> str:
    """The common noun right before a name that says what a person is: "researcher" of "the researcher Ana Holm"."""
    first = run[0].token
    noun = first.nbor(-1) if first.i else None
    return noun.text if noun is not None and NOUN_TYPES.get(noun.lower_) == "person" and noun.pos_ == "NOUN" else ""


def defined(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the name that initials in brackets stand for, or that stands in brackets after initials."""
    told = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if not BRACKET.fullmatch(text[one.end : other.start]):
            continue
        if not other.type and text[other.end : other.end + 1] in ")]":
            told[i + 1] = other = replace(other, type=one.type)
        if stands_for(other.words, one.words):
            told[i + 1] = replace(other, short_for=one.words, type=one.type or other.type)
        elif stands_for(one.words, other.words):
            told[i] = replace(one, short_for=other.words, type=other.type or one.type)
    return told
