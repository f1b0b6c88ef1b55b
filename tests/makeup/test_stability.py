"""The same copy makes the same paper anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DIGEST = """
import hashlib, proof_editions as proof
for name in ("short", "briefs", "one_picture"):
    print(name, hashlib.sha256(repr(proof.planned(name)).encode()).hexdigest())
"""


@pytest.mark.check
def test_the_order_of_hashes_changes_nothing() -> None:
    first, second = (_digests(number) for number in ("0", "1"))
    assert first.count("\n") == 3
    assert first == second


def _digests(hash_seed: str) -> str:
    """What a new interpreter makes of some proof editions, as digests."""
    surroundings = {
        **os.environ, "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
    }
    done = subprocess.run(
        [sys.executable, "-c", DIGEST], env=surroundings, cwd=ROOT, check=True,
        capture_output=True, text=True,
    )
    return done.stdout
