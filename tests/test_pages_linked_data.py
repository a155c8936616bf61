"""Descriptions for machines: DCAT, VoID, schema.org, links in the head, llms.txt."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from sobkb.namespaces import BASE, DCAT, VOID
from sobkb.pages import FAMILIES, Site, SiteOptions
from sobkb.pages.downloads import downloads_of
from sobkb.pages.entry import entry_page
from sobkb.pages.home import home_pages
from sobkb.pages.linked_data import linked_data_files
from sobkb.pages.listings import scheme_pages
from sobkb.pages.twins import twin_files, twin_of

OPTIONS = SiteOptions(name="tuin", base="https://example.org/tuin/", downloads=("turtle", "jsonld"))


@pytest.fixture(scope="module")
def garden(mini: sobkb.KnowledgeBase) -> Site:
    return Site(mini, OPTIONS)


@pytest.fixture(scope="module")
def files(garden: Site) -> dict[str, str]:
    return {f.path: f.content.decode() for f in linked_data_files(garden)}


def values(text: str, predicate: str) -> set[str]:
    quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    return {q.object.value for q in quads if q.predicate.value == predicate}


def test_the_catalogue_names_every_download_with_its_checksum(garden: Site, files: dict[str, str]) -> None:
    found = values(files["dcat.ttl"], DCAT + "downloadURL")

    assert found == {OPTIONS.base + d.path for d in downloads_of(garden)}
    assert values(files["dcat.ttl"], "http://spdx.org/rdf/terms#checksumValue") == {
        d.sha256 for d in downloads_of(garden)
    }


def test_the_catalogue_has_what_dcat_ap_demands(files: dict[str, str]) -> None:
    shape = """PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
    ASK { ?c a dcat:Catalog ; dct:title ?t ; dct:description ?d ; dcat:dataset ?s .
          ?s a dcat:Dataset ; dct:title ?st ; dct:description ?sd ; dct:language ?l ; dcat:distribution ?x .
          ?x a dcat:Distribution ; dcat:accessURL ?a ; dct:format ?f ; dcat:mediaType ?m ; dcat:byteSize ?b }"""
    store = pyoxigraph.Store()
    store.load(files["dcat.ttl"].encode(), format=pyoxigraph.RdfFormat.TURTLE)

    assert bool(store.query(shape))


def test_void_counts_what_is_there(mini: sobkb.KnowledgeBase, files: dict[str, str]) -> None:
    text = files[".well-known/void"]

    assert files["void.ttl"] == text
    assert str(len(mini)) in values(text, VOID + "entities")
    assert values(text, VOID + "triples") >= {
        str(len({(q.subject, q.predicate, q.object) for q in mini.store.quads()}))
    }
    assert "http://www.w3.org/2004/02/skos/core#closeMatch" in values(text, VOID + "linkPredicate")


def test_nothing_is_described_when_nobody_knows_the_address(mini: sobkb.KnowledgeBase) -> None:
    found = {f.path for f in linked_data_files(Site(mini, SiteOptions(downloads=())))}

    assert not {"dcat.ttl", ".well-known/void"} & found
    assert "llms.txt" in found


def test_the_home_page_describes_the_whole_for_search_engines(garden: Site) -> None:
    head = next(iter(home_pages(garden))).head
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', head)
    assert found
    data = json.loads(found[1])

    assert data["@type"] == ["Dataset", "DefinedTermSet"]
    assert [d["contentUrl"] for d in data["distribution"]] == [OPTIONS.base + d.path for d in downloads_of(garden)]


def test_our_own_dataset_has_its_permanent_name_and_licence(kb: sobkb.KnowledgeBase) -> None:
    head = next(iter(home_pages(Site(kb, SiteOptions(downloads=()))))).head

    assert f'<link rel="cite-as" href="{BASE}dataset">' in head
    assert '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">' in head


def test_llms_txt_says_what_every_concept_is_in_every_language(
    mini: sobkb.KnowledgeBase, files: dict[str, str]
) -> None:
    assert files["llms.txt"].startswith("# ")
    for lang in ("nl", "en"):
        text = files[f"llms-{lang}.txt"]
        assert all(c.is_deprecated or f"<{c.iri}>" in text for c in mini.concepts)
    assert "- groeit in moestuin (1" in files["llms-nl.txt"]


def test_titles_that_look_like_markup_stay_inside_their_script(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("h") / "h.ttl"
    path.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX dct: <http://purl.org/dc/terms/>\n"
        '<http://e.org/s> a skos:ConceptScheme ; dct:title "</script><script>alert(1)"@en .\n'
        '<http://e.org/a> a skos:Concept ; skos:inScheme <http://e.org/s> ; skos:prefLabel "a"@en .\n',
        encoding="utf-8",
    )
    site = Site(sobkb.load(path), SiteOptions(base="https://example.org/", downloads=("turtle",)))

    assert "<script>alert" not in next(iter(home_pages(site))).head


def test_no_two_families_make_the_same_file(mini: sobkb.KnowledgeBase) -> None:
    site = Site(mini, SiteOptions(downloads=("turtle",)))
    paths = [f.path for family in FAMILIES if family.shown(site) for f in family.files(site)]

    assert len(paths) == len(set(paths))


def test_a_scheme_names_its_terms_for_search_engines(mini: sobkb.KnowledgeBase) -> None:
    page = next(p for p in scheme_pages(Site(mini)) if p.path == "en/kader/kader/")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.head)
    assert found
    data = json.loads(found[1])

    assert data["@type"] == "DefinedTermSet"
    assert {t["@id"] for t in data["hasDefinedTerm"]} == {c.iri for c in mini.find(scheme="kader")}


def test_every_entry_has_a_twin_in_markdown_that_llms_txt_names(garden: Site, mini: sobkb.KnowledgeBase) -> None:
    twins = {f.path: f.content.decode() for f in twin_files(garden)}
    page = entry_page(garden, mini["tomaat"], "nl")
    llms = next(f.content.decode() for f in linked_data_files(garden) if f.path == "llms.txt")

    assert set(twins) == {f"{lang}/id/{slug}/index.html.md" for slug in mini for lang in ("nl", "en")}
    assert "- groeit in moestuin (1" in twins["nl/id/tomaat/index.html.md"]
    assert '<link rel="alternate" type="text/markdown" href="index.html.md">' in page.head
    assert set(re.findall(r"\(https://example.org/tuin/([^)]+\.md)\)", llms)) < set(twins)


@given(label=st.text(st.sampled_from("a[]()<>*_`#|\\\n -!&"), min_size=1).filter(str.strip))
def test_no_label_becomes_markup_in_a_twin(mini: sobkb.KnowledgeBase, label: str) -> None:
    record: Any = deepcopy(mini.record)
    iri = next(iter(record["concepts"]))
    record["concepts"][iri]["pref"] = [[label, "nl"]]
    kb = sobkb.KnowledgeBase(record)
    title = twin_of(Site(kb, OPTIONS), kb[iri], "nl").partition("\n")[0]

    assert re.sub(r"\\(.)", r"\1", title) == "# " + " ".join(label.split())
    assert not re.search(r"[\[\]<>*_`|]", re.sub(r"\\.", "", title))


def test_pages_that_another_generator_goes_over_have_no_twins(mini: sobkb.KnowledgeBase) -> None:
    site = Site(mini, OPTIONS._replace(finished=False))

    assert list(twin_files(site)) == []
    assert "text/markdown" not in entry_page(site, mini["tomaat"], "nl").head
