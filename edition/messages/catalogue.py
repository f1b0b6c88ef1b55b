"""The whole catalogue: kinds of remarks, faults, phrases and rules, gathered from their rooms."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from edition.messages.sentences import (
    of_checks,
    of_command,
    of_copy,
    of_editor,
    of_formats,
    of_help,
    of_makeup,
    of_markdown,
    of_marks,
    of_origin,
    of_packs,
    of_pages,
    of_passes,
    of_plans,
    of_readers,
    of_sidecar,
    of_system,
    of_wire,
    of_word,
)
from edition.messages.sentences.archive import of_archive, of_volumes
from edition.messages.sentences.desk import of_desk, of_faults, of_screen
from edition.messages.sentences.labels import (
    of_explaining,
    of_features,
    of_parts,
    of_shapes,
)
from edition.messages.sentences.library import of_review, of_values
from edition.messages.sentences.outfit import of_converting, of_outfit
from edition.messages.sentences.press import of_press
from edition.messages.texts import Fault, Kind, Phrase, RuleText, Text

ROOMS = (
    of_command, of_help, of_system, of_packs, of_copy, of_origin, of_sidecar, of_readers,
    of_word, of_formats, of_markdown, of_wire, of_passes, of_review, of_marks, of_makeup,
    of_plans, of_pages,
    of_editor, of_checks, of_outfit, of_converting, of_parts, of_features, of_shapes,
    of_explaining, of_values, of_desk, of_screen, of_faults, of_archive, of_press, of_volumes,
)
KINDS: Mapping[str, Kind] = MappingProxyType({k: v for r in ROOMS for k, v in r.KINDS.items()})
FAULTS: Mapping[str, Fault] = MappingProxyType({k: v for r in ROOMS for k, v in r.FAULTS.items()})
PHRASES: Mapping[str, Text] = MappingProxyType(
    {k: v for r in ROOMS for k, v in r.PHRASES.items()}
    | {f"what_{kind}": fault.what for kind, fault in FAULTS.items()}
    | {f"why_{kind}": fault.why for kind, fault in FAULTS.items() if fault.why}
)
"""Phrases, and of every fault what and why: a remark can give the reason an error would give."""
RULES: Mapping[str, RuleText] = MappingProxyType(of_checks.RULES)

__all__ = ["FAULTS", "KINDS", "PHRASES", "ROOMS", "RULES", "Phrase"]
