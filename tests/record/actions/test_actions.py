"""Each action on the bridge's points: what it makes of them, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.record.actions.bridge import at, changes_of, did, entry, of_three, quotes, span, start

from sidebyside.errors import Refused
from sidebyside.record.actions import parse


def place(key: str, words: str) -> dict[str, Any]:
    """The fields of a selection."""
    first, last = span(key, words)
    return {"source": key, "start": first, "end": last}


def test_a_decision_is_one_step() -> None:
    """Verdict, confidence, reason and second choice change together, signed by the coder; all else stays."""
    before = start()
    given = {"verdict": "conflict", "confidence": "high", "reason": "One cause.", "second_choice": "framing"}
    after = did(before, kind="decide", point="blame", **given)
    point = entry(after, "blame")
    assert (point.verdict, point.reason) == ("conflict", "One cause.")
    assert point.coded.model_dump(mode="json") == {
        "by": "ada", "on": "2026-11-24", "confidence": "high", "second_choice": "framing", "settled": "",
    }  # fmt: skip
    assert point.positions == entry(before, "blame").positions
    assert {key for key in after if after[key] != before.get(key)} == {"points/blame"}


def test_what_a_decision_leaves_out_stays() -> None:
    """No reason given keeps the reason; a second choice that becomes the verdict is none any more."""
    point = entry(did(start(), kind="decide", point="day-of-the-fall", verdict="detail"), "day-of-the-fall")
    assert (point.verdict, point.reason, point.coded.second_choice) == ("detail", "It fell once.", None)


def test_within_goes_with_internal() -> None:
    """It has to be named where two speak, is known where one does, and goes with the verdict."""
    with pytest.raises(Refused, match="internal without the source it is within"):
        changes_of(start(), kind="decide", point="blame", verdict="internal")
    after = did(start(), kind="decide", point="blame", verdict="internal", within="A")
    assert entry(after, "blame").within == "A"
    after = did(after, kind="decide", point="blame", verdict="framing")
    assert entry(after, "blame").within is None
    assert entry(did(start(), kind="decide", point="visit", verdict="internal"), "visit").within == "B"


def test_a_source_found_silent() -> None:
    """In one step with the verdict; its quotes become the nearest, and no word is lost."""
    with pytest.raises(Refused, match="no source is silent"):
        changes_of(start(), kind="decide", point="blame", verdict="only")
    after = did(start(), kind="decide", point="blame", verdict="only", silent={"B": "scope"})
    position = entry(after, "blame").positions["B"]
    assert (position.certainty, position.silent_because, position.evidence) == (("silent",), "scope", ())
    assert quotes(after, "blame", "B", "near") == ["A storm is to blame"]
    with pytest.raises(Refused, match='silent: "C" is no source'):
        changes_of(start(), kind="decide", point="blame", verdict="only", silent={"C": "scope"})


def test_a_point_within_a_source_gets_its_others() -> None:
    """Of a point within A that becomes one of A alone, B is silent."""
    point = entry(did(start(), kind="decide", point="hurt-or-not", verdict="only"), "hurt-or-not")
    assert (point.within, point.positions["B"].silent_because) == (None, "could")


def test_the_same_again_changes_nothing() -> None:
    """A decision that stands already gives no changes."""
    after = did(start(), kind="decide", point="blame", verdict="detail")
    assert changes_of(after, kind="decide", point="blame", verdict="detail") == []


def test_a_draft_is_gone_over() -> None:
    """Deciding and editing take the mark off, even where nothing else changes."""
    draft = did(start(), kind="accept", candidate="days")
    new = next(key for key in draft if key not in start() and key.startswith("points/")).removeprefix("points/")
    assert entry(draft, new).draft
    assert not entry(did(draft, kind="decide", point=new, verdict="conflict"), new).draft
    same = entry(draft, new).question
    assert not entry(did(draft, kind="edit", point=new, path="question", value=same), new).draft


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("label", "Whose fault"),
        ("question", "Whose fault was it?"),
        ("theme", "harm"),
        ("kind", "motive"),
        ("rank", "minor"),
        ("reason", "Other causes."),
        ("both_can_be_true", "Yes."),
        ("would_settle_it", "The report."),
        ("to_check", "The weather."),
        ("verdict", "conflict"),
        ("coded.confidence", "high"),
        ("coded.second_choice", "conflict"),
        ("positions.A.says", "The man who built it."),
        ("positions.A.certainty", ["hedged"]),
        ("positions.A.voices", [{"who": "Bo", "how": "says"}]),
    ],
)
def test_every_field_listed_can_be_edited(path: str, value: object) -> None:
    """It holds the value afterwards, and what may be empty can be emptied."""
    after = did(start(), kind="edit", point="blame", path=path, value=value)
    found: Any = entry(after, "blame").plain
    for step in path.split("."):
        found = found[step]
    assert found == value


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("id", "x", "is no field that can be edited"),
        ("coded.by", "x", "is no field that can be edited"),
        ("positions.A.evidence", [], "is no field that can be edited"),
        ("positions.A.says.x", "x", "is no field that can be edited"),
        ("positions", [], "is no field that can be edited"),
        ("__class__", "x", "is no field that can be edited"),
        ("positions.C.says", "x", '"C" is no source'),
        ("theme", "weather", '"weather" is no theme'),
        ("kind", "thing", 'kind is "thing"'),
        ("label", "", "label is empty"),
        ("reason", None, "reason is missing"),
        ("positions.A.certainty", ["sure"], 'certainty 1 is "sure"'),
        ("positions.A.certainty", ["silent", "asserted"], "silent stands beside another certainty"),
        ("positions.A.certainty", "silent", "fewer than two sources speaking"),
        ("coded.confidence", "", "confidence"),
        ("verdict", ["agree"], "verdict"),
    ],
)
def test_no_other_field_or_value(path: str, value: object, said: str) -> None:
    """What would not load is refused, in the words of a load."""
    with pytest.raises(Refused, match=said):
        changes_of(start(), kind="edit", point="blame", path=path, value=value)


def test_a_position_may_become_silent_or_speak() -> None:
    """Where the verdict outlasts it, silence keeps the quotes as the nearest; speaking needs words first."""
    state = did(start(), kind="decide", point="blame", verdict="internal", within="A")
    state = did(state, kind="edit", point="blame", path="positions.B.certainty", value="silent")
    assert quotes(state, "blame", "B", "near") == ["A storm is to blame"]
    with pytest.raises(Refused, match="B speaks without evidence"):
        changes_of(state, kind="edit", point="blame", path="positions.B.certainty", value="asserted")


def test_evidence_is_added_and_removed() -> None:
    """The words come from the text with their passage; the same words again change nothing."""
    state = did(start(), kind="evidence", point="blame", **place("A", "Nobody was hurt"))
    assert state["points/blame"]["positions"]["A"]["evidence"][-1] == {"quote": "Nobody was hurt", "passage": "A4"}
    assert changes_of(state, kind="evidence", point="blame", **place("A", "Nobody was hurt")) == []
    back = did(state, kind="evidence", do="remove", point="blame", **place("A", "was hurt"))
    assert back == start()


def test_the_last_evidence_stays() -> None:
    """A source that speaks rests on words."""
    with pytest.raises(Refused, match="the last words that A rests on"):
        changes_of(start(), kind="evidence", do="remove", point="blame", **place("A", "the builder is to blame"))
    with pytest.raises(Refused, match="no quotes of blame stand there"):
        changes_of(start(), kind="evidence", do="remove", point="blame", **place("A", "fell on Monday"))


def test_evidence_makes_a_silent_source_speak() -> None:
    """With the verdict that this makes necessary, as certain as is said, in the words quoted."""
    words = place("A", "The mayor says that")
    with pytest.raises(Refused, match="the verdict is only"):
        changes_of(start(), kind="evidence", point="visit", **words)
    after = did(start(), kind="evidence", point="visit", verdict="certainty", certainty="hedged", **words)
    position = entry(after, "visit").positions["A"]
    assert (position.certainty, position.says, position.silent_because) == (("hedged",), "“The mayor says that”", None)
    assert quotes(after, "visit", "A", "near") == ["The mayor says"]


def test_near_words() -> None:
    """What comes nearest is added and removed likewise, and is no longer near once it is evidence."""
    state = did(start(), kind="evidence", role="near", point="visit", **place("A", "Nobody was hurt"))
    assert quotes(state, "visit", "A", "near") == ["The mayor says", "Nobody was hurt"]
    state = did(state, kind="evidence", point="visit", verdict="agree", **place("A", "Nobody was hurt"))
    assert quotes(state, "visit", "A", "near") == ["The mayor says"]
    state = did(state, kind="evidence", role="near", do="remove", point="visit", **place("A", "The mayor says"))
    assert quotes(state, "visit", "A", "near") == []


def test_a_position_that_was_not_there() -> None:
    """Evidence of B on a point within A gives B a position."""
    after = did(start(), kind="evidence", point="hurt-or-not", **place("B", "50 people were hurt"))
    assert list(entry(after, "hurt-or-not").positions) == ["A", "B"]


def test_a_proposal_is_accepted_as_a_draft() -> None:
    """It is a point with the words of both sides, the machine's reason, and a record of what was proposed."""
    after = did(start(), kind="accept", candidate="days", confidence="low", certainty={"B": ["hedged"]})
    (new,) = (key.removeprefix("points/") for key in after if key.startswith("points/") and key not in start())
    point = entry(after, new)
    assert (point.verdict, point.coded.by, point.coded.confidence) == ("conflict", "ada", "low")
    assert point.draft
    assert point.proposed is not None
    assert point.proposed.model_dump() == {"id": "days", "verdict": "conflict", "reason": "nothing decides it"}
    assert quotes(after, new, "A") == ["The bridge fell on Monday."]
    assert point.positions["B"].certainty == ("hedged",)
    assert after["candidates/days"] == {
        "status": "accepted", "by": "ada", "on": "2026-11-24", "reason": "", "point": new, "verdict": "conflict",
        "proposed": {"verdict": "conflict", "reason": "nothing decides it", "second": ""},
    }  # fmt: skip


