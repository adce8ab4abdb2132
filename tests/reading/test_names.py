"""A name stands at its place, without its title; whoever is named twice has one name, and two are never made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, SHIPPED, TEXTS

import sidebyside
from sidebyside.reading.frames import MENTIONS, NAMES, frame
from sidebyside.reading.names import HOW, TYPES, Mention, mentions_in, merged
from sidebyside.reading.parse import parsed


def rows_of(mentions: Sequence[Mention], source: str, passage: str, start: int) -> pd.DataFrame:
    """The mentions of a passage that starts at that code point, as a table."""
    at = {"source": source, "passage": passage}
    places = ({"start": start + m.start, "end": start + m.end, "quote": m.words} for m in mentions)
    return frame((asdict(m) | at | place for m, place in zip(mentions, places, strict=True)), MENTIONS)


READ = ("body", "comment", "note", "byline")
# Every mention of a person in the two shipped texts, read by eye: passage, words, name.
PERSONS = [
    ("A4", "N.G. Stoletov", "N.G. Stoletov"),
    ("A5", "Stoletov", "N.G. Stoletov"),
    ("A65", "Hamid Karzai", "Hamid Karzai"),
    ("A65", "Ashraf Ghani Ahmadzai", "Ashraf Ghani Ahmadzai"),
    ("A69", "Ghani", "Ashraf Ghani Ahmadzai"),
    ("A69", "Zamir Kabulov", "Zamir Kabulov"),
    ("A70", "Kabulov", "Zamir Kabulov"),
    ("A72", "Kabulov", "Zamir Kabulov"),
    ("A73", "Mike Pompeo", "Mike Pompeo"),
    ("A74", "Pompeo", "Mike Pompeo"),
    ("A74", "Sergei Lavrov", "Sergei Lavrov"),
    ("A81", "Ekaterina Stepanova", "Ekaterina Stepanova"),
    ("A91", "Vladimir Putin", "Vladimir Putin"),
    ("A93", "Kabulov", "Zamir Kabulov"),
    ("A94", "Arkady Dubnov", "Arkady Dubnov"),
    ("A95", "Mullah Omar", "Mullah Omar"),
    ("A98", "Aleksandr Lebed", "Aleksandr Lebed"),
    ("A99", "Dmitry Rogozin", "Dmitry Rogozin"),
    ("A100", "Zelimkhan Yandarbiyev", "Zelimkhan Yandarbiyev"),
    ("A104", "Dubnov", "Arkady Dubnov"),
    ("A104", "Mullah Omar", "Mullah Omar"),
    ("A107", "Lavrov", "Sergei Lavrov"),
    ("A108", "John Nicholson", "John Nicholson"),
    ("A110", "Nicholson", "John Nicholson"),
    ("A111", "Nicholson", "John Nicholson"),
    ("A112", "Artemy M. Kalinovsky", "Artemy M. Kalinovsky"),
    ("A120", "Hamid Karzai", "Hamid Karzai"),
    ("A120", "Ghani", "Ashraf Ghani Ahmadzai"),
    ("A120", "Karzai", "Hamid Karzai"),
    ("A127", "Nurlan Aliyev", "Nurlan Aliyev"),
    ("A132", "Mesiagha Mehemmedi", "Mesiagha Mehemmedi"),
    ("A132", "Andris Banka", "Andris Banka"),
    ("A133", "Alexey Druzhinin", "Alexey Druzhinin"),
    ("B15", "Hafizullah Amin", "Hafizullah Amin"),
    ("B15", "Babrak Karmal", "Babrak Karmal"),
    ("B16", "Hafizullah", "Hafizullah Amin"),
    ("B17", "Hafizullah Amin", "Hafizullah Amin"),
    ("B23", "Najibullah", "Najibullah"),
    ("B40", "Hamid Karzai", "Hamid Karzai"),
    ("B45", "Najib", "Najib"),
    ("B46", "Najib", "Najib"),
]


def table(*texts: str, source: str = "A") -> pd.DataFrame:
    """The mentions of passages that follow one another in one source."""
    tables, start = [], 0
    for i, doc in enumerate(parsed(texts)):
        tables.append(rows_of(mentions_in(doc), source, f"{source}{i + 1}", start))
        start += len(doc.text) + 1
    return pd.concat(tables, ignore_index=True)


def named(*texts: str, aliases: Mapping[str, Sequence[str]] | None = None, capitals: bool = True) -> list[list[str]]:
    """Words, name and how of every mention."""
    found = merged(table(*texts), aliases or {}, capitals)
    return found[["quote", "name", "how"]].to_numpy().tolist()


def typed(text: str) -> list[tuple[str, str]]:
    """Words and type of every name in a passage."""
    return [(quote, kind) for quote, kind in merged(table(text))[["quote", "type"]].to_numpy().tolist()]


def written(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Mentions put down by hand: source, words, type; each in a passage of its own."""
    cells = [
        {"source": source, "passage": f"{source}{i}", "start": i * 100, "end": i * 100 + len(words), "quote": words}
        | {"type": kind}
        for i, (source, words, kind) in enumerate(rows)
    ]
    return pd.DataFrame(cells, columns=["source", "passage", "start", "end", "quote", "type"])


