"""Join what a column break cut. Silent on strong evidence, with a visible query on weak.

Never across a heading, a section, a byline, a dateline or a line of furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from edition.errors import Confidence, Diagnostic, Severity, old_remark
from edition.model import Block, Do, Edition, Paragraph, Run, Story, plain
from edition.trade.datelines import opens_report
from edition.trade.lexicon import JUMP_OPENING
from edition.trade.words import spans_word
from edition.walk import map_stories

_TERMINAL = tuple("。！？…”’）】〕」』.!?")
_INSIDE = re.compile("[，。、；]|(?<=[\u4e00-\u9fff”])[,;]")
_FUNCTION = (
    *"的地在和与及或将把被对向从以为由等", "通过", "随着", "根据", "以及", "进行", "关于", "按照",
)
_TOLD = (Do.JOIN, Do.SPLIT)
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
    remarks: list[Diagnostic] = [_mixed(run, number) for run in mixed]
    loose = {block.lines for run in mixed for block in run}
    for block in story.body:
        if isinstance(block, Paragraph) and block.lines in loose:
            body.append(block)
            continue
        before = body[-1] if body else None
        if told and isinstance(before, Paragraph) and isinstance(block, Paragraph):
            if told.get(block.lines[0]) is Do.SPLIT:
                body.append(block)
                continue
            if told.get(before.lines[-1]) is Do.JOIN:
                body[-1] = _joined(before, block)
                continue
        if (
            isinstance(before, Paragraph) and isinstance(block, Paragraph)
            and before.lines != block.lines and before.lines not in loose
            and _cut(before) and not _parted(before, block, blocked)
        ):
            remark = _seam(before, block, number)
            remarks.append(remark)
            if remark.kind != "unfinished_paragraph":
                body[-1] = _joined(before, block)
                continue
        elif isinstance(before, Paragraph) and _cut(before) and before.lines not in loose:
            remarks.append(_unfinished(before, number))
        body.append(block)
    if body and isinstance(body[-1], Paragraph) and _cut(body[-1]) and (
        body[-1].lines not in loose
    ):
        remarks.append(_unfinished(body[-1], number))
    named = tuple(replace(b, id=f"{story.id}b{at:02d}") for at, b in enumerate(body, 1))
    return replace(story, body=named), remarks


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
    return old_remark(
        "columns_interleaved", Severity.ERROR,
        f"{len(run)} paragraphs in a row break off: the lines of two columns seem to alternate. "
        "They were left as they are; look at the page.",
        run[1].lines[0] if run[1].lines else None, number, plain(run[0].runs)[-16:],
        confidence=Confidence.PROBABLE,
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
    words = f"{left[-8:]}|{right[:8]}"
    line = after.lines[0] if after.lines else None
    if strong:
        return old_remark(
            "wrap_joined", Severity.INFO, "A paragraph cut by a column break was joined here.",
            line, number, words, confidence=Confidence.CERTAIN,
        )
    return old_remark(
        "wrap_joined_unsure", Severity.WARNING,
        "Two blocks were joined here because the first does not end a sentence: check the seam.",
        line, number, words, confidence=Confidence.PROBABLE,
    )


def _is_strong(left: str, right: str) -> bool:
    """True when the seam itself shows that a sentence goes on across it."""
    return left.endswith(("，", "、", *_FUNCTION)) or spans_word(left, right)


def _unfinished(paragraph: Paragraph, number: int) -> Diagnostic:
    return old_remark(
        "unfinished_paragraph", Severity.WARNING,
        "This paragraph does not end as a sentence ends; it was left as it is.",
        paragraph.lines[-1] if paragraph.lines else None, number, plain(paragraph.runs)[-16:],
        confidence=Confidence.PROBABLE,
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
