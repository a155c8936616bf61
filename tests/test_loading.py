"""Files of every kind are read, or refused with a reason; nothing hangs, crashes or reaches out."""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, serialize

import sobkb
from sobkb import OntologyLoadError
from sobkb.loading import EXTENSIONS, find_files, iter_quads
from sobkb.querying import open_files
from sobkb.untrusted import MAX_TRIPLE_DEPTH
from sobkb.untrusted_json import MAX_JSON_DEPTH
from sobkb.untrusted_xml import MAX_XML_DEPTH

DATA = Path(__file__).parent / "data"
OTHERS = Path(__file__).parents[2] / "shared" / "data"
SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
GARDEN = SKOS + '<http://example.org/tuin> a skos:Concept ; skos:prefLabel "één tuin"@nl .\n'
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://example.org/">'
FORMATS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> OntologyLoadError:
    """Return the error a file is refused with."""
    with pytest.raises(OntologyLoadError) as caught:
        sobkb.load(path)
    return caught.value


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_gives_the_same_knowledge_base(tmp_path: Path, ending: str) -> None:
    triples = [q.triple for q in iter_quads(DATA / "mini" / "mini.ttl")]
    write(tmp_path, f"mini.{ending}", serialize(triples, format=FORMATS[ending]) or b"")

    assert sobkb.load(tmp_path).record["concepts"] == sobkb.load(DATA / "mini" / "mini.ttl").record["concepts"]


@pytest.mark.parametrize(("ending", "rdf_format"), [("trig", RdfFormat.TRIG), ("nq", RdfFormat.N_QUADS)])
def test_formats_with_graphs_keep_the_evidence(tmp_path: Path, ending: str, rdf_format: RdfFormat) -> None:
    whole = open_files(find_files([DATA / "mini"])).oxigraph
    whole.dump(output=str(tmp_path / f"mini.{ending}"), format=rdf_format)

    assert sobkb.load(tmp_path).record == sobkb.load(DATA / "mini").record


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert list(sobkb.load(write(tmp_path, "a.ttl", b"\xef\xbb\xbf" + GARDEN.encode()))) == ["tuin"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.ttl", GARDEN.encode("latin-1"), "not UTF-8"),
        ("a.ttl", GARDEN.encode("utf-16"), "UTF-16"),
        ("a.ttl", GARDEN.encode("utf-16-be"), "UTF-16"),
        ("a.rdf", f'<?xml version="1.0" encoding="ISO-8859-1"?>{RDF}<!--é--></rdf:RDF>'.encode("latin-1"), "not UTF-8"),
        ("a.ttl", gzip.compress(GARDEN.encode()), "gzip"),
        ("a.ttl.gz", gzip.compress(GARDEN.encode()), "unpack"),
        ("a.ttl", b"PK\x03\x04....", "zip"),
        ("a.ttl", b"%PDF-1.7", "PDF"),
        ("a.ttl", b"", "empty"),
        ("a.jsonld", b" \n\t", "empty"),
        ("a.ttl", f"{RDF}</rdf:RDF>", "looks like RDF/XML"),
        ("a.rdf", GARDEN, "looks like Turtle"),
        ("a.jsonld", GARDEN, "looks like Turtle"),
        ("a.ttl", '{"@id": "http://example.org/"}', "looks like JSON-LD"),
        ("a.ttl", "<!DOCTYPE html><html><body>Not found</body></html>", "looks like a web page"),
        ("a.rdf", "<!DOCTYPE html><html><body><p>Not found</body></html>", "looks like a web page"),
        ("a.txt", GARDEN, "unknown kind"),
        ("a", GARDEN, "unknown kind"),
        ("a.jsonld", '{"@context": "https://schema.org/", "name": "x"}', "not fetched"),
        ("a.jsonld", '{"@context": {"@import": "http://127.0.0.1:9/"}, "name": "x"}', "not fetched"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    path = write(tmp_path, name, content)

    error = refusal(path)

    assert words in error.problem
    assert str(path) == error.path


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.ttl", GARDEN + '<http://example.org/x> skos:prefLabel "open', 3),
        ("a.ttl", GARDEN + "<http://example.org/x> skso:prefLabel 1 .", 3),
        ("a.nt", "<http://example.org/x> <http://example.org/y> .\n", 1),
        ("a.trig", "<http://example.org/g> {\n<http://example.org/x>\n}", 3),
        ("a.rdf", f"{RDF}\n<a:B>\n</rdf:RDF>", 3),
        ("a.jsonld", '{"a":\n 1,\n}', 3),
    ],
)
def test_a_fault_has_its_line_and_column(tmp_path: Path, name: str, content: str, line: int) -> None:
    error = refusal(write(tmp_path, name, content))

    assert line == error.line
    assert error.column is not None


