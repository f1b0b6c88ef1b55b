"""The profile of the paper's press, as a sidecar or a house.toml names it: `[press]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition.sidecar.values import SidecarEntry, only_known, wrong

PRESS = "press"


def parse_press(table: Mapping[str, Any], name: str) -> str:
    """The file of `[press] profile`, under the folder of the file `name`; empty without one.

    Raises WrongUse naming file and key.
    """
    given = table.get(PRESS, {})
    if not isinstance(given, dict):
        raise wrong("sidecar_no_table", name, PRESS)
    only_known(given, ("profile",), name, f"{PRESS}.")
    return SidecarEntry(name, PRESS, 1, given).path("profile") or ""
