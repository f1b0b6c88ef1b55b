"""The passes: each takes an edition and returns a new one and what it has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from edition.errors import Diagnostic
from edition.model import Edition
from edition.passes.apply_answers import apply_answers
from edition.passes.ask_missing import ask_for_missing_characters
from edition.passes.find_pull_quotes import find_pull_quotes
from edition.passes.join_wraps import join_wraps
from edition.passes.raise_queries import raise_queries
from edition.passes.settle_forms import settle_forms

__all__ = ["PASSES", "run"]

Pass = Callable[[Edition], tuple[Edition, tuple[Diagnostic, ...]]]

PASSES: Mapping[str, Pass] = MappingProxyType(
    {
        "forms": settle_forms,
        "answers": apply_answers,
        "missing characters": ask_for_missing_characters,
        "wraps": join_wraps,
        "pull quotes": find_pull_quotes,
        "queries": raise_queries,
    }
)
"""What happens to copy between reading and setting, in this order.

When all have asked, `settle_answers` takes out what the editor's answers settle; a change of
script (`change_script`) comes last, and only where another script is wanted.
"""


def run(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Apply every pass in order."""
    remarks: list[Diagnostic] = []
    for step in PASSES.values():
        edition, found = step(edition)
        remarks += found
    return edition, tuple(remarks)
