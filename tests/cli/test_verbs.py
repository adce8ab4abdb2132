"""Each verb does what its help says, from files of one's own to what other tools open, and says what stands where."""

from __future__ import annotations

import io
import json
import shlex
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from tests.helpers import edit, write

from sidebyside.cli import main
from sidebyside.cli.verbs import VERBS, lab
from sidebyside.exchange import FORMS
from sidebyside.record import load
from sidebyside.showing import report

WELL = "The well at Lund\n\nThe well was dug in 1840. It was 12 metres deep, and the water was good.\n"
POND = "What the pond gave\n\nThe well was dug in 1850. It was 9 metres deep, and nobody drank from it.\n"
DAM = "The dam came later, in 1901. It took the water from the well and gave light to the town."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two files of one's own, in the folder where the user stands."""
    monkeypatch.chdir(tmp_path)
    Path("a well.txt").write_text(WELL, encoding="utf-8")
    page = docx.Document()
    for line in POND.split("\n"):
        page.add_paragraph(line)
    page.save("пруд.docx")
    return tmp_path


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int | None, Path | None, Path]]:
    """The report as a stand-in that runs no notebook; what it was asked for: the limit, the corpus and the place."""
    asked: list[tuple[int | None, Path | None, Path]] = []

    def small(
        notebooks: Sequence[Path],
        comparison: Path,
        out: Path,
        tell: Callable[[str], None],
        excerpts: int | None,
        corpus: Path | None,
    ) -> list[Path]:
        asked.append((excerpts, corpus, out))
        return [out / "index.html"]

    monkeypatch.setattr(report, "report", small)
    return asked


