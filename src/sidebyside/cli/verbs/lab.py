"""Opens JupyterLab at the notebooks; FOLDER gets copies of them that are about its comparison.

The copies go to FOLDER/notebooks, and a notebook that is there already is left as it is: what you changed is yours.
Without FOLDER, the notebooks of the comparison that ships are opened. Ctrl-C ends JupyterLab.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sidebyside.cli.arguments import place
from sidebyside.cli.telling import tell
from sidebyside.cli.trouble import comparison_in
from sidebyside.errors import Refused

HELP = "open the notebooks in JupyterLab, to read and decide"
EXAMPLES = ["lab", "lab data/russia-afghanistan"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `lab`."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=place, help="the folder of a comparison")


def run(options: argparse.Namespace) -> int:
    """Opens JupyterLab and stays until it ends."""
    from sidebyside.showing.report import shipped_notebooks

    notebooks = shipped_notebooks()
    if options.folder:
        with comparison_in(options.folder):
            notebooks = copied(notebooks, options.folder / "notebooks")
    elif not (notebooks[0].parent.parent / "data").is_dir():
        raise Refused("this installation came without a comparison", "Name the folder of yours; `new` makes one")
    first = notebooks[0].resolve()
    tell(f"opening {notebooks[0]}; Ctrl-C here ends JupyterLab")
    return served(first)


def served(first: Path) -> int:
    """JupyterLab with the folder above a notebook's as its root, waited for; its exit code."""
    # Ctrl-C reaches JupyterLab too, which asks before it ends.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={first.parent.parent}", str(first)]
    try:
        with subprocess.Popen(command) as lab:
            try:
                return lab.wait()
            except BaseException:
                lab.terminate()
                raise
    finally:
        signal.signal(signal.SIGINT, before)


def copied(notebooks: Sequence[Path], into: Path) -> list[Path]:
    """The notebooks in a folder beside the comparison, about it; those that are there already stay as they are."""
    import nbformat

    from sidebyside.showing.running import FOLDER
    from sidebyside.texts.files import write_whole

    into.mkdir(exist_ok=True)
    for path in notebooks:
        if (into / path.name).exists():
            continue
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if "parameters" in cell.metadata.get("tags", []):
                cell.source = FOLDER.sub('FOLDER = ".."', cell.source)
        write_whole(into / path.name, nbformat.writes(notebook) + "\n")
    return [into / path.name for path in notebooks]
