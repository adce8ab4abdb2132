"""The figures of a text: number, unit, bound, thing counted and direction, and the digits that are no figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE

from sidebyside.reading.figures import BOUNDS, KINDS, Figure, figures_in


def only(words: str) -> Figure:
    """The one figure of these words."""
    (figure,) = figures_in(words)
    return figure


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("18,000 men", 18_000),
        ("18\u00a0000 men", 18_000),
        ("300 000 men", 300_000),
        ("two dozen men", 24),
        ("half a million men", 500_000),
        ("a quarter million men", 250_000),
        ("1.5bn people", 1.5e9),
        ("25k men", 25_000),
        ("$10M", 10e6),
        ("twenty-one men", 21),
        ("one hundred and six men", 106),
        ("two hundred and two thousand men", 202_000),
        ("3 hundred and 21 men", 321),
        ("three lakh crore rupees", 3e12),
        ("a third of the men", 1 / 3),
        ("two-thirds of voters", 2 / 3),
        ("three quarters of the men", 0.75),
        ("half the men", 0.5),
        ("4 1/2 years", 4.5),
        ("4½ years", 4.5),
        ("1/2 pound", 0.5),
        ("two and a half years", 2.5),
        ("one and a half million men", 1.5e6),
        ("two point five degrees", 2.5),
        ("one in five men", 0.2),
        ("8 out of 10 men", 0.8),
        ("minus 5 degrees", -5),
        ("-5 yards", -5),
        ("$-50.8bn", -50.8e9),
        (".001 per cent", 0.001),
        ("reduced to zero", 0),
        ("a single, closed meeting", 1),
        ("half an hour", 0.5),
        ("2 × 10^3 kilograms", 2000),
    ],
)
def test_digits_and_words_mix_in_every_way(words: str, value: float) -> None:
    """A number is read in digits, in words and half in each."""
    assert only(words).value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("words", "value", "unit", "kind"),
    [
        ("US$11 billion", 11e9, "USD", "money"),
        ("US$ 1 billion", 1e9, "USD", "money"),
        ("$US160 million", 160e6, "USD", "money"),
        ("HK $216,925", 216_925, "HKD", "money"),
        ("500 pesos", 500, "pesos", "money"),
        ("2000 votes", 2000, "votes", "count"),
        ("75 USD million", 75e6, "USD", "money"),
        ("USD115", 115, "USD", "money"),
        ("1,200€", 1200, "EUR", "money"),
        ("£3.2m", 3.2e6, "GBP", "money"),
        ("PS2.7m", 2.7e6, "GBP", "money"),
        ("7,199 Chinese yuan", 7199, "CNY", "money"),
        ("9.99 New Zealand dollars", 9.99, "NZD", "money"),
        ("Dollars 858m", 858e6, "USD", "money"),
        ("60 cents", 60, "cents", "money"),
        ("RM23.50", 23.5, "MYR", "money"),
        ("it cost 50 pounds", 50, "GBP", "money"),
        ("it weighs 50 pounds", 50, "pounds", "measure"),
        ("96.8 per cent", 96.8, "per cent", "per cent"),
        ("5%", 5, "per cent", "per cent"),
        ("24pc", 24, "per cent", "per cent"),
        ("43.4 percent-owned", 43.4, "per cent", "per cent"),
        ("3 percentage points", 3, "percentage points", "per cent"),
        ("40 basis points", 40, "basis points", "per cent"),
        ("10 years", 10, "years", "duration"),
        ("a five-year plan", 5, "years", "duration"),
        ("a 15 year-old student", 15, "years", "age"),
        ("at the age of 12", 12, "years", "age"),
        ("Senard, 65, now faces it", 65, "years", "age"),
        ("20°C", 20, "degrees Celsius", "temperature"),
        ("100 Fahrenheit", 100, "degrees Fahrenheit", "temperature"),
        ("5 km", 5, "kilometres", "measure"),
        ("5 kilometers", 5, "kilometres", "measure"),
        ("256GB", 256, "gigabytes", "measure"),
        ("5.5kWh", 5.5, "kilowatt hours", "measure"),
        ("311 square miles", 311, "square miles", "measure"),
        ("12 km²", 12, "square kilometres", "measure"),
        ("1.2m tons", 1.2e6, "tons", "measure"),
        ("37m (121 ft)", 37, "metres", "measure"),
        ("140 km/h", 140, "kilometres per hour", "rate"),
        ("87 mph", 87, "miles per hour", "rate"),
        ("$75 a barrel", 75, "USD per barrel", "rate"),
        ("$80 per sq m", 80, "USD per square metre", "rate"),
        ("20 meals a day", 20, "meals per day", "rate"),
        ("four times more", 4, "times", "ratio"),
        ("78,000 times", 78_000, "times", "count"),
        ("millions of dollars", 1e6, "USD", "money"),
    ],
)
def test_units_have_one_name(words: str, value: float, unit: str, kind: str) -> None:
    """However a unit is written, before the number or after it, it comes back under its canonical name."""
    figure = figures_in(words)[0]
    assert (figure.unit, figure.kind) == (unit, kind)
    assert figure.value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("words", "unit", "of"),
    [
        ("175 drug laboratories operating in Afghanistan", "laboratories", "drug laboratories"),
        ("three rounds of talks on Afghanistan", "rounds", "rounds of talks"),
        ("two of its citizens when", "citizens", "citizens"),
        ("Three of these Central Asian countries — Tajikistan", "countries", "Central Asian countries"),
        ("460 Kia and Hyundai vehicles", "vehicles", "Kia and Hyundai vehicles"),
        ("two new 737 Max jets", "jets", "new 737 Max jets"),
        ("two of Johnson’s deputies", "deputies", "Johnson’s deputies"),
        ("the 29 New Yorkers wounded by it", "Yorkers", "New Yorkers"),
        ("68,400 people who", "people", "people"),
        ("one man said", "man", "man"),
        ("a two-state solution", "state", "state"),
        ("1 thought on this", "thought", "thought"),
        ("5 per cent of its workforce", "per cent", "workforce"),
        ("US$11 billion Soviet-era debt", "USD", "Soviet-era debt"),
        ("1.1 billion depend on it", "", ""),
    ],
)
def test_the_thing_counted_is_the_noun_that_follows(words: str, unit: str, of: str) -> None:
    """The unit of a count is its noun as written; `of` holds the phrase."""
    assert (only(words).unit, only(words).of) == (unit, of)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("some 18,000 men", "about"),
        ("an estimated 20 men", "about"),
        ("nearly 20 men", "about"),
        ("20 or so men", "about"),
        ("~45 g", "about"),
        ("over US$ 1 billion", "over"),
        ("more than two dozen men", "over"),
        ("for over two years", "over"),
        ("over a million men", "over"),
        ("talks over two years", "exact"),
        ("dozens of men", "over"),
        ("several hundred men", "over"),
        ("by just under 20 per cent", "under"),
        ("fewer than a thousand men", "under"),
        ("sub-500 sq m", "under"),
        ("at least 20 men", "at-least"),
        ("no fewer than 20 men", "at-least"),
        ("20 or more men", "at-least"),
        ("up to 20 men", "at-most"),
        ("no more than 20 men", "at-most"),
        ("as many as 20 men", "at-most"),
        ("20 men", "exact"),
    ],
)
def test_words_beside_the_number_limit_it(words: str, bound: str) -> None:
    """A bound stands before the number or after it, and its words belong to the figure."""
    figure = only(words)
    assert figure.bound == bound
    assert figure.start <= figure.number_start < figure.number_end <= figure.end


def test_brackets_say_the_same_again_and_as_exactly() -> None:
    """The miles of "more than 100 kilometres (60 miles)" are no more exact than the kilometres."""
    assert [f.bound for f in figures_in("more than 100 kilometers (60 miles)")] == ["over", "over"]


@pytest.mark.parametrize(
    ("words", "value", "upper", "unit"),
    [
        ("10 to 15 per cent", 10, 15, "per cent"),
        ("10-15 per cent", 10, 15, "per cent"),
        ("10–15 people", 10, 15, "people"),
        ("between 20 and 30 men", 20, 30, "men"),
        ("from $10 to $15 billion", 10e9, 15e9, "USD"),
        ("$1 million to $1.25 million", 1e6, 1.25e6, "USD"),
        ("$500,000 to $1 million", 500_000, 1e6, "USD"),
        ("four to five thousand people", 4000, 5000, "people"),
        ("5k-20k", 5000, 20_000, ""),
        ("three or four years", 3, 4, "years"),
        ("0-to-60-mph", 0, 60, "miles per hour"),
        ("from 208 pounds to 193", 208, 193, "pounds"),
        ("from 1000 to 2000 hires", 1000, 2000, "hires"),
    ],
)
def test_a_range_has_two_ends_and_shares_its_unit(words: str, value: float, upper: float, unit: str) -> None:
    """What is said once, unit or magnitude, holds for both ends."""
    figure = only(words)
    assert (figure.value, figure.upper, figure.unit) == (value, upper, unit)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("0.65 per cent to 27,349.19", [0.65, 27_349.19]),
        ("110 JPY to 1 USD", [110, 1]),
        ("60% in 2018 to 3.9 million headsets", [60, 3.9e6]),
        ("14 of 34 provinces", [14, 34]),
        ("a 7- or 8-inch screen", [7, 8]),
        ("four-, five- and six-cylinder engines", [4, 5, 6]),
        ("eight million 250ml bottles", [8e6, 250]),
    ],
)
def test_two_figures_stay_two(words: str, values: list[float]) -> None:
    """Two units, or a list, make no range; a suspended hyphen lends its unit."""
    assert [f.value for f in figures_in(words)] == values


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("it rose 5 %", "up"),
        ("it rose by 5 %", "up"),
        ("raised its output by nearly 5 %", "up"),
        ("it was up 5 %", "up"),
        ("a 5 per cent increase", "up"),
        ("Dow +0.2%", "up"),
        ("it fell 5 %", "down"),
        ("5 % lower", "down"),
        ("from 208 pounds to 193", "down"),
        ("it rose to 5 %", "none"),
        ("it lost 12 men", "none"),
        ("5 %", "none"),
    ],
)
def test_a_figure_that_is_a_change_has_a_direction(words: str, change: str) -> None:
    """The change itself goes up or down; the level that it led to does not."""
    assert only(words).change == change


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("the third round", 3, "round"),
        ("the twenty-first meeting", 21, "meeting"),
        ("the 50th anniversary", 50, "anniversary"),
        ("A third effort is", 3, "effort"),
        ("the first round of consultations", 1, "round"),
    ],
)
def test_ordinals_say_which_one(words: str, value: float, unit: str) -> None:
    """An ordinal has a kind of its own and the noun that it numbers."""
    figure = only(words)
    assert (figure.value, figure.unit, figure.kind) == (value, unit, "ordinal")


def test_a_bare_number_set_against_a_count_is_of_the_same_things() -> None:
    """What is compared is counted alike; an index that moves by per cent borrows nothing."""
    assert [f.unit for f in figures_in("460 vehicles were stolen, compared with 63 last year")] == ["vehicles"] * 2
    assert [f.unit for f in figures_in("It rose 0.65 per cent to 27,349.19")] == ["per cent", ""]


def test_scores_and_bare_rates() -> None:
    """Two sides make a score; a rate may go without a noun."""
    assert (only("a 2-0 win").kind, only("a 2-0 win").upper) == ("score", 0)
    assert (only("split 4 to 1 in favour").kind, only("20 per week").unit) == ("score", "per week")


@pytest.mark.parametrize(
    "words",
    [
        "CASA-1000", "the S-300 and the F-16s", "Boeing 737-800", "COVID-19, G20, 5G, B-52s", "iPhone 11 Pro",
        "the FTSE 100", "a 787 Dreamliner", "the Big Three", "the Group of Five Eyes nations", "1. First, the men",
        "a) and b)", "1) men", "the men (2) here", "as shown [12]", "1,2", "1,2,3", "192.168.1.2", "since 1979",
        "OpenSSH 7.4p1", "release 2.0rc1",
        "in 2013 and 2016", "between 1996 and 1997", "1877 to 1878", "1997-2001", "the 1990s", "post-2014",
        "the 2000 elections",
        "the 2014 Military Doctrine", "according to 2018 remarks", "October 11, 2017", "on 14 April", "Sept. 30",
        "5/17/2018", "2020-03-01", "the 19th century", "the twenty-first century", "section 3.2", "page 12",
        "pp. 12-15", "Article 5", "UN Resolution 1373", "No. 10", "+1 202 555 0101", "call 555-1234", "at 9:30",
        "at 11 a.m.", "at 10.30 am on Tuesday", "1600 GMT", "one of the men", "no one", "one another",
        "the important one during", "on the one hand", "at one point", "one day he left", "the two agreed",
        "one reason why", "one example of it",
        "first of all", "First, to see it", "the first time", "First World War", "second-largest", "two-way trade",
        "half a world away", "the second half", "9/11", "24/7", "https://example.org/12/34", "a@b12.org", "#7",
        "16-18 Industrial Avenue", "version two",
    ],
)  # fmt: skip
def test_digits_that_count_nothing_are_left_out(words: str) -> None:
    """Names, marks, dates, hours, places in books and pronouns are no figures."""
    assert figures_in(words) == []


def test_places_are_of_number_and_of_the_whole() -> None:
    """`start` to `end` holds bound words, number and unit; `number_start` to `number_end` the number alone."""
    text = "It totals some 18,000 servicemen.\nBy over US$ 1 billion."
    men, money = figures_in(text)
    assert text[men.start : men.end] == "some 18,000 servicemen"
    assert text[men.number_start : men.number_end] == "18,000"
    assert text[money.start : money.end] == "over US$ 1 billion"
    assert text[money.number_start : money.number_end] == "1 billion"


def test_spans_of_dates_are_left_out() -> None:
    """What the caller calls a date is no figure, wherever it stands."""
    text = "Ten years on,\nthree decades later, 40 men came."
    assert [f.value for f in figures_in(text)] == [10, 3, 40]
    assert [f.value for f in figures_in(text, dates=[(0, 9), (14, 27)])] == [40]


def test_only_a_physical_unit_opens_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pint's registry takes most of a second to open: money, people, years and per cents do without."""

    def opened() -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("sidebyside.reading.figures.measures.registry", opened)
    assert len(figures_in("18,000 men, $5 billion, 10 years, 5 per cent and 20 degrees")) == 5
    with pytest.raises(AssertionError, match="opened"):
        figures_in("5 picograms, 7 decilitres")


