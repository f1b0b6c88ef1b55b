"""What a new pack begins with."""

from __future__ import annotations

import re
from pathlib import Path

from edition.errors import WrongUse
from edition.packs.shipped import shipped

_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
STARTER = "starter"


def starter_files(name: str) -> dict[str, bytes]:
    """The files of a new pack called `name`, by their paths in its folder. Raises WrongUse."""
    if not _NAME.fullmatch(name):
        raise WrongUse("pack_new_name", name=name)
    root = shipped("layouts") / STARTER
    found: dict[str, bytes] = {}
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        text = path.read_text(encoding="utf-8").replace("TITLE", name).replace("NAME", name)
        found[path.relative_to(root).as_posix()] = text.encode()
    return found


def free_folder(path: Path) -> Path:
    """The folder of a new pack. Raises WrongUse where something stands there already."""
    if path.exists():
        raise WrongUse("pack_exists", name=str(path))
    return path
