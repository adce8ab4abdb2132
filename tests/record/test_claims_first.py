"""What is proposed on the claims that a comparison was made for comes first, a group each."""

from __future__ import annotations

import pandas as pd

from sidebyside.record.claims_first import claims_first
from sidebyside.record.comparison_file import ClaimEntry

FELL = ClaimEntry(claim="It fell.", said={"A": ("It fell in May.",), "B": ("In June it fell.",), "C": ("It fell.",)})
COST = ClaimEntry(claim="It cost six.", said={"A": ("It cost six.",), "B": ("It cost\nnine.",)})


def proposals(*rows: tuple[str, str, str, str, str, int]) -> pd.DataFrame:
    """Proposals (left, words, right, words, verdict, group) as they are ranked."""
    return pd.DataFrame(
        [
            (n, left, (one,), right, (other,), verdict, group)
            for n, (left, one, right, other, verdict, group) in enumerate(rows, 1)
        ],
        columns=["rank", "left", "left_quotes", "right", "right_quotes", "verdict", "group"],
    )


BEST_FIRST = proposals(
    ("A", "Ada was mayor.", "B", "The mayor was Ada.", "agree", 1),
    ("A", "It cost six.", "B", "It cost nine.", "conflict", 2),
    ("A", "It fell in May.", "B", "In June it fell.", "unsure", 3),
    ("A", "It cost six.", "C", "It fell.", "unsure", 1),
    ("B", "In June it fell.", "C", "It fell.", "detail", 4),
)


def test_claims_come_first() -> None:
    """In the order of the claims, each one group, led by its gravest; all others stay as they were, after them."""
    found = claims_first(BEST_FIRST, [FELL, COST])
    assert found.group.tolist() == [1, 1, 2, 3, 3]
    assert found["rank"].tolist() == [1, 2, 3, 4, 5]
    assert [quotes[0] for quotes in found.left_quotes] == [
        "In June it fell.", "It fell in May.", "It cost six.", "Ada was mayor.", "It cost six.",
    ]  # fmt: skip
    assert found.verdict.tolist() == ["detail", "unsure", "conflict", "agree", "unsure"]


def test_a_lesser_proposal_between_the_same_two_leads_nothing() -> None:
    """Where two sources have two proposals on a claim, the better one is what they are taken up with."""
    fell = ClaimEntry(claim="It fell.", said=FELL.said | {"A": ("It fell in May.", "It fell.")})
    ranked = proposals(
        ("A", "It fell.", "B", "In June it fell.", "agree", 1),
        ("A", "It fell in May.", "B", "In June it fell.", "conflict", 1),
        ("A", "It fell.", "C", "It fell.", "detail", 2),
    )
    assert claims_first(ranked, [fell]).verdict.tolist() == ["detail", "agree", "conflict"]


def test_words_of_one_side_alone_are_not_the_claim() -> None:
    """A proposal that has words of a claim on one side, and others on the other, is not on it."""
    found = claims_first(BEST_FIRST, [COST])
    assert found.group.tolist() == [1, 2, 3, 2, 4]


def test_without_claims_nothing_is_moved() -> None:
    """A comparison that was made of no corpus has its proposals as they are, and none are none."""
    assert claims_first(BEST_FIRST, []) is BEST_FIRST
    none = proposals()
    assert claims_first(none, [FELL]).empty
