"""A PDF has no paragraphs, only letters at places: PDFium gives its lines, and their places say how they go on."""

from sidebyside.texts.taking.formats.pdf.take import pdf_taken

__all__ = ["pdf_taken"]
