"""Texts as vectors: how alike two of them are in meaning, by a small sentence model that comes with the package."""

from sidebyside.reading.vectors.vectors import SIZE, vectors_of

__all__ = ["SIZE", "vectors_of"]
