"""What a printer is handed: a drawn file as PDF/X-4, its colours in four inks, marks round its
pages.

The engine draws the page with its bleed and claims the standard; what it leaves in lights, and
what it takes from the clock, is mended here before the file is written. Same input, same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pydyf

from edition.copy.inkprofiles import PressInks, digest
from edition.writers.press.inked import Inker
from edition.writers.press.sheetmarks import mark_page
from edition.writers.tagged.drawnobjects import meant, pages_of

VARIANT = "pdf/x-4"
_CHANCE = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class ForPress:
    """How a file is made for a press."""

    inks: PressInks
    name: str
    """what its profile is called"""
    bleed: float
    """mm by which what stands at the edge of the sheet is printed beyond it"""

    def style(self) -> str:
        """What the engine must be told beside the style of the page."""
        return f"@page{{bleed:{self.bleed}mm}}.page{{overflow:visible}}"

    def finish(self, pdf: Any, identifier: str) -> None:
        """Make a drawn file one for the press."""
        Inker(pdf, self.inks).ink()
        for page in pages_of(pdf):
            mark_page(pdf, page, self.bleed)
        self._intend(pdf)
        self._name(pdf, identifier)

    def _intend(self, pdf: Any) -> None:
        """Say for which press the inks are meant."""
        profile = pydyf.Stream([self.inks.profile], {"N": 4, "Alternate": "/DeviceCMYK"}, True)
        pdf.add_object(profile)
        name = pydyf.String(self.name)
        told = pydyf.String(f"{self.name}; total ink {self.inks.most:.0f} %")
        pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary({
            "Type": "/OutputIntent", "S": "/GTS_PDFX", "OutputConditionIdentifier": name,
            "OutputCondition": name, "Info": told, "DestOutputProfile": profile.reference,
        })])

    def _name(self, pdf: Any, identifier: str) -> None:
        """Call the document by its issue and its press, not by chance."""
        own = uuid5(NAMESPACE_URL, f"edition:{identifier}:{digest(self.inks.profile)}")
        stream = meant(pdf, pdf.catalog["Metadata"])
        stream.stream = [
            _CHANCE.sub(f"xmp.did:{own}".encode(), part) if isinstance(part, bytes) else part
            for part in stream.stream
        ]
