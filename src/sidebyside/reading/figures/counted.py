"""The thing counted is the noun after the number: its words run up to the first plural, or to a word that ends them."""

from __future__ import annotations

import re
from typing import NamedTuple

from sidebyside.reading.figures.tokens import HYPHENS, Line

# Words that no noun phrase after a number goes beyond: prepositions, pronouns, auxiliaries, adverbs of time and place.
ENDS = frozenset(
    """
    a an the this that these those its his her their our your my some any each every no another
    of in on at by for from to into with without within about above below over under after before since until till
    during through throughout across along among amid against between behind beyond beside besides near off onto out
    around toward towards upon via per than as like unlike despite including versus vs plus minus except
    and or but nor yet so if when while where which who whom whose what why how because although though whether unless
    i he she it we you they me him us them one ones itself themselves
    is are was were be been being am has have had having do does did done will would can could may might shall should
    must not n't never also only just even still already ever again once twice too very more most less least fewer
    ago later earlier away ahead apart here there now then today yesterday tomorrow soon together each respectively
    overall instead perhaps always sometimes altogether last next overseas abroad worldwide afterwards nearly almost
    said says say told added made came come comes went goes go took take takes got get gets gave give gives
    depend live left remain remains became become becomes seem seems died died killed
    """.split()
)
PLURALS = frozenset(
    """
    people men women children persons police staff personnel aircraft troops cattle sheep fish teeth feet mice geese
    media data criteria phenomena servicemen servicewomen policemen policewomen businessmen congressmen fishermen
    gunmen spokesmen crew wounded injured dead missing homeless faithful poor sick elderly unemployed youth offspring
    species series headquarters crossroads alumni nuclei bacteria bases crises analyses hypotheses policewomen lawmen
    clergymen frenchmen englishmen dutchmen irishmen airmen seamen firemen salesmen chairmen clergy works means dice
    """.split()
)
NOT_PLURAL = re.compile(r".*(?:ss|us|is|ous|ics|[’']s)|news|this|as|its|has|was|does|yes|perhaps|pays|besides|previous")
BEGINS = frozenset("more other another additional further extra new".split())
DETERMINERS = frozenset("the a an this that these those its his her their our your my such all".split())
FIXED = frozenset(
    "way wheel piece tone fold sided time off on up one some something ish odd plus man in strong".split()
)
HURT = frozenset("wounded injured dead missing homeless unemployed works means".split())
RUN = 7  # words at most


class Thing(NamedTuple):
    """The noun counted, its whole phrase, and the tokens where noun and phrase end."""

    noun: str
    phrase: str
    after: int
    phrase_after: int


def plural(word: str) -> bool:
    """A word that looks like a plural noun.

    >>> [plural(word) for word in ("laboratories", "people", "famous", "crisis")]
    [True, True, False, False]
    """
    low = word.lower()
    return low in PLURALS or (low.endswith("s") and len(low) > 2 and not NOT_PLURAL.fullmatch(low))


def counted(line: Line, j: int, single: bool = False) -> Thing | None:
    """What is counted by a number that ends before token `j`; `single` after "one" and other numbers of one.

    >>> counted(Line("Central Asian countries are"), 0).phrase, counted(Line("of its citizens when"), 0).noun
    ('Central Asian countries', 'citizens')
    >>> counted(Line("come from Asia"), 0) is None, counted(Line("rounds of talks on"), 0).phrase
    (True, 'rounds of talks')
    """
    first = partitive(line, j) if line.low(j) == "of" else j
    run = phrase(line, first)
    if single:
        head = lone(line, run)
    else:
        plurals = [k for k in run if line[k].kind == "word" and plural(line[k].text)]
        head = plurals[0] if plurals else None
        while head is not None and head + 1 in plurals and line.low(head + 1) not in HURT:
            head += 1
    if head is None:
        return None
    after = head + 1
    noun = line[head].text
    if line.low(head - 1) in HYPHENS and line.hung(head) and head - 2 >= first and not plural(noun):
        noun = line.words(head - 2, after)
    end = complement(line, after)
    return Thing(noun, line.words(first, end), after, end)


def hyphened(line: Line, j: int) -> Thing | None:
    """The noun of "two-state solution", "six-party talks", "three-point range"."""
    k = line.joined(j)
    if k == j or line[k].kind != "word" or line.low(k) in FIXED or line.low(k) in ENDS:
        return None
    return Thing(line[k].text, line[k].text, k + 1, k + 1)


def partitive(line: Line, j: int) -> int:
    """Past the "of its" of "two of its citizens"."""
    k = j + (line.low(j) == "of")
    if k == j and line.low(j) not in DETERMINERS:
        return j
    while line.low(k) in DETERMINERS and k < j + 3:
        k += 1
    return k


def phrase(line: Line, first: int) -> list[int]:
    """The tokens that may belong to the noun phrase."""
    run: list[int] = []
    j = first
    while len(run) < RUN:
        token = line[j]
        if token.kind == "word" and (
            token.low not in ENDS or token.text == "US" or (j == first and token.low in BEGINS)
        ):
            run.append(j)
        elif token.low in HYPHENS and line.hung(j) and line.hung(j + 1) and line[j + 1].kind == "word" and run:
            j += 1
            run.append(j)
        elif (
            (token.low in ("and", ",") and run and goes_on(line, j, run))
            or (token.kind == "number" and in_a_name(line, j, first))
            or (token.low in ("“", '"', "‘") and token.gap and not run)
        ):
            pass
        else:
            break
        j += 1
    return run


def in_a_name(line: Line, j: int, first: int) -> bool:
    """A number among the words counted: "two new 737 Max jets", "63,000 Model 3 sedans", "eight 250ml bottles"."""
    before, behind = line[j - 1], line[j + 1]
    if line.hung(j + 1) and behind.kind == "word":
        return True
    return j > first and before.kind == "word" and (behind.text[:1].isupper() or before.text[:1].isupper())


def goes_on(line: Line, j: int, run: list[int]) -> bool:
    """ "Kia and Hyundai vehicles", "single, closed meeting": the noun is still to come, and comes soon."""
    if any(plural(line[k].text) for k in run) or line[j + 1].kind != "word" or line.low(j + 1) in ENDS:
        return False
    return any(plural(line[k].text) for k in (j + 1, j + 2, j + 3) if line.low(k) not in ENDS) and len(run) < 3


def lone(line: Line, run: list[int]) -> int | None:
    """The head of a singular phrase: its last word before a participle or an adverb."""
    head = None
    for k in run[:5]:
        if k > run[0] and line.low(k).endswith(("ed", "ing", "ly")) and line.low(k) not in LY_NOUNS:
            break
        if k > run[0] and plural(line[k].text):
            break  # "one man says": the word in -s is the verb
        head = k
    return head


LY_NOUNS = frozenset("quarterly monthly weekly daily yearly hourly early elderly family assembly supply ally".split())
LY_NOUNS |= frozenset("king ring wing meeting building hearing bombing shooting killing seed bed hundred".split())


def complement(line: Line, after: int) -> int:
    """Where the phrase ends if an "of" follows: "rounds of talks"."""
    if line.low(after) != "of":
        return after
    k = after + 1
    while line.low(k) in DETERMINERS and k < after + 3:
        k += 1
    run = phrase(line, k)
    plurals = [r for r in run if plural(line[r].text)]
    if plurals:
        return plurals[0] + 1
    return min(run[-1], k + 2) + 1 if run else after
