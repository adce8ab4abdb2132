"""The bench in a real JupyterLab, used as a person would: keys, clicks, words selected with the mouse."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, expect
from tests.helpers import SHIPPED
from tests.lab.conftest import Sit
from tests.lab.driving import drag, press, saved, show, undone

import sidebyside as sbs


def submitted(bench: Locator, **fields: str) -> None:
    """Fills the dialog that is open and sends it off, in haste; it closes when what it says is kept, once."""
    dialog = bench.locator("dialog[open]")
    for name, value in fields.items():
        field = dialog.locator(f"[name={name}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    dialog.locator("[type=submit]").evaluate("button => { button.click(); button.click(); }")
    expect(dialog.locator(".fault", has_text=" ")).to_have_count(0)
    expect(dialog).to_have_count(0)
    saved(bench)


def test_a_sitting_with_everything_in_it(sit: Sit, folder: Path) -> None:
    """Every way to decide, on the disk when the bench says so; z takes all back to the first byte, Z brings it again.

    A verdict by keys; a proposal accepted, rejected, skipped, flagged; a field edited; words added with the mouse; a
    point from words in both sources; a merge, a split, a removal; a memo.
    """
    before = (folder / "points.yml").read_bytes()
    page, bench = sit()
    did = []

    def kept() -> None:
        saved(bench)
        did.append(undone(bench))
        assert len(set(did)) == len(did), "each is another action, and the last to be taken back"

    show(bench, sbs.load(SHIPPED).point("main-goals").question)
    reason = bench.get_by_role("textbox", name="Note")
    expect(reason).to_have_attribute("placeholder", "Why (left empty: the reason that stands)")
    press(page, "4", "Enter")
    expect(bench.locator(".card .verdict b").first).to_have_text("differ in detail")
    kept()
    decided = sbs.load(folder).point("main-goals")
    assert (decided.verdict, decided.coded.by) == ("detail", "ada")
    assert decided.reason == sbs.load(SHIPPED).point("main-goals").reason

    press(page, "e")
    bench.locator("dialog[open] label", has_text="To check outside the texts").locator("textarea").fill(
        "The <b>archive</b>"
    )
    press(page, "Escape")
    expect(bench.locator("dialog[open]")).to_have_count(0)
    kept()
    assert sbs.load(folder).point("main-goals").to_check == "The <b>archive</b>", "what was typed before Escape is kept"

    words = "the Soviet Union"
    source = sbs.load(folder).source("B")
    passage = next(each for each in source.passages if words in source.words(each) and each.part == "body")
    drag(page, passage.id, words)
    press(page, "a")
    kept()
    added = sbs.load(folder).point("main-goals").positions["B"].evidence[-1]
    assert words in added.quote

    press(page, "s")
    bench.locator("dialog[open] input[type=checkbox]").first.check()
    submitted(bench, question="Is this a question of its own?", label="Split off")
    kept()
    assert sbs.load(folder).point("split-off").draft

    show(bench, "Is this a question of its own?")
    press(page, "m")
    submitted(bench, into="main-goals")
    kept()
    assert "split-off" not in [point.id for point in sbs.load(folder).coded.points]

    bench.locator("input[type=search]").fill("")
    bench.get_by_role("tab", name="Proposed").click()
    bench.locator(".item").first.wait_for(timeout=60_000)
    bench.locator(".item").first.click()
    press(page, "1", "Enter")
    kept()
    [accepted] = [point for point in sbs.load(folder).coded.points if point.proposed]
    assert (accepted.draft, accepted.verdict, accepted.coded.by) == (True, "agree", "ada")

    press(page, "x")
    submitted(bench, reason="Other things are meant")
    kept()
    press(page, "u")
    kept()
    press(page, "f")
    submitted(bench, note="Ask Bo")
    kept()
    press(page, "b")
    submitted(bench, target="comparison", text="Read <i>twice</i>")
    kept()
    state = sbs.load(folder).decisions
    statuses = sorted(value["status"] for key, value in state.items() if key.startswith("candidates/"))
    assert statuses == ["accepted", "flagged", "rejected", "skipped"]
    assert state["memos/comparison"]["text"] == "Read <i>twice</i>"

    drag(page, "A20", sbs.load(folder).source("A").words(sbs.load(folder).source("A").passages[19])[:20].strip())
    press(page, "c")
    bench.locator("dialog[open] [name=label]").fill("Mine")
    press(page, "Escape")
    drag(page, "B20", sbs.load(folder).source("B").words(sbs.load(folder).source("B").passages[19])[:20].strip())
    press(page, "c")
    assert bench.locator("dialog[open] blockquote").count() == 2
    assert bench.locator("dialog[open] [name=label]").input_value() == "Mine", (
        "what was typed waits for the other words"
    )
    said = {
        "says-A": "This.",
        "says-B": "That.",
        "question": "What is it?",
        "reason": "They say so.",
        "verdict": "detail",
    }
    submitted(bench, **said)
    kept()
    mine = sbs.load(folder).point("mine")
    assert (mine.verdict, mine.positions["A"].says, mine.positions["B"].says) == ("detail", "This.", "That.")

    show(bench, "What is it?")
    press(page, "d")
    submitted(bench, reason="No use")
    kept()

    after = (folder / "points.yml").read_bytes()
    assert after != before
    for words in reversed(did):
        expect(bench.get_by_role("button", name="Undo")).to_have_text(words)
        press(page, "z")
        expect(bench.get_by_role("button", name="Undo")).not_to_have_text(words)
    assert (folder / "points.yml").read_bytes() == before
    assert sbs.load(folder).decisions.keys() == sbs.load(SHIPPED).decisions.keys()
    for words in did:
        press(page, "Shift+Z")
        expect(bench.get_by_role("button", name="Undo")).to_have_text(words)
    assert (folder / "points.yml").read_bytes() == after
    lines = [json.loads(line) for line in (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["by"] for line in lines} == {"ada"}
    assert len(lines) == 3 * len(did)
