"""Set-up: locks with digests and no addresses, faces fetched once, one sentence when it fails."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (ROOT / ".ci/lock/requirements.txt", ROOT / ".ci/lock/dev.txt")
FACE = b"the bytes of a face"


@pytest.fixture
def fetcher() -> ModuleType:
    spec = importlib.util.spec_from_file_location("edition_fonts_fetch", ROOT / "fonts/fetch.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def cache(
    fetcher: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty cache, and a register of one needed and one optional face beside it."""
    register = tmp_path / "register"
    register.mkdir()
    (register / "fonts.toml").write_text(
        entry("needed", "npm", FACE) + entry("optional", "deb", FACE + b"!", 'fallback = "song"'),
        encoding="utf-8",
    )
    monkeypatch.setattr(fetcher, "HERE", register)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return Path(fetcher.cache_folder())


def entry(name: str, source: str, data: bytes, more: str = "") -> str:
    digest = hashlib.sha256(data).hexdigest()
    return (
        f'[[face]]\nid = "{name}"\nsource = "{source}"\npackage = "{name}-fonts"\n'
        f'version = "1"\nfile = "{name}.ttf"\nsha256 = "{digest}"\n{more}\n'
    )


def offer(
    fetcher: ModuleType, monkeypatch: pytest.MonkeyPatch, needed: bytes, optional: bytes
) -> list[str]:
    """Stand in for the package sources; returns the list of packages asked for."""
    asked: list[str] = []

    def unpack(package: str, version: str, folder: Path) -> None:
        asked.append(package)
        name = package.removesuffix("-fonts")
        (folder / f"{name}.ttf").write_bytes(needed if name == "needed" else optional)

    monkeypatch.setattr(fetcher, "lacking", lambda source: None)
    monkeypatch.setattr(fetcher, "unpack_npm", unpack)
    monkeypatch.setattr(fetcher, "unpack_deb", unpack)
    return asked


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_locked_package_has_a_version_and_digests_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+==\S+", pin), pin[:60]
        assert "--hash=sha256:" in pin, pin[:60]
    assert "://" not in text and "--index" not in text


def test_what_edition_runs_on_is_locked_and_declared_alike() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = (ROOT / ".ci/lock/requirements.in").read_text(encoding="utf-8").splitlines()
    assert set(declared["project"]["dependencies"]) <= set(wanted)
    backend = declared["build-system"]["requires"]
    assert all(pin in LOCKS[0].read_text(encoding="utf-8") for pin in backend)


def test_the_register_of_faces_is_complete() -> None:
    faces = tomllib.loads((ROOT / "fonts/fonts.toml").read_text(encoding="utf-8"))["face"]
    served = [(role, region) for f in faces for role in f["roles"] for region in f["regions"]]
    assert len(served) == len(set(served)) == 9 * 3
    for face in faces:
        assert re.fullmatch(r"[0-9a-f]{64}", face["sha256"])
        assert face["licence"] and face["size"] > 0
        assert "fallback" in face or face["source"] == "npm", "a Debian face is never needed"


def test_a_face_is_fetched_once(
    fetcher: ModuleType, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = offer(fetcher, monkeypatch, FACE, FACE + b"!")
    assert fetcher.main() == 0
    assert len(list(cache.iterdir())) == 2
    assert fetcher.main() == 0
    assert asked == ["needed-fonts", "optional-fonts"]


def test_a_needed_face_with_another_digest_is_refused(
    fetcher: ModuleType, cache: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    offer(fetcher, monkeypatch, b"other bytes", FACE + b"!")
    assert fetcher.main() == 4
    assert "needed from needed-fonts: its digest" in capsys.readouterr().err
    assert [p.stem for p in cache.iterdir()] == [hashlib.sha256(FACE + b"!").hexdigest()]


def test_an_optional_face_of_another_release_is_asked_for_once(
    fetcher: ModuleType, cache: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = offer(fetcher, monkeypatch, FACE, b"another release")
    assert fetcher.main() == 0
    assert "song stands in" in capsys.readouterr().err
    assert fetcher.main() == 0
    assert capsys.readouterr().err == ""
    assert asked == ["needed-fonts", "optional-fonts"]


def test_a_failed_download_is_tried_again(
    fetcher: ModuleType, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = offer(fetcher, monkeypatch, FACE, FACE + b"!")
    working = fetcher.unpack_deb
    monkeypatch.setattr(fetcher, "unpack_deb", lambda *_: "no network")
    assert fetcher.main() == 0
    monkeypatch.setattr(fetcher, "unpack_deb", working)
    assert fetcher.main() == 0
    assert asked == ["needed-fonts", "optional-fonts"]
    assert len(list(cache.iterdir())) == 2


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
def test_without_system_packages_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    """No Pango, no apt-get: exit 4, and Debian, Fedora and macOS are named."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/setup.sh", tmp_path / ".ci/setup.sh")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(str(shutil.which("dirname")))
    bare = tools / "python3"
    bare.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    bare.chmod(0o755)
    done = subprocess.run(
        [str(shutil.which("sh")), ".ci/setup.sh", "run"], cwd=tmp_path, text=True,
        env={"PATH": str(tools), "HOME": str(tmp_path)}, capture_output=True, check=False,
    )
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    for word in ("libpangoft2-1.0-0", "libharfbuzz-subset0", "python3-venv", "dnf", "brew"):
        assert word in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.slow
def test_packs_and_register_travel_in_the_wheel(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("edition", "layouts", "fonts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps",
         "--no-index", "--no-build-isolation", "-w", "out", "."],
        cwd=tmp_path, check=True, capture_output=True, env=dict(os.environ),
    )
    (wheel,) = (tmp_path / "out").glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    code = (
        "from edition.packs import shelf; print(shelf.__file__); print(shelf.layouts()); "
        "print(len(shelf.stylesheet('book')), shelf.layout('broadsheet').grid.columns); "
        "from edition.packs.faces import faces_of; from edition.trade.regions import HONG_KONG; "
        "print(sorted(faces_of(HONG_KONG)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "out", text=True, capture_output=True,
        check=True, env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
    )
    said = done.stdout.splitlines()
    assert said[0].startswith(str(tmp_path / "installed"))
    assert "broadsheet" in said[1] and said[2].endswith(" 8") and "kai" in said[3]
