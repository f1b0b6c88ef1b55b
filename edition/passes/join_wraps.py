"""Join what a column break cut. Silent on strong evidence, with a visible query on weak.

Never across a heading, a section, a byline, a dateline or a line of furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from edition.answering import Do
from edition.errors import Confidence, Diagnostic
from edition.model import Block, Edition, Paragraph, Run, Story, plain
from edition.trade.datelines import opens_report
from edition.trade.lexicon import JUMP_OPENING
from edition.trade.words import spans_word
from edition.walk import first_line, map_stories

_TERMINAL = tuple("。！？…”’）】〕」』.!?")
_INSIDE = re.compile("[，。、；]|(?<=[\u4e00-\u9fff”])[,;]")
_FUNCTION = (
    *"的地在和与及或将把被对向从以为由等", "通过", "随着", "根据", "以及", "进行", "关于", "按照",
)
_TOLD = (Do.JOIN, Do.SPLIT)
_JOINS = frozenset({"wrap_joined", "wrap_joined_unsure"})
"""Kinds of remark that say a seam was closed."""
_LATIN_END = re.compile(r"[A-Za-z0-9]$")
_LATIN_START = re.compile(r"[A-Za-z0-9]")
_COLUMN = 20
"""Characters a line of a column's text has at least; shorter ones are lists or verse."""
_BREAKS = 3


@dataclass(frozen=True, slots=True)
class _Blocked:
    """Lines of furniture, and those of them that are jump lines."""

    lines: frozenset[int]
    jumps: frozenset[int]


Joined = tuple[Edition, tuple[Diagnostic, ...]]


def join_wraps(edition: Edition) -> Joined:
    """Join paragraphs a column or page break cut in two, and say so each time.

    Copy whose format says where a paragraph ends is left as it is.
    """
    if edition.structured:
        return edition, ()
    blocked = _Blocked(
        frozenset(item.line for item in edition.furniture),
        frozenset(item.line for item in edition.furniture if JUMP_OPENING.match(item.text)),
    )
    told = {answer.line: answer.do for answer in edition.answers if answer.do in _TOLD}
    return map_stories(edition, lambda story, number: _join_story(story, number, blocked, told))


def _join_story(
    story: Story, number: int, blocked: _Blocked, told: Mapping[int, Do]
) -> tuple[Story, list[Diagnostic]]:
    body: list[Block] = []
    mixed = _interleaved(story.body, blocked)
    remarks = [_mixed(run, number) for run in mixed]
    loose = {block.lines for run in mixed for block in run}
    for block in (*story.body, None):
        before = body[-1] if body else None
        joined = False
        strays = isinstance(block, Paragraph) and block.lines in loose
        if isinstance(before, Paragraph) and not strays:
            said = _told(before, block, told)
            if said is None and before.lines not in loose and _cut(before):
                remark = _end(before, block, number, blocked)
                remarks.append(remark)
                joined = remark.kind in _JOINS
            if isinstance(block, Paragraph) and (joined or said is Do.JOIN):
                body[-1], joined = _joined(before, block), True
        if block and not joined:
            body.append(block)
    named = tuple(replace(b, id=f"{story.id}b{at:02d}") for at, b in enumerate(body, 1))
    return replace(story, body=named), remarks


def _told(before: Paragraph, block: Block | None, told: Mapping[int, Do]) -> Do | None:
    """What the editor said of the seam between a paragraph and the next, if anything."""
    if not told or not isinstance(block, Paragraph):
        return None
    if told.get(block.lines[0]) is Do.SPLIT:
        return Do.SPLIT
    return Do.JOIN if told.get(before.lines[-1]) is Do.JOIN else None


def _end(
    before: Paragraph, block: Block | None, number: int, blocked: _Blocked
) -> Diagnostic:
    """The remark about a paragraph that breaks off before `block`; its kind says what to do."""
    if (
        not isinstance(block, Paragraph) or before.lines == block.lines
        or _parted(before, block, blocked)
    ):
        return _unfinished(before, number)
    return _seam(before, block, number)


