"""When something was decided is what the journal says of actions that stand, and else the day of the coding."""

from __future__ import annotations

from pathlib import Path

from tests.record.keeping.acting import folder_in, put

from sidebyside.exchange.annotations.moments import moments
from sidebyside.record import load
from sidebyside.record.keeping import Desk


def test_an_action_that_stands_dates_its_point_alone(tmp_path: Path) -> None:
    """The moment is the journal's; other points keep their day, and nothing is written."""
    folder = folder_in(tmp_path)
    before = moments(load(folder))
    entry = Desk(folder, "ada").act(put("blame", "reason", "Looked at again."))
    assert entry is not None
    files = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert moments(load(folder)) == before | {"blame": entry.at}
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == files
    assert before["blame"].endswith("T00:00:00Z")


def test_what_was_taken_back_dates_nothing(tmp_path: Path) -> None:
    """Undone, the point has the moment that it had; done again, that of the redoing."""
    folder = folder_in(tmp_path)
    start = moments(load(folder))
    desk = Desk(folder, "ada")
    first = desk.act(put("blame", "reason", "Looked at again."))
    assert first is not None
    once = moments(load(folder))
    desk.act(put("blame", "reason", "Looked at a third time."))
    desk.undo()
    assert moments(load(folder)) == once == start | {"blame": first.at}
    again = desk.redo()
    assert again is not None
    assert moments(load(folder))["blame"] == again.at
    desk.undo()
    desk.undo()
    assert moments(load(folder)) == start
