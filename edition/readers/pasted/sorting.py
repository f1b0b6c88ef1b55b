"""Lines of known state become stories: headings take their parts, bylines end what they sign."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edition.errors import Diagnostic
from edition.model import Furniture, Paragraph, Run, Section
from edition.readers.labelling.states import LineState
from edition.readers.pasted.blocklines import take_crosshead, take_rows
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.continued import join_jumps
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.doubts import doubts
from edition.readers.pasted.drafts import Draft, PageDraft
from edition.readers.pasted.endlines import (
    take_byline,
    take_caption,
    take_credit,
    take_dateline,
    take_jump,
    take_note,
)
from edition.readers.pasted.headinglines import take_heading, take_section
from edition.readers.pasted.told_asides import told_asides
from edition.trade.bylines import glued
from edition.trade.datelines import dateline_of
from edition.trade.entries import speaker_of
from edition.trade.lexicon import OVER

S = LineState


@dataclass(frozen=True, slots=True)
class SortedPage:
    """A page sorted into stories and furniture."""

    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...]
    diagnostics: tuple[Diagnostic, ...]


def sort_page(page: ClassifiedPage, name: str) -> SortedPage:
    """The stories and the furniture of one page, whose lines have their states."""
    draft = PageDraft(name)
    at = 0
    while at < len(page.lines):
        at = _take(page, draft, at)
    join_jumps(draft)
    draft.remarks += told_asides(page, name)
    draft.remarks += doubts(page, name)
    return SortedPage(draft.sections(), tuple(draft.furniture), tuple(draft.remarks))


def _take(page: ClassifiedPage, draft: PageDraft, at: int) -> int:
    """Take the line at `at`, or the run that begins there. Returns the place after it."""
    line = page.lines[at]
    match page.state(at):
        case S.SECTION:
            take_section(page, draft, line)
        case S.KICKER | S.HEADLINE | S.HEADLINE_MORE | S.DECK:
            return take_heading(page, draft, at)
        case S.CROSSHEAD | S.CROSSHEAD_MORE:
            return take_crosshead(page, draft, at)
        case S.VERSE | S.ROW | S.ITEM:
            return take_rows(page, draft, at)
        case S.CLOSING:
            end = take_rows(page, draft, at)
            draft.closed = True
            return end
        case S.FURNITURE:
            draft.furniture.append(Furniture(line.number, line.text))
        case S.JUMP:
            take_jump(draft, line)
        case S.BYLINE_OVER | S.BYLINE_UNDER:
            take_byline(page, draft, at)
        case S.DATELINE:
            take_dateline(draft, line)
        case S.CREDIT:
            take_credit(draft, line)
        case S.CAPTION:
            take_caption(draft, line)
        case S.NOTE:
            take_note(draft, line)
        case _:
            _take_text(page, draft, at)
    return at + 1


def _take_text(page: ClassifiedPage, draft: PageDraft, at: int) -> None:
    line = page.lines[at]
    opening = dateline_of(line.text)
    if opening is not None and not draft.closed and _next_brief(page, draft, line):
        draft.closed = True
    story = draft.current(line)
    story.last = line.last
    if opening is not None and _stands_alone(opening[0], line, story):
        story.dateline = line.text
        return
    text = _unglued(page, draft, at, story)
    if OVER.search(line.text):
        draft.closed = True
    above = story.body[-1] if story.body else None
    spoken = isinstance(above, Paragraph) and above.speaker > 0
    speaker = speaker_of(text, answers=spoken)
    story.body.append(Paragraph((Run(text),), line.numbers, speaker=speaker))


def _next_brief(page: ClassifiedPage, draft: PageDraft, line: CopyLine) -> bool:
    """True when a dateline opens the next brief of a column without headlines."""
    story = draft.last()
    if story is None or not story.body:
        return False
    return line.gap > page.usual or (draft.briefs and not story.headline_lines)


def _stands_alone(dateline: str, line: CopyLine, story: Draft) -> bool:
    return dateline == line.text and not story.body and story.dateline is None


def _unglued(page: ClassifiedPage, draft: PageDraft, at: int, story: Draft) -> str:
    """The text of a paragraph; a byline at the end of a story's last one is cut off."""
    line = page.lines[at]
    cut = glued(line.text)
    if cut is None or story.byline is not None or not page.story_ends(at):
        return line.text
    text, byline = cut
    story.byline = replace(byline, line=line.last)
    draft.closed = True
    draft.ask("byline_glued", line.last, byline.raw)
    return text
