"""Unit cases of Microsoft's Recognizers-Text: is each figure of a case found at its place, and with its value?

A case's figure is found if one of ours overlaps it, right if the value agrees as well (both ends of a range, in per
cent the number before the sign). Left out, as this reader leaves them out on purpose: relative ordinals ("last"),
currencies and per cents without a number, dates, and whatever the case gives no value for. The cases are single
sentences and scraps, many odd by design ("192.168.1.2" is four numbers there, and none here): report, do not steer.
Figures of other kinds that a case passes over are not held against us: a currency case says nothing of its counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from benchmarks.measure import Measure
from sidebyside.reading.figures import Figure, figures_in


def measured(rows: Sequence[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Found, and right in value; then what is still wrong."""
    wanted = found = right = 0
    wrong = []
    for row in rows:
        figures = figures_in(row["text"])
        results = [r for r in row["results"] if (r["type"] in KINDS) and ends(r) is not None]
        for result in results:
            over = [f for f in figures if f.start <= result["end"] and f.end > result["start"]]
            good = any(agrees(f, result) for f in over)
            wanted, found, right = wanted + 1, found + bool(over), right + good
            if not good:
                read = ", ".join(f"{f.value:g}{'' if f.upper is None else f'-{f.upper:g}'} [{f.unit}]" for f in over)
                wrong.append(f"read {read or 'nothing'}; wanted {result['resolution']['value']}: {row['text'][:120]}")
    if not wanted:
        return [], wrong
    return [Measure("found", found / wanted, wanted), Measure("found, value right", right / wanted, wanted)], wrong


KINDS = frozenset(["number", "numberrange", "ordinal", "percentage", "currency"])


def ends(result: dict[str, Any]) -> list[float] | None:
    """The numbers of a case's value: one, or the ends of a range ("[20,30)", "(5000,)"); None without a value."""
    given = str(result["resolution"].get("value") or "")
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", given.replace("%", ""))]
    return numbers or None


def agrees(figure: Figure, result: dict[str, Any]) -> bool:
    """The same number, or the same ends."""
    wanted = ends(result) or []
    given = [end for end in (figure.value, figure.upper) if end is not None]
    return len(given) == len(wanted) and all(
        abs(a - b) <= 1e-6 * max(1.0, abs(a)) for a, b in zip(sorted(wanted), sorted(given), strict=True)
    )
