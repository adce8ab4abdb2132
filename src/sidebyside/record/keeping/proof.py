"""What is to be kept is proven first, by the checks that a load makes: a folder that loads is one that loads after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record.checking import checked
from sidebyside.record.comparison import Comparison
from sidebyside.record.keeping.changes import Change, Json
from sidebyside.record.keeping.journal import Journal
from sidebyside.record.keeping.keys import fault, identity_of, is_point
from sidebyside.record.keeping.points_text import NAME, PointsText
from sidebyside.record.loading import Loading
from sidebyside.record.points_file import PointEntry
from sidebyside.record.yaml_file import YamlFile, parsed_yaml


class Proof:
    """The texts and the codebook of a comparison, to hold decisions against; it raises where a load would."""

    def __init__(self, folder: Path, begun: bool) -> None:
        self.loading = Loading(folder, begun)
        work = self.loading.comparison()
        if work is None:
            raise ComparisonError(folder.absolute().name, self.loading.problems)
        self.work: Comparison = work
        self.themes = tuple(theme.key for theme in work.about.themes)

    @property
    def read(self) -> tuple[Journal, PointsText]:
        """The journal and points.yml, as they were read for it."""
        return self.loading.journal, PointsText.loaded(self.loading.points_file, self.work.coded)

    def of_file(self, text: PointsText) -> None:
        """Proves a points.yml."""
        problems = self._problems(parsed_yaml(text.text, NAME))
        gone = {point.id for point in self.work.coded.points} - set(text.points)
        problems += self._needed(gone)
        if problems:
            raise ComparisonError(NAME, problems)

    def of_changes(self, changes: Iterable[Change]) -> None:
        """Proves what changes make."""
        changes = list(changes)
        points = [change.after for change in changes if is_point(change.key) and change.after is not None]
        problems = self._problems(YamlFile(NAME, {"points": points}))
        problems += self._needed({identity_of(c.key) for c in changes if is_point(c.key) and c.after is None})
        for change in changes:
            wrong = "" if is_point(change.key) else fault(change.key, change.after)
            if wrong:
                problems.append(Problem("journal.jsonl", 0, wrong, "Mend it"))
        if problems:
            raise ComparisonError(self.work.folder.absolute().name, problems)

    def tidied(self, changes: Iterable[Change], state: Mapping[str, Json]) -> tuple[Change, ...]:
        """The changes from that state, one of each key, points in the form in which they are kept, and proven."""
        last: dict[str, Change] = {}
        for change in changes:
            behind = last[change.key].behind if change.key in last else change.behind
            after = self._kept(change) if is_point(change.key) and change.after is not None else change.after
            last[change.key] = Change(change.key, state.get(change.key), after, behind)
        tidy = tuple(change for change in last.values() if change.before != change.after)
        self.of_changes(tidy)
        return tidy

    def _kept(self, change: Change) -> Json:
        file = YamlFile(NAME, change.after)
        entry = checked(file, PointEntry)
        if entry is not None and entry.id != identity_of(change.key):
            file.problem(f"{change.key} would hold the point {entry.id}", "Give it its own key", "id")
        if entry is None or file.problems:
            raise ComparisonError(NAME, file.problems)
        return entry.plain

    def _problems(self, file: YamlFile) -> list[Problem]:
        before = len(file.problems)
        list(self.loading.evidence(file, self.themes, self.work.keys))
        found = file.problems[before:]
        del file.problems[before:]
        return found

    def _needed(self, gone: Iterable[str]) -> list[Problem]:
        """A finding of comparison.yml rests on points: they cannot go while it stands."""
        mend = "Take it out of that finding first"
        return [
            Problem("comparison.yml", 0, f'the finding "{finding.says}" rests on the point "{identity}"', mend)
            for identity in sorted(gone)
            for finding in self.work.about.findings
            if identity in finding.points
        ]
