"""Words that turn a statement round, and words that say how much of a thing it covers."""

from __future__ import annotations

# Each of these turns what it hangs on round. Two on one side make good.
DENIERS = frozenset("not never no nor neither none nobody nothing nowhere without cannot hardly scarcely".split())
# These do where a statement is put under them ("failed to agree"), not where they stand in for another word.
NEGATIVE = frozenset(
    """
    fail failure refuse refusal unable inability decline deny denial lack absence shortage stop cease avoid prevent
    instead rather
    """.split()
)
# What they leave out of a statement belongs to it on the other side.
LIMITERS = frozenset("only solely merely exclusively except excluding exclude excepting barring aside apart".split())
# What a whole is said to consist of; words of one row can stand for each other, rows in CLASH cannot.
AMOUNTS = {
    "all": "all every each everyone everybody everything both always entire whole entirely fully wholly any",
    "most": "most majority mostly mainly largely primarily usually",
    "some": "some certain partly partially somewhat someone somebody sometimes occasionally",
    "few": "few fewer little rarely seldom minority",
    "none": "no none neither nobody nothing never nor",
}
CLASH = frozenset({
    ("all", "most"), ("all", "some"), ("all", "few"), ("all", "none"), ("most", "some"), ("most", "few"),
    ("most", "none"), ("some", "none"),
})  # fmt: skip
AMOUNT = {word: amount for amount, words in AMOUNTS.items() for word in words.split()}
SPEECH = frozenset("report say state tell according".split())
# How far a thing is put as so. A word of one row against none, or against another row, is a difference in certainty.
RESERVE = SPEECH | frozenset(
    """
    may might could perhaps possibly maybe probably likely apparently seemingly allegedly reportedly supposedly
    presumably potentially alleged suspected purported suspect allege claim believe think fear doubt
    hope expect appear seem
    """.split()
)


def amounts_clash(one: str, other: str) -> bool:
    """Whether two words cover different shares of a thing.

    >>> amounts_clash("all", "some"), amounts_clash("every", "each"), amounts_clash("all", "red")
    (True, False, False)
    """
    a, b = AMOUNT.get(one), AMOUNT.get(other)
    return (a, b) in CLASH or (b, a) in CLASH
