"""Voices as rows of the table VOICES: one a speaker, with the place of the reported sentence's words in its source."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.reading.voices.voice import Place, Voice

OFFICIALS = ("official", "minister", "ministry", "government", "department", "president", "embassy", "administration")
EXPERTS = ("expert", "analyst", "scholar", "researcher", "economist", "scientist", "professor", "academic")
MEDIA = ("media", "press", "newspaper", "reporter", "journalist", "post", "times", "news", "agency")


def rows_of(voice: Voice, words: str, source: str, passage: str, start: int) -> Iterator[dict[str, object]]:
    """The rows of one voice: the speaker, then those who speak along.

    `words` are those of the passage, `start` its first code point in the source. What the machine does not read, the
    side that a voice belongs to, stays empty.

    >>> told = Voice(0, (7, 11), (0, 6), ((12, 19),), "Moscow", "Moscow", "", "states", "place-for-government")
    >>> [(r["who"], r["type"], r["quote"], r["start"]) for r in rows_of(told, "Moscow says it fell.", "A", "A1", 100)]
    [('Moscow', 'officials', 'Moscow says it fell', 100)]
    """
    places = [*voice.content, *(p for p in (voice.cue, voice.source) if p is not None)]
    first, last = min(a for a, _ in places), max(b for _, b in places)
    notes = [f"through {voice.through}" if voice.through else "", "speaker or words filled" if voice.inferred else ""]
    for who in (voice.who or "Unattributed", *voice.others):
        yield {
            "source": source,
            "passage": passage,
            "start": start + first,
            "end": start + last,
            "quote": words[first:last],
            "who": who,
            "role": voice.role if who == voice.who else "",
            "type": type_of(who, voice),
            "how": voice.how,
            "cue": words[slice(*voice.cue)] if voice.cue else "",
            "about": " … ".join(words[a:b] for a, b in voice.content),
            "note": "; ".join(filter(None, notes)),
            "speaker": moved(voice.source, start) if voice.source else None,
            "reporting": moved(voice.cue, start) if voice.cue else None,
            "said": tuple(moved(place, start) for place in voice.content),
        }


def moved(place: Place, by: int) -> Place:
    """A place in a passage as one in its source.

    >>> moved((3, 5), 40)
    (43, 45)
    """
    return place[0] + by, place[1] + by


def type_of(who: str, voice: Voice) -> str:
    """The kind of a voice in the table's terms: person, officials, experts, document, media or group."""
    if voice.kind in ("person", "document"):
        return voice.kind
    if voice.kind == "place-for-government":
        return "officials"
    said = who.lower()
    for kind, words in (("experts", EXPERTS), ("media", MEDIA), ("officials", OFFICIALS)):
        if any(word in said for word in words):
            return kind
    return "group"
