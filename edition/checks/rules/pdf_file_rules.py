"""The file itself: pages, fonts, characters, tags (IDs FILE, FONT, UNI, ACC)."""

from __future__ import annotations

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.seen_paper import SeenPaper
from edition.messages.texts import Phrase


def nothing_runs(paper: SeenPaper) -> Finding:
    """FILE: every page holds text and nothing in the file runs."""
    empty = sum(1 for sheet in paper.sheets if not sheet.glyphs)
    return Finding("FILE", "must", paper.active + empty, len(paper.sheets))


def fonts_inside(paper: SeenPaper) -> Finding:
    """FONT: every font is in the file."""
    broken = [FaultPlace(s.number, 0, 0, name) for s in paper.sheets for name in s.foreign]
    return Finding("FONT", "must", len(broken), len(paper.sheets), None, tuple(broken))


def characters_told(paper: SeenPaper) -> Finding:
    """UNI: every glyph tells its character."""
    return Finding(
        "UNI", "must", sum(s.unmapped for s in paper.sheets),
        sum(len(s.glyphs) for s in paper.sheets), None,
        tuple(FaultPlace(s.number, 0, 0, Phrase("glyphs_unmapped", {"count": s.unmapped}))
              for s in paper.sheets if s.unmapped),
    )


def order_told(paper: SeenPaper) -> Finding:
    """ORD: whoever reads the file, as it stands, by places or by lines, reads the same."""
    astray = [FaultPlace(s.number, g.x, g.y, g.char) for s in paper.sheets for g in s.astray]
    return Finding("ORD", "info", len(astray), sum(len(s.glyphs) for s in paper.sheets), None,
                   tuple(astray))


def tags_and_language(paper: SeenPaper) -> Finding:
    """ACC: the file is tagged and names its language."""
    about = paper.container
    lacks = [what for what, there in (("without_tags", about.tagged),
                                      ("without_a_language", about.language)) if not there]
    return Finding("ACC", "should", len(lacks), 2, None,
                   tuple(FaultPlace(0, 0, 0, Phrase(what)) for what in lacks))
