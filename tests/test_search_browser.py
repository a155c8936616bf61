"""The search engine of the browser, run in Node: it finds the same as the library."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sobkb
from sobkb.search.browser import browser_index
from sobkb.search.folding import fold

ENGINE = Path(sobkb.__file__).parent / "site" / "assets" / "search-engine.js"
GOLDEN = Path(__file__).parent / "data" / "golden-queries.jsonl"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed")

RUN = """
const { create, fold } = require(process.argv[1]);
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const engine = given.index ? create(given.index) : null;
const answer = (query) => (engine ? engine.search(query, { limit: 10, ...given.options }) : fold(query));
const found = given.queries.map(answer);
console.log(JSON.stringify(found));
"""


def run(queries: list[str], index: dict[str, Any] | None = None, **options: str) -> list[Any]:
    given = json.dumps({"index": index, "queries": queries, "options": options})
    assert NODE
    done = subprocess.run(
        [NODE, "-e", RUN, str(ENGINE)], input=given, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def in_browser(hits: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(h["slug"], h["score"], h["text"], h["lang"], h["sort"], h["way"], h["why"]) for h in hits]


def in_library(hits: tuple[sobkb.search.Hit, ...], lang: str) -> list[tuple[Any, ...]]:
    return [(h.concept.slug, h.score, h.text, h.lang, h.sort, h.way, h.why(lang)) for h in hits]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_golden_queries_give_the_same_hits_in_the_same_order_for_the_same_reason(
    kb: sobkb.KnowledgeBase, lang: str
) -> None:
    queries = [json.loads(line)["query"] for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
    found = run(queries, json.loads(json.dumps(browser_index(kb, lang))))
    differing = [
        query
        for query, hits in zip(queries, found, strict=True)
        if in_browser(hits) != in_library(kb.search(query, lang=lang, limit=10), lang)
    ]
    assert differing == []


@given(st.lists(st.text(alphabet="abdeginorstuvwz -'éß", max_size=20), min_size=40, max_size=40))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_query_gives_the_same_hits(mini: sobkb.KnowledgeBase, queries: list[str]) -> None:
    for query, hits in zip(queries, run(queries, browser_index(mini)), strict=True):
        assert in_browser(hits) == in_library(mini.search(query, limit=10), "nl"), query


WORDS = st.lists(
    st.sampled_from(
        [
            "be",
            "br",
            "buurt",
            "de",
            "een",
            "en",
            "ge",
            "huis",
            "k",
            "kl",
            "l",
            "land",
            "raad",
            "ro",
            "s",
            "t",
            "tuin",
            "van",
            "w",
            "werk",
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
LEVELS = st.sampled_from(["", ' ; <https://w3id.org/sobkb/ns#level> "A"', ' ; <https://w3id.org/sobkb/ns#level> "B"'])


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """What a reader might type for some name: with letters swapped, forgotten, doubled, or words cut in two."""
    typed = draw(NAMES)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(typed) - 1)) if typed else 0
        start, end = typed[:at], typed[at:]
        typed = draw(
            st.sampled_from([start + end[1::-1] + end[2:], start + end[1:], start + end[:1] + end, f"{start} {end}"])
        )
    return typed


@given(
    st.lists(st.tuples(NAMES, NAMES, NAMES, LEVELS), min_size=1, max_size=80),
    st.lists(misspelt(), min_size=40, max_size=40),
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_misspelt_query_over_any_vocabulary_gives_the_same_hits(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: list[tuple[str, ...]], queries: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.ttl"
    path.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        + "\n".join(
            f'<http://example.org/{number}> a skos:Concept ; skos:prefLabel "{name}"@nl ;'
            f' skos:altLabel "{other}"@nl-BE ; skos:definition "{text}"@nl{level} .'
            for number, (name, other, text, level) in enumerate(vocabulary)
        ),
        encoding="utf-8",
    )
    kb = sobkb.load(path)
    for query, hits in zip(queries, run(queries, browser_index(kb)), strict=True):
        assert in_browser(hits) == in_library(kb.search(query, limit=10), "nl"), query


def test_filters_keep_the_same_hits(kb: sobkb.KnowledgeBase) -> None:
    index = browser_index(kb)
    for options in ({"kind": "Actor"}, {"region": "vlaanderen"}, {"scheme": "doelgroepen"}):
        queries = ["buurtwerk", "bewoners", "subsidie", "vrijwilligers"]
        for query, hits in zip(queries, run(queries, index, **options), strict=True):
            assert in_browser(hits) == in_library(kb.search(query, limit=10, **options), "nl")


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=30), min_size=50, max_size=50))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_folding_is_the_same(texts: list[str]) -> None:
    assert run(texts) == [fold(text) for text in texts]


def test_the_engine_works_without_texts_until_they_are_added(mini: sobkb.KnowledgeBase) -> None:
    index = browser_index(mini)
    assert run(["moestuin"], {**index, "texts": []})[0][0]["slug"] == "moestuin"


def test_the_index_holds_plain_data_and_no_code(kb: sobkb.KnowledgeBase) -> None:
    index = browser_index(kb, "en")
    assert json.loads(json.dumps(index)) == json.loads(json.dumps(browser_index(kb, "en")))
    assert len(index["concepts"]) == len(index["names"]) == len(index["texts"]) == len(kb)
