"""What edition itself has made and left in a folder of copy: proof sheets, pages, story JSON.

Known by what the files say, not by their names alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import PurePath

_HEAD = 4000
"""bytes of a page that are looked at"""
TAIL = 1_000_000
"""bytes at the end of a PDF that are looked at"""
OWN_PDF = b"/ID [(urn:uuid:"
_GENERATOR = re.compile(rb"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?edition\b", re.I)
_OLD_PROOF = re.compile(
    rb"default-src 'none'; style-src 'unsafe-inline'.{1,400}<title>[^<]{0,40}"
    + "校".encode(), re.S
)
"""the head of a proof sheet from before sheets said what made them"""
_WRITTEN = ("name", "language", "sections", "furniture", "queries")
"""keys that story JSON has when a program wrote it; by hand only `sections` is needed"""


def is_own_page(name: str, data: bytes) -> bool:
    """True for a proof sheet, a drawn page or a PDF that edition has made."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        return OWN_PDF in data[-TAIL:]
    if suffix not in (".html", ".htm", ".xhtml"):
        return False
    head = data[:_HEAD]
    return bool(_GENERATOR.search(head) or _OLD_PROOF.search(head))


def is_written_down(name: str, data: bytes, beside: Collection[str]) -> bool:
    """True for the story JSON of an edition whose copy lies in the same folder.

    `beside` are the names an edition of that folder can have: the folder's and its files' own.
    """
    if PurePath(name).suffix.lower() != ".json":
        return False
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(found, dict) and all(key in found for key in _WRITTEN)
        and found["name"] in beside
    )
