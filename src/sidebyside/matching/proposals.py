"""The tables of proposals: what is compared, what is proposed, and what one source says alone."""

from __future__ import annotations

PACKAGES = ("numpy", "scipy", "rapidfuzz")  # on which proposals hang, besides those that reading hangs on
PROPOSALS = {
    "id": "made from the words of both sides: it stays as long as they do, whatever else changes",
    "rank": "from 1, best first",
    "group": "number, from 1, of the point that it belongs to: proposals on statements that stand close together",
    "left": "key of the one source",
    "right": "key of the other; the same where a source is held against itself",
    "left_passages": "ids of the passages of the one side, a tuple",
    "right_passages": "ids of those of the other",
    "left_places": "their places (start, end) in the source, a tuple",
    "right_places": "those of the other",
    "left_quotes": "the words there, a tuple",
    "right_quotes": "those of the other",
    "signals": "(name, strength) of each signal that speaks for the pair (candidates.SIGNALS), a tuple; with an "
    "entailment model also entails and contradicts, where it is sure (entailment.Opinion)",
    "verdict": "agree, conflict, certainty, detail, framing, internal or unsure",
    "reason": "why, in a sentence made from the words",
    "against": "what spoke for another verdict, '' for nothing",
    "excuse": "the shape that keeps an apparent conflict from being one (relations.EXCUSES), or ''",
    "origins": "on how many independent origins the sides rest",
    "left_witnesses": "whom the one side rests on: persons and documents by name, its author by the source's key, "
    "or by the keys of all sources that have the same words",
    "right_witnesses": "whom the other does",
}

SUMMARIES = {
    "group": "number of the point, from 1, best first",
    "rank": "of its first proposal",
    "sources": "keys of the sources that speak to it, a tuple",
    "passages": "ids of their passages, a tuple",
    "verdicts": "(left, right, verdict) for every two sources, of their first proposal that is not unsure; a tuple",
    "summary": "the gravest of these, or unsure",
    "origins": "on how many independent origins all sources together rest",
    "proposals": "ids of its proposals, best first; a tuple",
}

SILENCES = {
    "source": "key of the source that speaks",
    "passage": "id of the passage",
    "start": "its first code point in the source",
    "end": "the code point after its last",
    "quote": "what it says",
    "other": "key of the source that does not",
    "because": "earlier, scope or could: why the other may be silent (record.SILENCES)",
    "why": "that in a sentence",
    "searched": "the rarest names and words of the statement, which were looked for in the other source; a tuple",
    "absent": "those of them that do not stand there at all; a tuple",
    "near": "id of the passage there that comes nearest",
    "near_start": "its first code point",
    "near_end": "the code point after its last",
    "near_quote": "what it says",
    "near_score": "how near it comes: the cosine of the vectors, 1 for the same words",
}
