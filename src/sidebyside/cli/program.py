"""From the words that were typed to an exit code: 0 well, 1 a problem, 2 wrong usage, 130 interrupted."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from sidebyside.cli.parser import parser, understood
from sidebyside.cli.trouble import NO_READER, PROBLEM, WELL, told

CALLED = "SIDEBYSIDE_CALLED"  # what the user typed, where another program has passed it on
NAME = "sidebyside"


def main(arguments: Sequence[str], called: str = NAME) -> int:
    """Does what the arguments say and gives the exit code; whatever goes wrong is said on stderr."""
    try:
        options = understood(arguments, parser(called))
    except SystemExit as ended:  # after help, the version, or wrong usage
        return int(ended.code or WELL)
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk shows here at the latest
        return code
    except (Exception, KeyboardInterrupt) as error:
        if options.debug:
            traceback.print_exc()
        with suppress(OSError):  # nobody may be there to be told
            return told(error, options.parser.prog)
        return NO_READER if isinstance(error, BrokenPipeError) else PROBLEM


class Ended(KeyboardInterrupt):
    """Another program, or the closing of the terminal, ends this one: what was begun is taken back as after Ctrl-C."""


def end(number: int, frame: FrameType | None) -> None:
    """Ends as Ctrl-C does."""
    raise Ended(number)


def once_more(lost: sys.UnraisableHookArgs) -> None:
    """Ctrl-C in the middle of an import can be lost in Python's own clearing up: it is pressed again a moment later."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        press = threading.Timer(0.05, _thread.interrupt_main)
        press.daemon = True
        press.start()
    else:
        sys.__unraisablehook__(lost)


def program(called: str = NAME) -> int:
    """The whole program: as `main`, in a process of its own."""
    for number in (0, 1, 2):  # else the next file to be opened would take the place of one that is closed
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        stream.reconfigure(errors="backslashreplace")  # a name that the terminal has no letters for
        setattr(sys, name, stream)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    sys.unraisablehook = once_more
    code = main(sys.argv[1:], os.environ.get(CALLED) or called)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            # Said already, or nobody is there: Python would say it once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code
