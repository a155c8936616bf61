"""SPARQL in the browser on the full data: nothing leaves the reader's machine, no server is needed.

Engine and data are scripts that hold compressed bytes as text, because pages opened from a disk may load
scripts but not fetch files. They are loaded when the reader runs a query, not before.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from sobkb.namespaces import PREFIXES
from sobkb.pages.asking import has_questions
from sobkb.pages.downloads import downloads_of
from sobkb.pages.page import DataFile, Page
from sobkb.pages.views import script_safe, view_head
from sobkb.pages.writing import Site, Writer

FOLDER = "sparql/"
ENGINE = "assets/sparql/engine.js"
DATA = "assets/sparql/data.js"
LIMIT = 20_000
"""The most concepts a browser can be asked to load."""
_VENDOR = Path(__file__).parent / "vendor" / "oxigraph"
_EXAMPLES = (
    (
        "sparql.example.count",
        "SELECT ?kind (COUNT(?concept) AS ?number) WHERE {\n"
        "  ?concept a skos:Concept , ?kind .\n  FILTER(?kind != skos:Concept)\n}\n"
        "GROUP BY ?kind\nORDER BY DESC(?number)",
    ),
    (
        "sparql.example.labels",
        "SELECT ?concept ?term WHERE {\n  ?concept skos:prefLabel|skos:altLabel ?term .\n"
        '  FILTER(CONTAINS(LCASE(?term), "participati"))\n}\nORDER BY ?term\nLIMIT 50',
    ),
    (
        "sparql.example.sections",
        "# Which section says what? Every section is a named graph.\nSELECT ?section ?subject ?relation ?object WHERE {\n"
        "  GRAPH ?section { ?subject ?relation ?object }\n  ?subject skos:inScheme ?scheme .\n"
        "  ?object skos:inScheme ?other .\n}\nLIMIT 50",
    ),
    (
        "sparql.example.matches",
        "SELECT ?concept ?elsewhere WHERE {\n  ?concept skos:exactMatch|skos:closeMatch ?elsewhere\n}\nLIMIT 50",
    ),
)


def can_query(site: Site) -> bool:
    """Tell whether the data fits a browser."""
    return 0 < len(site.kb) <= LIMIT


def sparql_pages(site: Site) -> Iterator[Page]:
    """Make the page in every language."""
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        examples = [(o.word(key), query, key.rpartition(".")[2]) for key, query in _EXAMPLES]
        asked = []
        if has_questions(site):
            from sobkb.questions import questions

            # what the reader may fill in is filled in with the example
            asked = [(q.text(lang), _filled(site, q.query, q.parameters), q.id) for q in questions()]
        settings = {
            "prefixes": "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items()),
            "names": dict(PREFIXES),
            "pages": {c.iri: c.slug for c in site.kb.concepts},
            "sections": {s.iri: o.href(site.at.section(lang, s)) for s in site.kb.sections},
            "engine": o.href(ENGINE),
            "data": o.href(DATA),
            "queries": {name: query for _, query, name in (*examples, *asked)},
            "words": {key: o.word(f"sparql.{key}") for key in _WORDS},
        }
        body = o.render(
            "sparql.html.j2",
            examples=examples,
            asked=asked,
            first=examples[0][1].replace("\n", "&#10;"),
            prefixes=sorted(PREFIXES.items()),
        )
        data = script_safe(json.dumps(settings, ensure_ascii=False, separators=(",", ":")))
        yield o.page(
            title=o.word("sparql.title"),
            family="sparql",
            body=body,
            description=o.word("sparql.lead"),
            head=view_head(o) + f'\n<script>window.sobkbSettings={data}</script>',
            scripts=("assets/js/sparql.js",),
        )


_WORDS = ("loading", "running", "rows", "more", "none", "yes", "no", "failed", "stopped", "long")


def _filled(site: Site, query: str, parameters: object) -> str:
    from sobkb.questions import Parameter

    lines = []
    assert isinstance(parameters, tuple)
    for parameter in parameters:
        assert isinstance(parameter, Parameter)
        try:
            value = f"<{site.kb[parameter.default].iri}>"
        except KeyError:
            known = {s.id: s.iri for s in site.kb.sections}
            value = f"<{known[parameter.default]}>" if parameter.default in known else json.dumps(parameter.default)
        lines.append(f"VALUES ?{parameter.name} {{ {value} }}")
    if not lines:
        return query
    head, brace, rest = query.partition("{")
    return f"{head}{brace}\n  {' '.join(lines)}{rest}"


def sparql_files(site: Site) -> Iterator[DataFile]:
    """Make the engine and the data as scripts."""
    from sobkb.exports import write

    code = (_VENDOR / "web.js").read_text(encoding="utf-8")
    wasm = base64.b64encode((_VENDOR / "web_bg.wasm.gz").read_bytes()).decode()
    engine = f"window.sobkbEngine={{code:{script_safe(json.dumps(classic_script(code)))},wasm:{json.dumps(wasm)}}};\n"
    licence = (_VENDOR / "LICENSE").read_text(encoding="utf-8")
    yield DataFile(ENGINE, f"/*\n{licence}*/\n{engine}".encode())
    made = next((d.content for d in downloads_of(site) if d.format.name == "nquads"), None)
    quads = made or write(site.kb, "nquads").encode()
    packed = base64.b64encode(gzip.compress(quads, 9, mtime=0)).decode()
    yield DataFile(DATA, f"window.sobkbQuads={json.dumps(packed)};\n".encode())


def classic_script(module: str) -> str:
    """Turn the engine from a module into a script: workers made from text take no modules from a disk.

    Examples:
        >>> classic_script("export class A {}\\nexport function f() { return import.meta.url; }\\nexport { f as default };")
        'class A {}\\nfunction f() { return ""; }\\n'
    """
    lines = [line.removeprefix("export ") for line in module.split("\n") if not line.startswith("export {")]
    return "\n".join(lines).replace("import.meta.url", '""') + ("\n" if lines[-1] else "")
