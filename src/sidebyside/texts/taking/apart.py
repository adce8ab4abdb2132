"""A foreign file is opened in a process of its own: a library that hangs or crashes there ends nothing here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any

from sidebyside.errors import SourceError
from sidebyside.texts.taking.limits import LONGEST, SECONDS
from sidebyside.texts.taking.taken import Taken, from_plain

ANSWER = 16 * LONGEST  # bytes: a character is at most twelve in JSON


class Apart:
    """A child process that takes texts out of files, started when it is first needed and again after it broke."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def taken(self, kind: str, name: str, data: bytes) -> Taken:
        """What the file's bytes give; SourceError where they give nothing within the limits."""
        child = self._child = self._child or started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self.seconds, stop)
        timer.start()
        try:
            answer = asked(child, {"kind": kind, "name": name, "size": len(data)}, data)
        except (OSError, ValueError):
            self._end()
            if late.is_set():
                what = f"{name} was not read within {self.seconds:g} seconds"
            else:
                what = f"{name} broke the program that reads such files"
            raise SourceError(f"{what}; save it anew, split it, or save it as plain text") from None
        except BaseException:
            self._end()  # an interrupted answer is not the next file's
            raise
        finally:
            timer.cancel()
        if "error" in answer:
            raise SourceError(answer["error"])
        return from_plain(answer["taken"])

    def _end(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.communicate()


def started() -> subprocess.Popen[bytes]:
    """A child that finds the package where this process did, and nothing in the folder it is started from."""
    places = os.pathsep.join(place for place in sys.path if place)
    return subprocess.Popen(
        [sys.executable, "-P", "-B", "-m", "sidebyside.texts.taking.child"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": places},
    )  # fmt: skip


def asked(child: subprocess.Popen[bytes], request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The child's answer; OSError or ValueError where it gave none."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(request).encode("ascii") + b"\n" + data)
    child.stdin.flush()
    size = int(child.stdout.readline(20))
    if size > ANSWER:
        raise ValueError(size)
    found: dict[str, Any] = json.loads(child.stdout.read(size))
    return found
