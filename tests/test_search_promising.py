"""Many hits: leaving out what cannot be among the best changes nothing in what is shown."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import sobkb
from sobkb.search import parts, pieces, promising

WORDS = ["tuin", "tuinen", "huis", "werk", "buurtwerk", "noord", "de", "oogst", "kas", "zaaien", "wat"]
QUERIES = [
    "tuin",
    "t",
    "tuni",
    "werk huis",
    "huis werk kas",
    "wat is oogst",
    "noord tuin",
    "wonder",
    "groei regen",
    "tuin regen groei",
    "buurt werk",
    "buurtwrek tuni",
    "de",
    "regne in de tuin met zaaien en werk",
]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> sobkb.KnowledgeBase:
    """Six hundred concepts with few words, so that each word finds very many and many score alike."""
    chance = random.Random(11)
    lines = [
        "PREFIX g: <http://example.org/g/>",
        "PREFIX dcterms: <http://purl.org/dc/terms/>",
        "PREFIX owl: <http://www.w3.org/2002/07/owl#>",
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>",
        "PREFIX sob: <https://w3id.org/sobkb/ns#>",
        'g:noord a skos:Concept ; skos:prefLabel "noord"@nl .',
    ]

    def some(most: int, words: list[str] = WORDS) -> str:
        return " ".join(chance.choices(words, k=chance.randint(1, most)))

    for number in range(600):
        more = "".join(
            text
            for text in (
                f'; skos:altLabel "{some(3)}"@nl-BE , "{some(2)}"@en ',
                f'; skos:definition "{some(9, [*WORDS, "regen", "groei", "wonder"])}"@nl ',
                f'; skos:example "{some(5, ["regen", "groei", "wonder"])}"@en ',
                f'; sob:level "{chance.choice("AB")}" ',
                f"; skos:related g:k{chance.randrange(600)} ",
                "; dcterms:spatial g:noord ",
                "; owl:deprecated true " if number % 9 == 0 else "",
            )
            if chance.random() < 0.6
        )
        lines.append(f'g:k{number} a skos:Concept ; skos:prefLabel "{some(3)}"@nl {more}.')
    path = tmp_path_factory.mktemp("crowd") / "crowd.ttl"
    Path(path).write_text("\n".join(lines), encoding="utf-8")
    return sobkb.load(path)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("conditions", [{}, {"lang": "en"}, {"region": "noord"}])
def test_the_first_hits_are_the_first_of_all_hits(
    crowd: sobkb.KnowledgeBase, query: str, conditions: dict[str, str]
) -> None:
    everything = crowd.search(query, limit=None, **conditions)
    assert len(everything) > 20
    for limit in (1, 2, 20, 300):
        assert crowd.search(query, limit=limit, **conditions) == everything[:limit]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("conditions", [{}, {"lang": "en"}, {"region": "noord"}])
def test_what_is_left_out_among_tens_of_thousands_changes_nothing_either(
    crowd: sobkb.KnowledgeBase, query: str, conditions: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promising, "VERY_MANY", 30)  # so that the steps taken from there on are taken here
    monkeypatch.setattr(pieces, "SPREAD", 10)
    monkeypatch.setattr(pieces, "MOST_REMEMBERED", 5)
    monkeypatch.setattr(parts, "PATIENCE", 3)
    everything = crowd.search(query, limit=None, **conditions)
    for limit in (1, 2, 20):
        assert crowd.search(query, limit=limit, **conditions) == everything[:limit]