def test_a_figure_ends_with_its_line() -> None:
    """A heading's number does not take the first word of the paragraph below."""
    assert [f.unit for f in figures_in("Killed: 20\r\nPeople fled.")] == [""]


WORDS = st.sampled_from(
    """
    some at least up to 18,000 two three-year hundred and a half million dozen of the men US$ 5 % per cent 1.5bn -
    – to 2014 May , . ( ) 1/2 first third one in out CASA-1000 km/h 20°C 🇦🇫 👩‍👩‍👧 العربية ٣٤ § “ ” ’s £ rose fell by
    Moscow talks rounds 9 no more than or between from $ m bn pounds years old 3-1 7- 99,99 ½ × 10^3 … \u202e \u00a0
    """.split()
)
LINES = st.lists(WORDS, max_size=25).map(" ".join)


@REPEATABLE
@given(st.one_of(LINES, st.text(max_size=200)))
def test_spans_lie_inside_the_text(text: str) -> None:
    """Every place is inside the text, the number inside the figure, in reading order, kinds and bounds as listed."""
    figures = figures_in(text)
    for f in figures:
        assert 0 <= f.start <= f.number_start < f.number_end <= f.end <= len(text)
        assert f.kind in KINDS
        assert f.bound in BOUNDS
        assert f.change in ("up", "down", "none")
    assert [f.number_start for f in figures] == sorted({f.number_start for f in figures})


