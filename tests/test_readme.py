"""Every command the README prints works as printed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md")
}
COPY = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"


def blocks(language: str, name: str = "README.md") -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", READMES[name], re.DOTALL)


def make_lines() -> list[str]:
    """The distinct `make` commands of the README, `make test` left out: it is running now."""
    return sorted({line for line in sh_lines() if line.startswith("make ")} - {"make test"})


def sh_lines() -> list[str]:
    """Every distinct command line the READMEs print."""
    return sorted({
        line for name in READMES for block in blocks("sh", name) for line in block.splitlines()
    })


def edition_lines() -> list[str]:
    return [line for line in sh_lines() if line.startswith("edition ")]


def test_the_readme_prints_commands() -> None:
    assert {"make pdf", "make epub"} <= set(make_lines())
    assert all("make test" in text for text in READMES.values())
    assert len(edition_lines()) >= 6


def test_both_print_the_same_commands_and_point_at_each_other() -> None:
    assert blocks("sh", "README.md") == blocks("sh", "README.en.md")
    assert blocks("toml", "README.md") == blocks("toml", "README.en.md")
    assert "](README.en.md)" in READMES["README.md"][:100]
    assert "](README.md)" in READMES["README.en.md"][:100]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
@pytest.mark.parametrize("line", edition_lines())
def test_an_edition_command_of_the_readme(line: str, tmp_path: Path) -> None:
    """Each is run as printed, on the sample copy and the sidecar that are printed too."""
    (toml,) = blocks("toml")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", READMES["README.md"], re.DOTALL | re.MULTILINE)
    (copy,) = (text for kind, text in fenced if not kind and text.startswith("石桥"))
    (tmp_path / "my-page.txt").write_text(copy, encoding="utf-8")
    (tmp_path / "my-page.toml").write_text(toml, encoding="utf-8")
    command = line.replace("edition ", f"{sys.executable} -m edition ", 1)
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    if "out" in line:
        (made,) = tmp_path.glob("out.*")
        assert made.read_bytes()[:2] in (b"%P", b"PK")


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
@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.check if at else ()) for at, n in enumerate(READMES)],
)
def test_the_python_of_the_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = blocks("python", name)
    names: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert names["pdf"].data.startswith(b"%PDF")
    assert names["book"].data.startswith(b"PK")


def test_the_command_line_of_the_readme_is_the_one_there_is() -> None:
    from edition.cli.parser import parser_in
    from edition.cli.voice import Voice

    text = parser_in(Voice("en")).format_help()
    for line in "\n".join(READMES.values()).splitlines():
        match = re.match(r"edition (\w+) +\S", line)
        if match:
            assert match.group(1) in text


@pytest.mark.parametrize("path", sorted({
    path for text in READMES.values() for path in re.findall(r"\]\(([^)#:]+)\)", text)
}))
def test_every_file_the_readme_points_at_is_there(path: str) -> None:
    assert (ROOT / path).exists()
