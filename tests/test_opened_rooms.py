"""A command opens the rooms it uses, and no others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COPY = "石桥落成\n\n记者　李明\n\n昨天，石桥修好了，村里的人都去看。\n"
SHUT = {
    "stories": (
        "weasyprint", "edition_weasyprint", "edition_PIL", "jieba", "edition_jieba", "fontTools",
        "jinja2", "opencc", "uharfbuzz", "ebooklib", "trafilatura", "edition.makeup",
        "edition.writers", "edition.render.page", "edition.render.book", "edition.checks",
    ),
    "epub": (
        "weasyprint", "edition_weasyprint", "jieba", "edition_jieba", "fontTools", "opencc",
        "edition.makeup", "edition.writers.pdf", "edition.checks.sight", "edition.checks.pdf_file",
        "edition.checks.rules.pdf_rules", "edition.pressroom",
    ),
}


@pytest.mark.parametrize("command", SHUT)
def test_a_command_opens_no_room_it_does_not_use(command: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(COPY, encoding="utf-8")
    out = ["-o", str(tmp_path / "page.epub")] if command == "epub" else []
    code = (
        "import sys\nfrom edition.cli import main\n"
        f"assert main([{command!r}, {str(page)!r}, *{out!r}]) == 0\n"
        f"print(sorted(set({SHUT[command]!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="libraries have other file names there")
def test_no_program_is_run_to_find_the_libraries_of_the_engine() -> None:
    code = (
        "import subprocess\n"
        "def refuse(*words, **more):\n    raise AssertionError(words)\n"
        "subprocess.Popen.__init__ = refuse\n"
        "from edition.writers import weasy\n"
        "weasy.part('text.ffi')\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
