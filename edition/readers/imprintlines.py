"""Lines that say what the sidecar's imprint says: the name of the paper, its date, its number.

The page prints the imprint itself, so that such a line at the head or the foot of the copy is
repetition, and no story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from edition.copy.clean import unspaced
from edition.model import Imprint
from edition.trade.issuenumbers import issue_forms, page_forms
from edition.trade.numberformats import number_in

_PARTED = re.compile(r"[\s|｜·•/／，,；;]+")
_WEEKDAY = re.compile("(?:星期|礼拜|禮拜|[周週])[一二三四五六日天]")
_LONGEST = 80


def imprint_places(texts: Sequence[str], imprint: Imprint) -> frozenset[int]:
    """Places at the head and the foot of `texts` whose lines the imprint says, without a gap."""
    known = frozenset(map(unspaced, _values(imprint)))
    if not known:
        return frozenset()
    head = _said(texts, known)
    return frozenset({*head, *(len(texts) - 1 - at for at in _said(texts[::-1], known))})


def _said(texts: Sequence[str], known: frozenset[str]) -> Iterator[int]:
    for at, text in enumerate(texts):
        if not _is_imprint(text, known):
            return
        yield at


def _is_imprint(text: str, known: frozenset[str]) -> bool:
    """True for a line all of whose parts are values of the imprint; a weekday may go with them."""
    if len(text) > _LONGEST:
        return False
    if unspaced(text) in known:
        return True
    parts = [part for part in _PARTED.split(text) if part]
    solid = [part for part in parts if not _WEEKDAY.fullmatch(part)]
    return bool(solid) and all(
        part in known or _WEEKDAY.sub("", part) in known for part in solid
    )


def _values(imprint: Imprint) -> Iterator[str]:
    """The forms in which a line gives what the imprint holds."""
    yield from filter(None, (imprint.paper, imprint.page_title, imprint.publisher, imprint.rights))
    yield from filter(None, issue_forms(imprint.issue))
    if imprint.page:
        yield from page_forms(imprint.page)
    if imprint.date:
        yield from _dates(imprint.date)
    for label, text in (*imprint.editors, *imprint.extra):
        yield from (f"{label}{mark}{text}" for mark in ("", "：", ":"))
        yield from (label, f"{label}：", text)


def _dates(day: date) -> Iterator[str]:
    for month, number in ((day.month, day.day), (f"{day.month:02d}", f"{day.day:02d}")):
        yield f"{day.year}年{month}月{number}日"
        yield from (f"{day.year}{mark}{month}{mark}{number}" for mark in "-./")
    year = number_in("ideographDigital", day.year)
    counted = (number_in("chineseCounting", n) for n in (day.month, day.day))
    yield "{}年{}月{}日".format(year, *counted)
