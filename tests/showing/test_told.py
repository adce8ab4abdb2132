"""Findings in sentences: true and well put for one as for twenty, for nothing as for much."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests.showing import anyones, small
from tests.showing.markup import dangers, misnested, tree, words

import sidebyside as sbs
from sidebyside.record import Comparison
from sidebyside.showing.markup import Html

PLAIN = {
    name: getattr(sbs.told, name)
    for name in sbs.told.__all__
    if name not in {"differences", "held", "proposed", "recalled"}
}
TOLD: dict[str, Callable[[Comparison], Html]] = PLAIN | {
    "differences in dates": lambda work: sbs.told.differences(work, "dates"),
    "differences in themes": lambda work: sbs.told.differences(work, "themes"),
    "proposed": lambda work: sbs.told.proposed(work, sbs.propose(work)),
    "held": lambda work: sbs.told.held(work, sbs.held_against(work, sbs.propose(work))),
    "recalled": lambda work: sbs.told.recalled(work, sbs.recall(work, sbs.propose(work))),
}
each_sentence = pytest.mark.parametrize("told", TOLD.values(), ids=TOLD.keys())
each_comparison = pytest.mark.parametrize("made", ["undecided", "seven", "twenty", "alone", "bridge", "three"])
BADLY_PUT = re.compile(
    r"\b0 \w+|\b1 (?:points|passages|pairs|places|figures|quotes|themes|texts|entries|titles)\b|\bnan\b|\bNone\b(?! of)"
    r"|\*\*|  |\b(?:no|1) \w+ (?:are|were|have)\b|\.\.$|\( in all"
)
ONLY_TWO = re.compile(r"\b(?:both|the other text|two texts)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def comparisons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Comparison]:
    """One of each kind."""
    folder = tmp_path_factory.mktemp("anyones")
    kinds = {name: getattr(anyones, name) for name in ("undecided", "seven", "twenty", "alone")}
    kinds |= {"bridge": small.bridge, "three": small.three}
    return {name: make(folder / name) for name, make in kinds.items()}


@each_comparison
@each_sentence
def test_a_sentence_is_well_put(
    told: Callable[[Comparison], Html], made: str, comparisons: dict[str, Comparison]
) -> None:
    """Every finding says something, its verbs fit its numbers, and no bare 0, leftover or empty bracket is in it."""
    piece = told(comparisons[made])
    sentence = words(tree(piece.markup).select_one(".prose"))
    assert sentence.endswith((".", "?")) or re.search(r"[A-T]\d+$", sentence), sentence
    assert not BADLY_PUT.search(sentence), sentence
    assert misnested(piece.markup) == []


@pytest.mark.parametrize("made", ["seven", "twenty", "three"])
@each_sentence
def test_of_many_it_is_not_said_both(
    told: Callable[[Comparison], Html], made: str, comparisons: dict[str, Comparison]
) -> None:
    """Where there are more than two sources no sentence speaks as if there were two."""
    sentence = words(tree(told(comparisons[made]).markup).select_one(".prose"))
    assert not ONLY_TWO.search(sentence), sentence


@each_sentence
def test_whatever_stands_in_a_text_stays_text(told: Callable[[Comparison], Html], tmp_path: Path) -> None:
    """A name that is an attack on the page is words in a sentence, too."""
    hostile = small.hostile(tmp_path)
    assert list(dangers(told(hostile).markup)) == []


def said(piece: Html) -> str:
    """The words of a piece."""
    return words(tree(piece.markup))


def test_the_verdicts_in_a_sentence(comparisons: dict[str, Comparison]) -> None:
    """All points, those of one source alone, and how the others fall; no clause on others where there are none."""
    sentence = said(sbs.told.verdicts(comparisons["bridge"]))
    assert "Of 8 points, 2 are raised by one source alone." in sentence
    assert "Where both speak, they agree on 1, conflict on 1, and differ on 3" in sentence
    assert "1 point sets a source against itself." in sentence
    assert said(sbs.told.verdicts(comparisons["alone"])) == "Of 1 point, 1 is raised by one source alone."


def test_nothing_decided_is_said(comparisons: dict[str, Comparison]) -> None:
    """Before there is a point every sentence on points says so, and claims nothing."""
    work = comparisons["seven"]
    for told in (sbs.told.verdicts, sbs.told.silences, sbs.told.themes_parted, sbs.told.standing):
        assert said(told(work)).startswith("No point is decided yet")
    assert said(sbs.told.decided(work)).startswith("Nothing is decided yet")
    assert said(sbs.told.evidence(work)) == "None of 62 body passages has been taken up by a point yet."
    found = sbs.propose(work)
    empty = sbs.held_against(work, found), sbs.recall(work, found), sbs.precision(work, found)
    assert [len(frame) for frame in empty] == [0, 0, 0]


def test_what_coder_and_machine_share_adds_up(comparisons: dict[str, Comparison]) -> None:
    """The parts of the sentence are the rows of the table: the same, another value, and each one's own."""
    work = comparisons["three"]
    counts = sbs.differences(work, "themes").status.value_counts()
    numbers = [int(number) for number in re.findall(r"\d+", said(sbs.told.differences(work, "themes")))]
    assert numbers == [counts.sum(), counts["same"], counts["only coded"], counts["only read"]]


