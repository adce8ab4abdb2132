"""Who says it, in sentences whose right answer is plain to see: one construction a row, then what must always hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.helpers import AWKWARD, REPEATABLE

from sidebyside.reading.frames import VOICES, frame
from sidebyside.reading.parse import parsed
from sidebyside.reading.voices import KINDS, Voice, rows_of, voices_in
from sidebyside.reading.voices.cues import ADJECTIVES, FELT, NOUNS, VERBS
from sidebyside.reading.voices.quotes import quotations

HOWS = {
    "states", "alleges", "denies", "believes", "fears", "predicts", "wants", "proposes", "criticises", "confirms",
    "requests",
}  # fmt: skip


def read(*sentences: str) -> tuple[list[Doc], list[Voice]]:
    """The sentences, parsed, and the voices in them."""
    docs = list(parsed(sentences))
    return docs, voices_in(docs)


def content(docs: Sequence[Doc], voice: Voice) -> str:
    """The reported words of a voice; a gap between two stretches shows as " … "."""
    return " … ".join(docs[voice.doc].text[start:end] for start, end in voice.content)


def cue(docs: Sequence[Doc], voice: Voice) -> str:
    """The words that report it."""
    return docs[voice.doc].text[slice(*voice.cue)] if voice.cue else ""


CONSTRUCTIONS = [
    # sentence, cue, who, how, content
    ("The mayor said that the bridge was safe.", "said", "mayor", "states", "that the bridge was safe"),
    ("The bridge was safe, said Ana Holm.", "said", "Ana Holm", "states", "The bridge was safe"),
    ("“The bridge is safe,” the mayor said.", "said", "mayor", "states", "“The bridge is safe,”"),
    ("“It is safe,” she said, “and it will stay so.”", "said", "", "states", "“It is safe,” … “and it will stay so.”"),
    ("According to the police, the bridge fell.", "According to", "police", "states", "the bridge fell"),
    ("The bridge fell, according to Ana Holm.", "according to", "Ana Holm", "states", "The bridge fell"),
    ("In the mayor's view, the storm was to blame.", "view", "mayor", "believes", "the storm was to blame"),
    ("The engineers believe that the storm did it.", "believe", "engineers", "believes", "that the storm did it"),
    ("Moscow fears that the war will spread.", "fears", "Moscow", "fears", "that the war will spread"),
    ("The council plans to build a bridge.", "plans", "council", "wants", "to build a bridge"),
    ("The council vowed to rebuild it.", "vowed", "council", "wants", "to rebuild it"),
    ("The union urged the council to act.", "urged", "union", "requests", "the council to act"),
    ("The union called on the council to act.", "called", "union", "requests", "the council to act"),
    ("The opposition called for talks.", "called", "opposition", "proposes", "talks"),
    ("The mayor criticised the builder.", "criticised", "mayor", "criticises", "the builder"),
    ("The builder was criticised by the mayor.", "criticised", "mayor", "criticises", "The builder"),
    ("The mayor was accused of lying.", "accused", "", "alleges", "The mayor … lying"),
    ("The builder is believed to be abroad.", "believed", "", "believes", "The builder … to be abroad"),
    ("He was told by the mayor that it fell.", "told", "mayor", "states", "that it fell"),
    ("The mayor described the plan as a beginning.", "described", "mayor", "states", "the plan as a beginning"),
    ("The council sees the river as a threat.", "sees", "council", "fears", "the river as a threat"),
    ("The report notes that the bolts were old.", "notes", "report", "states", "that the bolts were old"),
    ("The claim that it fell is false.", "claim", "", "alleges", "that it fell"),
    ("The mayor repeated her view that it fell.", "view", "mayor", "believes", "that it fell"),
    ("They issued a statement that it fell.", "statement", "", "states", "that it fell"),
    ("The government is confident that it will hold.", "confident", "government", "believes", "that it will hold"),
    ("Builders are fearful of a strike.", "fearful", "Builders", "fears", "a strike"),
    ("The strike worried Kabul.", "worried", "Kabul", "fears", "The strike"),
    ("The offer was coolly received by Kabul.", "coolly received", "Kabul", "criticises", "The offer"),
    ("The plan seemed useless to Kabul.", "seemed", "Kabul", "believes", "The plan … useless"),
    ("The mayor called the raid a breach of trust.", "called", "mayor", "criticises", "the raid a breach of trust"),
    ("The mayor called the story untrue.", "called", "mayor", "denies", "the story untrue"),
    ("The mayor dismissed the story.", "dismissed", "mayor", "denies", "the story"),
    ("Kabul gave a list of the builders to Lund.", "gave a list", "Kabul", "states", "a list of the builders"),
    ("They are on the Swedish list of debtors.", "list", "Swedish list of debtors", "states", "They"),
    ("The council, Halden, became keen to build.", "keen", "Halden", "wants", "to build"),
    ("Kabul works with Lund to “fight the storm”.", "to", "Kabul", "wants", "“fight the storm”"),
    ("Holm made this comment: “The bridge fell.”", "comment", "Holm", "states", "“The bridge fell.”"),
    ("The storm urged on Kabul's negative attitude towards Lund.", "attitude", "Kabul", "criticises", "Lund"),
    ("The builders were frustrated that it fell.", "frustrated", "builders", "criticises", "that it fell"),
    ("A group of builders suspected of theft left.", "suspected", "", "believes", "builders … theft"),
    ("Kabul showed interest in the bridge.", "interest", "Kabul", "wants", "the bridge"),
    ("The mayor reportedly left.", "reportedly", "", "states", "The mayor … left"),
    ("Ana Holm: The bridge is safe now.", ":", "Ana Holm", "states", "The bridge is safe now."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "who", "how", "told"), CONSTRUCTIONS)
def test_a_construction_gives_cue_source_and_words(sentence: str, words: str, who: str, how: str, told: str) -> None:
    """Each construction has its cue, its speaker, what the speaker does, and where the reported words end."""
    docs, voices = read(sentence)
    found = [(cue(docs, v), v.who, v.how, content(docs, v)) for v in voices]
    assert (words, who, how, told) in found


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("The mayor left the room, saying that the bridge was safe.", "saying", "mayor"),
        ("The mayor praised the plan and said that it would work.", "said", "mayor"),
        ("The officials who say that it fell were there.", "say", "officials"),
        ("The mayor seemed to believe that it fell.", "believe", "mayor"),
        ("The council sent a letter demanding that he resign.", "demanding", "council"),
        ("The mayor said it would fall, adding that nobody was hurt.", "adding", "mayor"),
        ("The mayor said it would fall and suggested that it was old.", "suggested", "mayor"),
        ("The mayor tried to argue that it fell.", "argue", "mayor"),
    ],
)
def test_a_verb_without_a_subject_takes_the_one_it_shares(sentence: str, words: str, who: str) -> None:
    """Participles, joined verbs, relative clauses and infinitives have the subject of what governs them."""
    docs, voices = read(sentence)
    assert (words, who) in [(cue(docs, v), v.who) for v in voices]


@pytest.mark.parametrize(
    ("sentence", "who", "role", "kind"),
    [
        ("Gen. Peter Marsh said that it fell.", "Peter Marsh", "Gen.", "person"),
        ("The mayor, Ana Holm, said that it fell.", "Ana Holm", "mayor", "person"),
        ("Ana Holm, the mayor of Lund, said that it fell.", "Ana Holm", "mayor of Lund", "person"),
        ("The British scholar Peter Marsh said that it fell.", "Peter Marsh", "British scholar", "person"),
        ("According to remarks by Peter Marsh, it fell.", "Peter Marsh", "", "person"),
        ("Several British experts said that it fell.", "Several British experts", "", "unnamed"),
        ("A source said that it fell.", "source", "", "unnamed"),
        ("The government said that it fell.", "government", "", "collective"),
        ("The study says that it fell.", "study", "", "document"),
        ("Moscow says that it fell.", "Moscow", "", "place-for-government"),
    ],
)
def test_the_name_stands_apart_from_the_office(sentence: str, who: str, role: str, kind: str) -> None:
    """A long phrase comes down to its name; the office and the kind of speaker are given beside it."""
    _, voices = read(sentence)
    assert (who, role, kind) in [(v.who, v.role, v.kind) for v in voices]


def test_all_who_speak_along_are_named() -> None:
    """A report that several share has one voice, with the others named."""
    _, voices = read("Russia, China and Pakistan called on the council to act.")
    assert (voices[0].who, voices[0].others) == ("Russia", ("China", "Pakistan"))


def test_a_pronoun_is_filled_from_before() -> None:
    """ "She" is the last person who spoke, under the full name, and the voice says that it was inferred."""
    docs, voices = read("Ana Holm said that the bridge fell.", "The council met.", "She blamed the storm.")
    assert [(v.doc, v.who, v.words, v.inferred) for v in voices] == [
        (0, "Ana Holm", "Ana Holm", False), (2, "Ana Holm", "She", True),
    ]  # fmt: skip
    assert content(docs, voices[1]) == "the storm"


def test_a_pronoun_takes_a_source_of_its_number() -> None:
    """ "They" passes over a person."""
    _, voices = read("The builders said that it fell.", "Ana Holm disagreed.", "They said that it was old.")
    assert voices[-1].who == "builders"


def test_a_surname_is_given_its_full_name() -> None:
    """The same person has one name throughout."""
    _, voices = read("John Marsh met the builders.", "Marsh said that it fell.")
    assert [(v.who, v.words) for v in voices] == [("John Marsh", "Marsh")]


def test_a_quotation_goes_on_over_sentences() -> None:
    """Every sentence of a quotation is its speaker's, up to the closing mark and no further."""
    docs, voices = read("“It fell,” Ana Holm said. “It was old.", "Nobody was hurt.” The council met.")
    later = [v for v in voices if v.doc == 1]
    assert [(content(docs, v), v.who, v.cue, v.told_in, v.inferred) for v in later] == [
        ("Nobody was hurt.”", "Ana Holm", None, 0, True)
    ]


