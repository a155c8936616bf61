"""The static API: everything as JSON files under addresses that stay, and a page that says how to use them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sobkb.exports.languages import by_language
from sobkb.exports.languages import lists as all_by_language
from sobkb.exports.plain import concept_json
from sobkb.exports.vocabulary import relation_json, term_json
from sobkb.pages.api_shapes import LISTS, address, schemas
from sobkb.pages.asking import has_questions
from sobkb.pages.downloads import downloads_of
from sobkb.pages.metadata import LICENCE
from sobkb.pages.page import DataFile, Page
from sobkb.pages.revisions import state_of
from sobkb.pages.views import code_text, view_head
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Collection, Concept, Section

FOLDER = "api/v1/"
SCHEMAS = FOLDER + "schema/"


def api_files(site: Site) -> Iterator[DataFile]:
    """Make every document of the API, and the schemas they follow."""
    lists = {name: rows for name in LISTS if (rows := _LISTS[name](site)) or name == "concepts"}
    for name, rows in lists.items():
        yield _file(f"{FOLDER}{name}.json", name, {"version": site.kb.version, name: rows})
    for concept in site.kb.concepts:
        document = {"version": site.kb.version, "revision": _revision(site, concept), "concept": concept_json(concept)}
        yield _file(f"{FOLDER}concepts/{concept.slug}.json", "concept", document)
    yield _file(FOLDER + "index.json", "index", _index(site, lists))
    for name, shape in schemas().items():
        yield DataFile(f"{SCHEMAS}{name}.schema.json", _bytes(shape))


def api_pages(site: Site) -> Iterator[Page]:
    """Make the page about the API in every language."""
    shapes = schemas()
    example = next(iter(site.kb.concepts), None)
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/api/")
        path = f"{FOLDER}concepts/{example.slug}.json" if example else f"{FOLDER}concepts.json"
        names = ["index", "concepts", "concept", *(n for n in LISTS if n != "concepts" and _LISTS[n](site))]
        rows = [
            (
                f"{FOLDER}concepts/<slug>.json" if name == "concept" else f"{FOLDER}{name}.json",
                o.href(path if name == "concept" else f"{FOLDER}{name}.json"),
                shapes[name]["description"],
                o.href(f"{SCHEMAS}{name}.schema.json"),
            )
            for name in names
        ]
        base = site.options.base or "https://example.org/"
        shell = f"curl -L {base}{path} | jq '.concept.labels'"
        python = (
            "import json, urllib.request\n\n"
            f'with urllib.request.urlopen("{base}{FOLDER}concepts.json") as answer:\n'
            '    concepts = json.load(answer)["concepts"]\n'
            'print([c["slug"] for c in concepts if c["level"] == "A"])'
        )
        body = o.render("api.html.j2", rows=rows, shell=code_text(shell), python=code_text(python))
        yield o.page(
            title=o.word("api.title"), family="api", body=body, description=o.word("api.lead"), head=view_head(o)
        )


def _index(site: Site, lists: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "title": {lang: site.kb.title(lang) for lang in site.languages},
        "version": site.kb.version,
        "license": LICENCE if site.is_builtin else None,
        "languages": list(site.languages),
        "documents": {
            name: {"href": f"{name}.json", "schema": f"schema/{name}.schema.json", "count": len(rows)}
            for name, rows in lists.items()
        },
        "downloads": [
            {
                "href": "../../" + d.path,
                "mediaType": d.format.media_type,
                "size": len(d.content),
                "sha256": d.sha256,
            }
            for d in downloads_of(site)
        ],
    }


def _file(path: str, shape: str, document: dict[str, Any]) -> DataFile:
    return DataFile(path, _bytes({"$schema": address(shape), **document}))


def _bytes(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _slug(concept: Concept | None) -> str | None:
    return concept.slug if concept is not None else None


def _slugs(concepts: Iterable[Concept]) -> list[str]:
    return [c.slug for c in concepts]


def _place(section: Section | None) -> str | None:
    return section.id if section is not None else None


def _concepts(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "iri": c.iri,
            "slug": c.slug,
            "kind": c.kind.name if c.kind else None,
            "level": c.level,
            "labels": by_language(c.pref_labels),
            "definition": by_language(c.texts("definition")),
            "regions": _slugs(c.regions),
            "deprecated": c.is_deprecated,
            "href": f"concepts/{c.slug}.json",
        }
        for c in site.kb.concepts
    ]


def _kinds(site: Site) -> list[dict[str, Any]]:
    return [{**term_json(k), "concepts": sum(k in c.kinds for c in site.kb.concepts)} for k in site.kb.kinds]


def _relations(site: Site) -> list[dict[str, Any]]:
    used: dict[str, int] = {}
    for concept in site.kb.concepts:
        for statement in (*concept.relations, *concept.notes):
            used[statement.relation.iri] = used.get(statement.relation.iri, 0) + 1
    return [
        {
            **relation_json(r),
            "statements": used.get(r.iri, 0),
        }
        for r in site.kb.relation_types
    ]


def _sections(site: Site) -> list[dict[str, Any]]:
    ids = {s.iri: s.id for s in site.kb.sections}
    return [
        {
            "iri": s.iri,
            "id": s.id,
            "number": s.number,
            "labels": by_language(s.labels),
            "parent": ids.get(s.parent),
            "source": s.source or None,
            "editorial": s.editorial,
            "statements": len(site.statements_in(s)),
        }
        for s in site.kb.sections
    ]


def _schemes(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "iri": s.iri,
            "slug": s.slug,
            "labels": by_language(s.labels),
            "definition": by_language(s.definitions),
            "concepts": _slugs(site.kb.find(scheme=s.iri)),
        }
        for s in site.kb.schemes
    ]


def _collection(collection: Collection) -> dict[str, Any]:
    return {
        "iri": collection.iri,
        "slug": collection.slug,
        "labels": by_language(collection.labels),
        "members": _slugs(collection.members),
        "ordered": collection.ordered,
        "open": collection.open,
        "sections": [s.id for s in collection.sections],
        "notes": all_by_language(collection.notes),
    }


def _theme(theme: Collection) -> dict[str, Any]:
    return {
        "iri": theme.iri,
        "slug": theme.slug,
        "labels": by_language(theme.labels),
        "description": by_language(theme.notes),
        "members": _slugs(theme.members),
        "editorial": theme.is_editorial,
    }


def _figures(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "concept": f.concept.slug,
            "value": f.value,
            "unit": by_language(f.units),
            "approximate": f.approximate,
            "measures": _slugs(f.measures),
            "places": _slugs(f.places),
            "notes": all_by_language(f.notes),
            "section": _place(f.section),
        }
        for f in site.kb.figures
    ]


def _dates(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "concept": d.concept.slug,
            "date": d.span.text if d.span else None,
            "first": d.span.first if d.span else None,
            "last": d.span.last if d.span else None,
            "notes": all_by_language(d.notes),
            "section": _place(d.section),
        }
        for d in site.kb.dates
    ]


def _counterparts(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "iri": p.iri,
            "flemish": _slug(p.flemish),
            "dutch": _slug(p.dutch),
            "degree": p.degree,
            "reasons": all_by_language(p.reasons),
        }
        for p in site.kb.counterparts
    ]


def _contrasts(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "iri": c.iri,
            "first": c.first.slug,
            "second": c.second.slug,
            "question": by_language(c.questions),
            "dimensions": [
                {"labels": by_language(d.labels), "first": by_language(d.first), "second": by_language(d.second)}
                for d in c.dimensions
            ],
        }
        for c in site.kb.contrasts
    ]


def _comparisons(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "iri": c.iri,
            "concept": c.concept.slug,
            "theme": by_language(c.themes),
            "flemish": _slugs(c.flemish),
            "dutch": _slugs(c.dutch),
            "conclusion": by_language(c.conclusions),
        }
        for c in site.kb.comparisons
    ]


def _revision(site: Site, concept: Concept) -> dict[str, Any]:
    state = state_of(site, concept)
    return {
        "hash": state.hash,
        "number": state.number or None,
        "released": state.is_same,
        "releases": [
            {"version": r.version, "revision": known.number, "hash": known.hash, "address": r.address_of(known.slug)}
            for r in site.releases
            if (known := r.concepts.get(concept.iri)) is not None
        ],
    }


def _releases(site: Site) -> list[dict[str, Any]]:
    return [
        {
            "version": r.version,
            "date": r.date,
            "address": r.address,
            "dataset": r.dataset,
            "concepts": len(r.concepts),
            "manifest": f"../../v/{r.version}/manifest.json",
            "files": [
                {"href": f"../../v/{r.version}/{f.name}", "size": f.size, "sha256": f.sha256} for f in r.files.values()
            ],
        }
        for r in site.releases
    ]


def _questions(site: Site) -> list[dict[str, Any]]:
    from sobkb.questions import questions, short_rows

    if not has_questions(site):
        return []
    found = []
    for question in questions():
        result = question.run(site.kb)
        found.append(
            {
                "id": question.id,
                "question": by_language(question.texts),
                "query": question.query,
                "sections": list(question.sections),
                "parameters": {p.name: p.default for p in question.parameters},
                "columns": list(result.variables),
                "rows": [list(row) for row in short_rows(result)],
            }
        )
    return found


_LISTS = {
    "concepts": _concepts,
    "kinds": _kinds,
    "relations": _relations,
    "sections": _sections,
    "schemes": _schemes,
    "collections": lambda site: [_collection(c) for c in site.kb.collections],
    "themes": lambda site: [_theme(t) for t in site.kb.themes],
    "figures": _figures,
    "dates": _dates,
    "counterparts": _counterparts,
    "contrasts": _contrasts,
    "comparisons": _comparisons,
    "questions": _questions,
    "releases": _releases,
}
