"""What went wrong as a line that names the thing, the place and the mend, and the exit code that goes with it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sidebyside.cli.telling import tell
from sidebyside.errors import ComparisonError, Problem, SideBySideError

WELL, PROBLEM, USAGE, STOPPED, NO_READER = 0, 1, 2, 130, 141  # the last two: 128 and the signal, as shells have it

FREE = "Free some space on it, then run this again"
SHORTER = "Give a shorter name"
# What the system says, in words, and what to do about it.
SAID = {
    errno.ENOSPC: ("the disk is full", FREE),
    errno.EDQUOT: ("your share of the disk is used up", FREE),
    errno.EFBIG: ("the file would be larger than is allowed here", FREE),
    errno.EROFS: ("the disk can only be read", "Name a folder on another disk"),
    errno.EACCES: ("it may not be read or written by you", "Change its permissions, or name another place"),
    errno.EPERM: ("it may not be changed by you", "Change its permissions, or name another place"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", SHORTER),
    errno.ENOENT: ("it is not there", "Mend the name"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "Mend the path"),
    errno.EISDIR: ("it is a folder, not a file", "Name a file"),
    errno.EEXIST: ("it is there already", "Name another place"),
    errno.ELOOP: ("it is a link that goes in a circle", "Mend the link, or name the file itself"),
    errno.EMFILE: ("too many files are open", "Close other programs, then run this again"),
}


class Broken(SideBySideError):
    """A comparison that does not load: where it is, and everything that is wrong with it."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self.folder = folder
        self.problems = problems
        super().__init__(str(folder))


@contextmanager
def comparison_in(folder: Path) -> Iterator[Path]:
    """Work on the comparison in a folder: what is wrong with it is said with paths from where the user stands."""
    if folder.is_dir() and not (folder / "comparison.yml").exists():
        mend = "Name the folder of a comparison; `new` makes one"
        raise Broken(folder, [Problem("", 0, "holds no comparison.yml", mend)])
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "is not there"
        raise Broken(folder, [Problem("", 0, what, "Name the folder of a comparison; `new` makes one")])
    try:
        yield folder
    except ComparisonError as error:
        raise Broken(folder, error.problems) from error


def line_of(folder: Path, problem: Problem, kind: str = "error") -> str:
    """A problem as editors and compilers write it, so that an editor can jump there.

    >>> line_of(Path("bridge"), Problem("points.yml", 8, '"day" is no theme', "Mend it"))
    'bridge/points.yml:8: error: "day" is no theme. Mend it'
    """
    place = str(folder / problem.file) if problem.file else str(folder)
    return f"{place}{f':{problem.line}' if problem.line else ''}: {kind}: {problem.what}. {problem.mend}"


def told(error: BaseException, called: str) -> int:
    """Says what went wrong, in the name of the command that was called, and gives the exit code."""
    match error:
        case BrokenPipeError():
            return NO_READER  # whoever read has seen enough
        case KeyboardInterrupt():
            tell(f"{called}: stopped; nothing half-made was left")
            return STOPPED
        case Broken():
            for problem in error.problems:
                tell(line_of(error.folder, problem))
        case ComparisonError():  # before there is a folder to jump to
            for problem in error.problems:
                tell(f"{called}: {problem.file}: {problem.what}. {problem.mend}")
        case SideBySideError():
            tell(f"{called}: {error}")
        case OSError():
            tell(f"{called}: {of_system(error)}")
        case MemoryError():
            tell(f"{called}: the memory of this machine is used up. Close other programs, or compare shorter sources")
        case _:
            mend = "This is a fault of the program; --debug shows where it happened"
            tell(f"{called}: {type(error).__name__}: {error}. {mend}")
    return PROBLEM


def of_system(error: OSError) -> str:
    """An error of the system in words.

    >>> of_system(OSError(errno.ENOSPC, "No space left on device", "/tmp/x"))
    '/tmp/x: the disk is full. Free some space on it, then run this again'
    """
    what, mend = SAID.get(error.errno or 0, (error.strerror or str(error), "Mend that, then run this again"))
    return f"{error.filename or 'writing'}: {what}. {mend}"
