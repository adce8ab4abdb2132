"""A sitting at the bench without a browser: each message has its answer, and an answer holds what changed, no more."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests import helpers
from tests.helpers import REPEATABLE, write

from sidebyside.record import VERDICTS, load
from sidebyside.showing.bench.session import Session
from sidebyside.showing.bench.widget import bench

Json = dict[str, Any]
Sit = Callable[..., Session]
SECRET = "SECRET"
IDS = ["that-it-fell", "day-of-the-fall", "hurt-at-all", "how-many-hurt", "blame", "visit", "hurt-or-not"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The two accounts of a bridge."""
    return write(tmp_path / "bridge")


@pytest.fixture
def sit(folder: Path) -> Sit:
    """Sits a coder down, with the points as they are now."""

    def sat(coder: str = "ada", **options: Any) -> Session:
        session = Session(load(folder), coder, **options)
        assert session.answer({"do": "hello"})["ok"]
        return session

    return sat


def act(session: Session, kind: str, **fields: object) -> Json:
    return session.answer({"do": "act", "action": {"kind": kind, **fields}})


def decide(session: Session, point: str, verdict: str) -> Json:
    return act(session, "decide", point=point, verdict=verdict)


def verdict(folder: Path, point: str) -> str:
    return load(folder).point(point).verdict


