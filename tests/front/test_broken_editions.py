"""Forty broken editions: one located sentence each, the right exit code, nothing half made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.cli import main

COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"


def _sidecar(text: str | bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "page.txt").write_text(COPY, encoding="utf-8")
        data = text if isinstance(text, bytes) else text.encode()
        (folder / "page.toml").write_bytes(data)
        return "page.txt"

    return make


def _file(name: str, data: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).write_bytes(data)
        return name

    return make


def _folder_of(*names: str, data: bytes = b"") -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "issue").mkdir()
        for name in names:
            (folder / "issue" / name).write_bytes(data)
        return "issue"

    return make


def _link(folder: Path) -> str:
    (folder / "page.txt").symlink_to("/etc/hostname")
    return "page.txt"


def _ring(folder: Path) -> str:
    (folder / "page.txt").symlink_to("other.txt")
    (folder / "other.txt").symlink_to("page.txt")
    return "page.txt"


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "page.txt")
    return "page.txt"


def _front(text: str) -> Callable[[Path], str]:
    return _file("page.md", f"---\n{text}\n---\n\n# 渡口修好了\n\n老渡口修好了。\n".encode())


EDITIONS: dict[str, tuple[Callable[[Path], str], int, str]] = {
    # sidecars
    "not toml": (_sidecar("paper ="), 2, "page.toml"),
    "not utf-8": (_sidecar(b"paper = \"\xff\xfe\""), 2, "page.toml"),
    "unknown key": (_sidecar('papper = "甲"'), 2, "papper"),
    "key twice": (_sidecar('paper = "甲"\npaper = "乙"'), 2, "page.toml"),
    "number for a name": (_sidecar("paper = 1.5"), 2, "paper"),
    "list for a name": (_sidecar('paper = ["甲"]'), 2, "paper"),
    "control character": (_sidecar('paper = "甲\\u0007乙"'), 2, "paper"),
    "no day": (_sidecar('date = "明天"'), 2, "明天"),
    "two days": (_sidecar('date = "03/04/2026"'), 2, "2026-03-04"),
    "false weekday": (_sidecar('date = "2026年11月29日 星期五"'), 2, "2026-11-29"),
    "no such date": (_sidecar('date = "2026年2月30日"'), 2, "2026年2月30日"),
    "truth for a date": (_sidecar("date = true"), 2, "date"),
    "truth for an issue": (_sidecar("issue = true"), 2, "issue"),
    "editors as text": (_sidecar('editors = "方晴"'), 2, "editors"),
    "editor without a name": (_sidecar('[[editors]]\nrole = "编辑"'), 2, "editors"),
    "sections as text": (_sidecar('sections = "要闻"'), 2, "sections"),
    "picture outside": (
        _sidecar('[[pictures]]\nfile = "../a.jpg"\nstory = 1'), 2, "pictures.file"),
    "picture without a story": (_sidecar('[[pictures]]\nfile = "a.jpg"'), 2, "pictures.story"),
    "focus turned round": (
        _sidecar('[[pictures]]\nfile="a.jpg"\nstory=1\nfocus=[0.9,0,0.1,1]'), 2, "focus"),
    "rank of a word": (
        _sidecar('[[stories]]\nheadline = "渡口修好了"\nrank = "first"'), 2, "rank"),
    "answer nobody knows": (
        _sidecar('[[answers]]\nline = 1\ntext = "渡口"\ndo = "burn"'), 2, "answers"),
    "figures of a third kind": (_sidecar('figures = "wide"'), 2, "figures"),
    "origin nobody knows": (_sidecar('copied_from = "dream"'), 2, "copied_from"),
    "glossary of nothing": (
        _sidecar('[[glossary]]\nsimplified = ""\ntraditional = "甲"'), 2, "glossary"),
    "deep toml": (_sidecar("a = " + "[" * 5000), 2, "page.toml"),
    # front matter
    "front matter without a day": (_front("date: 明天"), 3, "明天"),
    "front matter of two days": (_front("date: 03/04/2026"), 3, "2026-03-04"),
    "front matter that is no yaml": (_front("a: [b"), 3, "page.md"),
    # files
    "missing": (lambda folder: "nowhere.txt", 3, "nowhere.txt"),
    "empty": (_file("page.txt", b""), 3, "page.txt"),
    "blank": (_file("page.txt", " \n\u3000\n".encode()), 3, "page.txt"),
    "unknown kind": (_file("page.doc", b"\xd0\xcf\x11\xe0"), 3, "page.doc"),
    "broken word": (_file("page.docx", b"PK\x03\x04 junk"), 3, "page.docx"),
    "broken json": (_file("page.json", b'{"sections": ['), 3, "page.json"),
    "json of something else": (_file("page.json", b'{"a": 1}'), 3, "page.json"),
    "broken xml": (_file("page.xml", b"<nitf><body>"), 3, "page.xml"),
    "binary": (_file("page.txt", bytes(range(256)) * 20), 3, "page.txt"),
    "link that leads out": (_link, 3, "page.txt"),
    "links in a ring": (_ring, 3, "page.txt"),
    "pipe": (_pipe, 3, "page.txt"),
    # folders
    "empty folder": (_folder_of(), 3, "issue"),
    "folder of pictures": (_folder_of("a.jpg", "b.heic", data=b"x"), 3, "issue"),
    "folder of documents": (_folder_of("a.pages", "b.xlsx", data=b"x"), 3, "issue"),
    "folder of broken files": (_folder_of("a.docx", "b.docx", data=b"junk"), 3, "a.docx"),
    "folder of blank files": (_folder_of("a.txt", "b.txt", data=b" \n"), 3, "a.txt"),
}


def test_there_are_forty() -> None:
    assert len(EDITIONS) >= 40


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
@pytest.mark.parametrize("name", EDITIONS)
def test_a_broken_edition_is_one_sentence(
    name: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, code, place = EDITIONS[name]
    source = tmp_path / make(tmp_path)
    before = sorted(p.name for p in tmp_path.iterdir())
    out = tmp_path / "out.epub"
    assert main(["epub", str(source), "-o", str(out), "--lang", lang]) == code
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1, said.err
    assert place in said.err, said.err
    for mark in ("Traceback", "{", "Error:", "None"):
        assert mark not in said.err.removeprefix("edition: error: "), said.err
    assert sorted(p.name for p in tmp_path.iterdir()) == before
