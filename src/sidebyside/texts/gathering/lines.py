"""The lines of a table in plain text, one after the other, in the encoding that its first ones are in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from sidebyside.errors import SourceError
from sidebyside.texts.gathering.entries import BROKEN, Entry
from sidebyside.texts.gathering.left_out import Unusable
from sidebyside.texts.taking.encodings import MARKS, SAMPLE, decoded
from sidebyside.texts.taking.limits import LONGEST


def lines_of(entry: Entry, tell: Callable[[str], None]) -> Iterator[str]:
    """Each line with its end; SourceError, with its number from 1, for one that is too long or in another encoding.

    An encoding that no mark states, and that is not UTF-8, is told as the guess that it is. Raises Unusable for a file
    that cannot be opened, or does not begin as text.
    """
    encoding, guess = encoding_of(begun(entry), entry.shown)
    if guess:
        tell(f"{entry.shown}: {guess}")
    number = 0
    try:
        with entry.open() as raw, io.TextIOWrapper(raw, encoding, newline="") as stream:
            while line := stream.readline(LONGEST):
                number += 1
                if len(line) >= LONGEST:
                    raise SourceError(
                        f"{entry.shown} line {number:,} has no end within {LONGEST:,} characters; mend it"
                    )
                yield line.removeprefix("\ufeff") if number == 1 else line
    except UnicodeDecodeError:
        raise SourceError(
            f"{entry.shown} cannot be read as {encoding} after line {number:,}; save it as UTF-8"
        ) from None
    except OSError as error:
        raise SourceError(f"{entry.shown} cannot be read after line {number:,}: {error.strerror or error}") from None


def begun(entry: Entry) -> bytes:
    """The first bytes of a file; Unusable for one that cannot be opened."""
    try:
        with entry.open() as stream:
            return stream.read(SAMPLE)
    except (OSError, *BROKEN) as error:
        raise Unusable(f"{entry.shown} cannot be opened: {getattr(error, 'strerror', None) or error}") from None


def encoding_of(head: bytes, name: str) -> tuple[str, str]:
    """The encoding of a file that begins so, and a remark where it is only the likeliest; Unusable for no text.

    >>> encoding_of("title;text".encode("utf-16"), "reports.csv"), encoding_of(b"title;text", "reports.csv")
    (('utf-16-le', ''), ('utf-8', ''))
    """
    marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "")
    if marked or not head:
        return marked or "utf-8", ""
    whole = head if len(head) < SAMPLE else head[: head.rfind(b"\n") + 1] or head  # no character cut in two
    try:
        _, encoding, guess = decoded(whole, name)
    except SourceError as error:
        raise Unusable(str(error)) from None
    return encoding.replace("windows-", "cp"), guess
