"""The bench with others about: a second tab, a coder who decides alone, and a comparison that attacks who reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocket, expect
from tests.lab.conftest import Sit
from tests.lab.driving import START, press, saved, show
from tests.showing import small

import sidebyside as sbs
from sidebyside.record import VERDICTS

POINT = "arms-since-2015"


def heard(page: Page) -> list[str]:
    """What comes to the page from its kernel, from now on."""
    frames: list[str] = []

    def open_to(socket: WebSocket) -> None:
        socket.on(
            "framereceived",
            lambda frame: frames.append(frame if isinstance(frame, str) else bytes(frame).decode("utf-8", "ignore")),
        )

    page.on("websocket", open_to)
    return frames


def test_tabs_and_coders_beside_each_other(sit: Sit, folder: Path) -> None:
    """What is decided in one tab is seen in the other; what another coder codes alone is seen, and settled."""
    before = sbs.load(folder).point(POINT)
    page, bench = sit("ada", first=0)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    tab = page.context.new_page()
    tab.goto(page.url.replace("/workspaces/", "/workspaces/second-"), wait_until="domcontentloaded")
    second = tab.locator(".bench")
    second.locator(".item").first.wait_for(timeout=START)
    show(second, before.question)
    show(bench, before.question)
    press(page, "5", "Enter")
    saved(bench)
    expect(second.locator(".card .verdict b").first).to_have_text("differ in framing")
    tab.keyboard.press("z")
    expect(bench.locator(".card .verdict b").first).to_have_text(before.shown)
    tab.close()

    note = bench.locator(".pen-row input")
    note.fill("half a thou")  # and bo decides meanwhile
    alone, blind = sit("bo", blind=True)
    frames = heard(alone)
    alone.reload(wait_until="domcontentloaded")
    alone.wait_for_function(
        "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel", timeout=START
    )
    assert alone.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')") is True
    blind.locator(".item").first.wait_for(timeout=START)
    show(blind, before.question, "Open")
    blind.locator("input[type=search]").fill("")
    press(alone, "Escape")
    answers = {side.says for side in before.positions.values()} | {before.reason, before.both_can_be_true or "-" * 20}
    for point in sbs.load(folder).coded.points[:20]:
        answers |= {side.says for side in point.positions.values() if len(side.says) > 20} | {point.reason}
    everything = alone.content() + "".join(frames)
    assert before.question in everything
    assert [words for words in answers if words in everything or json.dumps(words)[1:-1] in everything] == []
    assert blind.locator(".says:visible, mark, .links path:not([d='']), .item .chip").count() == 0
    other = next(key for key in ("conflict", "detail") if key != before.verdict)
    press(alone, str(list(VERDICTS).index(other) + 1), "Enter")
    saved(blind)
    expect(blind.locator(".asked")).not_to_have_text(before.question)
    press(alone, "b", "e", "m", "d", "c", "t")
    expect(blind.locator("dialog[open]")).to_have_count(0)

    expect(bench.get_by_role("tab", name="Coders differ")).to_contain_text("1", timeout=15_000)
    assert note.input_value() == "half a thou", "what another does takes nothing from under the pen"
    bench.locator("input[type=search]").fill("")
    bench.get_by_role("tab", name="Coders differ").click()
    assert before.question in [page.locator(".asked").inner_text()] or bench.locator(".item").count() >= 1
    show(bench, before.question)
    expect(bench.locator(".card")).to_contain_text("bo: ")
    press(page, "t")
    expect(bench.locator("dialog[open]")).to_contain_text("bo: ")
    bench.locator("dialog[open] [name=verdict]").select_option("conflict")
    bench.locator("dialog[open] [name=settled]").fill("Talked over")
    bench.locator("dialog[open] [type=submit]").click()
    saved(bench)
    point = sbs.load(folder).point(POINT)
    assert (point.verdict, point.coded.settled, point.coded.by) == ("conflict", "Talked over", "ada")


@pytest.fixture
def hostile(home: Path, server: str) -> Path:
    """A comparison in which all words are attacks, where the server can see it."""
    return small.hostile(home / "root" / "data" / "hostile").folder


def test_words_that_attack_are_words(sit: Sit, hostile: Path, folder: Path) -> None:
    """Markup, handlers, addresses, marks that turn lines about, a word of 10,000 letters: shown, and nothing runs."""
    page, bench = sit("ada", hostile, first=0)
    page.evaluate("() => { window.ran = []; window.alert = (n) => window.ran.push(n); }")
    bench.get_by_role("tab", name="Points").click()
    for _ in range(7):
        press(page, "j", ".", "r")
    expect(bench.locator(".drawer")).not_to_contain_text("reading …", timeout=START)
    press(page, "e", "Escape", "b")
    bench.locator("dialog[open] [name=text]").fill(small.POISON)
    bench.locator("dialog[open] [type=submit]").click()
    expect(bench.locator("dialog[open]")).to_have_count(0)
    press(page, "f")
    bench.locator("dialog[open] [name=note]").fill(small.POISON[:3000])
    bench.locator("dialog[open] [type=submit]").click()
    page.mouse.move(700, 500)
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") == []
    assert bench.locator("script, img, iframe, [onerror], [onmouseover], [onfocus], a[href^=javascript]").count() == 0
    assert "<script>alert(1)</script>" in bench.locator(".scroll").first.inner_text()
    wide = bench.evaluate(
        """bench => [...bench.querySelectorAll("*")].filter((e) => e.checkVisibility()
          && e.getBoundingClientRect().right > bench.getBoundingClientRect().right + 1
          && !e.closest(".scroll, .rows, .card, .drawer, .says, .alarm, dialog, select")).map((e) => e.className)"""
    )
    assert wide == []
    assert [e for e in bench.locator(".scroll").all() if e.evaluate("e => e.scrollWidth > e.clientWidth + 1")] == []
