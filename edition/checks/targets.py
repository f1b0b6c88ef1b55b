"""What the rules demand in figures: the code judges by them, the catalogue names them."""

from __future__ import annotations

from collections.abc import Mapping

from edition.trade import page_bounds

MOST_OVERLAP = 0.35
"""of the size, both ways, two glyphs may lie on each other (H2)"""
MOST_EXCESS = 3.0
"""% of cells that may be blank beyond two rows at a stretch (S1)"""
MOST_BLANK = 8.0
"""rows of one base column the largest blank may take (S2)"""
MOST_BUMPS = 0.3
"""bumps a page (S5)"""
LEAST_TAU = 0.8
"""Kendall's tau of rank against strength of place (S7)"""
LEAD = 12.0
"""pt the largest head of a page stands above the others (S8L)"""
MOST_ON_FRONT = 2
"""jumps on the first page (S10)"""
LEAST_BEFORE, LEAST_AFTER = page_bounds.JUMP_BEFORE, page_bounds.JUMP_REST
"""lines of a story before its jump, and of the rest (S10)"""
DEPTHS = (page_bounds.SHALLOWEST, page_bounds.DEEPEST)
"""mm a leg is deep (S11)"""
MOST_ODD = 5.0
"""% of legs of another depth (S11)"""
SHAPES = (page_bounds.NARROWEST, page_bounds.FLATTEST)
"""width ÷ height of a story (S13)"""
SHARE = (20.0, 45.0)
"""% of the area of stories and pictures that pictures take (S14)"""
DOMINANCE = 1.5
"""the largest picture ÷ the next (S14)"""
LEAST_FILL = 100 * page_bounds.LEAST_FILL
"""% of the span the widest line of a headline takes (S15)"""
HEAVIEST_PICTURE = page_bounds.HEAVIEST_PICTURE
"""MB of a picture that every shop takes (SIZE)"""
LEAD_RATIO = 1.25
"""the largest head of a page ÷ the next (S17)"""
HEAD_CLASSES = 3
"""sizes of heads a page of five stories and more has, each told from the next (S17)"""
LEAST_LEAD, LEAST_HEAD = 2.4, 1.5
"""times the body's size the head of the lead is, and any other (S18)"""
MOST_GREY = 75.0
"""lines of a story without a picture, a crosshead or a quotation (S19)"""
MOST_HOUSE = 45.0
"""% of the live area house copy and advertisements take (S20)"""
MOST_BOXED = 34.0
"""% of the stories of a page that stand in a box (S22)"""
LEAST_DOMINANT = 14.0
"""% of the live area the largest story of a page takes, pictures with it (S23)"""
MOST_SHORT = 2.0
"""rows a leg ends above the lowest of its story (S24)"""
MOST_COLLAPSE = 3.0
"""rows of white between a head and what stands under it (S25)"""
MOST_CROP = 100 * page_bounds.MOST_CROPPED
"""% of a picture cut away (S28)"""
PORTRAIT, PORTRAIT_COLUMNS = page_bounds.UPRIGHT, float(page_bounds.UPRIGHT_COLUMNS)
"""height ÷ width beyond which a picture is a portrait, and columns it is wide at most (S29)"""
MOST_LEAN = 25.0
"""% of the width the middle of what weighs stands off the middle of the page (S33)"""
LEAST_LAST_LINE = 0.3
"""of the widest line above it: the last line of a headline (S34)"""
LEAST_EVEN = 70.0
"""% of the widest line of a headline of three and more its narrowest is wide (S38)"""
LEAST_IN_PLACE = 60.0
"""% of the white it stands in a picture takes (S39)"""
LEAST_ROOM = 0.4
"""of its size: white between a head and the rule of the masthead above it (S40)"""
MOST_MARKS = 1.5
"""em two marks take, the even stretch of the line left out (PW1)"""
MIXED_GAP = (0.1, 0.62)
"""em between Han and Latin (JU1): an eighth to a half, and what rounding adds"""
MOST_LOOSE = 0.25
"""em between two Han beyond solid (JU6)"""
LEAST_RUNT = 2
"""characters, marks left out, of a last line (PA2)"""

LEAST_DPI, MOST_INK = page_bounds.LEAST_DPI, page_bounds.NEWSPRINT_INK
"""of a file for a press (PX7, PX6)"""
TARGETS: Mapping[str, Mapping[str, float]] = {
    "SIZE": {"most": HEAVIEST_PICTURE},
    "PX6": {"most": MOST_INK},
    "PX7": {"least": LEAST_DPI},
    "S1": {"most": MOST_EXCESS},
    "S2": {"most": MOST_BLANK},
    "S8L": {"least": LEAD},
    "S10": {"most": MOST_ON_FRONT, "before": LEAST_BEFORE, "after": LEAST_AFTER},
    "S11": {"least": DEPTHS[0], "most": DEPTHS[1]},
    "S13": {"least": SHAPES[0], "most": SHAPES[1]},
    "S14": {"least": SHARE[0], "most": SHARE[1]},
    "S15": {"least": LEAST_FILL},
    "S17": {"least": LEAD_RATIO, "classes": HEAD_CLASSES},
    "S18": {"lead": LEAST_LEAD, "least": LEAST_HEAD},
    "S19": {"most": MOST_GREY},
    "S20": {"most": MOST_HOUSE},
    "S22": {"most": MOST_BOXED},
    "S23": {"least": LEAST_DOMINANT},
    "S24": {"most": MOST_SHORT},
    "S25": {"most": MOST_COLLAPSE},
    "S28": {"most": MOST_CROP},
    "S29": {"most": PORTRAIT_COLUMNS},
    "S33": {"most": MOST_LEAN},
    "S34": {"least": 100 * LEAST_LAST_LINE},
    "S38": {"least": LEAST_EVEN},
    "S39": {"least": LEAST_IN_PLACE},
    "S40": {"least": 100 * LEAST_ROOM},
    "PW1": {"most": MOST_MARKS},
}
"""Figures the sentence of a rule names, by its code"""
