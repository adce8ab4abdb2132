"""A date is read as far as the text fixes it, an open end stays open, and what only looks like a date is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import AWKWARD, LETTERS, REPEATABLE

from sidebyside.reading.dates import Date, dates_in

WRITTEN = "2020-09-09"  # a Wednesday


def read(text: str, written: str | None = None) -> list[tuple[str, str, str]]:
    """The words, first and last day of every date in a text."""
    return [(text[d.start : d.end], d.since, d.until) for d in dates_in(text, written)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("1998-02-27", "1998-02-27", "1998-02-27"),
        ("10/26/1989", "1989-10-26", "1989-10-26"),
        ("27/12/2016", "2016-12-27", "2016-12-27"),
        ("on 27 December 2016", "2016-12-27", "2016-12-27"),
        ("on Dec. 27, 2016", "2016-12-27", "2016-12-27"),
        ("on the 27th of December, 2016", "2016-12-27", "2016-12-27"),
        ("on Oct. 11, 2017", "2017-10-11", "2017-10-11"),
        ("on Oct. 11-13, 2017", "2017-10-11", "2017-10-13"),
        ("on 11–13 October 2017", "2017-10-11", "2017-10-13"),
        ("Saturday, April 25, 1998", "1998-04-25", "1998-04-25"),
        ("on 05-Aug-2016", "2016-08-05", "2016-08-05"),
        ("on 2016/08/05", "2016-08-05", "2016-08-05"),
        ("on the 12th of Nov 2016", "2016-11-12", "2016-11-12"),
        ("in May 1992", "1992-05", "1992-05"),
        ("in Nov. 2018", "2018-11", "2018-11"),
        ("in 1878", "1878", "1878"),
        ("in '97", "1997", "1997"),
        ("nineteen ninety-six", "1996", "1996"),
        ("the year two thousand", "2000", "2000"),
        ("in the 1990s", "1990", "1999"),
        ("throughout the '80s", "1980", "1989"),
        ("the nineties", "1990", "1999"),
        ("in the 19th century", "1801", "1900"),
        ("in the twentieth century", "1901", "2000"),
        ("in the early twentieth century", "1901", "1933"),
        ("in the mid-2010s", "2014", "2016"),
        ("in the early 2010s", "2010", "2013"),
        ("at the end of the 2000s", "2007", "2009"),
        ("in the end of 2014", "2014-10", "2014-12"),
        ("at the beginning of 2014", "2014-01", "2014-03"),
        ("in the middle of 2015", "2015-05", "2015-08"),
        ("In early 2018", "2018-01", "2018-04"),
        ("in late February 2020", "2020-02-21", "2020-02-29"),
        ("the second half of the 1990s", "1995", "1999"),
        ("in the ninth century", "0801", "0900"),
        ("in the 21st century", "2001", "2100"),
        ("in the summer of 2019", "2019-06", "2019-08"),
        ("in the winter of 1994", "1994-12", "1995-02"),
        ("in the third quarter of 1989", "1989-07", "1989-09"),
        ("in Q1 2015", "2015-01", "2015-03"),
        ("in the first half of 2018", "2018-01", "2018-06"),
        ("the last half of the '80s", "1985", "1989"),
        ("in fiscal 2015", "2015", "2015"),
    ],
)
def test_what_a_date_names_is_a_stretch_of_the_calendar(text: str, since: str, until: str) -> None:
    """First and last day, at the precision given; a part of a year, decade or century is a third of it."""
    assert read(text) == [(text, since, until)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Since 1989", "1989", ".."),
        ("From 2007", "2007", ".."),
        ("since the early 2010s", "2010", ".."),
        ("Since the end of the 2000s", "2007", ".."),
        ("Since the 19th century", "1801", ".."),
        ("after the 1990s", "1999", ".."),
        ("post-2014", "2014", ".."),
        ("until 1989", "..", "1989"),
        ("by 2013", "..", "2013"),
        ("by the mid-2010s", "..", "2016"),
        ("through August 2016", "..", "2016-08"),
        ("before 1990", "..", "1990"),
        ("prior to 1990", "..", "1990"),
        ("pre-1990", "..", "1990"),
        ("as of 2015", "2015", "2015"),
        ("in the course of 2015", "2015", "2015"),
        ("From 2000 to 2017", "2000", "2017"),
        ("1877 to 1878", "1877", "1878"),
        ("between 1996 and 1997", "1996", "1997"),
        ("between the 1990s and mid-2010s", "1990", "2016"),
        ("from 1997-2001", "1997", "2001"),
        ("1996-97", "1996", "1997"),
        ("from May to July 1992", "1992-05", "1992-07"),
        ("from March 3, 2019, to April 5, 2020", "2019-03-03", "2020-04-05"),
        ("from 2015 to now", "2015", "?"),
        ("between July and September", "?", "?"),
    ],
)
def test_an_open_end_stays_open(text: str, since: str, until: str) -> None:
    """Since, by, until, before, after, post- and from ... to say which end is known; '..' is the other."""
    assert read(text) == [(text, since, until)]


def test_a_list_is_no_range() -> None:
    """In 2013 and 2016 are two years, and May and June 1992 two months of one."""
    assert [d.span for d in dates_in("in 2013 and 2016")] == [("2013", "2013"), ("2016", "2016")]
    assert [d.timex for d in dates_in("in May and June 1992")] == ["1992-05", "1992-06"]
    assert [d.timex for d in dates_in("in the 1990s and 2000s")] == ["199", "200"]
    assert [d.timex for d in dates_in("in the late 19th and early 20th centuries")] == ["18", "19"]


def test_a_range_keeps_its_ends() -> None:
    """The two ends of a range read as they would alone, without the bound that "from" or "until" puts on one."""
    (span,) = dates_in("from the end of the 1990s until 2017")
    assert [(p.since, p.until, p.timex) for p in span.parts] == [("1997", "1999", "199"), ("2017", "2017", "2017")]
    assert (span.span, span.timex) == (("1997", "2017"), "199/2017")


def test_years_the_wrong_way_round_are_no_range() -> None:
    """A range runs forward: 2014 to 2010 is two years."""
    assert [d.timex for d in dates_in("from 2014 to 2010")] == ["2014", "2010"]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("yesterday", "2020-09-08", "2020-09-08"),
        ("today", "2020-09-09", "2020-09-09"),
        ("tomorrow", "2020-09-10", "2020-09-10"),
        ("last year", "2019", "2019"),
        ("next month", "2020-10", "2020-10"),
        ("earlier this week", "2020-09-07", "2020-09-13"),
        ("last decade", "2010", "2019"),
        ("three days ago", "2020-09-06", "2020-09-06"),
        ("two weeks ago", "2020-08-24", "2020-08-30"),
        ("ten years ago", "2010", "2010"),
        ("in the last three decades", "1990", "2020"),
        ("over the past two months", "2020-07", "2020-09"),
        ("for the next two weeks", "2020-09-09", "2020-09-23"),
        ("on Friday", "2020-09-04", "2020-09-04"),
        ("last Wednesday", "2020-09-02", "2020-09-02"),
        ("next Wednesday", "2020-09-16", "2020-09-16"),
        ("in July", "2020-07", "2020-07"),
        ("last December", "2019-12", "2019-12"),
        ("on Oct. 11", "2020-10-11", "2020-10-11"),
        ("on March 27", "2020-03-27", "2020-03-27"),
        ("Friday, April 26", "2019-04-26", "2019-04-26"),
        ("last spring", "2020-03", "2020-05"),
        ("the third quarter", "2020-07", "2020-09"),
        ("the current fiscal year", "2020", "2020"),
        ("over the weekend", "2020-09-05", "2020-09-06"),
    ],
)
def test_a_relative_date_is_counted_from_the_writing(text: str, since: str, until: str) -> None:
    """With the date of the text it has its day; without, both ends are open and the reason is given."""
    assert read(text, WRITTEN) == [(text, since, until)]
    (date,) = dates_in(text)
    assert date.span == ("?", "?")
    assert date.vague


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet on Friday", "2020-09-11"),
        ("They met on Friday", "2020-09-04"),
        ("It was due on Friday", "2020-09-04"),
        ("It is due in January", "2021-01"),
        ("In 2015 he left; a year later he died", "2016"),
        ("In 2015 he left, as he had planned the year before.", "2014"),
        ("In March 2015 he left. The following month he died", "2015-04"),
        ("In 2015 he left; in August of that year he died", "2015-08"),
        ("On May 3, 2015, he left. Three days later he died", "2015-05-06"),
        ("Net rose in the third quarter of 1989 from a year earlier", "1988-Q3"),
    ],
)
def test_the_sentence_says_which_way_to_look(text: str, value: str) -> None:
    """Ahead after "will" and "due", back after "was"; "later" and "following" count from the date last named."""
    assert dates_in(text, WRITTEN)[-1].timex == value


@pytest.mark.parametrize(
    ("text", "timex", "kind"),
    [
        ("for 10 years", "P10Y", "DURATION"),
        ("two decades", "P20Y", "DURATION"),
        ("a year-long siege", "P1Y", "DURATION"),
        ("a 30-day truce", "P30D", "DURATION"),
        ("2 1/2 years", "P2Y6M", "DURATION"),
        ("a year and a half", "P1Y6M", "DURATION"),
        ("twenty-four hours", "PT24H", "DURATION"),
        ("several months", "PXM", "DURATION"),
        ("for weeks", "PXW", "DURATION"),
        ("every year", "P1Y", "SET"),
        ("annually", "P1Y", "SET"),
        ("every two weeks", "P2W", "SET"),
        ("each July", "XXXX-07", "SET"),
        ("every Thursday", "XXXX-WXX-4", "SET"),
        ("Tuesday nights", "XXXX-WXX-2TNI", "SET"),
        ("in July", "XXXX-07", "DATE"),
        ("currently", "PRESENT_REF", "DATE"),
        ("recently", "PAST_REF", "DATE"),
        ("for the foreseeable future", "FUTURE_REF", "DATE"),
        ("at 7:15 p.m. on May 3, 2015", "2015-05-03T19:15", "TIME"),
        ("at 3pm on May 3, 2015", "2015-05-03T15:00", "TIME"),
        ("May 3, 2015 evening", "2015-05-03TEV", "TIME"),
    ],
)
def test_values_are_those_of_timex3(text: str, timex: str, kind: str) -> None:
    """Lengths, sets, times of day and vague words have the value and type that TIMEX3 gives them."""
    found = dates_in(text)
    assert [(d.timex, d.type) for d in found] == [(timex, kind)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("They met on 4 May.", [("on 4 May", "XXXX-05-04")]),
        ("They met on 14 March and left.", [("on 14 March", "XXXX-03-14")]),
        ("They met in May.", [("in May", "XXXX-05")]),
        ("The 4 may leave.", []),
        ("In 2014 May became premier.", [("In 2014", "2014")]),
    ],
)
def test_a_month_that_is_also_a_verb_has_a_day_before_it(text: str, dates: list[tuple[str, str]]) -> None:
    """A day before "May" or "March" makes it a month, without a year too; a stop after it ends the sentence."""
    assert [(text[d.start : d.end], d.timex) for d in dates_in(text)] == dates


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early 2018", "START"),
        ("mid-2018", "MID"),
        ("the end of 2018", "END"),
        ("about ten years", "APPROX"),
        ("nearly two decades", "LESS_THAN"),
        ("more than two decades", "MORE_THAN"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("before 1990", "BEFORE"),
        ("post-2014", "AFTER"),
        ("in 2014", ""),
    ],
)
def test_the_words_before_it_say_how_it_is_meant(text: str, mod: str) -> None:
    """Early, about, nearly, before: kept as the modifier."""
    assert [d.mod for d in dates_in(text)] == [mod]


@pytest.mark.parametrize(
    ("text", "words", "since", "until"),
    [
        ("The tsar fell during the First World War.", "during the First World War", "1914", "1918"),
        ("They grew closer after World War II.", "after World War II", "1945", ".."),
        ("Since the end of the Cold War it is calm.", "Since the end of the Cold War", "1991", ".."),
        ("By the end of World War II it lay in ruins.", "By the end of World War II", "..", "1945"),
        ("in the Victorian era", "in the Victorian era", "1837", "1901"),
        ("its Soviet-era debt", "Soviet-era", "1922", "1991"),
        ("between World War I and World War II", "between World War I and World War II", "1914", "1945"),
        ("the post-Cold War order", "post-Cold War", "1991", ".."),
        ("during the era of the “Great Game”", "during the era of the “Great Game”", "?", "?"),
        ("since the “great game” era", "since the “great game” era", "?", ".."),
    ],
)
def test_an_era_has_its_usual_bounds_and_says_so(text: str, words: str, since: str, until: str) -> None:
    """The years come from a table and not from the text; where they are disputed, there are none."""
    assert read(text) == [(words, since, until)]
    assert "table of eras" in dates_in(text)[0].vague


@pytest.mark.parametrize(
    "text",
    ["a new Cold War", "The Cold War froze trade.", "Soviet troops", "lessons of the Great Depression", "a cold war"],
)
def test_an_era_that_says_no_time_is_no_date(text: str) -> None:
    """Only led by "in", "during", "since" and the like, or as an era or period, does a name tell when."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Christmas Day", "2020-12-25"),
        ("last Christmas", "2019-12-25"),
        ("last Thanksgiving", "2019-11-28"),
        ("on New Year's Eve 1999", "1999-12-31"),
        ("by Easter 2019", "2019-04-21"),
        ("next Good Friday", "2021-04-02"),
        ("every Halloween", "XXXX-10-31"),
    ],
)
def test_a_holiday_is_a_day(text: str, value: str) -> None:
    """In the year named, or the nearest; Christmas trees and Easter eggs are none."""
    assert [d.timex for d in dates_in(text, WRITTEN)] == [value]
    assert read("Christmas trees and Easter eggs, at Christmas dinner", WRITTEN) == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("three days before March 27, 2018", "2018-03-24"),
        ("two weeks after 3 May 2015", "2015-05-17"),
        ("a year after the flood of 1953", "1954"),
        ("The note came several days before another meeting (held elsewhere) on trade on March 27, 2018.", "2018-03"),
    ],
)
def test_a_length_may_be_counted_from_a_date(text: str, since: str) -> None:
    """From the date beside it, or that of the thing beside it in the same phrase; marked as counted."""
    date = dates_in(text)[0]
    assert (date.since, date.vague) == (since, "counted from the date named after it")