def _cut(paragraph: Paragraph) -> bool:
    text = plain(paragraph.runs)
    return not text.endswith((*_TERMINAL, "：", ":"))


def _interleaved(body: Sequence[Block], blocked: _Blocked) -> list[list[Paragraph]]:
    """Runs of paragraphs that all break off, most of them without a sign at the seam.

    One story's columns break off once or twice; when many paragraphs in a row do, the lines
    of two columns alternate, and no seam between neighbours can be trusted.
    """
    runs: list[list[Paragraph]] = []
    run: list[Paragraph] = []
    for block in (*body, None):
        if isinstance(block, Paragraph):
            fits = not run or (_cut(run[-1]) and not _parted(run[-1], block, blocked))
            if fits:
                run.append(block)
                continue
        if _alternates(run):
            runs.append(run)
        run = [block] if isinstance(block, Paragraph) else []
    return runs


def _alternates(run: Sequence[Paragraph]) -> bool:
    """At least three breaks in a row, two of them bare of evidence."""
    seams = [_is_strong(plain(a.runs), plain(b.runs)) for a, b in pairwise(run)]
    long = all(len(plain(block.runs)) >= _COLUMN for block in run[:-1])
    return len(seams) >= _BREAKS and seams.count(False) >= 2 and long


def _mixed(run: Sequence[Paragraph], number: int) -> Diagnostic:
    return Diagnostic(
        "columns_interleaved", {"count": len(run)}, line=first_line(run[1]), story=number,
        text=plain(run[0].runs)[-16:], confidence=Confidence.PROBABLE,
    )


def _parted(before: Paragraph, after: Paragraph, blocked: _Blocked) -> bool:
    """True when something stands between the two, or the second begins a report of its own."""
    if opens_report(plain(after.runs)):
        return True
    if not before.lines or not after.lines:
        return False
    if _across_jump(before, after, blocked):
        return False
    return any(n in blocked.lines for n in range(before.lines[-1] + 1, after.lines[0]))


def _across_jump(before: Paragraph, after: Paragraph, blocked: _Blocked) -> bool:
    """True when the first ends at a jump line and the second begins under one.

    The reader has put such parts together and has asked about it.
    """
    between = range(before.lines[-1] + 1, after.lines[0])
    jumps = [n for n in between if n in blocked.jumps]
    return len(jumps) > 1


def _seam(before: Paragraph, after: Paragraph, number: int) -> Diagnostic:
    """Judge the seam; the kind of the remark says what to do."""
    left, right = plain(before.runs), plain(after.runs)
    if left.endswith("-") or not _INSIDE.search(left):
        return _unfinished(before, number)
    strong = _is_strong(left, right)
    return Diagnostic(
        "wrap_joined" if strong else "wrap_joined_unsure", line=first_line(after), story=number,
        text=f"{left[-8:]}|{right[:8]}",
        confidence=Confidence.CERTAIN if strong else Confidence.PROBABLE,
    )


def _is_strong(left: str, right: str) -> bool:
    """True when the seam itself shows that a sentence goes on across it."""
    return left.endswith(("，", "、", *_FUNCTION)) or spans_word(left, right)


def _unfinished(paragraph: Paragraph, number: int) -> Diagnostic:
    return Diagnostic(
        "unfinished_paragraph", line=paragraph.lines[-1] if paragraph.lines else None,
        story=number, text=plain(paragraph.runs)[-16:], confidence=Confidence.PROBABLE,
    )


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    left, right = plain(before.runs), plain(after.runs)
    between: tuple[Run, ...] = ()
    if _LATIN_END.search(left) and _LATIN_START.match(right):
        between = (Run(" "),)
    runs = (*before.runs, *between, *after.runs)
    return Paragraph(_merge(runs), before.lines + after.lines, before.id)


def _merge(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """One run where two neighbours are set alike."""
    merged: list[Run] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
