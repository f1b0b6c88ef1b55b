"""直排: a book whose lines run from top to bottom and whose pages turn from right to left.

The characters are those of the horizontal book. Figures stand, the date is written in Chinese
numerals where the book says it itself, and a reader that knows no vertical lines shows the same
documents horizontally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from edition.errors import Diagnostic, WrongUse
from edition.model import Edition
from edition.render.book.assemble import XHTML, Book, Item
from edition.render.book.longwords import stood
from edition.render.book.package import Statement, identifier
from edition.render.environment import Templates
from edition.trade.phrases import WEEKDAYS, day
from edition.walk import texts_of

RTL = "rtl"
_CURLY = re.compile("[“”‘]|’(?![A-Za-z])")
"""quotation marks of horizontal lines; not the apostrophe inside a Latin word"""
_CAME = re.compile('(<time class="published" datetime="([0-9-]{10})">)[^<]*')
_DIGITS = "〇一二三四五六七八九"
_LINK = '<link rel="stylesheet" type="text/css" href="{}style/vertical.css"/>\n</head>'
_HORIZONTAL = ("nav.xhtml", "cover.xhtml")
"""documents that stay as they are: a menu and a picture"""


def upright(book: Book, edition: Edition, templates: Templates) -> Book:
    """The book of `edition` in vertical lines. Raises WrongUse for copy that is not Traditional.
    """
    return turned(book, edition, templates, identifier(edition, direction=RTL))


def turned(book: Book, edition: Edition, templates: Templates, named: str) -> Book:
    """The book in vertical lines under the identifier `named`. Raises as `upright`."""
    if not edition.language.startswith("zh-Hant"):
        raise WrongUse("vertical_not_traditional", tag=edition.language)
    curly = sum(len(_CURLY.findall(text)) for text, _ in texts_of(edition))
    css = templates.source("vertical.css").encode()
    items = [_turned(item, edition, (book.identifier, named)) for item in book.items]
    at = next(n for n, item in enumerate(items) if item.media_type == "text/css")
    items.insert(at, Item("css-vertical", "style/vertical.css", "text/css", css))
    mode = Statement(
        "meta", "", (("name", "primary-writing-mode"), ("content", "vertical-rl"))
    )
    return replace(
        book, identifier=named, items=tuple(items), direction=RTL,
        statements=(*book.statements, mode),
        diagnostics=(*book.diagnostics, *_remarked(curly)),
    )


def _remarked(curly: int) -> Iterator[Diagnostic]:
    """Marks are never exchanged here: that is a change of script."""
    if curly:
        yield Diagnostic("vertical_quotes", {"count": curly})


def _turned(item: Item, edition: Edition, named: tuple[str, str]) -> Item:
    text = item.data.decode() if item.media_type.endswith("xml") else ""
    if named[0] in text:
        text = text.replace(*named)
    if item.media_type == XHTML and item.path not in _HORIZONTAL:
        text = _in_numerals(text, edition.imprint.date, edition.language)
        root = "../" * item.path.count("/")
        text = stood(text).replace("</head>", _LINK.format(root), 1)
    return replace(item, data=text.encode()) if text else item


def _in_numerals(text: str, when: date | None, tag: str) -> str:
    """The dates where the book itself says them, in Chinese numerals."""
    text = _CAME.sub(lambda found: found[1] + upright_day(date.fromisoformat(found[2])), text)
    if when is None:
        return text
    said, iso = day(when, tag), when.isoformat()
    told = upright_day(when)
    for before in (f'<time datetime="{iso}">', '<span class="day">'):
        text = text.replace(f"{before}{said}<", f"{before}{told}<")
    return text


def upright_day(when: date) -> str:
    """The date as a vertical line has it: 二〇二六年十一月二十九日 星期日."""
    year = "".join(_DIGITS[int(figure)] for figure in str(when.year))
    weekday = WEEKDAYS[when.weekday()]
    return f"{year}年{_counted(when.month)}月{_counted(when.day)}日 星期{weekday}"


def _counted(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = (_DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return ten + (_DIGITS[ones] if ones or not tens else "")
