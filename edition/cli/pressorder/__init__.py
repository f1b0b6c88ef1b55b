"""What the command line asks of a press: the profile of its inks, how far pages bleed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.errors import UnreadableInput, WrongUse
from edition.messages.system import system_reason
from edition.printed import PressForm

if TYPE_CHECKING:
    from edition.readers.sources import Source

_WITH_PRESS = ("profile", "bleed")
"""options that mean nothing without --press"""


def asked_press(options: Namespace, sources: Sequence[str | Source]) -> PressForm | None:
    """How pages are made for a printer; None where they are not. Raises WrongUse, UnreadableInput.

    The profile is the one given, else the one that the sidecar of the first source names, or the
    house.toml of its paper.
    """
    if not getattr(options, "press", False):
        for name in _WITH_PRESS:
            if getattr(options, name, None) is not None:
                raise WrongUse("press_unasked", option=f"--{name}")
        return None
    from edition.copy.inkprofiles import judged_profile

    bleed = None if options.bleed is None else _bleed(options.bleed)
    path = Path(options.profile) if options.profile is not None else _named(options, sources)
    data = _profile(path)
    judged_profile(data, str(path))
    return PressForm(data, str(path), bleed)


def _named(options: Namespace, sources: Sequence[str | Source]) -> Path:
    """The profile that stands in a sidecar, or in a house.toml, beside which it lies."""
    from edition.readers.sources import load, sidecar_name, sidecar_of

    first = load(sources[:1], options.house)[0]
    side = sidecar_of(first)
    if side.press_profile:
        return Path(sidecar_name(first)).parent / side.press_profile
    if side.house.press_profile:
        return Path(first.house_name).parent / side.house.press_profile
    raise WrongUse("press_without_profile")


def _profile(path: Path) -> bytes:
    """A file of a sound size, whole."""
    from edition.copy.inkprofiles import MOST_PROFILE

    try:
        if path.exists() and not path.is_file():
            raise UnreadableInput("profile_no_file", where=str(path))
        with path.open("rb") as file:
            return file.read(MOST_PROFILE + 1)
    except OSError as error:
        raise UnreadableInput(
            "finished_unreadable", where=str(path), reason=system_reason(error)
        ) from error


def _bleed(given: str) -> float:
    from edition.pressroom.platemaking import MOST_BLEED

    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MOST_BLEED:
        raise WrongUse("press_bleed", value=given[:20], most=MOST_BLEED)
    return value
