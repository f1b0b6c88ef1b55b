"""The door of WeasyPrint: an engine of the house's own, beside the one the host may use.

The library is loaded a second time under a name of its own. This copy knows no system font, logs
to nobody and leaves Pillow's switches as it found them, so that a host which uses WeasyPrint
before, after or between our pages sees none of it.
"""

from __future__ import annotations

import builtins
import logging
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

from edition.copy.pillow import pillow
from edition.errors import MissingResource
from edition.libraries import own, place, run, shell

_DECLARED = "FcConfig * FcConfigCreate (void); FcBool FcConfigBuildFonts (FcConfig *config);"


def engine() -> Any:
    """The copy of the package `weasyprint`, loaded once. Raises MissingResource without Pango."""
    try:
        return import_module(own("weasyprint", _prepare))
    except OSError as error:  # pragma: no cover - needs a machine without Pango
        raise MissingResource("no_pango", reason=str(error).splitlines()[0]) from error


def part(name: str) -> Any:
    """A module of the copy: `urls`, `text.fonts`."""
    return import_module(f"{engine().__name__}.{name}")


def _prepare(name: str) -> None:
    place(f"{name}.logger", _silent(f"{name}.logger"))
    _prepare_fonts(name)
    _prepare_pictures(name)


def _silent(name: str) -> ModuleType:
    """The library's module of loggers, with loggers that hang on no tree."""
    module: Any = ModuleType(name)
    for kind in ("LOGGER", "PROGRESS_LOGGER"):
        logger = logging.Logger(f"edition.{kind.lower()}")
        logger.addHandler(logging.NullHandler())
        setattr(module, kind, logger)
    found: ModuleType = module
    return found


def _prepare_fonts(name: str) -> None:
    """Load the engine's bindings, silent where a library is missing, and hide system fonts."""
    import_module(f"{name}.text")
    bindings: Any = shell(f"{name}.text.ffi")
    bindings.print = _unsaid
    run(bindings)
    bindings.ffi.cdef(_DECLARED)
    bindings.fontconfig = NoSystemFonts(bindings.fontconfig)


def _unsaid(*words: object) -> None:
    """Stands for `print`: what is missing is said by the error that is raised."""


def _prepare_pictures(name: str) -> None:
    """Let the engine's module of pictures use our Pillow; it runs when first asked for a name.

    As it loads it would allow pictures that were cut off, for everybody.
    """
    images: Any = shell(f"{name}.images")
    pillows = SimpleNamespace(
        **{part: pillow(part) for part in ("EpsImagePlugin", "Image", "ImageOps")},
        ImageFile=SimpleNamespace(),
    )
    images.__builtins__ = {**vars(builtins), "__import__": _finding({"PIL": pillows})}

    def first_asked(wanted: str) -> object:
        del images.__getattr__
        run(images)
        return getattr(images, wanted)

    images.__getattr__ = first_asked


def _finding(ours: Mapping[str, object]) -> Callable[..., Any]:
    """An `import` that finds these instead."""

    def imported(name: str, *rest: Any) -> Any:
        return ours[name] if name in ours else builtins.__import__(name, *rest)

    return imported


class NoSystemFonts:
    """fontconfig as the engine calls it; where it asks for the system's fonts it gets none.

    The process's own configuration is neither read nor changed.
    """

    def __init__(self, library: Any) -> None:
        self.library = library

    def __getattr__(self, name: str) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(self.library, name)
        return found

    def FcInitLoadConfigAndFonts(self) -> Any:  # noqa: N802  # the library's own name
        """A configuration that holds no font and no rule."""
        config = self.library.FcConfigCreate()
        self.library.FcConfigBuildFonts(config)
        return config

    def FcConfigGetFonts(self, config: Any, kind: int) -> Any:  # noqa: N802  # as above
        """Asked once, when the engine loads, and only so that it may warn of no fonts."""
        return SimpleNamespace(nfont=1)
