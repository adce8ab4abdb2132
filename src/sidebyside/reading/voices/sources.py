"""Who a source is: the name within the phrase, the office beside it, what kind of speaker, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import NOUNS
from sidebyside.reading.voices.documents import DOCUMENTS, GROUPS, NOBODY, SEATS, TITLES
from sidebyside.reading.voices.grammar import TELLING, Run, child, holder, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SPEAKER = frozenset("i me my mine myself we us our ours ourselves".split())
PRONOUNS = {
    **dict.fromkeys("he she him her his hers himself herself".split(), "one"),
    **dict.fromkeys("they them their theirs themselves".split(), "many"),
    **dict.fromkeys("it its itself".split(), "thing"),
}
THE_TEXT = frozenset("paper essay article analysis study chapter".split())
RELATIVE = frozenset("who whom whose which that".split())
PLACES = ("GPE", "LOC", "FAC")
POSSESSIVE = re.compile(r"['’]s?$")
OF = re.compile(r" (?:of|to|for|in|on|at) ")
ARTICLE = re.compile(r"^(?:the|a|an|then) ", re.IGNORECASE)


@dataclass(frozen=True)
class Speaker:
    """A source, once it is known who is meant. `number` (one, many, thing) says which pronouns may stand for it."""

    who: str
    role: str = ""
    kind: str = "unnamed"
    number: str = ""
    others: tuple[str, ...] = ()


NOBODY_NAMED = Speaker("")
AUTHOR = Speaker("the author", kind="person")


@dataclass
class Known:
    """Whom a document speaks of: persons by surname, and the last speaker of each number."""

    persons: dict[str, str] = field(default_factory=dict)
    last: dict[str, Speaker] = field(default_factory=dict)
    offices: dict[str, Speaker] = field(default_factory=dict)

    def in_office(self, head: Token, start: int, end: int) -> Speaker | None:
        """Who was named before with the office that a phrase gives: the same two words, of the same places."""
        found = self.offices.get(office(head.doc[start : head.i + 1].text))
        if found is None or not capitals(found.role) <= capitals(head.doc[start:end].text):
            return None
        return found

    def note(self, speaker: Speaker) -> None:
        """Remembers a speaker as the last of its number; a body may also be meant by "they"."""
        if speaker.kind == "person" and (held := office(OF.split(speaker.role)[0])):
            self.offices[held] = speaker
        if speaker.who and speaker.number:
            self.last[speaker.number] = speaker
            if speaker.number == "thing":
                self.last["many"] = speaker

    def full(self, name: str) -> str:
        """A person's full name where only the surname stands."""
        return self.persons.get(name) or name


def office(words: str) -> str:
    """The last two words of an office, by which it is known again; "" where they do not single it out.

    >>> office("the mayor's special envoy"), office("envoy"), office("Prime Minister")
    ('special envoy', '', '')
    """
    last = words.split()[-2:]
    return " ".join(last) if len(last) == 2 and all(word.islower() and word.isalpha() for word in last) else ""


def capitals(words: str) -> set[str]:
    """The names in an office, "Russian" and the like with them."""
    return {word for word in re.findall(r"\w+", words) if word[0].isupper()}


def persons_in(docs: Iterable[Doc]) -> dict[str, str]:
    """Full names by surname; a surname that two persons share is left out.

    Names found as persons only: "Nicholson" alone may be labelled anything, "John Nicholson" hardly.
    """
    found: dict[str, set[str]] = {}
    for doc in docs:
        for ent in doc.ents:
            name = POSSESSIVE.sub("", ent.text)
            if ent.label_ == "PERSON" and " " in name and "\n" not in name:
                found.setdefault(name.split()[-1], set()).add(name)
    return {surname: max(names, key=len) for surname, names in found.items() if len({n.split()[0] for n in names}) == 1}


def named(head: Token, known: Known, within: Run | None = None) -> Speaker:
    """The speaker that a phrase names, from its head."""
    behind = whose_words(head)
    start, end = within if within is not None and behind == head else phrase(behind)
    head = behind
    core = name_tokens(head)
    beside = child(head, "appos") or between_commas(head)
    roles: list[str] = []
    if not core:
        other = beside if beside is not None and name_or_word(beside) else name_at_end(head, end)
        if other is not None:  # the mayor, Ana Holm
            roles.append(head.doc[start : max(head.i + 1, min(other.left_edge.i, name_or_word(other)[0].i))].text)
            head, core = other, name_or_word(other)
            start = core[0].i
    elif beside is not None and not name_tokens(beside) and beside.i < end:  # Ana Holm, the mayor
        roles.append(head.doc[slice(*phrase(beside))].text)
    if is_the_text_itself(head):
        return AUTHOR
    others = tuple(named(c, known).who for c in joined(head) if c.i < end)
    if not core:
        if holds_office := known.in_office(head, start, end):
            return holds_office
        return Speaker(common_name(head, start, end), "", *kind_of(head, "", known), others)
    titles = [t for t in core if t.lower_.rstrip(".") in TITLES]
    while len(core) > 1 and core[0].lower_.rstrip(".") in TITLES:
        core = core[1:]
    name = POSSESSIVE.sub("", head.doc[core[0].i : core[-1].i + 1].text)
    kind, number = kind_of(head, name, known)
    if kind == "person":
        name = known.full(name)
        before = head.doc[start : core[0].i] if start < core[0].i else titles
        roles.insert(0, " ".join(t.text for t in before if t.pos_ not in ("DET", "PUNCT", "SPACE")))
    role = ", ".join(dict.fromkeys(ARTICLE.sub("", r).strip(" ,") for r in roles if r.strip(" ,")))
    return Speaker(name, role, kind, "many" if others else number, others)


