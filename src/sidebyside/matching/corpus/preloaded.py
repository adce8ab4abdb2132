"""What a worker of our own does first: Ctrl-C is for the program that started it, which ends it."""

from __future__ import annotations

import signal
from typing import Any


def dask_setup(worker: Any) -> None:
    """Called by Dask in the worker's main thread; a Ctrl-C in a terminal reaches all that was started from it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