def test_a_quotation_alone_is_the_last_speakers() -> None:
    """A sentence that is all quotation goes to whoever was quoted just before."""
    docs, voices = read("“It fell,” said Ana Holm.", "“It was old.”", "The council met.")
    assert [(v.doc, v.who, content(docs, v)) for v in voices] == [
        (0, "Ana Holm", "“It fell,”"), (1, "Ana Holm", "“It was old.”"),
    ]  # fmt: skip


def test_a_colon_hands_over_to_the_next_sentence() -> None:
    """ "She said:" reports what follows."""
    docs, voices = read("Ana Holm said:", "“The bridge fell.”", "The council met.")
    assert [(v.doc, v.who, content(docs, v)) for v in voices if v.content] == [(1, "Ana Holm", "“The bridge fell.”")]


def test_a_dash_names_the_speaker_of_the_line_before() -> None:
    """A quotation may be signed on the line below it."""
    docs, voices = read("“The bridge fell.”", "— Ana Holm")
    assert [(v.doc, v.who, content(docs, v)) for v in voices if v.content] == [(0, "Ana Holm", "“The bridge fell.”")]


def test_denied_this_is_filled_from_the_sentence_before() -> None:
    """What "this" means is pointed to, and the denial stays a denial."""
    docs, voices = read("Ana Holm stated that Lund was selling arms.", "Lund denied this.")
    denial = voices[-1]
    assert (denial.who, denial.how, content(docs, denial), denial.inferred) == ("Lund", "denies", "this", True)
    assert denial.meant is not None
    doc, start, end = denial.meant
    assert docs[doc].text[start:end] == "that Lund was selling arms"


