"""A program that uses edition is the same program afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
COPY = "山里的新路通车了\n\n本报讯 十一月二十九日，山里的新路通车了。\n\n（记者 张三）\n"


def ran(program: str, copy: str, *arguments: str) -> Any:
    """What a program of this folder prints, in a folder of its own for passing files."""
    done = subprocess.run(
        [sys.executable, str(HERE / program), copy, *arguments], capture_output=True, text=True,
        check=False, timeout=300, env={**os.environ, "TMPDIR": str(Path(copy).parent)},
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])
    assert done.stderr == "", done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.fixture
def copy(tmp_path: Path) -> str:
    file = tmp_path / "page.txt"
    file.write_text(COPY, encoding="utf-8")
    return str(file)


def test_nothing_of_the_process_is_changed(copy: str) -> None:
    """Environment, loggers, Pillow's switches, locale, signals, warnings, collector, chance,
    folder, umask, threads, prefixes of XML, limits, files left over, libraries loaded."""
    assert ran("host_state.py", copy) == {}


@lru_cache(maxsize=1)
def alone() -> Any:
    """What the host's own page is without edition."""
    done = subprocess.run(
        [sys.executable, str(HERE / "weasy_host.py"), "", "w"], capture_output=True, text=True,
        check=False, timeout=300,
    )
    if done.returncode:
        pytest.skip("WeasyPrint has no font of the system here")
    return json.loads(done.stdout)


@pytest.mark.check
@pytest.mark.parametrize("steps", ["ewew", "wew", "t", "ett"])
def test_the_hosts_weasyprint_draws_as_ever(copy: str, steps: str) -> None:
    """With the fonts of the system, byte for byte, before, after, between and in threads."""
    found = ran("weasy_host.py", copy, steps)
    assert set(found["pages"]) == set(alone()["pages"])
    assert found["tolerant"] is alone()["tolerant"], "what the host's WeasyPrint sets, it sets"


@pytest.mark.check
def test_the_pages_do_not_depend_on_the_host(copy: str) -> None:
    """A host's switches of Pillow, of loggers and of fontconfig change nothing of ours."""
    program = """
import hashlib, logging, os, sys
if sys.argv[2] == "odd":
    os.environ["FONTCONFIG_FILE"] = "/nowhere/fonts.conf"
    from PIL import Image, ImageFile
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = True, 10
    logging.basicConfig(level=logging.CRITICAL)
import edition
read = edition.read(sys.argv[1])
print(hashlib.sha256(edition.to_pdf(read.edition, "newsletter").data).hexdigest())
print(hashlib.sha256(edition.to_epub(read.edition).data).hexdigest())
"""
    said = [
        subprocess.run([sys.executable, "-c", program, copy, how], capture_output=True, text=True,
                       check=True, timeout=300).stdout
        for how in ("plain", "odd")
    ]
    assert said[0] == said[1] and len(said[0].split()) == 2
