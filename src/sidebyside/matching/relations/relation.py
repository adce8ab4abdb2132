"""A relation is a verdict that two statements are proposed to stand in, with the signals that speak for and against."""

from __future__ import annotations

from dataclasses import dataclass, replace

VERDICTS = ("conflict", "certainty", "detail", "framing", "agree", "unsure")  # the first that a signal speaks for


@dataclass(frozen=True)
class Piece:
    """Words of one side: the number of the statement, and their place in it in code points, the end excluded."""

    statement: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Signal:
    """One thing that two texts say differently, or alike.

    `verdict` is what it speaks for, `strength` how surely (0 to 1). `says` is its sentence with {a} and {b} where the
    words of the sides go; where only one side has words, {one} and {other} name the sides and {words} gives them.
    """

    name: str
    verdict: str
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]
    strength: float
    says: str

    @property
    def sentence(self) -> str:
        """The sentence, with the words of both sides.

        >>> Signal("figures", "conflict", (Piece(0, 5, 13, "13 cents"),), (Piece(0, 5, 13, "15 cents"),), 1.0,
        ...        "A says {a}, B {b}").sentence
        'A says “13 cents”, B “15 cents”'
        """
        a, b = quoted(self.a), quoted(self.b)
        one, other = ("A", "B") if self.a else ("B", "A")
        return self.says.format(a=a, b=b, one=one, other=other, words=a if self.a else b)

    def turned(self) -> Signal:
        """The same with the sides exchanged."""
        return replace(self, a=self.b, b=self.a)


def quoted(pieces: tuple[Piece, ...]) -> str:
    """The words of some pieces, each in quotation marks."""
    return " … ".join(f"“{' '.join(piece.words.split())}”" for piece in pieces)


@dataclass(frozen=True)
class Relation:
    """A proposal: the verdict (one of VERDICTS), its reason in a sentence, every signal, and what spoke against it.

    `excuse` names the shape (a key of `excuses.EXCUSES`) that kept an apparent conflict from being called one, or "".
    """

    verdict: str
    reason: str
    signals: tuple[Signal, ...] = ()
    against: tuple[Signal, ...] = ()
    excuse: str = ""

    def turned(self) -> Relation:
        """The same with the sides exchanged."""
        signals, against = (tuple(s.turned() for s in listed) for listed in (self.signals, self.against))
        reason = self.reason
        for old, new in zip((*self.signals, *self.against), (*signals, *against), strict=True):
            reason = reason.replace(old.sentence, new.sentence)
        return replace(self, reason=reason, signals=signals, against=against)
