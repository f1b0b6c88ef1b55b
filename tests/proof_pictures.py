"""Pictures drawn for the proof editions: shapes and gradients, the same bytes at every run."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter

from edition.model import Picture

SHAPES: dict[str, tuple[int, int]] = {
    "wide": (1200, 800), "plain": (1000, 750), "tall": (750, 1000), "large": (1800, 1200),
}
"""Pixels of each shape: 3:2, 4:3, 3:4 and a 3:2 for the dominant picture."""
FORMATS = {
    "png": ("PNG", "image/png"), "jpg": ("JPEG", "image/jpeg"), "webp": ("WEBP", "image/webp"),
}
Colour = tuple[int, int, int]


def picture(name: str, shape: str, motif: str, seed: int) -> Picture:
    """A drawn picture; the suffix of `name` says in which format it is kept."""
    width, height = SHAPES[shape]
    image = MOTIFS[motif](width, height, random.Random(seed))
    form, media = FORMATS[name.rsplit(".", 1)[1]]
    kept = io.BytesIO()
    more = {"PNG": {"compress_level": 6}, "JPEG": {"quality": 85}, "WEBP": {"quality": 80}}
    image.save(kept, form, **more[form])
    return Picture(name, media, width, height, kept.getvalue())


def _sky(width: int, height: int, above: Colour, below: Colour) -> Image.Image:
    mask = Image.linear_gradient("L").resize((width, height))
    return Image.composite(
        Image.new("RGB", (width, height), below), Image.new("RGB", (width, height), above), mask
    )


def _mountains(width: int, height: int, rng: random.Random) -> Image.Image:
    image = _sky(width, height, (120, 160, 205), (240, 228, 205))
    draw = ImageDraw.Draw(image)
    for layer in range(4):
        base = height * (0.45 + 0.14 * layer)
        ridge = [
            (width * i / 12, base + rng.uniform(-0.09, 0.06) * height) for i in range(13)
        ]
        shade = 130 - 28 * layer
        draw.polygon([(0, height), *ridge, (width, height)], (shade - 20, shade + 15, shade - 5))
    return image


def _skyline(width: int, height: int, rng: random.Random) -> Image.Image:
    image = _sky(width, height, (70, 95, 150), (250, 200, 150))
    draw = ImageDraw.Draw(image)
    x = 0
    while x < width:
        wide = rng.randint(width // 24, width // 11)
        top = int(height * rng.uniform(0.25, 0.72))
        draw.rectangle((x, top, x + wide, height), fill=(44, 50, 66))
        for y in range(top + 14, height - 20, 26):
            for lit in range(x + 8, x + wide - 12, 20):
                if rng.random() < 0.45:
                    draw.rectangle((lit, y, lit + 8, y + 12), fill=(250, 222, 140))
        x += wide + rng.randint(0, 6)
    return image


def _portrait(width: int, height: int, rng: random.Random) -> Image.Image:
    tint = rng.randint(90, 150)
    image = _sky(width, height, (tint, tint + 40, tint + 60), (225, 225, 215))
    draw = ImageDraw.Draw(image)
    w, h = width, height
    draw.ellipse((w * 0.08, h * 0.68, w * 0.92, h * 1.5), fill=(60, 72, 104))
    draw.rectangle((w * 0.43, h * 0.55, w * 0.57, h * 0.75), fill=(205, 160, 130))
    draw.ellipse((w * 0.30, h * 0.14, w * 0.70, h * 0.50), fill=(38, 32, 30))
    draw.ellipse((w * 0.32, h * 0.20, w * 0.68, h * 0.64), fill=(224, 180, 150))
    return image.filter(ImageFilter.GaussianBlur(2))


def _fields(width: int, height: int, rng: random.Random) -> Image.Image:
    image = _sky(width, height, (150, 190, 225), (235, 235, 220))
    draw = ImageDraw.Draw(image)
    horizon = height * 0.4
    stripes = 9
    for i in range(stripes):
        far = (width * (0.3 + 0.4 * i / stripes), width * (0.3 + 0.4 * (i + 1) / stripes))
        near = (width * (3 * i / stripes - 1), width * (3 * (i + 1) / stripes - 1))
        green = rng.randint(120, 190)
        corners = [(far[0], horizon), (far[1], horizon), (near[1], height), (near[0], height)]
        draw.polygon(corners, fill=(green - 10, green, 50))
    draw.rectangle((0, horizon, width * 0.32, height), fill=(96, 138, 60))
    draw.rectangle((width * 0.68, horizon, width, height), fill=(110, 150, 62))
    return image


MOTIFS: dict[str, Callable[[int, int, random.Random], Image.Image]] = {
    "mountains": _mountains, "skyline": _skyline, "portrait": _portrait, "fields": _fields,
}
