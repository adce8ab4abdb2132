"""NewsQuant: every quantity of a news sentence, by value, by value with unit, and by both with its bound or direction.

Each figure is set against one quantity of its sentence at most, those first that agree in most. Ordinals are left out,
as the set has none. Values agree within a millionth; a range agrees in both ends, whichever comes first.

Units are compared after this normalisation, the same on both sides:
 - lower case; plural nouns singular; -meter and -liter as -metre and -litre; determiners, "of" and all after it left
   out;
 - one name for what has several: %, pc, per cent, percentage; $, US$, USD, dollar and so on for each currency;
   pound-mass and pound; metric ton and tonne; day, hour, mile and other units from their short forms;
 - the set's "p" (pence, which it calls "point") is taken as pence, and an age of "-" years as an age in years;
 - a share ("% Germans", value 0.33) is compared by its noun.
A counted noun has to agree in all its words ("different boss"), against the set's words as written or its normal form;
`unit, head noun` asks for the last word alone. The unit "-" agrees with no unit only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

from benchmarks.measure import Measure, f1
from sidebyside.reading.figures import Figure, figures_in

NAMES = {
    "%": "per cent", "percent": "per cent", "percentage": "per cent", "pc": "per cent", "percent owned": "per cent",
    "percent-owned": "per cent", "$": "usd", "dollar": "usd", "united states dollar": "usd", "us$": "usd",
    "€": "eur", "euro": "eur", "£": "gbp", "pound sterling": "gbp", "ps": "gbp", "chinese yuan": "cny",
    "japanese yen": "jpy", "danish krone": "dkk", "shekel": "ils", "canadian dollar": "cad", "australian dollar": "aud",
    "new zealand dollar": "nzd", "hong kong dollar": "hkd", "singaporean dollar": "sgd", "malaysian ringgit": "myr",
    "indian rupee": "inr", "p": "pence", "year of age": "year", "celsius": "degree celsius",
    "fahrenheit": "degree fahrenheit", "pound-mass": "pound", "metric ton": "tonne",
    "milliampere-hour": "milliampere hour", "foot pound-force": "pound foot", "count": "time",
}  # fmt: skip
ODD = {"feet": "foot", "inches": "inch", "centuries": "century", "men": "man", "women": "woman", "children": "child"}
UNCHANGED = frozenset(["celsius", "hertz", "cents", "pence", "basis"])
BOUNDS = {"exact": "=", "about": "~", "over": ">", "at-least": ">", "under": "<", "at-most": "<"}


def measured(rows: Sequence[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Precision, recall and F1 of value, of value with unit, and so on; then the sentences that are still wrong."""
    found = wanted = 0
    right = dict.fromkeys(("value", "value+unit", "value+unit, head noun", "value+unit+change"), 0)
    wrong = []
    for row in rows:
        figures = [f for f in figures_in(row["text"]) if f.kind != "ordinal"]
        quantities = row["quantities"]
        found, wanted = found + len(figures), wanted + len(quantities)
        tests = (
            ("value", same_value),
            ("value+unit", lambda f, q: same_value(f, q) and same_unit(f, q)),
            ("value+unit, head noun", lambda f, q: same_value(f, q) and same_unit(f, q, head=True)),
            ("value+unit+change", lambda f, q: same_value(f, q) and same_unit(f, q) and same_change(f, q)),
        )
        counts = {name: len(paired(figures, quantities, test)) for name, test in tests}
        for name, count in counts.items():
            right[name] += count
        if counts["value+unit"] < max(len(figures), len(quantities)):
            pairs = paired(figures, quantities, tests[1][1])
            extra = [f for i, f in enumerate(figures) if i not in {a for a, _ in pairs}]
            missed = [q for i, q in enumerate(quantities) if i not in {b for _, b in pairs}]
            wrong.append(told(row["text"], extra, missed))
    return [m for name, count in right.items() for m in f1(found, count, wanted, name)], wrong


def paired(figures: Sequence[Figure], quantities: Sequence[dict[str, str]], test: Any) -> list[tuple[int, int]]:
    """Pairs that pass the test, each figure and each quantity in one at most."""
    pairs: list[tuple[int, int]] = []
    for i, j in product(range(len(figures)), range(len(quantities))):
        if not any(i == a or j == b for a, b in pairs) and test(figures[i], quantities[j]):
            pairs.append((i, j))
    return pairs


def same_value(figure: Figure, quantity: dict[str, str]) -> bool:
    """The number, or both ends of the range."""
    ends = re.fullmatch(r"\s*(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*(-?[\d.]+))?\s*", quantity["value"])
    if ends is None:
        return False
    wanted = sorted(float(end) for end in ends.groups() if end is not None)
    given = sorted(end for end in (figure.value, figure.upper) if end is not None)
    return len(wanted) == len(given) and all(
        abs(a - b) <= 1e-6 * max(1e-9, abs(a)) for a, b in zip(wanted, given, strict=True)
    )


def same_unit(figure: Figure, quantity: dict[str, str], head: bool = False) -> bool:
    """The unit by the normalisation above."""
    wanted = {normal(quantity["unit"]), normal(quantity["normalized_unit"])}
    if quantity["unit"] == "-" and quantity["normalized_unit"] == "-":
        wanted = {""}
    given = {normal(figure.unit)}
    if figure.kind == "count" or (figure.kind == "ratio" and not figure.unit):
        given = {normal(figure.of or figure.unit)}
    if figure.kind == "rate" and figure.of and " per " in figure.unit:
        given.add(normal(figure.of) + " per" + figure.unit.split(" per")[1])
    if head:
        wanted, given = ({unit.split()[-1] if unit else "" for unit in units} for units in (wanted, given))
    return bool(wanted & given)


def normal(unit: str) -> str:
    """One spelling for each unit."""
    low = re.sub(r"\ba[- ]?(?=year|minute|day|week|month|ounce)", "per ", unit.lower().strip(" -"))
    low = re.sub(r"^(?:of |the |its |% )+", "", low)
    low = re.split(r" of (?!age)", low)[0].replace(" and ", " ").replace("’s", "").replace("'s", "")
    parts = re.split(r" ?\bper (?!cent\b)", low)
    return " per ".join(NAMES.get(part, NAMES.get(singular(part), singular(part))) for part in parts).strip()


def singular(words: str) -> str:
    """The last word without its plural."""
    words = re.sub(r"(met|lit)er\b", r"\1re", re.sub(r"(met|lit)(er)s\b", r"\1\2", words.strip()))
    first, _, last = words.rpartition(" ")
    if last in UNCHANGED or len(words) == 3:
        pass
    elif last in ODD:
        last = ODD[last]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif re.search(r"(?:ss|x|ch|sh)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    words = f"{first} {last}".strip()
    return re.sub(r"\bdegrees\b", "degree", NAMES.get(words, words))


def same_change(figure: Figure, quantity: dict[str, str]) -> bool:
    """The direction where the set gives one, the bound otherwise."""
    wanted = quantity["change"]
    return figure.change == wanted if wanted in ("up", "down") else BOUNDS[figure.bound] == wanted


def told(text: str, extra: Sequence[Figure], missed: Sequence[dict[str, str]]) -> str:
    """A sentence that is still wrong, in words."""
    ours = ", ".join(f"{f.value:g}{'' if f.upper is None else f'-{f.upper:g}'} [{f.unit}|{f.of}]" for f in extra)
    theirs = ", ".join(f"{q['value']} [{q['unit']}]" for q in missed)
    return f"read {ours or 'nothing'}; wanted {theirs or 'nothing'}: {text[:220]}"
