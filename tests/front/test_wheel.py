"""The package outside the checkout: the same bytes; and what can be done without Pango."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "seeds" / "000_ff888278d800d57a.txt"
COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"
BLIND = """
import ctypes, importlib.abc, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")

sys.meta_path.insert(0, Refuse())
from edition.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel and, beside it, only what it needs."""
    place = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, place / name)
    for name in ("edition", "layouts", "fonts"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", "dist", "."],
        cwd=place, check=True, capture_output=True,
    )
    (wheel,) = (place / "dist").glob("edition-*.whl")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    python = place / "venv" / "bin" / "python"
    subprocess.run(
        [python, *pip[1:], "install", "--require-hashes", "-r", ".ci/lock/requirements.txt"],
        cwd=ROOT, check=True, capture_output=True,
    )
    subprocess.run(
        [python, *pip[1:], "install", "--no-deps", str(wheel)], cwd=place, check=True,
        capture_output=True,
    )
    return place / "venv" / "bin" / "edition"


def _outside(**more: str) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | more


@pytest.mark.check
def test_the_wheel_makes_the_page_and_the_book_of_the_checkout(
    command: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    subprocess.run([command, "setup"], cwd=tmp_path, env=_outside(), check=True)
    subprocess.run(
        [command, "build", SEED, "-o", made, "-q"], cwd=tmp_path, env=_outside(), check=True
    )
    ours = tmp_path / "ours"
    subprocess.run(
        [sys.executable, "-m", "edition", "build", SEED, "-o", ours, "-q"], cwd=tmp_path,
        env=_outside(PYTHONPATH=str(ROOT)), check=True,
    )
    for path in sorted(ours.iterdir()):
        assert path.read_bytes() == (made / path.name).read_bytes(), path.name


@pytest.mark.check
def test_a_first_use_without_fonts_says_what_to_do(command: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(COPY, encoding="utf-8")
    bare = _outside(XDG_CACHE_HOME=str(tmp_path / "cache"), LC_ALL="en_US.UTF-8")
    done = subprocess.run(
        [command, "epub", "page.txt"], cwd=tmp_path, env=bare, text=True, capture_output=True,
        check=False,
    )
    assert done.returncode == 4 and "edition setup" in done.stderr
    assert done.stderr.count("\n") == 1
    kept = subprocess.run(
        [command, "setup", "--offline", "--fonts", Path.home() / ".cache" / "edition" / "fonts"],
        cwd=tmp_path, env=bare, text=True, capture_output=True, check=False,
    )
    assert kept.returncode == 0, kept.stderr
    subprocess.run([command, "epub", "page.txt", "-q"], cwd=tmp_path, env=bare, check=True)


@pytest.mark.skipif(
    not (ROOT / "edition/writers/weasy.py").exists(),
    reason="the engine is loaded with the package, not at its first use",
)
@pytest.mark.parametrize(("words", "code"), [
    (["stories", "page.txt"], 0), (["epub", "page.txt", "-o", "o.epub"], 0),
    (["doctor"], 0), (["pdf", "page.txt", "-o", "o.pdf"], 4),
])
def test_reading_and_the_book_need_no_pango(words: list[str], code: int, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(COPY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BLIND, *words], cwd=tmp_path, text=True, capture_output=True,
        env=_outside(PYTHONPATH=str(ROOT), LC_ALL="en_US.UTF-8"), check=False,
    )
    assert done.returncode == code, done.stderr
    if code:
        assert "Pango" in done.stderr and "edition setup" in done.stderr
