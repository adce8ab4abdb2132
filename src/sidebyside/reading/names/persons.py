"""Two full names are one person's when their surnames agree and no first name gainsays it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sidebyside.reading.names.cues import PARTICLES
from sidebyside.reading.names.forms import skeleton
from sidebyside.reading.names.spelling import respelt

# Short forms of first names, one line a name: the short ones stand for the first.
SHORT_FORMS = """
alexander alex aleksandr sasha
andrew andy
anthony tony
antony tony
benjamin ben
charles charlie chuck
christopher chris
daniel dan danny
david dave
dmitry dmitri dmitriy dima
donald don
edward ed eddie ted
elizabeth liz beth betty
eugene gene evgeny yevgeny
frederick fred
gregory greg
james jim jimmy
jeffrey jeff
jennifer jen
john jack
joseph joe
katherine kate kathy
kenneth ken
lawrence larry
margaret maggie peggy
matthew matt
michael mike mick mikhail
mohammed muhammad mohamed mohammad
nicholas nick nikolai nikolay
patrick pat
peter pete
philip phil
richard rick dick
robert bob bobby rob
ronald ron
samuel sam
sergei sergey serguei
stephen steve steven
susan sue
theodore ted
thomas tom tommy
timothy tim
vladimir volodya
william bill billy will
"""
SHORT = {short: line.split()[0] for line in SHORT_FORMS.strip().splitlines() for short in reversed(line.split())}
SUFFIXES = frozenset("jr sr ii iii iv".split())


def given_and_surname(name: str) -> tuple[tuple[str, ...], str]:
    """First names and surname of a folded name, particles with the surname, without Jr. and the like.

    >>> given_and_surname("n g stoletov"), given_and_surname("ludwig van beethoven")
    ((('n', 'g'), 'stoletov'), (('ludwig',), 'van beethoven'))
    """
    words = name.split()
    while len(words) > 2 and words[-1] in SUFFIXES:
        words = words[:-1]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return tuple(words[:first]), " ".join(words[first:])


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether first names can be one person's: equal, short form, initial or respelt, or a middle name left out.

    >>> agree(("mike",), ("michael", "r")), agree(("bill",), ("hillary",)), agree(("g", "w"), ("george", "h"))
    (True, False, False)
    """
    if not one or not other or not alike(one[0], other[0]):
        return False
    middles, others = one[1:], other[1:]
    if len(middles) > len(others):
        middles, others = others, middles
    at = 0
    for middle in middles:
        while at < len(others) and not alike(middle, others[at]):
            at += 1
        if at == len(others):
            return False
        at += 1
    return True


def alike(one: str, other: str) -> bool:
    """Whether two first names are the same, one the other's initial, short form or spelling."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other or SHORT.get(one, one) == SHORT.get(other, other) or respelt(one, other, 5)


def persons(names: Iterable[str]) -> list[list[str]]:
    """Folded full names, grouped by person: the fullest first; a name that fits two persons stays by itself."""
    blocks: dict[tuple[str, str], list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for name in names:
        given, surname = given_and_surname(name)
        first = SHORT.get(given[0], given[0]) if given else ""
        blocks[skeleton(surname.rsplit(" ", 1)[-1]), first[:1]].append((given, surname, name))
    groups: list[list[str]] = []
    for _, block in sorted(blocks.items()):
        block.sort(key=lambda n: (-sum(len(g) > 1 for g in n[0]), -len(n[0]), -len(n[2]), n[2]))
        found: list[list[tuple[tuple[str, ...], str, str]]] = []
        for entry in block:
            fit = [g for g in found if all(fits(entry, member) for member in g)]
            if len(fit) == 1:
                fit[0].append(entry)
            else:
                found.append([entry])
        groups += [[name for _, _, name in group] for group in found]
    return groups


def fits(one: tuple[tuple[str, ...], str, str], other: tuple[tuple[str, ...], str, str]) -> bool:
    """Whether surname and first names agree."""
    return (one[1] == other[1] or respelt(one[1], other[1], 5)) and agree(one[0], other[0])
