"""What a date is the date of: an event, a period, a document, a statement, an accusation, or the writing itself.

Told from what the date hangs on in the parse. Rules are tried in turn; the first that says a kind decides, and what no
rule knows is an event.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sidebyside.reading.dates.calendar import grain
from sidebyside.reading.dates.date import OPEN, Date
from sidebyside.reading.dates.hangs import governor
from sidebyside.reading.dates.subjects import subject_of
from sidebyside.reading.parse import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["KINDS", "kind_of", "subject_of"]
KINDS = ("event", "period", "document", "statement", "accusation", "writing")


class Hung(NamedTuple):
    """A date with its own words in small letters, and what it hangs on."""

    date: Date
    words: str
    doc: Doc
    on: Token | None


def kind_of(doc: Doc, date: Date) -> str:
    """One of KINDS. `doc` is the parse of the text that `date` was read in."""
    hung = Hung(date, text_of(doc)[date.start : date.end].lower(), doc, governor(doc, date))
    return next((kind for rule in RULES if (kind := rule(hung))), "event")


NOWS = frozenset("now today tonight nowadays currently current contemporary present".split())
CLOSING = frozenset(("", ")", ".", ",", ";", "—", "–"))
SAID = frozenset("states denies criticises predicts proposes requests confirms".split())


def writing(h: Hung) -> str:
    """Now, today, so far: the text's own time; in a quotation it is the speaker's, and dates what was said."""
    newest = h.words.endswith("most recent") and text_of(h.doc)[h.date.end :].lstrip()[:1] in CLOSING
    if not (NOWS & set(h.words.split()) or h.words == "so far" or h.date.timex == "PRESENT_REF" or newest):
        return ""
    return "statement" if in_quotation(h) else "writing"


def in_quotation(h: Hung) -> bool:
    """Whether a quotation mark is open where the date stands."""
    before = text_of(h.doc)[: h.date.core_start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def said_by_noun(h: Hung) -> str:
    """The recent allegations, the 2018 remarks, his 2014 doctrine; "the statement came days before ..."."""
    noun = h.on
    if noun is not None and noun.lemma_ in COMING:
        noun = next((kid for kid in noun.children if kid.dep_ in ("nsubj", "nsubjpass", "attr")), None)
    kind = kind_of_noun(noun) if noun is not None and noun.pos_ in ("NOUN", "PROPN") else ""
    return "" if kind == "document" and OPEN in h.date.span else kind


# Verbs that only say that a thing took place, so that the date is the thing's.
COMING = frozenset("be come follow happen occur appear emerge".split())


def kind_of_noun(noun: Token) -> str:
    """Accusation, statement or document, where a noun is one."""
    from sidebyside.reading.voices.cues import NOUNS
    from sidebyside.reading.voices.documents import DOCUMENTS

    lemma = noun.lemma_.lower()
    how = NOUNS[lemma].how if lemma in NOUNS else ""
    if how == "alleges":
        return "accusation"
    soft = lemma in SOFT and not noun.text[0].isupper()
    if lemma in DOCUMENTS | WRITTEN and lemma not in SPOKEN and not soft:
        return "document"
    return "statement" if lemma in SPOKEN or how in SAID else ""


SPOKEN = frozenset("speech interview commentary comment remark statement briefing testimony address".split())
# Besides the documents that voices may speak through.
WRITTEN = frozenset("accord pact charter convention protocol memorandum declaration decree communique".split())
# Documents only by title: the National Security Strategy is one, a strategy towards Kabul is none.
SOFT = frozenset("policy strategy concept rule plan account evidence data figure list film record text message".split())


def said_by_verb(h: Hung) -> str:
    """In December 2015 he stated that ...; in 2010 they accused ...; in 2020 it received the visit negatively."""
    from sidebyside.reading.voices.cues import MANNERS, TAKEN, verb_cue

    verb = h.on
    if verb is None or verb.pos_ != "VERB" or h.date.until == OPEN:
        return ""
    if verb.lemma_ in TAKEN and any(kid.lower_ in MANNERS for kid in verb.children):
        return "statement"
    cue = verb_cue(verb)
    if cue is None or not has_content(verb, cue.frames):
        return ""
    if verb.lemma_ in ACCUSING:
        return "accusation"
    told = cue.how in SAID | {"alleges"} or verb.lemma_ in CONCLUDING
    return "statement" if told else ""


def has_content(verb: Token, frames: frozenset[str]) -> bool:
    """Whether what is said stands beside its verb: a clause or a quotation, or the thing spoken of."""
    kids = {kid.dep_ for kid in verb.children}
    clause = "that" in frames and bool(kids & {"ccomp", "parataxis", "csubjpass"})
    thing = "np" in frames and verb.lemma_ not in DECIDING and bool(kids & {"dobj", "nsubjpass"})
    return clause or thing or any(kid.dep_ == "prep" and kid.lower_ in frames for kid in verb.children)


ACCUSING = frozenset("accuse allege charge blame claim".split())
DECIDING = frozenset("reject approve dismiss accept authorize authorise".split())  # a vote on a thing is a deed
CONCLUDING = frozenset("conclude assess judge estimate".split())


def signed(h: Hung) -> str:
    """An agreement signed in May; they adopted a doctrine in 2014; founded by the Treaty of 1994."""
    verb = h.on
    if verb is None or verb.pos_ != "VERB":
        return ""
    around = [verb.head] if verb.dep_ in ("acl", "relcl") else []
    around += [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
    around += [thing for kid in verb.children if kid.dep_ == "agent" for thing in kid.children]
    made = verb.lemma_ in MAKING or any(kid.dep_ == "agent" for kid in verb.children)
    return "document" if made and any(kind_of_noun(noun) == "document" for noun in around) else ""


MAKING = frozenset(
    "sign adopt publish issue ratify approve conclude draft pass release draw enact amend update initial".split()
)


def period(h: Hung) -> str:
    """Since 2015, until 1989, for ten years, in recent years, in the 1980s: a stretch, not a point."""
    from sidebyside.reading.certainty.grammar import is_event

    d = h.date
    if OPEN in d.span or d.type in ("DURATION", "SET") or d.timex == "FUTURE_REF":
        return "period"
    if "recent" in h.words:
        return recent(h)
    ranged = bool(d.parts) and d.since != d.until
    long = ranged or grain(d.timex) in ("E", "C") or d.timex == "PAST_REF" or not d.timex
    point = "time" in h.words.split() or (not d.timex and d.since == d.until and d.since[:1].isdigit())
    if not long or point:
        return ""
    noun = h.on if h.on is not None and h.on.pos_ in ("NOUN", "PROPN") else None
    happening = noun is not None and (is_event(noun) or noun.lemma_ in HAPPENINGS or noun.pos_ == "PROPN")
    return "" if happening else "period"


# Nouns of events besides those that certainty knows.
HAPPENINGS = frozenset(
    "attempt collapse defeat breakup overthrow invasion revolution uprising massacre signing".split()
)


def recent(h: Hung) -> str:
    """Recently met is an event; "has recently begun" and "in recent years" are stretches up to now."""
    verb = h.on
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return "period" if "years" in h.words or "months" in h.words or verb is None else ""
    return "" if verb.tag_ == "VBD" else "period"


RULES: list[Callable[[Hung], str]] = [writing, said_by_noun, said_by_verb, signed, period]
