"""A selection becomes a quote that a load finds at its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS, source

from sidebyside.errors import Refused
from sidebyside.record.actions import quote_at
from sidebyside.texts import QuoteFinder

UNSEEN = re.compile("^[\\s\u00ad\u200b\u2060\ufeff]+|[\\s\u00ad\u200b\u2060\ufeff]+$")
FALL = "It fell. It fell again, and again it rose.\n\nWhat fell?\n"


def quoted(text: str, words: str, nth: int = 0) -> str:
    """The quote of the nth place of words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    quote = quote_at(source(text), start, start + len(words))
    return f"{quote['passage']}: {quote['quote']}"


def test_words_are_taken_as_they_stand() -> None:
    """White space at the ends is left out, what is within stays, and the passage is that in which they begin."""
    assert quoted("A\u00a0b  c. D e.", "b  c") == "A1: b  c"
    assert quoted("It met. Dogs ran.", " Dogs ") == "A2: Dogs"


def test_the_same_words_in_another_passage_do_no_harm() -> None:
    """The passage tells two places apart."""
    assert quoted(FALL, "It fell") == "A1: It fell"
    assert quoted(FALL, "It fell", 1) == "A2: It fell"


def test_words_that_stand_twice_in_a_passage_are_lengthened() -> None:
    """Word by word, behind and before, until they stand there once."""
    assert quoted(FALL, "again") == "A2: again,"
    assert quoted(FALL, "again", 1) == "A2: again it"
    assert quoted("No no no.", "no") == "A1: no no."


def test_a_quote_may_run_over_passages_of_one_paragraph() -> None:
    """It stands at the one in which it begins."""
    assert quoted(FALL, "fell. It fell") == "A1: fell. It fell"


def test_a_quote_may_not_run_over_paragraphs() -> None:
    """No passage holds both."""
    with pytest.raises(Refused, match="from A2 into another paragraph"):
        quoted(FALL, "rose.\n\nWhat")


@pytest.mark.parametrize(("start", "end"), [(8, 9), (3, 3), (5, 2), (0, 999), (42, 44)])
def test_nothing_is_no_quote(start: int, end: int) -> None:
    """White space, an empty stretch, and a stretch that leaves the text are refused."""
    with pytest.raises(Refused):
        quote_at(source(FALL), start, end)


def test_no_letter_is_cut_from_its_marks() -> None:
    """A selection that ends within a letter takes all of it."""
    assert quoted("Cafe\u0301s fell.", "Cafe") == "A1: Cafe\u0301"


def test_words_that_cannot_be_told_apart() -> None:
    """Where the same words go on and on, no quote is made up."""
    with pytest.raises(Refused, match="more than once in A1"):
        quoted("no no no\n\nno no no", "no no no")


def test_what_nobody_sees_is_left_out() -> None:
    """A soft hyphen or a zero-width space at the ends is no part of the quote; one within it stays."""
    assert quoted("It\u00adfell \u200bdown\u200b. So.", "\u200bdown\u200b") == "A1: down"
    assert quoted("It\u00adfell down. So.", "It\u00adfell") == "A1: It\u00adfell"


@given(TEXTS, st.data())
@REPEATABLE
def test_whatever_is_selected(text: str, data: st.DataObject) -> None:
    """A quote is found where it was selected, holds all the words, and lies within a paragraph; or it is refused."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    here = source(text)
    try:
        quote = quote_at(here, start, end)
    except Refused:
        return
    place = QuoteFinder(here).find(quote["quote"], quote["passage"])
    assert text[place.start : place.end] == quote["quote"]
    assert UNSEEN.sub("", text[start:end]) in quote["quote"]
    assert len({passage.paragraph for passage in here.passages_in(place.start, place.end)}) == 1
