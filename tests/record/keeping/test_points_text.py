"""A change of a point changes what it is about in points.yml, and leaves remarks, style and line ends as they were."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.helpers import POINTS, REPEATABLE
from tests.record.keeping.acting import WORDS

from sidebyside.errors import ComparisonError
from sidebyside.record.keeping.changes import Change
from sidebyside.record.keeping.points_text import PointsText
from sidebyside.record.points_file import PointEntry

REMARKED = """\
# Mine, all mine.
points:   # in reading order

  # The first of them.
  - id: fall   # short
    label: 'That it fell'
    question: "Did it fall?"  # asked by all
    theme: fall
    kind: act
    rank: core
    # What they say.
    positions:
      A:
        says: |
          Yes.
          It did.
        certainty: asserted
        evidence:
          - {quote: It fell}     # plain
          # Weak: look for a better one.
          - quote: the fall
            passage: A2
          # The end of A.
      B: {says: Yes, certainty: [asserted, attributed], evidence: [{quote: It fell}]}
    verdict: agree   # hm
    # Why?
    reason: >-   # folded
      Both say so,
      and so it is.
    # What else?
    to_check: ''
    coded: {by: editor, on: 2026-11-22, confidence: high}

  # Behind the first.
  - {id: blame, label: Blame, question: Who, theme: fall, kind: act, rank: core, positions: {A: {says: He., certainty:
     asserted, evidence: [{quote: he}]}, B: {says: She., certainty: asserted, evidence: [{quote: she}]}},
     verdict: conflict, reason: One did., coded: {by: editor, on: 2026-11-22, confidence: high}}  # on few lines
  # Behind the second.
set_aside:
  - {passage: A1, reason: A title}
