"""Who wrote it: names in brackets, after role words, or alone on a story's last line."""

from __future__ import annotations

import re

from edition.model import Byline
from edition.trade.lexicon import AUTHOR, ROLE, ROLE_END
from edition.trade.names import SURNAMES, is_name

_BRACKETED = re.compile(r"[（(〔【]([^（()）〔〕【】]{2,60})[）)〕】]")
_GLUED = re.compile(
    r"(?<=[。！？…”’」』!?.])[\s\u3000]*([（(〔【]([^（()）〔〕【】]{2,60})[）)〕】])$"
)
_SPLIT = re.compile(r"[\s\u3000、，,;；/／|｜・]+")
_LATIN = re.compile("[A-Z][A-Za-z.'’\u00c0-\u017f-]*")
_BY = re.compile(
    "(?:By|BY|by)\\s+((?:[A-Z][A-Za-z.'’\u00c0-\u017f-]*\\s+){1,3}[A-Z][A-Za-z.'’\u00c0-\u017f-]+"
    "(?:(?:\\s+and|,)\\s+(?:[A-Z][A-Za-z.'’\u00c0-\u017f-]*\\s+){1,3}[A-Z][A-Za-z.'’\u00c0-\u017f-]+){0,3})"
)
_BULLET = "■□●◎◆▲◇○★☆"
_SIGNING = "■□●◎"
_SIGNED_LENGTH = 10
_RUN_ON = re.compile(
    r"((?:本[报報])?(?:特[约約派])?[記记]者)\s*([\u4e00-\u9fff]{2,3})[\s\u3000]*[\u4e00-\u9fff]{2}[報报][導道]"
)
"""記者林美玲台北報導: names, place and report without a mark between."""


def names_in(content: str) -> tuple[str, ...] | None:
    """The names of a byline without its brackets, or None when it holds anything else."""
    return _parse(content)[0]


def bracketed_names(text: str) -> tuple[str, ...]:
    """The names in the first brackets of `text`; none where something else stands in them."""
    inner = _BRACKETED.search(text)
    return (names_in(inner.group(1)) or ()) if inner else ()


def own_line(text: str) -> Byline | None:
    """The byline that fills a whole line: in brackets, or opened by a role word."""
    if AUTHOR.fullmatch(text):
        return Byline(text, ())
    by = _BY.fullmatch(text)
    if by is not None:
        return Byline(text, tuple(re.split(r"\s+and\s+|,\s+", by.group(1))))
    inner = _BRACKETED.fullmatch(text)
    names, role = _parse(inner.group(1) if inner else text.lstrip(_BULLET))
    marked = text[0] in _SIGNING and len(text) <= _SIGNED_LENGTH
    if inner and text[0] == "【" and not role:
        return None
    if names is None or not (inner or role or marked):
        return None
    return Byline(text, names)


def bare_names(text: str) -> Byline | None:
    """A line of names alone: weak, to be asked for only at the end of a story."""
    names = names_in(text)
    return Byline(text, names) if names and len(text) <= 20 else None


def glued(text: str) -> tuple[str, Byline] | None:
    """A paragraph parted from the byline after its last full stop."""
    found = _GLUED.search(text)
    if found is None or not text[: found.start()].strip():
        return None
    names, _ = _parse(found.group(2))
    if names is None:
        return None
    return text[: found.start()], Byline(found.group(1), names, glued=True)


def _parse(content: str) -> tuple[tuple[str, ...] | None, bool]:
    """The names and whether a role word stood beside them."""
    run_on = _RUN_ON.fullmatch(content)
    if run_on is not None and _is_name(run_on.group(2)):
        return (run_on.group(2),), True
    place = re.fullmatch(r"(.*[記记]者.*)[/／](.{1,8}[報报][導道])", content)
    tokens = [t for t in _SPLIT.split(place.group(1) if place else content) if t]
    names: list[str] = []
    role = bool(place)
    if re.search(r"文[/／]图|图[/／]文", content):
        tokens = [t for t in tokens if t not in ("文", "图")]
        role = True
    latin: list[str] = []
    for token in _unspaced(tokens):
        rest = token
        if _LATIN.fullmatch(token):
            latin.append(token)
            continue
        word = ROLE.match(rest)
        if word is not None and not _is_name(rest):
            role, rest = True, rest[word.end() :].lstrip(":：")
        end = ROLE_END.search(rest)
        if end is not None and not _is_name(rest):
            role, rest = True, rest[: end.start()]
        if not rest:
            continue
        if not _is_name(rest):
            return None, role
        names.append(rest)
    if latin and (names or role):
        names.append(" ".join(latin))
    elif latin:
        return None, role
    return (tuple(names) if names else None), role


def _unspaced(tokens: list[str]) -> list[str]:
    """Names of two characters set as wide as three: 刘 晨 is one name."""
    whole: list[str] = []
    lone = False
    for token in tokens:
        if lone and len(token) == 1:
            whole[-1] += token
            lone = False
        else:
            whole.append(token)
            lone = len(token) == 1 or ROLE.sub("", token, count=1).lstrip(":：") in SURNAMES
    return whole


_GENRES = frozenset((
    "问答", "手记", "调查", "观察", "来信", "走访", "见闻", "札记", "视点", "连线", "体验", "亲历",
    "問答", "手記", "調查", "觀察", "來信", "見聞", "連線",
))
"""What follows 记者 in a headline."""


def _is_name(token: str) -> bool:
    return is_name(token) and token not in _GENRES and not ROLE.fullmatch(token)
