"""Where a value stands in an edition, told only when there is something to say of it."""

from __future__ import annotations

from typing import TypeAlias

Place: TypeAlias = "tuple[Place, str | int] | None"
"""The place of the whole, then the name of a field or the number of a part; None at the top."""

_SHOWN = 60
"""characters of a value that an error shows"""


def path_of(place: Place) -> str:
    """`sections[0].stories[2].body[1].src`."""
    steps: list[str] = []
    while place is not None:
        place, step = place
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    return "".join(reversed(steps)).removeprefix(".")


def quoted(text: str) -> str:
    """`text` as an error may show it: short, and with nothing in it that cannot be printed."""
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in short
    )
