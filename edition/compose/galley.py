"""One story as one long column (小样): slugs with their legal cuts.

PA1–PA4: paragraphs are indented, no line of a paragraph stands alone at the head or foot of a
leg, a crosshead keeps with what follows, a byline with what goes before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from edition.compose.composed import Galley, Line, Slug, SlugKind
from edition.compose.heading import set_heading
from edition.compose.rows.celltext import caption_lines
from edition.compose.rows.rowsets import RowSetter, ruled_off
from edition.compose.rows.tables import TableSetter
from edition.compose.rubies import spelled_out, voiced
from edition.compose.slugs import parted, ranged_right, strong, text_slugs
from edition.compose.typesetter import Typesetter
from edition.copy.numbering import cut_runs
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Entries,
    Figure,
    Footnote,
    HouseItem,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Story,
    Table,
    Verse,
)
from edition.packs.layout import Layout, TypeRole
from edition.walk import every_run

_ROOMY = (Note, ListBlock, Verse, Closing)
"""Blocks other than paragraphs whose lines are of the body's size with the body's gap over them"""
MOST_OPEN = 0.12
"""em between two characters on a line of a paragraph set a line longer than usual"""
BRIEF_UNDER = 0.15
"""rows by which the head of a brief, or a crosshead at the head of a leg, stands off its text; over
the head of a brief they are taken from its row of white"""
QUOTE_INSET = 1.0
"""em of the body between the rules of a pull quote and its text, on each side"""
CROSSHEAD_OVER = 0.65
"""of the row of white round a crosshead, what stands over it: it belongs to what follows"""
IN_BRIEF, SHORT_BRIEF = 20.0, 7
"""Price of a leg that ends inside a brief of so many rows at most"""
OVER_CROSSHEAD = 3.0
"""Price of a leg that ends before a crosshead, which then heads the next with no white over it"""


@dataclass(frozen=True, slots=True)
class GalleySetter:
    """Turns stories into galleys with the type of one layout."""

    typesetter: Typesetter
    layout: Layout

    def galley(self, copy: Story | HouseItem, measure: float) -> Galley:
        """The whole story, or house copy, but its heading, set at `measure` em."""
        if isinstance(copy, HouseItem):
            slugs, cost = self._block(_words(copy), measure)
            return Galley(copy.id, measure, tuple(slugs), cost)
        return self._story(copy, measure)

    def _story(self, story: Story, measure: float) -> Galley:
        parts = [self._block(block, measure) for block in _quotes_first(story.body)]
        parts = _under_a_rule(parts, measure)
        if story.dateline:
            parts.insert(0, self._running((Run(story.dateline),), f"{story.id}-dateline", measure))
        slugs = list(chain.from_iterable(slugs for slugs, _ in parts))
        slugs.extend(self._closing(story, measure))
        return Galley(story.id, measure, tuple(_kept(slugs)), sum(cost for _, cost in parts))

    def longer(
        self, copy: Story | HouseItem, measure: float
    ) -> tuple[tuple[str, float, tuple[Slug, ...]], ...]:
        """Paragraphs set one line longer than usual: (block, price, slugs), cheapest first.

        Only where no line opens by more than `MOST_OPEN` em between two characters.
        """
        found: list[tuple[str, float, tuple[Slug, ...]]] = []
        face, indent = self.layout.body.face, self.layout.indent
        for block in copy.body if isinstance(copy, Story) else (_words(copy),):
            if not isinstance(block, Paragraph):
                continue
            made = self.typesetter.loosened(self._spoken(block), measure, face=face, indent=indent)
            if made is None or made.extra > MOST_OPEN:
                continue
            slugs = tuple(text_slugs(made.lines, "text", block.id, face))
            found.append((block.id, round(made.cost, 4), slugs))
        return tuple(sorted(found, key=lambda entry: entry[1]))

    def briefs(self, stories: Sequence[Story], measure: float) -> Galley:
        """Short items one under the other, each under its own headline (简讯)."""
        slugs: list[Slug] = []
        cost = 0.0
        for number, story in enumerate(stories):
            galley = self._story(story, measure)
            if story.headline:
                slugs.append(self._brief_head(story, measure, first=number == 0))
            for role, text in (("kicker", story.kicker), ("deck", story.deck)):
                if text:
                    slugs.extend(self._under_head(text, f"{story.id}-{role}", measure))
            slugs.extend(_whole(galley.slugs))
            cost += galley.cost
        return Galley(stories[0].id, measure, tuple(_kept(slugs)), cost)

    def _brief_head(self, story: Story, measure: float, *, first: bool) -> Slug:
        role = self._role("crosshead")
        lines = self._heads(story.headline, role, measure / role.size)
        head = Slug(
            "briefhead", f"{story.id}-headline", len(lines), lines,
            size=role.size, face=role.face, align="left", cut=None, first=True, final=True,
            top=-BRIEF_UNDER,
        )
        return head if first else replace(
            head, rows=head.rows + 1, top=1 - BRIEF_UNDER, again=(head,)
        )

    def _under_head(self, text: str, block: str, measure: float) -> Iterator[Slug]:
        """A deck or kicker in a briefs column, kept with what follows."""
        found, _ = self._running((Run(text),), block, measure, face="kai", indent=0.0)
        return (replace(slug, cut=None) for slug in found)

    def caption(self, block: Figure, measure: float) -> tuple[Slug, ...]:
        """The caption and credit of a picture at `measure` em of the body."""
        role = self._role("caption")
        runs = _captioned(block)
        if not runs:
            return ()
        lines = caption_lines(
            self.typesetter, runs, role.face, measure / role.size, credited=bool(block.credit)
        )
        return tuple(
            Slug("note", block.id, 1, (line,), size=role.size, face=role.face,
                 first=i == 0, final=i == len(lines) - 1)
            for i, line in enumerate(lines)
        )

    def _block(self, block: Block, measure: float) -> tuple[list[Slug], float]:
        if not isinstance(block, Paragraph):
            block = every_run(
                block, self._voiced if isinstance(block, _ROOMY) else spelled_out
            )
        match block:
            case Paragraph():
                return self._running(self._spoken(block), block.id, measure)
            case Crosshead():
                return [self._crosshead(block, measure)], 0.0
            case PullQuote():
                return list(self._quote(block, measure)), 0.0
            case Note():
                return self._running(block.runs, block.id, measure, face="kai")
            case Table():
                return TableSetter(self.typesetter, self.layout, measure).table(block)
            case ListBlock() | Verse() | Closing() | Entries() | Footnote():
                return self._rows(block, measure)
            case Figure():
                if block.src is not None and block.pixels is not None:
                    return [], 0.0
                return self._caption(block, measure)

    def _running(
        self, runs: Runs, block: str, measure: float,
        *, face: str | None = None, indent: float | None = None,
    ) -> tuple[list[Slug], float]:
        """Text in the face of the body, or a note in one of its own."""
        kind: SlugKind = "note" if face else "text"
        face = face or self.layout.body.face
        first = self.layout.indent if indent is None else indent
        lines, cost = self.typesetter.later(runs, measure, face=face, indent=first)
        return text_slugs(lines, kind, block, face), cost

    def _rows(
        self, block: ListBlock | Verse | Closing | Entries | Footnote, measure: float
    ) -> tuple[list[Slug], float]:
        rows = RowSetter(self.typesetter, self.layout, measure)
        match block:
            case ListBlock():
                return rows.items(block)
            case Verse():
                return rows.verse(block)
            case Closing():
                return rows.closing(block)
            case Entries():
                return rows.entries(block)
            case Footnote():
                return rows.footnote(block)

    def _caption(self, block: Figure, measure: float) -> tuple[list[Slug], float]:
        runs = _captioned(block)
        if not runs:
            return [], 0.0
        if block.credit:
            lines = self.typesetter.credited(runs, measure, face="hei")
            return text_slugs(lines, "note", block.id, "hei"), 0.0
        return self._running(runs, block.id, measure, face="hei", indent=0.0)

    def _crosshead(self, block: Crosshead, measure: float) -> Slug:
        role = self._role("crosshead")
        width = measure / role.size
        lines = tuple(chain.from_iterable(self._heads(p, role, width) for p in block.parts))
        head = Slug(
            "crosshead", block.id, len(lines), lines, size=role.size, face=role.face,
            align="center", cut=None, first=True, final=True, top=-BRIEF_UNDER,
        )
        return replace(head, rows=head.rows + 1, top=CROSSHEAD_OVER, again=(head,))

    def _heads(self, text: str, role: TypeRole, measure: float) -> tuple[Line, ...]:
        """Lines broken as a heading in `measure` em of the role; else run as a paragraph."""
        found = set_heading(self.typesetter, text, role.face, measure)
        if found is not None:
            return found[0]
        return self.typesetter.set((Run(text),), measure, face=role.face)[0]

    def _quote(self, block: PullQuote, measure: float) -> tuple[Slug, ...]:
        role = self._role("pullquote")
        inner = quote_measure(measure, role.size)
        lines, _ = self.typesetter.set(block.runs, inner, face=role.face)
        if block.speaker:
            lines += tuple(ranged_right(n, inner) for n in self._heads(block.speaker, role, inner))
        rows = len(lines) * role.leading + 2
        return parted(Slug(
            "quote", block.id, int(-(-rows // 1)), lines, size=role.size, face=role.face,
            leading=role.leading, first=True, final=True,
        ), self.layout.grid.rows)

    def _closing(self, story: Story, measure: float) -> Iterator[Slug]:
        texts = [story.byline.raw] if story.byline else []
        role = self._role("byline")
        for number, text in enumerate([*texts, *story.credits]):
            name = "byline" if number == 0 and story.byline else f"credit{number}"
            lines = self.typesetter.ragged(text, measure / role.size, face=role.face)
            for i, line in enumerate(lines):
                yield Slug(
                    "byline", f"{story.id}-{name}", 1, (line,), size=role.size, face=role.face,
                    align="right", first=i == 0, final=i == len(lines) - 1,
                )

    def _spoken(self, block: Paragraph) -> Runs:
        """A paragraph's runs, its speaker's label in 黑."""
        label, rest = cut_runs(block.runs, block.speaker)
        return strong(spelled_out(label)) + self._voiced(rest)

    def _voiced(self, runs: Runs) -> Runs:
        return voiced(runs, above=self.layout.ruby == "above")

    def _role(self, name: str) -> TypeRole:
        return self.layout.roles.get(name, self.layout.body)


def quote_measure(measure: float, size: float) -> int:
    """Whole em of its own size that a pull quote's lines take inside a column (GR1)."""
    return max(4, int((measure - 2 * QUOTE_INSET) / size + 1e-9))


