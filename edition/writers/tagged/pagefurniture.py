"""What of a page is furniture, and no part of what a reader of the tags is told."""

from __future__ import annotations

from typing import Any

import pydyf

from edition.writers.tagged.drawnobjects import meant, pages_of


def mark_furniture(pdf: Any) -> None:
    """Say on the pages that what was left out of the tree (`tagtree.py`) is furniture."""
    held: dict[int, set[int]] = getattr(pdf, "furniture", {})
    pages = list(pages_of(pdf))
    for number, places in held.items():
        parts = meant(pdf, pages[number]["Contents"]).stream
        for at, part in enumerate(parts):
            if isinstance(part, dict) and part.get("MCID") in places:
                parts[at - 1] = "/Artifact"
                parts[at] = pydyf.Dictionary({"Type": "/Pagination", "Subtype": "/Header"})
