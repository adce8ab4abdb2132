"""Rules about the elements of a project: its form, who is who, and that nothing is meant that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from lxml import etree

from sidebyside.errors import Problem
from sidebyside.exchange.refi.linting.opening import Element, Opened

SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")
SELECTIONS = (
    "PlainTextSelection", "PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection", "TranscriptSelection",
)  # fmt: skip
MEANS = {  # what a reference may lead to
    "CodeRef": ("Code",), "MemberCode": ("Code",),
    "NoteRef": ("Note",), "MemberNote": ("Note",),
    "SourceRef": SOURCES, "MemberSource": SOURCES,
    "SelectionRef": SELECTIONS,
    "VariableRef": ("Variable",),
}  # fmt: skip
USERS = ("creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID")
ENDS = ("originGUID", "targetGUID")
NAMED: dict[str, tuple[tuple[str, ...], Callable[[str], str]]] = {  # what may not share a name, and when two are one
    "code": (("Code",), str),
    "source": (SOURCES, str.casefold),  # it becomes a file's name, in which capitals may not count
    "note": (("Note",), str),
    "variable": (("Variable",), str),
    "user": (("User",), str),
}


def problem(opened: Opened, element: Element, what: str, mend: str) -> Problem:
    """Something wrong with an element."""
    return Problem(opened.file, element.sourceline or 0, what, mend)


def plain(guid: str) -> str:
    """A GUID as it is compared: capitals and braces do not count."""
    return guid.strip("{} ").lower()


@cache
def schema() -> etree.XMLSchema:
    """The schema of a project, as REFI published it (version 1.0, MIT licence, which stands in it)."""
    path = files("sidebyside.exchange.refi") / "schema" / "project.xsd"
    return etree.XMLSchema(etree.fromstring(path.read_bytes()))


def has_its_form(opened: Opened) -> Iterator[Problem]:
    """What the schema asks for: elements in their order, GUIDs and colours and moments well-formed."""
    checked = schema()
    checked.validate(opened.root)
    for error in checked.error_log:
        yield Problem(
            opened.file, error.line, error.message.rstrip("."), "Mend what wrote it; the schema is REFI's, 1.0"
        )


def guids_are_unique(opened: Opened) -> Iterator[Problem]:
    """A GUID means one thing: importers keep the last of two, or join them."""
    seen: dict[str, Element] = {}
    for element in opened.root.iter("{*}*"):
        if guid := element.get("guid"):
            first = seen.setdefault(plain(guid), element)
            if first is not element:
                what = f"the GUID {guid} stands in line {first.sourceline}, too"
                yield problem(opened, element, what, "Give each thing its own")


def references_resolve(opened: Opened) -> Iterator[Problem]:
    """What is referred to is there, and of the kind that is meant: importers stop at a reference to nothing."""
    guids: dict[str, set[str]] = {}
    for element in opened.root.iter("{*}*"):
        guids.setdefault(etree.QName(element).localname, set()).add(plain(element.get("guid", "")))
    everything = set().union(*guids.values())
    for element in opened.root.iter("{*}*"):
        tag = etree.QName(element).localname
        wanted = []
        if tag in MEANS:
            known = set().union(*(guids.get(kind, set()) for kind in MEANS[tag]))
            wanted.append(("targetGUID", MEANS[tag][0], known))
        wanted += [(name, "User", guids.get("User", set())) for name in USERS]
        wanted += [(name, "thing", everything) for name in ENDS if tag == "Link"]
        for name, kind, known in wanted:
            target = element.get(name)
            if target is not None and plain(target) not in known:
                yield problem(opened, element, f"{tag} {name} {target} leads to no {kind}", "Add it, or take this out")


def names_are_unique(opened: Opened) -> Iterator[Problem]:
    """No two codes, sources, notes, variables or users share a name: importers drop the second, or stop."""
    for kind, (tags, as_compared) in NAMED.items():
        seen: dict[str, Element] = {}
        for element in opened.all(*tags):
            if name := element.get("name"):
                first: Element = seen.setdefault(as_compared(name), element)
                if first is not element:
                    what = f"the {kind} “{name}” has the name of that in line {first.sourceline}"
                    yield problem(opened, element, what, "Give it a name of its own")


def names_are_there(opened: Opened) -> Iterator[Problem]:
    """Sources, notes and users have names: importers keep them by these."""
    for element in opened.all(*SOURCES, "Note", "User"):
        if not element.get("name", "").strip() and etree.QName(element.getparent()).localname in (
            "Sources", "Notes", "Users",
        ):  # fmt: skip
            yield problem(opened, element, f"a {etree.QName(element).localname} has no name", "Name it")


def names_are_of_files(opened: Opened) -> Iterator[Problem]:
    """A source's name has no character that a file's cannot have: importers write it to the disk under its name."""
    for element in opened.all(*SOURCES):
        wrong = sorted(set('/\\:*?"<>|').intersection(element.get("name", "")))
        if wrong:
            what = f"the source “{element.get('name')}” has {' '.join(wrong)} in its name"
            yield problem(opened, element, what, "Put another character")


def origin_is_named(opened: Opened) -> Iterator[Problem]:
    """The project says what wrote it: importers look for their own, and stop where there is nothing to look in."""
    if not opened.root.get("origin"):
        yield problem(opened, opened.root, "no origin is named", 'Add origin="..." to the first element')


def notes_are_dated(opened: Opened) -> Iterator[Problem]:
    """A note has a moment: importers stop without one."""
    for element in opened.all("Note"):
        if not (element.get("creationDateTime") or element.get("modifiedDateTime")):
            yield problem(opened, element, f"the note “{element.get('name', '')}” has no date", "Add creationDateTime")


def texts_have_no_notes(opened: Opened) -> Iterator[Problem]:
    """No note hangs on a text as a whole: QualCoder takes it for a remark on a passage, finds none, and drops it."""
    for element in opened.all("TextSource"):
        if element.find("{*}NoteRef") is not None:
            what = f"a note hangs on the source “{element.get('name', '')}” as a whole"
            yield problem(opened, element, what, "Name the source in the note, and take the NoteRef out")
