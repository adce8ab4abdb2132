"""What a verb reports as a clause: "that it fell", “It fell”, "to go"; one construction a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sidebyside.reading.certainty.grammar import sentence_of
from sidebyside.reading.voices.cues import VERBS, Cue, verb_cue
from sidebyside.reading.voices.grammar import (
    Run,
    child,
    doer,
    near,
    nearest_subject,
    out_of_step,
    passive,
    reach,
    without,
)  # fmt: skip
from sidebyside.reading.voices.report import Content, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

CONCEDING = frozenset({"though", "although", "while", "whereas"})
SENSING = frozenset({"see", "feel", "find", "know", "show", "read"})
# "was supposed to": nobody supposes; "is known to": it is so, whoever knows it.
FACTS = frozenset({"suppose", "convince", "require", "determine", "know"})
BACKING = frozenset({"support", "oppose", "favor", "favour"})  # "supports lifting"; but "supports it to win" is help
ASKING = frozenset({"WP", "WDT", "WRB"})
# Verbs that hardly do anything but report.
ONLY_REPORTS = frozenset(
    "say argue claim allege insist contend assert believe tweet boast quip predict conclude state note".split()
)


def clause(verb: Token, cue: Cue) -> Content:
    """She said that it fell. It fell, she said."""
    if "that" not in cue.frames:
        return None
    told = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if told is None or (passive(verb) and told.i < verb.i and child(verb, "nsubjpass") is not None):
        return None
    if told.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in told.children) and "to" not in cue.frames:
        return None
    mark = child(told, "mark")
    if verb.lemma_ in SENSING and told.tag_ == "VB" and mark is None and child(told, "aux") is None:  # saw it fall
        return None
    if mark is not None and mark.lower_ in (*CONCEDING, "because", "since") and told.i > verb.i:
        return None
    start, end = reach(told)
    if told.i < verb.i:  # It fell, she said.
        own = [reach(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "aux", "neg")]
        edge = min([verb.i, *(first for first, _ in own)])
        whole = (min(start, sentence_of(verb)[0]), max(end, edge))
        return tidy(verb.doc, without(whole, [*own, (verb.i, verb.i + 1)]))
    end = max([end, *carried_on(verb, told)])
    return tidy(verb.doc, without((start, end), [(verb.i, verb.i + 1), *not_told(told)]))


def carried_on(verb: Token, told: Token) -> Iterator[int]:
    """Where the phrases end that follow the reported clause and go on with it."""
    for c in verb.rights:
        if c.i > told.i:
            if c.dep_ in ("advcl", "prep", "npadvmod", "advmod", "ccomp") and not (c.dep_ == "advcl" and is_cue(c)):
                yield c.right_edge.i + 1
            elif c.dep_ != "punct":
                return


def is_cue(token: Token) -> bool:
    """Whether a participle opens a report of its own: "..., adding that"."""
    return token.pos_ == "VERB" and token.lemma_.lower() in VERBS


def not_told(told: Token) -> Iterator[Run]:
    """What hangs on the reported verb but reports beside it: ", adding that", "though she noted", "and suggested"."""
    for c in told.rights:
        adding = c.dep_ == "advcl" and c.tag_ == "VBG" and c.left_edge.i == c.i and c.nbor(-1).text == ","
        though = c.dep_ == "advcl" and (mark := child(c, "mark")) is not None and mark.lower_ in CONCEDING
        edge = c.left_edge.i  # ..., and others warned that
        joined = c.dep_ == "conj" and child(c, "nsubj") is not None and edge > told.i + 1
        apart = joined and c.doc[edge - 1].lower_ in ("and", "but") and c.doc[edge - 2].text == ","
        if (adding or though or apart or out_of_step(c)) and (cue := verb_cue(c)) is not None and "that" in cue.frames:
            yield reach(c)


def aside(verb: Token, cue: Cue) -> Content:
    """The bridge, she said, fell. As she put it, the bridge fell."""
    if "that" not in cue.frames and "quote" not in cue.frames:
        return None
    as_told = child(verb, "mark", "advmod")
    as_put = verb.dep_ == "advcl" and as_told is not None and as_told.lower_ == "as"
    if not as_put and (verb.dep_ != "parataxis" or child(verb, "dobj", "ccomp") is not None):
        return None
    if doer(verb) is None:
        return None
    around = verb.head
    return tidy(verb.doc, without(reach(around), [reach(verb)]))


def so(verb: Token, cue: Cue) -> Content:
    """She said so."""
    for c in verb.rights:
        if "that" in cue.frames and c.lower_ in ("so", "otherwise", "nothing", "much") and c.dep_ in ("advmod", "dobj"):
            return ((c.left_edge.i, c.i + 1),)
    return None


def infinitive(verb: Token, cue: Cue) -> Content:
    """She plans to go. She suggested going."""
    if "to" not in cue.frames:
        return None
    gerund_only = verb.lemma_ in BACKING
    for c in verb.rights:
        if c.dep_ in ("xcomp", "ccomp", "pcomp", "advcl") and c.pos_ in ("VERB", "AUX"):
            to = child(c, "aux")
            infinite = to is not None and to.lower_ == "to" and not gerund_only
            if infinite or (c.tag_ == "VBG" and c.dep_ in ("xcomp", "pcomp")):
                return tidy(verb.doc, [reach(c)])
    return None


def believed_to(verb: Token, cue: Cue) -> Content:
    """He is believed to be in Kabul. It is believed that he is."""
    if not passive(verb) or verb.lemma_ in FACTS or not cue.frames & {"that", "to", "whom"}:
        return None
    own = child(verb, "nsubjpass")
    for c in verb.rights:
        finite = c.dep_ == "advcl" and not any(t.tag_ == "TO" for t in c.lefts)  # though it cites
        if c.dep_ in ("xcomp", "ccomp", "advcl") and c.pos_ in ("VERB", "AUX") and not finite:
            runs = [reach(c)]
            if c.dep_ != "ccomp" and own is not None:
                runs.insert(0, reach(own))
            return tidy(verb.doc, runs)
    return None


def rest(verb: Token, cue: Cue) -> Content:
    """She said in March that it fell: where the parser lost the clause, what follows a verb that only reports."""
    if "that" not in cue.frames or passive(verb) or nearest_subject(verb) is None:
        return None
    asked = next((c for c in verb.rights if c.dep_ == "prep" and any(t.tag_ in ASKING for t in near(c))), None)
    negated = any(c.dep_ == "neg" for c in verb.children)
    if asked is not None and negated and verb.lemma_ == "say":  # could not say in what quantity
        return tidy(verb.doc, [reach(asked)])
    after = [c for c in verb.rights if c.dep_ not in ("punct", "npadvmod", "conj", "cc", "nsubj")]
    if not after or after[-1].right_edge.i - after[0].left_edge.i < 3 or after[0].dep_ == "advcl":
        return None
    that = next((t for t in verb.doc[verb.i : after[-1].right_edge.i] if t.lower_ == "that"), None)
    only = verb.lemma_.lower() in ONLY_REPORTS
    if that is None and (not only or after[0].dep_ in ("prep", "advmod")):
        return None
    return tidy(verb.doc, [(that.i if that is not None else after[0].left_edge.i, after[-1].right_edge.i + 1)])


def bare(verb: Token, cue: Cue) -> Content:
    """Kabul refused. What it refused stands before."""
    last = not any(c.dep_ not in ("punct", "conj", "cc", "advmod", "npadvmod") for c in verb.rights)
    return () if last and verb.lemma_ in ("refuse", "agree", "disagree", "object") and not passive(verb) else None
