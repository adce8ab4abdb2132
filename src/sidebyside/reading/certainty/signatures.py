"""What a word makes of the clause or the event it governs: a table, one row a group, each with its reason.

A row gives the degree of the inner clause if the word itself is so, and if it is not: `manage` 3 and -3, `fail` -3
and 3, `know` 3 and 3, `say` 3 and 0. After Karttunen, "Implicative verbs", Language 47 (1971), and "Simple and phrasal
implicatives", *SEM (2012). The frames are the shapes a clause can have: `that` (finite), `to`, `ing`, `bare` (he saw
it fall; he asks that it fall), `noun` (an event named by a noun), `from` (kept from it), `whether` (an indirect
question).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Signature(NamedTuple):
    """One row: what is passed down if so and if not, what the word does, the mood it gives, whose word it makes it."""

    does: str
    if_so: int
    if_not: int
    frames: str
    words: str
    why: str
    reported: bool = False
    mood: str = ""


VERBS = [
    Signature("asserts", 3, -3, "to ing", """manage bother remember happen dare get proceed succeed deign condescend
        serve come""", "done if so, not done if not"),
    Signature("asserts", 3, -3, "bare ing", "see hear watch feel notice observe have make", "seen or brought about"),
    Signature("asserts", 3, -3, "to ing noun", """begin start continue resume keep finish launch conduct carry
        complete hold stage""", "a phase of the thing is the thing"),
    Signature("asserts", 3, 0, "to ing noun", """force cause lead oblige compel prompt drive induce trigger provoke
        spur coerce convince persuade help result""", "made to happen; if not made to, it may still happen"),
    Signature("allows", 2, -3, "to ing noun bare", "allow permit enable let authorize authorise entitle empower",
        "what is allowed is mostly done, what is not allowed is not"),
    Signature("denies", -3, 3, "to", "fail neglect forget omit", "not done if so, done if not"),
    Signature("denies", -3, 0, "to noun", "refuse decline", "not done; but not to refuse is not yet to do"),
    Signature("denies", -3, 0, "ing noun from", """avoid prevent deter dissuade discourage block bar ban prohibit
        forbid foil thwart avert refrain abstain escape evade preclude restrain resist rule""", "kept from happening"),
    Signature("denies", -3, 0, "from", "keep stop protect save hold", "kept from happening"),
    Signature("denies", -3, 0, "to", "prohibit forbid ban bar hesitate", "kept from happening"),
    Signature("denies", -3, 0, "noun", "stop", "kept from happening"),
    Signature("denies", -3, 3, "noun", "cancel scrap abandon lack miss", "what was called off or lacking is not"),
    Signature("ends", -3, 3, "ing", "stop cease quit discontinue abandon", "was so and is so no longer"),
    Signature("denies", -3, 0, "that ing noun", "deny refute rebut disprove repudiate disclaim",
        "said not to be so", reported=True),
    Signature("denies", -3, 0, "that", "dispute reject dismiss", "said not to be so", reported=True),
    Signature("tries", 1, -1, "to ing noun", """try attempt seek strive struggle endeavor endeavour fight work push
        campaign compete bid lobby press negotiate move""", "tried, with the outcome left open", mood="wish"),
    Signature("wishes", 1, -1, "to ing that noun", """want desire prefer hope like love yearn long need favor favour
        support advocate await""", "wanted, which says nothing of its coming about", mood="wish"),
    Signature("plans", 2, -2, "to noun", """plan intend expect aim mean prepare agree decide choose promise pledge
        vow commit undertake swear resolve determine schedule arrange elect volunteer opt design look""",
        "settled on by those who can do it, not done yet", mood="prediction"),
    Signature("plans", 1, -1, "ing noun", """contemplate discuss mull weigh propose envisage envision threaten pursue
        demand request recommend oppose study anticipate invite explore risk require""",
        "thought of or asked for, not done yet", mood="wish"),
    Signature("plans", 1, -1, "ing", "plan consider suggest urge", "thought of, not done yet", mood="wish"),
    Signature("wishes", 1, 0, "to", """ask urge call tell demand request propose recommend invite encourage advise
        beg plead implore warn appeal offer threaten require challenge pressure remind teach pay wish""",
        "asked for, offered or threatened, not done yet", mood="wish"),
    Signature("wishes", 2, 0, "to", "order command instruct direct", "ordered by one who is mostly obeyed",
        mood="wish"),
    Signature("denies", -2, 0, "against", "decide vote rule choose advise warn caution argue recommend counsel",
        "settled or advised that it shall not be", mood="wish"),
    Signature("tries", 1, -1, "ing", "center centre", "what a policy centres on is wanted", mood="wish"),
    Signature("plans", 2, -2, "ing", "aim intend", "aimed at, not reached yet", mood="prediction"),
    Signature("hedges", -1, 3, "noun that", "exaggerate overstate overestimate inflate overrate",
        "less so than is said; what is not exaggerated is so"),
    Signature("wishes", 1, 0, "that bare", "ask order demand request propose recommend require", "asked for",
        mood="wish"),
    Signature("wishes", 1, 0, "bare", "suggest insist urge prefer stipulate advise", "asked for", mood="wish"),
    Signature("wishes", 1, 0, "noun", "call appeal ask apply wait clamor clamour plead", "asked for", mood="wish"),
    Signature("reports", 3, 0, "that ing", """say tell report state add note argue claim assert contend maintain declare
        allege accuse charge affirm explain write repeat reply respond answer warn comment remark mention stress
        emphasize emphasise testify complain quote cite caution object reiterate inform proclaim assure promise swear
        vow pledge boast joke whisper shout read describe conclude call blame""",
        "someone's word for it", reported=True),
    Signature("reports", 3, 0, "that", "announce insist urge advise hear observe hold", "someone's word for it",
        reported=True),
    Signature("reports", 3, 0, "to noun", "say report allege claim rumor rumour describe purport accuse charge",
        "someone's word for it", reported=True),
    Signature("reports", 3, 0, "that to ing noun", "predict forecast foretell foresee",
        "someone's word for what will be", reported=True, mood="prediction"),
    Signature("reports", 3, -3, "that", "think believe consider feel find reckon figure deem judge perceive",
        "someone's belief; not to believe it is to believe it is not so", reported=True),
    Signature("reports", 3, -3, "to", "think believe consider deem judge perceive", "someone's belief",
        reported=True),
    Signature("hedges", 2, -3, "that to", "suppose guess assume presume surmise conjecture", "held for likely",
        reported=True),
    Signature("hedges", 2, -3, "that", "expect anticipate trust", "held for likely", reported=True),
    Signature("hedges", 2, 0, "that to ing noun", "suspect estimate project speculate", "held for likely",
        reported=True),
    Signature("hedges", 1, -3, "that to ing", "imagine fancy", "pictured, not held", mood="wish"),
    Signature("hedges", 1, 0, "that to ing noun", "fear worry dread", "feared, so thought possible", mood="wish"),
    Signature("hedges", -2, 2, "that noun", "doubt question", "held for unlikely", reported=True),
    Signature("hedges", 2, -2, "that to ing noun", "seem appear tend sound stand", "so as far as one can see"),
    Signature("hedges", 2, 0, "that", "suggest hint", "said, or pointed to, with reserve", reported=True),
    Signature("hedges", 2, 0, "that to", "indicate imply signal", "points to it, does not prove it"),
    Signature("denies", -2, 0, "that to", "pretend feign dream", "acted or dreamt, so not so"),
    Signature("denies", -3, -3, "that", "wish", "wished, so it is not so", mood="wish"),
    Signature("asserts", 3, 0, "that", """show prove demonstrate confirm establish verify ensure guarantee document
        illustrate entail""", "proved by what is said to prove it"),
    Signature("asserts", 2, -2, "that", "mean", "follows, as the speaker has it; if it does not, it is not so"),
    Signature("takes for granted", 3, 3, "that", "admit acknowledge concede confess accept",
        "granted, by one who might have liked to say otherwise; so taken for so where it is not", reported=True),
    Signature("asserts", 3, 0, "that", "point remind convince", "someone's word for it", reported=True),
    Signature("takes for granted", 3, 3, "that ing", """know realize realise regret discover learn recognize recognise
        recall understand resent deplore ignore overlook appreciate grasp reveal disclose matter surprise amaze lament
        care mind celebrate condemn criticize criticise denounce punish apologize apologise thank praise welcome""",
        "true whether or not it is known"),
    Signature("takes for granted", 3, 3, "to", "know", "what is known to be so is so"),
    Signature("takes for granted", 3, 3, "that", "forget remember see notice bother",
        "true whether or not it is known"),
]  # fmt: skip
# An indirect question leaves open which of the two it is.
ASKED = Signature("asks", 0, 0, "whether", "", "left open: which of the two is the question", mood="question")

ADJECTIVES = [
    Signature("hedges", 2, -2, "that to noun", "likely probable apt liable prone apparent plausible",
        "held for likely"),
    Signature("hedges", 1, -3, "that to noun", "possible conceivable feasible potential", "may be"),
    Signature("hedges", -2, 2, "that to noun", "unlikely improbable doubtful questionable implausible slim remote",
        "held for unlikely"),
    Signature("denies", -3, 2, "that to noun", "impossible inconceivable unthinkable unable incapable powerless",
        "cannot be"),
    Signature("denies", -3, 3, "that noun", "false untrue wrong incorrect", "is said not to be so"),
    Signature("allows", 2, -3, "to ing noun", "able", "who is able mostly does, who is not cannot"),
    Signature("predicts", 2, -2, "to", "certain sure bound set due scheduled about poised destined slated",
        "soon to come", mood="prediction"),
    Signature("asserts", 3, 0, "that", "certain sure confident convinced adamant positive", "held for certain",
        reported=True),
    Signature("asserts", 3, -3, "that", "true clear evident obvious undeniable plain correct", "is so"),
    Signature("wishes", 1, -1, "to ing noun that", """ready willing prepared eager keen anxious free capable intent
        determined desperate hopeful important necessary essential vital crucial difficult hard easy imperative better
        best tough impatient receptive open welcome""", "wanted, fit or called for, not done", mood="wish"),
    Signature("denies", -2, 2, "to", "unwilling reluctant loath hesitant", "not wanted", mood="wish"),
    Signature("hedges", 1, -1, "that to noun", "afraid fearful worried concerned nervous",
        "feared, so thought possible", mood="wish"),
    Signature("takes for granted", 3, 3, "that to ing", """glad happy sad sorry proud pleased angry aware unaware
        surprised amazed odd strange tragic lucky fortunate ironic shocked upset delighted grateful ashamed
        disappointed unfortunate remarkable outrageous embarrassed conscious surprising""",
        "a feeling about a fact"),
]  # fmt: skip

NOUNS = [
    Signature("hedges", 1, -3, "that to ing noun", """chance possibility likelihood prospect risk danger threat
        potential probability odds""", "may be"),
    Signature("reports", 3, 0, "that ing noun to", """claim allegation report rumor rumour accusation statement belief
        view suggestion assumption charge complaint argument theory assertion opinion impression idea notion word
        speculation suspicion""", "someone's word for it", reported=True),
    Signature("takes for granted", 3, 3, "that ing noun", "fact knowledge truth realization awareness reality",
        "is a fact"),
    Signature("asserts", 3, 0, "that ing noun", "proof confirmation guarantee", "proved"),
    Signature("hedges", 2, 0, "that to ing noun", "evidence sign indication signal hint", "points to it"),
    Signature("tries", 1, -2, "to ing noun that", """attempt effort bid struggle plan intention desire wish proposal
        call demand request order offer campaign push drive move hope aim goal need willingness readiness eagerness
        ambition urge pressure vote debate negotiation consideration policy purpose task mission strategy
        priority objective interest""", "wanted or tried, not done", mood="wish"),
    Signature("plans", 2, -2, "to ing that noun", "decision agreement promise commitment pledge determination vow",
        "settled on, not done yet", mood="prediction"),
    Signature("denies", -3, 3, "to ing noun that", "failure refusal inability lack absence denial reluctance",
        "is not"),
    Signature("allows", 1, -3, "to ing noun", """ability capacity capability opportunity permission right freedom
        authority power means way option""", "can be, which is not yet to be"),
    Signature("hedges", 1, -2, "that to ing noun", "fear concern worry expectation anxiety", "feared or expected"),
    Signature("hedges", -2, 3, "that", "doubt", "held for unlikely; no doubt is certainty"),
]  # fmt: skip


def by_word(rows: list[Signature]) -> dict[tuple[str, str], Signature]:
    """The table by word and frame.

    >>> by_word(VERBS)["forget", "to"].if_so, by_word(VERBS)["forget", "that"].if_so
    (-3, 3)
    """
    return dict(entries(rows))


def entries(rows: list[Signature]) -> Iterator[tuple[tuple[str, str], Signature]]:
    """Every word in every frame of its row."""
    for row in rows:
        yield from (((word, frame), row) for word in row.words.split() for frame in row.frames.split())


TABLE = {"VERB": by_word(VERBS), "AUX": by_word(VERBS), "ADJ": by_word(ADJECTIVES), "NOUN": by_word(NOUNS)}
# Words under which "if" asks and does not condition.
ASKERS = frozenset(
    """
    ask wonder know see doubt tell decide question determine find check say consider discuss debate investigate study
    unclear sure uncertain clear certain remember learn test examine inquire matter care explain judge assess
    """.split()
)
