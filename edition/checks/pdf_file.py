"""Preflight of a finished PDF: the file, the type, the text against the stories."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from edition.checks.report import Finding, Place, Report, skipped
from edition.checks.rules.art import check_art
from edition.checks.rules.blockfaults import check_blocks, outside
from edition.checks.rules.depths import check_legs
from edition.checks.rules.jumps import check_jumps
from edition.checks.rules.places import check_places
from edition.checks.rules.typography import check_type, han_gaps, settings
from edition.checks.rules.white import check_feet, check_white
from edition.checks.rules.whole import text_in_order, text_whole
from edition.checks.sight.glyphs import container, sheets
from edition.checks.sight.seen import reading
from edition.checks.sight.sheet import Container, Sheet


def check_pdf(data: bytes, name: str, stories: Mapping[str, Any] | None) -> Report:
    """Every finding on a PDF. Raises UnreadableInput when it cannot be opened."""
    pages = sheets(data)
    read = reading(pages, stories)
    seen, told, size, pitch, legs = read.views, read.told, read.size, read.pitch, read.legs
    about = container(data)
    centred = about.language.startswith(("zh-Hant", "zh-TW", "zh-HK"))
    type_lines = settings(legs, pitch, copy=_copy(stories), centred=centred)
    findings = [_file(pages, about, data), _fonts(pages), _mapped(pages), _access(about)]
    if told is not None:
        findings += [
            text_whole(read.found, told, read.wanted),
            text_in_order(read.found, told, read.wanted),
        ]
    findings += [overlaps(pages), outside(pages, seen), *check_blocks(seen, told is not None)]
    paired, lengths = check_jumps(pages, read.sent, seen, told is not None)
    findings += [paired, *check_type(type_lines, pitch)]
    findings += [*check_white(pages, seen, legs, size, pitch), check_feet(seen)]
    findings += [*check_legs(seen, type_lines, pitch), *check_places(seen, told is not None)]
    findings += [lengths, check_art(seen), _knobs()]
    gaps = han_gaps(type_lines)
    figures = (
        ("pages", float(len(pages))),
        ("lines", float(sum(len(leg.lines) for leg in legs))),
        ("body_pt", round(size, 2)),
        ("pitch_pt", pitch),
        ("stories", float(len({b.story for v in seen for b in v.stories()}) if told is not None
                          else sum(len(v.blocks) for v in seen))),
        ("gap_p95_em", round(gaps[int(len(gaps) * 0.95)], 3) if gaps else 0.0),
        ("gap_max_em", round(gaps[-1], 3) if gaps else 0.0),
    )
    return Report(name, tuple(findings), figures)


def _file(pages: Sequence[Sheet], about: Container, data: bytes) -> Finding:
    active = about.scripts or len(re.findall(rb"/(?:JavaScript|Launch|AA)\b", data))
    empty = sum(1 for page in pages if not page.glyphs)
    return Finding(
        "FILE", "must", "every page holds text and nothing in the file runs",
        active + empty, len(pages),
    )


def _fonts(pages: Sequence[Sheet]) -> Finding:
    broken = [Place(page.number, 0, 0, name) for page in pages for name in page.foreign]
    return Finding("FONT", "must", "every font is in the file", len(broken), len(pages), None,
                   tuple(broken))


def _mapped(pages: Sequence[Sheet]) -> Finding:
    return Finding(
        "UNI", "must", "every glyph tells its character", sum(p.unmapped for p in pages),
        sum(len(p.glyphs) for p in pages), None,
        tuple(Place(p.number, 0, 0, f"{p.unmapped} glyphs") for p in pages if p.unmapped),
    )


def _access(about: Container) -> Finding:
    lacks = [what for what, there in (("tags", about.tagged), ("a language", about.language))
             if not there]
    return Finding("ACC", "should", "the file is tagged and names its language", len(lacks), 2,
                   None, tuple(Place(0, 0, 0, f"without {what}") for what in lacks))


def _copy(stories: Mapping[str, Any] | None) -> str:
    """All text of the body, white space and all."""
    sections = stories.get("sections", ()) if stories else ()
    return "\n".join(
        str(block.get("text", ""))
        for section in sections
        for story in section.get("stories", ())
        for block in story.get("body", ())
    )


_LIGATURE = 3
"""letters that may be one glyph: they come one after the other and have one box"""


def overlaps(pages: Sequence[Sheet]) -> Finding:
    """H2: no glyph lies on another by more than 35 % of the size, marks left out."""
    broken: list[Place] = []
    total = 0
    for page in pages:
        cells: dict[tuple[int, int], list[int]] = {}
        inked = [g for g in page.glyphs if not g.char.isspace() and g.right - g.left > 0.3 * g.size]
        total += len(inked)
        for i, g in enumerate(inked):
            key = int(g.left // 12), int(g.bottom // 12)
            near = (cells.get((key[0] + dx, key[1] + dy), ()) for dx in (-1, 0, 1)
                    for dy in (-1, 0, 1))
            for j in (j for group in near for j in group):
                h = inked[j]
                if i - j < _LIGATURE and (g.left, g.right) == (h.left, h.right):
                    continue
                across = min(g.right, h.right) - max(g.left, h.left)
                down = min(g.top, h.top) - max(g.bottom, h.bottom)
                limit = 0.35 * min(g.size, h.size)
                if across > limit and down > limit:
                    broken.append(Place(page.number, g.x, g.y, h.char + g.char))
            cells.setdefault(key, []).append(i)
    return Finding("H2", "must", "no glyph lies on another", len(broken), total, None,
                   tuple(broken))


def _knobs() -> Finding:
    return skipped("S16", "what was spent on each story", "a finished page does not tell")
