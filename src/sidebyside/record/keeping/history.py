"""What each coder can take back, and do again, follows from the journal alone: over kernels, days and machines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sidebyside.record.keeping.entry import Entry


class History:
    """The entries of a journal, taken one after the other, as stacks of each coder's own."""

    def __init__(self) -> None:
        self._done: dict[str, list[Entry]] = defaultdict(list)
        self._undone: dict[str, list[Entry]] = defaultdict(list)
        self._held: dict[str, Entry] = {}

    def take(self, entry: Entry) -> None:
        """Adds the next entry. One that names what is not there to be taken back, or not its coder's, moves nothing."""
        done, undone = self._done[entry.by], self._undone[entry.by]
        waiting = self._held.get(entry.undoes or entry.redoes)
        if entry.held:
            self._held[entry.id] = entry
        elif waiting and waiting.by == entry.by:
            del self._held[waiting.id]
            if entry.redoes:  # put in force at last: an action like any other; else it was given up
                done.append(entry)
                undone.clear()
        elif entry.undoes:
            if _taken(done, entry.undoes) and entry.changes:  # else it was let stand: nothing can be done again
                undone.append(entry)
        elif entry.redoes:
            if _taken(undone, entry.redoes) and entry.changes:  # likewise
                done.append(entry)
        else:
            done.append(entry)
            undone.clear()

    def done(self, coder: str) -> Sequence[Entry]:
        """The coder's actions that are not taken back, nor let stand for good, the earliest first."""
        return tuple(self._done[coder])

    def undone(self, coder: str) -> Sequence[Entry]:
        """What the coder took back, and did nothing else since nor let it stand, the earliest first."""
        return tuple(self._undone[coder])

    def undoable(self, coder: str) -> Entry | None:
        """The coder's last action that is not taken back."""
        return self._done[coder][-1] if self._done[coder] else None

    def redoable(self, coder: str) -> Entry | None:
        """The coder's last undo, if nothing else was done since."""
        return self._undone[coder][-1] if self._undone[coder] else None

    def held(self, coder: str) -> list[Entry]:
        """The coder's entries that are kept but not in force, the earliest first."""
        return [entry for entry in self._held.values() if entry.by == coder]


def _taken(stack: list[Entry], identity: str) -> bool:
    """Takes the entry of that id out of a stack, which nearly always has it on top; False where it is not there."""
    for place in reversed(range(len(stack))):
        if stack[place].id == identity:
            del stack[place]
            return True
    return False
