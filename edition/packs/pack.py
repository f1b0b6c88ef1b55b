"""A layout pack as one value: numbers, folders, styles; `edition.to_pdf` takes it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from edition.errors import Diagnostic, WrongUse, hold_type
from edition.messages.nearest import nearest
from edition.packs.findings import font_findings, style_findings
from edition.packs.known import BASE, packs
from edition.packs.layout import Layout
from edition.packs.packfile import PACK_FILE, read_pack
from edition.packs.shipped import shelf_root, shipped_packs
from edition.packs.stylecheck import check_style
from edition.packs.themes import check_theme

MOST_STYLE = 500_000
"""bytes of one style sheet"""
BOOK_STYLE = "book.css"


@dataclass(frozen=True, slots=True, repr=False)
class Pack:
    """A pack, read and judged. `Pack.load(folder)` reads one from any folder."""

    name: str
    folders: tuple[Path, ...]
    """where its templates and styles are looked for, its own first, the shared base last"""
    own: tuple[Path, ...]
    """those of them that are not shipped"""
    layout: Layout

    def __repr__(self) -> str:
        return f"<Pack {self.name}, {self.folders[0]}, themes: {', '.join(self.layout.themes)}>"

    @classmethod
    def load(cls, folder: str | Path) -> Pack:
        """The pack of a folder. Raises WrongUse, with file, line and key, for what is wrong.

        Nothing is remembered: an edited file counts at the next call.
        """
        hold_type("folder", folder, str, PathLike)
        home = Path(folder)
        read = read_pack(home, packs() if (home / PACK_FILE).is_file() else shipped_packs())
        base = shelf_root() / BASE
        own = tuple(one for one in read.folders if not _is_shipped(one))
        if own:
            # The help names the shipped packs, and reads no template.
            from edition.packs.templatecheck import check_templates

            check_templates(own, base)
        return cls(read.name, (*read.folders, base), own, read.layout)

    @staticmethod
    def known() -> dict[str, Path]:
        """Every pack that can be named, and its folder: shipped, `EDITION_PACKS`, entry points.

        Of two with one name the first counts. Raises WrongUse when an installed package offers a
        pack and fails.
        """
        return packs()

    def check(self) -> tuple[Diagnostic, ...]:
        """What a designer should know: names in its styles that mean nothing, what its fonts lack.

        What makes a pack unusable is raised by `load` and by this. Raises WrongUse.
        """
        for theme in (None, *self.layout.themes):
            self.style(theme)
        return (*self.style_findings(), *font_findings(self.layout.faces), *self._margins())

    def style_findings(self) -> tuple[Diagnostic, ...]:
        """Properties nobody knows, and selectors that match nothing in any page."""
        return style_findings(tuple(reversed(self.own)), self.folders, self._words())

    def style(self, theme: str | None = None) -> str:
        """The CSS of the page: the shared style, those it extends, its own files, its theme.

        Raises WrongUse for an unknown theme, and for what could hide or move copy.
        """
        if theme is not None:
            hold_type("theme", theme, str)
        texts: list[str] = []
        for folder in reversed(self.folders):
            for path in sorted(folder.glob("*.css")):
                if folder not in self.own:
                    texts.append(_text(path))
                elif path.name != BOOK_STYLE:
                    texts.append(self._checked(path))
        return "\n".join([*texts, *([self._theme(theme)] if theme is not None else [])])

    @property
    def book(self) -> str:
        """What the pack adds to the style of the book; empty where it adds nothing."""
        files = [folder / BOOK_STYLE for folder in reversed(self.own)]
        return "\n".join(self._checked(path, book=True) for path in files if path.is_file())

    def _words(self) -> tuple[str, ...]:
        return tuple(band.name for band in self.layout.bands)

    def _margins(self) -> tuple[Diagnostic, ...]:
        grid = self.layout.grid
        if grid.inner is None or grid.outer is None:
            return ()
        inner = grid.left()
        outer = grid.page_width - inner - grid.width * grid.em * 25.4 / 72
        if abs(inner - grid.inner) < 0.5:
            return ()
        return (Diagnostic("pack_margins", {"inner": inner, "outer": outer}),)

    def _theme(self, theme: str) -> str:
        known = self.layout.themes
        if theme not in known:
            fault = "unknown_theme" if known else "no_themes"
            raise WrongUse(
                fault, layout=self.name, theme=theme, known=known, near=nearest(theme, known)
            )
        path = next(
            found for folder in self.folders
            if (found := folder / "themes" / f"{theme}.css").is_file()
        )
        css = _text(path)
        check_theme(css, str(path), tuple(self.layout.faces))
        return css

    def _checked(self, path: Path, *, book: bool = False) -> str:
        css = _text(path)
        check_style(css, str(path), tuple(self.layout.faces), book=book)
        return css


def _is_shipped(folder: Path) -> bool:
    """True for a folder of the shipped packs, which are not judged at every page."""
    return folder.resolve().parent == shelf_root().resolve()


def _text(path: Path) -> str:
    data = path.read_bytes()
    if len(data) > MOST_STYLE:
        raise WrongUse("pack_file_large", where=str(path), most=MOST_STYLE // 1000)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WrongUse(
            "style_not_text", where=str(path), error=str(error), number=error.start + 1
        ) from error
