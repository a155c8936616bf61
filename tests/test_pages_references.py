"""References: the ontology, the rules, and how good the data is."""

from __future__ import annotations

import re

import pyoxigraph
import pytest

import sobkb
from sobkb.coverage import measure_coverage
from sobkb.namespaces import NS
from sobkb.pages import FAMILIES, Page, Site
from sobkb.pages.ontology_reference import ontology_files
from sobkb.validation.rules import load_rules

REFERENCES = ("ontology", "rules", "quality")


@pytest.fixture(scope="module")
def site(kb: sobkb.KnowledgeBase) -> Site:
    return Site(kb)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return {p.path: p for f in FAMILIES if f.name in REFERENCES for p in f.pages(site)}


def test_every_class_and_property_of_the_ontology_is_explained(site: Site, pages: dict[str, Page]) -> None:
    file = next(f for f in ontology_files(site) if f.path == "ns.ttl")
    quads = pyoxigraph.parse(file.content, format=pyoxigraph.RdfFormat.TURTLE)
    defined = {q.subject.value for q in quads if q.predicate.value.endswith("isDefinedBy")}

    body = pages["en/ontologie/"].body
    assert {iri for iri in defined if f'id="{iri.removeprefix(NS)}"' not in body} == set()


def test_use_counts_are_those_of_the_data(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    card = re.search(
        r'<section class="term" id="takesAgendaFrom">.*?</section>', pages["en/ontologie/"].body, re.DOTALL
    )
    assert card

    assert f"<dd>{len(kb.statements(relation='takesAgendaFrom'))} statements" in card[0]


def test_anchors_of_the_ontology_are_unique(pages: dict[str, Page]) -> None:
    ids = re.findall(r' id="([^"]+)"', pages["nl/ontologie/"].body)

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_rule_stands_on_its_page_with_what_to_do(lang: str, pages: dict[str, Page]) -> None:
    body = pages[f"{lang}/regels/"].body

    for rule in load_rules():
        assert f'id="{rule.id}"' in body
        assert re.sub(r"[<>&'\"].*", "", rule.remedies[lang]) in body


def test_quality_is_what_the_library_measures(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    body = pages["en/kwaliteit/"].body
    total = measure_coverage(kb).total

    assert f"{total.bilingual.number} of {total.bilingual.total}" in body
    found = kb.validate().counts
    shown = dict(re.findall(r"<dt>(Errors|Warnings)</dt><dd>(\d+)", body))
    assert shown == {"Errors": str(found["violation"]), "Warnings": str(found["warning"])}


def test_findings_name_the_rule_and_lead_to_it(pages: dict[str, Page]) -> None:
    rules = set(re.findall(r'href="\.\./regels/index\.html#([^"]+)"', pages["nl/kwaliteit/"].body))

    assert all(f'id="{rule}"' in pages["nl/regels/"].body for rule in rules)


def test_rules_of_ours_stay_away_from_somebody_elses_site(mini: sobkb.KnowledgeBase) -> None:
    site = Site(mini)
    shown = [f.name for f in FAMILIES if f.name in REFERENCES and f.shown(site)]

    assert shown == ["ontology"]
    assert {f.path for f in ontology_files(site) if not f.path.endswith(".svg")} == set()
    for family in FAMILIES:
        if family.name in shown:
            assert len(list(family.pages(site))) == len(site.languages)
