"""Proposals: what is worth comparing comes with a verdict, its reason, its origins, and an id that words decide."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS

from sidebyside.matching.candidates.signals import SIGNALS
from sidebyside.matching.judging import judged
from sidebyside.matching.matter import matter_of
from sidebyside.matching.origins import origins
from sidebyside.matching.pair import Held
from sidebyside.matching.proposals import PROPOSALS, SILENCES, SUMMARIES
from sidebyside.matching.propose import proposals
from sidebyside.matching.silence import silences
from sidebyside.matching.summing import by_point
from sidebyside.matching.verdicts import verdicts_of
from sidebyside.reading.read import Reading, taken_from
from sidebyside.reading.whole import whole
from sidebyside.record.vocabulary import SILENCES as REASONS
from sidebyside.record.vocabulary import VERDICTS
from sidebyside.texts import Part, Source

DAM = (
    "The dam at Vesterby broke in March 2011.\n"
    "The engineer Ana Holm said that Norland had supplied weak gates to the dam.\n"
    "The flood destroyed 40 houses in Vesterby.\n"
    "Talks on the damage brought together Norland, Sweden and Poland in Oslo.\n"
)
GATES = (
    "Norland supplied weak gates to the dam at Vesterby.\n"
    "In all, 60 houses in Vesterby were destroyed by the flood.\n"
    "Norland, Sweden and Finland came to talks on the damage in Oslo.\n"
    "A choir from Lund gave 3 concerts in the old church.\n"
)
INQUIRY = (
    "An inquiry found that the flood destroyed 55 houses in Vesterby.\n"
    "Norland paid for the gates of the dam, and fears that Vesterby will sue it.\n"
)


def source(key: str, text: str, *parts: Part) -> Source:
    """A source of that text."""
    return Source(key, key, text, parts)


def read_all(sources: list[Source]) -> Reading:
    """One reading of several sources, in the order given."""
    tables = [taken_from(each) for each in sources]
    return Reading(**whole({name: pd.concat([t[name] for t in tables], ignore_index=True) for name in tables[0]}))


def proposed(**texts: str) -> pd.DataFrame:
    """The proposals on some texts."""
    return kept(tuple(texts.items())).copy()


@cache
def kept(texts: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """The same, made once: tests ask for the same texts."""
    sources = [source(key, text) for key, text in texts]
    return proposals(sources, read_all(sources))


def on(table: pd.DataFrame, left: str, right: str) -> pd.Series:
    """The one proposal on the two statements that have these words."""
    found = [
        row
        for _, row in table.iterrows()
        if any(
            left in " ".join(row[f"{one}_quotes"]) and right in " ".join(row[f"{other}_quotes"])
            for one, other in (("left", "right"), ("right", "left"))
        )
    ]
    assert len(found) == 1, f"{len(found)} proposals on {left!r} and {right!r}"
    return found[0]


def test_the_table_has_its_columns() -> None:
    """Ranks count from 1 without a gap, ids stand once, verdicts are those of the vocabulary, quotes are the words."""
    table = proposed(A=DAM, B=GATES)
    assert list(table.columns) == list(PROPOSALS)
    assert list(table["rank"]) == list(range(1, len(table) + 1))
    assert table.id.is_unique
    assert set(table.verdict) <= {*VERDICTS, "unsure"} - {"only"}
    for row in table.to_dict("records"):
        for side, text in (("left", DAM), ("right", GATES)):
            assert tuple(text[a:b] for a, b in row[f"{side}_places"]) == row[f"{side}_quotes"]
        assert row["reason"]
        assert row["signals"]


def test_asserted_against_reported_differs_in_certainty() -> None:
    """What one source says on its own word and the other as a witness's is no conflict, and the reason says whose."""
    row = on(proposed(A=DAM, B=GATES), "Ana Holm", "Norland supplied")
    assert row.verdict == "certainty"
    assert "B asserts it" in row.reason
    assert "A reports it as the word of Ana Holm" in row.reason


def test_sides_are_called_by_their_keys() -> None:
    """A reason speaks of C and D where those are compared, and not of A and B."""
    table = proposed(C=DAM, D=GATES)
    row = on(table, "Ana Holm", "Norland supplied")
    assert "D asserts it" in row.reason
    assert "C reports it" in row.reason
    same = proposed(C="The dam cost 13 million crowns in all.", D="The dam cost 15 million crowns in all.").iloc[0]
    assert "C says “13" in same.reason
    assert "D “15" in same.reason


