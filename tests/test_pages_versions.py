"""Pages of releases: every version of every concept at its own address, and what changed in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

import sobkb
from releasing import MINI, make_releases
from sobkb.pages import Site, SiteOptions, build_files, build_pages

G = "http://example.org/tuin/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("garden") / "releases"
    make_releases(folder)
    return Site(sobkb.load(MINI), SiteOptions(releases=str(folder), base="https://example.org/tuin/"))


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return {file.path: file.content for file in build_files(site)}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return {page.path: page.body for page in build_pages(site)}


def frozen(files: dict[str, bytes], path: str) -> str:
    return files[path].decode()


def test_every_concept_of_every_release_has_a_page_in_every_language(site: Site, files: dict[str, bytes]) -> None:
    wanted = {
        f"{lang}/v/{release.version}/{known.slug}.html"
        for lang in ("nl", "en")
        for release in site.releases
        for known in release.concepts.values()
    }

    assert len(wanted) == 2 * (9 + 9 + 8)
    assert wanted <= files.keys()


def test_a_frozen_page_says_what_the_release_said(files: dict[str, bytes]) -> None:
    then, now = frozen(files, "nl/v/1.0.0/buurttuin.html"), frozen(files, "nl/v/2.0.0/buurttuin.html")

    assert "Tuin van buren." in then
    assert "Tuin die buren delen." not in then
    assert "Tuin die buren delen." in now


def test_a_frozen_page_tells_what_became_of_the_concept(files: dict[str, bytes]) -> None:
    assert "Sindsdien gewijzigd: definitie." in frozen(files, "nl/v/1.0.0/buurttuin.html")
    assert "Sindsdien is er niets aan veranderd." in frozen(files, "nl/v/1.0.0/tuin.html")
    assert "Dit is versie 1.0.0 van 15 januari 2026" in frozen(files, "nl/v/1.0.0/tuin.html")
    assert '<a href="../../id/tuin/index.html">Read the concept as it is now</a>' in frozen(
        files, "en/v/1.0.0/tuin.html"
    )


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_the_page_of_a_concept_that_is_gone_still_answers_and_says_what_to_use(
    files: dict[str, bytes], version: str
) -> None:
    page = frozen(files, f"nl/v/{version}/vijver.html")

    assert "Dit begrip bestaat niet meer. Gebruik nu <a href=" in page
    assert '<a href="../../id/tuin/index.html">tuin</a>' in page
    assert 'content="noindex"' in page


def test_a_frozen_page_points_at_the_page_of_now(files: dict[str, bytes]) -> None:
    page = frozen(files, "en/v/1.0.0/moestuin.html")

    assert '<link rel="canonical" href="https://example.org/tuin/en/id/moestuin/">' in page
    assert '<link rel="latest-version" href="../../id/moestuin/index.html">' in page
    assert '<link rel="cite-as" href="http://example.org/tuin/v/1.0.0/id/moestuin">' in page


def test_the_links_of_a_frozen_page_stay_in_its_release(files: dict[str, bytes]) -> None:
    page = frozen(files, "nl/v/1.1.0/tuin.html")

    assert '<a href="tuinier.html" id="verzorgtDoor.tuinier">' in page
    assert "1.1, Verzorging" in page


def test_a_frozen_page_names_the_releases_that_say_the_same(files: dict[str, bytes]) -> None:
    page = frozen(files, "nl/v/1.1.0/moestuin.html")

    assert '<a href="moestuin.html" aria-current="page">1.1.0</a>, <a href="../2.0.0/moestuin.html">2.0.0</a>' in page
    assert "revisie 2" in page


def test_a_frozen_page_is_light(files: dict[str, bytes]) -> None:
    assert max(len(content) for path, content in files.items() if "/v/" in path and path.endswith(".html")) < 6000


def test_an_entry_names_its_revision_and_what_changed(pages: dict[str, str]) -> None:
    page = pages["nl/id/buurttuin/"]

    assert "2.0.0, revisie 2 <code>" in page
    assert '<a href="../../v/2.0.0/index.html#buurttuin">2.0.0</a>: definitie' in page
    link = '<a href="../../v/2.0.0/buurttuin.html">http://example.org/tuin/v/2.0.0/id/buurttuin</a>'
    assert f"Citeer deze versie: {link}" in page


def test_an_entry_that_changed_since_says_so_and_gives_no_address_that_says_something_else(tmp_path: Path) -> None:
    make_releases(tmp_path / "releases")
    text = (MINI / "mini.ttl").read_text(encoding="utf-8").replace("Tuin die buren delen.", "Tuin van een buurt.")
    text += '\ng:vijver a skos:Concept ; skos:inScheme g:kader ; skos:prefLabel "vijver"@nl .\n'
    text += '\ng:hek a skos:Concept ; skos:inScheme g:kader ; skos:prefLabel "hek"@nl .\n'
    (tmp_path / "now.ttl").write_text(text, encoding="utf-8")
    site = Site(sobkb.load(tmp_path / "now.ttl", MINI / "book.trig"), SiteOptions(releases=str(tmp_path / "releases")))
    pages = {page.path: page.body for page in build_pages(site)}

    assert "revisie 2 (sindsdien gewijzigd, nog niet uitgegeven)" in pages["nl/id/buurttuin/"]
    assert "Citeer deze versie" not in pages["nl/id/buurttuin/"]
    assert "nog in geen uitgave" in pages["nl/id/hek/"]
    assert "/v/1.1.0/vijver.html" in pages["nl/id/vijver/"]  # the last release that had it
    assert "Sinds versie 2.0.0 veranderde er iets aan 4 begrippen" in pages["nl/v/"]


def test_the_list_of_versions_says_in_words_what_each_changed(pages: dict[str, str]) -> None:
    assert "9 begrippen · eerste uitgave" in pages["nl/v/"]
    assert "8 begrippen · 1 verdwenen, 1 met een andere definitie" in pages["nl/v/"]
    assert "9 concepts · 1 deprecated, 2 changed otherwise" in pages["en/v/"]


def test_the_page_of_a_release_tells_every_change_and_links_to_what_was(pages: dict[str, str]) -> None:
    page = pages["nl/v/2.0.0/"]

    assert "«Tuin van buren.» → «Tuin die buren delen.»" in page
    assert "Garden of neighbours" not in page  # that stands on the English page
    assert '<a href="../1.1.0/vijver.html">vijver</a>' in page
    assert "sha256sum --check SHA256SUMS" in page


def test_the_files_of_a_release_are_handed_out_as_they_are(site: Site, files: dict[str, bytes]) -> None:
    for release in site.releases:
        names = [*(f.name for f in release.files.values()), "manifest.json"]
        for name in names:
            assert files[f"v/{release.version}/{name}"] == (release.folder / name).read_bytes()
        sums = files[f"v/{release.version}/SHA256SUMS"].decode().splitlines()
        assert sums == [f"{f.sha256}  {f.name}" for f in release.files.values()]


def test_the_feed_is_atom_with_an_entry_for_every_release(files: dict[str, bytes]) -> None:
    for lang in ("nl", "en"):
        feed = ET.fromstring(files[f"{lang}/wijzigingen.xml"])
        entries = feed.findall(f"{ATOM}entry")

        assert feed.tag == f"{ATOM}feed"
        for element in (feed, *entries):  # RFC 4287: what must be there
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        assert [e.findtext(f"{ATOM}updated") for e in entries] == [
            "2026-03-15T00:00:00Z",
            "2026-02-15T00:00:00Z",
            "2026-01-15T00:00:00Z",
        ]
        assert len({e.findtext(f"{ATOM}id") for e in entries}) == 3
        assert "«Tuin van buren.» → «Tuin die buren delen.»" in str(entries[0].findtext(f"{ATOM}summary"))


def test_the_catalogue_names_every_release_and_what_came_before(files: dict[str, bytes]) -> None:
    import rdflib

    graph = rdflib.Graph().parse(data=files["dcat.ttl"], format="turtle")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    editions = set(graph.objects(None, dcat.hasVersion))

    assert {str(v) for e in editions for v in graph.objects(e, dcat.version)} == {"1.0.0", "1.1.0", "2.0.0"}
    assert len(list(graph.subject_objects(dcat.previousVersion))) == 2
    for edition in editions:
        (file,) = graph.objects(edition, dcat.distribution)
        path = str(graph.value(file, dcat.downloadURL)).removeprefix("https://example.org/tuin/")
        assert int(str(graph.value(file, dcat.byteSize))) == len(files[path])


def test_there_is_no_feed_when_nobody_knows_the_address(site: Site) -> None:
    quiet = Site(site.kb, site.options._replace(base=""))

    assert not [f.path for f in build_files(quiet) if f.path.endswith(".xml")]


def test_without_releases_no_page_speaks_of_them(mini: sobkb.KnowledgeBase) -> None:
    site = Site(mini)

    assert not [page.path for page in build_pages(site) if "/v/" in page.path or "revisie" in page.body]
    assert not [f.path for f in build_files(site) if f.path.startswith("v/") or "/v/" in f.path]


def test_the_api_lists_releases_and_gives_each_concept_its_hash(site: Site, files: dict[str, bytes]) -> None:
    listed = json.loads(files["api/v1/releases.json"])
    concept = json.loads(files["api/v1/concepts/buurttuin.json"])
    for name, document in (("releases", listed), ("concept", concept)):
        Draft202012Validator(json.loads(files[f"api/v1/schema/{name}.schema.json"])).validate(document)

    assert [r["version"] for r in listed["releases"]] == ["1.0.0", "1.1.0", "2.0.0"]
    for release in listed["releases"]:
        for file in release["files"]:
            assert files[file["href"].removeprefix("../../")]
    assert concept["revision"]["hash"] == site.releases[-1].concepts[G + "buurttuin"].hash
    assert concept["revision"]["number"] == 2
    assert concept["revision"]["released"] is True
    assert [r["revision"] for r in concept["revision"]["releases"]] == [1, 1, 2]


def test_hostile_labels_in_a_release_stay_text(tmp_path: Path) -> None:
    def spoil(text: str) -> str:
        return text.replace('"tuin"@nl', '"</title><script>alert(1)</script>"@nl').replace(
            "Stuk grond dat iemand verzorgt.", "<img src=x onerror=alert(1)>"
        )

    make_releases(tmp_path / "releases", spoil)
    site = Site(sobkb.load(MINI), SiteOptions(releases=str(tmp_path / "releases"), base="https://example.org/"))

    texts = [page.body for page in build_pages(site)]
    texts += [f.content.decode() for f in build_files(site) if f.path.endswith((".html", ".xml"))]

    assert [t for t in texts if "<script>alert" in t or "<img src=x" in t] == []
