"""The words that tell what a name names: titles and offices, the nouns that names end in, a few known names."""

from __future__ import annotations

# Written before a person's name; with or without a stop.
TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess earl viscount
    gen general maj major brig brigadier col colonel lt lieutenant cdr commander cmdr capt captain sgt sergeant cpl
    corporal pvt private adm admiral marshal sen senator rep representative congressman congresswoman gov governor
    president vice-president premier chancellor minister secretary ambassador consul envoy mayor judge justice king
    queen prince princess emperor empress tsar czar sultan emir sheikh shah pope cardinal archbishop bishop father
    sister brother rabbi imam mullah ayatollah maulana mufti rev reverend executive ceo cfo coo chairman chairwoman
    chair director speaker coach manager inspector detective constable officer superintendent sheriff prosecutor
    attorney commissioner spokesman spokeswoman chief comrade herr frau señor monsieur madame
    """.split()
)
# Titles that are a name once their land is named: the Duke of Wellington.
NOBLE = frozenset("duke duchess earl marquess marquis".split())
# Words that make an office together with a title: deputy, foreign minister, prime minister, attorney general.
OFFICE_WORDS = frozenset(
    """
    vice deputy assistant acting former ex-president ex prime foreign interior defence defense finance justice trade
    health education energy environment home first second district attorney general under secretary of state chief
    executive head special crown grand lord rear field permanent
    """.split()
)
# Titles that belong to the name when one given name follows: Mullah Omar, Pope Francis, Queen Anne.
KEPT_TITLES = frozenset("mullah pope king queen prince princess emperor empress tsar czar sultan shah".split())
# Titles that are also the first word of other names: General Motors, Justice Department.
DOUBTFUL_TITLES = frozenset(
    "general justice king queen prince princess major private father sister brother count chief first chair "
    "speaker officer home head state foreign trade health education energy defence defense field".split()
)

# The noun that a name ends in, or has before "of", "for" or "on", says what it names.
HEADS = {
    "organisation": """
        academy administration agency airlines airways alliance armies army assembly association athletic
        authority bank board body brigade broadcasting bureau cabinet chamber church city-council club college
        command commission committee community company confederation congress consortium convention corp
        corporation council court department directorate division duma embassy enterprise federation fleet force
        forces foundation front fund gazette gmbh government group guard guardian guards headquarters herald
        holdings hospital house inc incorporated industries institute institution intelligence laboratories
        laboratory league limited llc ltd ministry mission motors movement museum navy network observatory
        office opera orchestra organisation organization parliament partners partnership party plc police
        politburo post press regiment rovers school schools secretariat senate service services society staff
        studio studios syndicate systems team technologies telegraph theater theatre times tribunal tribune
        trust union united university
    """,
    "place": """
        africa airport america arabia archipelago asia avenue bay beach border bridge canal cape castle city
        coast county desert district east emirate emirates empire europe field forest frontier gate gulf harbor
        harbour heights highway hill hills island islands isle kingdom lake land line mountain mountains north
        oasis oblast ocean palace park passage peninsula plateau port prison province provinces range region
        republic republics river road rock sea south square stadium states station strait straits street
        territories territory tower town tunnel valley village wall west zone
    """,
    "document": """
        accord accords act agreement amendment bill charter code communique communiqué concept constitution
        convention covenant declaration directive doctrine law manifesto memorandum ordinance pact paper plan
        protocol regulation report resolution statute strategy treaty
    """,
    "project": """
        corridor highway initiative mission pipeline program programme project railway rover satellite
        spacecraft telescope
    """,
    "event": """
        battle blockade campaign championship championships conference congress consultations coup crisis cup
        depression derby dialogue exhibition fair famine festival final forum game games genocide grand-prix
        massacre meeting negotiations offensive olympics open operation pandemic peace prix process rebellion
        referendum reformation renaissance revolt revolution rising siege summit talks trial uprising war wars
    """,
    "group": "people peoples tribe tribes clan diaspora brotherhood",
}
HEAD_TYPES = {head: kind for kind, heads in reversed(HEADS.items()) for head in heads.split()}
# Of the words that stand in two lists above, which use is the common one with a capital.
HEAD_TYPES |= {"congress": "organisation", "mission": "organisation", "highway": "place", "convention": "document"}

# Lower-case nouns that still belong to the name before them: the TAPI gas pipeline, the Moscow format.
TAILS = {
    "pipeline": "project",
    "railway": "project",
    "project": "project",
    "format": "event",
    "conference": "event",
    "summit": "event",
    "process": "event",
    "accord": "document",
    "accords": "document",
    "agreement": "document",
    "agreements": "document",
    "declaration": "document",
    "protocol": "document",
    "treaty": "document",
}

# Common nouns before a name that say what it names: the company, Rostec; the city of Samara.
APPOSED = {
    "organisation": """
        agency airline bank broadcaster channel charity club company firm group insurer magazine maker
        manufacturer network newspaper organisation organization party regulator retailer startup team
    """,
    "place": """
        capital city country county district island lake mountain port province region republic river state
        suburb town village
    """,
    "person": """
        activist actor actress ambassador analyst architect astronomer author biologist brother captain chairman
        chairwoman chemist coach colleague colonel commander daughter defendant defender diplomat director
        dissident driver economist engineer envoy executive expert farmer father founder general goalkeeper
        governor historian husband journalist judge lawmaker lawyer leader manager mayor midfielder minister
        mother painter physicist player poet politician predecessor president professor prosecutor researcher
        rival scholar scientist senator singer sister son spokesman spokeswoman striker student successor
        suspect teacher teammate victim wife witness writer
    """,
    "project": """
        mission pipeline program programme project rover satellite spacecraft telescope
    """,
    "group": """
        clan militia people tribe
    """,
}
NOUN_TYPES = {noun: kind for kind, nouns in APPOSED.items() for noun in nouns.split()}

# Names whose type no rule of form can tell, and which the model labels now this way, now that.
KNOWN = {
    "US": "place",  # no word order or ending tells a country from a body
    "USA": "place",
    "UK": "place",
    "UAE": "place",
    "USSR": "place",
    "America": "place",
    "Emirates": "place",
    "West": "place",
    "Russian Federation": "place",  # a federation of clubs is a body
    "Kremlin": "place",  # a house, also where it acts: the rule of capitals decides
    "White House": "place",
    "UN": "organisation",
    "EU": "organisation",
    "NATO": "organisation",
    "United Nations": "organisation",
    "European Union": "organisation",
    "Islamic State": "organisation",  # neither a state nor an adjective
    "ISIL": "organisation",
    "ISIS": "organisation",
    "al-Qaeda": "organisation",
    "Al-Qaeda": "organisation",
    "Hamas": "organisation",
    "Hezbollah": "organisation",
    "Taliban": "group",  # a plural in its own language
    "Taleban": "group",
    "Mujahideen": "group",
    "Mujahedeen": "group",
    "Mujahedin": "group",
    "Mujahidin": "group",
}
# What a capital letter also marks: days and months, languages and faiths, forms of address, degrees. No names here.
NO_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july september october
    november december jan feb apr aug sept sep oct nov dec mon tue wed thu fri sat sun easter christmas ramadan islam
    christianity judaism hinduism buddhism marxism communism god bible koran quran internet phd ph.d ph.d. md ba ma
    bsc msc am pm ad bc bce ce gmt utc tv id ceo cfo coo dna rna gdp ok ii iii iv vi vii viii ix
    """.split()
)
PARTICLES = frozenset("van von der den de del della di da dos du la le bin ibn ben al el ter ten zu".split())
# A possessive of these goes on into the name: the People's Republic, the Women's World Cup.
GENERIC = frozenset("people women men children workers veterans farmers king queen world teachers years".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
