"""Jumps: 下转 and 上接 in pairs, few on the front, neither part too short (IDs H5 and S10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.jump_lines import SeenJump, page_names
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.targets import LEAST_AFTER, LEAST_BEFORE, MOST_ON_FRONT
from edition.messages.texts import Phrase


def jumps_paired(paper: SeenPaper) -> Finding:
    """H5: every 下转 has its 上接; with the copy, no story goes on without a word."""
    jumps = paper.text.jumps
    called = page_names(paper.sheets, {page.number: page.loose for page in paper.pages})
    names: dict[int, set[str]] = {}
    for name, number in called.items():
        names.setdefault(number, set()).add(name)
    broken = [
        _at(jump, "jump_alone") for jump in jumps if not _paired(jump, jumps, called, names)
    ]
    broken += _unsaid(paper, called)
    return Finding("H5", "must", len(broken), len(jumps), None, tuple(broken), float(len(broken)))


def _at(jump: SeenJump, fault: str) -> FaultPlace:
    line = jump.line
    return FaultPlace(line.page, line.x, line.y, Phrase(fault, {"words": line.text}))


def _paired(
    jump: SeenJump, jumps: Sequence[SeenJump], called: Mapping[str, int],
    names: Mapping[int, set[str]],
) -> bool:
    target = called.get(jump.label)
    here = names.get(jump.line.page, set())
    return target is not None and any(
        other.on != jump.on and other.line.page == target and other.label in here
        for other in jumps
    )


def _continued(paper: SeenPaper) -> dict[int, list[SeenPage]]:
    """Pages of each story that stands on more than one; none without the copy."""
    found: dict[int, list[SeenPage]] = {}
    for page in paper.pages if paper.has_copy else ():
        for story in page.each_story():
            found.setdefault(story.story, []).append(page)
    return {story: pages for story, pages in found.items() if len(pages) > 1}


def _unsaid(paper: SeenPaper, called: Mapping[str, int]) -> Iterator[FaultPlace]:
    """Stories that go on on another page without a word of it."""
    for story, pages in _continued(paper).items():
        for here, there in pairwise(pages):
            said = any(
                j.on and j.line.page == here.number and called.get(j.label) == there.number
                for j in paper.text.jumps
            )
            if not said:
                words = Phrase("goes_on_unsaid", {"story": story + 1, "page": there.number})
                yield FaultPlace(here.number, 0, 0, words)


def jumps_sparing(paper: SeenPaper) -> Finding:
    """S10: at most two jumps on the front, parts of 23 and 35 lines."""
    jumps, sheets = paper.text.jumps, paper.sheets
    front = [j for j in jumps if j.on and sheets and j.line.page == sheets[0].number]
    broken = [_at(jump, "jump_too_many") for jump in front[MOST_ON_FRONT:]]
    continued = _continued(paper)
    for story, pages in continued.items():
        before, *after = (_depth(page, story) for page in pages)
        if before < LEAST_BEFORE:
            words = Phrase("lines_before_jump", {"count": before})
            broken.append(FaultPlace(pages[0].number, 0, 0, words))
        if sum(after) < LEAST_AFTER:
            words = Phrase("lines_after_jump", {"count": sum(after)})
            broken.append(FaultPlace(pages[1].number, 0, 0, words))
    return Finding("S10", "should", len(broken), len(jumps) + len(continued), None,
                   tuple(broken), float(len(broken)))


def _depth(page: SeenPage, rank: int) -> int:
    """Lines a page holds in the legs of a story."""
    return sum(len(leg.lines) for story in page.each_story() if story.story == rank
               for leg in story.legs)
