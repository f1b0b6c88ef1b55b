"""Set-up: locks with digests and no addresses, faces fetched once, one sentence when it fails."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edition.cli import main
from edition.messages.texts import Phrase
from edition.outfit import condition, fetching
from edition.outfit.facefiles import FaceFile, is_of, looked_at
from edition.outfit.systemlibraries import commands_for, libraries, system_of
from edition.packs import faces as faces_room
from edition.packs.faces import cache_folder, face_of, place_of, register
from edition.trade.regions import MAINLAND

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (ROOT / ".ci/lock/requirements.txt", ROOT / ".ci/lock/dev.txt")
FACE = b"the bytes of a face"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and a register of one needed and one optional face."""
    faces = (entry("needed", "npm", FACE), entry("optional", "deb", FACE + b"!"))
    faces[1]["fallback"] = "song"
    for module in (faces_room, fetching, condition):
        monkeypatch.setattr(module, "register", lambda: faces)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return cache_folder()


def entry(name: str, source: str, data: bytes) -> dict[str, Any]:
    return {
        "id": name, "name": name, "weight": 400, "source": source, "package": f"{name}-fonts",
        "version": "1", "file": f"{name}.ttf", "size": len(data), "roles": ["song"],
        "regions": ["CN"], "measures": [1000, 900, -100],
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def offer(
    monkeypatch: pytest.MonkeyPatch, needed: bytes, optional: bytes
) -> list[str]:
    """Stand in for the package sources; returns the list of packages asked for."""
    asked: list[str] = []

    def npm(command: object, package: str, version: str, folder: Path) -> None:
        asked.append(package)
        (folder / "needed.ttf").write_bytes(needed)

    def deb(package: str, folder: Path) -> None:
        asked.append(package)
        (folder / "optional.ttf").write_bytes(optional)

    monkeypatch.setattr("edition.outfit.clients.Npm.command", lambda self, folder: ["npm"])
    monkeypatch.setattr("edition.outfit.fetching.unpack_npm", npm)
    monkeypatch.setattr("edition.outfit.fetching.unpack_deb", deb)
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
    desk = declared["project"]["optional-dependencies"]["desk"]
    assert {*declared["project"]["dependencies"], *desk} <= set(wanted)
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


def test_a_face_is_fetched_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = offer(monkeypatch, FACE, FACE + b"!")
    assert main(["setup"]) == 0
    assert len(list(cache.iterdir())) == 2
    assert main(["setup"]) == 0
    assert asked == ["needed-fonts", "optional-fonts"]


def test_a_needed_face_with_another_digest_is_refused(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(monkeypatch, b"other bytes", FACE + b"!")
    assert main(["setup"]) == 4
    said = capsys.readouterr().err
    assert "needed: the face needed from needed-fonts was not to be had: its digest" in said
    assert [p.stem for p in cache.iterdir()] == [hashlib.sha256(FACE + b"!").hexdigest()]


def test_an_optional_face_of_another_release_is_asked_for_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = offer(monkeypatch, FACE, b"another release")
    assert main(["setup", "--once"]) == 0
    said = capsys.readouterr().err
    assert "song stands in" in said and "--fonts DIR" in said
    assert main(["setup", "--once"]) == 0
    assert capsys.readouterr().err == ""
    assert asked == ["needed-fonts", "optional-fonts"]
    assert main(["setup"]) == 0
    assert asked[2:] == ["optional-fonts"], "asked for by name, it is tried again"


def test_a_failed_download_is_tried_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = offer(monkeypatch, FACE, FACE + b"!")
    working = fetching.unpack_deb
    failed = Phrase("fetch_failed", {"said": "no network"})
    monkeypatch.setattr("edition.outfit.fetching.unpack_deb", lambda *_: failed)
    assert main(["setup", "--once"]) == 0
    monkeypatch.setattr("edition.outfit.fetching.unpack_deb", working)
    assert main(["setup", "--once"]) == 0
    assert asked == ["needed-fonts", "optional-fonts"]
    assert len(list(cache.iterdir())) == 2


def test_faces_come_from_a_folder_of_ones_own(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old cache is such a folder: its files are told by their digests, whatever their names."""
    asked = offer(monkeypatch, FACE, FACE + b"!")
    mine = tmp_path / "mine" / "deeper"
    mine.mkdir(parents=True)
    (mine / "a.ttf").write_bytes(FACE)
    (mine / "b.otf").write_bytes(FACE + b"!")
    assert main(["setup", "--fonts", str(tmp_path / "mine"), "--offline"]) == 0
    assert asked == []
    assert {p.read_bytes() for p in cache.iterdir()} == {FACE, FACE + b"!"}


def test_without_network_or_folder_the_needed_face_is_missed(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["setup", "--offline"]) == 4
    assert "0 of 2 faces" in capsys.readouterr().err
    assert main(["setup", "--fonts", str(tmp_path / "nowhere")]) == 3
    assert "there is no such folder" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_one_sentence(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(monkeypatch, FACE, FACE + b"!")
    cache.parent.parent.mkdir(parents=True, exist_ok=True)
    cache.parent.write_bytes(b"a file where the folder should be")
    assert main(["setup"]) == 5
    said = [line for line in capsys.readouterr().err.splitlines() if "error" in line]
    assert len(said) == 1 and "XDG_CACHE_HOME" in said[0]


def _kai() -> dict[str, Any]:
    return dict(next(face for face in register() if face["id"] == "lxgw-wenkai"))


def test_another_version_of_a_face_serves_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The 楷 face of another release: the name and the measures are right, the digest is not."""
    whole = place_of(_kai())
    if not whole.is_file():
        pytest.skip("the face is not here")
    others = cache_folder()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "kai.ttf").write_bytes(whole.read_bytes() + b"\0\0\0\0")
    home = tmp_path / "cache" / "edition" / "fonts"
    home.mkdir(parents=True)
    for path in others.iterdir():
        if path != whole:
            (home / path.name).symlink_to(path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert face_of("kai", MAINLAND).stands_in == "kai"
    assert main(["setup", "--fonts", str(mine), "--offline"]) == 0
    assert "of another version" in capsys.readouterr().err
    face = face_of("kai", MAINLAND)
    assert face.stands_in is None and face.other_version and face.name == "LXGW WenKai"
    assert main(["doctor"]) == 0
    assert "another version: LXGW WenKai" in capsys.readouterr().out


def test_a_slice_and_a_variable_font_are_no_face(tmp_path: Path) -> None:
    kai = _kai()
    small = FaceFile(tmp_path / "a", "", 4000, frozenset({"LXGW WenKai"}), 400, False,
                     (1000, 928, -256), True)
    whole = replace(small, size=kai["size"])
    assert is_of(whole, kai)
    assert not is_of(small, kai)
    assert not is_of(replace(whole, whole=False), kai)
    assert not is_of(replace(whole, measures=(1000, 900, -256)), kai)
    assert not is_of(replace(whole, weight=700), kai)


@pytest.mark.parametrize("data", [
    b"", b"\0\1\0\0", b"\0\1\0\0\xff\xff", b"OTTO" + b"\xff" * 400, b"ttcf" + b"\0" * 90,
    b"\0\1\0\0\0\2" + b"\0" * 6 + b"name" + b"\0" * 4 + b"\0\0\0\x10\0\0\0\xff" + b"\xff" * 80,
])
def test_a_broken_font_file_is_passed_over(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    found = looked_at(path)
    assert found is None or not is_of(found, _kai())


@pytest.mark.parametrize(("platform", "release", "words"), [
    ("linux", "ID=debian\n", ["Debian", "apt-get", "libharfbuzz-subset0"]),
    ("linux", "ID=ubuntu\nID_LIKE=debian\n", ["Ubuntu", "apt-get"]),
    ("linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', ["Fedora", "dnf install pango"]),
    ("linux", "ID=strange\n", ["Debian", "Ubuntu", "Fedora", "macOS", "Windows"]),
    ("darwin", "", ["macOS", "brew install pango"]),
    ("win32", "", ["Windows", "pacman -S mingw-w64-x86_64-pango"]),
])
def test_the_command_for_the_system_is_the_one_of_the_system(
    platform: str, release: str, words: list[str], tmp_path: Path
) -> None:
    (tmp_path / "os-release").write_text(release, encoding="utf-8")
    said = " ".join(map(" ".join, commands_for(system_of(platform, tmp_path / "os-release"))))
    assert all(word in said for word in words)
    assert ("brew" in said) == ("macOS" in words)


def test_missing_libraries_are_named_with_their_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = tuple(replace(one, file="") for one in libraries()[:2])
    monkeypatch.setattr("edition.outfit.condition.libraries", lambda: lacking)
    assert main(["setup", "--offline"]) == 4
    said = capsys.readouterr().err
    assert "missing system libraries: gobject, pango" in said and "run “" in said
    assert "books can be made; newspapers need" in said
    assert main(["doctor"]) == 4
    assert "pango MISSING" in capsys.readouterr().out


def test_the_doctor_speaks_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["can_draw"] is (code == 0)
    assert len(found["faces"]) == len(register())
    assert {"fonts", "fontconfig"} == set(found["caches"])
    assert found["packages"]["weasyprint"] and found["layouts"]


def test_the_doctor_needs_one_screen(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("zh-Hans", "zh-Hant", "en"):
        main(["doctor", "--lang", lang])
        assert len(capsys.readouterr().out.splitlines()) <= 24


def test_npm_is_pinned_as_in_the_lock() -> None:
    lock = LOCKS[0].read_text(encoding="utf-8")
    pinned = (ROOT / "fonts/npm.txt").read_text(encoding="utf-8")
    lines = [line.strip(" \\") for line in pinned.splitlines() if line[:1] not in "#"]
    assert lines and all(line in lock for line in lines)
    assert "://" not in pinned


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
