"""Small questions put to the parse: who is the subject, is the verb finite, what shape has the clause."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.scale import Cue

FINITE = {"VBD", "VBZ", "VBP", "MD"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
SPEAKER = {"i", "we"}
CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
NEAR = 60  # words: an aim further back is not what a bare verb goes on with
SAYING = {"say", "add", "tell", "think", "believe", "argue", "claim", "note", "explain", "write", "report", "know"}
ASKING = {"why", "when", "where", "how", "who", "whom", "what", "which", "whose"}
# Endings that make a noun of a deed, the deeds that have none, and nouns that end so and are no deeds.
EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ery", "ism", "aval", "ival", "wal", "posal", "oval")
EVENT_NOUNS = frozenset(
    """
    accord advance aid arrest assault attack ban battle bid blast boycott ceasefire change clash coup crisis cut deal
    death debate decline defeat demand drop effort exit fall fight flight growth help hit inquiry launch leak loss
    merger move murder offensive offer probe protest purchase raid rally release request return rise rule sale search
    shift siege split spread strike suicide summit supply surge takeover talk talks threat trade transfer travel treaty
    trial trip truce victory visit vote war withdrawal
    """.split()
)
NO_EVENTS = frozenset(
    """
    absence ambulance apartment audience balance condition conscience department difference direction distance document
    edition element environment equipment evidence experience fraction function generation government information
    instance institution instrument intelligence location moment nation opinion option organisation organization
    parliament patience pavement population portion position presence proportion question ratio regiment region
    relation religion science season section segment sentence silence situation station tourism tradition version
    vision capitalism communism nationalism building evening morning meaning ceiling something nothing anything
    """.split()
)


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels."""
    return next((kid for kid in token.children if kid.dep_ in labels), None)


def head_of(token: Token) -> Token:
    """The head, mended where the form of a joined verb shows that the parser joined it to the wrong one.

    "She assumes it will fall and aims to leave": not "will aims". "She works with them to build and repair": not
    "works and repair".
    """
    head = token.head
    if token.dep_ != "conj" or child(token, *SUBJECTS) or head.dep_ not in (*CLAUSES, "ROOT", "conj", "relcl"):
        return head
    helped = any(kid.tag_ == "MD" for kid in head.children)
    if token.tag_ in ("VBZ", "VBD") and head.tag_ == "VB" and helped and head.dep_ in CLAUSES and head.head.i < head.i:
        return head.head
    if token.tag_ == "VB" and head.tag_ not in ("VB", "MD") and not (is_helped(token) and not has_to(token)):
        between = token.doc[max(head.i, token.i - NEAR) + 1 : token.i]
        aims = (word for word in reversed(between) if word.tag_ == "VB" and has_to(word))
        return next((aim for aim in aims if not token.is_ancestor(aim)), head)  # none that hangs on the token itself
    return head


def sentence_of(token: Token) -> tuple[int, int]:
    """The first token of the sentence and the one after its last: spaCy's own `sent` looks at the whole Doc."""
    top = token
    for _ in range(NEAR):
        if top.head.i == top.i:
            break
        top = top.head
    return top.left_edge.i, top.right_edge.i + 1


def is_helped(verb: Token) -> bool:
    """It has an auxiliary."""
    return child(verb, "aux", "auxpass") is not None


def is_event(noun: Token) -> bool:
    """A noun that names a deed or a happening."""
    if noun.pos_ != "NOUN":
        return False
    lemma = noun.lemma_.lower()
    ends = len(lemma) > 5 and lemma.endswith(EVENT_ENDINGS) and lemma not in NO_EVENTS
    return lemma in EVENT_NOUNS or ends or (noun.tag_ == "NN" and noun.text.endswith("ing") and len(lemma) > 5)


def is_finite(verb: Token) -> bool:
    """The verb, or an auxiliary of it, is in the past, in the present or a modal."""
    return verb.tag_ in FINITE or any(kid.dep_ in ("aux", "auxpass") and kid.tag_ in FINITE for kid in verb.children)


def has_to(verb: Token) -> bool:
    """An infinitive with to."""
    return any(kid.dep_ == "aux" and kid.tag_ == "TO" for kid in verb.children)


def frame_of(inner: Token) -> str:
    """The shape of a governed clause or event: that, to, ing, bare, noun or whether."""
    if inner.pos_ in ("NOUN", "PROPN", "PRON") and not child(inner, "nsubj", "cop"):
        return "noun"
    if has_to(inner):
        return "to"
    marks = {kid.lower_ for kid in inner.children if kid.dep_ == "mark"}
    if marks & {"whether", "if"}:
        return "whether"
    if inner.tag_ == "VB" and child(inner, *SUBJECTS) and not is_finite(inner):
        return "bare"
    if is_finite(inner) or "that" in marks:
        return "that"
    return "ing" if inner.tag_ in ("VBG", "VBN") else "to"


def says_it_itself(verb: Token) -> bool:
    """The subject is the author's own "I" or "we", so that its word is the author's word."""
    subject = child(verb, "nsubj")
    return subject is not None and subject.lower_ in SPEAKER


def is_aside(verb: Token) -> bool:
    """A verb of saying with its subject and no clause of its own, set off by commas or quotation marks."""
    if verb.lemma_ not in SAYING or not child(verb, "nsubj") or child(verb, "ccomp", "xcomp", "mark"):
        return False
    left, right = verb.left_edge.i, verb.right_edge.i
    words = verb.doc
    opened = words[left].is_punct or (left > 0 and words[left - 1].is_punct)
    closed = words[right].is_punct or (right + 1 < len(words) and words[right + 1].is_punct)
    return opened and closed


def cue(does: str, *tokens: Token) -> Cue:
    """A cue that runs from the first to the last of these tokens."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    start, end = first.idx, last.idx + len(last)
    return Cue(first.doc[first.i : last.i + 1].text, start, end, does)
