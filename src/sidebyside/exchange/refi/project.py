"""The comparison as a REFI-QDA 1.0 project: project.qde, and a file for every text and every note.

Written for importers as they are, which is stricter than the schema; `linting` holds every rule and its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from sidebyside.exchange.annotations.relations import relations
from sidebyside.exchange.refi import telling
from sidebyside.exchange.refi.coders import coders
from sidebyside.exchange.refi.codes import Code, code_guid, codes
from sidebyside.exchange.refi.elements import ORIGIN, E, described, moment, refers
from sidebyside.exchange.refi.guids import guid
from sidebyside.exchange.refi.laying import Excerpts, Span, Whole
from sidebyside.exchange.refi.marking import NEAR, Mark, marks
from sidebyside.exchange.refi.wording import apart, file_name, on_a_line, sayable
from sidebyside.record import VERDICTS, Comparison, memos
from sidebyside.record.comparison_file import SourceEntry
from sidebyside.record.limiting import Limit

VARIABLES = {  # what is known of a source, and the name under which other tools list and filter it
    "author": "Author",
    "written": "Written",
    "publisher": "Publisher",
    "audience": "Audience",
    "kind": "Kind",
    "address": "Address",
}


class Project:
    """A comparison being laid out; `newline` is how lines of its texts end, and positions count it as it is."""

    def __init__(self, work: Comparison, limit: Limit, newline: str = "\n") -> None:
        self.work = work
        self.limit = limit
        self.newline = newline
        self.marks = marks(work)
        self.files: dict[str, str] = {}  # by GUID: texts, then notes

    def guid(self, *names: object) -> str:
        """The GUID of a thing of this comparison."""
        return guid(self.work, *names)

    def by(self, coder: str) -> dict[str, str]:
        """The attribute that says who did it."""
        return {"creatingUser": self.guid("user", coder)}

    @cached_property
    def laid(self) -> Mapping[str, Whole | Excerpts]:
        """The texts, by the key of the source."""
        if self.limit.most is None:
            return {source.key: Whole(source.text, self.newline) for source in self.work.texts}
        return {
            source.key: Excerpts(
                source.text, [mark.span for mark in self.marks if mark.source == source.key], self.limit, self.newline
            )
            for source in self.work.texts
        }

    def element(self) -> etree._Element:
        """The whole of project.qde; what it refers to is in `files` then."""
        days = [*(point.coded.on.isoformat() for point in self.work.coded.points), *memos(self.work).on]
        parts = {
            "Users": [self.user(key, name) for key, name in apart(coders(self.work)).items()],
            "CodeBook": [E.Codes(*(self.code(code) for code in codes(self.work, self.limit)))],
            "Variables": list(self.variables()),
            "Cases": [self.case(entry) for entry in self.work.about.sources],
            "Sources": [self.source(entry) for entry in self.work.about.sources],
            "Notes": list(self.notes()),
            "Links": list(self.links()),
            "Sets": list(self.sets()),
        }
        about = {"name": on_a_line(self.work.about.title), "origin": ORIGIN}
        if days:
            about["creationDateTime"] = moment(max(days))
        return E.Project(
            *(getattr(E, name)(*children) for name, children in parts.items() if children),
            described(telling.project(self.work, self.limit)),
            **about,
        )

    def user(self, key: str, name: str) -> etree._Element:
        """A coder."""
        return E.User(guid=self.guid("user", key), name=name, id=on_a_line(key))

    def code(self, code: Code) -> etree._Element:
        """A code and those under it."""
        about = {"guid": code.guid, "name": code.name, "isCodable": str(code.codable).lower()}
        if code.colour:
            about["color"] = code.colour
        return E.Code(described(code.about), *(self.code(child) for child in code.children), **about)

    def variables(self) -> Iterator[etree._Element]:
        """The variables that any source has a value for."""
        for name, shown in VARIABLES.items():
            if any(getattr(entry, name, None) for entry in self.work.about.sources):
                yield E.Variable(guid=self.guid("variable", name), name=shown, typeOfVariable="Text")

    def case(self, entry: SourceEntry) -> etree._Element:
        """The source as a case. Its values stand at the text: with both, importers list each twice, or stop."""
        name = on_a_line(f"{entry.key} {entry.short}")
        return E.Case(refers("SourceRef", self.guid("source", entry.key)), guid=self.guid("case", entry.key), name=name)

    def source(self, entry: SourceEntry) -> etree._Element:
        """A source with its selections; no note hangs on it as a whole (see `linting.form.texts_have_no_notes`)."""
        identity = self.guid("source", entry.key)
        self.files[identity] = self.laid[entry.key].text
        return E.TextSource(
            described(telling.source(entry, self.limit)),
            *(self.selection(mark) for mark in self.marks if mark.source == entry.key),
            *(
                E.VariableValue(
                    refers("VariableRef", self.guid("variable", name)), E.TextValue(sayable(self.limit.said(known.is_)))
                )
                for name in VARIABLES
                if (known := getattr(entry, name, None))
            ),
            guid=identity,
            name=file_name(f"{entry.key} {entry.title}"),
            plainTextPath=f"internal://{identity}.txt",
        )

    def selection(self, mark: Mark) -> etree._Element:
        """A place with a coder's codes, and what it is evidence for in words."""
        first, _ = next(iter(mark.points.values()))
        start, end = self.laid[mark.source].place(mark.span)
        words = on_a_line(self.laid[mark.source].text[start:end])
        return E.PlainTextSelection(
            described("\n\n".join(self.told(mark))),
            *(self.coding(mark, kind, key) for kind, key in mark.codes),
            *(refers("NoteRef", self.guid("note", "point", identity)) for identity in mark.points),
            guid=self.place_guid(mark.source, mark.span, mark.coder),
            name=words,
            startPosition=str(start),
            endPosition=str(end),
            creationDateTime=moment(first.coded.on.isoformat()),
            **self.by(mark.coder),
        )

    def told(self, mark: Mark) -> Iterator[str]:
        """What a place serves; where the text is cut to excerpts, also where it stood."""
        for point, near in mark.points.values():
            yield "\n".join([*([NEAR] if near else []), telling.relation(point, self.limit)])
        if self.limit.most is not None:
            yield f"In the whole text of {mark.source}: code points {mark.span[0]} to {mark.span[1]}, the end excluded."

    def coding(self, mark: Mark, kind: str, key: str) -> etree._Element:
        """A code at a place."""
        return E.Coding(
            refers("CodeRef", code_guid(self.work, kind, key)),
            guid=self.guid("coding", mark.source, *mark.span, mark.coder, kind, key),
            **self.by(mark.coder),
        )

    def place_guid(self, source: str, span: Span, coder: str) -> str:
        """The GUID of a selection."""
        return self.guid("selection", source, *span, coder)

    def notes(self) -> Iterator[etree._Element]:
        """A note for each point and each memo."""
        for number, point in enumerate(self.work.coded.points, 1):
            name = f"Point {number}: {self.limit.said(point.label, point.draft)}"
            words = telling.note(self.work, point, self.limit)
            yield self.note(name, words, point.coded.by, point.coded.on.isoformat(), "point", point.id)
        for memo in memos(self.work).itertuples():
            name = f"Memo on {memo.kind} {memo.target}".rstrip()
            yield self.note(name, self.limit.said(memo.text) + "\n", memo.by, memo.on, "memo", memo.kind, memo.target)

    def note(self, name: str, words: str, coder: str, day: str, *names: str) -> etree._Element:
        """A note, its words in a file of its own: what stands in project.qde itself, importers leave out."""
        identity = self.guid("note", *names)
        self.files[identity] = Whole(words, self.newline).text
        return E.Note(
            guid=identity,
            name=on_a_line(name),
            plainTextPath=f"internal://{identity}.txt",
            creationDateTime=moment(day),
            **self.by(coder),
        )

    def links(self) -> Iterator[etree._Element]:
        """A link for each relation of two places; a place is not linked with itself."""
        for relation, pair in ((each, pair) for each in relations(self.work) for pair in each.pairs()):
            point = relation.point
            ends = [(place.source, (place.start, place.end)) for place in pair]
            if ends[0] != ends[1]:
                yield E.Link(
                    guid=self.guid("link", point.id, *ends),
                    name=on_a_line(f"{relation.shown}: {self.limit.said(point.label, point.draft)}"),
                    direction="Associative",
                    originGUID=self.place_guid(*ends[0], point.coded.by),
                    targetGUID=self.place_guid(*ends[1], point.coded.by),
                )

    def sets(self) -> Iterator[etree._Element]:
        """The points of each verdict, as codes and notes; of a set of sources, importers would make a variable."""
        for key, verdict in VERDICTS.items():
            ids = [point.id for point in self.work.coded.points if point.verdict == key]
            if ids:
                yield E.Set(
                    described(verdict.when),
                    *(refers("MemberCode", code_guid(self.work, "point", identity)) for identity in ids),
                    *(refers("MemberNote", self.guid("note", "point", identity)) for identity in ids),
                    guid=self.guid("set", key),
                    name=f"Points: {verdict.shown}",
                )
