"""Notebooks are run from top to bottom on a comparison, each in a kernel of its own, two at a time."""

from __future__ import annotations

import asyncio
import atexit
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from sidebyside.errors import PageError

FOLDER = re.compile(r"^FOLDER = .*$", re.MULTILINE)  # the one parameter of a notebook
EXCERPTS = "SIDEBYSIDE_EXCERPTS"  # by which the kernels, too, learn of a limit
AT_ONCE = 2  # a kernel is a process; more at a time than this helps nobody on a small machine


@contextmanager
def at_most(excerpts: int | None) -> Iterator[None]:
    """The limit on a source's words, for this process and for the kernels that it starts meanwhile."""
    before = os.environ.get(EXCERPTS)
    if excerpts is not None:
        os.environ[EXCERPTS] = str(excerpts)
    try:
        yield
    finally:
        os.environ.pop(EXCERPTS, None)
        if before is not None:
            os.environ[EXCERPTS] = before


async def all_executed(
    notebooks: Sequence[Path], comparison: Path, tell: Callable[[str], None]
) -> list[tuple[Path, nbformat.NotebookNode]]:
    """The notebooks with their outputs, in order; AT_ONCE of them run at a time."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(path: Path) -> tuple[Path, nbformat.NotebookNode]:
        async with room:
            started = time.monotonic()
            notebook = await executed(path, comparison)
            tell(f"  {path.name}  {time.monotonic() - started:.0f} s")
            return path, notebook

    # All of them come to their end, also beside one that failed: a kernel cut short would be left behind.
    ended = await asyncio.gather(*map(one, notebooks), return_exceptions=True)
    run: list[tuple[Path, nbformat.NotebookNode]] = []
    for outcome in ended:
        if isinstance(outcome, BaseException):
            raise outcome
        run.append(outcome)
    return run


async def executed(path: Path, comparison: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs. It runs in its own folder, on that comparison."""
    try:
        notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise PageError(f"{path.name} is no notebook: {error}") from None
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = FOLDER.sub(lambda _: f"FOLDER = {str(comparison.resolve())!r}", cell.source)
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        await client.async_execute(env=os.environ | {"PYDEVD_DISABLE_FILE_VALIDATION": "1", "SIDEBYSIDE_PROGRESS": ""})
    except CellExecutionError as error:
        cell = next(c for c in notebook.cells for o in c.get("outputs", []) if o.output_type == "error")
        begins = cell.source.partition("\n")[0]
        raise PageError(f"{path.name}: the cell “{begins}” ended in {error.ename}: {error.evalue}") from None
    except (DeadKernelError, CellTimeoutError) as error:
        atexit.unregister(client._cleanup_kernel)  # nbclient forgets to, and trips over the dead kernel at the end
        raise PageError(f"{path.name} did not run to its end: {error}") from None
    return notebook
