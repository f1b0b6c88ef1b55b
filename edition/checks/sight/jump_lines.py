"""Lines that send the reader to another page, and what the pages are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.checks.given_copy import squeezed
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.sheet import Sheet
from edition.trade.regions import REGIONS

JUMP = re.compile(r"[（(【▲▼]?(上接|下[转轉])第(.{1,8}?)版[^。，]{0,8}[）)】]?")
"""a line of the page that sends the reader on; it is no line of a story"""
_LATIN_JUMP = re.compile("|".join(
    "[(▲▼]?" + "(.{1,8}?)".join(map(re.escape, squeezed(pattern).split("{}"))) + "[)▲▼]?"
    for region in REGIONS.values() if region.latin
    for pattern in (region.words.jump_on, region.words.jump_from)
), re.IGNORECASE)
"""the same of a paper in Latin letters, a group for each pattern, those that send on at odd ones"""
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
    return tuple(jump for line in found if (jump := _jump(line)) is not None)


def _jump(line: SeenLine) -> SeenJump | None:
    text = line.text
    if hit := JUMP.fullmatch(text):
        return SeenJump(line, hit[1] != "上接", hit[2])
    if (hit := _LATIN_JUMP.fullmatch(text)) and hit.lastindex:
        return SeenJump(line, hit.lastindex % 2 == 1, hit[hit.lastindex])
    return None


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
