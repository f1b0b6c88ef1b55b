"""fontTools for the engine, which uses it for faces of colour, of many weights or in web formats,
and loads it for every page: here it is loaded when such a face comes."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

from edition.libraries import seeing, shell, when_asked

_TTLIB = "fontTools.ttLib"
_USED = {
    "text.fonts": {"TTFont": _TTLIB, "woff2": _TTLIB},
    "pdf.fonts": {
        "subset": "fontTools", "TTFont": _TTLIB, "TTLibError": _TTLIB, "ttFont": _TTLIB,
        "instantiateVariableFont": "fontTools.varLib.instancer",
    },
}
"""module of the engine → names it takes of the library, and whence"""


class _Late:
    """Stands for a name of the library until any of the module's is used; then all are there."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module = module
        self._name = name

    def _found(self) -> Any:
        held = vars(self._module)
        for name, source in _USED[self._module.__name__.partition(".")[2]].items():
            held[name] = getattr(import_module(source), name, None) or \
                import_module(f"{source}.{name}")
        return held[self._name]

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._found()(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)


def let_fonts_wait(engine: str) -> None:
    """Let the modules of fonts of the engine load without the library."""
    for place, names in _USED.items():
        module = shell(f"{engine}.{place}")
        found: dict[str, SimpleNamespace] = {}
        for name, source in names.items():
            # An error that is caught needs no name before it can be raised.
            late = () if name.endswith("Error") else _Late(module, name)
            vars(found.setdefault(source, SimpleNamespace()))[name] = late
        seeing(module, found)
        when_asked(module)