def names_of(*rows: tuple[str, str, str]) -> list[str]:
    """The names of mentions put down by hand."""
    return merged(written(*rows)).name.tolist()


@pytest.fixture(scope="module")
def shipped() -> pd.DataFrame:
    """All mentions of the two shipped texts."""
    tables = []
    for source in sidebyside.load(SHIPPED).texts:
        passages = [p for p in source.passages if p.part in READ]
        docs = parsed(source.words(p) for p in passages)
        tables += [rows_of(mentions_in(d), source.key, p.id, p.start) for p, d in zip(passages, docs, strict=True)]
    return pd.concat(tables, ignore_index=True)


def test_every_person_of_the_shipped_texts_is_named_and_nobody_else(shipped: pd.DataFrame) -> None:
    """Each mention of a person under one name throughout, none missed, none invented, without a list of names."""
    found = merged(shipped)
    persons = found[found.type == "person"]
    assert persons[["passage", "quote", "name"]].to_numpy().tolist() == [list(person) for person in PERSONS]


def test_the_shipped_list_of_names_wins(shipped: pd.DataFrame) -> None:
    """What comparison.yml lists goes under the name it lists, and says that it does."""
    aliases = sidebyside.load(SHIPPED).about.names
    found = merged(shipped, {entry.name: entry.also for entry in aliases})
    ghani = found[found.quote == "Ghani"]
    assert set(ghani.name) == {"Ashraf Ghani"}
    assert set(ghani.how) == {"alias"}
    assert set(found[found.quote.isin(["IS-K", "ISIL"])].name) == {"Islamic State in Afghanistan"}


def test_names_of_the_shipped_texts_that_are_no_persons(shipped: pd.DataFrame) -> None:
    """Bodies, treaties, pipelines, wars and movements of the two texts have their types and one name each."""
    found = merged(shipped).drop_duplicates("name").set_index("name")
    expected = {
        "Collective Security Treaty Organization": "organisation",
        "U.S. Office of National Drug Control Policy": "organisation",
        "Islamic State-Khorasan Province": "organisation",
        "Rostec": "organisation",
        "Treaty on the Eurasian Economic Union": "document",
        "Foreign Policy Concept": "document",
        "Military Doctrine": "document",
        "TAPI gas pipeline": "project",
        "CASA-1000": "project",
        "Russian-Turkish War": "event",
        "Moscow format": "event",
        "Taliban": "group",
        "Mujahideen": "group",
        "Afghans": "group",
        "North-West Frontier Provinces": "place",
        "Chechen Republic": "place",
    }
    assert found.loc[list(expected)].type.to_dict() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bukayo Saka scored twice for Arsenal at the Emirates Stadium, and manager Mikel Arteta praised Saka.",
            [
                ("Bukayo Saka", "person"),
                ("Arsenal", "organisation"),
                ("Emirates Stadium", "place"),
                ("Mikel Arteta", "person"),
                ("Saka", "person"),
            ],
        ),
        (
            "A team led by Dr. Ulrike Lohmann of the Max Planck Institute for Chemistry used the James Webb Space "
            "Telescope.",
            [
                ("Ulrike Lohmann", "person"),
                ("Max Planck Institute for Chemistry", "organisation"),
                ("James Webb Space Telescope", "project"),
            ],
        ),
        (
            "Thomas Okafor was sentenced by Judge Helen Pryce at Leeds Crown Court on Monday.",
            [("Thomas Okafor", "person"), ("Helen Pryce", "person"), ("Leeds Crown Court", "organisation")],
        ),
        (
            "The Duke of Wellington won the Battle of Waterloo, and the Congress of Vienna pleased the Russians.",
            [
                ("Duke of Wellington", "person"),
                ("Battle of Waterloo", "event"),
                ("Congress of Vienna", "event"),
                ("Russians", "group"),
            ],
        ),
        (
            "Shares fell after Chief Executive Oliver Blume warned Ford Motor Company and General Motors.",
            [("Oliver Blume", "person"), ("Ford Motor Company", "organisation"), ("General Motors", "organisation")],
        ),
        (
            "Senator Ron Whitfield and Rep. Alice Moreno introduced the Clean Rivers Act.",
            [("Ron Whitfield", "person"), ("Alice Moreno", "person"), ("Clean Rivers Act", "document")],
        ),
        (
            "Ursula von der Leyen and King Charles III met Jean-Luc Moreau.",
            [("Ursula von der Leyen", "person"), ("King Charles III", "person"), ("Jean-Luc Moreau", "person")],
        ),
    ],
)
def test_names_in_other_fields(text: str, expected: list[tuple[str, str]]) -> None:
    """Sport, science, courts, history, business, parliaments and odd surnames: words and types."""
    assert typed(text) == expected


