"""The pieces of a page, each on two accounts of three sentences: what a reader has to find there is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from bs4 import Tag
from tests.showing import small
from tests.showing.markup import cells, column, dangers, misnested, repeated_ids, tree, words

import sidebyside as sbs
from sidebyside.record import Comparison
from sidebyside.showing.explore import chosen_points
from sidebyside.showing.markup import Html
from sidebyside.showing.tables import Sheet


def without_style(html: str) -> Html:
    """Markup without the style that a page brings along once for all."""
    return Html(re.sub(r"<style data-sbs>.*?</style>", "", html, flags=re.DOTALL))


def drawn(work: Comparison) -> Html:
    """Every passage of the first source, drawn."""
    return sbs.draw(work, *(passage.id for passage in work.texts[0].passages))


PIECES: dict[str, Callable[[Comparison], Html]] = {
    "opening": sbs.opening,
    "sources": sbs.sources,
    "sources in full": lambda work: sbs.sources(work, full=True),
    "findings": sbs.findings,
    "proposals": sbs.proposals,
    "verdicts": sbs.verdicts,
    "matrix": sbs.matrix,
    "ledger": sbs.ledger,
    "explore": lambda work: without_style(sbs.explore(work).instead),
    "bench": lambda work: without_style(sbs.bench(work, coder="ada").instead),
    "conflict_sheet": sbs.conflict_sheet,
    "inconsistencies": sbs.inconsistencies,
    "claims_by_certainty": sbs.claims_by_certainty,
    "silences": sbs.silences,
    "figures": sbs.figures,
    "statements": sbs.statements,
    "talks": sbs.talks,
    "witnesses": sbs.witnesses,
    "coverage": sbs.coverage,
    "accuracy_card": sbs.accuracy_card,
    "codebook": sbs.codebook,
    "coding_note": sbs.coding_note,
    "agreement_table": sbs.agreement_table,
    "agreement_of_all_table": sbs.agreement_of_all_table,
    "disagreement_table": sbs.disagreement_table,
    "settling_table": sbs.settling_table,
    "overruled_table": sbs.overruled_table,
    "memos_table": sbs.memos_table,
    "reader": sbs.reader,
    "draw": drawn,
    "ribbon": sbs.ribbon,
    "origins": sbs.origins,
    "say": lambda work: sbs.say(work, " ".join(f"**{p.label}** [{p.id}]" for p in work.coded.points) or "Nothing."),
    "show points": lambda work: sbs.show(work, work.points),
    "show passages": lambda work: sbs.show(work, work.passages, "All passages"),
}
NO_ENGLISH = pytest.mark.filterwarnings("ignore:(?s)source .* in another language")  # as a reader of it rightly says
each_piece = pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())


def page(piece: Html) -> Tag:
    """The markup of a piece as a tree."""
    return tree(piece.markup)


def opened(shown: Tag, chip: Tag) -> Tag:
    """What a chip opens."""
    found = shown.find(id=str(chip["popovertarget"]))
    assert isinstance(found, Tag), f"{words(chip)} opens nothing"
    return found


def lit(shown: Tag, chip: Tag) -> list[str]:
    """The words that are marked in what a chip opens."""
    return column(opened(shown, chip), ".ctx mark")


def resting(work: Comparison, point: str, key: str, role: str = "evidence") -> list[tuple[str, str]]:
    """(passage, quote) of a position, in the order of the text."""
    table = work.evidence
    table = table[(table.point == point) & (table.source == key) & (table.role == role)].sort_values("start")
    return list(zip(table.passage, table.quote, strict=True))


# every piece


@each_piece
def test_a_piece_is_whole(piece: Callable[[Comparison], Html], bridge: Comparison) -> None:
    """Each tag is closed in its turn, no id stands twice, each chip opens something, and nothing is opened by none."""
    markup = piece(bridge).markup
    shown = tree(markup)
    assert misnested(markup) == []
    assert repeated_ids(shown) == set()
    targets = {str(chip["popovertarget"]) for chip in shown.select("button.chip")}
    assert targets == {str(pop["id"]) for pop in shown.select("[popover]")}


@each_piece
def test_a_chip_is_named_for_those_who_do_not_see_it(piece: Callable[[Comparison], Html], bridge: Comparison) -> None:
    """A chip says its passage, is a button that submits nothing, and what it opens shows those words marked."""
    shown = page(piece(bridge))
    for chip in shown.select("button.chip"):
        assert chip["type"] == "button"
        assert words(chip) in str(chip["aria-label"])
        assert words(chip) in column(opened(shown, chip), ".foot b")
        assert "".join(lit(shown, chip))


@each_piece
def test_a_piece_for_three_sources(piece: Callable[[Comparison], Html], three: Comparison) -> None:
    """Nothing is made for two sources only: with three, every piece is whole too."""
    markup = piece(three).markup
    assert misnested(markup) == []
    assert repeated_ids(tree(markup)) == set()


@each_piece
def test_before_anything_is_coded(piece: Callable[[Comparison], Html], bare: Comparison) -> None:
    """With no point, reading, coding or finding each piece still shows, and invents nothing."""
    made = piece(bare)
    shown = page(made)
    assert misnested(made.markup) == []
    assert not shown.find_all(string=lambda text: str(text).strip().lower() in {"nan", "none", "undefined", "<na>"})
    assert shown.select(".row, .findings li, .e, .coders dt") == []


@pytest.mark.parametrize(
    "name",
    [
        "matrix", "ledger", "conflict_sheet", "inconsistencies", "claims_by_certainty", "silences", "statements",
        "talks", "agreement_table", "agreement_of_all_table", "disagreement_table", "settling_table",
        "overruled_table", "memos_table",
    ],
)  # fmt: skip
def test_an_empty_sheet_is_empty(name: str, bare: Comparison) -> None:
    """A sheet of what nobody has coded has its heads, no rows, and an empty frame."""
    made = PIECES[name](bare)
    assert isinstance(made, Sheet)
    assert made.frame.empty
    assert column(page(made), "tbody td, details.row") == []


def test_before_anything_is_coded_the_machine_reads(bare: Comparison) -> None:
    """Figures and witnesses are there without a coder, and say that the machine alone read them."""
    assert sbs.figures(bare).frame[["value", "by"]].to_numpy().tolist() == [[4e6, "machine"], [5e6, "machine"]]
    assert sbs.witnesses(bare).frame[["who", "how", "by"]].to_numpy().tolist() == [
        ["mayor", "states", "machine"],
        ["Orlov", "denies", "machine"],
    ]
    assert "machine" in words(page(sbs.figures(bare)))


def test_sources_without_a_body(tmp_path: Any) -> None:
    """Two files of a title alone are shown as what they are: no words of body."""
    texts = dict.fromkeys("AB", "Just a title\n")
    about = small.ABOUT | {"sources": [small.source("A"), small.source("B")], "findings": []}
    work = sbs.load(small.write(tmp_path, texts, about, [], [], None, {}))
    assert [line.partition(";")[0] for line in column(page(sbs.sources(work)), "dd") if "words" in line] == [
        "0 words in 0 passages of body",
        "0 words in 0 passages of body",
    ]
    assert "Just a title" in words(page(sbs.reader(work)))


# what was written by others


@each_piece
@NO_ENGLISH
def test_nothing_that_was_written_runs(piece: Callable[[Comparison], Html], hostile: Comparison) -> None:
    """Markup, handlers, addresses and templates in sources, positions, titles and names stay words."""
    markup = piece(hostile).markup
    assert misnested(markup) == []
    assert list(dangers(markup)) == []
    assert tree(markup).select("style") == []


@pytest.mark.parametrize(
    "name",
    sorted(
        set(PIECES)
        - {"verdicts", "agreement_table", "agreement_of_all_table", "accuracy_card", "show passages"}
        - {"overruled_table", "memos_table"}  # of nothing: their hostile words are in test_decided
    ),
)
@NO_ENGLISH
def test_hostile_words_are_shown_as_they_stand(name: str, hostile: Comparison) -> None:
    """Whatever was written can be read on the page, character by character."""
    text = words(page(PIECES[name](hostile)))
    assert [word for word in small.HOSTILE if word not in text] == []


def test_a_hostile_piece_is_as_large_as_what_it_shows(hostile: Comparison) -> None:
    """Ten thousand letters in a row do not multiply: the style beside a piece holds none of them."""
    piece = sbs.matrix(hostile)
    style, _, rest = piece._repr_html_().partition("</style>")
    assert small.HOSTILE[0] not in style
    assert rest == piece.markup


# the matrix


def test_the_matrix_has_each_point_once(bridge: Comparison) -> None:
    """One row a point, in reading order, with its number and its label."""
    rows = column(page(sbs.matrix(bridge)), "tbody th[scope=row]")
    assert rows == [f"{n} {p.label}" for n, p in enumerate(bridge.coded.points, 1)]


def test_a_matrix_row_reads_a_against_b(bridge: Comparison) -> None:
    """With two sources the verdict stands between the positions, each with its certainty in words."""
    shown = page(sbs.matrix(bridge))
    assert cells(shown, "thead th") == ["Point", "A Account A", "Verdict", "B Account B"]
    row = next(row for row in shown.select("tbody tr") if "price" in words(row))
    assert cells(row, "td") == [
        "asserted 4 million euros. A3",
        "differ in certainty",
        "hedged Perhaps 5 million euros. B3",
    ]


def test_the_matrix_of_three_sources(three: Comparison) -> None:
    """With three sources the verdict stands first, then a column for each."""
    shown = page(sbs.matrix(three))
    assert column(shown, "thead th") == ["Point", "Verdict", "A Account A", "B Account B", "C Account C"]
    assert cells(shown, "tbody tr:has(th[scope=row]) td")[:4] == [
        "agree",
        "asserted There is. A2",
        "asserted There is. B2",
        "asserted There is. C2",
    ]


def test_matrix_chips_open_the_words_of_their_cell(bridge: Comparison) -> None:
    """Under every position stand the passages it rests on, or its near misses, and each opens just those words."""
    shown = page(sbs.matrix(bridge))
    rows = shown.select("tbody tr:has(th[scope=row])")
    for point, row in zip(bridge.coded.points, rows, strict=True):
        for key, cell in zip("AB", row.select("td.cell"), strict=True):
            expected = resting(bridge, point.id, key) or resting(bridge, point.id, key, "near")
            chips = cell.select("button.chip")
            assert [words(chip) for chip in chips] == [passage for passage, _ in expected]
            assert [lit(shown, chip) for chip in chips] == [[quote] for _, quote in expected]


def test_a_cell_says_when_a_source_is_silent_or_was_not_asked(bridge: Comparison) -> None:
    """Silence is written out, and a point within one source does not speak of the other."""
    shown = page(sbs.matrix(bridge))
    rows = {p.id: row for p, row in zip(bridge.coded.points, shown.select("tbody tr:has(th[scope=row])"), strict=True)}
    assert cells(rows["floods"], "td.silent") == ["silent Speaks of the banks alone. B5"]
    assert cells(rows["leak"], "td.silent") == ["silent Says nothing of it."]
    assert cells(rows["safe"], "td.silent") == ["not asked of B"]


def test_the_matrix_of_some_points(bridge: Comparison) -> None:
    """A list of ids gives those points in its order, a filtered frame those of the frame; numbers stay."""
    chosen = sbs.matrix(bridge, ["price", "bridge"])
    assert column(page(chosen), "tbody th[scope=row]") == ["3 Label of price", "1 Label of bridge"]
    assert chosen.frame.id.tolist() == ["price", "bridge"]
    filtered = sbs.matrix(bridge, bridge.points.query("theme == 'water'"))
    assert column(page(filtered), "tbody th[scope=row]") == ["6 Label of floods", "7 Label of leak"]
    assert column(page(filtered), "tr.group") == ["Water 2"]
    with pytest.raises(KeyError, match="ferry"):
        sbs.matrix(bridge, ["ferry"])


def test_a_quote_is_opened_in_its_sentences(bridge: Comparison) -> None:
    """What a chip opens is the whole sentence with one on either side, of the same paragraph and no other."""
    shown = page(sbs.matrix(bridge, ["price"]))
    chip = shown.select_one("td.cell button.chip")
    assert chip is not None
    context = opened(shown, chip).select_one(".ctx")
    assert words(context) == "The mayor opened the bridge in 2015. It cost 4 million euros. The mayor said it was safe."
    assert column(opened(shown, chip), ".who") == ["AThe bridge at Orlov"]


# the ledger


def test_the_ledger_has_each_point_once_and_can_be_linked_to(bridge: Comparison) -> None:
    """One row a point, in reading order, with the point's id."""
    rows = page(sbs.ledger(bridge)).select("details.row")
    assert [row["id"] for row in rows] == bridge.points.id.tolist()
    assert [words(row.select_one("summary .q")) for row in rows] == bridge.points.question.tolist()
    assert [words(row.select_one("summary .verdict > span:last-child")) for row in rows] == bridge.points.shown.tolist()


