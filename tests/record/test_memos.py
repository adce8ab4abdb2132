"""Memos: each stands under what it is on, in its order, and none is lost, not even when its point is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS, write

from sidebyside.record import Comparison, load, memos, memos_text
from sidebyside.record.memos import MEMOS, plain


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return load(write(tmp_path_factory.mktemp("memos") / "bridge"))


def written(work: Comparison, **texts: str) -> Comparison:
    """The comparison with memos, by target ("__" for the stroke, "_" for a hyphen)."""
    keys = {name.replace("__", "/").replace("_", "-"): text for name, text in texts.items()}
    signed = {"by": "ada", "on": "2026-11-24"}
    return replace(work, decisions={f"memos/{key}": {"text": text} | signed for key, text in keys.items()})


def test_memos_stand_in_the_order_of_what_they_are_on(work: Comparison) -> None:
    """First the comparison, then sources, themes and points, each kind in the order of the comparison."""
    found = memos(
        written(
            work, point__blame="4", point__that_it_fell="3", theme__harm="2", source__B="1b", source__A="1a",
            comparison="0",
        )
    )  # fmt: skip
    assert list(found.columns) == list(MEMOS)
    assert found.drop(columns=["by", "on"]).to_numpy().tolist() == [
        ["comparison", "", "Two accounts of a bridge", "0"],
        ["source", "A", "The bridge at Lund", "1a"],
        ["source", "B", "What fell", "1b"],
        ["theme", "harm", "Harm", "2"],
        ["point", "that-it-fell", "That it fell", "3"],
        ["point", "blame", "To blame", "4"],
    ]
    assert found[["by", "on"]].drop_duplicates().to_numpy().tolist() == [["ada", "2026-11-24"]]


def test_a_memo_outlives_its_point(work: Comparison) -> None:
    """What the memo was on may be gone: it stands after the others, under its key, with no name."""
    found = memos(written(work, point__gone="Why did I drop this?", point__visit="Ask the court."))
    assert found[["target", "name"]].to_numpy().tolist() == [["visit", "The king's visit"], ["gone", ""]]
    assert "### gone: no longer there" in memos_text(written(work, point__gone="Why?"))


def test_a_memo_is_read_from_the_journal(tmp_path: Path) -> None:
    """The memo as it was last written, and none that was taken away again."""
    folder = write(tmp_path / "bridge")
    first, last = ({"text": text, "by": "ada", "on": "2026-11-24"} for text in ("Before.", "After.\n\nYes."))
    told = [
        ("source/A", None, first),
        ("theme/harm", None, first),
        ("source/A", first, last),
        ("theme/harm", first, None),
    ]
    lines = [
        {"id": f"{number:032x}", "at": "2026-11-24T14:02:31.412Z", "by": "ada", "did": "memo"}
        | {"changes": [{"key": f"memos/{key}", "before": before, "after": after}]}
        for number, (key, before, after) in enumerate(told)
    ]
    (folder / "journal.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert memos(load(folder))[["kind", "target", "text"]].to_numpy().tolist() == [["source", "A", "After.\n\nYes."]]


def test_only_memos_are_memos(work: Comparison) -> None:
    """Other decisions of the journal are none."""
    other = replace(work, decisions={"flags/blame": {"by": "ada", "on": "2026-11-24", "note": "?"}})
    assert memos(other).empty
    assert list(memos(other).columns) == list(MEMOS)
    assert memos_text(other) == ""


def test_all_memos_in_one_text(work: Comparison) -> None:
    """A heading for each kind and each memo, its words as a quotation, who wrote it and when."""
    assert memos_text(written(work, comparison="First.\n\nThen.", source__A="A *witness*.")) == (
        "# Memos: Two accounts of a bridge\n\n"
        "## On the comparison\n\n> First.\n> \n> Then.\n\n*ada, 2026-11-24*\n\n"
        "## On sources\n\n### A: The bridge at Lund\n\n> A *witness*.\n\n*ada, 2026-11-24*\n"
    )


@REPEATABLE
@given(
    st.one_of(
        TEXTS,
        st.sampled_from(["# No heading", "<script>alert(1)</script>", "a\n# b\r\n## c", "\\<b>", "> q", "```\nx"]),
    )
)
def test_no_memo_breaks_out_of_its_place(work: Comparison, text: str) -> None:
    """Whatever is written in a memo, the headings of the text are its own, and nothing in it is markup."""
    made = memos_text(written(work, comparison=text, source__A="Kept."))
    lines = made.split("\n")
    assert [line for line in lines if line.startswith("#")] == [
        "# Memos: Two accounts of a bridge", "## On the comparison", "## On sources", "### A: The bridge at Lund",
    ]  # fmt: skip
    assert "> Kept." in lines
    assert "<" not in made


@pytest.mark.parametrize("words", ["# x", "*x*", "[x](javascript:alert(1))", "<b>", "a\nb", "`x`", "\\", "![x](y)"])
def test_a_name_is_words(words: str) -> None:
    """In a name, every sign that Markdown would read stands behind a backslash, and there is no second line."""
    assert "\n" not in plain(words)
    assert plain(words).replace("\\", "") == " ".join(words.split()).replace("\\", "")
    for sign in "#*[]<`!":
        assert plain(words).count(sign) == plain(words).count(f"\\{sign}")
