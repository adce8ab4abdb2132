"""Another language is said, not guessed at: English is told by its commonest words, other scripts by their letters.

The rules and the grammar of this package are those of English. What they make of German looks like a reading and is
none, so a passage in another language is marked and left unread. No language is named: that would be a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from sidebyside.texts import Passage, Source

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Words of grammar: in connected English they are two words in five, in a passage of ten words at least one.
ENGLISH = frozenset(
    "the of and to in that is was for with as by on it be are at this from or an which were has have had not but he "
    "they their its his her she we our you your will would can could may might should must been being there these "
    "those than then who whom what when where while how why if into about after before between through during under "
    "against because since until also only such some any all both each other more most no nor so do does did them "
    "him us my me out up over here just very now never down every like go".split()
)
# The same for languages in Latin letters, without what is common in English pages too ("was", "men", "per", ".com").
OTHERS = [
    frozenset(words.split()) - ENGLISH
    for words in (
        "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass sie "
        "nach wird bei einer um noch wie einem über einen zum haben nur oder aber vor zur bis mehr durch sind kann",
        "le la les des et du en une est dans que qui pour par au il sur pas ne se ce avec sont aux ont mais comme "
        "été elle nous ses leur cette sa ou ces deux ils selon après entre être",
        "el la los qué las de del y que en un una es por con se al lo su para más como pero sus ha este sí porque esta "
        "entre cuando muy sin sobre también hasta hay donde quien desde todo durante fue",
        "il la le lo gli di che è della del un una non con si sono nel alla dei da più anche delle ha come dal "
        "nella ma questo essere stato ed degli tra",
        "o os um uma de do da dos das que e em para não por mais como mas foi ao ele sua ou quando muito nos já "
        "está também pelo pela até isso são",
        "de het een en van dat te zijn voor niet met aan er om ook als dan maar bij uit nog wordt door naar heeft hij "
        "ze deze werd worden tot tegen",
        "och att det som en är av för den till på med har inte om ett ha jag vi kan från eller så i över ikke og til "
        "af er der han var hun et skal blev efter",
        "i w na z do się nie że jest to o jak po od za co ale dla przez czy przy tym który oraz został była było są",
        "ve bir bu da de için ile çok daha olarak olan gibi kadar sonra ne ama en o var değil",
    )
]
# Charles de Gaulle, Lashkar-e-Taiba, www.example.com: small words within a name or an address are of no language.
NAME = re.compile(
    r"(?:://|www\.)\S*|"
    r"\b[A-ZÀ-Þ]\w*+(?:[ -](?:de|la|le|du|da|do|dos|di|della|van|von|der|den|el|al|e|i|y)){1,2}[ -](?=[A-ZÀ-Þ])"
)
ENOUGH = 3  # words: fewer tell nothing, a name or a list mark
CONNECTED = 8  # words without one of English grammar, where one of another tells; in fewer it may be "en route"
PLAIN = 15  # words in small letters without one of any grammar: in no list of goods, in no English sentence
SHARE = 0.1  # of the words, at least: grammar that does more than to be quoted


def language_of(text: str) -> str:
    """`en`, `other`, or "" where it cannot be told: no letters, or too few words.

    >>> language_of("The bridge fell."), language_of("Die Brücke ist nicht gefallen."), language_of("Kabul, 2015")
    ('en', 'other', '')
    """
    if strange_letters(text):
        return "other"
    words = WORD.findall(NAME.sub("", text))
    if len(words) < ENOUGH:
        return ""
    english = sum(word.lower() in ENGLISH for word in words)
    another = max(sum(word in grammar for word in words) for grammar in OTHERS)
    least = 1 if len(words) >= CONNECTED and not english else 2
    if another >= max(least, english + 1, SHARE * len(words)):
        return "other"
    if english:
        return "en"
    return "other" if sum(word.islower() for word in words) >= PLAIN else ""


def strange_letters(text: str) -> bool:
    """Whether most letters are of another script than Latin: three at least, for a formula has one or two.

    >>> strange_letters("Слово"), strange_letters("Talib (طالب)"), strange_letters("angle α"), strange_letters("🙂")
    (True, False, False, False)
    """
    if text.isascii():
        return False
    letters = [ord(letter) for letter in text if letter.isalpha()]
    strange = sum(not (code < 0x2B0 or 0x1E00 <= code < 0x1F00 or 0xFB00 <= code < 0xFB07) for code in letters)
    return strange >= ENOUGH and 2 * strange > len(letters)


def languages_of(source: Source, passages: Sequence[Passage]) -> list[str]:
    """The language of each passage; one too short to tell goes with its paragraph, then with most of the source."""
    found: list[str] = []
    for _, together in groupby(passages, key=lambda p: (p.part, p.paragraph)):
        each = list(together)
        whole = language_of(source.text[each[0].start : each[-1].end])
        found += [language_of(source.words(p)) or whole for p in each] if len(each) > 1 else [whole]
    most = "other" if foreign(zip(found, (p.end - p.start for p in passages), strict=True)) > 0.5 else ""
    return [language or most for language in found]


def foreign(sized: Iterable[tuple[str, int]]) -> float:
    """The share in another language, 0 to 1, of what could be told; each passage is given with its size.

    >>> foreign([("en", 30), ("other", 10), ("", 50)])
    0.25
    """
    told: Counter[str] = Counter()
    for language, size in sized:
        told[language] += size
    return told["other"] / ((told["other"] + told["en"]) or 1)
