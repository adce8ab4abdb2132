"""The look of the Word document: real styles for whoever edits it, on sheets of A4."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from sidebyside.exchange.word_markup import borders, colour, directed, mark, plain, shade, tag
from sidebyside.exchange.writing import zipped
from sidebyside.showing.palette import INK, QUIET, SOFT, VERDICTS

SIZES = {"Normal": 10, "Title": 22, "Subtitle": 13, "Heading 1": 16, "Heading 2": 12}
OWN = {"Position": 10, "Quotation": 9.5, "Place": 8.5}  # paragraph styles that Word has not


class Page:
    """A document that is written from its top to its end."""

    def __init__(self, title: str, subject: str, made: dt.datetime, wide: bool) -> None:
        from docx import Document
        from docx.shared import Cm

        self.document = Document()
        core = self.document.core_properties
        core.title, core.subject, core.author = plain(title)[:255], plain(subject)[:255], "Side by Side"
        core.comments, core.created, core.modified = "", made, made
        section = self.document.sections[0]
        short, long = Cm(21), Cm(29.7)  # A4
        section.page_width, section.page_height = (long, short) if wide else (short, long)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        self.room = section.page_width - section.left_margin - section.right_margin
        self._styles()
        self._footer(title)

    def heading(self, words: str, level: int) -> None:
        """A heading; level 0 is the title."""
        self._filled(self.document.add_heading("", level), words)

    def words(self, words: str, style: str = "Normal") -> None:
        """A paragraph."""
        self._filled(self.document.add_paragraph("", style), words)

    def facts(self, rows: Iterable[tuple[str, str]]) -> None:
        """Lines with a head each, as in "Coded: editor"."""
        for head, words in rows:
            line = self.document.add_paragraph("", "Place")
            line.add_run(f"{plain(head)} " if head.endswith("?") else f"{plain(head)}: ").bold = True
            self._filled(line, words)

    def verdict(self, key: str, shown: str, reason: str) -> None:
        """The verdict in its colour and words, then why; it stays with the table beneath."""
        line = self.document.add_paragraph()
        line.paragraph_format.keep_with_next = True
        mark = line.add_run(f"{plain(shown)[:1].upper()}{plain(shown)[1:]}. ")
        mark.bold = True
        mark.font.color.rgb = colour(VERDICTS[key].light)
        self._filled(line, reason)

    def side_by_side(self, heads: Sequence[str], sides: Sequence[Sequence[tuple[str, str, str]]]) -> None:
        """A table of one row under its head, a column a source; each cell has paragraphs (style, words, place)."""
        table = self.document.add_table(2, len(heads))
        table.style = "Table Grid"
        table.autofit = False
        mark(table.rows[0]._tr.get_or_add_trPr(), "tblHeader")  # the head again, where the row runs over the page
        for row in table.rows:
            mark(row._tr.get_or_add_trPr(), "cantSplit")  # unless it is longer than a page
        borders(table)
        for place, (head, paragraphs) in enumerate(zip(heads, sides, strict=True)):
            top, cell = table.cell(0, place), table.cell(1, place)
            for each in (top, cell):
                each.width = int(self.room / len(heads))
            shade(top, SOFT.light)
            line = top.paragraphs[0]
            line.paragraph_format.keep_with_next = True
            line.style = self.document.styles["Place"]
            self._filled(line, head)
            for number, (style, words, where) in enumerate(p for p in paragraphs if p[1] or p[2]):
                line = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                line.style = self.document.styles[style]
                self._filled(line, words)
                if where:
                    run = line.add_run(f" [{plain(where)}]" if words else f"[{plain(where)}]")
                    run.font.color.rgb = colour(QUIET.light)
        self.document.add_paragraph("", "Place").paragraph_format.space_after = 0

    def packed(self) -> bytes:
        """The bytes of the document, the same for the same pages."""
        package = self.document.part.package
        for key, relation in list(package.rels.items()):
            if relation.reltype.endswith("/thumbnail"):  # the library's picture of an empty page
                del package.rels[key]
        data = BytesIO()
        self.document.save(data)
        with ZipFile(data) as archive:
            return zipped({name: archive.read(name) for name in archive.namelist()})

    def _filled(self, paragraph: Any, words: str) -> None:
        """The paragraph with these words at its end; stretches that run from right to left are marked as such."""
        stretches = directed(plain(words))
        if stretches and stretches[0][1] and not paragraph.runs:
            mark(paragraph._p.get_or_add_pPr(), "bidi")
        for stretch, leftward in stretches:
            paragraph.add_run(stretch).font.rtl = leftward or None

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt

        styles = self.document.styles
        for name, size in (SIZES | OWN).items():
            style = styles[name] if name in SIZES else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            if name in OWN:
                style.base_style = styles["Normal"]
            style.font.size, style.font.color.rgb = Pt(size), colour(INK.light)
            style.paragraph_format.space_after = Pt(4)
            mark(style.element.get_or_add_rPr(), "szCs", val=str(int(2 * size)))  # the size of Arabic and Hebrew
            for font in ("ascii", "hAnsi", "cs", "eastAsia"):
                style.element.get_or_add_rPr().get_or_add_rFonts().set(tag(font), "Arial")
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                style.element.rPr.rFonts.attrib.pop(tag(theme), None)  # the theme's font would win over ours
        styles["Subtitle"].font.italic = False
        styles["Place"].font.color.rgb = colour(QUIET.light)
        styles["Quotation"].paragraph_format.left_indent = Pt(8)

    def _footer(self, title: str) -> None:
        """The title, and the number of the page."""
        line = self.document.sections[0].footer.paragraphs[0]
        line.style = self.document.styles["Place"]
        self._filled(line, f"{title[:90]} · ")
        run = line.add_run()._r
        for kind, told in (("begin", ""), ("", "PAGE"), ("end", "")):
            part = run.makeelement(tag("instrText" if told else "fldChar"), {} if told else {tag("fldCharType"): kind})
            part.text = told or None
            run.append(part)
