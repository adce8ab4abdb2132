"""The tables of coders: every coefficient stands with its n and interval, every disagreement with its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import Tag
from tests.showing.markup import column, tree

import sidebyside as sbs
from sidebyside.record import VERDICTS, Comparison
from sidebyside.record.points_file import CodingFile
from sidebyside.showing.markup import Html


def rows(piece: Html) -> list[list[str]]:
    """The words of every cell, row by row, a row's head first."""
    return [column(row, "th, td") for row in tree(piece.markup).select("tbody tr:not(.group)")]


def with_third(work: Comparison, **changes: object) -> Comparison:
    """A third coder, who coded what the first did, but for these fields of the first point."""
    first = next(coding for coding in work.codings if coding.coder == "first")
    one, *others = first.points
    third = CodingFile(coder="third", points=(one.model_copy(update=changes), *others))
    return replace(work, codings=(*work.codings, third))


def test_agreement_is_shown_with_its_counts(bridge: Comparison) -> None:
    """Eight points, seven alike: per cent, kappa and alpha, each coefficient over the interval that holds it."""
    found = rows(sbs.agreement_table(bridge))
    assert found[0][:4] == ["all verdicts", "8", "7", "88"]
    for cell in found[0][4:6]:
        value, low, high = map(float, re.findall(r"-?\d\.\d\d", cell))
        assert low <= value <= high
        assert 0.8 < value < 0.9
    assert found[0][6] == "0"
    assert {row[0] for row in found[1:]} <= {verdict.shown for verdict in VERDICTS.values()}


def test_all_coders_are_shown(bridge: Comparison) -> None:
    """Verdicts by points, silence and certainty by positions, each with its level and how many units it rests on."""
    found = {row[0]: row[1:] for row in rows(sbs.agreement_of_all_table(bridge))}
    assert found["all verdicts"][:3] == ["nominal", "points", "8"]
    assert found["speaks or silent"][:3] == ["nominal", "positions", "15"]
    assert found["certainty at its firmest"][:3] == ["ordinal", "positions", "13"]
    assert found["certainty at its firmest"][3].startswith("1.00")


def test_a_coefficient_that_is_not_defined_is_a_dash(bridge: Comparison) -> None:
    """Where nothing varies there is no number that could be taken for one."""
    same = replace(bridge, codings=tuple(c.model_copy(update={"points": c.points[:1]}) for c in bridge.codings))
    found = rows(sbs.agreement_table(same))
    assert found[0][4:6] == ["–", "–"]


def test_every_disagreement_is_shown(bridge: Comparison) -> None:
    """The one point that differs, with both verdicts, the settled one, and chips that open the words it rests on."""
    shown = tree(sbs.disagreement_table(bridge).markup)
    differ = shown.select("tbody tr")
    assert [column(row, "th, td .verdict") for row in differ] == [
        ["Who came to see the bridge?", "differ in detail", "agree", "differ in detail"]
    ]
    assert column(differ[0], "td:nth-of-type(3) .chip") == ["A7", "B6"]


def test_a_coder_is_shown_with_note_certainty_and_confidence(bridge: Comparison) -> None:
    """What a coder noted stands under the verdict, then the certainty by source and how sure the coder was."""
    work = with_third(bridge, verdict="framing", confidence="low", note="Not the same bridge?")
    [row] = rows(sbs.disagreement_table(work, "third", "settled"))
    first = work.codings[-1].points[0]
    told = "; ".join(f"{key} {', '.join(values)}" for key, values in first.certainty.items())
    assert row[1] == f"differ in framingNot the same bridge?{told}; confidence low"


def test_the_settling_has_every_point_coded_differently_in_its_group(bridge: Comparison) -> None:
    """Another verdict comes first; a point that one coder left out says so; what both coded alike is no part of it."""
    first = bridge.codings[0]
    work = replace(bridge, codings=(first.model_copy(update={"points": first.points[1:]}), *bridge.codings[1:]))
    shown = tree(sbs.settling_table(work).markup)
    groups = column(shown, "tr.group th")
    assert [group.rpartition(" ")[0] for group in groups] == ["Another verdict", "Coded by one alone"]
    assert [int(group.rpartition(" ")[2]) for group in groups] == [1, 1]
    alone = shown.select("tbody")[1].select_one("tr:not(.group)")
    assert isinstance(alone, Tag)
    assert column(alone, "td")[0] == "left out"


def test_who_settled_a_point_is_shown(bridge: Comparison) -> None:
    """Once points.yml says how a point was settled, that stands with who and when; before, that it is not said."""
    before = rows(sbs.disagreement_table(bridge))[0][-1]
    assert before.endswith("not said how it was settled")
    point = bridge.point("crowd")
    coded = point.coded.model_copy(update={"settled": "Crowds are not many"})
    points = tuple(p if p is not point else p.model_copy(update={"coded": coded}) for p in bridge.coded.points)
    after = replace(bridge, coded=bridge.coded.model_copy(update={"points": points}))
    assert rows(sbs.disagreement_table(after))[0][-1] == f"Crowds are not many{coded.by}, {coded.on.isoformat()}"


@pytest.mark.parametrize("one", ["third", "settled"])
def test_no_coder_is_shown_twice(one: str, bridge: Comparison) -> None:
    """Held against what was settled, a coder has one column and the settled verdict the other."""
    work = with_third(bridge, verdict="framing")
    two = "settled" if one == "third" else "third"
    heads = column(tree(sbs.settling_table(work, one, two).markup), "thead th")
    assert heads == ["Question", one, two, "Why it was settled so"]
    [row] = rows(sbs.disagreement_table(work, one, two))
    assert row[1 + (one == "settled")].startswith("differ in framing")
