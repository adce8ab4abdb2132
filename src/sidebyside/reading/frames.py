"""The tables that a reading fills, whoever reads: a person's coded list today, a machine's reader beside it tomorrow.

Each dict names the columns of one table and says what stands in them. Places are code points, the end excluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

CERTAINTIES = {
    "asserted": "the source says it on its own word",
    "attributed": "the source reports it as someone else's word",
    "hedged": "the source puts it as likely, apparent or possible",
    "denied": "the source says, or reports, that it is not so",
    "silent": "the source does not speak of it",
}

BY_REFERENCE = "by reference"  # the note of a claim on which another sentence bears
PLACE = {
    "source": "key of the source",
    "passage": "id of the passage",
    "start": "first code point of the words in the source",
    "end": "the code point after the last",
    "quote": "the words themselves",
}

DATES = PLACE | {
    "since": "first day of the time meant, ISO 8601 at the precision given; '..' open, '?' not fixed by the text",
    "until": "its last day, likewise",
    "kind": "event, period, document, statement, accusation or writing: what the date is the date of",
    "what": "what is dated, in a few neutral words",
    "note": "a caution, where one is due",
}

FIGURES = PLACE | {
    "value": "the number",
    "unit": "what it is counted in",
    "bound": "exact, about, over, under, at-least or at-most",
    "of": "what is counted",
    "support": "what the text gives for the figure",
    "sourced": "named, attributed or none: whether a reader could go and look",
    "note": "a caution, where one is due",
}

READ_FIGURES = FIGURES | {  # what only the machine says of a figure
    "upper": "the other end where two are named, None else",
    "kind": "money, per cent, count, measure ...: see figures.KINDS",
    "change": "up, down or none",
}

VOICES = PLACE | {
    "who": "the person or body, one name throughout",
    "role": "office or standing",
    "group": "the side that the voice belongs to",
    "type": "person (named), unnamed, officials, experts, document, media or group",
    "how": "states, alleges, denies, believes, fears, predicts, wants, proposes, criticises, confirms or requests",
    "cue": "the words that report it",
    "about": "what is said, in a few neutral words",
    "note": "a caution, where one is due",
}

READ_VOICES = VOICES | {  # what only the machine says of a voice, all of it within the passage
    "speaker": "(start, end) in the source of the words for who speaks; None where they stand elsewhere or nowhere",
    "reporting": "(start, end) in the source of the cue, or None likewise",
    "said": "the places (start, end) in the source of the reported words, a tuple",
}

CLAIMS = PLACE | {
    "certainty": "asserted, attributed, hedged or denied: how the predicate at this place is put",
    "mood": "assertion, conditional, question, prediction, wish or command",
    "degree": "from -3, certainly not, to 3, certainly",
    "cues": "the words that decided it",
    "cue_places": "their places (start, end) in the source, a tuple",
    "cue_scopes": "what each of them covers, likewise",
    "clause": "(start, end) in the source of all that the predicate governs",
    "predicate": "the predicate's lemma",
    "subject": "the lemma of what acts, '' where nothing is said to",
    "objects": "the lemmas of what is acted on, a tuple",
    "note": "by reference: a later sentence bears on it, and which is a guess",
}

LANGUAGES = {
    "en": "English",
    "other": "another language: nothing is read there, for the rules and the grammar are those of English",
    "": "no words in letters, or too few to tell by: read",
}

PASSAGES = {
    "source": "key of the source",
    "passage": "id of the passage",
    "part": "role of the part it stands in: body, comment, note or byline",
    "paragraph": "number of its paragraph in the source, from 1",
    "section": "id of the heading it stands under, '' before any",
    "start": "its first code point in the source",
    "end": "the code point after its last",
    "words": "how many words it has: what stands between white space",
    "language": "en, other or '' (see LANGUAGES)",
    "who": "who speaks in it: the names of its voices, or 'the author' where there is no other",
    "certainty": "that of its main claim, the longest clause that is more than a voice's cue; '' where it has none",
    "mood": "likewise",
    "dates": "how many dates were read in it",
    "figures": "how many figures",
    "names": "how many names",
    "voices": "how many voices",
    "claims": "how many claims, and of these:",
    "asserted": "how many are asserted",
    "attributed": "how many attributed",
    "hedged": "how many hedged",
    "denied": "how many denied",
}

ITEMS = PLACE | {
    "kind": "date, figure, name, voice or claim",
    "value": "what was read there, in words",
}

MENTIONS = PLACE | {  # of a name, before `names.merged` has seen the others
    "type": "the type that this one place suggests, '' where nothing does",
    "title": "title or office that stands before the name",
    "setting": "acts, place or ''",
    "short_for": "the name that these initials stand for, as the passage itself says in brackets",
}

READING = {  # what is taken from a source passage by passage
    "passages": PASSAGES,
    "dates": DATES,
    "figures": READ_FIGURES,
    "names": MENTIONS,
    "voices": READ_VOICES,
    "claims": CLAIMS,
}

TOUCHES = PLACE | {
    "theme": "key of a theme that the passage touches here",
    "term": "the term of the codebook that the words are, or are near to",
    "how": "term (as listed), form (its words in another form) or near (other words, near to it in meaning)",
    "strength": "1 for a term or a form; for words near to a term the sum of the signs, from 0.8: larger is nearer",
}

NAMES = PLACE | {
    "name": "who or what is meant, one name throughout",
    "type": "person, organisation, place, group, document, project or event",
    "how": "how the words lead to the name: full, surname, given, initials, variant, alias or rule",
}

TERMS = {  # and for each source, under its key, how often the term stands there
    "term": "a noun phrase that recurs, in its commonest form",
    "passages": "in how many passages it stands",
    "marks": "key of the source it marks most against the others",
    "z": "how strongly: weighted log-odds in standard deviations; beyond 1.96, more than chance",
    "theme": "key of the nearest theme, or new; without a codebook the name of its group, or ungrouped",
    "near": "the term or the name of that theme that it is nearest to; without a codebook, empty",
    "strength": "how near: larger is nearer; without a codebook, likeness to the rest of its group",
    "examples": "ids of up to three passages that have it, one of each source first",
}

MEETINGS = {
    "source": "key of the source",
    "passages": "ids of the passages that tell of it",
    "name": "what the meeting is called here",
    "since": "first day, ISO 8601 at the precision given, or '?'",
    "until": "last day, likewise",
    "place": "where",
    "host": "who held it",
    "format": "the series it belongs to",
    "participants": "who took part, as the source states it",
    "absent": "who is said to have been left out",
    "rounds": "how many meetings the entry stands for",
    "note": "a caution, where one is due",
}


def frame(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table with exactly these columns, in this order; what a row leaves out is empty.

    >>> frame([{"name": "Kabul"}], {"name": "", "note": ""}).to_dict("records")
    [{'name': 'Kabul', 'note': ''}]
    """
    return pd.DataFrame([[row.get(name, "") for name in columns] for row in rows], columns=list(columns))
