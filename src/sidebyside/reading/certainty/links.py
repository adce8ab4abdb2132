"""How certainty passes from a word to the word that hangs on it. A rule reads one link; the first that speaks counts.

A rule is given the inner token, what holds where the outer token's clause begins (`setting`) and what the outer clause
has made of it (`standing`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import deniers
from sidebyside.reading.certainty.governors import THINGS, governed, handed_on, indirect, signature
from sidebyside.reading.certainty.grammar import SUBJECTS, child, cue, has_to, head_of, is_aside, is_finite
from sidebyside.reading.certainty.hearsay import HEARSAY
from sidebyside.reading.certainty.modality import ADVERBS
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, PLAIN, SO, Standing, State, weaker

Link = Callable[[Token, State], Standing | None]
OPENING = {"if", "unless", "whether", "provided", "lest"}
MOST = 40  # words that hang on one: none has more of them, but in a run of words without a stop
WHEN = {"when", "once", "until", "till", "after", "before", "whenever"}
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
    outer = head_of(inner)
    if inner.dep_ != "conj":
        return None
    if inner.pos_ not in ("VERB", "AUX"):
        return above.standing
    linking = [kid for kid in islice(outer.rights, MOST) if kid.dep_ == "cc"]
    but = any(kid.lower_ == "but" for kid in linking)
    nor = next((kid for kid in linking if kid.lower_ == "nor"), None)
    if nor is not None and nor.i < inner.i and not any(kid.lower_ == "nor" for kid in inner.children):
        return above.around.at(-above.around.degree, cue("denies", nor))
    bare = inner.lower_ == inner.lemma_ and outer.tag_ == "VB"  # "may fall and hit": one modal for both
    if not child(inner, "aux", "neg", *SUBJECTS) and covers_both(outer, inner):
        return above.standing
    own_form = not bare and (is_finite(inner) or inner.tag_ != outer.tag_)
    helped = child(inner, "aux") and not (has_to(inner) and has_to(outer))  # to build and to repair: one aim
    on_its_own = helped or child(inner, *SUBJECTS) or own_form or (but and deniers(outer))
    return above.around if on_its_own else above.standing


def covers_both(outer: Token, inner: Token) -> bool:
    """never fell or burned; perhaps fell and burned: a denial reaches over "or", an adverb in front over both."""
    either = any(kid.dep_ == "cc" and kid.lower_ == "or" and kid.i < inner.i for kid in islice(outer.rights, MOST))
    before = any(kid.lower_ in ADVERBS or kid.lower_ in HEARSAY for kid in islice(outer.lefts, MOST))
    return (either and bool(deniers(outer))) or before


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
    if swallower(inner.head) is inner:
        return PLAIN
    if has_to(inner):
        return aim(inner, above.standing, LIKELY)
    if mark and word in WHEN and inner.tag_ in ("VBZ", "VBP") and above.standing.mood in ("prediction", "wish"):
        return above.around.at(LIKELY, cue("conditions", mark), "prediction")
    if mark:
        return above.around.taken_for_granted()
    return above.around.at(above.standing.degree) if not is_finite(inner) else above.around


def aim(inner: Token, outer: Standing, bound: int = MAYBE) -> Standing:
    """The aim of a thing done is likely to be reached, of another thing it may be; of a thing not done it is open."""
    done = inner.head.tag_ in ("VBD", "VBN") and outer.degree == SO
    degree = OPEN if outer.degree < 0 else weaker(outer.degree, LIKELY if done else bound)
    return outer.at(degree, cue("aims", inner), "wish")


def yet_to_come(inner: Token, above: State) -> Standing | None:
    """ready for when it falls: not so yet."""
    if inner.dep_ != "pcomp" or inner.head.lower_ != "for" or inner.tag_ in ("VBD", "VBG"):
        return None
    mark = next((kid for kid in inner.children if kid.lower_ in WHEN), None)
    return above.around.at(LIKELY, cue("conditions", mark), "prediction") if mark else None


def swallowed(inner: Token, above: State) -> Standing | None:
    """As she assumes it fell, they left: the parser may hang "assumes" on "fell", and not the other way round."""
    outer = swallower(inner)
    row = signature(outer, "that") if outer is not None else None
    return handed_on(above.standing, row, outer) if row and outer is not None else None


def swallower(verb: Token) -> Token | None:
    """The bare verb with "as" right before the subject of another, without a comma between."""
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return None
    for kid in verb.lefts:
        whole = kid.dep_ == "advcl" and kid.right_edge.i == kid.i and kid.i + 1 == subject.left_edge.i
        if whole and child(kid, "mark") and child(kid, "nsubj"):
            return kid
    return None


def without(inner: Token, above: State) -> Standing | None:
    """without doing, instead of doing, rather than do: it is not done."""
    outer = inner.head
    if inner.dep_ not in ("pcomp", "pobj") or outer.dep_ not in ("prep", "pcomp", "cc", "advmod"):
        return None
    for prep in (outer, outer.head):
        if prep.lower_ == "but" and prep.head.lower_ in ("anything", "nothing"):
            return above.around.at(-SO, cue("denies", prep.head, prep)) if prep.head.lower_ == "anything" else None
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
    if inner.dep_ not in ("relcl", "acl", "appos") or (inner.dep_ != "appos" and has_to(inner)):
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
    had = inner.dep_ == "dobj" and inner.head.lemma_ == "have"  # "did not have the right": there was none
    if (is_given(inner) and not had) or (inner.dep_ == "nsubj" and inner.head.lemma_ not in COMING_ABOUT):
        return above.standing.taken_for_granted()
    any_of_it = any(kid.lower_ in ("any", "no", "either") for kid in inner.children)
    return above.standing if above.standing.degree >= 0 or any_of_it or had else above.standing.at(OPEN)


def unlisted(inner: Token, above: State) -> Standing | None:
    """A clause under a word that the table does not list: a purpose if it hangs on a noun, else as sure as the word."""
    after_for = inner.dep_ == "pcomp" and inner.head.lower_ == "for" and inner.head.head.pos_ == "NOUN"
    fit_for = inner.head.pos_ == "ADJ" or child(inner.head, "acomp")
    what_for = inner.dep_ in ("acl", "relcl") or (inner.dep_ == "xcomp" and (fit_for or child(inner.head, "dobj")))
    if after_for or (what_for and has_to(inner)):
        return aim(inner, above.standing)
    if inner.dep_ == "ccomp" and is_finite(inner) and above.standing.degree < 0:
        return above.standing.at(OPEN)
    return above.standing


LINKS: list[Link] = [
    aside, swallowed, joined, beside, yet_to_come, without, circumstance, indirect, governed, relative, thing, unlisted,
]  # fmt: skip


def linked(inner: Token, above: State) -> Standing:
    """The setting of the inner token."""
    for rule in LINKS:
        if (found := rule(inner, above)) is not None:
            return found
    return above.standing
