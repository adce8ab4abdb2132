"""Seven made-up reports of one event, with what they agree and differ on planted in them; no such ship ever sailed."""

from __future__ import annotations

REPORTS = {
    "A": """The ferry Halcyon ran aground on the Skerrow reef on 14 May 2016.
It had left the port of Tarnmouth at six in the morning with 212 passengers on board.
A thick fog lay over the bay, and the lighthouse on Gull Island could not be seen.
The accident injured 18 passengers, most of them in the dining room.
Fishermen from Tarnmouth took the passengers off the ship in small boats.
Captain Edda Voss had commanded the Halcyon for nine years.
The Norvik Line bought the ship from a Danish yard in 2004.
Its hull was torn open over a length of thirty metres.
Divers found the rudder of the ferry jammed to one side.
The harbour of Tarnmouth stayed closed for two days.
""",
    "B": """On 14 May 2016 the ferry Halcyon struck the Skerrow reef and ran aground.
There were 212 passengers and a crew of 30 on board when it left Tarnmouth.
In the accident 27 passengers were injured, according to the hospital.
Local fishermen saved the passengers with their own boats.
The mayor, Ines Hartog, thanked the fishermen in the town hall.
Nobody in Tarnmouth had seen such a wreck since the war.
The lifeboat of the coast guard came an hour late because its engine failed.
Relatives waited on the quay until the evening.
The Norvik Line has three more ships on the same route.
""",
    "C": """The Norvik Line has spoken about the loss of its ferry Halcyon for the first time.
The company denied that Captain Voss had left the bridge before the accident.
It said that the ship had been inspected in March 2016.
The Halcyon ran aground on the Skerrow reef on 14 May 2016.
Nobody can say yet who will pay for the wreck.
The company offered each passenger 400 crowns.
Its director, Jorn Aldous, refused to take questions on the fog.
He praised the fishermen of Tarnmouth, who had saved all passengers.
A new ferry will sail from next spring.
""",
    "D": """Captain Voss had left the bridge before the accident, and a young mate steered the Halcyon.
The ferry ran aground on the Skerrow reef in thick fog on 14 May 2016.
According to Edda Voss, the lighthouse on Gull Island was dark that morning.
The mate had never steered a ship through the bay before.
The crew tried to turn the ship for ten minutes.
The passengers were asleep or at breakfast when they felt the blow.
An alarm was given only after a quarter of an hour.
The inquiry will hear both officers in June.
The union of seamen blames the long shifts of the Norvik Line.
""",
    "E": """The ferry Halcyon ran aground on the Skerrow reef on 14 May 2016.
It had left the port of Tarnmouth at six in the morning with 212 passengers on board.
A thick fog lay over the bay, and the lighthouse on Gull Island could not be seen.
The accident injured 18 passengers, most of them in the dining room.
Fishermen from Tarnmouth took the passengers off the ship in small boats.
Captain Edda Voss had commanded the Halcyon for nine years.
The harbour of Tarnmouth stayed closed for two days.
Readers of our paper have sent many photographs.
""",
    "F": """The wreck of the Halcyon still lies on the Skerrow reef.
Some 90 tons of oil leaked from the ferry into the bay of Tarnmouth.
Biologists from Lindhal counted 340 dead seabirds on Gull Island.
The fishermen of Tarnmouth may not cast their nets until August.
Edda Voss said that the lighthouse on Gull Island had been dark that morning.
A tug from Lindhal will try to pull the ferry off the reef.
The Norvik Line bought the Halcyon in 2004 from a yard in Denmark.
Booms of straw were laid out along the shore.
The ministry of fisheries has promised help to the town.
""",
    "G": """Tarnmouth is an old port with narrow streets and a market of its own.
Its lighthouse on Gull Island was built in 1871.
Ferries have crossed the bay since the railway came.
The Norvik Line runs four of them, among them the Halcyon.
In summer the boats are full of people who come for the seabirds.
The fishermen sell their catch on the quay every morning.
The town hall has a fine clock, which came from Lindhal.
Fog is common in May, and the bay is known for its reefs.
""",
}
