"""What a well-made page keeps to, in figures: make-up plans by them, the preflight judges by them.
"""

from __future__ import annotations

LEVEL_ROWS = 2
"""rows within which two heads side by side stand at one height (S5, S26)"""
HEAD_ROWS = 5
"""rows of white between a head and its text from which the two stand apart (H6)"""
JUMP_BEFORE, JUMP_REST = 23, 35
"""lines of a story before its jump, and of the rest (S10)"""
SHALLOWEST, DEEPEST = 51.0, 254.0
"""mm a leg is deep (S11)"""
NARROWEST, FLATTEST = 0.35, 3.5
"""width ÷ height of a story (S13)"""
LEAST_FILL = 0.55
"""of the span of its legs, the widest line of a headline (S15)"""
MOST_CROPPED = 0.16
"""of a picture, cut away (S28)"""
HEAVIEST_PICTURE = 5.0
"""MB of a picture in the book that every shop takes (SIZE)"""
UPRIGHT, UPRIGHT_COLUMNS = 1.15, 2
"""height ÷ width beyond which a picture is a portrait, and the base columns it takes (S29)"""
LEAST_DPI = 150.0
"""pixels an inch of the page, below which a printed picture is coarse (PX7)"""
NEWSPRINT_INK = 240.0
"""% of four inks together that newsprint bears on any place (ISO 12647-3; PX6)"""
