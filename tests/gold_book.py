"""Books for tests: the gold page, and one short edition that holds every kind of block."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from edition.model import (
    Block,
    Byline,
    Closing,
    ClosingLine,
    Crosshead,
    Edition,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    Imprint,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Picture,
    PullQuote,
    Ranged,
    Run,
    Section,
    Span,
    Story,
    Table,
    Verse,
    listed,
)
from edition.printed import PrintedPage
from edition.render.book.assemble import Book, render_book
from edition.render.environment import environment
from gold_edition import gold_edition

LAYOUT = Path(__file__).resolve().parent.parent / "layouts" / "book"
HOSTILE = "a&b<c ]]> <script>alert(1)</script> {{7*7}} {% x %} \"'&amp; &#0; <!-- -- > ${x} %s"


def png(width: int = 30, height: int = 40) -> bytes:
    """A white PNG, made by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\xff" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def every_block(language: str = "zh-Hans") -> Edition:
    """Three stories and a jump, with each kind of block, mark and hostile text."""
    runs = (
        Run("甲"),
        Run("乙", (Mark.STRONG,)),
        Run("丙", (Mark.EMPHASIS,)),
        Run("丁", (Mark.DOTS,)),
        Run("1", (Mark.SUPER,)),
        Run("2", (Mark.SUB,)),
        Run("龘", ruby="dá<"),
        Run("x = 1", (Mark.CODE,)),
        Run("戊", (Mark.EMPHASIS, Mark.STRONG), href="https://example.org/?a=1&b=2"),
        Run(" two  words ", lang="en"),
        Run("己。"),
    )
    picture = Figure("图 片/甲.png", (Run("图说"),), "某某 摄", "一张白纸", id="s01b08")
    first = Story(
        "s01",
        HOSTILE,
        (
            Paragraph(runs, id="s01b01"),
            Crosshead(("一行", HOSTILE), id="s01b02"),
            PullQuote((Run("要点" + HOSTILE),), id="s01b03", speaker="某某"),
            ListBlock(listed([runs, (Run("第二"),)], ordered=True), id="s01b04"),
            ListBlock(listed([(Run("一"),), (Run("二"),)]), id="s01b05"),
            Table(
                (((Run("年"),), (Run("数"),)), ((Run("2023"),), runs)), header_rows=1, id="s01b06"
            ),
            Verse(((Run("床前明月光，"),), (Run("疑是地上霜。"),)), id="s01b07"),
            picture,
            Figure(None, (Run("只有图说"),), id="s01b09"),
            Note((Run("编者按：" + HOSTILE),), id="s01b10"),
            Paragraph((Run("没有记号"),)),
            *_new_kinds(),
        ),
        kicker="引题" + HOSTILE,
        deck="副题",
        dateline="本报讯",
        byline=Byline("（胡婉冰 喻佳）", ("胡婉冰", "喻佳")),
        credits=("摄影 某某", HOSTILE),
    )
    second = Story("s02", "第二篇", (Paragraph((Run("正文。"),), id="s02b01"),))
    third = Story("s03", "", (Paragraph((Run("没有标题。"),), id="s03b01"),))
    return Edition(
        name="every_block",
        sections=(Section("要闻" + HOSTILE, (first,), id="sec1"), Section(None, (second, third))),
        language=language,
        imprint=Imprint(
            paper="日报" + HOSTILE,
            date=date(2026, 9, 30),
            issue="1024",
            page="A1",
            page_title="要闻",
            editors=(("责任编辑", HOSTILE),),
            publisher="报社" + HOSTILE,
            rights="版权所有" + HOSTILE,
            extra=(("国内统一刊号", "CN 00-0000"),),
        ),
        digest="0" * 64,
    )


def _new_kinds() -> tuple[Block, ...]:
    """Lists in lists with gaps, merged cells, stanzas, a closing, entries, notes, a speaker."""
    def item(text: str, level: int, label: str, made: bool = False) -> ListItem:
        return ListItem((Run(text),), level, label, made)

    mark = Run("①", (Mark.SUPER,), note="s01b20")
    table = Table(
        (((Run("镇"),), (Run("户数"),), ()), ((), (Run("上半年"),), (Run("全年"),)),
         ((Run("东港"),), (Run("5"),), (Run("1,200"),)), ((Run("西岭"),), (), (Run("－"),))),
        header_rows=1, header_columns=1, caption=(Run("全县进度"),), id="s01b13",
        spans=(Span(0, 0, 2, 1), Span(0, 1, 1, 2), Span(1, 1, 9, 9)),
    )
    return (
        Paragraph((Run("问：多少？"), mark), id="s01b11", speaker=2),
        ListBlock((
            item("甲", 0, "五、"), item("乙", 1, "（一）"), item("丙", 3, "①"),
            item("丁", 1, "（四）"), item("戊", 0, "七、"), item("己", 1, "•", made=True),
        ), id="s01b12"),
        table,
        Verse(((Run("桂花落了"),), (), (Run("母亲不说话"), mark), (Run("把月亮"),)),
              indents=(0, 0, 0, 2), id="s01b14"),
        Closing((ClosingLine((Run("此致"),), Ranged.INDENT),
                 ClosingLine((Run("敬礼！"),), Ranged.MARGIN),
                 ClosingLine((Run("读者 张大年"),))), id="s01b15"),
        Entries((EntryRow((Run("时间："),), (Run("11月18日"),)), EntryRow((), (Run("上午"),)),
                 EntryRow((Run("闭馆"),), ())), id="s01b16"),
        Footnote("①", (Run("桥建于清代。"),), id="s01b20"),
        Footnote("②", (Run("没有记号的注。"),), id="s01b21"),
    )


JUMP = (
    PrintedPage(1, "A1", ("s01", "s01-headline", "s01b01", "s02", "s02-headline", "s02b01")),
    PrintedPage(2, "A2", ()),
    PrintedPage(4, "A4", ("s01b04", "s01b06", "s01-byline")),
)


def gold_book(language: str = "zh-Hans", *, imprint: bool = True) -> Book:
    """The seed page as a book, on one printed page."""
    edition = gold_edition(language, imprint=imprint)
    pages = (PrintedPage(1, "B2", tuple(story.id for story in edition.stories)),)
    return render_book(edition, environment([LAYOUT]), cover=png(), pages=pages)


def every_block_book(language: str = "zh-Hans", **changes: object) -> Book:
    """The book of `every_block`, with one picture and the jump of `JUMP`."""
    shown = (Picture("图 片/甲.png", "image/png", 4, 4, png(4, 4)),)
    edition = replace(every_block(language), pictures=shown, **changes)  # type: ignore[arg-type]
    return render_book(
        edition,
        environment([LAYOUT]),
        cover=png(),
        pages=JUMP,
    )
