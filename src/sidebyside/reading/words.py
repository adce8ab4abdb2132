"""Which words mark one source against another: weighted log-odds, with the counts that stand behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
# Words that hold a sentence together and say nothing of its subject.
FUNCTION_WORDS = frozenset(
    """
    a about above after against all also although amidst among amongst an and another any are as at be became
    because been before being between both but by can cannot could did do does due during each either first for
    from further furthermore had has have he her his how however i if in including instead into is it its itself
    like many may more moreover most much no not of on one only or other others our out over own part rather s
    same second she should since so some such than that the their them then there therefore these they this
    those though three through throughout thus to two under until up upon very was we well were what when where
    whether which while who whose why will with within without would yet
    """.split()
)
PRIOR = 500  # words that the prior weighs as much as: little against a long text, much against a short one


def tokens(text: str) -> list[tuple[str, int]]:
    """The words of a text, possessive endings dropped, each with the code point where it starts.

    >>> tokens("Russia’s CASA-1000, U.S. aims")
    [('Russia', 0), ('CASA-1000', 9), ('U.S', 20), ('aims', 25)]
    """
    return [(re.sub(r"[’']s?$", "", m.group()), m.start()) for m in WORD.finditer(text)]


def distinguishing(
    texts: Mapping[str, str], names: Mapping[str, Iterable[str]] | None = None, least: int = 4
) -> pd.DataFrame:
    """Words by how strongly they mark the first text against the second, function words left out.

    One row a word that stands `least` times or more in the two together: `word` in its commonest form, the count in
    each text under its key, and `z`, the weighted log-odds ratio over its standard deviation. Positive marks the first
    text; beyond 1.96 is more than chance gives to one word in twenty. Whatever `names` lists counts under its first
    name. The prior is the two texts together, scaled to PRIOR words.
    After Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), equations 15, 16 and 22.

    >>> texts = {"A": "talks talks talks talks trade", "B": "trade trade trade trade talks"}
    >>> distinguishing(texts).word.tolist()
    ['talks', 'trade']
    >>> distinguishing({"A": "US US", "B": "U.S. America"}, {"United States": ["US", "U.S.", "America"]}).A.tolist()
    [2]
    """
    (first, second) = texts
    found = {key: counted(text, names or {}) for key, text in texts.items()}
    forms = found[first] + found[second]
    counts = pd.DataFrame({key: pd.Series(folded(forms_of), dtype=float) for key, forms_of in found.items()}).fillna(0)
    if not len(counts):
        return pd.DataFrame(columns=["word", first, second, "z"])
    both, z = counts.sum(axis=1), log_odds(counts[first], counts[second])
    kept = (both >= least) & ~counts.index.isin(FUNCTION_WORDS) & ~counts.index.str.fullmatch(r"\d+")
    table = counts.astype(int).assign(z=z)[kept].sort_values("z", ascending=False, kind="stable")
    commonest = {form.lower(): form for form, _ in reversed(forms.most_common())}
    return table.assign(word=[commonest[word] for word in table.index])[["word", first, second, "z"]].reset_index(
        drop=True
    )


def log_odds(here: pd.Series, there: pd.Series) -> pd.Series:
    """How strongly each item marks one text against the other, by its counts in both: the z of `distinguishing`."""
    both = here + there
    prior = both * PRIOR / both.sum()
    odds = [np.log((counts + prior) / (counts.sum() + PRIOR - counts - prior)) for counts in (here, there)]
    return (odds[0] - odds[1]) / np.sqrt(1 / (here + prior) + 1 / (there + prior))


def counted(text: str, names: Mapping[str, Iterable[str]]) -> Counter[str]:
    """How often each form of a word stands in the text; a name counts as one word, under its first name.

    >>> counted("Moscow’s aims, Russian aims", {"Russia": ["Moscow"]})
    Counter({'aims': 2, 'Russia': 1, 'Russian': 1})
    """
    forms: Counter[str] = Counter()
    known = {" ".join(other.split()): name for name, others in names.items() for other in (name, *others)}
    if known:
        spaced = {r"\s+".join(map(re.escape, other.split())): other for other in known}
        listed = "|".join(sorted(spaced, key=len, reverse=True))
        for hit in (pattern := re.compile(rf"(?<!\w)({listed})(?:[’']s?)?(?!\w)")).finditer(text):
            forms[known[" ".join(hit[1].split())]] += 1
        text = pattern.sub(" ", text)
    forms.update(word for word, _ in tokens(text))
    return forms


def folded(forms: Mapping[str, int]) -> Counter[str]:
    """The counts without regard to case."""
    lower: Counter[str] = Counter()
    for form, count in forms.items():
        lower[form.lower()] += count
    return lower
