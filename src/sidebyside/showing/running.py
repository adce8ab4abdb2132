"""Notebooks are run from top to bottom on a comparison, each in a kernel of its own, two at a time."""

from __future__ import annotations

import asyncio
import atexit
import os
import re
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from sidebyside.errors import PageError, SideBySideError
from sidebyside.stopping import undisturbed
from sidebyside.texts.extras import extra

T = TypeVar("T")

FOLDER = re.compile(r"^FOLDER = .*$", re.MULTILINE)  # the one parameter of a notebook ...
CORPUS = re.compile(r"^CORPUS = .*$", re.MULTILINE)  # ... but for that of many texts, which may be about others
OTHERS = "SIDEBYSIDE_CORPUS"  # where those lie: a folder, a table or a zip of texts
EXCERPTS = "SIDEBYSIDE_EXCERPTS"  # by which the kernels, too, learn of a limit
AT_ONCE = 2  # a kernel is a process; more at a time than this helps nobody on a small machine


@contextmanager
def kernels_told(excerpts: int | None, corpus: Path | None = None) -> Iterator[None]:
    """The limit on a source's words, and the corpus, for this process and for the kernels that it starts meanwhile."""
    told = {EXCERPTS: excerpts, OTHERS: corpus}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update({name: str(value) for name, value in told.items() if value is not None})
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """What the work gives. Ctrl-C cancels it, so that its kernels are ended, too, before the interrupt goes on.

    In a thread of its own, because where a notebook or a browser test calls this, a loop is running already.
    """
    begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = Future()

    async def known() -> T:
        begun.set_result((asyncio.get_running_loop(), cast("asyncio.Task[Any]", asyncio.current_task())))
        return await work

    with ThreadPoolExecutor(1) as thread:
        run: Future[T] | None = None
        try:
            with undisturbed():  # a thread that is only half begun would be waited for by nobody
                run = thread.submit(asyncio.run, known())
            return run.result()
        except KeyboardInterrupt:
            if run is None:
                work.close()
                raise
            loop, task = begun.result()
            loop.set_exception_handler(lambda *_: None)  # kernels cut short complain of it
            loop.call_soon_threadsafe(task.cancel)
            raise


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


def lacking(notebook: nbformat.NotebookNode) -> str:
    """What has to be installed before it can run, as a sentence: its metadata names what of an extra it needs."""
    try:
        for name in notebook.metadata.get("sidebyside", {}).get("needs", []):
            extra(name)
    except SideBySideError as error:
        return str(error)
    return ""


async def executed(path: Path, comparison: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs. It runs in its own folder, on that comparison."""
    try:
        notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise PageError(f"{path.name} is no notebook: {error}") from None
    others = os.environ.get(OTHERS)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = FOLDER.sub(lambda _: f"FOLDER = {str(comparison.resolve())!r}", cell.source)
            if others:
                cell.source = CORPUS.sub(lambda _: f"CORPUS = {str(Path(others).resolve())!r}", cell.source)
    if trouble := lacking(notebook):
        notebook.cells = [*notebook.cells[:1], nbformat.v4.new_markdown_cell(f"**This page was not made.** {trouble}.")]
        return notebook
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--IPKernelApp.log_level=CRITICAL"],  # what a cell does wrong comes as its output
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
