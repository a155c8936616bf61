"""The frozen, typed objects a reader of the library meets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sobkb.namespaces import shorten_iri
from sobkb.text import LangText, pick_text, texts_in

if TYPE_CHECKING:
    from sobkb.dates import DateSpan
    from sobkb.records import ConceptRecord, DateRecord, FigureRecord, MatchRecord, Text


class Term(NamedTuple):
    """A kind of concept or a relation between concepts, as the ontology defines it.

    Attributes:
        iri: IRI of the class or property.
        name: Short name, e.g. "DemocracyForm" or "aimsAt".
        labels: Labels in all languages.
        definitions: Definitions in all languages.
        parents: Names of the terms directly above it.
        order: Place on a page; lower comes first.
        phrases: Wording for sentences, by role: "forward", "forwardPlural", "inverse",
            "inversePlural", "siblings" (before others with the same relation to the same concept).
        symmetric: True when the relation holds both ways.
    """

    iri: str
    name: str
    labels: tuple[LangText, ...]
    definitions: tuple[LangText, ...] = ()
    parents: tuple[str, ...] = ()
    order: int = 999
    phrases: tuple[tuple[str, tuple[LangText, ...]], ...] = ()
    symmetric: bool = False

    def label(self, lang: str = "nl") -> str:
        """Return the label for a reader of `lang`, or the name when there is none."""
        text = pick_text(self.labels, lang)
        return text.text if text else self.name

    def definition(self, lang: str = "nl") -> str:
        """Return the definition for a reader of `lang`, or an empty string."""
        text = pick_text(self.definitions, lang)
        return text.text if text else ""

    def phrase(self, lang: str = "nl", *, inverse: bool = False, plural: bool = False) -> str:
        """Return the words that stand between subject and object in a sentence.

        Args:
            lang: Language of the sentence.
            inverse: True to read the relation from object to subject.
            plural: True when the subject of the sentence is plural.

        Returns:
            The phrase, e.g. "streeft naar"; the label when the ontology gives no phrase.
        """
        role = "inverse" if inverse else "forward"
        known = dict(self.phrases)
        for key in (role + "Plural", role) if plural else (role,):
            if found := texts_in(known.get(key, ()), lang):
                return found[0].text
        for key in (role + "Plural", role) if plural else (role,):
            if known.get(key):
                return pick_text(known[key], lang).text  # type: ignore[union-attr]  # not empty
        return f"← {self.label(lang)}" if inverse else self.label(lang)

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Source(NamedTuple):
    """A work that statements come from.

    Attributes:
        iri: IRI of the work.
        labels: Titles.
        citations: Bibliographic description, as far as it is known.
        creators: Names of the authors.
        issued: Date of publication in EDTF; empty when the source does not tell.
    """

    iri: str
    labels: tuple[LangText, ...]
    citations: tuple[LangText, ...] = ()
    creators: tuple[str, ...] = ()
    issued: str = ""

    def label(self, lang: str = "nl") -> str:
        """Return the title for a reader of `lang`."""
        text = pick_text(self.labels, lang)
        return text.text if text else self.iri


class Section(NamedTuple):
    """Where a statement comes from: a section of a source, or an editorial graph.

    Attributes:
        iri: IRI of the section; also the name of the graph that holds its statements.
        id: Short name, e.g. "4.2.1-doelgroepen".
        number: Number of the numbered section it belongs to, e.g. "4.2.1"; empty for editorial graphs.
        labels: Headings.
        parent: IRI of the section it is part of; empty at the top.
        order: Place in the source, from 0.
        source: IRI of the work.
        editorial: True when its statements are conclusions of the editors, not of a source.
        creators: Names of those who wrote it, when the source tells.
    """

    iri: str
    id: str
    number: str = ""
    labels: tuple[LangText, ...] = ()
    parent: str = ""
    order: int = 0
    source: str = ""
    editorial: bool = False
    creators: tuple[str, ...] = ()

    def label(self, lang: str = "nl") -> str:
        """Return the heading for a reader of `lang`."""
        text = pick_text(self.labels, lang)
        return text.text if text else self.id

    def locator(self, lang: str = "nl") -> str:
        """Return what one writes to point at the section, e.g. "4.2.1, Doelgroepen"."""
        if self.editorial or not self.number:
            return self.label(lang)
        return f"{self.number}, {self.label(lang)}" if self.label(lang) != self.number else self.number

    def __repr__(self) -> str:
        return f"<Section {self.id}>"


class Statement(NamedTuple):
    """One thing that is said about a concept, with where it is said.

    Attributes:
        subject: The concept it is about.
        relation: What kind of statement it is.
        object: The other concept, or text.
        sections: Where it is said; empty when the data does not tell.
    """

    subject: Concept
    relation: Term
    object: Concept | LangText
    sections: tuple[Section, ...] = ()

    @property
    def is_editorial(self) -> bool:
        """True when only the editors say so, not a source."""
        return bool(self.sections) and all(s.editorial for s in self.sections)

    def cite(self, style: str = "apa", lang: str = "nl", **options: Any) -> str:
        """Return a citation of this statement, with its section; see `sobkb.citing.cite`."""
        from sobkb.citing import cite

        return cite(self, style, lang, **options)

    def __repr__(self) -> str:
        target = self.object.slug if isinstance(self.object, Concept) else repr(self.object.text)
        places = ", ".join(s.id for s in self.sections)
        return f"<{self.subject.slug} {self.relation.name} {target}{f' [{places}]' if places else ''}>"


class Figure(NamedTuple):
    """A number found in a source, with what it counts.

    Attributes:
        concept: The concept the number belongs to.
        value: The number as written in the data, e.g. "300".
        units: What is counted, in all languages.
        approximate: True when the source says "about".
        measures: The concepts that are counted.
        places: Where it holds.
        notes: Remarks of the editors on the number.
        section: Where it is said; None when the data does not tell.
    """

    concept: Concept
    value: str
    units: tuple[LangText, ...]
    approximate: bool
    measures: tuple[Concept, ...]
    places: tuple[Concept, ...]
    notes: tuple[LangText, ...]
    section: Section | None

    @property
    def number(self) -> float:
        """The value as a number."""
        return float(self.value)

    def unit(self, lang: str = "nl") -> str:
        """Return the unit for a reader of `lang`; empty for a bare number."""
        text = pick_text(self.units, lang)
        return text.text if text else ""


class Dating(NamedTuple):
    """A date found in a source.

    Attributes:
        concept: What is dated.
        span: The years; None when the source is only relative ("at present").
        notes: The source's relative wording, or a remark on the date.
        section: Where it is said; None when the data does not tell.
    """

    concept: Concept
    span: DateSpan | None
    notes: tuple[LangText, ...]
    section: Section | None


class Match(NamedTuple):
    """A match to a concept of another vocabulary.

    Attributes:
        type: "exactMatch", "closeMatch", "broadMatch", "narrowMatch" or "relatedMatch".
        iri: IRI of the other concept.
        labels: Its labels there, kept so that no request is needed.
        justification: CURIE of the SEMAPV term for how the match was made; may be empty.
        confidence: Between 0 and 1; None when not given.
        reasons: Why this type of match.
    """

    type: str
    iri: str
    labels: tuple[LangText, ...] = ()
    justification: str = ""
    confidence: float | None = None
    reasons: tuple[LangText, ...] = ()


class Scheme(NamedTuple):
    """A concept scheme (begrippenkader).

    Attributes:
        iri: IRI of the scheme.
        slug: Short name.
        labels: Titles.
        definitions: What belongs in it.
        order: Place among the schemes.
    """

    iri: str
    slug: str
    labels: tuple[LangText, ...]
    definitions: tuple[LangText, ...] = ()
    order: int = 999

    def label(self, lang: str = "nl") -> str:
        """Return the title for a reader of `lang`."""
        text = pick_text(self.labels, lang)
        return text.text if text else self.slug

    def __repr__(self) -> str:
        return f"<Scheme {self.slug}>"


class Collection(NamedTuple):
    """An enumeration from a source.

    Attributes:
        iri: IRI of the collection.
        slug: Short name.
        labels: Titles.
        members: The concepts, in the order of the source.
        ordered: True when the order means something.
        open: True when the source gives examples only, so that nothing follows from absence.
        sections: Where the enumeration stands.
        notes: Remarks.
    """

    iri: str
    slug: str
    labels: tuple[LangText, ...]
    members: tuple[Concept, ...]
    ordered: bool = False
    open: bool = False
    sections: tuple[Section, ...] = ()
    notes: tuple[LangText, ...] = ()

    def label(self, lang: str = "nl") -> str:
        """Return the title for a reader of `lang`."""
        text = pick_text(self.labels, lang)
        return text.text if text else self.slug

    def __repr__(self) -> str:
        return f"<Collection {self.slug} ({len(self.members)})>"


class Dimension(NamedTuple):
    """One row of a contrast: what is compared, and how each side stands.

    Attributes:
        labels: The point of comparison.
        first: How it is with the first concept.
        second: How it is with the second concept.
    """

    labels: tuple[LangText, ...]
    first: tuple[LangText, ...]
    second: tuple[LangText, ...]


class Contrast(NamedTuple):
    """Two concepts that are easily confused, and what separates them (editorial).

    Attributes:
        iri: IRI of the contrast.
        first: One concept.
        second: The other concept.
        questions: The question that decides which of the two is meant.
        dimensions: What separates them, row by row.
    """

    iri: str
    first: Concept
    second: Concept
    questions: tuple[LangText, ...]
    dimensions: tuple[Dimension, ...]

    def other(self, concept: Concept) -> Concept:
        """Return the side that is not `concept`."""
        return self.second if concept == self.first else self.first


class Counterpart(NamedTuple):
    """What stands where in the other region (editorial).

    Attributes:
        iri: IRI of the counterpart relation.
        flemish: The Flemish side; None when Flanders has none.
        dutch: The Dutch side; None when the Netherlands has none.
        degree: "same", "partly" or "none".
        reasons: Why.
    """

    iri: str
    flemish: Concept | None
    dutch: Concept | None
    degree: str
    reasons: tuple[LangText, ...]


class Comparison(NamedTuple):
    """A theme on which Flanders and the Netherlands are put side by side (editorial).

    Attributes:
        iri: IRI of the comparison.
        concept: The concept that stands for the comparison.
        themes: What is compared.
        flemish: The concepts on the Flemish side.
        dutch: The concepts on the Dutch side.
        conclusions: What the editors conclude.
    """

    iri: str
    concept: Concept
    themes: tuple[LangText, ...]
    flemish: tuple[Concept, ...]
    dutch: tuple[Concept, ...]
    conclusions: tuple[LangText, ...]


class Catalogue(Protocol):
    """What a concept needs of the knowledge base it lives in."""

    @property
    def version(self) -> str:
        """Version of the data."""

    @property
    def creators(self) -> tuple[str, ...]:
        """Names of those who made the knowledge base."""

    def title(self, lang: str = "nl") -> str:
        """Return the title of the knowledge base."""

    def source_of(self, section: Section) -> Source | None:
        """Return the work a section belongs to."""

    def concept(self, iri: str) -> Concept | None:
        """Return the concept with an IRI, or None."""

    def term(self, iri: str) -> Term:
        """Return the kind or relation with an IRI."""

    def scheme_of(self, iri: str) -> Scheme:
        """Return the scheme with an IRI."""

    def section_of(self, iri: str) -> Section:
        """Return the section with an IRI."""

    def narrower_of(self, concept: Concept) -> tuple[Concept, ...]:
        """Return the concepts directly below one."""

    def incoming_of(self, concept: Concept) -> tuple[Statement, ...]:
        """Return the typed relations that end at a concept."""

    def contrasts_of(self, concept: Concept) -> tuple[Contrast, ...]:
        """Return the contrasts a concept is one side of."""

    def counterparts_of(self, concept: Concept) -> tuple[Counterpart, ...]:
        """Return the counterpart relations a concept is one side of."""

    def collections_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the enumerations a concept is in."""


