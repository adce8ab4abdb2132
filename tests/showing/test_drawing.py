"""A passage drawn: each found thing at its very words, nothing over anything else, and all of it told once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page
from tests.helpers import source
from tests.showing import small
from tests.showing.markup import column, dangers, misnested, tree, words

from sidebyside.record import Comparison
from sidebyside.showing.drawing import draw
from sidebyside.showing.drawing.layout import Drawing, laid_out
from sidebyside.showing.drawing.lines import NARROW, WIDE, Format, Place, set_in_lines
from sidebyside.showing.drawing.marks import Mark, Voice, marks_in, voices_in
from sidebyside.showing.drawing.piece import MOST
from sidebyside.showing.drawing.signs import Sign, signs
from sidebyside.showing.drawing.tracks import Track, tracks
from sidebyside.showing.markup import Html, stylesheet
from sidebyside.showing.report import POLICY

NESTED = "The ministry said that the engineer had denied reports that the council knew of the leak."
QUOTED = "“The bridge will stand for a hundred years, whatever the river does to its banks,” the mayor of Orlov said."
WILD = [
    *small.HOSTILE,
    "",
    " ",
    "🙂👩‍👩‍👧 مرحبا بالعالم 中文字 é́ \N{ZERO WIDTH JOINER}",
    "a\N{NO-BREAK SPACE}b\tc " * 60,
]
each_format = pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])


def at(text: str, quote: str) -> Place:
    """The one place of a quote."""
    assert text.count(quote) == 1, f"{quote!r} stands {text.count(quote)} times"
    return text.index(quote), text.index(quote) + len(quote)


def voice(text: str, who: str, cue: str, *said: str, speaker: str = "", how: str = "states") -> Voice:
    """A voice with its places."""
    speakers = (at(text, speaker),) if speaker else ()
    return Voice(at(text, cue), who, how, speakers, at(text, cue), tuple(at(text, quote) for quote in said))


def nested() -> list[Voice]:
    """Three voices of NESTED, each within what the one before says."""
    return [
        voice(NESTED, "Ministry", "said", NESTED[18:-1], speaker="The ministry"),
        voice(NESTED, "Engineer", "denied", NESTED[47:-1], speaker="the engineer", how="denies"),
        voice(NESTED, "Unattributed", "reports", NESTED[55:-1], how="alleges"),
    ]


def many(text: str) -> list[Mark]:
    """A mark on every word, on every two and on every three of them, with labels longer than the words."""
    starts = [(hit.start(), hit.end()) for hit in re.finditer(r"\S+", text)]
    places = [
        (first[0], last[1]) for some in (1, 2, 3) for first, last in zip(starts, starts[some - 1 :], strict=False)
    ]
    lanes = ["claims", "dates", "figures", "names", "themes"]
    return [
        Mark(lanes[n % 5], place, f"value number {n}", "of some kind", "date") for n, place in enumerate(places)
    ]  # fmt: skip


def set_words(text: str, form: Format) -> list[tuple[int, float, float, str]]:
    """(line, left, right, word) of every word set."""
    lines = set_in_lines(text, form)
    return [(n, word.x, word.x + word.width, word.text) for n, line in enumerate(lines) for word in line]


# words in lines


@each_format
@pytest.mark.parametrize("text", [NESTED, QUOTED, NESTED * 9, *WILD])
def test_every_word_is_set_once_and_within_the_drawing(form: Format, text: str) -> None:
    """Joined again the words are the passage without its white space, and none stands beyond the edge or on another."""
    found = set_words(text, form)
    assert "".join(word for _, _, _, word in found) == "".join(text.split())
    assert all(0 <= left < right <= form.width for _, left, right, _ in found)
    assert all(a[2] < b[1] for a, b in pairwise(found) if a[0] == b[0])


@each_format
def test_lines_are_as_long_as_they_may_be(form: Format) -> None:
    """No line ends where the first word of the next had still fitted."""
    lines = set_in_lines(NESTED * 3, form)
    assert len(lines) > 2
    for line, following in pairwise(lines):
        assert line[-1].x + line[-1].width + following[0].width > form.right - form.size


# signs beneath


@each_format
def test_a_sign_stands_under_its_very_words(form: Format) -> None:
    """From where its first word begins to where its last ends; half a word is half as wide a sign."""
    lines = set_in_lines(NESTED, form)
    (sign,) = signs([Mark("names", at(NESTED, "engineer"), "person")], lines, form)
    (place,) = [(n, left, right) for n, left, right, word in set_words(NESTED, form) if word == "engineer"]
    assert (sign.line, sign.runs[0].left, sign.runs[0].right) == pytest.approx(place)
    (half,) = signs([Mark("names", at(NESTED, "engi"), "person")], lines, form)
    assert place[1] == half.runs[0].left < half.runs[0].right < place[2]


@each_format
def test_nothing_stands_on_anything_else(form: Format) -> None:
    """With three marks on every word: signs and labels of one row keep apart, and labels stay within the drawing."""
    found = signs(many(NESTED), set_in_lines(NESTED, form), form)
    for one, other in combinations(found, 2):
        if (one.line, one.row) == (other.line, other.row):
            (left, right), (first, last) = extent(one), extent(other)
            assert right < first or last < left
    assert all(left >= 0 and right <= form.width for left, right in map(extent, found))


def extent(sign: Sign) -> tuple[float, float]:
    """From the first to the last thing drawn for a sign, its label included."""
    edges = [edge for run in sign.runs for edge in (run.left, run.right)]
    label = [sign.x, sign.x + sign.label.width] if sign.label else []
    return min(edges + label), max(edges + label)


def test_words_over_two_lines_have_one_label() -> None:
    """A mark that goes on in the next line is drawn on both and told once; its sign is open where it goes on."""
    found = signs([Mark("dates", (0, len(NESTED)), "2016")], set_in_lines(NESTED, NARROW), NARROW)
    assert [sign.label.value if sign.label else "" for sign in found] == ["2016", *[""] * (len(found) - 1)]
    assert [(sign.runs[0].first, sign.runs[0].last) for sign in found] == [(True, False), (False, True)]


def test_terms_of_one_theme_share_a_label() -> None:
    """All terms of a theme on a line are one sign; another theme is another."""
    marks = [
        Mark("themes", at(NESTED, quote), name)
        for quote, name in (("ministry", "Town"), ("council", "Town"), ("leak", "Water"))
    ]
    found = signs(marks, set_in_lines(NESTED, WIDE), WIDE)
    assert [(sign.label.value, len(sign.runs)) for sign in found if sign.label] == [("Town", 2), ("Water", 1)]


# voices above


def test_a_voice_within_a_voice_lies_beneath_it() -> None:
    """Nested voices lie nearer to the words the deeper they are nested, whatever their order in the table."""
    lines = set_in_lines(NESTED, WIDE)
    for order in (nested(), nested()[::-1]):
        found = {track.label.value: track.level for track in tracks(order, lines, WIDE)}
        assert found["Ministry"] > found["Engineer"] > found["Unattributed"]


def test_voices_after_each_other_lie_level() -> None:
    """Voices that do not overlap share the lowest level."""
    text = "The mayor said that it was safe, and much later on the ferrymen said that it was not."
    first = Voice((0, 1), "Mayor", "states", ((0, 9),), (10, 14), ((15, 31),))
    second = Voice((51, 52), "Ferrymen", "states", (at(text, "the ferrymen"),), (64, 68), ((69, 84),))
    assert [track.level for track in tracks([first, second], set_in_lines(text, WIDE), WIDE)] == [0, 0]


@each_format
def test_an_arrow_leads_from_the_speaker_to_what_is_said(form: Format) -> None:
    """One begins over the speaker and comes down on the cue; one begins at the cue and ends where the words begin."""
    drawing = laid_out(NESTED, [], nested()[:1], form)
    x = {word: (left, right) for _, left, right, word in set_words(NESTED, form)}
    speaker, cue = (x["The"][0] + x["ministry"][1]) / 2, sum(x["said"]) / 2
    (first, last), (begins, ends) = arrows(drawing)
    assert first == pytest.approx(speaker, abs=1)
    assert (last, begins) == pytest.approx((cue - 3, cue + 3), abs=1)
    assert ends == pytest.approx(said_at(drawing)[0], abs=0.2)


def arrows(drawing: Drawing) -> list[tuple[float, float]]:
    """Where each arrow begins and where its head points, from left to right."""
    begins = [float(x) for x in re.findall(r"M([\d.]+) [\d.]+V", drawing.paths["arrow"])]
    heads = re.findall(r"M([\d.]+) [\d.]+(?:h6l(-3)|v7l(-?7))", drawing.paths["head"])
    ends = [float(x) + (3 if down else float(side)) for x, down, side in heads]
    return list(zip(begins, ends, strict=True))


def said_at(drawing: Drawing) -> tuple[float, float]:
    """Where what is said begins and ends on its first line."""
    left, right = re.findall(r"^M([\d.]+) [\d.]+H([\d.]+)", drawing.paths["said"])[0]
    return float(left), float(right)


def test_words_before_their_cue_are_pointed_at_from_behind() -> None:
    """Where the cue follows, the arrow ends at the last of the words, from the right."""
    text = "“It is safe,” the mayor said."
    drawing = laid_out(text, [], [voice(text, "Mayor", "said", "It is safe", speaker="the mayor")], WIDE)
    (_, to_cue), (from_cue, end) = arrows(drawing)
    assert end == pytest.approx(said_at(drawing)[1], abs=0.2)
    assert end < to_cue < from_cue


def test_an_arrow_to_another_line_goes_over_the_edges() -> None:
    """It runs out at the right of its line and comes in at the left of the next; backwards, the other way round."""
    ahead = laid_out(NESTED, [], [voice(NESTED, "Engineer", "denied", "knew of the leak")], NARROW)
    assert re.search(rf"H{NARROW.width:.0f}M0 ", ahead.paths["arrow"])
    back = laid_out(QUOTED, [], [voice(QUOTED, "Mayor", "said", "The bridge will stand")], NARROW)
    assert re.search(rf"H0M{NARROW.width:.0f} ", back.paths["arrow"])


@pytest.mark.parametrize(
    "found",
    [
        Voice((0, 3), "Nobody", "states"),
        Voice((0, 3), "Mayor", "states", said=((4, 12),)),
        Voice((0, 3), "Mayor", "states", speakers=((4, 12),)),
        Voice((0, 3), "Mayor", "states", cue=(4, 12)),
        Voice((0, 3), "Mayor", "states", cue=(20, 26), said=((0, 60),)),
        Voice((0, 3), "Mayor", "states", cue=(900, 903), said=((901, 999),)),
    ],
)  # fmt: skip
def test_what_is_not_known_of_a_voice_is_not_drawn(found: Voice) -> None:
    """With nobody named, no cue, nothing said, or a cue amid what is said there is no arrow to what is not there."""
    known = (bool(found.speakers), found.cue is not None, bool(found.said))
    drawing = laid_out(NESTED, [], [found], NARROW)
    assert {"arrow", "head"} & set(drawing.paths) == set()
    if max(found.place[1], *(end for _, end in found.said), (found.cue or (0, 0))[1]) < len(NESTED):
        assert tuple(name in drawing.paths for name in ("who", "cue", "said")) == known


@each_format
def test_labels_of_voices_keep_apart(form: Format) -> None:
    """No label of a voice stands on another's, nor beyond the edge."""
    drawing = laid_out(NESTED, [], nested(), form)
    boxes = [(float(t.x), float(t.y), t.label.width) for t in drawing.labels]
    assert all(x >= 0 and x + width <= form.width for x, _, width in boxes)
    for (x, y, width), (x2, y2, width2) in combinations(boxes, 2):
        assert abs(y - y2) >= 12 or x + width < x2 or x2 + width2 < x


