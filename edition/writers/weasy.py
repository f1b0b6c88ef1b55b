"""The door of WeasyPrint: an engine of the house's own, beside the one the host may use.

The library is loaded a second time under a name of its own. This copy knows no system font, logs
to nobody and leaves Pillow's switches as it found them, so that a host which uses WeasyPrint
before, after or between our pages sees none of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

from edition.copy.pillow import pillow
from edition.errors import MissingResource
from edition.libraries import own, place, run, seeing, shell, unheard, when_asked
from edition.writers.enginestyle import let_styles_wait, sheets_for
from edition.writers.latefonts import let_fonts_wait
from edition.writers.makeready import make_ready
from edition.writers.nonetwork import cut_off
from edition.writers.pangoabi import DECLARED, Bindings


def engine() -> Any:
    """The copy of the package `weasyprint`, loaded once. Raises MissingResource without Pango."""
    try:
        return _loaded()
    except OSError as error:  # pragma: no cover - needs a machine without Pango
        raise MissingResource("no_pango", reason=str(error).splitlines()[0]) from error


@lru_cache(maxsize=1)
def _loaded() -> Any:
    name = own("weasyprint", _prepare)
    make_ready()
    import_module("edition.writers.tagged.tagtree").exchange()
    found: Any = import_module(name)
    found.HTML._ua_stylesheets = lambda html, forms=False: sheets_for(html, found)
    return found


def part(name: str) -> Any:
    """A module of the copy: `urls`, `text.fonts`."""
    return import_module(f"{engine().__name__}.{name}")


def _prepare(name: str) -> None:
    place(f"{name}.logger", _silent(f"{name}.logger"))
    cut_off(name)
    _prepare_fonts(name)
    let_fonts_wait(name)
    _prepare_pictures(name)
    _prepare_metadata(name)
    let_styles_wait(sys.modules[name])


def _silent(name: str) -> ModuleType:
    """The library's module of loggers, with loggers that hang on no tree."""
    module: Any = ModuleType(name)
    for kind in ("LOGGER", "PROGRESS_LOGGER"):
        setattr(module, kind, unheard(name))
    found: ModuleType = module
    return found


def _prepare_fonts(name: str) -> None:
    """Load the engine's bindings, silent where a library is missing, and hide system fonts."""
    import_module(f"{name}.text")
    try:
        bindings = _bindings(name, by_file=sys.platform == "linux")
    except OSError:
        bindings = _bindings(name, by_file=False)
    bindings.fontconfig = NoSystemFonts(bindings.fontconfig)


def _bindings(name: str, *, by_file: bool) -> Any:
    """The engine's bindings, loaded; `by_file` asks for libraries by their file names alone.

    A library of another name is looked for by running a compiler and a linker, eleven times.
    """
    bindings: Any = shell(f"{name}.text.ffi")
    bindings.print = _unsaid
    if not by_file:
        run(bindings)
        bindings.ffi.cdef(DECLARED)
        return bindings
    seeing(bindings, {"cffi": SimpleNamespace(FFI=lambda: Bindings(_reader))})
    run(bindings)
    bindings.ffi = bindings.ffi.real
    return bindings


def _reader() -> Any:
    """A reader of declarations in C, slow to load, that knows a library by its file's name only."""
    base: Any = import_module("cffi").FFI
    opened = import_module("ctypes").CDLL

    class ByFileNames(base):  # type: ignore[misc]  # the library ships no types
        def dlopen(self, name: str, flags: int = 0) -> Any:
            opened(name)  # Raises where there is none; the base would go on looking for it.
            return super().dlopen(name, flags)

    return ByFileNames()


def _unsaid(*words: object) -> None:
    """Stands for `print`: what is missing is said by the error that is raised."""


def _prepare_pictures(name: str) -> None:
    """Let the engine's module of pictures use our Pillow.

    As it loads it would allow pictures that were cut off, for everybody.
    """
    images = shell(f"{name}.images")
    pillows = SimpleNamespace(
        **{part: pillow(part) for part in ("EpsImagePlugin", "Image", "ImageOps")},
        ImageFile=SimpleNamespace(),
    )
    seeing(images, {"PIL": pillows})
    when_asked(images)


def _prepare_metadata(name: str) -> None:
    """As it loads it would name the prefixes of XML for everybody."""
    metadata, trees = shell(f"{name}.pdf.metadata"), f"{own('xml', _plain)}.etree.ElementTree"
    seeing(metadata, {"xml.etree.ElementTree": import_module(trees)})
    when_asked(metadata)


def _plain(name: str) -> None:
    """An ElementTree in Python alone: its compiled part is one for the whole process."""
    import_module(f"{name}.etree")
    tree = shell(f"{name}.etree.ElementTree")
    seeing(tree, {"_elementtree": None})
    run(tree)


class NoSystemFonts:
    """fontconfig as the engine calls it; where it asks for the system's fonts it gets none.

    The process's own configuration is neither read nor changed.
    """

    def __init__(self, library: Any) -> None:
        self.library = library

    def __getattr__(self, name: str) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(self.library, name)
        return found

    def FcInitLoadConfigAndFonts(self) -> Any:
        """A configuration that holds no font and no rule."""
        config = self.library.FcConfigCreate()
        self.library.FcConfigBuildFonts(config)
        return config

    def FcConfigGetFonts(self, config: Any, kind: int) -> Any:
        """Asked once, when the engine loads, and only so that it may warn of no fonts."""
        return SimpleNamespace(nfont=1)
