"""The rules of the preflight, by code, and what is said of files that cannot be judged."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, RuleText, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {}
RULES: dict[str, RuleText] = {}
