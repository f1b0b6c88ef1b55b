"""The dummy copy of a pack's proof: every kind of block, on pages enough for all its furniture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from edition.model import (
    Block,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Ear,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    Imprint,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Picture,
    PullQuote,
    Ranged,
    Run,
    Section,
    Story,
    Table,
    Verse,
    listed,
)
from edition.packs.layout import Layout
from edition.trade.regions import region_of

PAGES = 2.4
"""pages the copy fills: the first, a left-hand and a right-hand one"""
STORIES = 3
"""of one page"""
DOTS_ACROSS = 1800
"""pixels the dummy picture is wide, about"""
PICTURE_DEPTH = 6
"""one part in so many of the rows of news is the picture deep in one column, or less"""
FLATTEST = 15
"""quarters of its height the dummy picture is wide at most, so that it is no strip"""
_HANS = (
    "清晨六点", "编辑部的灯已经亮了", "值班编辑翻看昨夜的来稿", "把第一条消息排上版面",
    "美编在旁边试着标题的字号",
)
_HANT = (
    "清晨六點", "編輯部的燈已經亮了", "值班編輯翻看昨夜的來稿", "把第一條消息排上版面",
    "美編在旁邊試著標題的字級",
)
_LATIN = (
    "At six in the morning", "the lights of the newsroom are on", "the editor on duty reads",
    "what came in overnight", "and sets the first story on the page",
)


def dummy_edition(tag: str = "zh-Hans", layout: Layout | None = None) -> Edition:
    """A paper with every kind of block, in the language of `tag`.

    With a `layout` it fills more than two pages of it, so that every part of the furniture is
    drawn, and its picture finds room there. Raises WrongUse for an unknown tag.
    """
    words = _Words(tag)
    latin = words.latin
    name = words.pick("试排日报", "試排日報", "The Proof")
    title = words.pick("试排", "試排", "Proof")
    head = words.pick(
        "试排用的稿件：每一种版块都在这里", "試排用的稿件：每一種版塊都在這裡",
        "Dummy copy for a proof of every block",
    )
    width, height = _picture_size(layout)
    author = words.pick("（本报记者 某某）", "（本報記者 某某）", "A. Author")
    main = Story("s01", head, tuple(_blocks(words)), kicker=words.parts[0],
                 deck=words.parts[1], byline=Byline(author, ("某某",) if not latin else ()),
                 rank=1)
    return Edition(
        "proof", (Section(title, (main, *_fill(words, layout)), id="sec1"),), tag,
        Imprint(name, date(2026, 1, 1), "12", "1", title, publisher=title),
        pictures=(Picture("dummy.png", "image/png", width, height, _grey(width, height)),),
        ears=(Ear(title, (words.parts[0], words.parts[1])),),
    )


class _Words:
    """The dummy's clauses in the language of a tag; none opens with a mark."""

    def __init__(self, tag: str) -> None:
        letters = region_of(tag).tag
        self.latin = not letters.startswith("zh")
        self._at = 2 if self.latin else int(letters.startswith("zh-Hant"))
        self.parts = (_HANS, _HANT, _LATIN)[self._at]
        self.stop, self.comma = (". ", ", ") if self.latin else ("。", "，")
        self.space = " " if self.latin else ""

    def pick(self, hans: str, hant: str, latin: str) -> str:
        """The one of three words that is in the language."""
        return (hans, hant, latin)[self._at]

    def sentence(self, parts: int = 5) -> str:
        """A sentence of so many clauses."""
        return self.comma.join(islice(cycle(self.parts), parts)) + self.stop.rstrip()

    def text(self, characters: int) -> str:
        """Whole sentences of about so many characters."""
        one = self.sentence()
        return self.space.join([one] * max(1, round(characters / len(one))))


def _fill(words: _Words, layout: Layout | None) -> Iterator[Story]:
    """The other stories: two, or enough for the pages of the layout."""
    page, count = 0, 2.0
    if layout is not None:
        page, count = layout.grid.columns * layout.grid.measure * _rows(layout), PAGES * STORIES
    share = max(page * (2 if words.latin else 1) // STORIES, 90)
    for n in range(2, round(count) + 2):
        head = words.pick(
            f"试排的第 {n} 条稿件", f"試排的第 {n} 條稿件", f"Story number {n} of the proof"
        )
        body: list[Block] = [
            Paragraph((Run(words.text(share // 3)),), id=f"s{n:02d}b0{at}") for at in (1, 2, 3)
        ]
        if n == 2:  # A short head of its own leaves the picture the most room.
            one, two = words.parts[:2]
            pixels = _picture_size(layout)
            body.insert(1, Figure("dummy.png", (Run(two),), credit=one, id="s02b04", pixels=pixels))
        yield Story(f"s{n:02d}", head, tuple(body))


def _rows(layout: Layout) -> int:
    """Rows of the first page that hold news."""
    head = layout.furnishing.masthead + layout.furnishing.section
    return layout.grid.rows - head - layout.foot(first=True)


def _picture_size(layout: Layout | None) -> tuple[int, int]:
    """Width and height of the dummy picture, pixels: 3 : 2, or flatter as the layout needs it."""
    if layout is None:
        return _sized(6)
    grid = layout.grid
    deep = grid.measure * grid.em / grid.pitch / max(1.0, _rows(layout) / PICTURE_DEPTH)
    return _sized(max(6, min(FLATTEST, round(deep * 4))))


def _sized(wide: int) -> tuple[int, int]:
    """`wide` : 4 in pixels enough for the width of a page."""
    more = max(1, DOTS_ACROSS // wide)
    return wide * more, 4 * more


def _blocks(words: _Words) -> Iterator[Block]:
    one, two, three, four, five = words.parts
    comma, space = words.comma, words.space
    runs = (Run(one + comma), Run(two, (Mark.STRONG,)), Run(comma),
            Run(three, (Mark.EMPHASIS,)), Run(comma + four + comma + five + words.stop.rstrip()),
            Run("1", (Mark.SUPER,), note="s01b12"))
    yield Note((Run(words.sentence()),), id="s01b01")
    yield Paragraph(runs, id="s01b02")
    yield Crosshead((one,), id="s01b04")
    yield PullQuote((Run(words.sentence(2)),), id="s01b05")
    yield ListBlock(listed([(Run(three),), (Run(five),)], ordered=True), id="s01b06")
    cells = tuple(
        tuple((Run(words.pick(hans, hant, latin)),) for hans, hant, latin in _CELLS)
        for _ in range(3)
    )
    yield Table(cells, header_rows=1, id="s01b07", caption=(Run(one),))
    yield Verse(((Run(three),), (Run(four),)), id="s01b08")
    term = words.pick("地点：", "地點：", f"Place:{space}")
    yield Entries((EntryRow((Run(term),), (Run(two),)),) * 2, id="s01b09")
    yield Paragraph((Run(words.text(3 * len(words.sentence()))),), id="s01b10")
    yield Closing((ClosingLine((Run(one),), Ranged.RIGHT),), id="s01b11")
    yield Footnote("1", (Run(words.sentence(3)),), id="s01b12")


_CELLS = (("栏目", "欄目", "Desk"), ("版次", "版次", "Page"), ("字数", "字數", "Words"))


def _grey(width: int, height: int) -> bytes:
    """A grey picture as a PNG file."""
    rows = b"".join(b"\0" + bytes((150 + 32 * row // height,)) * width for row in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")
