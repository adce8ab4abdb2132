"""The one script of the bench, in its two homes: mounted live by a widget, and written into every exported page."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from sidebyside.showing.bench.view import Json
from sidebyside.showing.markup import stylesheet

READING = ("dom", "list", "panes", "ribbon", "card", "bench")  # each uses only those before it, when it is loaded
DECIDING = ("asking", "forms", "writing", "pen", "widget")
# Besides "<": what Python takes for the end of a line, which is where a page is cut and tidied.
UNSAFE = re.compile(r"[<\x7f-\x9f\u2028\u2029]")


def asset(name: str) -> str:
    """A file of the bench."""
    return files("sidebyside.showing.bench").joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """The script, for reading: declarations alone; `mount(root, data, options)` is what it is for."""
    return "\n".join(asset(f"script/{part}.js") for part in READING)


@cache
def module() -> str:
    """The script as the module that a widget loads: with the pen."""
    return "\n".join([script(), *(asset(f"script/{part}.js") for part in DECIDING)])


@cache
def in_page() -> str:
    """The script as a page has it, with what opens it there."""
    return f"{{\n{script()}\n{asset('script/page.js')}\n}}"


@cache
def style() -> str:
    """What the widget brings along: the style of all pieces, and of the bench."""
    return f"{stylesheet()}\n{asset('bench.css')}"


def inlined(data: Json) -> str:
    """The data as JSON that can stand in a `script` element: nothing in it ends the element, opens a comment or a line.

    >>> inlined({"says": "</script><!--"})
    '{"says":"\\\\u003c/script>\\\\u003c!--"}'
    """
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE.sub(lambda hit: f"\\u{ord(hit.group()):04x}", told)
