"""Each rule finds its own fault and no other, and both engines agree."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sobkb.canonical import format_file
from sobkb.dates import parse_date
from sobkb.errors import DateError, SobkbError
from sobkb.loading import iter_quads, ontology_dir
from sobkb.namespaces import NS, RDF, SKOS
from sobkb.querying import open_quads
from sobkb.validation import Report, Rule, load_rules, validate_files
from sobkb.validation.engines import Hit, run_rules
from sobkb.validation.rules import rules_by_id, shape_files

SHAPES = Path(__file__).parent / "shapes"
FOLDERS = sorted(SHAPES.iterdir())
INVALID = [file for folder in FOLDERS for file in folder.glob("invalid*")]
VALID = [file for folder in FOLDERS for file in folder.glob("valid*")]
THOROUGH = bool(os.environ.get("SOBKB_THOROUGH"))
RULES = load_rules()
IN_ONE_GRAPH = [file for file in INVALID if not rules_by_id()[file.parent.name].dataset]


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def announced(file: Path) -> set[tuple[str, str, str]]:
    """Read what the header of a fixture says will be found."""
    lines = re.findall(r"^# Finding: (\S+) (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {(file.parent.name, focus, "" if path == "-" else path) for focus, path in lines}


def found(report: Report) -> set[tuple[str, str, str]]:
    return {(finding.rule, finding.focus, finding.path) for finding in report}


@pytest.mark.parametrize("file", INVALID, ids=name)
def test_an_invalid_fixture_breaks_exactly_its_rule(file: Path) -> None:
    report = validate_files([file], alone=True)

    assert announced(file) == found(report)
    assert {finding.severity for finding in report} == {rules_by_id()[file.parent.name].severity}


@pytest.mark.parametrize("file", VALID, ids=name)
def test_a_valid_twin_breaks_no_rule(file: Path) -> None:
    assert set() == found(validate_files([file], alone=True))


def test_every_rule_has_a_fixture_that_breaks_it_and_a_valid_twin() -> None:
    assert [rule.id for rule in RULES] == sorted({file.parent.name for file in INVALID})
    assert [rule.id for rule in RULES] == sorted({file.parent.name for file in VALID})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_in_both_languages_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"SKB-[1-4]\d\d", rule.id)
    assert rule.severity in ("violation", "warning", "info")
    for texts in (rule.labels, rule.messages, rule.remedies):
        assert set(texts) == {"nl", "en"}
        assert all(texts.values())
    assert all(text.endswith(".") for text in (*rule.messages.values(), *rule.remedies.values()))
    assert rule.dataset or rule.targets


@pytest.mark.parametrize("file", IN_ONE_GRAPH, ids=name)
def test_pyshacl_finds_the_same_with_the_rule_of_the_fixture(file: Path) -> None:
    """All rules at once on every fixture take minutes in pySHACL; see the next test."""
    import rdflib

    from sobkb.validation.shacl import run_shacl, shapes_graph

    rule = rules_by_id()[file.parent.name]
    quads = list(iter_quads(file))
    own = rdflib.Graph()
    for start in (rdflib.URIRef(rule.iri), rdflib.URIRef("https://w3id.org/sobkb/shapes")):
        own += shapes_graph().cbd(start)

    results = run_shacl(quads, own)

    fast = run_rules(open_quads(quads), rules=[rule])
    assert {(hit.focus, hit.path) for hit in fast} == {(result.focus, result.path) for result in results}


@pytest.mark.parametrize("file", (INVALID + VALID) if THOROUGH else INVALID[::32], ids=name)
def test_pyshacl_finds_the_same_with_all_rules(file: Path) -> None:
    """A sample; set SOBKB_THOROUGH=1 to compare every fixture (some minutes)."""
    store = open_quads(iter_quads(file))

    assert run_rules(store) == run_rules(store, "pyshacl")


def test_pyshacl_finds_the_same_in_the_mini_vocabulary() -> None:
    folder = Path(__file__).parent / "data" / "mini"
    store = open_quads(quad for file in sorted(folder.iterdir()) for quad in iter_quads(file))

    assert run_rules(store) == run_rules(store, "pyshacl")


def test_pyshacl_finds_the_same_in_odd_data() -> None:
    """Blank nodes have no name to compare."""
    folder = Path(__file__).parent / "data" / "odd"
    store = open_quads(quad for file in sorted(folder.iterdir()) for quad in iter_quads(file))

    def named(hits: set[Hit]) -> set[Hit]:
        return {Hit(*(field.partition("_:")[0] for field in hit)) for hit in hits}

    assert named(run_rules(store)) == named(run_rules(store, "pyshacl"))


def test_an_unknown_engine_is_refused_by_name() -> None:
    with pytest.raises(SobkbError, match="no engine 'jena'"):
        validate_files([INVALID[0]], engine="jena")


def test_the_shapes_are_valid_shacl() -> None:
    """The shapes conform to the shapes for shapes of the SHACL specification."""
    import pyshacl
    import rdflib

    from sobkb.validation.shacl import shapes_graph

    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes_graph(), meta_shacl=True)

    assert conforms, text


@pytest.mark.parametrize("file", shape_files(), ids=lambda file: file.name)
def test_the_shapes_stand_in_canonical_form(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == format_file(file)


@pytest.mark.parametrize("file", INVALID + VALID, ids=name)
def test_the_fixtures_stand_in_canonical_form(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == format_file(file)


@pytest.mark.parametrize("vocabulary", ["skos", "dcterms", "owl"])
def test_the_rule_on_unknown_terms_knows_the_whole_vocabulary(vocabulary: str) -> None:
    from rdflib import namespace

    defined = getattr(namespace, vocabulary.upper())
    known = set(re.findall(rf"\b{vocabulary}:(\w+)", rules_by_id()["SKB-116"].select))

    assert {
        str(term).removeprefix(str(defined)) for term in dir(defined) if str(term).startswith(str(defined))
    } <= known


def test_the_table_of_schemes_knows_every_class_of_concepts() -> None:
    below: dict[str, set[str]] = {}
    for quad in iter_quads(ontology_dir() / "sobkb.ttl"):
        if quad.predicate.value.endswith("#subClassOf"):
            below.setdefault(getattr(quad.object, "value", ""), set()).add(getattr(quad.subject, "value", ""))
    classes: set[str] = set()
    waiting = [SKOS + "Concept"]
    while waiting:
        fresh = below.get(waiting.pop(), set()) - classes
        classes |= fresh
        waiting += fresh
    listed = set(re.findall(r"sob:(\w+)", rules_by_id()["SKB-202"].select))

    assert {iri.removeprefix(NS) for iri in classes if iri.startswith(NS)} == listed


DATES = st.one_of(
    st.from_regex(r"1999-(0\d|1[0-3])-([0-3]\d)", fullmatch=True),
    st.from_regex(r"(19|20)\d\d(-\d\d(-\d\d)?)?[~?%]?", fullmatch=True),
    st.from_regex(r"(\d{3}X|\d\dXX|\.\.)?/?(\d{4}|\d{3}X|\.\.)?[~?%]?", fullmatch=True),
    st.text("0189X~?%/.-", max_size=12),
)


@given(DATES)
def test_the_rules_on_dates_agree_with_the_reader_of_dates(text: str) -> None:
    """Only which years are leap years is left to the reader."""
    if "-02-29" in text:
        return
    from pyoxigraph import Literal, NamedNode, Quad

    triple = Quad(NamedNode("http://example.org/a"), NamedNode(NS + "date"), Literal(text))
    hits = run_rules(open_quads([triple]), rules=[rules_by_id()["SKB-228"], rules_by_id()["SKB-229"]])
    try:
        parse_date(text)
    except DateError:
        assert hits
    else:
        assert not hits


@settings(max_examples=25)
@given(st.text(max_size=20))
def test_no_text_makes_the_rules_fail(text: str) -> None:
    from pyoxigraph import Literal, NamedNode, Quad

    concept = NamedNode("https://w3id.org/sobkb/id/a")
    quads = [Quad(concept, NamedNode(RDF + "type"), NamedNode(SKOS + "Concept"))]
    quads += [
        Quad(concept, NamedNode(SKOS + p), Literal(text, language="nl"))
        for p in ("prefLabel", "definition", "scopeNote")
    ]

    assert {"SKB-301"} <= {hit.rule for hit in run_rules(open_quads(quads))}
