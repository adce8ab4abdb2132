"""A text as long as is asked for, of plain made-up sentences: what speed and memory are measured on."""

from __future__ import annotations

from random import Random

PEOPLE = ["Ana Holm", "Boris Orlov", "the mayor", "Karim Daud", "several engineers", "Lena Frisk", "the ministry"]
PLACES = ["Lund", "Kabul", "the northern valley", "Port Ellis", "Dushanbe", "the old harbour", "Vesterby"]
THINGS = ["the bridge", "a power line", "the treaty", "wheat from the south", "the garrison", "a loan", "the railway"]
VERBS = ["had been closed", "might reopen", "cost too much", "was never finished", "would be guarded", "did not matter"]
SENTENCES = [
    "{person} said in {year} that {thing} near {place} {verb}, although about {number} people depended on it.",
    "According to {person}, {thing} {verb} between {year} and {later}, and US$ {number} million was spent in {place}.",
    "“{Thing} {verb},” {person} told reporters on {day} May {year}, “and nobody in {place} will say why.”",
    "{Person} denied this.",
    "He feared that {thing} {verb} and that by {later} some {number} families would have left {place}.",
    "Between {place} and {place2}, {thing} {verb}; {thing2}, which {person} built, was sold for {number} crowns.",
    "It is not known whether {thing} {verb} after {name} left {place} in the early {decade}s.",
    "Since {year}, the number of visitors has risen by {number} per cent, more than {name} had promised.",
    "Trade with {place} grew, prices fell, and in spring {year} a third of all farms near {place2} were mortgaged.",
    "Would {person} have agreed if {thing} {verb}?",
]
SYLLABLES = "ba den fal gor hin kar lom mur nes pol rin sat tor und vel zam".split()
IN_A_PARAGRAPH = 6  # sentences


def long_text(words: int, seed: int = 1) -> str:
    """At least that many words, the same for the same seed. One sentence in ten or so holds a name not met before."""
    chance = Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        paragraphs.append(" ".join(sentence(chance) for _ in range(IN_A_PARAGRAPH)))
        count += paragraphs[-1].count(" ") + 1
    return "\n\n".join(paragraphs)


def sentence(chance: Random) -> str:
    """One made-up sentence."""
    person, thing = chance.choice(PEOPLE), chance.choice(THINGS)
    year = chance.randint(1950, 2015)
    return chance.choice(SENTENCES).format(
        person=person,
        Person=person[0].upper() + person[1:],
        thing=thing,
        Thing=thing[0].upper() + thing[1:],
        thing2=chance.choice(THINGS),
        place=chance.choice(PLACES),
        place2=chance.choice(PLACES),
        verb=chance.choice(VERBS),
        name="".join(chance.choices(SYLLABLES, k=3)).title(),
        year=year,
        later=year + chance.randint(1, 20),
        decade=chance.randint(195, 201) * 10,
        day=chance.randint(1, 31),
        number=chance.randint(2, 90_000),
    )
