"""What relation is proposed of two statements: each rule by sentences that show it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matching.relating import read, related

from sidebyside.matching.relations import VERDICTS, relation_of

CONFLICTS = {
    "figures": [
        (
            "The ministry counted 340 trucks at the border in May.",
            "The ministry counted 430 trucks at the border in May.",
        ),
        ("The bank paid a dividend of 13 cents a share.", "The bank paid a dividend of 15 cents a share."),
        ("The garrison had between 200 and 300 men.", "The garrison had between 400 and 500 men."),
    ],
    "dates": [
        ("The bridge at Lund was opened in 1998.", "The bridge at Lund was opened in 2003."),
        ("The envoys met in Kabul on 4 June.", "The envoys met in Kabul on 6 June."),
    ],
    "lengths": [
        ("The port was shut for 13 days.", "The port was shut for 6 days."),
        ("The siege of the fort took three months.", "The siege of the fort took a year and a half."),
        (
            "The crossing from the mainland to the island lasts about 40 minutes.",
            "The crossing from the mainland to the island lasts more than two hours.",
        ),
    ],
    "names": [
        ("The envoy flew to Tashkent after the talks.", "The envoy flew to Dushanbe after the talks."),
        ("The Russian garrison left the valley.", "The Pakistani garrison left the valley."),
    ],
    "opposed": [
        ("Trade with the south increased last year.", "Trade with the south decreased last year."),
        ("The council rejected the loan.", "The council approved the loan."),
        ("The council agreed to the loan in May.", "The council declined the loan in May."),
        ("The village lies above the dam.", "The village lies below the dam."),
        ("The valley is stable.", "The valley is unstable."),
    ],
    "denied": [
        ("The army shelled the town.", "The army did not shell the town."),
        ("The mayor kept the books at home and left.", "The mayor never kept the books at home and left."),
        ("The treaty covers fishing in the bay.", "The treaty covers only fishing in the bay."),
    ],
    "another of its kind": [
        ("The meeting was held on a Monday in the school.", "The meeting was held on a Monday in the church."),
        ("His brother ran the mill in those years.", "His uncle ran the mill in those years."),
    ],
    "amounts": [
        ("All villages of the province were searched.", "Some villages of the province were searched."),
        ("Most farmers in the valley own land.", "Few farmers in the valley own land."),
    ],
    "numbers": [("The crew flew a Boeing 737 MAX 9 there.", "The crew flew a Boeing 737 MAX 8 there.")],
}


@pytest.mark.parametrize(("name", "a", "b"), [(name, a, b) for name, pairs in CONFLICTS.items() for a, b in pairs])
def test_a_clash_in_one_slot_is_a_conflict(name: str, a: str, b: str) -> None:
    """Where two statements differ in one thing that cannot be both ways, the verdict names that thing."""
    found = related(a, b)
    assert found.verdict == "conflict", found
    assert name in {signal.name for signal in found.signals}


def test_what_limits_an_addition_denies_nothing() -> None:
    """“Only” before what one side alone says takes nothing away from what both say."""
    a = "The treaty covers fishing in the bay."
    assert related(a, "The treaty covers fishing in the bay, and hunting only on the islands.").verdict != "conflict"


FREE = {
    "denied": (
        "In a long letter to his brother the governor wrote that the army had never crossed the river that year.",
        "The army crossed the river.",
    ),
    "denied word": (
        "The chancellor, wrote the court's own printer, ended the siege that spring without terms, and left for home.",
        "The chancellor offered terms to end the siege.",
    ),
    "opposed": (
        "After a debate of nine hours in its old hall, parliament rejected the treaty, as several papers had foreseen.",
        "Parliament ratified the treaty.",
    ),
    "roles": (
        "Late in the autumn, as the papers of the court still show, Holm sued Orlov over the mill by the bridge.",
        "Orlov sued Holm.",
    ),
    "figures of a body": (
        "The Green League said in a letter last night that it had sent eight observers for the harbour vote in Lund.",
        "11 observers of the Lund harbour vote arrived.",
    ),
    "figures": (
        "When the old harbour was closed, as everyone along the coast remembers, the strike cost the town 400 jobs.",
        "The strike cost 700 jobs.",
    ),
}


@pytest.mark.parametrize(("name", "a", "b"), [(name, *pair) for name, pair in FREE.items()])
def test_claims_clash_in_texts_of_their_own_words(name: str, a: str, b: str) -> None:
    """Where the words stand in no common order, predicates and what they are said of are compared."""
    found = related(a, b)
    assert (found.verdict, found.signals[0].name) == ("conflict", name.split()[0]), found


SAME = [
    ("The mayor bought the mill.", "The mayor purchased the mill."),
    ("Prices did not fall.", "Prices never fell."),
    ("Trade increased after the war.", "Trade grew after the war."),
    ("The army left, and the village was quiet.", "The army departed, and the village was quiet."),
    ("The police searched the house for hours.", "The police officers searched the house for hours."),
    ("The river rose, and the mill was lost.", "The river rose, and however the mill was lost."),
    ("The bank reported a loss of 40 million crowns.", "The bank disclosed a loss of 40 million crowns."),
    ("The fire destroyed a huge part of the archive.", "The fire destroyed a part of the archive."),
    ("The port was shut for two weeks.", "The port was shut for 14 days."),
    ("The port was shut for about a month.", "The port was shut for 29 days."),
    ("The museum shows coins and maps of the coast.", "The museum shows a range of coins and maps of the coast."),
    (
        "Holm asked Orlov for help, and later Orlov asked Holm for help.",
        "Holm asked Orlov for aid, and later Orlov asked Holm for aid.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_what_says_the_same_is_no_conflict(a: str, b: str) -> None:
    """Words of one family, and a denial by another word, make no conflict."""
    assert related(a, b).verdict in ("agree", "unsure")


OTHERWISE = [
    ("certainty", "hedges", "The army left the valley in spring.", "The army may have left the valley in spring."),
    ("framing", "causes", "The mill closed because of the drought.", "The mill closed because of high taxes."),
    ("certainty", "reports", "The ships left in May.", "The ships reportedly left in May."),
    ("detail", "added", "The army left the valley.", "The army left the valley with sixty wagons."),
    (
        "detail",
        "added",
        "The choir sang in the old town hall.",
        "The choir sang in the old town hall, led by Ana Holm.",
    ),
    ("detail", "one of a list", "Holm and Orlov signed the treaty.", "Holm signed the treaty."),
]


@pytest.mark.parametrize(("verdict", "name", "a", "b"), OTHERWISE)
def test_lesser_differences_have_verdicts_of_their_own(verdict: str, name: str, a: str, b: str) -> None:
    """A hedge, another cause and an addition are told apart from a conflict."""
    found = related(a, b)
    assert found.verdict == verdict, found
    assert name in {signal.name for signal in (*found.signals, *found.against)}


def test_a_denial_of_the_opposite_restates() -> None:
    """Two turns make good: not to fall is no opposite of rising."""
    assert related("Prices rose in the valley.", "Prices did not fall in the valley.").verdict != "conflict"
    assert related("Prices rose in the valley.", "Prices fell in the valley.").verdict == "conflict"


def test_a_reason_has_the_words_of_both_sides() -> None:
    """The sentence quotes each side's words, and the signal says where they stand."""
    found = relation_of(read("The bank paid 13 cents a share."), read("The bank paid 15 cents a share."))
    assert "A says “13 cents a share”, B “15 cents a share”" in found.reason
    (one,), (other,) = found.signals[0].a, found.signals[0].b
    assert "The bank paid 13 cents a share."[one.start : one.end] == one.words == "13 cents a share"
    assert "The bank paid 15 cents a share."[other.start : other.end] == other.words


