"""What "this" means in "denied this", "the claim" in "rejected the claim": the words last reported, or last said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import UNTRUE
from sidebyside.reading.voices.ties import Told
from sidebyside.reading.voices.voice import Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc

SAID = (
    "claim|allegation|accusation|charge|assertion|report|rumou?r|statement|suggestion|insinuation|story|complaint|"
    "criticism|finding|version|account"
)
POINTS_BACK = re.compile(
    rf"(?:this|that|it|so|these|those|them|(?:this|that|the|such|any such|all|all these|these|those) (?:{SAID})s?)"
    rf"(?: (?:as )?(?:an? )?(?:{'|'.join(sorted(UNTRUE))}))?"
)
ASKED = re.compile(
    r"(?:(?:about|at|by|for|from|in|of|on|to|with) )?(?:how|if|what|when|where|whether|which|who|whom|whose|why)\b",
    re.IGNORECASE,
)
LONGEST = 60  # code points: no phrase that points back is longer
BACK = 2  # sentences in which the words meant are looked for
ASKING = frozenset({"requests", "wants", "proposes"})
ANSWERS = frozenset({"denies", "confirms"})


def antecedent(docs: Sequence[Doc], t: Told, how: str, before: Sequence[Voice]) -> tuple[int, int, int] | None:
    """The words meant, as (Doc, start, end): last reported up to two sentences back, or the sentence before as it is.

    A bare refusal ("Kabul refused") answers what was asked, and only that.
    """
    bare = not t.places and t.report.rule == "bare"
    if not bare and not points_back(docs[t.doc], t):
        return None
    for voice in reversed(before):
        if voice.doc < t.doc - BACK:
            break
        wanted = voice.how in ASKING if bare else voice.how != "denies" or voice.meant is None
        if wanted and voice.content and not voice.depth and not leaves_open(docs[voice.doc], voice):
            return voice.doc, voice.content[0][0], voice.content[-1][1]
    if bare or how not in ANSWERS or not t.doc or not docs[t.doc - 1].text.strip():
        return None
    return t.doc - 1, 0, len(docs[t.doc - 1].text)


def leaves_open(doc: Doc, voice: Voice) -> bool:
    """A voice that says nothing one could deny: "he could not say in what quantity", "she asked whether"."""
    return voice.negated or ASKED.match(doc.text, voice.content[0][0]) is not None


def points_back(doc: Doc, t: Told) -> bool:
    """Whether all that is reported is "this", "the claim", "these allegations", or "this untrue" after "called"."""
    if t.beyond or not t.places or sum(end - start for start, end in t.places) > LONGEST:
        return False
    told = " ".join(doc[first:after].text for first, after in t.report.content).lower()
    return POINTS_BACK.fullmatch(told) is not None
