"""The seed page as an Edition, built from the gold reading and the sidecar, without a reader."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from edition.model import (
    Block,
    Byline,
    Crosshead,
    Edition,
    Imprint,
    Paragraph,
    PullQuote,
    Run,
    Section,
    Story,
)

ROOT = Path(__file__).resolve().parent.parent
NAME = "000_ff888278d800d57a"
GOLD = ROOT / "tests" / "golden" / f"{NAME}.gold.json"
SOURCE = ROOT / "seeds" / f"{NAME}.txt"


def gold_edition(language: str = "zh-Hans", *, imprint: bool = True) -> Edition:
    """The eleven stories of the seed, with ids `sec1`, `s01`, `s01b01` as a reader gives them.

    `language` only sets the tag: the characters stay as they came. Without `imprint` the
    edition is one whose copy has no sidecar.
    """
    stories = json.loads(GOLD.read_text(encoding="utf-8"))["stories"]
    names = list(dict.fromkeys(story["section"] for story in stories))
    sections = tuple(
        Section(
            title=name,
            stories=tuple(
                _story(number, story)
                for number, story in enumerate(stories, 1)
                if story["section"] == name
            ),
            line=next(s["section_line"] for s in stories if s["section"] == name),
            id=f"sec{position}",
        )
        for position, name in enumerate(names, 1)
    )
    return Edition(
        name=NAME,
        sections=sections,
        language=language,
        imprint=_imprint() if imprint else Imprint(),
        digest=hashlib.sha256(SOURCE.read_bytes()).hexdigest(),
    )


def _imprint() -> Imprint:
    side = tomllib.loads(SOURCE.with_suffix(".toml").read_text(encoding="utf-8"))
    return Imprint(
        paper=side.get("paper"),
        date=side.get("date"),
        issue=side.get("issue"),
        page=side.get("page"),
        page_title=side.get("page_title"),
        editors=tuple((e["role"], e["name"]) for e in side.get("editors", ())),
    )


def _story(number: int, gold: dict[str, Any]) -> Story:
    story_id = f"s{number:02d}"
    return Story(
        id=story_id,
        headline=gold["headline"],
        deck=gold["deck"],
        body=tuple(
            _block(f"{story_id}b{place:02d}", block) for place, block in enumerate(gold["body"], 1)
        ),
        byline=Byline(
            raw=gold["byline_raw"],
            names=tuple(gold["byline"]),
            line=gold["byline_line"],
            glued=gold["byline_position"] == "glued",
        ),
        source_lines=(gold["source_lines"][0], gold["source_lines"][1]),
        headline_line=gold["headline_line"],
        deck_line=gold["deck_line"],
    )


def _block(block_id: str, gold: dict[str, Any]) -> Block:
    lines = tuple(gold["lines"])
    if gold["type"] == "crosshead":
        return Crosshead(tuple(gold["parts"]), lines, block_id)
    runs = (Run(gold["text"]),)
    if gold.get("role") == "pullquote":
        return PullQuote(runs, lines, block_id)
    return Paragraph(runs, lines, block_id)