def test_lines_between_an_arrow_and_its_end_stay_free() -> None:
    """A voice takes no room above lines that none of its words stand on."""
    text = f"The mayor {'of the lower town ' * 20}said so."
    found: list[Track] = tracks(
        [Voice((0, 9), "Mayor", "states", ((0, 9),), at(text, "said"))], set_in_lines(text, WIDE), WIDE
    )
    assert {run.line for run in found[0].runs} == {0, len(set_in_lines(text, WIDE)) - 1}


# tables as marks

STORY = "The mayor denied on 3 May 2016 that it had cost at least 18,000 crowns."


def story(start: int = 0) -> SimpleNamespace:
    """What can be found in STORY, as a reading's tables, for a source in which it stands there."""

    def found(quote: str, **more: Any) -> dict[str, Any]:
        first, last = (start + edge for edge in at(STORY, quote))
        return {"source": "A", "passage": "A1", "start": first, "end": last, "quote": quote} | more

    def place(quote: str) -> Place:
        return found(quote)["start"], found(quote)["end"]

    rows = {
        "dates": [found("3 May 2016", since="2016-05-03", until="2016-05-03", kind="statement", note="")],
        "figures": [found("at least 18,000 crowns", value=18000.0, unit="crowns", bound="at-least", of="crowns")],
        "names": [found("The mayor", name="Anna Orlov", type="person", how="alias")],
        "themes": [found("cost", theme="money", term="cost")],
        "claims": [
            found("cost", certainty="denied", degree=-3, mood="assertion", cues="denied", cue_places=(place("denied"),))
        ],
        "voices": [
            found("The mayor denied", who="Anna Orlov", how="denies", cue="denied", about="")
            | {"speaker": place("The mayor"), "reporting": place("denied"), "said": (place(STORY[31:-1]),)}
        ],
    }
    return SimpleNamespace(**{name: pd.DataFrame(found) for name, found in rows.items()})


