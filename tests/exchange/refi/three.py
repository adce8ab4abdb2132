"""Three accounts in three scripts, with everything that makes other programs miscount: and a comparison of them."""

# ruff: noqa: E501  (a position stands on one line)
from __future__ import annotations

from hashlib import sha256
from pathlib import Path

TEXTS = {
    "A": "\ufeffМост упал в понедельник 😱.\r\nСемья 👩‍👩‍👧 видела это.\r\n\r\nМэр винит бурю: Que\u0301 pena.\r\n",
    "B": "سقط الجسر يوم الثلاثاء 🌉.\nألقى العمدة باللوم على الباني.\n",
    "C": "It fell\u00a0on Monday, 😱 they say.\x0cIt fell on Monday, 😱 they say again.\nThe builder is to blame.\n",
}
COMPARISON = """\
title: 'Three accounts: "the bridge" <again>'
question: When did it fall?
sources:
"""
SOURCE = """\
  - key: {key}
    file: texts/{key}.txt
    sha256: {print}
    title: 'What fell: "{key}" / a|b*?'
    short: Account {key}
    author: {{is: Ольга & Co, known: inferred, because: It says so.}}
    written: {{is: Not stated, known: unknown}}
    publisher: {{is: Not stated, known: unknown}}
    kind: {{is: An account, known: inferred}}
    rights: Made for the tests
"""
THEMES = """\
themes:
  # what it is about
  - {key: fall, name: The fall, definition: That and when it fell., terms: [fell, упал]}
  - {key: cause, name: the fall, definition: Why.}
coders:
  - {key: model, who: A large language model, how: From the texts.}
"""
POINTS = """\
points:
  - id: day
    label: "The day: «when» & why"
    question: On which day did it fall?
    theme: fall
    kind: date
    rank: core
    positions:
      A: {says: On Monday., certainty: asserted, evidence: [{quote: Мост упал в понедельник 😱}]}
      B: {says: On Tuesday., certainty: asserted, evidence: [{quote: يوم الثلاثاء 🌉}]}
      C:
        says: On Monday, by hearsay.
        certainty: [attributed, hedged]
        voices: [{who: people, how: say}]
        evidence:
          - {quote: "It fell on Monday, 😱 they say again"}
    verdict: conflict
    reason: It fell once.
    both_can_be_true: "No."
    would_settle_it: The town's diary.
    coded: {by: model, on: 2026-11-22, confidence: high, second_choice: detail}
  - id: day-again
    label: "The day: «when» & why"
    question: Is the day sure?
    theme: fall
    kind: date
    rank: minor
    positions:
      A: {says: Yes., certainty: asserted, evidence: [{quote: Мост упал в понедельник 😱}, {quote: "видела это.\\n\\nМэр"}]}
      B: {says: Yes., certainty: asserted, evidence: [{quote: يوم الثلاثاء 🌉}]}
      C: {says: Nothing., certainty: silent, silent_because: could, near: [{quote: 😱 they say again}]}
    verdict: conflict
    reason: Both are sure.
    coded: {by: Ада, on: 2026-11-23, confidence: fair}
  - id: blame
    label: Blame
    question: Who is to blame?
    theme: cause
    kind: assessment
    rank: core
    positions:
      A: {says: Nothing., certainty: silent, silent_because: scope}
      B: {says: Nothing., certainty: silent, silent_because: earlier}
      C: {says: The builder., certainty: asserted, evidence: [{quote: The builder is to blame}]}
    verdict: only
    reason: Only C tells.
    coded: {by: model, on: 2026-11-22, confidence: high}
"""


def write_three(folder: Path, points: str = POINTS) -> Path:
    """The comparison of the three accounts, in that folder."""
    (folder / "texts").mkdir(parents=True)
    entries = []
    for key, words in TEXTS.items():
        data = words.encode()
        (folder / "texts" / f"{key}.txt").write_bytes(data)
        entries.append(SOURCE.format(key=key, print=sha256(data).hexdigest()))
    about = COMPARISON + "".join(entries) + THEMES
    (folder / "comparison.yml").write_bytes(about.encode())
    (folder / "points.yml").write_bytes(points.encode())
    return folder
