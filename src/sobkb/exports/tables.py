"""Concepts as rows: for spreadsheets, OpenRefine, Quizlet and data frames."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from sobkb.exports.escaping import spreadsheet_cell
from sobkb.text import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from sobkb.exports.selecting import Part
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept
    from sobkb.text import LangText

CONCEPT_COLUMNS = (
    "iri",
    "slug",
    "kind",
    "scheme",
    "level",
    "region",
    "label_nl",
    "label_en",
    "alt_nl",
    "alt_en",
    "definition_nl",
    "definition_en",
    "explanation_nl",
    "explanation_en",
    "broader",
    "relations",
    "sections",
    "status",
    "modified",
    "deprecated",
    "replaced_by",
)
"""Columns of the table with one row per concept."""

LABEL_COLUMNS = ("iri", "slug", "label", "lang", "type")
"""Columns of the table with one row per label; `type` is "preferred", "alternative" or "hidden"."""

_BREAKS = re.compile(r"[\t\r\n\x85\u2028\u2029]+")

SEPARATOR = " | "
"""Stands between several values in one cell."""


def write_csv(part: Part) -> str:
    """Write one row per concept as CSV (RFC 4180)."""
    return separated_values(CONCEPT_COLUMNS, map(concept_row, part.concepts))


def write_tsv(part: Part) -> str:
    """Write one row per concept as tab-separated values, without quotes."""
    return _tabbed(CONCEPT_COLUMNS, map(concept_row, part.concepts))


def write_label_csv(part: Part) -> str:
    """Write one row per label as CSV (RFC 4180)."""
    return separated_values(LABEL_COLUMNS, _label_rows(part.concepts))


def write_label_tsv(part: Part) -> str:
    """Write one row per label as tab-separated values, without quotes."""
    return _tabbed(LABEL_COLUMNS, _label_rows(part.concepts))


def concept_row(concept: Concept) -> tuple[str, ...]:
    """Return the cells of a concept, in the order of `CONCEPT_COLUMNS`.

    Examples:
        >>> dict(zip(CONCEPT_COLUMNS, concept_row(mini["tomaat"])))["relations"]
        'groeitIn moestuin'
    """
    return (
        concept.iri,
        concept.slug,
        concept.kind.name if concept.kind else "",
        SEPARATOR.join(s.slug for s in concept.schemes),
        concept.level,
        SEPARATOR.join(r.slug for r in concept.regions),
        _texts(concept.pref_labels, "nl"),
        _texts(concept.pref_labels, "en"),
        _texts(concept.alt_labels, "nl"),
        _texts(concept.alt_labels, "en"),
        _texts(concept.texts("definition"), "nl"),
        _texts(concept.texts("definition"), "en"),
        _texts(concept.texts("comment"), "nl"),
        _texts(concept.texts("comment"), "en"),
        SEPARATOR.join(b.slug for b in concept.broader),
        SEPARATOR.join(f"{s.relation.name} {getattr(s.object, 'slug', '')}" for s in concept.relations),
        SEPARATOR.join(s.id for s in concept.sections),
        concept.status,
        concept.modified,
        "true" if concept.is_deprecated else "false",
        SEPARATOR.join(r.slug for r in concept.replaced_by),
    )


def to_dataframe(kb: KnowledgeBase) -> pd.DataFrame:
    """Return a pandas data frame with one row per concept, its slug as index.

    Args:
        kb: The knowledge base.

    Raises:
        MissingExtraError: pandas is not installed.

    Examples:
        >>> to_dataframe(mini).loc["tomaat", "label_en"]
        'tomato'
    """
    try:
        import pandas as pd
    except ImportError:
        from sobkb.errors import MissingExtraError

        raise MissingExtraError("dataframe", "pandas") from None
    frame = pd.DataFrame([concept_row(c) for c in kb.concepts], columns=list(CONCEPT_COLUMNS)).set_index("slug")
    frame["deprecated"] = frame["deprecated"] == "true"
    return frame


def _label_rows(concepts: Iterable[Concept]) -> Iterable[tuple[str, ...]]:
    for concept in concepts:
        for sort, labels in (
            ("preferred", concept.pref_labels),
            ("alternative", concept.alt_labels),
            ("hidden", concept.hidden_labels),
        ):
            for label in labels:
                yield (concept.iri, concept.slug, label.text, label.lang, sort)


def _texts(texts: Sequence[LangText], lang: str) -> str:
    # Text without a language is Dutch or English, we cannot tell; it is shown once, in the first column.
    found = texts_in(texts, lang) or (tuple(t for t in texts if not t.lang) if lang == "nl" else ())
    return SEPARATOR.join(t.text for t in found)


def separated_values(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""Write rows as CSV (RFC 4180), every cell safe for spreadsheets.

    Examples:
        >>> separated_values(["a"], [["=1+1"]])
        "a\r\n'=1+1\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([spreadsheet_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _tabbed(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    # The media type has no quoting (IANA text/tab-separated-values), so tabs and line breaks become spaces.
    lines = ["\t".join(columns)]
    lines += [
        "\t".join(re.sub(r"[\t\r\n\x85\u2028\u2029]+", " ", spreadsheet_cell(cell)) for cell in row) for row in rows
    ]
    return "\n".join(lines) + "\n"
