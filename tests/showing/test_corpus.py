"""What people see of many texts: every count has its n, every quote opens its words, and a page stays light."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page
from tests.showing import many_texts
from tests.showing.browsing import CONTRAST, LEAST, Watch, made
from tests.showing.markup import column, dangers, misnested, repeated_ids, tree, words

import sidebyside as sbs
from sidebyside.errors import Refused, SideBySideError
from sidebyside.matching.corpus.sides import VERDICTS
from sidebyside.record import Comparison
from sidebyside.showing import report, running
from sidebyside.showing.markup import Html
from sidebyside.texts.passages import sentences

PIECES: dict[str, Callable[[Any], Html]] = {
    name: getattr(sbs, name) for name in ("overview", "between", "contested", "course", "repeated", "alone", "claims")
}
CORPORA = {name: getattr(many_texts, name) for name in ("ship", "hostile", "nobody", "empty")}
each_piece = pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
each_corpus = pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA.keys())
WITNESSES = ("Edda Voss", "Ann Lund", "Bo Tarn", "Kay Dunn", "Rolf Brandt", "Una Skerrow")
BADLY_PUT = re.compile(
    r"\b0 \w+s\b|\b1 (?:claims|texts|pairs|publishers|statements|origins)\b|\bnan\b|\bNone\b(?! of)|\.\.$"
)


@pytest.fixture
def ship() -> SimpleNamespace:
    return many_texts.ship()


@each_corpus
@each_piece
def test_a_piece_is_whole_and_safe(piece: Callable[[Any], Html], corpus: Callable[[], Any]) -> None:
    """Tags close in turn, no id stands twice, every mark opens words, and markup in a text stays words."""
    markup = piece(corpus()).markup
    page = tree(markup)
    assert misnested(markup) == []
    assert repeated_ids(page) == set()
    assert list(dangers(markup)) == []
    opened = {str(pop["id"]) for pop in page.select("[popover]")}
    assert {str(chip["popovertarget"]) for chip in page.select("button.chip")} == opened
    assert words(page)


@each_corpus
@each_piece
def test_a_piece_begins_with_a_sentence(piece: Callable[[Any], Html], corpus: Callable[[], Any]) -> None:
    """What is found is said in words, well put for none as for many."""
    if piece is not sbs.overview:
        told = column(tree(piece(corpus()).markup), "p.lead")
        assert len(told) == 1
        assert told[0].endswith(".")
        assert corpus is many_texts.hostile or not BADLY_PUT.search(told[0]), told


@each_piece
def test_a_piece_has_its_frame(piece: Callable[[Any], Any], ship: SimpleNamespace) -> None:
    """The same can be counted and filtered as a DataFrame: a row for each claim, text, publisher or two of them."""
    rows = {"overview": 5, "between": 4, "contested": 1, "course": 3, "repeated": 0, "alone": 3, "claims": 2}
    name = next(name for name, each in PIECES.items() if each is piece)
    assert len(piece(ship).frame) == rows[name]
    assert len(piece(ship).frame.columns) > 2


@each_piece
def test_few_words_where_few_may_be_shown(
    piece: Callable[[Any], Html], ship: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a limit of three words, no four in a row of any text stand anywhere in a piece."""
    assert any(
        said in words(tree(piece(ship).markup)) for told in many_texts.SHIP.values() for said in told
    ) or piece in (
        sbs.overview,
        sbs.repeated,
    )
    monkeypatch.setenv(running.EXCERPTS, "3")
    shown = piece(ship).markup
    for said in (said.split() for told in many_texts.SHIP.values() for said in told):
        for n in range(len(said) - 3):
            assert " ".join(said[n : n + 4]) not in shown


def test_every_cell_has_its_n(ship: SimpleNamespace) -> None:
    """A cell of the matrix says on how many claims two meet, before it says how; a publisher may meet itself."""
    piece = sbs.between(ship)
    told = [str(button["aria-label"]) for button in tree(piece.markup).select("table button.meet")]
    assert sorted(told) == sorted(
        [
            "Echo and Sun: 1 claim; 1 conflict",
            "The Post and Echo: 2 claims; 2 agree",
            "The Post and Sun: 2 claims; 1 conflict, 1 agree",
            "The Post with itself: 1 claim; 1 unsure",
        ]
    )
    assert (piece.frame[[*VERDICTS, "same"]].sum(axis=1) == piece.frame.claims).all()


