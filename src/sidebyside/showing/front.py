"""What stands first: who is compared, what was found, and how the verdicts fall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from sidebyside.record import VERDICTS, Comparison, verdict_shown
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.markup import Html, render
from sidebyside.showing.matrix import chosen
from sidebyside.showing.proposals import proposals
from sidebyside.showing.wording import UNDECIDED, listed
from sidebyside.texts import QuoteFinder


def opening(work: Comparison) -> Html:
    """The headline of the comparison, its standfirst, the question that was asked, and whether anything is decided."""
    waiting = listed([f"the {what}" for what in work.about.proposed])
    values = {"about": work.about, "decided": len(work.coded.points), "waiting": waiting if work.about.proposed else ""}
    return render("opening.html.j2", work.about.headline or work.about.title, **values)


def sources(work: Comparison, full: bool = False) -> Html:
    """A card for each source: who, when, what, how that is known; `full`: with reasons, rights and fingerprint."""
    chips = Chips(work)
    table = work.sources.set_index("key")
    longest = table.words.max()
    cards = []
    for entry in work.about.sources:
        source, row = work.source(entry.key), table.loc[entry.key]
        finder = QuoteFinder(source)
        facts = []
        about = {"Who": entry.author, "When": entry.written, "Where": entry.publisher, "For": entry.audience}
        for name, known in (about | {"Kind": entry.kind}).items():
            if known is None:
                continue
            place = finder.find(known.quote) if known.quote else None
            words = [chips.passage(entry.key, place.passage, place.start, place.end)] if place else []
            facts.append((name, known, words))
        other = sorted({p.part for p in source.passages} - {"body", "title", "heading"})
        apart = f"; apart from it: {', '.join(other)}" if other else ""
        length = f"{row.words:,} words in {row.passages} passages of body{apart}"
        share = round(100 * row.words / longest, 1) if longest else 0
        shown = {"key": entry.key, "title": entry.title, "facts": facts, "length": length, "share": share}
        cards.append(shown | {"rights": entry.rights, "sha256": entry.sha256})
    return render("sources.html.j2", cards=cards, full=full, chips=chips)


def findings(work: Comparison) -> Html:
    """The analyst's findings: verdict and words of the point that each rests on first, and its other points by name.

    Before any point is decided, the machine's proposals stand in their place, as proposals.
    """
    if not work.coded.points:
        return proposals(work)
    chips = Chips(work)
    found = []
    for entry in work.about.findings:
        first, *others = [work.point(identity) for identity in entry.points]
        places = [place for key in work.keys for place in work.evidence_of(first.id, key)]
        found.append({"entry": entry, "first": first, "others": others, "chips": chips.of(places)})
    return render("findings.html.j2", findings=found, chips=chips)


def verdicts(work: Comparison, points: pd.DataFrame | Iterable[str] | None = None) -> Html:
    """How the verdicts fall: each with its sign, its words and its count; `only` apart by who speaks."""
    items: dict[str, dict[str, Any]] = {}
    for row in chosen(work, points).itertuples():
        point = work.point(str(row.id))
        speaking = point.speaking if point.verdict == "only" else ()
        shown = verdict_shown(point.verdict, speaking)
        item = items.setdefault(shown, {"verdict": point.verdict, "shown": shown, "speaking": speaking, "count": 0})
        item["count"] += 1
    order = list(VERDICTS)
    ordered = sorted(items.values(), key=lambda item: (order.index(item["verdict"]), item["shown"]))
    return render("strip.html.j2", items=ordered, nothing=UNDECIDED)
