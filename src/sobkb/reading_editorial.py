"""Reading what the editors conclude: contrasts, counterparts and comparisons."""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.grouping import Grouped
from sobkb.light_typing import TYPE_CHECKING
from sobkb.namespaces import NS, RDF, RDFS

if TYPE_CHECKING:
    from sobkb.records import ComparisonRecord, ContrastRecord, CounterpartRecord


def _graph_of(data: Grouped, subject: str, sort: str) -> str:
    """Return the graph that says what something is; the first by name when several do."""
    return min((n.graph for n in data.subjects[subject].get(RDF + "type", ()) if n.value == sort), default="")


def read_contrasts(data: Grouped) -> list[ContrastRecord]:
    """Read the pairs that are easily confused."""
    found: list[ContrastRecord] = []
    for iri in sorted(data.by_type.get(NS + "Contrast", ())):
        rows = sorted(data.iris(iri, NS + "dimension"), key=lambda d: (data.number(d, NS + "order", 999), d))
        found.append(
            {
                "iri": iri,
                "first": data.value(iri, NS + "first"),
                "second": data.value(iri, NS + "second"),
                "question": data.texts(iri, NS + "decidingQuestion"),
                "dimensions": [
                    [data.texts(d, RDFS + "label"), data.texts(d, NS + "firstValue"), data.texts(d, NS + "secondValue")]
                    for d in rows
                ],
                "graph": _graph_of(data, iri, NS + "Contrast"),
            }
        )
    return found


def read_counterparts(data: Grouped) -> list[CounterpartRecord]:
    """Read what stands where in the other region."""
    return [
        {
            "iri": iri,
            "flemish": data.value(iri, NS + "flemishSide"),
            "dutch": data.value(iri, NS + "dutchSide"),
            "degree": data.value(iri, NS + "degree"),
            "reasons": data.texts(iri, NS + "reason"),
            "graph": _graph_of(data, iri, NS + "Counterpart"),
        }
        for iri in sorted(data.by_type.get(NS + "Counterpart", ()))
    ]


def read_comparisons(data: Grouped, concepts: Iterable[str]) -> list[ComparisonRecord]:
    """Read the themes on which the regions are put side by side."""
    found: list[ComparisonRecord] = []
    for iri in sorted(concepts):
        known = data.subjects.get(iri, {})
        if NS + "conclusion" in known:
            found.append(
                {
                    "iri": iri,
                    "concept": iri,
                    "theme": data.texts(iri, NS + "theme"),
                    "flemish": data.iris(iri, NS + "flemishSide"),
                    "dutch": data.iris(iri, NS + "dutchSide"),
                    "conclusions": data.texts(iri, NS + "conclusion"),
                    "graph": min(n.graph for n in known[NS + "conclusion"]),
                }
            )
    return found
