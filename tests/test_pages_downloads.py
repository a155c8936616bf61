"""Downloads and the static API: whole, checked, and of the shape their schemas tell."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

import sobkb
from sobkb.pages import Site, SiteOptions
from sobkb.pages.api import FOLDER, api_files, api_pages
from sobkb.pages.downloads import download_files, download_pages

MINI = SiteOptions(name="tuin", downloads=("turtle", "json"))


@pytest.fixture(scope="module")
def garden(mini: sobkb.KnowledgeBase) -> Site:
    return Site(mini, MINI)


def documents(site: Site) -> Iterator[tuple[str, Any]]:
    for file in api_files(site):
        assert file.path.startswith("api/v1/")
        yield file.path.removeprefix(FOLDER), json.loads(file.content)


def invalid(found: dict[str, Any]) -> list[str]:
    """Return what does not follow the schema it names, checked with the schemas that are published beside it."""
    shapes = {d["$id"]: d for path, d in found.items() if path.startswith("schema/")}
    registry: Any = Registry().with_resources((name, Resource.from_contents(d)) for name, d in shapes.items())
    validators = {name: jsonschema.Draft202012Validator(d, registry=registry) for name, d in shapes.items()}
    wrong = []
    for path, document in found.items():
        if not path.startswith("schema/"):
            wrong += [
                f"{path}: {e.json_path} {e.message}" for e in validators[document["$schema"]].iter_errors(document)
            ]
    return wrong


def test_every_document_of_the_api_follows_its_schema(kb: sobkb.KnowledgeBase) -> None:
    found = dict(documents(Site(kb, SiteOptions(downloads=()))))

    assert len(found) > len(kb)
    assert invalid(found)[:5] == []


def test_documents_of_somebody_elses_vocabulary_follow_the_same_schemas(garden: Site) -> None:
    assert invalid(dict(documents(garden))) == []


def test_schemas_are_valid_themselves(garden: Site) -> None:
    for path, document in documents(garden):
        if path.startswith("schema/"):
            jsonschema.Draft202012Validator.check_schema(document)


def test_a_wrong_document_is_noticed(garden: Site) -> None:
    found = dict(documents(garden))
    found["concepts.json"]["concepts"][0]["labels"] = "tuin"

    assert len(invalid(found)) == 1


def test_the_list_of_concepts_points_at_a_document_for_each(garden: Site) -> None:
    found = dict(documents(garden))

    assert [c["href"] in found for c in found["concepts.json"]["concepts"]] == [True] * len(garden.kb)


def test_the_index_counts_what_the_documents_hold(garden: Site) -> None:
    found = dict(documents(garden))

    for name, entry in found["index.json"]["documents"].items():
        assert len(found[entry["href"]][name]) == entry["count"]


def test_checksums_fit_the_files(garden: Site) -> None:
    files = {f.path: f.content for f in download_files(garden)}
    sums = files.pop("download/SHA256SUMS").decode()
    told = {name: digest for digest, name in (line.split("  ") for line in sums.splitlines())}

    assert told == {path.removeprefix("download/"): hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert {page.lang for page in download_pages(garden) if all(s in page.body for s in told.values())} == {"nl", "en"}


def test_downloads_read_back_as_the_same_knowledge_base(garden: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("download")
    for file in download_files(garden):
        if file.path.endswith(".ttl"):
            (folder / "tuin.ttl").write_bytes(file.content)

    assert set(sobkb.load(folder / "tuin.ttl")) == set(garden.kb)


def test_the_page_about_the_api_names_every_document(garden: Site) -> None:
    lists = {path for path, _ in documents(garden) if "/" not in path}

    for page in api_pages(garden):
        assert [name for name in lists if name not in page.body] == []
