"""Terms that belong together: alike in meaning, and at home in passages that are alike. The rest stays ungrouped."""

from __future__ import annotations

import numpy as np

ALIKE = 0.2  # mean likeness at which two groups become one; chosen on the two shipped texts
SMALLEST = 3  # terms: two that go together are a coincidence too often


def groups_of(terms: np.ndarray, companies: np.ndarray) -> tuple[list[int], np.ndarray]:
    """The number of each term's group, from 0 (-1: none), and its mean likeness to the others of its group.

    `terms` are the terms' vectors, `companies` the mean vectors of the passages that have them, a row a term. What all
    rows have in common is taken off first: on one subject all are alike. Likeness is the mean of two cosines, so -1
    to 1; groups are joined from the most alike on (average linkage), and no further than ALIKE.
    """
    if len(terms) < SMALLEST:
        return [-1] * len(terms), np.zeros(len(terms))
    from sklearn.cluster import AgglomerativeClustering  # a second: only where terms are grouped

    meaning, company = without_mean(terms), without_mean(companies)
    alike = (meaning @ meaning.T + company @ company.T) / 2
    joining = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - ALIKE
    )
    found = joining.fit_predict(np.clip(1 - alike, 0, None))
    others = (found[:, None] == found[None]) & ~np.eye(len(found), dtype=bool)
    likeness = (alike * others).sum(axis=1) / np.maximum(others.sum(axis=1), 1)
    kept = likeness >= ALIKE  # whoever was drawn in by one term alone is let go
    sizes = np.bincount(found[kept], minlength=len(found))
    return [
        int(group) if keep and sizes[group] >= SMALLEST else -1 for group, keep in zip(found, kept, strict=True)
    ], likeness


def without_mean(rows: np.ndarray) -> np.ndarray:
    """The rows without what they have in common, each brought to length 1."""
    left = rows - rows.mean(axis=0)
    length = np.linalg.norm(left, axis=1, keepdims=True)
    unit: np.ndarray = left / np.where(length, length, 1)
    return unit
