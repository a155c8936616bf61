"""References in a text: found in every form, and told when they changed, lapsed or never were."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from releasing import MINI, make_releases
from sobkb.archive import Release
from sobkb.archive.references import STATES, check_references
from sobkb.citing import STYLES

if TYPE_CHECKING:
    from cli_running import Run

G = "http://example.org/tuin/"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, ...]:
    return make_releases(tmp_path_factory.mktemp("garden") / "releases")


FORMS = {
    "the address of a version": f"Zie {G}v/1.0.0/id/buurttuin.",
    "a citation in words": f"Buurttuin. (z.d.). In tuinen (Versie 1.0.0). {G}buurttuin",
    "a citation in English": f"See “Buurttuin”, *tuinen*, version 1.0.0, <{G}buurttuin>.",
    "a link in Markdown": f"Een [buurttuin]({G}v/1.0.0/id/buurttuin) is van buren.",
    "BibLaTeX": f"@inreference{{tuin,\n  title = {{Buurttuin}},\n  version = {{1.0.0}},\n  url = {{{G}buurttuin}},\n}}",
    "RIS": f"TY  - ENCYC\nTI  - Buurttuin\nET  - 1.0.0\nUR  - {G}buurttuin\nER  - ",
    "CSL-JSON": f'[{{"id": "buurttuin",\n "version": "1.0.0",\n "URL": "{G}buurttuin"}}]',
    "a page of a site": "https://tuin.example/nl/v/1.0.0/buurttuin.html",
    "a link in HTML": f'<a href="{G}v/1.0.0/id/buurttuin#verzorgtDoor.tuinier">buurttuin</a>',
}


@pytest.mark.parametrize("form", FORMS)
def test_a_reference_is_found_in_every_form_with_its_version(
    known: tuple[Release, ...], mini: sobkb.KnowledgeBase, form: str
) -> None:
    (found,) = check_references(FORMS[form], mini, known)

    assert (found.slug, found.version, found.state) == ("buurttuin", "1.0.0", "changed")
    assert {c.sort for c in found.changes} == {"meaning"}
    assert "de definitie (nl) is veranderd" in found.told[-1][0]


def test_a_citation_of_the_library_is_recognised(known: tuple[Release, ...], mini: sobkb.KnowledgeBase) -> None:
    for style in STYLES:
        text = mini["buurttuin"].cite(style, version=known[0])
        assert [(r.slug, r.version) for r in check_references(text, mini, known)] == [("buurttuin", "1.0.0")], style


def test_each_reference_gets_its_own_version(known: tuple[Release, ...], mini: sobkb.KnowledgeBase) -> None:
    text = f"Versie 1.0.0: {G}buurttuin\nVersie 2.0.0: {G}buurttuin\n\nTuin: {G}tuin\n"

    assert [(r.line, r.slug, r.version, r.state) for r in check_references(text, mini, known)] == [
        (1, "buurttuin", "1.0.0", "changed"),
        (2, "buurttuin", "2.0.0", "current"),
        (4, "tuin", "", "current"),
    ]


@pytest.mark.parametrize(
    ("address", "state", "instead"),
    [
        (G + "oud-perk", "deprecated", ("tuin",)),
        (G + "v/1.0.0/id/vijver", "gone", ("tuin",)),
        (G + "vijver", "gone", ("tuin",)),
        (G + "v/2.0.0/id/vijver", "unknown", ()),
        (G + "v/1.0.0/id/moestuni", "unknown", ("moestuin",)),
        (f"versie 9.9.9 {G}tuin", "unknown-version", ()),
        (G + "v/1.0.0/id/tuin", "current", ()),
    ],
)
def test_what_is_the_matter_is_told_with_what_to_use_instead(
    known: tuple[Release, ...], mini: sobkb.KnowledgeBase, address: str, state: str, instead: tuple[str, ...]
) -> None:
    (found,) = check_references(address, mini, known)

    assert (found.state, found.instead[:1]) == (state, instead)


def test_other_addresses_are_left_alone(known: tuple[Release, ...], mini: sobkb.KnowledgeBase) -> None:
    text = "https://example.org/ http://example.com/nl/id/iets/ versie 1.0.0 https://w3id.org/sobkb/id/buurtwerk-vl"

    assert check_references(text, mini, known) == ()


@given(text=st.text())
def test_any_text_can_be_checked(mini: sobkb.KnowledgeBase, text: str) -> None:
    for reference in check_references(f"{text} {G}tuin\n{text}", mini):
        assert reference.state in STATES


def test_an_address_of_ours_without_concept_is_told(kb: sobkb.KnowledgeBase) -> None:
    (found,) = check_references("https://w3id.org/sobkb/id/interactieve-democratei", kb)

    assert (found.state, found.instead[0]) == ("unknown", "interactieve-democratie")


def test_the_command_line_tells_what_needs_a_look(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in MINI.glob("*.t*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    make_releases(tmp_path / "releases")
    course = tmp_path / "cursus.md"
    course.write_text(f"# Tuinen\n\n{G}tuin\n\n{G}v/1.0.0/id/buurttuin\n\n{G}v/1.0.0/id/vijver\n", encoding="utf-8")

    monkeypatch.chdir(tmp_path)
    course = Path("cursus.md")
    outcome = run("check", str(course), "--from", str(tmp_path))
    data = run("check", str(course), "--json", "--from", str(tmp_path)).data

    assert outcome.code == 1
    assert f"{course}:5 buurttuin: gewijzigd sinds versie 1.0.0\n  - betekenis: de definitie" in outcome.out
    assert f"{course}:7 vijver: bestaat niet meer. Gebruik tuin." in outcome.out
    assert "3 verwijzingen nagekeken; aan 2 moet je iets doen." in outcome.err
    assert [(r["line"], r["state"], r["level"]) for r in data] == [
        (3, "current", None),
        (5, "changed", "major"),
        (7, "gone", None),
    ]
    course.write_text(f"{G}tuin\n", encoding="utf-8")
    assert run("check", str(course), "--from", str(tmp_path)).code == 0


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"PK\x03\x04 a document", "geen tekst"), (b"%PDF-1.7", "geen tekst"), (None, "bestaat niet")],
)
def test_what_is_no_text_is_refused(run: Run, tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "cursus.docx"
    if content is not None:
        path.write_bytes(content)

    outcome = run("check", str(path))

    assert outcome.code == 2
    assert problem in outcome.err
