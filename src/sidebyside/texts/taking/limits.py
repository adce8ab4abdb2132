"""How much of anything is taken from a file that nobody has looked at: every limit and its reason."""

from __future__ import annotations

from sidebyside.texts.source import LARGEST

SECONDS = 120.0  # for one file; a PDF of 3,000 pages takes 50 to 80
FILE = 2 * LARGEST  # bytes: a book with its pictures; a source's words alone are at most LARGEST
MEMORY = 3_000_000_000  # bytes a child may claim: a 50 MB document, several times over
LONGEST = LARGEST // 2  # code points of text: in most scripts no more bytes than one source may have
UNPACKED = 2 * FILE  # bytes an archive may unpack to: pictures shrink little, words to a fifth
MEMBERS = 5_000  # files in an archive: an e-book has hundreds
PAGES = 5_000  # of a PDF
