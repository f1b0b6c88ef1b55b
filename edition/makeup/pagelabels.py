"""Page labels as printed: `B2` is followed by `B3`, `三` by `四`."""

from __future__ import annotations

import re

from edition.trade.hannumbers import han_number
from edition.trade.numberformats import number_in

_TAIL = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)


def label_of(first: str | None, number: int) -> str:
    """Label of page `number` (from 1) of a paper whose first page is `first`."""
    found = _TAIL.match(first or "1")
    if found is None and (counted := han_number(first or "")) is not None:
        return number_in("chineseCounting", counted + number - 1)
    if found is None:
        return f"{first}{number}" if number > 1 else str(first)
    before, digits, after = found.groups()
    return f"{before}{str(int(digits) + number - 1).zfill(len(digits))}{after}"
