"""Regular expressions that are compiled when they are first used, not where they stand.

A command tries a third of those that its rooms hold, and in Python 3.11 compiling one that speaks
of all Han characters takes a millisecond for each time it does: the library walks through them one
by one. There a copy of its compiler is used that takes them as a whole, and each set once; what it
makes is the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cached_property, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any, cast

_WALKS = (3, 11)
"""the release whose compiler walks"""
_BMP, _LATIN = 0x10000, 0x100
Compile = Callable[[str, int], "re.Pattern[str]"]


class _Late:
    """Stands for a compiled expression; what was asked of it before is found at once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return _compiler()(self.pattern, int(self.flags))

    def __getattr__(self, name: str) -> Any:
        asked = vars(self)[name] = getattr(self._compiled, name)
        return asked


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression; what is wrong with it is raised at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


@lru_cache(maxsize=1)
def _compiler() -> Compile:
    """What compiles an expression."""
    if sys.version_info[:2] != _WALKS or sys.implementation.name != "cpython":
        return cast(Compile, re.compile)
    own = _copy()
    slow = own._optimize_charset
    known: dict[tuple[Any, ...], tuple[list[Any], bool]] = {}

    def of_set(charset: list[Any], *case: Any) -> tuple[list[Any], bool]:
        fixup = case[1] if case else None
        key = (*charset, fixup)
        if key not in known:
            known[key] = slow(charset, *case) if fixup else _set(own, charset)
        return known[key]

    own._optimize_charset = of_set
    return cast(Compile, own.compile)


def _copy() -> Any:
    """The library's compiler a second time; its own stays as it is."""
    first = sys.modules["re._compiler"]
    spec = spec_from_file_location("re.edition_compiler", first.__file__)
    assert spec is not None and spec.loader is not None
    own = module_from_spec(spec)
    spec.loader.exec_module(own)
    return own


def _set(own: Any, charset: list[Any]) -> tuple[list[Any], bool]:
    """A set of characters as the compiler writes it: ranges, or a map of bits."""
    out: list[Any] = []
    tail: list[Any] = []
    ranges: list[tuple[int, int]] = []
    for op, value in charset:
        if op is own.NEGATE:
            out.append((op, value))
        elif op is own.LITERAL or op is own.RANGE:
            first, last = value if op is own.RANGE else (value, value)
            if first < _BMP:
                ranges.append((first, min(last, _BMP - 1)))
            if last >= _BMP:
                tail.append((op, value))
        else:
            tail.append((op, value))
    runs = _merged(ranges)
    if len(runs) <= 2:
        for first, last in runs:
            out.append((own.LITERAL, first) if first == last else (own.RANGE, (first, last)))
        out += tail
        return (out if len(out) < len(charset) else charset), False
    out.append(_bits(own, runs, big=bool(_is_far(tail, own)) or runs[-1][1] >= _LATIN))
    return out + tail, False


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _is_far(tail: list[Any], own: Any) -> bool:
    """True where a part of the set lies beyond the basic plane."""
    return any(op is own.LITERAL or op is own.RANGE for op, _ in tail)


def _bits(own: Any, runs: list[tuple[int, int]], *, big: bool) -> tuple[Any, list[int]]:
    """A map of bits; a big one in blocks, each kept once."""
    held = bytearray(_BMP if big else _LATIN)
    for first, last in runs:
        held[first:last + 1] = b"\1" * (last + 1 - first)
    if not big:
        return own.CHARSET, own._mk_bitmap(held)
    blocks: dict[bytes, int] = {}
    order = bytearray(
        blocks.setdefault(bytes(held[at:at + _LATIN]), len(blocks))
        for at in range(0, _BMP, _LATIN)
    )
    data = own._mk_bitmap(b"".join(blocks))
    return own.BIGCHARSET, [len(blocks), *own._bytes_to_codes(order), *data]
