"""A whole look at a comparison: what keeps it from loading, and what loads all the same and should be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sidebyside.errors import ComparisonError, Problem, SourceError
from sidebyside.record.checking import entries
from sidebyside.record.comparison_file import CoderEntry, SourceEntry, ThemeEntry
from sidebyside.record.keeping.half_done import half_done
from sidebyside.record.keeping.journal import NAME as JOURNAL
from sidebyside.record.keeping.keys import identity_of, is_point
from sidebyside.record.loading import Loading
from sidebyside.record.making.gathering import digest
from sidebyside.record.making.holding_on import SAID
from sidebyside.record.making.overtaking import WAITING
from sidebyside.record.pairs import ENOUGH
from sidebyside.record.points_file import PointEntry, SetAsideEntry
from sidebyside.record.yaml_file import YamlFile
from sidebyside.texts.source import fingerprint
from sidebyside.wording import listed

FORMER = re.compile(r"\.[0-9a-f]{8}(?=\.txt$)")  # `renew` keeps the text that it replaces under such a name

MAIN, POINTS = "comparison.yml", "points.yml"
NOTED = "If that is meant, open the bench: it notes the change in the journal"


class Checkup(NamedTuple):
    """Errors keep a comparison from loading; warnings do not. Both by file and line."""

    errors: list[Problem]
    warnings: list[Problem]


def checkup(folder: Path) -> Checkup:
    """Everything that is wrong with the comparison in a folder; nothing in it is altered.

    Raises ComparisonError where there is no such folder. What no warning can be told of because the file cannot be
    read, is among the errors.
    """
    if not folder.is_dir():
        raise ComparisonError(folder.name, [Problem(folder.name, 0, "is not a folder", "Name one that is")])
    loading = Loading(folder)
    loading.comparison()
    files = {file.name: file for file in loading.files}
    main, points = files[MAIN], files.get(POINTS, YamlFile(POINTS))
    warnings = {
        *stale(points),
        *stale_entries(points, files),
        *stale_quotes(main),
        *untold_pairs(points),
        *unused_themes(main, points),
        *unlisted_coders(main, files.values()),
        *untold(loading, points),
        *cut_short(folder),
        *renewing(folder),
        *lost_originals(folder, main),
        *nobodys_texts(folder, main),
        *leading_out(folder, files),
    }
    return Checkup(sorted(set(loading.problems)), sorted(warnings - set(loading.problems)))


def stale(points: YamlFile) -> Iterator[Problem]:
    """Decisions whose words are no longer in the text that they rest on."""
    for number, point in entries(points, "points", PointEntry):
        for key in point.stale:
            line = points.line("points", number, "positions", key, "stale")
            what = f'point "{point.id}": words of {key} that it rests on are no longer in the text'
            yield Problem(POINTS, line, what, "Go over it, quote what stands there now, and take `stale` out")


def stale_entries(points: YamlFile, files: Mapping[str, YamlFile]) -> Iterator[Problem]:
    """What else rests on words that are no longer in the text: passages set aside, readings and corrections."""
    for number, aside in entries(points, "set_aside", SetAsideEntry):
        if aside.stale:
            what = f"the passage {aside.passage} that is set aside is no longer in the text"
            yield Problem(
                POINTS, points.line("set_aside", number), what, "Take the entry out; the new passages have none"
            )
    for name, kind in (("readings.yml", "reading"), ("corrections.yml", "correction")):
        data = files[name].data if name in files else None
        listed_ = data.get("stale") if isinstance(data, dict) else None
        for number, entry in enumerate(listed_ if isinstance(listed_, list) else ()):
            words = entry.get("quote") or entry.get("name") or "" if isinstance(entry, dict) else ""
            what = f"the {kind} of “{words}” is stale: its words are no longer in the text"
            mend = "Give it anew with the words that stand there now, and take it out of `stale`"
            yield Problem(name, files[name].line("stale", number), what, mend)


def stale_quotes(main: YamlFile) -> Iterator[Problem]:
    """What is known of a source by words that are no longer in it."""
    for number, source in entries(main, "sources", SourceEntry):
        for name in SAID:
            known = getattr(source, name)
            if known and known.stale_quote:
                what = f"the words by which {name} of {source.key} is known are no longer in the text"
                mend = "Quote what says so now, or say otherwise how it is known; then take `stale_quote` out"
                yield Problem(MAIN, main.line("sources", number, name, "stale_quote"), what, mend)


def untold_pairs(points: YamlFile) -> Iterator[Problem]:
    """Where many speak and part, the verdict over all leaves open who parts from whom."""
    for number, point in entries(points, "points", PointEntry):
        if len(point.speaking) >= ENOUGH and point.verdict not in ("agree", "only", "internal") and not point.pairs:
            line = points.line("points", number, "verdict")
            what = f'point "{point.id}": of {listed(point.speaking)} it is not said who stands how to whom'
            yield Problem(POINTS, line, what, "Name the two, or all pairs that matter, under `pairs`")


def unused_themes(main: YamlFile, points: YamlFile) -> Iterator[Problem]:
    """A theme that no point has, once there are points: it was forgotten, or a point has the wrong one."""
    used = {point.theme for _, point in entries(points, "points", PointEntry)}
    for number, theme in entries(main, "themes", ThemeEntry) if used else ():
        if theme.key not in used:
            line = main.line("themes", number, "key")
            yield Problem(MAIN, line, f'no point has the theme "{theme.key}"', "Take it out, or code points by it")


def unlisted_coders(main: YamlFile, files: Iterable[YamlFile]) -> Iterator[Problem]:
    """Whoever coded should be named in comparison.yml: readers want to know whose judgement it is."""
    listed = {coder.key for _, coder in entries(main, "coders", CoderEntry)}
    for file in files:
        by: list[tuple[str, int]] = []
        if file.name == POINTS:
            points = entries(file, "points", PointEntry)
            by = [(point.coded.by, file.line("points", n, "coded", "by")) for n, point in points]
        elif file.name.startswith("codings/") and isinstance(file.data, dict):
            by = [(str(file.data["coder"]), file.line("coder"))] if "coder" in file.data else []
        first = dict(reversed(by))  # one remark a coder, at the first place
        for coder, line in first.items():
            if coder not in listed:
                mend = "Say under `coders` who that is"
                yield Problem(file.name, line, f'the coder "{coder}" is not in {MAIN}', mend)


def untold(loading: Loading, points: YamlFile) -> Iterator[Problem]:
    """points.yml and the journal should tell the same: where they do not, one of them was changed by other means."""
    entered = loading.journal.entries
    made = next((entry.made for entry in reversed(entered) if entry.made), "")
    if loading.known is None or made in ("", fingerprint(points.text.encode("utf-8"))):
        return
    if half_done(loading.journal, loading.folder / POINTS):
        yield Problem(POINTS, 0, "the journal's last decision is not in it yet", "Open the bench: it finishes that")
        return
    stand = {point.id: (number, point.plain) for number, point in entries(points, "points", PointEntry)}
    inside = [
        (change, entry) for entry in entered if not entry.held for change in entry.changes if is_point(change.key)
    ]
    last = {identity_of(change.key): (change.after, entry) for change, entry in inside}
    found = []
    for identity, (after, entry) in last.items():
        number, plain = stand.get(identity, (-1, None))
        faulty = identity in loading.known and plain is None  # an error already
        if plain != after and not faulty:
            what = f'the point "{identity}" is not as the journal has it: {entry.by}, {entry.at[:10]}, {entry.did}'
            found.append(Problem(POINTS, points.line("points", number), what, NOTED))
    yield from found or [Problem(POINTS, 0, "was edited since the last decision in the journal", NOTED)]


def cut_short(folder: Path) -> Iterator[Problem]:
    """What a program left that was ended while it wrote: it was never part of the comparison."""
    for path in sorted(folder.rglob(".*.part")):
        name = path.relative_to(folder).as_posix()
        yield Problem(name, 0, "was left behind by a program that was ended while it wrote", "Delete it")
    journal = folder / JOURNAL
    if journal.is_file():
        data = journal.read_bytes()
        if data and not data.endswith(b"\n"):
            line = data.count(b"\n") + 1
            yield Problem(JOURNAL, line, "the last line was not written to its end", "Open the bench: it takes it out")


def renewing(folder: Path) -> Iterator[Problem]:
    """A `renew` that was cut short: its files wait, and the texts may be the new ones already."""
    if (folder / WAITING).is_dir():
        mend = "Run `renew` on this folder: it finishes that before anything else. Delete nothing by hand"
        yield Problem(WAITING, 0, "changed sources were being taken in, and that was cut short", mend)


def lost_originals(folder: Path, main: YamlFile) -> Iterator[Problem]:
    """The file that a text was taken from should be there as it was."""
    for number, source in entries(main, "sources", SourceEntry):
        if source.original is None:
            continue
        name, line = source.original.file, main.line("sources", number, "original", "file")
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            continue  # an error already
        try:
            changed = digest(path) != source.original.sha256
        except SourceError as error:
            yield Problem(MAIN, line, f"the original of {source.key}: {error}", "Put it there again")
            continue
        if changed:
            mend = "Take it in again with `renew`, or restore it"
            yield Problem(MAIN, line, f"{name}, the original of {source.key}, has changed", mend)


def nobodys_texts(folder: Path, main: YamlFile) -> Iterator[Problem]:
    """A text that no source names is in no table: it was forgotten, or its source was."""
    named = {source.file for _, source in entries(main, "sources", SourceEntry)}
    listed = main.data.get("sources") if isinstance(main.data, dict) else None
    if not isinstance(listed, list) or len(named) < len(listed):
        return  # one that is wrong may be whose it is
    for path in sorted((folder / "texts").glob("[!.]*.txt")):
        name = path.relative_to(folder).as_posix()
        if FORMER.sub("", name) not in named:
            yield Problem(name, 0, f"is no source of {MAIN}", "Add it under `sources`, or take it out of the folder")


def leading_out(folder: Path, files: Iterable[str]) -> Iterator[Problem]:
    """A link to what stands elsewhere: who gets a copy of the folder does not get that."""
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink():
            continue
        name = path.relative_to(folder).as_posix()
        try:
            inside = path.resolve().is_relative_to(home)
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            yield Problem(name, 0, "is a link that leads out of the folder", "Put the file itself there")