@REPEATABLE
@given(LINES)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    """Reading leaves nothing behind."""
    assert figures_in(text) == figures_in(text)


@REPEATABLE
@given(st.lists(LINES, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_a_paragraph_reads_the_same_alone(paragraphs: list[str], end: str) -> None:
    """What stands in other paragraphs changes nothing but the places."""
    whole, at = figures_in(end.join(paragraphs)), 0
    alone = []
    for paragraph in paragraphs:
        alone += [(f.start + at, f.end + at, f.value, f.upper, f.unit, f.of, f.bound) for f in figures_in(paragraph)]
        at += len(paragraph) + len(end)
    assert alone == [(f.start, f.end, f.value, f.upper, f.unit, f.of, f.bound) for f in whole]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\r\n", "9" * 10_000, "9" * 10_000 + "%", "$" * 10_000, "1," * 5_000, "123," * 5_000 + "1234",
        "one million " * 2_000, "one " + "million " * 500, "half a " * 2_000, "1 " * 5_000, "twenty-" * 3_000,
        "10 to " * 2_000, "five point " + "five " * 3_000, "🇦🇫 12 🇦🇫 men", "\u202e12 men\u202c", "بلغ ٣٤ رجلاً",
        "Ⅻ ² ½½ ๓", "5-, " * 2_000, "a." * 5_000, "@" * 5_000, "(" * 5_000 + "5",
    ],
)  # fmt: skip
def test_awkward_input_breaks_nothing(text: str) -> None:
    """Long codes, emoji, other scripts and endless repetition come to an end, without an error."""
    for figure in figures_in(text):
        assert figure.value == figure.value  # never NaN
        assert abs(figure.value) < float("inf")


def test_a_long_code_is_no_figure() -> None:
    """Ten thousand digits are no quantity."""
    assert figures_in("9" * 10_000) == []
