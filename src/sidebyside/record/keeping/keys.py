"""Whatever is decided has a key, such as points/day-of-the-fall, and under it a value of the form that its kind has."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import StringConstraints, ValidationError

from sidebyside.record.fields import Model, Words, one_of
from sidebyside.record.points_file import CodingEntry
from sidebyside.record.vocabulary import VERDICTS

NAME = r"[a-z0-9][a-z0-9-]{0,59}"  # of a point, a proposal, a theme, a coder
NAMED = rf"(points|flags|candidates|memos/theme|memos/point|codings/{NAME})/{NAME}"
StateKey = Annotated[str, StringConstraints(pattern=rf"^({NAMED}|memos/source/[A-Z]{{1,2}}|memos/comparison)$")]
MaybeName = Annotated[str, StringConstraints(pattern=f"^({NAME})?$")]
Said = Annotated[str, one_of([*VERDICTS, "unsure", ""])]


class SaidEntry(Model):
    """What the machine had said of a proposal on which a person decided."""

    verdict: Said = ""
    reason: str = ""
    second: str = ""


class CandidateEntry(Model):
    """What a person made of a proposal; `point` is what it became or joined, `verdict` the person's."""

    status: Annotated[str, one_of(["accepted", "rejected", "skipped", "flagged"])]
    by: Words
    on: dt.date
    reason: str = ""
    point: MaybeName = ""
    verdict: Said = ""
    proposed: SaidEntry = SaidEntry()


class FlagEntry(Model):
    """What a point is flagged with, for discussion."""

    by: Words
    on: dt.date
    note: str = ""


class MemoEntry(Model):
    """What a person wants remembered of a source, a theme, a point or the comparison."""

    text: Words
    by: Words
    on: dt.date


FORMS: dict[str, type[Model]] = {"candidates": CandidateEntry, "flags": FlagEntry, "memos": MemoEntry}


def point_key(identity: str) -> str:
    """The key of a point."""
    return f"points/{identity}"


def is_point(key: str) -> bool:
    """Whether a key is a point's: these live in points.yml, all others in the journal alone."""
    return key.startswith("points/")


def identity_of(key: str) -> str:
    """The name at the end of a key.

    >>> identity_of("codings/ada/day-of-the-fall")
    'day-of-the-fall'
    """
    return key.rpartition("/")[2]


def fault(key: str, value: Any) -> str:
    """What is wrong with the value of a key that lives in the journal; "" for nothing. None, no value, is right.

    >>> fault("flags/day-of-the-fall", {"by": "ada", "on": "2026-11-22", "not": "?"})
    'not: Extra inputs are not permitted'
    """
    kind = key.partition("/")[0]
    try:
        if value is not None and kind == "codings":
            CodingEntry.model_validate({"id": identity_of(key), **dict(value)})
        elif value is not None:
            FORMS[kind].model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return f"{', '.join(map(str, first['loc'])) or key}: {first['msg']}"
    except (TypeError, ValueError):
        return f"{key}: has to be fields with values"
    return ""
