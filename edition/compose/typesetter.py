"""Set runs as lines at a measure: units, breaks, gaps and segments in one call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import accumulate, zip_longest
from typing import NamedTuple

import pyphen

from edition.compose.classes import MARKS, CharClass
from edition.compose.composed import LaterLine, Line
from edition.compose.emit import LineFill, line
from edition.compose.fallback import Drawers
from edition.compose.gaps import Gap, gaps, relieved
from edition.compose.letters.latinunits import latin_units, word_gaps
from edition.compose.metrics import Metrics
from edition.compose.paragraph import Breakable, Breaks, break_into, break_lines
from edition.compose.resolve import Fit, fit
from edition.compose.rubies import FACE, opened, rubies_of, settled
from edition.compose.units import SUPER_SIZE, Advance, Unit, is_small, split_overwide, units
from edition.model import Mark, Run, Runs
from edition.packs.layout import BanLevel
from edition.trade.namelines import name_spans, seams
from edition.trade.regions import Region

NAME_PRICE = 1.0
"""of a break inside a name that is known"""
MARK_FACES: dict[Mark, str] = {Mark.STRONG: "hei-bold", Mark.EMPHASIS: "kai"}
"""The face a mark is set in, where it changes the face."""


LONGEST_LOOSENED = 200
"""lines of a paragraph up to which it is tried a line longer; the search grows with their square"""
WIDEST = 0.1
"""em that a word space takes beyond its room before a paragraph in Latin letters is ranged left"""
GAPES = 0.25
"""em between two Han from which a narrow text is not justified"""


@lru_cache(maxsize=16)
def _dictionary(lang: str) -> pyphen.Pyphen | None:
    found = pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=found, left=2, right=3) if found else None


def hyphenate(word: str, lang: str | None) -> tuple[int, ...]:
    """Offsets at which a hyphen may stand in a Latin word of `lang`, English when unknown."""
    dictionary = _dictionary(lang or "en_US") or _dictionary("en_US")
    return tuple(int(p) for p in dictionary.positions(word)) if dictionary else ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is set, and into what: a first line begins `indent` em inside the measure in em."""

    runs: Runs
    measure: float
    indent: float = 0.0
    justify: bool = True


class Loosened(NamedTuple):
    """A paragraph some lines longer than usual."""

    lines: Sequence[LaterLine]
    cost: float
    """more than that of its usual lines"""
    extra: float
    """em between two characters on the loosest line"""


