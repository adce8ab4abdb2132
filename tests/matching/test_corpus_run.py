"""A corpus is the same whoever reads it, in whatever order, and nothing of it is read twice."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sidebyside.errors import SideBySideError
from sidebyside.matching.corpus import blocks, ground, joining, judging, run, stages
from sidebyside.matching.corpus import store as kept
from sidebyside.matching.corpus.corpus import STATEMENTS, TEXTS, Corpus
from sidebyside.matching.corpus.engine import Here, engine
from sidebyside.matching.corpus.store import READ, Store, opened
from sidebyside.matching.corpus.tables import PAIRS
from sidebyside.reading import cache as readings
from sidebyside.texts.gathering import Text

pytest.importorskip("pyarrow")
pytest.importorskip("distributed")

TOWNS = ("Norvik", "Eastby", "Lindau", "Brekke")
OUTLETS = ("Harbour Post", "Coast Echo", "The Tide")


def report(number: int) -> Text:
    """A report of four sentences, some of which others have, too."""
    town = TOWNS[number % 4]
    words = (
        f"The crane at {town} fell on {3 + number % 3} March 2021. "
        f"The mayor of {town} said that {10 + number % 2} people were hurt. "
        f"Repairs will cost {number + 2} million crowns. "
        "The harbour master denied that the crane had been neglected."
    )
    return Text(f"r{number:02d}", words, by=OUTLETS[number % 3], date=f"2021-03-{5 + number % 9:02d}")


REPORTS = [report(number) for number in range(12)]


class Shuffled:
    """An engine whose results come in another order than the items went."""

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """All results, shuffled."""
        done = list(Here().each(function, items))
        random.Random(3).shuffle(done)
        yield from done


class Stopped:
    """An engine that is interrupted after so many results."""

    def __init__(self, after: int) -> None:
        self.left = after

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """The first results."""
        for done in Here().each(function, items):
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            yield done


class Deadly:
    """Workers of which one is killed when the second batch has been read."""

    def __init__(self, workers: Any) -> None:
        self.workers = workers
        self.killed = 0

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """As the workers do it."""
        for place, result in enumerate(self.workers.each(function, items)):
            if place == 1 and not self.killed:
                self.killed = min(self.workers.client.run(os.getpid).values())
                os.kill(self.killed, signal.SIGKILL)
            yield result

    def begin_anew(self) -> None:
        """As the workers do it."""
        self.workers.begin_anew()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty one."""
    return opened(tmp_path / "store")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The twelve reports, read in this process."""
    return run.run(REPORTS, Here(), opened(tmp_path_factory.mktemp("whole")))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the texts that had to be read."""
    keys: list[str] = []
    reader = stages.read_batch

    def counting(texts: list[Text]) -> Any:
        keys.extend(text.key for text in texts)
        return reader(texts)

    monkeypatch.setattr(stages, "read_batch", counting)
    return keys


def same(one: Corpus, other: Corpus) -> bool:
    """Whether all tables of two corpora are equal, in every value and type, to the last byte."""
    import pyarrow as pa

    def data(table: pd.DataFrame) -> bytes:
        sink = pa.BufferOutputStream()
        arrow = pa.Table.from_pandas(table, preserve_index=False)
        with pa.ipc.new_stream(sink, arrow.schema) as stream:
            stream.write_table(arrow.combine_chunks())
        return sink.getvalue().to_pybytes()

    names = ("texts", "statements", "pairs", "claims")
    return all(data(getattr(one, name)) == data(getattr(other, name)) for name in names)


