"""Eras by name: the Cold War, World War II, the Soviet era. Their bounds are usage, not the text, and are marked so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sidebyside.reading.dates.date import UNKNOWN
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has
from sidebyside.reading.dates.tokens import Token


class Era(NamedTuple):
    """First and last year as they are usually given ('?' where historians do not agree)."""

    name: str
    since: str
    until: str


def table(lines: str) -> dict[str, Era]:
    """Reads `first | last | names`, by name; the first of several names is the one that is shown.

    >>> table("1939 | 1945 | World War II, WWII")["WWII"]
    Era(name='World War II', since='1939', until='1945')
    """
    found: dict[str, Era] = {}
    for line in filter(str.strip, lines.splitlines()):
        since, until, names = (part.strip() for part in line.split("|"))
        shown = names.split(", ")[0]
        found |= {name: Era(shown, since, until) for name in names.split(", ")}
    return found


# The closed list: eras that general readers meet, with the years that handbooks give them.
ERAS = table(
    """
    0500 | 1500 | Middle Ages
    1300 | 1600 | Renaissance
    1517 | 1648 | Reformation
    1618 | 1648 | Thirty Years’ War
    1685 | 1815 | Enlightenment
    1760 | 1840 | Industrial Revolution
    1789 | 1799 | French Revolution
    1803 | 1815 | Napoleonic Wars
    ?    | ?    | Great Game
    1853 | 1856 | Crimean War
    1861 | 1865 | American Civil War, US Civil War, U.S. Civil War
    1914 | 1918 | First World War, World War I, World War One, WWI, WW1
    1917 | 1922 | Russian Civil War
    1919 | 1933 | Weimar Republic
    1929 | 1939 | Great Depression
    1936 | 1939 | Spanish Civil War
    1939 | 1945 | Second World War, World War II, World War Two, WWII, WW2
    1947 | 1991 | Cold War
    1950 | 1953 | Korean War
    1955 | 1975 | Vietnam War
    1980 | 1988 | Iran-Iraq War, Iran–Iraq War
    1985 | 1991 | Perestroika
    2007 | 2009 | Great Recession
    """
)
# These are eras only with "era", "period" or "years" after them: "Soviet troops" are none.
AGES = table(
    """
    1299 | 1922 | Ottoman
    1547 | 1917 | Tsarist, Czarist
    1558 | 1603 | Elizabethan
    1837 | 1901 | Victorian
    1868 | 1912 | Meiji
    1901 | 1910 | Edwardian
    1918 | 1939 | Interwar, Inter-war
    1922 | 1991 | Soviet
    """
)
FROM_THE_TABLE = "the usual years of the {} by the table of eras; the text gives none"
DISPUTED = "the table of eras gives the {} no years: where it starts and ends is disputed"
# "In the Cold War" says when; "lessons of the Cold War" and "torn by World War II" do not.
LEADS = frozenset("in during since after before until within between through over".split())
BETWEEN = frozenset("the phase edge of hyphen dash opening".split())


def era(t: Sequence[Token], s: Setting) -> Meaning | None:
    """During the Cold War; the Soviet era; the era of the Great Game; not "a new Cold War", "Soviet troops"."""
    named: Era = next(x.value for x in t if x.kind in ("era_name", "age_name"))
    owned = t[0].kind == "the" and t[0].word != "the"  # "its Soviet-era debt": the owner has no part in the date
    if owned or not (has(t, "era", "period", "units") or led(s)):
        return None
    name = named.name + " era" * has(t, "age_name")
    reason = (DISPUTED if named.since == UNKNOWN else FROM_THE_TABLE).format(name)
    return Meaning("", since=named.since, until=named.until, vague=reason)


def led(s: Setting) -> bool:
    """Whether a word before says when: "during the", "after the end of the", "post-"."""
    said = next((token.kind for token in reversed(s.left) if token.kind not in BETWEEN), "")
    listed = said in ("and", "to") and any(token.kind in ("between", "from") for token in s.left)
    edged = said in ("by", "at", "from") and any(token.kind in ("edge", "phase") for token in s.left)
    return said in LEADS or listed or edged or (said in ("post", "pre") and s.before == "hyphen")


LENGTH = "hyphen? (era|period|units)"
NAMED_ERAS = [
    Rule(f"the? era_name ({LENGTH})?", era),
    Rule(f"the? age_name {LENGTH}", era),
    Rule("the (era|period|units) of the? era_name", era),
]