def test_a_figure_without_a_source_is_told(comparisons: dict[str, Comparison]) -> None:
    """Each source's figures, and how many of them come without any source."""
    sentence = said(sbs.told.figures(comparisons["three"]))
    assert sentence.startswith("A gives 1 figure, without any source; B gives 1 figure, with a source;")


# where the sources came from


@pytest.fixture(scope="module")
def dam() -> Comparison:
    """Two pasted texts, tried."""
    one = sbs.Pasted("The dam at Orrin\n\nThe dam was finished in 2014. It cost 40 million crowns.")
    two = sbs.Pasted("What the dam took\n\nThe dam was finished in 2016. It cost 65 million crowns.")
    return sbs.trial([one, two])


def test_a_trial_leaves_nothing_behind(dam: Comparison) -> None:
    """The comparison can be read, counted and proposed on, and its folder is gone."""
    assert not dam.folder.exists()
    assert dam.keys == ("A", "B")
    assert len(sbs.propose(dam))
    assert dam.points.empty


def test_origins_say_what_a_text_was_taken_from(dam: Comparison, bridge: Comparison) -> None:
    """A text that came as a document or was pasted names its original; a plain file says that it is one."""
    came = sbs.origins(dam).frame
    assert came.came_as.str.startswith("originals/").all()
    assert came.format.tolist() == ["text", "text"]
    assert sbs.origins(bridge).frame[["came_as", "format", "by"]].values.tolist() == [
        ["A.txt", "", ""],
        ["B.txt", "", ""],
    ]
    assert "a plain file" in said(sbs.origins(bridge))
    assert said(sbs.told.origins(dam)).startswith("Of 2 texts, 2 are taken from an original")
    assert said(sbs.told.origins(bridge)).startswith("All the texts came as plain files")


def test_what_waits_is_counted(dam: Comparison, bridge: Comparison) -> None:
    """The numbers of the sentence add up to the rows of the table."""
    first, *each = [int(number) for number in re.findall(r"\d+", said(sbs.told.waiting(dam)))]
    assert first == sum(each) == len(sbs.waiting(dam))
    assert said(sbs.told.waiting(bridge)) == "No entry of comparison.yml is marked as proposed."


# worked examples


def test_a_worked_example(tmp_path: Path) -> None:
    """An example has its heading, its points, the one told in full, who vouches, the figures, and a remark."""
    example = {"heading": "The bridge", "why": "It matters.", "theme": "building", "told": "year"}
    example |= {"show": ["charges", "figures"], "remark": "So much for it."}
    work = sbs.load(small.write(tmp_path, about=small.ABOUT | {"examples": [example]}))
    shown = tree(sbs.examples(work).markup)
    assert words(shown.select_one("h3")) == "The bridge"
    assert len(shown.select("table.matrix tbody th[scope=row]")) == (work.points.theme == "building").sum()
    text = words(shown)
    for part in ("When was the bridge opened?", "Who vouches for it", "So much for it."):
        assert part in text
    assert isinstance(work.points, pd.DataFrame)


def test_no_example_is_said(bridge: Comparison, bare: Comparison) -> None:
    """Where comparison.yml names none, the page says what an example is."""
    assert said(sbs.examples(bridge)).startswith("None is named yet. An example is")
    assert said(sbs.examples(bare)).startswith("No point is decided yet.")
