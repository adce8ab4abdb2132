"""The words of a passage as a reader of names sees them: cut at hyphens and possessive endings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES, DEMONYMS
from sidebyside.reading.names.cues import KNOWN, NO_NAMES, PARTICLES, TITLES
from sidebyside.reading.parse import grammar

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:-\w+)*|[^\W_]+(?:(?:['’.&]|[-‐‑–])[^\W_]+)*")
POSSESSIVE = re.compile(r"['’][sS]$")
HYPHEN = re.compile(r"[-‐‑–]")
# Words with which a stop is part of the word, beside titles and single letters.
SHORTENED = TITLES | frozenset("st jr sr inc corp ltd co bros no mt ft vs dept univ messrs".split())
NAMED = frozenset("PERSON ORG GPE LOC FAC NORP EVENT LAW WORK_OF_ART PRODUCT".split())
COUNTED = frozenset("DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split())
CLOSED = frozenset("PRON DET ADP CCONJ SCONJ AUX PART INTJ".split())
LOWER_STARTS = ("al-", "el-", "as-", "ash-", "an-", "ul-", "ad-")


@dataclass(frozen=True)
class Word:
    """A word at `start` to `end` (possessive ending outside), the `gap` up to the next, and what it was part of.

    `tail` is what a hyphen ties to it in lower case ("led" of "Moscow-led"); `opens` says that a sentence begins here.
    """

    start: int
    end: int
    text: str
    gap: str
    token: Token
    possessive: bool = False
    tail: str = ""
    opens: bool = False

    @property
    def lower(self) -> str:
        """In lower case, without the stop of an abbreviation."""
        return self.text.lower().rstrip(".")


def words_in(doc: Doc) -> list[Word]:
    """The words of a passage, in order."""
    starts = [token.idx for token in doc]
    text = doc.text
    pieces = [piece for match in WORD.finditer(text) for piece in cut(match, text, doc, starts)]
    found: list[Word] = []
    for i, (start, end, possessive, tail) in enumerate(pieces):
        until = pieces[i + 1][0] if i + 1 < len(pieces) else len(text)
        after = end + 2 * possessive + (len(tail) + 1 if tail else 0)
        gap = text[after:until]
        if gap.startswith(("’ ", "' ")) and text[end - 1] in "sS":  # the states’ rights
            possessive, gap = True, gap[1:]
        token = doc[bisect_right(starts, max(start, end - 1)) - 1]
        word = Word(start, end, text[start:end], gap, token, possessive, tail, opens(found, text, start))
        found.append(word)
    return found


def cut(match: re.Match[str], text: str, doc: Doc, starts: list[int]) -> Iterator[tuple[int, int, bool, str]]:
    """The pieces of a match as (start, end, whether possessive, lower-case tail)."""
    start, end = match.span()
    possessive = POSSESSIVE.search(match[0]) is not None and end - start > 2
    end -= 2 * possessive
    if text[end : end + 1] == "." and shortened(text[start:end]):
        end += 1
    parts = list(split(text, start, end))
    if len(parts) > 1:
        first, last = text[slice(*parts[0])], text[slice(*parts[-1])]
        if last[:1].islower() and first[:1].isupper() and not possessive:
            yield start, parts[-2][1], False, last
            return
        if first in ("R", "D", "I") and text[start - 1 : start] == "(":  # a senator's party and state
            yield (*parts[-1], possessive, "")
            return
        if first.lower() in TITLES and last[:1].isupper():
            yield (*parts[0], False, "")
            yield parts[1][0], end, possessive, ""
            return
        names = [apart(text[a:b], doc[bisect_right(starts, b - 1) - 1]) for a, b in parts]
        hyphen = doc[bisect_right(starts, parts[0][1]) - 1]
        if all(names) and not all(text[a:b] in DEMONYMS for a, b in parts) and hyphen.ent_iob_ != "I":
            for a, b in parts:
                yield a, b, possessive and b == end, ""
            return
    yield start, end, possessive, ""


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between hyphens."""
    for hyphen in HYPHEN.finditer(text, start, end):
        yield start, hyphen.start()
        start = hyphen.end()
    yield start, end


