"""Checking RDF against the rules of `ontology/shapes`.

`validate_files` checks files, `validate_store` what is loaded; both give a `Report` of `Finding`s, which
`format_report` writes for a reader and `Report.to_json` for a program.
"""

from __future__ import annotations

from sobkb.validation.checking import validate_files, validate_store
from sobkb.validation.report import Finding, Report, format_report
from sobkb.validation.rules import Rule, load_rules

__all__ = ["Finding", "Report", "Rule", "format_report", "load_rules", "validate_files", "validate_store"]
