"""The canonical form: stable, faithful, local."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from sobkb.canonical import LostCommentError, format_file, format_text, write_canonical
from sobkb.errors import OntologyLoadError
from sobkb.loading import ontology_dir

IRIS = st.sampled_from([f"http://example.org/{n}" for n in ("a", "b", "c-d", "e.", "f/g", "h#i", "1")]).map(NamedNode)
BLANKS = st.sampled_from("wxyz").map(BlankNode)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
LITERALS = st.one_of(
    st.builds(Literal, TEXT),
    st.builds(lambda t, tag: Literal(t, language=tag), TEXT, st.sampled_from(["nl", "nl-BE", "en"])),
    st.integers(-5, 5).map(Literal),
    st.booleans().map(Literal),
    st.sampled_from(["1.0", "-.5", "7"]).map(
        lambda v: Literal(v, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
    ),
)
QUADS = st.builds(
    Quad,
    st.one_of(IRIS, BLANKS),
    IRIS,
    st.one_of(IRIS, BLANKS, LITERALS),
    st.one_of(st.just(DefaultGraph()), IRIS),
)
PREFIXES = {"ex": "http://example.org/", "": "http://example.org/f/"}


def canonical_set(quads: list[Quad]) -> set[Quad]:
    """Return quads with blank nodes named so that equal data are equal sets."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


@given(st.lists(QUADS, max_size=12), st.randoms())
@settings(deadline=None)
def test_the_form_says_the_same_and_does_not_depend_on_the_order(quads: list[Quad], random: object) -> None:
    text = write_canonical(quads, PREFIXES)
    shuffled = list(quads)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    trig = any(not isinstance(q.graph_name, DefaultGraph) for q in quads)

    again = list(parse(input=text, format=RdfFormat.TRIG))

    assert canonical_set(again) == canonical_set(quads)
    assert write_canonical(shuffled, PREFIXES) == text
    if text:
        assert format_text(text, trig=trig) == text


@given(st.lists(st.builds(Quad, IRIS, IRIS, st.one_of(IRIS, LITERALS)), min_size=1, max_size=12), st.data())
@settings(deadline=None)
def test_a_new_link_changes_only_the_block_of_its_subject(quads: list[Quad], data: st.DataObject) -> None:
    link = data.draw(st.builds(Quad, st.just(quads[0].subject), IRIS, IRIS))

    before = write_canonical(quads, {}).split("\n\n")
    after = write_canonical([*quads, link], {}).split("\n\n")

    changed = [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert len(changed) <= 1
    assert all(after[i].startswith(f"<{quads[0].subject.value}>") for i in changed)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "path", sorted(p for p in ontology_dir().rglob("*") if p.suffix in (".ttl", ".trig")), ids=lambda p: p.name
)
def test_the_ontology_is_in_its_canonical_form(path: Path) -> None:
    assert format_file(path) == path.read_text("utf-8")


def test_header_comments_stay_and_others_are_not_lost_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('# top "quoted"\n<http://a.org/x> <http://a.org/p> "# no comment" . # stray\n', "utf-8")

    with pytest.raises(LostCommentError) as caught:
        format_file(path)

    assert caught.value.line == 2
    assert format_file(path, drop_comments=True).startswith('# top "quoted"\n')
    assert "stray" not in format_file(path, drop_comments=True)


def test_a_broken_file_is_named_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix ex: <http://example.org/> .\nex:a foo:b 1 .\n", "utf-8")

    with pytest.raises(OntologyLoadError, match="foo") as caught:
        format_file(path)

    assert (caught.value.line, caught.value.column) == (2, 6)


def test_lists_and_single_blank_nodes_are_written_in_place() -> None:
    text = format_text("@prefix ex: <http://example.org/> . ex:a ex:list (1 ex:b) ; ex:inner [ ex:p 2 ] ; ex:none () .")

    assert "_:" not in text
    assert "ex:none () ;" in text
