"""What a sidecar asks of the make-up as a whole: its table `[plan]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition.limits import LIMITS
from edition.planning import EFFORTS, MOST_EFFORT, PLAN_KEY, Planning, pinned_twice
from edition.sidecar.values import alternatives, only_known, wrong

PLAN = "plan"
_KEYS = ("effort", "pages", "pinned")
_SHOWN = 40
"""characters of a value that an error shows"""


def parse_planning(table: Mapping[str, Any], name: str) -> Planning:
    """The table `[plan]` of sidecar `name`. Raises WrongUse naming file and key."""
    given = table.get(PLAN, {})
    if not isinstance(given, dict):
        raise wrong("sidecar_no_table", name, PLAN)
    only_known(given, _KEYS, name, f"{PLAN}.")
    effort, pages = given.get("effort"), given.get("pages")
    if pages is not None and not _whole(pages, LIMITS.pages):
        raise wrong("sidecar_no_number", name, f"{PLAN}.pages")
    return Planning(
        None if effort is None else _effort(effort, name), pages,
        _pinned(given.get("pinned", []), name),
    )


def _effort(value: object, name: str) -> int:
    """The steps of the search for one page, told by name or by number."""
    if isinstance(value, str) and value in EFFORTS:
        return EFFORTS[value]
    if isinstance(value, int) and _whole(value, MOST_EFFORT):
        return value
    raise wrong(
        "sidecar_effort", name, f"{PLAN}.effort", choices=alternatives(tuple(EFFORTS)),
        most=MOST_EFFORT,
    )


def _whole(value: object, most: int) -> bool:
    return type(value) is int and 1 <= value <= most


def _pinned(value: object, name: str) -> tuple[str, ...]:
    """Keys of shapes: one, or a list of them."""
    keys: list[str] = []
    for key in value if isinstance(value, list) else [value]:
        if not isinstance(key, str) or not PLAN_KEY.fullmatch(key):
            raise wrong("sidecar_pin", name, f"{PLAN}.pinned", value=str(key)[:_SHOWN])
        keys.append(key)
    if (twice := pinned_twice(keys)) is not None:
        raise wrong("sidecar_pin_twice", name, f"{PLAN}.pinned", first=twice[0], second=twice[1])
    return tuple(keys)
