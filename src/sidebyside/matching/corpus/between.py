"""How those who publish stand to each other: on how many claims both speak, and what is proposed on each of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.claims import counted_by
from sidebyside.matching.corpus.sides import VERDICTS
from sidebyside.matching.corpus.ties import ties_of, wordings
from sidebyside.reading.frames import frame

MEETINGS = {
    "claim": "number of the claim",
    "one": "place of a publisher in the list of names",
    "other": "place of another, not before it; the same where two texts of one are held against each other",
    "verdict": "the first that is proposed between their words and is not unsure; `same` where both have the same "
    "words and no difference is proposed",
}
BETWEEN = {
    "one": "who publishes",
    "other": "who else does; the same name where texts of one publisher are held against each other",
    "claims": "on how many claims their words were held against each other: the n of the columns after it",
    **{verdict: f"on how many of them {verdict} is proposed" for verdict in VERDICTS},
    "same": "on how many both have the same words, and no difference is proposed",
}
OUTCOMES = (*VERDICTS, "same")
SAME, UNSURE = OUTCOMES.index("same"), OUTCOMES.index("unsure")


def between(
    claims: pd.DataFrame, pairs: pd.DataFrame, statements: pd.DataFrame, texts: pd.DataFrame, most: int = 25
) -> pd.DataFrame:
    """One row for every two publishers whose words were held against each other (columns: BETWEEN).

    The `most` of them with most texts stand by name, all others together as the last; tables as for `claims_of`.
    """
    names, _, found = meetings(claims, pairs, statements, texts, most)
    return counted(names, found)


def counted(names: list[str], found: pd.DataFrame) -> pd.DataFrame:
    """The counts of what `meetings` gives (columns: BETWEEN)."""
    counts = found.groupby(["one", "other", "verdict"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(OUTCOMES), fill_value=0).sort_index()
    rows = (
        {"one": names[one], "other": names[other], "claims": sum(row), **dict(zip(OUTCOMES, row, strict=True))}
        for (one, other), row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    )
    return frame(rows, BETWEEN)


def meetings(
    claims: pd.DataFrame, pairs: pd.DataFrame, statements: pd.DataFrame, texts: pd.DataFrame, most: int
) -> tuple[list[str], int | None, pd.DataFrame]:
    """The names of publishers, as `named` has them, and one row for every two who meet on a claim (MEETINGS).

    Only what was held together counts, and no verdict is handed on from one to a third; the same words, wherever they
    stand, were held together once.
    """
    names, rest, of = named(texts, most)
    worded = wordings(statements)
    ties = ties_of(pairs, statements, worded)
    said = claims[["claim", "statements"]].explode("statements").dropna()
    here = pd.DataFrame({"claim": said.claim, "wording": worded[said.statements.to_numpy(dtype=np.int64)]})
    here = here.drop_duplicates()
    text = statements.text.to_numpy(dtype=np.int64)
    bearers = pd.DataFrame({"wording": worded, "text": text, "name": of[text]}).drop_duplicates()
    verdict = [OUTCOMES.index(v) if v in OUTCOMES else UNSURE for v in ties.verdict]
    held = pd.DataFrame({"left": ties.one, "right": ties.other, "outcome": np.array(verdict, dtype=np.int64)})
    held = held.reset_index(names="place").query("left != right")
    held = held.merge(here, left_on="left", right_on="wording").merge(
        here, left_on=["right", "claim"], right_on=["wording", "claim"], suffixes=("", "_right")
    )
    by_name = bearers[["wording", "name"]].drop_duplicates()
    held = held.merge(by_name, left_on="left", right_on="wording", suffixes=("", "_of")).merge(
        by_name, left_on="right", right_on="wording", suffixes=("_one", "_other")
    )[["claim", "place", "outcome", "name_one", "name_other"]]
    found = pd.concat([held, same_words(here, bearers)], ignore_index=True)
    low, high = np.sort(found[["name_one", "name_other"]].to_numpy(dtype=np.int64), axis=1).T
    found = found.assign(one=low, other=high, unsure=found.outcome == UNSURE)
    found = found.sort_values(["claim", "one", "other", "unsure", "place", "outcome"])
    first = found.drop_duplicates(["claim", "one", "other"])
    first = first.assign(verdict=[OUTCOMES[n] for n in first.outcome])
    return names, rest, first[list(MEETINGS)].reset_index(drop=True)


def named(texts: pd.DataFrame, most: int) -> tuple[list[str], int | None, np.ndarray]:
    """The names of the columns, those of most texts first; the place of all others together, and each text's place.

    The others stand last; their place is None where nobody is among them, or would be one alone: that one is named.
    """
    by = counted_by(texts)
    counts = by.value_counts()
    order = sorted(counts.index, key=lambda name: (-counts[name], name))
    rest = most if len(order) > most + 1 else None
    names = order if rest is None else [*order[:most], f"{len(order) - most:,} others"]
    place = {name: min(n, len(names) - 1) for n, name in enumerate(order)}
    return names, rest, by.map(place).to_numpy(dtype=np.int64)


def same_words(here: pd.DataFrame, bearers: pd.DataFrame) -> pd.DataFrame:
    """For each claim the names whose texts share a wording of it; they come after every verdict but unsure."""
    shared = bearers[bearers.duplicated("wording", keep=False)]
    count = shared.groupby(["wording", "name"], as_index=False).text.nunique()
    pairs = count.merge(count, on="wording", suffixes=("_one", "_other"))
    twice = (pairs.name_one < pairs.name_other) | ((pairs.name_one == pairs.name_other) & (pairs.text_one > 1))
    found = here.merge(pairs[twice], on="wording")
    return found.assign(place=np.iinfo(np.int64).max, outcome=SAME)[
        ["claim", "place", "outcome", "name_one", "name_other"]
    ]
