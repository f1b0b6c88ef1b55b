"""The paragraphs of a web page numbered, so that they can be shown, asked about and answered."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edition.copy.clean import unspaced
from edition.copy.making import Claim, Found, Order
from edition.model import (
    Block,
    Byline,
    Crosshead,
    Footnote,
    Furniture,
    Paragraph,
    Run,
    Section,
    Story,
    copied_text,
    plain,
)
from edition.readers.labelling.looks import Look
from edition.readers.outlined.headings import CROSSHEAD_LEVEL, Above, Below, End, Head, Item
from edition.readers.outlined.outline import build_outline
from edition.readers.outlined.partreading import PartsRead, read_parts
from edition.readers.outlined.standinglines import titled
from edition.readers.tree.inline import bare
from edition.sidecar.answers import fitting, roles
from edition.sidecar.parse import Sidecar


def with_lines(found: Found, name: str, sidecar: Sidecar) -> Found:
    """The page with its paragraphs numbered, and its parts as the editor's answers have them."""
    numbered = _Numbering()
    sections = tuple(map(numbered.section, found.sections))
    answers, stale = fitting(sidecar.answers, numbered.lines, name)
    found = replace(
        _after(found, numbered.lines), sections=sections, answers=answers,
        remarks=(*found.remarks, *stale),
    )
    named = roles(answers)
    if not named or len(sections) != 1:
        return found
    items = [item for story in sections[0].stories for item in _items(story)]
    return _rebuilt(found, read_parts(items, {}, name, named), name, sections[0].title)


def labelled_page(
    found: Found, blocks: Sequence[Block], looks: Sequence[tuple[str, Look]], name: str,
    sidecar: Sidecar,
) -> Found | None:
    """The page read by the looks of its paragraphs, which are `blocks` in their order.

    None where no headline is found.
    """
    numbered = _Numbering()
    items: list[Item] = [_text(numbered.block(block)) for block in blocks]
    queues: dict[str, deque[Look]] = {}
    for text, look in looks:
        queues.setdefault(text, deque()).append(look)
    known = dict(_looks(items, queues))
    answers, stale = fitting(sidecar.answers, numbered.lines, name)
    called = {**titled(numbered.lines, sidecar.sections), **roles(answers)}
    parts = read_parts(items, known, name, called)
    if not any(isinstance(item, Head) and item.level == 1 for item in parts.items):
        return None
    kept = [remark for remark in found.remarks if remark.kind != "headline_missing"]
    found = replace(
        _after(found, numbered.lines), answers=answers, remarks=(*kept, *stale),
    )
    return _rebuilt(found, parts, name, None)


def _looks(
    items: Sequence[Item], queues: Mapping[str, deque[Look]]
) -> Iterator[tuple[int, Look]]:
    """The look of every paragraph, by its number."""
    for item in items:
        if isinstance(item, Paragraph):
            waiting = queues.get(bare(plain(item.runs)))
            if waiting:
                yield item.lines[0], waiting.popleft()


def _text(block: Block) -> Item:
    """A line in bold is a paragraph like others until all of them are read."""
    if isinstance(block, Crosshead) and len(block.parts) == 1:
        return Paragraph((Run(block.parts[0]),), block.lines)
    return End(block) if isinstance(block, Footnote) else block


def _after(found: Found, lines: Sequence[str]) -> Found:
    """The page with these lines, and what stands around it numbered behind them."""
    around = tuple(
        Furniture(len(lines) + at, item.text) for at, item in enumerate(found.furniture, 1)
    )
    return replace(found, furniture=around, lines=(*lines, *(item.text for item in around)))


def _items(story: Story) -> Iterator[Item]:
    """A story taken apart again."""
    first = story.source_lines[0] if story.source_lines else 1
    if story.kicker:
        yield Above(story.kicker, first)
    if story.headline:
        yield Head(1, story.headline, story.headline_line or first)
    if story.deck:
        yield Below(story.deck, story.deck_line or first)
    for block in story.body:
        if isinstance(block, Crosshead):
            yield from (Head(CROSSHEAD_LEVEL, text, n)
                        for text, n in zip(block.parts, block.lines, strict=True))
        else:
            yield End(block) if isinstance(block, Footnote) else block
    if story.byline:
        yield story.byline


def _rebuilt(found: Found, parts: PartsRead, name: str, title: str | None) -> Found:
    """The page with the stories that the parts make; one claim holds for all of it."""
    outline = build_outline(parts.items, name, parts.one_story, parts.roles)
    count = Counter("".join(
        bare(text) for claim in found.claims for text in (claim.text, *claim.given)
    ))
    count.update(unspaced(parts.made))
    for gone in (parts.undone, *(item.text for item in parts.furniture)):
        count.subtract(unspaced(gone))
    sections = tuple(replace(s, title=s.title or title) for s in outline.sections)
    return replace(
        found, sections=sections, furniture=(*parts.furniture, *found.furniture),
        claims=(Claim("".join(count.elements()), Order.EXACT),),
        remarks=(*found.remarks, *outline.diagnostics, *parts.remarks),
    )


@dataclass
class _Numbering:
    """One pass over stories; every part and block gets the next number."""

    lines: list[str] = field(default_factory=list)

    def section(self, section: Section) -> Section:
        return replace(section, stories=tuple(map(self._story, section.stories)))

    def _story(self, story: Story) -> Story:
        first = len(self.lines) + 1
        if story.kicker:
            self._next(story.kicker)
        headline = self._next(story.headline) if story.headline else None
        deck = self._next(story.deck) if story.deck else None
        body = tuple(map(self.block, story.body))
        byline: Byline | None = story.byline
        if byline is not None:
            byline = replace(byline, line=self._next(byline.raw))
        return replace(
            story, body=body, byline=byline, headline_line=headline, deck_line=deck,
            source_lines=(first, max(first, len(self.lines))),
        )

    def block(self, block: Block) -> Block:
        """The block with its number; each line of a crosshead has its own."""
        if isinstance(block, Crosshead):
            return replace(block, lines=tuple(map(self._next, block.parts)))
        return replace(block, lines=(self._next(" ".join(copied_text(block).split())),))

    def _next(self, text: str) -> int:
        self.lines.append(text)
        return len(self.lines)
