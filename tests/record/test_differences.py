"""A coder's list beside the machine's: nothing of either is lost, and equal items are called the same."""

from __future__ import annotations

import pytest
from tests.helpers import SHIPPED

from sidebyside.record import load
from sidebyside.record.differences import DIFFERENCES, KINDS, differences, reading_of


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_item_of_both_lists_is_accounted_for(kind: str) -> None:
    """Each coded item stands once; each item read stands once as only read, or met a coded one at its place."""
    work = load(SHIPPED)
    table = differences(work, kind)
    assert list(table.columns) == list(DIFFERENCES)
    assert (table.status != "only read").sum() == len(getattr(work, kind))
    for source in work.texts:
        found = getattr(reading_of(source), kind)
        coded = getattr(work, kind)
        coded = coded[coded.source == source.key]
        alone = [f for f in found.itertuples() if not ((coded.start < f.end) & (f.start < coded.end)).any()]
        assert (table[table.source == source.key].status == "only read").sum() == len(alone)


@pytest.mark.parametrize("kind", list(KINDS))
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