@pytest.mark.parametrize(
    "answer",
    [
        "Lund rejected the claim.",
        "The mayor called this untrue.",
        "The mayor described the claims as baseless.",
        "Lund dismissed these allegations.",
        "The mayor confirmed this.",
    ],
)
def test_an_answer_points_to_what_it_answers(answer: str) -> None:
    """ "The claim" and "these allegations" mean what was reported before, as "this" does."""
    _, voices = read("Ana Holm claimed that Lund was selling arms.", answer)
    assert voices[-1].meant == (0, 17, 43)


def test_this_may_mean_what_the_author_said() -> None:
    """Where nobody was reported, the sentence before is meant."""
    docs, voices = read("Lund has sold arms to the rebels.", "Its mayor denied this.")
    assert voices[-1].meant == (0, 0, len(docs[0].text))


def test_what_was_left_open_is_not_what_is_denied() -> None:
    """A denial passes over what the sentence before does not say: "could not say how many", "asked whether"."""
    docs, voices = read(
        "The general said the town had bought rifles, but he could not say how many.", "It denied this."
    )
    doc, start, end = voices[-1].meant or (0, 0, 0)
    assert docs[doc].text[start:end] == "the town had bought rifles"


def test_an_office_is_filled_with_who_held_it_before() -> None:
    """A special envoy of the same places is the person named before as that envoy; another place is another."""
    first = "The offer was coolly received by Ana Holm, the king's special envoy to Norway."
    _, voices = read(
        first, "The special envoy to Norway said that it fell.", "The special envoy to Lund said that it stood."
    )
    assert [v.who for v in voices if v.doc] == ["Ana Holm", "special envoy"]


