"""Shapes in which two statements only seem to conflict: each by pairs from several fields, and near misses."""

from __future__ import annotations

import pytest
from tests.matching.relating import related

from sidebyside.matching.relations import EXCUSES

EXCUSED = {
    "period": [
        (
            "The mill sold 340 tons of flour in 2013, and its owner was pleased.",
            "The mill sold 430 tons of flour in 2014, and its owner was pleased.",
        ),
        (
            "The clinic treated 900 patients in 2019, and two doctors left.",
            "The clinic treated 1,400 patients in 2021, and two doctors left.",
        ),
        (
            "The lake froze over in the 1960s, and exports of ice increased.",
            "The lake froze over in the 1990s, and exports of ice decreased.",
        ),
        (
            "Unemployment in the region stood at 7 percent in March 2010.",
            "Unemployment in the region stood at 9 percent in March 2012.",
        ),
        ("Most pupils of the school walked to class in 1950.", "Few pupils of the school walked to class in 2010."),
    ],
    "scope": [
        (
            "After the long rains, as the papers had it, the flood in Lund destroyed 40 houses.",
            "The flood destroyed 70 houses in Malmö.",
        ),
        (
            "Over the whole winter, as the health office later wrote, the fever in Bergen killed 60 people.",
            "The fever killed 90 people in Oslo.",
        ),
        (
            "In spite of all warnings that had been given, the frost in Spain ruined 300 orchards that year.",
            "The frost ruined 500 orchards in Portugal.",
        ),
        (
            "According to what the union has published, the railway in Poland employs 12,000 workers.",
            "The railway employs 30,000 workers in Germany.",
        ),
    ],
    "definition": [
        ("The army lost 300 men in the valley, including prisoners.", "The army lost 200 men in the valley."),
        ("The town has 5,200 inhabitants, excluding students.", "The town has 6,100 inhabitants."),
        ("The company employs 480 people, including apprentices.", "The company employs 420 people."),
        ("The museum received 70,000 visitors, not counting children.", "The museum received 95,000 visitors."),
        (
            "The storm caused damage of 40 million euros, besides the loss of the harvest.",
            "The storm caused damage of 55 million euros.",
        ),
    ],
    "refinement": [
        ("The strike cost the harbour 18,000 crowns.", "The strike cost the harbour 18,240 crowns."),
        ("The new bridge cost 12 million euros.", "The new bridge cost 12.4 million euros."),
        ("Some 2,000 runners took part in the race.", "Exactly 1,986 runners took part in the race."),
        (
            "More than 40 percent of the nurses joined the strike.",
            "In all, 43 percent of the nurses joined the strike.",
        ),
        ("The herd on the island has between 500 and 800 cows.", "The herd on the island has 640 cows."),
    ],
    "one of a list": [
        (
            "The envoy held talks with Russia and China about the loan.",
            "The envoy held talks with Russia about the loan.",
        ),
        ("The vaccine was tested in Norway and Denmark last year.", "The vaccine was tested in Denmark last year."),
        ("The orchestra played works by Brahms, Dvorak and Bartok.", "The orchestra played works by Dvorak."),
        ("The firm closed its plants in Lyon and Nantes.", "The firm closed its plant in Nantes."),
        ("Larsen, Moreau and Okafor wrote the report.", "Moreau wrote the report."),
    ],
    "conditional": [
        ("If the rains fail, prices in the town will rise.", "When the rains come, prices in the town will fall."),
        (
            "If the drought goes on, the price of wheat will increase next year.",
            "In a report the price of wheat will decrease next year.",
        ),
        (
            "The bank in the capital will approve the loan for the new harbour if the town agrees.",
            "The bank in the capital will reject the loan for the new harbour.",
        ),
        ("Unless the rules change, the number of flights will fall.", "The number of flights will rise."),
    ],
    "restatement": [
        ("The mayor bought the old mill by the river from Holm.", "Holm sold the old mill by the river."),
        ("The museum purchased the painting from a collector.", "A collector sold the painting to the museum."),
        ("The library lent the manuscript to a school.", "A school borrowed the manuscript from the library."),
        (
            "The farm by the river lent the old tractor for the harvest.",
            "The school by the river borrowed the old tractor for the harvest.",
        ),
        ("Holm sold the old mill to Berg in May.", "Berg bought the old mill from Holm in May."),
        (
            "The city sold the empty hall behind the station in June.",
            "A brewery bought the empty hall behind the station in June.",
        ),
    ],
    "different things": [
        (
            "For years, as the older villagers still tell it, the Soviet retreat cost the valley 400 lives.",
            "The American retreat cost 20 lives.",
        ),
        (
            "Long after everyone had forgotten about it, the Swedish expedition cost the crown 300 sailors.",
            "The Danish expedition cost 40 sailors.",
        ),
        (
            "In that hard season, as its manager now says, the Catholic club sold 2,000 tickets for the match.",
            "The Protestant club sold 9,000 tickets.",
        ),
        (
            "When the archives were opened at last, it became known that the Russian fleet lost 14 ships in the storm.",
            "The British fleet lost 3 ships.",
        ),
    ],
    "last time": [
        ("The firm had not inspected the dam since 2018.", "The firm last inspected the dam in 2018."),
        ("The council has not met since March 2021.", "The council last met in March 2021."),
        ("The ferry has not sailed to Lund since 1999.", "The ferry last sailed to Lund in 1999."),
    ],
    "reported to dispute": [
        (
            "The ministry denied that the garrison had left the valley.",
            "The ministry said that the garrison had stayed in the valley.",
        ),
        (
            "The hospital rejected the claim that the number of infections had risen.",
            "The hospital said that the number of infections had fallen.",
        ),
        ("The coach denied that the club had sold the player.", "The coach said that the club had bought the player."),
        (
            "The company disputed reports that its profits had decreased.",
            "The company said that its profits had increased.",
        ),
        ("The minister denied that the tax on land would rise.", "The minister said that the tax on land would fall."),
    ],
    "perception": [
        (
            "The mayor fears that trade with the south will increase.",
            "The records show that trade with the south will decrease.",
        ),
        ("The farmers fear that the price of milk will fall.", "The figures show that the price of milk will rise."),
        (
            "The coach believes that the team from the north is strong.",
            "The table shows that the team from the north is weak.",
        ),
        (
            "Many voters think that crime in the old city has increased.",
            "The statistics say that crime in the old city has decreased.",
        ),
        (
            "The doctors hope that the new treatment for children is safe.",
            "The doctors found that the new treatment for children is dangerous.",
        ),
    ],
}


