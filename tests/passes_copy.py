"""Editions made by hand for tests of the passes: paragraphs on every second line of the source."""

from __future__ import annotations

from typing import Any

from edition.model import Block, Crosshead, Edition, Paragraph, Run, Section, Story, plain
from edition.passes.change_script import convert

HEADLINE_LINE = 1
TAGS = ("zh-Hant-TW", "zh-Hant-HK")


def body(*texts: str, first: int = 3) -> tuple[Block, ...]:
    """Paragraphs at lines `first`, `first` + 2 and so on; a text after # is a crosshead."""
    return tuple(
        Crosshead((text[1:],), (first + 2 * at - 2,), f"s01b{at:02d}") if text.startswith("#")
        else Paragraph((Run(text),), (first + 2 * at - 2,), f"s01b{at:02d}")
        for at, text in enumerate(texts, 1)
    )


def story(*texts: str, id: str = "s01", first: int = 3, **given: Any) -> Story:
    """A story whose headline stands two lines above its first paragraph, on line `first`."""
    last = first + 2 * (len(texts) - 1)
    usual = {"headline": "山里的路", "headline_line": first - 2, "source_lines": (first - 2, last)}
    return Story(id=id, body=body(*texts, first=first), **(usual | given))


def edition(*stories: Story, **given: Any) -> Edition:
    """The stories in one section."""
    return Edition("a", (Section(None, stories),), **given)


def texts(of: Story) -> list[str]:
    """The characters of the paragraphs."""
    return [plain(block.runs) for block in of.body if isinstance(block, Paragraph)]


def said(page: Edition, tag: str) -> list[str]:
    """The paragraphs of the only story, in another script."""
    (found,) = convert(page, tag)[0].stories
    return texts(found)


def one(text: str, tag: str = "zh-Hant-TW", *glossary: tuple[str, str]) -> str:
    """A paragraph by itself in another script."""
    return said(edition(story(text), glossary=glossary), tag)[0]
