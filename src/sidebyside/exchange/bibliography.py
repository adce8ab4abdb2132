"""An entry for each source: what is known of it, and what the file itself only proposes, marked as such."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.comparison_file import KnownEntry, SourceEntry

# What a source's kind says of its type, as (word in it, CSL, biblatex): the first that fits.
TYPES = (
    ("blog", "post-weblog", "online"),
    ("newspaper", "article-newspaper", "article"),
    ("news", "article-newspaper", "article"),
    ("magazine", "article-magazine", "article"),
    ("journal", "article-journal", "article"),
    ("report", "report", "report"),
    ("book", "book", "book"),
    ("speech", "speech", "misc"),
    ("interview", "interview", "misc"),
    ("thesis", "thesis", "thesis"),
    ("web", "webpage", "online"),
    ("", "document", "misc"),
)
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
AND = re.compile(r"\s*;\s*|\s+and\s+|\s*&\s*")
# A person's name, then what he or she is: "Ann Bell, editor of a paper". In "Bell, Ann" a capital follows.
DESCRIBED = re.compile(r"^(\S+ [^,]+), (?=[a-z])")
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
SPECIAL |= {character: f"\\{character}" for character in "{}$&%#_"}


def write_csl(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.csl.json: CSL-JSON, as reference managers and citation processors read it."""
    items = [csl(entry) for entry in work.about.sources]
    return written(out, {f"{stem(work)}.csl.json": f"{json.dumps(items, ensure_ascii=False, indent=2)}\n".encode()})


def write_bib(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.bib: BibTeX with the fields of biblatex, in UTF-8."""
    entries = [bib(csl(entry), entry) for entry in work.about.sources]
    return written(out, {f"{stem(work)}.bib": "\n".join(entries).encode()})


def csl(entry: SourceEntry) -> dict[str, Any]:
    """A source as a CSL item; what is not known is left out."""
    item: dict[str, Any] = {"id": f"{slug(entry.short)}-{entry.key}", "type": types(entry)[0], "title": entry.title}
    if entry.author.known != "unknown":
        item["author"] = [{"literal": name} for name in names(entry.author.is_)]
    if entry.written.known != "unknown" and (date := DATE.fullmatch(entry.written.is_)):
        item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part]]}
    if entry.publisher.known != "unknown":
        item["publisher"] = entry.publisher.is_
    if entry.address and re.fullmatch(r"https?://\S+", entry.address.is_):
        item["URL"] = entry.address.is_
    if note := "; ".join(notes(entry)):
        item["note"] = note
    return item


def notes(entry: SourceEntry) -> Iterator[str]:
    """What a reader of the entry has to know: which of it is only proposed or inferred, and dates that are no date."""
    for name in ("author", "written", "publisher", "address"):
        value: KnownEntry | None = getattr(entry, name)
        if value and value.known in ("proposed", "inferred"):
            yield f"{name} {value.known}"
    if entry.written.known != "unknown" and not DATE.fullmatch(entry.written.is_):
        yield f"written: {entry.written.is_}"


def names(author: str) -> list[str]:
    """The authors, without what is said of them.

    >>> names("Nurlan Aliyev, freelance expert based in Warsaw"), names("Ann Bell and Carl Dahl")
    (['Nurlan Aliyev'], ['Ann Bell', 'Carl Dahl'])
    """
    described = DESCRIBED.match(author)
    return [name for name in AND.split(described[1] if described else author) if name]


def types(entry: SourceEntry) -> tuple[str, str]:
    """The type of a source in CSL and in biblatex, by the words for its kind."""
    kind = entry.kind.is_.casefold()
    return next((in_csl, in_bib) for word, in_csl, in_bib in TYPES if re.search(rf"\b{word}", kind) or not word)


def bib(item: dict[str, Any], entry: SourceEntry) -> str:
    """A CSL item as a BibTeX entry. Braces around a whole name or title keep it as it is."""
    date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) if "issued" in item else ""
    fields = {
        "title": f"{{{tex(item['title'])}}}",
        "author": " and ".join(f"{{{tex(author['literal'])}}}" for author in item.get("author", ())),
        "date": date,
        "publisher": tex(item.get("publisher", "")),
        "url": quote(item.get("URL", ""), safe=":/?#[]@!$&'()*+,;=%~"),
        "note": tex(item.get("note", "")),
    }
    listed = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{types(entry)[1]}{{{item['id']},\n{listed}}}\n"


def tex(words: str) -> str:
    r"""The words on one line, with nothing in them that TeX would take for more.

    >>> tex("R&D at 5 %\n{new}")
    'R\\&D at 5 \\% \\{new\\}'
    """
    return "".join(SPECIAL.get(character, character) for character in " ".join(words.split()))


def slug(words: str) -> str:
    """The words as part of a key that every reference manager takes.

    >>> slug("Aliyev"), slug("Мир")
    ('aliyev', 'source')
    """
    return re.sub("[^a-z0-9]+", "-", words.casefold().encode("ascii", "ignore").decode()).strip("-") or "source"
