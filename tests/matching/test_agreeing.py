"""Agreement is proposed of statements that tell like deeds; that nothing sets them apart is not enough."""

from __future__ import annotations

import pytest
from tests.matching.relating import held, related

from sidebyside.matching.judging import between


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Governor Salko will retire on Friday.", "Governor Salko will open the new hospital."),
        ("General Tarek praised the pilots of the Lund squadron.", "General Tarek trained the pilots of the Lund "
         "squadron."),
        ("Halden Metals will reportedly pay 50 million crowns to the families.", "Halden Metals has offered 80 million "
         "crowns to the families of Lund."),
    ],
)  # fmt: skip
def test_other_deeds_of_the_same_people_are_no_agreement(a: str, b: str) -> None:
    """Names in common and words alike do not make two deeds one, nor two figures."""
    assert between(held(a, b)).verdict != "agree"


def test_like_deeds_of_the_same_people_are_one() -> None:
    """Told in like words, with nothing that sets them apart, it is an agreement."""
    found = between(held("General Tarek praised the pilots in Lund.", "In Lund the pilots were praised by Tarek."))
    assert found.verdict == "agree", found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Kestrel mine has been closed since Monday.", "The Kestrel mine is open."),
        ("The bridge at Lund is passable, police said.", "The bridge at Lund is blocked, the mayor said."),
        ("The minister said the talks failed.", "The ambassador said the talks succeeded."),
        ("In the north, where the roads are long, the well remains dry.", "The well is wet."),
    ],
)
def test_opposed_qualities_of_one_thing_are_a_conflict(a: str, b: str) -> None:
    """What a copula brings is what it says, and one argument is enough where there is no other."""
    assert related(a, b).verdict == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Prices of oil rose in May.", "Prices of gas fell in June."),
        ("The mine in the north is open to visitors.", "The shop at the mine is closed."),
    ],
)
def test_opposed_words_of_other_things_are_none(a: str, b: str) -> None:
    """Other arguments, other things."""
    assert related(a, b).verdict != "conflict"


def test_what_is_known_to_be_so_is_no_belief() -> None:
    """“Known to have died” is put as so: against another count it is a conflict, and not one of certainty."""
    found = between(held("Twenty sailors died in the storm.", "Fifteen sailors are known to have died in the storm."))
    assert found.verdict == "conflict", found
