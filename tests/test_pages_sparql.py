"""What the SPARQL page brings to the browser; what it does there is tried in site/test_browser_views.py."""

from __future__ import annotations

import base64
import gzip
import json
import re

import pytest

import sobkb
from sobkb.pages import Page, Site, SiteOptions
from sobkb.pages.sparql_page import DATA, ENGINE, sparql_files, sparql_pages
from sobkb.questions import questions


@pytest.fixture(scope="module")
def page(kb: sobkb.KnowledgeBase) -> Page:
    return next(iter(sparql_pages(Site(kb, SiteOptions(downloads=())))))


def settings_of(page: Page) -> dict[str, dict[str, str]]:
    found = re.search(r"window\.sobkbSettings=(.*)</script>", page.head)
    assert found
    data: dict[str, dict[str, str]] = json.loads(found[1])
    return data


def test_the_data_in_the_page_is_the_whole_knowledge_base(mini: sobkb.KnowledgeBase) -> None:
    files = {f.path: f.content.decode() for f in sparql_files(Site(mini))}
    packed = json.loads(files[DATA].removeprefix("window.sobkbQuads=").removesuffix(";\n"))
    lines = gzip.decompress(base64.b64decode(packed)).decode().splitlines()

    assert len(lines) == len(mini.store)


def test_files_are_the_same_on_every_build(mini: sobkb.KnowledgeBase) -> None:
    assert list(sparql_files(Site(mini))) == list(sparql_files(Site(mini)))


def test_the_engine_comes_with_its_licence_and_is_no_module(mini: sobkb.KnowledgeBase) -> None:
    engine = next(f.content.decode() for f in sparql_files(Site(mini)) if f.path == ENGINE)

    assert "MIT OR Apache-2.0" in engine[:400]
    assert "</script" not in engine
    assert not re.search(r"\\nexport |import\.meta", engine)


def test_every_example_and_question_runs_as_it_is_offered(kb: sobkb.KnowledgeBase, page: Page) -> None:
    queries = settings_of(page)["queries"]
    offered = re.findall(r'<option value="([^"]+)"', page.body)

    assert set(offered) == set(queries)
    assert {q.id for q in questions()} <= set(queries)
    for name, query in queries.items():
        answer = kb.sparql(query)
        if name.startswith("cq-"):
            assert answer.values() == kb.ask(name).values()
        else:
            assert answer.rows


def test_nothing_heavy_is_loaded_before_the_reader_asks(page: Page) -> None:
    assert page.scripts == ("assets/js/sparql.js",)
    assert ENGINE not in page.body + "".join(re.findall(r'src="([^"]+)"', page.head))