def test_fear_against_fact_is_no_conflict() -> None:
    """That someone fears a thing and that it is not so can both be true."""
    row = on(
        proposed(
            A="Norland fears that the dam at Vesterby will harm the old town.",
            B="The dam at Vesterby does not harm the old town.",
        ),
        "fears",
        "does not",
    )
    assert row.verdict in ("certainty", "unsure")


def test_another_figure_of_the_same_thing() -> None:
    """Two counts of one thing are at least a difference in detail, and the reason has both."""
    row = on(proposed(A=DAM, B=GATES), "40 houses", "60 houses")
    assert row.verdict in ("detail", "conflict")
    assert "40" in row.reason
    assert "60" in row.reason


def test_another_percentage_of_the_same_thing() -> None:
    """Shares are figures as counts are, also where two statements are put in words of their own."""
    sources = [
        source("A", "The council of Vesterby noted with regret that 40 per cent of fishermen had left the harbour."),
        source("B", "Since the great storm 60 per cent of fishermen, says Ana Holm, have moved to Oslo from Vesterby."),
    ]
    told = matter_of(sources, read_all(sources)).told
    pair = Held(told["A"][0], told["B"][0], dict.fromkeys(SIGNALS, 0.6))
    assert "of fishermen, A has “40 per cent”, B “60 per cent”" in [
        found.reason for found in verdicts_of(pair) if found.verdict == "detail"
    ]


def test_other_participants() -> None:
    """Where both name two parties to a thing and each another one, the reason names those."""
    row = on(proposed(A=DAM, B=GATES), "Poland", "Finland")
    assert row.verdict == "detail"
    assert "only A Poland" in row.reason
    assert "only B Finland" in row.reason


def test_the_order_of_the_sources_does_not_matter() -> None:
    """Three sources in any order give the same table."""
    sources = [source("A", DAM), source("B", GATES), source("C", INQUIRY)]
    tables = [proposals(given, read_all(given)) for given in (sources, sources[::-1], [sources[1], *sources[::2]])]
    for other in tables[1:]:
        pd.testing.assert_frame_equal(tables[0], other)


def test_three_sources_meet_in_one_point() -> None:
    """Every two sources are joined, and what all three say of the houses is one point with a verdict on each pair."""
    table = proposed(A=DAM, B=GATES, C=INQUIRY)
    assert {("A", "B"), ("A", "C"), ("B", "C")} <= set(zip(table.left, table.right, strict=True))
    groups = {on(table, one, other).group for one, other in (("40", "60"), ("40", "55"), ("60", "55"))}
    assert len(groups) == 1
    points = by_point(table)
    assert list(points.columns) == list(SUMMARIES)
    point = points[points.group == groups.pop()].iloc[0]
    assert point.sources == ("A", "B", "C")
    assert [(left, right) for left, right, _ in point.verdicts] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert point.summary in ("conflict", "detail")
    assert sum(points.proposals.map(len)) == len(table)


def test_ids_outlast_what_changes_elsewhere() -> None:
    """A sentence more in a source moves every place and rank after it, and no id of what was there."""
    before = set(proposed(A=DAM, B=GATES).id)
    after = set(proposed(A=f"It had rained for weeks.\n\n{DAM}", B=GATES).id)
    assert before <= after


def test_ids_go_stale_with_their_words() -> None:
    """A changed word gives new ids to the proposals on its sentence, and to no other."""
    before, after = proposed(A=DAM, B=GATES), proposed(A=DAM.replace("40 houses", "44 houses"), B=GATES)
    gone = before[~before.id.isin(after.id)]
    assert len(gone)
    assert all("40 houses" in " ".join(words) for words in gone.left_quotes)
    assert not any("40 houses" in " ".join(words) for words in before[before.id.isin(after.id)].left_quotes)


def test_a_sentence_said_twice_has_two_ids() -> None:
    """Proposals on the same words at two places are told apart."""
    table = proposed(A="The dam at Vesterby broke.\nNobody came.\nThe dam at Vesterby broke.\n", B=GATES)
    assert table.id.is_unique
    assert sum("broke" in words[0] for words in table.left_quotes) >= 2


