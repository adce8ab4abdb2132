"""What the tests of engines have done: a worker imports it by its name."""

from __future__ import annotations

import os
import signal
import time

from sidebyside.errors import SideBySideError


def square(number: int) -> int:
    """A number by itself."""
    return number * number


def worker_of(number: int) -> int:
    """The process that does the work, in a quarter of a second."""
    time.sleep(0.25)
    return os.getpid()


def fatal(number: int) -> None:
    """The end of whoever does this."""
    os.kill(os.getpid(), signal.SIGKILL)


def refused(number: int) -> None:
    """What the package raises."""
    raise SideBySideError(f"number {number} cannot be read")
