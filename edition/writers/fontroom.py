"""The fonts one page may use: those of its style sheet, and never none at all.

With no face at all the text engine would end the whole process, whatever the reason: a template
without the style sheet, a font that cannot be opened. Then a face of boxes stands in.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from edition.writers.weasy import part

_APPLICATION = 1
"""fontconfig's number of the set of fonts that a program has added"""


def font_room() -> Any:
    """A configuration of fonts for one document; it holds nothing yet."""
    return _kind()()


@lru_cache(maxsize=1)
def _last_resort() -> bytes:
    from edition.writers.code_boxes import box_face  # Slow to load, and hardly ever needed.

    return box_face("?", "edition-last-resort")


@lru_cache(maxsize=1)
def _kind() -> Any:
    """The engine's class of configurations, with a face for the text that would have none."""
    base: Any = part("text.fonts").FontConfiguration

    class FontRoom(base):  # type: ignore[misc]  # the library ships no types
        _faceless: bool
        """True from the beginning until text is laid out, but for the reading of a face"""
        _folder: Path | None
        """the library's own: where the faces of one document lie"""

        def __init__(self) -> None:
            self._faceless = False
            super().__init__()
            self._faceless = True

        @property
        def font_map(self) -> Any:
            """What text is laid out with; asked for by the engine at each line of text."""
            if self._faceless:
                self._faceless = False
                _stand_in(self)
            return self._font_map

        @font_map.setter
        def font_map(self, made: Any) -> None:
            self._font_map = made

        def add_font_face(self, descriptors: Any, fetcher: Any) -> Any:
            held, self._faceless = self._faceless, False
            found = super().add_font_face(descriptors, fetcher)
            self._faceless = held
            return found

        def close(self) -> None:
            """Remove the files of the faces; the page is drawn."""
            if self._folder is not None:
                rmtree(self._folder, ignore_errors=True)

    return FontRoom


def _stand_in(room: Any) -> None:
    """Add the face of boxes to a room that has no face at all."""
    bindings = part("text.ffi")
    library = bindings.fontconfig.library
    held = library.FcConfigGetFonts(room._config, _APPLICATION)
    if held != bindings.ffi.NULL and held.nfont > 0:
        return
    if room._folder is None:
        room._folder = Path(mkdtemp(prefix="weasyprint-"))
    file = room._folder / "last-resort"
    file.write_bytes(_last_resort())
    library.FcConfigAppFontAddFile(room._config, os.fsencode(file))
    bindings.pangoft2.pango_fc_font_map_config_changed(
        bindings.ffi.cast("PangoFcFontMap *", room._font_map)
    )
