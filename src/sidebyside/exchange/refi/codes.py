"""The codes of a project: verdicts, points, themes and certainties, each name used once in the whole project.

Importers keep codes by their names, and drop the second of two; so a point's code names its verdict ("Conflict: the
day") and the others their kind ("Theme: harm").
"""

from __future__ import annotations

from dataclasses import dataclass

from sidebyside.exchange.refi.guids import guid
from sidebyside.exchange.refi.wording import apart
from sidebyside.reading import CERTAINTIES
from sidebyside.record import VERDICTS, Comparison
from sidebyside.record.limiting import Limit
from sidebyside.showing import palette

THEMES = "Themes"
THEME = "Theme: "
TERMS = "Terms that suggest it: "
KEY = "Key in comparison.yml: "
POINTS = "Points"


@dataclass(frozen=True)
class Code:
    """A code, or a heading over codes, that nothing is coded with itself."""

    guid: str
    name: str
    about: str
    colour: str = ""
    children: tuple[Code, ...] = ()

    @property
    def codable(self) -> bool:
        """A passage can be coded with it."""
        return not self.children


def code_guid(work: Comparison, kind: str, key: str) -> str:
    """The GUID of the code for a verdict, a point, a theme or a certainty."""
    return guid(work, "code", kind, key)


def codes(work: Comparison, limit: Limit) -> list[Code]:
    """The four headings, without one that has no codes under it."""

    def heading(name: str, about: str, children: list[Code]) -> list[Code]:
        return [Code(guid(work, "heading", name), name, about, children=tuple(children))] if children else []

    return [
        *heading("Verdicts", "How the sources stand to each other on a point, not what is true.", verdicts(work)),
        *heading(
            POINTS, "The questions on which the sources are compared, each under its verdict.", points(work, limit)
        ),
        *heading(THEMES, "What the points are about.", themes(work, limit)),
        *heading("Certainties", "How a source puts what it says.", certainties(work)),
    ]


def verdicts(work: Comparison) -> list[Code]:
    """A code for each verdict, used or not."""
    return [
        Code(
            code_guid(work, "verdict", key),
            f"Verdict: {verdict.shown}",
            verdict.when,
            palette.VERDICTS[key].light,
        )
        for key, verdict in VERDICTS.items()
    ]


def points(work: Comparison, limit: Limit) -> list[Code]:
    """A code for each point."""
    named = {
        point.id: f"{point.shown[0].upper()}{point.shown[1:]}: {limit.said(point.label, point.draft)}"
        for point in work.coded.points
    }
    names = apart(named)
    return [
        Code(
            code_guid(work, "point", point.id),
            names[point.id],
            limit.said(point.question, point.draft),
            palette.VERDICTS[point.verdict].light,
        )
        for point in work.coded.points
    ]


def themes(work: Comparison, limit: Limit) -> list[Code]:
    """A code for each theme; the words that suggest it, and its key, stand on lines of their own."""
    names = apart({theme.key: f"{THEME}{theme.name}" for theme in work.about.themes})
    return [
        Code(
            code_guid(work, "theme", theme.key),
            names[theme.key],
            "\n".join(
                [
                    limit.said(theme.definition),
                    *([TERMS + "; ".join(theme.terms)] if theme.terms else []),
                    KEY + theme.key,
                ]
            ),
            palette.QUIET.light,
        )
        for theme in work.about.themes
    ]


def certainties(work: Comparison) -> list[Code]:
    """A code for each certainty."""
    return [
        Code(code_guid(work, "certainty", key), f"Certainty: {key}", about, palette.INK.light)
        for key, about in CERTAINTIES.items()
    ]
