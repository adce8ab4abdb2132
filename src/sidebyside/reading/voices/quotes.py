"""Where quotation marks open and close over a run of sentences, whichever marks are used and however long it lasts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"[“”\"„«»]|''|``|(?<![\w'’‘])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
LONGEST = 12  # sentences; a quotation that seems to go on longer has lost its closing mark
OPENING, CLOSING = "“„«‘", "”»"


@dataclass(frozen=True)
class Quoted:
    """One sentence's share in a quotation, marks included."""

    doc: int
    start: int
    end: int
    number: int  # of the quotation: the same for all the sentences that it runs through
    closed: bool  # whether its closing mark stands in this sentence
    words: int  # about how many
    set_off: bool  # whether it stands by itself: at an end of the sentence, or after a comma or colon


def quotations(texts: Sequence[str]) -> list[list[Quoted]]:
    """For each sentence the places that stand in quotation marks.

    A mark opens where white space or nothing stands before it, and closes where a word or a stop does. A mark that
    opens although one is open already starts a new paragraph of the same quotation, as newspapers do.

    >>> [[(q.start, q.end, q.number) for q in found] for found in quotations(["He said “no.", "Never.” So it was."])]
    [[(8, 12, 0)], [(0, 7, 0)]]
    >>> quotations(["Kabul's ministers' 'plan'"])[0][0].start
    19
    """
    found: list[list[Quoted]] = [[] for _ in texts]
    number, since, single = -1, None, False  # the open quotation, the sentence where it opened, whether ‘ opened it
    for i, text in enumerate(texts):
        if since is not None and i - since > LONGEST:
            for later in found[since + 1 : i]:
                later[:] = [q for q in later if q.number != number]
            since = None
        start = 0
        for mark in MARK.finditer(text):
            is_single, opens = mark.group() in "‘’'", opening(text, mark)
            if since is None and opens and (not is_single or closes_later(text, mark.end())):
                number, since, single, start = number + 1, i, is_single, mark.start()
            elif since is not None and single == is_single and not opens:
                found[i].append(quoted(i, text, start, mark.end(), number, True))
                since = None
        if since is not None and start < len(text):
            if single:
                since = None
            else:
                found[i].append(quoted(i, text, start, len(text), number, False))
    if since is not None:  # never closed: good for its first sentence at most
        for later in found[since + 1 :]:
            later[:] = [q for q in later if q.number != number]
    return found


def quoted(doc: int, text: str, start: int, end: int, number: int, closed: bool) -> Quoted:
    """The share of one sentence, with what its text says of it: a Doc makes its text anew each time it is asked."""
    before = text[max(0, start - 9) : start].rstrip()
    set_off = not before or before[-1] in ",:;.?!—–-―" or text[end - 2 : end - 1] in tuple(",?!.…")
    return Quoted(doc, start, end, number, closed, len(text[start:end].split()), set_off)


def opening(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens: by its shape, else by what stands around it."""
    if mark.group() in OPENING or mark.group() == "``":
        return True
    if mark.group() in CLOSING or mark.group() == "’":
        return False
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    if not before or before.isspace() or before in "([—–-―/":
        return bool(after) and not after.isspace()
    return False


def closes_later(text: str, start: int) -> bool:
    """Whether a single mark has its partner in the same sentence."""
    return any(m.group() in "’'" and not opening(text, m) for m in MARK.finditer(text, start))
