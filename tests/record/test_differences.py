"""A coder's list beside the machine's: nothing of either is lost, and equal items are called the same."""

from __future__ import annotations

import pytest
from tests.helpers import SHIPPED

from sidebyside.record import load
from sidebyside.record.differences import DIFFERENCES, differences
from sidebyside.record.pairing import overlapping
from sidebyside.record.reading import TOLD, WORDS, machine, same


@pytest.mark.parametrize("kind", list(TOLD))
def test_every_item_of_both_lists_is_accounted_for(kind: str) -> None:
    """Each coded item stands once; each item read stands once as only read, or met a coded one at its place."""
    work = load(SHIPPED)
    table = differences(work, kind)
    assert list(table.columns) == list(DIFFERENCES)
    assert (table.status != "only read").sum() == len(getattr(work, kind))
    coded, found = (WORDS.get(kind, same)(rows) for rows in (getattr(work, kind), getattr(machine(work), kind)))
    met = {number for _, places in overlapping(coded, found) for number in places}
    assert (table.status == "only read").sum() == len(found) - len(met)


@pytest.mark.parametrize("kind", ["dates", "figures"])
def test_the_machine_reads_most_of_what_was_coded(kind: str) -> None:
    """On the shipped texts at least four in five coded items are read alike; a reader gone blind would show here."""
    table = differences(load(SHIPPED), kind)
    coded = table[table.status != "only read"]
    assert (coded.status == "same").mean() >= 0.8


def test_items_stand_in_the_order_of_the_texts() -> None:
    """The list can be read along with the texts."""
    table = differences(load(SHIPPED), "dates")
    numbers = [(row.source, int(row.passage[1:])) for row in table.itertuples()]
    assert numbers == sorted(numbers)


def test_a_theme_of_a_passage_is_coded_or_read_or_both() -> None:
    """Coded are the themes of the points that rest on the passage; read those whose words stand in it."""
    work = load(SHIPPED)
    table = differences(work, "themes")
    coded = {(place.passage, work.point(place.point).theme) for place in work.places if place.role == "evidence"}
    assert (table.status != "only read").sum() == len(coded)
    read = set(zip(work.reading.themes.passage, work.reading.themes.theme, strict=True))
    assert (table.status != "only coded").sum() == len(read)
    assert (table.status == "same").sum() == len(coded & read)
    assert all(row.quote in work.source(row.source).text for row in table.itertuples())
