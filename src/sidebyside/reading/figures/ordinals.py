"""An ordinal says which one, not how many: "the third round" counts up to 3 and stands for a single round."""

from __future__ import annotations

from typing import NamedTuple

from sidebyside.reading.figures.counted import ENDS, Thing, counted, plural
from sidebyside.reading.figures.numerals import SMALL, TENS
from sidebyside.reading.figures.tokens import Line

FIRSTS = {
    word: float(n)
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
ROUND = {
    word: 10.0 * n
    for n, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split(),
        2,
    )
}
ORDINALS = FIRSTS | ROUND
SUFFIXES = frozenset(["st", "nd", "rd", "th"])
# "First time", "at first", "second half", "first of all" count nothing that two texts could differ on.
IDIOMS = frozenset(
    "time times half place all hand thing quarter ever glance sight instance century centuries ones".split()
)


class Ordinal(NamedTuple):
    """A place in a series, over the tokens `first` to `after`, and the noun it numbers."""

    value: float
    first: int
    after: int
    thing: Thing | None


def ordinal_at(line: Line, i: int) -> Ordinal | None:
    """The ordinal that begins with token `i`.

    >>> ordinal_at(Line("the third round was held"), 1).thing.noun, ordinal_at(Line("21st"), 0).value
    ('round', 21.0)
    >>> [ordinal_at(Line(words), 0) for words in ("First, to stabilise", "first time", "First World War")]
    [None, None, None]
    """
    token, value, after = line[i], 0.0, i + 1
    if token.kind == "number" and token.text.isdecimal() and len(token.text) < 5 and not line.hung(i):
        if not (line.hung(i + 1) and line.low(i + 1) in SUFFIXES):
            return None
        value, after = float(token.text), i + 2
    elif token.low in ORDINALS and not line.hung(i):
        value = ORDINALS[token.low]
    elif token.low in TENS and line.low(k := line.joined(i + 1)) in FIRSTS and FIRSTS[line.low(k)] < 10:
        value, after = TENS[token.low] + FIRSTS[line.low(k)], k + 1
    else:
        return None
    follower = line[after]
    if follower.low in IDIOMS or line.low(i - 1) in ("at", "from", "one", "half", "final", *SMALL, *TENS):
        return None
    if follower.kind == "mark" and line.hung(after) and follower.text != "." and token.kind == "word":
        return None  # "First, ...", "second-hand", "first-ever"
    if token.kind == "word" and follower.low.endswith("ed"):
        return None  # "he first raised"
    if token.text[:1].isupper() and follower.text[:1].isupper():
        return None  # First World War, Second Amendment: part of a name
    thing = None
    if follower.kind == "word" and follower.low not in ENDS:
        thing = counted(line, after, single=True)
        if thing is None or plural(thing.noun) or plural(line[thing.after].text):
            return None  # "the first countries": the early ones, not number one
    if thing is None and (token.kind == "word" and token.low in ("first", "second") and len(line) > 1):
        return None  # "when he first came"; "a second" is a time
    return Ordinal(value, i, after, thing)
