"""The plates of a file for a press, drawn by Ghostscript: `python -m bench.plates FILE...`.

For each page the most ink of all plates together on any place, and the mean of each plate, in %.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

DPI = 100
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def plates(path: Path) -> Iterator[tuple[float, tuple[float, ...]]]:
    """(most of all inks, mean of each) of every page, in %."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dUseTrimBox", "-sDEVICE=tiffsep",
             f"-r{DPI}", "-o", "plate%d.tif", str(path.resolve())],
            cwd=folder, check=True, capture_output=True,
        )
        number = 1
        while (Path(folder) / f"plate{number}(Black).tif").exists():
            shares = [
                (255.0 - np.asarray(Image.open(Path(folder) / f"plate{number}({ink}).tif"))) / 2.55
                for ink in INKS
            ]
            yield float(sum(shares).max()), tuple(float(one.mean()) for one in shares)
            number += 1


def main(paths: list[str]) -> None:
    """A line a page."""
    for path in paths:
        for number, (most, means) in enumerate(plates(Path(path)), start=1):
            told = "  ".join(f"{ink[0].replace('B', 'K')} {mean:.1f}"
                             for ink, mean in zip(INKS, means, strict=True))
            print(f"{Path(path).name} {number}: at most {most:.1f} %, mean {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
