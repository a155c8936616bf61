"""Making spelling differences disappear: case, accents, hyphens, and by careful rules endings.

`site/assets/search-engine.js` holds the same functions; a change here is a change there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sobkb.search.tuning import IRREGULAR

_LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
_SILENT = frozenset({"Mn", "Me", "Cf"})
_DOTTED = r"\.(?<=(?<![^\W_])[^\W\d_]\.)(?=[^\W\d_]\.)"
_GENITIVE = r"['’ʼ`´](?<=[^\W_].)(?=s(?![^\W_]))"
_APOSTROPHES = "'’ʼ`´"


def fold(text: str) -> str:
    """Write text in the form in which it is compared.

    Small letters without accents; hyphens and other signs become one space; "foto's" and "V.G.C."
    lose their signs. Folding twice changes nothing.

    Examples:
        >>> fold("Coöperatie – «Wijk-Opbouwwerk»")
        'cooperatie wijk opbouwwerk'
        >>> fold("de foto's van de V.G.C.")
        'de fotos van de vgc'
    """
    return fold_lines([text])[0]


def fold_lines(texts: Sequence[str]) -> list[str]:
    """Fold many texts at once, which is many times faster than one by one."""
    if not texts:
        return []
    plain = [t for t in texts if t.isascii()]
    if len(plain) == len(texts):
        return _fold_together(plain)
    # Text in ASCII takes a far shorter way through `lower` and `translate`, and most labels are.
    others = [t for t in texts if not t.isascii()]
    folded_plain = iter(_fold_together(plain))
    folded_others = iter(_fold_together(others))
    return [next(folded_plain) if t.isascii() else next(folded_others) for t in texts]


def _fold_together(texts: Sequence[str]) -> list[str]:
    whole = "\n".join(texts)
    if whole.count("\n") > len(texts) - 1:
        whole = "\n".join(t.replace("\n", " ") for t in texts)
    whole = whole.lower()
    # The patterns are compiled when they are first needed: starting up should not wait for them.
    if "." in whole:
        whole = re.sub(_DOTTED, "", whole)
    if any(sign in whole for sign in _APOSTROPHES):
        whole = re.sub(_GENITIVE, "", whole)
    whole = whole.translate(_SIGNS) if whole.isascii() else _without_accents(whole)
    while "  " in whole:
        whole = whole.replace("  ", " ")
    return [line.strip(" ") for line in whole.split("\n")]


def _without_accents(whole: str) -> str:
    from unicodedata import category, normalize

    whole = normalize("NFKD", normalize("NFKD", whole).lower())
    for character in sorted(set(whole)):
        if character.isalnum():
            folded = _LETTERS.get(character, character)
        elif character == "\n":
            continue
        else:
            folded = "" if category(character) in _SILENT else " "
        if folded != character:
            whole = whole.replace(character, folded)
    return whole


_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}


_ENDINGS = "eringen erende ations eerden ering eerde aties ation eerd eert eren atie eer"
_FAMILY = tuple(_ENDINGS.split())
_KEPT = ("cratie", "craties")
_NO_PLURAL = ("ss", "is", "us", "js", "oces", "cces")
_LETTER_BEFORE_S = frozenset("abcdefghklmopqrtvwxyz")
_LETTER_BEFORE_T = frozenset("kpgmb")


def stem(word: str) -> str:
    """Reduce a folded word to what its plurals and verb forms share.

    The rules are careful rather than complete: they are to join "buurten" and "buurt",
    "organiseert" and "organisatie", and to keep "werking" apart from "werk" and "ouderen" from
    "ouders". What comes out is a key, not a word.

    Examples:
        >>> stem("huizen") == stem("huis"), stem("georganiseerd") == stem("organisaties")
        (True, True)
        >>> stem("communities") == stem("community"), stem("werking") == stem("werk")
        (True, False)
    """
    word = IRREGULAR.get(word, word)
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    if len(word) > 9 and word.startswith("ge") and word.endswith(("eerd", "eerde")):
        word = word[2:]
    for ending in _FAMILY:
        if len(word) >= len(ending) + 5 and word.endswith(ending) and not word.endswith(_KEPT):
            return _close(word[: -len(ending)])
    if word.endswith("heden"):
        return word[:-4] + "eid"
    if len(word) > 6 and word.endswith("eren"):
        return word[:-1]
    if len(word) > 5 and word.endswith("ere"):
        return word
    word = _without_s(word)
    if word.endswith("en") and len(word) > 4:
        word = _close(word[:-2])
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    word = _without_s(_close(word))
    if len(word) > 4 and word[-1] == "t" and (word[-2] in _LETTER_BEFORE_T or (word.endswith("ert") and len(word) > 6)):
        word = word[:-1]
    if word.endswith("y"):
        word = word[:-1] + "i"
    # A vowel is written double only in a closed syllable: "raad", but "raden".
    if len(word) > 3 and word[-3] == word[-2] and word[-2] in "aeou" and word[-1] not in "aeiou":
        word = word[:-2] + word[-1]
    return word


def _without_s(word: str) -> str:
    if len(word) < 5 or word[-1] != "s" or word.endswith(_NO_PLURAL):
        return word
    if word[-2] in _LETTER_BEFORE_S or word.endswith(("ions", "aus")):
        return word[:-1]
    return word


def _close(word: str) -> str:
    """Write the end of a word as Dutch does when no ending follows: "wett" → "wet", "huiz" → "huis"."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if word[-1] == "z":
        return word[:-1] + "s"
    return word[:-1] + "f" if word[-1] == "v" else word


def singulars(word: str) -> tuple[str, ...]:
    """Guess the words that a folded word may be a plural or verb form of, to look for inside compounds.

    Examples:
        >>> singulars("raden"), singulars("democratieen"), singulars("werk")
        (('rad', 'raad'), ('democratie',), ())
    """
    if word in IRREGULAR:
        return (IRREGULAR[word],)
    if word.endswith("heden") and len(word) > 6:
        return (word[:-4] + "eid",)
    if word.endswith("en") and len(word) > 4:
        root = word[:-2]
        closed = _close(root)
        if len(closed) < 3:
            return ()
        vowel, last = closed[-2], closed[-1]
        if closed == root or closed[-1] != root[-1]:
            open_syllable = vowel in "aeou" and last not in "aeiouwx" and closed[-3] not in "aeiou"
            if open_syllable:
                return (closed, closed[:-1] + vowel + last)
        return (closed,)
    return (word[:-1],) if _without_s(word) != word else ()
