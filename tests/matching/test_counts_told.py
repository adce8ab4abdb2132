"""Two counts clash where both count one thing: not two tallies, and not one tally on two days."""

from __future__ import annotations

import pytest
from tests.matching.relating import held, read

from sidebyside.matching.fate import fate_of
from sidebyside.matching.judging import between

MISSING = ("Thirty-one sailors are missing, rescuers said.", "Twelve sailors are still missing, the ministry said.")
DIED = ("Fourteen sailors died in the storm.", "Twenty sailors died in the storm.")


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Fourteen sailors were killed.", "kill"),
        ("More than a dozen sailors were killed.", "kill"),
        ("Fifteen sailors are now known to have died.", "die"),
        ("Some 40 sailors were found dead.", "dead"),
        ("The storm killed at least 12 sailors.", "kill"),
        ("Rescuers pulled 40 sailors alive from the wreck.", "alive"),
        ("Rescuers had found 25 sailors alive by Monday night.", "alive"),
        ("The death of 14 sailors was reported.", ""),
    ],
)
def test_what_befell_the_things_counted_is_read_from_their_verb(text: str, fate: str) -> None:
    """The verb that they are subject or object of, or what that verb brings; elsewhere nothing is known."""
    (statement,) = read(text)
    assert fate_of(statement.tokens, statement.figures[0].number_start) == fate


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fourteen sailors were killed off Lund.", "Thirty-one sailors are missing off Lund."),
        ("The storm destroyed 40 boats in Lund.", "The storm damaged 120 boats in Lund."),
        ("Some 40 sailors were found dead.", "More than 300 sailors were rescued."),
    ],
)
def test_two_tallies_are_not_held_against_each_other(a: str, b: str) -> None:
    """Dead, missing, saved, damaged: each is counted for itself."""
    assert between(held(a, b)).verdict not in ("conflict", "detail", "agree")


def test_a_tally_is_held_against_itself_in_whatever_words() -> None:
    """Killed and died are one tally."""
    found = between(held("Fourteen sailors were killed off Lund.", "Twenty sailors died off Lund."))
    assert found.verdict == "conflict", found


def test_a_count_as_it_stood_on_two_days_has_changed() -> None:
    """Told in the present, of two days, another count is no conflict; the reason gives the days."""
    found = between(held(*MISSING, days=("2024-03-04", "2024-03-06")))
    assert (found.verdict, found.excuse) == ("detail", "period")
    assert found.reason.endswith("but it is told as of the day of writing, 2024-03-04 and 2024-03-06")


@pytest.mark.parametrize(
    ("pair", "days"),
    [
        (MISSING, ("2024-03-04", "2024-03-04")),
        (MISSING, ("2024-03", "2024-03-06")),
        (MISSING, ("", "2024-03-06")),
        (DIED, ("2024-03-04", "2024-03-06")),
    ],
)
def test_it_takes_two_days_and_a_count_that_goes_on(pair: tuple[str, str], days: tuple[str, str]) -> None:
    """Of one day, of days that may be one, and of what is over, two counts stay a conflict."""
    assert between(held(*pair, days=days)).verdict == "conflict"


def test_a_bound_that_leaves_room_for_the_other_number_is_no_clash_of_words() -> None:
    """“Twelve” is within “at least ten”, whatever the words for the numbers."""
    found = between(held("Twelve hostages were freed in Lund.", "At least ten hostages were freed in Lund."))
    assert found.verdict == "detail", found
