"""What a source tells, statement by statement: the words with their grammar, and with what was read at their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sidebyside.matching.statement import Statement, statement_of
from sidebyside.matching.word import Word
from sidebyside.reading.frames import BY_REFERENCE
from sidebyside.reading.parse import parsed
from sidebyside.reading.pieces import pieces_of
from sidebyside.texts import Source
from sidebyside.texts.parts import BODY

if TYPE_CHECKING:
    import pandas as pd

    from sidebyside.reading.read import Reading

Row = dict[str, Any]
Place = tuple[int, int]
TABLES = ("claims", "voices", "dates", "figures", "names")
PERCEIVING = frozenset(["believes", "fears"])  # what is held to be so, and need not be
CONTENT = frozenset(["NOUN", "VERB", "ADJ", "PROPN", "NUM"])
UNDATED: Mapping[str, str] = MappingProxyType({})
COMMON = frozenset(["NOUN", "VERB", "NUM"])  # never written with a capital but at the start


class Said(NamedTuple):
    """One claim of a statement as another is compared with it.

    `words` are those of its clause, `place` is that of the predicate, and `verb` says that it is one. `subject` is who
    acts, `acted_on` what else belongs to the deed, `keys` both, and `content` all that the clause speaks of: names by
    the one name that they have throughout, other words by their lemmas. `who` is whose word it is, "" for the
    author's own, and `how` that one puts it; of what another sentence denies or confirms ("Russia denied this"), which
    `referred` says, neither is known.
    """

    predicate: str
    certainty: str
    mood: str
    cues: str
    words: str
    place: Place
    verb: bool
    subject: str
    acted_on: frozenset[str]
    keys: frozenset[str]
    content: frozenset[str]
    who: str
    how: str
    referred: bool = False


@dataclass(frozen=True, eq=False)
class Told:
    """A statement of a source: where it starts there, its number among the source's, and the rows read in it.

    `written` is the day, month or year on which its source was written, "" where that is not known.
    """

    source: str
    passage: str
    start: int
    number: int
    statement: Statement
    rows: Mapping[str, Sequence[Row]]
    themes: frozenset[str] = frozenset()
    written: str = ""

    @property
    def words(self) -> str:
        """The words as they stand in the source."""
        return self.statement.words

    @property
    def place(self) -> Place:
        """Where they stand, the end excluded."""
        return self.start, self.start + len(self.words)

    def slice(self, place: Place) -> str:
        """Words of the statement by their place in the source."""
        return self.words[place[0] - self.start : place[1] - self.start]

    @cached_property
    def called(self) -> dict[str, str]:
        """Of each word within a name, in lower case, the name that it has throughout."""
        return {word.lower(): row["name"] for row in self.rows["names"] for word in row["quote"].split()}

    @cached_property
    def named(self) -> frozenset[str]:
        """The names in it."""
        return frozenset(row["name"] for row in self.rows["names"])

    @cached_property
    def content(self) -> frozenset[str]:
        """All that it speaks of."""
        return self.within(self.place)

    @cached_property
    def standing(self) -> dict[str, str]:
        """Of all that it speaks of, the words as they first stand; a name as it is throughout."""
        found: dict[str, str] = {}
        for word in self.statement.tokens:
            key = self.key_of(word)
            opens = word.start == 0 and word.kind in COMMON  # its capital is the sentence's, not its own
            found.setdefault(key, key if key in self.named else word.text.lower() if opens else word.text)
        return found

    def within(self, place: Place) -> frozenset[str]:
        """What the words at a place in the source speak of."""
        low, high = place[0] - self.start, place[1] - self.start
        words = (word for word in self.statement.tokens if low <= word.start < high and word.kind in CONTENT)
        said = (word for word in words if any(map(str.isalnum, word.text)))  # a stop after initials is tagged as a name
        return frozenset(map(self.key_of, said))

    def key_of(self, word: Word) -> str:
        """What a word is compared by: the name that it is part of, or else its lemma."""
        return self.called.get(word.text.lower(), word.lemma)

    def voice_at(self, place: Place) -> Row | None:
        """Whose word a place is: of voices one within another, the innermost; None for the author's."""
        around = [
            (max(b for _, b in row["said"]) - min(a for a, _ in row["said"]), number)
            for number, row in enumerate(self.rows["voices"])
            if any(a <= place[0] and place[1] <= b for a, b in row["said"])
        ]
        return self.rows["voices"][min(around)[1]] if around else None

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its claims, in the order of the text, but not those that only hand the word to a voice."""
        cues = {row["reporting"] for row in self.rows["voices"]}
        return tuple(self.claim(row) for row in self.rows["claims"] if (row["start"], row["end"]) not in cues)

    def claim(self, row: Row) -> Said:
        """A row of CLAIMS as it is compared."""
        place, clause = (row["start"], row["end"]), tuple(row["clause"])
        referred = row["note"] == BY_REFERENCE
        voice = (not referred and self.voice_at(place)) or {"who": "", "how": ""}
        subject, *objects = (self.called.get(lemma, lemma) for lemma in (row["subject"], *row["objects"]))
        acted_on = frozenset(filter(None, objects))
        keys = acted_on | ({subject} - {""})
        return Said(
            predicate=row["predicate"],
            certainty=row["certainty"],
            mood=row["mood"],
            cues=row["cues"],
            words=self.slice(clause),
            place=place,
            verb=any(word.start == place[0] - self.start and word.kind == "VERB" for word in self.statement.tokens),
            subject=subject,
            acted_on=acted_on,
            keys=keys,
            content=keys | self.within(clause) - {row["predicate"]},
            who=voice["who"],
            how=voice["how"],
            referred=referred,
        )


def told_in(sources: Sequence[Source], reading: Reading, written: Mapping[str, str] = UNDATED) -> dict[str, list[Told]]:
    """What the bodies of the sources tell, in reading order, by the key of the source, keys in order.

    `written` says when a source was written, by its key, as far as that is known (day, month or year, ISO 8601).
    Passages in another language than English, which were not read, are left out.
    """
    ordered = sorted(sources, key=lambda source: source.key)
    rows = {name: by_passage(getattr(reading, name)) for name in TABLES}
    touched = by_passage(reading.themes)
    foreign = set(reading.passages.passage[reading.passages.language == "other"])
    pieces = [
        piece
        for source in ordered
        for passage in source.passages
        if passage.part == BODY and passage.id not in foreign
        for piece in pieces_of(source, passage)
    ]
    found: dict[str, list[Told]] = {source.key: [] for source in ordered}
    for piece, doc in zip(pieces, parsed(piece.words for piece in pieces), strict=True):
        key, passage = piece.source.key, piece.passage.id
        end = piece.start + len(piece.words)
        here = {
            name: [r for r in table.get(passage, ()) if piece.start <= r["start"] < end] for name, table in rows.items()
        }
        themes = frozenset(r["theme"] for r in touched.get(passage, ()) if piece.start <= r["start"] < end)
        day, number = written.get(key, ""), len(found[key])
        found[key].append(Told(key, passage, piece.start, number, statement_of(doc), here, themes, day))
    return found


def by_passage(table: pd.DataFrame) -> dict[str, list[Row]]:
    """The rows of a table by the passage that they stand in."""
    found: dict[str, list[Row]] = {}
    for row in table.to_dict("records"):
        found.setdefault(row["passage"], []).append(row)
    return found
