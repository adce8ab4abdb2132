"""The one check of what an action makes of a point: it has to be what a load would take, every quote proven."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sidebyside.errors import Problem, Refused
from sidebyside.record.actions.action import UNWRITABLE
from sidebyside.record.checking import checked
from sidebyside.record.keeping.changes import At, Json
from sidebyside.record.loading import Loading
from sidebyside.record.points_file import PointEntry
from sidebyside.record.yaml_file import YamlFile
from sidebyside.texts import QuoteFinder, Source


@lru_cache(maxsize=32)  # sources: to fold a text takes far longer than to find a quote in it
def finder_of(source: Source) -> QuoteFinder:
    """Finds quotes in a source; made once."""
    return QuoteFinder(source)


def proven(point: Json, at: At) -> Json:
    """The point as plain data, in the form in which it is kept; Refused, in words, where a load would find it wrong."""
    problems = list(wrong(point, at))
    if problems:
        raise Refused("; ".join(problem.what for problem in problems), ". ".join(p.mend for p in problems[:3]))
    return PointEntry.model_validate(point).plain


def wrong(point: Json, at: At) -> Iterator[Problem]:
    """What a load would find wrong with a point."""
    file = YamlFile("points.yml", point)
    entry = checked(file, PointEntry)
    yield from file.problems
    if entry is None:
        return
    loading = Loading(Path())
    loading.finders = {source.key: finder_of(source) for source in at.texts}
    file = YamlFile("points.yml", {"points": [entry.plain]})
    list(loading.evidence(file, at.themes, [source.key for source in at.texts]))
    yield from file.problems
    if any(UNWRITABLE.search(words) for words in strings(entry.plain)):
        yield Problem("points.yml", 0, "it would hold a control character", "Quote words without it")


def strings(value: Json) -> Iterator[str]:
    """Every string of plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
