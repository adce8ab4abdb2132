"""A PDF's words come in the order in which they are read, without what only the page needs, and on their pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.texts.taking.documents import Words, column, pdf

from sidebyside.errors import SourceError
from sidebyside.texts.taking import Taken, taken

LEFT = [
    "They dug for water all the", "dry month, and the minis-", "try paid for sand and for",
    "clay, not for any water.", "Nobody in town was glad.",
]  # fmt: skip
RIGHT = [
    "In autumn the rain came,", "and the wells stood full.", "The mayor gave a speech",
    "on the art of waiting and", "was cheered for an hour.",
]  # fmt: skip


def of(tmp_path: Path, pages: list[list[Words]], trailer: str = "") -> Taken:
    """What is taken from a PDF with these pages."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages, trailer))
    return taken(path)


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Though the file has their lines in turn; the split word is whole, and both are said."""
    rows = [line for pair in zip(column(LEFT), column(RIGHT, left=320), strict=True) for line in pair]
    found = of(tmp_path, [rows])
    assert found.text.index("Nobody in town") < found.text.index("In autumn")
    assert "the ministry paid" in found.text
    assert any("Two columns on 1 page" in remark for remark in found.remarks)
    assert any("made whole" in remark for remark in found.remarks)


def page_of_book(number: int, chapter: str) -> list[Words]:
    """A page with a head that takes turns, its number at the foot, and a first line of its own."""
    head = "Mira Holm, On wells" if number % 2 else chapter
    own = [f"On day {'one two three four five six'.split()[number - 1]} they dug", *LEFT]
    return [(60, 760, 9, head), *column(own), (300, 40, 9, str(number + 6))]


def test_running_heads_and_page_numbers_are_left_out_and_said(tmp_path: Path) -> None:
    """Every head that was left out is named; the first line of no page is."""
    found = of(tmp_path, [page_of_book(number, "The dry month") for number in range(1, 7)])
    assert "Mira Holm" not in found.text
    assert "The dry month" not in found.text
    assert [f"On day {day} they dug" in found.text for day in ("one", "six")] == [True, True]
    assert not any(line.strip().isdigit() for line in found.text.splitlines())
    said = next(remark for remark in found.remarks if "Running heads" in remark)
    assert "“Mira Holm, On wells”" in said
    assert "“The dry month”" in said


def test_lines_that_repeat_are_no_heads(tmp_path: Path) -> None:
    """The same page five times over keeps all its lines each time: nothing sets the first apart from the others."""
    found = of(tmp_path, [column(["They dug again.", *LEFT]) for _ in range(5)])
    assert found.text.count("They dug again.") == 5
    assert not any("Running heads" in remark for remark in found.remarks)


def test_a_heading_on_two_of_many_pages_is_kept(tmp_path: Path) -> None:
    """Set apart as a head is, but not on most pages."""
    pages = [[(60, 760, 14, "The dry month"), *column(LEFT)] if n in (0, 5) else column(LEFT) for n in range(6)]
    assert of(tmp_path, pages).text.count("The dry month") == 2


def test_pages_begin_where_their_words_do(tmp_path: Path) -> None:
    """`pages` are code points in the text, one for each page, one without words included."""
    found = of(tmp_path, [column(["First “page” here."]), [], column(["Third page here."])])
    assert [found.text[start:][:5] for start in found.pages] == ["First", "Third", "Third"]
    assert any("Pages without text" in remark and "2" in remark for remark in found.remarks)


def test_notes_at_the_foot_are_set_apart(tmp_path: Path) -> None:
    """In smaller type, with a number: a note, and the paragraph that it stands under goes on."""
    notes = column(["1 Ledger of the town, sheet nine."], top=80, size=7)
    found = of(tmp_path, [[*column([*LEFT[:-1], "Nobody in the town was"]), *notes], column(["glad of it.", *RIGHT])])
    assert "Nobody in the town was glad of it." in found.text
    lines = found.text.splitlines()
    assert ["Ledger" in lines[part.first - 1] for part in found.parts if part.role == "note"] == [True]


def test_a_list_of_contents_is_no_text(tmp_path: Path) -> None:
    """Lines that dots lead through are furniture, each by itself."""
    contents = [f"{title} {'. ' * 20}{page}" for title, page in (("The dry month", 3), ("The rain", 17))]
    found = of(tmp_path, [column([*contents, *LEFT])])
    assert [part.role for part in found.parts][:1] == ["furniture"]
    assert found.text.splitlines()[0].startswith("The dry month . .")


LOCKED = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>"


@pytest.mark.parametrize(("pages", "trailer", "says"), [
    ([[], []], "", r"has no text, only pictures of its pages \(2\); have it read out first"),
    ([column(LEFT)], LOCKED, "has a password; save a copy without one"),
])  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, pages: list[list[Words]], trailer: str, says: str) -> None:
    """A scan and a locked file are named for what they are."""
    with pytest.raises(SourceError, match=f"^a.pdf {says}"):
        of(tmp_path, pages, trailer)
