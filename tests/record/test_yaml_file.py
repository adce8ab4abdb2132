"""A YAML file as plain words, each with the line on which it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE

from sidebyside.record.checking import spelled
from sidebyside.record.yaml_file import LARGEST_DEPTH, YamlFile, read_yaml

WORDS = """\
title: A bridge   # a remark
on: 2026-11-22
fell: yes
hurt: 040
nobody: ~
quote: >-
  It fell
  on Monday.
points:
  - id: one
    says: "It: fell"

  - {id: two,
     says: 'It''s old'}
"""


def read(folder: Path, words: str) -> YamlFile:
    """The file of these words."""
    path = folder / "file.yml"
    path.write_bytes(words.encode())
    return read_yaml(path)


def test_every_scalar_is_the_words_that_stand_there(tmp_path: Path) -> None:
    """No word becomes a date, a number, a truth value or nothing: the models decide what a field is."""
    assert read(tmp_path, WORDS).data == {
        "title": "A bridge",
        "on": "2026-11-22",
        "fell": "yes",
        "hurt": "040",
        "nobody": "~",
        "quote": "It fell on Monday.",
        "points": [{"id": "one", "says": "It: fell"}, {"id": "two", "says": "It's old"}],
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 1),
        (("quote",), 6),
        (("points",), 9),
        (("points", 0), 10),
        (("points", 0, "says"), 11),
        (("points", 1), 13),
        (("points", 1, "says"), 14),
        (("points", 1, "gone"), 13),
        (("points", 7, "says"), 9),
        (("nowhere", 1), 1),
    ],
)
def test_a_path_leads_to_its_line(tmp_path: Path, end: str, path: tuple[str | int, ...], line: int) -> None:
    """A value has the line of its key; what is not there has the line of what would hold it."""
    assert read(tmp_path, WORDS.replace("\n", end)).line(*path) == line


def test_a_problem_takes_the_line_of_its_path(tmp_path: Path) -> None:
    """A problem is noted with file, line, fault and mend."""
    file = read(tmp_path, WORDS)
    file.problem("is wrong", "Mend it", "points", 1, "says")
    assert list(map(str, file.problems)) == ["file.yml line 14: is wrong. Mend it"]


def test_a_file_goes_by_the_name_it_is_given(tmp_path: Path) -> None:
    """Problems name the file as the reader knows it: with its folder where that matters."""
    read(tmp_path, "")
    assert read_yaml(tmp_path / "file.yml", "codings/file.yml").problems[0].file == "codings/file.yml"


@pytest.mark.parametrize(
    ("words", "line"),
    [("a: [1\nb: 2\n", 2), ("a: 1\n\tb: 2\n", 2), ("a: 'x\n", 2), ("a: b: c\n", 1), ("%YAML 9.9\n---\na: 1", 1)],
)
def test_what_is_not_yaml_says_where(tmp_path: Path, words: str, line: int) -> None:
    """A parse error gives its line and no data."""
    file = read(tmp_path, words)
    (problem,) = file.problems
    assert (problem.line, problem.what[:9], file.data) == (line, "not YAML:", None)


def test_a_key_that_stands_twice_keeps_the_first(tmp_path: Path) -> None:
    """The second is a problem at its own line, and does not overwrite the first."""
    file = read(tmp_path, "a: 1\nb:\n  c: 2\n  c: 3\na: 4\n")
    assert file.data == {"a": "1", "b": {"c": "2"}}
    assert [(p.line, p.what) for p in file.problems] == [(4, '"c" stands twice'), (5, '"a" stands twice')]


def test_an_alias_to_a_word_is_a_word(tmp_path: Path) -> None:
    """An alias can make nothing endless where it stands for a single word."""
    file = read(tmp_path, "a: &x Lund\nb: *x\n")
    assert (file.data, file.problems) == ({"a": "Lund", "b": "Lund"}, [])


@pytest.mark.parametrize("words", ["a: &x [1]\nb: *x\n", "a: &x {c: 1}\nb: {<<: *x}\n", "a: &x [*x]\n"])
def test_an_alias_to_more_than_a_word_is_refused(tmp_path: Path, words: str) -> None:
    """Lists and mappings are written out."""
    assert [p.mend for p in read(tmp_path, words).problems] == ["Write it out"]


def test_a_name_is_noted_wherever_it_is_given(tmp_path: Path) -> None:
    """At a word, a list, a key: whoever changes a part of the file has to know that others may hang on it."""
    for words in ("a: &x Lund\n", "a: &x [1]\n", "&x a: 1\n"):
        assert read(tmp_path, words).tied
    assert not read(tmp_path, "a: R&B\nb: '&x'\n").tied


def test_a_file_is_one_document(tmp_path: Path) -> None:
    """What stands behind a second line of dashes would be lost: it is a problem at that line."""
    (problem,) = read(tmp_path, "a: 1\n---\nb: 2\n").problems
    assert (problem.line, problem.what) == (2, "not YAML: a second document starts")


def test_nesting_has_a_limit(tmp_path: Path) -> None:
    """Forty levels are read; more is a problem."""
    assert read(tmp_path, "[" * LARGEST_DEPTH + "]" * LARGEST_DEPTH).problems == []
    deep = LARGEST_DEPTH + 2
    assert len(read(tmp_path, "[" * deep + "]" * deep).problems) == 1
    assert [problem.what for problem in read(tmp_path, "[" * 50_000).problems] == ["nested too deep"]
    assert read(tmp_path, "? " + "[" * 999 + "]" * 999 + "\n: 1\n").data == {"?": "1"}


@pytest.mark.parametrize("words", ["? [a, b]\n: 1\n", "{[a]: 1}", "? {a: b}\n: 1\n"])
def test_a_key_that_is_no_word_is_no_fault_of_the_reader(tmp_path: Path, words: str) -> None:
    """A list as a key is read as "?", which no model knows."""
    assert read(tmp_path, words).data == {"?": "1"}


def test_remarks_alone_are_no_data(tmp_path: Path) -> None:
    """A file of remarks is read, and holds nothing."""
    file = read(tmp_path, "# nothing yet\n")
    assert (file.data, file.problems) == (None, [])


@REPEATABLE
@given(words=st.text(max_size=60) | st.text("[]{}&*!|>'\"%@`#:-?,. \n\tab\u2028\x85\x00\ufeff", max_size=60))
def test_nothing_makes_the_reader_fall_over(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    """Whatever stands in a file, the answer is data or a problem with a mend, never a traceback."""
    try:
        data = words.encode()
    except UnicodeEncodeError:  # half a character: no file holds one
        data = b""
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(data)
    file = read_yaml(path)
    assert file.problems == [] or all(p.what and p.mend and p.line >= 0 for p in file.problems)
    assert isinstance(file.data, dict | list | str) or file.data is None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), "the file"),
        (("title",), "title"),
        ((2,), "entry 3"),
        (("points", 0, "positions", "A", "evidence", 1, "quote"), "points 1, positions, A, evidence 2, quote"),
    ],
)
def test_a_path_can_be_read_aloud(path: tuple[str | int, ...], words: str) -> None:
    """Positions count from 1 and stand with the list they count in."""
    assert spelled(path) == words