def test_a_ledger_row_unfolds_to_its_words(bridge: Comparison) -> None:
    """Each side holds its position and every quote, marked in whole sentences."""
    shown = page(sbs.ledger(bridge))
    for point in bridge.coded.points:
        row = shown.find(id=point.id)
        assert isinstance(row, Tag)
        sides = row.select(".side")
        assert [words(side.select_one(".key")) for side in sides] == list(point.positions)
        for key, side in zip(point.positions, sides, strict=True):
            assert point.positions[key].says in words(side.select_one(".says"))
            expected = resting(bridge, point.id, key) or resting(bridge, point.id, key, "near")
            assert column(side, ".ctx mark") == [quote for _, quote in expected]
            assert column(side, ".ctx .chip") == [passage for passage, _ in expected]


def test_a_ledger_row_gives_its_reasons(bridge: Comparison) -> None:
    """Why this verdict always; whether both can be true, what would settle it and what to check where it was said."""
    shown = page(sbs.ledger(bridge))
    year, bare_row = shown.find(id="year"), shown.find(id="bridge")
    assert isinstance(year, Tag)
    assert isinstance(bare_row, Tag)
    assert column(year, ".because dt") == [
        "Why this verdict",
        "Can both be true?",
        "What would settle it",
        "To check outside the texts",
        "Coded",
    ]
    assert column(year, ".because dd")[:4] == [
        "Reason of year.",
        "Yes, if it was opened twice.",
        "The town's records.",
        "The plate on the bridge.",
    ]
    assert column(bare_row, ".because dt") == ["Why this verdict", "Coded"]
    assert "core act; confidence high" in words(bare_row)