def _captioned(figure: Figure) -> Runs:
    """Caption and credit."""
    caption = spelled_out(figure.caption)
    return caption + ((Run(f" {figure.credit}"),) if figure.credit else ())


def _under_a_rule(
    parts: list[tuple[list[Slug], float]], measure: float
) -> list[tuple[list[Slug], float]]:
    """The parts of a story with a short rule above the first footnote."""
    at = next((i for i, (slugs, _) in enumerate(parts)
               if slugs and slugs[0].kind == "footnote"), None)
    if at is not None:
        slugs, cost = parts[at]
        parts[at] = [ruled_off(slugs[0], measure), *slugs[1:]], cost
    return parts


def _words(item: HouseItem) -> Paragraph:
    """House copy as the one paragraph it is."""
    return Paragraph((Run(item.text),), id=f"{item.id}-text")


def _whole(slugs: tuple[Slug, ...]) -> Iterator[Slug]:
    """The slugs of a brief; a short one is hardly ever parted."""
    short = sum(slug.rows for slug in slugs) <= SHORT_BRIEF
    for number, slug in enumerate(slugs, 1):
        parts = short and slug.cut is not None and number < len(slugs)
        yield replace(slug, cut=max(slug.cut or 0.0, IN_BRIEF)) if parts else slug


