"""The number of an issue: printed as it is given, read only for the metadata.

A bare figure (`12`, `一千零二十四`) is printed in the words of the region, 第12期; whatever says
itself what it counts (`第12期（总第1024期）`, `No. 12`, `特刊`) stands as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from edition.patterns import late
from edition.trade.hannumbers import HAN_NUMERAL, han_number
from edition.trade.numberformats import number_in

_FIGURE = rf"(?:\d[\d,]{{0,11}}|{HAN_NUMERAL}{{1,12}})"
_BARE = late(rf"[A-Za-z]?(?:\d[\d,]*|{HAN_NUMERAL}+)[A-Za-z]?(?:[-–—/.·]\d+[A-Za-z]?)*")
_COUNTED = late(rf"([总總]?)\s*(第?)\s*({_FIGURE})\s*([期号號辑輯])")
_PAGE = late(rf"第?\s*([A-Za-z]{{0,2}}\d{{1,4}}|{HAN_NUMERAL}{{1,5}})\s*版面?")
_PAGE_FORMS = ("{}版", "第{}版", "第{}版面")
_ANY = late(rf"{_FIGURE}")


def issue_printed(issue: str | None, form: str) -> str:
    """The issue as printed; `form` is how the region prints a bare figure: `第{}期`."""
    if not issue:
        return ""
    given = unicodedata.normalize("NFKC", issue).strip()
    return form.format(issue) if _BARE.fullmatch(given) else issue


def issue_number(issue: str | None) -> int | None:
    """The number an issue counts by: 12 of 第12期（总第1024期）, 1024 of 总第1024期, or None."""
    given = unicodedata.normalize("NFKC", issue or "")
    counted = list(_COUNTED.finditer(given))
    own = [found for found in counted if not found[1]]
    for found in (*own, *counted):
        return _read(found[3])
    figures = _ANY.findall(given)
    return _read(figures[-1]) if len(figures) == 1 else None


def issue_forms(issue: str | None) -> Iterator[str]:
    """The forms in which a line of the copy gives the issue the imprint gives."""
    if not issue:
        return
    yield issue
    given = unicodedata.normalize("NFKC", issue).strip()
    found = _COUNTED.findall(given)
    if _BARE.fullmatch(given):
        found = [("", "", given, "")]
    for _, _, figure, _ in found:
        for form in ("第{}期", "总第{}期", "總第{}期", "第{}号", "第{}號", "总{}期", "（第{}期）"):
            yield form.format(figure)
    yield from re.split(r"[（()）\s]+", issue)


def page_label(given: str) -> str:
    """The label of a page, B2, out of the words a page prints it in: 第B2版; 1 out of 第一版."""
    found = _PAGE.fullmatch(given.strip())
    number = han_number(found[1]) if found and not found[1].isascii() else None
    return given if found is None else found[1] if number is None else str(number)


def page_forms(label: str) -> Iterator[str]:
    """The forms in which a line of the copy gives the label of its page."""
    yield label
    yield from (form.format(label) for form in _PAGE_FORMS)
    if label.isascii() and label.isdecimal():
        written = number_in("chineseCounting", int(label))
        yield from (form.format(written) for form in _PAGE_FORMS)


def _read(figure: str) -> int | None:
    return han_number(figure.replace(",", ""))
