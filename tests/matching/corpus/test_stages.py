"""Reading, embedding and judging a corpus: what is made of a text hangs on it alone, and a pair is judged as ever."""

from __future__ import annotations

import json
import zlib
from random import Random

import numpy as np
import pandas as pd
import pytest

from sidebyside.matching.candidates.near import STEPS
from sidebyside.matching.corpus.embedding import embed_batch
from sidebyside.matching.corpus.judging import common_of, judge_batch, slices
from sidebyside.matching.corpus.packing import packed, unpacked
from sidebyside.matching.corpus.reading import read_batch, told_by
from sidebyside.matching.corpus.tables import ASKED, PAIRS, STATEMENTS
from sidebyside.texts.gathering import Text
from sidebyside.texts.parts import Part

POST = Text(
    "post",
    "The dam at Vesterby broke in March 2011. Governor Ana Holm said 40 houses were flooded. She may resign.",
    date="2011-04-02",
)
TIMES = Text(
    "times", "About 60 houses were flooded when the dam broke last year, Karim Daud told reporters.", date="2012"
)
EMPTY = Text("empty", " \n")
FOREIGN = Text("foreign", "Der Damm bei Vesterby ist im Frühjahr gebrochen, und viele Häuser standen unter Wasser.")


def test_a_statement_comes_back_as_it_was() -> None:
    """What is packed and unpacked is the same statement with the same rows, under whatever key."""
    for text in (POST, TIMES):
        for told in told_by(text):
            again = unpacked(packed(told), "other", told.passage, told.start, told.number, told.words)
            assert again.source == "other"
            assert again.statement == told.statement
            assert again.said == told.said
            assert again.content == told.content
            for name, rows in told.rows.items():
                assert repr(again.rows[name]) == repr([dict(row) | {"source": "other"} for row in rows])


@pytest.mark.parametrize("data", [b"", b"junk", zlib.compress(b"[]"), zlib.compress(json.dumps([1] * 8).encode())])
def test_a_damaged_statement_is_said(data: bytes) -> None:
    """Bytes that are no statement raise an error that names it; nothing of them is run."""
    with pytest.raises(ValueError, match="statement 7 of post is damaged"):
        unpacked(data, "post", "A3", 0, 7, "It fell.")


def test_what_would_unpack_without_end_is_refused() -> None:
    """A few bytes that stand for very many are not unpacked."""
    with pytest.raises(ValueError, match="too large"):
        unpacked(zlib.compress(b" " * 50_000_000), "post", "A3", 0, 7, "It fell.")


def test_a_text_is_read_as_if_it_were_alone() -> None:
    """Whatever is read with it, and before it, a text's table and its directions are the same."""
    together = read_batch([POST, EMPTY, TIMES, FOREIGN])
    alone = [read_batch([text])[0] for text in (POST, EMPTY, TIMES, FOREIGN)]
    assert all(one.equals(other) for one, other in zip(together, alone, strict=True))
    assert [len(table) for table in together] == [3, 0, 1, 0]
    assert together[0].column_names == list(STATEMENTS)
    vectors = embed_batch(together)
    assert [rows.shape for rows in vectors] == [(3, 384), (0, 384), (1, 384), (0, 384)]
    assert all((rows == embed_batch([table])[0]).all() for rows, table in zip(vectors, together, strict=True))
    assert np.allclose(np.linalg.norm(vectors[0].astype(float), axis=1), STEPS, rtol=0.01)
    assert embed_batch([]) == []


def test_the_keys_are_those_of_the_words() -> None:
    """Names, times, figures and deeds stand there; a relative date hangs on the text's own date."""
    first, second, _ = read_batch([POST])[0].to_pylist()
    assert "vesterby" in first["names"]
    assert "2011-03" in first["times"]
    assert {"ana", "holm"} <= set(second["names"])
    assert "house" in second["figures"]
    assert "2011" in read_batch([TIMES])[0].to_pylist()[0]["times"]
    assert first["passage"] == "A1"
    assert POST.words[second["start"] : second["end"]] == second["words"]


def test_only_the_body_states_anything() -> None:
    """A heading, a note or a menu is no statement."""
    text = Text("page", "Home About Contact\nThe bridge fell.", parts=(Part("furniture", 0, 18),))
    assert read_batch([text])[0].column("words").to_pylist() == ["The bridge fell."]


def pairs_of(*numbers: tuple[int, int], meaning: float = 0.9) -> pd.DataFrame:
    """Pairs as the join gives them."""
    rows = [
        {"left": a, "right": b, "rank": n, "score": 1 / n, "turn": 1} | dict.fromkeys(ASKED, 0.0) | {"meaning": meaning}
        for n, (a, b) in enumerate(numbers, 1)
    ]
    return pd.DataFrame(rows)


def statements(*texts: Text) -> pd.DataFrame:
    """The statements of some texts, numbered through."""
    tables = [table.to_pandas().assign(text=text.key) for text, table in zip(texts, read_batch(texts), strict=True)]
    return pd.concat(tables, ignore_index=True)


def test_a_conflict_is_judged_one() -> None:
    """Two texts that give one thing two figures conflict, and the reason calls them by their keys."""
    one = Text("gazette", "The flood destroyed 40 houses in Vesterby.")
    other = Text("herald", "The flood destroyed 95 houses in Vesterby.")
    found = judge_batch(pairs_of((0, 1)), statements(one, other), frozenset())
    assert list(found.columns) == list(PAIRS)
    assert found.verdict.tolist() == ["conflict"]
    assert "gazette" in found.reason[0]
    assert "herald" in found.reason[0]
    assert found.origins.tolist() == [2]


def test_one_witness_is_one_origin() -> None:
    """Two texts that rest on one named witness have one origin."""
    one = Text("gazette", "The flood destroyed the mill, Ana Holm said.")
    other = Text("herald", "Ana Holm said the flood destroyed the mill.")
    assert judge_batch(pairs_of((0, 1)), statements(one, other), frozenset()).origins.tolist() == [1]


def test_how_pairs_are_dealt_alters_no_verdict() -> None:
    """Judged all at once or one by one, in any order, each pair has the same verdict and reason."""
    table = statements(POST, TIMES, Text("echo", "Governor Ana Holm said 45 houses were flooded. The dam never broke."))
    pairs = pairs_of((0, 3), (1, 3), (1, 4), (0, 5), (3, 5))
    whole = judge_batch(pairs, table, frozenset())
    order = list(range(len(pairs)))
    Random(4).shuffle(order)
    singly = [
        judge_batch(pairs.iloc[[n]], table.loc[sorted({pairs.left[n], pairs.right[n]})], frozenset()) for n in order
    ]
    pd.testing.assert_frame_equal(whole, pd.concat(singly).sort_index(), check_exact=True)


def test_slices_hold_every_pair_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the pairs are dealt, none is lost and none comes twice."""
    monkeypatch.setattr("sidebyside.matching.corpus.judging.SLICE", 7)
    chance = Random(2)
    pairs = pairs_of(*((chance.randrange(50), 50 + chance.randrange(50)) for _ in range(40)))
    parts = list(slices(pairs, list(range(0, 100, 10))))
    assert max(map(len, parts)) <= 7
    assert sorted(pd.concat(parts)["rank"]) == list(range(1, 41))
    assert list(slices(pairs[:0], [0])) == []


def test_the_subject_of_all_is_common() -> None:
    """What every statement speaks of tells none apart; of few statements that is not known."""
    assert common_of([["dam", str(n)] for n in range(200)]) == {"dam"}
    assert common_of([["dam"]] * 5) == frozenset()
