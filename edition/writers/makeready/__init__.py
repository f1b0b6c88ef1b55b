"""The engine made ready for pages of placed lines: what is alike in many of them is reckoned once.

The engine lays out any page there is, and reckons each line as if it were the only one of its
kind. Here functions of the house's own copy are exchanged for others that give the same, and ask
the library's whenever a page holds what they do not know. The host's copy is not touched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

_T = TypeVar("_T")

KNOWN = ("70.0",)
"""Releases of the library whose functions are known; any other stays as it is."""
ENGINE = "edition_weasyprint"
_STEPS = ("plainmarkup", "cascade", "usedlengths", "pangolines", "placedlines", "ink")


def make_ready() -> None:
    """Exchange the functions, once, where the engine is loaded."""
    if engine_part("").VERSION in KNOWN:
        for step in _STEPS:
            import_module(f"{__name__}.{step}").exchange()


def engine_part(name: str) -> Any:
    """A module of the engine; the engine itself without a name."""
    return import_module(f"{ENGINE}.{name}" if name else ENGINE)


def put_for(old: object, new: object) -> None:
    """Let every module of the engine find `new` where it has `old`."""
    for name, module in list(sys.modules.items()):
        if name == ENGINE or name.startswith(f"{ENGINE}."):
            held = vars(module)
            for key in [key for key, value in held.items() if value is old]:
                held[key] = new


def kept(style: Any) -> dict[Any, Any]:
    """What was reckoned for a style, and for all that differ from it in their place alone."""
    try:
        found: dict[Any, Any] = style.kept
    except AttributeError:
        found = style.kept = {}
    return found


def once(reckon: Callable[[Any], _T]) -> Callable[[Any], _T]:
    """What is reckoned of a style, reckoned once for all that share what is `kept`."""

    def asked(style: Any) -> _T:
        known = kept(style)
        if reckon not in known:
            known[reckon] = reckon(style)
        found: _T = known[reckon]
        return found

    return asked
