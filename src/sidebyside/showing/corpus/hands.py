"""Who repeats whom, and who stands alone: how many hands a corpus really has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidebyside.matching.corpus.alone import alone_of, lonely, publishers
from sidebyside.matching.corpus.origins import reprints_of
from sidebyside.showing.corpus.words import Leaves
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MOST = 40  # rows of a table
EACH = 2  # statements of one text that are shown alone


def repeated(corpus: Corpus, most: int = MOST) -> Sheet:
    """Texts that have the words of another: on a claim, both count as one origin (`.frame`: origins.REPRINTS).

    Which of two came first is said only where the dates say so.
    """
    texts = {text.key: text for text in Leaves(corpus).texts}
    found = reprints_of(corpus.statements, corpus.texts, corpus.hands)
    has = "has" if len(found) < 2 else "have"
    told = f"{none(len(found))} of {count(len(corpus.texts), 'text')} {has} half or more of the words of another"
    if len(found):
        told += f", in {count(found.of.nunique(), 'family', 'families')}"
    rows = [
        {"one": texts[row.text], "key": row.text, "of": texts[row.of], "of_key": row.of, "row": row}
        for row in found.head(most).itertuples()
    ]
    left = len(found) - len(rows)
    return Sheet(render("corpus/repeated.html.j2", told, told=told, rows=rows, left=left), found)


def alone(corpus: Corpus, most: int = MOST) -> Sheet:
    """Publisher by publisher who speaks alone, and the statements of weight to which no other hand speaks.

    `.frame` has a row for each publisher (columns: matching.corpus.alone.PUBLISHERS).
    """
    tables = corpus.statements, corpus.texts
    lone = lonely(corpus.pairs, corpus.statements, corpus.hands)
    found = alone_of(lone, *tables)
    table = publishers(corpus.claims, reprints_of(*tables, corpus.hands).text, lone, corpus.hands, *tables)
    weighty = int(table.statements.sum())
    told = (
        f"Of {count(weighty, 'statement')} with a name or a figure, to {none(len(found)).lower()} nothing near enough "
        "to be judged was found in another hand’s text"
    )
    leaves = Leaves(corpus)
    said = corpus.statements.words[found.statement].str.casefold().str.split().str.join(" ")
    once = found[~said.duplicated().to_numpy()]  # what is reprinted is said alone, too, and shown in one text
    first = once.groupby("text", sort=False).head(EACH).head(most) if len(once) else once
    shown = leaves.all(first.statement.tolist())
    rows = list(table.head(most).itertuples())
    values = {"rows": rows, "left": len(table) - len(rows), "shown": shown, "more": len(once) - len(shown)}
    return Sheet(render("corpus/alone.html.j2", told, told=told, leaves=leaves, each=EACH, **values), table)


def none(number: int) -> str:
    """A number that begins a sentence.

    >>> none(0), none(1200)
    ('None', '1,200')
    """
    return f"{number:,}" if number else "None"
