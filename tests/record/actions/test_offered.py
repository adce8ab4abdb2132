"""The proposals as actions need them, made of the bridge's two accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.helpers import write
from tests.record.actions.bridge import State, at, did, entry

import sidebyside as sbs
from sidebyside.record.actions.offered import offered
from sidebyside.record.comparison import Comparison
from sidebyside.record.vocabulary import VERDICTS


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The two accounts of a bridge."""
    return sbs.load(write(tmp_path_factory.mktemp("offered") / "bridge"))


def test_rows_say_what_both_sides_share(bridge: Comparison) -> None:
    """One row a proposal, best first, with the themes that both touch and no name that only one has."""
    rows = offered(bridge)
    assert list(rows) == list(sbs.propose(bridge).id)
    themes = {tuple(row["themes"]) for row in rows.values()}
    assert {(), ("fall",), ("harm",), ("cause",)} & themes > {()}
    for row in rows.values():
        for key, passages in ((row["left"], row["left_passages"]), (row["right"], row["right_passages"])):
            here = bridge.reading.names[bridge.reading.names.passage.isin(passages)]
            assert set(row["names"]) <= set(here.name), key


def test_every_proposal_can_be_accepted(bridge: Comparison) -> None:
    """Whatever is proposed becomes a point that loads, one after the other."""
    by = replace(at(), proposals=offered(bridge))
    state: State = {}
    for identity, row in by.proposals.items():
        verdict = "internal" if row["left"] == row["right"] else next(iter(VERDICTS))
        state = did(state, by, kind="accept", candidate=identity, verdict=verdict)
        assert entry(state, state[f"candidates/{identity}"]["point"]).draft
    assert len(state) == 2 * len(by.proposals) > 0
