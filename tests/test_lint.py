"""Each quality criterion finds its own weak spot, in anybody's SKOS."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from sobkb.linting import CRITERIA, Criterion, lint, lint_files
from sobkb.loading import builtin_files
from sobkb.reach import strongly_connected
from sobkb.validation import Report

PREFIXES = (
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
    "PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>\n"
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    "PREFIX ex: <http://example.org/>\n"
)
SOUND = """
ex:s a skos:ConceptScheme ; skos:prefLabel "scheme"@en ; skos:hasTopConcept ex:a .
ex:a a skos:Concept ; skos:prefLabel "a"@en ; skos:definition "A."@en ; skos:inScheme ex:s ;
    skos:exactMatch <http://o.org/a> .
ex:b a skos:Concept ; skos:prefLabel "b"@en ; skos:definition "B."@en ; skos:inScheme ex:s ; skos:broader ex:a .
ex:c a skos:Concept ; skos:prefLabel "c"@en ; skos:definition "C."@en ; skos:inScheme ex:s ; skos:broader ex:b .
"""
D = 'ex:d a skos:Concept ; skos:prefLabel "d"@en ; skos:definition "D."@en ; skos:inScheme ex:s '
E = 'ex:e a skos:Concept ; skos:prefLabel "e"@en ; skos:definition "E."@en ; skos:inScheme ex:s '

FAULTS = {
    "omitted-or-invalid-language-tag": ('ex:b skos:altLabel "bb" . ex:c skos:note "c"@jp .', "b c"),
    "incomplete-language-coverage": ('ex:a skos:prefLabel "a"@nl . ex:b skos:prefLabel "b"@nl-BE .', "c"),
    "undocumented-concept": (
        'ex:d a skos:Concept ; skos:prefLabel "d"@en ; skos:broader ex:a ; skos:inScheme ex:s .',
        "d",
    ),
    "overlapping-labels": ('ex:c skos:altLabel "B"@en .', "b c"),
    "missing-label": ('ex:d a skos:Concept ; skos:definition "D."@en ; skos:broader ex:a ; skos:inScheme ex:s .', "d"),
    "unprintable-characters": ('ex:b skos:altLabel "b\\u200B"@en .', "b"),
    "empty-label": ('ex:b skos:altLabel " "@en .', "b"),
    "ambiguous-notation": ('ex:b skos:notation "1" . ex:c skos:notation "1" .', "b c"),
    "inconsistent-preferred-labels": ('ex:b skos:prefLabel "bee"@en .', "b"),
    "disjoint-labels-violation": ('ex:b skos:altLabel "b"@en .', "b"),
    "orphan-concept": (D + ".", "d"),
    "disconnected-cluster": (D + ". " + E + "; skos:broader ex:d .", "d"),
    "cyclic-hierarchy": (D + "; skos:broader ex:e . " + E + "; skos:broader ex:d ; skos:related ex:c .", "d e"),
    "reflexive-relation": ("ex:b skos:related ex:b .", "b"),
    "valueless-associative-relation": (D + "; skos:broader ex:b ; skos:related ex:c .", "d"),
    "solely-transitive-relation": (D + "; skos:broaderTransitive ex:c .", "d"),
    "unidirectional-relation": ("ex:a skos:narrower ex:b .", "c"),
    "top-concept-with-broader": ("ex:c skos:topConceptOf ex:s .", "c"),
    "hierarchical-redundancy": ("ex:c skos:broader ex:a .", "c"),
    "relation-clash": ("ex:a skos:related ex:c .", "a"),
    "mapping-clash": (
        "<http://o.org/b> skos:exactMatch <http://o.org/a> . ex:a skos:broadMatch <http://o.org/b> .",
        "a",
    ),
    "mapping-misuse": ("ex:c skos:closeMatch ex:a .", "c"),
    "undefined-skos-term": ('ex:b skos:inscheme ex:s ; skos:prefSymbol "b" .', "b"),
    "undescribed-concept": ("ex:c skos:related ex:gone .", "c"),
    "other-uri-scheme": (
        '<urn:d> a skos:Concept ; skos:prefLabel "d"@en ; skos:note "D"@en ; skos:broader ex:a .',
        "urn:d",
    ),
    "no-common-language": ("", "s"),
    "omitted-top-concepts": ("", "s"),
    "missing-out-links": ("", "s"),
}
REPLACED = {
    "no-common-language": ('skos:prefLabel "c"@en', 'skos:prefLabel "c"@fr'),
    "omitted-top-concepts": ("; skos:hasTopConcept ex:a", ""),
    "missing-out-links": (";\n    skos:exactMatch <http://o.org/a>", ""),
}
ALSO = {"no-common-language": {"incomplete-language-coverage"}}


def lint_text(folder: Path, text: str) -> Report:
    path = folder / "a.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return lint(path)


def test_sound_data_has_no_weak_spots(tmp_path: Path) -> None:
    assert lint_text(tmp_path, SOUND).rules == {}


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_a_criterion_finds_its_own_weak_spot(criterion: Criterion, tmp_path: Path) -> None:
    name = criterion.id
    added, expected = FAULTS[name]
    text = SOUND.replace(*REPLACED[name]) if name in REPLACED else SOUND

    report = lint_text(tmp_path, text + added)

    assert {f.focus.removeprefix("http://example.org/") for f in report if f.rule == name} == set(expected.split())
    assert set(report.rules) - {name} <= ALSO.get(name, set[str]())


def test_every_criterion_speaks_both_languages() -> None:
    assert len(CRITERIA) >= 25
    for criterion in CRITERIA:
        texts = (criterion.message_nl, criterion.message_en, criterion.remedy_nl, criterion.remedy_en)
        assert all(text.endswith(".") for text in texts), criterion.id
        assert len(set(texts)) == 4, criterion.id


def test_writing_one_direction_throughout_is_no_fault(tmp_path: Path) -> None:
    assert "unidirectional-relation" not in lint_text(tmp_path, SOUND).rules


def test_a_language_of_a_few_concepts_is_not_asked_of_all(tmp_path: Path) -> None:
    many = "".join(
        f'ex:{n} a skos:Concept ; skos:prefLabel "{n}"@en ; skos:note "N"@en ; skos:broader ex:a ; skos:inScheme ex:s .'
        for n in range(20)
    )

    assert lint_text(tmp_path, SOUND + many + 'ex:b skos:prefLabel "b"@la .').rules == {}


def test_a_loop_of_thousands_of_concepts_is_found(tmp_path: Path) -> None:
    size = 3000
    loop = "".join(f"ex:{n} a skos:Concept ; skos:broader ex:{(n + 1) % size} ." for n in range(size))

    assert lint_text(tmp_path, loop).rules["cyclic-hierarchy"] == size


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.sampled_from("abcdefgh"))))
def test_concepts_are_in_one_group_when_each_leads_to_the_other(links: dict[str, set[str]]) -> None:
    def reachable(start: str) -> set[str]:
        reached, waiting = {start}, [start]
        while waiting:
            fresh = links.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        return reached

    nodes = set(links).union(*links.values())
    expected = {frozenset(m for m in reachable(n) if n in reachable(m)) for n in nodes}

    assert {frozenset(group) for group in strongly_connected(links)} == expected


def test_labels_as_resources_count_as_labels(tmp_path: Path) -> None:
    text = D.replace('skos:prefLabel "d"@en', "skosxl:prefLabel ex:dl") + "; skos:broader ex:a ."

    assert lint_text(tmp_path, SOUND + text + ' ex:dl skosxl:literalForm "d"@en .').rules == {}


def test_relations_of_other_vocabularies_keep_a_concept_from_being_an_orphan(tmp_path: Path) -> None:
    assert lint_text(tmp_path, SOUND + D + "; ex:uses ex:c .").rules == {}


def test_findings_in_files_name_the_line(tmp_path: Path) -> None:
    report = lint_text(tmp_path, SOUND + "\n\n" + D + ".")

    assert [(finding.rule, finding.line) for finding in report] == [("orphan-concept", 13)]


@pytest.mark.parametrize(
    "text", ["", "ex:a a skos:Concept .", "[] a skos:Concept ; skos:broader [] .", "ex:a skos:broader 'x' ."]
)
def test_little_or_odd_data_is_no_obstacle(tmp_path: Path, text: str) -> None:
    assert lint_text(tmp_path, text + " <urn:x> a <http:/> .")


def test_files_that_cannot_be_read_are_errors(tmp_path: Path) -> None:
    with pytest.raises(sobkb.OntologyLoadError):
        lint_files([tmp_path / "none.ttl"])


def test_a_knowledge_base_and_its_files_give_the_same(kb: sobkb.KnowledgeBase) -> None:
    assert lint(kb).rules == lint_files(builtin_files()).rules


def test_the_built_in_knowledge_base_has_no_weak_spots_but_suggestions(kb: sobkb.KnowledgeBase) -> None:
    assert lint(kb).clean
