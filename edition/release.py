"""Which release this is: from the package's metadata, or in a checkout from its project file."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_UNKNOWN = "0+unknown"


def _release() -> str:
    try:
        return version("edition")
    except PackageNotFoundError:
        project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    try:
        said = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return _UNKNOWN
    return f"{said}+checkout"


__version__ = _release()
