"""Records that are fetched when they are first looked into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from sobkb.errors import SobkbError
from sobkb.indexes import Incoming, Indexes
from sobkb.namespaces import ID, NS, SKOS, SKOSXL
from sobkb.slugs import plain_slug
from sobkb.stored.asking import BATCH
from sobkb.stored.fetching import Fetcher
from sobkb.stored.source import is_iri, write_text

if TYPE_CHECKING:
    from sobkb.records import CollectionRecord, ConceptRecord

MOST_KEPT = 20_000
"""Concepts whose records are kept; going through more begins anew."""


class StoredConcepts(Mapping[str, "ConceptRecord"]):
    """The concepts of a store by IRI.

    A record is a name first; when more is asked of it, it is fetched together with others that wait.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.slugs: dict[str, str] = {}
        self.iris: dict[str, str] = {}
        self._records: dict[str, _Record] = {}
        self._waiting: dict[str, _Record] = {}
        self._unknown: set[str] = set()

    def __getitem__(self, iri: str) -> ConceptRecord:
        if iri not in self:
            raise KeyError(iri)
        return cast("ConceptRecord", self._records[iri])

    def __contains__(self, iri: object) -> bool:
        if not isinstance(iri, str) or not is_iri(iri) or iri in self._unknown:
            return False
        if iri not in self._records:
            self.look_up([iri])
        return iri in self._records

    def __iter__(self) -> Iterator[str]:
        return self.fetcher.iris(self.fetcher.is_concept())

    def __len__(self) -> int:
        return self.fetcher.count()

    def know(self, iris: Iterable[str]) -> None:
        """Take IRIs for those of concepts; their records are fetched when they are looked into."""
        for iri in iris:
            if iri not in self._records and is_iri(iri):
                record = _Record(self, iri, self.slug(iri))
                self._waiting[iri] = record
                self._keep(record)

    def look_up(self, iris: Iterable[str]) -> None:
        """Find out which of some IRIs are those of concepts, and fetch these."""
        wanted = [i for i in dict.fromkeys(iris) if is_iri(i) and i not in self._records and i not in self._unknown]
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            found = self.fetcher.concepts(dict.fromkeys(part, ""), frozenset())
            for iri, content in found.items():
                record = _Record(self, iri, self.slug(iri))
                record.update(cast("dict[str, Any]", {**content, "slug": record["slug"]}))
                self._keep(record)
            if len(self._unknown) > MOST_KEPT:
                self._unknown.clear()
            self._unknown.update(i for i in part if i not in found)

    def _keep(self, record: _Record) -> None:
        if len(self._records) >= MOST_KEPT:
            self._records = dict(self._waiting)
        self._records[record["iri"]] = record

    def fill(self, record: _Record) -> None:
        """Fetch a record and others that were made just before or after it."""
        iri = record["iri"]
        waiting = list(self._waiting)
        at = waiting.index(iri) if iri in self._waiting else len(waiting)
        batch = list(dict.fromkeys((iri, *waiting[at : at + BATCH - 1])))
        batch = list(dict.fromkeys((*batch, *waiting[max(0, at - BATCH + len(batch)) : at])))
        wanted = {i: self.slug(i) for i in batch}
        found = self.fetcher.concepts(wanted, frozenset(batch))
        for known in batch:
            target = record if known == iri else self._waiting[known]
            target.update(cast("dict[str, Any]", found[known]))
            self._waiting.pop(known, None)

    def slug(self, iri: str) -> str:
        """Return the short name of a concept: the last part of its IRI, marked when another has it already."""
        slug = self.slugs.get(iri)
        if slug is None:
            slug = plain_slug(iri)
            if self.iris.setdefault(slug, iri) != iri:
                slug = f"{slug}-{crc32(iri.encode()):08x}"
                self.iris[slug] = iri
            self.slugs[iri] = slug
        return slug