class Concept:
    """One concept: its labels, texts, place in the hierarchy and what is said about it.

    Concepts are made by a knowledge base and cannot be changed. They are equal when their IRIs
    are, and sort by IRI, so that sets and sorted lists are the same on every run.
    """

    __slots__ = ("_catalogue", "_record", "iri", "slug")

    iri: str
    """The concept's IRI."""
    slug: str
    """Its short name within the knowledge base."""

    def __init__(self, record: ConceptRecord, catalogue: Catalogue) -> None:
        put = object.__setattr__
        put(self, "iri", record["iri"])
        put(self, "slug", record["slug"])
        put(self, "_record", record)
        put(self, "_catalogue", catalogue)

    _record: ConceptRecord
    _catalogue: Catalogue

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Concept cannot be changed ({name})")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Concept cannot be changed ({name})")

    # Identity

    def __eq__(self, other: object) -> bool:
        return self.iri == other.iri if isinstance(other, Concept) else NotImplemented

    def __lt__(self, other: Concept) -> bool:
        return self.iri < other.iri if isinstance(other, Concept) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.iri)

    def __repr__(self) -> str:
        kind = self.kind.name if self.kind else "Concept"
        return f"<{kind} {self.slug}: {self.label()}>"

    def _repr_html_(self) -> str:
        from sobkb.notebook import concept_html

        return concept_html(self)

    @property
    def curie(self) -> str:
        """The IRI in short form, e.g. "id:buurtwerk-vl"."""
        return shorten_iri(self.iri)

    @property
    def catalogue(self) -> Catalogue:
        """The knowledge base it lives in, as far as a concept needs it."""
        return self._catalogue

    # Kind and place

    @property
    def kinds(self) -> tuple[Term, ...]:
        """The classes of the ontology it is an instance of, the most specific first."""
        return tuple(self._catalogue.term(k) for k in self._record["kinds"])

    @property
    def kind(self) -> Term | None:
        """Its most specific class; None when the data gives none."""
        kinds = self._record["kinds"]
        return self._catalogue.term(kinds[0]) if kinds else None

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The concept schemes it is in."""
        return tuple(self._catalogue.scheme_of(s) for s in self._record["schemes"])

    @property
    def level(self) -> str:
        """Prominence: "A" for a main concept, "B" for a lighter one, empty when not given."""
        return self._record["level"]

    @property
    def regions(self) -> tuple[Concept, ...]:
        """The regions it belongs to; empty when it is not bound to one."""
        return self._concepts(self._record["regions"])

    # Labels and texts

    @property
    def pref_labels(self) -> tuple[LangText, ...]:
        """Preferred terms, one per language."""
        return _texts(self._record["pref"])

    @property
    def alt_labels(self) -> tuple[LangText, ...]:
        """Alternative terms in all languages."""
        return _texts(self._record["alt"])

    @property
    def hidden_labels(self) -> tuple[LangText, ...]:
        """Search terms (plurals, variants, misspellings) in all languages."""
        return _texts(self._record["hidden"])

    def label(self, lang: str = "nl") -> str:
        """Return the preferred term for a reader of `lang`.

        Falls back along nl-BE → nl → en (see `sobkb.text.language_chain`), then to any preferred
        term, then to an alternative term, then to the slug. Hidden labels are never shown.

        Args:
            lang: BCP 47 tag of the language the reader wants.
        """
        text = pick_text(self.pref_labels, lang) or pick_text(self.alt_labels, lang)
        return text.text if text else self.slug

    def texts(self, sort: str) -> tuple[LangText, ...]:
        """Return all texts of one sort.

        Args:
            sort: Local name of the property: "definition", "comment", "scopeNote", "example",
                "historyNote", "changeNote", "editorialNote", "note".
        """
        return _texts(self._record["notes"].get(sort, ()))

    def text(self, sort: str, lang: str = "nl") -> LangText | None:
        """Return the text of one sort for a reader of `lang`, with the language it really is in."""
        return pick_text(self.texts(sort), lang)

    def definition(self, lang: str = "nl") -> str:
        """Return the definition for a reader of `lang`; empty when there is none."""
        text = self.text("definition", lang)
        return text.text if text else ""

    def explanation(self, lang: str = "nl") -> str:
        """Return the plain explanation (NL-SBB: uitleg) for a reader of `lang`; empty when there is none."""
        text = self.text("comment", lang)
        return text.text if text else ""

    def article(self, lang: str = "nl") -> str:
        """Return the definite article the label takes in a sentence ("het"); empty when it takes none."""
        return self._record["articles"].get(lang.partition("-")[0], "")

    def is_plural(self, lang: str = "nl") -> bool:
        """Tell whether the label is a plural noun, so that verbs agree."""
        return lang.partition("-")[0] in self._record["plural"]

    @property
    def notations(self) -> tuple[str, ...]:
        """Codes of the concept."""
        return tuple(self._record["notations"])

    # Hierarchy

    @property
    def broader(self) -> tuple[Concept, ...]:
        """The concepts directly above it ("is a kind of")."""
        return self._concepts(self._record["broader"])

    @property
    def narrower(self) -> tuple[Concept, ...]:
        """The concepts directly below it."""
        return self._catalogue.narrower_of(self)

    @property
    def is_top_concept(self) -> bool:
        """True when the data marks it as top concept of a scheme."""
        return self._record["top"]

    # What is said about it

    @property
    def relations(self) -> tuple[Statement, ...]:
        """Typed relations that start here, each with its evidence, in page order."""
        found = [
            Statement(
                self,
                self._catalogue.term(r["relation"]),
                target,
                tuple(self._catalogue.section_of(g) for g in r["graphs"]),
            )
            for r in self._record["relations"]
            if (target := self._catalogue.concept(r["object"])) is not None
        ]
        return tuple(sorted(found, key=lambda s: s.relation.order))

    @property
    def incoming(self) -> tuple[Statement, ...]:
        """Typed relations that end here, each with its evidence, in page order."""
        return self._catalogue.incoming_of(self)

    @property
    def notes(self) -> tuple[Statement, ...]:
        """What the sources say that no relation can hold, as text with its section."""
        return tuple(
            Statement(
                self,
                self._catalogue.term(t["relation"]),
                LangText(*t["text"]),
                tuple(self._catalogue.section_of(g) for g in t["graphs"]),
            )
            for t in self._record["texts"]
        )

    def related(self, relation: str | None = None, *, inverse: bool = False) -> tuple[Concept, ...]:
        """Return the concepts at the other end of its relations.

        Args:
            relation: Name of the relation, e.g. "aimsAt"; None for every relation.
            inverse: True to follow relations that end here.
        """
        if inverse:
            pairs = [(s.relation.name, s.subject) for s in self.incoming]
        else:
            pairs = [(s.relation.name, s.object) for s in self.relations if isinstance(s.object, Concept)]
        found: dict[Concept, None] = {}
        for name, concept in pairs:
            if relation is None or name == relation:
                found.setdefault(concept)
        return tuple(found)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Numbers the sources give for it."""
        return tuple(self._figure(f) for f in self._record["figures"])

    @property
    def dates(self) -> tuple[Dating, ...]:
        """Dates the sources give for it."""
        return tuple(self._dating(d) for d in self._record["dates"])

    @property
    def matches(self) -> tuple[Match, ...]:
        """Concepts of other vocabularies it matches."""
        return tuple(_match(m) for m in self._record["matches"])

    @property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Concepts it is easily confused with."""
        return self._catalogue.contrasts_of(self)

    @property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """What stands in its place in the other region."""
        return self._catalogue.counterparts_of(self)

    @property
    def collections(self) -> tuple[Collection, ...]:
        """The enumerations it is a member of."""
        return self._catalogue.collections_of(self)

    # Management

    @property
    def sources(self) -> tuple[Section, ...]:
        """The sections its definition rests on."""
        return tuple(self._catalogue.section_of(s) for s in self._record["sources"])

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections that say something about it, in the order of the source."""
        found: dict[str, Section] = {s.iri: s for s in self.sources}
        for statement in (*self.relations, *self.incoming, *self.notes):
            found.update((s.iri, s) for s in statement.sections)
        places = [*(f.section for f in self.figures), *(d.section for d in self.dates)]
        found.update((p.iri, p) for p in places if p is not None)
        return tuple(sorted(found.values(), key=lambda s: (s.editorial, s.order, s.iri)))

    @property
    def status(self) -> str:
        """Editorial status, e.g. "vastgesteld"; empty when not given."""
        return self._record["status"]

    @property
    def created(self) -> str:
        """Date it was added, ISO 8601; empty when not given."""
        return self._record["created"]

    @property
    def modified(self) -> str:
        """Date its content last changed, ISO 8601; empty when not given."""
        return self._record["modified"]

    @property
    def is_deprecated(self) -> bool:
        """True when it is no longer to be used."""
        return self._record["deprecated"]

    @property
    def replaced_by(self) -> tuple[Concept, ...]:
        """What to use instead, when it is deprecated."""
        return self._concepts(self._record["replaced_by"])

    def cite(self, style: str = "apa", lang: str = "nl", **options: Any) -> str:
        """Return a citation of this concept; see `sobkb.citing.cite`."""
        from sobkb.citing import cite

        return cite(self, style, lang, **options)

    # Helpers

    def _concepts(self, iris: Sequence[str]) -> tuple[Concept, ...]:
        return tuple(c for c in map(self._catalogue.concept, iris) if c is not None)

    def _section(self, iri: str) -> Section | None:
        return self._catalogue.section_of(iri) if iri else None

    def _figure(self, record: FigureRecord) -> Figure:
        return Figure(
            self,
            record["value"],
            _texts(record["unit"]),
            record["approximate"],
            self._concepts(record["measures"]),
            self._concepts(record["place"]),
            _texts(record["notes"]),
            self._section(record["graph"]),
        )

    def _dating(self, record: DateRecord) -> Dating:
        from sobkb.dates import parse_date

        span = parse_date(record["edtf"]) if record["edtf"] else None
        return Dating(self, span, _texts(record["notes"]), self._section(record["graph"]))


def _texts(records: Sequence[Text]) -> tuple[LangText, ...]:
    return tuple(LangText(text, lang) for text, lang in records)


def _match(record: MatchRecord) -> Match:
    return Match(
        record["type"],
        record["iri"],
        _texts(record["labels"]),
        record["justification"],
        float(record["confidence"]) if record["confidence"] else None,
        _texts(record["reasons"]),
    )
