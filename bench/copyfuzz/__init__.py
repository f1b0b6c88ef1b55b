"""The copy fuzz: made-up newspaper copy through the readers, the page and the book, counted by an
oracle with code of its own.

`words.py` and `elements.py` write copy as people write it, `copies.py` makes files of it and
damages some, `oracle.py` holds file, story JSON, PDF and EPUB against one another, `running.py`
does so for many and prints the table. Nothing of `edition` is known to the oracle.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    from bench.copyfuzz.running import main as run

    return run(arguments)
