"""The shelf: a pack by its name, its folder or as a value, and what is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.packs.known import packs
from edition.packs.layout import Layout
from edition.packs.pack import Pack
from edition.packs.packfile import holds_pack
from edition.packs.shipped import shelf_root, shipped_packs, themes_in

APART = ("book", "proof")
"""folders of `layouts/` that are no packs"""


def layouts() -> tuple[str, ...]:
    """Names of the shipped layout packs, sorted."""
    return tuple(shipped_packs())


def pack(wanted: str | Path | Pack) -> Pack:
    """A pack by name or by folder; a Pack is itself. Raises WrongUse.

    A text names a pack, else the folder of one.
    """
    if isinstance(wanted, Pack):
        return wanted
    name = str(wanted)
    if isinstance(wanted, str):
        ours = shipped_packs()
        known = ours if name in ours else packs()
        if name in known:
            return Pack.load(known[name])
    is_path = isinstance(wanted, Path) or "/" in name or "\\" in name or name in (".", "..")
    if name and "\0" not in name and holds_pack(Path(name)):
        return Pack.load(Path(name))
    if is_path and "\0" not in name:
        raise WrongUse("folder_no_pack", where=name, known=tuple(packs()))
    raise _unknown(name, packs())


def layout(name: str | Path | Pack) -> Layout:
    """The numbers of a pack, each checked against its range. Raises WrongUse."""
    return pack(name).layout


def template_root(name: str) -> Path:
    """Folder of a shipped pack: `broadsheet`, or `book` for the e-book. Raises WrongUse."""
    if name in ("", ".", "..") or set(name) & set("/\\\0") or not (shelf_root() / name).is_dir():
        raise _unknown(name, shipped_packs())
    return shelf_root() / name


def template_roots(name: str) -> tuple[Path, ...]:
    """Folders a pack's templates are looked for in, its own first. Raises WrongUse if unknown."""
    if name in APART:
        return (template_root(name),)
    return tuple(folder for folder in pack(name).folders if folder.is_dir())


def folders_of(name: str | Path | Pack, theme: str | None = None) -> tuple[Path, ...]:
    """The folders of all that a pack is made of. Raises as `stylesheet` does."""
    wanted = pack(name)
    wanted.style(theme)
    return tuple(wanted.folders)


def stylesheet(name: str | Path | Pack, theme: str | None = None) -> str:
    """The CSS of a pack and of its theme.

    Raises WrongUse for an unknown pack or theme, and for a style that could hide or move copy.
    """
    if isinstance(name, str) and name in APART:
        files = sorted(template_root(name).glob("*.css"))
        return "\n".join(path.read_text(encoding="utf-8") for path in files)
    return pack(name).style(theme)


def themes(name: str) -> tuple[str, ...]:
    """Names of a shipped pack's themes, sorted. Raises WrongUse for an unknown pack."""
    return themes_in((template_root(name),))


def _unknown(name: str, known: Mapping[str, Path]) -> WrongUse:
    return WrongUse(
        "unknown_layout", layout=name.replace("\0", ""), known=tuple(known),
        near=nearest(name, known),
    )
