"""The words that make numbers, and how they add up: twenty-one, two dozen, three lakh crore, one and a half."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sidebyside.reading.figures.tokens import Line

SMALL = {
    word: float(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10.0 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12, "quadrillion": 1e15,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PLURAL_PARTS = {"halves": 2} | {word + "s": n for word, n in PARTS.items() if word != "half"}
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅛": 0.125,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
WHOLE = frozenset("of the a an its their his her our all these those".split())


@dataclass(frozen=True)
class Number:
    """A number over the tokens `first` to `after`; `scaled` if it names its own magnitude ("15 billion")."""

    value: float
    first: int
    after: int
    scaled: bool = False
    form: str = "digits"  # digits, words, share (a third, half) or vague (dozens of)


def scaled(line: Line, number: Number) -> Number:
    """The number times the magnitude words after it: 3 hundred, two and a half million, three lakh crore."""
    value, j, grown = number.value, number.after, number.scaled
    while (size := SCALES.get(line.low(line.joined(j)))) and (size >= 1e3 or not grown) and value < 1e15:
        value, j, grown = value * size, line.joined(j) + 1, True
    if grown and not number.scaled and value >= 100 and line[number.first].text.isdecimal():
        tail = in_words(line, j + (line.low(j) == "and"), below=SCALES.get(line.low(j - 1), 0))
        digits = line[j + 1] if line.low(j) == "and" else line[j]
        if tail:
            return replace(tail, value=value + tail.value, first=number.first, scaled=True)
        if (
            line.low(j) == "and"
            and digits.text.isdecimal()
            and len(digits.text) < 3
            and int(digits.text) > 0
            and line.low(j + 2) not in SCALES
        ):
            return replace(number, value=value + int(digits.text), after=j + 2, scaled=True)
    return replace(number, value=value, after=j, scaled=grown)


def in_words(line: Line, i: int, below: float = float("inf")) -> Number | None:
    """A number in words, and what may hang on it: two-thirds, one and a half, two point five."""
    total = group = 0.0
    room, j, grown = below, i, False  # room: the next word has to count for less than this
    size: float | None
    if line.low(i) in ("a", "an"):
        if line.low(i + 1) not in SCALES:
            return None
        group, j, room = 1.0, i + 1, 1.0
    while True:
        k = line.joined(j) if j > i else j
        if (
            line.low(k) == "and"
            and line.low(j - 1) in SCALES
            and j > i
            and (line.low(k + 1) in SMALL or line.low(k + 1) in TENS)
        ):
            k += 1
        word = line.low(k)
        if (size := SMALL.get(word)) is not None and room > size and room > 1:
            group, room = group + size, 1.0
        elif (size := TENS.get(word)) is not None and room > size:
            group, room = group + size, 10.0
        elif word == "hundred" and 0 < group < 100:
            group, room, grown = group * 100, 100.0, True
        elif (size := SCALES.get(word)) is not None and word != "hundred" and 0 < group + total < 1e15:
            total, group, room, grown = total + group * size if group else total * size, 0.0, size, True
        else:
            break
        j = k + 1
    if j == i or (j == i + 1 and line.low(i) in ("a", "an")) or total + group >= below:
        return None
    return after_words(line, Number(total + group, i, j, grown, "words"))


def after_words(line: Line, number: Number) -> Number:
    """What may hang on a number in words: a part, a half, decimals, a magnitude."""
    j = number.after
    k = line.joined(j)
    parts = PARTS if number.value == 1 else PLURAL_PARTS
    # "three quarters of growth" may be nine months; a hyphen or "of the" makes it a share.
    if (part := parts.get(line.low(k))) and (k > j or line.low(k) != "quarters" or line.low(k + 2) in WHOLE):
        if line.low(k + 1) == "of" and line.low(k + 2) in ("a", "an") and line.low(k + 3) in SCALES:
            return replace(number, value=number.value / part * SCALES[line.low(k + 3)], after=k + 4, scaled=True)
        return scaled(line, replace(number, value=number.value / part, after=k + 1, form="share"))
    if line.low(j) == "point" and line.low(j + 1) in SMALL:
        digits = ""
        while (size := SMALL.get(line.low(j + 1))) is not None and size < 10:
            digits, j = digits + str(int(size)), j + 1
        return scaled(line, replace(number, value=number.value + float("0." + digits), after=j + 1))
    more = and_a_half(line, number)
    return scaled(line, more) if more is not number else number


def and_a_half(line: Line, number: Number) -> Number:
    """ "one and a half", "two and three quarters"."""
    j = number.after
    if line.low(j) != "and":
        return number
    if line.low(j + 1) in ("a", "one") and (part := PARTS.get(line.low(j + 2))):
        # "two and a third party" counts parties; a half and a quarter name nothing else.
        if part in (2, 4) or line[j + 3].kind != "word" or line.low(j + 3) in WHOLE or line.low(j + 3) in SCALES:
            return replace(number, value=number.value + 1 / part, after=j + 3)
    elif (over := SMALL.get(line.low(j + 1))) and (under := PLURAL_PARTS.get(line.low(k := line.joined(j + 2)))):
        return replace(number, value=number.value + over / under, after=k + 1)
    return number
