"""A long text is not read whole for a first codebook: sentences of all of it, evenly spaced, say what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.texts import Source

READ = 600  # sentences of all sources together: some 12,000 words, read in ten to twenty seconds


def sampled(sources: Sequence[Source], most: int = READ) -> list[Source]:
    """The sources as they are where they have no more sentences than that; else evenly spaced ones of each body.

    Each source gets an equal share, and what a short one leaves over goes to the others.

    >>> [source.text for source in sampled([Source("A", "", "One. Two. Three. Four."), Source("B", "", "Five.")], 3)]
    ['One.\\nThree.', 'Five.']
    """
    shares: dict[str, int] = {}
    left = most
    for place, source in enumerate(sorted(sources, key=lambda source: len(source.body))):
        shares[source.key] = min(len(source.body), left // (len(sources) - place))
        left -= shares[source.key]
    return [
        source if shares[source.key] == len(source.body) else spaced(source, shares[source.key]) for source in sources
    ]


def spaced(source: Source, share: int) -> Source:
    """So many sentences of a body, each on a line of its own."""
    chosen = [source.body[number * len(source.body) // share] for number in range(share)]
    return Source(source.key, source.title, "\n".join(" ".join(source.words(passage).split()) for passage in chosen))


def said(sources: Sequence[Source], read: Sequence[Source]) -> str:
    """How much of the sources was read, "" where it was all."""
    count, all_ = (sum(len(source.body) for source in of) for of in (read, sources))
    return f"Proposed from {count:,} of {all_:,} sentences, evenly spaced." if read != list(sources) else ""
