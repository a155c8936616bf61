"""Which region a concept belongs to, where the editors say that the regions differ."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.model import Concept, Section
from sobkb.teaching.chance import short_name
from sobkb.teaching.distractors import speaks
from sobkb.teaching.judging import Judge, defined
from sobkb.teaching.masking import begin_alike, leaks
from sobkb.teaching.values import Choice, Question, Topic
from sobkb.teaching.words import named, say

_MOST = 4
"""With more regions than this, choosing one is no longer a question of two sides."""


def region_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask for the region of concepts that have one and something like them in another, in a topic about both."""
    regions = [r for r in judge.regions() if speaks(r, lang)]
    if not 2 <= len(regions) <= _MOST:
        return
    if len({r for c in topic.concepts for r in c.regions}) < 2:
        return  # the topic itself tells the answer
    for concept in topic.concepts:
        if len(concept.regions) != 1 or concept.is_deprecated or not speaks(concept, lang):
            continue
        home = concept.regions[0]
        if home not in regions or not _has_like(concept) or _elsewhere(concept, home, regions):
            continue
        label = concept.label(lang)
        if any(leaks(label, r.label(lang)) or begin_alike(r.label(lang), label) for r in regions):
            continue
        yield Question(
            short_name("region", concept.iri),
            "region",
            say(lang, "region.ask", term=named(lang, concept)),
            "",
            tuple(Choice(r.label(lang), r, is_right=r == home) for r in sorted(regions, key=lambda r: r.iri)),
            say(
                lang,
                "region.because",
                term=named(lang, concept),
                region=home.label(lang),
                definition=defined(concept, lang),
            ).strip(),
            _evidence(concept, home),
            concept.iri,
            lang,
        )


def _has_like(concept: Concept) -> bool:
    """Tell whether something in another region may be taken for it: else the question is idle."""
    others = [c.other(concept) for c in concept.contrasts]
    partly = [side for p in concept.counterparts if p.degree != "same" for side in (p.flemish, p.dutch) if side]
    return any(o.regions and o.regions != concept.regions for o in (*others, *partly))


def _elsewhere(concept: Concept, home: Concept, regions: list[Concept]) -> bool:
    """Tell whether something ties it to another region too."""
    if any(p.degree == "same" for p in concept.counterparts):
        return True
    ends = {s.object for s in concept.relations} | {s.subject for s in concept.incoming}
    return any(r in ends for r in regions if r != home)


def _evidence(concept: Concept, home: Concept) -> tuple[Section, ...]:
    said = [p for s in concept.relations if s.object == home for p in s.sections]
    return tuple(dict.fromkeys(said)) or concept.sources or concept.sections
