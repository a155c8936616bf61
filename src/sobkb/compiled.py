"""The compiled form as objects: concepts, terms, sections, enumerations and the editors' views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sobkb.indexes import Indexes
from sobkb.light_typing import TYPE_CHECKING, Any
from sobkb.lookups import by_name
from sobkb.model import (
    Collection,
    Comparison,
    Concept,
    Contrast,
    Counterpart,
    Dating,
    Dimension,
    Figure,
    Scheme,
    Section,
    Source,
    Statement,
    Term,
)
from sobkb.namespaces import local_name
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.records import (
        CollectionRecord,
        ContrastRecord,
        CounterpartRecord,
        KnowledgeBaseRecord,
        TermRecord,
        Text,
    )


class Compiled:
    """Makes objects of records when they are asked for, each once (a `model.Catalogue`)."""

    def __init__(self, record: KnowledgeBaseRecord, indexes: Indexes | None = None) -> None:
        self._record = record
        self._indexes = indexes or Indexes(record["concepts"])
        self._made: dict[str, Concept] = {}
        self._terms: dict[str, Term] = {}
        self._sections: dict[str, Section] = {}
        self._named: dict[str, dict[str, list[Any]]] = {}

    # What a concept needs of us (model.Catalogue)

    def concept(self, iri: str) -> Concept | None:
        """Return the concept with an IRI, or None."""
        concept = self._made.get(iri)
        if concept is None:
            record = self._record["concepts"].get(iri)
            if record is None:
                return None
            concept = self._made[iri] = Concept(record, self)
        return concept

    def term(self, iri: str) -> Term:
        """Return the kind or relation with an IRI; one the ontology does not define gets its local name."""
        term = self._terms.get(iri)
        if term is None:
            record = self._term_record(iri)
            term = self._terms[iri] = _term(record) if record else Term(iri, local_name(iri), ())
        return term

    def relation(self, name: str | Term) -> Term:
        """Return the relation with a short name, CURIE, IRI or label.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.
        """
        return by_name("relation", name, self.relation_types)

    def _term_record(self, iri: str) -> TermRecord | None:
        return self._record["kinds"].get(iri) or self._record["relations"].get(iri)

    def scheme_of(self, iri: str) -> Scheme:
        """Return the scheme with an IRI; one the data does not describe gets its local name."""
        record = self._record["schemes"].get(iri)
        if record is None:
            return Scheme(iri, local_name(iri), ())
        return Scheme(iri, record["slug"], _texts(record["labels"]), _texts(record["definitions"]), record["order"])

    def section_of(self, iri: str) -> Section:
        """Return the section with an IRI; one the data does not describe gets its local name."""
        section = self._sections.get(iri)
        if section is None:
            record = self._record["sections"].get(iri)
            if record is None:
                section = Section(iri, local_name(iri), order=10_000)
            else:
                section = Section(
                    iri,
                    record["id"],
                    record["number"],
                    _texts(record["labels"]),
                    record["parent"],
                    record["order"],
                    record["source"],
                    record["editorial"],
                    tuple(record.get("creators", ())),
                )
            self._sections[iri] = section
        return section

    def narrower_of(self, concept: Concept) -> tuple[Concept, ...]:
        """Return the concepts directly below one."""
        return self._concepts(self._indexes.narrower(concept.iri))

    def incoming_of(self, concept: Concept) -> tuple[Statement, ...]:
        """Return the typed relations that end at a concept, in page order."""
        found = [
            Statement(subject, self.term(relation), concept, tuple(map(self.section_of, graphs)))
            for iri, relation, graphs in self._indexes.incoming(concept.iri)
            if (subject := self.concept(iri)) is not None
        ]
        return tuple(sorted(found, key=lambda s: s.relation.order))

    def source_of(self, section: Section) -> Source | None:
        """Return the work a section belongs to; None when the data does not tell."""
        return next((s for s in self.sources if s.iri == section.source), None)

    def contrasts_of(self, concept: Concept) -> tuple[Contrast, ...]:
        """Return the contrasts a concept is one side of."""
        records = self._record["contrasts"]
        return self._read_contrasts(records[number] for number in self._naming("contrasts", concept))

    def counterparts_of(self, concept: Concept) -> tuple[Counterpart, ...]:
        """Return the counterpart relations a concept is one side of."""
        records = self._record["counterparts"]
        return self._read_counterparts(records[number] for number in self._naming("counterparts", concept))

    def collections_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the enumerations a concept is in."""
        return self._read_collections(self._naming("collections", concept))

    def themes_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the themes of the editors a concept is in."""
        return self._read_themes(self._naming("themes", concept))

    def _naming(self, part: str, concept: Concept) -> Sequence[Any]:
        prepared = self._indexes.naming(part, concept.iri)
        if prepared is not None:
            return prepared
        found = self._named.get(part)
        if found is None:
            found = self._named[part] = find_naming(part, self._record[part])  # type: ignore[literal-required]
        return found.get(concept.iri, ())

    def _concepts(self, iris: Iterable[str]) -> tuple[Concept, ...]:
        known = self._made
        return tuple([c for iri in iris if (c := known.get(iri) or self.concept(iri)) is not None])

    # Parts of the whole

    def title(self, lang: str = "nl") -> str:
        """Return the title of the knowledge base for a reader of `lang`."""
        text = pick_text(_texts(self._record["title"]), lang)
        return text.text if text else ""

    @property
    def version(self) -> str:
        """Version of the data; empty when it gives none."""
        return self._record["version"]

    @property
    def creators(self) -> tuple[str, ...]:
        """Names of those who made the knowledge base; empty when the data does not tell."""
        return tuple(self._record.get("creators", ()))

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts, sorted by IRI."""
        return self._concepts(self._record["concepts"])

    @cached_property
    def kinds(self) -> tuple[Term, ...]:
        """The classes concepts are instances of, in page order."""
        return tuple(sorted(map(self.term, self._record["kinds"]), key=lambda t: (t.order, t.iri)))

    @cached_property
    def relation_types(self) -> tuple[Term, ...]:
        """The typed relations, in page order."""
        return tuple(sorted(map(self.term, self._record["relations"]), key=lambda t: (t.order, t.iri)))

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """The concept schemes, in their own order."""
        return tuple(sorted(map(self.scheme_of, self._record["schemes"]), key=lambda s: (s.order, s.iri)))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the sources in reading order, then the editorial graphs."""
        found = map(self.section_of, self._record["sections"])
        return tuple(sorted(found, key=lambda s: (s.editorial, s.order, s.iri)))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The works the statements come from."""
        return tuple(
            Source(iri, _texts(r["labels"]), _texts(r["citation"]), tuple(r["creators"]), r["issued"])
            for iri, r in self._record["sources"].items()
        )

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """The enumerations, sorted by IRI."""
        return self._read_collections(self._record["collections"])

    def _read_collections(self, iris: Iterable[str]) -> tuple[Collection, ...]:
        return self._read_lists(self._record["collections"], iris)

    def _read_themes(self, iris: Iterable[str]) -> tuple[Collection, ...]:
        return self._read_lists(self._record["themes"], iris)

    def _read_lists(self, records: Mapping[str, CollectionRecord], iris: Iterable[str]) -> tuple[Collection, ...]:
        return tuple(
            Collection(
                iri,
                r["slug"],
                _texts(r["labels"]),
                self._concepts(r["members"]),
                r["ordered"],
                r["open"],
                tuple(map(self.section_of, r["sources"])),
                _texts(r["notes"]),
            )
            for iri, r in ((iri, records[iri]) for iri in iris)
        )

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Pairs that are easily confused, sorted by IRI."""
        return self._read_contrasts(self._record["contrasts"])

    def _read_contrasts(self, records: Iterable[ContrastRecord]) -> tuple[Contrast, ...]:
        found = []
        for r in records:
            first, second = self.concept(r["first"]), self.concept(r["second"])
            if first and second:
                rows = tuple(Dimension(_texts(d[0]), _texts(d[1]), _texts(d[2])) for d in r["dimensions"])
                found.append(Contrast(r["iri"], first, second, _texts(r["question"]), rows))
        return tuple(found)

    @cached_property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """What stands where in the other region, sorted by IRI."""
        return self._read_counterparts(self._record["counterparts"])

    def _read_counterparts(self, records: Iterable[CounterpartRecord]) -> tuple[Counterpart, ...]:
        return tuple(
            Counterpart(
                r["iri"], self.concept(r["flemish"]), self.concept(r["dutch"]), r["degree"], _texts(r["reasons"])
            )
            for r in records
        )

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The themes on which the regions are put side by side, sorted by IRI."""
        return tuple(
            Comparison(
                r["iri"],
                concept,
                _texts(r["theme"]),
                self._concepts(r["flemish"]),
                self._concepts(r["dutch"]),
                _texts(r["conclusions"]),
            )
            for r in self._record["comparisons"]
            if (concept := self.concept(r["concept"])) is not None
        )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All numbers the sources give."""
        return tuple(f for c in self.concepts for f in c.figures)

    @property
    def dates(self) -> tuple[Dating, ...]:
        """All dates the sources give."""
        return tuple(d for c in self.concepts for d in c.dates)


_NAMING = {
    "collections": ("members",),
    "themes": ("members",),
    "contrasts": ("first", "second"),
    "counterparts": ("flemish", "dutch"),
}


def find_naming(part: str, records: Any) -> dict[str, list[Any]]:
    """Find which records of a part name a concept.

    Args:
        part: "collections", "themes", "contrasts" or "counterparts".
        records: The records of that part.

    Returns:
        For the IRI of each concept the keys of the records, or their numbers when they have no keys.
    """
    found: dict[str, list[Any]] = {}
    for key, record in records.items() if isinstance(records, Mapping) else enumerate(records):
        for field in _NAMING[part]:
            named = record[field]
            for iri in [named] if isinstance(named, str) else named:
                keys = found.setdefault(iri, [])
                if key not in keys[-1:]:
                    keys.append(key)
    return found


def _texts(records: Iterable[Text]) -> tuple[LangText, ...]:
    return tuple(LangText(text, lang) for text, lang in records)


def _term(record: TermRecord) -> Term:
    return Term(
        record["iri"],
        local_name(record["iri"]),
        _texts(record["labels"]),
        _texts(record["definitions"]),
        tuple(local_name(p) for p in record["parents"]),
        record["order"],
        tuple((role, _texts(texts)) for role, texts in record["phrases"].items()),
        record["symmetric"],
    )