def test_as_many_publishers_as_have_a_column() -> None:
    """One more than have a column of their own is named, too, and counted; from two more on they stand together."""
    assert [lead_of(publishers) for publishers in (2, 3, 4)] == [
        "1 pair of 2 publishers meets on a claim. Paper 0 and Paper 1 meet most often, on 1 claim.",
        "1 pair of 3 publishers meets on a claim. Paper 0 and Paper 2 meet most often, on 1 claim.",
        "No two of the publishers named here meet on a claim.",
    ]


def lead_of(publishers: int) -> str:
    """What is said of so many publishers, two of which have a column, where the first and the last meet on a claim."""
    last = publishers - 1
    words = {f"t{n}": [f"The pilot of quay {n} saw the ferry Halcyon at noon."] for n in range(publishers)}
    by = {f"t{n}": f"Paper {n}" for n in range(publishers)}
    corpus = many_texts.corpus_of(words, [(0, last, "agree", "both tell of it", 2)], by, {})
    return column(tree(sbs.between(corpus, most=2).markup), "p.lead")[0]


def test_names_that_run_alike_are_two_pairs() -> None:
    """“A B” and “C” meet in another cell than “A” and “B C”."""
    words = {f"t{n}": [f"The pilot of quay {n} saw the ferry Halcyon at noon."] for n in range(4)}
    by = {"t0": "A B", "t1": "C", "t2": "A", "t3": "B C"}
    pairs = [(0, 1, "agree", "both tell of it", 2), (2, 3, "agree", "both tell of it", 2)]
    page = tree(sbs.between(many_texts.corpus_of(words, pairs, by, {})).markup)
    assert repeated_ids(page) == set()
    ids = [str(pop["id"]) for pop in page.select(".pop:has(b.meet)")]
    assert len(ids) == 2
    assert all(re.fullmatch(r"m[0-9a-f]{10}", each) for each in ids)


def test_both_sides_of_a_conflict_have_their_words(ship: SimpleNamespace) -> None:
    """A contested claim shows its sides, the larger first, each with its quotes and marks, and the machine's reason."""
    page = tree(sbs.contested(ship).markup)
    assert column(page, ".side .who b") == ["Side 1, 2 texts", "Side 2, 1 text"]
    assert column(page, ".side:nth-of-type(2) mark") == ["The ferry carried some 240 passengers from Tarnmouth."]
    assert "echo-1 says “212 passengers”" in words(page)
    chip = page.select_one(".side:nth-of-type(2) button.chip")
    assert chip is not None
    pop = page.find(id=str(chip["popovertarget"]))
    assert "The ferry Halcyon struck the reef of Skerrow. The ferry carried" in words(pop)  # with the words before it
    assert "Sun" in words(pop)
    assert "2016-06" in words(pop)


def test_what_is_left_open_is_said(ship: SimpleNamespace) -> None:
    """Whom no proposal ties to the others stands apart, as open, and the claim is not called unanimous."""
    page = tree(sbs.claims(ship, words="went aground").markup)
    assert column(page, ".side .who b") == ["Side 1, 3 texts", "Open: the machine abstains, 1 text"]
    assert column(page, ".stands b") == ["unsure"]


def test_a_claim_in_the_order_of_time(ship: SimpleNamespace) -> None:
    """The first and the last are named, and the day from which another side speaks; rows stand by date."""
    piece = sbs.course(ship)
    assert piece.frame.date.tolist() == ["2016-05-14", "2016-05-15", "2016-06"]
    assert piece.frame.side.tolist() == [1, 1, 2]
    lead = column(tree(piece.markup), "p.lead")[0]
    assert lead.endswith("first in Echo, 2016-05-14, last in Sun, 2016-06. Another side speaks first in Sun, 2016-06.")
    assert len(tree(piece.markup).select("svg circle")) == 3
    claim = ship.claims.iloc[0]
    assert sbs.course(ship, claim.id).frame.statement.tolist() == sbs.course(ship, 1).frame.statement.tolist()


