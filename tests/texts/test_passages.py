"""Passages are places: nothing is lost between them, and a place once given stays what it was."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from tests.helpers import ACCOUNTS, REPEATABLE, SHIPPED, TEXTS, source

from sidebyside.record import load
from sidebyside.texts import Part, Source, passages_in
from sidebyside.texts.passages import lines_with_words

# Sentences that readers of the two essays come back to. Were the splitter to shift one, its evidence would be lost.
WELL_KNOWN = {
    "A1": "How Russia Views Afghanistan Today",
    "A12": "What Threats Does Russia Perceive?",
    "A25": "A direct military threat against Russia from Afghanistan does not exist and probably will not for any "
    "foreseeable future.",
    "A48": "However, official Moscow perceives it as a threat.",
    "A54": "Moscow has undertaken several initiatives.",
    "A92": "He also confirmed that communication channels between Russia and the Taliban did exist.",
    "A109": "Russia denied this, and it denied the recent allegations regarding Taliban bounties for killed "
    "U.S. troops.",
    "A113": "Moscow has increased its diplomatic support to the Taliban in recent years.",
    "A122": "Currently, it prioritizes three goals.",
    "A133": "Image: TASS (Photo by Alexey Druzhinin)",
    "B1": "Russia’s strategic interests in Afghanistan: What can Moscow get from supporting Taliban?",
    "B2": "Throughout the history, Russia’s strategy towards Afghanistan has been security-centric.",
    "B17": "Hafizullah Amin was killed on December 27, 1979, and the Soviet troops remained in Afghanistan until 1989.",
    "B24": "From 1989, Russia remained out of Afghanistan for the next two decades and Moscow had completely lost its "
    "hope of competing the United States’ influence in Afghanistan.",
    "B37": "Throughout its history, Russia has been threatened from its southern border, Afghanistan.",
    "B47": "Taliban’s period starts from 1997-2001.",
    "B50": "Required fields are marked *",
}


@cache
def shipped() -> dict[str, Source]:
    return {text.key: text for text in load(SHIPPED).texts}


def said(text: str, *parts: Part) -> list[str]:
    """The words of each passage."""
    return [text[p.start : p.end] for p in passages_in(text, "A", parts)]


@REPEATABLE
@given(TEXTS)
def test_nothing_is_lost_between_passages(text: str) -> None:
    """Joining passages and the gaps between them gives back the text, and the gaps hold only white space."""
    joined, end = "", 0
    for passage in passages_in(text, "A"):
        gap = text[end : passage.start]
        assert end <= passage.start < passage.end
        assert not gap.strip()
        joined, end = joined + gap + text[passage.start : passage.end], passage.end
    assert not text[end:].strip()
    assert joined + text[end:] == text


@REPEATABLE
@given(TEXTS)
def test_a_passage_has_no_white_space_at_its_ends(text: str) -> None:
    """A passage starts and ends on something that can be read, and stays within one line."""
    for words in said(text):
        assert words == words.strip()
        assert len(words.splitlines()) == 1


@REPEATABLE
@given(TEXTS)
def test_ids_count_from_one_in_reading_order(text: str) -> None:
    """Ids are the key and the number of the passage, the same at every reading."""
    ids = [p.id for p in passages_in(text, "AB")]
    assert ids == [f"AB{number}" for number in range(1, len(ids) + 1)]
    assert list(passages_in(text, "AB")) == list(passages_in(text, "AB"))


def test_an_account_has_three_sentences() -> None:
    """Title, three sentences and a comment make five passages; headings do not run into the sentence after them."""
    assert said(ACCOUNTS["A"]) == [
        "The bridge at Lund",
        "The bridge fell on Monday.",
        "The mayor says that 40 people were hurt.",
        "Nobody was hurt, and the builder is to blame.",
        "I saw it fall on Tuesday.",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("😱😱 Alas! It fell.", (9, 17)),
        ("👩‍👩‍👧 Alas! It fell.", (12, 20)),  # one family, five code points
        ("Мост упал. Увы!", (11, 15)),
        ("سقط الجسر. نعم!", (11, 15)),
        ("Cafe\u0301. Alas!", (7, 12)),
        ("Caf\u00e9. Alas!", (6, 11)),
        ("Alas.\r\nIt fell.", (7, 15)),
        ("Alas.\n\n\tIt fell.", (8, 16)),
        ("Alas.\u00a0 It fell.", (7, 15)),
        ("Alas.\u2028It fell.", (6, 14)),
        ("Alas.\x0cIt fell.", (6, 14)),
    ],
)
def test_offsets_are_code_points(text: str, place: tuple[int, int]) -> None:
    """A second sentence stands where Python's own indices have it: not bytes, not UTF-16 units, not letters seen."""
    passage = list(passages_in(text, "A"))[1]
    assert (passage.start, passage.end) == place


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("U.S. troops left. Gen. Orlov stayed.", ["U.S. troops left.", "Gen. Orlov stayed."]),
        ("It was 5.5 per cent. It rose.", ["It was 5.5 per cent.", "It rose."]),
        ("“It fell.” So he said.", ["“It fell.”", "So he said."]),
        ("It fell. (It was old.) It will be built again.", ["It fell.", "(It was old.)", "It will be built again."]),
        ("1. It fell. 2. It was old.", ["1. It fell.", "2. It was old."]),
        ("Who fell? The bridge! Why?", ["Who fell?", "The bridge!", "Why?"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    """Abbreviations, figures and list marks end no sentence; quotes and brackets belong to the sentence within."""
    assert said(text) == sentences


def test_a_short_answer_is_a_sentence() -> None:
    """ "No." is a sentence of its own; a list mark is a number or a letter."""
    assert said("Did it fall? No. It was taken down.") == ["Did it fall?", "No.", "It was taken down."]
    assert said("It was cold. So. They left.") == ["It was cold.", "So.", "They left."]


def test_a_text_without_words_has_no_passages() -> None:
    """White space alone is nobody's sentence."""
    assert said("") == said(" \n\t\u00a0\r\n") == []


def test_lines_are_numbered_by_their_words() -> None:
    """A paragraph's number counts the lines that hold words; blank ones have none."""
    passages = list(passages_in("Title\n\n \nFirst. Second.\r\nThird.", "A"))
    assert [p.paragraph for p in passages] == [1, 2, 2, 3]


@REPEATABLE
@given(TEXTS)
def test_lines_know_where_they_start(text: str) -> None:
    """Each line with words stands in the text at the place that is given with it."""
    found = list(lines_with_words(text))
    assert [number for number, _, _ in found] == list(range(1, len(found) + 1))
    assert all(text.startswith(line, start) and line.strip() for _, start, line in found)
    assert "".join("".join(line for _, _, line in found).split()) == "".join(text.split())


def test_a_passage_has_the_role_of_its_place() -> None:
    """The role is that of the part in which the passage starts; what no part claims is body."""
    text = ACCOUNTS["A"]
    title, comment = Part("title", 0, 19), Part("comment", text.index("I saw"), len(text))
    assert [p.part for p in passages_in(text, "A", [title, comment])] == ["title", "body", "body", "body", "comment"]


def test_the_end_of_a_part_is_not_in_it() -> None:
    """`end` is the first code point after the part."""
    assert [p.part for p in passages_in("One.\nTwo.", "A", [Part("note", 0, 5)])] == ["note", "body"]
    assert [p.part for p in passages_in("One.\nTwo.", "A", [Part("note", 0, 6)])] == ["note", "note"]


def test_passages_stand_under_their_heading() -> None:
    """A heading opens a section, itself included; before the first there is none, and a note ends it."""
    text = "Title\nOpening.\nCauses\nIt was old. It rained.\nHarm\nNobody.\nThanks to all.\nAfterthought."
    roles = [("title", "Title"), ("heading", "Causes"), ("heading", "Harm"), ("note", "Thanks to all.")]
    parts = [Part(role, text.index(words), text.index(words) + len(words)) for role, words in roles]
    sections = {text[p.start : p.end]: p.section for p in passages_in(text, "A", parts)}
    assert sections == {
        "Title": "",
        "Opening.": "",
        "Causes": "A3",
        "It was old.": "A3",
        "It rained.": "A3",
        "Harm": "A6",
        "Nobody.": "A6",
        "Thanks to all.": "",
        "Afterthought.": "",
    }


def test_a_heading_of_two_sentences_opens_one_section() -> None:
    """ "What fell? A bridge." is one heading, and its section bears the id of its first sentence."""
    passages = list(passages_in("What fell? A bridge.\nIt fell.", "A", [Part("heading", 0, 20)]))
    assert [p.section for p in passages] == ["A1", "A1", "A1"]


def test_the_body_leaves_out_every_other_role() -> None:
    """Only the essay itself is body."""
    account = source(ACCOUNTS["A"], Part("title", 0, 19), Part("comment", 134, 160))
    assert [p.id for p in account.body] == ["A2", "A3", "A4"]


@pytest.mark.parametrize(
    ("key", "roles"),
    [
        ("A", {"title": 1, "body": 120, "heading": 5, "byline": 5, "note": 2}),
        ("B", {"title": 1, "body": 40, "heading": 2, "furniture": 4, "comment": 3}),
    ],
)
def test_the_shipped_texts_keep_their_counts(key: str, roles: dict[str, int]) -> None:
    """A has 133 passages and B 50; a new splitter that finds others would shift the ids in points.yml."""
    passages = shipped()[key].passages
    assert len(passages) == {"A": 133, "B": 50}[key] == sum(roles.values())
    assert {role: sum(p.part == role for p in passages) for role in roles} == roles


@pytest.mark.parametrize("identity", WELL_KNOWN)
def test_well_known_sentences_keep_their_ids(identity: str) -> None:
    """An id means the same sentence today as when the evidence was coded."""
    text = shipped()[identity[0]]
    passage = text.passage(identity)
    assert passage is not None
    assert text.words(passage) == WELL_KNOWN[identity]
