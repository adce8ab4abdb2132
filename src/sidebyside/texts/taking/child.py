"""The process in which foreign files are opened: little memory, little time, and nothing to write to but its answer."""

from __future__ import annotations

import contextlib
import json
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from sidebyside.errors import SourceError
from sidebyside.texts.taking.limits import LONGEST, MEMORY
from sidebyside.texts.taking.taken import Taken, as_plain

FORMATS = "sidebyside.texts.taking.formats"
TAKERS = {
    "markdown": "markdown:markdown_taken",
    "html": "web:web_taken",
    "mht": "archived_web:archived_web_taken",
    "docx": "word:word_taken",
    "odt": "opendocument:opendocument_taken",
    "pdf": "pdf:pdf_taken",
    "epub": "ebook:ebook_taken",
    "rtf": "rich:rich_taken",
}


def taker(kind: str) -> Callable[[bytes, str], Taken]:
    """Who takes the text out of such a file."""
    module, _, function = TAKERS[kind].partition(":")
    found: Callable[[bytes, str], Taken] = getattr(import_module(f"{FORMATS}.{module}"), function)
    return found


def answered(kind: str, name: str, data: bytes) -> dict[str, Any]:
    """{"taken": ...} or {"error": words}: whatever a library raises is a broken file, said in words."""
    try:
        taken = taker(kind)(data, name)
        if not taken.text.strip():
            return {"error": f"{name} has no words in it"}
        if len(taken.text) > LONGEST:
            return {"error": f"{name} has {len(taken.text):,} characters; more than {LONGEST:,} is not one source"}
        return {"taken": as_plain(taken)}
    except SourceError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": f"{name} needs more than {MEMORY:,} bytes of memory; split it, or save it as plain text"}
    except Exception as error:
        return {"error": f"{name} cannot be opened ({type(error).__name__}); save it anew, or as plain text"}


def limited() -> None:
    """No more memory than MEMORY, no byte into any file, no core; where the system has such limits."""
    with contextlib.suppress(ImportError):  # not on Windows
        import resource

        for kind, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
            with contextlib.suppress(AttributeError, ValueError, OSError):  # macOS refuses some
                resource.setrlimit(getattr(resource, kind), (most, most))


def serve(asked: BinaryIO, answer: BinaryIO) -> None:
    """Answers each request (a line of JSON with kind, name and size, then the file's bytes) until there is none."""
    while line := asked.readline():
        request = json.loads(line)
        data = asked.read(request["size"])
        reply = json.dumps(answered(request["kind"], request["name"], data)).encode("ascii")
        answer.write(b"%d\n" % len(reply) + reply)
        answer.flush()


def main() -> None:
    """One child's life; whatever a library prints is not part of the answer."""
    answer = sys.stdout.buffer
    sys.stdout = sys.stderr
    warnings.simplefilter("ignore")
    limited()
    serve(sys.stdin.buffer, answer)


if __name__ == "__main__":
    main()
