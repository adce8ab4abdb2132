"""How well the themes of a passage are read: against the themes of the points that rest on it, in the shipped texts.

    python -m benchmarks.themes

A coder's points are fewer than what a passage touches, so precision is low throughout: compare the lines, not the
figure. Then the same with half of each theme's terms taken away, as in a codebook that has just been begun: `won back`
is the share of the lost right themes that the other ways find again, `right` the share of what they add that is right.
"""

from __future__ import annotations

import random
from statistics import mean

import pandas as pd

import sidebyside as sbs
from benchmarks.measure import f1
from sidebyside.reading.themes import near, pattern, propose_terms, themes_in

FOLDER = "data/russia-afghanistan"
BARS = [0.65, 0.7, 0.75, 0.8, 0.85]
SEEDS = range(8)
LEAST = min(BARS)
Pairs = set[tuple[str, str]]  # passage, theme


def main() -> None:
    """Prints the tables."""
    work = sbs.load(FOLDER)
    near.NEAR = LEAST  # once down to the lowest bar; the others are cut from it
    gold = wanted(work)
    whole = themes_in(work.texts, work.themes)
    print("the whole codebook" + " " * 14 + "".join(f"{key + ' P':>8}{'R':>7}{'F1':>7}" for key in work.keys))
    for name, found in ways(whole).items():
        print(f"{name:<32}" + "".join(f"{m.value:>7.3f}" for key in work.keys for m in score(found, gold, key)))
    print(
        "half of the terms, mean of 8"
        + " " * 4
        + "".join(f"{key + ' F1':>8}" for key in work.keys)
        + "  won back  right"
    )
    halves = [ways(themes_in(work.texts, half(work.themes, seed))) for seed in SEEDS]
    for name in halves[0]:
        f1s = [mean(score(ways_[name], gold, key)[2].value for ways_ in halves) for key in work.keys]
        lost = [(ways(whole)["term"] & gold) - ways_["term"] for ways_ in halves]
        back = mean(len(ways_[name] & gone) / len(gone) for ways_, gone in zip(halves, lost, strict=True))
        added = [ways_[name] - ways_["term"] for ways_ in halves]
        right = sum(len(more & gold) for more in added) / max(1, sum(map(len, added)))
        print(f"{name:<32}" + "".join(f"{value:>8.3f}" for value in f1s) + f"{back:>10.2f}{right:>7.2f}")
    print("one theme left out: how many of its terms the first 50 proposals bring back")
    for row, theme in work.themes.iterrows():
        first = propose_terms(work.texts, work.themes.drop(row)).term.head(50)
        again = [term for term in theme.terms if first.str.contains(pattern([term])).any()]
        print(f"{theme.key:<20}{len(again):>3} of {len(theme.terms)}  {', '.join(again)}")


def wanted(work: sbs.Comparison) -> Pairs:
    """Each body passage with the themes of the points that rest on it."""
    theme = work.points.set_index("id").theme
    return {
        (passage.id, theme[row.point])
        for row in work.evidence.query("role == 'evidence'").itertuples()
        for passage in work.source(row.source).passages_in(row.start, row.end)
        if passage.part == "body"
    }


def ways(table: pd.DataFrame) -> dict[str, Pairs]:
    """The pairs found by listed terms alone, with their forms, and with words near to them from each bar."""
    cuts = {"term": table[table.how == "term"], "+ form": table[table.how != "near"]}
    cuts |= {f"+ near from {bar}": table[(table.how != "near") | (table.strength >= bar)] for bar in BARS}
    return {name: set(zip(rows.passage, rows.theme, strict=True)) for name, rows in cuts.items()}


def score(found: Pairs, gold: Pairs, key: str) -> list:
    """Precision, recall and F1 in one source."""
    here, there = ({pair for pair in pairs if pair[0].startswith(key)} for pairs in (found, gold))
    return list(f1(len(here), len(here & there), len(there), key))


def half(codebook: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The codebook with half of each theme's terms, rounded up."""
    pick = random.Random(seed)
    return codebook.assign(terms=[pick.sample(terms, (len(terms) + 1) // 2) for terms in map(list, codebook.terms)])


if __name__ == "__main__":
    main()
