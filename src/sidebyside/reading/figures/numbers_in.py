"""A number is written in digits, in words, or half in each: 1.5bn, twenty-one, two dozen, half a million, 4 1/2."""

from __future__ import annotations

from sidebyside.reading.figures.numerals import (
    PARTS,
    SCALES,
    SMALL,
    TENS,
    VULGAR,
    WHOLE,
    Number,
    and_a_half,
    in_words,
    scaled,
)
from sidebyside.reading.figures.tokens import HYPHENS, LONGEST, MINUS, Line

VAGUE = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
SHORT = {
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
APART = frozenset(["mn", "mln", "bn", "bln", "tn", "trn"])  # short forms that may also stand after a space
DIVISORS = frozenset([2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100])  # 3/4 is a fraction; 9/11 and 24/7 are not
STARTS = frozenset(["a", "an", "half", "quarter", *SMALL, *TENS, *VAGUE, *VULGAR, "tens", "several", "few", "many"])


def number_at(line: Line, i: int, money: bool = False) -> Number | None:
    """The number that begins with token `i`; after a currency sign a hung `m` is a million.

    >>> [number_at(Line(words), 0).value for words in ("1.5bn", "two dozen", "half a million", "4 1/2", "twenty-one")]
    [1500000000.0, 24.0, 500000.0, 4.5, 21.0]
    >>> number_at(Line("a third effort"), 0) is None, round(number_at(Line("a third of it"), 0).value, 2)
    (True, 0.33)
    """
    token = line[i]
    if token.kind == "number":
        return in_digits(line, i, money) if len(token.text) <= LONGEST else None
    if token.low not in STARTS:
        return None
    return vague(line, i) or share(line, i) or in_words(line, i)


def in_digits(line: Line, i: int, money: bool) -> Number:
    """Digits, with a fraction, a power of ten and a magnitude where they follow."""
    value, j = float("".join(c for c in line[i].text if c.isdigit() or c == ".")), i + 1
    if (tail := fraction_sign(line, i)) is not None:
        return scaled(line, Number(tail, i, i + 3))
    if (tail := fraction_sign(line, j)) is not None and value == int(value):
        return scaled(line, Number(value + tail, i, j + 3))
    if line.low(j) in VULGAR:
        return scaled(line, Number(value + VULGAR[line.low(j)], i, j + 1))
    if line.low(j) in ("×", "x") and line.low(j + 1) == "10":
        k = j + 2 + (line.low(j + 2) == "^")
        sign = -1 if line.low(k) in MINUS else 1
        k += sign < 0
        if line[k].kind == "number" and line.hung(k) and line[k].text.isdecimal() and len(line[k].text) < 3:
            return Number(value * 10.0 ** (sign * int(line[k].text)), i, k + 1)
    k = line.joined(j)
    if (size := SHORT.get(line.low(k))) and (line.hung(k) or line.low(k) in APART):
        return Number(value * size, i, k + 1, scaled=True)
    if line.hung(j) and (line[j].text == "M" or (money and line.low(j) == "m")):
        return Number(value * 1e6, i, j + 1, scaled=True)
    if money and line.low(j) == "m":
        return Number(value * 1e6, i, j + 1, scaled=True)
    return scaled(line, and_a_half(line, Number(value, i, j)))


def fraction_sign(line: Line, i: int) -> float | None:
    """The value of "1/2" that begins here, if nothing else hangs on it."""
    over, under = line[i], line[i + 2]
    if line.low(i + 1) != "/" or not (over.text.isdecimal() and under.text.isdecimal()):
        return None
    if not (line.hung(i + 1) and line.hung(i + 2)) or len(over.text) > 2 or len(under.text) > 3:
        return None
    if line.hung(i + 3) and line.low(i + 3) == "/":
        return None
    return (
        int(over.text) / int(under.text) if int(over.text) < int(under.text) and int(under.text) in DIVISORS else None
    )


def share(line: Line, i: int) -> Number | None:
    """ "a third of", "half the", "half a million", "a quarter million", "nearly half"; not "a third effort"."""
    if line.low(i) in VULGAR:
        return scaled(line, Number(VULGAR[line.low(i)], i, i + 1, form="share"))
    j = i + (line.low(i) in ("a", "an", "one"))
    part = PARTS.get(line.low(j))
    if part is None or line.low(j + 1) in HYPHENS or line.hung(j):
        return None
    if line.low(j + 1) in ("a", "an") and line.low(j + 2) in SCALES:
        return Number(SCALES[line.low(j + 2)] / part, i, j + 3, True, "words")
    if line.low(j + 1) == "of" and line.low(j + 2) in ("a", "an") and line.low(j + 3) in SCALES:
        return Number(SCALES[line.low(j + 3)] / part, i, j + 4, True, "words")
    if line.low(j + 1) in SCALES:
        return Number(SCALES[line.low(j + 1)] / part, i, j + 2, True, "words")
    of_what = line.low(j + 1) == "of" if part != 2 else line.low(j + 1) in WHOLE
    alone = line.low(i - 1) in AMOUNTS and (line[j + 1].kind != "word" or line.low(j + 1) in AFTER_SHARE)
    ordinal = j == i and line.low(i - 1) in NOT_A_HALF
    if (of_what or alone) and not ordinal and (j > i or part == 2):
        return Number(1 / part, i, j + 1, form="share")
    return None


AMOUNTS = frozenset("by about around nearly almost over than roughly only just approximately least to under".split())
AFTER_SHARE = frozenset("in on since over from to by compared and or but this last during after".split())
NOT_A_HALF = frozenset("first second other final opening the last latter former better top bottom third my".split())


def vague(line: Line, i: int) -> Number | None:
    """ "dozens of", "tens of thousands of", "several hundred": more than one of what the word names."""
    if line.low(i) in ("tens", "hundreds", "thousands") and line.low(i + 1) == "of" and line.low(i + 2) in VAGUE:
        return Number(VAGUE.get(line.low(i), 10.0) * VAGUE[line.low(i + 2)], i, i + 3, True, "vague")
    if line.low(i) in ("several", "few", "many") and line.low(i + 1) in SCALES:
        return Number(SCALES[line.low(i + 1)], i, i + 2, True, "vague")
    if line.low(i) in VAGUE and not line.hung(i) and (line.low(i + 1) == "of" or line.low(i + 1) == "more"):
        return Number(VAGUE[line.low(i)], i, i + 1, True, "vague")
    return None
