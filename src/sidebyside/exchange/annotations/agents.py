"""Who made an annotation. Nobody is called a person, or a program, of whom the comparison does not say so."""

from __future__ import annotations

import re
from typing import Any

from sidebyside import __version__
from sidebyside.exchange.refi.guids import guid
from sidebyside.record import Comparison

# As `who` in comparison.yml puts it. Such a word in front of "er" or the like (modeller) is a person's.
PROGRAMS = re.compile(
    r"\b(language model|model|program|software|machine|algorithm|chatbot|AI|LLM|GPT)s?\b", re.IGNORECASE
)
GENERATOR = {"id": "urn:side-by-side", "type": "Software", "name": f"Side by Side {__version__}"}


def creator(work: Comparison, key: str) -> dict[str, Any]:
    """The coder: name and short name, and `type` where he is told to be a program."""
    who = next((coder.who for coder in work.about.coders if coder.key == key), "")
    kind = {"type": "Software"} if PROGRAMS.search(who) else {}
    return {"id": f"urn:uuid:{guid(work, 'user', key)}", **kind, "name": who or key, "nickname": key}
