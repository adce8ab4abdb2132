"""What two statements in words of their own stand in: a few rules over what was read, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sidebyside.matching.apart import days_apart, fixed, values_apart
from sidebyside.matching.fate import fate_of, one_fate
from sidebyside.matching.grounds import given
from sidebyside.matching.lengths import lengths_apart
from sidebyside.matching.pair import Held, one_deed, quoted
from sidebyside.matching.relations.frames import EMPTY, quality
from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.lexicon.opposites import opposed
from sidebyside.matching.told import PERCEIVING, Row, Said, Told
from sidebyside.reading.dates import Date
from sidebyside.reading.frames import CERTAINTIES
from sidebyside.wording import listed

ALIKE = 0.75  # cosine of whole statements: from here on they may say the same
SAME = 0.65  # cosine of clauses: from here on they may tell the same facts ...
WHOLE = 0.6  # ... where the whole statements come as near, or have two rare things in common
FIRST = 4  # partners of a statement that may tell what it tells; the others are on the same subject
PARTIES = frozenset(["place", "organisation", "group", "person"])
COUNTED = frozenset(["count", "money", "per cent", "number", "measure"])


class Found(NamedTuple):
    """A verdict with its reason."""

    verdict: str
    reason: str


Rule = Callable[[Held], Iterator[Found]]


def standing(pair: Held) -> Iterator[Found]:
    """One asserts a claim, or has it as someone's word, that the other holds back or has as denied or feared.

    Where someone says it in the one and someone denies it in the other, that is a conflict.
    """
    if days_apart(pair.a.rows["dates"], pair.b.rows["dates"]):
        return
    for x, y in pair.claims:
        if differ("asserted", x, y) or (differ("denied", x, y) and not (x.referred or y.referred)):
            one, other = (put(name, said) for name, said in zip(pair.names, (x, y), strict=True))
            first, second = (other, one) if weight_of(x) > weight_of(y) else (one, other)
            yield Found("conflict" if gainsays(x, y) else "certainty", f"{first}; {second}")


def differ(certainty: str, x: Said, y: Said) -> bool:
    """Whether that is the certainty of just one of two claims."""
    return (x.certainty == certainty) != (y.certainty == certainty)


def weight_of(said: Said) -> int:
    """The place of a certainty among CERTAINTIES: what is asserted is told first."""
    return list(CERTAINTIES).index(said.certainty)


def gainsays(x: Said, y: Said) -> bool:
    """Whether it is someone's word in the one, and someone's in the other, that it is so and that it is not."""
    return bool(x.who and y.who) and {x.certainty, y.certainty} == {"attributed", "denied"}


def put(name: str, said: Said) -> str:
    """How a side puts a claim."""
    words = quoted(said.words)
    if said.certainty == "asserted":
        return f"{name} asserts it ({words})"
    if said.how in PERCEIVING:
        return f"{name} has it as what {said.who} {said.how} ({words})"
    if said.certainty == "denied":
        return f"{name} has it as denied{f' by {said.who}' if said.who else ''} ({words})"
    if said.certainty == "hedged":
        return f"{name} holds back{f', with “{said.cues}”' if said.cues else ''} ({words})"
    return f"{name} reports it as {f'the word of {said.who}' if said.who else 'the word of others'} ({words})"


def parties(pair: Held) -> Iterator[Found]:
    """Both name at least two of the same parties to a thing, and either or both name more."""
    a, b = (takers(told) for told in (pair.a, pair.b))
    both = (a & b) - pair.common
    only_a, only_b = sorted(a - b - pair.common), sorted(b - a - pair.common)
    if len(both) >= 2 and (only_a or only_b):
        extra = [
            f"only {name} {listed(names)}"
            for name, names in zip(pair.names, (only_a, only_b), strict=True)
            if names
        ]  # fmt: skip
        yield Found("detail", f"both name {listed(sorted(both))}, {' and '.join(extra)}")


def takers(told: Told) -> frozenset[str]:
    """The parties that a statement names."""
    return frozenset(row["name"] for row in told.rows["names"] if row["type"] in PARTIES)


def figures(pair: Held) -> Iterator[Found]:
    """Two figures of the same thing, whose values cannot both be exact."""
    for f in pair.a.rows["figures"]:
        for g in pair.b.rows["figures"]:
            things = thing_of(f)
            both = sorted(things.keys() & thing_of(g).keys())
            one_kind = f["kind"] == g["kind"] and f["kind"] in COUNTED
            if both and one_kind and values_apart(f, g) and one_fate(told_of(pair.a, f), told_of(pair.b, g)):
                of = listed([things[thing] for thing in both])
                one, other = pair.names
                yield Found("detail", f"of {of}, {one} has {quoted(f['quote'])}, {other} {quoted(g['quote'])}")


def told_of(told: Told, figure: Row) -> str:
    """What a statement has befall the things that a figure counts, in a word."""
    return fate_of(told.statement.tokens, figure["start"] - told.start)


def thing_of(figure: Row) -> dict[str, str]:
    """The words for what is counted, by what they are compared by."""
    words = [word for word in figure["of"].split() if len(word) > 3]
    words += [figure["unit"]] * (figure["kind"] == "count" and figure["unit"] != "")
    return {word.lower().rstrip("s"): word for word in words}


def dates(pair: Held) -> Iterator[Found]:
    """One deed, and no date of the one side falls within a date of the other."""
    for x, y in pair.claims:
        a, b = dated(pair.a, x), dated(pair.b, y)
        if days_apart(a, b):
            one, other = pair.names
            yield Found("detail", f"{one} dates it {quoted(a[0]['quote'])}, {other} {quoted(b[0]['quote'])}")


def dated(told: Told, said: Said) -> list[Row]:
    """The dates that stand in a claim's clause and are fixed at either end."""
    at = told.start + told.words.find(said.words)
    return [row for row in told.rows["dates"] if at <= row["start"] < at + len(said.words) and fixed(row)]


