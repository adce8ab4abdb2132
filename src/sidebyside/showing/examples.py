"""Worked examples: points that belong together, looked at closely, as comparison.yml names them."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from sidebyside.record import Comparison
from sidebyside.showing.markup import Html, render
from sidebyside.showing.matrix import matrix
from sidebyside.showing.prose import say
from sidebyside.showing.tables import show
from sidebyside.showing.told.reading import without
from sidebyside.showing.wording import UNDECIDED, count, listed

CHARGES = ("alleges", "denies")


def examples(work: Comparison) -> Html:
    """Each worked example: its points, the one that is told in full, and the voices and figures behind them.

    A comparison that names none says so.
    """
    pieces: list[Html] = []
    for example in work.about.examples:
        ids = [point.id for point in work.coded.points if point.id in example.points or point.theme == example.theme]
        pieces.append(render("example.html.j2", example=example))
        pieces.append(matrix(work, ids))
        pieces += [told(work, example.told)] if example.told else []
        for shown in example.show:
            pieces += SHOWN[shown](work, resting(work, ids))
        pieces += [say(work, example.remark)] if example.remark else []
    if not pieces:
        why = UNDECIDED if work.points.empty else "None is named yet."
        end = "An example is a heading and the points that belong under it, listed as examples in comparison.yml."
        return say(work, f"{why} {end}")
    return Html(Markup("\n").join(Markup(piece.markup) for piece in pieces), "\n\n".join(map(repr, pieces)))


def resting(work: Comparison, points: list[str]) -> set[str]:
    """The passages on which the points rest."""
    return {place.passage for place in work.places if place.point in points and place.role == "evidence"}


def told(work: Comparison, identity: str) -> Html:
    """A point in full: why the verdict was given, whether both can be true, what would settle it."""
    point = work.point(identity)
    parts = [f"**{point.question}** {point.reason} [{point.id}]"]
    parts += [f"Can both be true? {point.both_can_be_true}"] if point.both_can_be_true else []
    parts += [f"What would settle it? {point.would_settle_it}"] if point.would_settle_it else []
    return say(work, "\n\n".join(parts))


def said(work: Comparison, kind: str) -> pd.DataFrame:
    """The voices or figures that a coder wrote down; where nobody has, those that the machine reads."""
    coded: pd.DataFrame = getattr(work, kind)
    return coded if len(coded) else getattr(work.reading, kind)


def charges(work: Comparison, passages: set[str]) -> list[Html]:
    """Who charges and who denies."""
    found = said(work, "voices")
    found = found[found.passage.isin(passages) & found.how.isin(CHARGES)]
    where = f", all of them in {listed(sorted(found.source.unique()))}" if len(found) else ""
    return [
        say(work, f"Who vouches for it: {count(len(found), 'place')} in which someone charges or denies{where}."),
        show(work, found[["who", "role", "how", "about", "passage"]]),
    ]


def figures(work: Comparison, passages: set[str]) -> list[Html]:
    """What is counted, and by whom; shares that make a whole are added up."""
    found = said(work, "figures")
    found = found[found.passage.isin(passages)]
    bare = int((found.sourced == "none").sum())
    where = f", all in {listed(sorted(found.source.unique()))}" if len(found) else ""
    pieces: list[Html] = [
        say(work, f"{count(len(found), 'figure')}{where}{without(bare, len(found))}."),
        show(work, found[["of", "value", "unit", "bound", "support", "passage"]]),
    ]
    shares = [float(share) for share in found[found.unit.str.contains("cent", na=False)].value]
    if len(shares) > 1 and abs(sum(shares) - 100) < 0.5:
        added = " + ".join(f"{share:g}" for share in shares)
        pieces.append(say(work, f"The shares add up: {added} = {sum(shares):g} per cent."))
    return pieces


SHOWN = {"charges": charges, "figures": figures}
