"""JSON Schemas of the documents of the static API, version 1.

A key never changes its meaning or disappears within a version; new keys may come.
"""

from __future__ import annotations

from typing import Any

from sobkb.exports.plain import schema

BASE = "https://w3id.org/sobkb/api/v1/schema/"
_TEXT = {"$ref": "#/$defs/text"}
_TEXTS = {"$ref": "#/$defs/texts"}
_SLUG = {"$ref": "#/$defs/slug"}
_STRING = {"type": "string"}
_NUMBER = {"type": "integer", "minimum": 0}
_BOOLEAN = {"type": "boolean"}
_STRINGS = {"type": "array", "items": _STRING}
_SLUGS = {"type": "array", "items": _SLUG}
_SECTION = {"type": ["string", "null"], "description": "Id of the section that says so; null when not known."}
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_MAYBE_SLUG = {"anyOf": [_SLUG, {"type": "null"}]}

_ITEMS: dict[str, tuple[str, dict[str, Any]]] = {
    "concepts": (
        "One line per concept; the document it points at says everything.",
        {
            "iri": _STRING,
            "slug": _SLUG,
            "kind": {"type": ["string", "null"], "description": "Local name of its class."},
            "level": _STRING,
            "labels": _TEXT,
            "definition": _TEXT,
            "regions": _SLUGS,
            "deprecated": _BOOLEAN,
            "href": {**_STRING, "description": "Address of its document, seen from this one."},
        },
    ),
    "kinds": (
        "The classes of the ontology.",
        {
            "iri": _STRING,
            "name": _STRING,
            "labels": _TEXT,
            "definition": _TEXT,
            "parents": _STRINGS,
            "concepts": _NUMBER,
        },
    ),
    "relations": (
        "The typed relations of the ontology, with the words that stand between subject and object.",
        {
            "iri": _STRING,
            "name": _STRING,
            "labels": _TEXT,
            "definition": _TEXT,
            "parents": _STRINGS,
            "symmetric": _BOOLEAN,
            "phrases": {"type": "object", "additionalProperties": _TEXT},
            "statements": _NUMBER,
        },
    ),
    "sections": (
        "The sections of the sources in reading order, then the graphs of the editors.",
        {
            "iri": _STRING,
            "id": _STRING,
            "number": _STRING,
            "labels": _TEXT,
            "parent": {"type": ["string", "null"], "description": "Id of the section it is part of."},
            "source": {"type": ["string", "null"], "description": "IRI of the work."},
            "editorial": _BOOLEAN,
            "statements": _NUMBER,
        },
    ),
    "schemes": (
        "The concept schemes.",
        {"iri": _STRING, "slug": _STRING, "labels": _TEXT, "definition": _TEXT, "concepts": _SLUGS},
    ),
    "collections": (
        "The enumerations; members in the order of the source.",
        {
            "iri": _STRING,
            "slug": _STRING,
            "labels": _TEXT,
            "members": _SLUGS,
            "ordered": _BOOLEAN,
            "open": {**_BOOLEAN, "description": "True when the source only gives examples."},
            "sections": _STRINGS,
            "notes": _TEXTS,
        },
    ),
    "themes": (
        "What belongs together when one studies, in the order of a course; members in the order of learning.",
        {
            "iri": _STRING,
            "slug": _STRING,
            "labels": _TEXT,
            "description": _TEXT,
            "members": _SLUGS,
            "editorial": {**_BOOLEAN, "description": "True when the editors put it together."},
        },
    ),
    "figures": (
        "The numbers the sources give.",
        {
            "concept": _SLUG,
            "value": _STRING,
            "unit": _TEXT,
            "approximate": _BOOLEAN,
            "measures": _SLUGS,
            "places": _SLUGS,
            "notes": _TEXTS,
            "section": _SECTION,
        },
    ),
    "dates": (
        "The dates the sources give.",
        {
            "concept": _SLUG,
            "date": {"type": ["string", "null"], "description": "EDTF; null when the source is only relative."},
            "first": {"type": ["integer", "null"], "description": "First year covered; null when open."},
            "last": {"type": ["integer", "null"], "description": "Last year covered; null when open."},
            "notes": _TEXTS,
            "section": _SECTION,
        },
    ),
    "counterparts": (
        "What stands where in the other region; a judgement of the editors.",
        {"iri": _STRING, "flemish": _MAYBE_SLUG, "dutch": _MAYBE_SLUG, "degree": _STRING, "reasons": _TEXTS},
    ),
    "contrasts": (
        "Pairs that are easily confused; a judgement of the editors.",
        {
            "iri": _STRING,
            "first": _SLUG,
            "second": _SLUG,
            "question": _TEXT,
            "dimensions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"labels": _TEXT, "first": _TEXT, "second": _TEXT},
                    "required": ["labels", "first", "second"],
                    "additionalProperties": False,
                },
            },
        },
    ),
    "comparisons": (
        "Themes on which the regions are put side by side; a judgement of the editors.",
        {"iri": _STRING, "concept": _SLUG, "theme": _TEXT, "flemish": _SLUGS, "dutch": _SLUGS, "conclusion": _TEXT},
    ),
    "questions": (
        "The competency questions with their queries and answers.",
        {
            "id": _STRING,
            "question": _TEXT,
            "query": _STRING,
            "sections": _STRINGS,
            "parameters": {"type": "object", "additionalProperties": _STRING},
            "columns": _STRINGS,
            "rows": {
                "type": "array",
                "items": _STRINGS,
                "description": "The answer; concepts and sections by short name.",
            },
        },
    ),
    "releases": (
        "The releases, which stay as they were.",
        {
            "version": _STRING,
            "date": _STRING,
            "address": {**_STRING, "description": "Permanent address; a concept is at id/<slug> below it."},
            "dataset": {**_DIGEST, "description": "SHA-256 of the RDFC-1.0 form of the whole."},
            "concepts": _NUMBER,
            "manifest": {**_STRING, "description": "Address of its manifest, seen from this document."},
            "files": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"href": _STRING, "size": _NUMBER, "sha256": _DIGEST},
                    "required": ["href", "size", "sha256"],
                    "additionalProperties": False,
                },
            },
        },
    ),
}
LISTS = tuple(_ITEMS)
"""Names of the documents that are lists."""


