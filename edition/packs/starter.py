"""What a new pack begins with, and the dummy copy of its proof page: every kind of block."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from edition.errors import WrongUse
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
from edition.packs.shipped import shipped

_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
STARTER = "starter"
_HANS = "清晨六点，编辑部的灯已经亮了。值班编辑翻看昨夜的来稿，把第一条消息排上版面；" \
    "美编在旁边试着标题的字号。"
_LATIN = "At six in the morning the lights of the newsroom are on. The editor on duty reads what " \
    "came in overnight, and sets the first story on the page. "


def starter_files(name: str) -> dict[str, bytes]:
    """The files of a new pack called `name`, by their paths in its folder. Raises WrongUse."""
    if not _NAME.fullmatch(name):
        raise WrongUse("pack_new_name", name=name)
    root = shipped("layouts") / STARTER
    found: dict[str, bytes] = {}
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        text = path.read_text(encoding="utf-8").replace("TITLE", name).replace("NAME", name)
        found[path.relative_to(root).as_posix()] = text.encode()
    return found


def dummy_edition(tag: str = "zh-Hans") -> Edition:
    """A paper with every kind of block, in the language of `tag`."""
    latin = not tag.startswith("zh")
    text = _LATIN if latin else _HANS
    words = ("Dummy copy for a proof of every block", "A second story", "A third one") if latin \
        else ("试排用的稿件：每一种版块都在这里", "第二条稿件的标题", "第三条")
    stories = (
        Story("s01", words[0], tuple(_blocks(text)), kicker=text[:20], deck=text[:28],
              byline=Byline("A. Author" if latin else "（本报记者 某某）", ("某某",)), rank=1),
        *(Story(f"s0{n}", head, tuple(
            Paragraph((Run(text * 3),), id=f"s0{n}b0{at}") for at in (1, 2)
        )) for n, head in ((2, words[1]), (3, words[2]))),
    )
    name = "The Proof" if latin else "试排日报"
    title = "Proof" if latin else "试排"
    imprint = Imprint(name, date(2026, 1, 1), "12", "1", title, publisher=title)
    return Edition(
        "proof", (Section(title, stories, id="sec1"),), tag, imprint,
        pictures=(Picture("dummy.png", "image/png", 6, 4, _grey(6, 4)),),
        ears=(Ear(title, (text[:12], text[:12])),),
    )


def _blocks(text: str) -> Iterator[Block]:
    runs = (Run(text[:8]), Run(text[8:14], (Mark.STRONG,)), Run(text[14:20], (Mark.EMPHASIS,)),
            Run(text[20:] * 2, note=None), Run("1", (Mark.SUPER,), note="s01b12"))
    yield Note((Run(text),), id="s01b01")
    yield Paragraph(runs, id="s01b02")
    yield Figure("dummy.png", (Run(text[:16]),), credit=text[:4], id="s01b03", pixels=(6, 4))
    yield Crosshead((text[:6],), id="s01b04")
    yield PullQuote((Run(text[:30]),), id="s01b05")
    yield ListBlock(listed([(Run(text[:14]),), (Run(text[:20]),)], ordered=True), id="s01b06")
    cells = tuple(tuple((Run(text[at : at + 2]),) for at in (0, 4, 8)) for _ in range(3))
    yield Table(cells, header_rows=1, id="s01b07", caption=(Run(text[:8]),))
    yield Verse(((Run(text[:10]),), (Run(text[10:20]),)), id="s01b08")
    yield Entries((EntryRow((Run(text[:2] + "："),), (Run(text[:12]),)),) * 2, id="s01b09")
    yield Paragraph((Run(text * 3),), id="s01b10")
    yield Closing((ClosingLine((Run(text[:6]),), Ranged.RIGHT),), id="s01b11")
    yield Footnote("1", (Run(text[:24]),), id="s01b12")


def _grey(width: int, height: int) -> bytes:
    """A grey picture as a PNG file."""
    rows = b"".join(b"\0" + bytes((150 + 8 * row,)) * width for row in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


def free_folder(path: Path) -> Path:
    """The folder of a new pack. Raises WrongUse where something stands there already."""
    if path.exists():
        raise WrongUse("pack_exists", name=str(path))
    return path
