"""A draft: a point made from a proposal in plain turns of phrase, which a person then goes over.

Its words come from the claim of many texts that it is on, if it is on one; else from the passages, and from what the
machine read that both sides share: `names` and `themes` of the proposal, the most telling first (see `offered`).
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Mapping

from sidebyside.record.actions.action import UNWRITABLE, State
from sidebyside.record.keeping.changes import At, Json
from sidebyside.record.keeping.keys import identity_of
from sidebyside.texts import shorten
from sidebyside.wording import listed

LONGEST_ID = 50  # of the 60 characters an id may have: the rest is for a number
NAMED = 3  # names in a question: more make it no clearer
CLAIM = 80  # characters of a claim that stand for it
WORDS = 7  # of a passage in a label, where nothing is named

# What a point is about, by the first of these that its proposal shows; an act where none does.
KINDS: tuple[tuple[str, Callable[[Json, frozenset[str]], bool]], ...] = (
    ("perception", lambda row, signals: row["excuse"] == "perception"),  # one side only fears or believes it
    ("date", lambda row, signals: "clash" in signals),  # one deed, dated apart
    ("figure", lambda row, signals: "figures" in signals),  # the same thing counted
)


def draft(row: Mapping[str, Json], words: str, at: At, state: State) -> Json:
    """The fields of a point that a proposal leads to, but for positions and verdict; `words` are those of its one side.

    The theme is the one that both sides touch most, or the first of the codebook.
    """
    names = [clean(name) for name in row.get("names", ())][:NAMED]
    about = listed([as_said(name, words) for name in names])
    claim = clean(row.get("claim", ""))
    label = shorten(claim, CLAIM) if claim else about or f"“{' '.join(clean(words).split()[:WORDS])} …”"
    theme = next((theme for theme in row.get("themes", ()) if theme in at.themes), None)
    return {
        "id": free_id(label, state),
        "label": label if label != about else about[:1].upper() + about[1:],
        "question": question_on(claim, about, label),
        "theme": theme or next(iter(at.themes), ""),
        "kind": kind_of(row),
        "rank": "supporting",
        "reason": clean(row["reason"]) or "As the machine proposed.",
        "draft": True,
        "proposed": {"id": row["id"], "verdict": row["verdict"], "reason": clean(row["reason"])},
    }


def question_on(claim: str, about: str, label: str) -> str:
    """What the sources are asked: of a claim in its words, else of the names that they share.

    >>> question_on("The bridge fell.", "the Taliban", ""), question_on("", "the Taliban", "The Taliban")
    ('What do the sources say to this: The bridge fell.', 'What do the sources say of the Taliban?')
    """
    if claim:
        return f"What do the sources say to this: {claim}"
    return f"What do the sources say of {about}?" if about else f"What do the sources say to this: {label}?"


def kind_of(row: Mapping[str, Json]) -> str:
    """What kind of point a proposal makes."""
    signals = frozenset(name for name, _ in row["signals"])
    return next((kind for kind, shows in KINDS if shows(row, signals)), "act")


def as_said(name: str, words: str) -> str:
    """The name with its article, where the words have it so throughout.

    >>> as_said("Taliban", "It armed the Taliban."), as_said("China", "China and the China trade.")
    ('the Taliban', 'China')
    """
    before = re.findall(rf"(\bthe )?\b{re.escape(name)}\b", words, re.IGNORECASE)
    return f"the {name}" if before and all(before) else name


def clean(words: str) -> str:
    """The words on one line, without characters that no file can hold."""
    return " ".join(UNWRITABLE.sub(" ", words).split())


def slug(words: str) -> str:
    """Words as an id.

    >>> slug("Russia’s goals: war & peace"), slug("Мир")
    ('russias-goals-war-peace', 'point')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    words = " ".join(re.findall("[a-z0-9]+", plain))
    return textwrap.shorten(words, LONGEST_ID, placeholder="").replace(" ", "-") or "point"


def free_id(words: str, state: State) -> str:
    """An id made from words that nothing in the state has."""
    taken = {identity_of(key) for key in state if not key.startswith("candidates/")}
    wanted = slug(words)
    number = 1
    while (found := wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    return found
