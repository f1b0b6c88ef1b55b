"""`python -m edition` is the command `edition`."""

from __future__ import annotations

from edition.cli import run

run()
