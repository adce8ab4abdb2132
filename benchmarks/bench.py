"""How quick the bench is in a browser: opening, the next point, a search; on the shipped comparison and a large one.

    python -m benchmarks.bench [--words N] [--candidates N]

The large one has two made-up sources of N words each and N candidates between their passages (100,000 and 5,000 are the
promise). Needs Chromium, which the tests need too.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

import sidebyside
from benchmarks.long_text import long_text
from sidebyside.showing.bench.script import inlined, script, style
from sidebyside.showing.bench.view import exported
from sidebyside.texts import Source

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "russia-afghanistan"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PRESSES = 40
# From the key to the frame that shows its effect.
TIMED = """async (key) => {
  const root = document.querySelector(".bench");
  const started = performance.now();
  root.querySelector(".rows").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const handled = performance.now() - started;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [handled, performance.now() - started];
}"""
SOUGHT = """async (words) => {
  const field = document.querySelector(".bench input[type=search]");
  const started = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input"));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--words", type=int, default=100_000, help="of each source of the large comparison")
    ask.add_argument("--candidates", type=int, default=5_000)
    asked = ask.parse_args()
    shipped = exported(sidebyside.load(SHIPPED))
    with sync_playwright() as running, TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, data in {"shipped": shipped, "large": large(shipped, asked.words, asked.candidates)}.items():
            path = Path(folder) / f"{name}.html"
            path.write_text(page(data), encoding="utf-8")
            tab = browser.new_page(viewport={"width": 1400, "height": 1000})
            tab.goto(path.as_uri())
            print(f"{name}: {told(tab, data)}")
        browser.close()


def told(tab: Page, data: dict[str, Any]) -> str:
    """The figures of one page."""
    opened = tab.evaluate("window.opened")
    steps = [tab.evaluate(TIMED, "j") for _ in range(PRESSES)]
    handled, painted = (sorted(step[side] for step in steps) for side in (0, 1))
    search = tab.evaluate(SOUGHT, "the government")
    candidates = len(data.get("candidates", []))
    passages = sum(len(part[2]) for source in data["sources"] for part in source["paragraphs"])
    return (
        f"{passages:,} passages, {len(data['points'])} points, {candidates:,} candidates: opened and "
        f"painted {opened:.0f} ms; next point {median(handled):.0f} ms, painted {median(painted):.0f} ms (worst of "
        f"{PRESSES}: {painted[-1]:.0f}); search {search:.0f} ms"
    )


def page(data: dict[str, Any]) -> str:
    """A page with the bench alone."""
    return f"""<!doctype html><meta charset="utf-8"><style>{style()}</style>
<body class="page"><div class="sbs" id="b"></div>
<script type="application/json" id="d">{inlined(data)}</script><script>
{script()}
const data = JSON.parse(document.getElementById("d").textContent);
const started = performance.now();
window.bench = mount(document.getElementById("b"), data);
requestAnimationFrame(() => setTimeout(() => {{ window.opened = performance.now() - started; }}));
</script>"""


def large(shipped: dict[str, Any], words: int, candidates: int) -> dict[str, Any]:
    """A comparison of two long sources with that many candidates and no point."""
    draw = random.Random(7)
    sources, places = [], []
    for number, known in enumerate(shipped["sources"]):
        source = Source(known["key"], known["title"], long_text(words + number))
        passages: list[Any] = [[p.id, p.start, source.words(p), " "] for p in source.passages]
        places.append([[start, start + len(text), identity] for identity, start, text, _ in passages])
        paragraphs = [["body", "", passages[at : at + 8]] for at in range(0, len(passages), 8)]
        sources.append(known | {"length": len(source.text), "paragraphs": paragraphs})
    made = [
        {
            "key": f"candidates/{number:012x}", "id": f"{number:012x}", "rank": number + 1, "group": number + 1,
            "leads": True, "verdict": draw.choice(["agree", "detail", "framing", "unsure"]), "reason": "both say so",
            "against": "", "excuse": "", "signals": [["meaning", 0.7]], "origins": 2,
            "sides": [
                {"key": source["key"], "places": [draw.choice(there)], "witnesses": []}
                for source, there in zip(sources, places, strict=True)
            ],
        }
        for number in range(candidates)
    ]  # fmt: skip
    return shipped | {"sources": sources, "points": [], "candidates": made, "readings": {}, "aside": [], "record": {}}


if __name__ == "__main__":
    main()
