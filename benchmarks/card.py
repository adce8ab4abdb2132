"""The accuracy card: of all that is measured the few figures that a reader of a page should know, with n and limits."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Measure

CARD = Path(__file__).parents[1] / "src" / "sidebyside" / "showing" / "accuracy.json"


class Headline(NamedTuple):
    """A measure of a data set as the card calls it."""

    set: str
    measure: str
    task: str
    what: str
    data: str


HEADLINES = [
    Headline("tempeval3", "found F1", "dates", "found, F1", "TempEval-3"),
    Headline("tempeval3", "value F1", "dates", "TIMEX3 value right, F1", "TempEval-3"),
    Headline("newsquant", "value F1", "figures", "value right, F1", "NewsQuant"),
    Headline("newsquant", "value+unit F1", "figures", "value and unit right, F1", "NewsQuant"),
    Headline("polnear", "cue precision", "voices", "cue found, precision", "PolNeAR"),
    Headline("polnear", "cue recall", "voices", "cue found, recall", "PolNeAR"),
    Headline("polnear", "source right, cue found", "voices", "source right where the cue was found", "PolNeAR"),
    Headline("factuality", "macro-F1, by degree", "certainty", "asserted, hedged, denied, macro-F1", "UW factuality"),
    Headline("commitmentbank", "accuracy", "certainty", "of embedded claims, accuracy", "CommitmentBank"),
    Headline("claimdiff", "related, AUC", "candidates", "related claims above unrelated, AUC", "ClaimDiff"),
    Headline(
        "ecbplus", "linked against other events, AUC", "candidates", "one event above another of its kind, AUC", "ECB+"
    ),
    Headline("ecbplus", "false links at recall 0.80", "candidates", "false links at recall .80", "ECB+"),
    Headline("summedits", "conflicts found", "conflicts", "planted errors found", "SummEdits"),
    Headline("summedits", "false alarms on same", "conflicts", "false alarms on paraphrases", "SummEdits"),
    Headline("rte3", "contradiction precision", "conflicts", "contradictions, precision", "RTE-3"),
    Headline("rte3", "contradiction recall", "conflicts", "contradictions, recall", "RTE-3"),
]


def write_card(found: Iterable[tuple[str, str, Measure]], day: str, path: Path = CARD) -> None:
    """Writes the headlines among what was measured, (data set, split, measure) each, in the order of HEADLINES."""
    rows = []
    measured = list(found)
    for head in HEADLINES:
        for name, split, measure in measured:
            if (name, measure.name) == (head.set, head.measure):
                figure = {"value": round(measure.value, 3), "n": measure.n, "open": measure.open, "measured": day}
                rows.append({"task": head.task, "what": head.what, "data": head.data, "split": split} | figure)
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
