"""From quads to the compiled form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sobkb.grouping import Subjects, collect, collector_paused
from sobkb.indexes import Indexes
from sobkb.light_typing import TYPE_CHECKING
from sobkb.reading_concepts import ConceptReader
from sobkb.reading_editorial import read_comparisons, read_contrasts, read_counterparts
from sobkb.reading_vocabulary import (
    depths_of,
    read_collections,
    read_header,
    read_kinds,
    read_relations,
    read_schemes,
    read_sections,
    read_sources,
    read_themes,
)
from sobkb.slugs import make_slugs
from sobkb.snapshot import FORMAT
from sobkb.unread import UnreadConcepts, UnreadIndexes

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.records import ConceptRecord, KnowledgeBaseRecord, TermRecord


def read_knowledge_base(quads: Iterable[Quad]) -> KnowledgeBaseRecord:
    """Read quads into the compiled form.

    Data by others is taken as it is found: types may be missing, links may stand in one direction
    only, labels may have no language. What is wrong with it is the validator's to say.

    Args:
        quads: The quads of all files together.
    """
    with collector_paused():
        return read_subjects(collect(quads))


def read_subjects(subjects: Subjects) -> KnowledgeBaseRecord:
    """Read grouped quads into the compiled form; see `read_knowledge_base`."""
    reader = ConceptReader(subjects)
    record = _read_around(reader)
    record["concepts"] = {iri: reader.read_concept(iri) for iri in sorted(reader.concept_iris)}
    return record


def read_later(quads: Iterable[Quad]) -> tuple[KnowledgeBaseRecord, Indexes]:
    """Read quads into the compiled form, but each concept only when it is asked for.

    Most programs that open a vocabulary want a few of its concepts, and finding those takes a small
    part of the time that it takes to read them all.

    Args:
        quads: The quads of all files together.

    Returns:
        What `read_knowledge_base` returns, and ways to find a concept that leave the others unread.
    """
    with collector_paused():
        reader = ConceptReader(collect(quads))
        record = _read_around(reader)
        concepts = UnreadConcepts(reader)
        record["concepts"] = concepts
        return record, UnreadIndexes(concepts)


def _read_around(reader: ConceptReader) -> KnowledgeBaseRecord:
    """Read everything but the concepts, and tell the reader what it takes to read those."""
    slugs = make_slugs(reader.concept_iris)
    kinds = read_kinds(reader, reader.used_kinds())
    schemes = read_schemes(reader)
    title, version, creators = read_header(reader, schemes)
    reader.name(slugs, depths_of(kinds))
    return {
        "format": FORMAT,
        "title": title,
        "version": version,
        "creators": creators,
        "concepts": {},
        "kinds": kinds,
        "relations": read_relations(reader, reader.used_relations()),
        "schemes": schemes,
        "collections": read_collections(reader),
        "themes": read_themes(reader),
        "sections": read_sections(reader),
        "sources": read_sources(reader),
        "contrasts": read_contrasts(reader),
        "counterparts": read_counterparts(reader),
        "comparisons": read_comparisons(reader, reader.concept_iris),
    }


def read_concepts(
    subjects: Subjects, wanted: Mapping[str, str], kinds: dict[str, TermRecord], *, sure: AbstractSet[str] = frozenset()
) -> dict[str, ConceptRecord]:
    """Read some concepts out of the quads about them and their neighbours.

    Args:
        subjects: The quads, grouped; of the neighbours, what shows that they are concepts.
        wanted: IRI → slug of the concepts to read.
        kinds: The classes of the ontology, which decide what is the most specific kind.
        sure: Those of the wanted that are known to be concepts, whatever the quads say.

    Returns:
        The concepts by IRI; what turns out not to be a concept is left out.
    """
    reader = ConceptReader(subjects, sure).name(wanted, depths_of(kinds))
    return {iri: reader.read_concept(iri) for iri in wanted if iri in reader.concept_iris}