def test_a_claim_of_one_day_is_not_drawn(ship: SimpleNamespace) -> None:
    """A day, its month and its year may begin as one: nothing lies between them that could be drawn."""
    ship.texts["date"] = ["2016", "2016-01", "2016-01-01", "2016-01-01"]
    piece = sbs.course(ship)
    assert piece.frame.date.nunique() > 1
    assert tree(piece.markup).select("svg") == []


def test_a_claim_that_is_not_there(ship: SimpleNamespace) -> None:
    """A wrong number is refused, with what there is."""
    with pytest.raises(Refused, match=r"no claim 99: there are 2, numbered from 1\. Take an id"):
        sbs.course(ship, 99)


def test_the_list_is_searched_and_filtered(ship: SimpleNamespace) -> None:
    """By standing, by publisher and by words in a quote; an unknown standing is named."""
    assert len(sbs.claims(ship).frame) == 2
    assert sbs.claims(ship, standing="contested").frame.conflict.tolist() == [2]
    assert len(sbs.claims(ship, by="Sun", words="PASSENGERS").frame) == 1
    assert sbs.claims(ship, words="no such words").frame.empty
    with pytest.raises(KeyError, match="is no standing; there are contested, parted"):
        sbs.claims(ship, standing="agreed")


def test_who_stands_alone_is_shown(ship: SimpleNamespace) -> None:
    """The one statement of weight that nobody else speaks to stands there with its publisher."""
    piece = sbs.alone(ship)
    assert column(tree(piece.markup), ".corpus > .ctx mark") == ["Captain Edda Voss had left Tarnmouth in thick fog."]
    assert piece.frame.set_index("by").loc["The Post", ["texts", "alone"]].tolist() == [2, 1]


def test_what_is_reprinted_is_shown_alone_once() -> None:
    """Of words that one hand has in several texts, one stands for all where statements are listed that are alone."""
    body = [f"{who} of Tarnmouth saw the ferry {n} miles off the harbour at noon." for n, who in enumerate(WITNESSES)]
    corpus = many_texts.corpus_of({"a": body, "b": body}, [], {"a": "Echo", "b": "Sun"}, {})
    shown = column(tree(sbs.alone(corpus).markup), ".corpus > .ctx mark")
    assert len(shown) == len(set(shown)) > 0


def test_a_page_of_many_texts_names_nobody_who_decided(work: Comparison) -> None:
    """Under it stands that nothing of it is decided, and nothing of who coded the comparison or how far they agree."""
    feet = []
    for about in ("corpus", ""):
        book = nbformat.v4.new_notebook(metadata={"sidebyside": {"about": about}})
        page = report.page(book, Path("09-x.ipynb"), work, [("index.html", "Many")], "index.html", "{}")
        feet.append(words(tree(page).select_one("footer")))
    assert "Who decided. Nobody." in feet[0]
    assert [("Coded both texts" in foot, "kappa" in foot) for foot in feet] == [(False, False), (True, True)]


