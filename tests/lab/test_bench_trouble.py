"""The bench when things go wrong: what is said to be saved is on the disk, and what is not saved is said, loudly."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from tests.helpers import SHIPPED
from tests.lab.conftest import Sit
from tests.lab.driving import DONE, HAS_KERNEL, KERNEL, RUN_ALL, START, next_day, press, saved, show, undone

import sidebyside as sbs

SOON = 12_000  # milliseconds: within these a kernel that is gone has to be noticed


def question(point: str) -> str:
    return sbs.load(SHIPPED).point(point).question


def run_again(page: Page) -> Locator:
    """All cells once more; the bench that is there then."""
    assert page.evaluate(RUN_ALL) is True
    page.wait_for_function(DONE, timeout=START)
    page.locator(".bench .item").first.wait_for(timeout=START)
    return page.locator(".bench")


def to_kernel(page: Page, number: signal.Signals) -> None:
    """Stops the kernel's process for a while, lets it go on, or ends it, as when the machine has no memory left."""
    identity = page.evaluate(f"{KERNEL}.id")
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if identity.encode() in command and b"ipykernel" in command:
            os.kill(int(process.name), number)
            return
    raise AssertionError("the kernel has no process")


def test_reloading_and_the_next_day_bring_everything_back(sit: Sit, folder: Path) -> None:
    """After a reload the bench is there, with all that was decided; a kernel of the next day can still take it back.

    Until the cell is run on that kernel, the table of points stands there, and how to go on; no word of an error.
    """
    page, bench = sit(first=0)
    show(bench, question("main-goals"))
    press(page, "4", "Enter")
    saved(bench)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    page.reload(wait_until="domcontentloaded")
    bench.locator(".item").first.wait_for(timeout=START)
    show(bench, question("main-goals"))
    expect(bench.locator(".card .verdict b").first).to_have_text("differ in detail")
    did = undone(bench)
    press(page, "5", "Enter")
    expect(bench.locator(".card .verdict b").first).to_have_text("differ in framing")
    saved(bench)

    closed = page.get_by_text("The bench is closed")
    expect(closed).to_be_hidden()
    next_day(page)
    expect(closed).to_be_visible(timeout=START)
    expect(page.locator(".ledger").get_by_text(question("main-goals"))).to_be_visible()
    expect(page.get_by_text("model not found")).to_have_count(1, timeout=START)
    expect(page.get_by_text("model not found")).to_be_hidden()
    page.wait_for_function(HAS_KERNEL, timeout=START)
    bench = run_again(page)
    expect(closed).to_be_hidden()
    assert "framing" in undone(bench)
    bench.locator(".rows").focus()
    press(page, "z")
    expect(bench.get_by_role("button", name="Undo")).to_have_text(did)
    press(page, "z")
    expect(bench.get_by_role("button", name="Undo")).to_be_disabled()
    assert (folder / "points.yml").read_bytes() == (SHIPPED / "points.yml").read_bytes()


