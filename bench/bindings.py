"""The engine's declarations of Pango, compiled into `edition/writers/pango.abi`.

    python -m bench bindings

Run it after the release of WeasyPrint or of cffi changes; a test tells when.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edition.libraries import folder_of
from edition.writers.pangoabi import DECLARED, FILE, digest


def declarations() -> str:
    """The engine's C, as its module has it."""
    source = (folder_of("weasyprint") / "text" / "ffi.py").read_text(encoding="utf-8")
    found = re.search(r"ffi\.cdef\('''(.*?)'''\)", source, re.DOTALL)
    if found is None:
        raise SystemExit("the engine declares nothing")
    return found[1]


def parts(words: str) -> dict[str, Any]:
    """What cffi makes of declarations, as values of JSON."""
    import cffi

    ffi = cffi.FFI()
    ffi.cdef(words)
    ffi.cdef(DECLARED)
    ffi.set_source("edition_pango", None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition_pango.py"
        ffi.emit_python_code(str(path))
        source = path.read_text(encoding="utf-8")
    given: dict[str, Any] = {}
    made: dict[str, Any] = {
        "_cffi_backend": type("Backend", (), {"FFI": lambda _, **named: given.update(named)})
    }
    exec(source.replace("import _cffi_backend", ""), made)
    return {name.lstrip("_"): _in_text(value) for name, value in given.items()}


def _in_text(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return [_in_text(one) for one in value] if isinstance(value, tuple) else value


def written() -> str:
    """The file as it should be."""
    words = declarations()
    made = {"digest": digest(words), "parts": parts(words)}
    return json.dumps(made, indent=0, separators=(",", ":")) + "\n"


def main(argv: Sequence[str]) -> int:
    """Write the file."""
    FILE.write_text(written(), encoding="utf-8")
    return 0
