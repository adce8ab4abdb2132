"""A voice is someone to whom the text hands the word: who, by which cue, for which words, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

Place = tuple[int, int]  # code points within one Doc, the end excluded

KINDS = {
    "person": "someone named, or someone singled out by an office (the mayor)",
    "collective": "a body or a group by its name: a ministry, a party, the Taliban",
    "unnamed": "officials, experts, a source: nobody a reader could ask; or no source at all",
    "document": "a report, a study, a law speaks",
    "place-for-government": "Moscow or Russia, where those who govern there are meant",
}


@dataclass(frozen=True)
class Voice:
    """One report in one sentence. Places count from the start of the Doc with the number `doc`.

    `source` is None where the text names nobody ("is believed to"), and where the sentence goes on with a quotation
    whose speaker was named elsewhere; `cue` is None only in the latter case. `told_in` is then the number of the Doc
    that holds the cue. `who` is the name that the source goes by, or "" if there is none, `others` those who speak
    along with it; `inferred` says that `who`, or part of the content, was filled from elsewhere: a pronoun, a
    quotation that goes on, "denied this", whose antecedent is `meant` (Doc, start, end).
    """

    doc: int
    cue: Place | None
    source: Place | None
    content: tuple[Place, ...]
    words: str
    who: str
    role: str
    how: str
    kind: str
    inferred: bool = False
    negated: bool = False
    others: tuple[str, ...] = ()
    told_in: int = field(default=-1)
    depth: int = 0
    through: str = ""
    tied_to: Place | None = None  # the cue in the Doc `told_in`, for a quotation that goes on
    meant: tuple[int, int, int] | None = None

    def __post_init__(self) -> None:
        if self.told_in < 0:
            object.__setattr__(self, "told_in", self.doc)
