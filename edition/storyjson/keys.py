"""Names of the story JSON that are not fields of the model, said once for both directions.

All other keys are the names of fields; `story.schema.json` lists every key, and a test holds it
against the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from edition.model import (
    Block,
    Closing,
    Crosshead,
    Entries,
    Figure,
    Footnote,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Table,
    Verse,
)

BLOCK_TYPES: Mapping[type[Block], str] = MappingProxyType({
    Paragraph: "paragraph", Crosshead: "crosshead", PullQuote: "pullquote", Figure: "figure",
    ListBlock: "list", Table: "table", Verse: "verse", Note: "note",
    Closing: "closing", Entries: "entries", Footnote: "footnote",
})
"""Classes of the model and what a block's `type` calls them."""
_PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "editors": ("role", "name"), "extra": ("label", "text"),
    "glossary": ("simplified", "traditional"),
})


def pairs_written(key: str, pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Pairs of the model as objects, their halves named as `key` names them."""
    left, right = _PAIRS[key]
    return [{left: one, right: other} for one, other in pairs]


def pairs_read(key: str, objects: Iterable[Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    """The pairs that `pairs_written` wrote."""
    left, right = _PAIRS[key]
    return tuple((found[left], found[right]) for found in objects)