def test_a_kernel_that_is_killed_loses_nothing_that_was_saved(sit: Sit, folder: Path) -> None:
    """What was said to be saved is on the disk, and of what a busy kernel saves late the alarm is taken back.

    Soon the bench says that nothing is saved now, and names the decision that was not; the bench of the next kernel
    offers it again, and goes on.
    """
    page, bench = sit(first=0)
    show(bench, question("main-goals"))
    press(page, "4", "Enter")
    saved(bench)
    to_kernel(page, signal.SIGSTOP)
    press(page, "1", "Enter")
    expect(bench.locator(".saved")).to_contain_text("NOT SAVED: 1 decision", timeout=SOON)
    to_kernel(page, signal.SIGCONT)
    saved(bench, SOON)  # it was but busy: what it saved after all is taken off again
    expect(bench.locator(".alarm")).to_be_hidden()
    assert sbs.load(folder).point("main-goals").verdict == "agree"
    to_kernel(page, signal.SIGKILL)
    assert sbs.load(folder).point("main-goals").verdict == "agree"
    page.locator(".jp-Dialog button").first.click(timeout=START)
    show(bench, question("arms-since-2015"))
    label = sbs.load(folder).point("arms-since-2015").label
    press(page, "3", "Enter")
    expect(bench.locator(".alarm")).to_contain_text("Nothing that you decide now is saved", timeout=SOON)
    expect(bench.locator(".alarm")).to_contain_text(f"Not saved: verdict on “{label}”", timeout=SOON)
    expect(bench.locator(".saved")).to_contain_text("NOT SAVED: 1 decision")
    before = (folder / "points.yml").read_bytes()

    page.wait_for_function(f"{KERNEL}.status === 'idle'", timeout=START)
    bench = run_again(page)
    expect(bench.locator(".alarm")).to_contain_text(f"Not saved: verdict on “{label}”")
    assert (folder / "points.yml").read_bytes() == before
    bench.get_by_role("button", name="try again").click()
    saved(bench)
    expect(bench.locator(".alarm")).to_be_hidden()
    point = sbs.load(folder).point("arms-since-2015")
    assert (point.verdict, point.coded.by) == ("certainty", "ada")
    show(bench, question("arms-since-2015"))
    press(page, "1", "Enter")
    saved(bench)
    assert sbs.load(folder).point("arms-since-2015").verdict == "agree"


def test_what_cannot_be_written_and_what_others_wrote(sit: Sit, folder: Path) -> None:
    """A folder that takes no file: the decision is named as not saved, and saved on a click when the folder takes it.

    An edit by hand: taken over and told. An edit of the same field at the same time: both are shown, either can stand.
    """
    page, bench = sit(first=0)
    show(bench, question("main-goals"))
    lock = folder / ".lock"
    lock.unlink()
    lock.mkdir()  # in the way, for the superuser as well
    press(page, "4", "Enter")
    label = sbs.load(folder).point("main-goals").label
    expect(bench.locator(".saved")).to_have_text("NOT SAVED: 1 decision")
    expect(bench.locator(".alarm")).to_contain_text(f"Not saved: verdict on “{label}”")
    assert (folder / "points.yml").read_bytes() == (SHIPPED / "points.yml").read_bytes()
    bench.get_by_role("button", name="try again").click()
    expect(bench.locator(".saved")).to_have_text("NOT SAVED: 1 decision")
    lock.rmdir()
    bench.get_by_role("button", name="try again").click()
    saved(bench)
    expect(bench.locator(".alarm")).to_be_hidden()
    assert sbs.load(folder).point("main-goals").verdict == "detail"

    def rewrite(old: str, new: str) -> None:
        path = folder / "points.yml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    arms = sbs.load(folder).point("arms-since-2015")
    rewrite(arms.label, "Weapons, by hand")
    expect(bench.locator(".news")).to_contain_text("Weapons, by hand")
    show(bench, arms.question)
    expect(bench.locator(".item.current")).to_contain_text("Weapons, by hand")

    for hand, mine, button in [("One", "Two", "keep theirs"), ("Three", "Four", "apply mine")]:
        press(page, "e")
        field = bench.locator("dialog[open] label", has_text="Short name").locator("input")
        field.fill(mine)
        was = sbs.load(folder).point("arms-since-2015").label
        rewrite(was, f"{hand} by hand")
        press(page, "Escape")
        alarm = bench.locator(".alarm")
        expect(alarm).to_contain_text("Kept, not in force")
        expect(alarm).to_contain_text(f"{hand} by hand")
        expect(alarm).to_contain_text(mine)
        alarm.get_by_role("button", name=button).click()
        expect(alarm).to_be_hidden()
        assert sbs.load(folder).point("arms-since-2015").label == (f"{hand} by hand" if "theirs" in button else mine)
    journal = [json.loads(line) for line in (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["by"] for line in journal} == {"ada", "(outside)"}
