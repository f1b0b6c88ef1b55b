"""The language of the messages: asked for, else the locale's, else that of the copy's script.

Nothing here changes the process: a language is a value, handed on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.messages.texts import LANGS, Lang

_CHINESE = frozenset({"zh", "chi", "zho", "cmn", "yue"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_NOWHERE = frozenset({"", "c", "posix"})


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