def apart(part: str, token: Token) -> bool:
    """Whether a part of a hyphenated word is a name by itself: China-Russia, US-NATO; not IS-K, not Jean-Luc."""
    known = part in COUNTRIES or part in CAPITALS or part in KNOWN or part in DEMONYMS
    letters = part.replace(".", "")
    return known or (letters.isalpha() and letters.isupper() and len(letters) > 1) or token.ent_type_ in ("GPE", "LOC")


def shortened(word: str) -> bool:
    """Whether a stop after the word belongs to it."""
    return word.lower() in SHORTENED or (len(word) == 1 and word.isupper()) or bool(re.search(r"\.[^\W\d_]$", word))


def opens(before: list[Word], text: str, start: int) -> bool:
    """Whether a sentence begins at a word: the first of all, or after a stop that is no abbreviation's."""
    if not before or not any(w.gap.strip() == "" or w.text[:1].isalpha() for w in before):
        return True
    between = text[before[-1].end : start]
    return bool(re.search(r"[.!?:;…]|\n", between)) or (before[-1].text.isdigit() and len(before) == 1)


@cache
def common_words() -> frozenset[str]:
    """Verbs, adjectives and adverbs that the model's lemmatizer knows, in lower case: no names by themselves."""
    index = lemma_index()
    return frozenset(word for kind in ("verb", "adj", "adv") for word in index[kind])


@cache
def nouns() -> frozenset[str]:
    """Nouns that the model's lemmatizer knows; it knows many names as well."""
    return frozenset(lemma_index()["noun"])


def lemma_index() -> Mapping[str, Iterable[str]]:
    """The words that the model's lemmatizer knows, by part of speech."""
    lemmatizer = cast("Lemmatizer", grammar().get_pipe("lemmatizer"))
    return cast("Mapping[str, Iterable[str]]", lemmatizer.lookups.get_table("lemma_index"))


def capital(word: Word) -> bool:
    """Whether a word has a capital that no sentence, day, number or function word explains."""
    text, token = word.text, word.token
    if text.lower().startswith(LOWER_STARTS) and HYPHEN.search(text) and text[text.index("-") + 1 :][:1].isupper():
        return True
    if not text[:1].isupper():
        return text[:1].islower() and len(text) > 2 and any(c.isupper() for c in text[1:3]) and text.isalnum()
    if text in KNOWN or text in COUNTRIES or text in CAPITALS:
        return not word.gap.startswith("$")  # US$ 1 billion
    if word.lower in NO_NAMES or (token.ent_type_ in COUNTED and token.pos_ != "PROPN"):
        return word.lower in ("ii", "iii", "iv", "vi", "vii", "viii", "ix") and not word.opens
    if token.ent_type_ in ("DATE", "TIME") and text in ("May", "March", "Summer", "Winter", "Spring", "Autumn", "Fall"):
        return False
    if len(text) == 1:
        return False
    acronym = text.isupper()
    if not acronym and (token.pos_ in CLOSED or (token.is_stop and text.lower() in CLOSED_WORDS)):
        return False
    return not word.opens or acronym or opens_as_name(word)


CLOSED_WORDS = frozenset(
    "i the a an in on at of to for by from with and or but if when while where who he she it they we you his her its "
    "their our my this that these those there here as so then than not no what which how why after before since "
    "until during under over between both all some many most each every other another such".split()
)


def opens_as_name(word: Word) -> bool:
    """Whether the first word of a sentence is a name and not merely its first word."""
    token, lower = word.token, word.text.lower()
    if word.text in DEMONYMS or lower.rstrip(".") in TITLES:
        return True
    if token.pos_ != "PROPN" and token.ent_type_ not in NAMED:
        return False
    if lower in common_words() or (lower in nouns() and token.tag_ in ("NN", "NNS", "NNPS")):
        return token.ent_type_ in NAMED or followed(word)
    return True


def followed(word: Word) -> bool:
    """Whether another capital follows at once: "High Court", where "High" alone would only open the sentence."""
    token = word.token
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.text[:1].isupper() and token.pos_ == "PROPN" and word.gap.strip() == ""


def particle(word: Word) -> bool:
    """Van, de, bin: the small words of a family name."""
    return word.text in PARTICLES
