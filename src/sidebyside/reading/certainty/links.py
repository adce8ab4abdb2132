"""How certainty passes from a word to the word that hangs on it. A rule reads one link; the first that speaks counts.

A rule is given the inner token, what holds where the outer token's clause begins (`setting`) and what the outer clause
has made of it (`standing`).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import deniers
from sidebyside.reading.certainty.governors import THINGS, governed, indirect
from sidebyside.reading.certainty.grammar import SUBJECTS, child, cue, has_to, is_aside, is_finite
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, SO, Standing, State, weaker

Link = Callable[[Token, State], Standing | None]
OPENING = {"if", "unless", "whether", "provided", "lest"}
NOT_SO = {"without", "instead", "rather"}
ANY = {"any", "no", "a", "an", "every", "some"}
CIRCUMSTANCES = {"because", "after", "since", "despite", "amid", "during", "following", "given", "owing", "due"}
# Verbs whose subject is there only if they are so; the subject of any other does a thing, so it is there.
COMING_ABOUT = {"be", "happen", "occur", "take", "seem", "appear", "break", "erupt", "come", "arise", "result", "ensue"}
GIVEN = {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"}


def aside(inner: Token, above: State) -> Standing | None:
    """he said, set between commas: it stands outside of what it reports."""
    if inner.dep_ not in ("ccomp", "parataxis", "dep", "advcl") or not is_aside(inner):
        return None
    return above.around._replace(degree=SO, mood="assertion")


def joined(inner: Token, above: State) -> Standing | None:
    """The second of two joined clauses shares the outer setting; and the first one's modal and negation, if bare."""
    outer = inner.head
    if inner.dep_ != "conj":
        return None
    if inner.pos_ not in ("VERB", "AUX"):
        return above.standing
    but = any(kid.dep_ == "cc" and kid.lower_ == "but" for kid in outer.children)
    nor = next((kid for kid in outer.children if kid.dep_ == "cc" and kid.lower_ == "nor" and kid.i > outer.i), None)
    if nor is not None and nor.i < inner.i and not any(kid.lower_ == "nor" for kid in inner.children):
        return above.around.at(-above.around.degree, cue("denies", nor))
    bare = inner.lower_ == inner.lemma_ and outer.tag_ == "VB"  # "may fall and hit": one modal for both
    own_form = not bare and (is_finite(inner) or inner.tag_ != outer.tag_)
    on_its_own = child(inner, "aux", *SUBJECTS) or own_form or (but and deniers(outer))
    return above.around if on_its_own else above.standing


def beside(inner: Token, above: State) -> Standing | None:
    """A clause beside the main one: conditions open, reasons and times are taken for granted, aims are only aims."""
    if inner.dep_ != "advcl":
        return None
    mark = child(inner, "mark") or next(
        (kid for kid in inner.children if kid.tag_ == "WRB" and kid.dep_ == "advmod"), None
    )
    word = mark.lower_ if mark else ""
    if mark and word in OPENING:
        return above.around.at(OPEN, cue("conditions", mark), "conditional")
    if mark and word == "as" and inner.i and any(kid.lower_ in ("if", "though") for kid in inner.children):
        return above.around.at(OPEN, cue("hedges", mark), "conditional")
    if has_to(inner):
        return aim(inner, above.standing)
    if mark:
        return above.around.taken_for_granted()
    return above.around.at(above.standing.degree) if not is_finite(inner) else above.around


def aim(inner: Token, outer: Standing) -> Standing:
    """The aim of a thing done is likely to be reached, of another thing it may be; of a thing not done it is open."""
    done = inner.head.tag_ in ("VBD", "VBN") and outer.degree == SO
    degree = OPEN if outer.degree < 0 else weaker(outer.degree, LIKELY if done else MAYBE)
    return outer.at(degree, cue("aims", inner), "wish")


def without(inner: Token, above: State) -> Standing | None:
    """without doing, instead of doing, rather than do: it is not done."""
    outer = inner.head
    if inner.dep_ not in ("pcomp", "pobj") or outer.dep_ not in ("prep", "pcomp", "cc", "advmod"):
        return None
    for prep in (outer, outer.head):
        if prep.lower_ in NOT_SO and prep.dep_ in ("prep", "cc", "advmod"):
            return above.around.at(-SO if above.around.degree == SO else OPEN, cue("denies", prep))
    return None


def circumstance(inner: Token, above: State) -> Standing | None:
    """because of, after, despite a thing: the thing is taken for granted."""
    if inner.dep_ != "pobj" or inner.head.dep_ not in ("prep", "pcomp"):
        return None
    prep = inner.head.head if inner.head.lower_ == "of" and inner.head.head.dep_ == "prep" else inner.head
    if prep.lower_ in CIRCUMSTANCES and above.standing.degree < SO:
        return above.around.taken_for_granted()
    return None


def relative(inner: Token, above: State) -> Standing | None:
    """A relative clause is told on the side; but of a thing that need not exist it is as open as the thing."""
    if inner.dep_ not in ("relcl", "acl", "appos") or (inner.dep_ == "acl" and has_to(inner)):
        return None
    noun = inner.head
    told = inner.tag_ in ("VBD", "VBN") or inner.dep_ == "appos" or any(kid.tag_ == "VBD" for kid in inner.children)
    of_any = any(kid.lower_ in ANY for kid in noun.children) or any(kid.tag_ == "MD" for kid in inner.children)
    if above.standing.degree < SO and of_any and not told and noun.pos_ == "NOUN" and not is_given(noun):
        return above.standing
    return above.around.taken_for_granted()


def is_given(noun: Token) -> bool:
    """A noun with the, this or a possessor."""
    return any(kid.lower_ in GIVEN or kid.dep_ == "poss" for kid in noun.children)


def thing(inner: Token, above: State) -> Standing | None:
    """What a noun with the, this or a possessor names is there already; another is as open as its verb."""
    if inner.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") or inner.dep_ not in THINGS | {"npadvmod", "dative"}:
        return None
    if is_given(inner) or (inner.dep_ == "nsubj" and inner.head.lemma_ not in COMING_ABOUT):
        return above.standing.taken_for_granted()
    any_of_it = any(kid.lower_ in ("any", "no", "either") for kid in inner.children)
    return above.standing if above.standing.degree >= 0 or any_of_it else above.standing.at(OPEN)


def unlisted(inner: Token, above: State) -> Standing | None:
    """A clause under a word that the table does not list: a purpose if it hangs on a noun, else as sure as the word."""
    after_for = inner.dep_ == "pcomp" and inner.head.lower_ == "for" and inner.head.head.pos_ == "NOUN"
    fit_for = inner.head.pos_ == "ADJ" or child(inner.head, "acomp")
    what_for = inner.dep_ == "acl" or (inner.dep_ == "xcomp" and (fit_for or child(inner.head, "dobj")))
    if after_for or (what_for and has_to(inner)):
        return aim(inner, above.standing)
    if inner.dep_ == "ccomp" and is_finite(inner) and above.standing.degree < 0:
        return above.standing.at(OPEN)
    return above.standing


LINKS: list[Link] = [aside, joined, beside, without, circumstance, indirect, governed, relative, thing, unlisted]


def linked(inner: Token, above: State) -> Standing:
    """The setting of the inner token."""
    for rule in LINKS:
        if (found := rule(inner, above)) is not None:
            return found
    return above.standing