def test_each_table_is_told_in_words() -> None:
    """A date as its day, a figure with bound and unit, a name with its type, a theme by its name, a claim with its
    degree and the words that decided."""
    marks = marks_in(story(), source(STORY).passages[0], STORY, {"money": "Money"})
    assert {mark.lane: (STORY[slice(*mark.place)], mark.value, mark.kind) for mark in marks} == {
        "claims": ("cost", "denied −3", "denied"),
        "dates": ("3 May 2016", "2016-05-03", "statement"),
        "figures": ("at least 18,000 crowns", "at least 18,000 crowns", ""),
        "names": ("The mayor", "Anna Orlov", "person"),
        "themes": ("cost", "Money", "theme"),
    }
    assert [mark.cues for mark in marks if mark.lane == "claims"] == [(at(STORY, "denied"),)]


def test_places_count_from_the_passage() -> None:
    """Wherever in its source a passage stands, its marks stand on the same words."""
    before = "Nothing else.\n\n"
    passage = source(before + STORY).passages[1]
    tables = story(len(before))
    for frame in vars(tables).values():
        frame["passage"] = "A2"
    assert marks_in(tables, passage, STORY, {}) == marks_in(story(), source(STORY).passages[0], STORY, {})
    assert voices_in(tables, passage) == voices_in(story(), source(STORY).passages[0])


