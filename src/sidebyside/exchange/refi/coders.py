"""Whoever coded, or wrote a memo, is a user of the project."""

from __future__ import annotations

from sidebyside.record import Comparison, memos


def coders(work: Comparison) -> dict[str, str]:
    """The name shown for everyone who is named in the comparison as having decided something, by the short one.

    Who is described in comparison.yml comes first: importers work on under the first user's name.
    """
    described = {coder.key: f"{coder.key} ({coder.who})" for coder in work.about.coders}
    by_points = [point.coded.by for point in work.coded.points]
    others = [*by_points, *(coding.coder for coding in work.codings), *memos(work).by]
    return {**described, **{key: key for key in others if key not in described}}
