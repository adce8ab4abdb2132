"""Short names lead to full ones: a surname, a given name, initials, the last words of a body's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES
from sidebyside.reading.names.cues import HEAD_TYPES, PARTICLES
from sidebyside.reading.names.forms import key
from sidebyside.reading.names.initials import initials, is_short, letters_of
from sidebyside.reading.names.persons import SUFFIXES, given_and_surname

EVERYWHERE = ""  # the place in an index for all sources together
LISTED_PLACES = frozenset(key(place) for place in (*COUNTRIES, *CAPITALS))
LED_BACK = frozenset(("organisation", "event", "document", "project"))  # "the Council", once its whole name has stood
Index = dict[str, dict[str, set[str]]]  # source: short name: the clusters it may lead to


def index() -> Index:
    """An empty index."""
    return defaultdict(lambda: defaultdict(set))


@dataclass
class Short:
    """The short names of all sources, and the clusters that each may lead to in a source or in any."""

    surnames: Index = field(default_factory=index)
    given: Index = field(default_factory=index)
    letters: Index = field(default_factory=index)
    told: Index = field(default_factory=index)
    ends: Index = field(default_factory=index)

    def add_person(self, source: str, name: str, cluster: str) -> None:
        """A full name of a person, folded: each word but the first leads to it as a surname, the first as a given."""
        first, *words = (w for w in name.split() if w not in SUFFIXES)
        surname = given_and_surname(name)[1]
        for place in (source, EVERYWHERE):
            self.surnames[place][surname].add(cluster)
            for word in words:
                if len(word) > 1 and word not in PARTICLES:
                    self.surnames[place][word].add(cluster)
            if len(first) > 1:
                self.given[place][first].add(cluster)

    def add_name(self, source: str, name: str, words: str, kind: str, cluster: str) -> None:
        """Any other name of several words: its initials lead to it, and a body's last words."""
        found = initials(words)
        if is_short(words.split()[0]) and all(w.islower() for w in words.split()[1:]):
            found.add(letters_of(words.split()[0]))  # TAPI, of the TAPI gas pipeline
        parts = name.split()
        for place in (source, EVERYWHERE):
            for letters in found:
                self.letters[place]["=" + letters].add(cluster)
        if kind in LED_BACK:
            for i in range(1, len(parts)):
                if i < len(parts) - 1 or parts[i] in HEAD_TYPES:
                    self.ends[source][" ".join(parts[i:])].add(cluster)

    def tell(self, source: str, short: str, cluster: str) -> None:
        """What initials stand for, as a source itself says."""
        for place in (source, EVERYWHERE):
            self.told[place][short].add(cluster)

    def initialled(self, source: str, short: str) -> str | None:
        """The one cluster that initials lead to: as its source says, as another does, by the names there."""
        for found in (self.told, self.letters):
            for place in (source, EVERYWHERE):
                candidates = found[place].get(short, set())
                if candidates:
                    return only(candidates)
        return None

    def person(self, source: str, short: str, kinds: str) -> tuple[set[str], bool]:
        """The persons whom a single word may mean, and whether its own source names them in full."""
        own = self.surnames[source].get(short) or self.given[source].get(short)
        if own:
            return own, True
        return (self.surnames[EVERYWHERE].get(short, set()) if kinds in ("person", "") else set()), False


def is_initial(name: str) -> bool:
    """Whether a folded name begins with an initial."""
    return len(name.split()[0]) == 1


def only(candidates: Iterable[str]) -> str | None:
    """The one candidate, or None."""
    found = list(candidates)
    return found[0] if len(found) == 1 else None
