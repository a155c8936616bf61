"""Formats other than RDF: what they hold, and that no label can break or abuse them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import stat
import subprocess
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import sobkb
from sobkb.exports import FORMATS, find_format, save, write
from sobkb.exports.drawing import neighbourhood_svg
from sobkb.exports.escaping import dot_string, mermaid_string, spreadsheet_cell, web_address, xml_text
from sobkb.exports.plain import concept_json, schema
from sobkb.exports.tables import CONCEPT_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
hostile = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'`\\\n\r\t<>&#;|[](){}=+-@,\x00\x85\u2028"),
    min_size=1,
    max_size=30,
) | st.sampled_from(["=HYPERLINK(1)", "<script>alert(1)</script>", '"]; x', "]]>", "--> y", "\\N", "end", "#quot;"])


def with_label(mini: sobkb.KnowledgeBase, label: str, iri: str = "http://example.org/tuin/tuin") -> sobkb.KnowledgeBase:
    """Return the garden with another Dutch label for one concept, without RDF."""
    record: Any = deepcopy(mini.record)
    changed = record["concepts"].pop("http://example.org/tuin/tuin")
    changed |= {"pref": [[label, "nl"]], "alt": [[label, "nl"]], "iri": iri}
    record["concepts"][iri] = changed
    return sobkb.KnowledgeBase(record)


# Names of formats


def test_a_format_answers_to_its_name_its_extension_and_usual_names() -> None:
    assert {find_format(n).name for n in ("turtle", "ttl", ".ttl", "TTL")} == {"turtle"}
    assert all(find_format(f.extension).extension == f.extension for f in FORMATS.values())


def test_an_unknown_format_names_the_known_ones(mini: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.ExportError, match="there is turtle, trig"):
        write(mini, "docx")


def test_extensions_are_unique() -> None:
    assert len({f.extension for f in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_chosen_is_still_a_document(mini: sobkb.KnowledgeBase, name: str) -> None:
    assert isinstance(write(mini, name, concepts=[]), str)


# Tables


def test_a_table_has_one_row_per_concept(mini: sobkb.KnowledgeBase) -> None:
    rows = list(csv.DictReader(io.StringIO(write(mini, "csv"), newline="")))
    assert [r["slug"] for r in rows] == [c.slug for c in mini.concepts]
    assert rows[2]["label_nl"] == "moestuin"
    assert rows[2]["relations"] == "verzorgtDoor tuinier"


def test_a_label_table_has_one_row_per_label(mini: sobkb.KnowledgeBase) -> None:
    rows = list(csv.DictReader(io.StringIO(write(mini, "csv-labels", concepts="buurttuin"), newline="")))
    assert [(r["label"], r["lang"], r["type"]) for r in rows] == [
        ("community garden", "en", "preferred"),
        ("buurttuin", "nl", "preferred"),
        ("volkstuin", "nl-BE", "alternative"),
        ("buurttuinen", "nl", "hidden"),
    ]


@given(label=hostile)
def test_no_label_breaks_a_table_or_becomes_a_formula(mini: sobkb.KnowledgeBase, label: str) -> None:
    kb = with_label(mini, label)
    rows = list(csv.reader(io.StringIO(write(kb, "csv"), newline="")))
    assert {len(r) for r in rows} == {len(CONCEPT_COLUMNS)}
    lines = write(kb, "tsv").removesuffix("\n").split("\n")
    assert len(lines) == len(kb) + 1
    assert {line.count("\t") for line in lines} == {len(CONCEPT_COLUMNS) - 1}
    cells = [cell for row in rows[1:] for cell in row] + [cell for line in lines[1:] for cell in line.split("\t")]
    assert not [c for c in cells if c.lstrip().startswith(("=", "+", "-", "@", "＝"))]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n="])
def test_a_cell_that_starts_like_a_formula_is_shown_as_text(start: str) -> None:
    assert spreadsheet_cell(start + "1").startswith("'")


def test_ordinary_text_in_a_cell_is_left_alone() -> None:
    assert spreadsheet_cell("buurt- en opbouwwerk = samen") == "buurt- en opbouwwerk = samen"


# JSON


def test_json_has_the_shape_its_schema_promises(mini: sobkb.KnowledgeBase, kb: sobkb.KnowledgeBase) -> None:
    import jsonschema

    validator = jsonschema.Draft202012Validator(schema())
    jsonschema.Draft202012Validator.check_schema(schema())
    for base, concepts in ((mini, mini.concepts), (kb, kb.concepts[::40])):
        validator.validate(json.loads(write(base, "json", concepts=concepts)))


def test_the_schema_describes_every_key_that_is_written(mini: sobkb.KnowledgeBase) -> None:
    described = schema()["$defs"]["concept"]
    assert set(concept_json(mini["tuin"])) == set(described["properties"]) == set(described["required"])


def test_an_editorial_note_is_not_published(mini: sobkb.KnowledgeBase) -> None:
    record: Any = deepcopy(mini.record)
    record["concepts"]["http://example.org/tuin/tuin"]["notes"]["editorialNote"] = [["nog nakijken", "nl"]]
    assert "nog nakijken" not in write(sobkb.KnowledgeBase(record), "json")


def test_jskos_gives_labels_by_language_and_links_by_uri(mini: sobkb.KnowledgeBase) -> None:
    scheme, concept = json.loads(write(mini, "jskos", concepts="moestuin"))
    assert scheme["prefLabel"] == {"en": "gardens", "nl": "tuinen"}
    assert concept["uri"] == "http://example.org/tuin/moestuin"
    assert concept["altLabel"] == {"nl": ["groentetuin"]}
    assert concept["broader"] == [{"uri": "http://example.org/tuin/tuin", "prefLabel": {"en": "garden", "nl": "tuin"}}]
    assert concept["mappings"][0]["to"]["memberSet"] == [{"uri": "http://example.com/kitchen-garden"}]


# Graphs


def test_graphml_is_read_by_networkx_with_all_nodes_and_edges(mini: sobkb.KnowledgeBase) -> None:
    import networkx as nx

    graph = nx.parse_graphml(write(mini, "graphml"), force_multigraph=True)
    ours = mini.to_networkx()
    assert set(graph.nodes) == set(ours.nodes)
    assert sorted((a, b, d["relation"]) for a, b, d in graph.edges(data=True)) == sorted(
        (a, b, d["relation"]) for a, b, d in ours.edges(data=True)
    )
    assert graph.nodes["tomaat"]["label_en"] == "tomato"


def test_a_data_frame_has_a_row_per_concept(mini: sobkb.KnowledgeBase) -> None:
    frame = mini.to_dataframe()
    assert list(frame.index) == [c.slug for c in mini.concepts]
    assert bool(frame.loc["oud-perk", "deprecated"])


@pytest.mark.parametrize(("method", "module"), [("to_networkx", "networkx"), ("to_dataframe", "pandas")])
def test_a_missing_extra_is_named(
    mini: sobkb.KnowledgeBase, method: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from sobkb.errors import MissingExtraError

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match="pip install"):
        getattr(mini, method)()


@given(label=hostile)
def test_no_label_breaks_xml(mini: sobkb.KnowledgeBase, label: str) -> None:
    kb = with_label(mini, label, "http://example.org/tuin/x\"'><script>")
    strict = etree.XMLParser(resolve_entities=False)
    graph = etree.fromstring(write(kb, "graphml").encode(), strict)
    assert len(graph.findall(f".//{GRAPHML}node")) == len(kb)
    for concept in ("moestuin", kb["http://example.org/tuin/x\"'><script>"]):
        picture = etree.fromstring(write(kb, "svg", concepts=concept).encode(), strict)
        assert {e.tag for e in picture.iter()} <= {
            SVG + t for t in ("svg", "title", "desc", "rect", "a", "g", "text", "path")
        }


@given(label=hostile)
def test_no_label_leaves_its_quotes_in_a_diagram(mini: sobkb.KnowledgeBase, label: str) -> None:
    kb = with_label(mini, label)
    quoted = re.compile(r'"(?:[^"\\]|\\.)*"')
    bare = {quoted.sub('""', line) for line in write(kb, "dot").splitlines()}
    plain = {quoted.sub('""', line) for line in write(mini, "dot").splitlines()}
    assert bare == plain
    lines = write(kb, "mermaid").splitlines()
    assert len(lines) == len(write(mini, "mermaid").splitlines())
    assert all(re.fullmatch(r'  (n\d+\["[^"<>`]*"\]|n\d+ -->\|"[^"<>`]*"\| n\d+)', line) for line in lines[1:])


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot_file(mini: sobkb.KnowledgeBase) -> None:
    kb = with_label(mini, 'a "b" \\N\n<c>')
    done = subprocess.run(["dot", "-Tplain"], input=write(kb, "dot"), capture_output=True, text=True, check=True)
    assert "moestuin" in done.stdout


# Pictures


def test_a_picture_shows_what_is_linked_and_says_what_it_is(mini: sobkb.KnowledgeBase) -> None:
    picture = etree.fromstring(neighbourhood_svg(mini["moestuin"], "en").encode())
    words = [e.text for e in picture.iter(SVG + "text")]
    assert {"kitchen garden", "garden", "tomato", "gardeners", "is tended by"} <= set(words)
    assert picture.findtext(SVG + "title") == "Neighbourhood of kitchen garden"
    assert "3 linked concepts" in str(picture.findtext(SVG + "desc"))


def test_a_picture_links_where_the_caller_says(mini: sobkb.KnowledgeBase) -> None:
    text = neighbourhood_svg(mini["tomaat"], link=lambda c: f"../{c.slug}/?a=1&b=2")
    assert 'href="../moestuin/?a=1&amp;b=2"' in text


def test_a_picture_tells_how_many_it_leaves_out(mini: sobkb.KnowledgeBase) -> None:
    assert "en nog 1" in neighbourhood_svg(mini["tuin"], limit=1)


def test_a_concept_without_links_is_drawn_alone(mini: sobkb.KnowledgeBase) -> None:
    assert "Geen verbanden." in neighbourhood_svg(mini["oud-perk"])


def test_a_picture_of_too_much_is_refused_with_advice(kb: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.ExportError, match="graphml"):
        write(kb, "svg")


def test_only_web_addresses_become_links(mini: sobkb.KnowledgeBase) -> None:
    kb = with_label(mini, "tuin", "javascript:alert(1)")
    for name in ("svg", "dot"):
        text = write(kb, name, concepts="javascript:alert(1)")
        assert 'href="javascript' not in text
        assert 'URL="javascript' not in text


@given(hostile)
def test_an_address_cannot_end_its_attribute(text: str) -> None:
    address = web_address("https://example.org/" + text)
    assert not set(address) & set("\"'<> \n\t`")


@given(hostile)
def test_escaped_text_reads_back(text: str) -> None:
    element = etree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')
    printable = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert element.text == printable
    assert dot_string(text).count("\n") == 0
    assert "\n" not in mermaid_string(text)


# Files


def test_a_file_name_tells_the_format(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    path = save(mini, tmp_path / "tuin.labels.csv")
    assert path.read_bytes().decode() == write(mini, "csv-labels")


def test_a_file_that_is_there_is_kept_unless_asked(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "tuin.ttl"
    path.write_text("mijn werk", encoding="utf-8")
    with pytest.raises(sobkb.ExportError, match="already there"):
        save(mini, path)
    assert path.read_text(encoding="utf-8") == "mijn werk"
    save(mini, path, overwrite=True)
    assert path.read_text(encoding="utf-8") == write(mini, "turtle")


def test_a_failure_leaves_nothing_behind(kb: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(sobkb.ExportError):
        save(kb, tmp_path / "alles.svg")
    with pytest.raises(sobkb.ExportError):
        save(kb, tmp_path / "geen-map" / "x.csv")
    with pytest.raises(sobkb.ExportError):
        save(kb, tmp_path, "csv")
    with pytest.raises(sobkb.ExportError, match="does not tell"):
        save(kb, tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_usual_rights(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    path = save(mini, tmp_path / "x.csv", concepts="tuin")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert {p.name for p in tmp_path.iterdir()} == {"usual", "x.csv"}


def test_json_explains_the_names_it_uses(mini: sobkb.KnowledgeBase) -> None:
    whole = json.loads(write(mini, "json"))
    assert [c["members"] for c in whole["collections"]] == [["lente", "zomer"]]
    assert whole["contrasts"][0]["question"]["nl"] == "Wie verzorgt hem?"
    part = json.loads(write(mini, "json", concepts="tomaat"))
    assert [r["phrases"]["forward"]["nl"] for r in part["relations"]] == ["groeit in"]
    assert [s["labels"]["nl"] for s in part["sections"]] == ["Tuinen"]
    assert [s["labels"]["nl"] for s in part["sources"]] == ["Een boek over tuinen"]
    assert part["collections"] == part["contrasts"] == []


def test_a_large_store_is_written_as_rdf_without_making_its_concepts(
    mini: sobkb.KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(mini), "concepts", property(lambda _: pytest.fail("all concepts were made")))
    assert "groeitIn" in write(mini, "nquads")


@pytest.mark.parametrize("name", ["mermaid", "dot", "svg"])
def test_a_vocabulary_without_words_for_its_relations_is_drawn_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.ttl").write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX x: <http://a.org/>\n"
        'x:a a skos:Concept ; skos:prefLabel "eik"@nl ; skos:related x:b ; x:groeitOp x:b .\n'
        'x:b a skos:Concept ; skos:prefLabel "zand"@nl .\n'
    )
    kb = sobkb.load(tmp_path / "a.ttl")

    assert "hangt samen met" in write(kb, name)
    assert "groeit op" in write(kb, name)
    assert "is related to" in write(kb, name, lang="en")
