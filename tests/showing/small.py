"""Two accounts of one bridge, written to disk and loaded: small enough that every right answer is plain to see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidebyside.record import Comparison, load

TEXTS = {
    "A": (
        "The bridge at Orlov\n\n"
        "The mayor opened the bridge in 2015. It cost 4 million euros. The mayor said it was safe.\n\n"
        "The river floods the lower town every spring. It is not safe in a flood.\n\n"
        "Many came to see the bridge.\n"
    ),
    "B": (
        "A new crossing\n\n"
        "The bridge was opened in May 2016. It may have cost 5 million euros. Orlov denied that it leaks.\n\n"
        "The crossing brought trade to both banks. Crowds came to see it.\n\n"
        "Nobody asked the ferrymen.\n"
    ),
}


def known(what: str, how: str = "unknown", **more: str) -> dict[str, str]:
    """Something known of a source."""
    return {"is": what, "known": how} | more


def source(key: str, **changes: Any) -> dict[str, Any]:
    """A source of comparison.yml."""
    entry = {
        "key": key,
        "file": f"{key}.txt",
        "title": TEXTS.get(key, TEXTS["A"]).partition("\n")[0],
        "short": f"Account {key}",
        "author": known(f"Writer of {key}"),
        "written": known("Not stated"),
        "publisher": known("Not stated", because=f"No masthead stands in {key}."),
        "kind": known("Report"),
        "rights": "Made up for this test",
        "parts": [{"role": "title", "lines": 1}],
    }
    return entry | changes


def says(words: str, certainty: str, *quotes: str, **more: Any) -> dict[str, Any]:
    """A position that rests on these quotes."""
    return {"says": words, "certainty": certainty, "evidence": [{"quote": quote} for quote in quotes]} | more


def silent(because: str, words: str = "Says nothing of it.", *near: str) -> dict[str, Any]:
    """The position of a source that does not speak, and what comes nearest."""
    shown = {"says": words, "certainty": "silent", "silent_because": because}
    return shown | {"near": [{"quote": quote} for quote in near]}


def point(identity: str, question: str, verdict: str, positions: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """A point of points.yml."""
    entry = {
        "id": identity,
        "label": f"Label of {identity}",
        "question": question,
        "theme": "building",
        "kind": "act",
        "rank": "core",
        "positions": dict(positions),
        "verdict": verdict,
        "reason": f"Reason of {identity}.",
        "coded": {"by": "editor", "on": "2026-11-22", "confidence": "high"},
    }
    return entry | changes


ABOUT: dict[str, Any] = {
    "title": "Two accounts of a bridge",
    "question": "What do two accounts say of one bridge?",
    "headline": "They agree on the bridge, not on its year",
    "sources": [source("A"), source("B", author=known("Orlov", "stated", quote="Orlov denied that it leaks"))],
    "themes": [
        {"key": "building", "name": "Building", "definition": "How it was made.", "terms": ["bridge", "crossing"]},
        {"key": "money", "name": "Money", "definition": "What it cost and brought.", "terms": ["cost", "trade"]},
        {"key": "water", "name": "Water", "definition": "River and leaks.", "terms": ["river", "flood*", "leak*"]},
    ],
    "names": [{"name": "Orlov"}],
    "coders": [{"key": "first", "who": "One reader", "how": "from the texts alone"}],
    "findings": [{"says": "The year is contested.", "points": ["year", "price"], "more": "The price too."}],
}
POINTS: list[dict[str, Any]] = [
    point(
        "bridge",
        "Is there a bridge?",
        "agree",
        {
            "A": says("There is.", "asserted", "opened the bridge in 2015"),
            "B": says("There is.", "asserted", "The bridge was opened"),
        },
    ),
    point(
        "year",
        "When was the bridge opened?",
        "conflict",
        {
            "A": says("In 2015.", "asserted", "in 2015"),
            "B": says("In May 2016.", "asserted", "in May 2016"),
        },
        both_can_be_true="Yes, if it was opened twice.",
        would_settle_it="The town's records.",
        to_check="The plate on the bridge.",
    ),
    point(
        "price",
        "What did the bridge cost?",
        "certainty",
        {
            "A": says("4 million euros.", "asserted", "cost 4 million euros"),
            "B": says("Perhaps 5 million euros.", "hedged", "may have cost 5 million euros"),
        },
        theme="money",
        kind="figure",
        rank="supporting",
    ),
    point(
        "crowd",
        "Who came to see the bridge?",
        "detail",
        {
            "A": says("Many.", "asserted", "Many came to see the bridge"),
            "B": says("Crowds.", "asserted", "Crowds came to see it"),
        },
        rank="minor",
    ),
    point(
        "use",
        "What is the bridge good for?",
        "framing",
        {
            "A": says("It is a danger.", "asserted", "It is not safe in a flood"),
            "B": says("It brings trade.", "asserted", "The crossing brought trade to both banks"),
        },
        theme="money",
        kind="assessment",
    ),
    point(
        "floods",
        "Does the river flood?",
        "only",
        {
            "A": says("Every spring.", "asserted", "The river floods the lower town"),
            "B": silent("could", "Speaks of the banks alone.", "both banks"),
        },
        theme="water",
        kind="perception",
    ),
    point(
        "leak",
        "Does the bridge leak?",
        "only",
        {
            "A": silent("scope"),
            "B": says(
                "Orlov denies it.", "denied", "Orlov denied that it leaks", voices=[{"who": "Orlov", "how": "denies"}]
            ),
        },
        theme="water",
    ),
    point(
        "safe",
        "Is the bridge safe?",
        "internal",
        {"A": says("Safe, and not safe.", "attributed", "The mayor said it was safe", "It is not safe in a flood")},
        within="A",
    ),
]
READINGS: dict[str, Any] = {
    "dates": [
        {"source": "A", "passage": "A2", "since": "2015", "until": "2015", "kind": "event", "what": "opening"}
        | {"quote": "in 2015"},
        {"source": "A", "passage": "A5", "since": "?", "until": "?", "kind": "period", "what": "floods"}
        | {"quote": "every spring"},
        {"source": "B", "passage": "B2", "since": "2016-05", "until": "2016-05", "kind": "statement", "what": "opening"}
        | {"quote": "in May 2016"},
    ],
    "figures": [
        {"source": "A", "passage": "A3", "value": 4, "unit": "million euros", "bound": "exact", "of": "price"}
        | {"quote": "4 million euros", "support": "none given", "sourced": "none"},
        {"source": "B", "passage": "B3", "value": 5, "unit": "million euros", "bound": "about", "of": "price"}
        | {"quote": "5 million euros", "support": "hearsay", "sourced": "attributed"},
    ],
    "voices": [
        {"source": "A", "passage": "A4", "who": "the mayor", "role": "mayor", "group": "town", "type": "person"}
        | {"how": "states", "cue": "said", "about": "safety", "quote": "The mayor said it was safe"},
        {"source": "B", "passage": "B4", "who": "Orlov", "role": "", "group": "builders", "type": "person"}
        | {"how": "denies", "cue": "denied", "about": "leaks", "quote": "Orlov denied that it leaks"},
    ],
    "meetings": [
        {"source": "A", "passages": ["A2"], "name": "The opening", "since": "2015", "until": "2015"}
        | {"participants": ["the mayor"], "absent": ["the ferrymen"]}
    ],
}


def coding(coder: str, points: list[dict[str, Any]], **verdicts: str) -> dict[str, Any]:
    """What a coder had decided: the settled verdicts, but for those named."""
    given = [
        {
            "id": p["id"],
            "verdict": verdicts.get(p["id"], p["verdict"]),
            "certainty": {key: position["certainty"] for key, position in p["positions"].items()},
        }
        for p in points
    ]
    return {"coder": coder, "points": given}


CODINGS = {"first": coding("first", POINTS), "second": coding("second", POINTS, crowd="agree")}
SET_ASIDE = [{"passage": "B7", "reason": "an aside"}]


def write(
    folder: Path,
    texts: Mapping[str, str] = TEXTS,
    about: Mapping[str, Any] = ABOUT,
    points: list[dict[str, Any]] = POINTS,
    set_aside: list[dict[str, Any]] = SET_ASIDE,
    readings: Mapping[str, Any] | None = READINGS,
    codings: Mapping[str, Any] = CODINGS,
) -> Path:
    """The folder, filled with the files of a comparison."""
    folder.mkdir(parents=True, exist_ok=True)
    prints = {}
    for key, text in texts.items():
        (folder / f"{key}.txt").write_bytes(text.encode())
        prints[key] = hashlib.sha256(text.encode()).hexdigest()
    described = [entry | {"sha256": prints[entry["key"]]} for entry in about["sources"]]
    files = {
        "comparison.yml": dict(about) | {"sources": described},
        "points.yml": {"points": points, "set_aside": set_aside},
    }
    if readings is not None:
        files["readings.yml"] = dict(readings)
    files |= {f"codings/{name}.yml": coding for name, coding in codings.items()}
    (folder / "codings").mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")  # JSON is YAML, too
    return folder


def bridge(folder: Path) -> Comparison:
    """The comparison of the two accounts."""
    return load(write(folder))


def bare(folder: Path) -> Comparison:
    """The same two texts before anyone has coded anything: no point, no reading, no coding, no finding."""
    about = {key: ABOUT[key] for key in ("title", "question", "sources", "themes")}
    return load(write(folder, about=about, points=[], set_aside=[], readings=None, codings={}))


def three(folder: Path) -> Comparison:
    """The two accounts and a third, which tells what the first tells of another year, price and witness."""
    return several(folder, {"C": "A third account"})


def four(folder: Path) -> Comparison:
    """The three accounts and a fourth, which tells what the third tells."""
    return several(folder, {"C": "A third account", "D": "A fourth account"})


def several(folder: Path, titles: Mapping[str, str]) -> Comparison:
    """The two accounts and these others."""
    texts = TEXTS | {key: other(TEXTS["A"], key, title) for key, title in titles.items()}
    about = ABOUT | {"sources": [*ABOUT["sources"], *(source(key, title=title) for key, title in titles.items())]}
    points = [
        p | {"positions": p["positions"] | {key: other(p["positions"]["A"], key, titles[key]) for key in titles}}
        for p in POINTS
        if p["verdict"] != "internal"
    ]
    readings = {
        kind: entries
        + [other(e, key, titles[key]) | {"source": key} for key in titles for e in entries if e["source"] == "A"]
        for kind, entries in READINGS.items()
    }
    return load(write(folder, texts, about, points, [], readings, {}))


def other(told: Any, key: str, title: str) -> Any:
    """What the first account tells, as another tells it."""
    words = json.dumps(told)
    changed = {
        '"A': f'"{key}', "The bridge at Orlov": title, "mayor": "council", "4 million": "3 million", "2015": "2009",
        "Many came to see the bridge": "Many came to see the bridge over the river and the flood",
    }  # fmt: skip
    for before, after in changed.items():
        words = words.replace(before, after)
    return json.loads(words)


HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(2)',
    "' onfocus='alert(3)' autofocus x='",
    "javascript:alert(4)",
    "</style><script>alert(5)</script>",
    "</div></details></td></table><img src=x onerror=alert(6)>",
    "{{ 7*7 }}{% raise %}",
    "\N{RIGHT-TO-LEFT OVERRIDE}desrever\N{POP DIRECTIONAL FORMATTING}",
    "<!-- <b> &lt;i&gt; &amp; ]]>",
    "W" * 10_000,
]
POISON = " ".join(HOSTILE)


def hostile(folder: Path) -> Comparison:
    """A comparison in which everything that a person or a source could have written is an attack on the page."""
    texts = {
        key: f"{POISON}\n\nThe {key} bridge {POISON} stands here\n\nNear {key} {POISON}\n\n{POISON}\n" for key in "AB"
    }
    said = known(POISON, "inferred", because=POISON)
    entries = [
        source(
            key, title=POISON, short=POISON, author=said, written=said, publisher=said, audience=said, kind=said,
            rights=POISON,
        )
        for key in "AB"
    ]  # fmt: skip
    about = {
        "title": POISON,
        "question": POISON,
        "headline": POISON,
        "standfirst": POISON,
        "sources": entries,
        "themes": [{"key": "x", "name": POISON, "definition": POISON, "terms": [POISON, "bridge"]}],
        "names": [{"name": POISON, "also": [POISON]}],
        "coders": [{"key": "first", "who": POISON, "how": POISON}],
        "findings": [{"says": POISON, "points": ["p0"], "more": POISON}],
    }
    coded = {"by": POISON, "on": "2026-11-22", "confidence": "low", "settled": POISON, "second_choice": "agree"}
    free = {"label": POISON, "reason": POISON, "both_can_be_true": POISON, "coded": coded}
    free |= {"would_settle_it": POISON, "to_check": POISON, "theme": "x"}
    voices = [{"who": POISON, "how": POISON}]
    both = {key: says(POISON, "asserted", f"The {key} bridge {POISON} stands here", voices=voices) for key in "AB"}
    hushed = {"A": both["A"], "B": silent("could", POISON, f"Near B {POISON}")}
    verdicts = ["conflict", "certainty", "detail", "agree", "framing", "only", "internal"]
    points = [
        point(
            f"p{n}", POISON, v, hushed if v == "only" else both, **free, **({"within": "A"} if v == "internal" else {})
        )
        for n, v in enumerate(verdicts)
    ]
    quote = {"source": "A", "quote": "The A bridge"}
    loaded = load(write(folder, texts, about, points, [], None, {}))
    passage = next(p.id for p in loaded.source("A").passages if "The A bridge" in loaded.source("A").words(p))
    at = quote | {"passage": passage}
    readings = {
        "dates": [at | {"since": "2015", "until": "2016", "kind": "statement", "what": POISON, "note": POISON}],
        "figures": [
            at | {"value": 1, "unit": POISON, "bound": "about", "of": POISON, "support": POISON, "sourced": "none"}
        ],
        "voices": [
            at | {"who": POISON, "role": POISON, "group": POISON, "type": "person", "how": "states"}
            | {"cue": POISON, "about": POISON}
        ],
        "meetings": [
            {"source": "A", "passages": [passage], "name": POISON, "since": "2015", "until": "2015", "place": POISON}
            | {"format": POISON, "participants": [POISON], "absent": [POISON], "note": POISON}
        ],
    }  # fmt: skip
    codings = {
        "first": coding("first", points),
        "second": coding("second", points, **{p["id"]: "agree" for p in points}),
    }
    return load(write(folder, texts, about, points, [], readings, codings))
