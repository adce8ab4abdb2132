"""What kind of thing a name names, as far as its own words and their neighbours tell."""

from __future__ import annotations

import re
from collections import Counter

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES, DEMONYMS
from sidebyside.reading.names.cues import HEAD_TYPES, KNOWN, NOBLE, NOUN_TYPES
from sidebyside.reading.names.offices import NUMERALS
from sidebyside.reading.names.runs import Run
from sidebyside.reading.names.words import Word, common_words, nouns

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "document",
    "WORK_OF_ART": "document",
    "PRODUCT": "project",
}
# SpaceX; but McDonald, DeVos, van Dijk.
INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van)\w*[a-z][A-Z]")
CODE = re.compile(r"[A-Z]{2,}[-‑]?\d+")  # CASA-1000


def kind(run: Run, titled: bool = False) -> str:
    """The type of a name, or "" where nothing tells."""
    words = [w.text for w in run]
    text = " ".join(words)
    text = text.replace(".", "") if len(run) == 1 else text
    if titled or (run[0].lower in NOBLE and "of" in words):
        return "person"
    if text in KNOWN or text in COUNTRIES or text in CAPITALS:
        return KNOWN.get(text, "place")
    label = labelled(run)
    first = re.split(r"[-‑]", text)[0]
    known = next((n for n in KNOWN if text.startswith(f"{n} ") or first == n), "") if len(run) > 1 else ""
    if known and KNOWN[known] == "organisation":  # Islamic State Khorosan, whatever its last word
        return "organisation"
    head = headed(run)
    if head and not (label == "person" and head in ("place", "group") and len(run) == 2 and whole(run)):
        return head
    beside = apposed(run)
    if CODE.match(words[0]):
        return "project"
    if peoples(run[-1]):
        return "group"
    if beside and (label in ("", "group") or beside == "person"):
        return beside
    if label == "group":
        return "organisation" if len(run) > 1 or words[0].isupper() else ""
    if label == "person" and not could_be_person(run):
        return "organisation"
    return label or ("person" if len(run) in (2, 3) and unheard(run) else "")


def headed(run: Run) -> str:
    """The type that the noun tells by which a body, a place, a document or an event is called."""
    words = [w for w in run if not w.text.isdigit() and w.text not in NUMERALS]
    ties = [i for i, w in enumerate(words) if w.text in ("of", "for", "on", "against", "to", "in") and i]
    for word in [words[i - 1] for i in ties[:1]] + words[-1:]:
        last = word.lower.rsplit("-", 1)[-1] if "-" in word.text else word.lower
        if last == "congress" and any(w.text in CAPITALS for w in words):  # the Congress of Vienna
            return "event"
        if last in HEAD_TYPES:
            return HEAD_TYPES[last]
    return ""


def labelled(run: Run) -> str:
    """The type by the model's label: that of most characters, of the last word where they balance."""
    votes: Counter[str] = Counter()
    for word in run:
        votes[LABELS.get(word.token.ent_type_, "")] += len(word.text)
    del votes[""]
    if not votes:
        return ""
    last = LABELS.get(run[-1].token.ent_type_, "")
    return max(votes, key=lambda k: (votes[k], k == last))


def whole(run: Run) -> bool:
    """Whether the model's entity is just this run."""
    first, last = run[0].token, run[-1].token
    return first.ent_iob_ == "B" and all(t.ent_iob_ == "I" for t in first.doc[first.i + 1 : last.i + 1])


def apposed(run: Run) -> str:
    """The type of the common noun right before the name: the scholar X; the company, Y; the city of Z."""
    doc, i = run[0].token.doc, run[0].token.i - 1
    while i > 0 and (doc[i].text in (",", "of", "“", '"', "called", "named") or doc[i].is_space):
        i -= 1
    noun = doc[i] if i >= 0 else None
    if noun is None or noun.pos_ != "NOUN":
        return ""
    found = NOUN_TYPES.get(noun.lower_, "")
    between = doc[i + 1 : run[0].token.i].text
    if between and not (found == "place" and between == "of"):
        after = doc[run[-1].token.i + 1] if run[-1].token.i + 1 < len(doc) else None
        enclosed = between == "," and after is not None and after.text in (",", ".", ";", ")")
        return found if enclosed or between in ("called", "named") else ""
    return found


def peoples(word: Word) -> bool:
    """Russians, Pashtuns, Bolsheviks; the people of a list, or a plural that the model takes for one."""
    text = word.text
    plural = text.endswith("s") and text[:-1] in DEMONYMS
    return plural or (word.token.ent_type_ == "NORP" and text.endswith("s") and word.token.tag_ in ("NNPS", "NNS"))


def could_be_person(run: Run) -> bool:
    """Whether words that the model takes for a person can be one: no capitals throughout or within, no digit."""
    return not any(
        any(c.isdigit() for c in w.text) or (w.text.isupper() and len(w.text) > 3) or INNER_CAPITAL.search(w.text)
        for w in run
    )


def unheard(run: Run) -> bool:
    """Whether no word of the run is a common one, so that side by side they are hardly anything but a person's."""
    return all(
        w.text[:1].isupper()
        and w.text.replace("-", "").replace(".", "").replace("’", "").isalpha()
        and not (w.text.isupper() and len(w.text) > 2)
        and w.lower not in common_words()
        for w in run
    ) and any(w.lower not in nouns() for w in run)
