"""Two accounts of a bridge, three sentences each, whose right answers are plain to see; and ways to break them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record import load
from sidebyside.texts import Part, Source

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "russia-afghanistan"

# The same examples in every run: a test that fails today fails tomorrow.
REPEATABLE = settings(deadline=None, database=None, derandomize=True, max_examples=200)

AWKWARD = [
    "The bridge fell. Nobody knows why! Was it the storm? “No.” (It was old.) Dr. Holm agrees.",
    "Мост упал в понедельник. Мэр обвиняет строителя. Йод и ёлка.",
    "سقط الجسر يوم الإثنين. ألقى العمدة باللوم على الباني. من المسؤول؟",
    "橋は月曜日に落ちた。市長は言った。",
    "It fell 😱. The 👩‍👩‍👧 watched 🇳🇴. Sad.",
    "Cafe\u0301 Hørsholm fell. Que\u0301 pena. Đie\u0323\u0302n.",
    "One line.\r\nAnother line.\r\n\r\nA third. And a fourth.\r\n",
    "A\u00a0b.\u00a0 C\u2003d.\tE f.\u3000G.",
    "First.\u2028Second.\u2029Third.\x85Fourth.",
    "Page one.\x0cPage two.\x0bPage two, still.\x1cA record.",
    "1. A list. 2. Its second entry. a) Its third.\n(b) Its last.",
    "\ufeffIt opens with a mark. It ends with none",
    "U.S. soldiers left in Oct. 2015 at 5.30 p.m. Gen. Orlov stayed... Why?! Nobody said.",
    "  \n \t\n",
    "",
]
LETTERS = (
    "ab Z.!?,;:’'“”\"()-–—…1 2\n\r\t\u00a0\u2003\u2028\x0c\x85éżЙёшشة؟橋。😱👩\u200d\u0301\u0323\u00ad\u200b\ufeffﬁ½²"
)
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from(AWKWARD), max_size=3).map(" ".join),
    st.text(LETTERS, max_size=80),
    st.text(max_size=60),
)

ACCOUNTS = {
    "A": (
        "The bridge at Lund\n"
        "\n"
        "The bridge fell on Monday. The mayor says that 40 people were hurt. "
        "Nobody was hurt, and the builder is to blame.\n"
        "\n"
        "I saw it fall on Tuesday.\n"
    ),
    "B": "The bridge fell on Tuesday. In all, 50 people were hurt. A storm is to blame, and the king came.\n",
}
COMPARISON = """\
title: Two accounts of a bridge
question: What happened at Lund?
sources:
  - key: A
    file: texts/a.txt
    sha256: {A}
    title: The bridge at Lund
    short: Ada
    author: {{is: Not stated, known: unknown}}
    written: {{is: After that Monday, known: inferred, quote: fell on Monday}}
    publisher: {{is: Not stated, known: unknown}}
    kind: {{is: An account, known: inferred}}
    rights: Made for the tests
    parts:
      - {{role: title, lines: 1}}
      - {{role: comment, lines: 5}}
  - key: B
    file: texts/b.txt
    sha256: {B}
    title: What fell
    short: Bo
    author: {{is: Not stated, known: unknown}}
    written: {{is: Not stated, known: unknown}}
    publisher: {{is: Not stated, known: unknown}}
    kind: {{is: An account, known: inferred}}
    rights: Made for the tests
themes:
  - {{key: fall, name: The fall, definition: That and when it fell., terms: [fell, bridge*]}}
  - {{key: harm, name: Harm, definition: Who was hurt., terms: [hurt]}}
  - {{key: cause, name: Causes, definition: Who or what is to blame., terms: [to blame, storm]}}
names:
  - {{name: Lund}}
coders:
  - {{key: first, who: The first reader, how: Alone.}}
findings:
  - {{says: They agree that it fell., points: [that-it-fell, day-of-the-fall]}}
