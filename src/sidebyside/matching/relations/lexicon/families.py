"""Words that say the same in a statement of fact: families whose members replace each other without a contradiction."""

from __future__ import annotations

FAMILIES = """
say tell state report declare announce note remark mention add explain reveal disclose express
claim argue maintain assert contend insist allege
think believe consider hold reckon feel
expect anticipate project predict forecast foresee estimate
begin start commence launch initiate undertake
end finish conclude close complete wrap
buy purchase acquire procure
use employ utilize utilise apply
help assist aid support
show demonstrate illustrate present exhibit display
increase rise grow climb expand gain jump surge escalate augment improve raise boost
decrease fall decline drop reduce lower lessen diminish curtail cut shrink dip
get obtain receive gain acquire
make create produce build construct develop design
need require requirement necessity demand want
discuss talk chat converse debate deliberate
investigation inquiry probe examination
kill slay murder
injure wound hurt
sick ill unwell
big large huge giant vast
small little tiny
important crucial vital essential significant key
several various different multiple numerous
difficult hard challenging tough
easy simple effortless
attack assault strike raid
meeting conference gathering session
road street route
car vehicle automobile
company firm business corporation enterprise
agreement deal accord pact
talks negotiation
weapon arm armament
soldier troop serviceman
money fund cash
people person individual
child kid
because due owing since as
also additionally furthermore moreover
however but nevertheless nonetheless though although yet
while whilst whereas
before prior earlier
after following later
exceed surpass top
below under
above over
choose select pick
allow permit enable let
try attempt seek
keep maintain retain preserve
happen occur
die perish
leave depart
arrive reach
"""


def families(table: str) -> dict[str, frozenset[int]]:
    """Of each word the numbers of the rows it stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(table.split("\n")):
        for word in row.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found


OF = families(FAMILIES)


def alike(one: str, other: str) -> bool:
    """Whether two lemmas say the same: they are equal, or some family holds both.

    >>> alike("buy", "purchase"), alike("buy", "sell")
    (True, False)
    """
    return one == other or bool(OF.get(one, frozenset()) & OF.get(other, frozenset()))