def test_this_paper_is_the_author() -> None:
    """The text does not report itself as another."""
    assert [v.who for v in read("This paper discusses the bridge.")[1]] == ["the author"]


def test_it_is_an_object_where_the_subject_has_no_name() -> None:
    """ "It" is who is able to want something: the one named, though not as the subject."""
    _, voices = read("Norway was there.", "The bridge attracts Russia as it seeks to play a role.")
    assert [(v.who, v.how) for v in voices] == [("Russia", "wants")]


def test_a_quoted_cue_has_nothing_outside_in_its_words() -> None:
    """ "He tweeted that" within a quotation does not report the sentence around it."""
    _, voices = read("The mayor said they were to blame for “he said this, he tweeted that.”")
    assert ("mayor", 0) in [(v.who, v.depth) for v in voices]


def test_a_dash_names_the_speaker_in_the_same_line() -> None:
    """Several signed quotations may share a line."""
    docs, voices = read("“The bridge fell.” — Ana Holm “It was old.”")
    assert [(v.who, content(docs, v)) for v in voices if cue(docs, v) == "—"] == [("Ana Holm", "“The bridge fell.”")]


def test_a_long_run_of_words_takes_time_in_proportion() -> None:
    """Ten times the words without a stop have about ten times the voices, each read once."""
    words = "the mayor met Ana Holm who said that the bridge near the old town fell and left "
    short, long = (len(read(words * n)[1]) for n in (5, 50))
    assert 5 * short <= long <= 15 * short


def test_what_was_refused_is_looked_for_before() -> None:
    """A bare refusal points to the request."""
    docs, voices = read("Lund asked Kabul to destroy the bridge.", "Kabul refused.")
    meant = voices[-1].meant
    assert (voices[-1].how, voices[-1].content) == ("denies", ())
    assert meant is not None
    assert "destroy the bridge" in docs[meant[0]].text[meant[1] : meant[2]]


def test_a_voice_within_a_voice_says_through_whom() -> None:
    """What Moscow believes according to Holm is Holm's report."""
    _, voices = read("Ana Holm said that Moscow fears a war.")
    assert [(v.who, v.depth, v.through) for v in voices] == [("Ana Holm", 0, ""), ("Moscow", 1, "Ana Holm")]


def test_a_speakers_own_thought_is_no_second_voice() -> None:
    """ "I think" within a quotation is the speaker still."""
    _, voices = read("“I think it fell,” said Ana Holm.")
    assert [v.who for v in voices] == ["Ana Holm"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge fell in the storm of 1998.",
        "A bridge called the Old Lady stood there.",
        "It should be noted that the bridge is old.",
        "1 thought on the bridge",
        "Lund has interests in the north.",
        "The invasion encouraged the builders to leave.",
        "The town is small compared to the city.",
        "The army supported the builders to fight against the storm.",
        "Correction: the bridge fell in May.",
    ],
)
def test_the_authors_own_words_have_no_voice(sentence: str) -> None:
    """What the text says on its own word is nobody's report."""
    assert [v for v in read(sentence)[1] if v.who or v.cue is None] == []


def test_a_negated_cue_says_so() -> None:
    """ "Did not confirm" is not a confirmation."""
    (voice,) = read("The mayor did not confirm that it fell.")[1]
    assert voice.negated
    assert voice.how == "confirms"