def leaves(value: object, under: str = "") -> Iterator[tuple[str, object]]:
    """Every plain value, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{under}/{key}")
            yield f"{under}/key", key
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each, under)
    else:
        yield under, value


def sendable(answer: Json) -> Json:
    """The answer as a browser gets it."""
    sent: Json = json.loads(json.dumps(answer, allow_nan=False))
    return sent


def test_opening_brings_all_there_is_to_show(sit: Sit, folder: Path) -> None:
    """The first answer has the texts, the points in order and their places; it names the coder and nothing is saved."""
    answer = sendable(Session(load(folder), "ada").answer({"do": "hello", "view": "left", "n": 3}))
    assert (answer["ok"], answer["view"], answer["n"], answer["coder"]) == (True, "left", 3, "ada")
    assert [point["id"] for point in answer["data"]["points"]] == IDS
    assert [source["key"] for source in answer["data"]["sources"]] == ["A", "B"]
    assert answer["desk"] == {"saved": "", "undo": "", "redo": "", "held": [], "broken": ""}
    assert set(answer["data"]["record"]) >= {"codings/first/blame", "codings/second/visit"}
    assert not (folder / "journal.jsonl").exists(), "to open is not to decide"


def test_an_update_holds_exactly_what_changed(sit: Sit, folder: Path) -> None:
    """One point after a verdict, one record after a flag, an order after a removal; nothing where nothing changed."""
    session = sit()
    assert "update" not in session.answer({"do": "look"})
    decided = decide(session, "how-many-hurt", "agree")
    assert {id: point["verdict"] for id, point in decided["update"]["points"].items()} == {"how-many-hurt": "agree"}
    assert (decided["update"]["record"], "order" in decided["update"]) == ({}, False)
    assert decided["shows"] == "points/how-many-hurt"
    assert decided["desk"]["undo"] == "verdict: agree on “How many hurt”"
    assert "update" not in decide(session, "how-many-hurt", "agree"), "it stands so already"
    flagged = act(session, "flag", point="day-of-the-fall", note="which calendar?")
    assert (flagged["update"]["points"], list(flagged["update"]["record"])) == ({}, ["flags/day-of-the-fall"])
    assert flagged["shows"] == "points/day-of-the-fall"
    removed = act(session, "remove", point="hurt-at-all", reason="out of scope")
    assert removed["update"]["points"] == {"hurt-at-all": None}
    assert "hurt-at-all" not in removed["update"]["order"]
    back = session.answer({"do": "undo"})
    assert list(back["update"]["points"]) == ["hurt-at-all"]
    assert back["update"]["order"] == IDS
    assert back["shows"] == "points/hurt-at-all"
    assert "update" not in session.answer({"do": "look"})


def test_undo_goes_back_to_the_start_and_redo_forth_again(sit: Sit, folder: Path) -> None:
    """After any actions, as many undos give back the points as they were; redo, in a later sitting, gives the rest."""
    before = load(folder).coded
    session = sit()
    done = [
        decide(session, "how-many-hurt", "agree"),
        act(session, "edit", point="blame", path="to_check", value="The plate."),
        act(session, "merge", points=["visit"], into="hurt-at-all"),
        act(session, "remember", target="theme/harm", text="Who counts as hurt?"),
    ]
    assert all(answer["ok"] for answer in done)
    after = load(folder).coded
    session = sit()
    for _ in done:
        assert session.answer({"do": "undo"})["ok"]
    assert load(folder).coded == before
    assert session.answer({"do": "undo"})["shows"] == "", "there is nothing more to take back"
    session = sit()
    for _ in done:
        assert session.answer({"do": "redo"})["ok"]
    assert load(folder).coded == after
    assert session.desk.state["memos/theme/harm"]["text"] == "Who counts as hurt?"


def test_a_proposal_is_accepted_and_given_back(sit: Sit, folder: Path) -> None:
    """An accepted proposal is a draft that remembers what was proposed; undo shows the proposal, open again."""
    session = sit()
    found = sendable(session.answer({"do": "candidates"}))["candidates"]
    best = next(each for each in found if each["leads"])
    taken = sendable(act(session, "accept", candidate=best["id"], verdict="agree"))
    [(identity, made)] = taken["update"]["points"].items()
    assert made["draft"]
    assert made["proposed"]["id"] == best["id"]
    assert list(taken["update"]["record"]) == [f"candidates/{best['id']}"]
    assert taken["shows"] == f"points/{identity}"
    kept = load(folder).point(identity).proposed
    assert kept is not None
    assert kept.id == best["id"]
    again = act(session, "accept", candidate=best["id"], verdict="agree")
    assert not again["ok"]
    back = session.answer({"do": "undo"})
    assert back["shows"] == f"candidates/{best['id']}"
    assert back["update"]["record"] == {f"candidates/{best['id']}": None}


def test_what_was_read_in_a_passage_is_told(sit: Sit) -> None:
    """The reading of a passage comes in the order of its words; of one that is not there, nothing is told."""
    session = sit()
    read = sendable(session.answer({"do": "read", "passage": "A2"}))["read"]
    assert read == sorted(read)
    assert any(kind == "date" for _, _, kind, _ in read)
    assert session.answer({"do": "read", "passage": "A999"})["read"] == []
    told, alone = (
        session.answer({"do": "read", "passage": "A3"})["read"] for session in (session, sit("cy", blind=True))
    )
    kinds, left = ({kind for _, _, kind, _ in read} for read in (told, alone))
    assert {"claim", "voice"} <= kinds
    assert left == kinds - {"claim", "voice"}, "how a thing is put, and on whose word, is for the coder to say"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KINDS = "decide edit evidence accept reject skip flag unflag reopen create merge split remove code settle remember"
FIELDS = "point candidate verdict into reason note path value source start end points question positions target text"
ACTIONS = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS.split()) | JSON},
    optional=dict.fromkeys(FIELDS.split(), JSON | st.just("how-many-hurt")),
)
DOES = "hello candidates look read act undo redo insist drop".split()
MESSAGES = JSON | st.fixed_dictionaries(
    {"do": st.sampled_from(DOES) | JSON},
    optional={"action": ACTIONS | JSON, "passage": JSON, "entry": JSON, "view": JSON, "n": JSON, "more": JSON},
)


@pytest.fixture(scope="module")
def plagued(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session that is told nonsense; its machine has nothing to propose, which would take seconds."""
    return Session(load(write(tmp_path_factory.mktemp("plagued"))), "ada", first=0)


