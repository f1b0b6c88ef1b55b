"""Who wrote it: names in brackets, after role words, or alone on a story's last line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.model import Byline
from edition.patterns import late
from edition.trade.lexicon import AUTHOR
from edition.trade.names import COMMON_SURNAMES
from edition.trade.signing.likelynames import (
    is_common_word,
    is_sentence,
    is_strange_name,
    price_of,
)
from edition.trade.signing.signatures import Signature, Signed, signature_of
from edition.trade.signing.signwords import SOURCE

_OPEN, _CLOSE = "（(〔【［\\[", "）)〕】］\\]"
_INNER = f"[{_OPEN}]([^{_OPEN}{_CLOSE}]{{2,90}})[{_CLOSE}]"
_BRACKETED = late(_INNER)
_STOPS = "。！？…”’」』!?."
_GLUED = late(rf"(?<=[{_STOPS}])[\s\u3000]*({_INNER}(?:\d{{7}})?)$")
_SIGNED_OFF = late(rf"(?<=[{_STOPS}])[\s\u3000]*([^{_STOPS}]{{4,60}})$")
_PICTURED = late("[摄攝图圖画畫绘繪]")
_INNER_LAST = late(_INNER + "$")
_LAST_BRACKETS = late(f"[{_OPEN}][^{_OPEN}{_CLOSE}]*[{_CLOSE}]$")
_ANY_BRACKET = late(f"[{_OPEN}{_CLOSE}]")
_BREAK = late(rf"[{_STOPS}）)\s\u3000]")
_TAIL = 60
"""characters at the end of a caption that may be its credit"""
_BY_AUTHOR = late(f"[{_OPEN}]((?:本文)?作者[^{_CLOSE}]+)[{_CLOSE}]$")
_HAN = late("[\u4e00-\u9fff]+")
_CORE = late("[记記]者|通[讯訊][员員]")
_SIGNS_OFF = late(
    "[记記]者|通[讯訊][员員]|(?:撰文|采写|[编編][译譯]|整理|[采採][访訪]|文)[/／:：]|"
    "[摄攝]影[报報][道導]$"
)
_TEXT_AND_PICTURE = late(
    "(.*[\u4e00-\u9fff]{2})文([\\s\u3000、]*[\u4e00-\u9fff]{2,3})([图圖摄攝])"
)
"""记者某某文 某某图: two roles behind their names without a mark."""
_BY = late(
    "(?:By|BY|by)\\s+((?:[A-Z][A-Za-z.'’\u00c0-\u017f-]*\\s+){1,3}[A-Z][A-Za-z.'’\u00c0-\u017f-]+"
    "(?:(?:\\s+and|"
    ",)\\s+(?:[A-Z][A-Za-z.'’\u00c0-\u017f-]*\\s+){1,3}[A-Z][A-Za-z.'’\u00c0-\u017f-]+){0,3})"
)
_PEN_LINE = late(
    "(?:(?:本?文)?作者|撰文|撰稿|[采採][写寫])\\s*[:：|｜]\\s*([\u4e00-\u9fff·、，,\\s\u3000]{2,24})"
)
"""作者｜阿七、小田: a role and a rule before names that need no known surname."""
_PET_NAME = late("[阿小老大][\u4e00-\u9fff]{1,2}")
_PEN_NAMES = late("[、，,\\s\u3000]+")
_BULLET = "■□●◎◆▲◇○★☆☉"
_SIGNING = "■□●◎☉"
_SIGNED_LENGTH = 10
_LONGEST_LINE = 110
_OF_AN_OUTLET = late(
    "(?:[\u4e00-\u9fff]{2,6}[报報]?(?=【)|"
    "[［\\[【〔][^］\\]】〕]{2,12}[］\\]】〕](?=.{0,8}[记記]者))"
)
"""工商時報【…】, ［台灣新聞雲］記者…: an outlet before the signature."""
_TOLD = late("[报報][道导導]|[电電讯訊]")
_NAMELESS = late("本[报報刊](?:特[约約]|特派)?(?:[记記]者|[评評][论論][员員])")
_NO_PEN_NAME = late(
    ".*(?:[完续續上中下]|[图圖][片为]?|版权|[笑掌鼓]声?|略|注|[电電讯訊]|之[一二三四五六七八九十]|"
    "[节節][选選]|[连連][载載])"
)


def names_in(content: str) -> tuple[str, ...] | None:
    """The names of a byline without its brackets, or None when it holds anything else."""
    found = _signature(content)
    return (found.authors or None) if found is not None and not found.is_credit else None


def persons_in(content: str) -> tuple[Signed, ...]:
    """The persons of a signature with their roles, in their order."""
    inner = _BRACKETED.fullmatch(content)
    found = _signature(inner.group(1) if inner else content)
    return found.persons if found is not None else ()


def bracketed_names(text: str) -> tuple[str, ...]:
    """The names in the first brackets of `text`; none where something else stands in them."""
    inner = _BRACKETED.search(text)
    return (names_in(inner.group(1)) or ()) if inner else ()


def own_line(text: str) -> Byline | None:
    """The byline that fills a whole line: in brackets, or opened by a role word.

    A picture's credit is none; a source (据新华社) and an author without a name are one.
    """
    if len(text) > _LONGEST_LINE or "。" in text:
        return None
    if AUTHOR.fullmatch(text):
        return Byline(text, _author(text))
    by = _BY.fullmatch(text)
    if by is not None:
        return Byline(text, tuple(re.split(r"\s+and\s+|,\s+", by.group(1))))
    inner = _BRACKETED.fullmatch(text)
    content = inner.group(1) if inner else text.lstrip(_BULLET)
    if _NAMELESS.fullmatch(content) or (inner and SOURCE.fullmatch(content)):
        return Byline(text, ())
    found = _signature(content) if inner else _in_the_open(_flat(content))
    if found is None:
        return _pen_line(text)
    if found.is_credit:
        return None
    if not found.authors:
        told = _TOLD.search(text) and not found.roles and (inner or "/" in text or "／" in text)
        return Byline(text, ()) if told and found.report and not text[0].isdigit() else None
    return Byline(text, found.authors) if _signs(text, found, bool(inner)) else None


def _pen_line(text: str) -> Byline | None:
    """Pen names behind a role and a rule."""
    found = _PEN_LINE.fullmatch(text)
    names = tuple(filter(None, _PEN_NAMES.split(found.group(1)))) if found else ()
    pen = all(_PET_NAME.fullmatch(name) or is_pen_name(name) for name in names)
    return Byline(text, names) if names and pen else None


def bare_names(text: str) -> Byline | None:
    """A line of names alone: weak, to be asked for only at the end of a story."""
    if len(text) > 20:
        return None
    names = names_in(text)
    return Byline(text, names) if names else None


def glued(text: str) -> tuple[str, Byline] | None:
    """A paragraph parted from the byline after its last full stop."""
    found = _GLUED.search(text)
    if found is None:
        return _signed_off(text)
    if not text[: found.start()].strip():
        return None
    content = found.group(2)
    signature = _signature(content)
    if signature is not None and signature.authors and not signature.is_credit:
        names = signature.authors
    elif signature is None and is_pen_name(content):
        names = (content,)
    else:
        return None
    return text[: found.start()], Byline(found.group(1), names, glued=True)


def credited(text: str) -> tuple[str, ...] | None:
    """Who made a picture, where a line is its credit or a caption ends in one; else None."""
    if not _PICTURED.search(text[-_TAIL:]):
        return None
    for tail in _tails(text):
        found = _signature(_LAST_BRACKETS.sub("", tail).strip())
        if found is not None and found.is_credit:
            return tuple(person.name for person in found.persons)
    return None


def _tails(text: str) -> Iterator[str]:
    """The endings of a line that may be a credit, the longest first."""
    inner = _INNER_LAST.search(text)
    if inner is not None:
        yield inner.group(1)
    if len(text) <= _LONGEST_LINE:
        yield text.lstrip(_BULLET)
    for found in _BREAK.finditer(text, max(0, len(text) - _TAIL)):
        yield text[found.end():]


def is_credit(text: str) -> bool:
    """True for a line that names who made a picture, and nobody who wrote."""
    return credited(text) is not None and own_line(text) is None


def is_pen_name(content: str) -> bool:
    """True for two to four characters that may be a name without a known surname."""
    return (
        2 <= len(content) <= 4 and _HAN.fullmatch(content) is not None
        and not _NO_PEN_NAME.fullmatch(content) and is_strange_name(content)
    )


def _signature(content: str) -> Signature | None:
    """The signature, unless it is words that only look like names."""
    parted = _TEXT_AND_PICTURE.fullmatch(content) if content[-1:] in "图圖摄攝" else None
    plain = f"{parted[1]}/文 {parted[2].strip()}/{parted[3]}" if parted else content.strip()
    found = signature_of(plain)
    if found is None:
        return None
    if not (found.roles or found.report or found.outlet):
        names = [person.name for person in found.persons]
        han = [name for name in names if not name[0].isascii()]
        strange = not han or any("·" not in name and price_of(name) is None for name in han)
        doubtful = sum(map(is_common_word, names))
        if not names or strange or found.run_on or 2 * doubtful >= len(names):
            return None
    elif len(found.persons) == 1 and _is_headline(content, found.persons[0].name):
        return None
    return found


def _in_the_open(content: str) -> Signature | None:
    """The signature no brackets hold: names run together must not be a sentence."""
    found = _signature(content)
    sentence = found is not None and found.run_on and is_sentence(found.authors)
    return None if sentence else found


def _is_headline(content: str, name: str) -> bool:
    """记者从业: a role and a word that only begins like a name."""
    return (
        len(content) <= 6 and content.endswith(name) and name[0] not in COMMON_SURNAMES
        and _CORE.match(content) is not None and is_common_word(name)
    )


def _signs(text: str, found: Signature, inner: bool) -> bool:
    """True where a line says by more than its names that it is a signature."""
    told = found.roles or found.report
    if inner:
        return told or found.outlet or text[0] != "【"
    marked = text[0] in _SIGNING and len(text) <= _SIGNED_LENGTH
    return told or marked or (found.outlet and bool(len(text.split()) > 1))


def _flat(text: str) -> str:
    """A line whose brackets stand inside it, without them."""
    return _ANY_BRACKET.sub(" ", text) if _OF_AN_OUTLET.match(text) else text


def _author(text: str) -> tuple[str, ...]:
    """The name beside 作者 where the brackets give it."""
    found = _BY_AUTHOR.match(text)
    return (names_in(found.group(1)) or ()) if found else ()


def _signed_off(text: str) -> tuple[str, Byline] | None:
    """The byline without brackets behind the last full stop: 本报记者 某某."""
    if not _SIGNS_OFF.search(text, max(0, len(text) - 60)):
        return None
    found = _SIGNED_OFF.search(text)
    if found is None or not text[: found.start()].strip() or not _SIGNS_OFF.search(found.group(1)):
        return None
    signature = _in_the_open(found.group(1))
    if signature is None or not signature.authors or signature.is_credit:
        return None
    return text[: found.start()], Byline(found.group(1), signature.authors, glued=True)