"""
POINTS = """\
points:
  - id: that-it-fell
    label: That it fell
    question: Did the bridge fall?
    theme: fall
    kind: act
    rank: core
    positions:
      A: {says: Yes., certainty: asserted, evidence: [{quote: The bridge fell, passage: A2}]}
      B: {says: Yes., certainty: asserted, evidence: [{quote: The bridge fell}]}
    verdict: agree
    reason: Both say so.
    coded: {by: editor, on: 2026-11-22, confidence: high}
  - id: day-of-the-fall
    label: The day
    question: On which day did it fall?
    theme: fall
    kind: date
    rank: core
    positions:
      A: {says: On Monday., certainty: asserted, evidence: [{quote: fell on Monday}]}
      B: {says: On Tuesday., certainty: asserted, evidence: [{quote: fell on Tuesday}]}
    verdict: conflict
    reason: It fell once.
    both_can_be_true: "No."
    coded: {by: editor, on: 2026-11-22, confidence: high, second_choice: detail}
  - id: hurt-at-all
    label: People hurt
    question: Were people hurt?
    theme: harm
    kind: act
    rank: core
    positions:
      A:
        says: The mayor says so.
        certainty: [attributed]
        voices: [{who: the mayor, how: states}]
        evidence:
          - {quote: The mayor says that 40 people were hurt}
      B: {says: Yes., certainty: asserted, evidence: [{quote: people were hurt}]}
    verdict: certainty
    reason: One asserts what the other reports.
    coded: {by: editor, on: 2026-11-22, confidence: fair}
  - id: how-many-hurt
    label: How many hurt
    question: How many people were hurt?
    theme: harm
    kind: figure
    rank: supporting
    positions:
      A: {says: 40., certainty: attributed, evidence: [{quote: 40 people were hurt}]}
      B: {says: 50., certainty: asserted, evidence: [{quote: 50 people were hurt}]}
    verdict: detail
    reason: Another figure.
    coded: {by: editor, on: 2026-11-22, confidence: high}
  - id: blame
    label: To blame
    question: Who or what is to blame?
    theme: cause
    kind: assessment
    rank: core
    positions:
      A: {says: The builder., certainty: asserted, evidence: [{quote: the builder is to blame}]}
      B: {says: A storm., certainty: asserted, evidence: [{quote: A storm is to blame}]}
    verdict: framing
    reason: Another cause.
    coded: {by: editor, on: 2026-11-22, confidence: low}
  - id: visit
    label: The king's visit
    question: Did the king come?
    theme: harm
    kind: act
    rank: minor
    positions:
      A: {says: Nothing., certainty: silent, silent_because: could, near: [{quote: The mayor says}]}
      B: {says: Yes., certainty: asserted, evidence: [{quote: the king came}]}
    verdict: only
    reason: Only B tells of it.
    to_check: The court calendar.
    coded: {by: editor, on: 2026-11-22, confidence: high}
  - id: hurt-or-not
    label: Hurt or not
    question: Does A agree with itself on who was hurt?
    theme: harm
    kind: act
    rank: minor
    positions:
      A:
        says: 40 hurt by the mayor's word, nobody by its own.
        certainty: [attributed, denied]
        evidence:
          - {quote: 40 people were hurt}
          - {quote: Nobody was hurt}
    verdict: internal
    within: A
    reason: A voice in it is contradicted.
    coded: {by: editor, on: 2026-11-22, confidence: fair}
set_aside: []
"""
READINGS = """\
dates:
  - {source: A, passage: A2, quote: on Monday, since: '?', until: '?', kind: event, what: the fall}
figures:
  - {source: A, passage: A3, quote: 40 people, value: 40, unit: people, bound: exact, of: the hurt, support: none, sourced: attributed}
voices:
  - {source: A, passage: A3, quote: The mayor says, who: the mayor, group: Lund, type: person, how: states, cue: says, about: the hurt}
meetings:
  - {source: B, passages: B3, name: The king's visit, since: '?', until: '?'}
"""  # noqa: E501
CODINGS = {
    "first": """\
coder: first
points:
  - {id: that-it-fell, own: fall, verdict: agree, certainty: {A: asserted, B: [asserted]}, confidence: high}
  - {id: day-of-the-fall, own: day, verdict: conflict, certainty: {A: asserted, B: asserted}, confidence: high}
  - {id: hurt-at-all, own: hurt, verdict: certainty, certainty: {A: attributed, B: asserted}, confidence: high}
  - {id: blame, own: cause, verdict: framing, certainty: {A: asserted, B: asserted}, confidence: high}
left_out:
  - {own: mayor, verdict: only, why: merged}
""",
    "second": """\
coder: second
points:
  - {id: that-it-fell, own: fell, verdict: agree, certainty: {A: asserted, B: asserted}, confidence: high}
  - {id: day-of-the-fall, own: when, verdict: detail, certainty: {A: asserted, B: asserted}, confidence: high}
  - {id: hurt-at-all, own: injured, verdict: certainty, certainty: {A: [attributed, denied], B: asserted}, confidence: high}
  - {id: visit, own: king, verdict: only, certainty: {A: silent, B: asserted}, confidence: high}
""",  # noqa: E501
}


def write(folder: Path) -> Path:
    """The comparison of the two accounts, in that folder."""
    for name in ("texts", "codings"):
        (folder / name).mkdir(parents=True)
    for key, words in ACCOUNTS.items():
        (folder / "texts" / f"{key.lower()}.txt").write_bytes(words.encode())
    prints = {key: sha256(words.encode()).hexdigest() for key, words in ACCOUNTS.items()}
    files = {"comparison.yml": COMPARISON.format(**prints), "points.yml": POINTS, "readings.yml": READINGS}
    for name, words in (files | {f"codings/{coder}.yml": words for coder, words in CODINGS.items()}).items():
        (folder / name).write_bytes(words.encode())
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """One place of a file, written anew."""
    before = (folder / name).read_bytes()
    assert before.count(old.encode()) == 1, f"{old!r} stands {before.count(old.encode())} times in {name}"
    (folder / name).write_bytes(before.replace(old.encode(), new.encode()))


def rewrite_account(folder: Path, key: str, words: str) -> None:
    """Another text for a source, its fingerprint brought along."""
    path = folder / "texts" / f"{key.lower()}.txt"
    before = sha256(path.read_bytes()).hexdigest()
    path.write_bytes(words.encode())
    edit(folder, "comparison.yml", before, sha256(words.encode()).hexdigest())


def line_of(folder: Path, name: str, words: str) -> int:
    """The line, from 1, in which these words first stand in a file, as an editor counts it."""
    before, found, _ = (folder / name).read_bytes().partition(words.encode())
    assert found, f"{words!r} is not in {name}"
    return before.count(b"\n") + 1


def problems(folder: Path) -> list[Problem]:
    """What a load finds wrong; it has to find something."""
    with pytest.raises(ComparisonError) as caught:
        load(folder)
    assert caught.value.problems
    return caught.value.problems


def source(text: str, *parts: Part) -> Source:
    """A source A with that text."""
    return Source("A", "A text", text, parts)