def test_exchanged_sides_exchange_the_reason() -> None:
    """What A says is said of B when the sides are exchanged."""
    found = relation_of(read("The bank paid 15 cents a share."), read("The bank paid 13 cents a share."))
    assert "A says “15 cents a share”, B “13 cents a share”" in found.reason


def test_unlike_texts_are_unsure() -> None:
    """Texts on different things are no conflict, and no agreement."""
    assert related("The mayor bought a mill.", "Poppies grow in the south.").verdict == "unsure"
    assert relation_of((), ()).verdict == "unsure"
    assert relation_of(read("The mayor bought a mill."), ()).verdict == "unsure"


def test_a_statement_alone_is_a_text() -> None:
    """One statement may be given without a list around it."""
    (one,), (other,) = read("Trade rose."), read("Trade fell.")
    assert relation_of(one, other) == relation_of([one], [other])


WORDS = st.sampled_from(
    "the army not never 13 15 cents in 2014 Kabul Holm said rose fell , . because of all may if Monday “ é".split()
)
TEXTS = st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=40))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_have_a_relation(a: str, b: str) -> None:
    """Whatever is written, a verdict comes, the same from both sides."""
    assert related(a, b).verdict in VERDICTS


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_text_does_not_conflict_with_itself(text: str) -> None:
    """Any text agrees with itself, or nothing is said of it."""
    assert related(text, text).verdict in ("agree", "unsure")


def test_the_number_of_an_item_is_no_part_of_what_it_says() -> None:
    """Lists that were numbered anew say the same; a number within the sentence still counts."""
    words = "The proposer may withdraw the motion at any time."
    assert related(f"5. {words}", f"6. {words}").verdict == "agree"
    assert related(f"5) {words}", words).verdict == "agree"
    assert related("Rule 5 binds the members.", "Rule 6 binds the members.").verdict == "conflict"


def test_an_office_is_one_whoever_holds_it() -> None:
    """Chair and Chairman are no two persons."""
    said = "The {} of the Committee may decide alone."
    assert related(said.format("Chairman"), said.format("Chair")).verdict != "conflict"
