"""Stories in the making: the parts of a page before they are frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Value
from edition.model import Block, Byline, Figure, Furniture, Section, Story
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.rows import cells
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import LETTER
from edition.trade.words import joined_heading


@dataclass
class Draft:
    """A story while its lines are still coming in."""

    first: int
    last: int
    kicker_lines: tuple[CopyLine, ...] = ()
    headline_lines: tuple[CopyLine, ...] = ()
    deck_lines: tuple[CopyLine, ...] = ()
    dateline: str | None = None
    byline: Byline | None = None
    body: list[Block] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    jump_out: CopyLine | None = None
    """The jump line below it."""
    jump_in: CopyLine | None = None
    """The jump line above it."""

    @property
    def headline(self) -> str:
        return _together(self.headline_lines) or ""

    def story(self) -> Story:
        last = self.body[-1] if self.body else None
        if isinstance(last, Figure) and last.credit and not last.caption and not self.credits:
            self.credits.append(last.credit)
            self.body.pop()
        return Story(
            id="", headline=self.headline, body=tuple(self.body),
            kicker=_together(self.kicker_lines), deck=_together(self.deck_lines),
            dateline=self.dateline, byline=self.byline,
            credits=tuple(self.credits), source_lines=(self.first, self.last),
            headline_line=_first(self.headline_lines), deck_line=_first(self.deck_lines),
        )


def _first(lines: Sequence[CopyLine]) -> int | None:
    return lines[0].number if lines else None


def _together(lines: Sequence[CopyLine]) -> str | None:
    return joined_heading([line.text for line in lines]) or None


@dataclass
class SectionDraft:
    """A section while its stories are still coming in."""

    title: str | None
    line: int | None
    drafts: list[Draft] = field(default_factory=list)


class PageDraft:
    """The stories of a page in the making, its furniture and what is to be said about them.

    All state of the one pass over the lines lives here and nowhere else.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts = [SectionDraft(None, None)]
        self.furniture: list[Furniture] = []
        self.remarks: list[Diagnostic] = []
        self.closed = True
        """True when the next text begins a story."""
        self.jumped: CopyLine | None = None
        """The jump line whose part comes next."""
        self.briefs = False
        """True in a section of briefs, which have no headlines."""

    def sections(self) -> tuple[Section, ...]:
        found = []
        for part in self.parts:
            if part.drafts:
                stories = tuple(draft.story() for draft in part.drafts)
                found.append(Section(part.title, stories, part.line))
            elif part.title is not None and part.line is not None:
                self.furniture.append(Furniture(part.line, part.title))
                self.ask("section_set_aside", part.line, part.title)
        self.furniture.sort(key=lambda item: item.line)
        return tuple(found)

    def last(self) -> Draft | None:
        """The last story of the section, open or closed."""
        return self.parts[-1].drafts[-1] if self.parts[-1].drafts else None

    def current(self, line: CopyLine) -> Draft:
        """The open story; a new one without a headline when the last is closed."""
        if self.closed:
            self.parts[-1].drafts.append(Draft(line.number, line.last))
            self.closed = False
            draft = self.parts[-1].drafts[-1]
            draft.jump_in, self.jumped = self.jumped, None
            opens = dateline_of(line.text) is not None or line.text.startswith(LETTER)
            # A section's name stands for the headline of its table: 天气, 股市.
            titled = self.parts[-1].title is not None and len(self.parts[-1].drafts) == 1
            opens = opens or (titled and len(cells(line.text)) > 1)
            if draft.jump_in is None and not self.briefs and not opens:
                self.ask("headline_missing", line.number, line.text[:20])
        return self.parts[-1].drafts[-1]

    def open_section(self, title: CopyLine) -> None:
        """Begin a section; the next text or heading begins its first story."""
        self.parts.append(SectionDraft(title.text, title.number))
        self.closed = True

    def open_story(
        self, kicker: Sequence[CopyLine], headline: Sequence[CopyLine], deck: Sequence[CopyLine]
    ) -> None:
        """Begin a story with these lines for its heading."""
        found = [*kicker, *headline, *deck]
        self.parts[-1].drafts.append(Draft(
            found[0].number, found[-1].last, tuple(kicker), tuple(headline), tuple(deck),
        ))
        self.closed = False
        self.drop_jump()

    def drop_jump(self) -> None:
        """Ask about a jump line that no text has followed."""
        if self.jumped is not None:
            self.ask_jump(self.jumped)
            self.jumped = None

    def add(self, block: Block, line: CopyLine) -> None:
        draft = self.current(line)
        draft.body.append(block)
        draft.last = line.last

    def ask_jump(self, line: CopyLine) -> None:
        self.ask("jump", line.number, line.text)

    def ask(self, kind: str, line: int, text: str) -> None:
        """Ask about a line of the story that is being read."""
        number = sum(len(part.drafts) for part in self.parts) or None
        self.remarks.append(
            Diagnostic(kind, {}, line, number, text, None, Confidence.CERTAIN, self.name)
        )

    def ask_of_page(self, kind: str, line: int, text: str, **values: Value) -> None:
        """Ask about a line that belongs to no one story."""
        self.remarks.append(
            Diagnostic(kind, values, line, None, text, None, Confidence.PROBABLE, self.name)
        )
