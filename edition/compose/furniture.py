"""Short texts beside the stories (报头, 报眉, 报眼, 广告), set by the composer of the stories.

Lengths are in em of the size the text is set at. Every line is a composed line like those of a
galley: no mark opens it that may not open a line, and its width is that of its face.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from edition.compose.classes import OPENERS
from edition.compose.composed import Line
from edition.compose.heading import sense_prices
from edition.compose.paragraph import Breakable, Breaks, break_lines
from edition.compose.typesetter import GAPES, Setting, Typesetter
from edition.model import Run

CUT = "…"
"""stands for what is left out"""
BETWEEN = "\u3000"
"""stands between the pieces of one line"""
INSIDE_WORD = 4.0
"""em by which a line may rather be uneven than part a word"""
LONG = 400
"""units from which a text is divided as running copy is"""
_NARROWEST = 0.2
"""em that a character takes at least"""
_BEFORE_CUT = frozenset("，、：；。．·—～- \u3000") | OPENERS
"""What does not stand before `CUT`."""
_NO_LINE = Line((), 0.0, 0.0, (), last=True)
_ENDLESS = float("inf")


@dataclass(frozen=True, slots=True)
class FurnitureSetter:
    """Sets a text on one line, as running lines, in even parts, or cut short."""

    typesetter: Typesetter

    def line(self, text: str, face: str) -> Line:
        """`text` on one line of its natural width."""
        runs = (Run(text),)
        source = self.typesetter.prepare(runs, face)
        whole = Breaks((len(source.units) - 1,) if source.units else (), 0.0)
        lines = self.typesetter.lines(source, whole, Setting(runs, _ENDLESS, justify=False))
        return lines[0] if lines else _NO_LINE

    def running(self, text: str, face: str, measure: float) -> tuple[Line, ...]:
        """`text` as lines of `measure` em, without indent; justified unless that opens gaps."""
        runs = (Run(text),)
        source = self.typesetter.prepare(runs, face, measure)
        breaks = break_lines(source, measure, 0.0)
        lines = self.typesetter.lines(source, breaks, Setting(runs, measure))
        if all(line.extra <= GAPES and line.short <= 0.05 for line in lines):
            return lines
        return self.typesetter.lines(source, breaks, Setting(runs, measure, justify=False))

    def joined(self, pieces: Sequence[str], face: str, measure: float) -> tuple[Line, ...]:
        """Pieces side by side on lines of at most `measure` em.

        A piece is broken only where it is wider than a whole line.
        """
        texts: list[str] = []
        for piece in pieces:
            together = BETWEEN.join((texts[-1], piece)) if texts else piece
            if texts and self.line(together, face).width <= measure:
                texts[-1] = together
            else:
                texts.append(piece)
        lines: list[Line] = []
        for text in texts:
            one = self.line(text, face)
            lines += [one] if one.width <= measure else self.running(text, face, measure)
        return tuple(lines)

    def divided(self, text: str, face: str, parts: int) -> tuple[Line, ...]:
        """`text` in at most `parts` lines of nearly the same width, by sense where that can be."""
        runs = (Run(text),)
        source = self.typesetter.prepare(runs, face)
        if parts < 2 or len(source.units) < 2:
            return (self.line(text, face),)
        if len(source.units) > LONG:
            return self.running(text, face, self.line(text, face).width / parts + 1)
        prices = _prices(source, text)
        for count in range(min(parts, len(source.units)), 1, -1):
            ends = _even(source, prices, count)
            if ends is not None:
                found = Breaks(ends, 0.0)
                return self.typesetter.lines(source, found, Setting(runs, _ENDLESS, justify=False))
        return (self.line(text, face),)

    def cut(self, text: str, face: str, measure: float, *, always: bool = False) -> Line:
        """`text` on one line, or as much of it as fits `measure` em with `CUT` after it.

        `CUT` stands after a text that fits too when `always` says that more would follow.
        """
        head = text[: most_characters(measure)]
        if head == text and not always:
            whole = self.line(text, face)
            if whole.width <= measure + 1e-6:
                return whole
        while True:
            while head and head[-1] in _BEFORE_CUT:
                head = head[:-1]
            line = self.line(head + CUT, face)
            if not head or line.width <= measure + 1e-6:
                return line
            # At least so many characters must go, of which none is wider than two em.
            head = head[: -max(1, int((line.width - measure) / 2))]


def most_characters(measure: float, lines: int = 1) -> int:
    """More characters than any face sets on `lines` lines of `measure` em."""
    return max(1, int(measure * lines / _NARROWEST)) + 1


def _prices(source: Breakable, text: str) -> list[float | None]:
    """Price of ending a line after each unit but the last: dear inside a word, never at a hyphen.
    """
    return [
        None if gap.price is None or unit.hyphen else INSIDE_WORD if price is None else price
        for unit, gap, price in zip(source.units, source.gaps, sense_prices(source, text),
                                    strict=False)
    ]


def _even(
    source: Breakable, prices: Sequence[float | None], count: int
) -> tuple[int, ...] | None:
    """The last units of exactly `count` lines as even as their prices let them be, or None."""
    steps = [u.body + g.natural for u, g in zip(source.units, source.gaps, strict=False)]
    starts = list(accumulate(steps, initial=0.0))
    final = len(source.units) - 1
    goal = (starts[final] + source.units[final].body) / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for number in range(1, count + 1):
        layer: dict[int, tuple[float, tuple[int, ...]]] = {}
        ends = range(final, final + 1) if number == count else range(number - 1, final)
        for end in ends:
            price = 0.0 if end == final else prices[end]
            right = starts[end] + source.units[end].body
            if price is None or not abs(right - number * goal) <= 2 * goal:
                continue
            ways = (
                (cost + price + abs(right - starts[before + 1] - goal), (*taken, end))
                for before, (cost, taken) in best.items() if before < end
            )
            way = min(ways, default=None)
            if way is not None:
                layer[end] = way
        best = layer
    found = best.get(final)
    return found[1] if found else None
