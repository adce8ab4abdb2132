"""Words that were quoted are looked for again in a text that changed: once anywhere, or at the place they moved to."""

from __future__ import annotations

from sidebyside.errors import QuoteError
from sidebyside.record.making.moved import Moved
from sidebyside.texts import Passage, Place, QuoteFinder, Source


class Refound:
    """One source before and after; `old` is None where nobody has the text that was recorded."""

    def __init__(self, old: Source | None, new: Source) -> None:
        self.old, self.new = old, new
        self.moved = Moved(old.text, new.text) if old else None
        self._before = QuoteFinder(old) if old else None
        self._after = QuoteFinder(new)
        self._by_words: dict[str, list[Passage]] = {}
        for passage in new.passages:
            self._by_words.setdefault(flat(new, passage), []).append(passage)

    def quote(self, quote: str, passage: str = "") -> Place | None:
        """Where the words stand now, in a passage by which they are found alone; None where they do not."""
        try:
            return self._after.find(quote)
        except QuoteError:
            pass
        there = self._was(quote, passage)
        named = there.id if there else "" if self.old else passage
        try:
            return self._after.find(quote, named) if named else None
        except QuoteError:
            return None

    def passage(self, identity: str) -> str | None:
        """The id that a whole passage has now; None where its words are gone, or stand more than once elsewhere.

        Where the recorded text is lost, an id that still exists is taken as it stands.
        """
        if self.old is None:
            return identity if self.new.passage(identity) else None
        was = self.old.passage(identity)
        if was is None:
            return None
        same = self._by_words.get(flat(self.old, was), [])
        if len(same) == 1:
            return same[0].id
        there = self._at(was.start)
        return there.id if there in same and there else None

    def _was(self, quote: str, passage: str) -> Passage | None:
        """The new passage at the place at which the words stood."""
        if self._before is None:
            return None
        try:
            return self._at(self._before.find(quote, passage).start)
        except QuoteError:
            return None

    def _at(self, start: int) -> Passage | None:
        there = self.moved.place(start) if self.moved else None
        return None if there is None else self.new.passage_at(there)


def flat(source: Source, passage: Passage) -> str:
    """The words of a passage, on one line."""
    return " ".join(source.words(passage).split())
