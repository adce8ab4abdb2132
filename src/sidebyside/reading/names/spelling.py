"""Two spellings of one name differ in vowels or in how a sound is written, never in a number or a first name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sidebyside.reading.names.forms import skeleton

# Pairs that the rule would join, and that are two.
APART = {frozenset(("columbia", "colombia")), frozenset(("guinea", "guyana")), frozenset(("slovenia", "slavonia"))}
LEAST, LONG = 6, 8  # letters: a shorter word has no second spelling, a longer may differ in two letters
DOUBLED = re.compile(r"(.)\1+")
DIGITS = re.compile(r"\d+")


def respelt(one: str, other: str, least: int = LEAST) -> bool:
    """Whether two folded words are one in two spellings: the same consonants and last letter, one or two letters off.

    >>> respelt("mujahideen", "mujahedin"), respelt("austria", "australia"), respelt("iceland", "ireland")
    (True, False, False)
    """
    from rapidfuzz.distance import Levenshtein

    if one == other:
        return True
    shorter = min(len(one), len(other))
    last = (one[-1:].replace("y", "i"), other[-1:].replace("y", "i"))
    if shorter < least or last[0] != last[1] or frozenset((one, other)) in APART or skeleton(one) != skeleton(other):
        return False
    once = [DOUBLED.sub(r"\1", word) for word in (one, other)]
    return Levenshtein.distance(*once, score_cutoff=2) <= (2 if shorter >= LONG else 1)


def same_words(one: str, other: str) -> bool:
    """Whether two folded names of several words are one: every word the same, respelt, or with a plural s.

    >>> same_words("inter service intelligence", "inter services intelligence"), same_words("area 51", "area 52")
    (True, False)
    """
    ones, others = one.split(), other.split()
    if len(ones) != len(others) or DIGITS.findall(one) != DIGITS.findall(other):
        return False
    return all(a == b or plural(a, b) or respelt(a, b, 5) for a, b in zip(ones, others, strict=True))


def plural(one: str, other: str) -> bool:
    """Whether one folded word is the other with an s."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long == short + "s"


def pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that may be two spellings of one: only those with the same bones are compared."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        bones = " ".join(skeleton(w[:-1] if len(words) > 1 and len(w) > 4 and w.endswith("s") else w) for w in words)
        blocks[bones].append(name)
    for block in blocks.values():
        block.sort()
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if same_words(one, other) if " " in one else respelt(one, other):
                    yield one, other