@given(message=MESSAGES)
@REPEATABLE
def test_nonsense_is_answered_and_changes_nothing(plagued: Session, message: object) -> None:
    """Whatever comes, the answer says whether it was ok, and why not; nothing is raised, and the folder still loads."""
    plagued.known = {}
    answer = plagued.answer(message)
    assert answer["ok"] in (True, False)
    assert answer["ok"] or (answer["why"] and not answer["why"].startswith("The bench failed")), answer
    if not answer["ok"]:
        assert not answer.get("unsaved")
    assert load(plagued.work.folder).coded.points


def test_what_another_coder_does_is_seen(sit: Sit) -> None:
    """Two sit at one folder: a look brings the point that the other decided, and says who did what."""
    ada, bo = sit("ada"), sit("bo")
    decide(ada, "how-many-hurt", "agree")
    seen = bo.answer({"do": "look"})
    assert {id: point["verdict"] for id, point in seen["update"]["points"].items()} == {"how-many-hurt": "agree"}
    assert seen["told"].startswith("ada: verdict: agree")
    assert not seen["desk"]["undo"], "what another did is not for bo to take back"
    assert "told" not in bo.answer({"do": "look"})


def test_an_edit_by_hand_of_yesterday_is_told_at_the_opening(sit: Sit, folder: Path) -> None:
    """That points.yml was edited while no bench was open is said once, to whoever opens next; not who codes blind."""
    decide(sit("ada"), "blame", "agree")
    path = folder / "points.yml"
    for number, (blind, told) in enumerate([(False, True), (True, False)]):
        path.write_text(path.read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        session = Session(load(folder), "bo", blind=blind)
        opened, again = session.answer({"do": "hello"}), session.answer({"do": "hello"})
        assert opened.get("told", "").startswith("(outside): edited points.yml") is told
        assert "told" not in again


def test_a_second_view_that_opens_keeps_no_news_from_the_first(sit: Sit) -> None:
    """What others did until a second tab opens is in the answer that the first tab overhears."""
    ada, bo = sit("ada"), sit("bo")
    decide(ada, "how-many-hurt", "agree")
    opened = bo.answer({"do": "hello", "view": "second"})
    assert list(opened["update"]["points"]) == ["how-many-hurt"]
    assert next(each for each in opened["data"]["points"] if each["id"] == "how-many-hurt")["verdict"] == "agree"


def test_tabs_that_decide_at_once_wait_for_each_other(sit: Sit, folder: Path) -> None:
    """Many messages at once, each in a thread of its own: all are kept, one after the other, and told once."""
    session = sit()
    notes = [{"do": "act", "action": {"kind": "flag", "point": each, "note": str(n)}} for n in range(4) for each in IDS]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(session.answer, notes))
    assert all(answer["ok"] for answer in answers)
    told = [(key, value["note"]) for answer in answers for key, value in answer["update"]["record"].items()]
    assert sorted(told) == sorted((f"flags/{note['action']['point']}", note["action"]["note"]) for note in notes)
    lines = (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(notes)
    assert sit().desk.state == session.desk.state


def test_a_clash_is_kept_and_told_and_settled_either_way(sit: Sit, folder: Path) -> None:
    """Both decided one point unseen: the second is kept, not in force; it is then put in force, or given up."""
    ada, bo = sit("ada"), sit("bo")
    for point in ("how-many-hurt", "blame"):
        decide(ada, point, "agree")
        clash = decide(bo, point, "certainty")
        assert (clash["ok"], clash["kept"], "unsaved" in clash) == (False, True, False)
        assert clash["update"]["points"][point]["verdict"] == "agree", "what stands there is shown"
    mine, other = clash["desk"]["held"]
    assert "ada made it" in mine["why"]
    assert "agree" in mine["why"]
    assert "certainty" in mine["why"]
    assert verdict(folder, "how-many-hurt") == "agree"
    forced = bo.answer({"do": "insist", "entry": mine["id"]})
    assert forced["ok"]
    assert [each["id"] for each in forced["desk"]["held"]] == [other["id"]]
    assert (verdict(folder, "how-many-hurt"), load(folder).point("how-many-hurt").coded.by) == ("certainty", "bo")
    dropped = bo.answer({"do": "drop", "entry": other["id"]})
    assert (dropped["ok"], dropped["desk"]["held"]) == (True, [])
    assert verdict(folder, "blame") == "agree"
    bo.answer({"do": "undo"})
    assert verdict(folder, "how-many-hurt") == "agree", "an undo of it gives back what the other had decided"


def test_to_insist_leaves_what_else_the_other_changed(sit: Sit, folder: Path) -> None:
    """Of a point that both changed, mine goes over theirs only where both touched it."""
    ada, bo = sit("ada"), sit("bo")
    act(ada, "edit", point="how-many-hurt", path="question", value="Who came?")
    act(ada, "edit", point="how-many-hurt", path="to_check", value="The photographs.")
    clash = act(bo, "edit", point="how-many-hurt", path="question", value="Did anyone come?")
    assert clash["kept"]
    bo.answer({"do": "insist", "entry": clash["desk"]["held"][0]["id"]})
    point = load(folder).point("how-many-hurt")
    assert (point.question, point.to_check) == ("Did anyone come?", "The photographs.")


def test_an_undo_that_cannot_be_made_is_said(sit: Sit) -> None:
    """Another changed the same point since: nothing is taken back or held, and the answer says who and what."""
    ada, bo = sit("ada"), sit("bo")
    decide(ada, "how-many-hurt", "agree")
    bo.answer({"do": "look"})
    decide(bo, "how-many-hurt", "certainty")
    back = ada.answer({"do": "undo"})
    assert (back["ok"], back["kept"], back["desk"]["held"]) == (False, False, [])
    assert "bo made it" in back["why"]


def test_an_undo_that_cannot_be_made_blocks_no_older_one(sit: Sit, folder: Path) -> None:
    """What another changed since is let stand when that is asked for, and what was decided before is taken back."""
    ada, bo = sit("ada"), sit("bo")
    before = load(folder).point("blame")
    decide(ada, "blame", "detail")
    decide(ada, "how-many-hurt", "agree")
    bo.answer({"do": "look"})
    decide(bo, "how-many-hurt", "certainty")
    back = ada.answer({"do": "undo"})
    assert ada.answer({"do": "undo", "past": back["past"]})["ok"]
    assert load(folder).point("blame") == before
    assert load(folder).point("how-many-hurt").verdict == "certainty"


def test_what_is_not_on_the_disk_is_said_not_to_be(sit: Sit, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: the answer says that nothing is saved and how to mend it; later the same message is kept."""
    session = sit()
    before = (folder / "points.yml").read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        lost = decide(session, "how-many-hurt", "agree")
    assert (lost["ok"], lost["unsaved"]) == (False, True)
    assert "is full" in lost["why"]
    assert (folder / "points.yml").read_bytes() == before
    assert session.answer({"do": "look"})["desk"]["saved"] == ""
    kept = decide(session, "how-many-hurt", "agree")
    assert kept["ok"]
    assert kept["desk"]["saved"]
    assert verdict(folder, "how-many-hurt") == "agree"


def test_a_points_file_that_does_not_load_is_an_alarm_until_it_does(sit: Sit, folder: Path) -> None:
    """Broken by hand: decisions are kept, the place is named; once it loads again they are in force, unasked."""
    session = sit()
    path = folder / "points.yml"
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert "points.yml" in session.answer({"do": "look"})["desk"]["broken"]
    assert decide(session, "how-many-hurt", "agree")["kept"]
    path.write_bytes(whole)
    mended = session.answer({"do": "look"})
    assert (mended["desk"]["broken"], mended["desk"]["held"]) == ("", [])
    assert mended["update"]["points"]["how-many-hurt"]["verdict"] == "agree"


def secretive(folder: Path) -> Path:
    """The two accounts, with a secret wherever somebody answered something."""
    write(folder)
    points = [entry.plain for entry in load(folder).coded.points]
    for point in points:
        point |= dict.fromkeys(["reason", "both_can_be_true", "would_settle_it", "to_check"], SECRET)
        point["coded"] |= {"by": SECRET, "settled": SECRET}
        point["proposed"] = {"id": "d667dd37151c", "verdict": "agree", "reason": SECRET}
        for position in point["positions"].values():
            position["says"] = SECRET
    (folder / "points.yml").write_text(yaml.safe_dump({"points": points}, sort_keys=False), encoding="utf-8")
    noted = helpers.CODINGS["first"].replace("certainty:", f"note: {SECRET}, certainty:")
    (folder / "codings" / "first.yml").write_text(noted, encoding="utf-8")
    return folder


def test_who_codes_blind_is_shown_nothing_that_was_decided(tmp_path: Path) -> None:
    """In no answer: no proposal, position, verdict, reason or place of evidence, nor what another coded or noted."""
    folder = secretive(tmp_path / "bridge")
    bo = Session(load(folder), "bo")
    cy = Session(load(folder), "cy", blind=True)
    asked = [{"do": "hello"}, {"do": "candidates"}, {"do": "look"}]
    answers = [cy.answer(message) for message in asked]
    for fields in [
        {"kind": "edit", "point": "blame", "path": "reason", "value": f"{SECRET} too"},
        {"kind": "flag", "point": "day-of-the-fall", "note": SECRET},
        {"kind": "remember", "target": "comparison", "text": SECRET},
        {"kind": "code", "point": "blame", "verdict": "certainty", "note": SECRET},
        {"kind": "decide", "point": "how-many-hurt", "verdict": "conflict"},
    ]:
        assert bo.answer({"do": "act", "action": fields})["ok"]
        answers.append(cy.answer({"do": "look"}))
    answers.append(act(cy, "code", point="blame", verdict="framing", certainty={"A": ["hedged"]}, note="mine"))
    answers += [cy.answer({"do": do}) for do in ("undo", "redo", "hello")]
    answers += [decide(cy, "how-many-hurt", "agree"), act(cy, "remember", target="comparison", text="x")]
    assert SECRET not in json.dumps(answers)
    records = [answer[part]["record"] for answer in answers for part in ("data", "update") if part in answer]
    assert {key for record in records for key in record} == {"codings/cy/blame"}
    # "certainty" is a verdict, and the name of a field.
    own = {f"/{part}/record/codings/cy/blame/{name}" for part in ("data", "update") for name in ("verdict", "key")}
    shown = {*VERDICTS, *(each.shown for each in VERDICTS.values()), "only A", "only B"}
    told = {place for answer in answers for place, value in leaves(answer) if value in shown}
    assert told == {*own, "/data/verdicts", "/data/tiles/key"}, "the words to choose from, and what cy chose"
    for point in answers[0]["data"]["points"]:
        assert (point["sides"], point["verdict"], point["shown"]) == ([], "", "")
    assert not any(answer.get("candidates") for answer in answers)
    assert [answer["ok"] for answer in answers[-2:]] == [False, False]


def test_a_blind_bench_leaves_nothing_in_the_notebook(tmp_path: Path) -> None:
    """What a notebook keeps of the bench, for readers without a kernel, is the points; of a blind one, nothing."""
    work = load(secretive(tmp_path / "bridge"))
    assert SECRET in bench(work, "bo").instead
    blind = bench(work, "cy", blind=True)
    assert SECRET not in json.dumps([blind.instead, blind._repr_mimebundle_()])
