"""What relation is proposed of two statements: each rule by sentences that show it, and each shape that excuses."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidebyside.matching.relations import EXCUSES, VERDICTS, Relation, relation_of
from sidebyside.matching.statement import Statement, statements_of


@cache
def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return tuple(statements_of([text])[0])


def related(a: str, b: str) -> Relation:
    """The relation of two texts; exchanged, they have the same one with the sides exchanged."""
    found, back = relation_of(read(a), read(b)), relation_of(read(b), read(a))
    assert found.verdict == back.verdict
    assert found.excuse == back.excuse
    assert {(s.name, s.a, s.b) for s in found.signals} == {(s.name, s.b, s.a) for s in back.signals}
    return found


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
    "names": [
        ("The envoy flew to Tashkent after the talks.", "The envoy flew to Dushanbe after the talks."),
        ("The Russian garrison left the valley.", "The Pakistani garrison left the valley."),
    ],
    "opposed": [
        ("Trade with the south increased last year.", "Trade with the south decreased last year."),
        ("The council rejected the loan.", "The council approved the loan."),
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


FREE = {
    "denied": (
        "In a long letter to his brother the governor wrote that the army had never crossed the river that year.",
        "The army crossed the river.",
    ),
    "opposed": (
        "After a debate of nine hours in its old hall, parliament rejected the treaty, as several papers had foreseen.",
        "Parliament ratified the treaty.",
    ),
    "roles": (
        "Late in the autumn, as the papers of the court still show, Holm sued Orlov over the mill by the bridge.",
        "Orlov sued Holm.",
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
    assert (found.verdict, found.signals[0].name) == ("conflict", name), found


EXCUSED = {
    "period": (
        "The mill sold 340 tons of flour in 2013, and its owner was pleased.",
        "The mill sold 430 tons of flour in 2014, and its owner was pleased.",
    ),
    "scope": (
        "After the long rains, as the papers had it, the flood in Lund destroyed 40 houses.",
        "The flood destroyed 70 houses in Malmö.",
    ),
    "definition": (
        "The army lost 300 men in the valley, including prisoners.",
        "The army lost 200 men in the valley.",
    ),
    "refinement": (
        "The strike cost the harbour 18,000 crowns.",
        "The strike cost the harbour 18,240 crowns.",
    ),
    "one of a list": (
        "The envoy held talks with Russia and China about the loan.",
        "The envoy held talks with Russia about the loan.",
    ),
    "conditional": (
        "If the rains fail, prices in the town will rise.",
        "When the rains come, prices in the town will fall.",
    ),
    "restatement": (
        "The mayor bought the old mill by the river from Holm.",
        "Holm sold the old mill by the river.",
    ),
    "different things": (
        "For years, as the older villagers still tell it, the Soviet retreat cost the valley 400 lives.",
        "The American retreat cost 20 lives.",
    ),
    "reported to dispute": (
        "The ministry denied that the garrison had left the valley.",
        "The ministry said that the garrison had stayed in the valley.",
    ),
    "perception": (
        "The mayor fears that trade with the south will increase.",
        "The records show that trade with the south will decrease.",
    ),
}


@pytest.mark.parametrize(("name", "a", "b"), [(name, *pair) for name, pair in EXCUSED.items()])
def test_a_shape_that_excuses_is_named(name: str, a: str, b: str) -> None:
    """What only seems to conflict is not called a conflict, and the shape that it has is named."""
    found = related(a, b)
    assert found.verdict != "conflict", found
    assert found.excuse == name, found
    assert found.against


def test_every_shape_is_listed_and_shown() -> None:
    """The table of shapes is what the sentences above show, one by one."""
    assert set(EXCUSED) == set(EXCUSES)


SAME = [
    ("The mayor bought the mill.", "The mayor purchased the mill."),
    ("Prices did not fall.", "Prices never fell."),
    ("Trade increased after the war.", "Trade grew after the war."),
    ("The army left, and the village was quiet.", "The army departed, and the village was quiet."),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_what_says_the_same_is_no_conflict(a: str, b: str) -> None:
    """Words of one family, and a denial by another word, make no conflict."""
    assert related(a, b).verdict in ("agree", "unsure")


OTHERWISE = [
    ("certainty", "hedges", "The army left the valley in spring.", "The army may have left the valley in spring."),
    ("framing", "causes", "The mill closed because of the drought.", "The mill closed because of high taxes."),
    ("detail", "added", "The army left the valley.", "The army left the valley with sixty wagons."),
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
