"""Jumps: 下转 and 上接 in pairs, few on the front, neither part too short (IDs H5 and S10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.checks.report import Finding, Place
from edition.checks.sight.blocks import View
from edition.checks.sight.lines import Line
from edition.checks.sight.sheet import Sheet

JUMP = re.compile(r"[（(【▲▼]?(上接|下[转轉])第(.{1,8}?)版[^。，]{0,8}[）)】]?")
"""a line of the page that sends the reader on; it is no line of a story"""
MOST_ON_FRONT = 2
LEAST_BEFORE, LEAST_AFTER = 23, 35
"""lines of a story before its jump, and of the rest"""


@dataclass(frozen=True, slots=True)
class Jump:
    line: Line
    on: bool
    """True for 下转"""
    label: str


def jumps(found: Sequence[Line]) -> tuple[Jump, ...]:
    hits = ((line, JUMP.fullmatch(line.text)) for line in found)
    return tuple(Jump(line, hit[1] != "上接", hit[2]) for line, hit in hits if hit)


_FOLIO = re.compile(
    r"第?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})(?=第?版|$|(?![年月日期时時个個])[\u3400-\u9fff])"
)
"""how a folio line names its page: “B3”, “第三版”, “B3 section”"""


def labels(pages: Sequence[Sheet], furniture: Mapping[int, Sequence[Line]]) -> dict[str, int]:
    """Number of each page by what it is called: by the file, by its folio, else counted."""
    found: dict[str, int] = {}
    for page in pages:
        if page.label:
            found.setdefault(page.label, page.number)
    for page in pages:
        # An index names other pages: where the file says what a page is called, that holds.
        if page.number in found.values():
            continue
        printed = [line.text for line in furniture.get(page.number, ())]
        for name in (hit[1] for text in printed if (hit := _FOLIO.match(text))):
            found.setdefault(name, page.number)
    for page in pages:
        if page.number not in found.values():
            found.setdefault(str(page.number), page.number)
    return found


def check_jumps(
    pages: Sequence[Sheet], found: Sequence[Jump], views: Sequence[View], told: bool
) -> tuple[Finding, Finding]:
    """H5 and S10; `told` when the copy says which story goes on where."""
    furniture = {view.sheet.number: view.loose for view in views}
    called = labels(pages, furniture)
    names: dict[int, set[str]] = {}
    for name, number in called.items():
        names.setdefault(number, set()).add(name)
    broken = [
        Place(j.line.page, j.line.x, j.line.y, f"without its other half: {j.line.text}")
        for j in found if not _paired(j, found, called, names)
    ]
    broken += _unsaid(found, views, called) if told else []
    total = len(found)
    paired = Finding("H5", "must", "every 下转 has its 上接 on the page it names, and back",
                     len(broken), total, None, tuple(broken), float(len(broken)))
    return paired, _lengths(pages, found, views, told)


def _paired(
    jump: Jump, found: Sequence[Jump], called: Mapping[str, int],
    names: Mapping[int, set[str]],
) -> bool:
    target = called.get(jump.label)
    here = names.get(jump.line.page, set())
    return target is not None and any(
        other.on != jump.on and other.line.page == target and other.label in here
        for other in found
    )


def _parts(views: Sequence[View]) -> dict[int, list[View]]:
    """Pages of each story that stands on more than one."""
    found: dict[int, list[View]] = {}
    for view in views:
        for block in view.stories():
            found.setdefault(block.story, []).append(view)
    return {story: on for story, on in found.items() if len(on) > 1}


def _unsaid(
    found: Sequence[Jump], views: Sequence[View], called: Mapping[str, int]
) -> list[Place]:
    """Stories that go on on another page without a word of it."""
    places = []
    for story, on in _parts(views).items():
        for here, there in pairwise(on):
            said = any(
                j.on and j.line.page == here.sheet.number
                and called.get(j.label) == there.sheet.number for j in found
            )
            if not said:
                places.append(Place(here.sheet.number, 0, 0,
                                    f"story {story + 1} goes on on page {there.sheet.number}"))
    return places


def _lengths(
    pages: Sequence[Sheet], found: Sequence[Jump], views: Sequence[View], told: bool
) -> Finding:
    front = [j for j in found if j.on and pages and j.line.page == pages[0].number]
    broken = [
        Place(j.line.page, j.line.x, j.line.y, f"one jump too many: {j.line.text}")
        for j in front[MOST_ON_FRONT:]
    ]
    stories = _parts(views) if told else {}
    for story, on in stories.items():
        counts = [
            sum(len(leg.lines) for b in view.stories() if b.story == story for leg in b.legs)
            for view in on
        ]
        if counts[0] < LEAST_BEFORE:
            broken.append(Place(on[0].sheet.number, 0, 0, f"{counts[0]} lines before the jump"))
        if sum(counts[1:]) < LEAST_AFTER:
            broken.append(Place(on[1].sheet.number, 0, 0, f"{sum(counts[1:])} lines after it"))
    return Finding("S10", "should", "at most 2 jumps on the front, parts of 23 and 35 lines",
                   len(broken), len(found) + len(stories), None, tuple(broken),
                   float(len(broken)))
