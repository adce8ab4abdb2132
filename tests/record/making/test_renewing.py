"""A source that changed is taken in again: decisions stand, move along or are marked stale, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import sidebyside.record.making.overtaking as overtaking
from sidebyside.errors import ComparisonError, Refused
from sidebyside.record.actions.deciding import Decide
from sidebyside.record.checkup import checkup
from sidebyside.record.keeping import Desk
from sidebyside.record.loading import load
from sidebyside.record.making import Pasted, new, renew

OLD = (
    "On the bridge\n\nThe bridge at Lund fell in spring. Nobody was hurt.\n\n"
    "The mayor ordered a new one.\n\nIt cost much.\n"
)
OTHER = "A letter\n\nThe bridge fell in June, as I recall. It was old. The new one is of stone.\n"
POINTS = """\
# A remark that has to stay.
points:
  - id: month-of-the-fall
    label: The month of the fall
    question: In which month did the bridge fall?
    theme: other
    kind: act
    rank: core
    positions:
      A:
        says: In spring.
        certainty: asserted
        evidence:
          - {passage: A2, quote: 'The bridge at Lund fell in spring'}
      B:
        says: In June.
        certainty: asserted
        evidence:
          - {passage: B2, quote: 'The bridge fell in June'}
    verdict: conflict
    reason: June is no spring.
    coded: {by: ada, on: 2026-11-20, confidence: high}
  - id: the-new-bridge
    label: The new bridge
    question: What came in its place?
    theme: other
    kind: act
    rank: minor
    positions:
      A:
        says: A new one was ordered.
        certainty: asserted
        evidence:
          - {passage: A4, quote: 'The mayor ordered a new one'}
      B:
        says: One of stone.
        certainty: asserted
        evidence:
          - {passage: B4, quote: 'The new one is of stone'}
    verdict: agree
    reason: Both tell of a new one.
    coded: {by: ada, on: 2026-11-20, confidence: high}
set_aside:
  # why these
  - {passage: A3, reason: Nobody else tells of it}
  - {passage: A5, reason: No sum is given}
"""
READINGS = """\
dates:
  # the month
  - {source: A, passage: A2, since: 05, until: 05, kind: event, what: The fall, quote: in spring}
