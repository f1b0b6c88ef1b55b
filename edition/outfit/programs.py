"""The programs of others that turn documents into copy: which are here, and where.

LibreOffice and pdftotext (poppler) are never asked for by the installation: who has them reads
.doc, .wps, .rtf, .odt and .pdf besides.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from edition.errors import MissingResource
from edition.messages.texts import Phrase, Value

SOFFICE = "soffice"
PDFTOTEXT = "pdftotext"
TITLES: Mapping[str, str] = MappingProxyType({SOFFICE: "LibreOffice", PDFTOTEXT: "pdftotext"})
"""program → how it is called in sentences"""
CONVERTERS: Mapping[str, str] = MappingProxyType({
    ".doc": SOFFICE, ".odt": SOFFICE, ".pdf": PDFTOTEXT, ".rtf": SOFFICE, ".wps": SOFFICE,
})
"""suffix → the program that makes copy of such a file"""
GET_PROGRAM: Mapping[str, Mapping[str, str]] = MappingProxyType({
    SOFFICE: {
        "debian": "apt install libreoffice-writer", "fedora": "dnf install libreoffice-writer",
        "macos": "brew install --cask libreoffice",
        "windows": "winget install TheDocumentFoundation.LibreOffice",
    },
    PDFTOTEXT: {
        "debian": "apt install poppler-utils", "fedora": "dnf install poppler-utils",
        "macos": "brew install poppler", "windows": "winget install oschwartz10612.Poppler",
    },
})
"""program → system → the command that brings it"""
_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    # On Windows only soffice.com waits for its work to be done.
    SOFFICE: ("soffice.com", "soffice", "libreoffice") if os.name == "nt" else (
        "soffice", "libreoffice"),
    PDFTOTEXT: ("pdftotext",),
})
_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    SOFFICE: (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:\\Program Files\\LibreOffice\\program\\soffice.com",
        "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
    ),
    PDFTOTEXT: ("/opt/homebrew/bin/pdftotext", "/usr/local/bin/pdftotext"),
})
"""program → where its installers put it without telling PATH"""


@dataclass(frozen=True, slots=True)
class Program:
    """One program of others, and where it was found."""

    name: str
    """`soffice` or `pdftotext`"""
    file: str = ""
    """its whole path; empty where it is missing"""

    @property
    def title(self) -> str:
        """How sentences call it."""
        return TITLES[self.name]


def program(name: str) -> Program:
    """A program by its name, looked for on PATH and where its installer puts it."""
    for candidate in _NAMES[name]:
        found = shutil.which(candidate)
        if found:
            return Program(name, os.path.abspath(found))
    here = next((place for place in _PLACES[name] if Path(place).is_absolute()
                 and os.access(place, os.X_OK)), "")
    return Program(name, here)


def can_convert() -> frozenset[str]:
    """The suffixes whose program is here."""
    here = {found.name for found in programs() if found.file}
    return frozenset(suffix for suffix, name in CONVERTERS.items() if name in here)


def how_to_get(suffix: str) -> dict[str, Value]:
    """The values of a sentence about the program that a suffix wants."""
    name = CONVERTERS[suffix]
    return {"program": TITLES[name], "how": Phrase("get_program", GET_PROGRAM[name])}


def converter_missing(where: str, suffix: str) -> MissingResource:
    """The error that the program which reads a suffix is not installed, and how to get it."""
    return MissingResource("converter_missing", where=where, **how_to_get(suffix))


def programs() -> tuple[Program, ...]:
    """Every program, found or not."""
    return tuple(program(name) for name in TITLES)
