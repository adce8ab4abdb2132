"""A text that was broken to a width has its paragraphs again, and what was not keeps its lines."""

from __future__ import annotations

from sidebyside.texts.taking import pasted

NEWS = """\
TOWN COUNCIL WEIGHS NEW WELLS

VESTERBY, March 2 -
The council, said to be
considering a loan for nine new wells on the northern slope, met
behind closed doors on Sunday and gave no sign of its decision.
    The mayor said the loan would be paid back within ten years,
and that no tax would rise before the second of them was over.
    Some doubted it. Others, who remembered the dry month of the
last reign but one, when nobody on the slope had a drop to spare
for beast or bread, said that no price was too high for any well
that would hold.
    The vote is set for May.
"""
LAW = """\
1. Wells

   Whoever digs a well on the common gives notice to the council
   at least one month before the first spade is put into the earth.

    1. The notice is in writing and names the place of that well
       and how deep it will be.
    2. The council answers;
    3. Silence is consent.

2. Depth

   No well is deeper than forty ells, or nearer than 1.25 ells to
   another, unless both owners have agreed to it before a witness.
"""
POEM = """\
The river left its bed before the morning came,
and no one in the lower town was told;
the bridge stood up alone without a name,
its iron rail was wet and very cold.
"""


def lines(text: str) -> list[str]:
    """The paragraphs that come of it."""
    return [line for line in pasted(text).text.splitlines() if line]


def test_indented_paragraphs_are_one_line_each() -> None:
    """Broken lines are joined, an indented line under a full stop begins a new one, and the remark says the width."""
    assert [line[:12] for line in lines(NEWS)] == [
        "TOWN COUNCIL",
        "VESTERBY, Ma",
        "The mayor sa",
        "Some doubted",
        "The vote is ",
    ]
    assert any("Lines broken at 64 characters" in remark for remark in pasted(NEWS).remarks)


def test_numbered_clauses_begin_their_own_lines() -> None:
    """Clauses and their headings stand alone, a hanging line goes on, and a number within a sentence is no clause."""
    found = lines(LAW)
    assert "1. The notice is in writing and names the place of that well and how deep it will be." in found
    assert "2. The council answers;" in found
    assert found[-1].startswith("No well is deeper than forty ells, or nearer than 1.25 ells to another")
    assert [part.role for part in pasted(LAW).parts] == ["title", "heading"]


def test_a_poem_keeps_its_lines() -> None:
    """Its lines end where the next word would have fitted."""
    assert lines(POEM) == POEM.splitlines()
    assert pasted(POEM).remarks == ()


def test_a_table_among_paragraphs_keeps_its_rows() -> None:
    """Cells that white parts are not run together with the sentence above them."""
    table = "Depth        forty ells and no more than that at any place at all\nCost         nine marks"
    found = lines(f"{LAW}\n{table}\n")
    assert [line.split()[0] for line in found[-2:]] == ["Depth", "Cost"]


def test_one_paragraph_a_line_is_left_alone() -> None:
    """Nothing was broken, so nothing is joined, however long the lines."""
    text = "They dug for water all through the dry month.\nThey found none.\n" * 3
    assert lines(text) == text.splitlines()


def test_a_drawn_line_makes_a_heading_of_what_it_stands_under() -> None:
    """The line goes, the words are a heading, the first one the title; and it is said."""
    found = pasted("On wells\n========\n\nThey dug.\n\nThe rain\n--------\n\nIt came.\n")
    assert "==" not in found.text
    assert [part.role for part in found.parts] == ["title", "heading"]
    assert "2 lines drawn under headings were left out." in found.remarks
