"""The grounds that a statement gives: a cause, an aim, a judgement. Who tells the same otherwise differs in these."""

from __future__ import annotations

from sidebyside.matching.told import Told

# Words by which a sentence gives a cause, an aim or a judgement: how that is named, the part of speech, the lemmas.
GROUNDS = (
    (
        "a cause",
        "VERB",
        "cause lead result influence bolster encourage prompt force motivate trigger drive stem explain",
    ),
    ("a cause", "NOUN", "cause reason consequence result response"),
    ("a cause", "SCONJ ADP ADV ADJ", "because therefore thus consequently due owing hence"),
    ("an aim", "NOUN", "goal aim purpose intent intention objective motive priority desire ambition interest"),
    ("an aim", "VERB", "aim intend seek want hope"),
    ("a judgement", "VERB", "fail exaggerate overestimate underestimate deserve lack"),
    ("a judgement", "NOUN", "failure success exaggeration mistake weakness lack inability"),
    ("a judgement", "ADJ", "exaggerated serious dangerous vital successful unable weak limited significant important"),
)
GROUND = {(word, kind): name for name, kinds, words in GROUNDS for kind in kinds.split() for word in words.split()}


def given(told: Told) -> dict[str, str]:
    """The kinds of grounds that a statement gives, each with the first word that shows it."""
    found: dict[str, str] = {}
    for word in told.statement.tokens:
        ground = GROUND.get((word.lemma, word.kind))
        if ground:
            found.setdefault(ground, word.text)
    return found
