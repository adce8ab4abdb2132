"""A correction of the machine's reading is proven like any quote, then written to corrections.yml at once."""

from __future__ import annotations

from datetime import date

import yaml

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record.comparison import Comparison
from sidebyside.record.loading import Loading, load
from sidebyside.record.yaml_file import LOADER, YamlFile
from sidebyside.texts import QuoteFinder, read_text
from sidebyside.texts.files import write_whole

NAME = "corrections.yml"
HEAD = """\
# Where a person set the machine's reading right. Each entry hangs on its words and wins over any later reading of them.
corrections:
"""


def correct(
    work: Comparison, table: str, passage: str, quote: str, because: str, by: str = "", **fields: object
) -> Comparison:
    """Sets right what the machine read at a quote and keeps it; gives the comparison with the correction in it.

    `table` is dates, figures, voices, names, themes or claims; `fields` are columns of that table, or `drop=True` to
    take the item out of it. Words at which the machine read nothing become a new item. Raises ComparisonError, with
    nothing written, where the quote is not in the passage or a field is not one of the table's.
    """
    entry = {"table": table, "passage": passage, "quote": quote, **fields, "because": because}
    entry |= ({"by": by} if by else {}) | {"on": date.today().isoformat()}
    problems = wrong(work, entry)
    path = work.folder / NAME
    before = read_text(path)[0] if path.exists() else HEAD
    after = before.rstrip("\n") + "\n" + item(entry)
    if not problems and counted(after) != (counted(before) or 0) + 1:
        mend = "Give each entry a line of its own, two spaces and a dash before it"
        problems = [Problem(NAME, 0, "cannot be added to as it is written", mend)]
    if problems:
        raise ComparisonError(NAME, problems)
    write_whole(path, after)
    return load(work.folder)


def wrong(work: Comparison, entry: dict[str, object]) -> list[Problem]:
    """What speaks against a correction: what a load of it would say."""
    loading = Loading(work.folder)
    loading.keys, loading.finders = work.keys, {source.key: QuoteFinder(source) for source in work.texts}
    file = YamlFile(NAME, {"corrections": [entry]})
    list(loading.corrected(file))
    return file.problems


class Plain(yaml.SafeDumper):
    """Writes each value as the words that it is: whoever reads the file takes none for a date or a switch."""

    yaml_implicit_resolvers: dict[str, list[object]] = {}  # noqa: RUF012


def plain(entry: dict[str, object]) -> dict[str, str]:
    """The fields as words.

    >>> plain({"value": 5, "drop": True})
    {'value': '5', 'drop': 'true'}
    """
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in entry.items()}


def item(entry: dict[str, object]) -> str:
    """An entry as an item of a list in YAML, indented by two."""
    words = yaml.dump([plain(entry)], Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000)
    return "".join(f"  {line}\n" for line in words.splitlines())


def counted(text: str) -> int | None:
    """How many corrections a file of that text holds; None where it is no list of them."""
    try:
        data = yaml.load(text, Loader=LOADER)
    except yaml.YAMLError:
        return None
    listed = data.get("corrections", ()) if isinstance(data, dict) else None
    return 0 if listed in (None, "") else len(listed) if isinstance(listed, list) else None
