"""The objects of a drawn file before it is written: its pages, and what a reference leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def pages_of(pdf: Any) -> Iterator[Any]:
    """The pages of the file in their order."""
    for number in pdf.pages["Kids"][::3]:
        yield pdf.objects[number]


def meant(pdf: Any, value: Any) -> Any:
    """An object of the file, itself or by its reference."""
    return value if isinstance(value, dict) else pdf.objects[number_of(value)]


def number_of(reference: Any) -> int:
    """The number of the object a reference leads to."""
    return int(reference.split()[0])
