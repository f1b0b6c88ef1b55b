"""Lines of known kind become stories: headings take their parts, bylines end what they sign."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from edition.copy.clean import unspaced
from edition.errors import Confidence, Diagnostic, Severity
from edition.model import (
    Block,
    Byline,
    Crosshead,
    Do,
    Figure,
    Furniture,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
    Verse,
)
from edition.readers.pasted.classify import classify
from edition.readers.pasted.continued import join_jumps
from edition.readers.pasted.copylines import Line, usual_gap
from edition.readers.pasted.drafts import DASHES, Draft, Drafts, Part, heading_parts
from edition.readers.pasted.kinds import Kind
from edition.readers.pasted.rows import cells
from edition.readers.pasted.told import TOLD_KINDS, told_groups
from edition.trade.bylines import bare_names, glued, own_line
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import (
    AUTHOR,
    BRIEFS,
    JUMP_IN,
    LABEL,
    LETTER,
    NOTICE,
    OVER,
    SECTION_END,
)

_SECTION_LENGTH = 6
_AFTERWORD = re.compile("[【\\[〔]?编后")
"""The editor's word under a story, after its byline."""
_HEADING_PARTS = 3


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page sorted into stories and furniture."""

    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...]
    diagnostics: tuple[Diagnostic, ...]


def sort_page(
    lines: Sequence[Line], titles: Sequence[str], name: str,
    told: Mapping[int, Do] = MappingProxyType({}),
) -> Sorted:
    """Sort the lines of one page. `titles` are the section titles the paper is known to use.

    `told` is what the editor says the lines of these numbers are.
    """
    page = _Page(lines, classify(lines), frozenset(unspaced(t) for t in titles), name, told)
    return page.sort()


class _Page(Drafts):
    """The one pass over the lines. State lives here and nowhere else."""

    def __init__(
        self, lines: Sequence[Line], kinds: Sequence[Kind], titles: frozenset[str], name: str,
        told: Mapping[int, Do],
    ) -> None:
        super().__init__(name)
        self.lines, self.kinds, self.titles = lines, list(kinds), titles
        for at, line in enumerate(lines):
            if unspaced(line.text) in titles:
                self.kinds[at] = Kind.HEAD
            if line.number in told:
                self.kinds[at] = TOLD_KINDS[told[line.number]]
        self.told = told
        self.next_text = _next_text(self.kinds)
        self.usual = usual_gap(lines)
        self.labelled = False

    def sort(self) -> Sorted:
        at = 0
        while at < len(self.lines):
            if self.kinds[at] in (Kind.HEAD, Kind.DASHED):
                at = self._heading(at)
            elif self.kinds[at] in (Kind.VERSE, Kind.TABLE, Kind.LIST):
                at = self._rows(at)
            else:
                self._line(at)
                at += 1
        join_jumps(self)
        return Sorted(self.sections(), tuple(self.furniture), tuple(self.remarks))

    def _line(self, at: int) -> None:
        line, kind = self.lines[at], self.kinds[at]
        match kind:
            case Kind.FURNITURE:
                self.furniture.append(Furniture(line.number, line.text))
            case Kind.JUMP:
                self._jump(line)
            case Kind.BYLINE:
                self._byline(at)
            case Kind.CREDIT:
                self._credit(at)
            case Kind.CAPTION:
                self._lone_caption(line)
            case Kind.LABEL:
                if _AFTERWORD.match(line.text) and self.parts[-1].drafts:
                    self.closed = False
                self.add(Note((Run(line.text),), line.numbers), line)
                self.labelled = LABEL.fullmatch(line.text) is not None
            case _:
                self._text(at)

    def _lone_caption(self, line: Line) -> None:
        """A caption under a story's byline still belongs to that story."""
        if self.closed and self.parts[-1].drafts:
            draft = self.parts[-1].drafts[-1]
            draft.body.append(Figure(None, (Run(line.text),), lines=line.numbers))
            draft.last = line.last
        else:
            self.add(Figure(None, (Run(line.text),), lines=line.numbers), line)
        self.ask("caption_without_picture", Severity.WARNING, line.number, line.text,
                  "This caption has no picture in the copy.")

    def _jump(self, line: Line) -> None:
        """A jump line is furniture; the part below it, or above it, waits for its other part."""
        self.furniture.append(Furniture(line.number, line.text))
        if JUMP_IN.match(line.text):
            self.closed, self.jumped = True, line
        else:
            draft = self.parts[-1].drafts[-1] if self.parts[-1].drafts else None
            self.closed = True
            if draft is not None and draft.jump_out is None:
                draft.jump_out = line
            else:
                self.ask_jump(line)

    def _byline(self, at: int) -> None:
        line = self.lines[at]
        byline = own_line(line.text) or bare_names(line.text) or Byline(line.text, ())
        if self.closed and self.parts[-1].drafts:
            draft = self.parts[-1].drafts[-1]
        else:
            draft = self.current(line)
        draft.last = line.last
        if draft.byline is not None:
            self._second_byline(at, draft, byline)
            return
        draft.byline = replace(byline, line=line.number)
        self.closed = bool(draft.body)
        if own_line(line.text) is None:
            sure = not draft.body or line.text[0] in "（(" or len(line.text.split()) > 1
            level = Severity.INFO if sure else Severity.WARNING
            self.ask("byline_guessed", level, line.number, line.text,
                     "This line of names was taken for the byline.", Confidence.PROBABLE)

    def _second_byline(self, at: int, draft: Draft, byline: Byline) -> None:
        """Two lines of names in a row are one byline; one further down is a credit."""
        line, first = self.lines[at], draft.byline
        if first is not None and not first.glued and first.line == self.lines[at - 1].number:
            draft.byline = replace(
                first, raw=f"{first.raw} {line.text}", names=first.names + byline.names
            )
        elif self.closed or AUTHOR.fullmatch(line.text):
            draft.credits.append(line.text)
            self.closed = True
        else:
            draft.body.append(Paragraph((Run(line.text),), line.numbers))

    def _credit(self, at: int) -> None:
        """A credit after the byline belongs to the story's end; any other to its picture."""
        line = self.lines[at]
        if self.closed and self.parts[-1].drafts:
            draft = self.parts[-1].drafts[-1]
            draft.last = line.last
            above = draft.body[-1] if draft.body else None
            close = line.number - 1 - line.gap
            if isinstance(above, Figure) and not above.credit and above.lines[-1] == close:
                lines = above.lines + line.numbers
                draft.body[-1] = replace(above, credit=line.text, lines=lines)
            else:
                draft.credits.append(line.text)
            return
        body = self.current(line).body
        above = body[-1] if body else None
        apart = bool(self.furniture) and above is not None and (
            self.furniture[-1].line > above.lines[-1]
        )
        if isinstance(above, Figure) and above.caption and not above.credit and not apart:
            body[-1] = replace(above, credit=line.text, lines=above.lines + line.numbers)
            self.parts[-1].drafts[-1].last = line.last
        else:
            self.add(Figure(None, credit=line.text, lines=line.numbers), line)

    def _text(self, at: int) -> None:
        line = self.lines[at]
        opening = dateline_of(line.text)
        if opening is not None and not self.closed and self._brief(line):
            self.closed = True
        draft = self.current(line)
        draft.last = line.last
        if opening is not None and _stands_alone(opening[0], line, draft):
            draft.dateline = line.text
            return
        if self.labelled:
            self.labelled = False
            draft.body.append(Note((Run(line.text),), line.numbers))
            return
        text = self._unglue(at, draft)
        if OVER.search(line.text):
            self.closed = True
        draft.body.append(Paragraph((Run(text),), line.numbers))

    def _brief(self, line: Line) -> bool:
        """True when a dateline opens the next brief of a column without headlines."""
        draft = self.parts[-1].drafts[-1]
        return bool(draft.body) and line.gap > self.usual

    def _unglue(self, at: int, draft: Draft) -> str:
        """Cut a byline off the end of a story's last paragraph."""
        line = self.lines[at]
        cut = glued(line.text)
        if cut is None or draft.byline is not None or not self._story_ends(at):
            return line.text
        text, byline = cut
        draft.byline = replace(byline, line=line.last)
        self.closed = True
        self.ask("byline_glued", Severity.INFO, line.last, byline.raw,
                  "The byline stood at the end of the last paragraph and was set apart.")
        return text

    def _story_ends(self, at: int) -> bool:
        kind = self._next(at)
        if kind is not Kind.TEXT:
            return kind in (None, Kind.HEAD, Kind.DASHED, Kind.CREDIT, Kind.LABEL)
        return self._opens_report(at + 1)

    def _next(self, at: int) -> Kind | None:
        after = at + 1
        while after < len(self.kinds) and self.kinds[after] in (Kind.FURNITURE, Kind.JUMP):
            after += 1
        return self.kinds[after] if after < len(self.kinds) else None

    def _opens_report(self, at: int) -> bool:
        """True when the next text from `at` on begins with a dateline."""
        text = self.next_text[at]
        if text is None:
            return False
        opening = self.lines[text].text
        return opening.startswith(LETTER) or dateline_of(opening) is not None

    def _heading(self, at: int) -> int:
        """Take a run of headings. Returns the place after it."""
        end = at
        while end < len(self.lines) and self.kinds[end] in (Kind.HEAD, Kind.DASHED):
            end += 1
        run = list(self.lines[at:end])
        if any(line.number in self.told for line in run):
            self._told_heading(run)
            return end
        opens = self.closed or self._new_story(at, end) or bool(BRIEFS.fullmatch(run[0].text))
        while run and self._is_section(run, opens):
            title = run.pop(0)
            self.parts.append(Part(title.text, title.number))
            opens = self.closed = True
        if run and opens:
            self._open(run)
        elif run:
            self._crossheads(run)
        return end

    def _told_heading(self, run: list[Line]) -> None:
        """Take a run of headings of which the editor named at least one."""
        for group in told_groups(run, self.told):
            if group.headline is not None:
                self.open_story(group.kicker, group.headline, group.deck)
                if group.rest:
                    self._crossheads(group.rest)
            else:
                self.closed = self.closed and not self.parts[-1].drafts
                self._crossheads(group.rest)

    def _new_story(self, at: int, end: int) -> bool:
        draft = self.parts[-1].drafts[-1]
        if not draft.body:
            return False
        if not draft.headline and all(isinstance(block, Note) for block in draft.body):
            return True
        if end < len(self.kinds) and self.kinds[end] in (Kind.TABLE, Kind.CAPTION):
            return True
        if all(isinstance(block, ListBlock | Table) for block in draft.body):
            return True
        if NOTICE.fullmatch(self.lines[at].text):
            return True
        if self.lines[at].gap > self.usual or Kind.DASHED in self.kinds[at + 1 : end]:
            return True
        if end < len(self.kinds) and self.kinds[end] is Kind.BYLINE:
            return self._next(end) in (Kind.TEXT, Kind.VERSE, Kind.LABEL)
        return self._opens_report(end)

    def _is_section(self, run: Sequence[Line], opens: bool) -> bool:
        title = run[0].text
        if self.titles and unspaced(title) in self.titles:
            return True
        self.briefs = False
        if BRIEFS.fullmatch(title):
            self.briefs = True
        elif not self._names_section(run, opens):
            return False
        self.ask("section_guessed", Severity.INFO, run[0].number, title,
                  "This line was taken for the name of a section.", Confidence.PROBABLE,
                  of_story=False)
        return True

    def _names_section(self, run: Sequence[Line], opens: bool) -> bool:
        """True for a short line with the ending of section names above a headline."""
        title = run[0].text
        fits = opens and len(run) > 1 and len(title) <= _SECTION_LENGTH and " " not in title
        return fits and SECTION_END.search(title) is not None

    def _open(self, run: list[Line]) -> None:
        kicker, headline, deck, rest = heading_parts(run)
        self.open_story(kicker, headline, deck)
        if kicker or (deck and deck.text[0] not in DASHES):
            self.ask("heading_parts_guessed", Severity.INFO, run[0].number, headline.text,
                      "Kicker, headline and deck were told apart by length and order.",
                      Confidence.WEAK)
        if rest:
            self._list(rest)

    def _rows(self, at: int) -> int:
        """Take one stanza, table or list. Returns the place after it."""
        kind, end = self.kinds[at], at + 1
        while end < len(self.lines) and self.kinds[end] is kind and not (
            (kind is Kind.VERSE and self.lines[end].gap)
            or (kind is Kind.TABLE and _width(self.lines[end]) != _width(self.lines[at]))
        ):
            end += 1
        run = self.lines[at:end]
        numbers = tuple(n for line in run for n in line.numbers)
        texts = tuple((Run(line.text),) for line in run)
        self.current(run[0])
        block: Block = Verse(texts, numbers)
        if kind is Kind.LIST:
            block = ListBlock(texts, lines=numbers)
        elif kind is Kind.TABLE:
            rows = tuple(tuple((Run(cell),) for cell in cells(line.text)) for line in run)
            block = Table(rows, lines=numbers)
        self.add(block, run[-1])
        return end

    def _crossheads(self, run: list[Line]) -> None:
        if len(run) > _HEADING_PARTS:
            self._list(run)
            return
        numbers = tuple(n for line in run for n in line.numbers)
        self.add(Crosshead(tuple(line.text for line in run), numbers), run[-1])

    def _list(self, run: list[Line]) -> None:
        numbers = tuple(n for line in run for n in line.numbers)
        items = tuple((Run(line.text),) for line in run)
        self.add(ListBlock(items, lines=numbers), run[-1])
        self.ask("list_guessed", Severity.WARNING, run[0].number, run[0].text,
                  "A run of short lines was kept as a list.", Confidence.WEAK)

def _next_text(kinds: Sequence[Kind]) -> list[int | None]:
    """For every place, and the end, the place of the first text from there on."""
    found: list[int | None] = [None]
    for at in range(len(kinds) - 1, -1, -1):
        found.append(at if kinds[at] is Kind.TEXT else found[-1])
    return found[::-1]


def _width(line: Line) -> int:
    return len(cells(line.text))


def _stands_alone(dateline: str, line: Line, draft: Draft) -> bool:
    return dateline == line.text and not draft.body and draft.dateline is None
