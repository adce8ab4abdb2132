"""What leaves for other tools: each form is a row of one table, and is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from sidebyside.errors import Refused
from sidebyside.record import Comparison


class Form(NamedTuple):
    """A form of export: what it is in one line, and where its writer lives, as "module:function".

    A writer is called as `write(work, out, excerpts)`: it puts its files into the folder `out`, all of them or none,
    shows at most `excerpts` words of a source in a row (None: no limit), and gives the paths of what it wrote.
    """

    what: str
    writer: str


FORMS = {
    "csv": Form("one point a row and one quote a row, as CSV", "sidebyside.exchange.csv_files:write"),
    "xlsx": Form("an Excel workbook: points, quotes, sources, codebook", "sidebyside.exchange.workbook:write"),
    "docx": Form("a Word document for an editor: each point with its quotes", "sidebyside.exchange.document:write"),
    "md": Form("the same in plain Markdown", "sidebyside.exchange.markdown:write"),
    "charts": Form("every chart as SVG and PNG, with its numbers as CSV", "sidebyside.exchange.chart_files:write"),
    "zip": Form("the whole comparison in one file that opens elsewhere", "sidebyside.exchange.archive:write"),
    "csl": Form("an entry for each source, as CSL-JSON", "sidebyside.exchange.bibliography:write_csl"),
    "bib": Form("an entry for each source, as BibTeX", "sidebyside.exchange.bibliography:write_bib"),
    "qdpx": Form("a REFI-QDA 1.0 project", "sidebyside.exchange.refi:write"),
    "qdpx-crlf": Form("the same with lines ending in CR LF, as MAXQDA counts", "sidebyside.exchange.refi:write_crlf"),
    "qdc": Form("a REFI-QDA 1.0 codebook", "sidebyside.exchange.refi:write_codebook"),
    "annotations": Form("W3C Web Annotations, one a relation", "sidebyside.exchange.annotations:write"),
}


def export(work: Comparison, form: str, out: str | Path, *, excerpts: int | None = None) -> list[Path]:
    """Writes the comparison in one of FORMS into the folder `out`, made if need be, and gives the files written.

    `excerpts` is the most words of a source that are shown in a row, 0 for none; where it is None, what comparison.yml
    says holds, and if that is silent too, there is no limit. Raises Refused for a form that is not known, a folder
    that cannot be written to, and what a form cannot do; nothing is written then.
    """
    if form not in FORMS:
        raise Refused(f"{form!r} is no form of export", f"Use one of: {', '.join(FORMS)}", "form")
    if excerpts is not None and excerpts < 0:
        raise Refused(f"{excerpts} words cannot be shown", "Give 0 for none, or a number of words", "excerpts")
    module, _, function = FORMS[form].writer.partition(":")
    write = getattr(import_module(module), function)
    written: list[Path] = write(work, Path(out), work.about.excerpts if excerpts is None else excerpts)
    return written
