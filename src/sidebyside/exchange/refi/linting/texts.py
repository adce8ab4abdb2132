"""Rules about the texts of a project, and that a place in one is where its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sidebyside.errors import Problem
from sidebyside.exchange.refi.linting.form import problem
from sidebyside.exchange.refi.linting.opening import INTERNAL, ROOT, Element, Opened
from sidebyside.exchange.refi.wording import on_a_line

FOLDER = "sources/"
HOLDERS = ("TextSource", "Representation", "TextDescription", "Transcript", "Note")  # may have a text
ENDINGS = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}
CUT = re.compile(r"\s*(\.\.\.|…)$")
TOO_FEW = 2  # words: with fewer, a name says nothing of the place


def members_are_sound(opened: Opened) -> Iterator[Problem]:
    """The ZIP holds project.qde and sources/ (small letters: some importers look for nothing else), each file once."""
    for name in sorted(opened.named):
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or ".." in parts or ":" in parts[0]:
            yield Problem(name, 0, "leads out of the project", "Take it out")
        elif name.lower().startswith(FOLDER) and not name.startswith(FOLDER):
            yield Problem(name, 0, "is not in sources/", "Write the folder in small letters")
        if opened.names.count(name) > 1:
            yield Problem(name, 0, "stands in the ZIP more than once", "Pack it anew")


def files_are_there(opened: Opened) -> Iterator[Problem]:
    """Every file that an element names is in the ZIP."""
    for element in opened.root.iter("{*}*"):
        for attribute in ("plainTextPath", "richTextPath", "path"):
            path = element.get(attribute, "")
            name = FOLDER + path.removeprefix(INTERNAL).lstrip("/")
            if path.startswith(INTERNAL) and name.lower() not in {there.lower() for there in opened.named}:
                yield problem(opened, element, f"{name} is not in the ZIP", f"Put it there, or mend {attribute}")


def texts_are_in_files(opened: Opened) -> Iterator[Problem]:
    """A text stands in a file of its own: importers leave out what stands in project.qde."""
    for element in opened.all(*HOLDERS):
        if element.find("{*}PlainTextContent") is not None:
            what = f"the text of “{element.get('name', '')}” stands in {ROOT} itself"
            yield problem(opened, element, what, "Put it into a file under sources/, and name that in plainTextPath")


def rich_is_not_plain(opened: Opened) -> Iterator[Problem]:
    """A richTextPath leads to a formatted text: importers that are given a .txt there fail, or count anew."""
    for element in opened.all(*HOLDERS):
        if element.get("richTextPath", "").lower().endswith(".txt"):
            yield problem(opened, element, "richTextPath leads to a .txt", "Use plainTextPath alone")


def texts_are_utf_8(opened: Opened) -> Iterator[Problem]:
    """A text is UTF-8 without a byte order mark, which importers count as a letter."""
    for name, data in plain_files(opened):
        if data.startswith(b"\xef\xbb\xbf"):
            yield Problem(name, 0, "begins with a byte order mark", "Save it as UTF-8 without one")
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            yield Problem(name, data.count(b"\n", 0, error.start) + 1, "is not UTF-8", "Save it as UTF-8")


def lines_end_alike(opened: Opened) -> Iterator[Problem]:
    """All lines of a text end in one way: importers count CR LF as one character, as two, or turn it into another."""
    for name, data in plain_files(opened):
        other = set(re.findall(r"\r\n|\r|\n", data.decode("utf-8", errors="replace"))) - {opened.newline}
        if other:
            found = " and ".join(sorted(ENDINGS[ending] for ending in other))
            mend = f"End them in {ENDINGS[opened.newline]}, and count the positions anew"
            yield Problem(name, 0, f"has lines that end in {found}", mend)


def places_are_within(opened: Opened) -> Iterator[Problem]:
    """A selection has words, and does not reach beyond its text."""
    for element, text in selections(opened):
        start, end = span(element)
        if not 0 <= start < end <= len(text):
            what = f"a selection from {start} to {end} in a text of {len(text)} code points"
            yield problem(opened, element, what, "Count in code points, from 0, the end excluded")


def places_have_their_words(opened: Opened) -> Iterator[Problem]:
    """A selection's name, where it is words of the text, or a beginning of them, is those at its place.

    Other tools give selections other names, which are left alone.
    """
    for element, text in selections(opened):
        start, end = span(element)
        named = CUT.sub("", on_a_line(element.get("name", "")))
        if len(named.split()) >= TOO_FEW and 0 <= start < end <= len(text):
            here = on_a_line(text[start:end])
            if not here.startswith(named) and named in on_a_line(text):
                what = f"a selection says “{named[:60]}”, and “{here[:60]}” stands at {start} to {end}"
                yield problem(opened, element, what, "Count in code points, from 0, the end excluded")


def selections_are_coded(opened: Opened) -> Iterator[Problem]:
    """Every selection has a coding: without one, importers make a remark of it, or fail."""
    for element in opened.all("PlainTextSelection"):
        # The selection in a note says what the note is on.
        if etree.QName(element.getparent()).localname != "Note" and element.find("{*}Coding") is None:
            yield problem(opened, element, f"the selection “{element.get('name', '')[:60]}” has no coding", "Code it")


def plain_files(opened: Opened) -> Iterator[tuple[str, bytes]]:
    """The texts in files, each once."""
    paths = {element.get("plainTextPath", "") for element in opened.all(*HOLDERS)}
    for path in sorted(paths):
        name = FOLDER + path.removeprefix(INTERNAL)
        if path.startswith(INTERNAL) and (data := opened.data(name)) is not None:
            yield name, data


def selections(opened: Opened) -> Iterator[tuple[Element, str]]:
    """The selections in texts that are there, with their text."""
    for holder in opened.all("TextSource", "Representation", "TextDescription"):
        found = holder.findall("{*}PlainTextSelection")
        text = opened.text(holder) if found else None
        if text is not None:
            yield from ((element, text) for element in found)


def span(element: Element) -> tuple[int, int]:
    """The positions of a selection; (-1, -1) where they are no numbers, which the schema reports."""
    try:
        return int(element.get("startPosition", "")), int(element.get("endPosition", ""))
    except ValueError:
        return -1, -1
