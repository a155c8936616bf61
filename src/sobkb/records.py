"""The compiled form of a knowledge base: plain data that JSON can hold.

Reading RDF ends here and everything else starts here. IRIs are plain strings; a text is a pair
`[text, language tag]`; the graphs that back a statement are section IRIs. Nothing that can be
derived (narrower, incoming relations, indexes) is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, TypedDict

Text = list[str]
"""A pair: the text, then its language tag (empty when the data gives none)."""


class RelationRecord(TypedDict):
    """A typed relation to another concept, with the graphs that state it."""

    relation: str
    object: str
    graphs: list[str]


class TextStatementRecord(TypedDict):
    """A statement whose object is text, with the graphs that state it."""

    relation: str
    text: Text
    graphs: list[str]


class FigureRecord(TypedDict):
    """A number found in a source."""

    value: str
    unit: list[Text]
    approximate: bool
    measures: list[str]
    place: list[str]
    notes: list[Text]
    graph: str


class DateRecord(TypedDict):
    """A date found in a source; `edtf` is empty when the source is only relative ("at present")."""

    edtf: str
    notes: list[Text]
    graph: str


class MatchRecord(TypedDict):
    """A match to a concept of another vocabulary."""

    type: str
    iri: str
    labels: list[Text]
    justification: str
    confidence: str
    reasons: list[Text]


class ConceptRecord(TypedDict):
    """Everything stated about one concept."""

    iri: str
    slug: str
    kinds: list[str]
    schemes: list[str]
    top: bool
    level: str
    pref: list[Text]
    alt: list[Text]
    hidden: list[Text]
    notes: dict[str, list[Text]]
    articles: dict[str, str]
    plural: list[str]
    notations: list[str]
    broader: list[str]
    relations: list[RelationRecord]
    texts: list[TextStatementRecord]
    figures: list[FigureRecord]
    dates: list[DateRecord]
    matches: list[MatchRecord]
    regions: list[str]
    sources: list[str]
    status: str
    created: str
    modified: str
    deprecated: bool
    replaced_by: list[str]


class TermRecord(TypedDict):
    """A kind (class) or relation (property) of the vocabulary the concepts are described with."""

    iri: str
    labels: list[Text]
    definitions: list[Text]
    parents: list[str]
    order: int
    phrases: dict[str, list[Text]]
    symmetric: bool


class SchemeRecord(TypedDict):
    """A concept scheme."""

    iri: str
    slug: str
    labels: list[Text]
    definitions: list[Text]
    order: int


class CollectionRecord(TypedDict):
    """An enumeration or a theme: members in the order of the data."""

    iri: str
    slug: str
    labels: list[Text]
    notes: list[Text]
    members: list[str]
    ordered: bool
    open: bool
    sources: list[str]


class SectionRecord(TypedDict):
    """A graph that statements come from: a section of a source, or an editorial graph."""

    iri: str
    id: str
    number: str
    labels: list[Text]
    parent: str
    order: int
    source: str
    editorial: bool
    creators: NotRequired[list[str]]


class SourceRecord(TypedDict):
    """A work that sections belong to."""

    iri: str
    labels: list[Text]
    citation: list[Text]
    creators: list[str]
    issued: str


class ContrastRecord(TypedDict):
    """Two concepts that are easily confused, and what separates them."""

    iri: str
    first: str
    second: str
    question: list[Text]
    dimensions: list[list[list[Text]]]
    graph: str


class CounterpartRecord(TypedDict):
    """What stands where in the other region; one side is empty when there is no counterpart."""

    iri: str
    flemish: str
    dutch: str
    degree: str
    reasons: list[Text]
    graph: str


class ComparisonRecord(TypedDict):
    """A theme on which the two regions are put side by side."""

    iri: str
    concept: str
    theme: list[Text]
    flemish: list[str]
    dutch: list[str]
    conclusions: list[Text]
    graph: str


class KnowledgeBaseRecord(TypedDict):
    """A whole knowledge base."""

    format: int
    title: list[Text]
    version: str
    creators: NotRequired[list[str]]
    concepts: Mapping[str, ConceptRecord]
    kinds: dict[str, TermRecord]
    relations: dict[str, TermRecord]
    schemes: dict[str, SchemeRecord]
    collections: dict[str, CollectionRecord]
    themes: dict[str, CollectionRecord]
    sections: dict[str, SectionRecord]
    sources: dict[str, SourceRecord]
    contrasts: list[ContrastRecord]
    counterparts: list[CounterpartRecord]
    comparisons: list[ComparisonRecord]
