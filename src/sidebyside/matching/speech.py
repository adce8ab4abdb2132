"""The words of a statement that only say whose word it is, and when that was given: they are no part of what is said.

"The bridge is open, police said on Monday" and "the mayor said on Tuesday that the bridge is open" say one thing. Verbs
that do more than hand the word on ("claimed", "fears") stay, with all that is theirs: how a thing is put is compared
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sidebyside.matching.word import Word

DENYING = frozenset("deny dispute refute reject dismiss".split())  # of these only the verb itself is left
SAYING = frozenset("say tell announce state report declare add note remark explain write mention".split())
NOTED = ("according", "accord")  # "according to", however its first word is tagged
CUES = SAYING.union(DENYING, NOTED)
OF_THEIR_OWN = ("ccomp", "parataxis", "conj", "cc", "advcl")  # what hangs on such a verb and is not about the telling
STATED = ("VERB", "AUX", "ADJ", "NOUN")
Words = Sequence[Word]


def telling(tokens: Words) -> frozenset[int]:
    """The numbers of those words."""
    if CUES.isdisjoint(word.lemma for word in tokens):
        return frozenset()
    below = children(tokens)
    found: set[int] = set()
    for number in tellers(tokens, below):
        own = [child for child in below[number] if tokens[child].role in OF_THEIR_OWN]
        found |= under(number, below).difference(*(under(child, below) for child in own))
        found |= {mark for child in own for mark in below[child] if is_that(tokens[mark])}
        if tokens[number].lemma in DENYING:
            found.remove(number)
    return frozenset(found)


def speakers(tokens: Words) -> list[tuple[int, int]]:
    """The places of the words for whoever says it, in code points, the end excluded."""
    below = children(tokens)
    found = []
    for number in tellers(tokens, below):
        phrases = [number, *below[number]] if tokens[number].lemma in NOTED else [number]
        who = next((each for top in phrases for each in below[top] if tokens[each].role in ("nsubj", "pobj")), None)
        if who is not None:
            words = [tokens[each] for each in under(who, below)]
            found.append((min(word.start for word in words), max(word.end for word in words)))
    return found


def tellers(tokens: Words, below: Sequence[Sequence[int]]) -> Iterator[int]:
    """The verbs of saying that hand on what somebody says, and the beginnings of "according to"."""
    for number, word in enumerate(tokens):
        if word.lemma in SAYING | DENYING and word.kind == "VERB":
            put_in = word.role == "parataxis"  # police, the mayor said, are searching
            if put_in or any(tokens[each].role == "ccomp" and tokens[each].kind in STATED for each in below[number]):
                yield number
        elif word.lemma in NOTED and word.role in ("prep", "advcl"):
            phrase = under(number, below) - {number}
            if all(tokens[each].kind not in ("VERB", "AUX") for each in phrase):
                yield number


def is_that(word: Word) -> bool:
    """Whether a word only joins what is said to the verb of saying."""
    return word.role == "mark" and word.lemma == "that"


def children(tokens: Words) -> list[list[int]]:
    """For each word the numbers of those that hang on it."""
    found: list[list[int]] = [[] for _ in tokens]
    for number, word in enumerate(tokens):
        if word.head != number:
            found[word.head].append(number)
    return found


def under(number: int, below: Sequence[Sequence[int]]) -> set[int]:
    """A word with all that hangs on it, at whatever distance."""
    found = [number]
    for word in found:
        found.extend(below[word])
    return set(found)
