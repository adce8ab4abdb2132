"""REFI-QDA 1.0: the exchange format of the tools for qualitative analysis, written, read and checked."""

from sidebyside.exchange.refi.codebook import read_codebook, write_codebook
from sidebyside.exchange.refi.linting import lint
from sidebyside.exchange.refi.packing import write, write_crlf
from sidebyside.exchange.refi.themes import codebook_from, put_themes

__all__ = ["codebook_from", "lint", "put_themes", "read_codebook", "write", "write_codebook", "write_crlf"]
