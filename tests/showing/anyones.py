"""Comparisons as anyone might begin or end up with: no point yet, no theme, seven sources, nothing but silence."""

from __future__ import annotations

from pathlib import Path

from tests.matching.seven_reports import REPORTS
from tests.showing.small import known, point, says, silent, source, write

from sidebyside.record import Comparison, load

QUAY = {
    "A": "The quay belongs to the fishermen. They mend their nets on it. Nobody has asked them to leave.\n",
    "B": "Cranes stand on the quay. The fishermen keep to the far end. A fence keeps everyone else out.\n",
}
WRECK = [
    {"key": "accident", "name": "The accident", "definition": "How it came about.", "terms": ["reef", "fog", "bridge"]},
    {"key": "rescue", "name": "The rescue", "definition": "Who saved whom.", "terms": ["fishermen", "lifeboat"]},
]


def described(key: str, text: str, short: str = "") -> dict[str, object]:
    """A source of which only what its file tells is known, and that is proposed."""
    told = {name: known("Not stated") for name in ("author", "written", "publisher")}
    kind = known("Text", "proposed", because="The file says no more.")
    short = short or f"Source {key}"
    return source(key, title=text.partition(".")[0], short=short, parts=[], kind=kind, rights="Not stated") | told


def about(texts: dict[str, str], themes: list[dict[str, object]]) -> dict[str, object]:
    """A comparison.yml that no person has gone over."""
    return {
        "title": "Two accounts" if len(texts) == 2 else f"{len(texts)} accounts",
        "question": "What do the sources say, and where do they part?",
        "sources": [described(key, text) for key, text in texts.items()],
        "themes": themes,
    }


def undecided(folder: Path) -> Comparison:
    """Two short texts, no point and no theme."""
    return load(write(folder, QUAY, about(QUAY, []), [], [], None, {}))


def seven(folder: Path) -> Comparison:
    """Seven reports of one event, themes, and no point."""
    return load(write(folder, REPORTS, about(REPORTS, WRECK), [], [], None, {}))


def twenty(folder: Path) -> Comparison:
    """Twenty sources, and one point on which two of them speak."""
    texts = {chr(ord("A") + n): f"The port is old. Ship number {n} lies in it.\n" for n in range(20)}
    asked = {
        "A": says("It is old.", "asserted", "The port is old."),
        "T": says("So it is.", "asserted", "The port is old."),
    }
    silence = {key: silent("scope") for key in texts if key not in "AT"}
    told = [point("port-old", "Is the port old?", "agree", asked | silence, theme="accident")]
    return load(write(folder, texts, about(texts, WRECK), told, [], None, {}))


def alone(folder: Path) -> Comparison:
    """Two texts without a date, a figure or a voice, and one point, on which only the first speaks."""
    theme = {"key": "quay", "name": "The quay", "definition": "Whose it is.", "terms": ["pier"]}
    asked = {
        "A": says("It is the fishermen's.", "asserted", "The quay belongs to the fishermen."),
        "B": silent("scope"),
    }
    told = [point("whose-quay", "Whose is the quay?", "only", asked, theme="quay", rank="minor")]
    return load(write(folder, QUAY, about(QUAY, [theme]), told, [], None, {}))