@pytest.mark.parametrize("missing", ["since", "until", "value", "name", "theme", "certainty", "speaker", "said"])
def test_a_missing_column_leaves_out_a_mark(missing: str) -> None:
    """A column that is not there, or empty, leaves out what it would have told; everything else is still found."""
    passage = source(STORY).passages[0]
    for absent in (True, False):
        tables = story()
        for name, frame in vars(tables).items():
            if missing in frame:
                setattr(tables, name, frame.drop(columns=missing) if absent else frame.assign(**{missing: None}))
        marks, voices = marks_in(tables, passage, STORY, {}), voices_in(tables, passage)
        assert len(voices) == 1
        assert len(marks) == (5 if missing in ("speaker", "said") else 4)


def test_without_tables_there_is_nothing_to_draw() -> None:
    """Tables that are not there, or are empty, have no marks."""
    passage = source(STORY).passages[0]
    for tables in (SimpleNamespace(), SimpleNamespace(names=pd.DataFrame(), dates=story().dates.iloc[:0])):
        assert marks_in(tables, passage, STORY, {}) == []
        assert voices_in(tables, passage) == []


def test_two_who_say_the_same_are_one_voice() -> None:
    """Rows that differ in the speaker alone are one voice of two speakers."""
    tables = story()
    other = tables.voices.assign(who="The council", speaker=[(0, 3)])
    tables.voices = pd.concat([tables.voices, other])
    (found,) = voices_in(tables, source(STORY).passages[0])
    assert (found.who, found.speakers) == ("Anna Orlov, The council", (at(STORY, "The mayor"), (0, 3)))


# the piece


@pytest.fixture
def told(tmp_path: Path) -> Comparison:
    """A comparison whose first passage is STORY, read as `story` says."""
    return comparison(tmp_path, STORY, story())


def comparison(folder: Path, text: str, tables: object) -> Comparison:
    """A comparison whose source A is that text, with those tables as its reading."""
    about = {key: small.ABOUT[key] for key in ("title", "question", "sources", "themes")}
    about["sources"] = [entry | {"parts": []} for entry in about["sources"]]
    texts = {"A": text, "B": small.TEXTS["B"]}
    work = small.load(small.write(folder, texts, about, [], [], None, {}))
    vars(work)["reading"] = tables
    return work


