"""Writing a part as a graph for other tools: GraphML, DOT and Mermaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.exports.escaping import dot_string, mermaid_string, web_address, xml_text
from sobkb.exports.network import Edge, Network, network_of, phrase_of

if TYPE_CHECKING:
    import networkx as nx

    from sobkb.exports.selecting import Part
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept

_NODE_KEYS = ("iri", "label_nl", "label_en", "kind", "scheme", "level")
_EDGE_KEYS = ("relation", "iri", "label_nl", "label_en", "sections")


def write_graphml(part: Part) -> str:
    """Write GraphML: concepts by slug with labels in both languages, links with their sections."""
    network = network_of(part.concepts)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    lines += [
        f'  <key id="{sort[0]}_{key}" for="{sort}" attr.name="{key}" attr.type="string"/>'
        for sort, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS))
        for key in keys
    ]
    lines.append('  <graph id="sobkb" edgedefault="directed">')
    for node in network.nodes:
        lines.append(f'    <node id="{xml_text(node.slug)}">')
        lines += [f'      <data key="n_{k}">{xml_text(v)}</data>' for k, v in _node_data(node).items() if v]
        lines.append("    </node>")
    for number, edge in enumerate(network.edges):
        ends = f'source="{xml_text(edge.source.slug)}" target="{xml_text(edge.target.slug)}"'
        lines.append(f'    <edge id="e{number}" {ends}>')
        lines += [f'      <data key="e_{k}">{xml_text(v)}</data>' for k, v in _edge_data(edge).items() if v]
        lines.append("    </edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def write_dot(part: Part, lang: str = "nl") -> str:
    """Write a digraph for Graphviz."""
    network = network_of(part.concepts)
    lines = ["digraph sobkb {", "  rankdir=LR;", '  node [shape=box, style=rounded, fontname="sans-serif"];']
    chosen = _chosen(network)
    for node in network.nodes:
        address = web_address(node.iri)
        link = f", URL={dot_string(address)}" if address else ""
        bold = ", penwidth=2" if node in chosen else ""
        lines.append(f"  {dot_string(node.slug)} [label={dot_string(node.label(lang))}{link}{bold}];")
    for edge in network.edges:
        ends = f"{dot_string(edge.source.slug)} -> {dot_string(edge.target.slug)}"
        lines.append(f"  {ends} [label={dot_string(_phrase(edge, lang))}];")
    return "\n".join([*lines, "}"]) + "\n"


def write_mermaid(part: Part, lang: str = "nl") -> str:
    """Write a Mermaid flowchart."""
    network = network_of(part.concepts)
    names = {node: f"n{number}" for number, node in enumerate(network.nodes)}
    lines = ["flowchart LR"]
    lines += [f"  {name}[{mermaid_string(node.label(lang))}]" for node, name in names.items()]
    for edge in network.edges:
        lines.append(f"  {names[edge.source]} -->|{mermaid_string(_phrase(edge, lang))}| {names[edge.target]}")
    lines += [f"  style {name} stroke-width:3px" for node, name in names.items() if node in _chosen(network)]
    return "\n".join(lines) + "\n"


def to_networkx(kb: KnowledgeBase) -> nx.MultiDiGraph:
    """Return a networkx graph: slugs as nodes, relation names as edge keys, labels and sections as data.

    Args:
        kb: The knowledge base.

    Raises:
        MissingExtraError: networkx is not installed.

    Examples:
        >>> graph = to_networkx(mini)
        >>> graph.edges["tomaat", "moestuin", "groeitIn"]["sections"]
        '1'
    """
    try:
        import networkx as nx
    except ImportError:
        from sobkb.errors import MissingExtraError

        raise MissingExtraError("network", "networkx") from None
    network = network_of(kb.concepts)
    graph = nx.MultiDiGraph(name=kb.title(), version=kb.version)
    for node in network.nodes:
        graph.add_node(node.slug, **_node_data(node))
    for edge in network.edges:
        ends, name = (edge.source.slug, edge.target.slug), edge.relation.name
        # Two vocabularies may use the same word; then the IRI tells the edges apart.
        graph.add_edge(*ends, key=edge.relation.iri if graph.has_edge(*ends, name) else name, **_edge_data(edge))
    return graph


def _node_data(node: Concept) -> dict[str, str]:
    return {
        "iri": node.iri,
        "label_nl": node.label("nl"),
        "label_en": node.label("en"),
        "kind": node.kind.name if node.kind else "",
        "scheme": node.schemes[0].slug if node.schemes else "",
        "level": node.level,
    }


def _edge_data(edge: Edge) -> dict[str, str]:
    return {
        "relation": edge.relation.name,
        "iri": edge.relation.iri,
        "label_nl": _phrase(edge, "nl"),
        "label_en": _phrase(edge, "en"),
        "sections": " ".join(s.id for s in edge.sections),
    }


def _phrase(edge: Edge, lang: str) -> str:
    return phrase_of(edge.relation, lang, plural=edge.source.is_plural(lang))


def _chosen(network: Network) -> frozenset[Concept]:
    """Return the concepts to emphasise: those asked for, unless that is all of them."""
    return frozenset(network.centre) if len(network.centre) < len(network.nodes) else frozenset()