def test_the_ledger_says_why_a_source_is_silent(bridge: Comparison) -> None:
    """Beside the silent position stands the reason for it, and the voices behind a spoken one."""
    shown = page(sbs.ledger(bridge))
    assert column(shown, "#floods .says.quiet") == ["Speaks of the banks alone. (could have said it)"]
    assert column(shown, "#leak .says.quiet") == ["Says nothing of it. (outside its subject)"]
    assert column(shown, "#leak .side:nth-of-type(2) .who") == ["BdeniedOrlov denies"]


def test_the_ledger_offers_only_filters_that_find_something(bridge: Comparison) -> None:
    """Choices are the themes, verdicts, sources and ranks that occur, by the names that readers see."""
    shown = page(sbs.ledger(bridge, ["floods", "leak"]))
    offered = {str(s["data-filter"]): column(s, "option")[1:] for s in shown.select("select[data-filter]")}
    assert offered == {
        "theme": ["Water"],
        "verdict": ["only one speaks"],
        "source": ["A speaks", "B speaks"],
        "rank": ["core"],
    }
    assert words(shown.select_one("output.count")) == "2 of 2 points"


# the sheets


def questions(sheet: Sheet) -> list[str]:
    """The heads of the rows."""
    return column(page(sheet), "tbody tr:not(.group) th")