def test_a_source_against_itself() -> None:
    """Within one source only what does not go together is proposed, as internal, and sides are called by passages."""
    table = proposed(A="The dam cost 13 million crowns in all.\nIt rained.\nThe dam cost 15 million crowns in all.\n")
    assert set(table.verdict) == {"internal"}
    row = on(table, "13 million", "15 million")
    assert "A1 says “13" in row.reason
    assert "A3 “15" in row.reason


def test_one_witness_counts_once() -> None:
    """Two sources that lean on the word of one person rest on one origin; two authors are two."""
    table = proposed(
        A="Ana Holm said that Norland had supplied weak gates to the dam.",
        B="According to Ana Holm, Norland supplied weak gates to the dam.",
    )
    row = table.iloc[0]
    assert row.origins == 1
    assert row.left_witnesses == row.right_witnesses == ("Ana Holm",)
    other = on(proposed(A=DAM, B=GATES), "40 houses", "60 houses")
    assert (other.origins, other.left_witnesses, other.right_witnesses) == (2, ("A",), ("B",))


def test_a_chain_of_witnesses_is_one_origin() -> None:
    """A and C share nobody, but B leans on a witness of either."""
    assert origins([frozenset("xy"), frozenset("yz"), frozenset("z")]) == 1
    assert origins([frozenset("x"), frozenset("y"), frozenset("x")]) == 2
    assert origins([]) == 0


def test_a_claim_rests_on_whose_word_it_is() -> None:
    """Where two statements make one claim, the witnesses of that claim count, and not of what stands beside it."""
    row = on(
        proposed(
            A="The dam broke in March, and Ana Holm said that Norland had supplied weak gates to Vesterby.",
            B="Ana Holm said that Norland had supplied weak gates to Vesterby.",
        ),
        "The dam broke",
        "Ana Holm said",
    )
    assert (row.origins, row.left_witnesses, row.right_witnesses) == (1, ("Ana Holm",), ("Ana Holm",))


def test_a_sentence_taken_over_is_no_second_origin() -> None:
    """Of one sentence in two sources that are otherwise their own, both are the authors; a short one is anyone's."""
    copied = "In the spring of 2011 Norland supplied four weak gates to the old dam at Vesterby."
    table = proposed(A=f"{DAM}{copied}\nIt broke.\n", B=f"{GATES}{copied}\nIt broke.\n")
    row = on(table, copied, copied)
    assert (row.origins, row.left_witnesses, row.right_witnesses) == (1, ("A, B",), ("A, B",))
    assert on(table, "It broke.", "It broke.").origins == 2
    assert on(table, "40 houses", "60 houses").origins == 2


def test_only_bodies_are_compared() -> None:
    """Headings and notes are not held against anything."""
    sources = [source("A", "The dam at Vesterby\nIt broke.", Part("title", 0, 19)), source("B", GATES)]
    table = proposals(sources, read_all(sources))
    assert {passage for listed in table.left_passages for passage in listed} == {"A2"}


def test_silence_says_what_was_looked_for() -> None:
    """The concert that only B tells of is a silence of A, with names that are not there and a near miss that is."""
    sources = [source("A", DAM), source("B", GATES)]
    table = silences(sources, read_all(sources))
    assert list(table.columns) == list(SILENCES)
    row = table[(table.source == "B") & table.quote.str.contains("choir")].iloc[0]
    assert row.other == "A"
    assert "Lund" in row.searched
    assert "Lund" in row.absent
    assert DAM[row.near_start : row.near_end] == row.near_quote
    assert row.near.startswith("A")
    assert 0 < row.near_score < 1
    assert not table.quote.str.contains("40 houses").any()
    assert set(table.because) <= set(REASONS)


def test_reasons_have_the_words_as_they_stand() -> None:
    """What two sides share is named as the text has it, capital and plural included, and not as a dictionary would."""
    row = proposed(
        A="Harbours on the Nordic islands are in danger, as the dredgers that Norland promised have never come.",
        B="Because Norland sent no dredgers, the harbours of the Nordic islands are now in danger of closing.",
    ).iloc[0]
    assert row.verdict == "framing"
    assert row.reason == "both speak of Norland, danger and dredgers; B gives a cause (“Because”), A none"


