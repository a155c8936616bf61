"""`sobkb tree`: the hierarchy of a concept scheme, of one concept, or of everything."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from sobkb.cli.options import natural_number
from sobkb.cli.output import accent, bold, dim
from sobkb.errors import UnknownConceptError, UnknownTermError
from sobkb.hierarchy import TreeNode, build_tree
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Scheme


_DEEPEST = 100
"""Levels that are drawn unless the reader asks for more: nobody follows deeper indents."""


def configure_tree(parser: Parser) -> None:
    """Name the arguments of `tree`."""
    parser.argument("scheme", nargs="*")
    parser.option("--depth", type=natural_number, metavar="number")


def run_tree(session: Session, options: Namespace) -> int:
    """Show the hierarchy."""
    name = " ".join(options.scheme)
    parts = _one_part(session, name) if name else _all_parts(session)
    shown: set[str] = set()
    if session.as_json:
        from sobkb.cli import data

        session.out.json(
            [
                {
                    "scheme": scheme.slug if scheme else None,
                    "tree": [data.tree(node, session.lang, options.depth, shown) for node in nodes],
                }
                for scheme, nodes in parts
            ]
        )
        return 0
    first = True
    for scheme, nodes in parts:
        if not first:
            session.out.line()
        first = False
        if scheme:
            session.out.line(f"{bold(scheme.label(session.lang))} {dim(f'[{scheme.slug}]')}")
        for node in nodes:
            session.out.exact(_name(node, session))
            _write_below(node, options.depth, session, shown)
    if not any(nodes for _, nodes in parts):
        session.hint("tree.none")
    return 0


def _one_part(session: Session, name: str) -> list[tuple[Scheme | None, tuple[TreeNode, ...]]]:
    kb = session.kb
    try:
        scheme = kb.scheme(name)
    except UnknownTermError as unknown:
        try:
            concept = kb[name]
        except UnknownConceptError as error:
            import difflib

            looks_like_a_scheme = difflib.get_close_matches(name, unknown.suggestions, n=1, cutoff=0.6)
            raise (unknown if looks_like_a_scheme or not error.suggestions else error) from None
        return [(None, build_tree([concept], lang=session.lang))]
    return [(scheme, kb.tree(scheme.slug, lang=session.lang))]


def _all_parts(session: Session) -> list[tuple[Scheme | None, tuple[TreeNode, ...]]]:
    kb = session.kb
    parts: list[tuple[Scheme | None, tuple[TreeNode, ...]]] = [
        (scheme, kb.tree(scheme.slug, lang=session.lang)) for scheme in kb.schemes
    ]
    loose = [node for node in kb.tree(lang=session.lang) if not node.concept.schemes]
    if loose or not parts:
        parts.append((None, tuple(loose)))
    return [part for part in parts if part[1]]


def _write_below(node: TreeNode, depth: int | None, session: Session, shown: set[str]) -> None:
    """Write what stands below a node, with a stack of our own, so that a deep tree is no problem.

    What stands in several places is written out in the first: a vocabulary in which many concepts have
    several parents would never end otherwise.
    """
    stack: list[tuple[Sequence[TreeNode], int, str]] = [(node.children, 0, "")]
    while stack:
        nodes, at, before = stack.pop()
        if at >= len(nodes) or (depth is not None and len(stack) >= depth - 1):
            continue
        child, is_last = nodes[at], at == len(nodes) - 1
        again = child.concept.iri in shown and bool(child.children)
        stack.append((nodes, at + 1, before))
        deeper = depth is None and len(stack) >= _DEEPEST - 1 and bool(child.children) and not again
        key = "tree.loop" if child.repeated else "tree.again" if again else "tree.deeper" if deeper else ""
        session.out.exact(f"{dim(before + ('└─ ' if is_last else '├─ '))}{_name(child, session, key)}")
        if not again and not deeper:
            shown.add(child.concept.iri)
            stack.append((child.children, 0, before + ("   " if is_last else "│  ")))


def _name(node: TreeNode, session: Session, remark: str = "") -> str:
    concept = node.concept
    label = concept.label(session.lang)
    slug = "" if label.casefold().replace(" ", "-") == concept.slug else f" {dim(f'[{concept.slug}]')}"
    return f"{accent(label)}{slug}" + (f" {dim(session.texts(remark, slug=concept.slug))}" if remark else "")
