"""The comparison that ships keeps its promises: whole, proven, and in the analyst's own words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
import yaml
from tests.helpers import SHIPPED

from sidebyside.record import VERDICTS, Comparison, load
from sidebyside.texts import QuoteFinder

PRINTS = {
    "how-russia-views-afghanistan-today.txt": "76f1db6063177c7ddd5c02eb030d5921006c2195890137572d99d40869410d2e",
    "russias-strategic-interests-in-afghanistan.txt": (
        "190a43a235d9a96465cf9946989e65011fbd92cba63807b241ada098e9de68db"
    ),
}
EXAMPLES = ["arms-since-2015", "trade-volume", "trade-balance"]
LONGEST_POSITION = 40  # words
COPIED = 8  # consecutive words of a source that no position may repeat
COMPLETE = sorted((SHIPPED / "codings" / "complete").glob("*.yml"))


@cache
def work() -> Comparison:
    return load(SHIPPED)


@cache
def complete(name: str) -> list[dict[str, Any]]:
    """The points of one coder's complete coding."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((SHIPPED / "codings" / "complete" / name).read_text(encoding="utf-8"), loader)["points"]


def plain(text: str) -> list[str]:
    """The words of a text without case and marks."""
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize("name", PRINTS)
def test_the_texts_are_byte_for_byte_what_was_compared(name: str) -> None:
    """Neither git nor an editor has touched a character: the SHA-256 is that of the day they were compared."""
    assert sha256((SHIPPED / "texts" / name).read_bytes()).hexdigest() == PRINTS[name]


def test_no_other_text_ships() -> None:
    """The folder holds the two texts and nothing else."""
    assert sorted(path.name for path in (SHIPPED / "texts").iterdir()) == sorted(PRINTS)


def test_it_loads() -> None:
    """Every quote is proven, or there would be no comparison; every verdict is in use."""
    assert work().keys == ("A", "B")
    assert set(work().points.verdict) == set(VERDICTS)
    assert len(work().evidence) > len(work().points) > 100


def test_every_body_passage_is_accounted_for() -> None:
    """Nothing in either essay was passed over: a passage is evidence, or set aside with a reason."""
    coverage = work().coverage
    assert coverage[coverage.status == "open"].id.tolist() == []
    assert Counter(coverage.source) == {"A": 120, "B": 40}
    assert (coverage[coverage.status == "set aside"].reason != "").all()


@pytest.mark.parametrize("identity", EXAMPLES)
def test_the_worked_examples_are_there(identity: str) -> None:
    """The points that the notebooks and the README lead through exist, and rest on evidence."""
    point = work().point(identity)
    assert point.speaking
    assert all(work().evidence_of(identity, key) for key in point.speaking)


@pytest.mark.parametrize("field", ["id", "label", "question"])
def test_no_two_points_are_called_the_same(field: str) -> None:
    """In a table, a label has to tell one point from all others."""
    counts = Counter(work().points[field].str.casefold())
    assert [name for name, count in counts.items() if count > 1] == []


def test_positions_are_short() -> None:
    """What a source says is put in forty words at most."""
    long = [
        (point.id, key, len(position.says.split()))
        for point in work().coded.points
        for key, position in point.positions.items()
        if len(position.says.split()) > LONGEST_POSITION
    ]
    assert long == []


def copied(says: str, text: str) -> list[str]:
    """The runs of COPIED words that both hold."""
    here, there = plain(says), plain(text)
    runs = {tuple(there[n : n + COPIED]) for n in range(len(there) - COPIED + 1)}
    return [" ".join(run) for n in range(len(here) - COPIED + 1) if (run := tuple(here[n : n + COPIED])) in runs]


def test_a_copy_would_be_seen() -> None:
    """Eight words in a row are a copy, whatever the marks between them; seven are not."""
    text = "The river rose, and the old bridge fell on Monday."
    assert copied("So: the river rose and the Old bridge fell!", text) == ["the river rose and the old bridge fell"]
    assert copied("The river rose, and the old bridge stood.", text) == []


@pytest.mark.parametrize("key", ["A", "B"])
def test_positions_are_in_the_analysts_words(key: str) -> None:
    """No position repeats eight words in a row of a source: quotes are evidence, positions are readings."""
    text = work().source(key).text
    found = [
        (point.id, run)
        for point in work().coded.points
        for position in point.positions.values()
        for run in copied(position.says, text)
    ]
    assert found == []


def test_both_complete_codings_ship() -> None:
    """What each reader of the texts handed in ships too, and holds the verdicts that were compared."""
    assert [path.name for path in COMPLETE] == ["first.yml", "second.yml"]
    codings = {coding.coder: coding for coding in work().codings}
    for coding in (codings["first"], codings["second"]):
        handed_in = {point["id"]: point["verdict"] for point in complete(f"{coding.coder}.yml")}
        assert handed_in
        assert [p.own for p in coding.points if handed_in.get(p.own) != p.verdict] == []
        assert [p.own for p in coding.left_out if handed_in.get(p.own) != p.verdict] == []
        assert {p.own for p in (*coding.points, *coding.left_out)} == set(handed_in)


@pytest.mark.parametrize("name", [path.name for path in COMPLETE])
def test_every_quote_of_the_complete_codings_is_in_its_text(name: str) -> None:
    """A coder's quote is verbatim in the source it is given for, in the passage where one is named."""
    finders = {key: QuoteFinder(work().source(key)) for key in work().keys}
    quotes = [
        (key, entry)
        for point in complete(name)
        for key, position in point["positions"].items()
        for role in ("evidence", "near")
        for entry in position.get(role, [])
    ]
    assert len(quotes) > 300
    for key, entry in quotes:
        finder = finders[key]
        place = finder.find(entry["quote"], entry.get("passage", ""))
        assert plain(finder.source.text[place.start : place.end]) == plain(entry["quote"])


def test_the_front_page_rests_on_points_of_the_comparison() -> None:
    """Each finding names its points, and no finding is said twice."""
    findings = work().about.findings
    assert all(finding.points for finding in findings)
    assert len({finding.says for finding in findings}) == len(findings) >= 5
    known = set(work().points.id)
    assert {identity for finding in findings for identity in finding.points} <= known


def test_every_term_of_the_codebook_is_met() -> None:
    """A theme that suggests words suggests some that stand in the texts."""
    from sidebyside.reading import mentions

    found = mentions(work().texts, {theme.key: theme.terms for theme in work().about.themes})
    assert set(found.theme) == {theme.key for theme in work().about.themes}
