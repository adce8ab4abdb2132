"""What time the words of a text name: a closed grammar, with the place of everything it reads."""

from sidebyside.reading.dates.date import Date
from sidebyside.reading.dates.reader import dates_in

__all__ = ["Date", "dates_in"]
