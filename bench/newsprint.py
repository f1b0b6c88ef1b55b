"""What a profile of a press does to a page: `python -m bench.newsprint PROFILE.icc [PICTURE...]`.

How light its black is, what a middle grey takes, and how much colour pictures keep by its two
tables: the mean chroma after and before, of five pictures of the gallery where none is given.
"""

from __future__ import annotations

import io
import sys
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

from bench.papers import scenes, sheets
from edition.copy.inkprofiles import PressInks

PICTURES, SIDE = 5, 400
"""of the gallery's first paper; pixels of the longer side"""
TABLES = {"perceptual": 0, "colorimetric": 1}
DEEPEST_TO_DEEPEST = 0x2000
MIDDLE = (128, 128, 128)


def seen(image: Image.Image, profile: object) -> np.ndarray:
    """L*, a* and b* of each pixel, relative to the paper."""
    lab = ImageCms.profileToProfile(
        image, profile, ImageCms.createProfile("LAB"), renderingIntent=1, outputMode="LAB"
    )
    raw = np.frombuffer(lab.tobytes(), np.uint8).reshape(-1, 3)
    sides = raw[:, 1:].view(np.int8).astype(float)
    return np.column_stack((raw[:, 0] / 2.55, sides))


def chroma(image: Image.Image, profile: object) -> float:
    return float(np.hypot(*seen(image, profile)[:, 1:].T).mean())


def kept(images: list[Image.Image], profile: object, table: int) -> float:
    """Share of the colour of pictures that is printed."""
    srgb = ImageCms.createProfile("sRGB")
    printed = [
        ImageCms.profileToProfile(image, srgb, profile, renderingIntent=table, outputMode="CMYK",
                                  flags=DEEPEST_TO_DEEPEST)
        for image in images
    ]
    after = sum(chroma(image, profile) for image in printed)
    return after / sum(chroma(image, srgb) for image in images)


def main(arguments: list[str]) -> None:
    """A line of figures."""
    data = Path(arguments[0]).read_bytes()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    given = [Path(name).read_bytes() for name in arguments[1:]]
    files = given or list(map(scenes.picture, islice(sheets.wanted(sheets.SHEETS[0]), PICTURES)))
    images = [Image.open(io.BytesIO(one)).convert("RGB") for one in files]
    for image in images:
        image.thumbnail((SIDE, SIDE))
    black = seen(Image.new("CMYK", (1, 1), (0, 0, 0, 255)), profile)[0, 0]
    grey = 100 * PressInks(data, 400.0).of(MIDDLE)[3]
    shares = ", ".join(f"{name} {100 * kept(images, profile, table):.0f} %"
                       for name, table in TABLES.items())
    print(f"black L* {black:.0f}; #808080 is {grey:.0f} % black; colour kept: {shares}")


if __name__ == "__main__":
    main(sys.argv[1:])
