"""A claim of a corpus becomes a comparison: every side has its say in it, and what was left out is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.showing import many_texts

from sidebyside.errors import Refused
from sidebyside.record import load
from sidebyside.record.actions.accepting import Accept
from sidebyside.record.actions.offered import offered
from sidebyside.record.keeping import Desk
from sidebyside.record.making import narrowed


def test_the_texts_of_a_claim_become_a_comparison(tmp_path: Path) -> None:
    """Its sources are the texts of the claim, with their publishers, dates and words; nothing is decided."""
    corpus = many_texts.ship()
    number = int(corpus.claims[corpus.claims.standing == "contested"].claim.iloc[0])
    work, taken, left_out = narrowed(corpus, number, tmp_path / "claim")
    assert taken == {"A": "echo-1", "B": "sun-1", "C": "post-1"}
    assert left_out == ()
    assert [entry.publisher.is_ for entry in work.about.sources] == ["Echo", "Sun", "The Post"]
    assert [entry.written.is_ for entry in work.about.sources] == ["2016-05-14", "2016-06", "2016-05-15"]
    assert "There were 212 passengers on board that day." in work.source("C").text
    assert work.coded.points == () or list(work.coded.points) == []
    assert work.about.question.startswith("What do the sources say to this:")


def test_every_side_comes_before_a_second_of_any(tmp_path: Path) -> None:
    """With room for two, the earliest of each side is taken, and the others are named as left out."""
    corpus = many_texts.ship()
    number = int(corpus.claims[corpus.claims.standing == "contested"].claim.iloc[0])
    _, taken, left_out = narrowed(corpus, number, tmp_path / "claim", most=2)
    assert list(taken.values()) == ["echo-1", "sun-1"]
    assert left_out == ("post-1",)


def test_a_reprint_that_contradicts_has_its_say(tmp_path: Path) -> None:
    """A side of one text, printed from a text of the other side but for its figure, is taken before a third text."""
    body = [f"Line {n} tells at some length of the cargo on quay {n} and of its pilot there." for n in range(12)]
    words = {
        "a": [*body, "There were 212 passengers on board that day."],
        "b": ["It carried 212 passengers, the mate said."],
        "c": [*body, "There were 240 passengers on board that day."],
    }
    pairs = [(12, 13, "agree", "both say 212"), (12, 26, "conflict", "212"), (13, 26, "conflict", "212")]
    dates = {"a": "2016-05-14", "b": "2016-05-15", "c": "2016-05-16"}
    corpus = many_texts.corpus_of(words, [(*pair, 2) for pair in pairs], dict.fromkeys(words, ""), dates)
    number = int(corpus.claims[corpus.claims.standing == "contested"].claim.iloc[0])
    _, taken, left_out = narrowed(corpus, number, tmp_path / "claim", most=2)
    assert list(taken.values()) == ["a", "c"]
    assert left_out == ("b",)


def test_several_claims_become_one_comparison(tmp_path: Path) -> None:
    """It has the texts of all of them once, and comparison.yml says which words each source has on each claim."""
    corpus = many_texts.ship()
    work, taken, left_out = narrowed(corpus, corpus.claims, tmp_path / "claims")
    assert sorted(taken.values()) == ["echo-1", "post-1", "post-2", "sun-1"]
    assert left_out == ()
    source = {text: key for key, text in taken.items()}
    contested = next(entry for entry in work.about.claims if "passengers" in entry.claim)
    assert contested.said == {
        source["echo-1"]: ("It carried 212 passengers, the mate said.",),
        source["post-1"]: ("There were 212 passengers on board that day.",),
        source["sun-1"]: ("The ferry carried some 240 passengers from Tarnmouth.",),
    }
    assert len(work.about.claims) == len(corpus.claims) == 2
    assert work.about.question == "What do the sources say to each of 2 claims?"


def test_claims_are_decided_one_after_the_other(tmp_path: Path) -> None:
    """The first groups that a coder is shown are the claims, in their order; taken up, one asks what the claim says."""
    corpus = many_texts.ship()
    listed = corpus.claims.sort_values("standing")
    work = narrowed(corpus, listed.id, tmp_path / "claims").work
    found = offered(work)
    for group, label in enumerate(listed.label, 1):
        assert {row["claim"] for row in found.values() if row["group"] == group} == {label}
    first = next(row for row in found.values() if row["group"] == 1)
    Desk(work.folder, "ada").act(Accept(candidate=first["id"], whole=True, verdict="agree"), found)
    (point,) = load(work.folder).coded.points
    assert point.question == f"What do the sources say to this: {listed.label.iloc[0]}"
    assert (len(point.speaking), point.draft) == (3, True)


def test_one_text_is_no_comparison(tmp_path: Path) -> None:
    """Where all texts of a claim are one word for word, or it has no such claim, it is refused and nothing is made."""
    said = ["The ferry Halcyon ran aground on the Skerrow reef at noon that day."]
    corpus = many_texts.corpus_of({"a": said, "b": said}, [], {}, {})
    with pytest.raises(Refused, match="are one text"):
        narrowed(corpus, 1, tmp_path / "claim")
    with pytest.raises(Refused, match="no claim 7"):
        narrowed(corpus, 7, tmp_path / "claim")
    with pytest.raises(Refused, match="no claim is named"):
        narrowed(corpus, [], tmp_path / "claim")
    assert list(tmp_path.iterdir()) == []
