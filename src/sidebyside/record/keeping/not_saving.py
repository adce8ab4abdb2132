"""In words what the system says when it does not write, and how that is mended."""

from __future__ import annotations

import errno
from pathlib import Path

from sidebyside.errors import NotSaved

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


def not_saved(error: Exception, path: Path) -> NotSaved:
    """In words what the system says when it does not write."""
    number = getattr(error, "errno", None)
    if number in FULL:
        return NotSaved(f"the disk of {path} is full", "Free some space on it, then try again")
    if number in CLOSED:
        return NotSaved(f"{path} cannot be written to", "Allow writing to the folder, or work on a copy of it")
    what = getattr(error, "strerror", None) or error
    return NotSaved(f"the disk of {path} reports: {what}", "Try again; if it stays so, copy the folder to another disk")