def test_what_a_draft_asks() -> None:
    """It is named after what both sides share, and else after its words; its id is new, its theme from the codebook."""
    after = did(start(), kind="accept", candidate="hurt", verdict="detail")
    assert (entry(after, "lund").question, entry(after, "lund").label) == ("What do the sources say of Lund?", "Lund")
    assert entry(after, "lund").theme == "fall"
    again = did(after, kind="reopen", candidate="hurt")
    assert entry(did(again, kind="accept", candidate="hurt", verdict="detail"), "lund-2").label == "Lund"


def test_an_unsure_machine_leaves_the_verdict_to_the_person() -> None:
    """Without a verdict there is nothing to accept."""
    with pytest.raises(Refused, match="verdict: the machine is unsure"):
        changes_of(start(), kind="accept", candidate="hurt")


def test_accepting_within_a_source() -> None:
    """Both sides are one position, the verdict is within it; as one of A alone, B is silent."""
    after = did(start(), kind="accept", candidate="self")
    new = after["candidates/self"]["point"]
    assert (entry(after, new).within, list(entry(after, new).positions)) == ("A", ["A"])
    assert quotes(after, new, "A") == ["40 people were hurt.", "Nobody was hurt"]
    alone = did(start(), kind="accept", candidate="self", verdict="only")
    assert entry(alone, alone["candidates/self"]["point"]).speaking == ("A",)
    with pytest.raises(Refused, match="fewer than two sources speaking"):
        changes_of(start(), kind="accept", candidate="self", verdict="agree")


