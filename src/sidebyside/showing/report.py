"""The report: every notebook is run from top to bottom and becomes one page that needs no kernel and no network."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

from sidebyside import __version__
from sidebyside.errors import PageError, SideBySideError
from sidebyside.record import Comparison, agreement, load
from sidebyside.showing.accuracy import accuracy_line
from sidebyside.showing.bench.script import asset as bench_asset
from sidebyside.showing.bench.script import in_page, inlined
from sidebyside.showing.bench.view import exported
from sidebyside.showing.left_out import without_empty_sections
from sidebyside.showing.limited import limited
from sidebyside.showing.markup import stylesheet
from sidebyside.showing.running import all_executed, kernels_told, to_its_end
from sidebyside.texts.files import write_all

POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
OF_MANY = (
    "Nobody. Claims, sides and counts on this page are proposed by the machine from the words alone. A claim is "
    "decided in a comparison that is made of its texts."
)
TO_NOTEBOOK = re.compile(r'href="(\d\d)(-[\w-]+)\.ipynb')
OPENED = re.compile(r'<div class="pop [^"]*" id="(\w+)" popover(?:="")?>.*?</div>\n', re.DOTALL)
OWN_STYLE = re.compile(r"<style data-sbs>.*?</style>", re.DOTALL)
TOP = Path(__file__).resolve().parents[3]  # of the project, where this is not installed


def report(
    notebooks: Sequence[Path],
    comparison: Path,
    out: Path,
    tell: Callable[[str], None] = lambda line: None,
    excerpts: int | None = None,
    corpus: Path | None = None,
) -> list[Path]:
    """Runs the notebooks on the comparison and writes a page for each into `out`; the first becomes index.html.

    `excerpts` is the most words of a source in a row that the pages show, None what comparison.yml says. `corpus` are
    the many texts that the page on such is about; None those that SIDEBYSIDE_CORPUS names, else the comparison's.
    Nothing is written unless every notebook runs: PageError names the notebook and the cell that did not.
    """
    with kernels_told(excerpts, corpus):
        work = load(comparison)
        with kernels_told(work.excerpts):  # which the pieces of a corpus have from nowhere else
            run = to_its_end(all_executed(notebooks, comparison, tell))
        names = [(page_name(number, path), nav_name(notebook)) for number, (path, notebook) in enumerate(run)]
        shelf = inlined(exported(work))
        pages = [
            (file, page(notebook, path, work, names, file, shelf))
            for (path, notebook), (file, _) in zip(run, names, strict=True)
        ]
    return write_all(out, {file: html.encode("utf-8") for file, html in pages})


def shipped_notebooks() -> list[Path]:
    """The notebooks, in reading order: those that were installed with the package, else the project's."""
    package = Path(__file__).resolve().parents[1]
    folder = next((place for place in (package / "notebooks", TOP / "notebooks") if place.is_dir()), None)
    if folder is None:
        raise PageError("the notebooks were not installed with the package; install it again")
    return sorted(folder.glob("[0-9]*.ipynb"))


def page(
    notebook: nbformat.NotebookNode,
    path: Path,
    work: Comparison,
    pages: Sequence[tuple[str, str]],
    file: str,
    shelf: str,
) -> str:
    """One executed notebook as one self-contained page; `shelf` is what its bench shows (bench.script.inlined)."""
    of_many = notebook.metadata.get("sidebyside", {}).get("about") == "corpus"  # what was coded is no part of it
    own = {
        "title": title_of(notebook),
        "notebook": path.name,
        "pages": pages,
        "file": file,
        "policy": POLICY,
        "version": __version__,
        "style": stylesheet() + bench_asset("bench.css") + asset("page.css"),
        "script": asset("page.js") + in_page(),
        "shelf": shelf,
        "coders": OF_MANY if of_many else coders_sentence(work),
        "agreement": "" if of_many else agreement_sentence(work),
        "accuracy": accuracy_line(),
        "limited": limited(work),
    }
    if not work.coded.points:
        notebook = without_empty_sections(notebook)
    with as_file(files("sidebyside.showing").joinpath("page")) as folder:
        config = Config(
            {"HTMLExporter": {"template_name": folder.name, "extra_template_basedirs": [str(folder.parent)]}}
        )
        exporter = HTMLExporter(config=config)
        exporter.register_filter("without_own_style", lambda html: OWN_STYLE.sub("", html))
        exporter.register_filter("to_pages", lambda html: TO_NOTEBOOK.sub(to_page, html))
        html, _ = exporter.from_notebook_node(notebook, resources={"sbs": own})
    return once_each(OPENED, "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n")