def test_a_date_of_another_clause_is_not_counted_from() -> None:
    """The raid is not dated by what came after the comma."""
    assert dates_in("Ten days before the raid, he was in Rome in May 2014.")[0].span == ("?", "?")


@pytest.mark.parametrize(
    ("before", "text", "since", "until"),
    [
        ("He came in 1878.", "They met at the time in Rome.", "1878", "1878"),
        ("He came in 1878.", "Since then it is quiet.", "1878", ".."),
        ("He came in 1878.", "By then it was late.", "..", "1878"),
        ("He came in 1878.", "Before that time it was quiet.", "..", "1878"),
        ("He came in 1878.", "That year he left.", "1878", "1878"),
        ("It lasted from 1996 to 2001.", "In this period trade grew.", "1996", "2001"),
        ("He stayed until 1989.", "During that period trade grew.", "..", "1989"),
        ("In the 1990s, on May 3, 1992, he fell.", "In those years trade grew.", "1990", "1999"),
        ("In 2018 he spoke. In July he wrote.", "He said so at the time.", "?", "?"),
        ("He came yesterday.", "They met at the time.", "?", "?"),
    ],
)
def test_a_word_that_points_back_takes_the_date_named_before(before: str, text: str, since: str, until: str) -> None:
    """As a guess that says so; a moment from a moment, a period from a stretch; never past one that is not fixed."""
    (date,) = dates_in(text, before=dates_in(before))
    assert date.span == (since, until)
    assert date.vague.startswith("refers" if "?" in date.span else "taken to be")
    assert "?" in dates_in(text)[0].span, "alone, it points nowhere"


