"""Every rule the data is checked against: what it asks, how serious it is, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sobkb.namespaces import shorten_iri
from sobkb.pages.page import Page
from sobkb.pages.views import code_text, view_head
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from markupsafe import Markup

    from sobkb.validation.rules import Rule

FOLDER = "regels/"
_GROUPS = {"1": "rules.skos", "2": "rules.domain", "3": "rules.style", "4": "rules.graphs"}


class RuleCard(NamedTuple):
    """A rule.

    Attributes:
        id: Its id.
        label: Its name.
        severity: "violation", "warning" or "info".
        message: What is wrong when it is broken.
        remedy: What to do then.
        targets: What it is about, in short form.
        query: The constraint, as code.
    """

    id: str
    label: str
    severity: str
    message: str
    remedy: str
    targets: list[str]
    query: Markup


def has_rules(site: Site) -> bool:
    """Tell whether the rules that come with sobkb belong on this site."""
    return site.is_builtin


def rule_pages(site: Site) -> Iterator[Page]:
    """Make the reference in every language."""
    from sobkb.validation.rules import load_rules

    rules = load_rules()
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        groups: dict[str, list[RuleCard]] = {}
        for rule in rules:
            groups.setdefault(_GROUPS.get(rule.id.rpartition("-")[2][:1], "rules.other"), []).append(_card(rule, lang))
        body = o.render(
            "rules.html.j2",
            groups=[(o.word(key), key.partition(".")[2], cards) for key, cards in groups.items()],
            number=len(rules),
            file=o.href("shapes.ttl"),
            quality=o.href(f"{lang}/kwaliteit/"),
        )
        yield o.page(
            title=o.word("rules.title"),
            family="rules",
            body=body,
            description=o.word("rules.lead", len(rules)),
            head=view_head(o),
        )


def _card(rule: Rule, lang: str) -> RuleCard:
    language = "nl" if lang.startswith("nl") else "en"
    core = "\n".join(
        f"{name} {' '.join(value) if isinstance(value, tuple) else value}" for name, value in rule.core.items()
    )
    path = f"path {shorten_iri(rule.path)}\n" if rule.path else ""
    return RuleCard(
        rule.id,
        rule.labels.get(language, rule.id),
        rule.severity,
        rule.messages.get(language, ""),
        rule.remedies.get(language, ""),
        [f"{sort}: {shorten_iri(iri)}" for sort, iri in rule.targets],
        code_text((path + core + rule.select).strip("\n")),
    )
