"""The command line whose archive is built by the staged worker, as a process of its own."""

from __future__ import annotations

from edition.cli import run
from edition.sandbox import parent

if __name__ == "__main__":
    parent.WORKER = "archive.staged_worker"
    run()
