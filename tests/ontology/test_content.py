"""What the content as a whole promises; single rules are the shapes' business."""

from __future__ import annotations

from collections import Counter

import pytest

from sobkb import KnowledgeBase
from sobkb.hierarchy import find_cycles
from sobkb.text import texts_in


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_concept_has_a_term_a_definition_and_an_explanation_in_both_languages(
    kb: KnowledgeBase, lang: str
) -> None:
    missing = [
        (c.slug, sort)
        for c in kb.concepts
        for sort, texts in (
            ("term", c.pref_labels),
            ("definition", c.texts("definition")),
            ("comment", c.texts("comment")),
        )
        if len(texts_in(texts, lang)) != 1
    ]

    assert missing == []


def test_every_statement_says_where_it_stands(kb: KnowledgeBase) -> None:
    assert [s for s in kb.statements() if not s.sections] == []


def test_no_section_of_the_source_is_silent(kb: KnowledgeBase) -> None:
    spoken = {section for s in kb.statements() for section in s.sections}

    assert [s.id for s in kb.sections if not s.editorial and s not in spoken] == []


def test_only_editorial_graphs_compare(kb: KnowledgeBase) -> None:
    for statement in kb.statements():
        comparing = statement.relation.name in ("flemishSide", "dutchSide")
        assert comparing == statement.is_editorial, statement


def test_nothing_stands_alone_and_nothing_loops(kb: KnowledgeBase) -> None:
    alone = [c.slug for c in kb.concepts if not (c.relations or c.incoming or c.broader or c.narrower)]

    assert alone == []
    assert find_cycles(kb.concepts) == ()


def test_every_regional_pair_of_one_word_is_two_concepts_of_a_third(kb: KnowledgeBase) -> None:
    for name in ("opbouwwerk", "buurtwerk", "wijkaanpak"):
        regions = {region.slug for narrower in kb[name].narrower for region in narrower.regions}
        assert {"vlaanderen", "nederland"} <= regions, name


def test_the_enumerations_have_the_length_the_source_gives(kb: KnowledgeBase) -> None:
    lengths = {
        "participatievormen": 3,
        "functies-participatief-werken": 3,
        "vier-vormen-van-democratie": 4,
        "vijf-grondrechten": 5,
        "taken-samenlevingsopbouw-vlaanderen": 7,
        "taken-regionale-instituten": 8,
        "twee-kernopdrachten": 2,
        "principes-buurtwerk-vl": 5,
        "lijst-regionale-steden-stedenfonds": 11,
        "functies-opbouwwerker-nl": 5,
        "diensten-opbouwwerker-nl": 12,
        "geboden-wijkaanpak": 3,
        "logicas-impactfilosofie": 3,
        "wrr-aanbevelingen": 5,
    }

    assert {name: len(kb.collection(name).members) for name in lengths} == lengths


def test_figures_stay_what_the_source_gives(kb: KnowledgeBase) -> None:
    values = {f.concept.slug: (f.value, f.approximate) for f in kb.figures}

    assert values["figuur-300-opbouwwerkers"] == ("300", True)
    assert values["figuur-1000-opbouwwerkers"] == ("1000", True)
    assert values["figuur-800-formatieplaatsen"][0] == "800"
    assert values["figuur-negen-instituten"][0] == "9"
    assert values["figuur-gent-25"][0] == "25"
    assert values["meerjarenplan"][0] == "6"


def test_no_fund_or_act_has_a_year_the_source_does_not_give(kb: KnowledgeBase) -> None:
    for name in ("sif", "stedenfonds", "wet-maatschappelijke-ondersteuning", "kabinet-balkenende-bos", "wrr"):
        assert [d.span for d in kb[name].dates if d.span] == [], name


def test_the_gaps_and_contradictions_of_the_source_are_kept(kb: KnowledgeBase) -> None:
    issues = {c.slug for c in kb.of_kind("SourceIssue")}

    assert {
        "tekstlacune-21",
        "tekstlacune-meerjarenplan",
        "telling-regionale-instituten",
        "chronologie-armoedefondsen",
    } <= issues


def test_there_are_contrasts_counterparts_comparisons_and_matches_enough(kb: KnowledgeBase) -> None:
    assert len(kb.contrasts) >= 40
    assert all(3 <= len(c.dimensions) <= 5 for c in kb.contrasts)
    assert len(kb.counterparts) >= 20
    assert len(kb.comparisons) >= 7
    vocabularies = Counter(m.iri.split("/")[2] for c in kb.concepts for m in c.matches)
    assert sum(vocabularies.values()) >= 120
    assert len(vocabularies) >= 7


def test_every_match_has_a_label_there_a_reason_and_a_justification(kb: KnowledgeBase) -> None:
    bare = [m.iri for c in kb.concepts for m in c.matches if not (m.labels and m.reasons and m.justification)]

    assert bare == []


NOT_IN_A_THEME = {
    # eleven names on one list, of which the source says nothing else
    *("aalst", "brugge", "genk", "hasselt", "kortrijk", "leuven"),
    *("mechelen", "oostende", "roeselare", "sint-niklaas", "turnhout"),
    # about the source, not about the field
    *("broekman", "deel-nederland", "deel-vlaanderen", "hautekeur"),
    *("drie-golven", "tekstlacune-21", "tekstlacune-meerjarenplan", "telling-regionale-instituten"),
}
"""The main concepts that no theme needs."""


def test_every_main_concept_stands_in_a_theme_or_among_the_exceptions(kb: KnowledgeBase) -> None:
    assert {c.slug for c in kb.concepts if c.level == "A" and not c.themes} == NOT_IN_A_THEME


def test_the_themes_make_a_course_of_lessons_one_can_survey(kb: KnowledgeBase) -> None:
    assert kb.themes[0].slug == "wat-samenlevingsopbouw-is"
    assert [t.slug for t in kb.themes if not 8 <= len(t.members) <= 30] == []
    assert [t.slug for t in kb.themes if not t.is_editorial] == []
    assert {t.iri for t in kb.themes}.isdisjoint(c.iri for c in kb.collections)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_theme_is_introduced_in_one_or_two_sentences(kb: KnowledgeBase, lang: str) -> None:
    for theme in kb.themes:
        assert len(texts_in(theme.labels, lang)) == len(texts_in(theme.notes, lang)) == 1
        assert 1 <= theme.description(lang).count(". ") + 1 <= 2, theme


def test_what_a_concept_is_a_kind_of_comes_before_it_in_a_theme(kb: KnowledgeBase) -> None:
    """The general comes first, except where a theme closes with the whole that it has been working towards."""
    early = [
        (theme.slug, concept.slug)
        for theme in kb.themes
        for number, concept in enumerate(theme.members)
        for above in concept.broader
        if above in theme.members[number:]
    ]

    assert early == []