def _kept(slugs: list[Slug]) -> Iterator[Slug]:
    """Forbid cuts that part a byline from its text, or leave one line under a head."""
    for number, slug in enumerate(slugs):
        headed = number > 0 and slugs[number - 1].kind in ("crosshead", "briefhead")
        after = slugs[number + 1] if number + 1 < len(slugs) else None
        signed = after is not None and (
            after.kind == "byline" or (after.kind == "closing" and after.first)
        )
        alone = headed and after is not None and after.kind != "briefhead"
        if signed or alone:
            yield replace(slug, cut=None)
        elif after is not None and after.kind == "crosshead" and slug.cut is not None:
            yield replace(slug, cut=slug.cut + OVER_CROSSHEAD)
        else:
            yield slug


def _quotes_first(body: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with a pull quote before the crosshead it follows: a crosshead heads its text."""
    for number, block in enumerate(body):
        after = body[number + 1] if number + 1 < len(body) else None
        if isinstance(block, Crosshead) and isinstance(after, PullQuote):
            yield after
        if not (isinstance(block, PullQuote) and _follows_crosshead(body, block)):
            yield block


def _follows_crosshead(body: tuple[Block, ...], quote: PullQuote) -> bool:
    at = next(i for i, block in enumerate(body) if block is quote)
    return at > 0 and isinstance(body[at - 1], Crosshead)
