"""A file against its model: every problem at once, each with its line, what was found and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sidebyside.record.yaml_file import YamlFile

M = TypeVar("M", bound=BaseModel)


def checked(file: YamlFile, model: type[M]) -> M | None:
    """The file as its model, or None with the reasons among the file's problems."""
    if file.data is None and file.problems:
        return None
    try:
        return model.model_validate(file.data if file.data is not None else {})
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            if fault["input"] is None:
                continue  # only what the reader refused is None, and it has said so
            path = tuple(step for step in fault["loc"] if step != "[key]")
            file.problem(*in_words(dict(fault), path, file), *path)
        return None


def entries(file: YamlFile, name: str, model: type[M]) -> Iterator[tuple[int, M]]:
    """(number, entry) of those entries of a list that are right by themselves: a bad one hides no other's faults."""
    listed = file.data.get(name) if isinstance(file.data, dict) else None
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        try:
            yield number, model.model_validate(entry)
        except ValidationError:
            continue  # `checked` has said what is wrong with it


def twice(file: YamlFile, keys: Iterable[tuple[str | int, ...]]) -> None:
    """Notes each key that is used a second time."""
    seen: set[str | int] = set()
    for *path, key in keys:
        if key in seen:
            file.problem(f'"{key}" is used twice', "Give each its own", *path)
        seen.add(key)


def in_words(fault: dict[str, Any], path: tuple[str | int, ...], file: YamlFile) -> tuple[str, str]:
    """(what was found, what would be right) for one of pydantic's faults."""
    where, found = spelled(path), fault.get("input")
    short = f'"{found}"' if isinstance(found, str | int | float) else f"a {type(found).__name__}"
    context = fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            return f"{where} is missing", "Add it"
        case "extra_forbidden":
            return f"{where} is not a field that is known here", "Remove it, or mend its spelling"
        case "one_of":
            allowed = list(context["allowed"])
            near = get_close_matches(str(found), allowed, 1)
            hint = f'Did you mean "{near[0]}"? ' if near else ""
            return f"{where} is {short}", f"{hint}Use one of: {', '.join(allowed)}"
        case "string_pattern_mismatch":
            return f"{where} is {short}", f"It has to look like {context['pattern']}"
        case "string_too_short":
            return f"{where} is empty", "Fill it in, or remove the field if it may be left out"
        case _:
            return f"{where} is {short}", str(fault["msg"])


def spelled(path: Iterable[str | int]) -> str:
    """A path of keys as one reads it; positions count from 1.

    >>> spelled(("points", 0, "positions", "A", "says"))
    'points 1, positions, A, says'
    """
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1:] = [f"{words[-1] if words else 'entry'} {step + 1}"]
        else:
            words.append(step)
    return ", ".join(words) or "the file"
