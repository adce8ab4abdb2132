"""The sources in sentences: what is in them besides their bodies, whom they report, how much of them was used."""

from __future__ import annotations

from sidebyside.record import Comparison
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.wording import are, count, listed, none_or


def marks(passages: object) -> str:
    """Passages as marks that open their words."""
    return " ".join(f"[{identity}]" for identity in dict.fromkeys(map(str, passages)))  # type: ignore[call-overload]


def comments(work: Comparison) -> Html:
    """The readers' comments under the sources."""
    found = work.passages[work.passages.part == "comment"].id
    if found.empty:
        return say(work, "No reader's comment stands under any of the texts.")
    told = f"{count(len(found), 'passage')} {are(len(found))} a reader's comment: {marks(found)}"
    return say(work, f"{told}\nWhat it says counts as another voice, never as the author's.")


def languages(work: Comparison) -> Html:
    """What the machine could not read because it is not in English."""
    read = work.reading.passages
    foreign = read[read.language == "other"].passage
    told = f"The machine reads English. Of {count(len(read), 'passage')}, "
    if foreign.empty:
        return say(work, f"{told}none is in another language.")
    return say(work, f"{told}{len(foreign)} {are(len(foreign))} in another and not read. {marks(foreign)}")


def on_whose_word(work: Comparison) -> Html:
    """For each source, in how many passages someone is reported, and who is named."""
    lines = []
    for source in work.texts:
        body = [passage.id for passage in source.body]
        said = work.reading.voices[work.reading.voices.passage.isin(body)]
        named = ", ".join(said[said.type == "person"].who.value_counts().index) or "nobody"
        places = int(said.passage.nunique())
        told = f"reports someone in {count(places, 'passage')} and names {named}" if places else "reports nobody"
        lines.append(f"**{source.key}** {told}.")
    return say(work, "\n\n".join(lines))


def account(work: Comparison) -> Html:
    """How many passages are evidence or set aside with a reason."""
    table = work.coverage
    used, total = int((table.status != "open").sum()), len(table)
    if not used:
        return say(work, f"None of {count(total, 'body passage')} is accounted for yet.")
    counts = table.groupby(["source", "status"], sort=False).size().unstack(fill_value=0).reindex(list(work.keys))
    counts = counts.fillna(0).astype(int)[sorted(counts)]
    each = [f"{key} " + ", ".join(f"{n} {status}" for status, n in row.items() if n) for key, row in counts.iterrows()]
    told = f"{used} of {count(total, 'body passage')} {are(used)} accounted for ({used / total:.0%})"
    return say(work, f"{told}: {'; '.join(each)}.")


def space(work: Comparison) -> Html:
    """Which source gives more themes most of their room, and how many themes a source leaves out."""
    from sidebyside.showing.charts.themes import theme_counts  # matplotlib: only where a chart stands beside it

    table = theme_counts(work)
    if table.empty:
        return say(work, "The codebook has no theme yet, so no room can be counted.")
    rates = table[list(work.keys)]
    first = rates.eq(rates.max(axis=1), axis=0) & (rates.gt(0).any(axis=1)).to_numpy()[:, None]
    alone = first[first.sum(axis=1) == 1].sum()
    if not first.any(axis=None):
        return say(work, f"No text has a term of {'the one theme' if len(table) == 1 else 'any theme'}.")
    most = "none takes more room in one text than in another"
    if each := [f"{number} in {key}" for key, number in alone[alone > 0].items()]:
        takes = "takes" if each[0].startswith("1 ") else "take"
        most = listed(each).replace(" in ", f" {takes} most room in ", 1)
    told = f"Of {count(len(table), 'theme')}, {most}"
    absent = int((rates == 0).any(axis=1).sum())
    has = "has" if absent < 2 else "have"
    return say(work, f"{told}; {none_or(absent)} {has} no term at all in one of the texts.")
