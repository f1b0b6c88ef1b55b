"""What the rules demand in figures: the code judges by them, the catalogue names them."""

from __future__ import annotations

from collections.abc import Mapping

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
LEAST_BEFORE, LEAST_AFTER = 23, 35
"""lines of a story before its jump, and of the rest (S10)"""
DEPTHS = (51.0, 254.0)
"""mm a leg is deep (S11)"""
MOST_ODD = 5.0
"""% of legs of another depth (S11)"""
SHAPES = (0.35, 3.5)
"""width ÷ height of a story (S13)"""
SHARE = (20.0, 45.0)
"""% of the area of stories and pictures that pictures take (S14)"""
DOMINANCE = 1.5
"""the largest picture ÷ the next (S14)"""
LEAST_FILL = 55.0
"""% of the span the widest line of a headline takes (S15)"""
MOST_MARKS = 1.5
"""em two marks take, the even stretch of the line left out (PW1)"""
MIXED_GAP = (0.1, 0.62)
"""em between Han and Latin (JU1): an eighth to a half, and what rounding adds"""
MOST_LOOSE = 0.25
"""em between two Han beyond solid (JU6)"""
LEAST_RUNT = 2
"""characters, marks left out, of a last line (PA2)"""

TARGETS: Mapping[str, Mapping[str, float]] = {
    "S1": {"most": MOST_EXCESS},
    "S2": {"most": MOST_BLANK},
    "S8L": {"least": LEAD},
    "S10": {"most": MOST_ON_FRONT, "before": LEAST_BEFORE, "after": LEAST_AFTER},
    "S11": {"least": DEPTHS[0], "most": DEPTHS[1]},
    "S13": {"least": SHAPES[0], "most": SHAPES[1]},
    "S14": {"least": SHARE[0], "most": SHARE[1]},
    "S15": {"least": LEAST_FILL},
    "PW1": {"most": MOST_MARKS},
}
"""Figures the sentence of a rule names, by its code"""
