"""Findings, and the report that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sobkb.namespaces import shorten_iri

SEVERITIES = ("violation", "warning", "info")
"""From what breaks a machine, over what hurts a reader, to what is only a suggestion."""

_WORDS = {
    "violation": {"nl": ("fout", "fouten"), "en": ("error", "errors")},
    "warning": {"nl": ("waarschuwing", "waarschuwingen"), "en": ("warning", "warnings")},
    "info": {"nl": ("suggestie", "suggesties"), "en": ("suggestion", "suggestions")},
}
_TEXTS = {
    "clean": {"nl": "Geen bevindingen.", "en": "No findings."},
    "elsewhere": {"nl": "(plaats onbekend)", "en": "(place unknown)"},
    "and": {"nl": " en ", "en": " and "},
    "left_out": {
        "nl": "Van elke regel staan de eerste {n} hierboven; met --json staan ze er alle.",
        "en": "The first {n} of each rule are shown above; --json shows them all.",
    },
}
_LONGEST_VALUE = 120


class Finding(NamedTuple):
    """One thing that is wrong, with what to do about it.

    Attributes:
        rule: Id of the rule, e.g. "SKB-105", or of the quality criterion, e.g. "orphan-concept".
        severity: "violation", "warning" or "info".
        focus: IRI of the entry to mend; a name that starts with "_:" when it has no IRI.
        path: IRI of the property concerned; empty when there is none.
        value: IRI or text concerned; empty when there is none.
        file: File in which the entry is described; None when unknown.
        line: Line on which the entry starts in that file, from 1; None when unknown.
        message_nl: What is wrong, in Dutch.
        message_en: What is wrong, in English.
        remedy_nl: What to do, in Dutch.
        remedy_en: What to do, in English.
    """

    rule: str
    severity: str
    focus: str
    path: str = ""
    value: str = ""
    file: str | None = None
    line: int | None = None
    message_nl: str = ""
    message_en: str = ""
    remedy_nl: str = ""
    remedy_en: str = ""

    def message(self, lang: str = "nl") -> str:
        """Return what is wrong, in Dutch or English."""
        return self.message_en if lang.startswith("en") else self.message_nl

    def remedy(self, lang: str = "nl") -> str:
        """Return what to do about it, in Dutch or English."""
        return self.remedy_en if lang.startswith("en") else self.remedy_nl

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the finding as plain data, keys as the attributes."""
        return self._asdict()

    @property
    def sort_key(self) -> tuple[str, int, str, str, str, str]:
        """Order by place first, so that a file can be mended from top to bottom."""
        return (self.file or "￿", self.line or 0, self.focus, self.rule, self.path, self.value)


class Report:
    """The findings of a check, sorted by file, line, entry and rule.

    A report is a sequence of `Finding`s.

    Args:
        findings: In any order; repeated ones count once.
        checked: The files that were checked, as named by the caller.

    Examples:
        >>> report = Report([Finding("SKB-105", "violation", "http://example.org/a")])
        >>> report.conforms, len(report), report.counts["violation"]
        (False, 1, 1)
    """

    def __init__(self, findings: Iterable[Finding], checked: Iterable[str] = ()) -> None:
        self.findings = tuple(sorted(set(findings), key=lambda finding: finding.sort_key))
        """All findings, sorted."""
        self.checked = tuple(checked)
        """The files that were checked."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def __bool__(self) -> bool:
        # A report without findings is still a report.
        return True

    def __repr__(self) -> str:
        counted = ", ".join(f"{self.counts[s]} {s}" for s in SEVERITIES)
        return f"<Report: {counted}>"

    @property
    def counts(self) -> dict[str, int]:
        """Number of findings per severity; every severity is present."""
        found = dict.fromkeys(SEVERITIES, 0)
        for finding in self.findings:
            found[finding.severity] += 1
        return found

    @property
    def rules(self) -> dict[str, int]:
        """Number of findings per rule, by id of the rule."""
        found: dict[str, int] = {}
        for finding in sorted(self.findings, key=lambda f: f.rule):
            found[finding.rule] = found.get(finding.rule, 0) + 1
        return found

    @property
    def conforms(self) -> bool:
        """True when nothing is a violation."""
        return self.counts["violation"] == 0

    @property
    def clean(self) -> bool:
        """True when there is nothing to mend: no violations and no warnings."""
        return all(finding.severity == "info" for finding in self.findings)

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain data: conforms, clean, counts, checked and findings."""
        return {
            "conforms": self.conforms,
            "clean": self.clean,
            "counts": self.counts,
            "checked": list(self.checked),
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def to_json(self) -> str:
        """Return the report as JSON, indented, with a line feed at the end."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def format_report(report: Report, lang: str = "nl", *, most: int | None = None) -> str:
    """Write a report for a reader: by entry, each with its rule, what is wrong and what to do.

    Args:
        report: What to write.
        lang: "nl" or "en".
        most: How many findings of one rule to write out; all by default. The counts at the end are of all.

    Returns:
        The text, with a line feed at the end. Characters that cannot be printed are shown as escapes.

    Examples:
        >>> print(format_report(Report([]), "en"), end="")
        No findings.
    """
    lang = "en" if lang.startswith("en") else "nl"
    lines: list[str] = []
    before: tuple[object, ...] | None = None
    written: dict[str, int] = {}
    for finding in report:
        written[finding.rule] = written.get(finding.rule, 0) + 1
        if most is not None and written[finding.rule] > most:
            continue
        place = (finding.file, finding.line, finding.focus)
        if place != before:
            if lines:
                lines.append("")
            lines.append(f"{_place(finding, lang)}  {_visible(shorten_iri(finding.focus))}")
            before = place
        about = " ".join(part for part in (_visible(shorten_iri(finding.path)), _value(finding.value)) if part)
        lines.append(f"  {finding.rule} {_WORDS[finding.severity][lang][0]}" + (f": {about}" if about else ""))
        lines.append(f"    {finding.message(lang)}")
        lines.append(f"    → {finding.remedy(lang)}")
    if lines:
        lines.append("")
    lines.append(_summary(report, lang))
    if most is not None and any(n > most for n in written.values()):
        lines.append(_TEXTS["left_out"][lang].format(n=most))
    return "\n".join(lines) + "\n"


def _summary(report: Report, lang: str) -> str:
    if not len(report):
        return _TEXTS["clean"][lang]
    parts = [f"{n} {_WORDS[s][lang][n != 1]}" for s, n in report.counts.items() if n]
    listed = ", ".join(parts[:-1]) + _TEXTS["and"][lang] + parts[-1] if len(parts) > 1 else parts[0]
    if len(report.rules) == 1:
        return listed + "."
    width = len(str(max(report.rules.values())))
    return "\n".join([listed + ":", *(f"  {n:>{width}} × {rule}" for rule, n in report.rules.items())])


def _place(finding: Finding, lang: str) -> str:
    if finding.file is None:
        return _TEXTS["elsewhere"][lang]
    return _visible(finding.file) + (f":{finding.line}" if finding.line else "")


def _value(value: str) -> str:
    if not value:
        return ""
    short = shorten_iri(value)
    if short == value and not value.startswith(("http://", "https://", "urn:", "_:")):
        short = f"«{value}»"
    return _visible(short if len(short) <= _LONGEST_VALUE else short[:_LONGEST_VALUE] + "…")


def _visible(text: str) -> str:
    # A terminal must not obey what stands in a file.
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in text)
