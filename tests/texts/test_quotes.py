"""A quote is found once, at its own place, or an error says what to do."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS, source

from sidebyside.errors import QuoteError
from sidebyside.texts import QuoteFinder, shorten
from sidebyside.texts.quotes import fold


def found(quote: str, text: str, within: str = "") -> str:
    """The characters of the text at the place where the quote is found."""
    place = QuoteFinder(source(text)).find(quote, within)
    return text[place.start : place.end]


def refusal(quote: str, text: str, within: str = "") -> str:
    """What is said of a quote that is not found."""
    with pytest.raises(QuoteError) as caught:
        QuoteFinder(source(text)).find(quote, within)
    return str(caught.value)


@pytest.mark.parametrize(
    ("quote", "original"),
    [
        ("The old bridge", "The old\u00a0bridge"),
        ("The old\u00a0bridge", "The old bridge"),
        ("The old bridge", "The  old \u2009\u00a0 bridge"),
        ("The old bridge", "The old\r\nbridge"),
        ("The\nold\tbridge", "The old bridge"),
        ("The old bridge", "The old\u2028bridge"),
        ("  The old bridge\n", "The old bridge"),
        ("the town's bridge", "the town’s bridge"),
        ("the town’s bridge", "the town's bridge"),
        ('so-called "bridge"', "so-called “bridge”"),
        ("so-called „bridge“", "so-called «bridge»"),
        ("2015-2016 - or so", "2015–2016 — or so"),
        ("minus \u22125", "minus -5"),
        ("co-operate", "co\u2011operate"),
        ("bridge", "bri\u00addge"),
        ("bri\u200bdge", "bridge"),
        ("caf\u00e9", "cafe\u0301"),
        ("cafe\u0301", "caf\u00e9"),
        ("мой дом", "мои\u0306 дом"),
        ("Đi\u1ec7n", "Đie\u0323\u0302n"),
        ("first", "\ufb01rst"),
        ("and so on...", "and so on…"),
    ],
)
def test_typography_does_not_hide_a_quote(quote: str, original: str) -> None:
    """Spaces, line ends, quotation marks, dashes and composed letters are folded; the original characters come back."""
    assert found(quote, f"Before it. Then {original}, it says.") == original


def test_a_quote_is_found_in_another_normal_form() -> None:
    """Arabic vowels and Vietnamese accents are typed in any order; a normalised copy is still the same words."""
    typed = "حق\u0651\u064e"  # shadda, then fatha: as typed; the normal forms turn the two round
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert found(unicodedata.normalize(form, typed), f"قال {typed} اليوم.") == typed


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the bridge", "The bridge fell."),
        ("The bridge rose", "The bridge fell."),
        ("The bridge, fell", "The bridge fell."),
        ("Thebridge", "The bridge fell."),
        ("The bridge fell", "The bridge … fell."),
    ],
)
def test_nothing_else_is_folded(quote: str, text: str) -> None:
    """Case, commas, words and gaps count: a quote is verbatim or it is refused."""
    assert "is not in A" in refusal(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("мои", "Это мои\u0306 дом."),  # my (plural), my (singular)
        ("мои", "Это мой дом."),
        ("cafe", "The cafe\u0301 closed."),
    ],
)
def test_a_quote_never_takes_half_a_letter(quote: str, text: str) -> None:
    """A letter and the same letter with a mark are two letters; no quote ends between a letter and its mark."""
    assert "is not in A" in refusal(quote, text)


def test_a_power_is_not_a_longer_figure() -> None:
    """A quote of 106 rounds is not proven by 10⁶ rounds."""
    assert "is not in A" in refusal("106 rounds", "They sent 10⁶ rounds.")


def test_a_quote_that_is_not_there_names_the_nearest_passage() -> None:
    """The error shows the passage that is most like the quote, with its id and words."""
    text = "The king came late. The bridge fell on Monday. Nobody knows why."
    assert refusal("the bridge fell on a Monday", text) == (
        "“the bridge fell on a Monday” is not in A; nearest: A2 “The bridge fell on Monday.”"
    )


def test_a_source_without_words_has_nothing_near() -> None:
    """Where there is no passage, the error does not invent one."""
    assert refusal("The bridge", " ") == "“The bridge” is not in A; nothing is near"


def test_a_quote_found_twice_asks_for_more_words() -> None:
    """A quote that stands twice is never guessed: the error counts the places, names them and asks for more words."""
    text = "The bridge fell. He saw the storm. The bridge was old."
    assert refusal("The bridge", text) == "“The bridge” stands 2 times in A (A1, A3); lengthen it"
    assert found("The bridge was", text) == "The bridge was"


def test_places_that_overlap_are_two() -> None:
    """ "had had" stands twice in "had had had"."""
    assert "stands 2 times" in refusal("had had", "He had had had.")


def test_a_passage_settles_which_of_two_is_meant() -> None:
    """With `within`, the quote is looked for in that passage only."""
    finder = QuoteFinder(source("The bridge fell. The bridge was old."))
    assert finder.find("The bridge", "A1").start == 0
    assert finder.find("The bridge", "A2").start == 17


def test_a_quote_may_run_over_the_end_of_its_passage() -> None:
    """A quote belongs to the passage in which it starts, even where it runs on into the next."""
    assert found("fell. It was", "The bridge fell. It was old.", "A1") == "fell. It was"
    assert refusal("fell. It was", "The bridge fell. It was old.", "A2").endswith("is not in A2; it stands in A1")


def test_a_quote_in_another_passage_says_where_it_stands() -> None:
    """The error for a wrong passage names the right one."""
    assert refusal("was old", "The bridge fell. It was old.", "A1") == "“was old” is not in A1; it stands in A2"


def test_twice_in_the_passage_is_still_twice() -> None:
    """A passage that holds the quote twice does not settle which is meant."""
    assert "stands 2 times in A" in refusal("bridge", "A bridge is a bridge. It fell.", "A1")


def test_an_unknown_passage_says_which_there_are() -> None:
    """A passage that the source does not have is an error, even where the quote is in the text."""
    assert refusal("fell", "It fell. It rose.", "A3") == "A3 is no passage of A; they run from A1 to A2"
    assert refusal("fell", " ", "A1") == "A1 is no passage of A; it has none"


@pytest.mark.parametrize("quote", ["", " ", "\u00a0\n", "\u200b", "\u00ad"])
def test_an_empty_quote_is_found_nowhere(quote: str) -> None:
    """No words prove nothing."""
    assert "is not in A" in refusal(quote, "The bridge fell.")


def whole_letters(text: str, start: int, end: int) -> bool:
    """Neither end of the slice parts a letter from its marks."""
    return not any(unicodedata.combining(c) for c in (*text[start : start + 1], *text[end : end + 1]))


@REPEATABLE
@given(TEXTS, st.data())
def test_any_stretch_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    """A slice that starts and ends on a letter and stands once is found, at a place that folds to the same words."""
    ends = [index for index, character in enumerate(text) if fold(character).text.strip()]
    assume(ends)
    start = data.draw(st.sampled_from(ends))
    end = data.draw(st.sampled_from([index for index in ends if index >= start])) + 1
    assume(whole_letters(text, start, end))
    quote = text[start:end]
    wanted, whole = fold(quote).text.strip(), fold(text).text
    if len(re.findall(f"(?={re.escape(wanted)})", whole)) > 1:
        return  # it may stand twice; that is another test
    place = QuoteFinder(source(text)).find(quote)
    assert fold(text[place.start : place.end]).text.strip() == wanted


@REPEATABLE
@given(TEXTS)
def test_every_normal_form_folds_to_the_same(text: str) -> None:
    """Composed or decomposed, a text reads the same to the search."""
    assert fold(unicodedata.normalize("NFC", text)).text == fold(unicodedata.normalize("NFD", text)).text


@REPEATABLE
@given(TEXTS, st.integers(2, 30))
def test_a_shortened_quote_keeps_its_beginning(words: str, longest: int) -> None:
    """Shown words fit on one line of that length between their marks, and only a cut is marked as one."""
    shown = shorten(words, longest)[1:-1]
    flat = " ".join(words.split())
    assert len(shown) <= longest + 1
    assert shown == flat or (shown.endswith(" …") and flat.startswith(shown[:-2]))
