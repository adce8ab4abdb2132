"""A date is the date of something: an event, a period, a document, a statement, an accusation, or the writing."""

from __future__ import annotations

import pytest

from sidebyside.reading.dates import dates_in
from sidebyside.reading.dates.kinds import KINDS, kind_of, subject_of
from sidebyside.reading.parse import parsed


def told(text: str) -> tuple[str, str]:
    """The kind of the first date of a text, and what is dated."""
    (doc,) = parsed([text])
    date = dates_in(text)[0]
    return kind_of(doc, date), subject_of(doc, date)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In March 2011 the rebels seized the airport.", "event"),
        ("After the crash of 2008 many banks closed.", "event"),
        ("Voters rejected the plan in June 2016.", "event"),
        ("The recently met envoys left.", "event"),
        ("Since 2003 the company has lost half of its staff.", "period"),
        ("The two families quarrelled for twelve years.", "period"),
        ("Until 1990 the port belonged to the navy.", "period"),
        ("In the 1970s wages grew quickly.", "period"),
        ("In recent years the river has flooded often.", "period"),
        ("During the Cold War the island was a base.", "period"),
        ("The treaty signed in 1951 has no end date.", "document"),
        ("The 2017 report lists forty cases.", "document"),
        ("Parliament adopted the law in April 2006.", "document"),
        ("In May 2014 the minister said that the mine was safe.", "statement"),
        ("Her 2009 remarks angered the union.", "statement"),
        ("On 2 June 2020 the spokeswoman denied the story.", "statement"),
        ("In 2018 the prosecutor accused the firm of fraud.", "accusation"),
        ("The recent allegations hurt the club.", "accusation"),
        ("The firm currently employs ninety people.", "writing"),
        ("Its contemporary critics disagree.", "writing"),
        ("So far no one has claimed the prize.", "writing"),
    ],
)
def test_what_a_date_hangs_on_says_what_it_is_the_date_of(text: str, kind: str) -> None:
    """The verb that says, the noun that accuses, the treaty that was signed, the stretch with an open end."""
    assert told(text)[0] == kind


def test_now_in_a_quotation_is_the_speakers() -> None:
    """Who is quoted as saying "now" made a statement then; outside quotation marks it is the text's own now."""
    assert told("The general said: “We are ready now and wait.”")[0] == "statement"
    assert told("They are ready now and wait.")[0] == "writing"


def test_an_era_dates_the_event_in_it_and_is_a_period_otherwise() -> None:
    """A collapse during a war is an event; a policy during it is a stretch."""
    assert told("The collapse of the bank during the Great Depression ruined the town.")[0] == "event"
    assert told("During the Great Depression the town was poor.")[0] == "period"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In March 2011 the rebels seized the airport.", "rebels seized airport"),
        ("The bridge was closed in 2018.", "bridge was closed"),
        ("The withdrawal of the troops in 1989 changed the balance.", "withdrawal of troops"),
        ("The treaty signed in 1951 has no end date.", "treaty signed"),
        ("In 2010, Norway made a sudden U-turn.", "Norway made sudden U-turn"),
        ("Kabul’s answer of 1996 was short.", "Kabul’s answer"),
    ],
)
def test_what_is_dated_is_told_in_the_texts_own_words(text: str, subject: str) -> None:
    """Subject, verb and object as they stand, or the noun that is dated; the date itself is left out."""
    assert told(text)[1] == subject


@pytest.mark.parametrize(
    "text",
    [
        "1989",
        "In 1989!",
        "The long, slow, costly and much criticised rebuilding of the old stone bridge began in May 2001.",
        "from 1997 to 2001",
        "Today 😱",
    ],
)
def test_whatever_the_text_a_kind_is_one_of_the_list_and_the_words_are_the_texts(text: str) -> None:
    """Also where there is no verb; never more than eight words, each of them in the text, hyphens aside."""
    kind, subject = told(text)
    assert kind in KINDS
    assert len(subject.split()) <= 8
    assert all(word in text for word in subject.split())
