"""The claims of a corpus on the command line: a few lines each, or rows for a script; each side with its quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sidebyside.cli.telling import result, wrapped
from sidebyside.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

COLUMNS = {  # of the CSV file, and the fields of --json
    "claim": "number, those of most origins first",
    "id": "made from the places of its statements",
    "standing": "contested, parted, unanimous, unsure or alone",
    "label": "one of its quotes",
    "origins": "how many independent origins it has",
    "texts": "how many texts speak to it",
    "by": "who published them",
    "first": "date of the earliest",
    "last": "date of the latest",
    "sides": "for each side one quote of each text: key, whom it counts by, words",
    "open": "the same of those on whom the machine abstains",
}
FEW = 3  # texts of a side that a person is shown


def rows_of(corpus: Corpus, first: int | None, excerpts: int | None) -> list[dict[str, Any]]:
    """The first claims as rows (columns: COLUMNS), their words as far as they may be shown."""
    from sidebyside.texts import shortened

    rows = corpus.claims.head(first or len(corpus.claims)).to_dict("records")
    plain = ("claim", "id", "standing", "origins", "first", "last")
    return [
        {name: row[name] for name in plain}
        | {
            "label": shortened(row["label"], excerpts),
            "texts": len(row["texts"]),
            "by": list(row["by"]),
            "sides": [quotes(corpus, side, excerpts) for side in row["sides"]],
            "open": quotes(corpus, row["open"], excerpts),
        }
        for row in rows
    ]


def quotes(corpus: Corpus, side: Sequence[int], excerpts: int | None) -> list[dict[str, str]]:
    """One quote of each text on a side, in the order of the texts."""
    from sidebyside.texts import shortened

    found: dict[int, dict[str, str]] = {}
    for number in side:
        statement = corpus.statements.loc[number]
        text = corpus.texts.loc[statement.text]
        words = shortened(" ".join(statement.words.split()), excerpts)
        found.setdefault(statement.text, {"text": text.key, "by": text.by, "words": words})
    return list(found.values())


def show(row: dict[str, Any]) -> None:
    """A claim in a few lines and an empty one."""
    result(f"{row['claim']}. {row['standing']}: {row['label']}")
    dates = " to ".join(dict.fromkeys(filter(None, [row["first"], row["last"]])))
    origins, texts = count(row["origins"], "origin"), count(row["texts"], "text")
    print(wrapped("; ".join(filter(None, [f"{origins} in {texts}", dates])), "   "))
    sides = [(f"side {number}", side) for number, side in enumerate(row["sides"], 1)]
    for name, side in [*sides, ("the machine abstains", row["open"])]:
        for quote in side[:FEW]:
            print(wrapped(f"{name}, {quote['by'] or quote['text']}: {quote['words']}", "   "))
        if len(side) > FEW:
            print(wrapped(f"{name}: and {count(len(side) - FEW, 'text')} more", "   "))
    result("")


def cells(row: dict[str, Any]) -> dict[str, Any]:
    """A row as cells of a table: sides parted by |, the texts of a side by ;."""
    *sides, left_open = (
        "; ".join(f"{quote['by'] or quote['text']}: {quote['words']}" for quote in side)
        for side in (*row["sides"], row["open"])
    )
    told = {"by": "; ".join(row["by"]), "sides": " | ".join(sides), "open": left_open}
    return {name: (row | told)[name] for name in COLUMNS}
