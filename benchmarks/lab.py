"""How quick the bench is in JupyterLab: from running its cell to the first row on the screen, and to the next point.

    python -m benchmarks.lab [--rounds N]

The kernel runs already and the shipped comparison is loaded in it, with its proposals in the cache: the first round of
all, which may have to make them, is told apart. Needs Chromium, which the tests need too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from benchmarks.bench import ARGUMENTS, PRESSES, SHIPPED, TIMED

WAIT = 90  # seconds that JupyterLab, a kernel or the first round may take
CELLS = [
    "import sidebyside as sbs\nwork = sbs.load('comparison')",
    "sbs.bench(work, coder='ada')",
]
READY = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === "idle"
  && document.querySelector(".jp-Notebook .jp-Cell")"""
# From the command to run a cell to the frame that shows the first row of the bench that comes of it.
OPENED = """async () => {
  const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
  document.querySelectorAll(".bench").forEach((old) => old.classList.replace("bench", "old"));
  content.activeCellIndex = 1;
  const started = performance.now();
  window.jupyterapp.commands.execute("notebook:run-cell");
  while (!document.querySelector(".bench .item")) await new Promise((next) => requestAnimationFrame(next));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rounds", type=int, default=12)
    rounds = ask.parse_args().rounds
    with TemporaryDirectory() as folder, server(Path(folder)) as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1400, "height": 1000})
        tab.set_default_timeout(WAIT * 1000)
        first, *later = opened(tab, address, rounds)
        print(f"cell run to first row: {told(later)}; the first time {first:.0f} ms")
        steps = [tab.evaluate(TIMED, "j")[1] for _ in range(PRESSES)]
        print(f"next point, to the frame that shows it: {told(steps)}")
        browser.close()


def opened(tab: Page, address: str, rounds: int) -> list[float]:
    """Milliseconds of each round, the first one apart."""
    tab.goto(f"{address}/lab/tree/timed.ipynb", wait_until="domcontentloaded")
    tab.wait_for_function(READY)
    tab.evaluate("window.jupyterapp.commands.execute('notebook:run-cell')")
    tab.wait_for_function(READY)
    found = []
    for _ in range(rounds + 1):
        found.append(float(tab.evaluate(OPENED)))
        tab.wait_for_function(READY)
        sleep(1)  # what the bench still brings along, the proposals above all, is not to meet the next round
    return found


def told(milliseconds: list[float]) -> str:
    """Their median and range."""
    return (
        f"{median(milliseconds):.0f} ms (median of {len(milliseconds)}; {min(milliseconds):.0f} to "
        f"{max(milliseconds):.0f})"
    )


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a JupyterLab on a copy of the shipped comparison and a notebook of CELLS."""
    shutil.copytree(SHIPPED, folder / "root" / "comparison")
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": words, "outputs": [], "execution_count": None}
        for n, words in enumerate(CELLS)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "root" / "timed.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    own = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root",
        "--IdentityProvider.token=", "--expose-app-in-browser", f"--ServerApp.root_dir={folder / 'root'}",
    ]  # fmt: skip
    environment = os.environ | own | {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = monotonic() + WAIT
        while not answers(f"http://127.0.0.1:{port}/api"):
            if process.poll() is not None or monotonic() > until:
                raise SystemExit("JupyterLab did not start")
            sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def answers(address: str) -> bool:
    """Whether somebody is there."""
    try:
        with urlopen(address, timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    main()
