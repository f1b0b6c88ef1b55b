"""The layout packs there are, by name, and what each holds: numbers, templates, styles, themes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from edition.errors import WrongUse
from edition.messages.nearest import nearest
from edition.packs.layout import Layout
from edition.packs.layoutfile import read_layout
from edition.packs.shipped import shipped
from edition.packs.themes import check_theme


def layouts() -> tuple[str, ...]:
    """Names of the layout packs, sorted."""
    return tuple(sorted(p.parent.name for p in shipped("layouts").glob("*/layout.toml")))


def template_root(name: str) -> Path:
    """Folder of a pack: `broadsheet`, or `book` for the e-book. Raises WrongUse if unknown."""
    found = shipped("layouts") / name
    if not name or name.startswith(".") or "/" in name or not found.is_dir():
        raise _unknown(name)
    return found


BASE = "base"
"""Folder of `layouts/` with what all packs share: templates to extend, and the common style."""


def template_roots(name: str) -> tuple[Path, ...]:
    """Folders a pack's templates are looked for in, its own first. Raises WrongUse if unknown."""
    own = template_root(name)
    shared = shipped("layouts") / BASE
    return (own, shared) if name in layouts() and shared.is_dir() else (own,)


def stylesheet(name: str, theme: str | None = None) -> str:
    """The CSS of a pack: what all packs share, its own files by name, and its theme.

    Raises WrongUse for an unknown pack or theme, and for a theme that could move a line.
    """
    files = [p for root in reversed(template_roots(name)) for p in sorted(root.glob("*.css"))]
    return "\n".join([*map(_text, files), *([_theme(name, theme)] if theme is not None else [])])


def themes(name: str) -> tuple[str, ...]:
    """Names of a pack's themes, sorted. Raises WrongUse for an unknown pack."""
    return tuple(sorted(p.stem for p in (template_root(name) / "themes").glob("*.css")))


def _theme(name: str, theme: str) -> str:
    if theme not in themes(name):
        known = themes(name)
        fault = "unknown_theme" if known else "no_themes"
        raise WrongUse(
            fault, layout=name, theme=theme, known=known, near=nearest(theme, known)
        )
    path = template_root(name) / "themes" / f"{theme}.css"
    css = _text(path)
    check_theme(css, str(path))
    return css


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WrongUse(
            "style_not_text", where=str(path), error=str(error), number=error.start + 1
        ) from error


def _unknown(name: str) -> WrongUse:
    return WrongUse(
        "unknown_layout", layout=name, known=layouts(), near=nearest(name, layouts())
    )


@lru_cache(maxsize=8)
def layout(name: str) -> Layout:
    """Read `layouts/NAME/layout.toml`; every number is checked against its range.

    Raises WrongUse for an unknown layout, a missing or unknown key, a number out of range.
    """
    if name not in layouts():
        raise _unknown(name)
    return replace(read_layout(template_root(name) / "layout.toml"), themes=themes(name))
