"""What a paper holds beside its reports: notices, letters, tables, verse, service lines, briefs.

The words are those of the copy fuzz; here they become the blocks of the model.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from bench.copyfuzz.elements import SPECIAL, Element
from bench.copyfuzz.words import CROSSHEADS, DECKS, HEADS, Writer
from bench.pairs.news import proof
from edition.model import (
    Block,
    Closing,
    ClosingLine,
    Crosshead,
    Entries,
    EntryRow,
    Paragraph,
    Picture,
    PullQuote,
    Ranged,
    Run,
    Runs,
    Span,
    Story,
    Table,
    Verse,
)

KINDS = ("notice", "letter", "table", "verse", "event", "programme", "phones", "weather",
         "offices", "questions", "scores")
"""kinds of `bench.copyfuzz.elements`"""
NOTICES = {
    "notice": ("关于{place}施工期间交通管制的通告", "{place}停水通告"),
    "letter": ("盼{place}早日修好{thing}", "{thing}旁的路灯该亮了"),
    "table": ("{place}各队奖牌榜", "{thing}建设进度公布"),
    "verse": ("{place}的灯", "写给{thing}"),
    "weather": ("天气预报",), "phones": ("便民服务电话",), "programme": ("{place}一周演出",),
    "scores": ("足球联赛昨日赛果",), "offices": ("{place}商会换届",),
}
"""headlines of the kinds; the others have those of a report"""
_RANGED = {"此致": Ranged.INDENT, "敬礼！": Ranged.MARGIN}
_CLOSES = "。！？”"


def oddment(kind: str, rng: random.Random) -> Story:
    """A story of one kind, not numbered yet."""
    writer = Writer(rng)
    body = [block for part in SPECIAL[kind](writer) for block in _blocks(part)]
    return Story("", writer.say(*NOTICES.get(kind, HEADS)), tuple(body))


def _blocks(part: Element) -> list[Block]:
    match part.kind:
        case "table":
            rows = tuple(tuple(_runs(cell) for cell in row) for row in part.cells)
            return [Table(rows, header_rows=1, spans=tuple(Span(*s) for s in part.spans))]
        case "verse":
            return [Verse(tuple(map(_runs, part.lines)))]
        case "closing":
            return [Closing(tuple(
                ClosingLine(_runs(line), _RANGED.get(line, Ranged.RIGHT)) for line in part.lines))]
        case "entries":
            return [Entries(tuple(_entry(line) for line in part.lines))]
    return [Paragraph(_runs(line)) for line in part.lines]


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()


def _entry(line: str) -> EntryRow:
    label, colon, text = line.partition("：")
    return EntryRow(_runs(label + colon), _runs(text)) if colon else EntryRow((), _runs(line))


def feature(rng: random.Random, characters: int) -> Story:
    """A report with crossheads and a quotation, in the words of the copy fuzz."""
    writer = Writer(rng)
    body: list[Block] = []
    written = 0
    while written < characters:
        if len(body) % 4 == 3:
            body.append(Crosshead((writer.say(*CROSSHEADS),)))
        text = writer.paragraph(2, 3)
        body.append(Paragraph(_runs(text)))
        written += len(text)
    if len(body) > 4 and rng.random() < 0.6:
        body.insert(3, PullQuote(_runs(_quoted(body))))
    return Story("", writer.say(*HEADS), tuple(body), byline=proof._byline(rng),
                 deck=writer.say(*DECKS) if rng.random() < 0.4 else None)


def _quoted(body: Sequence[Block]) -> str:
    """The first sentence of the last paragraph."""
    text = next(b.runs[0].text for b in reversed(body) if isinstance(b, Paragraph))
    return text[: 1 + min(at for mark in _CLOSES if (at := text.find(mark)) >= 0)]


def brief(rng: random.Random) -> Story:
    """简讯: a sentence or two under a small head."""
    writer = Writer(rng)
    text = writer.sentence() + (writer.sentence() if rng.random() < 0.5 else "")
    return Story("", writer.say(*HEADS), (Paragraph(_runs(text)),), brief=True)


def photo_story(rng: random.Random, name: str, count: int) -> tuple[Story, tuple[Picture, ...]]:
    """A few pictures with a paragraph of text."""
    writer = Writer(rng)
    # Every fifth number: another motif and caption than the one before, none left out.
    made = [proof._pictured(f"{name}-{n}", rng.choice(("wide", "plain", "wide")), 5 * n)
            for n in range(count)]
    body = [*(figure for _, figure in made), Paragraph(_runs(writer.paragraph(2, 3)))]
    return (Story("", writer.say(*HEADS), tuple(body), byline=proof._byline(rng)),
            tuple(picture for picture, _ in made))
