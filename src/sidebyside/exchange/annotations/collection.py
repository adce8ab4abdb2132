"""The relations of a comparison as a W3C Annotation Collection: each leads from its verdict to the exact words."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from sidebyside.exchange.annotations.agents import GENERATOR, creator
from sidebyside.exchange.annotations.moments import moments
from sidebyside.exchange.annotations.relations import Relation, relations
from sidebyside.exchange.annotations.selecting import selectors
from sidebyside.exchange.refi.guids import guid
from sidebyside.exchange.writing import stem, written
from sidebyside.record import SILENCES, Comparison, Evidence
from sidebyside.record.comparison_file import SourceEntry
from sidebyside.record.limiting import Limit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.annotations.jsonld, an AnnotationCollection with all annotations in its one page.

    With a limit on excerpts no words are given around a passage, and of its own no more than that; the position in the
    text, in code points, holds for the whole passage and finds it.
    """
    data = json.dumps(collection(work, Limit(work, excerpts)), ensure_ascii=False, indent=1)
    return written(out, {f"{stem(work)}.annotations.jsonld": f"{data}\n".encode()})


def collection(work: Comparison, limit: Limit) -> dict[str, Any]:
    """The collection, as JSON has it."""
    made = moments(work)
    items = [annotation(work, relation, made[relation.point.id], limit) for relation in relations(work)]
    page = {"id": named(work, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": named(work, "collection"),
        "type": "AnnotationCollection",
        "label": work.about.title,
        "rdfs:comment": f"{work.about.question} {limit.told}",
        "total": len(items),
        **({"first": page} if items else {}),  # a page without any annotation is none
    }


def annotation(work: Comparison, relation: Relation, made: str, limit: Limit) -> dict[str, Any]:
    """One relation: the verdict, why, and the question as bodies; every passage of its sources as a target.

    A passage is a target of its own, as several selectors of one would have to select the same words.
    """
    point = relation.point
    sources = [side[0].source for side in relation.sides]
    bodies = {
        "classifying": relation.shown,
        "describing": limit.said(reason(relation), point.draft),
        "questioning": limit.said(point.question, point.draft),
    }
    return {
        "id": named(work, "annotation", point.id, *sources),
        "type": "Annotation",
        "motivation": ["linking", "classifying"] if any(relation.pairs()) else ["classifying"],
        "creator": creator(work, point.coded.by),
        "created": made,
        "generator": GENERATOR,
        "body": [body(value, purpose) for purpose, value in bodies.items()],
        "target": [target(work, place, limit) for place in relation.places],
    }


def reason(relation: Relation) -> str:
    """Why this verdict; of which sources together, where it is of more than two; who is silent, and why perhaps."""
    point, own = relation.point, relation.own
    said = [own.reason if own and own.reason else point.reason]
    if len(point.speaking) > 2 and point.verdict != "only" and not own:
        said.append(f"The verdict is on {', '.join(point.speaking)} together.")
    for key, position in point.positions.items():
        if position.silent:
            said.append(f"{key} is silent ({SILENCES.get(position.silent_because or '', 'no reason given')}).")
    return " ".join(said)


def body(value: str, purpose: str) -> dict[str, str]:
    """Words about the targets."""
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def target(work: Comparison, place: Evidence, limit: Limit) -> dict[str, Any]:
    """A passage, in a text that is named by its fingerprint: whoever has the file can tell that it is this one."""
    entry = next(entry for entry in work.about.sources if entry.key == place.source)
    text = work.source(place.source).text
    return {
        "type": "SpecificResource",
        "source": {"id": fingerprint_name(entry), "type": "Text", "format": "text/plain", "dc:title": entry.title},
        "selector": selectors(text, place.start, place.end, limit),
    }


def fingerprint_name(entry: SourceEntry) -> str:
    """The SHA-256 of a source's file as a name (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(entry.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def named(work: Comparison, *names: str) -> str:
    """A name that stays the same for the same thing."""
    return f"urn:uuid:{guid(work, *names)}"
