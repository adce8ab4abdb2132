"""The first stage: each text is read on its own, so what is made of it is the same whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.matching.candidates import traits
from sidebyside.matching.candidates.clash import dated_deeds, is_known
from sidebyside.matching.corpus.packing import packed
from sidebyside.matching.corpus.tables import schema
from sidebyside.matching.told import Told, told_in

if TYPE_CHECKING:
    import pyarrow as pa

    from sidebyside.texts import Source
    from sidebyside.texts.gathering import Text


def read_batch(texts: Sequence[Text]) -> list[pa.Table]:
    """The statements of each text (columns: tables.STATEMENTS), in the order of the texts.

    A table hangs on the words of its text, on their parts and on the text's date, and on nothing else; a text without
    a sentence in English has an empty one. Nothing is kept in the cache of readings: a corpus has its own store.
    Raises ModelError when the model is missing.
    """
    import pyarrow as pa

    types = schema()
    return [pa.Table.from_pylist([row_of(told) for told in told_by(text)], types) for text in texts]


def told_by(text: Text) -> list[Told]:
    """What a text tells, under the key A."""
    from sidebyside.reading.read import Reading
    from sidebyside.reading.stream import tables_of  # spaCy and the grammars: only when something is read
    from sidebyside.reading.whole import whole

    source: Source = text.source
    tables = {name: pd.DataFrame(cells) for name, cells in tables_of(source, text.date or None).items()}
    return told_in([source], Reading(**whole(tables)), {source.key: text.date})[source.key]


def row_of(told: Told) -> dict[str, Any]:
    """A row of STATEMENTS."""
    said = told.statement
    when = [(row["since"], row["until"]) for row in told.rows["dates"]]  # "last year" is counted from the text's date
    return {
        "number": told.number,
        "passage": told.passage,
        "start": told.start,
        "end": told.start + len(said.words),
        "words": said.words,
        "names": sorted(traits.words_of_names(told.named)),
        "times": sorted(traits.times_of(when)),
        "dated": sorted(dated_deeds(said)),
        "spans": ["/".join(span) for span in when if is_known(span)],
        "figures": sorted(traits.figures(said)),
        "deeds": sorted(traits.deeds(said)),
        "claimed": sorted(traits.claimed(said)),
        "content": sorted(told.content),
        "told": packed(told),
    }


def statements_in(tables: Sequence[pa.Table], column: str) -> Iterator[Any]:
    """The cells of a column, table after table."""
    for table in tables:
        yield from table.column(column).to_pylist()
