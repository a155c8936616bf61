"""What changed between two versions is found, sorted rightly and told in plain words."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from sobkb.diffing import LEVELS, SORTS, Diff, diff

if TYPE_CHECKING:
    from collections.abc import Callable

G = "http://example.org/tuin/"
B = "http://example.org/boek/"
Record = dict[str, Any]


def copy(mini: sobkb.KnowledgeBase) -> Record:
    copied: Record = deepcopy(cast("Any", mini.record))
    return copied


def changed(mini: sobkb.KnowledgeBase, mutate: Callable[[Record], object], *, back: bool = False) -> Diff:
    """Return the difference a mutation of the garden makes, or the one that undoing it makes."""
    record = copy(mini)
    mutate(record)
    other = sobkb.KnowledgeBase(record)  # type: ignore[arg-type]
    return diff(other, mini) if back else diff(mini, other)


def concept(record: Record, slug: str) -> Record:
    return record["concepts"][G + slug]  # type: ignore[no-any-return]


def set_definition(record: Record, text: str) -> None:
    concept(record, "moestuin")["notes"]["definition"][1][0] = text


MUTATIONS: dict[str, tuple[Callable[[Record], object], str, str, str]] = {
    "a definition that says something else": (
        lambda r: set_definition(r, "Tuin waarin men bloemen kweekt."),
        "meaning",
        "major",
        (
            "betekenis: de definitie (nl) is veranderd: "
            "«Tuin waarin men groenten kweekt.» → «Tuin waarin men bloemen kweekt.»"
        ),
    ),
    "a definition with other punctuation": (
        lambda r: set_definition(r, "Tuin, waarin men groenten kweekt."),
        "wording",
        "patch",
        "definitie (nl): «Tuin waarin men groenten kweekt.» → «Tuin, waarin men groenten kweekt.»",
    ),
    "a definition in one more language": (
        lambda r: concept(r, "moestuin")["notes"]["definition"].append(["Jardin où l'on cultive des légumes.", "fr"]),
        "meaning",
        "minor",
        "definitie (fr) erbij: «Jardin où l'on cultive des légumes.»",
    ),
    "another preferred term": (
        lambda r: concept(r, "moestuin")["pref"].__setitem__(1, ["groentehof", "nl"]),
        "wording",
        "minor",
        "voorkeursterm (nl): «moestuin» → «groentehof»",
    ),
    "one more alternative term": (
        lambda r: concept(r, "moestuin")["alt"].append(["groentehof", "nl"]),
        "wording",
        "minor",
        "alternatieve term (nl) erbij: «groentehof»",
    ),
    "one more search term": (
        lambda r: concept(r, "moestuin")["hidden"].append(["moestuintje", "nl"]),
        "wording",
        "patch",
        "zoekterm (nl) erbij: «moestuintje»",
    ),
    "another explanation": (
        lambda r: concept(r, "moestuin")["notes"]["comment"].__setitem__(0, ["Hier groeit sla.", "nl"]),
        "wording",
        "patch",
        "uitleg (nl): «Hier groeien groenten.» → «Hier groeit sla.»",
    ),
    "another article": (
        lambda r: concept(r, "buurttuin")["articles"].__setitem__("nl", "het"),
        "wording",
        "patch",
        "lidwoord (nl): «de» → «het»",
    ),
    "a relation that goes": (
        lambda r: concept(r, "moestuin")["relations"].clear(),
        "relation",
        "minor",
        "weg: wordt verzorgd door tuiniers [1.1]",
    ),
    "a relation that comes": (
        lambda r: concept(r, "zomer")["relations"].append(
            {"relation": G + "groeitIn", "object": G + "tuin", "graphs": [B + "1"]}
        ),
        "relation",
        "minor",
        "erbij: groeit in tuin [1]",
    ),
    "a relation that is said elsewhere": (
        lambda r: concept(r, "moestuin")["relations"][0].__setitem__("graphs", [B + "1"]),
        "relation",
        "patch",
        "andere vindplaats: wordt verzorgd door tuiniers [1]",
    ),
    "a statement that goes": (
        lambda r: concept(r, "moestuin")["texts"].pop(),
        "statement",
        "minor",
        "uitspraak weg (nl): «Ze heeft water nodig.» [1.1]",
    ),
    "another number": (
        lambda r: concept(r, "tuin")["figures"][0].__setitem__("value", "350"),
        "figure",
        "minor",
        "cijfer: «± 300 vierkante meter» → «± 350 vierkante meter» [1.1]",
    ),
    "a number that is no longer approximate": (
        lambda r: concept(r, "tuin")["figures"][0].__setitem__("approximate", False),
        "figure",
        "minor",
        "cijfer: «± 300 vierkante meter» → «300 vierkante meter» [1.1]",
    ),
    "another date": (
        lambda r: concept(r, "zomer")["dates"][0].__setitem__("edtf", "1975"),
        "date",
        "minor",
        "datum: «197X» → «1975» [1]",
    ),
    "another place in the hierarchy": (
        lambda r: concept(r, "tomaat").__setitem__("broader", [G + "tuin"]),
        "hierarchy",
        "minor",
        "staat nu onder tuin",
    ),
    "another kind": (
        lambda r: concept(r, "tuinier").__setitem__("kinds", [G + "Tuinsoort"]),
        "classification",
        "minor",
        "soort: «ding» → «tuinsoort»",
    ),
    "one more match": (
        lambda r: concept(r, "tuin")["matches"].append(
            {
                "type": "exactMatch",
                "iri": "http://a.org/x",
                "labels": [],
                "justification": "",
                "confidence": "",
                "reasons": [],
            }
        ),
        "match",
        "patch",
        "overeenkomst erbij (gelijk): «http://a.org/x»",
    ),
    "another degree of match": (
        lambda r: concept(r, "moestuin")["matches"][0].__setitem__("type", "exactMatch"),
        "match",
        "patch",
        "overeenkomst met http://example.com/kitchen-garden: bijna gelijk → gelijk",
    ),
    "a deprecation": (
        lambda r: concept(r, "tomaat").update(deprecated=True, replaced_by=[G + "moestuin"]),
        "deprecated",
        "minor",
        "vervallen; gebruik moestuin",
    ),
    "another status": (
        lambda r: concept(r, "tuin").__setitem__("status", "vastgesteld"),
        "status",
        "patch",
        "status erbij: «vastgesteld»",
    ),
    "another source": (
        lambda r: concept(r, "tuin").__setitem__("sources", [B + "1"]),
        "source",
        "patch",
        "bron erbij: «1»",
    ),
    "a concept that goes": (
        lambda r: r["concepts"].pop(G + "zomer"),
        "removed",
        "major",
        "verdwenen: het adres bestaat niet meer",
    ),
    "a relation type that goes": (
        lambda r: r["relations"].pop(G + "groeitIn"),
        "removed",
        "major",
        "verdwenen: relatie «groeitIn»",
    ),
    "an enumeration in another order": (
        lambda r: r["collections"][G + "seizoenen"]["members"].reverse(),
        "hierarchy",
        "minor",
        "andere volgorde: lente, zomer → zomer, lente",
    ),
    "a theme in another order": (
        lambda r: r["themes"][G + "kweken"]["members"].reverse(),
        "hierarchy",
        "minor",
        "andere volgorde: tuin, moestuin, buurttuin, tuiniers, tomaat → tomaat, tuiniers, buurttuin, moestuin, tuin",
    ),
    "a theme that goes": (
        lambda r: r["themes"].pop(G + "kweken"),
        "removed",
        "major",
        "verdwenen: thema «kweken»",
    ),
    "another contrast": (
        lambda r: r["contrasts"][0]["question"].pop(),
        "editorial",
        "patch",
        "contrast herzien: «contrast»",
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_seeded_change_is_found_sorted_weighed_and_told(mini: sobkb.KnowledgeBase, name: str) -> None:
    mutate, sort, level, words = MUTATIONS[name]

    found = changed(mini, mutate)

    assert [(c.sort, c.level) for c in found.changes] == [(sort, level)]
    assert found.level == level
    assert found.describe(found.changes[0]) == words
    assert found.describe(found.changes[0], "en") != words


@pytest.mark.parametrize("name", MUTATIONS)
def test_undoing_a_change_is_a_change_too(mini: sobkb.KnowledgeBase, name: str) -> None:
    assert len(changed(mini, MUTATIONS[name][0], back=True).changes) == 1


def test_a_new_concept_is_one_change(mini: sobkb.KnowledgeBase) -> None:
    found = changed(mini, lambda r: r["concepts"].pop(G + "zomer"), back=True)
    assert [(c.sort, c.after, c.level) for c in found.changes] == [("added", "zomer", "minor")]


def test_equal_versions_have_no_differences(mini: sobkb.KnowledgeBase, kb: sobkb.KnowledgeBase) -> None:
    for base in (mini, kb):
        assert diff(base, base).changes == ()
    assert diff(mini, mini).to_text() == "Geen verschillen.\n"


def test_the_day_of_the_last_change_is_no_change(mini: sobkb.KnowledgeBase) -> None:
    assert changed(mini, lambda r: concept(r, "tuin").__setitem__("modified", "2026-12-24")).level == "none"


def test_the_weightiest_change_decides(mini: sobkb.KnowledgeBase) -> None:
    def mutate(record: Record) -> None:
        MUTATIONS["one more search term"][0](record)
        MUTATIONS["a relation that comes"][0](record)

    assert changed(mini, mutate).level == "minor"


def test_changes_are_told_concept_by_concept(mini: sobkb.KnowledgeBase) -> None:
    def mutate(record: Record) -> None:
        record["version"] = "2"
        record["concepts"].pop(G + "zomer")
        MUTATIONS["another number"][0](record)
        MUTATIONS["one more search term"][0](record)

    assert changed(mini, mutate).to_text("en") == (
        "old → 2. Concepts: 0 new, 1 gone, 2 changed. This asks for a new major version.\n"
        "\n"
        "kitchen garden (moestuin)\n"
        "  - search term (nl) added: «moestuintje»\n"
        "\n"
        "garden (tuin)\n"
        "  - figure: «± 300 vierkante meter» → «± 350 vierkante meter» [1.1]\n"
        "\n"
        "summer (zomer)\n"
        "  - gone: the address no longer exists\n"
    )


def test_json_says_the_same_in_both_languages(mini: sobkb.KnowledgeBase) -> None:
    found = changed(mini, MUTATIONS["another date"][0])
    data = json.loads(json.dumps(found.to_json()))
    assert data["level"] == "minor"
    assert data["counts"] == {"added": 0, "removed": 0, "changed": 1}
    (change,) = data["changes"]
    assert change["iri"] == G + "zomer"
    assert change["sections"] == ["1"]
    assert change["text"] == {"nl": "datum: «197X» → «1975» [1]", "en": "date: «197X» → «1975» [1]"}


def test_changes_of_one_sort_can_be_asked_for(mini: sobkb.KnowledgeBase) -> None:
    found = changed(mini, MUTATIONS["another date"][0])
    assert found.of("date", "figure") == found.changes
    assert found.of("meaning") == ()


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [p for k, v in value.items() for p in leaves(v, (*path, k))]
    if isinstance(value, list):
        return [p for k, v in enumerate(value) for p in leaves(v, (*path, k))]
    return [path]


@given(data=st.data())
def test_no_change_goes_unnoticed(mini: sobkb.KnowledgeBase, data: st.DataObject) -> None:
    """Whatever leaf of the compiled form changes, apart from the days, something is reported."""
    record = copy(mini)
    ignored = {"created", "modified", "format", "title", "version", "creators", "iri", "slug"}
    path = data.draw(st.sampled_from([p for p in leaves(record) if not ignored.intersection(p)]))
    spot = record
    for step in path[:-1]:
        spot = spot[step]
    value = spot[path[-1]]
    new: Any = not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else value + "x"
    spot[path[-1]] = new

    found = diff(mini, sobkb.KnowledgeBase(record))  # type: ignore[arg-type]

    assert found.changes, path
    assert {c.sort for c in found.changes} <= set(SORTS)
    assert {c.level for c in found.changes} <= set(LEVELS[1:])
    for lang in ("nl", "en"):
        text = found.to_text(lang)
        assert "{" not in text
        assert len(text.splitlines()) > 2


def test_a_built_in_concept_that_goes_is_told_by_its_name(kb: sobkb.KnowledgeBase) -> None:
    record: Any = deepcopy(kb.record)
    gone = record["concepts"].pop("https://w3id.org/sobkb/id/interactieve-democratie")
    found = diff(kb, sobkb.KnowledgeBase(record))
    assert found.of("removed")[0].before == gone["slug"]
    assert "interactieve democratie (interactieve-democratie)\n  - verdwenen" in found.to_text()


def test_changes_of_any_vocabulary_are_told_without_names_of_properties(tmp_path: Path) -> None:
    head = (
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
        "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX x: <http://a.org/>\n"
        'x:t a skos:ConceptScheme ; skos:prefLabel "andere bomen"@nl .\n'
        'x:a a skos:Concept ; skos:prefLabel "den"@nl . x:b a skos:Concept ; skos:prefLabel "spar"@nl .\n'
    )
    before, after = tmp_path / "before.ttl", tmp_path / "after.ttl"
    before.write_text(head + 'x:c a skos:Concept ; skos:prefLabel "naaldboom"@nl .', encoding="utf-8")
    after.write_text(
        head
        + 'x:c a skos:Concept ; skos:prefLabel "naaldboom"@nl ; skos:inScheme x:t ; owl:deprecated true ; '
        + "dcterms:isReplacedBy x:a, x:b ; skos:related x:a .",
        encoding="utf-8",
    )

    found = diff(sobkb.load(before), sobkb.load(after))

    assert [line.strip(" -") for line in found.to_text().splitlines() if line.startswith("  - ")] == [
        "vervallen; gebruik den of spar",
        "erbij: hangt samen met den",
        "begrippenkader erbij: «andere bomen»",
    ]
