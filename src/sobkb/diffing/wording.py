"""Changes in plain words, in Dutch and English, from one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.namespaces import local_name
from sobkb.phrasing import relation_words
from sobkb.text import pick_text

if TYPE_CHECKING:
    from sobkb.diffing.changes import Change
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Scheme, Term

_NAMES: dict[str, tuple[str, str]] = {
    "prefLabel": ("voorkeursterm", "preferred term"),
    "altLabel": ("alternatieve term", "alternative term"),
    "hiddenLabel": ("zoekterm", "search term"),
    "definition": ("definitie", "definition"),
    "comment": ("uitleg", "explanation"),
    "scopeNote": ("toelichting", "scope note"),
    "example": ("voorbeeld", "example"),
    "historyNote": ("geschiedenis", "history note"),
    "changeNote": ("wijzigingsnotitie", "change note"),
    "editorialNote": ("redactionele notitie", "editorial note"),
    "note": ("opmerking", "note"),
    "figureNote": ("opmerking bij een cijfer", "note on a figure"),
    "dateNote": ("opmerking bij een datum", "note on a date"),
    "article": ("lidwoord", "article"),
    "pluralIn": ("meervoud in", "plural in"),
    "label": ("naam", "name"),
    "unit": ("eenheid", "unit"),
    "entry": ("beschrijving", "description"),
    "open": ("open of gesloten opsomming", "open or closed enumeration"),
    "ordered": ("geordend of niet", "ordered or not"),
    "notes": ("opmerkingen", "notes"),
    "phrases": ("formulering in zinnen", "wording in sentences"),
    "parents": ("bovenliggende termen", "terms above it"),
    "parent": ("bovenliggend deel", "section above it"),
    "symmetric": ("symmetrisch of niet", "symmetric or not"),
    "definitions": ("omschrijving", "description"),
    "number": ("nummer", "number"),
    "creators": ("auteurs", "authors"),
    "citation": ("bronvermelding", "bibliographic description"),
    "issued": ("datum van uitgave", "date of publication"),
    "slug": ("korte naam", "short name"),
    "id": ("korte naam", "short name"),
    "editorial": ("redactioneel of niet", "editorial or not"),
    "sources": ("vindplaats", "place in the source"),
    "kind": ("soort", "kind"),
    "relation": ("relatie", "relation"),
    "scheme": ("begrippenkader", "concept scheme"),
    "collection": ("opsomming", "enumeration"),
    "theme": ("thema", "theme"),
    "section": ("deel van de bron", "section"),
    "source": ("bron", "source"),
    "region": ("regio", "region"),
    "level": ("niveau", "level"),
    "notation": ("code", "notation"),
    "status": ("status", "status"),
    "contrast": ("contrast", "contrast"),
    "counterpart": ("tegenhanger", "counterpart"),
    "comparison": ("vergelijking", "comparison"),
    "member": ("lid", "member"),
    "exactMatch": ("gelijk", "exact"),
    "closeMatch": ("bijna gelijk", "close"),
    "broadMatch": ("ruimer", "broader"),
    "narrowMatch": ("enger", "narrower"),
    "violation": ("fout", "violation"),
    "warning": ("waarschuwing", "warning"),
    "info": ("tip", "suggestion"),
    "relatedMatch": ("verwant", "related"),
}
_RELATED = ("hangt samen met", "is related to")
_MOST_NAMED = 12  # members of a list whose order is told

_TOPICS: dict[str, tuple[str, str]] = {
    "added": ("nieuw", "new"),
    "removed": ("verdwenen", "gone"),
    "deprecated": ("vervallen", "deprecated"),
    "restored": ("niet langer vervallen", "no longer deprecated"),
    "statement": ("uitspraken", "statements"),
    "relation": ("relaties", "relations"),
    "figure": ("cijfers", "figures"),
    "date": ("datering", "date"),
    "hierarchy": ("plaats in de boom", "place in the tree"),
    "match": ("overeenkomsten elders", "matches elsewhere"),
    "rule": ("regel", "rule"),
}
_SENTENCES: dict[str, tuple[str, str]] = {
    "added": ("nieuw", "new"),
    "added-thing": ("nieuw: {name} {after}", "new: {name} {after}"),
    "removed": ("verdwenen: het adres bestaat niet meer", "gone: the address no longer exists"),
    "removed-thing": ("verdwenen: {name} {before}", "gone: {name} {before}"),
    "deprecated": ("vervallen", "deprecated"),
    "deprecated-for": ("vervallen; gebruik {after}", "deprecated; use {after}"),
    "restored": ("niet langer vervallen", "no longer deprecated"),
    "text+": ("{name}{lang_tag} erbij: {after}", "{name}{lang_tag} added: {after}"),
    "text-": ("{name}{lang_tag} weg: {before}", "{name}{lang_tag} removed: {before}"),
    "text": ("{name}{lang_tag}: {before} → {after}", "{name}{lang_tag}: {before} → {after}"),
    "meaning": (
        "betekenis: de definitie{lang_tag} is veranderd: {before} → {after}",
        "meaning: the definition{lang_tag} changed: {before} → {after}",
    ),
    "relation+": ("erbij: {phrase} {after}{where}", "added: {phrase} {after}{where}"),
    "relation-": ("weg: {phrase} {before}{where}", "removed: {phrase} {before}{where}"),
    "relation": ("andere vindplaats: {phrase} {after}{where}", "said elsewhere: {phrase} {after}{where}"),
    "statement+": ("uitspraak erbij{lang_tag}: {after}{where}", "statement added{lang_tag}: {after}{where}"),
    "statement-": ("uitspraak weg{lang_tag}: {before}{where}", "statement removed{lang_tag}: {before}{where}"),
    "statement": (
        "uitspraak met andere vindplaats{lang_tag}: {after}{where}",
        "statement said elsewhere{lang_tag}: {after}{where}",
    ),
    "figure+": ("cijfer erbij: {after}{where}", "figure added: {after}{where}"),
    "figure-": ("cijfer weg: {before}{where}", "figure removed: {before}{where}"),
    "figure": ("cijfer: {before} → {after}{where}", "figure: {before} → {after}{where}"),
    "date+": ("datum erbij: {after}{where}", "date added: {after}{where}"),
    "date-": ("datum weg: {before}{where}", "date removed: {before}{where}"),
    "date": ("datum: {before} → {after}{where}", "date: {before} → {after}{where}"),
    "broader+": ("staat nu onder {after}", "now stands below {after}"),
    "broader-": ("staat niet meer onder {before}", "no longer stands below {before}"),
    "topConcept+": ("is nu een topbegrip", "is now a top concept"),
    "topConcept-": ("is geen topbegrip meer", "is no longer a top concept"),
    "order": ("andere volgorde", "other order"),
    "order-of": ("andere volgorde: {before} → {after}", "other order: {before} → {after}"),
    "match+": ("overeenkomst erbij ({name}): {after}", "match added ({name}): {after}"),
    "match-": ("overeenkomst weg ({name}): {before}", "match removed ({name}): {before}"),
    "match": ("overeenkomst anders toegelicht ({name}): {after}", "match explained otherwise ({name}): {after}"),
    "degree": ("overeenkomst met {target}: {before} → {after}", "match with {target}: {before} → {after}"),
    "editorial+": ("{name} erbij: {after}", "{name} added: {after}"),
    "editorial-": ("{name} weg: {before}", "{name} removed: {before}"),
    "editorial": ("{name} herzien: {after}", "{name} revised: {after}"),
    "rule-added": ("nieuwe regel", "new rule"),
    "rule-removed": ("de regel is weg", "the rule is gone"),
    "rule-tightened": ("de regel is strenger", "the rule is stricter"),
    "rule-loosened": ("de regel is minder streng", "the rule is less strict"),
    "rule-changed": ("de regel vraagt iets anders", "the rule asks for something else"),
    "rule-texts": ("de regel is anders verwoord", "the rule is worded otherwise"),
    "rule-severity": ("ernst van de regel: {before} → {after}", "severity of the rule: {before} → {after}"),
    "bare": ("{name} veranderd", "{name} changed"),
    "nothing": ("Geen verschillen.", "No differences."),
    "head": (
        "{old} → {new}. Begrippen: {added} nieuw, {removed} verdwenen, {changed} gewijzigd. Dit vraagt een {level}.",
        "{old} → {new}. Concepts: {added} new, {removed} gone, {changed} changed. This asks for a {level}.",
    ),
    "old": ("oud", "old"),
    "new": ("nieuw", "new"),
    "or": (" of ", " or "),
    "major": ("nieuwe hoofdversie (major)", "new major version"),
    "minor": ("nieuwe tussenversie (minor)", "new minor version"),
    "patch": ("nieuwe herstelversie (patch)", "new patch version"),
}


def sentence(key: str, lang: str, **parts: object) -> str:
    """Return a sentence of the table."""
    return _SENTENCES[key][1 if lang.partition("-")[0] == "en" else 0].format(**parts)


def topic(change: Change, lang: str = "nl") -> str:
    """Return in one or two words what a change is about.

    Examples:
        >>> from sobkb.diffing.changes import Change
        >>> topic(Change("meaning", "http://a.org/x", "definition")), topic(Change("date", "http://a.org/x"), "en")
        ('definitie', 'date')
    """
    name = change.detail if change.sort in ("meaning", "wording", "classification", "editorial") else change.sort
    known = _TOPICS.get(name) or _NAMES.get(name) or (name, name)
    return known[1 if lang.partition("-")[0] == "en" else 0]


def describe(change: Change, old: KnowledgeBase, new: KnowledgeBase, lang: str = "nl") -> str:
    """Return a change in plain words.

    Args:
        change: The change.
        old: Where it was.
        new: Where it is.
        lang: "nl" or "en".
    """
    english = lang.partition("-")[0] == "en"

    def word(name: str) -> str:
        return _NAMES[name][1 if english else 0] if name in _NAMES else name

    def concepts(slugs: str, between: str = ", ") -> str:
        found = [next((base[s].label(lang) for base in (new, old) if s in base), s) for s in slugs.split(", ") if s]
        return between.join(found)

    key = _key(change)
    before, after = change.before, change.after
    if key == "rule-severity":
        before, after = word(before), word(after)
    elif key == "order":
        before, after = (_members(base, change.iri, lang) for base in (old, new))
        key = "order-of" if before and after else key
    elif change.sort == "deprecated":
        before, after = (concepts(side, sentence("or", lang)) for side in (before, after))
    elif change.sort == "relation" or change.detail == "broader":
        before, after = concepts(before), concepts(after)
    elif key == "degree":
        before, after = (", ".join(map(word, side.split(", "))) for side in (before, after))
    else:
        sides = ((before, (old, new)), (after, (new, old)))
        before, after = (f"«{_label(change.detail, side, bases, lang)}»" if side else "–" for side, bases in sides)
    return sentence(
        key,
        lang,
        name=word(change.detail),
        target=change.detail,
        phrase=_phrase(change, old, new, lang) if change.sort == "relation" else "",
        lang_tag=f" ({change.lang})" if change.lang else "",
        where=f" [{', '.join(change.sections)}]" if change.sections else "",
        before=before,
        after=after,
    )


def _key(change: Change) -> str:
    """Return which sentence tells a change."""
    sort = change.sort
    turn = "" if change.before and change.after else "+" if change.after else "-"
    key = f"text{turn}"
    if sort == "rule":
        key = f"rule-{change.detail}" if change.after else "rule-removed"
        if change.before and change.before != change.after:
            key = "rule-severity"
    elif sort in ("added", "removed"):
        key = f"{sort}-thing" if change.detail else sort
    elif sort == "deprecated":
        key = "deprecated-for" if change.after else "deprecated"
    elif sort == "restored":
        key = sort
    elif not change.before and not change.after:
        key = "order" if change.detail == "order" else "bare"
    elif sort == "match" and not change.detail.endswith("Match"):
        key = "degree"
    elif sort in ("relation", "statement", "figure", "date", "editorial", "match"):
        key = f"{sort}{turn}"
    elif change.detail in ("broader", "topConcept"):
        key = f"{change.detail}{turn}"
    elif sort == "meaning" and not turn:
        key = "meaning"
    return key


def title_of(iri: str, old: KnowledgeBase, new: KnowledgeBase, lang: str) -> str:
    """Return the name of what changed, with its short name."""
    concept = new.concept(iri) or old.concept(iri)
    if concept is not None:
        label = concept.label(lang)
        return label if label == concept.slug else f"{label} ({concept.slug})"
    for base in (new, old):
        for things in (
            base.schemes,
            base.collections,
            base.themes,
            base.sections,
            base.kinds,
            base.relation_types,
            base.sources,
        ):
            for thing in things:
                if thing.iri == iri:
                    text = pick_text(thing.labels, lang)
                    return text.text if text else iri
    return iri


def _phrase(change: Change, old: KnowledgeBase, new: KnowledgeBase, lang: str) -> str:
    related = _RELATED[1 if lang.partition("-")[0] == "en" else 0]
    for base in (new, old):
        for term in base.relation_types:
            if term.name == change.detail:
                return relation_words(term, lang, (related, related), inverse=False, plural=False)
    return change.detail


def _label(detail: str, value: str, bases: tuple[KnowledgeBase, ...], lang: str) -> str:
    """Return what a scheme, kind, region or member is called; any other value is what it is."""
    for base in bases:
        if detail in ("region", "member") and value in base:
            return base[value].label(lang)
        things: tuple[Scheme | Term, ...] = ()
        if detail in ("scheme", "kind"):
            things = base.schemes if detail == "scheme" else base.kinds
        for thing in things:
            if local_name(thing.iri) == value and (text := pick_text(thing.labels, lang)):
                return text.text
    return value


def _members(base: KnowledgeBase, iri: str, lang: str) -> str:
    """Return the members of a list in their order; nothing when they are too many to tell."""
    found = next((c.members for c in (*base.collections, *base.themes) if c.iri == iri), ())
    return ", ".join(m.label(lang) for m in found) if len(found) <= _MOST_NAMED else ""
