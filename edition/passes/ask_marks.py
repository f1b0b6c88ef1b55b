"""Marks that are not those of Chinese print: half-width, doubled, turned round, odd in form, and
letters that stand for the zero. Each kind is asked about once, with its places counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from edition.copy.wording import runs_of
from edition.errors import Confidence, Diagnostic
from edition.model import Crosshead, Figure, PullQuote, Story, Table, plain
from edition.patterns import late
from edition.walk import first_line

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_POINTS = late(
    f"(?<=[{_HAN}”」》])(?:[,;:?!]+|\\.{{2,}}|-{{2,}})(?=[{_HAN}“「《\"'(～]|$)"
    f"|(?<=[\"')])[,;:?!](?=[{_HAN}“「《])|(?<=[{_HAN}])\\.(?=[{_HAN}“”\"]|$)|(?<=[{_HAN}])．"
)
_COUNTED = late(r"[（(]?[一二三四五六七八九十百]{1,4}[.．]")
_PAIRS: Mapping[str, re.Pattern[str]] = MappingProxyType({
    '" "': late('"[^"\n]{1,120}"'),
    "' '": late("(?<![A-Za-z])'[^'\n]{1,120}'(?![A-Za-z])"),
    "( )": late(r"\([^()\n]{1,120}\)"),
    "[ ]": late(r"\[[^\[\]\n]{1,120}\]"),
    "<< >>": late("<<[^<>\n]{1,120}>>"),
    "< >": late(f"(?<!<)<(?=[{_HAN}])[^<>\n]{{1,120}}>(?!>)"),
})
_CHINESE = late(f"[{_HAN}]")
_BESIDE = late(f"[{_HAN}，。、；：！？]")
_DOUBLED = late("[，。、；：！？]{2,}")
_MEANT = late("[！？]+")
_ODD = late("[\ufe10-\ufe19\ufe30-\ufe48\ufe50-\ufe6b\uff61-\uff65]")
_ZERO = late(
    "(?<=[一二三四五六七八九〇])[OoＯｏ○◯0０]+(?=[一二三四五六七八九〇零年届室号路])"
    r"|(?<![A-Za-z\d])\d+[OoＯｏ]+(?=[\d年月日号元人个名次件万亿％%])"
)
_TURNED = late("([”’」』])(?:(?<=^.)|(?<=[：:（(].))(?=[^“”‘’「」『』]{1,400}([“‘「『]))")
_OPENER = MappingProxyType({"”": "“", "’": "‘", "」": "「", "』": "『"})


@dataclass
class _Asked:
    """One kind of question while its places are found."""

    kind: str
    line: int | None = None
    story: int | None = None
    text: str = ""
    marks: Counter[str] = field(default_factory=Counter)

    def add(self, marks: Iterable[str], line: int | None, story: int, text: str) -> None:
        if not self.marks:
            self.line, self.story, self.text = line, story, text
        self.marks.update(marks)

    def said(self) -> Iterator[Diagnostic]:
        if self.marks:
            shown = " ".join(f"{m}×{n}" if n > 1 else m for m, n in self.marks.most_common(12))
            yield Diagnostic(
                self.kind, {"marks": shown, "count": self.marks.total()}, self.line, self.story,
                self.text, confidence=Confidence.CERTAIN,
            )


def ask_marks(stories: Sequence[Story]) -> tuple[Diagnostic, ...]:
    """At most one question of each kind for all the stories."""
    asked = {kind: _Asked(kind) for kind in _FINDERS}
    for number, story in enumerate(stories, 1):
        texts = list(_texts(story))
        signs = frozenset("".join(text for text, _ in texts))
        finders = [(kind, finder) for kind, finder in _FINDERS.items()
                   if not signs.isdisjoint(_WANTED[kind])]
        for text, line in texts:
            for kind, finder in finders:
                marks = list(finder(text))
                if marks:
                    at = marks[0][0]
                    shown = text[max(0, at - 4) : at + 6]
                    asked[kind].add((mark for _, mark in marks), line, number, shown)
    return tuple(said for one in asked.values() for said in one.said())


def turned_round(text: str) -> bool:
    """True when a paragraph opens its quotations with the closing mark: ”…“."""
    return any(True for _ in _turned(text))


def _texts(story: Story) -> Iterator[tuple[str, int | None]]:
    """The texts of a story that are sentences, each with its line."""
    for words, line in ((story.headline, story.headline_line), (story.deck, story.deck_line)):
        if words:
            yield words, line
    for block in story.body:
        if isinstance(block, Crosshead):
            yield from ((part, first_line(block)) for part in block.parts)
        elif not isinstance(block, PullQuote | Table | Figure):
            yield from ((plain(runs), first_line(block)) for runs in runs_of(block))


Found = Iterator[tuple[int, str]]
"""Places of marks in a text, from 0, and the marks."""


def _points(text: str) -> Found:
    counted = _COUNTED.match(text)
    for found in _POINTS.finditer(text, counted.end() if counted else 0):
        marks = found.group()
        if marks[0] in ".-":
            yield found.start(), marks
        else:
            yield from ((found.start(), mark) for mark in marks)


def _pairs(text: str) -> Found:
    for name, pattern in _PAIRS.items():
        for found in pattern.finditer(text):
            beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
            if _CHINESE.search(found.group()) or (
                name in ('" "', "( )") and _BESIDE.search(beside)
            ):
                yield found.start(), name


def _doubled(text: str) -> Found:
    for found in _DOUBLED.finditer(text):
        if not _MEANT.fullmatch(found.group()):
            yield found.start(), found.group()


def _turned(text: str) -> Found:
    for found in _TURNED.finditer(text):
        opener = _OPENER[found[1]]
        before = text[: found.start()]
        if found[2] == opener and before.count(opener) <= before.count(found[1]):
            yield found.start(), f"{found[1]}{opener}"


def _nested(text: str) -> Found:
    """A quotation in a quotation with the same marks; a German one opens with another."""
    twice = [pair for pair in _OPENER.items() if text.count(pair[1]) > 1]
    if not twice or turned_round(text) or "„" in text:
        return
    for closer, opener in twice:
        opened: list[int] = []
        for at, mark in enumerate(text):
            if mark == opener:
                opened.append(at)
            elif mark == closer and opened:
                inner = opened.pop()
                if len(opened) == 1:
                    yield inner, f"{opener}{opener}"


def _odd(text: str) -> Found:
    return ((found.start(), found.group()) for found in _ODD.finditer(text))


def _zeros(text: str) -> Found:
    return ((found.start(), found.group()) for found in _ZERO.finditer(text))


_FINDERS = MappingProxyType({
    "half_width_punctuation": _points,
    "half_width_pairs": _pairs,
    "marks_doubled": _doubled,
    "quotes_turned": _turned,
    "quotes_nested": _nested,
    "odd_mark_forms": _odd,
    "letter_for_zero": _zeros,
})
_WANTED = MappingProxyType({kind: frozenset(signs) for kind, signs in {
    "half_width_punctuation": ",;:?!.-．",
    "half_width_pairs": "\"'([<",
    "marks_doubled": "，。、；：！？",
    "quotes_turned": "”’」』",
    "quotes_nested": "“‘「『",
    "odd_mark_forms": "".join(map(chr, (
        *range(0xfe10, 0xfe1a), *range(0xfe30, 0xfe49), *range(0xfe50, 0xfe6c),
        *range(0xff61, 0xff66),
    ))),
    "letter_for_zero": "OoＯｏ○◯0０",
}.items()})
"""of each kind the signs without one of which a text has none: most stories need no search"""
