"""Small corpora, made by hand or by a rule: tables alone, nothing read by a machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace

import numpy as np
import pandas as pd
from tests.matching.corpus_tables import pairs_of, statements_of, texts_of

from sidebyside.matching.corpus.claims import claims_of
from sidebyside.matching.corpus.origins import hands_of

SHIP = {
    "echo-1": ["The ferry Halcyon ran aground on the Skerrow reef.", "It carried 212 passengers, the mate said."],
    "post-1": ["On Skerrow reef the ferry Halcyon went aground.", "There were 212 passengers on board that day."],
    "post-2": ["The Halcyon lay on the Skerrow reef for a week.", "Captain Edda Voss had left Tarnmouth in thick fog."],
    "sun-1": ["The ferry Halcyon struck the reef of Skerrow.", "The ferry carried some 240 passengers from Tarnmouth."],
}
BY = {"echo-1": "Echo", "post-1": "The Post", "post-2": "The Post", "sun-1": "Sun"}
DATES = {"echo-1": "2016-05-14", "post-1": "2016-05-15", "sun-1": "2016-06"}
# statements: echo-1 has 0 and 1, post-1 2 and 3, post-2 4 and 5, sun-1 6 and 7
PROPOSED = [
    (0, 2, "agree", "both tell of it", 2),
    (2, 6, "agree", "both tell of it", 2),
    (1, 7, "conflict", "echo-1 says “212 passengers”, sun-1 “240 passengers”", 2),
    (1, 3, "agree", "both say 212", 2),
    (3, 7, "conflict", "post-1 says “212 passengers”, sun-1 “240 passengers”", 2),
    (2, 4, "unsure", "nothing that was read decides it", 2),
    (0, 4, "unsure", "nothing that was read decides it", 2),
]


def corpus_of(
    words: Mapping[str, Sequence[str]], pairs: Iterable[tuple], by: Mapping[str, str], date: Mapping[str, str]
) -> SimpleNamespace:
    """What the pieces need of a corpus."""
    statements, texts, table = statements_of(words), texts_of(words, by=by, date=date), pairs_of(pairs)
    hands = hands_of(statements, len(texts))
    return SimpleNamespace(
        texts=texts,
        statements=statements,
        pairs=table,
        claims=claims_of(table, statements, texts, hands),
        hands=hands,
        words=lambda key: "\n".join(words[key]) + "\n",
    )


def ship() -> SimpleNamespace:
    """Four texts of three publishers on a ferry: one claim shared, one contested, one statement alone."""
    return corpus_of(SHIP, PROPOSED, BY, DATES)


def hostile() -> SimpleNamespace:
    """The same with markup in every place where words can stand."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{ 7 * 7 }}"
    words = {f"{key}{bad}": [f"{said} {bad}" for said in told] for key, told in SHIP.items()}
    by = {f"{key}{bad}": f"{who} {bad}" for key, who in BY.items()}
    date = {f"{key}{bad}": day for key, day in DATES.items()}
    made = corpus_of(words, [(*row[:3], bad, 2) for row in PROPOSED], by, date)
    made.texts["title"] = made.texts["address"] = bad
    return made


def nobody() -> SimpleNamespace:
    """Two texts that have nothing to do with each other, of nobody and of no date."""
    return corpus_of({"a": ["It rains."], "b": ["Bread is dear this year."]}, [], {}, {})


def empty() -> SimpleNamespace:
    """No text at all."""
    return corpus_of({}, [], {}, {})


def large(texts: int = 2000, each: int = 20, seed: int = 4) -> SimpleNamespace:
    """Texts of sixty publishers whose statements fall on some matters by chance, one in ten a reprint of another."""
    random = np.random.default_rng(seed)
    words: dict[str, list[str]] = {}
    matter = random.zipf(1.6, (texts, each)) % (texts * each // 8)
    for n in range(texts):
        if n % 10 == 9:
            matter[n] = matter[n - 1]
            words[f"t{n:05}"] = words[f"t{n - 1:05}"]
        else:
            tail = " ".join(f"word{m}" for m in random.integers(0, 20_000, 16))
            words[f"t{n:05}"] = [
                f"Matter {m} was told by outlet {n}, sentence {k}: {tail}." for k, m in enumerate(matter[n])
            ]
    of, pairs = matter.ravel(), []
    order = np.argsort(of, kind="stable")
    for step in (1, 2, 3):
        same = of[order[step:]] == of[order[:-step]]
        pairs += list(zip(order[:-step][same].tolist(), order[step:][same].tolist(), strict=True))
    verdicts = random.choice(
        ["agree", "unsure", "conflict", "detail", "certainty"], len(pairs), p=[0.4, 0.4, 0.05, 0.1, 0.05]
    )
    proposed = [(a, b, v, "because of what was read", 2) for (a, b), v in zip(pairs, verdicts.tolist(), strict=True)]
    by = {key: f"Outlet {n % 60} of the Bay of Tarn" for n, key in enumerate(words)}
    date = {key: str(day.date()) for key, day in zip(words, pd.date_range("2019-01-01", periods=texts), strict=True)}
    return corpus_of(words, proposed, by, date)
