"""The words a coder chooses from, and when each is right. One word for one thing, in files, tables and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Verdict(NamedTuple):
    """How a verdict is shown, and when it is given."""

    shown: str
    when: str


VERDICTS = {
    "agree": Verdict("agree", "same answer, comparable certainty"),
    "conflict": Verdict("conflict", "answers that cannot both be true as put"),
    "certainty": Verdict(
        "differ in certainty",
        "same proposition, different standing: one asserts what the other reports, hedges or records as denied",
    ),
    "detail": Verdict("differ in detail", "compatible in the main; another figure, date, participant or mechanism"),
    "framing": Verdict("differ in framing", "same facts, another cause, emphasis or judgement"),
    "only": Verdict("only one speaks", "one source speaks, the other does not"),
    "internal": Verdict("inconsistent within", "a source against itself, or disputed by a third voice in it"),
}
KINDS = ("act", "perception", "figure", "date", "participants", "motive", "assessment", "advice")
RANKS = ("core", "supporting", "minor")
CONFIDENCES = ("high", "fair", "low")
SILENCES = {
    "earlier": "written earlier",
    "scope": "outside its subject",
    "could": "could have said it",
}
HOW_KNOWN = ("stated", "inferred", "proposed", "unknown")  # proposed: taken from the file, no person has looked yet
EXAMPLE_TABLES = ("charges", "figures")  # what a worked example can show besides its points
WAITING = ("title", "question", "themes", "parts")  # what of a comparison may still be as it was proposed


def verdict_shown(verdict: str, speaking: Iterable[str] = (), within: str = "") -> str:
    """The verdict in words, with the letters of the sources where it has any.

    >>> verdict_shown("only", ["A"]), verdict_shown("internal", within="B"), verdict_shown("certainty")
    ('only A', 'inconsistent within B', 'differ in certainty')
    """
    if verdict == "only":
        return f"only {', '.join(speaking)}"
    return f"{VERDICTS[verdict].shown} {within}".strip()