def test_the_conflict_sheet(bridge: Comparison) -> None:
    """Conflicts first, then other standing, then other detail: both answers, and what would settle it."""
    sheet = sbs.conflict_sheet(bridge)
    shown = page(sheet)
    assert column(shown, "tr.group") == ["conflict 1", "differ in certainty 1", "differ in detail 1"]
    assert cells(shown, "tbody tr:not(.group)")[0] == (
        "When was the bridge opened? asserted In 2015. A2 asserted In May 2016. B2 Yes, if it was opened twice. "
        "The town's records. To check outside the texts: The plate on the bridge."
    )
    assert questions(sheet) == sheet.frame.question.tolist()
    assert questions(sbs.conflict_sheet(bridge, ["framing"])) == ["What is the bridge good for?"]


def test_the_list_of_inconsistencies(bridge: Comparison) -> None:
    """What stands against what in one source, with both passages, and why it does not fit."""
    sheet = sbs.inconsistencies(bridge)
    shown = page(sheet)
    assert column(shown, "tr.group") == ["Within A: The bridge at Orlov 1"]
    assert column(shown, "tbody td .chip") == ["A4", "A6"]
    assert questions(sheet) == ["Is the bridge safe?"] == sheet.frame.question.tolist()


def test_claims_by_certainty(bridge: Comparison) -> None:
    """A source's letter stands under the way in which it puts the claim, and its words open there."""
    sheet = sbs.claims_by_certainty(bridge, ["price", "leak"])
    heads = column(page(sheet), "thead th")
    price, leak = (cells(row, "td") for row in page(sheet).select("tbody tr:not(.group)"))
    assert heads == ["Claim", "asserted", "attributed", "hedged", "denied", "silent", "verdict"]
    assert price == ["A A3", "", "B B3", "", "", "differ in certainty"]
    assert leak == ["", "", "", "B B4", "A", "B only B"]


