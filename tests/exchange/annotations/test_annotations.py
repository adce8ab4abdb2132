"""What another program reads in the annotations leads to the very words, and says what the comparison says of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from referencing import Registry, Resource
from tests.exchange.refi.three import TEXTS, write_three
from tests.helpers import SHIPPED, edit, write

from sidebyside.exchange.annotations import write as write_annotations
from sidebyside.record import Comparison, load

SCHEMAS = Path(__file__).parent / "schemas"  # the W3C working group's own; licence beside them


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return load(write(tmp_path_factory.mktemp("annotations") / "bridge"))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return load(write_three(tmp_path_factory.mktemp("annotations") / "three"))


def exported(work: Comparison, out: Path, excerpts: int | None = None) -> dict[str, Any]:
    """The collection as another program reads it."""
    (path,) = write_annotations(work, out, excerpts)
    assert path.name == f"{work.folder.name}.annotations.jsonld"
    read: dict[str, Any] = json.loads(path.read_bytes())
    return read


def items(read: dict[str, Any]) -> list[dict[str, Any]]:
    """Its annotations."""
    found: list[dict[str, Any]] = read.get("first", {}).get("items", [])
    return found


def words(target: dict[str, Any], text: str) -> str:
    """The words that a target selects, found by the quote alone, which has to stand there once."""
    (quote,) = (one for one in target["selector"] if one["type"] == "TextQuoteSelector")
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.count(whole) == 1
    start = text.index(whole) + len(quote["prefix"])
    return text[start : start + len(quote["exact"])]


def at(target: dict[str, Any]) -> tuple[int, int]:
    """The position of a target."""
    (place,) = (one for one in target["selector"] if one["type"] == "TextPositionSelector")
    return place["start"], place["end"]


def of_source(work: Comparison, target: dict[str, Any]) -> str:
    """The text that a target is in, found by its fingerprint's title in the comparison."""
    titles = {entry.title: entry.key for entry in work.about.sources}
    return work.source(titles[target["source"]["dc:title"]]).text


@cache
def must() -> list[Draft4Validator]:
    """What every annotation must be, by the working group's tests."""
    found = {path: json.loads(path.read_text("utf-8")) for path in SCHEMAS.rglob("*.json")}
    registry: Registry[Any] = Registry().with_resources(
        (path.name, Resource.from_contents(schema)) for path, schema in found.items()
    )
    return [Draft4Validator(found[SCHEMAS / name], registry=registry) for name in named()]


def named() -> list[str]:
    """The schemas that the working group's test of all that an annotation must be names."""
    listed = json.loads((SCHEMAS / "annotations" / "annotationMusts.test").read_text("utf-8"))["assertions"]
    return list(flat(listed))


def flat(listed: list[Any]) -> Iterator[str]:
    """The names in a list of names and of lists."""
    for entry in listed:
        if isinstance(entry, str):
            yield entry
        else:
            yield from flat(entry["assertions"] if isinstance(entry, dict) else entry)


def faults(annotation: dict[str, Any]) -> list[str]:
    """The schemas that an annotation breaks."""
    return [f"{one.schema['id']}" for one in must() if not one.is_valid(annotation)]


@pytest.mark.parametrize("excerpts", [None, 0, 5])
def test_annotations_are_valid(three: Comparison, bridge: Comparison, tmp_path: Path, excerpts: int | None) -> None:
    """Each by itself, with the context of the collection, is what the working group's schemas ask for."""
    for work in (three, bridge):
        read = exported(work, tmp_path, excerpts)
        for annotation in items(read):
            assert faults({"@context": read["@context"], **annotation}) == []


def test_the_schemas_find_faults(bridge: Comparison, tmp_path: Path) -> None:
    """What is passed by all is passed by something that can fail."""
    read = exported(bridge, tmp_path)
    sound = {"@context": read["@context"], **items(read)[0]}
    assert faults({**sound, "@context": "http://example.org"})
    assert faults({**sound, "target": []})
    assert faults({**sound, "type": "Remark"})


@pytest.mark.parametrize("name", ["three", "shipped"])
def test_quotes_and_positions_lead_to_the_same_words(name: str, tmp_path: Path, three: Comparison) -> None:
    """By the quote alone, and by the position alone: every passage that the points rest on, and no other."""
    work = three if name == "three" else load(SHIPPED)
    found = set()
    for annotation in items(exported(work, tmp_path)):
        for target in annotation["target"]:
            text = of_source(work, target)
            start, end = at(target)
            assert words(target, text) == text[start:end] != ""
            found.add((text, start, end))
    assert found == {
        (work.source(place.source).text, place.start, place.end) for place in work.places if place.role == "evidence"
    }


