"""Noun phrases that recur: the words a subject is spoken of in, counted over all their forms, the nested ones apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log2
from typing import TYPE_CHECKING

from sidebyside.reading.themes.forms import one_spelling
from sidebyside.reading.themes.phrases import names_something, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LEAST = 2  # passages in which a phrase has to stand
SHARED = 1 / 3  # of all passages: what stands in more is what all texts are about, and tells no themes apart
JOINTS = {"PART", "CCONJ", "DET", "PRON", "ADP", "NUM"}  # what stands after "’s" or before "and" is another phrase
Key = tuple[str, ...]  # the lemmas of a phrase
# Nouns that head a phrase on any subject: as a term they would mark every passage alike.
GENERAL = frozenset(
    """
    addition approach area aspect attempt attitude basis case century chance change choice country day decade
    decision degree detail development difference direction effect end era event example extent fact fear form
    future group hand help idea instance issue kind lack level line list lot manner matter member month name need
    note number opportunity order paper part people period place point position possibility problem process purpose
    question range reason result role sense side situation sort state statement step story term thing time today
    turn type use view way week word work world year
    """.split()
)


@dataclass
class Candidate:
    """A phrase in all its forms: `forms` as they stand, and the number of a passage for each time that it has it."""

    lemmas: Key
    forms: Counter[str] = field(default_factory=Counter)
    passages: list[int] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """The passages, each once, in reading order."""
        return sorted(set(self.passages))

    @property
    def term(self) -> str:
        """Its commonest form, in small letters where it stands so anywhere; the shorter of two as common."""
        common = Counter[str]()
        for form, count in self.forms.items():
            common[form.lower()] += count
        chosen = min(common, key=lambda form: (-common[form], len(form), form))
        return max(form for form in self.forms if form.lower() == chosen)  # small letters sort after capitals


def candidates(docs: Sequence[Doc], taken: Set[tuple[int, int]] = frozenset()) -> dict[Key, Candidate]:
    """The phrases that stand in LEAST passages or more, but not in more than SHARED of all, as they are met.

    `taken` are the places (number of the passage, code point) of terms already known: what holds one is passed over.
    """
    found: dict[Key, Candidate] = {}
    for number, doc in enumerate(docs):
        for span in nested(doc):
            if any((number, place) in taken for place in range(span.start_char, span.end_char)):
                continue
            lemmas = tuple(one_spelling(token.lemma_.lower()) for token in span)
            known = found.setdefault(lemmas, Candidate(lemmas))
            known.forms[span.text] += 1
            known.passages.append(number)
    most = max(LEAST, SHARED * len(docs))
    return {lemmas: known for lemmas, known in found.items() if LEAST <= len(known.numbers) <= most}


def nested(doc: Doc) -> Iterator[Span]:
    """Each noun phrase, and what is left of it when words are taken off its front; no persons, no general nouns.

    >>> from sidebyside.reading.parse import parsed
    >>> [span.text for doc in parsed(["He closed their naval supply ports."]) for span in nested(doc)]
    ['naval supply ports', 'supply ports', 'ports']
    """
    for phrase in noun_phrases(doc):
        for start in range(len(phrase)):
            span = phrase[start:]
            if not any(word.pos_ in JOINTS for word in span) and names_a_subject(span):
                yield span


def names_a_subject(span: Span) -> bool:
    """Whether the words can be a term: not a person, not the tail of a name, not a general noun alone."""
    first, root = span[0], span.root
    return (
        names_something(first)
        and not (first.ent_iob_ == "I" and first.nbor(-1).pos_ != "DET")  # "the" counts as part of a name
        and root.ent_type_ != "PERSON"
        and not (len(span) == 1 and root.lemma_.lower() in GENERAL)
    )


def weights(found: Mapping[Key, Candidate]) -> dict[Key, float]:
    """How much of a term each phrase is: its passages, less those that longer phrases around it take, more for length.

    The C-value of Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", International Journal on
    Digital Libraries 3 (2000), with one added to the length, so that single words have a weight as well.
    """
    around: dict[Key, list[int]] = defaultdict(list)
    for lemmas, known in found.items():
        for start in range(1, len(lemmas)):
            around[lemmas[start:]].append(len(known.numbers))
    return {
        lemmas: log2(len(lemmas) + 1)
        * (len(known.numbers) - (sum(around[lemmas]) / len(around[lemmas]) if around[lemmas] else 0))
        for lemmas, known in found.items()
    }
