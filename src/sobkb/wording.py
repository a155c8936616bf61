"""Numbers and dates in words a reader knows."""

from __future__ import annotations

import re

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.dates import DateSpan

_MONTHS = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_FORMS = {
    "nl": {
        "decade": "de jaren {}", "century": "{}–{}", "about": "omstreeks {}", "from": "vanaf {}",
        "until": "tot {}", "between": "{} tot {}", "uncertain": "misschien {}",
    },
    "en": {
        "decade": "the {}s", "century": "{}–{}", "about": "about {}", "from": "from {}",
        "until": "until {}", "between": "{} to {}", "uncertain": "perhaps {}",
    },
}  # fmt: skip


def number_in_words(value: str, lang: str) -> str:
    """Write a number the way readers of a language do.

    Examples:
        >>> number_in_words("12500.5", "nl"), number_in_words("12500.5", "en")
        ('12.500,5', '12,500.5')
        >>> number_in_words("1", "nl")
        '1'
    """
    sign = "−" if value.startswith("-") else ""
    whole, _, rest = value.lstrip("+-").partition(".")
    if not whole.isdecimal() or (rest and not rest.isdecimal()):
        return value
    thousand, point = (".", ",") if lang.partition("-")[0] == "nl" else (",", ".")
    grouped = f"{int(whole):,}".replace(",", thousand) if len(whole) > 4 else whole
    rest = rest.rstrip("0")
    return sign + grouped + (point + rest if rest else "")


def date_in_words(span: DateSpan, lang: str) -> str:
    """Write a date in EDTF as words.

    Examples:
        >>> from sobkb.dates import parse_date
        >>> date_in_words(parse_date("197X"), "nl"), date_in_words(parse_date("1978~/.."), "en")
        ('de jaren 1970', 'from about 1978')
        >>> date_in_words(parse_date("1991-06-26"), "nl")
        '26 juni 1991'
    """
    forms = _FORMS.get(lang.partition("-")[0], _FORMS["en"])
    start, slash, end = span.text.partition("/")
    if not slash:
        return _part(start, lang, forms)
    if end in ("", ".."):
        return forms["from"].format(_part(start, lang, forms))
    if start in ("", ".."):
        return forms["until"].format(_part(end, lang, forms))
    return forms["between"].format(_part(start, lang, forms), _part(end, lang, forms))


def _part(text: str, lang: str, forms: dict[str, str]) -> str:
    bare = text.rstrip("~?%")
    if re.fullmatch(r"\d{3}X", bare):
        words = forms["decade"].format(bare.replace("X", "0"))
    elif re.fullmatch(r"\d{2}XX", bare):
        words = forms["century"].format(bare.replace("X", "0"), bare.replace("X", "9"))
    else:
        months = _MONTHS.get(lang.partition("-")[0], _MONTHS["en"])
        year, *rest = bare.split("-")
        words = year
        if rest:
            words = f"{months[int(rest[0]) - 1]} {year}"
        if len(rest) > 1:
            words = f"{int(rest[1])} {words}"
    if text.endswith("~"):
        return forms["about"].format(words)
    return forms["uncertain"].format(words) if text.endswith(("?", "%")) else words
