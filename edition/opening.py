"""The one look upward: a constructor of the model that needs a room above the model.

`Edition.build` judges what it makes and `Picture.from_bytes` opens a picture. Both rooms stand on
the model, so that they are opened by name when the constructor is called, and nowhere else.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def opened(room: str, name: str) -> Any:
    """`name` of the module `edition.ROOM`."""
    return getattr(import_module(f"edition.{room}"), name)
