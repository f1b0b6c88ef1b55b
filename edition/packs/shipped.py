"""Where `layouts/` and `fonts/` lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """The folder `layouts` or `fonts` as it came with this installation."""
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / "packs" / name


def shelf_root() -> Path:
    """The folder of the shipped packs."""
    return shipped("layouts")


def shipped_packs() -> dict[str, Path]:
    """The shipped packs by name, sorted."""
    return {p.parent.name: p.parent for p in sorted(shelf_root().glob("*/layout.toml"))}


def themes_in(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Names of the themes of a pack and of those it extends, sorted."""
    return tuple(sorted({p.stem for f in folders for p in (f / "themes").glob("*.css")}))
