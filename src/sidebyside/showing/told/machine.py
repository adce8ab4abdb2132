"""What the machine proposes, in sentences, and how it stands against what was decided."""

from __future__ import annotations

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.record.differences import differences as parted
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.wording import count, listed, none_or, speakers

CODED = {
    "dates": ("date", "dates"),
    "figures": ("figure", "figures"),
    "voices": ("voice", "voices"),
    "themes": ("theme of a passage", "themes of passages"),
}
ALONE = {"only coded": "the coder", "only read": "the machine"}


def proposed(work: Comparison, found: pd.DataFrame) -> Html:
    """How many proposals there are, and on how many the machine abstains."""
    if found.empty:
        return say(work, "It finds no two passages that are worth comparing.")
    named = found[found.verdict != "unsure"].verdict.value_counts()
    groups = count(int(found.group.nunique()), "group")
    told = f"It lists {count(len(found), 'pair')} of passages, best first, in {groups} that may be one point."
    if named.empty:
        return say(work, f"{told} On none does it propose a verdict: it says that it is unsure.")
    verdicts = ", ".join(f"{verdict} {number}" for verdict, number in named.items())
    left = len(found) - named.sum()
    on = f"On {count(int(named.sum()), 'pair')} it proposes a verdict ({verdicts})"
    return say(work, f"{told} {on}; on the other {left:,} it says that it is unsure." if left else f"{told} {on}.")


def held(work: Comparison, held: pd.DataFrame) -> Html:
    """On how many points the first proposal has the verdict that was decided."""
    if held.empty:
        return not_yet(work)
    both, within = held[held.verdict != "internal"], held[held.verdict == "internal"]
    right, told = int((both.outcome == "right").sum()), "**A list to work through, not a judge.** "
    told += f"Of {count(len(both), 'point')} on which {speakers(len(work.keys))} speak, its first proposal has the "
    told += f"verdict of the comparison on {none_or(right)}"
    found = int((within.outcome == "right").sum())
    end = f"; of {count(len(within), 'inconsistency', 'inconsistencies')} within one text it finds {none_or(found)}."
    return say(work, told + (end if len(within) else "."))


def recalled(work: Comparison, table: pd.DataFrame, first: int = 150) -> Html:
    """How much the first so many pairs hold of the points (`table`: from `recall`)."""
    if table.empty:
        return not_yet(work)
    row = table.set_index("first").loc[first]
    shares = (
        f"the first {first} pairs hold {row.pairs} ({row.pairs / row.n:.0%}), the first {first} groups {row.groups}"
    )
    points = count(int(row.n), "point")
    return say(work, f"Of {points} on which {speakers(len(work.keys))} speak, {shares} ({row.groups / row.n:.0%}).")


def not_yet(work: Comparison) -> Html:
    """That there is nothing to hold the proposals against."""
    speak = f"No point on which {speakers(len(work.keys))} speak is decided yet"
    return say(work, f"{speak}, so there is nothing to hold the proposals against.")


def differences(work: Comparison, kind: str) -> Html:
    """How often coder and machine read the same, and how often not; `kind` as in `record.differences`."""
    counts = parted(work, kind).status.value_counts()
    coded = counts.sum() - counts.get("only read", 0)
    if not coded:
        alone = f"the machine alone read {counts.sum():,}" if counts.sum() else "the machine reads none either"
        return say(work, f"Nobody has coded {kind} here; {alone}.")
    same, other = counts.get("same", 0), counts.get("other value", 0)
    told = f"Of {count(int(counts.sum()), *CODED[kind])}, the machine reads {none_or(same)} as the coder does"
    told += f" and {other:,} otherwise" if other else ""
    each = [f"{counts[status]:,} {whose} alone has" for status, whose in ALONE.items() if status in counts]
    return say(work, f"{told}; {listed(each)}." if each else f"{told}.")