def test_the_drawing_holds_the_words_twice_and_the_findings_too(told: Comparison) -> None:
    """Wide and narrow, the words can be read in their order as text, and every label is there."""
    shown = tree(draw(told, "A1").markup)
    for name in ("wide", "narrow"):
        drawing = shown.select_one(f"svg.{name}")
        assert drawing is not None
        assert " ".join(column(drawing, "text.w")) == STORY
        assert set(column(drawing, "text.l")) == {
            "Anna Orlov denies", "2016-05-03 statement", "at least 18,000 crowns", "Anna Orlov person", "Money theme",
            "denied −3 denied",
        }  # fmt: skip
        assert drawing["role"] == "img"
        assert STORY in str(drawing["aria-label"])


def test_the_list_tells_all_that_was_found(told: Comparison) -> None:
    """Who cannot see the drawing finds everything in the list, with its words; so does the plain form."""
    piece = draw(told, "A1")
    shown = tree(piece.markup)
    assert column(shown, "dt") == ["Who says what", "How surely", "When", "How many", "Who and where", "On what"]
    expected = [
        "Anna Orlov denies (“denied”) “that it had cost at least 18,000 crowns”", "denied −3 denied “cost”",
        "2016-05-03 statement “3 May 2016”", "at least 18,000 crowns “at least 18,000 crowns”",
        "Anna Orlov person “The mayor”", "Money theme “cost”",
    ]  # fmt: skip
    assert column(shown, "dd > div") == expected
    assert words(shown.select_one("summary")) == "The same as a list: 6 found"
    assert repr(piece).splitlines()[0] == f"A1 {STORY}"
    assert len(repr(piece).splitlines()) == 7


def test_several_passages_are_drawn_in_the_order_asked_for(told: Comparison) -> None:
    """Each has its figure, the colour of its source and its chip; where nothing was found it says so."""
    shown = tree(draw(told, "B2", "A1").markup)
    assert column(shown, "figcaption .chip") == ["B2", "A1"]
    assert [figure["class"] for figure in shown.select("figure")] == [["drawn", "s1"], ["drawn", "s0"]]
    assert "Nothing was found" in words(shown.select("figure")[0])
    assert "Nothing was found" not in words(shown.select("figure")[1])


@pytest.mark.parametrize(
    ("asked", "named"), [("A11", "A1"), ("b2", "B2"), ("the mayor", "A1, B7"), ("<script>", "A1"), ("", "A1")]
)
def test_an_unknown_passage_is_answered_with_the_nearest(asked: str, named: str, told: Comparison) -> None:
    """The error names what was asked for and the ids that come nearest; first and last where none is near."""
    with pytest.raises(KeyError) as caught:
        draw(told, asked)
    assert str(caught.value).strip("'\"").startswith(f"“{asked}” is no passage of this comparison; nearest: ")
    assert named in str(caught.value)


def test_what_stands_beyond_the_drawing_is_in_the_list(tmp_path: Path) -> None:
    """A passage of any length has a drawing of bounded size, says how much is left, and lists all its findings."""
    text = f"The mayor said {'very ' * 4000}little."
    start, end = at(text, "little")
    row = {"source": "A", "passage": "A1", "start": start, "end": end, "since": "2015", "until": "2015"}
    work = comparison(tmp_path, text, SimpleNamespace(dates=pd.DataFrame([row])))
    shown = tree(draw(work, "A1").markup)
    assert f"the {len(text) - MOST:,} characters that follow stand in A1" in words(shown)
    assert column(shown, "dd > div") == ["2015 “little”"]
    assert sum(len(str(svg)) for svg in shown.select("svg")) < 100_000


def test_hostile_words_and_findings_stay_words(tmp_path: Path) -> None:
    """Markup in the words, in names, themes, certainties and cues is shown as written and does nothing."""
    text = small.POISON.replace("\n", " ")
    work = comparison(tmp_path, text, None)
    passage = work.texts[0].passages[0]
    row = {"source": "A", "passage": passage.id, "start": passage.start, "end": passage.end}
    columns = "since until kind unit bound of name type theme certainty mood cues who how cue".split()
    free = dict.fromkeys(columns, small.POISON)
    everything = pd.DataFrame(
        [row | free | {"value": float("inf"), "degree": 10**30, "speaker": (0, 3), "reporting": (4, 9), "said": 7}]
    )
    lanes = ["dates", "figures", "names", "themes", "claims", "voices"]
    vars(work)["reading"] = SimpleNamespace(**dict.fromkeys(lanes, everything))
    markup = draw(work, passage.id).markup
    assert misnested(markup) == []
    assert list(dangers(markup)) == []
    assert len(tree(markup).select("dd > div")) == 6
    assert len(markup) < 1_000_000