def lengths(pair: Held) -> Iterator[Found]:
    """One deed, of which each side gives one length of time, and not the same."""
    for x, y in pair.claims:
        a, b = (lasting(told, said) for told, said in ((pair.a, x), (pair.b, y)))
        if len(a) == len(b) == 1 and lengths_apart(*a[0], *b[0]):
            one, other = pair.names
            yield Found("detail", f"of the length of time, {one} has {quoted(a[0][1])}, {other} {quoted(b[0][1])}")


def lasting(told: Told, said: Said) -> list[tuple[Date, str]]:
    """The lengths of time that stand in a claim's clause, each with its words."""
    at = told.words.find(said.words)
    found = (date for date in told.statement.dates if at <= date.start < at + len(said.words))
    return [(date, told.words[date.start : date.end]) for date in found if date.type == "DURATION"]


def grounds(pair: Held) -> Iterator[Found]:
    """Both tell the same; one gives a cause, an aim or a judgement where the other gives none, or another kind."""
    if not same_facts(pair):
        return
    a, b = (given(told) for told in (pair.a, pair.b))
    if a.keys() != b.keys():
        says = [
            f"{name} gives {listed([f'{ground} ({quoted(word)})' for ground, word in found.items()])}"
            if found
            else f"{name} none"
            for name, found in zip(pair.names, (a, b), strict=True)
        ]
        first, second = says if a else says[::-1]
        yield Found("framing", f"both speak of {pair.of}; {first}, {second}")


def same_facts(pair: Held) -> bool:
    """Whether two statements seem to tell the same facts, each in its way: none has many that are nearer to it."""
    if pair.turn > FIRST or pair.near["clauses"] < SAME:
        return False
    return len(pair.shared) >= (1 if pair.near["meaning"] >= WHOLE else 2)


def the_same(pair: Held) -> Iterator[Found]:
    """Whole statements alike, and put alike, with a claim in common or a name that tells them from others.

    Of statements that have nothing but words in common, that they agree is no more than a guess; and no two agree that
    tell other deeds, or give other figures of one thing.
    """
    told = pair.claims or frozenset(pair.shared) & pair.names_in
    if pair.near["meaning"] >= ALIKE and len(pair.shared) >= 2 and told and like_deeds(pair) and not other_values(pair):
        yield Found("agree", f"both speak of {pair.of}, and nothing that was read sets them apart")


def like_deeds(pair: Held) -> bool:
    """Whether something that the one tells is something that the other tells, or either tells of no deed."""
    a, b = (deeds(told) for told in (pair.a, pair.b))
    return not (a and b) or any((one_deed(x, y) or alike(x, y)) and not opposed(x, y) for x in a for y in b)


def deeds(told: Told) -> set[str]:
    """The predicates of a statement that say something; of a copula, the quality that it brings."""
    said = told.statement
    handing_on = {said.tokens[number].start for number in said.telling}
    claims = [claim for claim in said.claims if claim.certainty.start not in handing_on]
    return {quality(said.tokens, claim.certainty.start) or claim.arguments.predicate for claim in claims} - EMPTY


def other_values(pair: Held) -> bool:
    """Whether two figures of one thing have nothing in common, whatever is told of it."""
    return any(
        f["kind"] == g["kind"] and thing_of(f).keys() & thing_of(g).keys() and values_apart(f, g)
        for f in pair.a.rows["figures"]
        for g in pair.b.rows["figures"]
    )


RULES: tuple[Rule, ...] = (standing, figures, dates, lengths, parties, grounds, the_same)


def verdicts_of(pair: Held) -> list[Found]:
    """What the rules find, the first deciding."""
    return [found for rule in RULES for found in rule(pair)]
