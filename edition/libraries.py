"""Libraries loaded a second time, under a name of the house's own, beside the host's copy.

A library that sets something for the whole process, as it loads or as it is used, sets it in the
house's copy only; and what the host has set in its own changes nothing here.
"""

from __future__ import annotations

import builtins
import logging
import sys
from collections.abc import Callable, Mapping
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Lock, RLock
from types import ModuleType
from typing import Any

_LOADING = RLock()
PDFIUM = Lock()
"""PDFium may be asked by one thread at a time; who asks it holds this."""


def own(library: str, prepare: Callable[[str], None] | None = None) -> str:
    """Load a copy of the package `library` once, and return the name it is imported by.

    `prepare` is called with that name before any line of the package has run. Raises what the
    package raises; then nothing of the copy is left.
    """
    name = f"edition_{library}"
    with _LOADING:
        if name not in sys.modules:
            try:
                module = _place(_copied(library, name))
                if prepare is not None:
                    prepare(name)
                run(module)
            except BaseException:
                for part in [n for n in sys.modules if n == name or n.startswith(f"{name}.")]:
                    del sys.modules[part]
                raise
    return name


def folder_of(library: str) -> Path:
    """Where the files of a package lie; nothing of it is run. Raises ModuleNotFoundError."""
    origin = _found(library).origin
    assert origin is not None
    return Path(origin).parent


def _found(library: str) -> ModuleSpec:
    found = find_spec(library)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"No module named {library!r}", name=library)
    return found


def _copied(library: str, name: str) -> ModuleSpec | None:
    found = _found(library)
    return spec_from_file_location(
        name, found.origin,
        submodule_search_locations=list(found.submodule_search_locations or ()),
    )


def _place(spec: ModuleSpec | None) -> ModuleType:
    if spec is None:  # pragma: no cover - a package whose file has gone
        raise ImportError("a module has no file")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    return module


def shell(name: str) -> ModuleType:
    """The module `name` of a copy, in its place and not run yet; nor is any package it is in."""
    top, *inner = name.split(".")
    file = Path(sys.modules[top].__path__[0]).joinpath(*inner).with_suffix(".py")
    return _place(spec_from_file_location(name, file))


def place(name: str, module: ModuleType) -> None:
    """Let `module` be what a copy imports by `name`."""
    sys.modules[name] = module


def run(module: ModuleType) -> None:
    """Run the file of a module that stands in its place, and hang it on its package."""
    spec = module.__spec__
    assert spec is not None and spec.loader is not None
    spec.loader.exec_module(module)
    package, _, last = spec.name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)


def seeing(module: ModuleType, others: Mapping[str, object]) -> None:
    """Let a module that has not run yet find `others` where it imports; None is not there."""

    def imported(name: str, *rest: Any) -> Any:
        if name not in others:
            return builtins.__import__(name, *rest)
        if others[name] is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return others[name]

    vars(module)["__builtins__"] = {**vars(builtins), "__import__": imported}


def when_asked(module: ModuleType) -> None:
    """Let a module in its place run when the first name is asked of it, not before."""

    def first_asked(name: str) -> object:
        del vars(module)["__getattr__"]
        run(module)
        return getattr(module, name)

    vars(module)["__getattr__"] = first_asked


def unheard(name: str) -> logging.Logger:
    """A logger that hangs on no tree: what it is told nobody hears."""
    logger = logging.Logger(name)
    logger.addHandler(logging.NullHandler())
    return logger
