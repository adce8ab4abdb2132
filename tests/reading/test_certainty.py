"""Each rule by a short sentence: how surely its last predicate, or the one named, is put."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from spacy.tokens import Doc, Token
from tests.helpers import AWKWARD, REPEATABLE, TEXTS

from sidebyside.reading.certainty import (
    MOODS,
    Certainty,
    by_reference,
    certainties_in,
    certainty_of,
    reader,
    setting_of,
)
from sidebyside.reading.certainty.grammar import head_of
from sidebyside.reading.certainty.scale import passed_down
from sidebyside.reading.certainty.signatures import ADJECTIVES, NOUNS, VERBS, entries
from sidebyside.reading.frames import CERTAINTIES
from sidebyside.reading.parse import grammar, parsed
from sidebyside.reading.voices import voices_in


@cache
def read(text: str) -> Doc:
    return next(iter(parsed([text])))


def certainty(sentence: str) -> Certainty:
    """Of the word that stands between asterisks."""
    before, word, after = sentence.split("*")
    doc = read(before + word + after)
    return certainty_of(next(token for token in doc if token.idx == len(before)))


VALUES = [
    # negation, and what only looks like it
    ("The builder *repaired* the bridge.", "asserted"),
    ("The builder did not *repair* the bridge.", "denied"),
    ("The builder never *repaired* the bridge.", "denied"),
    ("Nobody *repaired* the bridge.", "denied"),
    ("The town *has* no plan.", "denied"),
    ("The builder no longer *works* there.", "denied"),
    ("The builder hardly *slept*.", "hedged"),
    ("The bridge not only *fell*, it burned.", "asserted"),
    ("He left without *paying* the builder.", "denied"),
    ("He neither ate nor *slept*.", "denied"),
    # modals
    ("The bridge may *fall*.", "hedged"),
    ("The bridge could *fall*.", "hedged"),
    ("The bridge could not *fall*.", "denied"),
    ("The bridge may not *fall*.", "hedged"),
    ("The bridge must have *fallen*.", "hedged"),
    ("The mayor should *resign*.", "hedged"),
    ("The mayor will *resign*.", "asserted"),
    # adverbs and adjectives of an event
    ("The bridge probably *fell*.", "hedged"),
    ("Perhaps the bridge *fell*.", "hedged"),
    ("The bridge reportedly *fell*.", "attributed"),
    ("The alleged *attack* surprised the town.", "attributed"),
    ("The town feared a possible *attack*.", "hedged"),
    # words that govern a clause
    ("He managed to *repair* the bridge.", "asserted"),
    ("He did not manage to *repair* the bridge.", "denied"),
    ("He failed to *repair* the bridge.", "denied"),
    ("He did not fail to *repair* the bridge.", "asserted"),
    ("He forgot to *close* the gate.", "denied"),
    ("He forgot that she had *closed* the gate.", "asserted"),
    ("He refused to *repair* the bridge.", "denied"),
    ("The storm forced him to *leave*.", "asserted"),
    ("The storm did not force him to *leave*.", "hedged"),
    ("The storm kept him from *leaving*.", "denied"),
    ("He stopped *smoking*.", "denied"),
    ("He tried to *leave*.", "hedged"),
    ("He wants to *leave*.", "hedged"),
    ("He was unable to *leave*.", "denied"),
    ("He is likely to *leave*.", "hedged"),
    ("It is possible that he *left*.", "hedged"),
    ("There is a chance that he *left*.", "hedged"),
    ("The bridge seems to have *fallen*.", "hedged"),
    ("It may be that he failed to *leave*.", "hedged"),
    # what is taken for granted
    ("He knows that the bridge *fell*.", "asserted"),
    ("He does not know that the bridge *fell*.", "asserted"),
    ("Does he know that the bridge *fell*?", "asserted"),
    ("He may regret that the bridge *fell*.", "asserted"),
    ("She did not come because the bridge *fell*.", "asserted"),
    ("She asked why the bridge *fell*.", "asserted"),
    # someone else's word
    ("The mayor says that the bridge *fell*.", "attributed"),
    ("The mayor did not say that the bridge *fell*.", "hedged"),
    ("The mayor says that the bridge may *fall*.", "hedged"),
    ("The mayor says that the bridge did not *fall*.", "denied"),
    ("The mayor denies that the bridge *fell*.", "denied"),
    ("The mayor does not think that the bridge *fell*.", "denied"),
    ("According to the mayor, the bridge *fell*.", "attributed"),
    ("The bridge, the mayor said, *fell* on Monday.", "attributed"),
    ("The mayor claims that the builder knows that the bridge *fell*.", "attributed"),
    ("I think that the bridge *fell*.", "hedged"),
    ("We say that the bridge *fell*.", "asserted"),
    # conditions, questions, commands
    ("If the bridge *falls*, they will leave.", "hedged"),
    ("If the bridge falls, they will *leave*.", "hedged"),
    ("Did the bridge *fall*?", "hedged"),
    ("Why did the bridge *fall*?", "asserted"),
    ("He asked whether the bridge *fell*.", "hedged"),
    ("*Repair* the bridge!", "hedged"),
    # turns of phrase
    ("I can't believe that the bridge *fell*.", "asserted"),
    ("You might say that the bridge *fell*.", "hedged"),
    ("She could tell that the bridge had *fallen*.", "asserted"),
    ("It should be noted that the bridge *fell*.", "asserted"),
    ("He admitted that the bridge *fell*.", "attributed"),
    ("He did not admit that the bridge *fell*.", "attributed"),
    ("How did you know that the bridge *fell*?", "asserted"),
    # aims, also on nouns
    ("They met with the aim of *building* a bridge.", "hedged"),
    ("The policy is aimed at *building* bridges.", "hedged"),
    ("Their goal in *holding* talks was to gain time.", "asserted"),
    ("They work with Lund to build, *repair* and paint.", "hedged"),
    ("They are ready for when the bridge *falls*.", "hedged"),
    ("They decided against *leaving*.", "hedged"),
    ("The council rejected a request to *build* a bridge.", "hedged"),
    ("They did not have the right to *leave*.", "denied"),
    # a denial of degree
    ("The *threat* was exaggerated by the mayor.", "hedged"),
    ("They met the exaggerated *threat*.", "hedged"),
    ("The evening looked anything but *promising*.", "denied"),
    # two clauses joined
    ("She assumes that it will fall and *aims* to leave.", "asserted"),
    ("As she assumes it *fell*, they left.", "hedged"),
    ("The bridge never fell or *burned*.", "denied"),
    ("Perhaps the bridge fell and *burned*.", "hedged"),
    ("The mayor did not repair the bridge or *paint* it.", "denied"),
    ("The bridge may fall and *burn*.", "hedged"),
    ("The bridge did not fall but the tower *fell*.", "asserted"),
]


@pytest.mark.parametrize(("sentence", "value"), VALUES)
def test_each_rule_on_a_sentence(sentence: str, value: str) -> None:
    """A rule says of the marked predicate what a reader would."""
    assert certainty(sentence).value == value


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("The bridge *fell*.", "assertion"),
        ("The bridge will *fall*.", "prediction"),
        ("The mayor said that the bridge would *fall*.", "prediction"),
        ("Unless the bridge *falls*, they stay.", "conditional"),
        ("Did the bridge *fall*?", "question"),
        ("He wants the bridge to *fall*.", "wish"),
        ("*Repair* the bridge!", "command"),
    ],
)
def test_moods(sentence: str, mood: str) -> None:
    """What is predicted, asked, wished or told carries that mood."""
    assert certainty(sentence).mood == mood


def test_a_clause_as_a_whole_keeps_its_own_negation_inside() -> None:
    """ "He knows that it did not fall" asserts that it did not fall."""
    doc = read("He knows that the bridge did not fall.")
    fall = next(token for token in doc if token.text == "fall")
    assert (certainty_of(fall).value, setting_of(fall).value) == ("denied", "asserted")


def test_cues_are_in_the_order_of_their_work() -> None:
    """From outside in, each with its words, its place and what it does."""
    text = "The mayor says that they failed to repair the bridge."
    found = certainty("The mayor says that they failed to *repair* the bridge.")
    assert [(cue.words, cue.does) for cue in found.cues] == [("says", "reports"), ("failed", "denies")]
    assert [text[cue.start : cue.end] for cue in found.cues] == ["says", "failed"]
    assert text[slice(*found.scope)] == "to repair the bridge"


def test_a_cue_covers_a_clause() -> None:
    """Each cue says how far it reaches: the outer one over both clauses, the inner one over its own."""
    text = "The mayor says that the bridge may fall."
    cues = certainty("The mayor says that the bridge may *fall*.").cues
    assert [(cue.words, text[slice(*cue.scope)]) for cue in cues] == [
        ("says", "that the bridge may fall"), ("may", "that the bridge may fall"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (("Ana Holm stated that Lund sold arms.", "Lund denied this."), [(0, "sold", "denied", "denied", 1)]),
        (("Critics say that Lund sold arms.", "Lund dismissed the claims."), [(0, "sold", "denied", "dismissed", 1)]),
        (("Critics say that Lund sold arms.", "Lund confirmed this."), [(0, "sold", "attributed", "confirmed", 1)]),
        (("Lund sold arms and hid them.", "Its mayor denied this."),
         [(0, "sold", "denied", "denied", 1), (0, "hid", "denied", "denied", 1)]),
        (("Critics say that Lund sold arms.", "Lund did not deny this."), []),
    ],
)  # fmt: skip
def test_a_denial_bears_on_the_sentence_before(sentences: tuple[str, str], found: list[tuple]) -> None:
    """ "Denied this" gives the predicate meant a certainty of its own, marked as a guess, with the cue that did it."""
    docs = list(parsed(sentences))
    references = by_reference(docs, voices_in(docs))
    texts = [doc.text for doc in docs]
    for one in references:
        assert one.note == "by reference"
        assert one.certainty.scope[0] <= one.certainty.start < one.certainty.end <= one.certainty.scope[1]
    assert [
        (one.doc, texts[one.doc][one.certainty.start : one.certainty.end], one.certainty.value,
         texts[one.cue_doc][one.certainty.cues[0].start : one.certainty.cues[0].end], one.cue_doc)
        for one in references
    ] == found  # fmt: skip


def test_a_denial_outside_a_presupposition_leaves_no_cue() -> None:
    """What does not bear on the predicate is not listed: she did not come, but it did fall."""
    assert certainty("She did not come because the bridge *fell*.").cues == ()


def test_no_certainty_beyond_the_clause_around_it() -> None:
    """A clause is no surer than the one around it, unless it is taken for granted."""
    for outer in range(-3, 4):
        for so in range(-3, 4):
            for otherwise in range(-3, 4):
                inner = passed_down(outer, so, otherwise)
                assert inner == so if so == otherwise else abs(inner) <= abs(outer)


@pytest.mark.parametrize("rows", [VERBS, ADJECTIVES, NOUNS])
def test_no_word_stands_twice_in_one_frame(rows: list) -> None:
    """The table gives one answer for a word in a frame, and every row its reason."""
    keys = [key for key, _ in entries(rows)]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
    assert all(row.why and (row.mood in MOODS or not row.mood) for row in rows)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts(text: str) -> None:
    """Other scripts, odd line ends, emoji and nothing at all are read without a stumble."""
    holds(read(text))


@REPEATABLE
@given(TEXTS)
def test_spans_lie_inside_and_nothing_changes(text: str) -> None:
    """For any text: places inside it, known values, cues that quote it, and twice the same."""
    holds(read(text))


def test_a_sentence_of_three_hundred_clauses() -> None:
    """Depth does no harm."""
    holds(read("She says " + "that he says " * 300 + "that it fell."))


def holds(doc: Doc) -> None:
    found, text = certainties_in(doc), doc.text
    assert found == certainties_in(doc)
    for one in found:
        assert 0 <= one.scope[0] <= one.start < one.end <= one.scope[1] <= len(text)
        assert one.value in CERTAINTIES
        assert one.mood in MOODS
        assert -3 <= one.degree <= 3
        assert all(text[cue.start : cue.end] == cue.words for cue in one.cues)
        assert all(0 <= cue.scope[0] < cue.scope[1] <= len(text) for cue in one.cues)


def joined_wrongly() -> Doc:
    """A bare verb joined to the wrong one, the aim that it goes on with hanging on that verb itself."""
    words = "They saved it to fight and keep it .".split()
    return Doc(
        grammar().vocab,
        words,
        heads=[1, 1, 1, 4, 6, 6, 1, 6, 1],
        deps=["nsubj", "ROOT", "dobj", "aux", "advcl", "cc", "conj", "dobj", "punct"],
        tags=["PRP", "VBD", "PRP", "TO", "VB", "CC", "VB", "PRP", "."],
        pos=["PRON", "VERB", "PRON", "PART", "VERB", "CCONJ", "VERB", "PRON", "PUNCT"],
        lemmas=["they", "save", "it", "to", "fight", "and", "keep", "it", "."],
    )


def test_no_verb_hangs_on_what_hangs_on_it() -> None:
    """A verb goes on with an aim before it only where that aim does not hang on the verb: else there is no way up."""
    doc = joined_wrongly()
    assert [(token.text, head_of(token).text) for token in doc if token.pos_ == "VERB"] == [
        ("saved", "saved"),
        ("fight", "keep"),
        ("keep", "saved"),
    ]
    assert [claim.value for claim in certainties_in(doc)] == ["asserted", "hedged", "asserted"]


def test_a_way_in_a_circle_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever heads are taken for each other's, every predicate is read once, and reading ends."""
    asked: list[int] = []

    def round_and_round(token: Token) -> Token:
        asked.append(token.i)
        assert len(asked) < 100, "it goes round and round"
        return token.doc[4 if token.i == 6 else 6]

    monkeypatch.setattr(reader, "head_of", round_and_round)
    assert len(reader.read(joined_wrongly())) == 3
