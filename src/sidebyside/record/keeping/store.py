"""The folder as this process knows it: one lock, first the journal, then points.yml; what others wrote is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sidebyside.errors import ComparisonError, NotSaved, Problem
from sidebyside.record.keeping.changes import Json, folded
from sidebyside.record.keeping.entry import Entry
from sidebyside.record.keeping.half_done import half_done
from sidebyside.record.keeping.history import History
from sidebyside.record.keeping.journal import NAME as JOURNAL
from sidebyside.record.keeping.journal import settle
from sidebyside.record.keeping.keys import is_point, point_key
from sidebyside.record.keeping.not_saving import not_saved
from sidebyside.record.keeping.outside import outside
from sidebyside.record.keeping.points_text import NAME as POINTS
from sidebyside.record.keeping.points_text import PointsText, placed
from sidebyside.record.keeping.proof import Proof
from sidebyside.texts.files import replacing
from sidebyside.texts.source import fingerprint

LOCK, PATIENCE = ".lock", 5.0  # seconds to wait for another process that is writing: it takes far less than one


class Store:
    """What a comparison's folder holds of decisions, read and written under its lock.

    `state` has every key in force; `broken` says why points.yml cannot be read just now, "" when it can.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.points_path = folder / POINTS
        self._start()

    def _start(self) -> None:
        self.proof = Proof(self.folder, self.points_path.exists() or (self.folder / JOURNAL).exists())
        self._about = stamp(self.folder / "comparison.yml")
        self.journal, self.text = self.proof.read
        self.history = History()
        self.state: dict[str, Json] = {}
        self.broken = ""
        self.made = ""  # fingerprint of points.yml by the journal's account, "" where it has none
        self._seen: object = None
        self.told = self.text.points  # the points by the journal's account; what it does not tell of is as in the file
        changed = {change.key for entry in self.journal.entries for change in entry.changes}
        self._untold = sum(point_key(identity) not in changed for identity in self.text.points)
        self._follow(self.journal.entries)
        self._adopt(self.text)

    @property
    def order(self) -> list[str]:
        """The ids of the points, in reading order."""
        return list(self.text.points)

    def unchanged(self) -> bool:
        """Whether the files are those that were read; costs three looks at the folder."""
        return self._seen == self._stamps()

    @contextmanager
    def writing(self) -> Iterator[list[Entry]]:
        """Holds the folder's lock, and gives what others wrote since, taken in; NotSaved where it cannot be had."""
        with locked(self.folder):
            yield self.taken_in()

    def taken_in(self, write: bool = True) -> list[Entry]:
        """Takes in what others wrote, and gives their entries; what a crash cut short is finished if `write`."""
        self._seen = self._stamps()
        self._take_in_comparison()
        new = self.journal.news()
        if new is None:
            known = {entry.id for entry in self.journal.entries}
            self._start()
            new = [entry for entry in self.journal.entries if entry.id not in known]
        else:
            self._follow(new)
        if write:
            self.journal.cut()
        before = len(self.journal.entries)
        try:
            self._take_in_points(write)
            self.broken = ""
            if write:
                self._untold = 0  # from here on, what stood before is known of every point
        except ComparisonError as error:
            self.broken = str(error.problems[0])
        return [*new, *self.journal.entries[before:]]

    def keep(self, entry: Entry, text: PointsText | None = None) -> Entry:
        """Writes an entry, and points.yml with it, or nothing: NotSaved says why. Only while `writing`."""
        try:
            with self.journal.keeping(entry):
                if text is not None:
                    self._replace(text)
        except OSError as error:
            raise not_saved(error, self.folder) from error
        except ValueError as error:
            problem = Problem(JOURNAL, 0, f"cannot hold what was decided: {error}", "Mend it, and try again")
            raise ComparisonError(JOURNAL, [problem]) from None
        self._follow([entry])
        if text is not None:
            self._adopt(text)
        self._seen = self._stamps()
        return entry

    def _follow(self, entries: Sequence[Entry]) -> None:
        """Takes entries into the history and, where they are in force, their changes into the state."""
        for entry in entries:
            self.history.take(entry)
            self.made = entry.made or self.made
        changes = [change for entry in entries if not entry.held for change in entry.changes]
        self.state = folded(self.state, (change for change in changes if not is_point(change.key)))
        self.told = placed(self.told, (change for change in changes if is_point(change.key)))

    def _adopt(self, text: PointsText) -> None:
        """Takes the points of a text into the state."""
        self.text = text
        points = {point_key(identity): point for identity, point in text.points.items()}
        self.state = points | {key: value for key, value in self.state.items() if not is_point(key)}

    def _take_in_comparison(self) -> None:
        """Takes the texts and the codebook anew where comparison.yml changed; while it is wrong, the old ones count."""
        now = stamp(self.folder / "comparison.yml")
        if now != self._about:
            with suppress(ComparisonError):
                self.proof, self._about = Proof(self.folder, begun=self.points_path.exists()), now

    def _take_in_points(self, write: bool) -> None:
        sha256 = self._fingerprint()
        text = self.text if sha256 == self.text.sha256 else PointsText.read(self.points_path)
        last = half_done(self.journal, self.points_path)
        if last:
            text = text.changed(change for change in last.changes if is_point(change.key))
            if write:
                self._replace(text)
        elif not sha256 and (self.made or self.text.sha256):
            raise ComparisonError(POINTS, [Problem(POINTS, 0, "is not there", "Put the file there again")])
        elif self.made and sha256 != self.made:
            self.proof.of_file(text)
            if write:
                self._note(text)
        if text is not self.text:
            self._adopt(text)

    def _fingerprint(self) -> str:
        try:
            return fingerprint(self.points_path.read_bytes())
        except FileNotFoundError:
            return ""
        except OSError as error:
            what = f"cannot be read: {error.strerror or error}"
            raise ComparisonError(POINTS, [Problem(POINTS, 0, what, "Put a file there that can be")]) from None

    def _note(self, text: PointsText) -> None:
        """Tells the journal what became of points.yml by other means."""
        entry = outside(self.told, self._untold, text, self.made)
        with self.journal.keeping(entry):
            pass
        self._follow([entry])

    def _replace(self, text: PointsText) -> None:
        with replacing(self.points_path) as file:
            file.write(text.text.encode("utf-8"))
        settle(self.folder)

    def _stamps(self) -> object:
        return [stamp(self.folder / name) for name in (JOURNAL, POINTS, "comparison.yml")]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock of a comparison's folder; NotSaved where it cannot be had, or nothing can be written."""
    from filelock import FileLock, Timeout  # only those who write need it

    path = folder / LOCK
    lock = FileLock(path, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise NotSaved(f"another program holds {path}", "Try again when it has done, or close it") from None
    except (OSError, NotImplementedError) as error:
        raise not_saved(error, path) from error
    try:
        yield
    except OSError as error:
        raise not_saved(error, folder) from error
    finally:
        lock.release()


def stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file does: its time, size and number; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