class _Fitted(NamedTuple):
    """What a line holds, the width of each gap in it, and how it fills its measure."""

    members: Sequence[Unit]
    widths: Sequence[float]
    runs: Runs
    fill: LineFill
    goes_on: bool
    """True where its last run goes on on the next line"""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets lines in one face and region. `faces` maps face roles to metrics."""

    faces: Mapping[str, Metrics]
    region: Region
    ban: BanLevel = "basic"
    hang: bool = False
    """行尾点号悬挂: a stop may hang over the right edge, in mainland setting only (PW6)"""
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """the roles to try, after each role, for a character it does not hold"""
    names: frozenset[str] = frozenset()
    """names of persons that are parted only where another break would cost more"""
    ruby: float = 0.5
    """em: size of a reading above its characters"""
    justify: bool = True
    """False ranges every line left, as copy in Latin letters is where the layout says no more"""
    _whole: dict[tuple[Runs, str], Breakable] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _drawers: Drawers = field(init=False, compare=False, repr=False)
    _prepared: dict[tuple[Runs, str, float], Breakable] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    _later: dict[tuple[Runs, str, float, float], tuple[tuple[LaterLine, ...], float]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_drawers", Drawers(self.faces, self.chains))

    def prepare(self, runs: Runs, face: str, measure: float = float("inf")) -> Breakable:
        """Measure the units and gaps of `runs`, set in `face`.

        A Latin piece wider than `measure` em may be broken between any two letters.
        """
        key = (runs, face, measure)
        if key not in self._prepared:
            self._prepared[key] = self._prepare(runs, face, measure)
        return self._prepared[key]

    def let_go(self) -> None:
        """Forget the texts that were measured."""
        self._prepared.clear()
        self._whole.clear()
        self._later.clear()

    def _prepare(self, runs: Runs, face: str, measure: float) -> Breakable:
        if (runs, face) not in self._whole:
            self._whole[runs, face] = self._breakable(self._pieces(runs, face), runs, face)
        whole = self._whole[runs, face]
        found = split_overwide(whole.units, measure)
        source = whole if found is whole.units else self._breakable(found, runs, face)
        between = relieved(found, source.gaps, measure, source.hyphen)
        return source if between is source.gaps else replace(source, gaps=between)

    def _pieces(self, runs: Runs, face: str) -> tuple[Unit, ...]:
        """The units of `runs`, each with the faces it is drawn in."""
        advance = partial(self._advance, face)
        return tuple(
            piece
            for unit in self._split(runs, advance)
            for piece in self._drawers.assign(unit, self.role(face, runs[unit.run].marks))
        )

    def _advance(
        self, face: str, text: str, wide: bool, narrow: bool, marks: tuple[Mark, ...]
    ) -> float:
        size = SUPER_SIZE if is_small(marks) else 1.0
        role = self.role(face, marks)
        return self._drawers.advance(role, text, wide=wide, narrow=narrow) * size

    def _breakable(self, found: tuple[Unit, ...], runs: Runs, face: str) -> Breakable:
        """The units with the gaps between them, as any measure may break them."""
        between = self._named(found, gaps(found, runs, self.ban), runs)
        if self.region.latin:
            between = word_gaps(found, between, justify=self.justify)
        if any(run.ruby for run in runs):
            between = opened(found, between, runs, self._reading_width)
        hyphen = self._advance(face, "-", False, False, ())
        return Breakable(found, between, hyphen, self._hanging(found))

    def _split(self, runs: Runs, advance: Advance) -> tuple[Unit, ...]:
        """The units of `runs` as the press of the region parts them."""
        if not self.region.latin:
            return units(runs, self.region, advance, hyphenate)

        def cells(run: Run, number: int) -> Iterator[Unit]:
            return (replace(unit, run=number)
                    for unit in units((run,), self.region, advance, hyphenate))

        return latin_units(runs, self.region.tag, advance, hyphenate, cells)

    def _named(
        self, found: Sequence[Unit], between: tuple[Gap, ...], runs: Runs
    ) -> tuple[Gap, ...]:
        """The gaps with a price on the breaks inside the names that are known."""
        text = "".join(run.text for run in runs)
        inside = {at for a, b in name_spans(text, self.names) for at in range(a + 1, b)}
        if not inside:
            return between
        ends = accumulate(len(unit.text) + len(unit.space) for unit in found)
        return tuple(
            gap if gap.price is None or at not in inside
            else replace(gap, price=gap.price + NAME_PRICE)
            for gap, at in zip(between, ends, strict=False)
        )

    def _hanging(self, found: Sequence[Unit]) -> tuple[float, ...]:
        """How far each unit may hang: one stop, never after another mark, never in Traditional."""
        if not self.hang or self.region.centred:
            return ()
        return tuple(
            unit.body
            if unit.kind in (CharClass.COMMA, CharClass.FULL)
            and (at == 0 or found[at - 1].kind not in MARKS)
            else 0.0
            for at, unit in enumerate(found)
        )

    def role(self, face: str, marks: tuple[Mark, ...] = ()) -> str:
        """The role that `marks` choose, else `face`."""
        return next((MARK_FACES[mark] for mark in marks if mark in MARK_FACES), face)

    def metrics(self, face: str, marks: tuple[Mark, ...] = ()) -> Metrics:
        """Metrics of the face that `marks` choose, else of `face`."""
        return self.faces[self.role(face, marks)]

    def set(
        self, runs: Runs, measure: float, *, face: str = "song", indent: float = 0.0,
        justify: bool = True,
    ) -> tuple[tuple[Line, ...], float]:
        """Lines of a paragraph and their cost; the first is indented by `indent` em.

        Lines that are not justified let no stop hang outside.
        """
        source = self.prepare(runs, face, min(measure, measure - indent))
        if not justify:
            source = replace(source, hang=())
        breaks = break_lines(source, measure, indent)
        setting = Setting(runs, measure, indent, justify)
        lines = self.lines(source, breaks, setting)
        if self.region.latin and any(line.extra > WIDEST or line.short for line in lines):
            lines = self.lines(source, breaks, replace(setting, justify=False))
        return lines, breaks.cost

    def later(
        self, runs: Runs, measure: float, *, face: str, indent: float = 0.0
    ) -> tuple[Sequence[Line | LaterLine], float]:
        """As `set`, each line set when it is looked at; copy in Latin letters is set at once."""
        if self.region.latin:
            return self.set(runs, measure, face=face, indent=indent)
        key = (runs, face, measure, indent)
        if key not in self._later:
            source = self.prepare(runs, face, min(measure, measure - indent))
            breaks = break_lines(source, measure, indent)
            setting = Setting(runs, measure, indent)
            self._later[key] = self._unset(source, breaks, setting), breaks.cost
        return self._later[key]

    def flush(self, runs: Runs, measure: float, *, face: str) -> tuple[Line, ...]:
        """Lines of a cell or a label: ragged, without indent."""
        return self.set(runs, measure, face=face, justify=False)[0]

    def width(self, runs: Runs, face: str) -> float:
        """em of `runs` on one line."""
        source = self.prepare(runs, face)
        return _width(source.units, [gap.natural for gap in source.gaps[: len(source.units) - 1]])

    def stiff(self, runs: Runs, face: str) -> float:
        """em of the widest piece of `runs` in which no line may be broken."""
        source = self.prepare(runs, face)
        widest = here = 0.0
        for unit, gap in zip_longest(source.units, source.gaps[: len(source.units) - 1]):
            here += unit.body
            widest = max(widest, here)
            breaks = gap is None or gap.price is not None
            here = 0.0 if breaks else here + gap.natural
        return widest

    def credited(self, runs: Runs, measure: float, *, face: str) -> tuple[Line, ...]:
        """Lines of a caption, its last run the credit, which stands whole on one of them.

        A credit wider than `measure` em is parted at its spaces.
        """
        found = self.prepare(runs, face, measure)
        fits = self.width(runs[-1:], face) <= measure
        credit = len(runs) - 1
        whole = tuple(
            gap if unit.run != credit or (unit.space and not fits) else replace(gap, price=None)
            for unit, gap in zip(found.units, found.gaps, strict=False)
        )
        gaps = relieved(found.units, whole, measure, found.hyphen)
        source = replace(found, gaps=gaps, hang=())
        breaks = break_lines(source, measure, 0.0)
        lines = self.lines(source, breaks, Setting(runs, measure))
        if all(line.extra <= GAPES for line in lines):
            return lines
        return self.lines(source, breaks, Setting(runs, measure, justify=False))

    def ragged(self, text: str, measure: float, *, face: str) -> tuple[Line, ...]:
        """Lines of names and titles, broken at spaces, else between names, and not justified.

        A name wider than `measure` em is broken rather than overprinted.
        """
        runs = (Run(text),)
        found = self.prepare(runs, face)
        between = seams(text)
        ends = accumulate(len(unit.text) + len(unit.space) for unit in found.units)
        whole = tuple(
            gap if unit.space or gap.price is None
            else replace(gap, price=gap.price + between[at] if at in between else None)
            for unit, gap, at in zip(found.units, found.gaps, ends, strict=False)
        )
        source = replace(found, gaps=relieved(found.units, whole, measure, found.hyphen))
        breaks = break_lines(source, measure, 0.0)
        return self.lines(source, breaks, Setting(runs, measure, justify=False))

    def loosened(
        self, runs: Runs, measure: float, *, face: str = "song", indent: float = 0.0, by: int = 1
    ) -> Loosened | None:
        """The same paragraph `by` lines longer; None when it cannot be, or has more lines than
        are worth the search.
        """
        source = self.prepare(runs, face, measure - indent)
        usual = break_lines(source, measure, indent)
        if len(usual.ends) > LONGEST_LOOSENED:
            return None
        found = break_into(source, measure, indent, len(usual.ends) + by)
        if found is None:
            return None
        setting = Setting(runs, measure, indent)
        loosest = max(one.fill.extra for one in self._fitted(source, found, setting))
        lines = self._unset(source, found, setting)
        return Loosened(lines, found.cost - usual.cost, loosest)

    def lines(self, source: Breakable, breaks: Breaks, setting: Setting) -> tuple[Line, ...]:
        """The lines of `source` broken at `breaks`."""
        return tuple(map(self._made, self._fitted(source, breaks, setting)))

    def _fitted(self, source: Breakable, breaks: Breaks, setting: Setting) -> list[_Fitted]:
        """What each line of `source` holds, and how it fills its measure."""
        return [self._fit(source, first, end, setting) for first, end in breaks.spans()]

    def _unset(
        self, source: Breakable, breaks: Breaks, setting: Setting
    ) -> tuple[LaterLine, ...]:
        """The lines, each set when it is looked at."""
        set_it = partial(self._line, source, breaks.ends, setting)
        return tuple(LaterLine(set_it, at) for at in range(len(breaks.ends)))

    def _line(self, source: Breakable, ends: tuple[int, ...], setting: Setting, at: int) -> Line:
        first = ends[at - 1] + 1 if at else 0
        return self._made(self._fit(source, first, ends[at], setting))

    def _fit(self, source: Breakable, first: int, end: int, setting: Setting) -> _Fitted:
        last = end == len(source.units) - 1
        ragged = last or not (setting.justify and self.justify)
        start = setting.indent if first == 0 else 0.0
        members = source.units[first : end + 1]
        hyphen = source.hyphen if members[-1].hyphen and not last else None
        inner = source.gaps[first:end]
        natural = _width(members, [g.natural for g in inner]) + (hyphen or 0.0)
        over = natural - (setting.measure - start)
        over -= source.overhang(end, over)
        found = fit(inner, over, justify=not ragged)
        fill = LineFill(start, setting.measure, ragged, found.extra, _short(found), hyphen)
        goes_on = not last and source.units[end + 1].run == members[-1].run
        return _Fitted(members, found.widths, setting.runs, fill, goes_on)

    def _made(self, fitted: _Fitted) -> Line:
        members, runs = fitted.members, fitted.runs
        made = line(members, fitted.widths, runs, fitted.fill)
        if not any(run.ruby for run in runs):
            return made
        above = rubies_of(made, members, runs, self._reading, goes_on=fitted.goes_on)
        return replace(made, rubies=settled(above, made, fitted.fill.measure))

    def _reading(self, reading: str) -> tuple[Line, float]:
        """A reading as a line of its own, and its size in em of the line it stands above."""
        (found,) = self.flush((Run(reading.strip()),), float("inf"), face=FACE)
        return found, self.ruby

    def _reading_width(self, reading: str) -> float:
        return self._reading(reading)[0].width * self.ruby


def _short(found: Fit) -> float:
    return found.short if found.short else -found.over


def _width(members: Sequence[Unit], widths: Sequence[float]) -> float:
    return sum(u.body for u in members) + sum(widths)