def test_accepting_one_side_only() -> None:
    """A side that, the person finds, does not speak to it is silent, its words the nearest."""
    after = did(start(), kind="accept", candidate="days", verdict="only", silent={"B": "earlier"})
    new = after["candidates/days"]["point"]
    assert entry(after, new).shown == "only A"
    assert quotes(after, new, "B", "near") == ["The bridge fell on Tuesday."]


def test_accepting_beside_a_third_source() -> None:
    """A source that the proposal is not about is silent."""
    after = did({}, of_three(), kind="accept", candidate="days")
    position = entry(after, after["candidates/days"]["point"]).positions["C"]
    assert (position.silent, position.silent_because) == (True, "could")


def test_accepting_into_a_point() -> None:
    """The words become evidence of a point that is there, whose verdict stays unless another is given."""
    after = did(start(), kind="accept", candidate="days", into="day-of-the-fall")
    assert quotes(after, "day-of-the-fall", "A") == ["fell on Monday", "The bridge fell on Monday."]
    assert entry(after, "day-of-the-fall").coded.by == "editor"
    assert (after["candidates/days"]["point"], after["candidates/days"]["verdict"]) == ("day-of-the-fall", "conflict")
    after = did(start(), kind="accept", candidate="hurt", into="visit", verdict="detail", certainty={"A": "attributed"})
    assert (entry(after, "visit").verdict, entry(after, "visit").positions["A"].certainty) == (
        "detail",
        ("attributed",),
    )


