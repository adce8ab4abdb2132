"""Whatever rests on words of a source that changed is held on to: moved along with them, or marked stale."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sidebyside.record.making.refound import Refound

SAID = ("author", "written", "publisher", "audience", "kind", "address")


class HoldingOn:
    """The sources that changed, by key; `rows` tells of each entry that is no longer as it was."""

    def __init__(self, found: Mapping[str, Refound]) -> None:
        self.found = found
        self.rows: list[dict[str, str]] = []
        self.today = date.today().isoformat()

    def position(self, point: str, key: str, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """A position of a point; quotes that are gone stand under `stale`, with what they were for."""
        if key not in self.found:
            return said
        after, stale = dict(said), list(said.get("stale", ()))
        for role in ("evidence", "near"):
            kept = []
            for entry in said.get(role, ()):
                now = self.quoted(key, role, entry, point)
                if now is None:
                    stale.append(entry | {"was": role, "since": self.today})
                else:
                    kept.append(now)
            after[role] = kept
        after["stale"] = stale
        return {name: value for name, value in after.items() if value or name not in ("evidence", "near", "stale")}

    def quoted(self, key: str, what: str, entry: Mapping[str, Any], point: str = "") -> dict[str, Any] | None:
        """An entry with a quote, at the passage where it stands now; None where it does not."""
        was = entry.get("passage") or ""
        place = self.found[key].quote(entry["quote"], was)
        if place is None:
            self.tell(key, what, was, "stale", point, entry["quote"])
            return None
        if was in ("", place.passage) or not place.passage:
            return dict(entry)
        self.tell(key, what, was, place.passage, point, entry["quote"])
        return dict(entry) | {"passage": place.passage}

    def aside(self, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        """A passage that is set aside."""
        was = entry["passage"]
        found = self.found.get(was.rstrip("0123456789"))
        now = found.passage(was) if found and "stale" not in entry else was
        if now == was:
            return entry
        self.tell(was.rstrip("0123456789"), "set aside", was, now or "stale")
        return dict(entry) | ({"passage": now} if now else {"stale": self.today})

    def entry(self, name: str, entry: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """An entry of readings.yml or corrections.yml; None where its words are gone."""
        key = entry.get("source") or entry["passage"].rstrip("0123456789")
        if key not in self.found:
            return entry
        if "quote" in entry:
            return self.quoted(key, name, entry)
        listed = entry["passages"] if isinstance(entry["passages"], list) else [entry["passages"]]
        now = [self.found[key].passage(passage) for passage in listed]
        if now == listed:
            return entry
        self.tell(key, name, ", ".join(listed), ", ".join(each or "stale" for each in now))
        return dict(entry) | {"passages": now} if all(now) else None

    def known(self, key: str, entry: dict[str, Any]) -> dict[str, Any]:
        """What is known of a source: a quote that is gone is kept as `stale_quote`."""
        after = dict(entry)
        for name in SAID:
            said = entry.get(name)
            if said and "quote" in said and self.found[key].quote(said["quote"]) is None:
                self.tell(key, f"known: {name}", "", "stale", quote=said["quote"])
                after[name] = {k: v for k, v in said.items() if k != "quote"} | {"stale_quote": said["quote"]}
        return after

    def tell(self, key: str, what: str, was: str, now: str, point: str = "", quote: str = "") -> None:
        """Notes what becomes of an entry."""
        self.rows.append({"source": key, "what": what, "point": point, "quote": quote, "was": was, "now": now})
