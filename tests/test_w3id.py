"""The redirects of the permanent addresses, worked through the way Apache's mod_rewrite does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import sobkb
from sobkb.namespaces import BASE
from sobkb.pages import Site, build_pages

W3ID = Path(__file__).parent.parent / "w3id"
FILES = ("/download/", "/id/", "/ns.ttl", "/shapes.ttl")


class Rule(NamedTuple):
    """One RewriteRule with the conditions above it."""

    conditions: list[tuple[str, str, bool]]
    pattern: str
    target: str
    flags: dict[str, str]


def read_rules() -> list[Rule]:
    rules: list[Rule] = []
    conditions: list[tuple[str, str, bool]] = []
    for line in (W3ID / ".htaccess").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words[:1] == ["RewriteCond"]:
            # a condition may hold no spaces, so its flags are the last word
            conditions.append((words[1], " ".join(words[2:-1]), "NC" in words[-1]))
        elif words[:1] == ["RewriteRule"]:
            flags = dict(f.partition("=")[::2] for f in words[3].strip("[]").split(","))
            rules.append(Rule(conditions, words[1], words[2], flags))
            conditions = []
    return rules


def follow(path: str, accept: str, language: str) -> str:
    """Return where a request leads, below the address of the site; "-" for nowhere."""
    known = {"%{HTTP_ACCEPT}": accept, "%{HTTP:Accept-Language}": language}
    environment: dict[str, str] = {}
    for rule in read_rules():
        match = re.search(rule.pattern, path)
        if not match or not all(holds(known[name], pattern, ignore) for name, pattern, ignore in rule.conditions):
            continue
        if "E" in rule.flags:
            name, _, value = rule.flags["E"].partition(":")
            environment[name] = value
        if rule.target == "-":
            continue
        target = re.sub(r"%\{ENV:(\w+)\}", lambda m: environment[m[1]], rule.target)
        target = re.sub(r"\$(\d)", lambda m, found=match: found[int(m[1])] or "", target)  # type: ignore[misc]
        assert "L" in rule.flags
        assert rule.flags["R"] in ("302", "303")
        return target.removeprefix(environment["SITE"])
    return "-"


def holds(value: str, pattern: str, ignore: bool) -> bool:  # noqa: FBT001 - read from a file
    turned = pattern.startswith("!")
    found = re.search(pattern.removeprefix("!"), value, re.IGNORECASE if ignore else 0)
    return bool(found) != turned


def table() -> list[list[str]]:
    lines = (W3ID / "table.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["path", "accept", "language", "target"]
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize("row", table(), ids=" ".join)
def test_requests_lead_where_the_table_says(row: list[str]) -> None:
    path, accept, language, target = row

    assert follow(path, accept, language) == target


@pytest.fixture(scope="module")
def built(kb: sobkb.KnowledgeBase) -> set[str]:
    return {"/" + page.path for page in build_pages(Site(kb))}


def test_every_iri_of_ours_leads_to_a_page_that_is_built(kb: sobkb.KnowledgeBase, built: set[str]) -> None:
    quads = kb.store.quads()
    iris = {getattr(t, "value", "") for q in quads for t in (q.subject, q.predicate, q.object, q.graph_name)}
    paths = {iri.removeprefix(BASE).partition("#")[0] for iri in iris if iri.startswith(BASE)}
    # what a source does not describe has no page of its own
    targets = {path: follow(path, "text/html", "en").partition("#")[0] for path in paths}

    assert {path: target for path, target in targets.items() if target not in built} == {}


def test_every_iri_of_ours_leads_to_data(kb: sobkb.KnowledgeBase) -> None:
    iris = [
        *(c.iri for c in kb.concepts),
        *(c.iri for c in (*kb.collections, *kb.themes)),
        *(s.iri for s in kb.sections),
    ]

    for iri in (*iris, BASE + "ns", BASE + "shapes", BASE):
        assert follow(iri.removeprefix(BASE), "text/turtle", "").startswith(FILES)


def test_the_address_of_the_site_stands_in_one_place() -> None:
    text = (W3ID / ".htaccess").read_text(encoding="utf-8")

    assert len(re.findall(r"https?://(?!w3id\.org|github\.com)", text)) == 1
