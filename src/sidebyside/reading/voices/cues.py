"""The words that hand the word to someone, as plain tables: what the voice does, what follows the cue, the cues.

What may follow a verb, an adjective or a noun (its frames):

    that    a clause or a quotation:             she said that it fell; “It fell,” she said
    quote   a quotation, and nothing else:       “It fell,” she went on
    to      an infinitive or a gerund:           she plans to go; she suggested going
    np      the thing or person spoken of:       she criticised the plan
    whom    someone who is to do something:      she urged Kabul to talk
    as      a thing and what it is taken for:    she described it as late; she called it late
    of, for ...  a preposition and what hangs on it:  they called for talks
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token


class Cue(NamedTuple):
    """What the voice does, and what may follow."""

    how: str
    frames: frozenset[str]


def table(lines: str) -> dict[str, Cue]:
    """Reads `how | frames | cues`; a cue that stands twice has the frames of both lines and the `how` of the first.

    >>> table("states | that | say add")["add"].how
    'states'
    """
    found: dict[str, Cue] = {}
    for line in filter(str.strip, lines.splitlines()):
        how, frames, cues = (part.strip() for part in line.split("|"))
        for cue in cues.split():
            before = found.get(cue, Cue(how, frozenset()))
            found[cue] = Cue(before.how, before.frames | frozenset(frames.split()))
    return found


VERBS = table(
    """
    states      | that              | say add reply respond answer state remark comment recount explain exclaim
    states      | that              | write tweet post blog joke quip retort assure inform opine clarify muse shout
    states      | that              | testify attest lament marvel reiterate conclude determine learn
    states      | that np           | tell report announce declare mention reveal disclose recall proclaim preach
    states      | that np           | note observe stress emphasize emphasise underscore underline highlight repeat
    states      | that np           | describe outline detail summarize summarise document chronicle specify
    states      | that np           | indicate show demonstrate illustrate signal relate narrate publicise publicize
    states      | that np           | discuss debate echo cite reference quote invoke read
    states      | that np           | point_out lay_out spell_out set_out sum_up bring_up
    states      | about of on       | speak talk tell comment remark tweet write complain joke boast hint allude brag
    states      | that              | boast brag
    states      | to with           | respond
    states      | to                | point refer hint allude testify attest
    states      | as                | describe call label dub brand term characterize characterise cast portray depict
    states      | as                | paint style bill hail denounce deem cite name nickname rate rank define
    states      | np                | voice recount advertise tout trumpet
    states      | np                | explain examine explore analyse analyze articulate pronounce identify promote
    states      | quote             | continue go_on begin laugh smile sigh nod shrug chuckle whisper mutter intone yell
    states      | np                | exaggerate overstate understate
    states      | quote             | scream cry chime interject counter blare deadpan sing chant put read pray
    alleges     | that np           | claim allege assert imply insinuate
    alleges     | that              | contend maintain insist charge
    alleges     | that              | hint purport suggest
    alleges     | of                | accuse
    alleges     | np                | accuse blame
    alleges     | to                | claim purport
    denies      | that np to        | deny dispute refute rebut contradict disavow
    denies      | np                | reject dismiss disclaim contest
    denies      | as                | dismiss reject
    denies      | to                | refuse decline
    believes    | that np           | believe know understand realize realise estimate suspect doubt
    believes    | that              | think consider assume suppose guess reckon feel judge find discover decide
    believes    | that              | calculate speculate presume gather figure wonder imagine surmise see
    believes    | that              | assess deduce infer theorize theorise hypothesize recognise recognize remember
    wants       | to                | decide look
    believes    | to                | believe consider think assume presume suspect
    believes    | as                | see view regard perceive consider treat interpret recognise recognize deem find
    believes    | as                | judge think believe understand perceive
    believes    | np                | perceive doubt
    believes    | of about          | think know dream suspect
    believes    | in                | believe
    believes    | about             | wonder care
    believes    | np                | love adore cherish
    fears       | that np           | fear dread
    fears       | that about        | worry fret
    predicts    | that np           | predict foresee anticipate envision envisage prophesy
    predicts    | that              | forecast expect project
    predicts    | to                | expect anticipate
    predicts    | that np of about against | warn caution
    wants       | to np             | want seek plan pledge vow prefer desire crave favor favour demand wish
    wants       | to                | intend hope aim vow promise swear threaten pledge agree aspire long yearn resolve
    wants       | to                | mean opt volunteer hesitate offer dare prepare like love hate
    wants       | to                | bristle strive
    wants       | that              | hope wish vow promise pledge swear threaten agree dream resolve decree rule order
    wants       | that              | vote require
    wants       | for               | hope wish yearn long vote push press
    wants       | to                | support oppose favor favour
    wants       | np                | promise support back endorse embrace champion welcome oppose
    wants       | np                | contemplate weigh mull
    wants       | to                | vote
    wants       | whom              | want like expect wish prefer
    proposes    | that np to        | propose recommend advocate suggest
    proposes    | that to for       | argue
    proposes    | for               | call_for advocate push lobby campaign plead
    proposes    | np                | pitch float defend justify
    criticises  | np                | criticize criticise condemn denounce decry slam blast attack assail ridicule
    criticises  | np                | mock deride rebuke castigate chastise scold lambast lambaste bash lash rip knock
    criticises  | np                | disparage belittle deride oppose question challenge protest lament bemoan resent
    criticises  | np                | grill confront heckle jeer troll
    criticises  | np                | despise loathe detest hate
    criticises  | over about        | argue bicker quarrel spar feud clash
    criticises  | np                | regret insult taunt berate excoriate pillory vilify demonize malign fault scorn
    criticises  | that              | complain protest grumble object lament regret bemoan
    criticises  | to                | object
    criticises  | at                | bristle scoff balk sneer
    criticises  | against           | protest rail argue rally speak inveigh vote
    states      | np                | praise applaud commend laud thank congratulate celebrate admire extol salute
    states      | np                | downplay
    states      | to as             | liken compare
    confirms    | that np           | confirm acknowledge admit concede affirm reaffirm verify certify
    confirms    | that              | agree concur corroborate accept
    confirms    | np                | approve ratify uphold authorize authorise
    denies      | np                | overrule overturn veto rescind revoke
    confirms    | to                | admit confess
    confirms    | with              | agree disagree concur side
    confirms    | on about          | agree disagree
    requests    | that              | ask demand urge request insist beg implore plead wonder inquire
    requests    | np                | request demand urge
    requests    | for               | ask appeal plead
    requests    | whom              | ask urge call beg implore encourage exhort instruct invite order press advise warn
    requests    | whom              | convince persuade tell remind direct command counsel challenge pressure request
    requests    | to                | demand ask beg request
    requests    | about             | ask inquire question
    requests    | on                | call_on
    requests    | that np           | question
    states      | that              | remind tell notify convince persuade
    """
)

ADJECTIVES = table(
    """
    believes    | that of about     | sure certain confident convinced aware unsure uncertain positive doubtful
    believes    | that of about     | skeptical sceptical optimistic pessimistic hopeful mindful unaware conscious
    fears       | that of about to  | afraid fearful worried concerned anxious nervous wary apprehensive alarmed leery
    wants       | to                | willing eager keen determined reluctant unwilling intent hesitant anxious
    wants       | to                | enthusiastic
    wants       | on about          | intent keen enthusiastic insistent bent
    wants       | to                | enthusiast
    wants       | that of           | hopeful supportive desirous
    wants       | to                | committed opposed
    criticises  | of                | critical disdainful dismissive scornful contemptuous
    criticises  | that at about with by | angry unhappy furious disappointed upset outraged dismayed incensed annoyed
    criticises  | that at about with by | frustrated resentful indignant bitter
    states      | about on              | silent coy vague outspoken frank candid
    states      | that about of by  | glad happy pleased proud grateful surprised shocked thankful adamant clear
    states      | that              | explicit emphatic vocal
    """
)

NOUNS = table(
    """
    states      | that to of about on | statement remark comment announcement declaration assertion report revelation
    states      | that to of about on | message explanation suggestion testimony indication reminder news rumor
    states      | that to of about on | rumour word description acknowledgment acknowledgement confession emphasis
    alleges     | that to of about against | allegation accusation charge claim insinuation complaint contention
    believes    | that of about on  | belief view opinion conclusion assessment assumption impression idea notion theory
    believes    | that of about on  | conviction judgment judgement feeling suspicion perception estimate understanding
    believes    | that of about on  | sense doubt hypothesis expectation argument finding reasoning confidence
    believes    | that of about on  | skepticism scepticism certainty recognition
    denies      | that of           | denial rejection refusal
    denies      | to                | refusal
    fears       | that of about over | fear concern worry anxiety apprehension
    predicts    | that of about     | prediction forecast warning prophecy expectation
    wants       | in                | interest
    wants       | that to of for    | hope desire wish intention plan promise pledge vow goal aim determination
    wants       | that to of for    | decision threat ambition commitment resolve aspiration bid eagerness reluctance
    wants       | that to on for    | agreement consensus support
    proposes    | that to of for    | proposal recommendation advice call
    requests    | that to of for    | request demand appeal plea petition
    criticises  | of about over on  | outrage reservation misgiving objection frustration anger disappointment regret
    states      | that for          | case
    states      | of about on       | assessment endorsement
    predicts    | for               | outlook forecast
    criticises  | about over on     | disagreement dispute quarrel
    wants       | to for            | idea
    believes    | about             | question doubt skepticism
    believes    | towards toward to | attitude stance position
    criticises  | of about for      | criticism condemnation denunciation disapproval disdain protest outcry grievance
    confirms    | that of           | confirmation admission concession acknowledgment
    """
)

# An adverb that hands the word to nobody in particular.
ADVERBS = {"reportedly": "states", "allegedly": "alleges", "supposedly": "alleges", "purportedly": "alleges"}

# "In their view, ...", "in the words of ...".
IN_THEIR = {
    **dict.fromkeys("view opinion judgment judgement estimation mind eye".split(), "believes"),
    **dict.fromkeys("word telling".split(), "states"),
}


def verb_cue(verb: Token) -> Cue | None:
    """What the table says of a verb, together with its particle where that makes another word ("point out")."""
    lemma = verb.lemma_.lower()
    plain = VERBS.get(lemma) or VERBS.get(lemma + "e")  # the parser's lemma of "hoping" may be "hop"
    for c in verb.rights:
        if c.i <= verb.i + 2 and c.dep_ in ("prt", "prep", "advmod") and (phrasal := VERBS.get(f"{lemma}_{c.lower_}")):
            return phrasal
    return plain


# Verbs of which the one who feels is the object: "the raid worried Kabul".
FELT = table(
    """
    fears       | np | worry alarm frighten scare unsettle trouble
    criticises  | np | anger annoy irritate outrage upset infuriate dismay disappoint frustrate
    believes    | np | surprise puzzle convince strike
    wants       | np | please delight encourage
    """
)

# How something is taken, said by an adverb: "was coolly received".
TAKEN = frozenset("perceive receive greet meet view assess see regard react respond treat take look judge".split())
MANNERS = {
    **dict.fromkeys("skeptically sceptically negatively coolly coldly askance critically angrily unfavourably "
                    "unfavorably suspiciously warily furiously poorly harshly".split(), "criticises"),
    **dict.fromkeys("positively warmly favourably favorably enthusiastically approvingly".split(), "believes"),
}  # fmt: skip

# What makes a description a reproach: "called it a violation".
WRONGS = frozenset(
    "violation breach crime mistake failure disgrace lie betrayal outrage provocation blunder scandal farce".split()
)

# What makes a description a denial: "called this untrue".
UNTRUE = frozenset(
    "untrue false baseless unfounded groundless nonsense rubbish fabrication fabricated invention fiction slander "
    "wrong incorrect misleading absurd propaganda".split()
)

# What makes an attitude a reproach: "the negative attitude of the elite towards Kabul".
HOSTILE = frozenset("negative hostile critical sceptical skeptical dismissive disapproving unfavourable".split())

# What makes a view a fear: "sees it as a threat".
DANGERS = frozenset("threat danger menace risk peril hazard".split())
