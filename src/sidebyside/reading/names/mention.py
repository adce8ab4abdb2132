"""A mention is a place in a passage where a name stands, and what its surroundings tell about whose name it is."""

from __future__ import annotations

from dataclasses import dataclass

TYPES = {
    "person": "a human being by name, without title or office",
    "organisation": "a body that can act: a ministry, an alliance, a company, a club, an armed organisation",
    "place": "a country, a region, a city, a building; a country is a place also where it acts",
    "group": "a people or a movement, named by its members: the Russians, the Taliban",
    "document": "a treaty, a law, a doctrine, a work by its title",
    "project": "an undertaking or a product with a name of its own: a pipeline, a spacecraft",
    "event": "a war, a conference, a contest, and the series they belong to",
}

SETTINGS = {
    "acts": "does, thinks or holds something, or has something done to it as only someone can",
    "place": "where something is or goes",
    "": "neither can be told",
}


@dataclass(frozen=True)
class Mention:
    """A name in a passage. `start` to `end` are code points of the passage, the end excluded.

    `words` are the words there, without article, possessive ending, title or office. `type` is one of TYPES or "",
    `setting` one of SETTINGS. `title` and `short_for` are as frames.MENTIONS has them.
    """

    start: int
    end: int
    words: str
    type: str = ""
    title: str = ""
    setting: str = ""
    short_for: str = ""
