"""Criteria on labels and documentation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from sobkb.linting.spots import Spot
from sobkb.linting.view import NOTES, Label, View
from sobkb.namespaces import RDFS, SKOS

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{1,8})*|x(-[A-Za-z0-9]{1,8})+")
_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn "
    "so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_TWO_LETTERS = frozenset(_ISO_639_1.split())
_COMMON_SHARE = 0.1
_HIDDEN = ("Cc", "Cf", "Co", "Cn")
_JOINERS = "\u200c\u200d\u00ad"  # part of the spelling in several scripts


def omitted_or_invalid_language_tags(view: View) -> Iterator[Spot]:
    """Texts without a language tag, or with one that is no language."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        for path in (*(SKOS + label for label in ("prefLabel", "altLabel", "hiddenLabel")), *NOTES):
            for node in view.subjects.get(subject, {}).get(path, ()):
                if node.lang is not None and not _is_language(node.lang):
                    yield Spot(subject, path, f"{node.value}@{node.lang}" if node.lang else node.value)


def _is_language(tag: str) -> bool:
    first = tag.partition("-")[0].lower()
    return bool(_TAG.fullmatch(tag)) and (len(first) != 2 or first in _TWO_LETTERS)


def incomplete_language_coverage(view: View) -> Iterator[Spot]:
    """Concepts without a preferred term in a language that at least one in ten concepts has."""
    spoken = {c: _languages(view, c) for c in view.concepts}
    common = _common(spoken)
    for concept, languages in spoken.items():
        if languages and (missing := common - languages):
            yield Spot(concept, SKOS + "prefLabel", " ".join(sorted(missing)))


def no_common_language(view: View) -> Iterator[Spot]:
    """Schemes whose concepts share no language."""
    for scheme in view.schemes:
        inside = [_languages(view, c) for c in view.concepts if scheme in view.schemes_of.get(c, ())]
        named = [languages for languages in inside if languages]
        if named and not set.intersection(*named):
            yield Spot(scheme, SKOS + "prefLabel")


def _languages(view: View, concept: str) -> set[str]:
    return {
        label.lang.partition("-")[0]
        for label in view.labels(concept)
        if label.path == SKOS + "prefLabel" and label.lang
    }


def _common(spoken: dict[str, set[str]]) -> set[str]:
    counted = Counter(language for languages in spoken.values() for language in languages)
    return {language for language, n in counted.items() if n >= _COMMON_SHARE * len(spoken)}


def undocumented_concept(view: View) -> Iterator[Spot]:
    """Concepts without any definition or note."""
    for concept in view.concepts:
        known = view.subjects.get(concept, {})
        if not any(node.value.strip() for path in NOTES for node in known.get(path, ())):
            yield Spot(concept)


def overlapping_labels(view: View) -> Iterator[Spot]:
    """Concepts of one scheme that share a preferred or alternative term."""
    owners: dict[tuple[str, str, str], dict[str, Label]] = {}
    for concept in view.concepts:
        for label in view.labels(concept):
            if label.path == SKOS + "hiddenLabel" or not label.text.strip():
                continue
            key = unicodedata.normalize("NFC", label.text).casefold()
            for scheme in view.schemes_of.get(concept) or {""}:
                owners.setdefault((scheme, key, label.lang), {}).setdefault(concept, label)
    spots = {
        Spot(concept, label.path, f"{label.text}@{label.lang}" if label.lang else label.text)
        for concepts in owners.values()
        if len(concepts) > 1
        for concept, label in concepts.items()
    }
    yield from sorted(spots)


def missing_label(view: View) -> Iterator[Spot]:
    """Concepts and schemes without a preferred term."""
    for subject in (*view.concepts, *view.schemes):
        named = any(label.path == SKOS + "prefLabel" for label in view.labels(subject))
        titles = (RDFS + "label", "http://purl.org/dc/terms/title", "http://purl.org/dc/elements/1.1/title")
        if not named and not (subject in view.schemes and any(t in view.subjects[subject] for t in titles)):
            yield Spot(subject, SKOS + "prefLabel")


def unprintable_characters(view: View) -> Iterator[Spot]:
    """Labels with characters that cannot be seen."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        for label in view.labels(subject):
            if any(unicodedata.category(c) in _HIDDEN and c not in _JOINERS for c in label.text):
                yield Spot(subject, label.path, label.text)


def empty_label(view: View) -> Iterator[Spot]:
    """Labels without a visible character."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        for label in view.labels(subject):
            if not label.text.strip():
                yield Spot(subject, label.path, label.text)


def ambiguous_notation(view: View) -> Iterator[Spot]:
    """Concepts of one scheme that share a notation."""
    owners: dict[tuple[str, str], set[str]] = {}
    for concept in view.concepts:
        for node in view.subjects.get(concept, {}).get(SKOS + "notation", ()):
            for scheme in view.schemes_of.get(concept) or {""}:
                owners.setdefault((scheme, node.value), set()).add(concept)
    for (_, notation), concepts in sorted(owners.items()):
        if len(concepts) > 1:
            for concept in sorted(concepts):
                yield Spot(concept, SKOS + "notation", notation)


def inconsistent_preferred_labels(view: View) -> Iterator[Spot]:
    """Entries with two preferred terms in one language (SKOS S14)."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        texts: dict[str, set[str]] = {}
        for label in view.labels(subject):
            if label.path == SKOS + "prefLabel":
                texts.setdefault(label.lang, set()).add(label.text)
        for found in texts.values():
            for text in sorted(found)[1:]:
                yield Spot(subject, SKOS + "prefLabel", text)


def disjoint_labels_violation(view: View) -> Iterator[Spot]:
    """One label in two roles (SKOS S13)."""
    for subject in (*view.concepts, *view.schemes, *view.collections):
        roles: dict[tuple[str, str], set[str]] = {}
        for label in view.labels(subject):
            roles.setdefault((label.text, label.lang), set()).add(label.path)
        for (text, _), paths in roles.items():
            if len(paths) > 1:
                weakest = next(SKOS + p for p in ("hiddenLabel", "altLabel") if SKOS + p in paths)
                yield Spot(subject, weakest, text)