def test_a_page_converts_positions_to_utf_16(three: Comparison, tmp_path: Path) -> None:
    """JavaScript counts an emoji as two: a page counts the code points before a place anew, and finds the words."""
    (annotation,) = (one for one in items(exported(three, tmp_path)) if one["body"][0]["value"].startswith("only"))
    (target,) = annotation["target"]
    start, end = at(target)
    text = of_source(three, target)
    units = text.encode("utf-16-le")
    first, last = (len(text[:offset].encode("utf-16-le")) // 2 for offset in (start, end))
    assert (first, last) == (start + 2, end + 2)  # two emoji stand before it
    assert units[2 * first : 2 * last].decode("utf-16-le") == "The builder is to blame"
    assert units[2 * start : 2 * end].decode("utf-16-le") != "The builder is to blame"


def test_one_annotation_for_every_two_sources(three: Comparison, tmp_path: Path) -> None:
    """Three that speak give three; each of a source's passages is a target of its own."""
    read = exported(three, tmp_path)
    sources = [tuple(target["source"]["dc:title"] for target in one["target"]) for one in items(read)]
    a, b, c = (f'What fell: "{key}" / a|b*?' for key in TEXTS)
    assert sources == [(a, b), (a, c), (b, c), (a, a, b), (c,)]
    assert read["total"] == 5
    assert len({one["id"] for one in items(read)}) == 5


def test_the_count_is_that_of_points_where_two_are_compared(tmp_path: Path) -> None:
    """No flood: of two sources, each point is one annotation."""
    work = load(SHIPPED)
    assert exported(work, tmp_path)["total"] == len(work.coded.points)


def test_what_an_annotation_says(three: Comparison, tmp_path: Path) -> None:
    """Verdict, reason, question; who, with what, when. A model is software; of others nothing is said."""
    first, *_, again, blame = items(exported(three, tmp_path))
    assert [(one["purpose"], one["value"]) for one in first["body"]] == [
        ("classifying", "conflict"),
        ("describing", "It fell once. The verdict is on A, B, C together."),
        ("questioning", "On which day did it fall?"),
    ]
    assert first["motivation"] == ["linking", "classifying"]
    assert {key: first["creator"].get(key) for key in ("type", "name", "nickname")} == {
        "type": "Software",
        "name": "A large language model",
        "nickname": "model",
    }
    assert first["generator"]["type"] == "Software"
    assert first["created"] == "2026-11-22T00:00:00Z"
    assert "type" not in again["creator"]
    assert again["creator"]["nickname"] == "Ада"
    assert blame["motivation"] == ["classifying"]
    assert "A is silent" in blame["body"][1]["value"]


def test_the_passages_of_a_source_at_odds_with_itself_are_one_annotation(bridge: Comparison, tmp_path: Path) -> None:
    """They are linked with one another."""
    (found,) = (one for one in items(exported(bridge, tmp_path)) if "inconsistent" in one["body"][0]["value"])
    assert {words(target, of_source(bridge, target)) for target in found["target"]} == {
        "40 people were hurt",
        "Nobody was hurt",
    }
    assert "linking" in found["motivation"]


def test_excerpts_shorten_words_and_leave_positions(bridge: Comparison, three: Comparison, tmp_path: Path) -> None:
    """Five words: no context, and words that stand there; none: positions alone, and they hold."""
    for most, work in [(5, bridge), (5, three), (0, three)]:
        whole, cut = (exported(work, tmp_path, excerpts) for excerpts in (None, most))
        for one, other in zip(items(whole), items(cut), strict=True):
            assert one["id"] == other["id"]
            for left, right in zip(one["target"], other["target"], strict=True):
                assert at(left) == at(right)
                start, end = at(right)
                quotes = [quote for quote in right["selector"] if quote["type"] == "TextQuoteSelector"]
                assert len(quotes) == (1 if most else 0)
                for quote in quotes:
                    assert set(quote) == {"type", "exact"}
                    assert len(quote["exact"].split()) <= most
                    assert of_source(work, right)[start:end].startswith(quote["exact"])


def test_without_points_there_is_an_empty_collection(tmp_path: Path) -> None:
    """It says that there are none, and has no page."""
    read = exported(load(write_three(tmp_path / "begun", "points: []\n")), tmp_path)
    assert read["total"] == 0
    assert "first" not in read


def test_names_stay_when_a_quote_is_mended(tmp_path: Path) -> None:
    """The same relation has the same name in every export, so a store replaces it and does not double it."""
    folder = write_three(tmp_path / "three")
    before = [one["id"] for one in items(exported(load(folder), tmp_path))]
    edit(folder, "points.yml", "The builder is to blame}", "The builder}")
    assert [one["id"] for one in items(exported(load(folder), tmp_path))] == before


# What the W3C's context (https://www.w3.org/TR/annotation-vocab/#json-ld-context) has a name for, of what is used here.
TERMS = set(
    "id type label total first startIndex items motivation creator created generator body target name nickname value "
    "format purpose source selector exact prefix suffix start end Annotation AnnotationCollection AnnotationPage "
    "Software Text TextualBody SpecificResource TextQuoteSelector TextPositionSelector linking classifying describing "
    "questioning".split()
)
PREFIXES = {"dc", "rdfs"}  # which it declares


def test_every_key_and_type_has_a_meaning_in_the_context(three: Comparison, tmp_path: Path) -> None:
    """A key that the context has no name for would be dropped by a reader of JSON-LD without a word."""

    def used(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value
            for key in ("type", "motivation", "purpose"):
                yield from [value[key]] if isinstance(value.get(key), str) else value.get(key, [])
        for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            yield from used(child)

    plain = set(used(exported(three, tmp_path))) - {"@context"}
    assert {term for term in plain if ":" not in term} <= TERMS
    assert {term.partition(":")[0] for term in plain if ":" in term} <= PREFIXES
