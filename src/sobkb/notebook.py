"""How things look in a notebook: small, and safe whatever labels and values hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.exports.escaping import web_address, xml_text
from sobkb.model import Concept
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.comparing import ConceptComparison
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Collection, Statement
    from sobkb.querying import QueryResult

LIMIT = 8
"""The most relations to show; the rest is counted."""

MOST_ROWS = 50
"""The most rows of a table to show; the rest is counted."""

_STYLE = "border-left:3px solid #00594f;padding:.2em .8em;max-width:46em"


def concept_html(concept: Concept) -> str:
    """Return a concept as HTML for a notebook: names, definitions and the first relations.

    Args:
        concept: The concept.

    Examples:
        >>> "Tuin waarin men groenten kweekt." in concept_html(mini["moestuin"])
        True
    """
    first, second = (pick_text(concept.pref_labels, lang) or LangText(concept.label(lang)) for lang in ("nl", "en"))
    names = [_span(first.text, first.lang, "strong")]
    if second.text != first.text:
        names.append(_span(second.text, second.lang, "em"))
    kind = concept.kind
    facts = [xml_text(f) for f in (kind.label("nl") if kind else "", *(r.label() for r in concept.regions)) if f]
    if concept.is_deprecated:
        instead = ", ".join(xml_text(c.label()) for c in concept.replaced_by)
        facts.append(f"<b>vervallen</b>{f' → {instead}' if instead else ''}")
    aside = f" <small>({'; '.join(facts)})</small>" if facts else ""
    parts = [f"<div>{' · '.join(names)}{aside}</div>"]
    for lang in ("nl", "en"):
        text = concept.text("definition", lang)
        if text and (text.lang.partition("-")[0] == lang or lang == "nl"):
            parts.append(_span(text.text, text.lang, "div"))
    parts += _statements(concept.relations)
    address = web_address(concept.iri)
    name = f"<code>{xml_text(concept.curie)}</code>"
    parts.append(f'<small><a href="{xml_text(address)}">{name}</a></small>' if address else f"<small>{name}</small>")
    return f'<div class="sobkb-concept" style="{_STYLE}">{"".join(parts)}</div>'


def knowledge_base_html(kb: KnowledgeBase) -> str:
    """Return a knowledge base as HTML for a notebook: its title, version and size, and the schemes in it.

    Args:
        kb: The knowledge base.

    Examples:
        >>> "<strong>tuinen</strong>" in knowledge_base_html(mini)
        True
    """
    version = f" {xml_text(kb.version)}" if kb.version else ""
    head = f"<div><strong>{xml_text(kb.title() or 'SKOS')}</strong>{version} <small>({len(kb)} begrippen)</small></div>"
    inside = [(scheme.label(), len(kb.find(scheme=scheme))) for scheme in kb.schemes]
    items = _limited([f"<li>{xml_text(label)} <small>({number})</small></li>" for label, number in inside], MOST_ROWS)
    return _box(head + (f'<ul lang="nl" style="margin:.3em 0">{"".join(items)}</ul>' if items else ""))


def collection_html(collection: Collection) -> str:
    """Return an enumeration or theme as HTML for a notebook: its members in order.

    Args:
        collection: The enumeration.

    Examples:
        >>> collection_html(mini.collections[0]).count("<li>") == len(mini.collections[0].members)
        True
    """
    element = "ol" if collection.ordered else "ul"
    items = _limited([f"<li>{xml_text(member.label())}</li>" for member in collection.members], MOST_ROWS)
    rest = " <small>(open lijst)</small>" if collection.open else ""
    head = f"<div><strong>{xml_text(collection.label())}</strong>{rest}</div>"
    return _box(f'{head}<{element} lang="nl" style="margin:.3em 0">{"".join(items)}</{element}>')


def comparison_html(comparison: ConceptComparison) -> str:
    """Return two concepts side by side as HTML for a notebook: a row per relation.

    Args:
        comparison: The comparison.

    Examples:
        >>> comparison_html(mini.compare("moestuin", "buurttuin")).count('<th scope="col">')
        4
    """
    columns = ("relatie", "beide", comparison.first.label(), comparison.second.label())
    rows = []
    for relation in comparison.relations:
        name = f"← {relation.relation.label()}" if relation.inverse else relation.relation.label()
        sides = (relation.shared_evidence, relation.only_first, relation.only_second)
        rows.append([name, *("; ".join(_far_end(s, inverse=relation.inverse) for s in side) for side in sides)])
    return _table(columns, rows)


def result_html(result: QueryResult) -> str:
    """Return what a query gives as HTML for a notebook: a table, or what else was asked for.

    Args:
        result: The answer.

    Examples:
        >>> result_html(mini.sparql("ASK { ?c a skos:Concept }"))
        '<code>&lt;QueryResult ask: True&gt;</code>'
    """
    if result.kind != "select":
        return f"<code>{xml_text(repr(result))}</code>"
    return _table(result.variables, [list(row) for row in result.values()])


def _far_end(statement: Statement, *, inverse: bool) -> str:
    target = statement.subject if inverse else statement.object
    places = ", ".join(section.locator() for section in statement.sections)
    words = target.label() if isinstance(target, Concept) else target.text
    return f"{words} [{places}]" if places else words


def _table(columns: Iterable[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{xml_text(column)}</th>' for column in columns)
    cells = [f"<tr>{''.join(f'<td>{xml_text(cell)}</td>' for cell in row)}</tr>" for row in rows[:MOST_ROWS]]
    more = f"<small>… +{len(rows) - MOST_ROWS}</small>" if len(rows) > MOST_ROWS else ""
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(cells)}</tbody>"
    return f'<div lang="nl"><table>{body}</table>{more}</div>'


def _limited(items: list[str], most: int) -> list[str]:
    return items if len(items) <= most else [*items[:most], f"<li>… +{len(items) - most}</li>"]


def _box(content: str) -> str:
    return f'<div class="sobkb" style="{_STYLE}">{content}</div>'


def _statements(statements: Iterable[Statement]) -> list[str]:
    rows = []
    for statement in statements:
        target = statement.object
        words = target.label("nl") if isinstance(target, Concept) else target.text
        phrase = statement.relation.phrase("nl", plural=statement.subject.is_plural("nl"))
        places = ", ".join(s.locator("nl") for s in statement.sections)
        where = f" <small>[{xml_text(places)}]</small>" if places else ""
        rows.append(f"<li>{xml_text(phrase)} <b>{xml_text(words)}</b>{where}</li>")
    rows = _limited(rows, LIMIT)
    return [f'<ul lang="nl" style="margin:.3em 0">{"".join(rows)}</ul>'] if rows else []


def _span(text: str, lang: str, element: str) -> str:
    tag = f' lang="{xml_text(lang)}"' if lang else ""
    return f"<{element}{tag}>{xml_text(text)}</{element}>"
