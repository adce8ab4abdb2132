"""Bytes as characters: by their mark, as UTF-8, or by the likeliest of the old encodings, and which it was."""

from __future__ import annotations

import codecs

from sidebyside.errors import SourceError

MARKS = [  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
# Asked for apart, because a short text in one fits the other: in Latin letters few bytes are above 127, elsewhere most.
LATIN = ["cp1252", "cp1250", "cp1254"]
OTHERS = ["cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gb18030", "shift_jis", "euc_jp", "euc_kr", "big5"]
SAMPLE = 200_000  # bytes that the guess is made on: more make it slower, not surer


def decoded(data: bytes, name: str) -> tuple[str, str, str]:
    """The characters, the encoding's name, and a remark where it was only guessed.

    Raises SourceError where the bytes are no text in any encoding that is tried.

    >>> decoded("Вода".encode("utf-16"), "river.txt")[:2]
    ('Вода', 'utf-16-le')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return read_as(encoding, data[len(mark) :], name), encoding, ""
    sides = data[:SAMPLE]
    if b"\0" in sides:
        zeros = sides[0::2].count(0), sides[1::2].count(0)
        if max(zeros) * 3 > len(sides) // 2 and len(data) % 2 == 0:  # every other byte of Latin letters in UTF-16
            encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
            return read_as(encoding, data, name), encoding, guessed(encoding)
        raise SourceError(f"{name} is not a text: it holds zero bytes; open it where it was made and save it as UTF-8")
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        encoding = likeliest(data[:SAMPLE], name)
        stated = encoding.replace("cp125", "windows-125")
        return read_as(encoding, data, name), stated, guessed(stated)


def read_as(encoding: str, data: bytes, name: str) -> str:
    """The characters of the bytes in that encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} cannot be read as {encoding}: byte {error.start + 1:,} does not fit; save it as UTF-8"
        ) from None


def guessed(encoding: str) -> str:
    """What is said of an encoding that no mark states."""
    return f"The file does not state its encoding; {encoding} is the likeliest and was taken: look at its accents."


def likeliest(sample: bytes, name: str) -> str:
    """The encoding of which charset-normalizer makes the least mess, by its Python name.

    >>> likeliest("Вода принадлежит всем, сказал министр и вышел.".encode("koi8-r"), "river.txt")
    'koi8_r'
    """
    from charset_normalizer import from_bytes

    above = sum(byte > 127 for byte in sample) / len(sample)
    for family in (LATIN, OTHERS) if above < 0.4 else (OTHERS, LATIN):
        best = from_bytes(sample, threshold=0.3, cp_isolation=family).best()
        if best is not None and "\x00" not in str(best):
            return next(each for each in family if each in best.could_be_from_charset)
    raise SourceError(f"{name} is not a text in any known encoding; open it where it was made and save it as UTF-8")
