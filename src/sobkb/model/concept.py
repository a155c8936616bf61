"""One concept, with everything the knowledge base says about it."""

from __future__ import annotations

from collections.abc import Sequence

from sobkb.light_typing import TYPE_CHECKING, Any
from sobkb.model.values import (
    Collection,
    Contrast,
    Counterpart,
    Dating,
    Figure,
    Match,
    Scheme,
    Section,
    Statement,
    Term,
)
from sobkb.namespaces import shorten_iri
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.model.catalogue import Catalogue
    from sobkb.records import ConceptRecord, DateRecord, FigureRecord, MatchRecord, Text


class Concept:
    """One concept: its labels, texts, place in the hierarchy and what is said about it.

    Concepts are made by a knowledge base and cannot be changed. They are equal when their IRIs
    are, and sort by IRI, so that sets and sorted lists are the same on every run.
    """

    __slots__ = ("_above", "_catalogue", "_labels", "_record", "iri", "slug")

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
        put(self, "_labels", {})
        put(self, "_above", None)

    _record: ConceptRecord
    _catalogue: Catalogue
    _labels: dict[str, str]
    _above: tuple[Concept, ...] | None
    # Labels and what stands above are asked for again and again, on every page and walk: they are kept.

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Concept cannot be changed ({name})")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Concept cannot be changed ({name})")

    # A copy would share what the knowledge base holds open, and be equal anyway.

    def __copy__(self) -> Concept:
        return self

    def __deepcopy__(self, _memo: object) -> Concept:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _concept_of, (self._catalogue, self.iri)

    # Identity

    def __eq__(self, other: object) -> bool:
        return self.iri == other.iri if isinstance(other, Concept) else NotImplemented

    def __lt__(self, other: Concept) -> bool:
        return self.iri < other.iri if isinstance(other, Concept) else NotImplemented

    def __le__(self, other: Concept) -> bool:
        return self.iri <= other.iri if isinstance(other, Concept) else NotImplemented

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
        label = self._labels.get(lang)
        if label is None:
            text = pick_text(self.pref_labels, lang) or pick_text(self.alt_labels, lang)
            label = self._labels[lang] = text.text if text else self.slug
        return label

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
        above = self._above
        if above is None:
            above = self._concepts(self._record["broader"])
            object.__setattr__(self, "_above", above)
        return above

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

    def related(self, relation: str | Term | None = None, *, inverse: bool = False) -> tuple[Concept, ...]:
        """Return the concepts at the other end of its relations.

        Args:
            relation: The relation, by any of its names, e.g. "aimsAt"; None for every relation.
            inverse: True to follow relations that end here.

        Raises:
            UnknownTermError: There is no such relation; the error lists names that look like it.
        """
        if inverse:
            pairs = [(s.relation, s.subject) for s in self.incoming]
        else:
            pairs = [(s.relation, s.object) for s in self.relations if isinstance(s.object, Concept)]
        if relation is not None:
            # Mostly it is the name of a relation that is there, and then no list of all relations is needed.
            name = relation if isinstance(relation, str) else relation.iri
            chosen = [pair for pair in pairs if name in (pair[0].name, pair[0].iri)]
            # What is a relation elsewhere, or in SKOS itself, need not be in use here.
            if not chosen and isinstance(relation, str) and relation != "related":
                iri = self._catalogue.relation(relation).iri
                chosen = [pair for pair in pairs if pair[0].iri == iri]
            pairs = chosen
        return tuple(dict.fromkeys([concept for _, concept in pairs]))

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

    @property
    def themes(self) -> tuple[Collection, ...]:
        """The themes the editors put it in, in the order in which they are studied."""
        return self._catalogue.themes_of(self)

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


def _concept_of(catalogue: Catalogue, iri: str) -> Concept:
    """Find a concept again in another process."""
    concept = catalogue.concept(iri)
    if concept is None:
        raise LookupError(f"the knowledge base opened here has no <{iri}>")
    return concept
