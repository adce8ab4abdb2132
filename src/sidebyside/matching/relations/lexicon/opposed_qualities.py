"""Opposed qualities, places, times and parties.

One row a pair of families; a line that starts with spaces goes on with the row before.
"""

QUALITIES = """
high higher highest top | low lower lowest bottom
large big huge giant massive major great larger biggest largest substantial significant considerable substantially
    significantly considerably | small little tiny minor slight smaller smallest minimal minimally negligible
    slightly modest insignificant marginal marginally
long longer longest lengthy | short shorter shortest brief
more most greater | less fewer least
many numerous | few
early earlier earliest | late later latest
punctual | late
before prior | after following
above over exceed surpass beyond outperform | below under underperform
inside within indoor indoors | outside outdoor outdoors
internal domestic | external foreign
near nearby close | far distant remote faraway
good positive excellent impressive great outstanding favourable favorable superb terrific better best positively |
    bad negative poor terrible awful mediocre unfavourable unfavorable disappointing subpar dreadful worse worst
    negatively horrible unimpressive forgettable
strong stronger strongest robust strength powerful | weak weaker weakest fragile weakness feeble
easy easier simple straightforward effortless simplicity ease | hard difficult harder complex complicated
    challenging tough difficulty complexity
fast quick rapid faster quicker swift rapidly quickly | slow slower gradual slowly gradually
happy glad pleased cheerful excited delighted thrilled | sad unhappy upset angry depressed miserable disappointed
rich wealthy | poor needy
young younger youngest | old older elderly aged oldest
new newest modern recent novel latest | old oldest outdated ancient antique former
hot warm | cold cool chilly freezing
full | empty
safe secure safety | dangerous unsafe risky insecure hazardous danger
cheap inexpensive affordable cheaper low-cost | expensive costly pricey dear
profit profitable surplus gain | loss unprofitable deficit
true correct accurate right | false wrong incorrect inaccurate untrue
possible | impossible
likely probable | unlikely improbable
certain sure | uncertain unsure doubtful
same identical similar alike similarity | different dissimilar opposite distinct differently difference
similarly | differently
common frequent usual frequently often usually commonly regularly | rare infrequent unusual rarely seldom uncommon
    infrequently occasionally
always | never rarely sometimes
permanent permanently | temporary temporarily interim provisional
public | private
active activate activated on | inactive deactivate deactivated off
real genuine authentic actual | fake false bogus counterfeit imaginary fictional
voluntary willing willingly voluntarily | forced involuntary reluctant unwilling reluctantly compulsory mandatory
mandatory compulsory required obligatory | optional voluntary
careful cautious carefully | careless reckless carelessly
male man boy men | female woman girl women
father | mother
husband | wife
brother | sister
son | daughter
clear clearly obvious | unclear vague ambiguous obscure incomprehensible
presence present attendance | absence absent lack
lack shortage scarcity absence deficiency paucity | abundance surplus presence plenty wealth excess
advantage benefit pro strength merit | disadvantage drawback con weakness shortcoming
important crucial essential vital significant importance | unimportant irrelevant trivial insignificant unimportance
    unnecessary
necessary needed required | unnecessary
useful helpful usefulness | useless unhelpful uselessness
effective efficient effectively efficiently effectiveness efficiency | ineffective inefficient ineffectively
    ineffectiveness inefficiency
advanced sophisticated expert experienced | basic simple primitive novice beginner elementary inexperienced
expert professional | amateur novice layman
intentional deliberate intentionally deliberately purposely | accidental unintentional accidentally unintentionally
    inadvertently
healthy well | sick ill unwell unhealthy
sober | drunk intoxicated
optimistic hopeful optimism | pessimistic pessimism
confident | doubtful unsure
interested | uninterested disinterested indifferent
satisfied satisfaction | dissatisfied dissatisfaction
available | unavailable
complete full completely fully entire entirely | partial incomplete partially partly
direct directly | indirect indirectly
general broad generic | specific narrow particular
global worldwide international | local national domestic regional
civilian | military
natural | artificial synthetic man-made
manual manually | automatic automatically automated
visible | invisible hidden
flexible | rigid inflexible
comprehensive extensive | limited narrow
limited finite | unlimited infinite
stable steady stability constant consistent | unstable volatile instability fluctuating inconsistent volatility
north northern northward | south southern southward
east eastern eastward | west western westward
left | right
front | back rear
upper | lower
vertical | horizontal
day daytime | night nighttime
morning | evening afternoon
today | yesterday tomorrow
past previous last prior preceding | future upcoming next coming
single | multiple double triple
odd | even
major majority | minority minor
credit | debit
asset | liability
income revenue earnings | expense cost expenditure
short-term | long-term
online virtual remotely | offline in-person
free | paid
open passable accessible | closed shut blocked impassable inaccessible
dry | wet
light bright | dark heavy
sunny | rainy cloudy
loose | tight
noisy loud | quiet silent
thick | thin
rough | smooth
sharp | blunt dull
exciting interesting entertaining engaging | boring dull tedious
popular | unpopular
rational reasonable | irrational unreasonable
fair fairly | unfair unfairly
related | unrelated
formal | informal
regular | irregular
explicit explicitly | implicit implicitly
objective | subjective
theoretical theoretically | empirical practical empirically experimentally
traditional conventional | innovative modern novel
unique | common ordinary generic
net | gross
stressful tense | relaxing relaxed
sudden abrupt suddenly | gradual gradually
sharp sharply steep steeply drastic drastically dramatic dramatically | slight slightly modest modestly marginal
    marginally
certainty | uncertainty doubt
correctly rightly properly | wrongly incorrectly improperly
justified | unjustified
married | single divorced unmarried
retired | active working employed
employed | unemployed jobless
together jointly | separately alone apart
hero | villain coward
brave | cowardly
polite | rude impolite
honest | dishonest
loyal | disloyal
kind | cruel unkind
generous | stingy mean
patient | impatient
calm | nervous anxious
tired exhausted | rested energetic
hungry | full
asleep | awake
modern | ancient medieval
senior | junior
superior | inferior
main primary principal major | secondary minor side
initial original first | final last
supply | demand
life | death
birth | death
love | hate hatred
praise | criticism blame
growth | decline shrinkage
peak high | trough low
ceiling maximum | floor minimum
ceasefire truce | fighting hostilities
innocence | guilt
freedom liberty | captivity slavery
wealth | poverty
knowledge | ignorance
optimist | pessimist
attacker | defender victim
plaintiff | defendant
prosecution prosecutor | defence defense
supporter proponent advocate | opponent critic
incumbent | challenger
native | foreigner immigrant
rural | urban
domestic | foreign overseas
inbound incoming | outbound outgoing
ascending | descending
increasing rising growing | decreasing falling declining shrinking
improving | worsening deteriorating
winning | losing
forward ahead | backward behind
above-average | below-average
upbeat | downbeat
bullish | bearish
precise exact accurate | vague imprecise rough inaccurate
concrete | abstract
qualitative | quantitative
absolute | relative
constant fixed | variable varying
centralized centralised | decentralized decentralised distributed
liberal progressive | conservative
secular | religious
armed | unarmed peaceful
overt | covert
offensive | defensive
lethal | non-lethal nonlethal
nuclear | conventional
unilateral unilaterally | multilateral bilateral jointly
hardline hard-line | moderate
violent | peaceful nonviolent non-violent
temporary | permanent lasting
pre | post
offense offence | defense defence
wide broad | limited narrow
existing current | new
upstream | downstream
inner | outer
entrance entry | exit
interior | exterior
cause reason | effect result consequence
question | answer
ascent | descent
inflow influx | outflow exodus
overpriced overvalued overrated | underpriced undervalued underrated
debt | savings
inflation | deflation
immigration immigrant | emigration emigrant
majority-owned | minority-owned
uphill | downhill
solvent | insolvent bankrupt
literate | illiterate
mobile | stationary
solo alone | together jointly
"""
