"""What relation two statements stand in: a verdict, the signals behind it, and the shape that excuses a conflict."""

from sidebyside.matching.relations.excuses import EXCUSES
from sidebyside.matching.relations.judge import Texts, relation_of, side_of
from sidebyside.matching.relations.relation import VERDICTS, Piece, Relation, Signal

__all__ = ["EXCUSES", "VERDICTS", "Piece", "Relation", "Signal", "Texts", "relation_of", "side_of"]
