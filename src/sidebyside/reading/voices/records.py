"""Reports without a word of saying: a list handed over, a place on someone's list, an aim in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import NOUNS, verb_cue
from sidebyside.reading.voices.grammar import child, doer, holder, nearest_subject, reach
from sidebyside.reading.voices.nouns import DEEDS
from sidebyside.reading.voices.report import Report, tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc

HANDING = frozenset("give hand pass submit present provide send supply deliver transmit".split())
# What is handed over to say something; goods and money are not.
INFORMATION = frozenset(
    "list data datum information evidence proof detail document dossier figure statistic record report testimony "
    "account name intelligence".split()
)
SUBJECT_OF = frozenset("subject object target matter source cause".split())


def handed_over(doc: Doc) -> Iterator[Report]:
    """Kabul gave a list of the builders to Lund. The council sent Lund evidence."""
    for token in doc:
        what = child(token, "dobj") if token.lemma_ in HANDING and token.pos_ == "VERB" else None
        if what is None or what.lemma_.lower() not in INFORMATION or (who := doer(token)) is None:
            continue
        to = any(c.dep_ in ("dative", "prep") and c.lower_ == "to" for c in (*token.rights, *what.rights))
        if to or child(token, "dative") is not None:
            yield Report("states", token.i, (token.i, what.i + 1), who, tidy(doc, [reach(what)]) or (), "handed-over")


def on_a_list(doc: Doc) -> Iterator[Report]:
    """The builders are on the official list of debtors: the list says so."""
    for token in doc:
        if token.lemma_ != "list" or token.dep_ != "pobj" or token.head.lower_ != "on":
            continue
        verb, of = token.head.head, next((c for c in token.rights if c.lower_ == "of"), None)
        if of is None or verb.lemma_ not in ("be", "remain", "stay", "appear", "put", "place"):
            continue
        what = nearest_subject(verb) or nearest_subject(verb.head)
        if what is not None:
            content = tidy(doc, [reach(what)]) or ()
            yield Report("states", token.i, (token.i, token.i + 1), token, content, "on-a-list")


def subject_of_grievance(doc: Doc) -> Iterator[Report]:
    """The meeting was a subject of Russian grievance."""
    for token in doc:
        if token.lemma_ not in SUBJECT_OF or token.pos_ != "NOUN":
            continue
        of = next((c for c in token.rights if c.lower_ == "of"), None)
        felt = child(of, "pobj") if of is not None else None
        cue = NOUNS.get(felt.lemma_.lower()) if felt is not None else None
        if felt is not None and cue is not None and cue.how in DEEDS and (who := holder(felt)) is not None:
            what = {"attr": nearest_subject(token.head), "appos": token.head}.get(token.dep_)
            content = tidy(doc, [(what.left_edge.i, min(what.right_edge.i + 1, token.left_edge.i))]) if what else None
            yield Report(cue.how, felt.i, (felt.i, felt.i + 1), who, content or (), "noun_from")


def quoted_aim(doc: Doc) -> Iterator[Report]:
    """Moscow works with Lund to “fight the storm”: what the aim is called are Moscow's own words."""
    for token in doc[2:]:
        if token.tag_ != "VB" or not doc[token.i - 1].is_quote or doc[token.i - 2].lower_ != "to":
            continue
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        who = doer(verb) if verb != token and verb_cue(verb) is None else None
        end = token.right_edge.i + 1
        end += end < len(doc) and doc[end].is_quote
        if who is not None and (content := tidy(doc, [(token.i - 1, end)])) is not None:
            to = token.i - 2
            yield Report("wants", token.i, (to, to + 1), who, content, "quoted-aim")


RECORDS = [handed_over, on_a_list, subject_of_grievance, quoted_aim]
