"""Every rule for a PDF by its code, in the order of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from edition.checks.report import Finding, unmeasured
from edition.checks.rules import (
    bumps_and_cuts,
    feet,
    head_sizes,
    joined_parts,
    jump_pairs,
    overlaps,
    pdf_file_rules,
    shapes,
    story_legs,
    story_order,
    white,
    whole_text,
)
from edition.checks.rules.look import (
    greyness,
    head_ladder,
    head_lines,
    page_dress,
    picture_places,
    stamps,
)
from edition.checks.rules.typography import line_grid
from edition.checks.rules.typography.type_rules import TYPE_RULES, judge_type
from edition.checks.sight.seen_paper import SeenPaper

PdfRule = Callable[[SeenPaper], Finding]

FILE_RULES: Mapping[str, PdfRule] = {
    "FILE": pdf_file_rules.nothing_runs,
    "FONT": pdf_file_rules.fonts_inside,
    "UNI": pdf_file_rules.characters_told,
    "ORD": pdf_file_rules.order_told,
    "ACC": pdf_file_rules.tags_and_language,
}
COPY_RULES: Mapping[str, PdfRule] = {
    "TX1": whole_text.text_whole,
    "H1": whole_text.text_in_order,
}
"""left out where the copy is not given"""
PAGE_RULES: Mapping[str, PdfRule] = {
    "H2": overlaps.glyphs_apart,
    "H3": overlaps.glyphs_on_page,
    "H4": overlaps.stories_apart,
    "H6": joined_parts.parts_joined,
    "H5": jump_pairs.jumps_paired,
    **{code: partial(judge_type, code) for code in TYPE_RULES},
    "GR2": line_grid.on_grid,
    "S1": white.white_runs,
    "S2": white.blank_areas,
    "S3": feet.feet_level,
    "S4": line_grid.off_grid,
    "S11": story_legs.leg_depths,
    "S12": story_legs.lone_lines,
    "S5": bumps_and_cuts.bumps,
    "S6": bumps_and_cuts.level_cuts,
    "S6V": bumps_and_cuts.upright_cuts,
    "S7": story_order.strong_places,
    "S7P": story_order.strong_places_by_page,
    "S7Z": story_order.strong_places_by_zone,
    "S8": head_sizes.sizes_fall,
    "S8L": head_sizes.leads,
    "S9": story_order.stream_in_order,
    "S13": shapes.story_shapes,
    "S15": head_sizes.heads_fill,
    "S10": jump_pairs.jumps_sparing,
    "S14": shapes.picture_share,
    "S17": head_ladder.ladder,
    "S18": head_ladder.head_sizes,
    "S25": head_ladder.white_below,
    "S26": head_ladder.tombstones,
    "S34": head_lines.head_widows,
    "S35": head_lines.words_whole,
    "S37": head_lines.rules_between,
    "S19": greyness.grey_text,
    "S20": greyness.house_share,
    "S22": greyness.boxes,
    "S23": greyness.dominant,
    "S33": greyness.balance,
    "S24": feet.legs_even,
    "S21": picture_places.with_story,
    "S36": picture_places.words_beside,
    "S27": picture_places.lead_pictured,
    "S28": picture_places.cropped,
    "S29": picture_places.portraits,
    "S30": picture_places.alike,
    "S31": page_dress.folios_true,
    "S32": page_dress.inner_dress,
    "S38": head_lines.lines_even,
    "S39": stamps.fill_places,
    "S40": page_dress.room_below,
    "S41": stamps.any_picture,
    "S16": lambda paper: unmeasured("S16", "page_does_not_tell"),
}
PDF_RULES: Mapping[str, PdfRule] = {**FILE_RULES, **COPY_RULES, **PAGE_RULES}


def judge_pdf(paper: SeenPaper) -> Iterator[Finding]:
    """Every rule held against a paper."""
    for code, rule in PDF_RULES.items():
        if paper.has_copy or code not in COPY_RULES:
            yield rule(paper)
