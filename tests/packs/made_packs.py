"""Packs and copy of the tests' own, in folders outside the package."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.ttLib import TTFont

from edition.model import Edition, Imprint, Paragraph, Run, Section, Story
from edition.packs.faces import face_of
from edition.trade.regions import MAINLAND
from edition.writers.subset import subset

EXTENDS = '{% extends "base.html.j2" %}\n'
PACK = 'api = 1\nextends = "newsletter"\n'
TEXT = "社区的活动室里坐满了人，大家商量着怎样把旧院子修好。"


def made_pack(
    folder: Path, toml: str = "", css: str = "", template: str = EXTENDS, theme: str = ""
) -> Path:
    """A pack called `mine` that extends the newsletter."""
    home = folder / "mine"
    home.mkdir(exist_ok=True)
    (home / "pack.toml").write_text(PACK + toml, "utf-8")
    (home / "paper.css").write_text(css, "utf-8")
    (home / "paper.html.j2").write_text(template, "utf-8")
    if theme:
        (home / "themes").mkdir(exist_ok=True)
        (home / "themes" / "mine.css").write_text(theme, "utf-8")
    return home


def small_edition(stories: int = 2, tag: str = "zh-Hans") -> Edition:
    """A paper of short stories under one section head."""
    return Edition("small", (Section("要闻", tuple(
        Story(f"s{n:02d}", f"第{n}条消息", (
            Paragraph((Run(TEXT * 3),), id=f"s{n:02d}b01"),
            Paragraph((Run(TEXT * 2),), id=f"s{n:02d}b02"),
        )) for n in range(1, stories + 1)
    ), id="sec1"),), tag, Imprint(paper="试报", page="1"))


def made_font(folder: Path, bits: int = 0, characters: str = "试报ABC123") -> Path:
    """A small font file whose licence bits are `bits`."""
    font = TTFont(io.BytesIO(subset(face_of("hei-heavy", MAINLAND).path, characters)))
    font["OS/2"].fsType = bits
    path = folder / "Brand.ttf"
    font.save(path)
    return path
