"""A text's vector is made once: it stays at hand in the process, and goes into the cache with those around it.

Texts are kept in packets of some hundred. An interrupt loses the packet that was being made; the next run finds the
others. Where a packet ends is decided by a text's own words, so one sentence more in a source changes one packet.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import numpy as np

from sidebyside.progress import watched
from sidebyside.reading import cache
from sidebyside.reading.lately import Lately
from sidebyside.reading.vectors import SIZE, vectors_of
from sidebyside.reading.vectors.model import SHA256
from sidebyside.texts.passages import encodable

PACKET = 128  # texts, on the average
LONGEST = 512  # texts of a packet at most: as much as an interrupt may lose
LEAST = 16  # texts of a packet that goes into the cache: fewer are made as fast as they are looked up
MOST = cache.LARGEST // 5_000  # texts of one call that are kept: their vectors take half of the cache
NUMBER = np.dtype("<f4")  # as it is kept, whatever the machine
COLUMNS = {"vectors": ["rows"]}
LATELY: Lately[np.ndarray] = Lately(20_000)  # texts, 30 MB


def kept_vectors(texts: Sequence[str]) -> np.ndarray:
    """The rows that `vectors_of` gives for the texts, those made before taken from where they are kept.

    Raises ModelError when the model is missing or is another than the one that was measured.
    """
    rows = np.zeros((len(texts), SIZE), dtype=np.float32)
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    room = len(places) <= MOST
    for packet in watched(packets(places), "embedding", len(places), len):
        for text, row in zip(packet, vectors_in(packet, room and len(packet) >= LEAST), strict=True):
            rows[places[text]] = row
            LATELY.keep(text, row)
    return rows


def packets(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in packets, in their order."""
    packet: list[str] = []
    for text in texts:
        packet.append(text)
        if len(packet) == LONGEST or last(text):
            yield packet
            packet = []
    if packet:
        yield packet


def last(text: str) -> bool:
    """Whether a packet ends with a text: as good as by chance, and whatever stands around it."""
    return int.from_bytes(sha256(encodable(text).encode()).digest()[:4], "big") % PACKET == 0


def vectors_in(packet: list[str], room: bool) -> np.ndarray:
    """The vectors of a packet: at hand, or kept, or made now; and kept, where there is room for them."""
    known = [LATELY.at_hand(text) for text in packet]
    if all(row is not None for row in known):
        return np.array(known)
    what = ["vectors", SHA256, cache.version_of("onnxruntime"), packet]
    found = unpacked(cache.kept(what, COLUMNS), len(packet)) if room else None
    if found is None:
        found = made(packet, known)
        if room:
            rows = b64encode(found.astype(NUMBER).tobytes()).decode("ascii")
            cache.keep(what, {"vectors": {"rows": [rows]}})
    return found


def made(packet: Sequence[str], known: Sequence[np.ndarray | None]) -> np.ndarray:
    """The vectors of a packet, those that are not at hand made now."""
    rows = np.zeros((len(packet), SIZE), dtype=np.float32)
    new = [place for place, row in enumerate(known) if row is None]
    rows[new] = vectors_of([packet[place] for place in new])
    for place, row in enumerate(known):
        if row is not None:
            rows[place] = row
    return rows


def unpacked(tables: cache.Tables | None, count: int) -> np.ndarray | None:
    """The rows of a packet as they were kept; None where they are not whole."""
    if tables is None:
        return None
    try:
        (cell,) = tables["vectors"]["rows"]
        return np.frombuffer(b64decode(cell, validate=True), NUMBER).astype(np.float32).reshape(count, SIZE)
    except (TypeError, ValueError):
        return None
