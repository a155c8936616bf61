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
_EXAMPLES = {
    "count": """
SELECT ?kind (COUNT(?concept) AS ?number) WHERE {
  ?concept a skos:Concept , ?kind .
  FILTER(?kind != skos:Concept)
}
GROUP BY ?kind
ORDER BY DESC(?number)""",
    "labels": """
SELECT ?concept ?term WHERE {
  ?concept skos:prefLabel|skos:altLabel ?term .
  FILTER(CONTAINS(LCASE(?term), "participati"))
}
ORDER BY ?term
LIMIT 50""",
    "sections": """
# Every section of a source is a named graph.
SELECT ?section ?subject ?relation ?object WHERE {
  GRAPH ?section { ?subject ?relation ?object }
  ?subject skos:inScheme ?scheme .
  ?object skos:inScheme ?other .
}
LIMIT 50""",
    "matches": """
SELECT ?concept ?elsewhere WHERE {
  ?concept skos:exactMatch|skos:closeMatch ?elsewhere
}
LIMIT 50""",
}


def can_query(site: Site) -> bool:
    """Tell whether the data fits a browser."""
    return 0 < len(site.kb) <= LIMIT


def sparql_pages(site: Site) -> Iterator[Page]:
    """Make the page in every language."""
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        examples = [(o.word(f"sparql.example.{name}"), query.strip(), name) for name, query in _EXAMPLES.items()]
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
            prefixes=sorted(PREFIXES.items()),
        )
        data = script_safe(json.dumps(settings, ensure_ascii=False, separators=(",", ":")))
        yield o.page(
            title=o.word("sparql.title"),
            family="sparql",
            body=body,
            description=o.word("sparql.lead"),
            head=view_head(o) + f"\n<script>window.sobkbSettings={data}</script>",
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
    r"""Turn the engine from a module into a script: workers made from text take no modules from a disk.

    Examples:
        >>> classic_script("export class A {}\nuse(import.meta.url);\nexport { f as default };")
        'class A {}\nuse("");'
    """
    lines = [line.removeprefix("export ") for line in module.split("\n") if not line.startswith("export {")]
    return "\n".join(lines).replace("import.meta.url", '""')
