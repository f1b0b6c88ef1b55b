"""Every command the README prints works as printed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COPY = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def make_lines() -> list[str]:
    """The distinct `make` commands of the README, `make test` left out: it is running now."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return sorted({line for line in lines if line.startswith("make ")} - {"make test"})


def test_the_readme_prints_commands() -> None:
    assert {"make pdf", "make epub"} <= set(make_lines())
    assert "make test" in README


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("command", make_lines())
def test_a_make_command_of_the_readme(command: str, tmp_path: Path) -> None:
    page = tmp_path / "my-page.txt"
    page.write_text(COPY, encoding="utf-8")
    out = tmp_path / "out"
    words = shlex.split(command.replace("my-page.txt", str(page)))
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    done = subprocess.run(
        [*words, f"OUT={out}", "EDITION=.venv/bin/edition"], cwd=ROOT, env=environment,
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert out.read_bytes()[:2] in (b"%P", b"PK")


@pytest.mark.slow
def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python")
    names: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert names["pdf"].data.startswith(b"%PDF")
    assert names["book"].data.startswith(b"PK")


def test_the_command_line_of_the_readme_is_the_one_there_is() -> None:
    from edition.cli.parser import parser_in
    from edition.cli.voice import Voice

    text = parser_in(Voice("en")).format_help()
    for line in README.splitlines():
        match = re.match(r"edition (\w+) +\S", line)
        if match:
            assert match.group(1) in text


@pytest.mark.parametrize("path", re.findall(r"\]\(((?:docs|LICENSE)[^)#]*)\)", README))
def test_every_file_the_readme_points_at_is_there(path: str) -> None:
    assert (ROOT / path).exists()
