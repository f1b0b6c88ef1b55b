"""A paper with all a press can stumble over: photographs, grey and four-ink pictures, what lets
others through, shadings, pictures and tints at the edge of the sheet."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

from edition.copy.pictures import picture
from edition.model import Edition, Figure, Imprint, Paragraph, Run, Section, Story

TEXT = "社区的活动室里坐满了人，大家商量着怎样把旧院子修好。"
PACK = """api = 1
extends = "newsletter"
[assets.strip]
file = "strip.jpg"
pages = "all"
x = 0
y = 0
width = 210
[assets.logo]
file = "logo.png"
pages = "first"
x = 183
y = 18
width = 12
[press.inks]
"#aa0000" = [0, 100, 100, 10]
"""
STYLE = """.masthead h1 { color: #aa0000 }
.rule.vertical { border-left-color: #777 }
.page::before { content: ""; position: absolute; left: -3mm; bottom: -3mm; width: 216mm;
  height: 9mm; background: linear-gradient(90deg, #aa0000, #1f4e8c) }
.page::after { content: ""; position: absolute; right: -9mm; top: 60mm; width: 12mm;
  height: 30mm; background: radial-gradient(#ffee00, rgba(0, 0, 0, 0.4)) }
"""


def photograph(width: int, height: int, seed: int = 1) -> Image.Image:
    """Soft fields of colour drawn by lot, among them the deepest and the brightest."""
    fields = np.random.default_rng(seed).integers(0, 256, (height // 20, width // 20, 3), np.uint8)
    fields[0, 0], fields[-1, -1] = 0, 255
    return Image.fromarray(fields).resize((width, height), Image.Resampling.BICUBIC)


def saved(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


@cache
def pictured() -> Edition:
    """Four stories, each with a picture of another kind; the last is coarse where it stands."""
    files = {
        "photo.jpg": saved(photograph(1200, 800), "JPEG"),
        "plan.png": saved(photograph(800, 800, 2), "PNG"),
        "grey.jpg": saved(photograph(800, 600, 3).convert("L"), "JPEG"),
        "inks.jpg": saved(photograph(800, 600, 4).convert("CMYK"), "JPEG"),
    }
    stories = tuple(
        Story(f"s{n:02d}", f"第{n}条消息说的是旧院子", (
            Figure(name, (Run("院子修好以前"),), alt="院子", id=f"s{n:02d}f"),
            *(Paragraph((Run(TEXT * 3),), id=f"s{n:02d}b{k}") for k in range(5)),
        )) for n, name in enumerate(files, 1)
    )
    return Edition(
        "pictured", (Section("要闻", stories, id="sec1"),), "zh-Hans",
        Imprint(paper="试报", page="1"),
        pictures=tuple(picture(name, data) for name, data in files.items()),
    )


def small() -> Edition:
    """A story with a picture that is kept without loss."""
    return with_picture("plan.png", saved(photograph(400, 300), "PNG"))


def with_picture(name: str, data: bytes) -> Edition:
    """A story with one picture."""
    story = Story("s01", "旧院子修好了", (
        Figure(name, (Run("院子修好以前"),), alt="院子", id="s01b01"),
        Paragraph((Run(TEXT * 8),), id="s01b02"),
    ))
    return Edition("small", (Section(None, (story,), id="sec1"),), "zh-Hans",
                   Imprint(paper="试报"), pictures=(picture(name, data),))


def pack_of(folder: Path, more: str = "") -> Path:
    """A pack that reaches the edges of its sheet; `more` is put before its tables."""
    home = folder / "edges"
    home.mkdir(exist_ok=True)
    toml = PACK.replace("[assets.strip]", f"{more}[assets.strip]")
    (home / "pack.toml").write_text(toml, "utf-8")
    (home / "paper.css").write_text(STYLE, "utf-8")
    (home / "paper.html.j2").write_text('{% extends "base.html.j2" %}\n', "utf-8")
    photograph(1400, 80).save(home / "strip.jpg")
    logo = Image.new("RGBA", (200, 200), (30, 140, 60, 255))
    logo.putalpha(Image.linear_gradient("L").resize((200, 200)))
    logo.save(home / "logo.png")
    return home
