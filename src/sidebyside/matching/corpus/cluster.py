"""The workers of a Dask cluster as an engine: a few items under way for each, and none lost when a worker dies."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import islice
from typing import Any, TypeVar

from sidebyside.errors import SideBySideError
from sidebyside.texts.extras import extra
from sidebyside.wording import count

Item = TypeVar("Item")
Result = TypeVar("Result")

WAITING = 2  # items for each worker: one that it works on, one at hand
LOOK = 5.0  # seconds without a result after which is looked whether there is anybody to wait for
PATIENCE = 60.0  # seconds without a worker: one that died is started again in two
# A worker that died is started again at once. Left to itself, Dask gives one up that is not back within 15 seconds,
# and on a busy machine takes the new one for it: in the end nobody would be left.
PATIENT = "24 hours"
ANSWER = 10.0  # seconds that a scheduler may take to answer
AGAIN = "run this again: what was done is kept"


class Cluster:
    """The workers of a scheduler (see engine.Engine); `client` is a distributed.Client.

    `own` says that they were started for this run, and are nobody else's.
    """

    def __init__(self, client: Any, own: bool = False) -> None:
        self.client = client
        self.own = own

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[tuple[int, Result]]:
        """As Engine has it, in the order in which results come.

        Raises SideBySideError where the scheduler is gone, no worker is left, or several died at one item.
        """
        rest = enumerate(items)
        numbers: dict[Any, int] = {}
        try:
            while True:
                for number, item in islice(rest, max(0, self.most() - len(numbers))):
                    numbers[self.client.submit(function, item, pure=False)] = number
                if not numbers:
                    return
                for future in self.finished(numbers):
                    number = numbers.pop(future)
                    yield number, self.result(future)
        finally:
            with suppress(Exception):  # the cluster may be what went wrong
                self.client.cancel(list(numbers), force=True)

    def begin_anew(self) -> None:
        """As Engine has it; a cluster's workers stay as they are."""
        if self.own:
            with reached():
                self.client.restart()

    def most(self) -> int:
        """How many items are under way at most."""
        return WAITING * max(1, self.threads())

    def threads(self) -> int:
        """How many items the workers do at once, just now."""
        with reached():
            return sum(self.client.nthreads().values())

    def finished(self, futures: Collection[Any]) -> Collection[Any]:
        """Those that are done, at least one."""
        wait = extra("distributed").wait
        done: Collection[Any] = self.patient(lambda seconds: wait(list(futures), seconds, "FIRST_COMPLETED").done)
        return done

    def result(self, future: Any) -> Any:
        """What the function gave, or raised; waits where the worker that had it has died meanwhile."""
        try:  # what the function raised may be an OSError too, and says nothing of the scheduler
            return future.result() if future.status == "error" else self.patient(future.result)
        except extra("distributed").KilledWorker as error:
            what = f"more than {error.allowed_failures} workers died, one after the other, at the same batch"
            mend = f"most likely for want of memory. Start fewer workers a machine, then {AGAIN}"
            raise SideBySideError(f"{what}, {mend}") from None

    def patient(self, ask: Callable[[float], Any]) -> Any:
        """The answer to what may take so many seconds at a time, for as long as there is somebody to wait for."""
        lonely = 0.0
        while lonely < PATIENCE:
            with reached(), suppress(TimeoutError):
                return ask(LOOK)
            lonely = 0.0 if self.threads() else lonely + LOOK
        what = f"no worker is left, and none came for {PATIENCE:.0f} seconds"
        raise SideBySideError(f"{what}: start one, in the same environment as here, then {AGAIN}")


@contextmanager
def reached() -> Iterator[None]:
    """Says in words that a scheduler is gone."""
    try:
        yield
    except TimeoutError:
        raise
    except (OSError, CancelledError):
        gone = "the scheduler does not answer any more"
        raise SideBySideError(f"{gone}: start it and its workers, then {AGAIN}") from None


@contextmanager
def started(workers: int, tell: Callable[[str], None]) -> Iterator[Cluster]:
    """So many workers on this machine, one thread each, which end with the block."""
    distributed = extra("distributed")
    with (
        extra("dask").config.set({"distributed.deploy.lost-worker-timeout": PATIENT}),
        distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,  # reading holds Python's lock: a second thread would only wait
            processes=True,
            preload="sidebyside.matching.corpus.preloaded",
            dashboard_address="127.0.0.1:0",  # any free port, for this machine alone
            silence_logs=logging.CRITICAL,  # a worker that died is started again; what fails is raised here
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        shown(client, tell)
        yield Cluster(client, own=True)


@contextmanager
def connected(address: str, tell: Callable[[str], None]) -> Iterator[Cluster]:
    """The workers that belong to a scheduler; they stay when the block ends."""
    distributed, quiet = extra("distributed"), extra("distributed.utils").silence_logging_cmgr
    with quiet(logging.CRITICAL):  # what fails is raised here; the scheduler and its workers keep logs of their own
        try:
            client = distributed.Client(address, timeout=ANSWER)
        except (OSError, ValueError) as error:
            what = str(error).splitlines()[0] if str(error) else "no answer"
            mend = "start one with `dask scheduler`, and give the address that it names (tcp://...:8786)"
            raise SideBySideError(f"no scheduler answers at {address} ({what}): {mend}") from None
        with client:
            prepared(client)
            shown(client, tell)
            yield Cluster(client)


def prepared(client: Any) -> None:
    """Raises SideBySideError where a worker lacks the package: it would end at the first function that it is sent."""
    try:
        client.run(import_module, "sidebyside")
    except ImportError:
        what = "a worker has no sidebyside"
        raise SideBySideError(
            f"{what}: install the same environment on every machine, and start its workers again"
        ) from None


def shown(client: Any, tell: Callable[[str], None]) -> None:
    """Says how many work, and where they can be watched."""
    tell(f"{count(len(client.nthreads()), 'worker')}; watch them at {client.dashboard_link}")
