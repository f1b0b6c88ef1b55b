"""Join what a column break cut. Silent on strong evidence, with a visible query on weak.

Never across a heading, a section, a byline, a dateline or a line of furniture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from edition.errors import Confidence, Diagnostic, Severity
from edition.model import Block, Do, Edition, Paragraph, Run, Story, plain
from edition.walk import map_stories
from edition.words import spans_word

_TERMINAL = tuple("。！？…”’）】〕」』.!?")
_INSIDE = re.compile("[，。、；]|(?<=[\u4e00-\u9fff”])[,;]")
_FUNCTION = (
    *"的地在和与及或将把被对向从以为由等", "通过", "随着", "根据", "以及", "进行", "关于", "按照",
)
_DATELINE = re.compile(r"[（(【〔]?本[报報][讯訊]|(?:据)?(?:新华社|中新社)")
_TOLD = (Do.JOIN, Do.SPLIT)
_LATIN_END = re.compile(r"[A-Za-z0-9]$")
_LATIN_START = re.compile(r"[A-Za-z0-9]")

Joined = tuple[Edition, tuple[Diagnostic, ...]]


def join_wraps(edition: Edition) -> Joined:
    """Join paragraphs a column or page break cut in two, and say so each time."""
    blocked = frozenset(item.line for item in edition.furniture)
    told = {answer.line: answer.do for answer in edition.answers if answer.do in _TOLD}
    return map_stories(edition, lambda story, number: _join_story(story, number, blocked, told))


def _join_story(
    story: Story, number: int, blocked: frozenset[int], told: Mapping[int, Do]
) -> tuple[Story, list[Diagnostic]]:
    body: list[Block] = []
    remarks: list[Diagnostic] = []
    for block in story.body:
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
            and before.lines != block.lines
            and _cut(before) and not _parted(before, block, blocked)
        ):
            remark = _seam(before, block, number)
            remarks.append(remark)
            if remark.kind != "unfinished_paragraph":
                body[-1] = _joined(before, block)
                continue
        elif isinstance(before, Paragraph) and _cut(before):
            remarks.append(_unfinished(before, number))
        body.append(block)
    if body and isinstance(body[-1], Paragraph) and _cut(body[-1]):
        remarks.append(_unfinished(body[-1], number))
    named = tuple(replace(b, id=f"{story.id}b{at:02d}") for at, b in enumerate(body, 1))
    return replace(story, body=named), remarks


def _cut(paragraph: Paragraph) -> bool:
    text = plain(paragraph.runs)
    return not text.endswith((*_TERMINAL, "：", ":"))


def _parted(before: Paragraph, after: Paragraph, blocked: frozenset[int]) -> bool:
    """True when something stands between the two, or the second begins a report of its own."""
    if _DATELINE.match(plain(after.runs)):
        return True
    if not before.lines or not after.lines:
        return False
    return any(n in blocked for n in range(before.lines[-1] + 1, after.lines[0]))


def _seam(before: Paragraph, after: Paragraph, number: int) -> Diagnostic:
    """Judge the seam; the kind of the remark says what to do."""
    left, right = plain(before.runs), plain(after.runs)
    if left.endswith("-") or not _INSIDE.search(left):
        return _unfinished(before, number)
    strong = left.endswith(("，", "、", *_FUNCTION)) or spans_word(left, right)
    words = f"{left[-8:]}|{right[:8]}"
    line = after.lines[0] if after.lines else None
    if strong:
        return Diagnostic(
            "wrap_joined", Severity.INFO, "A paragraph cut by a column break was joined here.",
            line, number, words, confidence=Confidence.CERTAIN,
        )
    return Diagnostic(
        "wrap_joined_unsure", Severity.WARNING,
        "Two blocks were joined here because the first does not end a sentence: check the seam.",
        line, number, words, confidence=Confidence.PROBABLE,
    )


def _unfinished(paragraph: Paragraph, number: int) -> Diagnostic:
    return Diagnostic(
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
