"""Who does the work: this process, or the workers of a Dask cluster; the same functions, and the same results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Whatever applies a function to many items."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[tuple[int, Result]]:
        """(number of the item from 0, what the function gives for it), in any order.

        Items are taken as they are needed: only a few are under way at any time. `function` is one that can be
        imported by its name, or a functools.partial of one; it may be called twice for one item, if a worker died.
        What it raises is raised here.
        """

    def begin_anew(self) -> None:
        """Gives back the memory that workers of our own hold of work that is done: others take their place."""


class Here:
    """This process: one item after the other.

    >>> list(Here().each(len, ["ab", "c"]))
    [(0, 2), (1, 1)]
    """

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[tuple[int, Result]]:
        """As Engine has it, in the order of the items."""
        for number, item in enumerate(items):
            yield number, function(item)

    def begin_anew(self) -> None:
        """Nothing: a process cannot be begun anew by itself."""


@contextmanager
def engine(
    workers: int | None = None, scheduler: str | None = None, tell: Callable[[str], None] = lambda words: None
) -> Iterator[Engine]:
    """This process; with `workers` so many of its own beside it; with `scheduler` those of a cluster at that address.

    The workers end with the block; those of a scheduler stay. `tell` is given where the dashboard is. Raises
    SideBySideError where Dask distributed is not installed, or nobody answers at the address.
    """
    if scheduler:
        from sidebyside.matching.corpus.cluster import connected

        with connected(scheduler, tell) as found:
            yield found
    elif workers:
        from sidebyside.matching.corpus.cluster import started

        with started(workers, tell) as found:
            yield found
    else:
        yield Here()