def test_who_repeats_whom_is_shown() -> None:
    """A reprint stands beside what it repeats, with how much of it."""
    body = [f"Sentence number {n} tells at length of cargo {n} and of the pilot of quay {n} there." for n in range(9)]
    corpus = many_texts.corpus_of({"a": body, "b": body[1:]}, [], {"a": "Echo", "b": "Sun"}, {"a": "2016", "b": "2017"})
    page = tree(sbs.repeated(corpus).markup)
    assert [words(cell) for cell in page.select("tbody td")] == [
        "Echoa, 2016", "83 of 83runs of five words of the shorter", "Echo, by the dates",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two thousand texts."""
    corpus = many_texts.large()
    work = sbs.load(Path(__file__).resolve().parents[2] / "data" / "russia-afghanistan")
    path = tmp_path_factory.mktemp("large") / "index.html"
    html = made(work, *(piece(corpus) for piece in PIECES.values()), heading="# Many texts")
    path.write_text(html, encoding="utf-8")
    return path


def test_the_page_of_two_thousand_texts_is_light(large: Path) -> None:
    """Everything together stays below five megabytes, and every mark opens its words."""
    html = large.read_text(encoding="utf-8")
    assert 500_000 < len(html.encode()) < 5_000_000
    page = tree(html)
    assert {str(c["popovertarget"]) for c in page.select("button.chip")} == {
        str(p["id"]) for p in page.select("[popover]")
    }
    assert repeated_ids(page) == set()


def test_the_page_of_two_thousand_texts_can_be_used(large: Path, page: Page) -> None:
    """The list is filtered, searched, sorted and unfolded; a mark opens its words; nothing is asked of a network."""
    watch = Watch(page)
    page.goto(large.as_uri())
    rows = page.locator("details.row:not([hidden])")
    every = rows.count()
    assert every == 250
    page.locator("[data-filter=standing]").select_option("contested")
    contested = rows.count()
    assert 0 < contested < every
    assert page.locator("output.count").inner_text() == f"{contested} of {every} claims"
    page.locator("[data-filter=standing]").select_option("")
    page.locator("[data-filter=text]").fill("matter 22 was")
    assert 0 < rows.count() < every
    page.locator("[data-filter=text]").fill("")
    page.locator("[data-sort]").select_option("conflict")
    order = page.eval_on_selector_all("details.row", "rows => rows.map(row => +row.dataset.conflictOrder)")
    assert order == sorted(order)
    rows.first.locator("summary").click()
    chip = rows.first.locator("button.chip").first
    chip.click()
    assert page.locator(f"#{chip.get_attribute('popovertarget')}").is_visible()
    assert watch.said == []
    assert [url for url in watch.asked if not url.startswith("file:")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_a_page_of_many_texts_is_read_anywhere(
    scheme: Any, width: int, page: Page, work: Comparison, tmp_path: Path
) -> None:
    """Wide and on a phone, in light and dark, nothing runs off the page and every word has its contrast."""
    path = tmp_path / "index.html"
    corpus = many_texts.ship()
    path.write_text(made(work, *(piece(corpus) for piece in PIECES.values()), heading="# Many"), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [text for text in page.evaluate(CONTRAST) if text[0] < LEAST] == []


def test_the_twelve_reports_are_what_they_say() -> None:
    """Twelve texts of five to nine sentences by eleven publishers, all marked as invented."""
    rows = [json.loads(line) for line in sbs.twelve_reports().read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len({row["key"] for row in rows}) == 12
    assert len({row["by"] for row in rows}) == 11
    assert {row["address"] for row in rows} == {"invented for this example"}
    assert all(5 <= len(sentences(row["text"])) <= 9 for row in rows)


def test_a_notebook_without_its_extra_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be run for want of a library is told on the page, with the mend; what needs nothing runs."""
    book = nbformat.v4.new_notebook(metadata={"sidebyside": {"needs": ["no_such_library"]}})
    assert re.match(r"no_such_library is not installed: .*corpus", running.lacking(book))
    assert running.lacking(nbformat.v4.new_notebook()) == ""


def test_kernels_are_told_the_limit_and_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    """While notebooks run both stand in the surroundings, and afterwards what stood there before."""
    monkeypatch.setenv(running.OTHERS, "mine.csv")
    monkeypatch.delenv(running.EXCERPTS, raising=False)
    with running.kernels_told(0, Path("theirs.csv")), running.kernels_told(None):
        assert (os.environ[running.EXCERPTS], os.environ[running.OTHERS]) == ("0", "theirs.csv")
    assert running.EXCERPTS not in os.environ
    assert os.environ[running.OTHERS] == "mine.csv"


def test_a_corpus_for_the_notebook(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bridge: Comparison) -> None:
    """A corpus that is named comes first; of a comparison of two, the twelve reports stand in its place."""
    asked: list[Path] = []
    monkeypatch.setattr("sidebyside.record.corpus.corpus", lambda path, cache=None: asked.append(Path(path)))
    sbs.many(bridge.folder)
    sbs.many(bridge.folder, tmp_path)
    assert asked == [sbs.twelve_reports(), tmp_path]
    with pytest.raises(SideBySideError):
        sbs.many(tmp_path)
