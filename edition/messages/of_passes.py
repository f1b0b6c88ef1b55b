"""What the passes ask and record: queries about the copy, answers, changes of script."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {}