def test_it_has_its_tables(whole: Corpus) -> None:
    """A row for each text, statement and pair, numbered as they promise; words as they were given."""
    assert list(whole.texts.columns) == list(TEXTS)
    assert whole.texts.key.tolist() == [text.key for text in REPORTS]
    assert whole.texts["first"].tolist() == list(range(0, 48, 4))
    assert list(whole.statements.columns) == list(STATEMENTS)
    statement = whole.statements.loc[9]
    assert (statement.text, statement.number, statement.passage) == (2, 1, "A2")
    assert REPORTS[2].words[statement.start : statement.end] == statement.words
    assert list(whole.pairs.columns) == list(PAIRS)
    assert len(whole.pairs) > 12
    assert whole.pairs["rank"].is_monotonic_increasing
    assert (whole.pairs.left // 4 != whole.pairs.right // 4).all()
    assert len(whole.claims) > 1
    assert whole.words("r07") == REPORTS[7].words


def test_order_and_size_of_batches_change_nothing(whole: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that come in another order, a text a batch, five statements a block, results shuffled: equal to a byte."""
    monkeypatch.setattr(run, "BATCH", 1)
    monkeypatch.setattr(blocks, "SIZE", 5)
    monkeypatch.setattr(joining, "TILE", 7)
    monkeypatch.setattr(judging, "SLICE", 10)
    assert same(run.run(REPORTS[::-1], Shuffled(), store), whole)


def test_workers_and_their_death_change_nothing(whole: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers, one of them killed while they read, and both begun anew thereafter: equal to a byte."""
    monkeypatch.setattr(run, "BATCH", 60)  # two reports
    monkeypatch.setattr(run, "MANY", 60)
    with engine(workers=2) as two:
        deadly = Deadly(two)
        assert same(run.run(REPORTS, deadly, store), whole)
    assert deadly.killed


def test_who_has_read_much_begins_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are begun anew once, after many words were read, and not where all had been read before."""
    begun: list[Here] = []
    monkeypatch.setattr(Here, "begin_anew", lambda here: begun.append(here))
    run.run(REPORTS[:4], Here(), store)
    assert begun == []
    monkeypatch.setattr(run, "MANY", 60)
    run.run(REPORTS[:6], Here(), store)
    assert len(begun) == 1
    run.run(REPORTS[:6], Here(), store)
    assert len(begun) == 1


def test_what_was_read_is_not_read_again(whole: Corpus, store: Store, read: list[str]) -> None:
    """A second run reads nothing, and a corpus that grew only what is new."""
    run.run(REPORTS[:10], Here(), store)
    assert len(read) == 10
    read.clear()
    run.run(REPORTS[:10], Here(), store)
    assert read == []
    assert same(run.run(REPORTS, Here(), store), whole)
    assert sorted(read) == sorted(text.sha256 for text in REPORTS[10:])


def test_an_interrupted_run_goes_on(
    whole: Corpus, store: Store, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was stopped, nothing that was finished is made again, and the result is the same."""
    monkeypatch.setattr(run, "BATCH", 1)
    for after in (3, 12, 14, 20):
        with pytest.raises(KeyboardInterrupt):
            run.run(REPORTS, Stopped(after), store)
    assert same(run.run(REPORTS, Here(), store), whole)
    assert len(read) == len(REPORTS)


def test_an_interrupted_join_goes_on(whole: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiles that were joined are not joined again, damaged ones are; the result is the same, and no scratch is left."""
    monkeypatch.setattr(joining, "TILE", 12)
    with pytest.raises(KeyboardInterrupt):
        run.run(REPORTS, Stopped(30), store)
    tiles = sorted((store.folder / "joined").rglob("*.tiles/" + "[0-9a-f]" * 64 + ".npz"))
    assert len(tiles) > 20
    tiles[0].write_bytes(tiles[0].read_bytes()[:-40])
    joined: list[Any] = []
    joiner = joining.pairs_in

    def pairs_in(task: Any) -> Any:
        joined.append(task)
        return joiner(task)

    monkeypatch.setattr(joining, "pairs_in", pairs_in)
    assert same(run.run(REPORTS, Here(), store), whole)
    assert len(joined) == 8 * 10 - len(tiles) + 1  # eight signals, ten tiles of four stretches each
    assert not list((store.folder / "joined").rglob("*.tiles"))


def test_a_damaged_file_counts_as_absent(whole: Corpus, store: Store, read: list[str]) -> None:
    """Cut short, emptied, or with one bit turned in the middle: it is made anew, and the result is the same."""
    run.run(REPORTS, Here(), store)
    read.clear()
    names = ("texts", "read", "joined", "judged", "runs", "verdicts")
    kinds = [sorted((store.folder / kind).rglob("*.parquet")) for kind in names]
    for paths in kinds:
        data = paths[0].read_bytes()
        paths[0].write_bytes(data[: len(data) // 2])
        middle = len(paths[-1].read_bytes()) // 3
        data = bytearray(paths[-1].read_bytes())
        data[middle] ^= 1
        paths[-1].write_bytes(bytes(data))
    kinds[1][1].write_bytes(b"")
    assert same(run.run(REPORTS, Here(), store), whole)
    assert len(read) == 3


def test_the_same_words_are_read_once(store: Store, read: list[str]) -> None:
    """A reprint is another text of the corpus, under its own key, with the same statements."""
    twins = [REPORTS[0], replace(REPORTS[0], key="reprint", by="Elsewhere"), REPORTS[1]]
    corpus = run.run(twins, Here(), store)
    assert len(read) == 2
    assert corpus.texts.statements.tolist() == [4, 4, 4]
    assert corpus.statements.words[:4].tolist() == corpus.statements.words[8:].tolist()


def test_other_code_reads_anew(store: Store, read: list[str]) -> None:
    """What another version made is not taken for what this one would make."""
    run.run(REPORTS[:1], Here(), store)
    other = replace(store, made_by="0" * 64)
    assert other.read(READ, REPORTS[0].sha256) is None
    assert other.text(REPORTS[0].sha256).words == REPORTS[0].words


def test_a_worker_with_other_code_or_another_folder_is_refused(store: Store) -> None:
    """It would fill the store with what nobody finds, or write where nobody looks."""
    with pytest.raises(SideBySideError, match="another version of sidebyside"):
        stages.read_texts(replace(store, made_by="0" * 64), [])
    with pytest.raises(SideBySideError, match=r"a worker does not find .*elsewhere"):
        stages.read_texts(replace(store, folder=store.folder / "elsewhere"), [])
    its_own = opened(store.folder / "another machine's, under the same path")
    with pytest.raises(SideBySideError, match=r"a worker does not find .* all machines share"):
        stages.read_texts(replace(store, folder=its_own.folder), [])
    assert opened(store.folder) == store


@pytest.mark.parametrize("package", ["spacy", "onnxruntime", "tokenizers", "numpy", "scipy", "rapidfuzz"])
def test_another_version_of_a_package_is_other_code(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read, where it points and what is proposed hang on these: with another, all is made anew."""
    code = kept.code.__wrapped__
    monkeypatch.setattr(readings, "fingerprint", readings.fingerprint.__wrapped__)
    monkeypatch.setattr(kept, "fingerprint", readings.fingerprint)
    before, version_of = code(), readings.version_of
    monkeypatch.setattr(readings, "version_of", lambda name: "9" if name == package else version_of(name))
    assert code() != before


def test_one_text_and_none(store: Store) -> None:
    """One text has nothing to be compared with; none is an error with a mend; one without a sentence is still there."""
    corpus = run.run(REPORTS[:1], Here(), store)
    assert (len(corpus.pairs), len(corpus.claims)) == (0, 0)
    corpus = run.run([Text("a", "Мост упал в понедельник утром."), *REPORTS[:2], Text("z", "...")], Here(), store)
    assert corpus.texts.statements.tolist()[1:3] == [4, 4]
    assert len(corpus.pairs) > 0
    with pytest.raises(SideBySideError, match="there is no text to compare: name a folder"):
        run.run([], Here(), store)
    with pytest.raises(SideBySideError, match="no text has an English sentence"):
        run.run([Text("a", "Мост упал в понедельник утром.")], Here(), store)


def test_more_than_can_be_joined_is_told_before_anything_is_laid_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is begun that cannot be ended."""
    monkeypatch.setattr(ground, "LARGEST", 40)
    monkeypatch.setattr(stages, "lay", lambda *_: pytest.fail("it was laid out"))
    with pytest.raises(SideBySideError, match="48 statements are more than the 40 that can be joined"):
        run.run(REPORTS, Here(), store)


class Beside:
    """An engine in the middle of whose work another program does the same from its beginning to its end."""

    def __init__(self, store: Store, after: int) -> None:
        self.store, self.left, self.other = store, after, None

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """All results; before one of them the other program has its turn."""
        for done in Here().each(function, items):
            self.left -= 1
            if self.left == 0:
                self.other = run.run(REPORTS, Here(), self.store)
            yield done


@pytest.mark.parametrize("after", [2, 14, 15, 30, 90])
def test_two_programs_over_one_corpus(after: int, whole: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the second comes and goes, both have the same result, and no scratch is left."""
    monkeypatch.setattr(run, "BATCH", 1)
    monkeypatch.setattr(joining, "TILE", 12)
    first = Beside(store, after)
    assert same(run.run(REPORTS, first, store), whole)
    assert first.other is not None
    assert same(first.other, whole)
    assert not [path for path in (store.folder / "joined").rglob("*") if path.suffix in (".tiles", ".ground")]