def test_paragraphs_hang_together_only_where_asked() -> None:
    """With the dates before it given, a paragraph sees those of the paragraph before; without, it stands alone."""
    text = "He came in 1878.\n\nThey met at the time."
    assert dates_in(text)[1].since == "?"
    assert dates_in(text, before=[])[1].since == "1878"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [("unitl 2001", "..", "2001"), ("sicne 1999", "1999", ".."), ("bewteen 1996 and 1997", "1996", "1997")],
)
def test_two_letters_that_changed_places_are_understood(text: str, since: str, until: str) -> None:
    """A misspelt "until" bounds its date, and the date says how it was read."""
    (date,) = dates_in(text)
    assert date.span == (since, until)
    assert text.split()[0] in date.vague


def test_the_turn_of_a_century_and_the_middle_of_a_week() -> None:
    """About 1900 is the turn of the 20th century; "of the century" does not say which; midweek is of this week."""
    assert [(d.span, d.mod) for d in dates_in("at the turn of the 20th century")] == [(("1900", "1900"), "APPROX")]
    assert [d.span for d in dates_in("at the turn of the century", WRITTEN)] == [("?", "?")]
    assert [(d.timex, d.mod) for d in dates_in("by mid-week", WRITTEN)] == [("2020-W37", "MID")]


