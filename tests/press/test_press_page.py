"""Every command that docs/press.md prints does what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from press_inks import newsprint

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "press.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
            for line in block.splitlines()]
COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"


def test_the_page_prints_its_commands() -> None:
    assert {line.split()[0] for line in COMMANDS} == {"edition", "gs", "python"}


@pytest.mark.skipif(shutil.which("gs") is None, reason="no Ghostscript is here")
def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(COPY, "utf-8")
    (tmp_path / "newsprint.icc").write_bytes(newsprint())
    told = {}
    for line in COMMANDS:
        words = shlex.split(line)
        if words[0] == "edition":
            words = [sys.executable, "-m", "edition", *words[1:]]
        elif words[0] == "python":
            words[0] = sys.executable
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False,
                              env={"PYTHONPATH": str(ROOT), "PATH": "/usr/local/bin:/usr/bin:/bin"})
        assert done.returncode == 0, (line, done.stderr)
        told[line] = done.stdout
    (cover,) = (text for line, text in told.items() if "inkcov" in line)
    assert [float(share) for share in cover.split()[:3]] == [0, 0, 0]
    (plates,) = (text for line, text in told.items() if "bench.plates" in line)
    assert plates.startswith(
        "paper.press.pdf 1: at most 100.0 %, mean C 0.0  M 0.0  Y 0.0  K "
    )
