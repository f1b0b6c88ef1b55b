"""Which packs can be named: the shipped ones, those of `EDITION_PACKS`, those packages offer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from edition.errors import WrongUse
from edition.packs.packfile import holds_pack
from edition.packs.shipped import shipped_packs

ENVIRONMENT = "EDITION_PACKS"
"""environment variable: folders of packs, or packs, parted as in PATH"""
ENTRY_POINTS = "edition.packs"
BASE = "base"
"""Folder of `layouts/` with what all packs share: templates to extend, and the common style."""
MOST_PACKS = 200
"""of one folder of packs"""


def packs() -> dict[str, Path]:
    """Every pack that can be named, and its folder: shipped, `EDITION_PACKS`, entry points.

    Of two with one name the first counts. Raises WrongUse when an installed package offers a
    pack and fails.
    """
    found = shipped_packs()
    for folder in (*_told_by_environment(), *_offered()):
        found.setdefault(folder.name, folder)
    return found


def _told_by_environment() -> Iterator[Path]:
    for name in os.environ.get(ENVIRONMENT, "").split(os.pathsep):
        root = Path(name)
        if not name or not root.is_dir():
            continue
        if holds_pack(root):
            yield root.resolve()
            continue
        folders = sorted(root.iterdir())[:MOST_PACKS]
        yield from (folder for folder in folders if holds_pack(folder))


def _offered() -> Iterator[Path]:
    from importlib.metadata import entry_points  # Slow to load, and most packs are shipped.

    for offer in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name):
        try:
            found = offer.load()
            folder = Path(found() if callable(found) else found)
        except Exception as error:  # Another package's code may fail in any way.
            raise WrongUse("pack_offer", name=offer.name, reason=str(error)) from error
        if holds_pack(folder):
            yield folder
