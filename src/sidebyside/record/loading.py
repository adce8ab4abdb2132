"""A comparison is a folder of plain files; loading it proves every quote or says what is wrong, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sidebyside.errors import ComparisonError, Problem, QuoteError, SourceError
from sidebyside.record.checking import checked, entries
from sidebyside.record.comparison import Comparison, Corrected, Evidence, Readings
from sidebyside.record.comparison_file import ComparisonFile, PartEntry, SourceEntry
from sidebyside.record.corrections_file import CorrectionsFile
from sidebyside.record.fields import QuoteEntry
from sidebyside.record.points_file import CodingFile, PointEntry, PointsFile, SetAsideEntry
from sidebyside.record.readings_file import ReadingsFile
from sidebyside.record.yaml_file import KeyPath, YamlFile, read_yaml
from sidebyside.texts import Part, Place, QuoteFinder, Source, read_text


def load(folder: str | Path) -> Comparison:
    """The comparison in that folder.

    Raises ComparisonError with every problem found: a file that is missing or not YAML, a field that is wrong, a text
    that changed, a quote that is not where it should be. Nothing in the folder is executed or altered.
    """
    folder = Path(folder)
    name = folder.absolute().name  # "." has one too
    if not folder.is_dir():
        raise ComparisonError(name, [Problem(name, 0, "is not a folder", "Name the folder of a comparison")])
    loading = Loading(folder)
    comparison = loading.comparison()
    if comparison is None:
        raise ComparisonError(name, loading.problems)
    return comparison


class Loading:
    """One load: the files that were read and the problems met so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[YamlFile] = []
        self.finders: dict[str, QuoteFinder] = {}
        self.keys: tuple[str, ...] | None = None  # of the sources; None where comparison.yml is wrong
        self.known: set[str] | None = None  # ids of the points, the faulty ones too; None where the file is unreadable

    @property
    def problems(self) -> list[Problem]:
        """Every problem of every file."""
        return [problem for file in self.files for problem in file.problems]

    def read(self, name: str, optional: bool = False) -> YamlFile | None:
        """The file of that name; None where an optional one is missing."""
        path = self.folder / name
        if optional and not path.exists():
            return None
        self.files.append(read_yaml(path, name))
        return self.files[-1]

    def comparison(self) -> Comparison | None:
        """The whole comparison, or None if anything is wrong."""
        main = self.read("comparison.yml")
        about = checked(main, ComparisonFile) if main else None
        points_file = self.read("points.yml")
        points = checked(points_file, PointsFile) if points_file else None
        self.known = ids(points_file) if points_file else None
        if main is None or about is None:
            self.readings()
            list(self.corrections())
            list(self.codings())
            return None
        self.keys = tuple(source.key for source in about.sources)
        twice(main, (("sources", i, "key", s.key) for i, s in enumerate(about.sources)))
        twice(main, (("themes", i, "key", t.key) for i, t in enumerate(about.themes)))
        sources = tuple(self.sources(main, about.sources))
        self.finders = {source.key: QuoteFinder(source) for source in sources}
        self.prove_knowledge(main, about)
        evidence: list[Evidence] = []
        if points_file:
            evidence = list(self.evidence(points_file, about))
            self.check_set_aside(points_file)
        readings = self.readings()
        corrections = tuple(self.corrections())
        codings = tuple(self.codings())
        self.check_findings(main, about)
        if self.problems or points is None:
            return None
        return Comparison(self.folder, about, sources, points, tuple(evidence), readings, codings, corrections)

    def sources(self, file: YamlFile, entries: Iterable[SourceEntry]) -> Iterator[Source]:
        """The sources, each proven to be the text that was recorded."""
        for number, entry in enumerate(entries):
            at = ("sources", number)
            try:
                path = (self.folder / entry.file).resolve()
            except (ValueError, OSError, RuntimeError) as error:  # a zero byte, or a link that goes in a circle
                file.problem(f"{entry.file!r} is no path: {error}", "Mend `file`", *at, "file")
                continue
            if not path.is_relative_to(self.folder.resolve()):
                mend = "Keep the text inside the folder of the comparison"
                file.problem(f'"{entry.file}" leads out of the folder', mend, *at, "file")
                continue
            try:
                text, sha256 = read_text(path)
            except SourceError as error:
                file.problem(str(error), "Put the text there, or mend `file`", *at, "file")
                continue
            if sha256 != entry.sha256:
                found = f"{entry.file} has changed since it was recorded: its SHA-256 is {sha256}"
                mend = "Restore the text, or, if the change is meant, write this value and review what rests on it"
                file.problem(found, mend, *at, "sha256")
            yield Source(entry.key, entry.title, text, tuple(self.parts(file, text, entry.parts, at)))

    def parts(self, file: YamlFile, text: str, entries: Iterable[PartEntry], at: KeyPath) -> Iterator[Part]:
        """The stretches that are not body."""
        # As an editor counts them: a form feed or a line separator ends no line of the file.
        lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
        for number, entry in enumerate(entries):
            first, _, last = entry.lines.partition("-")
            start, end = int(first) - 1, int(last or first)
            if not start < end <= len(lines):
                mend = f"The file has {len(lines)} lines; give `first` or `first-last`"
                file.problem(f"lines {entry.lines} are not in the text", mend, *at, "parts", number)
                continue
            yield Part(entry.role, sum(map(len, lines[:start])), sum(map(len, lines[:end])))

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

    def evidence(self, file: YamlFile, about: ComparisonFile) -> Iterator[Evidence]:
        """Every quote of every point at its place; what does not fit together in a point becomes a problem."""
        themes, keys = {theme.key for theme in about.themes}, [source.key for source in about.sources]
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
            if entry.passage not in known:
                file.problem(f"{entry.passage} is no passage", "Mend the id, or remove the entry", "set_aside", number)

    def check_source(self, file: YamlFile, key: str, *at: str | int) -> None:
        """What was read has to be read from a source of the comparison."""
        if self.keys is not None and key not in self.keys:
            file.problem(f'"{key}" is no source', f"Use one of: {', '.join(self.keys)}", *at, "source")

    def check_findings(self, file: YamlFile, about: ComparisonFile) -> None:
        """A finding has to rest on points that exist."""
        for number, finding in enumerate(about.findings):
            for identity in finding.points:
                if self.known is not None and identity not in self.known:
                    file.problem(
                        f'"{identity}" is no point', "Mend the id in this finding", "findings", number, "points"
                    )

    def readings(self) -> Readings:
        """The coded lists of dates, figures, voices and meetings, at their places."""
        file = self.read("readings.yml", optional=True)
        coded = checked(file, ReadingsFile) if file else None
        if file is None or coded is None:
            return Readings()
        kinds: dict[str, list[Mapping[str, object]]] = {}
        for kind in ("dates", "figures", "voices"):
            kinds[kind] = []
            for number, entry in enumerate(getattr(coded, kind)):
                self.check_source(file, entry.source, kind, number)
                place = self.place(
                    file, entry.source, QuoteEntry(quote=entry.quote, passage=entry.passage), (kind, number)
                )
                if place:
                    kinds[kind].append(entry.model_dump() | {"start": place.start, "end": place.end})
        for number, meeting in enumerate(coded.meetings):
            self.check_source(file, meeting.source, "meetings", number)
            finder = self.finders.get(meeting.source)
            for passage in meeting.passages:
                if finder and finder.source.passage(passage) is None:
                    file.problem(f"{passage} is no passage of {meeting.source}", "Mend the id", "meetings", number)
        return Readings(**kinds, meetings=[meeting.model_dump() for meeting in coded.meetings])

    def corrections(self) -> Iterator[Corrected]:
        """What a person set right in the machine's reading, at its place."""
        file = self.read("corrections.yml", optional=True)
        yield from self.corrected(file) if file else ()

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

    def codings(self) -> Iterator[CodingFile]:
        """What each coder had decided before anything was settled."""
        coders: set[str] = set()
        for path in sorted((self.folder / "codings").glob("*.yml")):
            file = self.read(f"codings/{path.name}")
            coding = checked(file, CodingFile) if file else None
            if file is None or coding is None:
                continue
            twice(file, (("points", i, "id", p.id) for i, p in enumerate(coding.points)))
            for number, point in enumerate(coding.points):
                if self.known is not None and point.id not in self.known:
                    file.problem(f'"{point.id}" is no point', "Mend the id", "points", number)
            if coding.coder in coders:
                file.problem(f'"{coding.coder}" is used twice', "Give each coding its own coder", "coder")
            coders.add(coding.coder)
            yield coding


def ids(file: YamlFile) -> set[str] | None:
    """The ids of the points of a file, the faulty ones too; None where the file cannot be read."""
    listed = file.data.get("points") if isinstance(file.data, dict) else None
    if not isinstance(listed, list):
        return None if file.problems else set()
    return {str(entry.get("id")) for entry in listed if isinstance(entry, dict)}


def twice(file: YamlFile, keys: Iterable[tuple[str | int, ...]]) -> None:
    """Notes each key that is used a second time."""
    seen: set[str | int] = set()
    for *path, key in keys:
        if key in seen:
            file.problem(f'"{key}" is used twice', "Give each its own", *path)
        seen.add(key)