def address(name: str) -> str:
    """Return the address that names the schema of a sort of document.

    Examples:
        >>> address("concepts")
        'https://w3id.org/sobkb/api/v1/schema/concepts.schema.json'
    """
    return f"{BASE}{name}.schema.json"


def schemas() -> dict[str, dict[str, Any]]:
    """Return all schemas by the name of the document they describe.

    Examples:
        >>> sorted(schemas())[:3]
        ['collections', 'comparisons', 'concept']
    """
    shared = schema()["$defs"]
    plain_defs = {name: shared[name] for name in ("slug", "lang", "text", "texts")}
    found = {name: _list_schema(name, *_ITEMS[name], plain_defs) for name in LISTS}
    found["concept"] = _schema(
        "concept",
        "Everything about one concept.",
        {"version": _STRING, "revision": _revision(), "concept": {"$ref": "#/$defs/concept"}},
        shared,
    )
    document = _object({"href": _STRING, "schema": _STRING, "count": _NUMBER})
    download = _object({"href": _STRING, "mediaType": _STRING, "size": _NUMBER, "sha256": _DIGEST})
    found["index"] = _schema(
        "index",
        "Where everything is.",
        {
            "title": _TEXT,
            "version": _STRING,
            "license": {"type": ["string", "null"]},
            "languages": _STRINGS,
            "documents": {"type": "object", "additionalProperties": document},
            "downloads": {"type": "array", "items": download},
        },
        plain_defs,
    )
    return found


def _revision() -> dict[str, Any]:
    number = {"type": ["integer", "null"], "minimum": 1}
    released = _object(
        {"version": _STRING, "revision": {**number, "type": "integer"}, "hash": _DIGEST, "address": _STRING}
    )
    return _object(
        {
            "hash": {**_DIGEST, "description": "SHA-256 of the sorted N-Quads lines about it, days left out."},
            "number": {**number, "description": "Revision in the last release that has it; null when none has."},
            "released": {**_BOOLEAN, "description": "True when that release says the same."},
            "releases": {"type": "array", "items": released},
        }
    )


def _list_schema(name: str, about: str, item: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    return _schema(name, about, {"version": _STRING, name: {"type": "array", "items": _object(item)}}, defs)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _schema(name: str, about: str, properties: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address(name),
        "title": name,
        "description": about,
        "type": "object",
        "properties": {"$schema": {"const": address(name)}, **properties},
        "required": ["$schema", *properties],
        "additionalProperties": False,
        "$defs": defs,
    }
