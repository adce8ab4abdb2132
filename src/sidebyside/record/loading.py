"""A comparison is a folder of plain files; loading it proves every quote or says what is wrong, all of it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record.checking import checked, twice
from sidebyside.record.comparison import Comparison, Corrected, Evidence, Readings
from sidebyside.record.comparison_file import ComparisonFile
from sidebyside.record.decided import decided_in, with_journal
from sidebyside.record.fields import QuoteEntry
from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.journal import NAME as JOURNAL
from sidebyside.record.keeping.journal import Journal
from sidebyside.record.points_file import CodingFile, PointsFile
from sidebyside.record.proving import Proving
from sidebyside.record.readings_file import ReadingsFile
from sidebyside.record.recorded import recorded
from sidebyside.record.yaml_file import YamlFile, read_yaml
from sidebyside.texts import QuoteFinder


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


class Loading(Proving):
    """One load: the files that were read and the problems met so far."""

    def __init__(self, folder: Path, begun: bool = True) -> None:
        super().__init__()
        self.folder = folder
        self.begun = begun  # a comparison of which no point was ever written needs no points.yml
        self.files: list[YamlFile] = []
        self.known: set[str] | None = None  # ids of the points, the faulty ones too; None where the file is unreadable
        self.named: set[str] = set()  # ids of points that the journal tells of; some may have been taken out since
        self.points_file: YamlFile | None = None  # None where there is none
        self.journal = Journal(folder / JOURNAL)

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
        points_file = self.points_file = self.read("points.yml", optional=not self.begun)
        points = checked(points_file, PointsFile) if points_file else PointsFile()
        self.known = ids(points_file) if points_file else set()
        if main is None or about is None:
            self.readings()
            list(self.corrections())
            self.decisions()
            list(self.codings())
            return None
        self.keys = tuple(source.key for source in about.sources)
        twice(main, (("sources", i, "key", s.key) for i, s in enumerate(about.sources)))
        twice(main, (("themes", i, "key", t.key) for i, t in enumerate(about.themes)))
        sources = tuple(recorded(self.folder, main, about.sources))
        self.finders = {source.key: QuoteFinder(source) for source in sources}
        self.prove_knowledge(main, about)
        evidence: list[Evidence] = []
        if points_file:
            evidence = list(self.evidence(points_file, [theme.key for theme in about.themes], self.keys))
            self.check_set_aside(points_file)
        readings = self.readings()
        corrections = tuple(self.corrections())
        decisions = self.decisions()
        codings = with_journal(self.codings(), decisions, self.known or ())
        self.check_findings(main, about)
        if self.problems or points is None:
            return None
        return Comparison(
            self.folder, about, sources, points, tuple(evidence), readings, codings, corrections, decisions
        )

    def check_findings(self, file: YamlFile, about: ComparisonFile) -> None:
        """A finding, and a worked example, has to rest on points and a theme that exist."""
        for number, finding in enumerate(about.findings):
            for identity in finding.points:
                if self.known is not None and identity not in self.known:
                    file.problem(
                        f'"{identity}" is no point', "Mend the id in this finding", "findings", number, "points"
                    )
        themes = {theme.key for theme in about.themes}
        for number, example in enumerate(about.examples):
            for identity in filter(None, [*example.points, example.told]):
                if self.known is not None and identity not in self.known:
                    file.problem(f'"{identity}" is no point', "Mend the id in this example", "examples", number)
            if example.theme and example.theme not in themes:
                file.problem(f'"{example.theme}" is no theme', "Mend the key in this example", "examples", number)

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

    def decisions(self) -> dict[str, Json]:
        """What was decided beside the points; a line of the journal that is no entry of it is a problem."""
        decided = decided_in(self.journal)
        file = YamlFile(JOURNAL, problems=decided.problems)
        self.files.append(file)
        self.named = decided.points
        return decided.values

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
                if self.known is not None and point.id not in self.known | self.named:
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
