"""What a run of headings is: the name of a section, the heading of a story, crossheads."""

from __future__ import annotations

from collections.abc import Sequence

from edition.errors import Confidence
from edition.model import Entries, ListBlock, Note, Table
from edition.readers.pasted.blocklines import add_crosshead, add_list
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.drafts import PageDraft, heading_parts, is_deck
from edition.readers.pasted.endlines import is_afterword
from edition.readers.pasted.linekinds import LineKind, follower
from edition.readers.pasted.namedheadings import named_groups
from edition.trade.closings import is_document_number
from edition.trade.lexicon import BRIEFS, NOTICE, SECTION_END

_SECTION_LENGTH = 6


def take_heading(page: ClassifiedPage, draft: PageDraft, at: int) -> int:
    """Take a run of headings. Returns the place after it."""
    end = page.run_end(at, LineKind.HEAD, LineKind.DASHED)
    run = list(page.lines[at:end])
    if any(line.number in page.named for line in run):
        _named_heading(page, draft, run)
        return end
    opens = (
        draft.closed or _new_story(page, draft, at, end) or bool(BRIEFS.fullmatch(run[0].text))
    )
    while run and _is_section(page, draft, run, opens):
        draft.open_section(run.pop(0))
        opens = True
    if run and opens:
        _open(draft, run)
    elif run:
        add_crosshead(draft, run)
    return end


def _named_heading(page: ClassifiedPage, draft: PageDraft, run: list[CopyLine]) -> None:
    """Take a run of headings of which the editor named at least one."""
    for group in named_groups(run, page.named):
        if group.headline is not None:
            draft.open_story(group.kicker, group.headline, group.deck)
        else:
            draft.closed = draft.closed and draft.last() is None
        if group.rest or group.headline is None:
            add_crosshead(draft, group.rest)


def _new_story(page: ClassifiedPage, draft: PageDraft, at: int, end: int) -> bool:
    """True when the headings from `at` to `end` begin a story, though the last is open."""
    story = draft.last()
    if story is None or not story.body:
        return False
    below = page.kinds[end] if end < len(page.kinds) else None
    if not story.headline and all(isinstance(block, Note) for block in story.body):
        return True
    if below in (LineKind.TABLE, LineKind.CAPTION):
        return True
    if all(isinstance(block, ListBlock | Table | Entries) for block in story.body):
        return True
    if is_afterword(story.body[-1]) or _heads_poem(page, end):
        return True
    if NOTICE.fullmatch(page.lines[at].text):
        return True
    if page.lines[at].gap > page.usual or LineKind.DASHED in page.kinds[at + 1 : end]:
        return True
    if below is LineKind.BYLINE:
        return follower(page.kinds, end) in (LineKind.TEXT, LineKind.VERSE, LineKind.LABEL)
    return page.opens_report(end)


def _heads_poem(page: ClassifiedPage, end: int) -> bool:
    """True above verse that a name in brackets signs."""
    after = page.run_end(end, LineKind.VERSE)
    signed = after > end and after < len(page.lines) and page.kinds[after] is LineKind.BYLINE
    return signed and page.lines[after].text[0] in "（("


def _is_section(
    page: ClassifiedPage, draft: PageDraft, run: Sequence[CopyLine], opens: bool
) -> bool:
    title = run[0]
    if page.is_title(title):
        return True
    draft.briefs = BRIEFS.fullmatch(title.text) is not None
    if not draft.briefs and not _names_section(run, opens):
        return False
    draft.ask_of_page("section_guessed", title.number, title.text)
    return True


def _names_section(run: Sequence[CopyLine], opens: bool) -> bool:
    """True for a short line with the ending of section names above a headline."""
    title = run[0].text
    fits = opens and len(run) > 1 and len(title) <= _SECTION_LENGTH and " " not in title
    return fits and SECTION_END.search(title) is not None


def _open(draft: PageDraft, run: list[CopyLine]) -> None:
    """Begin a story with a run of headings; what is left of them is its first list."""
    kicker, headline, deck, rest = heading_parts(run)
    draft.open_story(kicker, headline, deck)
    sure = kicker is None or is_document_number(kicker.text)
    if not sure or (deck and not is_deck(deck.text)):
        draft.ask("heading_parts_guessed", run[0].number, headline.text, Confidence.WEAK)
    if rest:
        add_list(draft, rest)