def test_claims_by_certainty_chooses_what_stands_apart(bridge: Comparison) -> None:
    """Left to itself it takes core and contested points on which both speak, and its frame holds the same."""
    sheet = sbs.claims_by_certainty(bridge)
    assert sheet.frame.id.tolist() == ["bridge", "year", "price", "use"]
    assert questions(sheet) == sheet.frame.label.tolist()


def test_the_sheet_of_silences(bridge: Comparison) -> None:
    """Each silent source once, under the reason for its silence, with what the other says and what comes nearest."""
    sheet = sbs.silences(bridge)
    shown = page(sheet)
    assert column(shown, "tr.group") == ["Outside its subject 1", "Could have said it 1"]
    rows = [cells(row, "th, td") for row in shown.select("tbody tr:not(.group)")]
    assert rows == [
        ["Does the bridge leak?", "B Orlov denies it. B4", "A Says nothing of it."],
        ["Does the river flood?", "A Every spring. A5", "B Speaks of the banks alone. B5"],
    ]
    assert sorted(questions(sheet)) == sorted(sheet.frame.question)


def test_the_sheet_of_figures(bridge: Comparison) -> None:
    """Every quantity as given, its bound in words, the words it stands in, and what supports it."""
    sheet = sbs.figures(bridge)
    rows = [cells(row, "th, td") for row in page(sheet).select("tbody tr:not(.group)")]
    assert rows == [
        ["price", "4 million euros", "“4 million euros” A3", "none given", "no one", "coder"],
        ["price", "about 5 million euros", "“5 million euros” B3", "hearsay", "attributed", "coder"],
    ]
    assert len(sheet.frame) == 2


def test_the_sheet_of_statements(bridge: Comparison) -> None:
    """Accusations and statements only, at the day they were made."""
    sheet = sbs.statements(bridge)
    assert [cells(row, "th, td") for row in page(sheet).select("tbody tr")] == [
        ["2016-05", "B B2", "statement", "opening"]
    ]
    assert sheet.frame.kind.tolist() == ["statement"]


def test_the_sheet_of_talks(bridge: Comparison) -> None:
    """A meeting with who took part and who is said to have been left out."""
    sheet = sbs.talks(bridge)
    assert [cells(row, "th, td") for row in page(sheet).select("tbody tr")] == [
        ["2015", "The opening", "A A2", "the mayor said to be left out: the ferrymen", "1", ""]
    ]
    assert len(sheet.frame) == 1


def test_the_sheet_of_witnesses(bridge: Comparison) -> None:
    """Each voice once, in the column of the source that it speaks through, and how."""
    sheet = sbs.witnesses(bridge)
    rows = {words(row.select_one("th")): column(row, "td") for row in page(sheet).select("tbody tr")}
    assert rows["Orlov"] == ["builders", "", "B4", "denies", "leaks"]
    assert rows["the mayor"][1:] == ["A4", "", "states", "safety"]
    assert len(page(sheet).select("tbody .chip")) == len(sheet.frame) == 2


@pytest.mark.parametrize("name", [name for name, piece in PIECES.items() if name not in {"explore", "say"}])
def test_a_sheet_prints_as_its_frame(name: str, bridge: Comparison) -> None:
    """Where no markup can be shown, a sheet prints its frame, and no piece prints a bare address of an object."""
    made = PIECES[name](bridge)
    assert "object at 0x" not in repr(made)
    if isinstance(made, Sheet):
        assert repr(made) == made.frame.to_string(max_colwidth=40, index=False)


# the account, the codebook and the coders


