"""Markup comes from templates, and whatever comes from a source, a file or a person is escaped in them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from sidebyside.reading import CERTAINTIES
from sidebyside.record import SILENCES, VERDICTS
from sidebyside.showing import palette, signs


class Html:
    """A piece of a page: shown as such in a notebook, and put as it is into an exported page."""

    def __init__(self, markup: str, plain: str = "") -> None:
        self.markup = markup
        self.plain = plain or "(shown in a notebook or a page)"

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        """In a notebook every piece brings its style along; the exported page has it once, in its head."""
        return f"<style data-sbs>{stylesheet()}</style>{self.markup}"


def render(template: str, plain: str = "", **values: object) -> Html:
    """The template, filled, as a piece of a page."""
    return Html(f'<div class="sbs">{environment().get_template(template).render(**values)}</div>', plain)


@cache
def environment() -> Environment:
    """Jinja with everything escaped and the vocabulary at hand."""
    made = Environment(
        loader=PackageLoader("sidebyside.showing"),
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "VERDICTS": VERDICTS,
        "CERTAINTIES": CERTAINTIES,
        "SILENCES": SILENCES,
        "TILES": signs.TILES,
        "BARS": signs.BARS,
        "slot": palette.source_slot,
    }
    return made


@cache
def stylesheet() -> str:
    """The style of all pieces, with the colours of the palette."""
    sheet = files("sidebyside.showing").joinpath("pieces.css").read_text(encoding="utf-8")
    light, dark = palette.declarations(), palette.declarations(dark=True)
    return (
        f".sbs,.page{{{light}}}"
        # JupyterLab says on its body which theme it has; a page follows the reader's system.
        f'body[data-jp-theme-light="false"] .sbs{{{dark}}}'
        f"@media screen and (prefers-color-scheme:dark){{.page,.page .sbs{{{dark}}}}}"
        f"{sheet}"
    )