def is_the_text_itself(head: Token) -> bool:
    """Whether "this paper" speaks: the text at hand."""
    return head.lemma_.lower() in THE_TEXT and any(c.lower_ == "this" for c in head.lefts)


def whose_words(head: Token) -> Token:
    """Whoever stands behind a noun of saying: "remarks by Holm", "Kabul's attitude"; else the noun itself."""
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN" and (lemma in NOUNS or lemma in TELLING) and lemma not in ("plan", "agreement", "paper"):
        return holder(head) or head
    return head


def joined(head: Token) -> list[Token]:
    """Those named along with a speaker: "Russia, China and Pakistan"."""
    found: list[Token] = []
    last: Token | None = head
    while last is not None and len(found) < 12:
        last = next((c for c in last.rights if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if last is not None:
            found.append(last)
    return found


def name_tokens(head: Token) -> list[Token]:
    """The run of words that make a name and end in its head: [] where the head is no name."""
    if head.pos_ != "PROPN":
        return []
    first = last = head.i
    person = head.ent_type_ == "PERSON"
    while first > 0:
        t = head.doc[first - 1]
        within = t.pos_ == "PROPN" and t.dep_ != "poss" and t.head.i <= head.i and t.head.i >= first
        if not (within or (not person and t.text[:1].isupper() and t.pos_ == "ADJ" and t.head.i == head.i)):
            break
        first -= 1
    return list(head.doc[first : last + 1])


def name_or_word(head: Token) -> list[Token]:
    """The words of a name; of one that the parser has not known for a name, the one word."""
    return name_tokens(head) or ([head] if head.dep_ == "amod" else [])


def between_commas(head: Token) -> Token | None:
    """A capitalised word between commas right after a noun, whatever the parser took it for: "the company, Halden,"."""
    here = next((c for c in head.rights if c.i == head.i + 2 and c.dep_ == "amod" and c.text[:1].isupper()), None)
    if here is None or here.nbor(-1).text != "," or here.i + 1 == len(head.doc) or here.nbor(1).text != ",":
        return None
    return here


def name_at_end(head: Token, end: int) -> Token | None:
    """A person's name that ends the phrase after a comma, wherever the parser has hung it."""
    last = head.doc[end - 1]
    if last.i > head.i and last.ent_type_ == "PERSON":
        names = name_tokens(last)
        if names and names[0].i > head.i + 1 and head.doc[names[0].i - 1].text == ",":
            return last
    return None


def common_name(head: Token, start: int, end: int) -> str:
    """A speaker without a name: "several Russian experts" without the article, with what "of" adds."""
    while start < head.i and head.doc[start].pos_ in ("DET", "PUNCT", "PRON", "SPACE"):
        start += 1
    of = [c.right_edge.i + 1 for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"]
    return POSSESSIVE.sub("", head.doc[start : max(head.i + 1, min(max(of, default=0), end))].text)


def kind_of(head: Token, name: str, known: Known) -> tuple[str, str]:
    """The kind of speaker, and its number."""
    lemma = head.lemma_.lower()
    if lemma in DOCUMENTS and head.ent_type_ != "PERSON":
        return "document", "thing"
    if not name:
        return kind_of_common(head, lemma)
    if name in known.persons or name in known.persons.values():
        return "person", "one"
    if head.ent_type_ in PLACES or name.lower() in SEATS:
        return "place-for-government", "thing"
    if head.tag_ == "NNPS" or head.ent_type_ == "NORP":
        return "collective", "many"
    if head.ent_type_ in ("WORK_OF_ART", "LAW"):
        return "document", "thing"
    if head.ent_type_ in ("ORG", "EVENT", "PRODUCT") or lemma in GROUPS:
        return "collective", "thing"
    return "person", "one"


def kind_of_common(head: Token, lemma: str) -> tuple[str, str]:
    """The kind and number of a speaker without a name."""
    if head.pos_ == "ADJ" and head.ent_type_ in (*PLACES, "NORP"):  # Russian claims
        return "collective", "many"
    plural = head.tag_ in ("NNS", "NNPS") or lemma in ("people", "police", "some", "many", "several", "most", "few")
    if lemma in NOBODY or head.pos_ in ("PRON", "DET", "NUM", "ADJ"):
        return "unnamed", "many" if plural else "one"
    if plural or lemma in GROUPS or head.ent_type_ == "ORG":
        return "collective", "many" if plural else "thing"
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an", "one", "another", "some") for c in head.children)
    return ("unnamed" if indefinite else "person"), "one"
