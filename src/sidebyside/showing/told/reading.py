"""What the machine read, in sentences: times, figures, voices, denials."""

from __future__ import annotations

from sidebyside.record import Comparison
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.told.texts import marks
from sidebyside.showing.wording import are, count, was


def times(work: Comparison) -> Html:
    """How many expressions of time were read, and which of them the timeline leaves out."""
    dates = work.reading.dates
    if dates.empty:
        return say(work, "No expression of time was read in these texts.")
    now = dates[dates.kind == "writing"]
    vague = dates[(dates.since == "?") & (dates.kind != "writing")]
    told = f"{count(len(dates), 'expression')} of time {was(len(dates))} read."
    if len(now):
        told += f' {len(now)} name{"s" if len(now) == 1 else ""} the time of writing ("today", "currently"), not drawn.'
    if len(vague):
        have = "has" if len(vague) == 1 else "have"
        why = "such as a length of time, or what depends on when the text was written"
        told += f" {len(vague)} {have} no bounds in the text, {why}; not drawn either: {marks(vague.passage)}"
    return say(work, told)


def figures(work: Comparison) -> Html:
    """How many figures each source gives, and how many of them without a source."""
    found = work.reading.figures
    if found.empty:
        return say(work, "No text gives a figure.")
    each = []
    for key in work.keys:
        here = found[found.source == key]
        bare = int((here.sourced == "none").sum())
        each.append(f"**{key}** gives {count(len(here), 'figure')}{without(bare, len(here))}")
    return say(work, "; ".join(each) + ".")


def without(bare: int, figures: int) -> str:
    """How many of the figures come without a source."""
    if not bare:
        return ", with a source" if figures == 1 else ", each with a source" if figures else ""
    which = "" if figures == 1 else "all " if bare == figures else f"{bare} of them "
    return f", {which}without any source"


def voices(work: Comparison) -> Html:
    """How many are heard, and whom every source lets speak."""
    found = work.reading.voices
    if found.empty:
        return say(work, "Nobody but the authors is heard.")
    heard = found.groupby("who").source.nunique()
    who, places = int(found.who.nunique()), count(len(found), "place")
    told = f"{count(who, 'person or body', 'persons and bodies')} {are(who)} heard in {places}."
    shared = ", ".join(heard[heard == len(work.keys)].index) or "nobody"
    return say(work, f"{told} Heard in every text: {shared}.")


def denied(work: Comparison) -> Html:
    """What was read as denied."""
    found = work.reading.claims[work.reading.claims.certainty == "denied"].passage
    where = f": {count(len(found), 'predicate')}, in {marks(found)}" if len(found) else ": nothing."
    return say(work, f"Read as denied{where}")
