"""The book measured: random books through epubcheck, and time and memory beside pandoc.

`python -m bench books fuzz [--seed N] [--count 300]` makes books of random editions and holds each
against epubcheck, the text of its stories and its links. `python -m bench books pandoc [--stories
1000]` makes one book of the same copy with both programs, in turn. `python -m bench books screens
FOLDER` draws what a reader sees on phone and tablet.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] not in (["fuzz"], ["pandoc"], ["screens"]):
        print(__doc__, file=sys.stderr)
        return 2
    module = {"fuzz": "fuzzed", "pandoc": "beside_pandoc", "screens": "screens"}[arguments[0]]
    return int(import_module(f"bench.books.{module}").main(arguments[1:]))
