"""The names of one or of many sources: every mention under one name throughout, with how its words lead there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sidebyside.reading.frames import MENTIONS, NAMES, PLACE
from sidebyside.reading.names.clusters import Clusters
from sidebyside.reading.names.countries import CAPITALS, SEATS
from sidebyside.reading.names.cues import HEAD_TYPES, PARTICLES
from sidebyside.reading.names.forms import form, key
from sidebyside.reading.names.how import how
from sidebyside.reading.names.initials import is_short
from sidebyside.reading.names.mention import TYPES
from sidebyside.reading.names.persons import persons
from sidebyside.reading.names.short import LED_BACK, LISTED_PLACES, Short, is_initial, only
from sidebyside.reading.names.spelling import pairs

READ = ["source", "passage", "start", "quote", "type", "title", "setting", "name", "how"]
ROUNDS = 10  # one merge can make way for another: two rounds are the rule, three rare
COUNTRY_OF = {key(capital): country for capital, country in CAPITALS.items()}
HOUSES = frozenset(key(seat) for seat in SEATS)
NO_ALIASES: Mapping[str, Sequence[str]] = {}


def merged(
    mentions: pd.DataFrame, aliases: Mapping[str, Sequence[str]] = NO_ALIASES, capitals: bool = True
) -> pd.DataFrame:
    """One row of NAMES a mention, in the order given, from rows of MENTIONS or of NAMES, of one source or of many.

    `aliases` maps a name to the others it goes by and wins over every rule. `capitals` lets a capital or a seat of
    government stand for its country where it acts or thinks, never where something is there. Which source comes first
    decides nothing, and merging what is merged already changes nothing.
    """
    given = {key(form(word)): name for name, others in aliases.items() for word in others}
    listed = given | {key(form(name)): name for name in aliases}
    found = once(filled(mentions), listed, capitals)
    for _ in range(ROUNDS):
        again = once(filled(found), listed, capitals)
        if again.equals(found):
            break
        found = again
    return found


def filled(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of a mention and of a name; what a table lacks, or leaves open, is empty."""
    whole = table.reindex(columns=[*MENTIONS, "name", "how"], fill_value="").astype(object)
    return whole.where(whole.notna(), "")


@dataclass(frozen=True, slots=True)
class Row:
    """A mention on its way: `word` is what it is taken for so far, `words` what stands in the text."""

    source: str
    passage: str
    start: int
    words: str
    word: str
    key: str
    type: str
    sure: bool  # an office before it, or merged before
    place: bool  # something is there
    named: bool  # merged before
    fixed: bool  # by the list of aliases or the rule of capitals: goes no further
    rule: bool


def once(table: pd.DataFrame, listed: Mapping[str, str], capitals: bool) -> pd.DataFrame:
    """One round: names written alike are joined, then short names are led to full ones, then each is named."""
    cells = zip(*(table[column].tolist() for column in READ), strict=True)
    rows = [row_of(*row, listed=listed, capitals=capitals) for row in cells]
    kinds = kinds_of(rows)
    clusters = joined(rows, kinds, listed)
    short = short_names(rows, table["short_for"].tolist(), kinds, clusters)
    ends = led(rows, kinds, clusters, short)
    types = types_of(rows, ends, clusters, short)
    names = named(rows, ends, types, clusters, listed)
    told = []
    for row, end in zip(rows, ends, strict=True):
        name, kind = names[end], types[end]
        by_list = row.fixed and not row.rule and key(row.words) != key(name)
        told.append((name, kind, "rule" if row.rule else "alias" if by_list else how(row.words, name, kind)))
    result = table[list(PLACE)].reset_index(drop=True)
    result[["name", "type", "how"]] = pd.DataFrame(told, columns=["name", "type", "how"], dtype=object)
    return result[list(NAMES)]


def row_of(
    source: str, passage: str, start: int, quote: str, kind: str, title: str, setting: str, name: str, via: str,
    *, listed: Mapping[str, str], capitals: bool,
) -> Row:  # fmt: skip
    """A mention, with what the lists say of it at once."""
    words = form(quote)
    word = name or words
    rule = bool(capitals and via == "rule" and name)
    if via == "rule" and not rule:
        word = words
    by_list = listed.get(key(words)) or listed.get(key(word))
    if by_list is None and capitals and not name and kind in ("place", "") and key(words) in COUNTRY_OF:
        rule = setting == "acts" or (key(words) in HOUSES and setting != "place")
        word = COUNTRY_OF[key(words)] if rule else word
        by_list = listed.get(key(word))
    elif by_list is not None:
        rule = False
    word = by_list or word
    return Row(
        source, passage, start, words, word, key(word), kind, bool(title), setting == "place", bool(name),
        by_list is not None or rule, rule,
    )  # fmt: skip