def test_new_takes_files_and_pasted_words(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text, Word and standard input become one comparison that loads; the commands that go on are told in full."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DAM.encode()), encoding="ascii"))
    assert main(["new", "two accounts", "a well.txt", "пруд.docx", "-", "--question", "How deep?"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "two accounts"
    assert "  sidebyside propose 'two accounts'\n" in err
    assert load(here / "two accounts").about.question == "How deep?"
    endings = sorted(path.suffix for path in Path("two accounts/originals").iterdir())
    assert endings == [".docx", ".txt", ".txt"]
    assert main(["check", "--strict", "two accounts"]) == 0


def test_new_as_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a script needs to go on, and nothing else on standard output."""
    assert main(["new", "--json", "wells", "a well.txt", "пруд.docx", "--title", "Wells"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["folder"], told["title"]) == ("wells", "Wells")
    assert [source["format"] for source in told["sources"]] == ["text", "docx"]


def test_new_tells_of_every_source_that_cannot_be_used(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All in one run, each by its name; nothing is made."""
    Path("empty.txt").touch()
    assert main(["new", "wells", "a well.txt", "gone.txt", "empty.txt"]) == 1
    err = capsys.readouterr().err
    assert "gone.txt" in err
    assert "empty.txt" in err
    assert not [path for path in here.iterdir() if "wells" in path.name]


def test_new_leaves_a_folder_alone_that_holds_something(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the mend; what is in it stays."""
    Path("wells").mkdir()
    Path("wells/notes.txt").touch()
    assert main(["new", "wells", "a well.txt", "пруд.docx"]) == 1
    assert "is not empty. Name a folder that is not there yet" in capsys.readouterr().err
    assert [path.name for path in Path("wells").iterdir()] == ["notes.txt"]


def test_names_are_kept_and_told_apart(here: Path) -> None:
    """Letters of every script stay in the names of the files, and two files of one name do not meet."""
    shutil.copy("a well.txt", "мост.txt")
    shutil.copy("пруд.docx", "мост.docx")
    assert main(["new", "wells", "мост.txt", "мост.docx"]) == 0
    names = [path.name for path in Path("wells/texts").iterdir()]
    assert len(names) == 2
    assert all("мост" in name for name in names)


def test_export_writes_every_form(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each form that is listed comes out, its paths on standard output; the zip opens as the same comparison."""
    write(here / "bridge")
    assert main(["export", "--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(FORMS)
    assert main(["export", "bridge", "all", "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert list(written) == list(FORMS)
    assert all(Path(path).is_file() for paths in written.values() for path in paths)
    assert main(["unpack", "bridge/exported/bridge.zip", "copy"]) == 0
    assert capsys.readouterr().out == "copy\n"
    assert load(Path("copy")).points.equals(load(Path("bridge")).points)


def test_what_cannot_be_exported_is_told_beside_what_can(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With few words allowed the whole texts cannot go along: the zip is refused, the Markdown written, the code 1."""
    write(here / "bridge")
    assert main(["export", "bridge", "zip", "md", "--out", "out", "--excerpts", "2"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("sidebyside export: zip: The zip holds the whole texts")
    (path,) = map(Path, out.splitlines())
    assert "The bridge …" in path.read_text(encoding="utf-8")
    assert "The bridge fell" not in path.read_text(encoding="utf-8").replace("The bridge fell?", "")
    assert main(["export", "bridge", "exl"]) == 1
    assert "exl: no form of export. Use one of: csv, xlsx" in capsys.readouterr().err


def test_renew_takes_in_what_changed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--look says what would change and alters nothing; without it that is taken in, and after that nothing is."""
    assert main(["new", "wells", "a well.txt", "пруд.docx"]) == 0
    (original,), (text,) = Path("wells/originals").glob("*.txt"), Path("wells/texts").glob("*well.txt")
    original.write_text(WELL.replace("12 metres", "14 metres"), encoding="utf-8")
    assert main(["check", "--strict", "wells"]) == 1
    capsys.readouterr()
    assert main(["renew", "--look", "wells"]) == 0
    out, err = capsys.readouterr()
    assert "source: A" in out
    assert "would be taken in" in err
    assert "12 metres" in text.read_text(encoding="utf-8")
    assert main(["renew", "wells"]) == 0
    assert "14 metres" in text.read_text(encoding="utf-8")
    assert main(["check", "--strict", "wells"]) == 0
    capsys.readouterr()
    assert main(["renew", "wells"]) == 0
    assert capsys.readouterr().out == ""


def test_unpack_refuses_what_is_no_export(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text is no zip, and a folder in use is not written over."""
    assert main(["unpack", "a well.txt", "copy"]) == 1
    assert "a well.txt is no zip that can be read" in capsys.readouterr().err
    assert not Path("copy").exists()
    assert main(["unpack", "nowhere.zip", "copy"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("sidebyside unpack: zip: nowhere.zip is not there. Name the zip")
    assert err.count("\n") == 1


@pytest.mark.parametrize("verb", [["export", "bridge", "md"], ["report", "bridge"]])
def test_results_do_not_go_into_a_file(verb: list[str], here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says so before any work is begun, and the file stays."""
    write(here / "bridge")
    assert main([*verb, "--out", "a well.txt"]) == 1
    out, err = capsys.readouterr()
    assert err == f"sidebyside {verb[0]}: --out: a well.txt is a file, not a folder. Name a folder for the results\n"
    assert out == ""
    assert Path("a well.txt").read_text(encoding="utf-8") == WELL


def test_report_is_asked_for_what_was_typed(
    here: Path, pages: list[tuple[int | None, Path | None, Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, limit and corpus are handed on; the first page is the result; what is broken or not there runs nothing."""
    folder = write(here / "bridge")
    assert main(["report", "bridge"]) == 0
    assert main(["report", "bridge", "--out", "pages", "--excerpts", "0"]) == 0
    assert main(["report", "bridge", "--corpus", "a well.txt"]) == 0
    place = Path("bridge/report")
    assert pages == [(None, None, place), (0, None, Path("pages")), (None, Path("a well.txt"), place)]
    assert capsys.readouterr().out.splitlines()[-1] == str(place / "index.html")
    assert main(["report", "bridge", "--corpus", "reports.csv"]) == 1
    assert "--corpus: reports.csv is not there" in capsys.readouterr().err
    edit(folder, "points.yml", "verdict: agree", "verdict: agreed")
    assert main(["report", "bridge"]) == 1
    assert len(pages) == 3


def test_lab_opens_notebooks_of_its_own(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder gets copies that are about it; one that the user changed stays; the server's exit code is passed on."""
    opened: list[Path] = []
    monkeypatch.setattr(lab, "served", lambda first: opened.append(first) or 3)  # type: ignore[func-returns-value]
    write(here / "bridge")
    assert main(["lab", "bridge"]) == 3
    assert opened == [here / "bridge" / "notebooks" / report.shipped_notebooks()[0].name]
    assert 'FOLDER = \\"..\\"' in opened[0].read_text(encoding="utf-8")
    opened[0].write_text("mine", encoding="utf-8")
    main(["lab", "bridge"])
    assert opened[0].read_text(encoding="utf-8") == "mine"


def test_the_examples_in_the_help_work(
    here: Path, pages: list[tuple[int | None, Path | None, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example, typed where its files are, exits with 0."""
    monkeypatch.setattr(lab, "served", lambda first: 0)
    folder = write(here / "data" / "russia-afghanistan")
    coder = "{key: first, who: The first reader, how: Alone.}"
    coders = [coder.replace("first", key) for key in ("first", "second", "editor")]
    edit(folder, "comparison.yml", coder, "\n  - ".join(coders))
    shutil.copy("пруд.docx", "report.docx")
    rows = [f'"{title}","{text}"' for title, text in (("The well", WELL), ("The pond", POND), ("The dam", DAM))]
    Path("reports.csv").write_text("\n".join(["title,text", *rows, ""]), encoding="utf-8")
    Path("article.html").write_text(f"<html><body><article><p>{DAM}</p></article></body></html>", encoding="utf-8")
    assert main(["export", "data/russia-afghanistan", "zip", "--out", "exported"]) == 0
    for module in VERBS.values():
        for example in module.EXAMPLES:
            words = [name for word in shlex.split(example) for name in sorted(map(str, here.glob(word))) or [word]]
            assert main(words) == 0, example
