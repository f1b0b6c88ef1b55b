"""What the editor's answers settle when every pass has asked: queries, stories held, the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from edition.answering import ROLES, Answer, Do
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.model import (
    Block,
    Crosshead,
    Edition,
    Entries,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Story,
    Verse,
)
from edition.walk import map_stories

_SEAMS = frozenset({"wrap_joined", "wrap_joined_unsure", "unfinished_paragraph"})
_PARTS = frozenset({
    "crossheads_or_headlines", "furniture_guessed", "furniture_kept", "lines_set_aside",
    "near_duplicate_paragraph", "near_duplicate_pullquote", "part_unsure", "parts_unsure",
    "section_guessed",
})
SETTLES = {Do.JOIN: _SEAMS, Do.SPLIT: _SEAMS, **dict.fromkeys(ROLES, _PARTS)}
"""The kinds of query that are not asked again on a line with such an answer."""
_ALWAYS = frozenset({
    "not_conserved", "answer_stale", "answer_moved", "answer_replaced", "answer_dropped",
})

Remarks = tuple[Diagnostic, ...]


def settle_answers(edition: Edition, remarks: Sequence[Diagnostic]) -> tuple[Edition, Remarks]:
    """The edition without the stories held, and the remarks no answer has settled.

    An answer that did nothing is named in a warning. Stories keep their ids.
    """
    if not edition.answers:
        return edition, tuple(remarks)
    edition = _as_paragraphs(edition)
    asked = [r for r in remarks if not any(_settles(a, r) for a in edition.answers)]
    stale = [
        _stale(answer) for answer in edition.answers if not _done(answer, edition, remarks)
    ]
    edition, left, held = _without_held(edition, asked)
    return replace(edition, answers=()), (*left, *held, *stale)


def _settles(answer: Answer, remark: Diagnostic) -> bool:
    if remark.line != answer.line or remark.kind in _ALWAYS:
        return False
    if answer.do is Do.KEEP:
        return answer.query in (None, remark.kind)
    return remark.kind in SETTLES.get(answer.do, ())


def _done(answer: Answer, edition: Edition, remarks: Sequence[Diagnostic]) -> bool:
    """True when the edition, or what was said of it, shows the answer at work."""
    line = answer.line
    stories = list(edition.stories)
    blocks = [block for story in stories for block in story.body if line in block.lines]
    match answer.do:
        case Do.KEEP:
            return any(_settles(answer, remark) for remark in remarks)
        case Do.REPLACE | Do.DROP:
            kind = "answer_replaced" if answer.do is Do.REPLACE else "answer_dropped"
            return any(r.kind == kind and r.line == line for r in remarks)
        case Do.HOLD:
            return any(_holds(story, line) for story in stories)
        case Do.JOIN:
            return any(isinstance(b, Paragraph) and b.lines[-1] != line for b in blocks)
        case Do.SPLIT:
            return any(block.lines[0] == line for block in blocks)
        case Do.FURNITURE:
            return any(item.line == line for item in edition.furniture)
        case _:
            return _has_part(answer, edition, blocks)


_BLOCKS: Mapping[Do, tuple[type[Block], ...]] = MappingProxyType({
    Do.CROSSHEAD: (Crosshead,), Do.NOTE: (Note,), Do.VERSE: (Verse,),
    Do.LIST: (ListBlock, Entries),
})
"""the blocks that lines of these parts become"""


def _has_part(answer: Answer, edition: Edition, blocks: Sequence[Block]) -> bool:
    """True when the line of `answer` is the part it names."""
    line, stories = answer.line, list(edition.stories)
    match answer.do:
        case Do.HEADLINE:
            return any(story.headline_line == line for story in stories)
        case Do.DECK:
            return any(story.deck_line == line for story in stories)
        case Do.KICKER:
            return any(s.kicker and s.source_lines and s.source_lines[0] == line for s in stories)
        case Do.SECTION:
            return any(section.line == line for section in edition.sections)
        case Do.BYLINE:
            return any(_signs(answer, story) for story in stories)
        case Do.CREDIT:
            credited = any(isinstance(block, Figure) and block.credit for block in blocks)
            return credited or any(_signs(answer, story) for story in stories)
        case Do.CAPTION:
            return any(isinstance(block, Figure) and block.caption for block in blocks)
        case Do.CROSSHEAD | Do.NOTE | Do.VERSE | Do.LIST:
            return any(isinstance(block, _BLOCKS[answer.do]) for block in blocks)
        case _:
            return any(not isinstance(block, Crosshead | Figure) for block in blocks)


def _signs(answer: Answer, story: Story) -> bool:
    """True when the answer's words stand in the byline or among the credits of their story."""
    raw = (story.byline.raw,) if story.byline else ()
    return _holds(story, answer.line) and any(answer.text in t for t in (*raw, *story.credits))


def _as_paragraphs(edition: Edition) -> Edition:
    """What the editor calls a paragraph is no pull quote."""
    told = {answer.line for answer in edition.answers if answer.do is Do.PARAGRAPH}

    def change(story: Story, number: int) -> tuple[Story, list[Diagnostic]]:
        body = tuple(
            Paragraph(b.runs, b.lines, b.id)
            if isinstance(b, PullQuote) and told.intersection(b.lines) else b
            for b in story.body
        )
        return replace(story, body=body), []

    return map_stories(edition, change)[0]


def _holds(story: Story, line: int) -> bool:
    return story.source_lines is not None and story.source_lines[0] <= line <= story.source_lines[1]


def _without_held(
    edition: Edition, remarks: Sequence[Diagnostic]
) -> tuple[Edition, list[Diagnostic], list[Diagnostic]]:
    """Take the held stories out; remarks about them go, the others are numbered anew."""
    lines = [answer.line for answer in edition.answers if answer.do is Do.HOLD]
    numbers: dict[int, int | None] = {}
    held: list[Story] = []
    for number, story in enumerate(edition.stories, 1):
        if any(_holds(story, line) for line in lines):
            held.append(story)
            numbers[number] = None
        else:
            numbers[number] = number - len(held)
    if not held:
        return edition, list(remarks), []
    sections = tuple(
        replace(section, stories=left) for section in edition.sections
        if (left := tuple(story for story in section.stories if story not in held))
    )
    gone = {number for number, anew in numbers.items() if anew is None}
    kept = [
        replace(r, story=numbers.get(r.story) if r.story else None) for r in remarks
        if r.story not in gone or r.kind in _ALWAYS
    ]
    return (
        replace(edition, sections=sections, held=tuple(held)), kept, [_held(s) for s in held]
    )


def _held(story: Story) -> Diagnostic:
    assert story.source_lines is not None, "an answer holds a story by one of its lines"
    first, last = story.source_lines
    return Diagnostic(
        "story_held", {"first": first, "last": last}, line=first, text=story.headline,
        confidence=Confidence.CERTAIN,
    )


_UNUSED = frozenset({Do.JOIN, Do.SPLIT, Do.REPLACE, Do.DROP, Do.HOLD, Do.KEEP})
"""Answers with a phrase of their own that says why they were not used."""


def _stale(answer: Answer) -> Diagnostic:
    why = f"unused_{answer.do}" if answer.do in _UNUSED else "unused_part"
    return Diagnostic(
        "answer_stale",
        {"name": answer.name, "line": answer.line, "do": answer.do,
         "why": Phrase(why, {"do": answer.do})},
        line=answer.line, text=answer.text, confidence=Confidence.CERTAIN,
    )
