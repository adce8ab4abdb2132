"""Ctrl-C is noted as well as raised: where it is lost on its way, it is raised again before anything is written.

A KeyboardInterrupt can be lost: in Python's own clearing up, or in a library that catches whatever comes. A signal that
was noted is not: whoever is about to write asks `go_on`, and the end of the program asks `asked.noted`. Where nobody
has made `stop` the handler of a signal, as in a notebook, none of this does anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


class Stopped(KeyboardInterrupt):
    """Ctrl-C, another program, or the closing of the terminal ends this one."""


@dataclass
class Asked:
    """Whether somebody has `noted` a signal; whether one is `waiting` to be raised because signals are `held` back."""

    noted: bool = False
    waiting: bool = False
    held: bool = False


asked = Asked()


def stop(number: int, frame: FrameType | None) -> None:
    """The handler of a signal: notes it, and raises Stopped, at once or when that does no harm any more."""
    asked.noted = asked.waiting = True
    raise_waiting()


def go_on() -> None:
    """Raises Stopped where it was noted before and lost; for whoever is about to write, or begins what takes long."""
    if asked.noted and not asked.held:
        raise Stopped


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals wait until the block ends: for the moments in which files take their places."""
    go_on()
    with held_back(True):
        yield
    raise_waiting()


@contextmanager
def disturbed() -> Iterator[None]:
    """Signals are raised in this block of an undisturbed one, which clears up after it."""
    with held_back(False):
        raise_waiting()
        yield


def enough() -> None:
    """From here on signals are only noted: the program is ending."""
    asked.held = True


@contextmanager
def held_back(whether: bool) -> Iterator[None]:
    """Signals are held back in the block, or not; after it as they were."""
    before, asked.held = asked.held, whether
    try:
        yield
    finally:
        asked.held = before


def raise_waiting() -> None:
    """Raises a signal that has not been raised yet, unless signals are held back."""
    if asked.waiting and not asked.held:
        asked.waiting = False
        raise Stopped
