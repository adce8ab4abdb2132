"""Where the rights in the sources allow excerpts alone, no page shows more of them: neither in words nor in data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.showing import anyones, small
from tests.showing.test_pieces import PIECES

import sidebyside as sbs
from sidebyside.record import Comparison
from sidebyside.record.limiting import ALIKE_IN_DRAFT, alike
from sidebyside.showing.bench.script import inlined
from sidebyside.showing.bench.view import exported
from sidebyside.texts import Source, masked
from sidebyside.texts.shortening import word_places

CHARTS = ("timeline", "distinguishing_words", "attribution_profile", "where_themes_stand")
TEXT = "One two three. Four five six seven. Eight."


@pytest.fixture(scope="module", params=["bridge", "seven"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """A comparison with points, and one without."""
    folder = tmp_path_factory.mktemp(request.param)
    return small.bridge(folder) if request.param == "bridge" else anyones.seven(folder)


@pytest.mark.parametrize("most", [0, 5, 40])
def test_no_page_shows_more_words_in_a_row(made: Comparison, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In what every piece shows and in the data of the bench no run of a source's words is longer than the limit.

    The analyst's own sentences and the titles are left out; so many words may be alike because a name is long.
    """
    monkeypatch.setenv("SIDEBYSIDE_EXCERPTS", str(most))
    own = sorted({alike_words(words) for words in said(made)}, key=len, reverse=True)
    shown = [words_of_markup(piece(made)._repr_html_()) for name, piece in PIECES.items() if name != "accuracy_card"]
    shown += [words_of_markup(getattr(sbs.charts, name)(made).in_page()) for name in CHARTS]
    data = json.loads(inlined(exported(made)))
    for source in data["sources"]:
        shown.append("".join(w + gap for _, _, line in source.pop("paragraphs") for _, _, w, gap in line))
    shown += [str(value) for value in strings(data)]
    longest = max(most, ALIKE_IN_DRAFT)
    runs = {run for source in made.texts for run in runs_of(alike_words(source.text), longest + 1)}
    for words in shown:
        told = alike_words(words)
        for sentence in own:
            told = without(told, sentence)
        assert not [run for run in runs_of(told, longest + 1) if run in runs]


def test_without_a_limit_all_is_shown(made: Comparison) -> None:
    """Nobody's pages are cut who did not ask for it, and the sentence of the limit is not there."""
    assert made.excerpts is None
    words = sbs.reader(made).markup
    assert made.texts[0].words(made.texts[0].body[0]) in BeautifulSoup(words, "lxml").text
    assert "rights in the sources" not in words
    assert exported(made)["sources"][0]["paragraphs"][0][2][0][2].strip("…")


@pytest.mark.parametrize(("most", "told"), [("0", "none of their words"), ("1", "at most 1 word"), ("25", "25 words")])
def test_a_page_says_that_it_is_limited(
    made: Comparison, most: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the sources, and in the bench, it is said by how much, and why."""
    monkeypatch.setenv("SIDEBYSIDE_EXCERPTS", most)
    for words in (sbs.reader(made).markup, exported(made)["limited"]):
        assert told in words
        assert "rights in the sources" in words


def test_the_comparison_says_the_limit_where_nobody_else_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """comparison.yml holds it for all who open the comparison; who makes the pages may ask for another."""
    work = anyones.undecided(tmp_path)
    limited = work.about.model_copy(update={"excerpts": 7})
    work = Comparison(work.folder, limited, work.texts, work.coded, work.places)
    assert work.excerpts == 7
    monkeypatch.setenv("SIDEBYSIDE_EXCERPTS", "3")
    assert (work.excerpts, work.limit.quote("one two three four")) == (3, "one two three …")


@pytest.mark.parametrize(
    ("spans", "most", "left"),
    [
        ([(0, 42)], None, TEXT),
        ([(0, 42)], 0, "…              …                    …     "),
        ([(0, 42)], 2, "One two …      …                    …     "),
        ([(4, 13), (20, 24)], 9, "…   two three. …    five …          …     "),
        ([(0, 13), (20, 24)], 1, "One …          …    five …          …     "),
    ],
)
def test_a_masked_text_is_as_long_as_it_was(spans: list[tuple[int, int]], most: int | None, left: str) -> None:
    """Words that show stand where they stood; of a place no more than the first ones, and none that follow them."""
    shown = masked(Source("A", "Numbers", TEXT), spans, most)
    assert (shown, len(shown)) == (left, len(TEXT))


def test_words_that_run_on_from_passage_to_passage_are_in_a_row() -> None:
    """A short sentence that is shown whole leaves less of the next one."""
    assert masked(Source("A", "Numbers", TEXT), [(0, 42)], 5).split() == "One two three. Four five … …".split()


def words_of_markup(markup: str) -> str:
    """The words of a piece, those for screen readers included, without the ids that stand between them."""
    page = BeautifulSoup(markup, "lxml")
    for aside in page.select("style, script, .pid, .chip, path, .foot"):
        aside.decompose()
    labels = [str(tag["aria-label"]) for tag in page.select("[aria-label]")]
    return " … ".join([page.get_text(" "), *labels])


def strings(data: Any) -> Iterator[str]:
    """Every string in some data."""
    if isinstance(data, str):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ():
        yield from strings(value)


def said(work: Comparison) -> Iterator[str]:
    """What the analyst wrote: everything in comparison.yml and points.yml but the quotes."""
    yield from strings(work.about.model_dump(mode="json"))
    yield from strings(without_quotes(work.coded.model_dump(mode="json")))
    yield from strings(without_quotes([coding.model_dump(mode="json") for coding in work.codings]))


def without_quotes(data: Any) -> Any:
    """Some data without its quotes."""
    if isinstance(data, dict):
        return {name: without_quotes(value) for name, value in data.items() if name != "quote"}
    return [without_quotes(value) for value in data] if isinstance(data, list) else data


def alike_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; what is left out is a word of its own."""
    return tuple(alike(text[start:end]) or text[start:end] for start, end in word_places(text))


def without(words: tuple[str, ...], sentence: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a stroke wherever the sentence stood."""
    if len(sentence) < 2 or not {sentence[0]} & set(words):
        return words
    told, size, at = [], len(sentence), 0
    while at < len(words):
        alike_here = words[at : at + size] == sentence
        told.append("|" if alike_here else words[at])
        at += size if alike_here else 1
    return tuple(told)


def runs_of(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    return zip(*(words[shift:] for shift in range(length)), strict=False)