def once_each(pattern: re.Pattern[str], html: str) -> str:
    """The page with each opened excerpt once: several pieces may open the same words."""
    seen: set[str] = set()

    def first_only(hit: re.Match[str]) -> str:
        known = hit.group(1) in seen
        seen.add(hit.group(1))
        return "" if known else hit.group()

    return pattern.sub(first_only, html)


def coders_sentence(work: Comparison) -> str:
    """Who coded, and how."""
    return " ".join(f"{coder.who}: {coder.how}" for coder in work.about.coders) or (
        "Nobody is named in comparison.yml." if work.coded.points else "Nobody yet: no point is decided."
    )


def agreement_sentence(work: Comparison) -> str:
    """The agreement of the two codings in one sentence."""
    table = agreement(work)
    if table.empty:
        return "There are not two codings to compare; agreement is not known."
    row = table.iloc[0]
    return (
        f"On the {row.n} points that both blind codings found, the verdict is the same on {row.both} "
        f"({row.per_cent:.0f} %); "
        f"Cohen's kappa {row.kappa:.2f} (95 % interval {row.low:.2f} to {row.high:.2f})."
    )


def title_of(notebook: nbformat.NotebookNode) -> str:
    """The first heading of a notebook: in its words, or in what its cells show."""
    for cell in notebook.cells:
        texts: Iterable[str] = [cell.source] if cell.cell_type == "markdown" else shown(cell)
        for text in texts:
            if hit := re.search(r"^# (.+)$|<h1[^>]*>(.+?)</h1>", text, re.MULTILINE):
                return (hit.group(1) or unescape(re.sub(r"<[^>]+>", "", hit.group(2)))).strip()
    return "Side by Side"


def shown(cell: nbformat.NotebookNode) -> Iterable[str]:
    """The markup and Markdown that a cell shows."""
    for output in cell.get("outputs", []):
        data: dict[str, Any] = output.get("data", {})
        yield from (data[kind] for kind in ("text/html", "text/markdown") if kind in data)


def nav_name(notebook: nbformat.NotebookNode) -> str:
    """The short name of a notebook in the line of pages: its metadata's `short`, else its title."""
    return str(notebook.metadata.get("sidebyside", {}).get("short") or title_of(notebook))


def page_name(number: int, path: Path) -> str:
    """The first page is the index.

    >>> page_name(0, Path("00-start-here.ipynb")), page_name(3, Path("03-themes.ipynb"))
    ('index.html', '03-themes.html')
    """
    return "index.html" if number == 0 else f"{path.stem}.html"


def to_page(link: re.Match[str]) -> str:
    """A link to a notebook as a link to its page."""
    return f'href="{page_name(int(link.group(1)), Path(link.group(1) + link.group(2)))}'


def asset(name: str) -> str:
    """A file that goes into every page."""
    return files("sidebyside.showing").joinpath("page", name).read_text(encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """`python -m sidebyside.showing.report [COMPARISON [OUT]]`: without OUT the pages go to COMPARISON/report.

    Without either, the comparison that ships becomes report/ at the top of the project.
    """
    comparison = Path(arguments[0]) if arguments else TOP / "data" / "russia-afghanistan"
    out = Path(arguments[1]) if len(arguments) > 1 else (comparison if arguments else TOP) / "report"
    started = time.monotonic()
    try:
        notebooks = shipped_notebooks()
        print(f"running {len(notebooks)} notebooks on {comparison.name}", flush=True)
        pages = report(notebooks, comparison, out, lambda line: print(line, flush=True))
    except SideBySideError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; no page was written", file=sys.stderr)
        return 130
    size = sum(p.stat().st_size for p in pages) / 1000
    print(
        f"wrote {len(pages)} pages, {size:,.0f} kB, into {pages[0].parent.name}/, in {time.monotonic() - started:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
