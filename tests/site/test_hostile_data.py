"""Somebody else's data: odd, broken or meant to harm. The site stays whole and harmless."""

from __future__ import annotations

from pathlib import Path

import pytest
from crawling import broken_links, read_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sobkb
from sobkb.errors import ExportError
from sobkb.pages import Site, build_pages
from sobkb.site.building import build_site

HOSTILE = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX sob: <https://w3id.org/sobkb/ns#>
PREFIX e: <http://example.org/>
e:scheme a skos:ConceptScheme ; skos:prefLabel "<script>alert('scheme')</script>"@en , "%%TOC%%{{ 7*7 }}"@nl .
e:a a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "</title><script>alert(1)</script>"@en ;
  skos:altLabel "\\" onmouseover=\\"alert(2)"@en ;
  skos:definition "<img src=x onerror=alert(3)> {{ 7*7 }} {% raw %}"@en ;
  skos:notation "</code><svg onload=alert(4)>" ; skos:note "line\\n\\n\\n<iframe src=javascript:alert(5)></iframe>"@en ;
  skos:related e:b ; skos:exactMatch <javascript:alert(6)> , <data:text/html,boo> , <https://example.org/%22%3E> ;
  skos:broader e:b .
<http://example.org/../../../etc/passwd> a skos:Concept ; skos:prefLabel "up and away"@en ; skos:broader e:a .
<http://example.org/x/..> a skos:Concept ; skos:prefLabel ".."@en .
<http://example.org/CON> a skos:Concept ; skos:prefLabel "same"@en .
<http://example.org/con> a skos:Concept ; skos:prefLabel "same"@en .
<urn:x> a skos:Concept ; skos:prefLabel "حديقة"@ar .
e:b a skos:Concept ; skos:prefLabel "<b>bold</b> & 'quoted'"@en , "<b>vet</b>"@nl ; skos:broader e:c .
e:c a skos:Concept ; skos:broader e:a ; skos:prefLabel ""@en .
e:nolabel a skos:Concept ; skos:inScheme e:scheme .
e:long a skos:Concept ; skos:prefLabel "LONG"@en ; skos:inScheme e:scheme .
e:col a skos:OrderedCollection ; skos:prefLabel "<script>c</script>"@en ; skos:memberList ( e:a e:b e:a ) .
<http://example.org/p?"><script>alert(9)</script>> a skos:Concept .
e:lesson a skos:Collection ; skos:prefLabel "<script>l</script> {{c1::x}}"@en ; skos:member e:t1 , e:t2 , e:t3 , e:t4 .
e:t1 a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "</label><script>t</script> anvil"@en ;
  skos:definition "<b onclick=alert(10)>Block</b> hammered upon by blacksmiths {{ 7*7 }}"@en .
e:t2 a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "\\" autofocus onfocus=alert(11) x=\\" bellows"@en ;
  skos:definition "Thing blowing air towards fire \\"><iframe src=javascript:alert(12)>"@en .
e:t3 a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "<b>chisel</b>"@en ;
  skos:definition "=cmd|' /C calc'!A0 carving letters from stone"@en .
e:t4 a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "drill ]]> ~%1"@en ;
  skos:definition "</template><object data=x>boring holes through planks"@en .
e:pair a sob:Contrast ; sob:first e:t1 ; sob:second e:t2 ; sob:dimension e:row ;
  sob:decidingQuestion "<img src=x onerror=alert(14)>?"@en .
