"""A source that is no longer what was recorded: its original was replaced, or its text was edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sidebyside.errors import ComparisonError, Problem, SourceError
from sidebyside.record.comparison_file import ComparisonFile, PartEntry, SourceEntry
from sidebyside.record.making.gathering import digest
from sidebyside.record.making.moved import LINE, span, spelled
from sidebyside.record.making.refound import Refound
from sidebyside.record.recorded import inside, parts_of
from sidebyside.record.yaml_file import YamlFile
from sidebyside.texts import Source, fingerprint, read_text

if TYPE_CHECKING:
    from sidebyside.texts.taking import Taken


@dataclass(frozen=True)
class Renewed:
    """A source as it was recorded (`entry`), the old text (None where it is lost), what stands in its file, and what
    is to stand there; `taken` if that was taken from the original anew, whose fingerprint is `original`.
    """

    entry: SourceEntry
    old: str | None
    there: str | None
    text: str
    taken: Taken | None = None
    original: str = ""

    @cached_property
    def parts(self) -> tuple[PartEntry, ...]:
        """The parts at their new lines, and those of lines that are new."""
        if self.found_before is None:
            most = len(LINE.findall(self.text))
            return tuple(part for part in self.entry.parts if span(part)[1] <= most)
        moved = self.found_before.moved
        assert moved is not None
        kept = [part for part in map(moved.part, self.entry.parts) if part]
        new = [p for p in self.taken.parts if moved.unmet(p.first, p.last)] if self.taken else []
        held = {line for part in kept for line in range(span(part)[0], span(part)[1] + 1)}
        kept += [
            PartEntry(role=part.role, lines=spelled(part.first, part.last))
            for part in new
            if held.isdisjoint(range(part.first, part.last + 1))
        ]
        return tuple(sorted(kept, key=span))

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """Where the pages begin now: as they were taken, or moved along with the lines."""
        if self.taken:
            return self.taken.pages
        moved = self.found_before.moved if self.found_before else None
        there = tuple(moved.pages(self.entry.pages)) if moved else ()
        return there if len(there) == len(self.entry.pages) and list(there) == sorted(there) else ()

    @cached_property
    def found_before(self) -> Refound | None:
        """The old text against the new one, by its lines alone."""
        key = self.entry.key
        return None if self.old is None else Refound(Source(key, "", self.old), Source(key, "", self.text))

    @cached_property
    def found(self) -> Refound:
        """Old and new, each with its parts, to look for words in."""
        return Refound(None if self.old is None else self._source(self.old, self.entry.parts), self._now)

    @property
    def _now(self) -> Source:
        return self._source(self.text, self.parts)

    def _source(self, text: str, parts: tuple[PartEntry, ...]) -> Source:
        return Source(self.entry.key, self.entry.title, text, tuple(parts_of(YamlFile(""), text, parts, ())))

    @property
    def files(self) -> dict[str, bytes]:
        """The text, and whatever it replaces under a name of its own."""
        path = Path(self.entry.file)
        found = {self.entry.file: self.text.encode("utf-8")} if self.there != self.text else {}
        for words in (self.old, self.there):
            if words is not None and words != self.text:
                data = words.encode("utf-8")
                found[path.with_name(f"{path.stem}.{fingerprint(data)[:8]}{path.suffix}").as_posix()] = data
        return found

    def described(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """The source's fields of comparison.yml, as plain data, after the change."""
        after = dict(entry) | {"sha256": fingerprint(self.text.encode("utf-8"))}
        if self.taken:
            said: dict[str, Any] = {"sha256": self.original, "format": self.taken.format}
            said |= {"encoding": self.taken.encoding, "by": self.taken.by, "remarks": list(self.taken.remarks)}
            after["original"] = {name: value for name, value in (entry["original"] | said).items() if value}
        if self.parts != self.entry.parts:
            after["parts"] = [{"role": part.role, "lines": part.lines} for part in self.parts]
        if self.pages != self.entry.pages:
            after["pages"] = list(map(str, self.pages))
        return {name: value for name, value in after.items() if value or name not in ("parts", "pages")}

    @property
    def rows(self) -> list[dict[str, str]]:
        """What becomes of the text, its parts and its pages."""
        key, now = self.entry.key, fingerprint(self.text.encode("utf-8"))
        rows = []
        if now != self.entry.sha256:
            rows.append({"source": key, "what": "text", "was": self.entry.sha256[:8], "now": now[:8]})
        elif self.entry.original:
            rows.append(
                {"source": key, "what": "original", "was": self.entry.original.sha256[:8], "now": self.original[:8]}
            )
        left = {part.role: [p.lines for p in self.parts if p.role == part.role] for part in self.entry.parts}
        moved = self.found_before.moved if self.found_before else None
        for part in self.entry.parts:
            there = moved.part(part) if moved else part if part.lines in left[part.role] else None
            said = there.lines if there else "gone"
            if there and moved is None:
                said += ", unproven: the text it was counted in is lost"
            if said != part.lines:
                rows.append({"source": key, "what": f"part: {part.role}", "was": part.lines, "now": said})
        if self.pages != self.entry.pages:
            told = f"{len(self.pages)} pages" if self.pages else "gone"
            rows.append({"source": key, "what": "pages", "was": f"{len(self.entry.pages)} pages", "now": told})
        return rows


def renewed_sources(folder: Path, about: ComparisonFile) -> list[Renewed]:
    """The sources that changed; ComparisonError with every one that cannot be read."""
    found: list[Renewed] = []
    problems: list[Problem] = []
    for entry in about.sources:
        try:
            source = renewed(folder, entry)
        except SourceError as error:
            problems.append(Problem(entry.file, 0, f"{entry.key}: {error}", "Put it there again"))
            continue
        if source:
            found.append(source)
    if problems:
        raise ComparisonError(folder.absolute().name, problems)
    return found


def renewed(folder: Path, entry: SourceEntry) -> Renewed | None:
    """The source if it changed, else None; SourceError where neither a text nor an original can be read."""
    from sidebyside.texts.taking import taken

    path, original = whereabouts(folder, entry.file), entry.original
    before = whereabouts(folder, original.file) if original else None
    there, sha256 = read_text(path) if path.exists() or not before else (None, "")
    print_ = digest(before) if before and before.exists() else ""
    if original and print_ and print_ != original.sha256:
        new = taken(before)  # type: ignore[arg-type]
        return Renewed(entry, there if sha256 == entry.sha256 else None, there, new.text, new, print_)
    if sha256 == entry.sha256:
        return None
    again = taken(before).text if before and print_ else None
    old = again if again is not None and fingerprint(again.encode("utf-8")) == entry.sha256 else None
    if there is None:
        if old is None:
            raise SourceError(f"{entry.file} is not there")
        return Renewed(entry, old, None, old)
    return Renewed(entry, old, there, there)


def whereabouts(folder: Path, name: str) -> Path:
    """The file of that name; SourceError where it is not in the folder."""
    file = YamlFile("comparison.yml")
    path = inside(folder, file, name, ("file",))
    if path is None:
        raise SourceError(file.problems[0].what)
    return path
