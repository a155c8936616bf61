"""Finding what changed, record by record."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from sobkb.diffing.changes import MAJOR, MINOR, PATCH, Change
from sobkb.namespaces import SKOS, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sobkb.records import ConceptRecord, FigureRecord, KnowledgeBaseRecord, Text

REWORDED = ("Verwoording: ", "Wording: ")
"""How a `skos:changeNote` begins that says: the definition is put in other words, its meaning is the same."""
_THINGS = ("kinds", "relations", "schemes", "collections", "themes", "sections", "sources")
_VIEWS = ("contrasts", "counterparts", "comparisons")
_DAYS = {"created": "", "modified": ""}
_FINDING_TEXTS: tuple[tuple[str, Callable[[ConceptRecord], list[Text]]], ...] = (
    ("figureNote", lambda r: [t for f in r["figures"] for t in f["notes"]]),
    ("unit", lambda r: [t for f in r["figures"] for t in f["unit"] if t[1] != "nl"]),
    ("dateNote", lambda r: [t for d in r["dates"] if d["edtf"] for t in d["notes"]]),
)


def find_changes(old: KnowledgeBaseRecord, new: KnowledgeBaseRecord) -> Iterator[Change]:
    """Yield every change to a concept or to what describes concepts."""
    before, after = old["concepts"], new["concepts"]
    for iri in before.keys() - after.keys():
        yield Change("removed", iri, before=before[iri]["slug"], level=MAJOR)
    for iri in after.keys() - before.keys():
        yield Change("added", iri, after=after[iri]["slug"], level=MINOR)
    names = _Names(old, new)
    for iri in before.keys() & after.keys():
        if before[iri] != after[iri]:
            yield from _concept_changes(iri, before[iri], after[iri], names)
    left: Any = old
    right: Any = new
    for table in _THINGS:
        yield from _thing_changes(left[table], right[table], table[:-1])
    for view in _VIEWS:
        yield from _view_changes({r["iri"]: r for r in left[view]}, {r["iri"]: r for r in right[view]}, view[:-1])


class _Names:
    """Short names of concepts and sections in either version."""

    def __init__(self, old: KnowledgeBaseRecord, new: KnowledgeBaseRecord) -> None:
        self.slugs = {iri: r["slug"] for base in (old, new) for iri, r in base["concepts"].items()}
        self.ids = {iri: r["id"] for base in (old, new) for iri, r in base["sections"].items()}

    def concept(self, iri: str) -> str:
        return self.slugs.get(iri, iri)

    def section(self, iri: str) -> str:
        return self.ids.get(iri) or local_name(iri)

    def sections(self, iris: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.section(iri) for iri in iris if iri)


def _concept_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    found = [
        *_life_changes(iri, old, new, names),
        *_text_record_changes(iri, old, new),
        *_relation_changes(iri, old, new, names),
        *_statement_changes(iri, old, new, names),
        *_finding_changes(iri, old, new, names),
        *_place_changes(iri, old, new, names),
        *_match_changes(iri, old, new),
    ]
    if not found and {**old, **_DAYS} != {**new, **_DAYS}:
        found = [Change("wording", iri, "entry")]
    yield from found


def _text_record_changes(iri: str, old: ConceptRecord, new: ConceptRecord) -> Iterator[Change]:
    yield from _text_changes(iri, "wording", "prefLabel", old["pref"], new["pref"], MINOR)
    yield from _text_changes(iri, "wording", "altLabel", old["alt"], new["alt"], MINOR)
    yield from _text_changes(iri, "wording", "hiddenLabel", old["hidden"], new["hidden"], PATCH)
    for note in sorted({*old["notes"], *new["notes"]}):
        sort, level = ("meaning", MAJOR) if note == "definition" and not _is_reworded(old, new) else ("wording", PATCH)
        yield from _text_changes(iri, sort, note, old["notes"].get(note, []), new["notes"].get(note, []), level)
    for lang in sorted({*old["articles"], *new["articles"]}):
        before, after = old["articles"].get(lang, ""), new["articles"].get(lang, "")
        if before != after:
            yield Change("wording", iri, "article", lang, before, after)
    yield from _set_changes(iri, "wording", "pluralIn", old["plural"], new["plural"], PATCH)


def _is_reworded(old: ConceptRecord, new: ConceptRecord) -> bool:
    """Tell whether the editors note since the old version that the same is said in other words."""
    known = old["notes"].get("changeNote", [])
    return any(n not in known and n[0].startswith(REWORDED) for n in new["notes"].get("changeNote", []))


def _place_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    """Compare where a concept stands: in the hierarchy, among the kinds, in schemes and regions, in the source."""
    sets: tuple[tuple[str, str, Callable[[ConceptRecord], Iterable[str]], str], ...] = (
        ("hierarchy", "broader", lambda r: map(names.concept, r["broader"]), MINOR),
        ("hierarchy", "topConcept", lambda r: ["true"] if r["top"] else [], PATCH),
        ("classification", "kind", lambda r: map(local_name, r["kinds"]), MINOR),
        ("classification", "scheme", lambda r: map(local_name, r["schemes"]), MINOR),
        ("classification", "region", lambda r: map(names.concept, r["regions"]), MINOR),
        ("classification", "level", lambda r: filter(None, [r["level"]]), PATCH),
        ("classification", "notation", lambda r: r["notations"], MINOR),
        ("source", "source", lambda r: map(names.section, r["sources"]), PATCH),
        ("status", "status", lambda r: filter(None, [r["status"]]), PATCH),
    )
    for sort, detail, read, level in sets:
        yield from _set_changes(iri, sort, detail, read(old), read(new), level)


def _life_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    instead = ", ".join(map(names.concept, new["replaced_by"]))
    if new["deprecated"] and not old["deprecated"]:
        yield Change("deprecated", iri, "deprecated", after=instead, level=MINOR)
    elif old["deprecated"] and not new["deprecated"]:
        yield Change("restored", iri, "deprecated", level=MINOR)
    elif old["replaced_by"] != new["replaced_by"]:
        before = ", ".join(map(names.concept, old["replaced_by"]))
        yield Change("deprecated", iri, "isReplacedBy", before=before, after=instead, level=MINOR)


def _text_changes(iri: str, sort: str, detail: str, old: list[Text], new: list[Text], level: str) -> Iterator[Change]:
    """Compare texts language by language; one that makes way for one has changed."""
    for lang in sorted({t[1] for t in (*old, *new)}):
        gone = [t[0] for t in old if t[1] == lang and t not in new]
        come = [t[0] for t in new if t[1] == lang and t not in old]
        single = detail not in ("altLabel", "hiddenLabel")
        if single and len(gone) == len(come) == 1:
            same = _folded(gone[0]) == _folded(come[0])
            told = "wording" if same and sort == "meaning" else sort
            yield Change(told, iri, detail, lang, gone[0], come[0], level=PATCH if same else level)
        else:
            for text in gone:
                yield Change(sort, iri, detail, lang, before=text, level=level)
            for text in come:  # saying it in one more language narrows nothing
                yield Change(sort, iri, detail, lang, after=text, level=MINOR if level == MAJOR else level)


def _relation_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    before = {(r["relation"], r["object"]): r["graphs"] for r in old["relations"]}
    after = {(r["relation"], r["object"]): r["graphs"] for r in new["relations"]}
    for key in sorted(before.keys() | after.keys()):
        name, target = local_name(key[0]), names.concept(key[1])
        if key not in after:
            yield Change("relation", iri, name, before=target, sections=names.sections(before[key]), level=MINOR)
        elif key not in before:
            yield Change("relation", iri, name, after=target, sections=names.sections(after[key]), level=MINOR)
        elif before[key] != after[key]:  # the same thing is said elsewhere
            yield Change("relation", iri, name, "", target, target, names.sections(after[key]))


def _statement_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    before = {(r["relation"], *r["text"]): r["graphs"] for r in old["texts"]}
    after = {(r["relation"], *r["text"]): r["graphs"] for r in new["texts"]}
    for key in sorted(before.keys() | after.keys()):
        name, text, lang = local_name(key[0]), key[1], key[2]
        if key not in after:
            yield Change("statement", iri, name, lang, before=text, sections=names.sections(before[key]), level=MINOR)
        elif key not in before:
            yield Change("statement", iri, name, lang, after=text, sections=names.sections(after[key]), level=MINOR)
        elif before[key] != after[key]:
            yield Change("statement", iri, name, lang, text, text, names.sections(after[key]))


def _finding_changes(iri: str, old: ConceptRecord, new: ConceptRecord, names: _Names) -> Iterator[Change]:
    """Compare numbers and dates; one that makes way for one in the same section has changed."""
    figures = [[(f["graph"], _figure_words(f, names)) for f in r["figures"]] for r in (old, new)]
    dates = [[(d["graph"], d["edtf"] or next((t[0] for t in d["notes"]), "")) for d in r["dates"]] for r in (old, new)]
    for sort, (before, after) in (("figure", figures), ("date", dates)):
        gone = list((Counter(before) - Counter(after)).elements())
        come = list((Counter(after) - Counter(before)).elements())
        for graph in sorted({graph for graph, _ in (*gone, *come)}):
            left, right = ([text for g, text in side if g == graph] for side in (gone, come))
            places = names.sections([graph])
            if len(left) == len(right) == 1:
                yield Change(sort, iri, sort, "", left[0], right[0], places, MINOR)
            else:
                yield from (Change(sort, iri, sort, before=t, sections=places, level=MINOR) for t in left)
                yield from (Change(sort, iri, sort, after=t, sections=places, level=MINOR) for t in right)
    for name, read in _FINDING_TEXTS:
        yield from _text_changes(iri, "wording", name, read(old), read(new), PATCH)


def _figure_words(figure: FigureRecord, names: _Names) -> str:
    unit = next((text for text, lang in figure["unit"] if lang == "nl"), "".join(t[0] for t in figure["unit"][:1]))
    about = "± " if figure["approximate"] else ""
    extra = ", ".join(map(names.concept, (*figure["measures"], *figure["place"])))
    return f"{about}{figure['value']} {unit}".strip() + (f" ({extra})" if extra else "")


def _match_changes(iri: str, old: ConceptRecord, new: ConceptRecord) -> Iterator[Change]:
    before = {(m["type"], m["iri"]): m for m in old["matches"]}
    after = {(m["type"], m["iri"]): m for m in new["matches"]}
    moved = {t for _, t in before.keys() - after.keys()} & {t for _, t in after.keys() - before.keys()}
    for target in sorted(moved):  # the other concept is the same, the degree is not
        was = ", ".join(sorted(s for s, t in before.keys() - after.keys() if t == target))
        now = ", ".join(sorted(s for s, t in after.keys() - before.keys() if t == target))
        yield Change("match", iri, target, before=was, after=now)
    for sort, target in sorted(before.keys() - after.keys()):
        if target not in moved:
            yield Change("match", iri, sort, before=target)
    for sort, target in sorted(after.keys() - before.keys()):
        if target not in moved:
            yield Change("match", iri, sort, after=target)
    for sort, target in sorted(before.keys() & after.keys()):
        if before[sort, target] != after[sort, target]:  # why they match, not whether
            yield Change("match", iri, sort, before=target, after=target)


def _set_changes(
    iri: str, sort: str, detail: str, old: Iterable[str], new: Iterable[str], level: str
) -> Iterator[Change]:
    """Compare values; one that makes way for one has changed, except where a concept may have several places."""
    gone_all, come_all = list(old), list(new)
    gone = sorted(set(gone_all) - set(come_all))
    come = sorted(set(come_all) - set(gone_all))
    if len(gone) == len(come) == 1 and detail not in ("broader", "member"):
        yield Change(sort, iri, detail, "", gone[0], come[0], level=level)
    else:
        yield from (Change(sort, iri, detail, before=value, level=level) for value in gone)
        yield from (Change(sort, iri, detail, after=value, level=level) for value in come)


def _thing_changes(old: dict[str, Any], new: dict[str, Any], name: str) -> Iterator[Change]:
    """Compare what concepts are described with: an IRI that goes breaks whoever uses it."""
    # What SKOS has is neither new nor gone when a vocabulary begins or ceases to use it.
    for iri in sorted(i for i in old.keys() - new.keys() if not i.startswith(SKOS)):
        yield Change("removed", iri, name, before=local_name(iri), level=MAJOR)
    for iri in sorted(i for i in new.keys() - old.keys() if not i.startswith(SKOS)):
        yield Change("added", iri, name, after=local_name(iri), level=MINOR)
    for iri in sorted(old.keys() & new.keys()):
        for key in sorted(k for k in {*old[iri], *new[iri]} if old[iri].get(k) != new[iri].get(k)):
            if key == "definitions" and name in ("kind", "relation"):
                yield from _text_changes(iri, "meaning", "definition", old[iri][key], new[iri][key], MAJOR)
            elif key == "members":
                yield from _set_changes(
                    iri, "hierarchy", "member", map(local_name, old[iri][key]), map(local_name, new[iri][key]), MINOR
                )
                if set(old[iri][key]) == set(new[iri][key]):
                    yield Change("hierarchy", iri, "order", level=MINOR)
            elif key == "labels":
                yield from _text_changes(iri, "wording", "label", old[iri][key], new[iri][key], MINOR)
            else:
                yield Change("wording", iri, key)


def _view_changes(old: dict[str, Any], new: dict[str, Any], name: str) -> Iterator[Change]:
    for iri in sorted(old.keys() | new.keys()):
        if iri not in new:
            yield Change("editorial", iri, name, before=local_name(iri), level=MINOR)
        elif iri not in old:
            yield Change("editorial", iri, name, after=local_name(iri), level=MINOR)
        elif old[iri] != new[iri]:
            yield Change("editorial", iri, name, before=local_name(iri), after=local_name(iri))


def _folded(text: str) -> str:
    """Return what is left of a text when case, accents, punctuation and spaces do not count."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())
