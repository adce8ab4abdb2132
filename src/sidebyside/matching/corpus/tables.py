"""The tables of a corpus: what each text states, and which statements of two texts are proposed to stand how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidebyside.matching.candidates.signals import SIGNALS

if TYPE_CHECKING:
    import pyarrow as pa

STATEMENTS = {
    "number": "number of the statement in its text, from 0, in reading order",
    "passage": "id of the passage that it stands in, as if the text's key were A",
    "start": "its first code point in the text",
    "end": "the code point after its last",
    "words": "the words there",
    "names": "words of the names in it, one name throughout the text",
    "times": "years and months that its dates touch",
    "dated": "deeds that it dates, each with one who takes part",
    "spans": "the stretches of time that its dates name, since/until",
    "figures": "kinds of its figures, and things counted",
    "deeds": "families of its predicates",
    "claimed": "what its claims turn on, marked by 'not ' where it is denied",
    "content": "all that it speaks of",
    "told": "all else that judging needs, as packing.packed has it",
}
LISTS = ("names", "times", "dated", "spans", "figures", "deeds", "claimed", "content")

PARTED = ("clauses", "themes")  # signals that a corpus goes without: see joining
ASKED = {name: says for name, says in SIGNALS.items() if name not in PARTED}

CANDIDATES = {
    "left": "number of the statement in the corpus, from 0: texts in the order of their keys, statements in theirs",
    "right": "number of the other, of a later text",
    "rank": "from 1, best first, over the whole corpus",
    "score": "what it is ranked by: larger is better; to be compared within one table alone",
    "turn": "place of each, from 1, among the partners of the other: the better of the two places",
} | ASKED

PAIRS = CANDIDATES | {
    "verdict": "agree, conflict, certainty, detail, framing or unsure",
    "reason": "why, in a sentence made from the words",
    "against": "what spoke for another verdict, '' for nothing",
    "excuse": "the shape that keeps an apparent conflict from being one (relations.EXCUSES), or ''",
    "origins": "on how many independent origins the two rest, every text counting as its own hand",
}


def schema() -> pa.Schema:
    """The types of STATEMENTS. Raises ImportError where pyarrow, of the extra `corpus`, is not installed."""
    import pyarrow as pa

    numbers, lists = (
        {"number": pa.int32(), "start": pa.int32(), "end": pa.int32()},
        dict.fromkeys(LISTS, pa.list_(pa.string())),
    )
    types = numbers | lists | {"told": pa.binary()}
    return pa.schema([(name, types.get(name, pa.string())) for name in STATEMENTS])