def test_tomorrows_name_is_tomorrow() -> None:
    """On a Wednesday, "Thursday" is the next day, and not six days ago unless it is called the last."""
    assert read("They met Thursday", WRITTEN) == [("Thursday", "2020-09-10", "2020-09-10")]
    assert read("They met last Thursday", WRITTEN) == [("last Thursday", "2020-09-03", "2020-09-03")]


def test_a_year_ago_beside_a_quarter_is_the_quarter_of_that_year() -> None:
    """Results of a quarter are compared with the same quarter, also when a paragraph lies between."""
    text = "Sales rose in the third quarter.\n\nProfit was $3 million, from $2 million a year ago."
    assert [d.timex for d in dates_in(text, "1999-10-20", before=[])] == ["1999-Q3", "1998-Q3"]
    assert [d.timex for d in dates_in(text, "1999-10-20")] == ["1999-Q3", "1998"]


@pytest.mark.parametrize(
    "text",
    [
        "CASA-1000",
        "an S-300 and an S-400",
        "18,000 servicemen",
        "some 2000 soldiers",
        "more than 2000 people on 1800 km",
        "room 1999",
        "Resolution 1973",
        "page 1998, section 2001, No. 1984",
        "$2000 and 2015% of 1,990",
        "the second talks, a second time",
        "They may leave. May they leave?",
        "March on! They march in step.",
        "1. The first point",
        "1 thought on “Talks”",
        "pre-war and post-Soviet times",
        "Jan came",
        "the fall of Kabul",
        "a quarter of exports",
        "three-quarters of its food",
        "he is 37 years old, a 44-year-old",
        "the former president, the latest offer",
        "Sandra Day saw International Women’s Day",
        "99/99/1999",
        "call 555-1989 or 1989-555",
        "a 1999/2 form",
        "x2014 and 2014x",
        "past the gate",
        "the present offer",
        "quarterly dividends",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Names with numbers, counts, verbs, list marks and page numbers."""
    assert read(text, WRITTEN) == []


def test_the_core_is_the_bare_expression() -> None:
    """The words that bound a date lie outside its core; "early" and "the end of" belong to it."""
    text = "It holds since the end of the 1990s."
    (date,) = dates_in(text)
    assert text[date.start : date.end] == "since the end of the 1990s"
    assert text[date.core_start : date.core_end] == "the end of the 1990s"


@pytest.mark.parametrize("written", ["2020-09-09T08:02:00", "2020-09-09"])
def test_a_time_of_day_in_the_date_of_the_text_is_dropped(written: str) -> None:
    """What counts is the day."""
    assert read("yesterday", written) == [("yesterday", "2020-09-08", "2020-09-08")]


def test_a_date_of_the_text_may_be_known_in_part() -> None:
    """A month says which year was last year, and leaves yesterday open; no date at all is no error."""
    assert read("last year", "2020-07") == [("last year", "2019", "2019")]
    assert read("yesterday", "2020-07") == [("yesterday", "?", "?")]
    assert read("yesterday", "2020-02-31") == [("yesterday", "?", "?")]
    assert read("last year", "?") == read("last year", "unknown") == [("last year", "?", "?")]


WORDS = st.sampled_from(
    "since by until from to between and in the early mid - end of 2014 1990s '80s May March 11 , 27th last next this "
    "year month week days a ago third quarter Friday evening 7:15 p.m. now recently century 19th 1996-97 will said 999 "
    "thousand decades centuries earlier so far at the time weekend then after before several Cold War era Christmas “ "
    "” unitl period those turn 😱 Ёж شهر . \r\n CASA-1000 18,000".split(" ")
)
PARAGRAPHS = st.lists(WORDS, max_size=25).map(" ".join)
DAYS = st.sampled_from([None, WRITTEN, "2020", "1998-02-27T10:00:00"])


@REPEATABLE
@given(PARAGRAPHS | st.text(LETTERS, max_size=60) | st.sampled_from(AWKWARD), DAYS)
def test_every_date_is_a_place_in_the_text(text: str, written: str | None) -> None:
    """Spans lie in the text, in order and apart; the core in the whole, no white space at the ends; twice the same."""
    found = dates_in(text, written)
    end = 0
    for date in found:
        assert end <= date.start <= date.core_start < date.core_end <= date.end <= len(text)
        words = text[date.start : date.end]
        assert words == words.strip()
        assert all(re.fullmatch(r"\.\.|\?|\d{4}(-\d\d){0,2}", day) for day in date.span)
        end = date.end
    assert dates_in(text, written) == found


@REPEATABLE
@given(PARAGRAPHS, PARAGRAPHS, DAYS)
def test_a_paragraph_reads_the_same_alone(first: str, second: str, written: str | None) -> None:
    """A blank line ends what a date can hang on: the second paragraph is read as if it stood alone."""
    first, second = (re.sub(r"\s+", " ", part).strip() for part in (first, second))
    before, shift = dates_in(first, written), len(first) + 2
    after = [moved(d, shift) for d in dates_in(second, written)]
    assert dates_in(f"{first}\n\n{second}", written) == before + after


def moved(date: Date, by: int) -> Date:
    """The same date farther on in a text."""
    places = {name: getattr(date, name) + by for name in ("start", "end", "core_start", "core_end")}
    return Date(**(vars(date) | places | {"parts": tuple(moved(part, by) for part in date.parts)}))


def test_a_date_broken_over_two_lines_is_one() -> None:
    """A line break is a space, a blank line is not."""
    assert len(dates_in("on Dec. 27,\r\n2016")) == 1
    assert [d.timex for d in dates_in("on Dec. 27,\r\n\r\n2016")] == ["XXXX-12-27", "2016"]
    assert read("in\u00a0May\u00a01992") == [("in\u00a0May\u00a01992", "1992-05", "1992-05")]


@pytest.mark.parametrize("word", ["x", "1", "the ", "May ", "1999 ", "from 1 ", "one ", "a-", "'", "1,", "\n "])
def test_a_long_row_of_one_word_is_read_to_its_end(word: str) -> None:
    """Ten thousand times the same word is no trap: were a rule to read it over and over, this would take hours."""
    text = word * 10_000
    assert all(d.end <= len(text) for d in dates_in(text, WRITTEN))
