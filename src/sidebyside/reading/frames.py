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

CLAIMS = PLACE | {
    "certainty": "asserted, attributed, hedged or denied: how the predicate at this place is put",
    "mood": "assertion, conditional, question, prediction, wish or command",
    "degree": "from -3, certainly not, to 3, certainly",
    "cues": "the words that decided it",
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
