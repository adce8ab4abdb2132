"""Opposed acts: winning and losing, allowing and forbidding, coming and going.

One row a pair of families; a line that starts with spaces goes on with the row before.
"""

ACTS = """
win victory triumph | lose defeat loss
support back endorse favour favor advocate backing | oppose reject resist opposition condemn object
confirm affirm admit acknowledge concede | deny refute dispute disavow reject
accept approve adopt ratify pass agree welcome approval acceptance embrace | reject refuse decline veto oppose
    disapprove rejection refusal rebuff
agree agreement concur consensus | disagree disagreement dissent
include contain comprise inclusion including | exclude omit exclusion excluding
allow permit let authorise authorize enable legalize legalise entitle | forbid ban prohibit bar prevent block outlaw
    prohibition
attack assault invade invasion offensive strike incursion | defend defence defense protect protection withdraw
    retreat evacuate
attack fight war invasion conflict | peace ceasefire truce peaceful
arrest detain jail imprison capture imprisonment detention | release free acquit liberate
convict condemn | acquit exonerate pardon
guilty | innocent
buy purchase acquire import acquisition | sell export divest sale
lend | borrow
hire recruit appoint employ | fire dismiss sack
join enter | leave quit exit withdraw resign abandon
send export dispatch ship deliver | receive import withhold
give provide supply grant offer | withhold deny take refuse
succeed success achieve successful successfully | fail failure unsuccessful unsuccessfully
remember recall | forget
love like enjoy adore | hate dislike detest loathe
praise compliment commend applaud laud | criticise criticize condemn denounce blame insult
encourage urge | discourage dissuade
trust believe | distrust doubt mistrust disbelieve
save rescue | kill abandon
kill dead die death | survive survivor alive
find discover locate | lose miss
open reopen unlock | close shut lock
hide conceal | reveal disclose expose
publicly public open openly overtly | secretly secret covert covertly privately clandestinely
push | pull
ask | answer
teach | learn
create make | destroy
assemble | dismantle
arrive arrival | depart departure leave
ascend | descend
attend | skip miss
invite | disinvite uninvite
respect obey comply honour honor uphold observe | violate breach break flout infringe disobey
ignore neglect overlook disregard | address notice consider heed
earn save | spend waste
maintain keep retain preserve | abandon discard drop scrap abolish
legal lawful legally | illegal unlawful illegally
deploy | withdraw
escalate escalation | de-escalate deescalate
ally partner friend | enemy foe rival adversary opponent stranger
request demand | refuse decline
hire | dismiss
enforce impose introduce | lift abolish repeal revoke
stabilize stabilise | destabilize destabilise
solve resolve fix repair address rectify | cause worsen create
pass | fail
borrower | lender
buyer customer | seller vendor
employer | employee
winner | loser
victim | perpetrator culprit attacker
questioning question doubt | confirm emphasise emphasize
friendly | hostile
listen | ignore
stay remain | go leave move depart resign
come | go
mention highlight stress note emphasize emphasise | omit deny ignore conceal
claim assert insist | deny
invest | divest
hope | fear despair
welcome hail | deplore regret criticize criticise
thank | blame
help aid assist | hinder harm hamper obstruct
defend protect | attack endanger threaten
obtain get gain | lose
promote elevate | demote
nationalize nationalise | privatize privatise
centralize centralise | decentralize decentralise
encode | decode
encrypt | decrypt
upload | download
install | uninstall remove
plug | unplug
mobilize mobilise | demobilize demobilise
arm | disarm
occupy | liberate vacate
declare | revoke
volunteer | conscript
evict | house
demand request insist | waive
oppose resist fight | cooperate collaborate
collude cooperate | compete
unite | divide
meet fulfil fulfill achieve reach | miss
outnumber | trail
lead | follow trail
"""
