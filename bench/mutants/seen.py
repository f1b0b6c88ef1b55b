"""Which tests run which functions: a plugin for pytest that notes it, test by test."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

Seen = dict[str, dict[str, float]]
"""function (`path::qualified name`) → test → seconds of the processor the test takes"""


class Noting:
    """Notes every function of the house that a test enters."""

    def __init__(self, root: Path, room: Path) -> None:
        self.root, self.room = root, str(room)
        self.seen: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        self._entered: set[CodeType] = set()

    def _note(self, frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            self._entered.add(frame.f_code)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._entered = set()
        began = _spent()
        sys.setprofile(self._note)
        try:
            return (yield)
        finally:
            sys.setprofile(None)
            self.seconds[item.nodeid] = _spent() - began
            for code in self._entered:
                if code.co_filename.startswith(self.room):
                    path = Path(code.co_filename).relative_to(self.root)
                    name = code.co_qualname.split(".<locals>")[0]
                    self.seen.setdefault(f"{path}::{name}", set()).add(item.nodeid)

    def table(self) -> Seen:
        """What was seen, tests in order of their time."""
        return {
            function: dict(sorted(((t, self.seconds[t]) for t in tests), key=lambda pair: pair[1]))
            for function, tests in sorted(self.seen.items())
        }


def _spent() -> float:
    """Seconds of the processor so far, children's too: the same on a busy machine."""
    return sum(os.times()[:4])


def seen(root: Path, kept: Path, arguments: list[str]) -> Seen:
    """The table, from `kept` or by running every test once under the eye of `Noting`."""
    if kept.exists():
        found: Any = json.loads(kept.read_text(encoding="utf-8"))
        return found
    noting = Noting(root, root / "edition")
    code = pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments], [noting])
    if code not in (0, 1):
        raise SystemExit(f"the tests did not run: {code}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(noting.table(), indent=1), encoding="utf-8")
    return noting.table()
