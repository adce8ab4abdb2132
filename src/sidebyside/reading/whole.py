"""What is known only when whole sources have been read: one name throughout, a voice's side, a figure's support."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sidebyside.reading.names import merged
from sidebyside.reading.sides import side_of

Tables = dict[str, pd.DataFrame]
AUTHOR = "the author"
COUNTING = re.compile(r"^(?:the|a|an|some|several|many|most|both|other|certain|a few|a number of)\s+", re.IGNORECASE)


def whole(tables: Tables, aliases: Mapping[str, Sequence[str]] | None = None, capitals: bool = True) -> Tables:
    """The tables of one or more sources, with what only all of them together tell.

    Names are one throughout (`aliases` win over every rule; `capitals` lets Moscow stand for Russia where it acts),
    voices go by them and have a side, and a figure that someone else is held to give says who.
    """
    names = merged(tables["names"], aliases or {}, capitals)
    voices = sided(named(others(tables["voices"]), names))
    figures = supported(tables["figures"], voices)
    return tables | {
        "names": names,
        "voices": voices,
        "figures": figures,
        "passages": heard(tables["passages"], voices),
    }


def others(voices: pd.DataFrame) -> pd.DataFrame:
    """The voices that are not the author's: "this paper examines" is the source's own word, and no one else's."""
    return voices[voices.who != AUTHOR].reset_index(drop=True)


def named(voices: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """The voices, each under the name that its words have throughout; what is no name stays as written.

    A capital that speaks is its government, so the names that its mentions have where they act come first.
    """
    seen: dict[tuple[str, str], Counter[str]] = {}
    for source, quote, name, how in zip(names.source, names.quote, names.name, names.how, strict=True):
        seen.setdefault((source, quote), Counter())[name] += 1 + 1000 * (how == "rule")
    known = {key: found.most_common(1)[0][0] for key, found in seen.items()}
    who = [
        known.get((source, COUNTING.sub("", who)), who) for source, who in zip(voices.source, voices.who, strict=True)
    ]
    return voices.assign(who=who)


def sided(voices: pd.DataFrame) -> pd.DataFrame:
    """The voices with their `group`: the country they speak for, for a named voice the one most often told.

    Those who govern a country go by one name, "Russia (officials)", whatever the text calls them.
    """
    own = [side_of(role, who) for role, who in zip(voices.role, voices.who, strict=True)]
    told: dict[str, Counter[str]] = {}
    for who, side in zip(voices.who, own, strict=True):
        if side:
            told.setdefault(who, Counter())[side] += 1
    usual = {who: sides.most_common(1)[0][0] for who, sides in told.items()}
    group = [side or usual.get(who, "") for who, side in zip(voices.who, own, strict=True)]
    official = zip(voices.who, voices.type, group, strict=True)
    who = [f"{side} (officials)" if side and is_officials(who, kind, side) else who for who, kind, side in official]
    return voices.assign(group=group, who=who)


def is_officials(who: str, kind: str, side: str) -> bool:
    """Those who govern a country, by no name but the country's: Russia, Russian officials, the Afghan government."""
    return kind == "officials" and (who == side or who.lower().endswith(("officials", "authorities", "government")))


def heard(passages: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """The passages with who speaks in each."""
    speakers: dict[str, dict[str, None]] = {}
    for passage, who in zip(voices.passage, voices.who, strict=True):
        speakers.setdefault(passage, {})[who] = None
    return passages.assign(who=["; ".join(speakers.get(passage, [AUTHOR])) for passage in passages.passage])


def supported(figures: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """The figures with their `support`: whose word a figure is, where it stands in what someone else is held to say.

    `sourced` is named (a document vouches), attributed (anyone else does) or none.
    """
    said: dict[str, list[dict[str, Any]]] = {}
    for voice in voices.to_dict("records"):
        said.setdefault(voice["passage"], []).append(voice)
    support, sourced = [], []
    for passage, start, end in zip(figures.passage, figures.start, figures.end, strict=True):
        heard = [v for v in said.get(passage, ()) if any(a <= start and end <= b for a, b in v["said"])]
        support.append("; ".join(dict.fromkeys(voice["who"] for voice in heard)) or "none given")
        sourced.append(
            "none" if not heard else "named" if any(v["type"] == "document" for v in heard) else "attributed"
        )
    return figures.assign(support=support, sourced=sourced)
