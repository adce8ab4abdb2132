"""comparison.yml as it begins: what the files say of themselves, marked as proposed, and where a person goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sidebyside.record.comparison_file import ClaimEntry, ThemeEntry
from sidebyside.record.keeping.scalars import in_line
from sidebyside.record.keeping.writing import field_lines, fields_lines, in_flow
from sidebyside.record.making.gathering import Gathered
from sidebyside.record.making.naming import shorts
from sidebyside.texts import fingerprint
from sidebyside.wording import listed

if TYPE_CHECKING:
    from sidebyside.texts.taking import Proposed

RIGHTS = "Not stated; ask before you publish more than excerpts"
ABOUT = """\
# What is compared, and the question it is asked. `proposed` lists what no person has gone over yet: mend it here, then
# take its word out of the list.
"""
SOURCES = """\
# Each source. `known` says how a statement is known: stated or inferred (say why under `because`, best with a `quote`),
# unknown, or proposed: taken from the file, and nobody has looked. `parts` are whole lines of the text that are not its
# body: title, heading, byline, note, comment or furniture.
"""
THEMES = """\
# The codebook: what the points are sorted by. `terms` are words that suggest a theme; a * stands for any ending.
"""
CLAIMS = """\
# The claims of many texts that are to be decided here, each with what the sources say to it; what is proposed on them
# is laid before you first. Take a claim out when it is of no use any more.
"""
POINTS = """\
# The points, in reading order: the review bench adds to them. Passages on which none rests are set aside with a reason.
points: []
set_aside: []
"""
NUMBERS = dict(enumerate("Two Three Four Five Six Seven Eight Nine Ten".split(), 2))
NOTHING_SAID = {
    "author": "The file names no author.",
    "written": "The file states no date.",
    "publisher": "The file names no publisher.",
    "kind": "Nobody has looked yet.",
}


def comparison_text(
    sources: Sequence[Gathered],
    themes: Sequence[ThemeEntry],
    title: str = "",
    question: str = "",
    read: str = "",
    claims: Sequence[ClaimEntry] = (),
) -> str:
    """The comparison.yml of those sources and themes; a title or question that is not given is proposed.

    `read` says how much was read for the themes, "" where it was all.
    """
    names = short_names(sources)
    subjects = [theme.terms[0] for theme in themes if theme.terms]
    given = {"title": title.strip(), "question": question.strip()}
    proposed = {"title": proposed_title(len(sources), subjects), "question": proposed_question(subjects)}
    open_ = [name for name, value in given.items() if not value]
    open_ += [name for name, there in (("themes", themes), ("parts", any(s.taken.parts for s in sources))) if there]
    lines = [ABOUT.rstrip("\n")]
    lines += fields_lines({name: value or proposed[name] for name, value in given.items()}, 0)
    lines += [f"proposed: {in_flow(open_)}", "", SOURCES.rstrip("\n"), "sources:"]
    for source, short in zip(sources, names, strict=True):
        lines += source_lines(source, short)
    lines += ["", THEMES.rstrip("\n"), *([f"# {read}"] if read else []), "themes:" if themes else "themes: []"]
    for theme in themes:
        lines += item(fields_lines(plain(theme), 4))
    if claims:
        lines += ["", CLAIMS.rstrip("\n"), "claims:"]
    for claim in claims:
        lines += item(fields_lines(plain(claim), 4))
    return "\n".join(lines) + "\n"


def source_lines(source: Gathered, short: str) -> list[str]:
    """A source as an item of the list."""
    taken = source.taken
    title = one_line(taken.title)
    fields: dict[str, Any] = {
        "key": source.key,
        "file": f"texts/{source.text_name}",
        "sha256": fingerprint(taken.text.encode("utf-8")),
        "title": title or source.called,
        "title_from": sentence(taken.title.where) if taken.title and title else "The name it was given.",
        "short": short,
        "author": known(taken.author, "author"),
        "written": known(taken.date, "written"),
        "publisher": known(taken.publisher, "publisher"),
        "kind": known(None, "kind"),
        **({"address": known(taken.address, "address")} if one_line(taken.address) else {}),
        "rights": RIGHTS,
    }
    lines = item(fields_lines(fields, 4))
    lines += original_lines(source)
    if taken.parts:
        lines.append("    parts:")
        for part in taken.parts:
            place = str(part.first) if part.first == part.last else f"{part.first}-{part.last}"
            lines.append(f"      - {{role: {part.role}, lines: {place}}}")
    if taken.pages:
        lines += [f"    pages: {in_flow(list(map(str, taken.pages)))}"]
    return lines


def original_lines(source: Gathered) -> list[str]:
    """Where the text came from, and what was done to take it out."""
    taken = source.taken
    fields = {"file": f"originals/{source.original.name}", "sha256": source.sha256, "format": taken.format}
    fields |= {name: value for name, value in (("encoding", taken.encoding), ("by", taken.by)) if value}
    lines = [" " * 4 + line for line in field_lines("original", fields, 4)[:1]]
    lines += fields_lines(fields, 6)
    if taken.remarks:
        lines += ["      remarks:", *(f"        - {in_line(remark)}" for remark in taken.remarks)]
    return lines


def item(lines: list[str]) -> list[str]:
    """Lines of fields with the dash of an item of a list before the first."""
    first, *rest = lines
    return [f"{first[:2]}- {first.lstrip()}", *rest]


def plain(entry: ThemeEntry | ClaimEntry) -> Mapping[str, Any]:
    """The fields of a theme or a claim as plain data."""
    return entry.model_dump(mode="json", exclude_defaults=True)


def known(said: Proposed | None, name: str) -> dict[str, str]:
    """A statement about a source: proposed where the file makes it, else not known."""
    value = one_line(said)
    if said and value:
        return {"is": value, "known": "proposed", "because": sentence(said.where)}
    return {"is": "Not stated", "known": "unknown", "because": NOTHING_SAID[name]}


def one_line(said: Proposed | None) -> str:
    """The words of a statement, on one line."""
    return " ".join(said.value.split()) if said else ""


def sentence(where: str) -> str:
    """The place of a statement as a sentence.

    >>> sentence("the first line")
    'From the first line.'
    """
    return f"From {where}."


def short_names(sources: Sequence[Gathered]) -> list[str]:
    """A short name for each source, from what its file says."""
    said = [(s.taken.author, s.taken.publisher, s.taken.title) for s in sources]
    return shorts([(one_line(author), one_line(house), one_line(title)) for author, house, title in said])


def proposed_title(count: int, subjects: Sequence[str]) -> str:
    """What so many sources are on.

    >>> proposed_title(2, ["wells", "rivers", "rain"]), proposed_title(12, [])
    ('Two texts on wells and rivers', '12 texts compared')
    """
    texts = f"{NUMBERS.get(count, count)} texts"
    return f"{texts} on {listed(subjects[:2])}" if subjects else f"{texts} compared"


def proposed_question(subjects: Sequence[str]) -> str:
    """What the sources are asked, in the broadest words.

    >>> proposed_question(["wells", "rain"])
    'What does each source say on wells and rain, and how does it know?'
    """
    return f"What does each source say{f' on {listed(subjects[:3])}' if subjects else ''}, and how does it know?"
