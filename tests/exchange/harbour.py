"""Three accounts of a harbour in three scripts, with what spreadsheets and documents stumble over; and what others read.

The words of the accounts stand nowhere else: neither in what the analyst writes of them, nor in what an export says of
itself. So any of them that is found in an export is a quote.
"""

# ruff: noqa: E501  (a position stands on one line)
from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from lxml import etree

from sidebyside.texts.shortening import word_places

LONG = " ".join(f"ledd{n}" for n in range(60))  # one sentence of sixty words
TEXTS = {
    "A": "Гавань закрыли в\u00a0среду 😱.\nСемья 👩‍👩‍👧 видела лед: Que\u0301 frío.\n",
    "B": "أغلق الميناء يوم الخميس 🌉.\nقال العمدة \u202eإن الجليد\u202c هو السبب.\n",
    "C": f"=SUM(havna;fredag) stengte.\n-5 grader, @isen | <b>kulde</b> *hard*.\nSkipene {LONG} ventet.\n",
}
ABOUT = """\
title: "=2+2 Harbour \\u202edesrever\\u202c"
question: "@When did it close & why <b>?"
sources:
"""
SOURCE = """\
  - key: {key}
    file: texts/{key}.txt
    sha256: {print}
    title: '+Report {key}: {{R&D}} 5 % | #1_a'
    short: Report {key}
    author: {{is: "Ольга Cafe\\u0301; Bo Holm, clerk of the port", known: proposed, because: the file's properties}}
    written: {{is: 2020-05, known: inferred}}
    publisher: {{is: Not stated, known: unknown}}
    address: {{is: "https://example.org/{key}?a=1&b=2", known: stated}}
    kind: {{is: An account, known: inferred}}
    rights: Made for the tests
"""
CODEBOOK = """\
themes:
  - {key: day, name: "-Day", definition: "=When."}
coders:
  - {key: ada, who: Ada, how: "=cmd|' /C calc'!A0"}
"""
POINTS = """\
points:
  - id: day
    label: "=1+1"
    question: "\\t=Which day | was <b>it</b>? سلام"
    theme: day
    kind: date
    rank: core
    positions:
      A: {says: "+Wednesday.", certainty: asserted, evidence: [{quote: "Гавань закрыли в\\u00a0среду 😱"}]}
      B: {says: "الجواب: بعد ذلك.", certainty: [attributed, hedged], voices: [{who: "@mayor", how: says}], evidence: [{quote: "أغلق الميناء يوم الخميس 🌉"}, {quote: "\\u202eإن الجليد"}]}
      C: {says: "-5 days on.", certainty: asserted, evidence: [{quote: "=SUM(havna;fredag) stengte"}, {quote: "-5 grader, @isen | <b>kulde</b> *hard*"}]}
    verdict: conflict
    pairs: {A-B: {verdict: conflict}, C-A: {verdict: conflict, reason: "=5 days, not one <b>"}, B-C: {verdict: detail}}
    reason: '=HYPERLINK("https://example.org","*Three* days") [a](b)'
    both_can_be_true: "'=No."
    would_settle_it: "The port's diary: `x` \\u202etfel ot thgir\\u202c e\\u0301"
    to_check: "Ask the office 📞."
    coded: {by: ada, on: 2026-11-22, confidence: high, second_choice: detail}
  - id: ships
    label: Ships
    question: Were any held up?
    theme: day
    kind: act
    rank: minor
    positions:
      A: {says: Nothing., certainty: silent, silent_because: could, near: [{quote: Семья 👩‍👩‍👧 видела}]}
      B: {says: Nothing., certainty: silent, silent_because: scope}
      C: {says: They were., certainty: asserted, evidence: [{quote: "Skipene WORDS ventet"}]}
    verdict: only
    reason: Only C tells.
    coded: {by: ada, on: 2026-11-22, confidence: fair}
""".replace("WORDS", LONG)


def write(folder: Path, points: str = POINTS) -> Path:
    """The comparison of the three accounts, in that folder."""
    (folder / "texts").mkdir(parents=True)
    entries = []
    for key, words in TEXTS.items():
        data = words.encode()
        (folder / "texts" / f"{key}.txt").write_bytes(data)
        entries.append(SOURCE.format(key=key, print=sha256(data).hexdigest()))
    (folder / "comparison.yml").write_text(ABOUT + "".join(entries) + CODEBOOK, encoding="utf-8")
    (folder / "points.yml").write_text(points, encoding="utf-8")
    return folder


def words_in(path: Path) -> Iterator[str]:
    """Every stretch of words in a file: those of the files packed in it, of the elements and attributes of its XML."""
    data = path.read_bytes()
    if is_zipfile(BytesIO(data)):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                yield from in_bytes(archive.read(name))
    elif path.suffix != ".png":
        yield from in_bytes(data)


def in_bytes(data: bytes) -> Iterator[str]:
    """The words of a text, or of a document of XML with those of its elements and attributes one by one."""
    text = data.decode("utf-8-sig")
    if not text.startswith("<"):
        yield from text.splitlines()  # two quotes beside each other are two
        return
    for element in etree.fromstring(data).iter(etree.Element):
        yield "".join(element.itertext())
        yield from map(str, element.attrib.values())


def longest_run(found: str, source: str) -> int:
    """How many words in a row of what was found stand so in the source, markup and marks taken away."""
    words, count = bare(found), 0
    while not runs(source, count + 1).isdisjoint(zip(*(words[shift:] for shift in range(count + 1)), strict=False)):
        count += 1
    return count


@cache
def runs(source: str, length: int) -> frozenset[tuple[str, ...]]:
    """Every so many words in a row of a text."""
    words = bare(source)
    return frozenset(zip(*(words[shift:] for shift in range(length)), strict=False))


def bare(text: str) -> list[str]:
    """The words of a text in their letters alone; those of one or two, as a tag or a key may be, are no words of it."""
    plain = ["".join(c for c in text[start:end] if c.isalnum()).casefold() for start, end in word_places(text)]
    return [word for word in plain if len(word) > 2]