def test_an_ordinary_drawing_is_small(told: Comparison) -> None:
    """A sentence with six findings, drawn twice and listed, takes less than 8 kB."""
    assert len(draw(told, "A1").markup.encode()) < 8_000


def test_the_same_drawing_twice(told: Comparison) -> None:
    """Drawn again it is the same, byte for byte."""
    assert draw(told, "A1").markup == draw(told, "A1").markup


# in a browser

OVERLAPS = """
() => [...document.querySelectorAll("figure.drawn svg")].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
  const texts = [...svg.querySelectorAll("text.l, text.w tspan")];
  const boxes = texts.map((e) => [e.textContent, e.getBoundingClientRect()]);
  const frame = svg.getBoundingClientRect();
  const found = boxes
    .filter(([, b]) => b.left < frame.left - 1 || b.right > frame.right + 1 || b.bottom > frame.bottom + 1)
    .map(([text]) => "outside: " + text);
  boxes.forEach(([one, a], n) => boxes.slice(n + 1).forEach(([two, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 5) found.push(one + " | " + two);
  }));
  return found;
})
"""


@pytest.fixture
def page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page without scripts of its own."""
    page = browser.new_page(**browser_context_args)
    yield page
    page.close()


def opened(page: Page, piece: Html, folder: Path, style: str = "") -> Page:
    """The piece as a page of its own, under the policy of the exported pages."""
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    path = folder / "drawing.html"
    path.write_text(
        f"<!doctype html>{head}<style>body{{margin:0}}{stylesheet()}{style}</style>"
        f'<body class="page">{piece.markup}</body>',
        encoding="utf-8",
    )
    page.goto(path.as_uri())
    return page


@pytest.fixture
def rich(tmp_path: Path) -> Html:
    """STORY and a passage with voices in voices, drawn."""
    text = f"{STORY} {NESTED}"
    tables = story()
    spots = [(v, "A2") for v in nested()]
    rows = [
        {"source": "A", "passage": passage, "start": shift(v.place)[0], "end": shift(v.place)[1], "who": v.who}
        | {"how": v.how, "speaker": shift(v.speakers[0]) if v.speakers else None, "reporting": shift(v.cue or (0, 0))}
        | {"said": tuple(shift(place) for place in v.said)}
        for v, passage in spots
    ]
    tables.voices = pd.concat([tables.voices, pd.DataFrame(rows)])
    work = comparison(tmp_path, text, tables)
    return draw(work, "A1", "A2")


def shift(place: Place) -> Place:
    """A place in NESTED where it stands after STORY."""
    return place[0] + len(STORY) + 1, place[1] + len(STORY) + 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 700, 390, 320])
@pytest.mark.parametrize("style", ["", ".sbs .drawn text.w{font-family:monospace!important}"], ids=["serif", "other"])
def test_words_and_labels_keep_apart_in_a_browser(
    width: int, style: str, rich: Html, page: Page, tmp_path: Path
) -> None:
    """At any width, and in a font that runs much wider, one drawing shows, nothing covers anything or sticks out."""
    page.set_viewport_size({"width": width, "height": 700})
    opened(page, rich, tmp_path, style)
    assert page.evaluate(OVERLAPS) == []
    assert page.locator("figure svg:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_the_words_can_be_copied(rich: Html, page: Page, tmp_path: Path) -> None:
    """What is selected in a drawing is the sentence with its spaces, then the labels."""
    opened(page, rich, tmp_path)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('svg.wide'))")
    copied: str = page.evaluate("getSelection().toString()")
    assert " ".join(copied.split()).startswith(STORY)


@pytest.mark.browser
def test_the_list_unfolds_without_a_script(rich: Html, page: Page, tmp_path: Path) -> None:
    """A click on its line shows the findings; the page asks for nothing and complains of nothing."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    opened(page, rich, tmp_path)
    entry = page.locator("dd > div").first
    assert not entry.is_visible()
    page.locator("summary").first.click()
    assert entry.is_visible()
    assert said == []