def test_a_proposal_on_words_that_are_gone() -> None:
    """A text that changed since, or a proposal that is not there, is said."""
    stale = replace(
        at(), proposals={"days": {**at().proposals["days"], "left_quotes": ("The bridge stood on Monday.",)}}
    )
    with pytest.raises(Refused, match="words that are not there"):
        changes_of(start(), stale, kind="accept", candidate="days")
    for kind in ("accept", "reject", "skip"):
        with pytest.raises(Refused, match='candidate: "nights" is no proposal'):
            changes_of(start(), kind=kind, candidate="nights")


def test_decisions_on_proposals() -> None:
    """Rejected with a reason, skipped, flagged with a note, open again; what is accepted has to be reopened first."""
    state = did(start(), kind="reject", candidate="days", reason="Said before.")
    assert (state["candidates/days"]["status"], state["candidates/days"]["reason"]) == ("rejected", "Said before.")
    state = did(state, kind="skip", candidate="days")
    state = did(state, kind="flag", candidate="days", note="Ask Bo.")
    assert (state["candidates/days"]["status"], state["candidates/days"]["reason"]) == ("flagged", "Ask Bo.")
    state = did(state, kind="unflag", candidate="days")
    assert state == start()
    state = did(state, kind="accept", candidate="days")
    for kind in ("accept", "reject", "skip", "flag"):
        with pytest.raises(Refused, match="accepted already, as point"):
            changes_of(state, kind=kind, candidate="days")
    assert "candidates/days" not in did(state, kind="reopen", candidate="days")
    with pytest.raises(Refused, match="nothing is decided"):
        changes_of(start(), kind="reopen", candidate="days")


def test_flags() -> None:
    """A point is marked with a note, and unmarked; without a mark nothing changes."""
    state = did(start(), kind="flag", point="blame", note="Which storm?")
    assert state["flags/blame"] == {"by": "ada", "on": "2026-11-24", "note": "Which storm?"}
    assert did(state, kind="unflag", point="blame") == start()
    assert changes_of(start(), kind="unflag", point="blame") == []


CREATED: dict[str, Any] = {
    "kind": "create", "question": "Did a king come?", "theme": "harm", "point_kind": "participants", "rank": "minor",
    "verdict": "only", "reason": "Only B has a king.", "confidence": "high",
}  # fmt: skip


def test_a_point_of_ones_own() -> None:
    """Its words are selections; who is not named is silent; it stands where it was asked to."""
    positions = {"B": {"says": "He did.", "evidence": [span("B", "the king came")], "certainty": ["asserted"]}}
    (change,) = changes_of(start(), **CREATED, positions=positions, behind="blame")
    assert (change.key, change.before, change.behind) == ("points/did-a-king-come", None, "blame")
    point = entry({change.key: change.after}, "did-a-king-come")
    assert (point.label, point.kind, point.draft, point.coded.by) == ("Did a king come?", "participants", False, "ada")
    assert point.positions["A"].silent_because == "could"
    assert [quote.model_dump() for quote in point.positions["B"].evidence] == [
        {"quote": "the king came", "passage": "B3"}
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"positions": {"C": {"evidence": [(0, 5)]}}}, 'positions: "C" is no source'),
        ({"positions": {"B": {}}}, "none speaks"),
        ({"positions": {"B": {"evidence": [(0, 9_999)]}}}, "is no stretch of B"),
        ({"theme": "kings"}, '"kings" is no theme'),
        ({"point_kind": "king"}, 'kind is "king"'),
        ({"verdict": "agree"}, "fewer than two sources speaking"),
        ({"behind": "nothing"}, 'behind: "nothing" is no point'),
    ],
)
def test_what_cannot_be_created(changes: dict[str, Any], said: str) -> None:
    """What a load would find wrong is refused."""
    message = {**CREATED, "positions": {"B": {"evidence": [span("B", "the king came")]}}, **changes}
    with pytest.raises(Refused, match=said):
        changes_of(start(), **message)


