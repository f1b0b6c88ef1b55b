"""Objects of a finished file, whose bytes are asked for twice: to be written, and for its name."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pydyf


class _KeptStream(pydyf.Stream):  # type: ignore[misc]  # the library ships no types
    @cached_property
    def data(self) -> Any:
        return pydyf.Stream.data.fget(self)


class _KeptDictionary(pydyf.Dictionary):  # type: ignore[misc]  # the library ships no types
    @cached_property
    def data(self) -> Any:
        return pydyf.Dictionary.data.fget(self)


_KEPT = ((pydyf.Stream, _KeptStream), (pydyf.Dictionary, _KeptDictionary))


def keep_bytes(objects: list[Any]) -> None:
    """Let the objects of a file make their bytes once; nothing of them may be changed any more."""
    for item in objects:
        for base, kind in _KEPT:
            if isinstance(item, base) and type(item).data is base.data:
                item.__class__ = kind