# The end.
"""


def text(words: str) -> PointsText:
    """A points.yml of these words."""
    return PointsText.of(words)


def changed(words: str, point: str, path: str, value: Any) -> str:
    """The words with a field of a point set; None takes it away."""
    before = text(words).points[point]
    after = inner = copy.deepcopy(before)
    *way, last = path.split("/")
    for step in way:
        inner = inner[step]
    inner[last] = value
    if value is None:
        del inner[last]
    after = PointEntry.model_validate(after).plain
    return text(words).changed([Change(f"points/{point}", before, after)]).text


FALL = {"quote": "the fall", "passage": "A2"}
LONG = "It is so because it is so, and it is so since it has been so for a long time: so it is and so it stays."


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("label", "Fell", "'That it fell'\n", "Fell\n"),
        ("question", "Why: did it?", '"Did it fall?"  # asked', "'Why: did it?'  # asked"),
        ("verdict", "framing", "agree   # hm", "framing  # hm"),
        ("reason", "So.", ">-   # folded\n      Both say so,\n      and so it is.\n", "So.  # folded\n"),
        (
            "question", LONG, 'question: "Did it fall?"  # asked by all\n',
            "question: >-  # asked by all\n      It is so because it is so, and it is so since it has been so for a"
            " long time: so it is and so\n      it stays.\n",
        ),
        ("to_check", "The log.", "to_check: ''", "to_check: The log."),
        ("would_settle_it", "The log.", "and so it is.\n", "and so it is.\n    would_settle_it: The log.\n"),
        ("positions/A/says", "No.", "says: |\n          Yes.\n          It did.\n", "says: No.\n"),
        ("positions/A/certainty", ["denied"], "certainty: asserted\n        ev", "certainty: [denied]\n        ev"),
        ("positions/B/says", "No, no", "{says: Yes,", "{says: 'No, no',"),
        ("positions/B/voices", [{"who": "Bo", "how": "says"}], "attributed],",
         "attributed], voices: [{who: Bo, how: says}],"),
        ("coded/second_choice", "detail", "high}\n\n", "high, second_choice: detail}\n\n"),
        ("coded/confidence", "low", "confidence: high}\n\n", "confidence: low}\n\n"),
        ("positions/A/evidence", [{"quote": "It fell"}],
         "          - quote: the fall\n            passage: A2\n", ""),
        ("positions/A/evidence", [FALL], "          - {quote: It fell}     # plain\n", ""),
        ("positions/A/evidence", [{"quote": "It fell"}, {"quote": "x: y", "passage": "A3"}, FALL],
         "{quote: It fell}     # plain\n", "{quote: It fell}     # plain\n          - {passage: A3, quote: 'x: y'}\n"),
        ("positions/A/near", [{"quote": "near"}], "            passage: A2\n",
         "            passage: A2\n        near:\n          - {quote: 'near'}\n"),
        ("draft", True, "confidence: high}\n\n", "confidence: high}\n    draft: true\n\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_field_is_set_and_nothing_else(path: str, value: Any, old: str, new: str, end: str) -> None:
    """The file is the old one with that stretch replaced: remarks, blank lines, quotes, line ends stay."""
    words = REMARKED.replace("\n", end)
    assert REMARKED.count(old) == 1
    after = changed(words, "fall", path, value)
    assert after == REMARKED.replace(old, new).replace("\n", end)
    assert changed("\ufeff" + words, "fall", path, value) == "\ufeff" + after


def test_a_point_on_few_lines_stays_one() -> None:
    """A point between braces is changed within them."""
    after = changed(REMARKED, "blame", "verdict", "detail")
    assert after == REMARKED.replace("verdict: conflict", "verdict: detail")
    after = changed(REMARKED, "blame", "to_check", "Ask")
    assert after == REMARKED.replace("reason: One did.,", "reason: One did., to_check: Ask,")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_remarks_of_a_point_go_and_come_back_with_it(end: str) -> None:
    """What stands right behind a point and further right than its dash is about it; what stands under the dash is not.

    Put back in its own lines, it has them again; no line of the file is lost.
    """
    own = "    # Ask Bo about it.\n      # He knows.\n"
    words = REMARKED.replace("  # Behind the second.\n", f"{own}  # Behind the second.\n").replace("\n", end)
    before = text(words)
    lines = before.lines_of("blame")
    assert lines.endswith(end.join(own.splitlines()))
    without = before.changed([Change("points/blame", before.points["blame"], None)])
    assert "He knows" not in without.text
    assert "# Behind the second." in without.text
    back = without.changed([Change("points/blame", None, before.points["blame"], "fall", lines)])
    assert "He knows" in back.text
    assert sorted(back.text.splitlines()) == sorted(words.splitlines())


def test_a_point_goes_and_its_neighbours_remarks_stay() -> None:
    """Only its own lines go; what stands between points stays."""
    before = text(REMARKED).points
    after = text(REMARKED).changed([Change("points/blame", before["blame"], None)])
    assert "# Behind the first.\n  # Behind the second.\nset_aside:" in after.text
    none = after.changed([Change("points/fall", before["fall"], None)])
    assert none.text.startswith("# Mine, all mine.\npoints: []   # in reading order\n")
    assert none.set_aside == text(REMARKED).set_aside
    back = none.changed(
        [Change("points/fall", None, before["fall"]), Change("points/blame", None, before["blame"], "")]
    )
    assert list(back.points.items()) == [("blame", before["blame"]), ("fall", before["fall"])]


def test_a_new_point_is_written_as_the_shipped_ones_are() -> None:
    """Evidence line by line between braces, long words folded, certainty between brackets."""
    point = text(REMARKED).points["fall"] | {"id": "day", "reason": LONG}
    after = text(POINTS).changed([Change("points/day", None, point, "that-it-fell")])
    assert after.text == POINTS.replace(
        "  - id: day-of-the-fall\n",
        """\
  - id: day
    label: That it fell
    question: Did it fall?
    theme: fall
    kind: act
    rank: core
    positions:
      A:
        says: |-
          Yes.
          It did.
        certainty: [asserted]
        evidence:
          - {quote: 'It fell'}
          - {passage: A2, quote: 'the fall'}
      B:
        says: 'Yes'
        certainty: [asserted, attributed]
        evidence:
          - {quote: 'It fell'}
    verdict: agree
    reason: >-
      It is so because it is so, and it is so since it has been so for a long time: so it is and so
      it stays.
    coded:
      by: editor
      on: 2026-11-22
      confidence: high
  - id: day-of-the-fall
