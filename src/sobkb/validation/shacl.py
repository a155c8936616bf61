"""Running the shapes with pySHACL, the validator of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph
import pyshacl
import rdflib
from rdflib.plugins.sparql import prepareQuery

from sobkb.errors import SobkbError
from sobkb.namespaces import RDF, SH
from sobkb.validation.rules import shape_files

if TYPE_CHECKING:
    from pyoxigraph import Quad
    from rdflib.plugins.sparql.sparql import Query
    from rdflib.query import Result

_SH = rdflib.Namespace(SH)


class ShaclResult(NamedTuple):
    """One result of a SHACL report, as plain text.

    Attributes:
        shape: IRI of the shape.
        focus: IRI of the focus node, or "_:" and a name.
        path: IRI of the property, or empty.
        value: IRI or text, or empty; SHACL repeats the focus node here for want of another value.
    """

    shape: str
    focus: str
    path: str
    value: str


class _Graph(rdflib.Graph):
    """A graph that parses each query once.

    pySHACL runs a constraint for every focus node; parsing its query anew each time is most of the work.
    """

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        """Run a query."""
        prepared = _prepare(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **options)


@lru_cache(maxsize=512)
def _prepare(text: str) -> Query:
    return prepareQuery(text)


@lru_cache(maxsize=1)
def shapes_graph() -> rdflib.Graph:
    """Return all shapes as one rdflib graph; it must not be changed."""
    shapes = rdflib.Graph()
    for file in shape_files():
        shapes.parse(file, format="turtle")
    return shapes


def run_shacl(quads: Iterable[Quad], shapes: rdflib.Graph | None = None) -> set[ShaclResult]:
    """Check the union of all graphs with pySHACL.

    Args:
        quads: The data.
        shapes: The shapes; the rules of sobkb by default.

    Returns:
        The results, of every severity.

    Raises:
        SobkbError: pySHACL cannot run the shapes.
    """
    lines = pyoxigraph.serialize({quad.triple for quad in quads}, format=pyoxigraph.RdfFormat.N_TRIPLES)
    data = _Graph()
    data.parse(data=lines, format="nt")
    options: Mapping[str, Any] = {"inference": "none", "do_owl_imports": False, "inplace": True}
    _, report, text = pyshacl.validate(data, shacl_graph=shapes_graph() if shapes is None else shapes, **options)
    if not isinstance(report, rdflib.Graph):
        raise SobkbError(f"pySHACL cannot run the rules: {text}")
    return {_read(report, result) for result in report.subjects(rdflib.URIRef(RDF + "type"), _SH.ValidationResult)}


def _read(report: rdflib.Graph, result: rdflib.term.Node) -> ShaclResult:
    found = (report.value(result, p) for p in (_SH.sourceShape, _SH.focusNode, _SH.resultPath, _SH.value))
    return ShaclResult(*map(_text, found))


def _text(term: object) -> str:
    if term is None:
        return ""
    return f"_:{term}" if isinstance(term, rdflib.BNode) else str(term)
