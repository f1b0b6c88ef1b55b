"""The language of the messages: asked for, else the locale's, else that of the copy's script.

Nothing here changes the process: a language is a value, handed on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.messages.texts import LANGS, Lang

UNDECIDED: Lang = "zh-Hans"
"""What is spoken before the copy is read, where neither option nor locale says anything."""

_CHINESE = frozenset({"zh", "chi", "zho", "cmn", "yue"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_NOWHERE = frozenset({"", "c", "posix"})
_SIMPLIFIED_MARKS = frozenset(
    "们这国时说为会对过学还开实现动长种么无问样车东经点电话关书门见来让边头请进当"
    "华业员务区县农产团记报陈刘桥"
)
_TRADITIONAL_MARKS = frozenset(
    "們這國時說為會對過學還開實現動長種麼無問樣車東經點電話關書門見來讓邊頭請進當"
    "華業員務區縣農產團記報陳劉橋"
)
"""Frequent characters that differ between the scripts, each standing in one of them alone."""


def named(tag: str) -> Lang | None:
    """The language a tag or locale means (`zh_TW.UTF-8`, `zh-Hant-HK`, `en_GB`), or None."""
    parts = re.split(r"[-_]", re.split(r"[.@]", tag.strip().lower())[0])
    if parts[0] in _CHINESE:
        if "hans" in parts:
            return "zh-Hans"
        return "zh-Hant" if _TRADITIONAL & set(parts) else "zh-Hans"
    return "en" if parts[0] in ("en", "eng") else None


def asked(tag: str) -> Lang:
    """The language of `--lang`. Raises WrongUse for one there are no messages in."""
    found = named(tag)
    if found is None:
        raise WrongUse("lang_unknown", tag=tag, known=LANGS, near=nearest(tag, LANGS))
    return found


def of_locale(environment: Mapping[str, str]) -> Lang | None:
    """The language of the locale; None where it is that of no country (C, POSIX) or not set.

    As with gettext, `LANGUAGE` lists languages in order of preference, and says nothing beside
    the locale C. A locale of a language without messages is served in English.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[n] for n in names if environment.get(n)), "")
    if re.split(r"[.@]", locale.lower())[0] in _NOWHERE:
        return None
    wanted = (named(tag) for tag in environment.get("LANGUAGE", "").split(":"))
    return next((lang for lang in wanted if lang), named(locale) or "en")


def of_script(texts: Iterable[str]) -> Lang | None:
    """The script the copy is written in, by its frequent characters; None where none tells.

    Copy in Latin letters without a Chinese character is spoken of in English.
    """
    signs = Counter[str]()
    for text in texts:
        signs.update(text)
    simplified = sum(signs[mark] for mark in _SIMPLIFIED_MARKS)
    traditional = sum(signs[mark] for mark in _TRADITIONAL_MARKS)
    latin = any("a" <= sign <= "z" for sign in signs)
    chinese = any(sign >= "\u3400" for sign in signs)
    if latin and not chinese:
        return "en"
    if simplified == traditional:
        return None
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def before_parsing(argv: Sequence[str], environment: Mapping[str, str]) -> Lang | None:
    """The language as far as it is known before the options are parsed; None for the copy's.

    The parser itself speaks it; an option it will refuse is passed over.
    """
    found = None
    for word, after in pairwise([*argv, ""]):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            found = named(value if equals else after) or found
    return found or of_locale(environment)
