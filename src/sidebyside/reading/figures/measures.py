"""The names of physical units are Pint's; its registry is opened when a text first names such a unit, not before."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from sidebyside.reading.figures.tokens import Line

# A word that ends like this, or a symbol of this shape, is a unit. Which one, Pint says.
LONG = re.compile(
    r"(?:kilo|mega|giga|tera|centi|milli|micro|nano|deci|hecto)?(?:met(?:re|er)|gram(?:me)?|lit(?:re|er)|watt|volt|"
    r"amp(?:ere)?|hertz|byte|joule|newton|pascal|calorie|ohm|becquerel|sievert)s?|kilos?|kilobits?|megabits?|gigabits?|"
    r"miles?|yards?|feet|foot|inch(?:es)?|ounces?|tonnes?|tons?|gallons?|barrels?|bushels?|acres?|hectares?|knots?|"
    r"horsepower|decibels?|fathoms?|carats?|bps"
)
SYMBOL = re.compile(
    r"[kcmµμnd]?m|[km]?g|[mcµμ]?L|ml|cl|lbs?|oz|[kMGTm]?(?:Wh?|Hz|Ghz)|[kKMGTP]B|k?V|mAh?|kJ|MJ|k?N|Nm|[khM]?Pa|psi|"
    r"d[Bb]|mph|kph|kmh|kts?|hp|HP|bhp|PS|ha|sq(?:m|ft|km)|ft|yd|mi|mpg|rpm|[GM]hz"
)
BEFORE_SLASH = re.compile(r"[kcmµμn]?(?:m|g|V|A|W|L|l|J|N|mol|B|b)|km")
OWN = {  # what Pint does not know, or takes for something else
    "kilo": "kilogram", "mph": "mile per hour", "kph": "kilometer per hour", "kmh": "kilometer per hour",
    "bhp": "horsepower", "PS": "horsepower", "HP": "horsepower", "mpg": "mile per gallon", "sqm": "square meter",
    "sqft": "square foot", "sqkm": "square kilometer", "rpm": "revolution per minute", "lb": "pound", "lbs": "pound",
    "kt": "knot", "kts": "knot", "tonne": "tonne", "ton": "ton", "Ghz": "gigahertz", "Mhz": "megahertz",
    "db": "decibel", "dB": "decibel", "Nm": "newton meter", "oz": "ounce", "mi": "mile", "amp": "ampere",
}  # fmt: skip
PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "horsepower": "horsepower"}
POWERS = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic"}


def measure_at(line: Line, j: int) -> tuple[str, int] | None:
    """The physical unit that begins with token `j`: its canonical name in the plural, and the token after it.

    >>> [measure_at(Line(words), 0) for words in ("km of road", "sq miles", "km/h", "metro stations")]
    [('kilometres', 1), ('square miles', 2), ('kilometres per hour', 3), None]
    """
    j = line.joined(j)
    word = line[j]
    if word.low in POWERS:
        k = line.joined(j + 1) + (line.low(j + 1) == ".")
        name = named(line[k].text)
        return (f"{POWERS[word.low]} {name}", k + 1) if name else None
    if word.text in ("″", '"') and line.hung(j):
        return ("inches", j + 1) if word.text == "″" else None
    if line.low(j + 1) == "/" and line.hung(j + 1) and BEFORE_SLASH.fullmatch(word.text) and line.hung(j + 2):
        return composed(line, j)
    if word.low == "lb" and line.low(line.joined(j + 1)) == "ft":
        return "pound feet", line.joined(j + 1) + 1
    if word.low in ("parts", "part") and line.low(j + 1) == "per" and line.low(j + 2) in ("million", "billion"):
        return f"parts per {line.low(j + 2)}", j + 3
    if word.low in ("light", "nautical", "metric") and (name := named(line[k := line.joined(j + 1)].text)):
        return ("tonnes" if word.low == "metric" else f"{word.low} {name}"), k + 1
    name = named(word.text)
    if name is None or (name == "pounds" and word.low.startswith("pound")):
        return None
    squared = {"²": "square", "³": "cubic"}.get(line[j + 1].text) if line.hung(j + 1) else None
    return (f"{squared} {name}", j + 2) if squared else (name, j + 1)


def composed(line: Line, j: int) -> tuple[str, int] | None:
    """A unit over a unit: km/h, kV/cm, A/cm2."""
    over, under = (
        canonical(line[j].text),
        canonical({"h": "hour", "s": "second"}.get(line[j + 2].text, line[j + 2].text)),
    )
    if not (over and under):
        return None
    power = {"2": "square ", "3": "cubic "}.get(line[j + 3].text, "") if line.hung(j + 3) else ""
    return f"{plural(over)} per {power}{british(under)}", j + 3 + bool(power)


@lru_cache(maxsize=1024)
def named(word: str) -> str | None:
    """The canonical plural of a unit's word or symbol, None for any other word.

    >>> named("kWh"), named("meters"), named("people"), named("F")
    ('kilowatt hours', 'metres', None, None)
    """
    if word[-1:] in "²³" and word[:-1] and (name := named(word[:-1])):
        return f"{'square' if word[-1] == '²' else 'cubic'} {name}"
    low = word.lower()
    if not (LONG.fullmatch(low) or SYMBOL.fullmatch(word)):
        return None
    if low in PLURALS or low == "feet":
        return PLURALS.get(low, "feet")
    name = canonical(word if SYMBOL.fullmatch(word) else low)
    return plural(name) if name else None


@lru_cache(maxsize=1024)
def canonical(word: str) -> str | None:
    """Pint's name of a unit, in the singular."""
    bare = word[:-1] if len(word) > 3 and word.endswith("s") and word[:-1] in OWN else word
    if bare in OWN:
        return OWN[bare]
    found = registry().parse_unit_name(word)
    return (found[0][0] + found[0][1]).replace("_", " ") if found else None


@cache
def registry() -> Any:
    """Pint's registry. Opening it takes most of a second: only a text with physical units pays."""
    from pint import UnitRegistry

    return UnitRegistry()


def plural(name: str) -> str:
    """ "mile per hour" -> "miles per hour", with British -re."""
    head, per, tail = british(name).partition(" per ")
    first, _, last = head.rpartition(" ")
    many = PLURALS.get(last) or (last if last.endswith("s") else last + "s")
    return f"{first} {many}".strip() + per + tail


def british(name: str) -> str:
    """The spelling of the International Bureau of Weights and Measures."""
    return re.sub(r"(met|lit)er\b", r"\1re", name)