def test_the_account_covers_every_body_passage(bridge: Comparison) -> None:
    """Each passage of the bodies once, with the points that rest on it, or the reason why it is set aside."""
    sheet = sbs.coverage(bridge)
    shown = page(sheet)
    rows = shown.select("tbody tr:not(.group)")
    assert [words(row.select_one("th")) for row in rows] == [p.id for source in bridge.texts for p in source.body]
    last = {words(row.select_one("th")): column(row, "td")[1:] for row in rows}
    assert last["A2"] == ["2", "Label of bridge, Label of year"]
    assert last["A6"] == ["2", "Label of use, Label of safe"]
    assert last["B7"] == ["0", "set aside: an aside"]
    assert sheet.frame.points.tolist() == [int(column(row, "td")[1]) for row in rows]


def test_the_codebook(bridge: Comparison) -> None:
    """Every verdict and every theme with what it means, its terms, and the number of points that have it."""
    shown = page(sbs.codebook(bridge))
    rows = {words(row.select_one("th")): column(row, "td") for row in shown.select("tbody tr:not(.group)")}
    assert len(rows) == len(sbs.VERDICTS) + 3
    assert rows["Water"] == ["River and leaks.", "river, flood*, leak*", "2"]
    assert rows["Money"][-1] == "2"
    assert rows["only one speaks"][-1] == "2"
    assert rows["agree"][1:] == [sbs.VERDICTS["agree"].when, "1"]


def test_who_coded_is_said(bridge: Comparison) -> None:
    """The coders stand with how they coded."""
    assert column(page(sbs.coding_note(bridge)), "dt, dd") == ["first", "One readerfrom the texts alone"]


def test_the_strip_of_verdicts_adds_up(bridge: Comparison) -> None:
    """Every verdict given, `only` apart by who speaks, and the counts add up to the points."""
    shown = page(sbs.verdicts(bridge))
    counts = {
        text.partition(" ")[2]: int(text.partition(" ")[0]) for text in column(shown, ".strip > .verdict > span + span")
    }
    assert sum(counts.values()) == len(bridge.points)
    assert (counts["only A"], counts["only B"], counts["conflict"]) == (1, 1, 1)
    assert column(page(sbs.verdicts(bridge, ["year"])), ".strip > .verdict > span + span") == ["1 conflict"]


# the front


def test_the_opening(bridge: Comparison, bare: Comparison) -> None:
    """The headline and the question; the title where there is no headline; and that nothing is decided, if so."""
    assert column(page(sbs.opening(bridge)), "h1") == ["They agree on the bridge, not on its year"]
    assert column(page(sbs.opening(bare)), "h1") == ["Two accounts of a bridge"]
    asked, *undecided = column(page(sbs.opening(bare)), "p")
    assert asked == "What do two accounts say of one bridge?"
    assert [line.partition(".")[0] for line in undecided] == ["Nothing is decided yet"]


def test_a_finding_leads_to_its_points_and_words(bridge: Comparison) -> None:
    """A finding shows its sentence, the verdict and words of its first point, and links to all its points."""
    shown = page(sbs.findings(bridge))
    assert column(shown, "li .verd") == ["conflict"]
    assert "The year is contested. The price too." in column(shown, "li")[0]
    assert [a["href"] for a in shown.select("li a")] == [
        "02-agree-or-conflict.html#year",
        "02-agree-or-conflict.html#price",
    ]
    assert [lit(shown, chip) for chip in shown.select("li .chip")] == [["in 2015"], ["in May 2016"]]


def test_a_source_card_says_how_much_is_known(bridge: Comparison) -> None:
    """Who, when, where, what kind and how long; a statement taken from the text opens its words."""
    shown = page(sbs.sources(bridge))
    cards = shown.select(".card")
    assert column(cards[0], "dd")[0] == "Writer of A"
    assert column(cards[0], "dd")[-1] == "39 words in 6 passages of body"
    assert [lit(shown, chip) for chip in cards[1].select(".chip")] == [["Orlov denied that it leaks"]]
    widths = [float(str(bar["style"]).partition(":")[2].rstrip("%")) for bar in shown.select(".len")]
    assert max(widths) == 100
    assert [round(w) for w in widths] == [100, round(100 * 35 / 39)]


def test_a_source_card_in_full_gives_reasons_and_rights(bridge: Comparison) -> None:
    """In full a card adds why something is held to be known, the rights, and the text's fingerprint."""
    card = words(page(sbs.sources(bridge, full=True)).select_one(".card"))
    assert "unknown: No masthead stands in A." in card
    assert "Made up for this test" in card
    assert bridge.sources.sha256[0][:16] in card
    assert "Made up" not in words(page(sbs.sources(bridge)))


