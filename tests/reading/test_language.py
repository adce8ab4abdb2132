"""Another language is said: caught in paragraphs of a dozen tongues, and never seen in English that only quotes one."""

from __future__ import annotations

import pytest
from tests.helpers import SHIPPED

from sidebyside.reading.language import foreign, language_of
from sidebyside.reading.read import read
from sidebyside.record import load
from sidebyside.texts import Source

# "The old bridge over the river was closed in spring. Nobody knows why. The mayor spoke of three years."
OTHERS = {
    "German": "Die alte Brücke über den Fluss wurde im Frühjahr geschlossen. Niemand weiß, warum. Der Bürgermeister "
    "sprach von drei Jahren.",
    "French": "Le vieux pont sur la rivière a été fermé au printemps. Personne ne sait pourquoi. Le maire a parlé de "
    "trois ans.",
    "Spanish": "El viejo puente sobre el río fue cerrado en primavera. Nadie sabe por qué. El alcalde habló de tres "
    "años.",
    "Italian": "Il vecchio ponte sul fiume è stato chiuso in primavera. Nessuno sa perché. Il sindaco ha parlato di "
    "tre anni.",
    "Polish": "Stary most na rzece został zamknięty wiosną. Nikt nie wie dlaczego. Burmistrz mówił o trzech latach.",
    "Swedish": "Den gamla bron över floden stängdes i våras. Ingen vet varför. Borgmästaren talade om tre år.",
    "Russian": "Старый мост через реку закрыли весной. Никто не знает почему. Мэр говорил о трёх годах.",
    "Persian": "پل قدیمی روی رودخانه در بهار بسته شد. هیچ کس نمی‌داند چرا. شهردار از سه سال سخن گفت.",
    "Pashto": "پر سیند باندې زوړ پل په پسرلي کې وتړل شو. هیڅوک نه پوهیږي چې ولې. ښاروال د دریو کلونو خبره وکړه.",
    "Arabic": "أُغلق الجسر القديم فوق النهر في الربيع. لا أحد يعرف السبب. تحدث العمدة عن ثلاث سنوات.",
    "Chinese": "河上的旧桥在春天关闭了。没有人知道为什么。市长说要三年。",
}
ENGLISH = [
    "Charles de Gaulle met Ludwig van Beethoven's nephew.",
    "Le Monde and Die Zeit reported it.",
    "Jean de La Fontaine, Vasco da Gama, Rio de Janeiro.",
    "He wrote “Es ist nicht alles Gold, was glänzt” on the wall of the town hall.",
    "Lashkar-e-Taiba, Tehrik-i-Taliban, Hizb-e-Islami, Jamaat-ud-Dawa.",
    "wheat, barley, rice, cotton, melons, grapes, figs, almonds, walnuts, saffron, wool, hides",
    "Kabul, Kandahar, Herat, Mazar-i-Sharif, Jalalabad, Kunduz, Ghazni, Balkh",
    "Von der Leyen visited La Paz en route.",
    "Wheat prices fell sharply.",
    "The word taliban (طالبان) means students.",
    "By “перестройка” he meant a new beginning.",
    "GDP per capita, 2015: US$ 600",
    "$ 75,000 per year, $ 45,000 per year plus 15 percent commission per sale",
    "http://www.example.com/forums/old-bridges/2013/08/lund-mayor-e-mail-n-36959.html",
    "We’ve seen prices rise, I've seen taxes fall.",
    "Ja.",
    "🙂🙂🙂",
    "",
]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_seen(language: str) -> None:
    """A paragraph of three short sentences is enough."""
    assert language_of(OTHERS[language]) == "other"


@pytest.mark.parametrize("text", ENGLISH)
def test_foreign_names_and_quotes_are_english(text: str) -> None:
    """Names, titles and quoted words of another language do not make a passage foreign, nor do lists and fragments."""
    assert language_of(text) != "other"


def test_the_shipped_texts_are_english_throughout() -> None:
    """Not one passage of either text is taken for another language."""
    for source in load(SHIPPED).texts:
        assert [source.words(p) for p in source.passages if language_of(source.words(p)) == "other"] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_source_in_another_language_is_reported_and_not_read(language: str) -> None:
    """The warning names source and share; the passages are listed, all of them, and nothing is made of them."""
    with pytest.warns(UserWarning, match=r"source B \(The bridge\): 100% of the words .* B1\) .* not read"):
        reading = read(Source("B", "The bridge", f"{OTHERS[language]} 2015: 3.000"))
    assert reading.language == "other"
    assert set(reading.passages.language) == {"other"}
    assert len(reading.items) == 0


def test_a_paragraph_in_another_language_is_left_out() -> None:
    """What is English around it is read as if it were not there; the share of words is right."""
    english = "The bridge fell in 2015, and the mayor said that he was sorry."
    with pytest.warns(UserWarning, match=r"42% of the words \(3 of 5 passages, the first A2\)"):
        reading = read(Source("A", "", f"{english}\n\n{OTHERS['German']}\n\n{english}\n"))
    assert reading.language == "mixed"
    assert reading.passages.language.tolist() == ["en", "other", "other", "other", "en"]
    assert reading.dates.passage.tolist() == ["A1", "A5"]
    assert reading.foreign == pytest.approx(19 / (19 + 2 * 13))


def test_a_word_too_few_goes_with_the_rest() -> None:
    """ "Nein." alone tells nothing; in a German source it is German, in an English one it is read."""
    with pytest.warns(UserWarning, match="100%"):
        assert set(read(Source("A", "", f"{OTHERS['German']}\n\nNein.\n")).passages.language) == {"other"}
    assert read(Source("A", "", "The bridge fell, and he cried.\n\nNein.\n")).passages.language.tolist() == ["en", ""]


def test_without_words_there_is_no_share() -> None:
    """Nothing that could be told: no division by nothing."""
    assert foreign([("", 10)]) == 0
