"""What ends a story or stands below it: bylines, credits, captions, labels, jump lines."""

from __future__ import annotations

import re
from dataclasses import replace

from edition.model import Byline, Figure, Furniture, Note, Paragraph, Run
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.drafts import Draft, PageDraft
from edition.trade.bylines import bare_names, own_line
from edition.trade.lexicon import AUTHOR, JUMP_IN
from edition.trade.signing.signedlines import names_where_signed

_AFTERWORD = re.compile("[【\\[〔]?编后")
"""The editor's word under a story, after its byline."""


def take_caption(draft: PageDraft, line: CopyLine) -> None:
    """A caption under a story's byline still belongs to that story."""
    figure = Figure(None, (Run(line.text),), lines=line.numbers)
    above = draft.last()
    if draft.closed and above is not None:
        above.body.append(figure)
        above.last = line.last
    else:
        draft.add(figure, line)
    draft.ask("caption_without_picture", line.number, line.text)


def take_note(draft: PageDraft, line: CopyLine) -> None:
    """编者按 and what belongs to it; the editor's word under a story belongs to it still."""
    if _AFTERWORD.match(line.text) and draft.last() is not None:
        draft.closed = False
    draft.add(Note((Run(line.text),), line.numbers), line)


def take_dateline(draft: PageDraft, line: CopyLine) -> None:
    """A dateline of its own line opens the text below a heading, or closes the text above it."""
    story = draft.last()
    if story is not None and (draft.closed or story.body):
        story.credits.append(line.text)
        story.last = line.last
        draft.closed = True
        return
    story = draft.current(line)
    story.last = line.last
    if story.dateline is None:
        story.dateline = line.text
    else:
        story.body.append(Paragraph((Run(line.text),), line.numbers))


def take_jump(draft: PageDraft, line: CopyLine) -> None:
    """A jump line is furniture; the part below it, or above it, waits for its other part."""
    draft.furniture.append(Furniture(line.number, line.text))
    draft.closed = True
    above = draft.last()
    if JUMP_IN.match(line.text):
        draft.drop_jump()
        draft.jumped = line
    elif above is not None and above.jump_out is None:
        above.jump_out = line
    else:
        draft.ask_jump(line)


def take_byline(page: ClassifiedPage, draft: PageDraft, at: int) -> None:
    """A byline of its own line signs the story above, or the one whose heading stands above."""
    line = page.lines[at]
    byline = own_line(line.text) or bare_names(line.text) or Byline(
        line.text, names_where_signed(line.text)
    )
    above = draft.last()
    story = above if draft.closed and above is not None else draft.current(line)
    story.last = line.last
    if story.byline is not None:
        _second_byline(page, draft, at, story, byline)
        return
    story.byline = replace(byline, line=line.number)
    draft.closed = bool(story.body)


def _second_byline(
    page: ClassifiedPage, draft: PageDraft, at: int, story: Draft, byline: Byline
) -> None:
    """Two lines of names in a row are one byline; one further down is a credit."""
    line, first = page.lines[at], story.byline
    if first is not None and not first.glued and first.line == page.lines[at - 1].number:
        story.byline = replace(
            first, raw=f"{first.raw} {line.text}", names=first.names + byline.names
        )
    elif draft.closed or AUTHOR.fullmatch(line.text):
        story.credits.append(line.text)
        draft.closed = True
    else:
        story.body.append(Paragraph((Run(line.text),), line.numbers))


def take_credit(draft: PageDraft, line: CopyLine) -> None:
    """A credit after the byline belongs to the story's end; any other to its picture."""
    story = draft.last()
    if draft.closed and story is not None:
        _closing_credit(story, line)
        return
    story = draft.current(line)
    above = story.body[-1] if story.body else None
    apart = bool(draft.furniture) and above is not None and (
        draft.furniture[-1].line > above.lines[-1]
    )
    if isinstance(above, Figure) and above.caption and not above.credit and not apart:
        story.body[-1] = _with_credit(above, line)
        story.last = line.last
    else:
        draft.add(Figure(None, credit=line.text, lines=line.numbers), line)


def _closing_credit(story: Draft, line: CopyLine) -> None:
    story.last = line.last
    above = story.body[-1] if story.body else None
    close = line.number - 1 - line.gap
    if isinstance(above, Figure) and not above.credit and above.lines[-1] == close:
        story.body[-1] = _with_credit(above, line)
    else:
        story.credits.append(line.text)


def _with_credit(figure: Figure, line: CopyLine) -> Figure:
    return replace(figure, credit=line.text, lines=figure.lines + line.numbers)