# prose and free tables


def test_say_opens_what_it_names(bridge: Comparison) -> None:
    """A passage in brackets becomes its chip, a point all chips of its evidence; words between stars are strong."""
    shown = page(sbs.say(bridge, "It cost **much** [A3] indeed.\n\nSo they say [price]"))
    assert column(shown, ".prose p") == ["It cost much A3 indeed.", "So they say A3 B3"]
    assert column(shown, "b")[0] == "much"
    assert lit(shown, shown.select("p .chip")[0]) == ["It cost 4 million euros."]
    assert lit(shown, shown.select("p .chip")[1]) == ["cost 4 million euros"]


def test_say_refuses_a_mark_that_leads_nowhere(bridge: Comparison) -> None:
    """A mark that is neither a passage nor a point is an error that names it, not a dead chip."""
    with pytest.raises(KeyError, match=r"\[A99\] is neither"):
        sbs.say(bridge, "As [A99] has it")


def test_show_prints_any_frame(bridge: Comparison) -> None:
    """Words as they are, numbers to the right, lists with commas, passages as chips, and a dash for what is missing."""
    frame = pd.DataFrame(
        {"what": ["x", "y"], "n": [1200, 3], "share": [0.5, float("nan")], "of": [["a", "b"], []], "at": ["A2", "B2"]}
    )
    sheet = sbs.show(bridge, frame, "A caption")
    shown = page(sheet)
    assert [column(row, "th, td") for row in shown.select("tbody tr")] == [
        ["x", "1,200", "0.50", "a, b", "A2"],
        ["y", "3", "–", "", "B2"],
    ]
    assert column(shown, "td.num") == ["1,200", "0.50", "3", "–"]
    assert column(shown, "caption") == ["A caption"]
    assert sheet.frame is frame


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT], ids=["None", "nan", "NA", "NaT"])
def test_show_has_a_dash_for_what_is_missing(missing: object, bridge: Comparison) -> None:
    """However pandas writes that something is missing, a reader sees a dash."""
    frame = pd.DataFrame({"what": ["x"], "value": pd.Series([missing], dtype=object)})
    assert column(page(sbs.show(bridge, frame)), "tbody td") == ["–"]


def test_show_opens_points(bridge: Comparison) -> None:
    """An id of a point in a table becomes the chips of its evidence, as its docstring promises."""
    shown = page(sbs.show(bridge, pd.DataFrame({"what": ["x"], "point": ["price"]})))
    assert column(shown, "tbody td .chip") == ["A3", "B3"]


def test_show_opens_a_list_of_passages(bridge: Comparison) -> None:
    """A meeting rests on several passages: each of them becomes a chip."""
    shown = page(sbs.show(bridge, pd.DataFrame({"what": ["x"], "passages": [["A2", "A3"]]})))
    assert column(shown, "tbody td .chip") == ["A2", "A3"]


# the reader


def test_the_reader_holds_both_texts_whole(bridge: Comparison) -> None:
    """Without the numbers in the margin, a pane reads as its source, passage by passage, nothing lost or doubled."""
    shown = page(sbs.reader(bridge))
    for source, pane in zip(bridge.texts, shown.select(".scroll"), strict=True):
        assert {str(s["id"]): s.get_text() for s in pane.select(".s")} == {
            p.id: source.words(p) for p in source.passages
        }
        for number in pane.select(".pid"):
            assert str(number["href"]) == f"#{words(number)}"
            number.decompose()
        assert words(pane) == " ".join(source.text.split())


def test_the_reader_marks_just_the_words_that_points_rest_on(bridge: Comparison) -> None:
    """Joined by point, the marked words are its quotes; words under two points carry both."""
    shown = page(sbs.reader(bridge))
    for point in bridge.coded.points:
        marked = "".join(e.get_text() for e in shown.select(".e") if point.id in str(e["data-points"]).split())
        assert marked == "".join(quote for key in "AB" for _, quote in resting(bridge, point.id, key))
    both = [words(e) for e in shown.select(".e") if str(e["data-points"]).split() == ["bridge", "year"]]
    assert both == ["in 2015"]


