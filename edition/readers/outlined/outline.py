"""Headings and blocks of a structured format become sections and stories, by one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edition.copy.numbering import cut_runs
from edition.errors import Confidence, Diagnostic
from edition.model import Block, Byline, Crosshead, Paragraph, Run, Section, Story, plain
from edition.readers.outlined.headings import Above, Below, End, Head, Item, Role, heading_roles
from edition.trade.bylines import glued, own_line
from edition.trade.lexicon import BRIEFS, DASHES

_DECK = 40
"""characters of the longest deck that its dash alone tells"""


@dataclass
class _Draft:
    headline: str = ""
    headline_line: int | None = None
    kicker: str | None = None
    deck: str | None = None
    deck_line: int | None = None
    first: int | None = None
    last: int | None = None
    body: list[Block] = field(default_factory=list)
    ends: list[Block] = field(default_factory=list)
    byline: Byline | None = None

    def seen(self, line: int) -> None:
        self.first = self.first or line
        self.last = line


@dataclass
class _Part:
    title: str | None = None
    line: int | None = None
    drafts: list[_Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    sections: tuple[Section, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_outline(
    items: Sequence[Item], name: str, one_story: bool = False,
    known: Mapping[int, Role] | None = None,
) -> Outline:
    """The stories of `items`. `one_story` makes every heading a crosshead: the source names the
    headline elsewhere. `known` says by place what the headings are; else their levels do.
    """
    work = _Builder(name, one_story)
    roles = heading_roles(items, one_story) if known is None else known
    for at, item in enumerate(items):
        work.take(item, roles.get(at))
    return work.done()


class _Builder:
    """The one pass over the items. State lives here and nowhere else."""

    def __init__(self, name: str, one_story: bool) -> None:
        self.name = name
        self.parts = [_Part()]
        self.above: Above | None = None
        self.remarks: list[Diagnostic] = []
        if one_story:
            self.parts[-1].drafts.append(_Draft())

    def take(self, item: Item, role: Role | None) -> None:
        match item:
            case Head():
                self._head(item, role)
            case Above():
                self._spill()
                self.above = item
            case Below():
                self._deck(item)
            case Byline():
                self._signed(item)
            case End():
                drafts = self.parts[-1].drafts
                if drafts:
                    drafts[-1].ends.append(item.block)
                else:
                    self._block(item.block)
            case _:
                self._block(item)

    def done(self) -> Outline:
        self._spill()
        sections = []
        for part in self.parts:
            if part.drafts:
                sections.append(Section(part.title, tuple(map(_story, part.drafts)), part.line))
            elif part.title is not None:
                sections.append(
                    Section(None, (_story(_Draft(part.title, part.line)),), None)
                )
        return Outline(tuple(sections), tuple(self.remarks))

    def _head(self, head: Head, role: Role | None) -> None:
        if role is Role.SECTION:
            self._spill()
            self.parts.append(_Part(head.text, head.line))
        elif role is Role.STORY:
            draft = _Draft(head.text, head.line)
            if self.above is not None:
                draft.kicker = self.above.text
                draft.seen(self.above.line)
                self.above = None
            draft.seen(head.line)
            self.parts[-1].drafts.append(draft)
        else:
            self._block(Crosshead((head.text,), (head.line,)))

    def _deck(self, deck: Below) -> None:
        draft = self.parts[-1].drafts[-1] if self.parts[-1].drafts else None
        if draft is None or draft.body or draft.deck is not None:
            self._block(Crosshead((deck.text,), (deck.line,)))
            return
        draft.deck, draft.deck_line = deck.text, deck.line
        draft.seen(deck.line)

    def _signed(self, byline: Byline) -> None:
        """A byline signs the story it stands in; two in a row are one, a later one is text."""
        draft = self.parts[-1].drafts[-1] if self.parts[-1].drafts else None
        line, first = byline.line or 1, draft.byline if draft is not None else None
        if draft is None or (first is not None and draft.last != first.line):
            self._block(Paragraph((Run(byline.raw),), (line,)))
            return
        self._spill()
        draft.byline = byline if first is None else replace(
            first, raw=f"{first.raw} {byline.raw}", names=first.names + byline.names
        )
        draft.seen(line)

    def _block(self, block: Block) -> None:
        self._spill()
        line = block.lines[0] if block.lines else 1
        part = self.parts[-1]
        if not part.drafts:
            part.drafts.append(_Draft())
            if part.title is None or BRIEFS.fullmatch(part.title) is None:
                self.remarks.append(Diagnostic(
                    "headline_missing", {}, line, sum(len(part.drafts) for part in self.parts),
                    confidence=Confidence.CERTAIN, source=self.name,
                ))
        draft = self.parts[-1].drafts[-1]
        draft.seen(line)
        draft.seen(block.lines[-1] if block.lines else line)
        before = draft.body[-1] if draft.body else None
        if isinstance(block, Crosshead) and isinstance(before, Crosshead):
            draft.body[-1] = replace(
                before, parts=before.parts + block.parts, lines=before.lines + block.lines
            )
        else:
            draft.body.append(block)

    def _spill(self) -> None:
        """A kicker no headline followed is text."""
        if self.above is not None:
            lost, self.above = self.above, None
            self._block(Crosshead((lost.text,), (lost.line,)))


def _story(draft: _Draft) -> Story:
    body = list(_with_deck(draft))
    body, byline = (body, draft.byline) if draft.byline else signed(body)
    first = draft.first or draft.headline_line or 1
    return Story(
        id="", headline=draft.headline, body=(*body, *draft.ends), kicker=draft.kicker,
        deck=draft.deck, byline=byline, source_lines=(first, max(first, draft.last or first)),
        headline_line=draft.headline_line, deck_line=draft.deck_line,
    )


def _with_deck(draft: _Draft) -> Iterator[Block]:
    """The body; a short first paragraph that opens with a dash becomes the deck."""
    for at, block in enumerate(draft.body):
        if at == 0 and draft.headline and draft.deck is None and isinstance(block, Paragraph):
            text = plain(block.runs)
            if text.startswith(tuple(DASHES)) and len(text) <= _DECK and "。" not in text:
                draft.deck = text
                draft.deck_line = block.lines[0] if block.lines else None
                continue
        yield block


def signed(body: list[Block]) -> tuple[list[Block], Byline | None]:
    """The body without its byline: the last paragraph, its end, or the first paragraph."""
    for at in (-1, 0):
        block = body[at] if len(body) > 1 else None
        beside = at == 0 and block is not None and body[1].lines[:1] == block.lines[:1]
        if isinstance(block, Paragraph) and not beside:
            byline = own_line(plain(block.runs).strip())
            if byline is not None:
                kept = body[:-1] if at else body[1:]
                return kept, replace(byline, line=block.lines[0] if block.lines else None)
    last = body[-1] if body else None
    if isinstance(last, Paragraph):
        found = glued(plain(last.runs))
        if found is not None:
            text, byline = found
            body[-1] = replace(last, runs=cut_runs(last.runs, len(text))[0])
            return body, replace(byline, line=last.lines[-1] if last.lines else None)
    return body, None