def test_titles_and_offices_stand_beside_the_name() -> None:
    """The mention's words are the name alone; what stands before it is kept as the title."""
    (doc,) = parsed(["Maj. Gen. Ivo Holm and U.S. Secretary of State Ana Dahl met President Bo Lund."])
    assert [(m.title, m.words) for m in mentions_in(doc)] == [
        ("Maj. Gen.", "Ivo Holm"),
        ("", "U.S."),
        ("Secretary of State", "Ana Dahl"),
        ("President", "Bo Lund"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "However, nobody came. Recent talks failed. Moreover, critics laughed.",
        "On Monday the Russian minister and an American official spoke Russian in July.",
        "The President and the Prime Minister left.",
        "Peace Initiatives as Competition",
        "Weaknesses and Strengths of the Old Guard",
        "How Ana Holm Lost Her Bridge",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    """The first word of a sentence, days, adjectives of nations, bare offices and lines in Title Case name nobody."""
    assert [name for name, kind in typed(text) if kind in ("person", "group")] == []


def test_hyphens_tie_names_or_part_them() -> None:
    """China-Russia are two, a Moscow-led body has one, al-Qaeda and CASA-1000 are whole, Dr-Najib has a title."""
    text = "The China-Russia and U.S.-Russian talks, the Moscow-led bloc, al-Qaeda, CASA-1000 and Dr-Najib were named."
    whole = ["China", "Russia", "U.S.", "Moscow", "al-Qaeda", "CASA-1000", "Najib"]
    assert [name for name, _ in typed(text)] == whole


def test_peoples_are_names_only_as_nouns() -> None:
    """Russians and the British are groups; Russian officials and British ships name no group."""
    text = "The Russians and the British met Afghans while Russian officials watched British ships."
    assert typed(text) == [("Russians", "group"), ("British", "group"), ("Afghans", "group")]


def test_surname_given_name_and_initials_lead_to_the_full_name() -> None:
    """One name throughout, and how each mention leads to it."""
    assert named("Hafiz Amin spoke.", "Amin left.", "They killed Hafiz.", "Then H. Amin was buried.") == [
        ["Hafiz Amin", "Hafiz Amin", "full"],
        ["Amin", "Hafiz Amin", "surname"],
        ["Hafiz", "Hafiz Amin", "given"],
        ["H. Amin", "Hafiz Amin", "initials"],
    ]


def test_a_shared_surname_is_that_of_the_nearest_before() -> None:
    """Two Dahls: the one met last is meant, and nobody where both stand in the passage before."""
    apart = (
        ("A", "Eva Dahl", "person"),
        ("A", "Dahl", "person"),
        ("A", "Erik Dahl", "person"),
        ("A", "Dahl", "person"),
    )
    assert names_of(*apart) == ["Eva Dahl", "Eva Dahl", "Erik Dahl", "Erik Dahl"]
    together = written(*apart[::2], ("A", "Dahl", "person"))
    together.loc[:1, "passage"] = "A0"
    assert merged(together).name.tolist() == ["Eva Dahl", "Erik Dahl", "Dahl"]


def test_a_surname_may_stand_in_another_source() -> None:
    """Where a source has the surname alone, the one full name of the others is meant; of two, neither."""
    assert names_of(("A", "Ana Holm", "person"), ("B", "Holm", "person")) == ["Ana Holm", "Ana Holm"]
    two = names_of(("A", "Ana Holm", "person"), ("C", "Bo Holm", "person"), ("B", "Holm", "person"))
    assert two == ["Ana Holm", "Bo Holm", "Holm"]


def test_initials_are_opened_by_brackets_or_by_a_name_that_stands_there() -> None:
    """What a source says in brackets counts in all; else the one name whose words begin with the letters."""
    found = named("The Collective Security Treaty Organization (CSTO) met.", "The CSTO left.", "The UN asked.")
    assert found == [
        ["Collective Security Treaty Organization", "Collective Security Treaty Organization", "full"],
        ["CSTO", "Collective Security Treaty Organization", "initials"],
        ["CSTO", "Collective Security Treaty Organization", "initials"],
        ["UN", "UN", "full"],
    ]
    assert names_of(("A", "US", "place"), ("B", "United States", "place")) == ["United States", "United States"]
    two = (
        ("A", "ESA", "organisation"),
        ("A", "Euler Sky Agency", "organisation"),
        ("A", "East Side Arts", "organisation"),
    )
    assert names_of(*two)[0] == "ESA"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Mujahideen", "Mujahedeen", "group"),
        ("Khorasan", "Khorosan", "place"),
        ("Inter-Services Intelligence", "Inter-Service Intelligence", "organisation"),
        ("Treaty Organisation", "Treaty Organization", "organisation"),
        ("CASA-1000", "CASA1000", "project"),
        ("Sergei Lavrov", "Sergey Lavrov", "person"),
        ("Mike Pompeo", "Michael Pompeo", "person"),
        ("Artemy Kalinovsky", "Artemy M. Kalinovsky", "person"),
        ("Ashraf Ghani", "Ashraf Ghani Ahmadzai", "person"),
        ("the Taliban’s", "Taliban", "group"),
        ("Russians", "Russian", "group"),
    ],
)
def test_spellings_of_one_name_are_joined(one: str, other: str, kind: str) -> None:
    """Vowels, British endings, middle names, short forms, articles and possessives make no second name."""
    assert len(set(names_of(("A", one, kind), ("B", other, kind)))) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Iran", "Iraq", "place"),
        ("Austria", "Australia", "place"),
        ("Iceland", "Ireland", "place"),
        ("Colombia", "Columbia", "place"),
        ("Slovakia", "Slovenia", "place"),
        ("Niger", "Nigeria", "place"),
        ("Area 51", "Area 52", "place"),
        ("CASA-1000", "CASA-2000", "project"),
        ("World War I", "World War II", "event"),
        ("Eva Dahl", "Erik Dahl", "person"),
        ("Antonio Silva", "Antonia Silva", "person"),
        ("George H. Bush", "George W. Bush", "person"),
        ("Hassan Ali", "Hussein Ali", "person"),
        ("Johnson", "Johnston", "person"),
    ],
)
def test_two_names_are_never_made_one(one: str, other: str, kind: str) -> None:
    """Short names, other consonants, other numbers and other first names stay apart."""
    assert len(set(names_of(("A", one, kind), ("B", other, kind)))) == 2


