"""Ways in which a file is broken: bytes put in, taken out, doubled and moved; within an archive's members too."""

from __future__ import annotations

import io
import zipfile
from random import Random

from tests.texts.taking.documents import zipped

ODD = [
    b"\0", b"\xff\xfe", b"<", b"&", b"]]>", b"<!--", b"{", b"}", b"\\", b"(", b">>", b"%", b"\xf0\x9f", b"\n\n", b"-1",
    b"99999999999", b'"', b"'", b"/../", b"<p>" * 50, b"[" * 50, b": ", b"- ", b"&amp;", b"\\u-1?", b"\xed\xa0\x80",
]  # fmt: skip


def mutated(data: bytes, chance: Random) -> bytes:
    """The file with one to eight things wrong with it; of an archive mostly those within a member."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        member = chance.choice(list(members))
        whole = members.pop(member)
        assert isinstance(whole, bytes)
        if chance.random() < 0.9:  # else it is lost
            members[member] = broken(whole, chance)
        return zipped(members)
    return broken(data, chance)


def broken(data: bytes, chance: Random) -> bytes:
    """The bytes with one to eight things wrong with them."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.choice([0, 1, 1, 4, 40]))
        kind = chance.random()
        if kind < 0.35:
            data = data[:at] + chance.choice(ODD) + data[end:]
        elif kind < 0.6:
            data = data[:at] + chance.randbytes(chance.randint(0, 6)) + data[end:]
        elif kind < 0.8:
            data = data[:end] + data[at:end] * chance.randint(1, 40) + data[end:]
        elif kind < 0.95:
            other = chance.randint(0, len(data))
            data = data[:at] + data[other : other + chance.randint(1, 60)] + data[end:]
        else:
            data = data[:at]
    return data