def test_words_in_common_are_no_agreement() -> None:
    """Statements that only have common words in common are left unsure; one claim about one name is an agreement."""
    words = proposed(
        A="In the old town the market and the harbour are the pride of the people.",
        B="For the people of the old town, harbour and market are a great pride.",
    )
    assert set(words.verdict) == {"unsure"}
    claim = proposed(
        A="Norland supplied weak gates to the dam at Vesterby.", B="To the Vesterby dam Norland supplied weak gates."
    )
    assert claim.iloc[0].verdict == "agree"


def test_what_states_nothing_agrees_with_nothing() -> None:
    """Words that both have and that claim nothing, a byline or a heading, are no agreement; a sentence is one."""
    both = "Reuter, Vesterby.\nThe gates of the dam at Vesterby have been closed.\n"
    table = proposed(A=both, B=both)
    assert on(table, "Reuter", "Reuter").verdict == "unsure"
    assert on(table, "The gates", "The gates").verdict == "agree"


@pytest.mark.parametrize(
    ("meaning", "clauses", "turn", "verdict"),
    [
        (0.7, 0.7, 1, "framing"),
        (0.7, 0.7, 4, "framing"),
        (0.7, 0.7, 5, "unsure"),  # either has four that are nearer
        (0.6, 0.6, 1, "unsure"),  # on one subject, and no more
        (0.5, 0.7, 1, "framing"),  # a clause is near, and two rare things are in both
    ],
)
def test_framing_is_for_what_tells_the_same(meaning: float, clauses: float, turn: int, verdict: str) -> None:
    """Another cause is a difference between statements of the same facts, not between all that share a subject."""
    sources = [
        source("A", "The harbour of Vesterby was closed because the dredger had sunk."),
        source("B", "The harbour of Vesterby was closed in the second month."),
    ]
    told = matter_of(sources, read_all(sources)).told
    near = dict.fromkeys(SIGNALS, 0.0) | {"meaning": meaning, "clauses": clauses}
    assert judged(Held(told["A"][0], told["B"][0], near, turn=turn)).verdict == verdict


@pytest.mark.parametrize("block", [1, 2, 3])
def test_silences_do_not_hang_on_how_many_are_compared_at_a_time(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Worked off in blocks of any size, the table is the same."""
    sources = [source("A", DAM), source("B", GATES), source("C", INQUIRY)]
    reading = read_all(sources)
    whole = silences(sources, reading)
    assert len(whole)
    monkeypatch.setattr("sidebyside.matching.silence.BLOCK", block)
    pd.testing.assert_frame_equal(silences(sources, reading), whole)


def test_silence_on_what_came_later() -> None:
    """A source whose last dated event is of 2011 was written too early to tell of 2019, and says so."""
    sources = [
        source("A", DAM),
        source("B", f"{GATES}In June 2019 the parliament of Lund sold its railway to Denmark.\n"),
    ]
    table = silences(sources, read_all(sources))
    row = table[table.quote.str.contains("railway")].iloc[0]
    assert row.because == "earlier"
    assert "2019-06" in row.why
    assert "2011-03" in row.why
    assert set(table[table.quote.str.contains("choir")].because) == {"could"}


@pytest.mark.parametrize("text", ["", "   \n", "Short."])
def test_nothing_to_compare(text: str) -> None:
    """Beside an empty source there is nothing to propose, and the tables still have their columns."""
    sources = [source("A", text), source("B", "Norland came.")]
    reading = read_all(sources)
    assert list(proposals(sources, reading).columns) == list(PROPOSALS)
    assert list(silences(sources, reading).columns) == list(SILENCES)
    assert list(by_point(proposals(sources, reading)).columns) == list(SUMMARIES)


@settings(REPEATABLE, max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_texts_can_be_joined(texts: list[str]) -> None:
    """Whatever the letters, places hold their words, and turning the sources round changes nothing."""
    sources = [source(key, text) for key, text in zip("ABC", texts, strict=False)]
    by_key = {each.key: each.text for each in sources}
    table, turned = (proposals(each, read_all(each)) for each in (sources, sources[::-1]))
    pd.testing.assert_frame_equal(table, turned)
    for row in table.to_dict("records"):
        for side in ("left", "right"):
            words = tuple(by_key[row[side]][a:b] for a, b in row[f"{side}_places"])
            assert words == row[f"{side}_quotes"]
