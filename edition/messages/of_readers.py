"""What the readers say: of formats, of lines and parts of stories."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {}
