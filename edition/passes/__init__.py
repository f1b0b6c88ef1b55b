"""The passes: each takes an edition and returns a new one and what it has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from edition.errors import Diagnostic
from edition.model import Edition
from edition.passes.answering import apply_answers
from edition.passes.pullquotes import find_pull_quotes
from edition.passes.queries import ask_for_missing_characters, raise_queries
from edition.passes.wraps import join_wraps

__all__ = ["PASSES", "run"]

Pass = Callable[[Edition], tuple[Edition, tuple[Diagnostic, ...]]]

PASSES: Mapping[str, Pass] = MappingProxyType(
    {
        "answers": apply_answers,
        "missing characters": ask_for_missing_characters,
        "wraps": join_wraps,
        "pull quotes": find_pull_quotes,
        "queries": raise_queries,
    }
)
"""What happens to copy between reading and setting, in this order."""


def run(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Apply every pass in order."""
    remarks: list[Diagnostic] = []
    for step in PASSES.values():
        edition, found = step(edition)
        remarks += found
    return edition, tuple(remarks)
