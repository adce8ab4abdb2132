"""How wide words will be, told without a font: the widths of Times and Helvetica, which their many doubles share.

Times New Roman, Liberation Serif, Tinos and Nimbus Roman are as wide as Times, letter by letter; Arial, Liberation Sans
and Arimo as Helvetica. From Adobe's "Font metrics for the core 14 fonts", in thousandths of the size of the type.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

TIMES = {
    180: "'", 200: "|", 250: ",.", 278: "/:;\\ijlt", 333: "!’()-I[]‘fr`", 389: "Js", 408: '"', 444: "?acez“”",
    469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxy–", 541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ",
    667: "BCR", 722: "ADGHKNOQUVXYw", 778: "&m", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "…—",
}  # fmt: skip
HELVETICA = {
    191: "'", 222: "’‘ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-r“”`", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~−", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw",
    778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "…—", 1015: "@",
}  # fmt: skip
SERIF, SANS = ({letter: wide for wide, letters in font.items() for letter in letters} for font in (TIMES, HELVETICA))


def width(words: str, size: float, font: Mapping[str, int]) -> float:
    """The width of words in type of that size, `font` being SERIF or SANS.

    >>> width("Kabul", 10, SERIF), width("Kabul", 10, SANS)
    (24.44, 25.57)
    """
    return sum(font.get(letter) or other(letter) for letter in words) * size / 1000


@lru_cache(maxsize=4096)
def other(letter: str) -> int:
    """A fair width for what the tables do not hold: an accented letter is as wide as the plain one, an accent nothing.

    >>> other("é"), other(chr(0x301)), other(chr(0x202E)), other("中"), other("ж")
    (444, 0, 0, 1000, 600)
    """
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in SERIF:
        return SERIF[plain]
    return 1000 if unicodedata.east_asian_width(letter) in "WF" else 600


def fitted(words: str, size: float, font: Mapping[str, int], room: float) -> str:
    """The words, cut where they would be wider than the room.

    >>> fitted("Ministry of Foreign Affairs", 10, SANS, 80)
    'Ministry of For …'
    """
    if len(words) * size < room or width(words, size, font) <= room:
        return words
    kept = words[: int(room)]  # no letter that shows is a tenth as narrow
    while kept and width(f"{kept} …", size, font) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()} …"
