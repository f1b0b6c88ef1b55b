"""What a press would do with a PDF: its objects, what is drawn with which inks, its pictures."""

from __future__ import annotations

import re

_STANDARD = b"PDF/X-4"
VERSION = re.compile(rb"GTS_PDFXVersion(?:>|\s*=\s*[\"'])\s*PDF/X-4\s*[<\"']")


def is_for_press(data: bytes) -> bool:
    """True for a file that claims PDF/X-4."""
    return _STANDARD in data and VERSION.search(data) is not None
