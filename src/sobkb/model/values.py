"""What is said, where it is said, and what concepts are told apart by: values that never change."""

from __future__ import annotations

from sobkb.light_typing import TYPE_CHECKING, Any, NamedTuple
from sobkb.text import LangText, pick_text, texts_in

if TYPE_CHECKING:
    from sobkb.dates import DateSpan
    from sobkb.model.concept import Concept


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

    def __repr__(self) -> str:
        return f"<Source {self.label()!r}>"


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
        target = repr(self.object.text) if isinstance(self.object, LangText) else self.object.slug
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

    def cite(self, style: str = "apa", lang: str = "nl", **options: Any) -> str:
        """Return a citation of this number, with its section; see `sobkb.citing.cite`."""
        from sobkb.citing import cite

        return cite(self, style, lang, **options)

    def __repr__(self) -> str:
        about = "about " if self.approximate else ""
        counted = f"{self.value} {self.unit()}".rstrip()
        return f"<Figure {self.concept.slug}: {about}{counted}{_place(self.section)}>"


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

    def cite(self, style: str = "apa", lang: str = "nl", **options: Any) -> str:
        """Return a citation of this date, with its section; see `sobkb.citing.cite`."""
        from sobkb.citing import cite

        return cite(self, style, lang, **options)

    def __repr__(self) -> str:
        text = None if self.span else pick_text(self.notes, "nl")
        when = self.span.text if self.span else repr(text.text) if text else "no date"
        return f"<Dating {self.concept.slug}: {when}{_place(self.section)}>"


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

    def __repr__(self) -> str:
        text = pick_text(self.labels, "nl")
        return f"<{self.type} {self.iri}{f' {text.text!r}' if text else ''}>"


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
    """An enumeration from a source, or a theme the editors put together.

    Attributes:
        iri: IRI of the collection.
        slug: Short name.
        labels: Titles.
        members: The concepts, in the order of the source or, in a theme, of teaching.
        ordered: True when the order means something.
        open: True when the source gives examples only, so that nothing follows from absence.
        sections: Where the enumeration stands; for a theme, the editorial graph.
        notes: Remarks; for a theme, its description.
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

    def description(self, lang: str = "nl") -> str:
        """Return the description for a reader of `lang`; empty when there is none."""
        text = pick_text(self.notes, lang)
        return text.text if text else ""

    @property
    def is_editorial(self) -> bool:
        """True when the editors put it together, not a source."""
        return any(section.editorial for section in self.sections)

    def __repr__(self) -> str:
        return f"<Collection {self.slug} ({len(self.members)})>"

    def _repr_html_(self) -> str:
        from sobkb.notebook import collection_html

        return collection_html(self)


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

    def __repr__(self) -> str:
        label, first, second = (t.text if (t := pick_text(s, "nl")) else "" for s in self)
        return f"<Dimension {label}: {first} | {second}>"


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

    def __repr__(self) -> str:
        return f"<Contrast {self.first.slug} | {self.second.slug}>"


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

    def __repr__(self) -> str:
        flemish, dutch = (c.slug if c else "none" for c in (self.flemish, self.dutch))
        return f"<Counterpart {flemish} | {dutch}: {self.degree}>"


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

    def __repr__(self) -> str:
        return f"<Comparison {self.concept.slug}: {len(self.flemish)} Flemish, {len(self.dutch)} Dutch>"


def _place(section: Section | None) -> str:
    return f" [{section.id}]" if section else ""
