"""What the machine proposes for a comparison: made once of the same sources, kept, and the same whoever asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.matching.proposals import PACKAGES, PROPOSALS, SILENCES
from sidebyside.reading import cache
from sidebyside.reading.read import identity
from sidebyside.record.claims_first import claims_first
from sidebyside.record.comparison import Comparison
from sidebyside.record.reading import date_of, machine

if TYPE_CHECKING:
    from sidebyside.matching.entailment import Opinion

TABLES = {"proposals": PROPOSALS, "silences": SILENCES}
ROOMS = ("matching",)  # whose code decides what is proposed, besides those that read


def propose(work: Comparison, entailment: str | Path | None = None) -> pd.DataFrame:
    """What is worth comparing, best first, each with a proposed verdict and its reason (columns: PROPOSALS).

    The machine has seen the texts and the codebook, and no decision of a person. Of a comparison that was made to
    decide on claims (`narrowed`), what is on these comes first, each a group of its own. `entailment` is a folder with
    a model that is heard beside the rules (see `matching.entailment`): it adds signals, and may make an agreement
    unsure. Raises ModelError when a model is missing.
    """
    table = claims_first(made(work)["proposals"].copy(), work.about.claims)
    if entailment is None:
        return table
    from sidebyside.matching.hearing import heard

    return heard(table, opinions(table, Path(entailment)))


def opinions(table: pd.DataFrame, folder: Path) -> dict[str, Opinion]:
    """What the model in a folder holds of each proposal, by its id; asked once of the same words and kept."""
    from sidebyside.matching.entailment import Opinion, checksums, entailment_model
    from sidebyside.matching.hearing import texts_of

    texts = texts_of(table)
    what = ["opinions", checksums(folder), texts, cache.fingerprint(ROOMS, PACKAGES)]
    columns = {"opinions": Opinion._fields}
    tables = cache.kept(what, columns)
    if tables is None:
        found = entailment_model(folder).opinions(texts)
        tables = {"opinions": {name: [getattr(each, name) for each in found] for name in Opinion._fields}}
        cache.keep(what, tables)
    held = zip(*(tables["opinions"][name] for name in Opinion._fields), strict=True)
    return {identity: Opinion(*both) for identity, both in zip(table.id, held, strict=True)}


def silent(work: Comparison) -> pd.DataFrame:
    """What one source says and another, it seems, does not (columns: SILENCES)."""
    return made(work)["silences"].copy()


def made(work: Comparison) -> dict[str, pd.DataFrame]:
    """Both tables, made before of the same or made now and kept."""
    known: dict[str, pd.DataFrame] | None = vars(work).get("_proposed")
    if known is None:
        what = decides(work)
        tables = cache.kept(what, TABLES)
        if tables is None:
            tables = {name: table.to_dict("list") for name, table in join(work).items()}
            cache.keep(what, tables)
        known = {name: pd.DataFrame(tables[name], columns=list(columns)) for name, columns in TABLES.items()}
        vars(work)["_proposed"] = known
    return known


def join(work: Comparison) -> dict[str, pd.DataFrame]:
    """Both tables, made anew."""
    from sidebyside.matching.matter import matter_of  # spaCy and the vectors: only when something is joined
    from sidebyside.matching.propose import proposed
    from sidebyside.matching.silence import silent as alone

    written = {source.key: date_of(work, source.key) or "" for source in work.texts}
    matter = matter_of(work.texts, machine(work), written)
    return {"proposals": proposed(matter), "silences": alone(matter)}


def decides(work: Comparison) -> list[object]:
    """All that decides the proposals, as JSON can hold it; the order of the sources does not."""
    from sidebyside.reading.vectors.model import SHA256

    return [
        "proposals",
        sorted((identity(source, date_of(work, source.key)) for source in work.texts), key=lambda each: str(each[0])),
        work.themes.to_dict("records"),
        [[entry.name, list(entry.also)] for entry in work.about.names],
        work.about.capitals,
        SHA256,
        cache.fingerprint(ROOMS, PACKAGES),
    ]
