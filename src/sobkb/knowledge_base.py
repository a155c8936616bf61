"""A knowledge base in memory: look-ups, selections and the views built on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sobkb.compiled import Compiled
from sobkb.conditions import Conditions
from sobkb.errors import AmbiguousNameError, UnknownConceptError, UnknownTermError
from sobkb.indexes import Indexes
from sobkb.light_typing import TYPE_CHECKING, Any
from sobkb.lookups import by_name, by_number, by_title
from sobkb.model import (
    Collection,
    Concept,
    Scheme,
    Section,
    Statement,
    Term,
)
from sobkb.namespaces import expand_curie

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    import networkx as nx
    import pandas as pd
    import rdflib

    from sobkb.comparing import ConceptComparison
    from sobkb.hierarchy import TreeNode
    from sobkb.paths import Link
    from sobkb.querying import QueryResult, TripleStore
    from sobkb.records import KnowledgeBaseRecord
    from sobkb.search import Hit
    from sobkb.search.indexing import SearchIndex
    from sobkb.validation import Report


class KnowledgeBase(Compiled, Mapping[str, Concept]):
    """Concepts by name, with everything that is said about them.

    A mapping from slug to `Concept` that also answers to CURIEs, IRIs and labels. It is read-only
    and holds no RDF; the RDF is loaded when `sparql`, `graph` or `validate` is first used.

    Examples:
        >>> kb = sobkb.load()
        >>> kb["interactieve-democratie"].label("en")
        'interactive democracy'
        >>> kb["id:interactieve-democratie"] is kb["interactieve democratie"]
        True
    """

    def __init__(
        self,
        record: KnowledgeBaseRecord,
        open_store: Callable[[], TripleStore] | None = None,
        indexes: Indexes | None = None,
    ) -> None:
        super().__init__(record, indexes)
        self._open_store = open_store
        self._opened_with: tuple[Callable[..., KnowledgeBase], tuple[str, ...]] | None = None

    # Two of them may tell different things of the same concepts, so that only the same one is equal.

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("_"):
            raise AttributeError(f"a knowledge base cannot be changed ({name})")
        super().__setattr__(name, value)

    # It cannot be changed and holds files open, so that a copy is itself. In another process it is opened anew.

    def __copy__(self) -> KnowledgeBase:
        return self

    def __deepcopy__(self, _memo: object) -> KnowledgeBase:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        if self._opened_with is None:
            raise TypeError(f"{self!r} was not opened from files, so that another process must open it itself")
        return self._opened_with

    def opened_with(self, function: Callable[..., KnowledgeBase], *places: str) -> Self:
        """Remember how this was opened, so that another process can open it too."""
        self._opened_with = (function, places)
        return self

    # Mapping

    def __getitem__(self, name: str | Concept) -> Concept:
        """Return the concept with a slug, CURIE, IRI or label; of a concept, what is known of it here.

        Raises:
            UnknownConceptError: Nothing has this name; the error suggests names that look like it.
            AmbiguousNameError: It is a label of several concepts.
        """
        if isinstance(name, Concept):
            name = name.iri
        elif not isinstance(name, str):
            raise UnknownConceptError(repr(name))
        iri = self._indexes.by_slug.get(name)
        if iri is None and name in self._record["concepts"]:
            iri = name
        if iri is None and (expanded := expand_curie(name)) in self._record["concepts"]:
            iri = expanded
        if iri is None:
            iri = self._iri_by_label(name)
        concept = self.concept(iri)
        assert concept is not None
        return concept

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes.by_slug)

    def __len__(self) -> int:
        return len(self._record["concepts"])

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str | Concept):
            return False
        try:
            self[name]
        except KeyError:
            return False
        return True

    def __repr__(self) -> str:
        return f"<KnowledgeBase {self.title()!r}: {len(self)} concepts>"

    def _repr_html_(self) -> str:
        from sobkb.notebook import knowledge_base_html

        return knowledge_base_html(self)

    def _iri_by_label(self, name: str) -> str:
        key = name.casefold()
        for labels in self._indexes.by_label:
            iris = labels.get(key, ())
            if len(iris) == 1:
                return iris[0]
            if iris:
                raise AmbiguousNameError(name, [self._record["concepts"][i]["slug"] for i in iris])
        raise UnknownConceptError(name, self.suggest(name))

    def suggest(self, name: str, *, limit: int = 3) -> tuple[str, ...]:
        """Return slugs of concepts whose name looks like one that does not exist, best first."""
        from sobkb.search import search

        return tuple(hit.concept.slug for hit in search(self, name, limit=limit))

    # Look-ups by name

    def kind(self, name: str | Term) -> Term:
        """Return the class with a short name, CURIE, IRI or label.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.
        """
        return by_name("kind", name, self.kinds)

    def scheme(self, name: str | Scheme) -> Scheme:
        """Return the concept scheme with a slug, CURIE, IRI or title.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.
        """
        return by_title("scheme", name, self.schemes)

    def section(self, name: str | Section) -> Section:
        """Return the section with an id ("4.2.1", "§4.2.1-doelgroepen"), CURIE or IRI.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.
        """
        return by_number(name, self.sections)

    def subsections(self, section: str | Section) -> tuple[Section, ...]:
        """Return a section and everything that is part of it, in reading order."""
        top = section if isinstance(section, Section) else self.section(section)
        inside = {top.iri}
        for candidate in self.sections:
            if candidate.parent in inside:
                inside.add(candidate.iri)
        return tuple(s for s in self.sections if s.iri in inside)

    def collection(self, name: str | Collection) -> Collection:
        """Return the enumeration with a slug, CURIE, IRI or title.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.
        """
        return by_title("collection", name, self.collections)

    def theme(self, name: str | Collection) -> Collection:
        """Return the theme with a slug, CURIE, IRI or title; see `themes`.

        Raises:
            UnknownTermError: There is none; the error lists names that look like it.

        Examples:
            >>> theme = sobkb.load().theme("vormen-van-democratie")
            >>> theme.label("en"), len(theme.members), theme.is_editorial
            ('four forms of democracy', 17, True)
        """
        return by_title("theme", name, self.themes)

    # Selections

    def of_kind(self, kind: str | Term) -> tuple[Concept, ...]:
        """Return the concepts of a class and of the classes below it, sorted by IRI.

        Raises:
            UnknownTermError: There is no such class.

        Examples:
            >>> [c.slug for c in sobkb.load().of_kind("DemocracyForm")]
            ['directe-democratie', 'inspraakdemocratie', 'interactieve-democratie', 'representatiedemocratie']
        """
        return self.find(kind=kind)

    def find(
        self,
        *,
        kind: str | Term | None = None,
        scheme: str | Scheme | None = None,
        region: str | Concept | None = None,
        section: str | Section | None = None,
        relation: str | Term | None = None,
        object: str | Concept | None = None,  # noqa: A002 - the word RDF uses
        level: str | None = None,
    ) -> tuple[Concept, ...]:
        """Return the concepts that meet all conditions, sorted by IRI.

        What a condition names may be given by name, or as it was found before.

        Args:
            kind: Class; the classes below it count too.
            scheme: Concept scheme.
            region: A region the concept belongs to, as slug or label.
            section: A section that says something about it; its subsections count too.
            relation: A relation that starts at it.
            object: A concept that this relation (or, without `relation`, any relation) leads to.
            level: "A" or "B".

        Raises:
            UnknownTermError: A kind, scheme, section, relation or level that does not exist.
            UnknownConceptError: A region or object that does not exist.
        """
        wanted = self._conditions(
            kind=kind, scheme=scheme, region=region, section=section, relation=relation, object=object, level=level
        )
        return tuple(c for c in self._pool(wanted) if wanted.hold_for(c))

    def _conditions(self, **names: Any) -> Conditions:
        """Look up what the arguments of `find` name; None asks for nothing."""
        look_up: dict[str, tuple[str, Callable[[Any], Any]]] = {
            "kind": ("kinds", lambda name: self._with_subkinds(self.kind(name).iri)),
            "scheme": ("scheme", lambda name: self.scheme(name).iri),
            "region": ("region", lambda name: self[name].iri),
            "section": ("sections", lambda name: {s.iri for s in self.subsections(name)}),
            "relation": ("relation", lambda name: self.relation(name).iri),
            "object": ("object", lambda name: self[name].iri),
            "level": ("level", _level),
        }
        found = {}
        for key, name in names.items():
            if name is not None:
                field, resolve = look_up[key]
                found[field] = resolve(name)
        return Conditions(**found)

    def _pool(self, wanted: Conditions) -> Iterable[Concept]:  # noqa: ARG002 - a store chooses by it
        """Return concepts among which are all that meet the conditions, sorted by IRI."""
        return self.concepts

    def _with_subkinds(self, iri: str) -> set[str]:
        wanted = {iri}
        grew = True
        while grew:
            below = {k for k, r in self._record["kinds"].items() if wanted.intersection(r["parents"])}
            grew = not below <= wanted
            wanted |= below
        return wanted

    def statements(
        self,
        *,
        subject: str | Concept | None = None,
        relation: str | Term | None = None,
        object: str | Concept | None = None,  # noqa: A002 - the word RDF uses
        section: str | Section | None = None,
    ) -> tuple[Statement, ...]:
        """Return the relations and notes that meet all conditions, each with its evidence.

        What a condition names may be given by name, or as it was found before.

        Args:
            subject: The concept they are about.
            relation: The relation.
            object: The concept at the other end.
            section: The section that states them; its subsections count too.

        Raises:
            UnknownConceptError: A subject or object that does not exist.
            UnknownTermError: A relation or section that does not exist.
        """
        iri = None if relation is None else self.relation(relation).iri
        places = None if section is None else set(self.subsections(section))
        if subject is None and object is not None:
            found: Iterable[Statement] = self[object].incoming
        else:
            if subject is None:
                graphs = None if places is None else {p.iri for p in places}
                concepts = self._pool(Conditions(relation=iri, sections=graphs))
            else:
                concepts = (self[subject],)
            found = [s for c in concepts for s in (*c.relations, *c.notes)]
            if object is not None:
                target = self[object]
                found = [s for s in found if s.object == target]
        if iri is not None:
            found = [s for s in found if s.relation.iri == iri]
        if places is not None:
            found = [s for s in found if places.intersection(s.sections)]
        return tuple(found)

    def at(self, year: int) -> tuple[Concept, ...]:
        """Return the concepts that a source dates to a time which includes a year.

        Only what a source dates is found; concepts without a date are left out, and so are dates
        that are only relative ("at present").

        Args:
            year: Calendar year, e.g. 1983.
        """
        return tuple(
            c for c in self._pool(Conditions(dated=True)) if any(d.span and d.span.covers(year) for d in c.dates)
        )

    # Views

    @cached_property
    def themes(self) -> tuple[Collection, ...]:
        """What belongs together when one studies or teaches: concepts in the order of learning.

        These are the themes of the editors (`sob:StudyTheme`), in the order of a course. A vocabulary
        that names none gets the collections that list at least four concepts, without those that stand
        inside another; and where there are no such collections, every concept at the top with all that
        stands below it, if that makes at least four. What holds more than 150 concepts makes way for
        the parts below it.
        """
        own = self._read_themes(self._record["themes"])
        if own:
            return own
        from sobkb.theming import themes_of_collections, themes_of_trees

        return themes_of_collections(self.collections, self._record["collections"]) or themes_of_trees(self.tree())

    def tree(self, scheme: str | Scheme | None = None, *, lang: str = "nl") -> tuple[TreeNode, ...]:
        """Return the hierarchy as trees.

        Args:
            scheme: Only the concepts of one scheme; None for all.
            lang: Language whose labels decide the order.

        Returns:
            One tree per concept without anything broader. Concepts that only stand on a loop form
            trees of their own, so that nothing is missing.
        """
        from sobkb.hierarchy import build_tree, walk_narrower

        members = self.concepts if scheme is None else self.find(scheme=scheme)
        inside = set(members)
        roots = [c for c in members if not inside.intersection(c.broader)]
        reached = {step.concept for root in roots for step in walk_narrower(root, with_self=True)}
        for concept in members:
            if concept not in reached:
                roots.append(concept)
                reached.update(step.concept for step in walk_narrower(concept, with_self=True))
        return build_tree(roots, lang=lang)

    def expand(self, name: str | Concept) -> tuple[Concept, ...]:
        """Return a concept and everything below it, nearest first."""
        from sobkb.hierarchy import walk_narrower

        return tuple(step.concept for step in walk_narrower(self[name], with_self=True))

    def path(self, start: str | Concept, end: str | Concept, *, limit: int = 8) -> tuple[Link, ...] | None:
        """Return a shortest path between two concepts; see `sobkb.paths.shortest_path`."""
        from sobkb.paths import shortest_path

        return shortest_path(self[start], self[end], limit=limit)

    def compare(self, first: str | Concept, second: str | Concept) -> ConceptComparison:
        """Put two concepts side by side; see `sobkb.comparing.compare`."""
        from sobkb.comparing import compare

        return compare(self[first], self[second])

    def search(self, query: str, **options: Any) -> tuple[Hit, ...]:
        """Return the concepts that fit a query, best first; see `sobkb.search.search`."""
        from sobkb.search import search

        return search(self, query, **options)

    @cached_property
    def search_index(self) -> SearchIndex:
        """What `search` looks things up in, prepared on first use."""
        from sobkb.search.indexing import SearchIndex

        return SearchIndex(self._record, self._indexes.prepared)

    # RDF

    @cached_property
    def store(self) -> TripleStore:
        """The RDF behind the knowledge base, loaded on first use."""
        from sobkb.querying import empty_store

        return self._open_store() if self._open_store else empty_store()

    @property
    def graph(self) -> rdflib.Dataset:
        """A copy of the RDF as an rdflib dataset, one named graph per section."""
        return self.store.to_rdflib()

    def sparql(self, query: str, **options: Any) -> QueryResult:
        """Run a SPARQL 1.1 query over everything; see `sobkb.querying.TripleStore.query`."""
        return self.store.query(query, **options)

    def ask(self, name: str, **parameters: str) -> QueryResult:
        """Answer one of the questions that come with the ontology; see `sobkb.questions`.

        Args:
            name: Id of the question, e.g. "cq-012".
            **parameters: What the question lets one fill in.

        Raises:
            UnknownTermError: There is no such question or parameter.
        """
        from sobkb.questions import question

        return question(name).run(self, **parameters)

    def validate(self) -> Report:
        """Check the RDF against all rules; see `sobkb.validation.validate_store`."""
        from sobkb.validation import validate_store

        return validate_store(self.store)

    # Other forms

    def export(self, format: str = "turtle", **options: Any) -> str:  # noqa: A002 - the word every user looks for
        """Write everything, or a part, in another format; see `sobkb.exports.write`."""
        from sobkb.exports import write

        return write(self, format, **options)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return the concepts and their links as a networkx graph; see `sobkb.exports.diagrams.to_networkx`."""
        from sobkb.exports import to_networkx

        return to_networkx(self)

    def to_dataframe(self) -> pd.DataFrame:
        """Return the concepts as a pandas data frame; see `sobkb.exports.tables.to_dataframe`."""
        from sobkb.exports import to_dataframe

        return to_dataframe(self)

    @property
    def record(self) -> KnowledgeBaseRecord:
        """The compiled form everything above is built from; not to be changed."""
        return self._record


def _level(name: str) -> str:
    level = name.upper() if isinstance(name, str) else ""
    if level not in _LEVELS:
        raise UnknownTermError("level", str(name), _LEVELS)
    return level


_LEVELS = ("A", "B")