def test_points_become_one() -> None:
    """All evidence, no place twice, all that was said; what hung on the one that goes hangs on the one that stays."""
    state = did(start(), kind="flag", point="how-many-hurt", note="Count.")
    state = did(state, kind="remember", target="point/how-many-hurt", text="Two lists?")
    state = did(state, kind="code", point="how-many-hurt", verdict="detail")
    state = did(state, kind="accept", candidate="hurt", into="how-many-hurt")
    state = did(state, kind="merge", points=["how-many-hurt"], into="hurt-at-all")
    assert "points/how-many-hurt" not in state
    position = entry(state, "hurt-at-all").positions["A"]
    assert (position.says, position.certainty) == ("The mayor says so. 40.", ("attributed",))
    assert quotes(state, "hurt-at-all", "A") == [
        "The mayor says that 40 people were hurt", "40 people were hurt", "40 people were hurt.",
    ]  # fmt: skip
    assert quotes(state, "hurt-at-all", "B")[0] == "people were hurt"
    assert state["flags/hurt-at-all"]["note"] == "Count."
    assert state["memos/point/hurt-at-all"]["text"] == "Two lists?"
    assert state["codings/ada/hurt-at-all"]["verdict"] == "detail"
    assert state["candidates/hurt"]["point"] == "hurt-at-all"
    assert not [key for key in state if key.endswith("how-many-hurt")]


def test_what_both_points_have_is_joined() -> None:
    """Notes and memos of both are kept; where a coder had coded both, the coding of the one that stays stands."""
    state = start()
    for point, words in (("blame", "One."), ("day-of-the-fall", "Two.")):
        state = did(state, kind="flag", point=point, note=words)
        state = did(state, kind="remember", target=f"point/{point}", text=words)
    state = did(state, kind="code", point="blame", verdict="framing")
    state = did(state, kind="code", point="day-of-the-fall", verdict="detail")
    state = did(state, kind="merge", points=["blame", "day-of-the-fall"], into="blame", verdict="conflict")
    assert state["flags/blame"]["note"] == state["memos/point/blame"]["text"] == "One.\n\nTwo."
    assert state["codings/ada/blame"]["verdict"] == "framing"
    assert (entry(state, "blame").verdict, entry(state, "blame").coded.by) == ("conflict", "ada")


def test_a_quote_of_both_points_stands_once() -> None:
    """The same place is one quote, though one of the two had named no passage."""
    state = did(start(), kind="evidence", point="blame", **place("B", "fell on Tuesday"))
    state = did(state, kind="merge", points=["day-of-the-fall"], into="blame")
    assert quotes(state, "blame", "B") == ["A storm is to blame", "fell on Tuesday"]


def test_what_cannot_be_merged() -> None:
    """A point with itself, one that is not there, and a verdict that the whole does not bear."""
    for points, said in ((["blame"], "nothing to merge"), (["nothing"], 'points: "nothing" is no point')):
        with pytest.raises(Refused, match=said):
            changes_of(start(), kind="merge", points=points, into="blame")
    with pytest.raises(Refused, match="the verdict is only"):
        changes_of(start(), kind="merge", points=["blame"], into="visit")


def test_a_point_is_split() -> None:
    """Quotes go to a draft behind it, the rest stays, and the words of the analyst are on both."""
    state = did(start(), kind="merge", points=["how-many-hurt"], into="hurt-at-all")
    chosen = [place("A", "40 people were hurt"), place("B", "50 people were hurt")]
    rest, new = changes_of(state, kind="split", point="hurt-at-all", quotes=chosen, label="The count")
    state = {rest.key: rest.after, new.key: new.after}
    assert (new.key, new.behind) == ("points/the-count", "hurt-at-all")
    assert quotes(state, "hurt-at-all", "A") == ["The mayor says that 40 people were hurt"]
    assert quotes(state, "the-count", "B") == ["50 people were hurt"]
    assert (entry(state, "the-count").draft, entry(state, "the-count").verdict) == (True, "certainty")
    assert entry(state, "the-count").positions["A"].says == "The mayor says so. 40."


def test_a_side_that_goes_leaves_silence() -> None:
    """If A's words go, A is silent on the rest, which needs another verdict; the new point is one of A alone."""
    chosen = [place("A", "the builder is to blame")]
    with pytest.raises(Refused, match="fewer than two sources speaking"):
        changes_of(start(), kind="split", point="blame", quotes=chosen)
    state = did(start(), kind="split", point="blame", quotes=chosen, rest="only")
    assert (entry(state, "blame").shown, entry(state, "to-blame-split-off").shown) == ("only B", "only A")


