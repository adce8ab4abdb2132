"""Words that cannot both be said of one thing in one respect: two families a line, each word against each across it.

Lemmas, and some pairs of words that stand for one. Left out on purpose are pairs that news puts side by side of one
thing without contradiction (old and new, near and about) and words with a second sense that has no opposite.
"""

from __future__ import annotations

from functools import lru_cache

from sidebyside.matching.relations.lexicon.opposed_acts import ACTS
from sidebyside.matching.relations.lexicon.opposed_changes import CHANGE
from sidebyside.matching.relations.lexicon.opposed_qualities import QUALITIES


def rows(table: str) -> list[str]:
    """The rows of a table; a line that starts with a space goes on with the row before."""
    return table.strip("\n").replace("\n ", " ").split("\n")


def pairs(table: str) -> frozenset[tuple[str, str]]:
    """Every word of a row's one side with every word of its other, in both orders.

    >>> sorted(pairs("win | lose"))
    [('lose', 'win'), ('win', 'lose')]
    """
    found: set[tuple[str, str]] = set()
    for row in rows(table):
        left, right = (side.split() for side in row.split("|"))
        found |= {pair for a in left for b in right if a != b for pair in ((a, b), (b, a))}
    return frozenset(found)


OPPOSED = pairs(CHANGE.strip("\n") + ACTS.rstrip("\n") + QUALITIES.rstrip("\n"))
# One deed told from its two ends: where the subjects differ, the words restate and do not oppose.
CONVERSE = frozenset(
    frozenset(pair.split())
    for pair in (
        "buy sell", "purchase sell", "acquire sell", "borrow lend", "give receive", "give take", "send receive",
        "export import", "teach learn", "win lose", "arrive leave", "come leave", "enter leave", "supply receive",
        "ask answer", "deliver receive", "join leave", "push pull", "offer accept",
    )
)  # fmt: skip
COUNTERPARTS = [
    ("pre", "post"), ("mega", "mini"), ("macro", "micro"), ("hyper", "hypo"), ("over", "under"), ("inter", "intra"),
    ("pro", "anti"), ("en", "de"), ("in", "ex"), ("in", "out"), ("up", "down"), ("maxi", "mini"), ("mono", "poly"),
    ("homo", "hetero"), ("de", "in"), ("accel", "decel"), ("multi", "uni"), ("multi", "single"), ("out", "in"),
]  # fmt: skip
ENDINGS = [("ful", "less"), ("er", "ee"), ("proof", "prone")]
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "mis", "de")


@lru_cache(maxsize=1 << 16)
def opposed(one: str, other: str) -> bool:
    """Whether two lemmas are opposed: listed, or one is the other with a prefix that denies it.

    >>> opposed("rise", "fall"), opposed("stable", "unstable"), opposed("rise", "grow")
    (True, True, False)
    """
    if (one, other) in OPPOSED:
        return True
    if one[-1:] != other[-1:] and one[:3] != other[:3]:  # what follows asks for one stem, to the end or from the start
        return False
    if any(parted(one, other, *ends) or parted(other, one, *ends) for ends in COUNTERPARTS):
        return True
    if any(
        (one, other) in ((stem + x, stem + y), (stem + y, stem + x)) for x, y in ENDINGS for stem in stems(one, x, y)
    ):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in PREFIXES) and long not in NO_DENIAL


def parted(one: str, other: str, first: str, second: str) -> bool:
    """Whether two words are one stem of three letters or more, with two opposed beginnings."""
    return one[: len(first)] == first and other == second + one[len(first) :].lstrip("-") and len(one) >= len(first) + 3


def stems(word: str, *endings: str) -> list[str]:
    """A word without each ending it has."""
    return [word.removesuffix(ending) for ending in endings if word.endswith(ending) and len(word) > len(ending) + 2]


NO_DENIAL = frozenset("invaluable inform infamous install income indeed instance intend impress discover".split())
