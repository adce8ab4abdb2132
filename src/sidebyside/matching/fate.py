"""What befalls the things that a sentence counts: of forty people that they died, of thirty that they are missing.

These are tallies of their own, kept side by side, and no two of them clash.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from sidebyside.matching.word import Word

# A tally a row: who is in the one is not in the other, or need not be.
FATES = """
die dead kill perish murder slay execute drown
injure wound hurt hospitalise hospitalize
miss missing disappear vanish
survive alive rescue save
arrest detain jail imprison
flee evacuate displace homeless
release free acquit
destroy burn raze demolish collapse
damage
build rebuild construct erect
""".strip().split("\n")
FATE = {lemma: row for row, lemmas in enumerate(FATES) for lemma in lemmas.split()}
ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj", "dative", "attr"])
BEFORE = frozenset(["nummod", "quantmod", "compound", "amod", "advmod"])  # what a number is to the thing it counts
COMPLEMENTS = ("xcomp", "oprd", "acomp")  # known to have died, found dead, is alive


def one_fate(a: str, b: str) -> bool:
    """Whether what is told of two counted things may be one tally; only those of FATES are known to be apart.

    >>> one_fate("kill", "die"), one_fate("miss", "kill"), one_fate("send", "kill")
    (True, False, True)
    """
    return a not in FATE or b not in FATE or FATE[a] == FATE[b]


def fate_of(tokens: Sequence[Word], place: int) -> str:
    """The lemma of what is told of the things whose number stands at a place, "" where the verb they hang on tells
    nothing of them."""
    number = next((word for word in tokens if word.start <= place < word.end), None)
    if number is None:
        return ""
    thing = number
    while thing.role in BEFORE and tokens[thing.head] != thing:
        thing = tokens[thing.head]
    if thing.role not in ARGUMENTS:
        return ""
    verb = tokens[thing.head]
    hang = [w for w in tokens if tokens[w.head] in (verb, thing) and w not in (verb, thing)]
    found_so = (w for w in hang if w.kind in ("ADJ", "ADV") and w.lemma in FATE)  # found 40 people alive
    brought = (w for w in hang if w.role in COMPLEMENTS and tokens[w.head] == verb)
    return next(chain(found_so, brought, [verb])).lemma
