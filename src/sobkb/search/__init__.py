"""Finding concepts by what a reader types.

The search folds case, accents, hyphens and spaces; knows Dutch plurals, verb forms and compounds
("werk" finds "opbouwwerk"); takes words in any order, leaves out stop words, and corrects typing
errors. It looks in names of every language, the reader's first, then in definitions and notes. The
order is the same on every run, and the same in the browser (`sobkb.search.browser`).
"""

from __future__ import annotations

from sobkb.light_typing import TYPE_CHECKING, NamedTuple
from sobkb.search.query import read_query
from sobkb.search.ranking import rank
from sobkb.search.wording import explain

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept, Scheme, Section, Term
    from sobkb.search.indexing import SearchIndex
    from sobkb.search.ranking import Finding

__all__ = ["Hit", "search"]


class Hit(NamedTuple):
    """A concept that was found, and why.

    Attributes:
        concept: The concept.
        score: How well it fits; only comparable within one search.
        text: The name or text that matched.
        lang: Its language tag; empty when the data gives none.
        sort: "prefLabel", "altLabel", "hiddenLabel", "notation", "slug", "definition", "comment",
            "scopeNote" or "example".
        way: "exact", "words" (all words, in any order), "form" (plural or verb form), "prefix", "part"
            (of a compound), "typo", "beginning" (only the first letters), "text" (in running text) or
            "some" (some of the words).
    """

    concept: Concept
    score: float
    text: str
    lang: str
    sort: str
    way: str

    def why(self, lang: str = "nl") -> str:
        """Return a sentence that says why this was found.

        Args:
            lang: Language of the sentence: Dutch for "nl", otherwise English.

        Examples:
            >>> mini.search("volkstiun")[0].why()
            'Andere term «volkstuin» (Vlaams) lijkt op wat je typte.'
        """
        return explain(self.way, self.sort, self.text, self.lang, lang)

    def __repr__(self) -> str:
        return f"<Hit {self.concept.slug} {self.score:g}: {self.way} of {self.sort} {_shortened(self.text)!r}>"


def search(
    kb: KnowledgeBase,
    query: str,
    *,
    limit: int | None = 20,
    lang: str = "nl",
    kind: str | Term | None = None,
    scheme: str | Scheme | None = None,
    region: str | Concept | None = None,
    section: str | Section | None = None,
) -> tuple[Hit, ...]:
    """Return the concepts that fit a query, best first.

    Names that hold every word of the query come first, then what holds them in its texts, then what
    holds some of them; deprecated concepts come last. Who asks for a difference ("verschil tussen tuin
    en perk") finds what is named on either side. Conditions only leave hits out.

    Args:
        kb: The knowledge base to search.
        query: What the reader typed, in any language; a CURIE or IRI is searched by its last part.
        limit: The most hits wanted; None for all.
        lang: BCP 47 tag of the reader's language; names in it come first among equals.
        kind: Only concepts of this class, or of a class below it.
        scheme: Only concepts of this scheme.
        region: Only concepts of this region, as slug or label.
        section: Only concepts that this section, or a subsection, says something about.

    Returns:
        The hits; none when nothing fits.

    Raises:
        UnknownTermError: A kind, scheme or section that does not exist.
        UnknownConceptError: A region that does not exist.
        ValueError: A negative limit.

    Examples:
        >>> [hit.concept.slug for hit in search(mini, "tuinen")]
        ['tuin', 'moestuin', 'buurttuin', 'tuinier']
        >>> search(mini, "groentetuin")[0].way
        'exact'
    """
    if limit is not None and limit < 0:
        raise ValueError(f"limit must not be negative: {limit}")
    index = kb.search_index
    allowed = index.allowed(kb, kind=kind, scheme=scheme, region=region, section=section)
    found = rank(index, read_query(_last_part(query), lang), allowed=allowed, limit=limit)
    return tuple(_hit(kb, index, finding) for finding in found)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 60


def _hit(kb: KnowledgeBase, index: SearchIndex, finding: Finding) -> Hit:
    concept = kb.concept(index.iris[finding.concept])
    assert concept is not None
    entries, number = finding.entries, finding.number
    sort, tag = entries.marks[entries.mark[number]]
    text = entries.text(number, index.concept(finding.concept))
    return Hit(concept, finding.score, text, tag, sort, finding.way)


def _last_part(query: str) -> str:
    """Cut an IRI or CURIE down to its last part; the rest of it is not what the reader looks for."""
    text = query.strip()
    if "://" in text and " " not in text:
        return text.rstrip("/#").replace("#", "/").rpartition("/")[2]
    prefix, colon, name = text.partition(":")
    return name if colon and name and prefix.isalnum() and " " not in text else query
