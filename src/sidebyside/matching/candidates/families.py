"""Predicates that tell of one kind of deed, from whichever side: who gives and who gets speak of one gift."""

from __future__ import annotations

# A family a line. Opposites stand together: "rose" and "fell" answer the same question.
FAMILIES = """
    give provide supply deliver transfer send ship hand arm equip furnish donate receive get obtain accept
    support back help assist aid bolster sponsor
    pay fund finance spend invest subsidise subsidize lend loan owe
    buy purchase sell trade export import
    meet talk negotiate discuss consult convene host visit mediate
    agree sign ratify conclude approve endorse adopt reject refuse decline veto oppose
    accuse allege blame charge claim sue deny dismiss dispute admit confess
    fear worry threaten endanger menace warn
    attack strike bomb raid shell shoot fire hit assault ambush bombard
    kill murder slay assassinate die wound injure hurt
    arrest detain seize capture custody jail imprison sentence convict acquit release free pardon
    rise grow increase climb soar surge jump expand double fall drop decrease decline shrink plunge reduce cut
    win defeat beat lose fail succeed
    begin start launch open resume end stop close halt cease finish suspend
    enter arrive invade occupy deploy leave withdraw exit depart retreat evacuate return
    appoint name hire nominate elect choose pick select dismiss sack replace resign retire quit
    build construct found create establish destroy demolish damage collapse
    recognise recognize acknowledge
    investigate inquire probe examine
    announce unveil reveal disclose publish
    ban forbid prohibit bar permit allow legalise legalize
""".split("\n")

FAMILY = {verb: family.split()[0] for family in reversed(FAMILIES) for verb in family.split()}

# What is said of almost anything, and nothing about what is said.
LIGHT = frozenset(
    "be have do make take say tell add note state ask call go come see think believe know want can use seem become "
    "include continue keep let put need show".split()
)


def family(predicate: str) -> str:
    """The family's first verb, the predicate itself where no family has it, "" where it says next to nothing.

    >>> family("deliver"), family("paint"), family("say")
    ('give', 'paint', '')
    """
    return "" if predicate in LIGHT else FAMILY.get(predicate, predicate)
