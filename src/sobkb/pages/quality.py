"""How good the data is, measured by the build: completeness, findings by rule, and the questions it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sobkb.coverage import Row, Share, measure_coverage
from sobkb.pages.asking import has_questions, is_as_foretold
from sobkb.pages.page import Page
from sobkb.pages.views import upper_first, view_head
from sobkb.pages.writing import Site, Writer
from sobkb.wording import number_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from sobkb.model import Concept
    from sobkb.validation import Report

FOLDER = "kwaliteit/"
_LISTED = 40


class Measure(NamedTuple):
    """One number of the summary.

    Attributes:
        words: What is measured.
        value: The number.
        good: True when nothing is left to do.
        note: A remark.
    """

    words: str
    value: str
    good: bool
    note: str = ""


def has_quality(site: Site) -> bool:
    """Tell whether the build measures this knowledge base: the yardstick is that of our own."""
    return site.is_builtin


def quality_pages(site: Site) -> Iterator[Page]:
    """Make the page in every language."""
    coverage = measure_coverage(site.kb)
    report = site.kb.validate()
    answered, foretold, total = _questions(site)
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        summary = [
            _share(o, "quality.bilingual", coverage.total.bilingual),
            _share(o, "quality.explained", coverage.total.explained),
            _share(o, "quality.evidenced", coverage.total.evidenced),
            Measure(o.word("quality.orphans"), str(len(coverage.orphans)), not coverage.orphans),
        ]
        found = report.counts
        summary += [
            Measure(o.word(f"quality.{s}"), str(found[s]), not found[s] or s == "info")
            for s in ("violation", "warning", "info")
        ]
        if total:
            note = o.word("quality.of", total)
            summary.append(Measure(o.word("quality.answered"), f"{answered}/{foretold}", answered == foretold, note))
        gaps = [
            (o.word(key), _links(o, concepts), max(0, len(concepts) - _LISTED))
            for key, concepts in (
                ("quality.untranslated", coverage.untranslated),
                ("quality.unexplained", coverage.unexplained),
                ("quality.unevidenced", coverage.unevidenced),
                ("quality.unlinked", coverage.orphans),
            )
            if concepts
        ]
        body = o.render(
            "quality.html.j2",
            summary=summary,
            counts=(coverage.statements, coverage.figures, coverage.dates, coverage.matches),
            kinds=[(o.kind_link(k), _cells(r, lang)) for k, r in coverage.kinds if r.entries],
            schemes=[(upper_first(s.label(lang)), _cells(r, lang)) for s, r in coverage.schemes if r.entries],
            gaps=gaps,
            findings=_findings(o, report),
            rules=o.href(f"{lang}/regels/"),
            questions=o.href(f"{lang}/vragen/") if total else "",
        )
        yield o.page(
            title=o.word("quality.title"),
            family="quality",
            body=body,
            description=o.word("quality.lead"),
            head=view_head(o),
        )


def _questions(site: Site) -> tuple[int, int, int]:
    """Count the questions whose answer came out as foretold, those with such an answer, and all."""
    if not has_questions(site):
        return 0, 0, 0
    from sobkb.questions import questions

    known = questions()
    foretold = [q for q in known if q.expected]
    return sum(is_as_foretold(q, q.run(site.kb)) for q in foretold), len(foretold), len(known)


def _share(o: Writer, key: str, share: Share) -> Measure:
    note = o.word("quality.part", share.number, share.total)
    return Measure(o.word(key), f"{share.percentage}%", share.number == share.total, note)


def _cells(row: Row, lang: str) -> list[str]:
    shares = [f"{s.percentage}%" for s in (row.bilingual, row.explained, row.evidenced)]
    return [str(row.entries), *shares, number_in_words(f"{row.relations_per_entry:.1f}", lang)]


def _links(o: Writer, concepts: Iterable[Concept]) -> list[Markup]:
    return [o.link(c) for c in list(concepts)[:_LISTED]]


class Found(NamedTuple):
    """What the check found of one rule.

    Attributes:
        rule: Id of the rule.
        severity: "violation", "warning" or "info".
        message: What is wrong.
        number: How often.
        links: Where, as far as it is a concept.
    """

    rule: str
    severity: str
    message: str
    number: int
    links: list[Markup]


def _findings(o: Writer, report: Report) -> list[Found]:
    order = ("violation", "warning", "info")
    found = []
    for rule in report.rules:
        cases = [f for f in report if f.rule == rule]
        concepts = [c for f in cases if (c := o.site.kb.concept(f.focus)) is not None]
        links = _links(o, dict.fromkeys(concepts))
        found.append(Found(rule, cases[0].severity, cases[0].message(o.lang), len(cases), links))
    return sorted(found, key=lambda f: (order.index(f.severity), -f.number, f.rule))
