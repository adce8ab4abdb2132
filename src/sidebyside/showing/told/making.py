"""How a comparison came to be, in sentences: where its texts were taken from, and what still waits for a person."""

from __future__ import annotations

from collections import Counter

from sidebyside.record import Comparison
from sidebyside.record.making.waiting import waiting as waits
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.wording import are, count, listed

CALLED = {
    "written": ("date", "dates"),
    "kind": ("kind of text", "kinds of text"),
    "address": ("address", "addresses"),
    "part": ("role of a part", "roles of parts"),
}


def origins(work: Comparison) -> Html:
    """How many of the texts were taken from another file, by format, and how many came as they are."""
    formats = Counter(entry.original.format for entry in work.about.sources if entry.original)
    if not formats:
        return say(work, "All the texts came as plain files: nothing was taken out of a document or left out.")
    each = [f"{number} from {form}" for form, number in formats.items()]
    plain = len(work.texts) - formats.total()
    told = f"Of {count(len(work.texts), 'text')}, {formats.total()} {are(formats.total())} taken from an original that "
    told += f"lies beside {'it' if formats.total() == 1 else 'them'}, its bytes untouched ({listed(each)})"
    return say(work, f"{told}; {plain} came as plain text." if plain else f"{told}.")


def waiting(work: Comparison) -> Html:
    """How much of comparison.yml still stands as it was proposed."""
    found = Counter(waits(work).what)
    if not found:
        return say(work, "No entry of comparison.yml is marked as proposed.")
    each = [count(number, *CALLED.get(what, (what,))) for what, number in found.items()]
    stand = "entry of comparison.yml stands as it was proposed and waits"
    all_stand = "entries of comparison.yml stand as they were proposed and wait"
    return say(work, f"{count(found.total(), stand, all_stand)} for a person: {listed(each)}.")