""",
    )


@settings(REPEATABLE, max_examples=60)  # the readers in Python take their time
@given(WORDS, WORDS)
def test_every_reader_of_yaml_reads_the_words_that_were_meant(one: str, two: str) -> None:
    """The project's own, PyYAML's in Python with its types, and one of YAML 1.2: none takes words for a number."""
    point = text(REMARKED).points["fall"] | {"label": one, "reason": two, "to_check": one}
    point["positions"] = {**point["positions"], "A": point["positions"]["A"] | {"says": two}}
    points = [Change("points/fall", 1, point), Change("points/new", None, point | {"id": "new"}, "blame")]
    after = text(REMARKED).changed(points)
    assert list(after.points) == ["fall", "blame", "new"]
    readers = [lambda words: yaml.load(words, Loader=yaml.SafeLoader), YAML(typ="safe", pure=True).load]
    for read in readers:
        for found in (read(after.text)["points"][n] for n in (0, 2)):
            meant = [one, two, one, two]
            told = [found["label"], found["reason"], found["to_check"], found["positions"]["A"]["says"]]
            assert [
                str(t) if m[:4].isdigit() and len(m) == 10 else t for t, m in zip(told, meant, strict=True)
            ] == meant


SHORT = "verdict: agree, reason: R, theme: t, kind: act, rank: core, coded: {by: x, on: 2026-11-22, confidence: high}"
SHORT += ", positions: {}"
FIELDS = "".join(f"    {field}\n" for field in re.split(r", (?![^{]*})", SHORT))
ASKED = f"    question: Q\n{FIELDS}"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (f"# Between brackets:\npoints: [{{id: a, label: A, question: Q, {SHORT}}}]\n", 2),
        (f"points:\n  -\n    id: a\n    label: A\n    question: Q\n{FIELDS}", 3),
        (f"points:\n  - id: b\n    label: &l L\n    question: Q\n{FIELDS}  - id: a\n    label: *l\n{ASKED}", 13),
        (f"points:\n  - id: a\n    label: &l L\n    question: Q\n{FIELDS}  - id: b\n    label: *l\n{ASKED}", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_changed_alone_is_left_and_named(words: str, line: int) -> None:
    """A list between brackets, a dash on a line of its own, an alias and what it stands for: the error has the line."""
    point = text(words).points["a"]
    with pytest.raises(ComparisonError, match="cannot be changed here as it is written") as caught:
        text(words).changed([Change("points/a", point, point | {"label": "Other"})])
    assert caught.value.problems[0].line == line
    assert ("[ and ]" in caught.value.problems[0].mend) is ("points: [" in words), "the mend is for what is wrong here"


ENDS = [
    "|\n      It did.\n", "|+\n      Yes.\n\n\n", ">-\n      It did\n      # no remark\n", "It,\n      so.\n", "It.\n",
    "'It\n\n      did'\n", '"It \\\n      did"  # so\n', "\n      It did.\n", "|2\n        It did.\n",
]  # fmt: skip
GAPS = [
    "",
    "\n",
    "  # a remark\n",
    "      # a deep one\n",
    "# one at the edge\n\n",
    "          # a very deep one\n",
    "   \n",
]
SET_ASIDE = "set_aside:\n- {passage: A1, reason: A title}\n"
AROUND = [("", ""), ("# Mine.\n", SET_ASIDE), (SET_ASIDE, "...\n"), ("---\n", "# The end.\n"), (SET_ASIDE, "")]
NEW = st.sampled_from([None, {"reason": "a: b"}, {"label": LONG, "to_check": "one\n\ntwo"}, {"to_check": "# no"}])


@settings(REPEATABLE, max_examples=300)
@given(
    st.lists(st.tuples(st.sampled_from(ENDS), st.sampled_from(GAPS), NEW), min_size=1, max_size=4),
    st.sampled_from(AROUND),
    st.sampled_from(["", "  ", "    "]),
    st.sampled_from([None, "", "p0", "p1"]),
)
def test_what_is_proven_alone_is_what_the_whole_says(
    points: list[tuple[str, str, dict[str, str] | None]], around: tuple[str, str], indent: str, behind: str | None
) -> None:
    """However a point ends, and whatever stands behind it, the file after a change reads as the change has it."""
    words = f"{around[0]}points:\n"
    for number, (end, gap, _) in enumerate(points):
        point = f"- id: p{number}\n  label: Day\n  question: {end}{FIELDS.replace('    ', '  ')}  to_check: {end}"
        words += re.sub("(?m)^(?=.)", indent, point) + gap
    before = text(words + around[1])
    changes = [
        Change(f"points/p{n}", before.points[f"p{n}"], new and before.points[f"p{n}"] | new)
        for n, (_, _, new) in enumerate(points)
    ]
    changes.append(Change("points/p9", None, before.points["p0"] | {"id": "p9"}, behind))
    for some in (changes, changes[:1], changes[-1:]):
        try:
            after = before.changed(some)
        except ComparisonError:
            continue  # a deep remark behind words over lines would become some of them
        assert text(after.text).equals(after)


def test_a_change_of_one_point_reads_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it takes as long in a file of ten points as in one of a thousand."""
    before = text(POINTS)
    monkeypatch.setattr(PointsText, "of", None)
    point = before.points["blame"]
    after = before.changed([Change("points/blame", point, point | {"reason": "Otherwise."})])
    back = after.changed([Change("points/blame", None, None), Change("points/blame-2", None, point, "visit")])
    assert [*back.points][-2:] == ["blame-2", "hurt-or-not"]


def test_old_lines_are_believed_only_where_they_say_the_point() -> None:
    """Those of a journal may say another thing by now, or more than one: then the point is written anew."""
    before = text(POINTS)
    point, lines = before.points["blame"], before.lines_of("blame")
    gone = before.changed([Change("points/blame", point, None)])
    same = lines.replace("verdict: framing", "verdict: 'framing'  # why?")
    for old in (
        lines + "\n  - id: more",
        lines.replace("framing", "detail"),
        lines[2:],
        "points: [",
        lines + "\n---\n",
    ):
        back = gone.changed([Change("points/blame", None, point, "how-many-hurt", old)])
        assert back.text == gone.changed([Change("points/blame", None, point, "how-many-hurt")]).text
    assert same in gone.changed([Change("points/blame", None, point, "how-many-hurt", same)]).text
