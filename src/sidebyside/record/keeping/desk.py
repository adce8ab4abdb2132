"""The desk is where a person's decisions are made and kept: acting, taking back, seeing what others did meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from sidebyside.errors import Clash, ComparisonError, NotSaved, Problem
from sidebyside.record.fields import Key
from sidebyside.record.keeping.changes import Acts, At, Change, Json, inverted
from sidebyside.record.keeping.entry import Entry, new_entry
from sidebyside.record.keeping.joining import KEPT, joined
from sidebyside.record.keeping.keys import is_point
from sidebyside.record.keeping.merging import merged
from sidebyside.record.keeping.store import Store

BACK = "Nothing was taken back: change that place as it is to be, or let it stand and take back what you did before"
AGAIN = (
    "Nothing was done again: change that place as it is to be, or let it stand and do again what you took back before"
)
CODER = TypeAdapter(Key)


@dataclass(frozen=True)
class Seen:
    """What others did since: the keys that are other now, and each thing done in words."""

    keys: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Desk:
    """A coder's place at a comparison's folder. What a crash cut short is finished when it is opened.

    Every decision is on the disk when `act` returns. NotSaved: it is not, and nothing that is in force has changed;
    Clash, a kind of it: it is kept, but not in force (`held`), because someone else changed the same place. What is not
    valid, and a folder that does not load, is a ComparisonError.
    """

    def __init__(self, folder: str | Path, coder: str) -> None:
        try:
            self.coder: str = CODER.validate_python(coder)
        except ValidationError:
            mend = "Use small letters, digits and hyphens, such as ada or second-coder"
            raise ComparisonError(
                str(folder), [Problem("coder", 0, f"{coder!r} is no name of a coder", mend)]
            ) from None
        self._waiting: list[str] = []  # held only because points.yml could not be read
        self._store = Store(Path(folder))
        self.found = self._take_in()  # what was done by other means since the files were last written here, in words

    @property
    def state(self) -> Mapping[str, Json]:
        """What is decided, by key (`record.keeping.keys`); for reading only."""
        return MappingProxyType(self._store.state)

    @property
    def order(self) -> list[str]:
        """The ids of the points, in reading order."""
        return self._store.order

    @property
    def undoable(self) -> str:
        """What `undo` would take back, in words; "" if there is nothing."""
        entry = self._store.history.undoable(self.coder)
        return entry.words if entry else ""

    @property
    def redoable(self) -> str:
        """What `redo` would do again, in words; "" if there is nothing."""
        entry = self._store.history.redoable(self.coder)
        return entry.words if entry else ""

    @property
    def held(self) -> list[Entry]:
        """The coder's decisions that are kept but not in force, the earliest first."""
        return self._store.history.held(self.coder)

    @property
    def broken(self) -> str:
        """Why points.yml cannot be read just now, "" when it can; until then decisions on points are held."""
        return self._store.broken

    def act(self, action: Acts, proposals: Mapping[str, Mapping[str, Json]] | None = None) -> Entry | None:
        """Does it, on what this desk shows, and keeps it; None, and nothing written, if it changes nothing.

        `proposals` are the machine's by id, for actions on them.
        """
        shown = dict(self.state)
        did = action.did(shown)
        mine = self._changes(action, shown, proposals or {})
        if not mine:
            return None
        with self._store.writing():
            self._again()
            if self._names_taken(mine):  # others made a point of that name meanwhile: this one takes another
                mine = self._changes(action, self.state, proposals or {})
            try:
                return self._keep(mine, did)
            except Clash:
                held = self._store.keep(new_entry(self.coder, did, mine, held=True))
                if self._store.broken:
                    self._waiting.append(held.id)
                raise

    def undo(self, past: str = "") -> Entry | None:
        """Takes back the coder's last action that is not taken back; None if there is none.

        What others changed since stays. Clash, with nothing in force changed, where they changed the same: it says who
        did, and its `entry` names the action. With that as `past`, this action is let stand, for good and for every
        desk of the coder, and the one before it is taken back.
        """
        with self._store.writing():
            if past:
                self._let_stand(past, self._store.history.done(self.coder), "let stand", "undoes")
            last = self._store.history.undoable(self.coder)
            return last and self._turned(last, f"undo: {last.words}", BACK, undoes=last.id)

    def redo(self, past: str = "") -> Entry | None:
        """Does the action again that was taken back last, if the coder did nothing else since; else None.

        A Clash, and `past`, as in `undo`: what is let stand stays taken back.
        """
        with self._store.writing():
            if past:
                self._let_stand(past, self._store.history.undone(self.coder), "left undone", "redoes")
            last = self._store.history.redoable(self.coder)
            return last and self._turned(last, f"redo: {last.words}", AGAIN, redoes=last.id)

    def insist(self, identity: str) -> Entry:
        """Puts a held decision in force, over what others made of the same places; the rest of theirs stays."""
        with self._store.writing():
            entry = self._held(identity)
            over = [
                replace(change, before=now, after=merged(change.key, change.before, now, change.after).value)
                for change in entry.changes
                for now in [self.state.get(change.key)]
            ]
            return self._keep(over, entry.did, redoes=entry.id)

    def drop(self, identity: str) -> Entry:
        """Gives a held decision up; the journal still tells of it."""
        with self._store.writing():
            entry = self._held(identity)
            return self._store.keep(new_entry(self.coder, f"gave up: {entry.did}", (), undoes=entry.id))

    def why(self, identity: str) -> str:
        """Why a held decision is not in force as things stand, "" if nothing speaks against trying it again."""
        try:
            self._joined(self._held(identity).changes)
        except (Clash, ComparisonError) as error:
            return str(error)
        return ""

    def look(self) -> Seen:
        """What others changed since the last look or act, taken in; when nothing did, it costs next to nothing."""
        if self._store.unchanged():
            return Seen()
        before = dict(self.state)
        words = self._take_in()
        keys = {key for key in before.keys() | self.state.keys() if before.get(key) != self.state.get(key)}
        return Seen(tuple(sorted(keys)), words)

    def _take_in(self) -> tuple[str, ...]:
        """Takes in what others wrote; gives it in words."""
        told = []
        lines = len(self._store.journal.problems)
        try:
            with self._store.writing() as new:
                again = self._again()
        except NotSaved as error:
            new, again = self._store.taken_in(write=False), []
            told.append(str(error))
        told += [f"{entry.by}: {entry.did}" for entry in new]
        told += [f"in force now: {entry.did}" for entry in again]
        told += map(str, self._store.journal.problems[lines:])
        if self._store.broken:
            told.append(f"{self._store.broken}. Until then, decisions on points are kept and will be tried again")
        return tuple(told)

    def _again(self) -> list[Entry]:
        """Puts in force what waited for points.yml alone, where it can be."""
        done = []
        waiting, self._waiting = self._waiting, []
        for identity in waiting:
            try:
                entry = self._held(identity)
                done.append(self._keep(entry.changes, entry.did, redoes=entry.id))
            except (Clash, ComparisonError):
                if self._store.broken:
                    self._waiting.append(identity)
        return done

    def _turned(self, last: Entry, did: str, mend: str, **names: str) -> Entry:
        """Turns an entry round. What does not let it is a later change, of whatever kind: a Clash that names it."""
        try:
            return self._keep(inverted(last.changes), did, mend, **names)
        except Clash as error:
            error.entry = last.id
            raise
        except ComparisonError as error:
            raise Clash(str(error.problems[0]), mend, {}, {}, last.id) from None

    def _let_stand(self, identity: str, stack: Sequence[Entry], did: str, turn: str) -> None:
        for entry in stack:
            if entry.id == identity:
                self._store.keep(new_entry(self.coder, f"{did}: {entry.words}", (), **{turn: identity}))
                return
        raise unknown(f"{identity} is not there to be let stand")

    def _held(self, identity: str) -> Entry:
        for entry in self.held:
            if entry.id == identity:
                return entry
        raise unknown(f"{identity} is not held")

    def _changes(
        self, action: Acts, state: Mapping[str, Json], proposals: Mapping[str, Mapping[str, Json]]
    ) -> tuple[Change, ...]:
        proof = self._store.proof
        at = At(self.coder, date.today().isoformat(), proof.work.texts, proof.themes, proposals)
        return proof.tidied(action.changes(state, at), state)

    def _names_taken(self, mine: Sequence[Change]) -> bool:
        """Whether nothing but the names of new points stands in the way of changes."""
        other = [change for change in mine if self.state.get(change.key) != change.before]
        return bool(other) and all(is_point(change.key) and change.before is None for change in other)

    def _keep(self, mine: Sequence[Change], did: str, mend: str = KEPT, **names: str) -> Entry:
        """Merges changes with what stands there now, and writes them; Clash, with nothing written, where that fails."""
        store = self._store
        changes = self._joined(mine, mend)
        points = [change for change in changes if is_point(change.key)]
        text = store.text.changed(points) if points else None
        prints = {"found": store.text.sha256, "made": text.sha256} if text else {}
        return store.keep(new_entry(self.coder, did, changes, **names, **prints), text)

    def _joined(self, mine: Sequence[Change], mend: str = KEPT) -> tuple[Change, ...]:
        return joined(self._store, self.coder, mine, mend)


def unknown(what: str) -> ComparisonError:
    """That an entry is not, or no longer, what it was asked for as."""
    return ComparisonError("journal.jsonl", [Problem("journal.jsonl", 0, what, "Look again")])