def kinds_of(rows: Sequence[Row]) -> dict[str, str]:
    """The type that most mentions of a folded name have; "" where none has one."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        votes[row.key][row.type] += 1
        votes[row.key]["person"] += row.sure
    return {name: majority(found) for name, found in votes.items()}


def majority(votes: Mapping[str, int]) -> str:
    """The commonest type; of equals, the first in the list of TYPES."""
    order = [*TYPES, ""]
    found = [k for k in order if k and votes.get(k)]
    return max(found, key=lambda k: (votes[k], -order.index(k))) if found else ""


def joined(rows: Sequence[Row], kinds: Mapping[str, str], listed: Mapping[str, str]) -> Clusters:
    """Names that are one in whatever source they stand: persons in full, spellings, a people's plural."""
    clusters = Clusters(key(name) for name in listed.values())
    full = sorted(name for name, kind in kinds.items() if kind == "person" and in_full(name))
    for group in persons(full):
        for name in group[1:]:
            clusters.join(group[0], name)
    longer: dict[str, set[str]] = defaultdict(set)
    for name in full:
        longer[name.rpartition(" ")[0]].add(clusters.find(name))
    for name in full:  # Ashraf Ghani, Ashraf Ghani Ahmadzai
        whole = only(longer.get(name, ())) if not is_initial(name) else None
        if whole is not None:
            clusters.join(name, whole)
    others = [name for name, kind in kinds.items() if kind != "person" and not name.startswith("=")]
    for one, other in pairs(others):
        if kinds[one] == kinds[other] or "" in (kinds[one], kinds[other]):
            clusters.join(one, other)
    for name in others:
        if kinds[name] == "group" and name + "s" in kinds:
            clusters.join(name, name + "s")
        if len(name) > 3 and "=" + name in kinds:  # Nato, NATO
            clusters.join(name, "=" + name)
    return clusters


def in_full(name: str) -> bool:
    """Whether a folded name has several words, and is no surname with a particle: Virgil van Dijk, but not Van Dijk."""
    return " " in name and name.split()[0] not in PARTICLES


def short_names(rows: Sequence[Row], told: Sequence[str], kinds: Mapping[str, str], clusters: Clusters) -> Short:
    """Where short names may lead to, from the full names that stand in the sources."""
    short = Short()
    seen: set[tuple[str, str]] = set()
    for row, long in zip(rows, told, strict=True):
        if long and key(form(long)) in kinds:
            short.tell(row.source, row.key, clusters.find(key(form(long))))
        if (row.source, row.key) in seen or not in_full(row.key):
            continue
        seen.add((row.source, row.key))
        if kinds[row.key] == "person":
            short.add_person(row.source, row.key, clusters.find(row.key))
        else:
            short.add_name(row.source, row.key, row.word, kinds[row.key], clusters.find(row.key))
    return short


def led(rows: Sequence[Row], kinds: Mapping[str, str], clusters: Clusters, short: Short) -> list[str]:
    """The cluster of every row. Rows are walked in reading order: a shared surname is that of the nearest before."""
    order = sorted(range(len(rows)), key=lambda i: (rows[i].source, rows[i].start))
    ends = [""] * len(rows)
    met: dict[str, tuple[str, int]] = {}
    source = ""
    for at, i in enumerate(order):
        row = rows[i]
        if row.source != source:
            met, source = {}, row.source
        own = clusters.find(row.key)
        end = own if row.fixed else (target(row, kinds, short, met) or own)
        met[end] = (row.passage, at)
        ends[i] = end
    return ends


def target(row: Row, kinds: Mapping[str, str], short: Short, met: Mapping[str, tuple[str, int]]) -> str | None:
    """The cluster that a short name leads to, if it leads anywhere."""
    if row.key.startswith("="):
        return short.initialled(row.source, row.key)
    if row.type in ("person", "organisation", "place", "") and may_be_person(row):
        candidates, own = short.person(row.source, row.key, kinds[row.key])
        if candidates:
            if own and row.named:
                return None
            return only(candidates) or nearest(candidates, met)
    if kinds[row.key] in LED_BACK:
        before = {c for c in short.ends[row.source].get(row.key, set()) if c in met}
        return only(before) if len(short.ends[row.source].get(row.key, set())) == 1 else None
    return None


def may_be_person(row: Row) -> bool:
    """Whether a short name may be a person's: no country, no city something is in, no word like Congress."""
    if row.type == "person":
        return True
    return row.key not in LISTED_PLACES and not row.place and row.key not in HEAD_TYPES


def nearest(candidates: set[str], met: Mapping[str, tuple[str, int]]) -> str | None:
    """The candidate met last, unless another stands in the same passage."""
    last = sorted(((met[c][1], met[c][0], c) for c in candidates if c in met), reverse=True)
    if not last or (len(last) > 1 and last[0][1] == last[1][1]):
        return None
    return last[0][2]


def named(
    rows: Sequence[Row], ends: Sequence[str], types: Mapping[str, str], clusters: Clusters, listed: Mapping[str, str]
) -> dict[str, str]:
    """One name a cluster: the listed one, or the commonest of those that are full; a people's in the plural."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row, end in zip(rows, ends, strict=True):
        counts[end][row.word] += clusters.find(row.key) == end
    canonical = {key(form(name)): name for name in listed.values()}
    names = {}
    for end, words in counts.items():
        by_list = clusters.listed(end)
        if types[end] == "group" and any(w.endswith("s") for w in words):
            words = Counter({w: count for w, count in words.items() if w.endswith("s")})
        names[end] = canonical[by_list] if by_list in canonical else max(words, key=lambda w: rank(w, words[w]))
    return names


def rank(words: str, count: int) -> tuple[bool, bool, bool, int, int, str]:
    """What makes a way of writing a name the one to show; the largest is best."""
    return (count > 0, not is_short(words), not is_initial(key(words)), count, len(words), words)


def types_of(rows: Sequence[Row], ends: Sequence[str], clusters: Clusters, short: Short) -> dict[str, str]:
    """One type a cluster: that of most of its mentions in full; a surname that two share is a person's all the same."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row, end in zip(rows, ends, strict=True):
        if clusters.find(row.key) == end:
            votes[end][row.type] += 1
            votes[end]["person"] += row.sure or (may_be_person(row) and row.key in short.surnames[row.source])
    return {end: majority(votes[end]) or "organisation" for end in set(ends)}
