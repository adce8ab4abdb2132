"""When a text is from, as metadata state it: a day, month or year; what could be two days is none."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

MONTHS = "january february march april may june july august september october november december".split()
NAME = r"([A-Za-z]{3,9})\.?"
WEEKDAY = r"(?:[A-Za-z]+,? )?"
TH = r"(?:st|nd|rd|th)?"
# Each form with the order of its parts (year, month, day); a time of day may follow. Days with slashes ("3/5/2024") are
# no form: half the world reads March there, the other half May.
FORMS = [
    (re.compile(form), order)
    for form, order in [
        (r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?", "ymd"),  # ISO 8601
        (r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?: .*)?", "ymd"),
        (r"(\d{4})(\d\d)(\d\d)(?:T.*)?", "ymd"),
        (r"(\d{4})-(\d\d)", "ym"),
        (r"(\d{4})", "y"),
        (r"(\d\d?)\.(\d\d?)\.(\d{4})(?: .*)?", "dmy"),  # with dots, the day stands first everywhere
        (rf"{WEEKDAY}(\d\d?){TH} {NAME},? (\d{{4}})(?:,? .*)?", "dmy"),
        (rf"{WEEKDAY}{NAME} (\d\d?){TH},? (\d{{4}})(?:,? .*)?", "mdy"),
        (rf"{NAME},? (\d{{4}})", "my"),
    ]
]


def day_of(stated: Any) -> str:
    """A day, month or year as ISO 8601 writes it; "" for what is none, or could be two.

    >>> day_of("2024-03-05T10:00:00Z"), day_of("Tue, 5 Mar 2024 10:00:00 GMT"), day_of("March 2024"), day_of(2024)
    ('2024-03-05', '2024-03-05', '2024-03', '2024')
    >>> day_of("03/05/2024"), day_of("2024-02-31"), day_of("")
    ('', '', '')
    """
    words = " ".join(str(stated).split())
    for form, order in FORMS:
        if found := form.fullmatch(words):
            parts = dict(zip(order, found.groups(), strict=True))
            return written(parts["y"], parts.get("m", ""), parts.get("d", ""))
    return ""


def written(year: str, month: str, day: str) -> str:
    """The parts ("" for one that is not stated) as ISO 8601 writes them; "" where there is no such day."""
    try:
        first = date(int(year), month_number(month) if month else 1, int(day or 1))
    except ValueError:
        return ""
    return first.isoformat()[: 10 if day else 7 if month else 4]


def month_number(month: str) -> int:
    """From 1, of a number or of a name, which may be cut short; 0 for neither.

    >>> month_number("Sept"), month_number("11"), month_number("Mon")
    (9, 11, 0)
    """
    if month.isdigit():
        return int(month)
    return next((place for place, name in enumerate(MONTHS, 1) if name.startswith(month.lower())), 0)
