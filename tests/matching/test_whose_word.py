"""Who says a thing, and when he said it, is no part of what is said; that it is said or denied is."""

from __future__ import annotations

import pytest
from tests.matching.relating import held, read, related

from sidebyside.matching.judging import between
from sidebyside.matching.speech import speakers, telling

TOLD = {
    "The bridge is open, police said on Monday.": ("police said on Monday", "police"),
    "The mayor told the paper on Tuesday that the bridge is open.": (
        "The mayor told the paper on Tuesday that",
        "The mayor",
    ),
    "According to the ministry, 40 houses burned.": ("According to the ministry", "the ministry"),
    "Police, the mayor said, are searching the valley.": ("the mayor said", "the mayor"),
    "The firm denied on Tuesday that it had paid the judge.": ("The firm on Tuesday that", "The firm"),
    "It was reported that 40 died.": ("It was reported that", ""),
    "The minister said that the talks failed and left the room.": ("The minister said that", "The minister"),
    "The report was written in May.": ("", ""),
    "The fire brigade said nothing.": ("", ""),
}


@pytest.mark.parametrize(("text", "words", "who"), [(text, *found) for text, found in TOLD.items()])
def test_the_words_that_hand_a_thing_on_are_told_from_the_thing(text: str, words: str, who: str) -> None:
    """What only says whose word it is, is found with its adverbs, and so is who that is; the rest is what is said."""
    (statement,) = read(text)
    found = [word.text for i, word in enumerate(statement.tokens) if i in telling(statement.tokens)]
    assert [word for word in found if word.isalnum()] == words.split()
    assert [text[start:end] for start, end in speakers(statement.tokens)] == ([who] if who else [])


def test_another_speaker_is_no_conflict_and_is_named() -> None:
    """Two who say the same are quoted in the reason of an agreement."""
    found = related(
        "The ferry carried 40 passengers on Friday, the owner Jan Holt said.",
        "The ferry carried 40 passengers on Friday, the captain Mia Dorn said.",
    )
    assert found.verdict == "agree"
    assert found.reason == "both say it, A as the word of “the owner Jan Holt”, B of “the captain Mia Dorn”"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The strike at the harbour ended, the union said on Tuesday.", "The strike at the harbour ended, the union "
         "said on Wednesday."),
        ("The strike at the harbour ended on Tuesday.", "The strike at the harbour ended, the union said on Friday."),
    ],
)  # fmt: skip
def test_the_day_on_which_a_thing_was_said_does_not_date_the_thing(a: str, b: str) -> None:
    """Days of saying are not held against each other, nor against the day of what is said."""
    assert related(a, b).verdict in ("agree", "certainty")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The firm Belmo said that it had paid the judge.", "The firm Belmo denied that it had paid the judge.",
         "conflict"),
        ("The bank said it was warned in January.", "The bank denied that it was warned in January.", "conflict"),
        ("The siren in Lund did not sound because its battery was empty, the mayor said.",
         "The siren in Lund sounded for twenty minutes before the wave came, the priest said.", "conflict"),
        ("The firm Belmo paid the judge Anna Sorn.", "The firm Belmo denied that it had paid the judge Anna Sorn.",
         "certainty"),
    ],
)  # fmt: skip
def test_what_one_says_and_one_denies_is_no_agreement(a: str, b: str, verdict: str) -> None:
    """Said by someone and denied by someone it is a conflict; asserted here and denied by another, of certainty."""
    assert between(held(a, b)).verdict == verdict
    assert between(held(b, a)).verdict == verdict


def test_what_is_denied_in_a_cause_is_not_the_thing_itself() -> None:
    """“Because it had no battery” denies a battery, and nothing that the other side says."""
    bare = "The siren in Lund did not sound, according to four witnesses."
    found = between(held(bare, "The siren in Lund did not sound because it had no battery, the mayor said."))
    assert found.verdict == "detail", found
