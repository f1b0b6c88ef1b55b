"""The libraries of the system that WeasyPrint draws with: which are here, and how to get the rest.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_BREW = ("/opt/homebrew/lib", "/usr/local/lib")
_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": (
        "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll",
    ),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""name → the files it can be, as Linux, macOS and Windows call them"""
_VERSIONS = {"pango": "pango_version_string", "harfbuzz": "hb_version_string"}

GET: Mapping[str, str] = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "alpine": "sudo apk add pango fontconfig",
    "arch": "sudo pacman -S pango",
    "macos": "brew install pango",
    "windows": "pacman -S mingw-w64-x86_64-pango",
}
"""system → the command that brings the libraries; that of Windows is given in the MSYS2 shell"""
NAMES: Mapping[str, str] = {
    "debian": "Debian", "ubuntu": "Ubuntu", "fedora": "Fedora", "alpine": "Alpine",
    "arch": "Arch", "macos": "macOS", "windows": "Windows (MSYS2)",
}
TOLD = ("debian", "ubuntu", "fedora", "macos", "windows")
"""the systems that are named where this one is none we know"""


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """One library, and what was found of it."""

    name: str
    file: str = ""
    """the name it was opened by; empty where it is missing"""
    version: str = ""


def libraries() -> tuple[SystemLibrary, ...]:
    """Every library the page needs, opened or not."""
    return tuple(_opened(name, files) for name, files in _LIBRARIES.items())


def _opened(name: str, files: tuple[str, ...]) -> SystemLibrary:
    tried = (*files, *(f"{folder}/{file}" for folder in _BREW for file in files[1:2]))
    for file in tried:
        with suppress(OSError):
            return SystemLibrary(name, file, _version(name, ctypes.CDLL(file)))
    return SystemLibrary(name)


def _version(name: str, opened: ctypes.CDLL) -> str:
    ask = getattr(opened, _VERSIONS.get(name, ""), None) if name in _VERSIONS else None
    if ask is None:
        return ""
    ask.restype = ctypes.c_char_p
    return (ask() or b"").decode("ascii", "replace")


def system_of(platform: str, release: Path = Path("/etc/os-release")) -> str:
    """The key of `GET` for this system, by `sys.platform` and the release file; empty if unknown.
    """
    if platform == "darwin":
        return "macos"
    if platform in ("win32", "cygwin", "msys"):
        return "windows"
    with suppress(OSError, UnicodeDecodeError):
        found = dict(
            line.split("=", 1) for line in release.read_text("utf-8").splitlines() if "=" in line
        )
        named = [found.get("ID", ""), *found.get("ID_LIKE", "").strip('"').split()]
        known = {"rhel": "fedora", "centos": "fedora", "linuxmint": "ubuntu", "pop": "ubuntu"}
        for name in named:
            key = known.get(name.strip('"'), name.strip('"'))
            if key in GET:
                return key
    return ""


def commands_for(system: str) -> tuple[tuple[str, str], ...]:
    """(system, command) to say: that of this one, else those of the five most used."""
    return tuple((NAMES[key], GET[key]) for key in ((system,) if system in GET else TOLD))