e:row a sob:ContrastDimension ; rdfs:label "<b>row</b>"@en ; sob:firstValue "<svg onload=alert(15)>"@en ;
  sob:secondValue "\\"><script>alert(16)</script> quenched"@en .
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from data that means harm."""
    top = tmp_path_factory.mktemp("hostile")
    lines = [line for line in HOSTILE.splitlines() if "alert(9)" not in line]  # not even an IRI
    (top / "data.ttl").write_text("\n".join(lines).replace("LONG", "woord " * 60), encoding="utf-8")
    build_site(sobkb.load(top / "data.ttl"), top / "site")
    return top / "site"


def test_no_page_holds_live_markup_from_the_data(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        page = read_page(path.read_text(encoding="utf-8"))

        assert {tag for tag, _ in page.tags}.isdisjoint({"iframe", "img", "b", "object", "embed"})
        assert [a for _, attrs in page.tags for a in attrs if a.startswith("on")] == []
        assert [s for s in page.inline_scripts if "alert(" in s and not s.startswith('{"@context"')] == []


def test_a_self_test_and_cards_are_made_of_hostile_data_too(hostile: Path) -> None:
    lesson = hostile / "en" / "thema" / "lesson"
    tests = (lesson / "zelftest" / "index.html").read_text(encoding="utf-8")
    cards = (lesson / "kaartjes" / "index.html").read_text(encoding="utf-8")

    assert tests.count(" data-is-right") >= 4
    assert "&lt;/label&gt;&lt;script&gt;t&lt;/script&gt; anvil" in tests
    assert "&lt;img src=x onerror=alert(14)&gt;?" in cards
    assert "'=cmd|" in (lesson / "kaartjes" / "lesson.csv").read_text(encoding="utf-8")


def test_links_lead_to_pages_of_the_site_or_to_the_web(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        for link in read_page(path.read_text(encoding="utf-8")).links:
            assert link.partition(":")[0] in ("http", "https") or ":" not in link.partition("#")[0], link


def test_templates_do_not_run_what_the_data_says(hostile: Path) -> None:
    text = (hostile / "en" / "id" / "a" / "index.html").read_text(encoding="utf-8")

    assert "{{ 7*7 }}" in text
    assert ">49<" not in text


def test_every_tag_is_closed_and_every_id_unique(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        page = read_page(path.read_text(encoding="utf-8"))

        assert page.unclosed == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_no_link_is_broken(hostile: Path) -> None:
    assert broken_links(hostile) == []


def test_no_file_leaves_the_folder(hostile: Path) -> None:
    outside = [p for p in hostile.parent.iterdir() if p.name not in ("site", "data.ttl")]

    assert outside == []


def test_names_that_differ_in_case_only_get_pages_of_their_own(hostile: Path) -> None:
    names = [p.name for p in (hostile / "en" / "id").iterdir()]

    assert len(names) == len({n.lower() for n in names})


def test_text_from_right_to_left_is_marked(hostile: Path) -> None:
    pages = [p.read_text(encoding="utf-8") for p in (hostile / "en" / "id").glob("*/index.html")]

    assert any('lang="ar" dir="rtl"' in text for text in pages)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, mini: sobkb.KnowledgeBase) -> None:
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(ExportError):
        build_site(mini, tmp_path)

    assert [p.name for p in tmp_path.iterdir()] == ["precious.txt"]


def test_an_earlier_site_is_replaced(tmp_path: Path, mini: sobkb.KnowledgeBase) -> None:
    first = build_site(mini, tmp_path / "site")

    assert build_site(mini, tmp_path / "site") == first
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    labels=st.lists(
        st.text(
            alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r"),
            max_size=40,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_whatever_the_labels_are_pages_stay_well_formed(labels: list[str], tmp_path: Path) -> None:
    lines = ["PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"]
    for number, label in enumerate(labels):
        text = "".join(f"\\U{ord(c):08X}" for c in label)
        lines.append(
            f'<http://example.org/{number}> a skos:Concept ; skos:prefLabel "{text}"@en ; skos:altLabel "{text}"@nl ;'
            f' skos:definition "{text}"@en ; skos:related <http://example.org/{(number + 1) % len(labels)}> .'
        )
    (tmp_path / "data.ttl").write_text("\n".join(lines), encoding="utf-8")

    for page in build_pages(Site(sobkb.load(tmp_path / "data.ttl"))):
        seen = read_page(page.body)
        assert seen.unclosed == []
        assert {tag for tag, _ in seen.tags}.isdisjoint({"script", "iframe", "img"})
        assert "\n\n" not in page.body
