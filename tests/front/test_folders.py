"""A folder says what it left aside, stands being built into, and goes on past one broken file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from edition import build
from edition.cli import main
from edition.outfit import programs

COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"
OTHER = "桥也修好了\n\n东渡镇的老石桥昨天也修好了，镇里的人都到桥头上来看。\n\n（记者 方晴）\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "issue"
    path.mkdir()
    (path / "a.txt").write_text(COPY, encoding="utf-8")
    return path


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 40, 40)).save(out, kind)
    return out.getvalue()


def told(folder: Path) -> list[tuple[str, str]]:
    """(kind, file) of what is said of the folder."""
    return [(r.kind, str(r.values["file"])) for r in build.read(folder).diagnostics
            if "file" in r.values]


@pytest.mark.parametrize("name", [
    "old.dot", "sheet.xlsx", "talk.pptx", "mail.eml", "UPPER.DOCM", "book.ott", "page.fbd",
])
def test_a_document_that_is_not_read_is_named(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0 whatever")
    assert told(folder) == [("document_left_out", name)]


def test_every_file_left_aside_has_its_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.pages").write_bytes(b"x")
    (folder / "c.jpg").write_bytes(picture("JPEG"))
    (folder / "stray.toml").write_text('paper = "甲"', encoding="utf-8")
    (folder / "notes.log").write_text("x", encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "d.txt").write_text(OTHER, encoding="utf-8")
    for passed in (".DS_Store", "~$a.docx", "Thumbs.db"):
        (folder / passed).write_bytes(b"x")
    assert sorted(told(folder)) == sorted([
        ("document_left_out", "b.pages"), ("picture_unnamed", "c.jpg"),
        ("sidecar_beside_nothing", "stray.toml"), ("other_left_out", "notes.log"),
        ("folder_left_out", "more"),
    ])
    assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub")]) == 0
    said = capsys.readouterr().err
    for name in ("b.pages", "c.jpg", "stray.toml", "notes.log", "more"):
        assert sum(name in line for line in said.splitlines()) == 1, name


def test_what_is_named_and_used_has_no_line(folder: Path) -> None:
    (folder / "images").mkdir()
    (folder / "images" / "p.png").write_bytes(picture())
    (folder / "edition.toml").write_text(
        'paper = "东渡报"\n[[pictures]]\nfile = "images/p.png"\nstory = 1\n', encoding="utf-8"
    )
    (folder / "empty").mkdir()
    assert told(folder) == []


def test_an_edition_toml_that_nothing_uses_is_named(folder: Path) -> None:
    (folder / "a.toml").write_text('paper = "东渡报"', encoding="utf-8")
    (folder / "edition.toml").write_text('paper = "西渡报"', encoding="utf-8")
    assert told(folder) == [("sidecar_beside_nothing", "edition.toml")]


def test_a_folder_built_into_itself_is_stable(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["build", str(folder), "-o", str(folder), "--layout", "newsletter"]
    assert main(words) == 0
    made = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert {p.rpartition(".")[2] for p in made} == {"txt", "pdf", "epub", "html"}
    assert main(words) == 0
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == made
    kinds = {kind for kind, _ in told(folder)}
    assert kinds == {"own_output_left_out"}
    capsys.readouterr()
    assert main(["stories", str(folder)]) == 0
    assert "校样" not in capsys.readouterr().out


def test_the_folder_one_stands_in_is_built_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for _ in range(2):
        assert main(["build", ".", "--only", "epub"]) == 0
    assert [p.name for p in (folder / "build").iterdir()] == ["issue.epub"]
    assert told(Path(".")) == [("own_output_left_out", "build")]


def test_a_pdf_of_anyone_else_is_no_output_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "program", programs.Program)
    (folder / "issue.pdf").write_bytes(b"%PDF-1.4\n% a scan of the copy\n%%EOF")
    with zipfile.ZipFile(folder / "issue.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
    assert told(folder) == [
        ("document_left_out", "issue.epub"), ("converter_left_out", "issue.pdf"),
    ]


BROKEN = {
    "empty.txt": b"  \n", "junk.docx": b"PK\x03\x04 junk", "junk.json": b"{", "junk.xml": b"<a",
    "binary.txt": b"\x00\x01\x02\xff\xfe\x00" * 90,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_and_the_rest_is_made(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(BROKEN[name])
    (folder / "z.txt").write_text(OTHER, encoding="utf-8")
    out = tmp_path / "o.epub"
    assert main(["epub", str(folder), "-o", str(out)]) == 0
    said = capsys.readouterr().err
    assert sum(f"{name} was not read" in line for line in said.splitlines()) == 1, said
    assert "{" not in said and "Traceback" not in said
    text = "".join(
        zipfile.ZipFile(out).read(n).decode() for n in zipfile.ZipFile(out).namelist()
        if n.endswith(".xhtml")
    )
    assert "老渡口昨天修好了" in text and "老石桥昨天也修好了" in text
    out.unlink()
    assert main(["epub", str(folder), "-o", str(out), "--strict"]) == 1
    assert not out.exists(), "under --strict the rest is not made"


@pytest.mark.parametrize(("name", "data"), [
    ("p.heic", b"\0\0\0\x18ftypheic" + b"\0" * 80), ("p.gif", picture("GIF")),
    ("p.png", picture()[:400]), ("p.jpg", b""), ("p.svg", b"<svg/>"), ("p.tif", picture("TIFF")),
])
@pytest.mark.parametrize("by", ["sidecar", "copy"])
def test_a_picture_that_cannot_be_used_is_named_and_the_rest_is_made(
    name: str, data: bytes, by: str, folder: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / name).write_bytes(data)
    if by == "sidecar":
        (folder / "edition.toml").write_text(
            f'[[pictures]]\nfile = "{name}"\nstory = "渡口修好了"\ncaption = "新渡口"\n',
            encoding="utf-8",
        )
    else:
        (folder / "b.md").write_text(
            f"# 桥也修好了\n\n东渡镇的老石桥也修好了。\n\n![新渡口]({name})\n", encoding="utf-8"
        )
    out = tmp_path / "o.epub"
    assert main(["epub", str(folder), "-o", str(out)]) == 0
    said = capsys.readouterr().err
    named = [line for line in said.splitlines() if name in line]
    assert len(named) == 1 and "picture" in named[0].lower(), said
    assert main(["epub", str(folder), "-o", str(out), "--strict"]) == 1


def test_a_folder_of_nothing_but_broken_files_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(b"junk")
    assert main(["epub", str(tmp_path), "-o", str(tmp_path / "o.epub")]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_two_folders_are_two_issues(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    (second / "b.txt").write_text(OTHER, encoding="utf-8")
    out = tmp_path / "out"
    words = [str(folder), str(second)]
    assert main(["build", *words, "-o", str(out), "--only", "epub"]) == 0
    assert {p.name for p in out.iterdir()} == {"issue.epub", "second.epub"}
    capsys.readouterr()
    for command in (["epub", *words, "-o", str(tmp_path / "o.epub")], ["stories", *words]):
        assert main(command) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and "2 issues" in said and str(second) in said


def test_files_of_two_dates_are_two_issues(tmp_path: Path) -> None:
    for name, day, copy in (("a", "2026-11-29", COPY), ("b", "2026-11-30", OTHER)):
        (tmp_path / f"{name}.txt").write_text(copy, encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(
            f'paper = "东渡报"\ndate = {day}\n', encoding="utf-8"
        )
    words = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["build", *words, "-o", str(tmp_path / "out"), "--only", "epub"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert main(["epub", *words, "-o", str(tmp_path / "o.epub")]) == 2


def test_pages_of_one_issue_are_one_issue(tmp_path: Path) -> None:
    for name, page, copy in (("a", 1, COPY), ("b", 2, OTHER)):
        (tmp_path / f"{name}.txt").write_text(copy, encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(
            f'paper = "东渡报"\ndate = 2026-11-29\npage = "{page}"\n', encoding="utf-8"
        )
    words = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["epub", *words, "-o", str(tmp_path / "o.epub")]) == 0


def test_two_issues_that_would_be_one_file_are_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = tmp_path / "other" / "issue"
    twin.mkdir(parents=True)
    (twin / "b.txt").write_text(OTHER, encoding="utf-8")
    words = ["build", str(folder), str(twin), "-o", str(tmp_path / "out"), "--only", "epub"]
    assert main(words) == 2
    assert "the same file" in capsys.readouterr().err