def test_a_name_that_fits_two_persons_is_nobodys() -> None:
    """J. Smith may be John or Jane: it stays as it stands."""
    rows = (("A", "John Smith", "person"), ("A", "Jane Smith", "person"), ("A", "J. Smith", "person"))
    assert names_of(*rows) == ["John Smith", "Jane Smith", "J. Smith"]


def test_the_council_is_the_one_named_before() -> None:
    """The last words of a body's name lead back to it once it has stood in full, and to none of two."""
    body = "organisation"
    assert names_of(("A", "High Peace Council", body), ("A", "Peace Council", body)) == ["High Peace Council"] * 2
    two = (("A", "Water Council", body), ("A", "Fire Council", body), ("A", "Council", body))
    assert names_of(*two)[2] == "Council"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow believes that the talks will fail.", "Russia"),
        ("Moscow’s attitude has changed.", "Russia"),
        ("The bloc is a Moscow-led one.", "Russia"),
        ("Kabul was pleased by a promise from Moscow.", "Russia"),
        ("Relations with Moscow are bad.", "Russia"),
        ("The delegates met in Moscow.", "Moscow"),
        ("She flew to Moscow.", "Moscow"),
        ("Moscow’s streets were empty.", "Moscow"),
        ("They visited Moscow in May.", "Moscow"),
        ("A Moscow-based scholar spoke.", "Moscow"),
    ],
)
def test_a_capital_stands_for_its_country_where_it_acts(text: str, name: str) -> None:
    """Where a capital thinks or does, its government is meant; where something is, the city. The rule can be off."""
    assert [found for words, found, _ in named(text) if words == "Moscow"] == [name]
    assert [found for words, found, _ in named(text, capitals=False) if words == "Moscow"] == ["Moscow"]


