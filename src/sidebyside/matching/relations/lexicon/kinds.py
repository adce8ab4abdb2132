"""Kinds whose members exclude each other: what is the one is not the other, in one slot of one statement.

Members stand apart by spaces; a slash joins those that do not exclude each other. A word may belong to several kinds,
and two words exclude each other where some kind holds them in different members and none in the same.
"""

from __future__ import annotations

KINDS = {
    "weekday": "monday tuesday wednesday thursday friday saturday sunday weekday weekend",
    "month": """january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept
        october/oct november/nov december/dec""",
    "season": "spring summer autumn/fall winter",
    "time of day": "morning noon/midday afternoon evening/tonight night midnight dawn/daybreak dusk",
    "day": "today/tonight yesterday tomorrow",
    "length of time": "second minute hour day week fortnight month quarter year decade century millennium",
    "rate in time": "hourly daily weekly monthly quarterly/quarter-over-quarter yearly/annual/annually/year-over-year",
    "quarter": "q1/1q q2/2q q3/3q q4/4q",
    "ordinal": """first/1st second/2nd third/3rd fourth/4th fifth/5th sixth/6th seventh/7th eighth/8th ninth/9th
        tenth/10th""",
    "power of ten": "hundred thousand million billion trillion",
    "multiple": "once/single twice/double/two-fold/twofold triple/threefold/thrice quadruple/fourfold",
    "part": "half third/one-third quarter/one-quarter",
    "relative": """father/dad/daddy/parent mother/mum/mom/mummy/parent brother/sibling sister/sibling son/child
        daughter/child husband/spouse wife/spouse uncle aunt/auntie cousin nephew niece
        grandfather/grandpa/grandparent grandmother/grandma/grandparent boyfriend/partner girlfriend/partner
        fiance fiancee""",
    "closeness": """parent friend/pal/buddy/mate/chum roommate/flatmate neighbour/neighbor colleague/coworker/co-worker
        boss/manager/supervisor teacher/professor/instructor stranger relative/cousin/brother/sister
        student/pupil rival/enemy/competitor classmate customer/client employee/staff/worker""",
    "age group": "baby/infant toddler child/kid/boy/girl teenager/teen/adolescent adult/man/woman elderly/senior",
    "profession": """doctor/physician/surgeon nurse lawyer/attorney judge teacher professor/lecturer engineer
        journalist/reporter actor/actress singer/musician chef/cook farmer soldier pilot policeman/policewoman
        priest plumber electrician carpenter architect accountant dentist mechanic waiter/waitress driver
        barber/hairdresser programmer/developer designer scientist/researcher artist/painter photographer
        writer/author volunteer detective firefighter/fireman banker pharmacist
        psychologist librarian""",
    "office": """president premier king/monarch queen/monarch minister ambassador/envoy governor mayor senator
        congressman/representative secretary chancellor vice-president deputy general colonel captain lieutenant
        sergeant admiral ceo cfo chairman/chair director spokesman/spokeswoman/spokesperson""",
    "people in a conflict": """soldier/troop/military/army civilian rebel/insurgent/guerrilla/militant/fighter
        policeman/police/officer hostage/captive refugee diplomat journalist/reporter peacekeeper
        protester/demonstrator/activist tourist contractor student shopper passenger""",
    "force": "army navy police marines militia",
    "weapon": """rifle/gun pistol/handgun/gun knife sword tank helicopter drone/uav missile/rocket bomb/explosive mine
        grenade mortar artillery submarine warship/frigate/destroyer""",
    "vehicle": """car/automobile/sedan truck/lorry bus/coach train/rail/railway tram bicycle/bike motorcycle/motorbike
        plane/aeroplane/airplane/aircraft/jet helicopter ship/vessel boat/vessel ferry
        spacecraft/spaceship/rocket taxi/cab van tractor scooter yacht""",
    "animal": """dog/puppy cat/kitten horse cow/cattle pig sheep goat chicken/hen duck goose rabbit mouse rat lion
        tiger bear wolf fox elephant monkey whale dolphin shark fish bird snake frog""",
    "food": """bread butter cheese milk egg meat beef pork chicken fish rice pasta/spaghetti/noodle pizza
        burger/hamburger sandwich salad soup cake/cupcake cookie/biscuit chocolate sugar salt fruit vegetable
        potato tomato sushi taco steak yogurt/yoghurt cream margarine curry""",
    "fruit": "apple banana orange pear peach grape lemon lime cherry strawberry raspberry plum mango pineapple melon",
    "drink": """water tea coffee milk beer wine vodka whisky/whiskey rum tequila gin champagne juice lemonade soda/coke
        cola""",
    "meal": "breakfast lunch dinner/supper brunch dessert",
    "colour": """red/crimson/scarlet blue/navy/azure green yellow/golden orange purple/violet pink brown black white
        grey/gray""",
    "shape": "circle/circular/round square triangle/triangular rectangle/rectangular oval hexagon sphere cube",
    "weather": """sunny/sunshine/sun rainy/rain/drizzling/drizzle cloudy/overcast/cloud windy/wind snowy/snow
        foggy/fog/misty stormy/storm/thunderstorm hot cold/freezing""",
    "season's feast": "christmas/xmas easter thanksgiving halloween ramadan passover hanukkah",
    "compass point": "north/northern south/southern east/eastern west/western central/centre/center/middle",
    "direction": "left/leftward right/rightward straight",
    "material": """wood/wooden stone metal steel/iron glass plastic/plastics paper rubber/latex leather cotton wool
        silk concrete titanium/titan""",
    "metal": "gold silver bronze/copper iron/steel platinum aluminium/aluminum tin lead zinc",
    "fuel": "oil/petroleum gas coal uranium/nuclear solar wind hydro/hydropower wood diesel petrol/gasoline",
    "part of the body": """head face eye ear nose mouth tooth neck shoulder arm elbow wrist hand finger chest heart
        lung stomach/belly back hip leg knee ankle foot toe brain liver kidney skin hair""",
    "illness": """cancer/tumour/tumor diabetes malaria cholera measles flu/influenza tuberculosis/tb hiv/aids
        covid/covid-19/coronavirus ebola pneumonia stroke asthma hepatitis polio plague depression
        dementia/alzheimer cold""",
    "disaster": """earthquake/quake/tremor flood/flooding hurricane/typhoon/cyclone tornado tsunami drought
        wildfire/fire/blaze volcano/eruption landslide/avalanche explosion/blast collapse/cave-in crash famine""",
    "crime": """murder/homicide/killing robbery/burglary/theft/larceny fraud/embezzlement rape/assault
        kidnapping/abduction arson bribery/corruption smuggling/trafficking perjury espionage/spying treason""",
    "sport": """football/soccer basketball baseball tennis golf hockey rugby cricket volleyball swimming boxing cycling
        skiing running/marathon badminton chess""",
    "instrument": "piano guitar violin drum flute trumpet cello saxophone",
    "art": """film/movie book/novel song/track/tune album/lp/record play/theatre painting opera/ballet poem
        photograph/photo/picture concert/gig musical game/videogame magazine newspaper""",
    "device": """computer/laptop/pc phone/telephone/smartphone/mobile television/tv radio camera tablet printer
        fridge/refrigerator oven/stove microwave dishwasher vacuum fan lamp clock/watch keyboard mouse projector
        speaker""",
    "room": "kitchen bedroom bathroom/toilet garage basement/cellar attic/loft office garden/yard",
    "building": """school/university/college hospital/clinic church/mosque/temple prison/jail museum library
        theatre/theater/cinema hotel/motel restaurant/cafe bank factory/plant shop/store/supermarket airport
        station stadium embassy/consulate court/courthouse house/home/apartment/flat barracks castle/palace farm
        warehouse""",
    "settlement": "village town city/metropolis",
    "region": "continent country/nation/state province county district/borough city/town/village",
    "landform": "mountain/peak hill valley plain desert forest/wood river lake sea/ocean island beach/coast/shore",
    "heavenly body": "star planet/world moon galaxy/galaxies comet asteroid sun earth",
    "planet": "mercury venus earth mars jupiter saturn uranus neptune pluto",
    "clothes": """shirt/t-shirt/blouse dress/gown trousers/pants/jeans skirt jacket/coat hat/cap shoe/boot/sneaker sock
        tie suit scarf glove""",
    "furniture": "table/desk chair/seat bed sofa/couch shelf wardrobe/closet cupboard/cabinet",
    "money matter": """revenue/sale/turnover/earnings profit/earnings/income/gain loss/deficit
        cost/expense/expenditure tax dividend debt/loan/liability cash asset""",
    "asset": "stock/share/equity bond loan/mortgage option currency/cash property commodity",
    "means of contact": """email/e-mail call/phone/telephone letter/mail/post fax text/sms/message meeting/in-
        person/visit""",
    "science": """physics chemistry biology mathematics/math/maths history geography economics psychology philosophy
        astronomy geology linguistics sociology""",
    "faith": """christian/christianity muslim/islam/islamic jewish/jew/judaism hindu/hinduism buddhist/buddhism sikh
        atheist""",
    "church": "catholic protestant orthodox anglican lutheran",
    "branch of islam": "sunni shia/shiite/shi'ite",
    "system of rule": "democracy/democratic dictatorship/dictatorial/autocratic monarchy republic communism/communist",
    "wing": "left/left-wing/leftist right/right-wing/rightist centre/center/centrist",
    "party": "democrat/democratic republican liberal conservative/tory labour/labor green socialist communist",
    "branch of state": "parliament/congress/legislature/senate/assembly court/judiciary cabinet/government/executive",
    "text": """letter report/study book law/statute/act treaty/pact/agreement speech/address article essay/paper poem
        email contract constitution""",
    "event": """wedding/marriage funeral/burial birthday election/vote referendum war trial game/match
        party/celebration concert conference/summit interview strike/walkout protest/demonstration anniversary
        lesson/class/course test/exam/quiz vacation/holiday graduation""",
    "deed": """arrest release/free kill/murder/assassinate wound/injure kidnap/abduct rescue expel/deport/extradite
        convict acquit sentence""",
    "harm": "kill/dead/die injure/wound/hurt kidnap/abduct/capture arrest/detain expel poison infect",
    "public act": "resign/quit appoint elect/vote dismiss/fire/sack veto sign ratify suspend",
    "unit of length": "millimetre centimetre metre kilometre inch foot yard mile",
    "unit of weight": "gram kilogram/kilo/kg pound ounce ton/tonne",
    "currency": """dollar/usd/buck euro/eur pound/gbp/sterling yen/jpy yuan/renminbi ruble/rouble rupee franc peso
        krona afghani""",
    "people by number": "everyone/everybody/all nobody someone/somebody",
    "number word": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty
        thirty forty fifty sixty seventy eighty ninety hundred""",
    "degree": "bachelor master phd/doctorate diploma",
    "possessor": "my your his her our their",
    "scholar": """astronomer/astrophysicist biologist chemist physicist geologist historian economist psychologist
        sociologist archaeologist mathematician linguist philosopher meteorologist anthropologist theologian""",
    "pay and price": "price/cost wage/salary/pay rent/lease tax tariff/duty subsidy/grant pension interest profit",
    "business": """manufacturer/producer/maker retailer/shop/seller/reseller wholesaler/distributor importer exporter
        publisher airline bank insurer hotel hospital""",
    "industry": """agriculture/farming/agricultural mining manufacturing tourism/travel construction
        banking/finance/financial healthcare/medical education/educational retail energy
        transport/transportation textile automotive entertainment""",
    "good": """wheat rice maize/corn cotton sugar coffee tea opium/heroin cocaine cannabis/marijuana/hashish oil gas
        coal timber/wood steel/iron copper gold cement weapon/arms car textile/cloth fertiliser/fertilizer food
        medicine/drug""",
    "way of fighting": """bombing/bomb shelling/artillery ambush siege/blockade airstrike/air-strike shooting/gunfire
        stabbing/knife poisoning/poison hijacking/hijack kidnapping/abduction suicide cyberattack""",
    "kind of help": """military/arms/weapons humanitarian/food/medical financial/economic/loan diplomatic/political
        technical/training intelligence""",
    "kind of claim": "fact rumour/rumor opinion/view hypothesis/theory",
    "state of matter": "solid liquid gas/gaseous plasma",
    "inside or out": "indoor/inside/interior outdoor/outside/exterior",
    "stage of life": "birth childhood youth/adolescence adulthood marriage retirement death",
    "order in time": "before/prior during/amid after/following",
    "field": "land/ground/overland sea/maritime/naval air/aerial space",
    "stance": "favour/favor/support/for against/opposition/oppose neutral/neutrality/abstain",
    "outcome": "win/victory/triumph loss/defeat draw/tie/stalemate",
    "vote": "yes/aye no/nay abstain/abstention",
    "legal standing": "citizen/national foreigner/alien refugee/asylum",
    "tense": "past present/current future",
    "sort of number": "mean/average median maximum/peak minimum total/sum/aggregate",
    "ownership": "public/state-owned/nationalised/nationalized private/privately-owned cooperative",
    "reach": "local/municipal regional/provincial/state national/nationwide/federal international/global/worldwide",
    "mood": """happy/glad/pleased/cheerful sad/unhappy angry/furious afraid/scared/frightened surprised/astonished
        bored disgusted""",
    "wish or will": "want/wish/hope/like fear/dread refuse/decline",
    "attitude of speech": """ask/inquire/question answer/reply/respond deny/refute confirm/affirm promise/pledge
        threaten warn thank apologise/apologize complain joke""",
    "manner of going": "walk/foot drive/car fly/flight/plane sail/ship cycle/bike swim",
}  # fmt: skip


def members(kinds: dict[str, str]) -> dict[str, list[tuple[str, frozenset[int]]]]:
    """Of each word its kinds, and the numbers of the members it stands for in each."""
    found: dict[str, dict[str, set[int]]] = {}
    for kind, words in kinds.items():
        for number, member in enumerate(words.split()):
            for word in member.split("/"):
                found.setdefault(word, {}).setdefault(kind, set()).add(number)
    return {word: [(kind, frozenset(n)) for kind, n in of.items()] for word, of in found.items()}


MEMBERS = members(KINDS)


def excluded(one: str, other: str) -> str:
    """The kind in which two lemmas exclude each other, "" if there is none.

    >>> excluded("monday", "friday"), excluded("car", "automobile"), excluded("car", "bridge")
    ('weekday', '', '')
    """
    found = ""
    for kind, numbers in MEMBERS.get(one, ()):
        for same, others in MEMBERS.get(other, ()):
            if kind == same:
                if numbers & others:
                    return ""
                found = found or kind
    return found
