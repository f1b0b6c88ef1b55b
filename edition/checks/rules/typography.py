"""The rules of composition, read from the drawn glyphs alone (typography IDs LB, PW, JU, PA, GR).

No rule looks at the plan: a peer's PDF is judged as ours is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from edition.checks.report import Finding, Level, Place
from edition.checks.sight.lines import OPENERS, Frame, Line, start
from edition.checks.sight.sheet import Glyph

CLOSERS = frozenset("”’」』）》〉】〗〕］｝")
STOPS = frozenset("、，。．：；！？")
BRACKETS = OPENERS | CLOSERS
MARKS = BRACKETS | STOPS
NOT_FIRST = CLOSERS | STOPS | frozenset("‼⁇⁈⁉～–·・‧/／")
SUFFIXES = frozenset("%％‰‱°℃℉′″")
PREFIXES = frozenset("￥¥$£€¢+−±")


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char in "〇々" or "\U00020000" <= char <= "\U0003ffff"


def is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


@dataclass(frozen=True, slots=True)
class Setting:
    """One line as the rules see it."""

    line: Line
    frame: Frame
    first: bool
    """opens a paragraph"""
    last: bool
    """closes one, or may"""
    after: Line | None
    centred: bool = False
    """stops stand in the middle of their cell, as in Taiwan and Hong Kong"""
    joined: bool = False
    """the copy holds a Latin word or a number of which this line has the head"""

    @property
    def em(self) -> float:
        return self.frame.size

    def place(self) -> Place:
        return Place(self.line.page, self.line.x, self.line.y, self.line.text[:24])


def settings(
    frames: Sequence[Frame], pitch: float, *, copy: str = "", centred: bool = False
) -> tuple[Setting, ...]:
    """Every line of every frame with its part in the paragraph.

    `copy` is the text of the stories, white space and all; without it no one can tell a split
    word from two words, because a line's last space is not drawn.
    """
    found: list[Setting] = []
    for frame in frames:
        for line, after in zip(frame.lines, [*frame.lines[1:], None], strict=True):
            joined = after is not None and line.y - after.y < 1.2 * pitch
            follows = after if joined else None
            last = follows is None or _indented(follows, frame)
            joined = follows is not None and not last and _one_word(line, follows, copy)
            found.append(
                Setting(line, frame, _indented(line, frame), last, follows, centred, joined)
            )
    return tuple(found)


_TAIL = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+$")
_WORD_HEAD = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+")


def _one_word(line: Line, after: Line, copy: str) -> bool:
    """True when letters end `line`, letters begin `after`, and the copy has them as one word."""
    tail, head = _TAIL.search(line.text), _WORD_HEAD.match(after.text)
    if not tail or not head:
        return False
    inside = rf"(?<![a-zA-Z0-9./@:?=&-]){re.escape(tail[0] + head[0])}(?![a-zA-Z0-9/@?=&])"
    return re.search(inside, copy) is not None


def _indented(line: Line, frame: Frame) -> bool:
    return start(line) - frame.left > 0.8 * frame.size


Case = tuple[bool, float, Setting]
"""(broken, measure, where) for every case a rule applies to"""
Rule = Callable[[Sequence[Setting]], Iterator[Case]]


def line_starts(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        glyphs = s.line.glyphs
        lone = glyphs[0].char == "—" and (len(glyphs) < 2 or glyphs[1].char != "—")
        if not s.first:
            yield glyphs[0].char in NOT_FIRST or lone, 0.0, s


def line_ends(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        yield s.line.glyphs[-1].char in OPENERS, 0.0, s


def _seams(lines: Sequence[Setting]) -> Iterator[tuple[str, str, Setting]]:
    for s in lines:
        if not s.last and s.after is not None:
            yield s.line.glyphs[-1].char, s.after.glyphs[0].char, s


def split_units(lines: Sequence[Setting]) -> Iterator[Case]:
    for end, head, s in _seams(lines):
        text = s.line.text
        odd = (len(text) - len(text.rstrip(end))) % 2 == 1
        stacked = end in "！？" and head in "！？"
        yield (end == head and end in "—…⋯" and odd) or stacked, 0.0, s


def split_numbers(lines: Sequence[Setting]) -> Iterator[Case]:
    for end, head, s in _seams(lines):
        broken = (
            (end.isdigit() and (head.isdigit() or head in SUFFIXES))
            or (end in PREFIXES and head.isdigit())
            or s.joined
        )
        yield broken, 0.0, s


def split_ranges(lines: Sequence[Setting]) -> Iterator[Case]:
    for end, head, s in _seams(lines):
        lone = end in "～–" or (end == "—" and not s.line.text.endswith("——"))
        if end.isdigit() or lone:
            yield lone and head.isdigit(), 0.0, s


def share(s: Setting) -> float:
    """What a stretched line gives every gap alike, em: the least step between Han, less 1.

    A line without two Han side by side has stretched the gaps beside Latin to their half em
    first: what all of them have beyond it is the share.
    """
    steps = [
        (b.x - a.x) / s.em - 1
        for a, b in zip(s.line.glyphs, s.line.glyphs[1:], strict=False)
        if is_han(a.char) and is_han(b.char)
    ]
    beyond = [gap - 0.55 for _, _, _, gap in _mixed([s])]
    return max(0.0, min(steps or beyond, default=0.0))


def _pairs(lines: Sequence[Setting]) -> Iterator[tuple[Glyph, Glyph, Setting]]:
    for s in lines:
        for before, after in zip(s.line.glyphs, s.line.glyphs[1:], strict=False):
            yield before, after, s


def adjacent_marks(lines: Sequence[Setting]) -> Iterator[Case]:
    for a, b, s in _pairs(lines):
        if a.char in MARKS and b.char in MARKS and (a.char in BRACKETS or b.char in BRACKETS):
            wide = (b.x - a.x) / s.em + 1 - share(s)
            yield wide > _most(a.char, b.char, s.centred) + 0.05, wide, s


def _most(before: str, after: str, centred: bool) -> float:
    """em two marks may take; a centred stop before a closer has but a quarter to give."""
    if centred and before in STOPS and after in CLOSERS:
        return 2.0 if before in "！？" else 1.75
    return 1.5


def body_end(char: str, centred: bool) -> float:
    """Where the body of a mark that ends a line ends, em from its origin."""
    if centred and char in STOPS:
        return 1.0 if char in "！？" else 0.75
    return 0.5


def end_marks(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        end = s.line.glyphs[-1]
        if not s.last and end.char in CLOSERS | STOPS:
            off = (end.x - s.frame.right) / s.em
            yield off < -0.05 - body_end(end.char, s.centred), off, s


def start_marks(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        first = s.line.glyphs[0]
        if not s.first and first.char in OPENERS:
            off = (first.x - s.frame.left) / s.em
            yield abs(off + 0.5) > 0.08, off, s


def _mixed(lines: Sequence[Setting]) -> Iterator[tuple[Glyph, Glyph, Setting, float]]:
    for a, b, s in _pairs(lines):
        if is_han(a.char) and is_latin(b.char):
            yield a, b, s, (b.x - a.x) / s.em - 1
        elif is_latin(a.char) and is_han(b.char):
            yield a, b, s, (b.x - a.right) / s.em


def mixed_gaps(lines: Sequence[Setting]) -> Iterator[Case]:
    for _, _, s, raw in _mixed(lines):
        gap = raw - share(s)
        yield not 0.1 <= gap <= 0.62, gap, s


def right_edge(s: Setting) -> float:
    """Distance of the line's end from the right edge, em.

    A mark may end with its ink, its body or, against PW2, its whole cell: JU2 takes the nearest.
    """
    end = s.line.glyphs[-1]
    if end.char in CLOSERS | STOPS:
        origin = (end.x - s.frame.right) / s.em
        ink = (end.right - s.frame.right) / s.em
        return min(origin + body_end(end.char, s.centred), origin + 1, ink, key=abs)
    if is_han(end.char):
        return (end.x + s.em - s.frame.right) / s.em
    ends = [end.right]
    if end.char in "·・‧":
        ends.append((end.left + end.right) / 2 + 0.25 * s.em)
    elif not end.char.isalnum():
        ends.append(end.x + s.em)
    return min(((at - s.frame.right) / s.em for at in ends), key=abs)


def edges(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        if s.last:
            continue
        end = s.line.glyphs[-1].char
        slack = 0.05 if is_han(end) else 0.08 if end in MARKS else 0.15
        off = abs(right_edge(s))
        begins = start(s.line) - s.frame.left, s.line.x - s.frame.left
        left = 0.0 if s.first else min(map(abs, begins)) / s.em
        yield off > slack or left > 0.08, max(off, left), s


def solid(lines: Sequence[Setting]) -> Iterator[Case]:
    for a, b, s in _pairs(lines):
        if is_han(a.char) and is_han(b.char):
            step = (b.x - a.x) / s.em
            yield step < 0.995, step, s


def han_gaps(lines: Sequence[Setting]) -> list[float]:
    """Extra gap of each line, em: the least step between two Han less one em."""
    found = []
    for s in lines:
        pairs = zip(s.line.text, s.line.text[1:], strict=False)
        if not s.last and any(is_han(a) and is_han(b) for a, b in pairs):
            found.append(share(s))
    return sorted(found)


def loose(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        gap = han_gaps([s])
        if gap:
            yield gap[0] > 0.25, gap[0], s


def indents(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        if s.first:
            indent = (start(s.line) - s.frame.left) / s.em
            trims = (0.0, 0.5) if s.line.glyphs[0].char in OPENERS else (0.0,)
            off = min(abs(indent - trim - whole) for trim in trims for whole in (1, 2))
            yield off > 0.08, indent, s


def runts(lines: Sequence[Setting]) -> Iterator[Case]:
    for s in lines:
        ends = s.last and not s.first
        if ends:
            held = sum(1 for g in s.line.glyphs if g.char not in MARKS)
            yield held < 2, float(held), s


def measures(lines: Sequence[Setting]) -> Iterator[Case]:
    for frame in dict.fromkeys(s.frame for s in lines):
        full = [s for s in lines if s.frame is frame and not s.last]
        if full:
            off = sorted(abs(right_edge(s)) for s in full)[len(full) // 2]
            yield off > 0.1, frame.measure + off, full[0]


RULES: dict[str, tuple[Level, str, Rule]] = {
    "LB1": ("must", "no stop, closer, interpunct or solidus opens a line", line_starts),
    "LB2": ("must", "no opener ends a line", line_ends),
    "LB4": ("must", "——, …… and stacked marks are whole", split_units),
    "LB5": ("must", "numbers with their signs, and words, are whole", split_numbers),
    "LB6": ("should", "a range is not split after its mark", split_ranges),
    "PW1": ("must", "adjacent marks take 1.5 em or less (em)", adjacent_marks),
    "PW2": ("must", "a mark at the line end is half an em wide (em from the edge)", end_marks),
    "PW3": ("should", "an opener at the line start is trimmed (em from the edge)", start_marks),
    "JU1": ("must", "Han and Latin are parted by 1/8 to 1/2 em (em)", mixed_gaps),
    "JU2": ("must", "lines reach both edges (em)", edges),
    "JU5": ("must", "Han is never tighter than solid (em)", solid),
    "JU6": ("should", "extra gap between Han is at most 1/4 em (em)", loose),
    "PA1": ("must", "first lines are indented by whole em (em)", indents),
    "PA2": ("must", "a last line holds two characters (characters)", runts),
    "GR1": ("must", "the measure is a whole number of em (em)", measures),
}


def check_type(lines: Sequence[Setting], pitch: float) -> tuple[Finding, ...]:
    """All rules over all lines, in the order of the table; then GR2."""
    return (*(_finding(name, lines) for name in RULES), grid(lines, pitch))


def _finding(name: str, lines: Sequence[Setting]) -> Finding:
    level, rule, cases = RULES[name]
    found = list(cases(lines))
    broken = [case for case in found if case[0]]
    worst = max((abs(m) for _, m, _ in broken), default=None)
    if name in ("JU5", "PW2") and broken:
        worst = min(m for _, m, _ in broken)
    return Finding(
        name, level, rule, len(broken), len(found),
        None if worst is None else round(worst, 3), tuple(s.place() for _, _, s in broken),
    )


def grid(lines: Sequence[Setting], pitch: float) -> Finding:
    """GR2: all body baselines of a page on the grid most of them share, to a tenth of a point."""
    broken, worst = [], 0.0
    origin: dict[int, float] = {}
    for page in {s.line.page for s in lines}:
        phases = Counter(round(s.line.y % pitch, 1) for s in lines if s.line.page == page)
        origin[page] = max(sorted(phases), key=lambda phase: phases[phase])
    for s in lines:
        off = (s.line.y - origin[s.line.page]) % pitch
        off = min(off, pitch - off)
        worst = max(worst, off)
        if off > 0.1:
            broken.append(s.place())
    return Finding(
        "GR2", "must", "body baselines stand on one grid (pt)", len(broken), len(lines),
        round(worst, 3) if broken else None, tuple(broken),
    )
