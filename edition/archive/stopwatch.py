"""The clock of the archive: how long an issue took. It goes into the ledger and into no page."""

from __future__ import annotations

from time import perf_counter


def seconds() -> float:
    """Of the clock, from a beginning that means nothing."""
    return perf_counter()