@pytest.mark.parametrize(("name", "a", "b"), [(name, a, b) for name, pairs in EXCUSED.items() for a, b in pairs])
def test_a_shape_that_excuses_is_named(name: str, a: str, b: str) -> None:
    """What only seems to conflict is not called a conflict, and the shape that it has is named."""
    found = related(a, b)
    assert found.verdict != "conflict", found
    assert found.excuse == name, found
    assert found.against


def test_every_shape_is_listed_and_shown() -> None:
    """The table of shapes is what the pairs above show, three or more of each."""
    assert set(EXCUSED) == set(EXCUSES)
    assert min(map(len, EXCUSED.values())) >= 3


# What lacks the one thing that makes the shape: the same time, the same place, a definition on both sides ...
CONFLICTS = {
    "period": [
        ("The mill sold 340 tons of flour in 2013.", "The mill sold 430 tons of flour in 2013."),
        ("In May the clinic treated 900 patients for burns.", "In May the clinic treated 400 patients for burns."),
    ],
    "scope": [
        (
            "Over the whole winter, as the health office later wrote, the fever in Bergen killed 60 people.",
            "The fever killed 90 people in Bergen.",
        )
    ],
    "definition": [
        ("The town has 5,200 inhabitants, excluding students.", "The town has 6,100 inhabitants, excluding students."),
        (
            "The town by the lake has 5,200 inhabitants, including students.",
            "The town by the lake does not have 5,200 inhabitants.",
        ),
    ],
    "refinement": [
        (
            "More than 40 percent of the nurses joined the strike.",
            "In all, 33 percent of the nurses joined the strike.",
        ),
        ("The new bridge cost 12 million euros.", "The new bridge cost 14.4 million euros."),
    ],
    "one of a list": [
        ("The vaccine was tested in Norway and Denmark last year.", "The vaccine was tested in Sweden last year."),
    ],
    "conditional": [
        ("If the rains fail, prices in the town will rise.", "If the rains fail, prices in the town will fall."),
    ],
    "restatement": [
        ("Holm bought the old mill by the river in May.", "Holm sold the old mill by the river in May."),
    ],
    "different things": [
        (
            "For years, as the older villagers still tell it, the Soviet retreat cost the valley 400 lives.",
            "The Soviet retreat cost 20 lives.",
        ),
    ],
    "last time": [
        ("The firm did not inspect the dam in 2018.", "The firm last inspected the dam in 2018."),
        ("The ferry has not sailed to Lund since 1999.", "The ferry has sailed to Lund since 1999."),
    ],
    "reported to dispute": [
        ("The coach said that the club had sold the player.", "The coach said that the club had bought the player."),
    ],
    "perception": [
        ("The farmers fear that the price of milk will fall.", "The farmers fear that the price of milk will rise."),
        ("The price of milk in the valley is falling.", "The price of milk in the valley is rising."),
    ],
}


@pytest.mark.parametrize(("name", "a", "b"), [(name, a, b) for name, pairs in CONFLICTS.items() for a, b in pairs])
def test_what_lacks_the_shape_stays_a_conflict(name: str, a: str, b: str) -> None:
    """No shape excuses what only looks like it."""
    found = related(a, b)
    assert found.verdict == "conflict", (name, found)
