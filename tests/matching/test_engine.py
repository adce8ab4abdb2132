"""The same function gives the same results here and on workers, whoever dies meanwhile."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from tests.matching.work import fatal, refused, square, worker_of

from sidebyside.errors import SideBySideError
from sidebyside.matching.corpus.engine import Engine, Here, engine

cluster = pytest.importorskip("sidebyside.matching.corpus.cluster")
pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def two() -> Iterator[Engine]:
    """Two workers on this machine."""
    with engine(workers=2) as found:
        yield found


def test_workers_give_what_this_process_gives(two: Engine) -> None:
    """Every number once, with its own result."""
    wanted = {number: number * number for number in range(40)}
    assert dict(Here().each(square, range(40))) == wanted
    assert dict(two.each(square, range(40))) == wanted
    assert list(two.each(square, [])) == []


def test_items_are_taken_as_they_are_needed(two: Engine) -> None:
    """A few are under way, the others wait where they come from."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    done = two.each(square, items())
    for _ in range(3):
        next(done)
    assert len(taken) <= 3 + 2 * cluster.WAITING
    done.close()
    assert len(taken) <= 3 + 2 * cluster.WAITING


def test_own_workers_begin_anew(two: Engine) -> None:
    """Others take the place of those that have worked, and work as they did; this process goes on as it is."""
    before = {worker for _, worker in two.each(worker_of, range(4))}
    two.begin_anew()
    after = {worker for _, worker in two.each(worker_of, range(4))}
    assert after
    assert after.isdisjoint(before)
    Here().begin_anew()
    assert dict(Here().each(square, [3])) == {0: 9}


def test_workers_of_a_cluster_are_left_as_they_are(two: Engine) -> None:
    """They may have more to do than this run."""
    assert isinstance(two, cluster.Cluster)
    before = {worker for _, worker in two.each(worker_of, range(4))}
    cluster.Cluster(two.client).begin_anew()
    assert before >= {worker for _, worker in two.each(worker_of, range(4))}


def test_what_a_worker_raises_is_raised_here(two: Engine) -> None:
    """As it was raised there."""
    with pytest.raises(SideBySideError, match="number 3 cannot be read"):
        list(two.each(refused, [3]))


def test_a_worker_that_is_killed_loses_nothing(two: Engine) -> None:
    """Whatever it had under way, or done, is there in the end, once."""
    numbers: list[int] = []
    killed = 0
    for number, process in two.each(worker_of, range(16)):
        numbers.append(number)
        if not killed:
            killed = process
            os.kill(process, signal.SIGKILL)
    assert killed != os.getpid()
    assert sorted(numbers) == list(range(16))


def test_an_item_that_kills_workers_is_given_up(two: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some of them have died at it, with what it is most likely for; others can still be done."""
    with pytest.raises(SideBySideError, match=r"workers died, one after the other, .* for want of memory"):
        list(two.each(fatal, [0]))
    assert dict(two.each(square, [5])) == {0: 25}


def test_without_a_worker_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that nobody works for is told as such, and how to go on."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "LOOK", 0.2)
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", silence_logs=50) as empty,
        engine(scheduler=empty.scheduler_address) as found,
        pytest.raises(SideBySideError, match=r"no worker is left, .* start one, .* then run this again"),
    ):
        list(found.each(square, [1]))


def test_a_scheduler_that_goes_away_is_told() -> None:
    """In the middle of a run: in words, and not after minutes."""
    distributed = pytest.importorskip("distributed")
    gone = distributed.LocalCluster(n_workers=1, dashboard_address="127.0.0.1:0", silence_logs=50)
    with engine(scheduler=gone.scheduler_address) as found:
        done = found.each(worker_of, range(100))
        next(done)
        gone.close()
        with pytest.raises(SideBySideError, match=r"the scheduler does not answer any more: .* run this again"):
            list(done)


def test_what_was_called_off_with_the_scheduler_is_told(two: Engine) -> None:
    """An item that Dask gives up because the scheduler went away counts as gone, not as a fault of the item."""
    assert isinstance(two, cluster.Cluster)
    future = two.client.submit(square, 7)
    future.cancel(force=True)
    assert future.status == "cancelled"
    with pytest.raises(SideBySideError, match=r"the scheduler does not answer any more: .* run this again"):
        two.result(future)


def test_an_address_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that starts a scheduler."""
    monkeypatch.setattr(cluster, "ANSWER", 1.0)
    with (
        pytest.raises(SideBySideError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9 .* `dask scheduler`"),
        engine(scheduler="tcp://127.0.0.1:9"),
    ):
        pass


def test_without_dask_the_mend_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which package is missing, and how it comes."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(SideBySideError, match=r"distributed is not installed: .*\.\[corpus\]"), engine(workers=2):
        pass
