"""Digits that count nothing are left out first: dates, hours, pages, list marks, telephone numbers, parts of names."""

from __future__ import annotations

import re

from sidebyside.reading.figures.counted import DETERMINERS, plural
from sidebyside.reading.figures.numbers_in import fraction_sign
from sidebyside.reading.figures.tokens import HYPHENS, Line

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
CENTURY_WORDS = (
    r"(?:twenty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)"
)
NTH = rf"(?:\d\d?(?:st|nd|rd|th)|{CENTURY_WORDS})"
CENTURIES = rf"(?i:\b{NTH}(?:[- ]| (?:and|to) {NTH} )centur\w+)"
DATES = (
    rf"\b{MONTH},? ?{DAY}(?! ?(?:%|per ?cent|people|percent))(?: ?(?:-|–|to|and) ?{DAY})?(?:,? \d{{4}}\b)?",
    rf"\b{DAY}(?: ?(?:-|–|to|and) ?{DAY})?(?: of)? {MONTH}(?:,? \d{{4}}\b)?",
    rf"\b{MONTH},?(?: of)? ?\d{{4}}\b",
    r"\b(?:1[0-9]|20)\d0[’']?s\b|\b(?:mid[- ])?[’']?\d0[’']?s\b",
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
    r"\b(?:1[3-9]|20)\d\d ?[-–/—] ?(?:(?:1[3-9]|20)\d\d|\d\d)\b(?! ?%)",
    r"\b(?:A\.?D\.?|B\.?C\.?(?:E\.?)?|C\.?E\.?) ?\d{1,4}(?: ?(?:-|–|to|and) ?\d{1,4})?\b",
    r"\b\d{1,4}(?: ?(?:-|–|to|and) ?\d{1,4})? (?:AD|BC|BCE|CE|A\.D\.|B\.C\.)(?!\w)",
)
HOURS = (
    r"(?i:\b\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.m\b\.?|[ap]m\b))",
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
    r"(?i:\b\d{1,2} ?o[’']clock)",
    r"\b\d{4} ?(?:hours? )?(?:GMT|UTC|EST|EDT|CET|BST)\b",
)
REFERENCES = (
    r"(?i:\b(?:pages?|pp?\.|sections?|sec\.|chapters?|ch\.|articles?|arts?\.|paragraphs?|paras?\.?|figures?|fig\.|"
    r"tables?|nos?\.|numbers?|volumes?|vols?\.|verses?|lines?|notes?|footnotes?|items?|clauses?|annex|appendix|resolutions?|"
    r"versions?|units?|rooms?|flights?|routes?|highways?|gates?|steps?|episodes?|seasons?|issues?|protocols?|isbn|issn|"
    r"categor(?:y|ies)|grades?|levels?|phases?|stages?|tiers?|types?|class|groups?|parts?|divisions?|channels?|zones?|"
    r"doi|tel\.?|phone|fax|call) ?:? ?\d[\d.,–-]{0,20}+(?! ?(?:per ?cent|%|times|years|months|days)))",
    r"(?<!\w)#\d+",
    r"\b(?:9/11|24/7|50/50|7/7)\b",
)
NUMBERED = (
    r"(?i:\b(?:number|version|category|phase|stage|chapter|resolution|article|section|page|part|tier|type) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?! ?(?:per ?cent|%)))"
)
MARKS = (
    r"\A\s*(?:\d{1,3}|[A-Za-z])[.)](?=\s|\Z)",
    r"(?<![\w$€£])\(\d{1,3}\)|\[\d{1,4}(?:[,–-] ?\d{1,4}){0,9}\]",
    r"(?<!\S)\d{1,2}\)(?=\s)",
    r"\b(?:https?://|www\.)\S+|\S{1,80}@\S+",
    r"\+\d[\d ()/.-]{6,24}|\b\d{2,5}-\d{2,5}(?:[-/]\d{2,5}){1,4}\b|\b\d{3}-\d{4}\b|\(\d{3}\) ?\d{3}-\d{4}",
)
IN_WORDS = [re.compile(pattern) for pattern in (CENTURIES, NUMBERED)]
IN_DIGITS = [re.compile(pattern) for pattern in (*DATES, *HOURS, *REFERENCES, *MARKS)]
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21[0-4]\d")
VERSIONS = frozenset("a alpha b beta p r rc".split())  # between two numbers, without a space: a programme's version
IN_TIME = frozenset(
    "in since by until till during from between after before early mid late of for through year end pre post".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PEOPLE = frozenset(
    "people troops soldiers men women servicemen workers jobs homes units employees civilians refugees".split()
)


def left_out(words: str) -> list[tuple[int, int]]:
    """Spans of a line whose digits are no figures.

    >>> [words[a:b] for words in ("On Oct. 11, 2017 at 9:30", "1. see page 12") for a, b in left_out(words)]
    ['Oct. 11, 2017', '9:30', '1.', 'page 12']
    """
    patterns = IN_WORDS + IN_DIGITS if DIGIT.search(words) else IN_WORDS
    return sorted(m.span() for pattern in patterns for m in pattern.finditer(words))


def a_year(line: Line, i: int) -> bool:
    """Four digits that read as a year: 1878, 2014; "1800 troops", "some 1500" and "$2000" do not."""
    if not YEAR.fullmatch(line[i].text):
        return False
    if line.low(i + 1) in PEOPLE:
        return False
    round_sum = line[i].text.endswith("00") and plural(line[i + 1].text) and line[i + 1].text.islower()
    if round_sum and line.low(i - 1) not in IN_TIME and line.low(i - 1) not in DETERMINERS:
        return False  # "2000 votes", against "the 2000 elections"
    return line[i].text[:2] in ("19", "20", "21") or line.low(i - 1) in IN_TIME or line[i + 1].kind != "word"


def hangs(line: Line, i: int) -> bool:
    """Digits that hang on other signs are a code: CASA-1000, S-300, iPhone14, 1,2, 192.168.1.2, ID.3, 7.4p1."""
    if fraction_sign(line, i) is not None and not line.hung(i):
        return False
    if line.hung(i):
        before = line[i - 1]
        if before.kind in ("word", "number"):
            return True
        if before.text in (".", ",", ":", "/", "\\", "_", "&", "’", "'") and line.hung(i - 1):
            return line[i - 2].kind in ("word", "number")
        if before.low in HYPHENS and line.hung(i - 1) and line[i - 2].kind == "word":
            if line.hung(i - 2) and line[i - 3].kind == "number":
                return False  # 5k-20k
            return line.low(i - 2) not in ("minus", "sub", "to", "or", "plus", "and")
    after = line[i + 1]
    if line.hung(i + 1) and after.low in VERSIONS and line.hung(i + 2) and line[i + 2].kind == "number":
        return True
    if line.hung(i + 1) and line.hung(i + 2) and after.text in (".", ",", ":", "/", "_"):
        return line[i + 2].kind == "number" or after.text == "_"
    return (
        line.hung(i + 1)
        and line.low(i + 1) in HYPHENS
        and line.hung(i + 2)
        and line[i + 2].kind == "number"
        and (line.hung(i + 3) and line.low(i + 3) in HYPHENS and line[i + 4].kind == "number")
    )


def named(line: Line, i: int, after: int, words: frozenset[str]) -> bool:
    """A bare number after a name is part of it: iPhone 11, FTSE 100; not "On Monday 11 people", "In 18 trials".

    `words` are the small words that begin a sentence with a capital and name nothing.
    """
    before = line[i - 1]
    if before.kind != "word" or before.text.islower() or before.low in words or before.low in WEEKDAYS:
        return False
    if "," in line[i].text:
        return False
    opens = (i == 1 or line[i - 2].text in (".", "!", "?", "“", '"')) and before.text[1:].islower()
    return not opens or not line[after].text[:1].islower()