def test_the_reader_names_what_is_not_the_essay(tmp_path: Any) -> None:
    """Above a byline or a comment stands whose words they are."""
    texts = {"A": "Title\n\nThe essay.\n\nBy Orlov.\n\nI disagree.\n", "B": "T\n\nThe essay.\n"}
    parts = [{"role": "title", "lines": "1"}, {"role": "byline", "lines": "5"}, {"role": "comment", "lines": "7"}]
    about = small.ABOUT | {"sources": [small.source("A", parts=parts), small.source("B")], "findings": []}
    work = sbs.load(small.write(tmp_path, texts, about, [], [], None, {}))
    assert column(page(sbs.reader(work)), ".partname") == ["about the author", "a reader's comment: another voice"]


# the explorer


def test_the_explorer_filters_and_counts(bridge: Comparison) -> None:
    """A choice leaves the points that meet it, and the count says how many of how many."""
    explorer = sbs.explore(bridge)
    assert explorer.count.value == "8 of 8 points"
    explorer.controls["theme"].value = "water"
    assert explorer.count.value == "2 of 8 points"
    assert [row["id"] for row in tree(explorer.rows.value).select("details.row")] == ["floods", "leak"]
    explorer.controls["source"].value = "B"
    assert explorer.count.value == "1 of 8 points"
    explorer.controls["theme"].value = ""
    explorer.controls["words"].value = "FERRY"
    assert explorer.count.value == "0 of 8 points"
    assert tree(explorer.rows.value).select("details.row") == []


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({"verdict": "only"}, ["floods", "leak"]),
        ({"rank": "minor"}, ["crowd"]),
        ({"source": "A", "theme": "water"}, ["floods"]),
        ({"source": "B"}, ["bridge", "year", "price", "crowd", "use", "leak"]),
        ({"words": "lower town"}, ["floods"]),
        ({"words": "perhaps"}, ["price"]),
        ({"words": ".*"}, []),
        ({"words": "  perhaps "}, ["price"]),
    ],
)
def test_points_chosen(chosen: dict[str, str], ids: list[str], bridge: Comparison) -> None:
    """Conditions add up; words are sought as they stand, in any case, blanks around them aside."""
    assert chosen_points(bridge, **chosen).id.tolist() == ids


def test_the_explorer_leaves_the_whole_ledger_to_a_page(bridge: Comparison) -> None:
    """Where no widget can be drawn stands the ledger of all points, whatever was chosen."""
    explorer = sbs.explore(bridge)
    explorer.controls["theme"].value = "water"
    rows = tree(explorer.instead).select("details.row")
    assert rows[0]["id"] == "bridge"
    assert len(rows) == 8


# the front door


def test_every_piece_is_looked_at() -> None:
    """A piece that the package offers is among those that every test here is run on."""
    tables = {
        "VERDICTS",
        "Comparison",
        "charts",
        "told",
        "trial",
        "load",
        "agreement",
        "disagreements",
        "found_by",
        "agreement_of_all",
        "settling",
        "overruled",
        "memos",
        "memos_text",
        "read",
        "differences",
        "correct",
        "proposed_terms",
        "Pasted",
        "new",
        "renew",
        "waiting",
        "propose",
        "by_point",
        "examples",  # made of pieces that are looked at
        "export",
        "unpacked",
        "codebook_from",
        "silent",
        "held_against",
        "precision",
        "recall",
        "corpus",
        "narrowed",
        "twelve_reports",
    }
    of_many = {"many", "overview", "between", "contested", "course", "repeated", "alone", "claims"}  # see test_corpus
    assert set(sbs.__all__) - tables - of_many <= {name.partition(" ")[0] for name in PIECES}


@pytest.mark.parametrize("name", sbs.__all__)
def test_every_name_of_the_front_door_leads_somewhere(name: str) -> None:
    """Whatever the package offers can be had from it, and is in its list of names."""
    assert getattr(sbs, name) is not None
    assert name in dir(sbs)


def test_a_name_that_is_not_there_says_what_is() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(AttributeError, match=r"no 'matrx'; it has .*matrix"):
        sbs.matrx  # noqa: B018


def test_a_list_of_words_is_no_list_of_points(bridge: Comparison) -> None:
    """Words of which one happens to be the name of a point stay words, and open nothing."""
    shown = page(sbs.show(bridge, pd.DataFrame({"n": [1], "absent": [("blame", "storm")]})))
    assert [cell.get_text(strip=True) for cell in shown.select("tbody td")] == ["blame, storm"]
    assert not shown.select("[popover]")
