"""What is said of the finished page and book: lines, glyphs, drawing, packing."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {}
