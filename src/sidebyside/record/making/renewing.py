"""Sources that changed are taken in again: what still stands is kept, the rest is marked stale, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from sidebyside.errors import ComparisonError, Problem
from sidebyside.reading.frames import frame
from sidebyside.record.checking import checked
from sidebyside.record.comparison_file import ComparisonFile
from sidebyside.record.keeping.changes import Change
from sidebyside.record.keeping.entry import OUTSIDE, new_entry
from sidebyside.record.keeping.keys import point_key
from sidebyside.record.keeping.points_text import NAME as POINTS
from sidebyside.record.keeping.points_text import PointsText
from sidebyside.record.keeping.store import locked
from sidebyside.record.making.changed import Renewed, renewed_sources
from sidebyside.record.making.holding_on import HoldingOn
from sidebyside.record.making.overtaking import MAIN, finish, prove, put_by
from sidebyside.record.making.respelling import respelled
from sidebyside.record.yaml_file import YamlFile, parsed_yaml, read_yaml
from sidebyside.stopping import undisturbed
from sidebyside.texts import fingerprint

RENEWED = {
    "source": "key of the source",
    "what": "text, part, pages, evidence, near, known, set aside, dates, figures, voices, meetings or corrections",
    "point": "id of the point, '' where it is none",
    "quote": "the words, '' where it has none",
    "was": "the passage, lines or fingerprint before",
    "now": "the same after; stale: no longer there, and kept under that name; gone: has to be given again",
}


def renew(folder: str | Path, look: bool = False, by: str = "") -> pd.DataFrame:
    """Takes in again the originals whose bytes changed, and texts that were edited by hand (columns: RENEWED).

    Each quote is looked for again: one that stands is kept, with the passage it stands in now; one that is gone moves,
    with its words, from `evidence` or `near` of its position to `stale`. The old text stays as
    texts/NAME.<first eight of its fingerprint>.txt. With `look`, nothing is written: the table says what would change.
    `by` is the coder whom the journal is to name. What a crash cut short is finished first. Raises ComparisonError,
    with nothing written, where an original cannot be read or the comparison would not load afterwards.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ComparisonError(folder.name, [Problem(folder.name, 0, "is not a folder", "Name that of a comparison")])
    with locked(folder):
        if not look:
            finish(folder)
        main = read_yaml(folder / MAIN, MAIN)
        about = checked(main, ComparisonFile)
        if about is None:
            raise ComparisonError(folder.absolute().name, main.problems)
        sources = renewed_sources(folder, about)
        holding = HoldingOn({source.entry.key: source.found for source in sources})
        rows = [row for source in sources for row in source.rows]
        files = {name: data for source in sources for name, data in source.files.items()}
        entry = None
        if sources:
            points = renewed_points(folder, holding)
            if points is not None:
                before, after, changes = points
                files[POINTS] = after.encode("utf-8")
                entry = new_entry(
                    by or OUTSIDE,
                    f"took in again: {', '.join(source.entry.key for source in sources)}",
                    changes,
                    found=before,
                    made=fingerprint(files[POINTS]),
                )
            for name, lists in (
                ("readings.yml", ("dates", "figures", "voices", "meetings")),
                ("corrections.yml", ("corrections",)),
            ):
                text = renewed_lists(folder / name, lists, holding)
                if text is not None:
                    files[name] = text.encode("utf-8")
            files[MAIN] = renewed_main(main, sources, holding).encode("utf-8")
            prove(folder, files)
        if files and not look:
            with undisturbed():
                put_by(folder, files, entry)
                finish(folder)
    return frame([*rows, *holding.rows], RENEWED)


def renewed_points(folder: Path, holding: HoldingOn) -> tuple[str, str, tuple[Change, ...]] | None:
    """(fingerprint before, text after, changes) of points.yml; None where it stays as it is."""
    before = PointsText.read(folder / POINTS)
    if not before.sha256:
        return None
    changes = []
    for identity, point in before.points.items():
        positions = {key: holding.position(identity, key, said) for key, said in point["positions"].items()}
        if positions != point["positions"]:
            changes.append(Change(point_key(identity), point, point | {"positions": positions}))
    text = before.changed(changes).text if changes else before.text
    file = parsed_yaml(text, POINTS)
    aside = (file.data or {}).get("set_aside") or []
    kept = [holding.aside(entry) for entry in aside]
    after = respelled(file, {"set_aside": kept}) if kept != aside else text
    return (before.sha256, after, tuple(changes)) if after != before.text else None


def renewed_lists(path: Path, lists: tuple[str, ...], holding: HoldingOn) -> str | None:
    """A file of entries, each with the place where its words stand now; None where it stays as it is."""
    if not path.exists():
        return None
    file = read_yaml(path)
    if file.problems or not isinstance(file.data, dict):
        raise ComparisonError(path.name, file.problems or [Problem(path.name, 0, "is no list", "Mend it")])
    after: dict[str, Any] = {}
    stale = list(file.data.get("stale") or [])
    for name in lists:
        before = file.data.get(name) or []
        found = [holding.entry(name, entry) for entry in before]
        if found != before:
            after[name] = found
            listed = {} if name == "corrections" else {"list": name}
            stale += [listed | entry for entry, now in zip(before, found, strict=True) if now is None]
    if len(stale) > len(file.data.get("stale") or []):
        after["stale"] = stale
    return respelled(file, after) if after else None


def renewed_main(main: YamlFile, sources: list[Renewed], holding: HoldingOn) -> str:
    """comparison.yml with what is known of the new texts."""
    of = {source.entry.key: source for source in sources}
    after: list[Mapping[str, Any]] = []
    for entry in main.data["sources"]:
        source = of.get(entry["key"])
        after.append(holding.known(entry["key"], source.described(entry)) if source else entry)
    return respelled(main, {"sources": after})
