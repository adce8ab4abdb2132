"""A batch is what is joined: statements of one source with their vectors, whole and clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sidebyside.matching.statement import Statement

SHORTEST = 5  # words: a shorter clause says too little to be matched on its own
NEARLY_ALL = 0.9  # of the letters: such a clause is the sentence once more


@dataclass(frozen=True)
class Batch:
    """Statements of one source, in reading order. Rows of `vectors` are their directions (length 1, or zeros).

    `clauses` holds the vectors of what is matched on its own, the statements themselves among them, and `owners` the
    number of the statement that each is of. `themes` has the keys of those that each statement touches, `names` the
    names in it, one name throughout, as `reading.names.merged` has them; either may be empty.
    """

    statements: tuple[Statement, ...]
    vectors: np.ndarray
    clauses: np.ndarray
    owners: np.ndarray
    themes: tuple[frozenset[str], ...] = ()
    names: tuple[frozenset[str], ...] = ()

    def __len__(self) -> int:
        return len(self.statements)


def batch_of(
    statements: Sequence[Statement],
    themes: Sequence[frozenset[str]] = (),
    clauses: bool = True,
    names: Sequence[frozenset[str]] = (),
) -> Batch:
    """The statements with their vectors; without `clauses`, long sentences are matched as wholes alone.

    Without `names`, statements meet by the words of their names as they stand: Moscow and Russia do not.
    Raises ModelError when the vectors' model is missing.
    """
    from sidebyside.reading.kept_vectors import kept_vectors

    parts = [clauses_of(s) if clauses else [s.words] for s in statements]
    owners = np.repeat(np.arange(len(parts)), [len(words) for words in parts])
    rows = kept_vectors([words for listed in parts for words in listed])
    whole = np.flatnonzero(np.diff(owners, prepend=-1))  # each statement stands before its clauses
    return Batch(tuple(statements), rows[whole], rows, owners, tuple(themes), tuple(names))


def clauses_of(statement: Statement) -> list[str]:
    """The words of a statement, then those of its clauses that say enough to be matched on their own."""
    found = {statement.words: None}
    for claim in statement.claims:
        words = statement.words[slice(*claim.certainty.scope)].strip()
        if len(words.split()) >= SHORTEST and len(words) < NEARLY_ALL * len(statement.words):
            found[words] = None
    return list(found)
