"""What the chooser in the comparison page reads: everything said of every concept, short."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sobkb.model import Concept
from sobkb.pages.comparisons import FOLDER, NOT_COMPARED, degree_words, row_name
from sobkb.pages.page import DataFile
from sobkb.pages.sentences import SOURCE_NOTE
from sobkb.pages.views import plain, script_safe, upper_first
from sobkb.pages.writing import Site, Writer
from sobkb.phrasing import both_sides

if TYPE_CHECKING:
    from sobkb.model import Statement, Term

_SCRIPT_WORDS = ("editors", "both", "nothing", "broader", "definition", "kind", "region", "row", "caption", "same")


def comparison_files(site: Site) -> Iterator[DataFile]:
    """Make what the chooser reads, one script per language, so that it works from a disk too."""
    for lang in site.languages:
        data = json.dumps(_chooser_data(site, lang), ensure_ascii=False, separators=(",", ":"))
        yield DataFile(f"{lang}/{FOLDER}data.js", f"window.sobkbCompare={script_safe(data)};\n".encode())


def _chooser_data(site: Site, lang: str) -> dict[str, object]:
    """What is said of every concept, short: relations, concepts and sections by their number."""
    o = Writer(site, lang, f"{lang}/{FOLDER}")
    concepts = list(site.kb.concepts)
    number = {c: n for n, c in enumerate(concepts)}
    terms: dict[tuple[Term, bool], int] = {}
    places: dict[str, int] = {}
    sections: list[tuple[str, str]] = []

    def said(statement: Statement, *, inverse: bool) -> list[object]:
        term = terms.setdefault((statement.relation, inverse and not statement.relation.symmetric), len(terms))
        found = []
        for section in statement.sections:
            if section.iri not in places:
                places[section.iri] = len(sections)
                sections.append((section.locator(lang), o.href(site.at.section(lang, section))))
            found.append(places[section.iri])
        end = statement.subject if inverse else statement.object
        return [term, number[end] if isinstance(end, Concept) else plain(o, [end]), found]

    rows = []
    for inverse in (False, True):
        for term in site.kb.relation_types:
            if term.iri not in NOT_COMPARED or term.iri == SOURCE_NOTE:
                terms[term, inverse] = len(terms)
    for concept in concepts:
        outgoing, incoming = both_sides(concept)
        own = [said(s, inverse=False) for s in (*outgoing, *_own_notes(o, concept))]
        own += [said(s, inverse=True) for s in incoming if s.relation.iri not in NOT_COMPARED]
        rows.append(
            [
                concept.slug,
                o.label(concept),
                concept.kind.label(lang) if concept.kind else "",
                concept.definition(lang),
                [o.label(r) for r in concept.regions],
                own,
                [number[b] for b in concept.broader],
            ]
        )
    return {
        "terms": [upper_first(row_name(o, t, inverse=i)) for t, i in terms],
        "sections": sections,
        "concepts": rows,
        "pairs": _judgements(o, number),
        "words": {key: o.word("compare." + key) for key in _SCRIPT_WORDS},
    }


def _judgements(o: Writer, number: dict[Concept, int]) -> dict[str, list[tuple[str, str]]]:
    """What the editors say of two concepts together: the deciding question, and how far they are the same."""
    found: dict[str, list[tuple[str, str]]] = {}

    def note(first: Concept, second: Concept, words: str, text: str) -> None:
        low, high = sorted((number[first], number[second]))
        found.setdefault(f"{low}-{high}", []).append((words, text))

    for contrast in o.site.kb.contrasts:
        if contrast.questions:
            note(contrast.first, contrast.second, o.word("confused.question"), plain(o, contrast.questions))
    for pair in o.site.kb.counterparts:
        if pair.flemish and pair.dutch:
            note(pair.flemish, pair.dutch, upper_first(degree_words(o, pair)), plain(o, pair.reasons))
    return found


def _own_notes(o: Writer, concept: Concept) -> list[Statement]:
    return [
        s
        for s in concept.notes
        if not isinstance(s.object, Concept) and s.object.lang.partition("-")[0] in ("", o.lang.partition("-")[0])
    ]
