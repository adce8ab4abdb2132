"""A term in another form: another number or tense, another spelling, with a hyphen or without; never another word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sidebyside.reading.parse import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

INFLECTED = ("NOUN", "VERB", "ADJ")
# British spellings and American ones, brought to one; only in long words, for "four" is not a spelling of "for".
SPELLINGS = [
    (r"is(e|ed|ing|er|ation)$", r"iz\1"),  # stabilise, organisation
    (r"ys(e|ed|ing)$", r"yz\1"),  # analyse
    (r"our", "or"),  # neighbour, labour
    (r"tre$", "ter"),  # centre
    (r"ence$", "ense"),  # defence, licence
    (r"ogue$", "og"),  # dialogue
    (r"mme$", "m"),  # programme
    (r"ll(ed|ing|er)$", r"l\1"),  # travelled
]
LONG = 6  # letters from which two spellings of a word are looked for
GAP = r"[-‐‑–.\s]*"  # what may stand between the parts of a name: CASA-1000, CASA 1000, CASA1000; U.S., US
RUN = re.compile(r"[^\W\d_]+|\d+")
Place = tuple[int, int, int]  # number of the passage; code points in it, the end excluded


class Lemmas:
    """The passages as lemmas of one spelling, and where each lemma stands: made once, asked for every term."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.docs = docs
        self.texts = [doc.text for doc in docs]  # which a Doc puts together anew whenever it is asked
        self.lines = [[one_spelling(token.lemma_.lower()) for token in doc] for doc in docs]
        self.places: dict[str, list[tuple[int, int]]] = {}
        for number, line in enumerate(self.lines):
            for place, lemma in enumerate(line):
                self.places.setdefault(lemma, []).append((number, place))

    def runs(self, wanted: tuple[str, ...]) -> Iterator[tuple[int, Span]]:
        """Where these lemmas stand in a row: the number of the passage, and the words."""
        for number, start in self.places.get(wanted[0], []):
            if tuple(self.lines[number][start : start + len(wanted)]) == wanted:
                yield number, self.docs[number][start : start + len(wanted)]


def forms_of(term: str, listed: Iterable[Place], lemmas: Lemmas) -> Iterator[Place]:
    """The places of a term's other forms; `listed` are those where it stands as it is.

    A term with a capital is a name: its letters stay, its hyphens, full stops and spaces may go. Any other term stands
    for all numbers and tenses of its words, as the part of speech that it is in the passages where it stands as listed
    (`arms` does not find `armed`); where it stands nowhere, as any. A term with `*` takes in its forms as it is.
    """
    if term.endswith("*"):
        return
    if any(c.isupper() for c in term):
        name = name_variants(term)
        for number, text in enumerate(lemmas.texts):
            yield from ((number, *hit.span()) for hit in name.finditer(text))
        return
    spans = [lemmas.docs[number].char_span(start, end) for number, start, end in listed]
    seen = {span[-1].pos_ for span in spans if span is not None}
    for part in sorted(seen & set(INFLECTED)) or INFLECTED:
        for number, span in lemmas.runs(lemmas_of(term, part)):
            if span[-1].pos_ == part:
                yield number, span.start_char, span.end_char


def name_variants(name: str) -> re.Pattern[str]:
    """A name with and without hyphens, full stops and spaces between its parts; an acronym's letters are its parts.

    >>> name_variants("CASA-1000").findall("CASA 1000, CASA1000, C.A.S.A.-1000, casa 1000")
    ['CASA 1000', 'CASA1000', 'C.A.S.A.-1000']
    >>> name_variants("US").findall("U.S. and US, not USA nor us")
    ['U.S.', 'US']
    """
    runs = [part for run in RUN.findall(name) for part in (run if run.isupper() else [run])]
    spelled = GAP.join(map(re.escape, runs))
    return re.compile(rf"(?<!\w){spelled}(?:(?<=\.[^\W\d_])\.)?(?!\w)")


@cache
def lemmas_of(term: str, part: str) -> tuple[str, ...]:
    """The words of a term as lemmas of one spelling, the last one taken as this part of speech, others as nouns."""
    from spacy.tokens import Doc

    words = term.split()
    doc = Doc(grammar().vocab, words=words, pos=["NOUN"] * (len(words) - 1) + [part])
    grammar().get_pipe("lemmatizer")(doc)
    return tuple(one_spelling(token.lemma_.lower()) for token in doc)


@cache
def one_spelling(word: str) -> str:
    """A British spelling as an American one.

    >>> [one_spelling(word) for word in ("stabilise", "defence", "neighbour", "four")]
    ['stabilize', 'defense', 'neighbor', 'four']
    """
    if len(word) >= LONG:
        for british, american in SPELLINGS:
            word = re.sub(british, american, word)
    return word
