"""Lines that send the reader to another page, and what the pages are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.sheet import Sheet

JUMP = re.compile(r"[（(【▲▼]?(上接|下[转轉])第(.{1,8}?)版[^。，]{0,8}[）)】]?")
"""a line of the page that sends the reader on; it is no line of a story"""
_FOLIO = re.compile(
    r"第?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})(?=第?版|$|(?![年月日期时時个個])[\u3400-\u9fff])"
)
"""how a folio line names its page: “B3”, “第三版”, “B3 section”"""


@dataclass(frozen=True, slots=True)
class SeenJump:
    """A line 下转第N版 or 上接第N版."""

    line: SeenLine
    on: bool
    """True for 下转"""
    label: str
    """what it calls the other page"""


def jump_lines(found: Sequence[SeenLine]) -> tuple[SeenJump, ...]:
    """The jump lines among lines."""
    hits = ((line, JUMP.fullmatch(line.text)) for line in found)
    return tuple(SeenJump(line, hit[1] != "上接", hit[2]) for line, hit in hits if hit)


def page_names(
    sheets: Sequence[Sheet], furniture: Mapping[int, Sequence[SeenLine]]
) -> dict[str, int]:
    """Number of each page by what it is called: by the file, by its folio, else counted."""
    found: dict[str, int] = {}
    for sheet in sheets:
        if sheet.label:
            found.setdefault(sheet.label, sheet.number)
    for sheet in sheets:
        # An index names other pages: where the file says what a page is called, that holds.
        if sheet.number in found.values():
            continue
        printed = [line.text for line in furniture.get(sheet.number, ())]
        for name in (hit[1] for text in printed if (hit := _FOLIO.match(text))):
            found.setdefault(name, sheet.number)
    for sheet in sheets:
        if sheet.number not in found.values():
            found.setdefault(str(sheet.number), sheet.number)
    return found
