"""What is written of the sources is held against them: each quote stands at its place, each key and passage exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sidebyside.errors import QuoteError
from sidebyside.record.checking import checked, entries, twice
from sidebyside.record.comparison import Corrected, Evidence
from sidebyside.record.comparison_file import ComparisonFile
from sidebyside.record.corrections_file import CorrectionsFile
from sidebyside.record.fields import QuoteEntry
from sidebyside.record.points_file import PointEntry, SetAsideEntry
from sidebyside.record.yaml_file import KeyPath, YamlFile
from sidebyside.texts import Place, QuoteFinder


class Proving:
    """The sources by key, to hold files against; what does not hold is noted among a file's problems."""

    def __init__(self) -> None:
        self.finders: Mapping[str, QuoteFinder] = {}
        self.keys: tuple[str, ...] | None = None  # of the sources; None where comparison.yml is wrong

    def prove_knowledge(self, file: YamlFile, about: ComparisonFile) -> None:
        """What is known of a source from its own words is proven like any quote."""
        for number, entry in enumerate(about.sources):
            for name in ("author", "written", "publisher", "audience", "kind"):
                known = getattr(entry, name)
                if known and known.quote:
                    self.place(file, entry.key, QuoteEntry(quote=known.quote), ("sources", number, name, "quote"))

    def place(self, file: YamlFile, key: str, entry: QuoteEntry, at: KeyPath) -> Place | None:
        """Where a quote stands in its source, or a problem."""
        finder = self.finders.get(key)
        if finder is None:
            return None
        try:
            return finder.find(entry.quote, entry.passage or "")
        except QuoteError as error:
            file.problem(str(error), "Quote the words as they stand", *at)
            return None

    def evidence(self, file: YamlFile, themes: Sequence[str], keys: Sequence[str]) -> Iterator[Evidence]:
        """Every quote of every point at its place; what does not fit together in a point becomes a problem.

        `themes` and `keys` are those of the codebook and of the sources.
        """
        points = list(entries(file, "points", PointEntry))
        twice(file, (("points", number, "id", point.id) for number, point in points))
        for number, point in points:
            name = f'point "{point.id}"'
            for what, mend, path in point.faults():
                file.problem(f"{name}: {what}", mend, "points", number, *path)
            if point.theme not in themes:
                mend = f"Use one of: {', '.join(sorted(themes))}"
                file.problem(f'{name}: "{point.theme}" is no theme', mend, "points", number, "theme")
            missing = [key for key in keys if key not in point.positions and point.verdict != "internal"]
            if missing:
                mend = "Code what it says, or that it is silent and why"
                file.problem(f"{name}: no position of {', '.join(missing)}", mend, "points", number, "positions")
            for key, position in point.positions.items():
                at = ("points", number, "positions", key)
                if key not in keys:
                    file.problem(f'{name}: "{key}" is no source', f"Use one of: {', '.join(keys)}", *at)
                for role in ("evidence", "near"):
                    for index, entry in enumerate(getattr(position, role)):
                        place = self.place(file, key, entry, (*at, role, index))
                        if place:
                            yield Evidence(point.id, key, place.passage, place.start, place.end, role)

    def check_set_aside(self, file: YamlFile) -> None:
        """A passage that is set aside has to exist."""
        known = {passage.id for finder in self.finders.values() for passage in finder.source.passages}
        for number, entry in entries(file, "set_aside", SetAsideEntry):
            if entry.passage not in known and not entry.stale:
                file.problem(f"{entry.passage} is no passage", "Mend the id, or remove the entry", "set_aside", number)

    def check_source(self, file: YamlFile, key: str, *at: str | int) -> None:
        """What was read has to be read from a source of the comparison."""
        if self.keys is not None and key not in self.keys:
            file.problem(f'"{key}" is no source', f"Use one of: {', '.join(self.keys)}", *at, "source")

    def corrected(self, file: YamlFile) -> Iterator[Corrected]:
        """The corrections of such a file, each proven; what is wrong is among its problems."""
        found = checked(file, CorrectionsFile)
        for number, entry in enumerate(found.corrections if found else ()):
            at = ("corrections", number)
            if not entry.drop and not entry.given:
                file.problem("the correction changes nothing", "Give a field, or `drop: true`", *at)
            key = entry.passage.rstrip("0123456789")
            self.check_source(file, key, *at)
            place = self.place(file, key, QuoteEntry(quote=entry.quote, passage=entry.passage), at)
            if place:
                yield Corrected(key, place.start, place.end, entry)
