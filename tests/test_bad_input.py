"""Bad input: one clear error or query, the documented exit code, old output untouched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from edition.checks.sight.glyphs import sheets
from edition.cli import main

GOOD = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that is already there and must stay as it is."""
    path = tmp_path / "out" / "page.pdf"
    path.parent.mkdir()
    path.write_bytes(b"yesterday's page")
    return path


def refused(
    argv: list[str], code: int, capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    """Run, expect `code` and one line of error that holds `words`; return it."""
    assert main(argv) == code
    said = capsys.readouterr()
    lines = [line for line in said.err.splitlines() if line.startswith("edition: error:")]
    assert len(lines) == 1, said.err
    assert "Traceback" not in said.err
    for word in words:
        assert word in lines[0], lines[0]
    return lines[0]


def untouched(out: Path) -> None:
    assert out.read_bytes() == b"yesterday's page"
    assert [p.name for p in out.parent.iterdir()] == [out.name]


def write(tmp_path: Path, data: bytes | str, name: str = "page.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_missing_file(tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(["pdf", str(tmp_path / "no.txt"), "-o", str(out)], 3, capsys, "no.txt")
    untouched(out)


def test_a_folder_without_copy(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    refused(["pdf", str(folder), "-o", str(out)], 3, capsys, "empty")
    untouched(out)


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", "\u3000\n".encode()])
def test_an_empty_file(
    data: bytes, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(["pdf", str(write(tmp_path, data)), "-o", str(out)], 3, capsys, "page.txt")
    untouched(out)


def test_a_binary_file(tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    refused(["pdf", str(write(tmp_path, data)), "-o", str(out)], 3, capsys, "page.txt")
    untouched(out)


def test_bytes_in_no_encoding(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = "石桥修好了。".encode() + b"\xff\xfe\xff\x80\xff" + "村里人都来看。".encode()
    refused(["pdf", str(write(tmp_path, data)), "-o", str(out)], 3, capsys, "page.txt")
    untouched(out)


def test_a_file_of_200_megabytes(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as target:
        target.truncate(200_000_000)
    refused(["pdf", str(path), "-o", str(out)], 3, capsys, "huge.txt", "20")
    untouched(out)


def test_an_unknown_layout_names_the_known_ones(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, GOOD)
    for name in ("tablecloth", "../../etc", "/etc", ""):
        refused(["pdf", str(page), "-o", str(out), "--layout", name], 2, capsys, "broadsheet")
    untouched(out)


def test_an_unknown_tag_names_the_known_ones(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, GOOD)
    refused(["pdf", str(page), "-o", str(out), "--to", "ja"], 2, capsys, "zh-Hant-HK")
    refused(["pdf", str(page), "-o", str(out), "--to", "fr"], 2, capsys, "zh-Hant-HK")
    untouched(out)


@pytest.mark.parametrize(
    "sidecar",
    ["paper = ", 'colour = "red"\n', "paper = [7]\n", 'date = "soon"\n', "editors = 3\n"],
)
def test_a_broken_sidecar(
    sidecar: str, tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, GOOD)
    write(tmp_path, sidecar, "page.toml")
    refused(["pdf", str(page), "-o", str(out)], 2, capsys, "page.toml")
    untouched(out)


def test_an_output_that_is_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, GOOD)
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    refused(["pdf", str(page), "-o", str(folder)], 5, capsys, "folder.pdf")
    assert list(folder.iterdir()) == []


def test_an_output_under_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = write(tmp_path, GOOD)
    refused(["pdf", str(page), "-o", str(page / "x.pdf")], 5, capsys, "page.txt")
    assert page.read_text(encoding="utf-8") == GOOD


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc/self").exists(), reason="no /proc here")
def test_a_read_only_output_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, GOOD)
    if os.geteuid() == 0:
        target = Path("/proc/edition.pdf")
    else:
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o555)
        target = locked / "page.pdf"
    refused(["pdf", str(page), "-o", str(target)], 5, capsys, str(target.parent))


HOSTILE = (
    "“{{7*7}}”与<script>alert(1)</script>\n\n"
    "正文写着{% raw %}和{{ config }}，还有<b>粗体</b>和a&b<c，以及]]>这样的记号。"
    "又写着file:///etc/passwd和http://127.0.0.1:9/x.png两个地址，还有<img src=x>。\n\n（王小明）\n"
)


def test_markup_and_template_syntax_are_printed_as_they_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, out = write(tmp_path, HOSTILE), tmp_path / "page.pdf"
    assert main(["pdf", str(page), "-o", str(out)]) == 0
    text = "".join(g.char for s in sheets(out.read_bytes()) for g in s.glyphs if g.char != " ")
    for words in ("{{7*7}}", "<script>alert(1)</script>", "{%raw%}", "a&b<c", "]]>",
                  "file:///etc/passwd", "http://127.0.0.1:9/x.png", "<imgsrc=x>"):
        assert words in text, words
    assert "reference" not in capsys.readouterr().err
    assert b"/JavaScript" not in out.read_bytes()


def test_control_and_bidi_characters_are_taken_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD.replace("石桥", "石\x07桥").replace("南湖", "\u202e南湖").replace("老", "\x00老")
    page, out = write(tmp_path, text), tmp_path / "page.pdf"
    assert main(["pdf", str(page), "-o", str(out)]) == 0
    assert main(["stories", str(page), "--json"]) == 0
    shown = capsys.readouterr().out
    assert "\\u0007" not in shown and "\\u202e" not in shown and "\u202e" not in shown
    assert "石桥修好了" in shown
    drawn = "".join(g.char for s in sheets(out.read_bytes()) for g in s.glyphs)
    assert "南湖村的老石桥修好了" in "".join(drawn.split())


def test_a_link_out_of_the_folder_is_not_followed(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = write(tmp_path, "机密\n\n机密内容不得外传，谁也不许看。\n", "secret.txt")
    folder = tmp_path / "copy"
    folder.mkdir()
    (folder / "page.txt").symlink_to(secret)
    assert main(["pdf", str(folder), "-o", str(out)]) == 3
    assert "Traceback" not in capsys.readouterr().err
    untouched(out)


def test_a_device_is_not_read(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(["pdf", "/dev/zero", "-o", str(out)], 3, capsys, "/dev/zero")
    untouched(out)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("no.pdf", None, 3),
        ("bad.pdf", b"junk", 3),
        ("bad.epub", b"junk", 3),
        ("empty.pdf", b"", 3),
        ("page.doc", b"junk", 2),
    ],
)
def test_check_refuses_what_is_no_page_and_no_book(
    name: str, data: bytes | None, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    refused(["check", str(path)], code, capsys)


def test_check_reads_neither_device_nor_folder_nor_giant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    giant = tmp_path / "giant.pdf"
    with giant.open("wb") as target:
        target.truncate(2_000_000_000)
    for path, words in (("/dev/zero", "not a file"), (tmp_path, "not a file"), (giant, "500 MB")):
        refused(["check", str(path)], 3, capsys, str(path), words)


def test_a_bad_clock_setting(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    refused(["epub", str(write(tmp_path, GOOD)), "-o", str(out)], 2, capsys, "SOURCE_DATE_EPOCH")
    untouched(out)


def test_make_says_which_packages_are_missing() -> None:
    """The one sentence of set-up names the packages of three systems."""
    script = Path(__file__).resolve().parent.parent / ".ci" / "setup.sh"
    text = script.read_text(encoding="utf-8")
    for word in ("libpangoft2-1.0-0", "dnf install", "brew install", "exit 4"):
        assert word in text
    subprocess.run(["sh", "-n", str(script)], check=True)
