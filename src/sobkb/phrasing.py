"""Which statements make one sentence, and the words that join their ends.

What stands here knows no language of its own and no markup, so that pages, hand-outs and the
terminal say the same. The words come from the ontology; nothing here knows what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.model import Concept, Section, Statement, Term
from sobkb.namespaces import SKOS
from sobkb.text import LangText

RELATED = SKOS + "related"

Ends = list[tuple[tuple[Section, ...], list[Concept]]]
"""The other ends of one relation, by where it is said."""


def reads_both_ways(term: Term) -> bool:
    """Tell whether there are words to read a relation from object to subject.

    Examples:
        >>> reads_both_ways(kb.relation("aimsAt"))
        True
    """
    inverse = any(role.startswith("inverse") for role, _ in term.phrases)
    return term.symmetric or inverse or term.iri == RELATED


def relation_words(term: Term, lang: str, related: tuple[str, str], *, inverse: bool, plural: bool) -> str:
    """Return the words between subject and object, also for a relation the data does not put into words.

    Args:
        term: The relation.
        lang: Language of the sentence.
        related: Words for SKOS's own relation, which no ontology defines: for one subject and for several.
        inverse: True to read it from object to subject.
        plural: True when the subject of the sentence is plural.
    """
    if term.iri == RELATED and not term.phrases:
        return related[plural]
    if not term.phrases and not term.labels:
        name = term.name
        return "".join(" " + c.lower() if c.isupper() and n else c for n, c in enumerate(name)).replace("_", " ")
    return term.phrase(lang, inverse=inverse, plural=plural)


def article_after(phrase: str, concept: Concept, lang: str) -> str:
    """Return the article a concept takes as object: none after a colon, where names are listed."""
    return "" if phrase.endswith(":") else concept.article(lang)


def both_sides(concept: Concept) -> tuple[list[Statement], list[Statement]]:
    """Divide what is said about a concept: what it is the subject of, and what only others are.

    A symmetric relation holds for both ends, so whoever is named second is its subject too.
    """
    own = list(concept.relations)
    known = {(s.relation, s.object) for s in own}
    others = []
    for statement in concept.incoming:
        if not statement.relation.symmetric:
            others.append(statement)
        elif (statement.relation, statement.subject) not in known:
            own.append(statement._replace(subject=concept, object=statement.subject))
    return sorted(own, key=lambda s: s.relation.order), others


def group_ends(found: Iterable[tuple[Term, tuple[Section, ...], Concept | LangText]]) -> list[tuple[Term, Ends]]:
    """Group the other ends of statements by relation and, within that, by where it is said, in reading order.

    Args:
        found: Relation, places and other end of every statement; ends that are text are left out.
    """
    terms: dict[Term, dict[tuple[Section, ...], list[Concept]]] = {}
    for term, places, end in found:
        if isinstance(end, Concept):
            terms.setdefault(term, {}).setdefault(places, []).append(end)
    return [
        (term, sorted(groups.items(), key=lambda g: [(s.editorial, s.order, s.iri) for s in g[0]]))
        for term, groups in terms.items()
    ]
