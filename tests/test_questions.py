"""Competency questions: reading their files, and answering them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sobkb.errors import OntologyLoadError, UnknownConceptError, UnknownTermError
from sobkb.knowledge_base import KnowledgeBase
from sobkb.questions import Parameter, Question, parse_question, question, questions, short_rows

TEXT = """\
# id: CQ-900
# question@nl: Wat groeit in de moestuin?
# question@en: What grows in the kitchen garden?
# section: 1
# section: 1.1
# param plaats: moestuin
# expected: <http://example.org/tuin/tomaat> | tomaat
# expected: x | |

PREFIX g: <http://example.org/tuin/>
SELECT ?wat ?naam { ?wat g:groeitIn ?plaats ; skos:prefLabel ?naam FILTER(lang(?naam) = "nl") }
"""


def test_a_question_is_read_with_all_its_parts() -> None:
    read = parse_question(TEXT)

    assert read.id == "cq-900"
    assert read.text("nl") == "Wat groeit in de moestuin?"
    assert read.text("en") == "What grows in the kitchen garden?"
    assert read.sections == ("1", "1.1")
    assert read.parameters == (Parameter("plaats", "moestuin"),)
    assert read.expected == (("<http://example.org/tuin/tomaat>", "tomaat"), ("x", "", ""))
    assert read.query.startswith("PREFIX g:")


def test_comments_after_the_header_belong_to_the_query() -> None:
    read = parse_question("# id: cq-901\nASK {\n# section: no\n}")

    assert read.sections == ()
    assert "# section: no" in read.query


def test_a_question_without_an_id_is_refused() -> None:
    with pytest.raises(OntologyLoadError) as caught:
        parse_question("SELECT * {}", "a.rq")

    assert (caught.value.path, caught.value.line) == ("a.rq", 1)


def test_a_question_is_answered_with_its_default_and_with_what_is_given(mini: KnowledgeBase) -> None:
    read = parse_question(TEXT)

    assert short_rows(read.run(mini)) == (("http://example.org/tuin/tomaat", "tomaat"),)
    assert short_rows(read.run(mini, plaats="kitchen garden")) == short_rows(read.run(mini))
    assert short_rows(read.run(mini, plaats="tuin")) == ()


def test_an_unknown_parameter_is_answered_with_those_there_are(mini: KnowledgeBase) -> None:
    with pytest.raises(UnknownTermError) as caught:
        parse_question(TEXT).run(mini, kleur="rood")

    assert caught.value.suggestions == ("plaats",)


def test_a_name_that_nothing_answers_to_is_not_answered_with_nothing(mini: KnowledgeBase) -> None:
    item = parse_question("# id: cq-900\n# param plant: tomaat\nASK { ?plant ?p ?o }")
    words = parse_question("# id: cq-901\n# param word: tuinen\nASK { ?s ?p ?word }")

    with pytest.raises(UnknownConceptError) as caught:
        item.run(mini, plant="tomaatt")
    assert "tomaat" in caught.value.suggestions
    assert item.run(mini, plant="http://example.org/elsewhere").boolean is False
    assert words.run(mini, word="nergens").boolean is False


def test_a_section_that_does_not_exist_is_said_so(mini: KnowledgeBase) -> None:
    item = parse_question("# id: cq-900\n# param place: 1.1\nASK { GRAPH ?place { ?s ?p ?o } }")

    assert item.run(mini).boolean is True
    with pytest.raises(UnknownTermError, match="section"):
        item.run(mini, place="1.9.9")


def test_a_parameter_without_default_must_be_given(mini: KnowledgeBase) -> None:
    needy = Question("cq-902", (), "SELECT * { ?x ?p ?o }", parameters=(Parameter("x"),))

    with pytest.raises(UnknownTermError):
        needy.run(mini)


def test_a_folder_with_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cq-900-a.rq").write_text(TEXT)
    (tmp_path / "cq-900-b.rq").write_text(TEXT)

    with pytest.raises(OntologyLoadError, match=r"cq-900-b\.rq:1"):
        questions(tmp_path)


def test_questions_are_found_by_id_and_by_number() -> None:
    assert question("cq-003") is question("3")
    assert question("CQ-003").id == "cq-003"
    with pytest.raises(UnknownTermError) as caught:
        question("cq-9003")
    assert "cq-003" in caught.value.suggestions or caught.value.suggestions


@pytest.mark.parametrize("item", questions(), ids=lambda q: q.id)
def test_the_knowledge_base_gives_the_expected_answer(kb: KnowledgeBase, item: Question) -> None:
    assert item.expected, "a question without an expected answer proves nothing"
    assert set(short_rows(item.run(kb))) == set(item.expected)


@pytest.mark.parametrize("item", questions(), ids=lambda q: q.id)
def test_a_question_is_asked_in_both_languages_about_sections_that_exist(kb: KnowledgeBase, item: Question) -> None:
    assert {t.lang for t in item.texts} == {"nl", "en"}
    for name in item.sections:
        assert kb.section(name)
