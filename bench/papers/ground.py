"""What scenes are painted with: light, ridges, grain, people; all of it by seed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Tone = tuple[int, int, int]
Pixels = NDArray[np.float64]


def mixed(first: Tone, second: Tone, share: float) -> Tone:
    """The tone that lies so far from the first towards the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def shade(size: tuple[int, int], stops: Sequence[Tone]) -> Image.Image:
    """A ground whose tone runs from the head to the foot."""
    width, height = size
    at = np.linspace(0, len(stops) - 1, height)
    bands = [np.interp(at, range(len(stops)), [tone[i] for tone in stops]) for i in range(3)]
    column = np.stack(bands, axis=1)[:, None, :]
    return Image.fromarray(np.repeat(column, width, axis=1).round().astype(np.uint8), "RGB")


def smooth(rng: np.random.Generator, size: tuple[int, int], coarse: int) -> Pixels:
    """Soft noise from 0 to 1 whose spots are about so many pixels wide."""
    width, height = size
    total = np.zeros((height, width))
    for octave, weight in enumerate((1.0, 0.5, 0.25, 0.12)):
        step = max(2, coarse >> octave)
        small = rng.random((height // step + 2, width // step + 2)) * 255
        image = Image.fromarray(small.astype(np.uint8), "L")
        total += weight * np.asarray(image.resize((width, height), Image.Resampling.BICUBIC))
    low, high = float(total.min()), float(total.max())
    return np.asarray((total - low) / (high - low or 1.0))


def clouded(image: Image.Image, rng: np.random.Generator, depth: float) -> None:
    """Clouds over the upper part of the sky."""
    width, height = image.width, max(8, round(image.height * depth))
    noise = smooth(rng, (width, height), max(40, width // 5))
    fade = np.linspace(1, 0, height)[:, None]
    mask = Image.fromarray((np.clip(noise * 2.2 - 0.95, 0, 1) * fade * 210).astype(np.uint8), "L")
    image.paste((252, 250, 246), (0, 0), mask)


def ridge(rng: np.random.Generator, width: int, level: float, swing: float) -> list[float]:
    """Heights of a range of hills, one a pixel across, in pixels from the head."""
    x = np.linspace(0, 1, width)
    line = np.zeros(width)
    for octave in range(6):
        turns = 1.3 * 1.9**octave
        line += np.sin(2 * math.pi * (turns * x + rng.random())) * 0.55**octave
    return [float(v) for v in level + line * swing]


def hill(image: Image.Image, line: Sequence[float], tones: tuple[Tone, Tone], seed: int) -> None:
    """A range of hills under its line, mottled as woods are."""
    width, height = image.size
    mask = Image.new("L", image.size, 0)
    edge = [(float(x), y) for x, y in enumerate(line)]
    ImageDraw.Draw(mask).polygon([(0, height), *edge, (width, height)], fill=255)
    noise = smooth(np.random.default_rng(seed), image.size, max(12, width // 40))[..., None]
    top, foot = (np.array(tone, dtype=float) for tone in tones)
    drop = np.clip(np.linspace(-0.4, 1.2, height), 0, 1)[:, None, None]
    ground = top + (foot - top) * drop
    woods = Image.fromarray(np.clip(ground * (0.8 + 0.4 * noise), 0, 255).astype(np.uint8), "RGB")
    image.paste(woods, (0, 0), mask.filter(ImageFilter.GaussianBlur(width / 900)))


def person(image: Image.Image, foot: tuple[float, float], tall: float, look: int) -> None:
    """Someone who stands there, in working clothes, lit from the left, a little out of focus."""
    rng = np.random.default_rng(look)
    width, height = max(8, round(tall * 0.62)), max(12, round(tall * 1.04))
    drawn = Image.new("RGBA", (width * 2, height * 2), (0, 0, 0, 0))
    brush, unit, x = ImageDraw.Draw(drawn), height * 2 / 1.04, float(width)
    grey = float(rng.uniform(40, 190))
    cloth: Tone = (round(grey * 0.95), round(grey), round(grey * 1.05))
    dark = mixed(cloth, (18, 20, 26), 0.55)
    low = unit * 0.56
    brush.polygon([(x - unit * 0.1, low), (x + unit * 0.1, low), (x + unit * 0.085, unit),
                   (x + unit * 0.012, unit), (x, low + unit * 0.1), (x - unit * 0.012, unit),
                   (x - unit * 0.085, unit)], fill=mixed((30, 32, 40), cloth, 0.25))
    lean, turn = unit * 0.02 * (look % 3 - 1), 1 if look % 2 else -1
    bend = unit * (0.06 + 0.05 * (look % 4))
    brush.rounded_rectangle([x - unit * 0.125 + lean, unit * 0.17, x + unit * 0.125 + lean,
                             unit * 0.6], unit * 0.07, fill=cloth)
    brush.rounded_rectangle([x + unit * 0.02 + lean, unit * 0.18, x + unit * 0.125 + lean,
                             unit * 0.6], unit * 0.06, fill=mixed(cloth, dark, 0.6))
    for side in (-1, 1):
        hand = (x + side * unit * 0.13 - (side == turn) * turn * bend, unit * 0.56 - 0.3 * bend)
        elbow = (x + side * unit * 0.155 + lean, unit * 0.4)
        shoulder = (x + side * unit * 0.11 + lean, unit * 0.215)
        brush.line([shoulder, elbow, hand], fill=mixed(cloth, dark, 0.35 + 0.2 * side),
                   width=round(unit * 0.062), joint="curve")
        grip = unit * 0.027
        brush.ellipse([hand[0] - grip, hand[1] - grip, hand[0] + grip, hand[1] + grip],
                      fill=(196, 156, 130))
    head(brush, (x + lean * 1.5 + turn * unit * 0.008, unit * 0.098), unit * 0.064, look)
    seen = drawn.resize((width, height), Image.Resampling.LANCZOS)
    seen = seen.filter(ImageFilter.GaussianBlur(max(0.6, tall / 190)))
    image.paste(seen, (round(foot[0] - width / 2), round(foot[1] - tall)), seen)


def head(
    brush: ImageDraw.ImageDraw, middle: tuple[float, float], radius: float, look: int
) -> None:
    """A head half turned away, its hair, and the shadow side of its face."""
    x, y = middle
    turn = radius * (0.18 if look % 2 else -0.18)
    skin = mixed((222, 184, 156), (176, 132, 104), (look % 5) / 5)
    hair = mixed((28, 24, 24), (150, 146, 142), (look % 7 == 0) * 0.9)
    brush.rectangle([x - radius * 0.42, y + radius * 0.7, x + radius * 0.42, y + radius * 1.7],
                    fill=mixed(skin, (60, 36, 26), 0.3))
    brush.ellipse([x - radius, y - radius * 1.25, x + radius, y + radius * 1.1], fill=hair)
    brush.ellipse([x - radius * 0.82 + turn, y - radius * 0.72, x + radius * 0.82 + turn,
                   y + radius * 1.25], fill=skin)
    for n in range(6):
        inset = radius * (0.1 + 0.11 * n)
        brush.chord([x - radius * 0.82 + turn + inset, y - radius * 0.72, x + radius * 0.82 + turn,
                     y + radius * 1.25], -84, 84, fill=mixed(skin, (70, 40, 28), 0.06 * (n + 1)))
    brush.chord([x - radius * 0.98, y - radius * 1.25, x + radius * 0.98, y + radius * 0.35],
                180, 360, fill=hair)


def finished(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """As a camera gives it: a soft lens, darker corners, and a little grain."""
    width, height = image.size
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(width / 1400)), dtype=float)
    across, down = np.linspace(-1, 1, width)[None, :], np.linspace(-1, 1, height)[:, None]
    dark = 1 - 0.16 * np.clip(across**2 + down**2 - 0.5, 0, 1)
    grain = rng.normal(0, 0.4, (height, width))
    seen = soft * dark[..., None] + grain[..., None]
    return Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8), "RGB")