def test_the_rule_of_capitals_can_be_taken_back() -> None:
    """A merged table merged again without the rule has its cities back."""
    found = merged(table("Moscow denied it.", "The Kremlin laughed."))
    assert found[["name", "how"]].to_numpy().tolist() == [["Russia", "rule"], ["Russia", "rule"]]
    assert merged(found, capitals=False).name.tolist() == ["Moscow", "Kremlin"]


def test_aliases_win_over_every_rule() -> None:
    """A listed name goes where the list says, also where a rule would lead it elsewhere."""
    listed = {"Holm the elder": ["Holm"], "Government of Russia": ["Moscow"]}
    assert named("Ana Holm spoke.", "Moscow denied what Holm said.", aliases=listed) == [
        ["Ana Holm", "Ana Holm", "full"],
        ["Moscow", "Government of Russia", "alias"],
        ["Holm", "Holm the elder", "alias"],
    ]


def test_the_model_may_label_a_surname_as_it_likes() -> None:
    """A surname taken for a city or a body is a person's once the full name stands in the source."""
    rows = (("A", "Zamir Kabulov", "person"), ("A", "Kabulov", "place"), ("A", "Kabulov", "organisation"))
    found = merged(written(*rows))
    assert set(found.name) == {"Zamir Kabulov"}
    assert set(found.type) == {"person"}


def test_a_result_has_the_columns_and_values_that_it_promises(shipped: pd.DataFrame) -> None:
    """Columns of NAMES, types and hows from their lists, a row for a mention in the order given."""
    found = merged(shipped)
    assert list(found.columns) == list(NAMES)
    assert set(found.type) <= set(TYPES)
    assert set(found.how) <= set(HOW)
    assert found.start.tolist() == shipped.start.tolist()


@given(TEXTS)
@REPEATABLE
def test_every_mention_stands_at_its_place(text: str) -> None:
    """Whatever the text: no crash, the words stand where they are said to stand, and no two names overlap."""
    (doc,) = parsed([text])
    found = mentions_in(doc)
    assert [doc.text[m.start : m.end] for m in found] == [m.words for m in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(merged(rows_of(found, "A", "A1", 0))) == len(found)


WORDS = st.sampled_from(
    "Ana Holm|Holm|Ana|A. Holm|Ana B. Holm|Bo Holm|Anna Holm|Dahl|Eva Dahl|US|United States|Moscow|Kremlin|Kabul|"
    "High Peace Council|Peace Council|Council|HPC|Mujahideen|Mujahedin|Russians|Russian|Jordan|Ada Jordan|van Dijk|"
    "Virgil van Dijk|CASA-1000|the|’s|🙂|Москва|TAPI|TAPI gas pipeline|Washington|Ida Washington".split("|")
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from("ABC"), WORDS, st.sampled_from([*TYPES, ""]), st.sampled_from(["acts", "place", ""]),
        st.sampled_from(["", "Dr"]), st.integers(0, 5),
    ),
    max_size=14,
)  # fmt: skip


def drawn(rows: list[tuple[str, str, str, str, str, int]]) -> pd.DataFrame:
    """Drawn mentions as a table."""
    cells = [
        {"source": source, "passage": f"{source}{p}", "start": p * 1000 + i, "end": p * 1000 + i + len(words)}
        | {"quote": words, "type": kind, "setting": setting, "title": title, "short_for": ""}
        for i, (source, words, kind, setting, title, p) in enumerate(rows)
    ]
    return pd.DataFrame(cells, columns=list(MENTIONS))


LISTS = st.sampled_from([{}, {"Anna Holm": ["Holm"], "Russia": ["Moscow"]}, {"Bo Holm": ["Bo"], "Council": ["HPC"]}])


@given(ROWS, LISTS, st.booleans())
@REPEATABLE
def test_merging_twice_is_merging_once(
    rows: list[tuple[str, str, str, str, str, int]], aliases: dict[str, list[str]], capitals: bool
) -> None:
    """What is merged already stays as it is."""
    found = merged(drawn(rows), aliases, capitals)
    pd.testing.assert_frame_equal(merged(found, aliases, capitals), found)


@given(ROWS, st.permutations("ABC"))
@REPEATABLE
def test_the_order_of_sources_decides_nothing(
    rows: list[tuple[str, str, str, str, str, int]], order: list[str]
) -> None:
    """Which source is read first changes no name."""
    whole = drawn(rows)
    turned = pd.concat([whole[whole.source == key] for key in order])
    pd.testing.assert_frame_equal(
        merged(turned).sort_values(["source", "start"], ignore_index=True),
        merged(whole).sort_values(["source", "start"], ignore_index=True),
    )
