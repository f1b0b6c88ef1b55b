"""Texts as a page and a book can carry them: one line, no controls, no half characters; links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.copy.invisible import sign_name
from edition.copy.links import LONGEST_LINK, is_link, leads_to_page
from edition.errors import InvalidEdition
from edition.judging.places import Place, path_of, quoted

_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""what cleaned copy never holds: controls, line ends, marks that turn the line, half characters"""
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NAME = re.compile(r'[^./\\:*?"<>|][^/\\:*?"<>|]*')
_OUTSIDE = re.compile(r"(^|/)\.{0,2}(/|$)|\\|^[^/]*:")
_LONGEST_NAME = 200


def judge_text(text: str, place: Place, *, lines: bool = False) -> None:
    """Raises InvalidEdition for a character no page can carry; `lines` may end in line feeds."""
    found = _UNFIT.search(text)
    if found is None:
        return
    if lines:
        found = _UNFIT.search(text.replace("\n", " "))
        if found is None:
            return
    sign, at = found.group(), found.start() + 1
    if "\ud800" <= sign <= "\udfff":
        kind = "text_half_character"
    else:
        kind = "text_line_end" if sign in _LINE_ENDS else "text_control"
    raise InvalidEdition(kind, path=path_of(place), at=at, sign=sign_name(sign))


def judge_said(text: str | None, place: Place) -> None:
    """A text that is None or says something."""
    if text is None:
        return
    if not text:
        raise InvalidEdition("value_empty", path=path_of(place))
    judge_text(text, place)


def judge_link(link: str, place: Place) -> None:
    """An address a reader may follow: http, https, mailto, or `#id`."""
    judge_text(link, place)
    good = is_link(link) or (len(link) > 1 and link[0] == "#" and not re.search(r"\s", link))
    if not good or len(link) > LONGEST_LINK:
        raise InvalidEdition("link_refused", path=path_of(place), link=quoted(link))


def judge_address(address: str, place: Place) -> None:
    """Where a story is from: http or https."""
    judge_text(address, place)
    if not leads_to_page(address):
        raise InvalidEdition("link_refused", path=path_of(place), link=quoted(address))


def judge_tag(tag: str, place: Place) -> None:
    """A BCP 47 tag, by its form."""
    if not _TAG.fullmatch(tag):
        raise InvalidEdition("language_tag_wrong", path=path_of(place), tag=quoted(tag))


def judge_name(name: str, place: Place) -> None:
    """A name safe as that of a file."""
    judge_text(name, place)
    if not name.strip() or len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise InvalidEdition(
            "name_unsafe", path=path_of(place), name=quoted(name), most=_LONGEST_NAME
        )


def judge_picture_name(name: str, place: Place) -> None:
    """A relative path that stays under its folder."""
    judge_text(name, place)
    if _OUTSIDE.search(name) or len(name) > 2 * _LONGEST_NAME:
        raise InvalidEdition("path_unsafe", path=path_of(place), name=quoted(name))


def judge_number(found: float, least: float, most: float, place: Place) -> None:
    """A number within bounds, both of them included; NaN is in none."""
    if not least <= found <= most:
        shown = quoted(str(found)) if abs(found) < 1e12 or found != found else "…"
        raise InvalidEdition(
            "number_outside", path=path_of(place), found=shown, least=least, most=most
        )


def judge_line(line: int | None, place: Place, least: int = 1) -> None:
    """The number of a line of the source."""
    if line is not None:
        judge_number(line, least, _LAST_LINE, place)


_LAST_LINE = 1_000_000_000


def judge_lines(lines: Iterable[int], place: Place) -> None:
    """Numbers of lines; 0 where the source has no lines."""
    for at, line in enumerate(lines):
        judge_line(line, (place, at), 0)


def judge_count(count: int, limit: int, place: Place) -> None:
    """No more than the limit."""
    if count > limit:
        raise InvalidEdition("too_much", path=path_of(place), count=count, limit=limit)
