"""The gallery's papers: invented copy in `copy/`, its pictures drawn, built and kept as pages."""

from __future__ import annotations

import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.papers.scenes import picture
from edition import build
from edition.delivery.built import Built
from edition.model import Edition

COPY = Path(__file__).parent / "copy"
IN_MARKDOWN = re.compile(r"!\[[^\]]*\]\(([a-z0-9-]+\.jpg)")
EXAMPLES = Path(__file__).resolve().parents[2] / "layouts" / "examples"


@dataclass(frozen=True)
class Sheet:
    """One paper: where its copy lies, how it is dressed, and what each of its pages is called."""

    copy: str
    layout: str
    pages: tuple[str, ...]
    theme: str | None = None
    to: str | None = None
    """script it is turned into"""
    written: str | None = None
    """script the copy is written in, where it is not Simplified"""

    @property
    def pack(self) -> str | Path:
        """The pack by its name, or the folder of an example."""
        return EXAMPLES / self.layout if (EXAMPLES / self.layout).is_dir() else self.layout


SHEETS = (
    Sheet("qingxi", "broadsheet", ("front-1", "inner-1", "culture-1", "photo-1"), "red"),
    Sheet("yunling", "red-masthead", ("front-2", "inner-2", "culture-2", "photo-2"), "red"),
    Sheet("linshui", "wide-facing", ("front-3", "photo-3"), "green"),
    Sheet("jiangkou", "tabloid", ("weekly-1", "weekly-2", "weekly-3", "weekly-4"), "red"),
    Sheet("zhixing", "newsletter", ("campus-1", "campus-2"), "blue"),
    Sheet("daxue", "wide-facing", ("campus-3",), "green"),
    Sheet("enquan", "newsletter", ("church-1", "church-2"), "blue"),
    Sheet("liuwan", "newsletter", ("village-1", "village-2"), "blue"),
    Sheet("dongshan", "broadsheet", ("traditional-1",), "red", written="zh-Hant-TW"),
    Sheet("haiwan", "tabloid", ("traditional-2",), "red", written="zh-Hant-HK"),
    Sheet("daxue", "wide-facing", ("traditional-3",), "green", "zh-Hant-TW"),
)


def read(sheet: Sheet) -> Edition:
    """The edition of a sheet, its pictures drawn beside a copy of its copy."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held) / sheet.copy
        shutil.copytree(COPY / sheet.copy, folder)
        for name in wanted(sheet):
            (folder / name).write_bytes(picture(name))
        edition = build.read(folder).edition
    if sheet.written:
        edition = replace(edition, language=sheet.written)
    return build.convert(edition, sheet.to).edition if sheet.to else edition


def wanted(sheet: Sheet) -> Iterator[str]:
    """The pictures that the copy and the sidecars of a sheet name, each once."""
    named: dict[str, None] = {}
    for page in sorted((COPY / sheet.copy).glob("*.md")):
        named |= dict.fromkeys(IN_MARKDOWN.findall(page.read_text(encoding="utf-8")))
    for sidecar in sorted((COPY / sheet.copy).glob("*.toml")):
        told = tomllib.loads(sidecar.read_text(encoding="utf-8"))
        named |= dict.fromkeys(entry["file"] for entry in told.get("pictures", ()))
    return iter(named)


def built(sheet: Sheet) -> Built:
    """The paper of a sheet."""
    return build.to_pdf(read(sheet), sheet.pack, sheet.theme)
