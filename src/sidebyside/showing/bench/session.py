"""A sitting at the bench, without a browser: messages are answered, decisions kept, and views told what changed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from threading import Lock
from typing import Any

from sidebyside.errors import Clash, NotSaved, Refused, SideBySideError
from sidebyside.record import Comparison, PointEntry
from sidebyside.record.actions import parse
from sidebyside.record.actions.offered import offered
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.changes import Change
from sidebyside.record.keeping.keys import identity_of, is_point
from sidebyside.record.proposals import propose
from sidebyside.showing.bench.messages import Act, Back, Candidates, Held, Hello, Read, understood
from sidebyside.showing.bench.view import (
    Json,
    Places,
    candidates_of,
    codings_in,
    house,
    led,
    point_item,
    readings_of,
    unseen,
)

ALONE = ("code",)  # what a coder may do who shall decide alone
APART = ("candidates", "read")  # what takes long, and needs no turn
JUDGED = ("claim", "voice")  # what the machine read that is for such a coder to say: how a thing is put, on whose word


class Session:
    """One coder's sitting at one comparison. Nothing is opened for writing before a view says hello."""

    def __init__(self, work: Comparison, coder: str, blind: bool = False, first: int = 150) -> None:
        self.turn = Lock()
        self.work, self.coder, self.blind, self.first = work, coder, blind, first
        self.places = Places(work.texts)
        self.saved = ""
        self.sent: dict[str, Any] = {}  # the state as the views know it
        self.order: tuple[str, ...] = ()
        self.desk_: Desk | None = None
        self.known: dict[str, Json] | None = None  # the machine's proposals by id, once a decision needs them
        self.readings: dict[str, list[list[Any]]] | None = None

    @property
    def desk(self) -> Desk:
        """Where decisions are made and kept; opened when it is first needed."""
        if self.desk_ is None:
            self.desk_ = Desk(self.work.folder, self.coder)
        return self.desk_

    def answer(self, message: object) -> Json:
        """The answer to a message: `ok`, or `why` not; and what changed, for every view.

        Nothing is raised for what a person or a file did wrong: the bench has to say it.
        """
        # Two tabs may ask at once, each in a thread of its own.
        with nullcontext() if isinstance(message, dict) and message.get("do") in APART else self.turn:
            return self.answered(message)

    def answered(self, message: object) -> Json:
        """The answer, once it is this message's turn."""
        base = {name: message.get(name) for name in ("view", "n", "do")} if isinstance(message, dict) else {}
        try:
            asked = understood(message)
            reply = self.answers[asked.do](asked)
        except Clash as error:  # a decision is kept and listed as held; nothing is left of an undo
            kept = base.get("do") == "act"
            reply = self.changed() | {"ok": False, "kept": kept, "past": error.entry, "why": str(error)}
        except NotSaved as error:
            reply = {"ok": False, "unsaved": True, "why": str(error)}
        except SideBySideError as error:
            reply = {"ok": False, "why": str(error)}
        except Exception as error:  # a fault of ours: without an answer, nobody would learn that nothing was saved
            logging.getLogger(__name__).exception("the bench could not answer %s", base)
            reply = {"ok": False, "unsaved": True, "why": f"The bench failed ({type(error).__name__}: {error})."}
        return base | {"ok": True} | reply

    @property
    def answers(self) -> dict[str, Callable[[Any], Json]]:
        """Who answers what."""
        return {
            "hello": self.hello, "candidates": self.candidates, "look": self.look, "read": self.read, "act": self.act,
            "undo": self.back, "redo": self.back, "insist": self.held, "drop": self.held,
        }  # fmt: skip

    def hello(self, _: Hello) -> Json:
        """All that a view needs, and for the views there are, what is new; the proposals come when a view asks."""
        found = () if self.desk_ else self.desk.found  # told once, by whoever opens the folder
        self.desk.look()
        new = self.changed() if self.sent else {}
        self.sent = dict(self.seen())
        self.order = tuple(self.desk.order)
        points = [self.item(self.sent[f"points/{identity}"]) for identity in self.order]
        shown = house(self.work) | {"points": points, "candidates": [], "readings": {}}
        shown["record"] = {key: value for key, value in self.sent.items() if not is_point(key)}
        place = str(self.work.folder.absolute())
        about = {"coder": self.coder, "blind": self.blind, "place": place, "desk": self.status()}
        told = {"told": "; ".join(found)} if found and not self.blind else {}
        return new | {"data": shown} | about | told

    def candidates(self, _: Candidates) -> Json:
        """The proposals of the first groups, each group led by its best."""
        if self.blind or not self.first:
            return {"candidates": []}
        return {"candidates": candidates_of(led(propose(self.work), self.first))}

    def look(self, _: object) -> Json:
        """What others changed since."""
        seen = self.desk.look()
        return self.changed() | ({"told": "; ".join(seen.words)} if seen.words and not self.blind else {})

    def read(self, asked: Read) -> Json:
        """What was read in a passage."""
        if self.readings is None:
            items = self.work.reading.items
            self.readings = readings_of(items[~items.kind.isin(JUDGED)] if self.blind else items)
        return {"read": self.readings.get(asked.passage, [])}

    def act(self, asked: Act) -> Json:
        """A decision is proven and kept."""
        action = parse(asked.action)
        if self.blind and action.kind not in ALONE:
            raise Refused(f'"{action.kind}" would show what others decided', "Open the bench without `blind`", "kind")
        about = getattr(action, "candidate", "")
        if about and self.known is None:
            self.known = offered(self.work)
        return self.kept(self.desk.act(action, self.known if about else None))

    def back(self, asked: Back) -> Json:
        """Undo or redo; what it was about is shown."""
        return self.kept(self.desk.undo(asked.past) if asked.do == "undo" else self.desk.redo(asked.past))

    def held(self, asked: Held) -> Json:
        """A decision that was kept but is not in force."""
        return self.kept(self.desk.insist(asked.entry) if asked.do == "insist" else self.desk.drop(asked.entry))

    def kept(self, entry: Any) -> Json:
        """What a decision that is on disk now has changed."""
        if entry is not None:
            self.saved = time.strftime("%H:%M:%S")
        return self.changed() | {"shows": self.about(entry.changes) if entry is not None else ""}

    def about(self, changes: Iterable[Change]) -> str:
        """The key of what a view is to show of changes: a point that is there, else a proposal; "" for neither."""
        points = (f"points/{identity_of(change.key)}" for change in changes)
        proposals = (change.key for change in changes if change.key.startswith("candidates/"))
        return next((key for key in points if key in self.desk.state), next(proposals, ""))

    def changed(self) -> Json:
        """What is other than the views know it, if anything is, and where the saving stands."""
        now = dict(self.seen())
        keys = {key for key in now.keys() | self.sent.keys() if now.get(key) != self.sent.get(key)}
        order = tuple(self.desk.order)
        update: Json = {
            "points": {identity_of(key): self.item(now[key]) if key in now else None for key in keys if is_point(key)},
            "record": {key: now.get(key) for key in keys if not is_point(key)},
        }
        if order != self.order:
            update["order"] = list(order)
        self.sent, self.order = now, order
        return ({"update": update} if any(update.values()) else {}) | {"desk": self.status()}

    def seen(self) -> Json:
        """The state, or so much of it as a coder may see who shall decide alone."""
        state = self.desk.state
        if not self.blind:
            return codings_in(self.work) | dict(state)
        own = f"codings/{self.coder}/"
        return {key: value for key, value in state.items() if is_point(key) or key.startswith(own)}

    def item(self, point: Json) -> Json:
        """A point as the views are shown it."""
        item = point_item(PointEntry.model_validate(point), self.places)
        return unseen(item) if self.blind else item

    def status(self) -> Json:
        """Where the saving stands."""
        held = [{"id": entry.id, "did": entry.did, "why": self.desk.why(entry.id)} for entry in self.desk.held]
        broken = "" if self.blind else self.desk.broken
        back = {"undo": self.desk.undoable, "redo": self.desk.redoable}
        return {"saved": self.saved, **back, "held": held, "broken": broken}