def test_voices_fill_their_table() -> None:
    """One row a speaker, the places counted in the source."""
    docs, voices = read("Russia, China and Pakistan called on the council to act.")
    table = frame((row for v in voices for row in rows_of(v, docs[v.doc].text, "A", "A7", 40)), VOICES)
    assert list(table.columns) == list(VOICES)
    assert table.who.tolist() == ["Russia", "China", "Pakistan"]
    assert set(table.type) == {"officials"}
    assert set(table.start) == {40}
    assert set(table.quote) == {"Russia, China and Pakistan called on the council to act"}


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["He said “no”."], [[(8, 12)]]),
        (["He said \"no\" and \"never\"."], [[(8, 12), (17, 24)]]),
        (["“One.", "Two.”"], [[(0, 5)], [(0, 5)]]),
        (["“One.", "“Two.”"], [[(0, 5)], [(0, 6)]]),
        (["Kabul's plan isn't ''ready''"], [[(19, 28)]]),
        (["It is ‘ready’, they’d said"], [[(6, 13)]]),
        (["5” pipes and a 3\" bolt"], [[]]),
        (["“never closed", "and on", "and on"], [[(0, 13)], [], []]),
        ([""], [[]]),
    ],
)  # fmt: skip
def test_quotation_marks_pair(texts: list[str], places: list[list[tuple[int, int]]]) -> None:
    """Curly, straight and doubled marks pair over sentences; apostrophes and inches are none of them."""
    assert [[(q.start, q.end) for q in found] for found in quotations(texts)] == places


def test_the_tables_keep_to_their_words() -> None:
    """Whatever a cue does is one of the things that the table of voices knows."""
    said = VOICES["how"]
    assert all(how.rstrip("s") in said for how in HOWS)
    for listed in (VERBS, ADJECTIVES, NOUNS, FELT):
        assert {entry.how for entry in listed.values()} <= HOWS


PIECES = st.sampled_from(
    ["Ana Holm", "she", "said", "that", "“", "”", "\"", "denied", "this", ":", "—", ",", ".", "the report", "to", "and",
     "Kabul", "believes", "according to", "was", "accused of", "‘", "’", "I", "who", "\u00a0", "🙂", "мост", "claims"]
)  # fmt: skip
SENTENCES = st.lists(st.lists(PIECES, max_size=12).map(" ".join), max_size=5)


@REPEATABLE
@given(SENTENCES)
def test_every_place_lies_in_its_sentence(sentences: list[str]) -> None:
    """Whatever the words, each voice has its places within the Doc, known kinds, and comes out the same twice."""
    docs, voices = read(*sentences)
    assert voices == voices_in(docs)
    assert voices == sorted(voices, key=lambda v: v.doc)
    for voice in voices:
        text = docs[voice.doc].text
        for start, end in [*voice.content, *(p for p in (voice.cue, voice.source) if p is not None)]:
            assert 0 <= start < end <= len(text)
        if voice.source is not None:
            assert voice.words == text[slice(*voice.source)]
        assert list(voice.content) == sorted(voice.content)
        assert voice.how in HOWS
        assert voice.kind in KINDS
        assert (voice.cue is None) == (voice.told_in != voice.doc)
        assert 0 <= voice.told_in < len(docs)
        if voice.meant is not None:
            assert 0 <= voice.meant[1] < voice.meant[2] <= len(docs[voice.meant[0]].text)


@pytest.mark.parametrize("text", [*AWKWARD, "", " ", "“", "said", ":", "— ", "“”", "\n", "said " * 300])
def test_odd_input_is_no_fault(text: str) -> None:
    """Other scripts, marks alone and no words at all are read without a fault."""
    docs, voices = read(text, text)
    assert all(0 <= v.doc < len(docs) for v in voices)


def test_no_sentences_no_voices() -> None:
    """Nothing in, nothing out."""
    assert voices_in([]) == []


def test_an_aim_under_no_verb_comes_to_an_end() -> None:
    """Where no verb stands above the quoted aim, the search for one ends at the root: only the plan is read."""
    docs = list(parsed(["A plan of the mayor to “close the harbour” by May."]))
    assert [voice.cue for voice in voices_in(docs)] == [(2, 6)]