"""
CORRECTIONS = """\
corrections:
  - table: dates
    passage: A2
    quote: in spring
    what: The fall of the bridge
    because: It is told so.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A comparison of two pasted letters."""
    folder = tmp_path_factory.mktemp("made") / "bridge"
    new(folder, [Pasted(OLD, title="On the bridge"), Pasted(OTHER, title="A letter")])
    (folder / "points.yml").write_text(POINTS)
    (folder / "readings.yml").write_text(READINGS)
    (folder / "corrections.yml").write_text(CORRECTIONS)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    import shutil

    return Path(shutil.copytree(made, tmp_path / "bridge"))


def original(folder: Path) -> Path:
    """The original of A."""
    return folder / load(folder).about.sources[0].original.file


def test_the_start_is_sound(folder: Path) -> None:
    """Nothing changed, so nothing would be done, and not a byte is."""
    before = everything(folder)
    assert renew(folder, look=True).empty
    assert renew(folder).empty
    assert everything(folder) == before


def test_what_moved_is_found_again(folder: Path) -> None:
    """Two sentences before them: quotes, passages that are set aside, readings and corrections get their new ids."""
    original(folder).write_text(OLD.replace("\n\n", "\n\nIt rained. The river rose.\n\n", 1))
    table = renew(folder)
    work = load(folder)
    assert {row.point: row.now for row in table[table.what == "evidence"].itertuples()} == {
        "month-of-the-fall": "A4",
        "the-new-bridge": "A6",
    }
    assert [place.passage for place in work.evidence_of("month-of-the-fall", "A")] == ["A4"]
    assert [entry.passage for entry in work.coded.set_aside] == ["A5", "A7"]
    assert {row["start"] for row in work.readings.dates} == {work.corrections[0].start}
    assert not any(point.stale for point in work.coded.points)
    assert (folder / "points.yml").read_text().startswith("# A remark that has to stay.")
    assert "# why these" in (folder / "points.yml").read_text()


def test_what_is_gone_is_stale_and_not_lost(folder: Path) -> None:
    """Words that are no longer there stay in points.yml, readings.yml and corrections.yml, as stale, and it loads."""
    original(folder).write_text(OLD.replace("fell in spring", "came down in April"))
    table = renew(folder)
    work = load(folder)
    point = work.coded.points[0]
    assert point.stale == ("A",)
    assert point.positions["A"].stale[0].quote == "The bridge at Lund fell in spring"
    assert point.positions["A"].stale[0].was == "evidence"
    assert not work.coded.points[1].stale
    assert list(work.points.stale) == ["A", ""]
    assert set(table[table.now == "stale"].what) == {"evidence", "dates", "corrections"}
    assert "quote: 'in spring'" in (folder / "readings.yml").read_text().split("stale:")[1]
    assert "in spring" in (folder / "corrections.yml").read_text().split("stale:")[1]


def test_a_passage_set_aside_that_is_gone_is_marked(folder: Path) -> None:
    """Its id may come to name other words, so it counts for nothing until a person looks."""
    original(folder).write_text(OLD.replace(" Nobody was hurt.", ""))
    renew(folder)
    gone, kept = load(folder).coded.set_aside
    assert (gone.passage, bool(gone.stale)) == ("A3", True)
    assert (kept.passage, bool(kept.stale)) == ("A4", False)


def test_the_old_text_stays(folder: Path) -> None:
    """The text that was is under a name of its own, so that everything can be put back."""
    recorded = load(folder).about.sources[0]
    old, sha256 = (folder / recorded.file).read_bytes(), recorded.sha256
    original(folder).write_text(OLD + "And more.\n")
    renew(folder)
    assert next((folder / "texts").glob(f"*.{sha256[:8]}.txt")).read_bytes() == old


def test_parts_move_with_their_lines(folder: Path) -> None:
    """A title that gets a line above it, and a heading that is new: each part stands where its words do."""
    assert [(part.role, part.lines) for part in load(folder).about.sources[0].parts] == [("title", "1")]
    text = folder / load(folder).about.sources[0].file
    text.write_text(f"From the archive\n\n{text.read_text()}")
    table = renew(folder)
    assert [(part.role, part.lines) for part in load(folder).about.sources[0].parts] == [("title", "3")]
    (row,) = table[table.what == "part: title"].itertuples()
    assert (row.was, row.now) == ("1", "3")


def test_a_part_whose_lines_are_gone_is_gone(folder: Path) -> None:
    """No other line becomes a title because it stands where the title stood."""
    original(folder).write_text(OLD.replace("On the bridge\n\n", ""))
    table = renew(folder)
    assert load(folder).about.sources[0].parts == ()
    assert list(table[table.what == "part: title"].now) == ["gone"]


def test_a_text_edited_twice_keeps_both(folder: Path) -> None:
    """Each text that was in force stays under its own name, and `check` finds nobody's text among them."""
    for more in ("And more.\n", "And still more.\n"):
        original(folder).write_text(OLD + more)
        renew(folder)
    kept = sorted(path.read_text() for path in (folder / "texts").glob("*.????????.txt"))
    assert [text.count("more") for text in kept] == [0, 1]
    assert [each for each in checkup(folder).warnings if each.file.startswith("texts/")] == []


def test_where_the_recorded_text_is_lost_the_words_decide(folder: Path) -> None:
    """Edited by hand, and the original is gone, so nobody has the old text: quotes are found by themselves."""
    text = folder / load(folder).about.sources[0].file
    original(folder).unlink()
    text.write_text(text.read_text().replace("The bridge at Lund", "It rained. The bridge at Lund"))
    table = renew(folder)
    work = load(folder)
    assert [place.passage for place in work.evidence_of("month-of-the-fall", "A")] == ["A3"]
    assert [place.passage for place in work.evidence_of("the-new-bridge", "A")] == ["A5"]
    assert [entry.passage for entry in work.coded.set_aside] == [
        "A3",
        "A5",
    ]  # ids that exist stand: words are not known
    assert set(table.what) == {"text", "part: title", "evidence", "dates", "corrections"}
    assert list(table[table.what == "part: title"].now) == ["1, unproven: the text it was counted in is lost"]
    assert not list((folder / "texts").glob("*.????????.txt"))


