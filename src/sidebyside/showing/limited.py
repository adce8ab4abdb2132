"""What a page says of itself where the rights in the sources allow excerpts alone."""

from __future__ import annotations

from sidebyside.record import Comparison
from sidebyside.showing.wording import count


def limited(work: Comparison) -> str:
    """How much of the sources is shown, and why no more; "" where there is no limit."""
    if work.excerpts is None:
        return ""
    most = f"at most {count(work.excerpts, 'word')} of a source in a row are shown" if work.excerpts else ""
    return (
        f"Because of the rights in the sources {most or 'none of their words are shown'}, and … stands for the others. "
        "The marks (A12) name the place in the text itself."
    )
