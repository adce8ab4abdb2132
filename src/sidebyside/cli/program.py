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

from sidebyside.cli.parser import parser, understood
from sidebyside.cli.trouble import NO_READER, PROBLEM, STOPPED, WELL, told
from sidebyside.stopping import asked, enough, stop

CALLED = "SIDEBYSIDE_CALLED"  # what the user typed, where another program has passed it on
NAME = "sidebyside"
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def main(arguments: Sequence[str], called: str = NAME) -> int:
    """Does what the arguments say and gives the exit code; whatever goes wrong is said on stderr."""
    options = None
    try:
        options = understood(arguments, parser(called))
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk shows here at the latest
        return code
    except SystemExit as ended:  # after help, the version, or wrong usage
        return int(ended.code or WELL)
    except BaseException as error:
        # A library may have made something else of a Ctrl-C on its way.
        meant = KeyboardInterrupt() if asked.noted else error
        if options and options.debug:
            traceback.print_exc()
        with suppress(OSError):  # nobody may be there to be told
            return told(meant, options.parser.prog if options else called)
        return NO_READER if isinstance(meant, BrokenPipeError) else PROBLEM


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
    heard = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]  # `nohup` ignores one
    for number in heard:
        signal.signal(number, stop)
    sys.unraisablehook = once_more
    called = os.environ.get(CALLED) or called
    code = None
    with suppress(KeyboardInterrupt):  # pressed again while the first was being told
        code = main(sys.argv[1:], called)
    enough()
    if code is None or (asked.noted and code != STOPPED):
        with suppress(OSError):
            code = told(KeyboardInterrupt(), called)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            # Said already, or nobody is there: Python would say it once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    for number in heard:
        signal.signal(number, signal.SIG_DFL)  # nothing is left that would have to be taken back
    return STOPPED if asked.noted or code is None else code