BOMB = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.rdf", BOMB + RDF + "<a:B a:p='&b;'/></rdf:RDF>"),
        ("many.rdf", f"<!DOCTYPE r [<!ENTITY a '{'a' * 9999}'>]>{RDF}<a:B><a:p>{'&a;' * 9999}</a:p></a:B></rdf:RDF>"),
        ("file.rdf", f"<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{RDF}<a:B a:p='&a;'/></rdf:RDF>"),
        ("parameter.rdf", f"<!DOCTYPE r [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/'> %a;]>{RDF}</rdf:RDF>"),
        ("deep.rdf", RDF + "<a:B><a:p>" * MAX_XML_DEPTH + "</a:p></a:B>" * MAX_XML_DEPTH + "</rdf:RDF>"),
        ("deep.jsonld", '{"http://example.org/p":' * (MAX_JSON_DEPTH + 1) + "1" + "}" * (MAX_JSON_DEPTH + 1)),
        ("abyss.jsonld", "[" * 100_000 + "]" * 100_000),
        ("chain.jsonld", '{"@context":{' + ",".join(f'"a{i}":"a{i + 1}:x"' for i in range(9999)) + "}}"),
        (
            "deep.ttl",
            "<http://a/p> <http://a/p> " + "<<( <http://a/p> <http://a/p> " * 9999 + "1" + " )>>" * 9999 + " .",
        ),
        (
            "deep.nt",
            "<http://a/p> <http://a/p> " + "<<( <http://a/p> <http://a/p> " * 9999 + '"x"' + " )>>" * 9999 + " .",
        ),
        ("hidden.ttl", "PREFIX a: <http://a/> a:x a:y " + "<<( a:\\' a:\\' " * 9999 + "1" + " )>>" * 9999 + " ."),
    ],
)
def test_a_file_made_to_do_harm_is_refused_at_once(tmp_path: Path, name: str, content: str) -> None:
    start = time.monotonic()
    error = refusal(write(tmp_path, name, content))

    assert error.problem
    assert time.monotonic() - start < 5  # a bound, not a measurement: unguarded, these take minutes or crash


def test_much_that_looks_nested_is_read(tmp_path: Path) -> None:
    text = "<<" * (3 * MAX_TRIPLE_DEPTH)
    path = write(
        tmp_path, "a.ttl", f'{SKOS}<http://e.org/{"a" * 999}> skos:prefLabel "{text}" ; skos:broader [] . # {text}'
    )

    assert text == sobkb.load(path).concepts[0].label()


def test_entities_for_namespaces_are_read(tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE r [<!ENTITY skos "http://www.w3.org/2004/02/skos/core#">]>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="&skos;">'
        '<skos:Concept rdf:about="http://example.org/a"/></rdf:RDF>'
    )

    assert list(sobkb.load(write(tmp_path, "a.rdf", text))) == ["a"]


def test_a_text_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.ttl", f'{SKOS}<http://e.org/a> a skos:Concept ; skos:definition "{"x" * 10_000_000}"@nl .'
    )

    assert len(sobkb.load(path)["a"].definition()) == 10_000_000


