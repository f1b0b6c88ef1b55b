"""The engine's declarations of Pango and its fellows, compiled before.

The engine has eight hundred lines of C read anew whenever it loads. What comes of them lies in
`pango.abi`, with a digest of the lines; for other lines, as of another release, they are read.
`python -m bench bindings` writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("pango.abi")
DECLARED = """FcConfig * FcConfigCreate (void); FcBool FcConfigBuildFonts (FcConfig *config);
gpointer g_object_ref (gpointer object);"""
"""what the house asks for beside what the engine does"""


class Bindings:
    """Stands for the engine's `FFI` until its declarations are known, then for what they make."""

    real: Any

    def __init__(self, read: Callable[[], Any]) -> None:
        self._read = read

    def cdef(self, words: str) -> None:
        """Take the declarations; `read` makes what can read any."""
        self.real = compiled(words)
        if self.real is None:
            self.real = self._read()
            self.real.cdef(words)
            self.real.cdef(DECLARED)

    def dlopen(self, name: str, flags: int = 0) -> Any:
        """A library by the name of its file; another name would be looked for with a compiler."""
        if ".so" not in name:
            raise OSError(f"{name} is no file of a library")
        return self.real.dlopen(name, flags)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def compiled(words: str) -> Any:
    """Bindings of the declarations as they were compiled; None where they are other ones."""
    try:
        held = json.loads(FILE.read_text(encoding="utf-8"))
        if held["digest"] != digest(words):
            return None
        given = {f"_{name}": _in_bytes(value) for name, value in held["parts"].items()}
        return import_module("_cffi_backend").FFI("edition_pango", **given)
    except (OSError, ValueError, LookupError, TypeError, ImportError):
        return None


def digest(words: str) -> str:
    """What tells the engine's declarations from others."""
    return sha256(f"{words}\0{DECLARED}".encode()).hexdigest()


def _in_bytes(value: Any) -> Any:
    """A value as the library takes it: bytes for text, tuples for lists."""
    if isinstance(value, str):
        return value.encode("latin-1")
    return tuple(map(_in_bytes, value)) if isinstance(value, list) else value
