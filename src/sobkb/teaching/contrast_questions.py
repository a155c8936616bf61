"""Which of two that are easily confused: by what the editors say separates them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sobkb.model import Concept, Contrast, Section
from sobkb.search.folding import fold
from sobkb.teaching.chance import draw, short_name, shuffled
from sobkb.teaching.distractors import speaks
from sobkb.teaching.judging import Judge
from sobkb.teaching.masking import begin_alike, leaks, telling_words
from sobkb.teaching.values import Choice, Question, Topic
from sobkb.teaching.words import capital, named, say
from sobkb.text import LangText, texts_in

_ABOUT_THE_SOURCE = re.compile(
    r"^(geen|onbekend|none|unknown|no)\b|\b(bron|source|genoemd|vermeld|opgesomd|datum|named|mentioned|listed|date)\b|\d\.\d",
    re.IGNORECASE,
)
"""What tells of the text where a concept stands, or that something is not told, tells nothing of the concept."""
_ABOUT_THE_OTHER = re.compile(r"\b(ander|other)", re.IGNORECASE)
"""A point about how one stands to the other cannot be understood without knowing which is meant."""
_ROWS = 2
"""Points of comparison that are shown at most."""


def contrast_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask to which of two concepts some points belong, once for every contrast of the topic's concepts."""
    inside = set(topic.concepts)
    found = {c.iri: c for concept in topic.concepts for c in concept.contrasts}
    for iri, contrast in sorted(found.items()):
        sides = (contrast.first, contrast.second)
        if contrast.first == contrast.second or not all(speaks(s, lang) and not s.is_deprecated for s in sides):
            continue
        if fold(sides[0].label(lang)) == fold(sides[1].label(lang)):
            continue
        own = [s for s in sides if s in inside]
        right = own[draw(topic.seed, iri) % len(own)]
        rows = telling_rows(contrast, lang)[:_ROWS]
        if not rows:
            continue
        yield _question(judge, topic, contrast, right, rows, lang)


def telling_rows(contrast: Contrast, lang: str) -> list[tuple[str, str, str]]:
    """Return the points that tell the sides apart without naming them, each with what holds for either side."""
    names = contrast.first.label(lang), contrast.second.label(lang)
    rows = []
    for dimension in contrast.dimensions:
        label, first, second = (text_in(t, lang) for t in dimension)
        if _ABOUT_THE_OTHER.search(label) or any(_ABOUT_THE_SOURCE.search(text) for text in (first, second)):
            continue
        words = [telling_words(first), telling_words(second)]
        if not (label and first and second) or fold(first) == fold(second):
            continue
        if min(map(len, words)) and (words[0] <= words[1] or words[1] <= words[0]):
            continue  # what holds for one holds for the other too
        if any(leaks(text, name) or begin_alike(text, name) for text in (first, second) for name in names):
            continue
        rows.append((label, first, second))
    return rows


def _question(
    judge: Judge, topic: Topic, contrast: Contrast, right: Concept, rows: list[tuple[str, str, str]], lang: str
) -> Question:
    at = 1 if right == contrast.first else 2
    other = contrast.other(right)
    own = "; ".join(f"{row[0]}: {row[at]}" for row in rows)
    others = "; ".join(f"{row[0]}: {row[3 - at]}" for row in rows)
    parts = [
        say(
            lang,
            "contrast.because",
            right=named(lang, right),
            own=own,
            other=named(lang, other),
            others=others,
        )
    ]
    if question := text_in(contrast.questions, lang):
        parts.append(say(lang, "contrast.decides", question=question))
    return Question(
        short_name("contrast", contrast.iri),
        "contrast",
        say(
            lang,
            "contrast.ask",
            first=named(lang, contrast.first),
            second=named(lang, contrast.second),
        ),
        "\n".join(f"{capital(row[0])}: {row[at]}" for row in rows),
        tuple(
            shuffled(
                topic.seed,
                [Choice(s.label(lang), s, is_right=s == right) for s in (contrast.first, contrast.second)],
                lambda c: c.concept.iri,
            )
        ),
        "\n".join(parts),
        evidence_of(judge, contrast),
        contrast.iri,
        lang,
    )


def evidence_of(judge: Judge, contrast: Contrast) -> tuple[Section, ...]:
    """Return the sections both definitions rest on, and the editorial graph that holds the contrast."""
    graphs = [r["graph"] for r in judge.kb.record["contrasts"] if r["iri"] == contrast.iri and r["graph"]]
    found = (*contrast.first.sources, *contrast.second.sources, *map(judge.kb.section_of, graphs))
    return tuple(dict.fromkeys(found))


def text_in(texts: tuple[LangText, ...], lang: str) -> str:
    """Return the first text in a language; empty when there is none."""
    found = texts_in(texts, lang)
    return found[0].text.strip() if found else ""