def test_a_context_elsewhere_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"name": "x",\n "@context": "https://schema.org/"}', encoding="utf-8")

    with pytest.raises(OntologyLoadError) as caught:
        list(iter_quads(path))
    assert caught.value.line == 2


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="file names are text here")
def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/niet-\xff-utf8.ttl"))
    path.write_text("<> <http://example.org/p> 1 .", encoding="utf-8")

    assert "niet-%FF-utf8" in str(next(iter(iter_quads(path))).subject)


def test_brackets_nested_deep_are_read(tmp_path: Path) -> None:
    content = (
        GARDEN + "<http://e.org/a> <http://e.org/p> " + "[ <http://e.org/p> " * 20_000 + "1" + " ]" * 20_000 + " ."
    )

    assert list(sobkb.load(write(tmp_path, "a.ttl", content))) == ["tuin"]


def test_a_folder_is_searched_for_what_is_surely_rdf(tmp_path: Path) -> None:
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    write(tmp_path / "deep", "A.TTL", GARDEN)
    write(tmp_path / "deep" / ".hidden", "b.ttl", "broken")
    write(tmp_path, "package.json", '{"not": "rdf"')
    write(tmp_path, "readme.md", "# text")

    assert (tmp_path / "deep" / "A.TTL",) == find_files([tmp_path])
    assert list(sobkb.load(tmp_path)) == ["tuin"]


def test_patterns_and_several_places_are_put_together(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path, f"{name}.ttl", f"{SKOS}<http://e.org/{name}> a skos:Concept .")

    assert list(sobkb.load(str(tmp_path / "*.ttl"))) == ["a", "b"]
    assert list(sobkb.load(tmp_path / "b.ttl", tmp_path / "a.ttl", tmp_path / "b.ttl")) == ["a", "b"]


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path, f"{name}.nt", f'_:x <http://e.org/p> "{name}" .\n')

    store = open_files(find_files([tmp_path]))
    assert store.query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }").values() == [("2",)]


@pytest.mark.parametrize("place", ["", "none.ttl", "*.none", "a\0b.ttl", "x" * 5000 + ".ttl", "none/"])
def test_a_place_that_is_not_there_is_an_error(place: str) -> None:
    with pytest.raises(OntologyLoadError):
        sobkb.load(place)


def test_a_folder_without_rdf_is_an_error(tmp_path: Path) -> None:
    assert "no RDF file" in refusal(tmp_path).problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.ttl")

    assert "pipe" in refusal(tmp_path / "a.ttl").problem


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the super-user may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.ttl", GARDEN).chmod(0)

    assert "cannot be opened" in refusal(tmp_path / "a.ttl").problem


@given(st.sampled_from(sorted(EXTENSIONS)), st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=150, deadline=5000)
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(OntologyLoadError):
        sobkb.load(write(Path(folder), f"a{ending}", data))


@given(
    st.integers(0, 10_000), st.integers(0, 30), st.binary(max_size=8) | st.sampled_from([b"<<", b'"""', b"\\", b"["])
)
@settings(max_examples=150, deadline=5000)
def test_a_damaged_file_is_read_or_refused(place: int, cut: int, put: bytes) -> None:
    data = (DATA / "odd" / "odd.trig").read_bytes()
    place %= len(data)
    with tempfile.TemporaryDirectory() as folder, suppress(OntologyLoadError):
        kb = sobkb.load(write(Path(folder), "a.trig", data[:place] + put + data[place + cut :]))
        kb.tree()


@pytest.mark.parametrize(
    ("name", "concepts"),
    [
        ("nl-sbb-thesaurus.ttl", 43),
        ("hochschulfaecher.ttl", 340),
        ("imgeo-nl.ttl", 464),
        ("refnis2025.nt", 624),
        ("unesco-thesaurus-2024.ttl", 4485),
    ],
)
def test_vocabularies_by_others_load(name: str, concepts: int) -> None:
    if not (OTHERS / name).exists():
        pytest.skip("this vocabulary is not at hand")
    kb = sobkb.load(OTHERS / name)

    assert concepts == len(kb)
    assert kb.tree()
    assert kb.search(kb.concepts[0].label(), limit=1)