def test_what_cannot_be_split() -> None:
    """Nothing may be left, and only evidence of the point can be chosen."""
    both = [place("A", "the builder is to blame"), place("B", "A storm is to blame")]
    with pytest.raises(Refused, match="nothing would be left"):
        changes_of(start(), kind="split", point="blame", quotes=both)
    with pytest.raises(Refused, match="no quote of the point stands at"):
        changes_of(start(), kind="split", point="blame", quotes=[place("A", "fell on Monday")])


def test_a_point_is_removed_with_what_hangs_on_it() -> None:
    """Flag, memo and coding go along, and a proposal that had become it is rejected for the same reason."""
    state = did(start(), kind="accept", candidate="days")
    new = state["candidates/days"]["point"]
    state = did(state, kind="flag", point=new)
    state = did(state, kind="remember", target=f"point/{new}", text="Hm.")
    state = did(state, kind="code", point=new, verdict="agree")
    state = did(state, kind="remove", point=new, reason="Twice.")
    value = state.pop("candidates/days")
    assert state == start()
    assert (value["status"], value["reason"], value["point"]) == ("rejected", "Twice.", "")


def test_coding_leaves_the_point_alone() -> None:
    """A blind coder's answer is kept under the coder's name."""
    state = did(
        start(), replace(at(), coder="bo"),
        kind="code", point="blame", verdict="conflict", certainty={"A": "asserted"}, confidence="low", note="Unsure.",
    )  # fmt: skip
    value = {"verdict": "conflict", "certainty": {"A": ["asserted"]}, "confidence": "low", "note": "Unsure."}
    assert state == start() | {"codings/bo/blame": value}
    for fields, said in (({"point": "x"}, "is no point"), ({"certainty": {"C": "asserted"}}, '"C" is no source')):
        with pytest.raises(Refused, match=said):
            changes_of(start(), **{"kind": "code", "point": "blame", "verdict": "agree", **fields})


def test_a_disagreement_is_settled() -> None:
    """The verdict is the coder's, with how it came about; a later verdict is not told by it any more."""
    state = did(start(), kind="settle", point="blame", verdict="detail", settled="Both read again.")
    coded = entry(state, "blame").coded
    assert (entry(state, "blame").verdict, coded.by, coded.settled) == ("detail", "ada", "Both read again.")
    assert entry(did(state, kind="decide", point="blame", verdict="framing"), "blame").coded.settled == ""
    with pytest.raises(Refused, match="settled is empty"):
        parse({"kind": "settle", "point": "blame", "verdict": "detail", "settled": " "})


@pytest.mark.parametrize("target", ["source/A", "theme/fall", "point/blame", "comparison"])
def test_memos(target: str) -> None:
    """Kept with name and day, changed only by other words, and gone when emptied."""
    state = did(start(), kind="remember", target=target, text="Think\nagain.")
    assert state[f"memos/{target}"] == {"text": "Think\nagain.", "by": "ada", "on": "2026-11-24"}
    assert changes_of(state, replace(at(), coder="bo"), kind="remember", target=target, text="Think\nagain.") == []
    assert did(state, kind="remember", target=target) == start()


@pytest.mark.parametrize("target", ["source/C", "theme/weather", "point/nothing"])
def test_a_memo_is_on_something(target: str) -> None:
    """On what is not there, nothing can be kept."""
    with pytest.raises(Refused, match=r"target: .* is no (source|theme|point)"):
        changes_of(start(), kind="remember", target=target, text="x")


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"kind": "decide", "point": "blame", "verdict": "agree"}, "verdict: agree on “To blame”"),
        ({"kind": "edit", "point": "blame", "path": "question", "value": "x"}, "edited question of “To blame”"),
        ({"kind": "accept", "candidate": "days", "verdict": "detail"}, "accepted a proposal as differ in detail"),
        ({"kind": "accept", "candidate": "days", "into": "blame"}, "accepted a proposal into “To blame”"),
        ({"kind": "remove", "point": "blame", "reason": "Twice."}, "removed “To blame”: Twice."),
        ({"kind": "merge", "points": ["blame"], "into": "visit"}, "merged “To blame” into “The king's visit”"),
        ({"kind": "remember", "target": "theme/fall", "text": "x"}, "memo on theme fall"),
        ({"kind": "remember", "target": "point/blame"}, "memo on “To blame” taken away"),
    ],
)
def test_what_was_done_in_a_few_words(message: dict[str, Any], words: str) -> None:
    """Points are called by their labels where the state is known, else by their ids."""
    assert parse(message).did(start()) == words
    assert "“" not in words or parse(message).did().count("“") == words.count("“")
