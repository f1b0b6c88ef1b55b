"""Pictures of built pages for the documentation: `python -m bench.gallery FILE.pdf DIR NAME`."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2 as pdfium

WIDTH = 900
"""pixels across"""


def main(source: str, folder: str, name: str) -> None:
    """Write one PNG a page, small enough for a README."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    document = pdfium.PdfDocument(Path(source).read_bytes())
    for number, page in enumerate(document, start=1):
        image = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil()
        image.quantize(16).save(Path(folder) / f"{name}-{number}.png", optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