def test_a_text_and_its_original_that_are_both_gone_are_an_error(folder: Path) -> None:
    """It is named, and nothing is changed."""
    source = load(folder).about.sources[0]
    original(folder).unlink()
    (folder / source.file).unlink()
    before = everything(folder)
    with pytest.raises(ComparisonError, match=r"A: .*cannot be read|A: .*not there"):
        renew(folder)
    assert everything(folder) == before


def test_to_look_changes_nothing(folder: Path) -> None:
    """The look says what the renewal then does."""
    original(folder).write_text(OLD.replace("fell in spring", "came down in April"))
    before = everything(folder)
    looked = renew(folder, look=True)
    assert everything(folder) == before
    assert looked.equals(renew(folder))


def test_a_text_edited_by_hand(folder: Path) -> None:
    """The edit stands; the text that was recorded is taken from the original once more, to find what moved."""
    text = folder / load(folder).about.sources[0].file
    text.write_text(text.read_text().replace("The bridge at Lund", "It rained. The bridge at Lund"))
    with pytest.raises(ComparisonError, match="sidebyside renew"):
        load(folder)
    renew(folder)
    assert [place.passage for place in load(folder).evidence_of("month-of-the-fall", "A")] == ["A3"]
    assert "It rained." in text.read_text()


def test_words_that_stand_twice_are_followed(folder: Path) -> None:
    """A quote that the new text has twice is the one in the line in which it stood."""
    original(folder).write_text(OLD.replace("It cost much.", "The mayor ordered a new one, they say."))
    renew(folder)
    assert [place.passage for place in load(folder).evidence_of("the-new-bridge", "A")] == ["A4"]


def test_the_journal_tells(folder: Path) -> None:
    """A bench that is opened afterwards finds nothing that was changed behind its back."""
    Desk(folder, "ada")
    original(folder).write_text(OLD.replace("fell in spring", "came down in April"))
    renew(folder, by="ada")
    lines = (folder / "journal.jsonl").read_text().splitlines()
    assert "took in again: A" in lines[-1]
    Desk(folder, "ada")
    assert (folder / "journal.jsonl").read_text().splitlines() == lines


def test_deciding_anew_takes_the_mark_away(folder: Path) -> None:
    """Who decides on the point has looked at it; a source that speaks has to have words for it again, or be silent."""
    original(folder).write_text(OLD.replace("fell in spring", "came down in April"))
    renew(folder)
    desk = Desk(folder, "ada")
    with pytest.raises(Refused, match="without evidence"):
        desk.act(Decide(point="month-of-the-fall", verdict="agree"))
    desk.act(Decide(point="month-of-the-fall", verdict="only", silent={"A": "scope"}))
    assert load(folder).coded.points[0].stale == ()


@pytest.mark.parametrize("place", range(6))
def test_what_a_crash_cuts_short_is_finished(folder: Path, monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    """However many files were in their places: it does not load as something half done, and a second try ends whole."""
    rained = OLD.replace("\n\n", "\n\nIt rained.\n\n", 1)
    original(folder).write_text(rained.replace("fell in spring", "came down in April"))
    whole, written = overtaking.replacing, []

    class Crash(BaseException):
        """Power is gone."""

    def failing(path: Path):  # type: ignore[no-untyped-def]
        if len(written) == place:
            raise Crash
        written.append(path)
        return whole(path)

    monkeypatch.setattr(overtaking, "replacing", failing)
    with pytest.raises(Crash):
        renew(folder)
    monkeypatch.undo()
    if written:
        with pytest.raises(ComparisonError, match="sidebyside renew"):
            load(folder)
    renew(folder)
    work = load(folder)
    assert work.coded.points[0].stale == ("A",)
    assert [entry.passage for entry in work.coded.set_aside] == ["A4", "A6"]
    assert (folder / "journal.jsonl").read_text().count("took in again") == 1
    assert not list(folder.glob(".renewing*"))


def test_a_full_disk_leaves_everything_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the files cannot even be put by, nothing of the comparison has changed."""
    original(folder).write_text(OLD + "And more.\n")
    before = everything(folder)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(overtaking, "kept", full)
    with pytest.raises(Exception, match="space"):
        renew(folder)
    assert everything(folder) == before


def everything(folder: Path) -> dict[str, bytes]:
    """Every file but the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