class _Record(dict[str, Any]):
    """A concept record that knows its name and fetches the rest."""

    def __init__(self, concepts: StoredConcepts, iri: str, slug: str) -> None:
        super().__init__(iri=iri, slug=slug)
        self._concepts = concepts

    def __missing__(self, key: str) -> Any:
        if "broader" in self:
            raise KeyError(key)
        self._concepts.fill(self)
        return self[key]


class StoredCollections(Mapping[str, "CollectionRecord"]):
    """The enumerations of a store by IRI, fetched when asked for."""

    def __init__(self, fetcher: Fetcher, concepts: StoredConcepts) -> None:
        self._fetcher = fetcher
        self._concepts = concepts
        self._known: dict[str, CollectionRecord] = {}

    def __getitem__(self, iri: str) -> CollectionRecord:
        if iri not in self._known:
            self.fetch([iri])
        return self._known[iri]

    def fetch(self, iris: Iterable[str]) -> None:
        """Fetch several at once."""
        missing = [i for i in iris if i not in self._known]
        if missing:
            found = self._fetcher.collections(missing)
            self._known.update(found)
            self._concepts.look_up(m for record in found.values() for m in record["members"])

    def holds(self, iri: str) -> bool:
        """Tell whether something that was fetched is an enumeration: a theme is not."""
        return iri in self._known

    def __iter__(self) -> Iterator[str]:
        iris = self._fetcher.collection_iris()
        self.fetch(iris)
        return (iri for iri in iris if iri in self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredParts(Mapping[str, object]):
    """The record of a knowledge base, part by part as it is asked for."""

    _ABOUT = ("format", "title", "version", "creators", "schemes", "sections", "sources")
    _EDITORIAL = ("contrasts", "counterparts", "comparisons")

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._concepts = StoredConcepts(fetcher)
        self._known: dict[str, object] = {
            "concepts": self._concepts,
            "collections": StoredCollections(fetcher, self._concepts),
        }

    def __getitem__(self, name: str) -> object:
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> object:
        meta = cast("Mapping[str, object]", self._fetcher.meta)
        if name in ("contrasts", "counterparts"):
            sort = NS + ("Contrast" if name == "contrasts" else "Counterpart")
            return cast("Mapping[str, object]", self._fetcher.typed_as(sort))[name]
        if name == "themes":
            themes = self._fetcher.themes()
            self._concepts.look_up(m for record in themes.values() for m in record["members"])
            return themes
        if name == "comparisons":
            compared = self._fetcher.all_iris(self._fetcher.triple("?c", NS + "conclusion", "?t"), most=1000)
            return self._fetcher.comparisons(compared)
        if name == "kinds":
            used = self._fetcher.used_kinds()
            return {**self._fetcher.terms(used - self._fetcher.meta["kinds"].keys()), **self._fetcher.meta["kinds"]}
        if name == "relations":
            used = self._fetcher.used_relations()
            return {
                **self._fetcher.terms(used - self._fetcher.meta["relations"].keys()),
                **self._fetcher.meta["relations"],
            }
        return meta[name]

    def __iter__(self) -> Iterator[str]:
        return iter((*self._fetcher.meta,))

    def __len__(self) -> int:
        return len(self._fetcher.meta)


class StoredIndexes(Indexes):
    """What a store finds by name, and links it follows."""

    def __init__(self, concepts: StoredConcepts) -> None:
        super().__init__(concepts)
        self._stored = concepts
        self._fetcher = concepts.fetcher
        self._below: dict[str, list[str]] = {}
        self._arriving: dict[str, Incoming] = {}
        self.by_slug = _Slugs(concepts)
        self.preferred = _Labels(concepts, "prefLabel")
        self.alternative = _Labels(concepts, "altLabel")
        self.by_label = (self.preferred, self.alternative)

    def narrower(self, iri: str) -> Sequence[str]:
        """Return the IRIs of the concepts directly below one."""
        if iri not in self._below:
            self.fetch_narrower([iri])
        return self._below[iri]

    def fetch_narrower(self, iris: Iterable[str]) -> None:
        """Fetch what stands below several concepts at once."""
        missing = [i for i in iris if i not in self._below]
        if not missing:
            return
        candidates = self._fetcher.narrower(missing)
        self._stored.know(i for below in candidates.values() for i in below)
        for iri, below in candidates.items():
            # A link may be given as transitive only, or contradict a direct one: the records decide.
            self._below[iri] = [i for i in below if iri in self._stored[i]["broader"]]

    def incoming(self, iri: str) -> Incoming:
        """Return the relations that end at a concept."""
        if iri not in self._arriving:
            self.fetch_incoming([iri])
        return self._arriving[iri]

    def fetch_incoming(self, iris: Iterable[str]) -> None:
        """Fetch the relations that end at several concepts at once."""
        missing = [i for i in iris if i not in self._arriving]
        if not missing:
            return
        for iri, found in self._fetcher.incoming(missing).items():
            self._stored.know(s for s, _, _ in found)
            relations = {(s, r["relation"]) for s in {s for s, _, _ in found} for r in self._stored[s]["relations"]}
            self._arriving[iri] = [link for link in found if link[:2] in relations]


class _Slugs(Mapping[str, str]):
    """Slug → IRI, found by the end of the IRI."""

    def __init__(self, concepts: StoredConcepts) -> None:
        self._concepts = concepts
        self._fetcher = concepts.fetcher

    def __getitem__(self, slug: str) -> str:
        known = self._concepts.iris.get(slug)
        if known is not None and known in self._concepts:
            return known
        words = slug.split("-")
        if not all(w.isascii() and w.isalnum() and w == w.lower() for w in words):
            raise KeyError(slug)
        if ID + slug in self._concepts:
            return ID + slug
        if self._fetcher.has_own_ids:
            raise KeyError(slug)
        end = "[^a-z0-9]+".join(words) + "[^a-z0-9]*$"
        pattern = f'{self._fetcher.is_concept()} FILTER(REGEX(STR(?c), {write_text("[/#:][^a-z0-9/#]*" + end)}, "i"))'
        found = self._fetcher.all_iris(pattern, most=1000)
        for iri in found:
            if plain_slug(iri) == slug and iri in self._concepts:
                return iri
        raise KeyError(slug)

    def __iter__(self) -> Iterator[str]:
        for iri in self._concepts:
            self._concepts.know([iri])
            yield self._concepts.slug(iri)

    def __len__(self) -> int:
        return len(self._concepts)


class _Labels(Mapping[str, list[str]]):
    """Label in lower case → IRIs."""

    def __init__(self, concepts: StoredConcepts, sort: str) -> None:
        self._concepts = concepts
        self._fetcher = concepts.fetcher
        self._sort = sort

    def __getitem__(self, label: str) -> list[str]:
        return self.find(f"FILTER(LCASE(STR(?l)) = {write_text(label)})")

    def find(self, condition: str) -> list[str]:
        """Return the concepts that have a label ?l for which a condition holds."""
        fetcher = self._fetcher
        arms = [fetcher.triple("?c", SKOS + self._sort, "?l")]
        if fetcher.has_named_labels:
            arms.append(
                fetcher.triple("?c", SKOSXL + self._sort, "?x") + fetcher.triple("?x", SKOSXL + "literalForm", "?l")
            )
        pattern = " UNION ".join(f"{{ {arm} }}" for arm in arms)
        found = fetcher.all_iris(f"{{ {pattern} }} {condition}", most=1000)
        return [iri for iri in found if iri in self._concepts]

    def __iter__(self) -> Iterator[str]:
        raise SobkbError("the labels of a store are looked up, not listed")

    def __len__(self) -> int:
        raise SobkbError("the labels of a store are looked up, not counted")
