"""How files write values that a store writes another way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sobkb.light_typing import TYPE_CHECKING
from sobkb.namespaces import XSD

if TYPE_CHECKING:
    from pyoxigraph import Literal, Quad

_STRING = XSD + "string"


def find_spellings(quads: Iterable[Quad]) -> Mapping[Quad, Sequence[Literal]]:
    """Find the numbers and times that a store writes another way than the quads put into it.

    Oxigraph keeps values (https://docs.rs/oxigraph, "Store"): 7 for `"007"^^xsd:integer`.

    Args:
        quads: What was put into the store. What is said of blank nodes is passed over.

    Returns:
        For each quad as the store gives it back the literals it was made of, sorted.

    Examples:
        >>> from pyoxigraph import Literal, NamedNode, Quad
        >>> from sobkb.namespaces import XSD
        >>> a, integer = NamedNode("http://example.org/a"), NamedNode(XSD + "integer")
        >>> found = find_spellings([Quad(a, a, Literal("007", datatype=integer))])
        >>> [(quad.object.value, [l.value for l in literals]) for quad, literals in found.items()]
        [('7', ['007'])]
    """
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

    said = [
        (quad, literal)
        for quad in quads
        if type(literal := quad.object) is Literal
        and literal.language is None
        and literal.datatype.value != _STRING
        and type(quad.subject) is not BlankNode
    ]
    # The store is asked, since it alone knows which values it writes another way.
    numbers = {literal: number for number, literal in enumerate({literal for _, literal in said})}
    store = Store()
    store.extend(Quad(NamedNode(f"urn:x:{n}"), NamedNode("urn:x:is"), literal) for literal, n in numbers.items())
    kept = {quad.subject.value: quad.object for quad in store}
    found: dict[Quad, list[Literal]] = {}
    for quad, literal in said:
        target = kept[f"urn:x:{numbers[literal]}"]
        found.setdefault(Quad(quad.subject, quad.predicate, target, quad.graph_name), []).append(literal)
    return {quad: sorted(set(own), key=str) for quad, own in found.items() if set(own) != {quad.object}}


def as_written(quads: Iterable[Quad], spellings: Mapping[Quad, Sequence[Literal]]) -> set[Quad]:
    """Return quads of a store with their numbers and times as the files write them.

    Args:
        quads: The quads.
        spellings: What `find_spellings` found.
    """
    from pyoxigraph import Quad

    found: set[Quad] = set()
    for quad in quads:
        own = spellings.get(quad)
        if own is None:
            found.add(quad)
        else:
            found.update(Quad(quad.subject, quad.predicate, literal, quad.graph_name) for literal in own)
    return found
