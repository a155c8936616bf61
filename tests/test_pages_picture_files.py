"""Pictures as files: they show right and stay safe outside the site."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

import sobkb
from sobkb.pages import Site, SiteOptions
from sobkb.pages.entry import entry_page
from sobkb.pages.map_of_field import map_files
from sobkb.pages.ontology_reference import ontology_files
from sobkb.pages.page import DataFile
from sobkb.pages.picture_drawing import neighbourhood_files

SVG = "{http://www.w3.org/2000/svg}"
CC = "{http://creativecommons.org/ns#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def pictures_of(site: Site) -> dict[str, bytes]:
    files: list[DataFile] = [*map_files(site), *ontology_files(site), *neighbourhood_files(site)]
    return {file.path: file.content for file in files if file.path.endswith(".svg")}


@pytest.fixture(scope="module")
def pictures(kb: sobkb.KnowledgeBase) -> dict[str, bytes]:
    return pictures_of(Site(kb))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    labels = ["</title><script>alert(1)</script>", "<![CDATA[x]]>&nbsp;\"'", "a\u0001b\ufffe", "w" * 300]
    file = tmp_path_factory.mktemp("hostile") / "hostile.ttl"
    lines = ["PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"]
    for n, label in enumerate(labels):
        text = json.dumps(label)
        lines.append(
            f"<http://example.org/{n}> a skos:Concept ; skos:prefLabel {text}@nl ; skos:related <javascript:a> ."
        )
    lines.append('<javascript:a> a skos:Concept ; skos:prefLabel "onder"@nl .')
    file.write_text("\n".join(lines), encoding="utf-8")
    return pictures_of(Site(sobkb.load(file)))


def test_every_language_has_the_map_and_the_drawings_of_the_ontology(pictures: dict[str, bytes]) -> None:
    for lang in ("nl", "en"):
        assert f"{lang}/kaart/kaart.svg" in pictures
        assert f"{lang}/ontologie/soorten.svg" in pictures
        assert f"{lang}/ontologie/verbanden.svg" in pictures


def test_every_concept_with_neighbours_has_a_picture_that_leads_to_permanent_addresses(
    pictures: dict[str, bytes], kb: sobkb.KnowledgeBase
) -> None:
    root = etree.fromstring(pictures["nl/id/interactieve-democratie/interactieve-democratie.svg"])
    links = {str(a.get("href")) for a in root.iter(f"{SVG}a")}
    assert links
    assert links <= {c.iri for c in kb.concepts}
    assert kb["interactieve-democratie"].iri.removeprefix("https://") in "".join(root.itertext())


def test_the_page_links_its_picture(kb: sobkb.KnowledgeBase) -> None:
    page = entry_page(Site(kb), kb["interactieve-democratie"], "nl")
    assert '<a href="interactieve-democratie.svg" download>' in page.body
    assert ".svg" not in entry_page(Site(kb, SiteOptions(downloads=())), kb["interactieve-democratie"], "nl").body


def test_a_picture_names_and_describes_itself_and_its_licence(pictures: dict[str, bytes]) -> None:
    for content in pictures.values():
        root = etree.fromstring(content)
        assert root.findtext(f"{SVG}title")
        assert root.findtext(f"{SVG}desc")
        assert root.get("aria-labelledby") == "t d"
        licence = root.find(f".//{CC}license")
        assert licence is not None
        assert licence.get(f"{RDF}resource") == "https://creativecommons.org/licenses/by/4.0/"
        credit = root.find(f"{SVG}text[@class='credit']")
        assert credit is not None
        assert "CC BY 4.0" in "".join(str(part) for part in credit.itertext())


def test_every_class_in_a_picture_has_a_style_in_it(pictures: dict[str, bytes]) -> None:
    for path, content in pictures.items():
        root = etree.fromstring(content)
        style = root.findtext(f"{SVG}style") or ""
        used = {c for e in root.iter() if isinstance(e.tag, str) for c in (e.get("class") or "").split()}
        bare = {"hood", "field", "classes", "matrix", "kind", "ties", "n", "out"}
        assert {c for c in used - bare if not re.search(rf"\.{c}\b", style)} == set(), path


def test_a_picture_asks_for_nothing_and_runs_nothing(pictures: dict[str, bytes], hostile: dict[str, bytes]) -> None:
    for content in (*pictures.values(), *hostile.values()):
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            name = etree.QName(element).localname
            assert name not in ("script", "foreignObject", "image", "use", "iframe", "object")
            assert not any(key.lower().startswith("on") for key in element.attrib)
            for key, value in element.attrib.items():
                if key.endswith("href"):
                    assert value.startswith(("http://", "https://")), value
        assert b"@import" not in content
        assert b"url(" not in content


def test_a_picture_of_somebody_else_names_no_licence_of_ours(hostile: dict[str, bytes]) -> None:
    assert hostile
    assert not any(b"CC BY" in content or b"creativecommons.org/licenses" in content for content in hostile.values())


def test_a_site_without_downloads_has_no_pictures_as_files(mini: sobkb.KnowledgeBase) -> None:
    assert pictures_of(Site(mini, SiteOptions(downloads=()))) == {}


def test_the_names_in_a_drawing_stay_when_its_links_go(pictures: dict[str, bytes], kb: sobkb.KnowledgeBase) -> None:
    root = etree.fromstring(pictures["nl/ontologie/soorten.svg"])
    shown = {"".join(e.itertext()) for e in root.iter(f"{SVG}text")}
    assert "Democratievorm" in shown
    assert not root.findall(f".//{SVG}a")
