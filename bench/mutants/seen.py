"""Which tests run which functions: a plugin for pytest that notes it, test by test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
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


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--seen-into FOLDER`: every process that runs tests writes its table there."""
    parser.addoption("--seen-into", default=None)


def pytest_configure(config: pytest.Config) -> None:
    """A process that runs tests notes them; the one that only hands them out does not."""
    folder = config.getoption("--seen-into")
    hands_out = config.getoption("numprocesses", None) and not hasattr(config, "workerinput")
    if folder and not hands_out:
        noting = Noting(config.rootpath, config.rootpath / "edition")
        config.pluginmanager.register(noting, "noting")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write what was seen."""
    noting = config.pluginmanager.get_plugin("noting")
    if noting is not None:
        path = Path(config.getoption("--seen-into")) / f"{os.getpid()}.json"
        path.write_text(json.dumps(noting.table()), encoding="utf-8")


def seen(root: Path, kept: Path, runs: list[list[str]]) -> Seen:
    """The table, from `kept` or by running every test once under the eye of `Noting`."""
    if kept.exists():
        found: Any = json.loads(kept.read_text(encoding="utf-8"))
        return found
    whole: Seen = {}
    for arguments in runs:
        with tempfile.TemporaryDirectory() as folder:
            _noted(root, Path(folder), arguments)
            for path in sorted(Path(folder).iterdir()):
                for function, tests in json.loads(path.read_text(encoding="utf-8")).items():
                    whole.setdefault(function, {}).update(tests)
    table = {
        function: dict(sorted(tests.items(), key=lambda pair: pair[1]))
        for function, tests in sorted(whole.items())
    }
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(table, indent=1), encoding="utf-8")
    return table


def _noted(root: Path, folder: Path, arguments: list[str]) -> None:
    """Run the tests on two cores; each process leaves its table in `folder`."""
    command = [
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "bench.mutants.seen",
        "--seen-into", str(folder), "-n", "2", "--dist", "loadfile", *arguments,
    ]
    code = subprocess.run(command, cwd=root, check=False).returncode
    if code not in (0, 1):
        raise SystemExit(f"the tests did not run: {code}")
