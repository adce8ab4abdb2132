"""Claims across sources: who stands with whom, on how many origins, since when, whatever the order of the pairs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from tests.matching.corpus_tables import pairs_of, statements_of, texts_of

from sidebyside.matching.corpus import origins
from sidebyside.matching.corpus.alone import alone_of, lonely, publishers
from sidebyside.matching.corpus.between import BETWEEN, between
from sidebyside.matching.corpus.claims import CLAIMS, STANDINGS, claims_of
from sidebyside.matching.corpus.origins import REPRINTS, hands_of, reprints_of
from sidebyside.matching.corpus.sides import VERDICTS
from sidebyside.matching.judging import FAR

SHIP = {
    "a": ["The ferry Halcyon ran aground on the Skerrow reef.", "It carried 212 passengers."],
    "b": ["On Skerrow reef the ferry Halcyon went aground.", "There were 212 passengers on board that day."],
    "c": ["The Halcyon struck the reef of Skerrow and stuck.", "The ferry carried some 240 passengers, he said."],
    "d": ["Of the ferry nothing has been heard.", "Gulls nest on the reef."],
}
DATES = {"a": "2016-05-14", "b": "2016-05-15", "c": "2016-06"}
GROUNDED = [(0, 2, "agree"), (0, 4, "agree"), (2, 4, "agree")]
COUNTED = [(1, 3, "agree"), (1, 5, "conflict"), (3, 5, "conflict")]


def claims_in(pairs: pd.DataFrame, statements: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """The claims of a corpus of these tables."""
    return claims_of(pairs, statements, texts, hands_of(statements, len(texts)))


def claims(rows: list[tuple], words: dict[str, list[str]] = SHIP, **known: dict[str, str]) -> pd.DataFrame:
    """The claims of some pairs."""
    return claims_in(pairs_of(rows), statements_of(words), texts_of(words, **known))


def only(found: pd.DataFrame) -> pd.Series:
    """The one row of a table."""
    assert len(found) == 1, found.T
    return found.iloc[0]


def test_the_table_is_as_it_is_written_down() -> None:
    """The columns are those of CLAIMS, every standing is one of STANDINGS, and no pairs make no claims."""
    found = claims(GROUNDED + COUNTED)
    assert list(found) == list(CLAIMS)
    assert set(found.standing) <= set(STANDINGS)
    assert list(claims([])) == list(CLAIMS)
    assert claims([]).empty


def test_who_agrees_is_one_side() -> None:
    """Three texts that agree stand on one side: unanimous, of three origins, from the first date to the last."""
    claim = only(claims(GROUNDED, date=DATES))
    assert (claim.standing, claim.origins, claim.texts) == ("unanimous", 3, ("a", "b", "c"))
    assert (claim.sides, claim.open) == (((0, 2, 4),), ())
    assert (claim.agree, claim.conflict) == (3, 0)
    assert (claim["first"], claim["last"]) == ("2016-05-14", "2016-06")


def test_who_conflicts_is_two_sides() -> None:
    """Two against one: the larger side first, and the counts say on how many pairs of origins."""
    claim = only(claims(COUNTED))
    assert (claim.standing, claim.sides) == ("contested", ((1, 3), (5,)))
    assert (claim.agree, claim.conflict) == (1, 2)


def test_what_differs_is_parted() -> None:
    """A difference in detail is no conflict, and no agreement either."""
    claim = only(claims([(1, 3, "agree"), (1, 5, "detail")]))
    assert (claim.standing, claim.sides, claim.detail) == ("parted", ((1, 3), (5,)), 1)


def test_abstaining_is_kept() -> None:
    """Unsure pairs are counted as unsure; who is tied by nothing else is left open, and nothing is unanimous then."""
    claim = only(claims([(0, 2, "agree"), (0, 4, "unsure"), (2, 4, "unsure")]))
    assert (claim.standing, claim.sides, claim.open, claim.agree, claim.unsure) == ("unsure", ((0, 2),), (4,), 1, 2)
    nobody = only(claims([(0, 2, "unsure")]))
    assert (nobody.standing, nobody.sides, nobody.open) == ("unsure", (), (0, 2))


def test_an_agreement_on_either_hand_does_not_hide_a_conflict() -> None:
    """Who agrees with both of two that conflict stands with the one it agrees with best, and they stay apart."""
    claim = only(claims([(0, 2, "agree"), (2, 4, "agree"), (0, 4, "conflict")]))
    assert (claim.standing, claim.sides) == ("contested", ((0, 2), (4,)))


def test_pairs_too_far_apart_make_no_claim() -> None:
    """What the machine found too far to be judged, and pairs within one text, tie nothing."""
    assert claims([(0, 2, "unsure", FAR), (0, 1, "internal")]).empty


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_the_pairs_does_not_matter(seed: int) -> None:
    """Shuffled, and with left and right exchanged, the pairs give the same table to the last value."""
    random = np.random.default_rng(seed)
    words = {
        f"t{n:02}": [f"Outlet {n} told of matter {m} at some length that day." for m in range(4)] for n in range(30)
    }
    statements, texts = (
        statements_of(words),
        texts_of(words, date={key: f"2020-01-{n + 1:02}" for n, key in enumerate(words)}),
    )
    made = []
    for _ in range(400):
        one, other = sorted(random.integers(0, 30, 2))
        if one != other:
            matter = int(random.integers(0, 4))
            verdict = str(random.choice([*VERDICTS]))
            made.append((one * 4 + matter, other * 4 + matter, verdict, "", int(random.integers(1, 3))))
    pairs = pairs_of(dict.fromkeys(made))
    first = claims_in(pairs, statements, texts)
    shuffled = pairs.sample(frac=1, random_state=seed).reset_index(drop=True)
    turned = shuffled.index % 2 == 0
    shuffled = shuffled.assign(
        left=shuffled.right.where(turned, shuffled.left), right=shuffled.left.where(turned, shuffled.right)
    )
    pd.testing.assert_frame_equal(claims_in(shuffled, statements, texts), first)
    assert len(first) > 4


def test_the_same_words_are_one_origin() -> None:
    """A sentence printed by three is one origin, however many pairs it makes; other words for it are another."""
    said = "The ferry Halcyon ran aground on the Skerrow reef at noon."
    words = {"a": [said], "b": [said.upper()], "c": [said], "d": ["At noon the Halcyon struck a reef off Skerrow."]}
    alone = only(claims([(0, 1, "agree"), (1, 2, "agree")], words))
    assert (alone.standing, alone.origins, alone.agree, alone.texts) == ("alone", 1, 0, ("a", "b", "c", "d")[:3])
    both = only(claims([(0, 1, "agree"), (1, 3, "agree"), (2, 3, "agree")], words))
    assert (both.standing, both.origins, both.agree, both.sides) == ("unanimous", 2, 1, ((0, 1, 2, 3),))


def test_the_same_words_need_no_pair() -> None:
    """Texts with the same sentence are on one claim also where the search did not pair them."""
    said = "The ferry Halcyon ran aground on the Skerrow reef at noon."
    assert only(claims([], {"a": [said], "b": [said]})).texts == ("a", "b")
    assert claims([], {"a": ["He denied it."], "b": ["He denied it."]}).empty


def test_a_sentence_with_a_word_changed_is_taken_over() -> None:
    """Nearly the same words are one origin; but not where what was changed in them makes a conflict."""
    words = {
        "a": ["The ferry Halcyon ran aground on the Skerrow reef at noon and lay there until the evening of that day."],
        "b": ["The ferry Halcyon ran aground on the Skerrow reef at noon and lay there until the evening of one day."],
    }
    assert only(claims([(0, 1, "agree")], words)).standing == "alone"
    changed = only(claims([(0, 1, "conflict")], words))
    assert (changed.standing, changed.origins, changed.conflict) == ("contested", 2, 1)


def test_one_witness_is_one_origin() -> None:
    """Two texts on the word of one witness count once."""
    assert only(claims([(0, 2, "agree", "", 1)])).standing == "alone"


def test_a_reprint_is_one_hand() -> None:
    """Texts that have half of their words in common are of one hand in every claim, also where they word one anew."""
    body = [
        f"Sentence number {n} tells at length of cargo {n}, of mooring {n} and of the pilot of quay {n}."
        for n in range(6)
    ]
    words = {
        "a": [*body, "Some 212 people were aboard."],
        "b": [*body, "Aboard were 212 people."],
        "c": ["On board: 212 people."],
    }
    found = claims([(6, 13, "agree"), (6, 14, "agree"), (13, 14, "agree")], words)
    assert found[found.texts == ("a", "b", "c")].origins.tolist() == [2]
    assert set(found[found.texts == ("a", "b")].standing) == {"alone"}


def test_a_chain_does_not_swallow_the_corpus() -> None:
    """A thousand statements, each tied to the next alone, are cut into claims of a few."""
    words = {f"t{n:04}": [f"Matter {n} was told by outlet {n}."] for n in range(1000)}
    found = claims([(n, n + 1, "agree") for n in range(999)], words)
    assert found.texts.map(len).max() <= 4
    tied = {pair for sides in found.statements for pair in pairwise(sides)}
    assert len(tied) == 999  # and no proposal is lost


def test_many_who_tell_one_thing_are_one_claim() -> None:
    """Sixty texts that tell one thing are one claim, also where each was held against six others alone."""
    words = {f"t{n:02}": [f"Outlet {n} says in its own words that it sank."] for n in range(60)}
    ties = [(n, (n + step) % 60, "agree") for step in (1, 2, 5) for n in range(60)]
    assert claims(ties, words).texts.map(len).max() == 60


def test_what_is_proposed_between_two_claims_is_kept() -> None:
    """A conflict between single statements of two claims makes neither one, and is a claim of its own."""
    words = {key: [f"{key} says one thing of it.", *["Filler."] * 8, f"{key} says the other."] for key in "abcdef"}
    one = [(10 * x, 10 * y, "agree") for x in range(3) for y in range(x + 1, 3)]
    other = [(10 * x, 10 * y, "agree") for x in range(3, 6) for y in range(x + 1, 6)]
    found = claims([*one, *other, (0, 30, "conflict")], words)
    assert sorted(found.statements) == [(0, 10, 20), (0, 30), (30, 40, 50)]
    assert found[found.statements == (0, 30)].standing.tolist() == ["contested"]


def test_a_claim_has_one_place_in_each_text() -> None:
    """Statements far apart in one text are not drawn into one claim by a third that answers both."""
    words = {"a": [f"Sentence {n} of the first." for n in range(30)], "b": ["Sentence of the second."]}
    found = claims([(0, 30, "agree"), (25, 30, "agree")], words)
    assert sorted(found.statements) == [(0, 30), (25, 30)]


def test_claims_of_most_origins_come_first() -> None:
    """The order is that of the origins, then that of the ranks; numbers count from 1 and ids differ."""
    found = claims([(7, 5, "agree"), *GROUNDED, (1, 3, "unsure")])
    assert found.origins.tolist() == [3, 2, 2]
    assert found.claim.tolist() == [1, 2, 3]
    assert found["rank"].tolist() == [2, 1, 5]
    assert found.id.nunique() == 3


def test_by_is_whoever_published_it() -> None:
    """Two texts of one outlet are one name; a text of nobody goes by its key."""
    assert only(claims(GROUNDED, by={"a": "The Post", "b": "The Post"})).by == ("The Post", "c")


def test_publishers_are_held_together_claim_by_claim() -> None:
    """Of two publishers every claim counts once, with n; what was not held together counts for nothing."""
    by = {"a": "Post", "b": "Sun", "c": "Echo"}
    pairs, statements, texts = pairs_of(GROUNDED[:2] + COUNTED), statements_of(SHIP), texts_of(SHIP, by=by)
    found = between(claims_in(pairs, statements, texts), pairs, statements, texts)
    assert list(found) == list(BETWEEN)
    counts = {(row.one, row.other): (row.claims, row.agree, row.conflict) for row in found.itertuples()}
    assert counts == {("Echo", "Post"): (2, 1, 1), ("Post", "Sun"): (2, 2, 0), ("Echo", "Sun"): (1, 0, 1)}
    assert (found[[*VERDICTS, "same"]].sum(axis=1) == found.claims).all()


def test_beyond_the_largest_the_others_are_together() -> None:
    """With room for one name the others are one column, which may be held against itself."""
    by = {"a": "Post", "b": "Sun", "c": "Echo"}
    pairs, statements, texts = pairs_of(COUNTED), statements_of(SHIP), texts_of(SHIP, by=by)
    found = between(claims_in(pairs, statements, texts), pairs, statements, texts, most=1)
    assert set(found.one) | set(found.other) == {"Echo", "3 others"}
    assert found.claims.sum() == 2  # one claim for each of the two cells


def test_the_same_words_are_told_apart_from_agreement() -> None:
    """Publishers that print one sentence have it in the same words; that is no agreement of two."""
    said = "The ferry Halcyon ran aground on the Skerrow reef at noon."
    words = {"a": [said], "b": [said], "c": ["At noon the Halcyon struck a reef off Skerrow."]}
    pairs, statements, texts = pairs_of([(0, 2, "agree")]), statements_of(words), texts_of(words)
    found = between(claims_in(pairs, statements, texts), pairs, statements, texts).set_index(["one", "other"])
    assert found.loc[("a", "b"), ["same", "agree"]].tolist() == [1, 0]
    assert found.loc[("b", "c"), ["same", "agree"]].tolist() == [0, 1]  # the same words were held against c


def test_who_stands_alone() -> None:
    """Alone is a statement of weight that nothing of another hand came near; one against many, a side of one hand."""
    by = {"a": "Post", "b": "Sun", "c": "Echo", "d": "Echo"}
    lone = "Captain Edda Voss had commanded the ferry Halcyon for nine years."
    words = {key: [*said, lone] if key == "d" else said for key, said in SHIP.items()}
    pairs = pairs_of([*GROUNDED, *COUNTED])
    statements, texts = statements_of(words), texts_of(words, by=by)
    hands = hands_of(statements, len(texts))
    lone = lonely(pairs, statements, hands)
    found = alone_of(lone, statements, texts)
    assert found[["statement", "text", "by"]].to_numpy().tolist() == [[8, "d", "Echo"]]
    made = claims_in(pairs, statements, texts)
    table = publishers(made, pd.Series(dtype=str), lone, hands, statements, texts).set_index("by")
    assert table.loc["Echo", ["texts", "alone", "against"]].tolist() == [2, 1, 1]
    assert table.loc["Post", ["texts", "alone", "against"]].tolist() == [1, 0, 0]


def test_who_repeats_whom() -> None:
    """Who has the words of another is listed with the earliest; that one is later is said only where it is sure."""
    body = [f"Sentence number {n} tells at length of cargo {n} and of the pilot of quay {n} there." for n in range(9)]
    words = {
        "a": body[:8],
        "b": body,
        "c": ["Nothing of that was heard of in the town before the week was over."],
        "d": body[1:],
    }
    dates = {"a": "2016-05-15", "b": "2016-05-14", "d": "2016-05"}
    statements = statements_of(words)
    found = reprints_of(statements, texts_of(words, date=dates), hands_of(statements, 4))
    assert list(found) == list(REPRINTS)
    assert found[["text", "of", "later"]].to_numpy().tolist() == [["a", "d", False], ["b", "d", False]]
    dates["d"] = "2016-06"
    found = reprints_of(statements, texts_of(words, date=dates), hands_of(statements, 4))
    assert found[["text", "of", "later"]].to_numpy().tolist() == [["a", "b", True], ["d", "b", True]]
    assert (found.shared > 0.8 * found.runs).all()


@pytest.mark.parametrize("seed", range(3))
def test_hands_do_not_hang_on_the_order_of_statements(seed: int) -> None:
    """Families are the same however the rows of the statements lie."""
    words = {
        f"t{n:02}": [f"Line {m} of family {n % 7} goes on for quite a number of words here." for m in range(9)]
        for n in range(40)
    }
    statements = statements_of(words)
    first = hands_of(statements, 40)
    assert first.tolist() == [n % 7 for n in range(40)]
    assert hands_of(statements.sample(frac=1, random_state=seed), 40).tolist() == first.tolist()


def test_in_a_very_large_corpus_reprints_are_known_from_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Held against each other by every fifth run, texts of one family are still one, and others still others.

    How many runs two have in common is counted in full.
    """
    words = {
        f"t{n:02}": [f"Line {m} of family {n % 7} goes on for quite a number of words here." for m in range(40)]
        for n in range(21)
    }
    words["z"] = ["A short note of eight words stands here."]
    statements, texts = statements_of(words), texts_of(words)
    whole = reprints_of(statements, texts, hands_of(statements, 22))
    monkeypatch.setattr(origins, "ROOM", statements.words.str.split().str.len().sum() // 5)
    monkeypatch.setattr(origins, "SOME", 50)
    found = hands_of(statements, 22)
    assert found.tolist() == [*(n % 7 for n in range(21)), 21]
    pd.testing.assert_frame_equal(reprints_of(statements, texts, found), whole)
    assert (whole.runs == 2 * 40 + 8).all()  # two in every line have its number, eight have none


def test_the_same_words_and_nothing_else_come_last() -> None:
    """Of claims of as many origins, one of which nothing is proposed stands after all that were found in pairs."""
    lone = "The harbour office of Skerrow kept no list of the passengers of that day."
    words = {"a": [SHIP["a"][0], lone], "b": [SHIP["b"][0], lone]}
    pairs = pairs_of([(0, 2, "agree")]).assign(rank=90)
    made = claims_in(pairs, statements_of(words), texts_of(words))
    assert made["rank"].tolist() == [90, 0]
