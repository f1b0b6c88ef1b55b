"""What the paragraphs of a structured file are of which their format says nothing.

All lines are labelled together, by their words and by their looks; what the format declares is
certain, and so is what the editor has answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from edition.answering import Do
from edition.errors import Diagnostic
from edition.model import Byline, Figure, Furniture, ListBlock, Note, Paragraph, Runs
from edition.readers.labelling.asking import ASKED, NAMED, other_manner, question
from edition.readers.labelling.looks import Look
from edition.readers.labelling.states import LineState
from edition.readers.outlined.copyunits import CopyUnit, each_unit, units_of
from edition.readers.outlined.headings import (
    CROSSHEAD_LEVEL,
    Above,
    Below,
    Head,
    Item,
    Role,
    add_caption,
    heading_roles,
)
from edition.readers.outlined.houselooks import CROSSHEADS, HEADLINES, settled_looks
from edition.readers.outlined.runs import flat, one_line
from edition.readers.outlined.standinglines import (
    heads_column,
    page_lines_above,
    tells_page,
    told_standing,
)
from edition.trade.bylines import bare_names, credited, own_line
from edition.trade.lexicon import BESIDE, DASHES, LABEL
from edition.trade.words import joined_heading

if TYPE_CHECKING:
    from edition.readers.labelling.labeller import Labelled
    from edition.readers.labelling.surroundings import LabelLine

S = LineState
_SHOWN = frozenset({S.CAPTION, S.CREDIT})
_UNDER_A_HEAD = frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE, S.UNDER, S.DECK})
"""what a file does not begin with"""
_STATES = {
    Role.STORY: frozenset({S.HEADLINE}), Role.SECTION: frozenset({S.SECTION}),
    Role.CROSSHEAD: frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE}),
}
_CHANGED = frozenset({
    S.HEADLINE, S.HEADLINE_MORE, S.KICKER, S.DECK, S.CROSSHEAD, S.CROSSHEAD_MORE, S.BYLINE_OVER,
    S.BYLINE_UNDER, S.CAPTION, S.CREDIT, S.NOTE, S.FURNITURE, S.SECTION,
})
"""states that make something else of a paragraph"""


@dataclass
class PartsRead:
    """Items whose every heading is known."""

    items: list[Item] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    """what each heading is, by its place"""
    furniture: list[Furniture] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    undone: str = ""
    """marks of notes that a heading has no place for"""
    made: str = ""
    """characters a heading shows beside its own: brackets of readings, its number"""

    @property
    def one_story(self) -> bool:
        """True when no heading begins a story."""
        return bool(self.roles) and set(self.roles.values()) == {Role.CROSSHEAD}


def read_parts(
    items: Sequence[Item], looks: Mapping[int, Look], name: str, answers: Mapping[int, Do],
    one_story: bool = False,
) -> PartsRead:
    """The items with their parts.

    `looks` are those of paragraphs of which the format says nothing, by number; `answers` is what
    the editor says the lines of these numbers are; `one_story` as in `build_outline`.
    """
    named = _named(items, answers)
    first = next(each_unit(items, looks), None)
    if not (looks or named or (first is not None and tells_page(items, first, named))):
        return _declared(items, name, one_story)
    units, aside = _without_page_lines(items, units_of(items, looks), named)
    items = items[len(aside):]
    known = _roles(items, units, one_story)
    found, roles = _labelled(items, units, known, named)
    work = _Building(PartsRead(), name, roles, named)
    work.set_aside(aside)
    rows: dict[int, list[tuple[CopyUnit, Labelled]]] = {}
    for unit, state in zip(units, found, strict=True):
        rows.setdefault(unit.at, []).append((unit, state))
    for at, item in enumerate(items):
        work.take(at, item, rows.get(at, []))
    work.read.remarks += _told(units, found, named, name)
    work.read.remarks += told_standing(aside, [
        unit for unit, state in zip(units, found, strict=True)
        if unit.free and unit.number not in named and state.state is S.SECTION
    ], name)
    return work.read


def _declared(items: Sequence[Item], name: str, one_story: bool) -> PartsRead:
    """The items of a file whose format says what each of them is: there is nothing to weigh."""
    work = _Building(PartsRead(), name, _roles(items, (), one_story) or {}, {})
    for at, item in enumerate(items):
        work.take(at, item, ())
    return work.read


def _without_page_lines(
    items: Sequence[Item], units: Sequence[CopyUnit], named: Mapping[int, Do]
) -> tuple[list[CopyUnit], list[CopyUnit]]:
    """The lines of the copy, by the places of its items alone, and those over it of the page."""
    count = len(page_lines_above(items, units, lambda: _lines(items, units), named))
    copy = [replace(unit, at=unit.at - count) for unit in units[count:]]
    return copy, list(units[:count])


def _told(
    units: Sequence[CopyUnit], found: Sequence[Labelled], named: Mapping[int, Do], name: str
) -> Iterator[Diagnostic]:
    """The questions, the most doubtful first."""
    other = other_manner(found)
    unsure = [
        (unit, state) for at, (unit, state) in enumerate(zip(units, found, strict=True))
        if unit.free and unit.number not in named and _is_unsure(state, other.get(at, ASKED))
    ]
    for unit, state in sorted(unsure, key=lambda row: row[1].chance):
        yield question(state, unit.number, unit.text, name)


def _named(items: Sequence[Item], answers: Mapping[int, Do]) -> dict[int, Do]:
    """The answers by the first line of their item: one may name any of its lines."""
    if not answers:
        return {}
    found = dict(answers)
    for item in items:
        lines = _numbers(item)
        found.update((lines[0], answers[line]) for line in lines if line in answers)
    return found


def _is_unsure(found: Labelled, asked: float) -> bool:
    """True where another reading is likely that would make something else of the paragraph."""
    return found.chance < asked and not _CHANGED.isdisjoint((found.state, found.other))


def _roles(
    items: Sequence[Item], units: Sequence[CopyUnit], one_story: bool
) -> dict[int, Role] | None:
    """What the headings of the format are; None where copy before the first one may have its own.
    """
    heads = [at for at, item in enumerate(items) if isinstance(item, Head)]
    crossheads = {i.level for i in items if isinstance(i, Head)} == {CROSSHEAD_LEVEL}
    if heads and not any(unit.free and unit.at < heads[0] for unit in units):
        return heading_roles(items, one_story or crossheads)
    return None if heads else {}


def _labelled(
    items: Sequence[Item], units: Sequence[CopyUnit], known: dict[int, Role] | None,
    named: Mapping[int, Do],
) -> tuple[list[Labelled], dict[int, Role]]:
    """The state of every line, and what the headings of the format are."""
    from edition.readers.labelling.labeller import label

    lines = _lines(items, units)
    if known is None:
        first = label(lines, _allowed(units, lines, {}, named))
        known = _by_level(items, units, first)
    allowed = _allowed(units, lines, known, named)
    found = label(lines, allowed)
    told = settled_looks(units, lines, found)
    if told:
        firm = {at: allowed[at] & states for at, states in told.items() if allowed[at] & states}
        found = label(lines, {**allowed, **firm})
    return found, known


def _lines(items: Sequence[Item], units: Sequence[CopyUnit]) -> list[LabelLine]:
    """The lines as the labeller sees them; what weighs them is loaded where there is cause."""
    from edition.readers.outlined.unitlines import lines_of

    taken = frozenset(number for item in items for number in _numbers(item))
    return lines_of(units, taken)


def _numbers(item: Item) -> Sequence[int]:
    if isinstance(item, Head | Above | Below):
        return (item.line,)
    return getattr(item, "lines", ())


def _allowed(
    units: Sequence[CopyUnit], lines: Sequence[LabelLine], roles: Mapping[int, Role],
    named: Mapping[int, Do],
) -> dict[int, frozenset[LineState]]:
    """What each line may be: what is declared or answered; of the rest what its form allows."""
    stories = Role.STORY in roles.values() or Role.SECTION in roles.values()
    boxed = not next((unit.look.framed for unit in units if unit.free), False)
    found: dict[int, frozenset[LineState]] = {}
    for at, (unit, line) in enumerate(zip(units, lines, strict=True)):
        if unit.number in named and unit.answerable:
            found[at] = NAMED[named[unit.number]]
        elif unit.at in roles:
            found[at] = _STATES[roles[unit.at]]
        elif unit.free and unit.look.pictured and line.sign == "caption":
            found[at] = frozenset({S.CAPTION})
        elif unit.free and stories:
            found[at] = unit.allowed - HEADLINES - _unlikely(unit, line) - _unshown(unit, line)
        elif unit.free and boxed and unit.look.framed:
            # A box beside running text begins no story: what stands behind it is not its own.
            found[at] = unit.allowed - HEADLINES - _unshown(unit, line)
        elif unit.free:
            found[at] = unit.allowed - _unshown(unit, line) - (frozenset() if at else _UNDER_A_HEAD)
        else:
            found[at] = unit.allowed
        if at and unit.free and unit.number not in named and heads_column(unit.text):
            found[at] = found[at] - HEADLINES - CROSSHEADS | {S.SECTION}
    return found


def _unshown(unit: CopyUnit, line: LabelLine) -> frozenset[LineState]:
    """A file shows its pictures: what stands under none is a caption only by its words."""
    if BESIDE.fullmatch(line.text):
        return frozenset({S.DECK, S.KICKER})
    worded = line.sign in ("caption", "credit") or credited(unit.text) is not None
    return frozenset() if unit.look.pictured or worded else _SHOWN


def _unlikely(unit: CopyUnit, line: LabelLine) -> frozenset[LineState]:
    """What a paragraph is not in a file whose styles name headings, unless it looks or reads so."""
    gone: set[LineState] = set()
    if not set(line.style) - {"pictured", "page", "ruled"}:
        gone |= {S.KICKER, S.CROSSHEAD, S.CROSSHEAD_MORE}
        gone |= set() if unit.text[0] in DASHES else {S.DECK}
    if not (own_line(unit.text) or bare_names(unit.text)):
        gone |= {S.BYLINE_OVER, S.BYLINE_UNDER}
    return frozenset(gone)


def _by_level(
    items: Sequence[Item], units: Sequence[CopyUnit], found: Sequence[Labelled]
) -> dict[int, Role]:
    """What the headings of each level are, by what most of them were read as."""
    votes: dict[int, Counter[bool]] = {}
    for unit, state in zip(units, found, strict=True):
        item = items[unit.at]
        if isinstance(item, Head):
            votes.setdefault(item.level, Counter())[state.state in HEADLINES] += 1
    told = any(unit.free and state.state in HEADLINES
               for unit, state in zip(units, found, strict=True))
    if not told:
        return heading_roles(items, set(votes) == {CROSSHEAD_LEVEL})
    stories = {level for level, told in votes.items() if told[True] > told[False]}
    return {
        at: Role.STORY if item.level in stories else Role.CROSSHEAD
        for at, item in enumerate(items) if isinstance(item, Head)
    }


@dataclass
class _Building:
    """One pass over the items and their states."""

    read: PartsRead
    name: str
    roles: Mapping[int, Role]
    named: Mapping[int, Do]
    above: LineState | None = None
    """the state of the line before, where nothing stands between"""

    def set_aside(self, units: Sequence[CopyUnit]) -> None:
        """Lines that no story prints."""
        self.read.furniture += [Furniture(unit.number, self._line(unit)) for unit in units]

    def take(self, at: int, item: Item, rows: Sequence[tuple[CopyUnit, Labelled]]) -> None:
        """An item as it is, or as what its lines are."""
        changed = any(
            (unit.free or unit.number in self.named) and state.state in _CHANGED
            for unit, state in rows
        ) or (isinstance(item, Head | Above | Below) and bool(rows)
              and self.named.get(rows[0][0].number) is Do.PARAGRAPH)
        if not changed or not all(unit.answerable for unit, _ in rows):
            self._keep(at, item)
            self.above = None
            return
        for unit, state in rows:
            self._row(item, unit, state.state)
            self.above = state.state

    def _keep(self, at: int, item: Item) -> None:
        if isinstance(item, Head):
            self.read.roles[len(self.read.items)] = self.roles.get(at, Role.CROSSHEAD)
        if isinstance(item, Figure) and not item.src and item.caption:
            add_caption(self.read.items, item)
        else:
            self.read.items.append(item)

    def _row(self, item: Item, unit: CopyUnit, state: LineState) -> None:
        match state:
            case S.HEADLINE | S.HEADLINE_MORE:
                self._head(unit, state is S.HEADLINE_MORE)
            case S.CROSSHEAD | S.CROSSHEAD_MORE:
                if isinstance(item, ListBlock):
                    self.read.made += item.items[0].label
                self._add(Head(CROSSHEAD_LEVEL, self._line(unit), unit.number), Role.CROSSHEAD)
            case S.SECTION:
                self._add(Head(1, self._line(unit), unit.number), Role.SECTION)
            case S.KICKER | S.DECK:
                self._beside(unit, state)
            case S.BYLINE_OVER | S.BYLINE_UNDER if not _noted(unit.runs):
                byline = own_line(unit.text) or bare_names(unit.text) or Byline(unit.text, ())
                self.read.items.append(replace(byline, line=unit.number))
            case S.CAPTION:
                add_caption(self.read.items, Figure(None, flat(unit.runs), lines=(unit.number,)))
            case S.CREDIT if not _noted(unit.runs):
                self._credit(unit)
            case S.NOTE if LABEL.match(unit.text):
                self.read.items.append(Note(flat(unit.runs), (unit.number,)))
            case S.FURNITURE:
                self.set_aside([unit])
            case _:
                self.read.items.append(Paragraph(flat(unit.runs), (unit.number,)))

    def _add(self, head: Head, role: Role) -> None:
        self.read.roles[len(self.read.items)] = role
        self.read.items.append(head)

    def _head(self, unit: CopyUnit, more: bool) -> None:
        """A headline, or a further line of the one above."""
        text = self._line(unit)
        before = self.read.items[-1] if self.read.items else None
        if more and self.above in HEADLINES and isinstance(before, Head):
            self.read.items[-1] = replace(before, text=joined_heading([before.text, text]))
        else:
            self._add(Head(1, text, unit.number), Role.STORY)

    def _beside(self, unit: CopyUnit, state: LineState) -> None:
        """A kicker or a deck, or a further line of the one above."""
        text = self._line(unit)
        before = self.read.items[-1] if self.read.items else None
        kind = Above if state is S.KICKER else Below
        if self.above is state and isinstance(before, kind):
            self.read.items[-1] = replace(before, text=joined_heading([before.text, text]))
        else:
            self.read.items.append(kind(text, unit.number))

    def _credit(self, unit: CopyUnit) -> None:
        before = self.read.items[-1] if self.read.items else None
        if isinstance(before, Figure) and not before.credit:
            self.read.items[-1] = replace(
                before, credit=self._line(unit), lines=(*before.lines, unit.number)
            )
        else:
            self.read.items.append(Figure(None, credit=self._line(unit), lines=(unit.number,)))

    def _line(self, unit: CopyUnit) -> str:
        """One text: a mark of a note has no place in it, a reading stands behind its word."""
        marks = "".join(run.text for run in unit.runs if run.note is not None)
        if marks:
            self.read.undone += marks
            self.read.remarks.append(Diagnostic(
                "note_on_heading", {}, unit.number, text=marks, source=self.name
            ))
        self.read.made += "（）" * sum(run.ruby is not None for run in unit.runs)
        return one_line(unit.runs)


def _noted(runs: Runs) -> bool:
    return any(run.note is not None or run.ruby is not None for run in runs)


