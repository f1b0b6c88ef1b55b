"""The reader's language: which it is, that all is said in it, and that no output depends on it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.cli import main
from edition.cli.language import named, of_locale
from edition.messages.spoken import of_script
from edition.messages.texts import LANGS

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))
GOOD = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。\n\n（王小明）\n"
TRADITIONAL = "石橋修好了\n\n昨天上午，南湖村的老石橋修好了，這時村裡人都來看。\n\n（王小明）\n"
LOST = "石桥修好了\n\n修桥+护桥”的办法，村里人都说好。桥头立着一块碑，刻着名字。\n\n（王小明）\n"
_COMMAND = re.compile(r"edition(?: (?:build|pdf|epub|stories|check|schema|[\w./-]*[./-][\w./-]*))+")
_ENGLISH = re.compile(r"\b[A-Za-z][a-z']*(?:[ ,;:]+[A-Za-z][a-z']*){2,}\b")
"""three words in a row"""


def english(said: str) -> list[str]:
    """What looks like an English sentence: no command, option, path or key."""
    plain = re.sub(r"\S*[/_.=]\S*", "|", _COMMAND.sub("|", said))
    return _ENGLISH.findall(re.sub(r"--?[a-z][\w-]*", "|", plain))


def speak(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    for name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", locale)


def judge(said: str) -> None:
    """No English sentence stands in what is said."""
    assert not english(said), said


@pytest.mark.parametrize(("tag", "lang"), [
    ("zh-Hans", "zh-Hans"), ("zh_CN", "zh-Hans"), ("zh_CN.GB18030", "zh-Hans"), ("zh", "zh-Hans"),
    ("zh-SG", "zh-Hans"), ("zh_Hans_HK", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("zh-TW", "zh-Hant"),
    ("zh_HK.UTF-8", "zh-Hant"), ("ZH-hant-hk", "zh-Hant"), ("zh_MO", "zh-Hant"),
    ("en_US.UTF-8", "en"), ("en", "en"), ("fr", None), ("", None), ("zhuang", None),
])
def test_a_tag_has_the_nearest_meaning(tag: str, lang: str | None) -> None:
    assert named(tag) == lang


@pytest.mark.parametrize(("environment", "lang"), [
    ({}, None), ({"LANG": "C"}, None), ({"LANG": "C.UTF-8"}, None), ({"LC_ALL": "POSIX"}, None),
    ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"), ({"LANG": "zh_TW.Big5"}, "zh-Hant"),
    ({"LANG": "fr_FR.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_HK"}, "zh-Hant"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_HK", "LC_ALL": "en_GB"}, "en"),
    ({"LC_ALL": "", "LANG": "zh_CN"}, "zh-Hans"), ({"LC_ALL": "C", "LANG": "zh_CN"}, None),
    ({"LANG": "de_DE", "LANGUAGE": "de:zh_TW:en"}, "zh-Hant"),
    ({"LANG": "C", "LANGUAGE": "zh_TW"}, None), ({"LANG": "zh_CN", "LANGUAGE": ""}, "zh-Hans"),
])
def test_the_locale_is_read_as_gettext_reads_it(
    environment: dict[str, str], lang: str | None
) -> None:
    assert of_locale(environment) == lang


def test_the_script_of_copy_is_told_by_its_characters() -> None:
    assert of_script([GOOD]) == "zh-Hans" and of_script([TRADITIONAL]) == "zh-Hant"
    assert of_script(["一二三", "ABC"]) is None and of_script([]) is None
    assert of_script(["“The bridge” is mended."]) == "en"
    assert of_script(["The bridge", "桥"]) == "zh-Hans"


@pytest.mark.parametrize(("argv", "locale", "word"), [
    (["stories"], "C", "没有疑问"), (["stories", "--lang", "en"], "zh_CN", "No queries"),
    (["stories"], "zh_TW.UTF-8", "沒有疑問"), (["stories", "--lang=zh-TW"], "C", "沒有疑問"),
])
def test_an_option_outdoes_the_locale_and_the_locale_the_copy(
    argv: list[str], locale: str, word: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    speak(monkeypatch, locale)
    page = tmp_path / "page.txt"
    page.write_text(GOOD, encoding="utf-8")
    assert main([*argv, str(page)]) == 0
    assert word in capsys.readouterr().out


def test_without_a_locale_traditional_copy_is_answered_in_traditional(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(monkeypatch, "C")
    page = tmp_path / "page.txt"
    page.write_text(TRADITIONAL, encoding="utf-8")
    assert main(["stories", str(page)]) == 0
    assert "稿件是繁體字，按 zh-Hant 讀出" in capsys.readouterr().out


def test_a_language_without_messages_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "x.txt", "--lang", "fr"]) == 2
    assert "zh-Hans, zh-Hant, en" in capsys.readouterr().err


COMMANDS = (
    [], ["build"], ["pdf"], ["epub"], ["stories"], ["schema"], ["check"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c) or "edition")
@pytest.mark.parametrize(("locale", "usage"), [("zh_CN.UTF-8", "用法"), ("zh_TW.UTF-8", "選項")])
def test_help_is_chinese_and_its_lines_hold_the_terminal(
    locale: str, usage: str, command: list[str],
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    speak(monkeypatch, locale)
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert usage in said
    assert not english(said.replace("zh-Hans", "").replace("JSON Schema", ""))
    assert not re.search(r"^ *[，。；：、）]", said, re.MULTILINE)


@pytest.mark.parametrize("argv", [
    [], ["print"], ["pdf"], ["pdf", "x", "--frobnicate"], ["build", "x", "--only", "html"],
    ["pdf", "x", "-o"], ["stories", "x", "--json=3"], ["pdf", "x", "--la", "y"],
    ["pdf", "x", "--lang", "fr"], ["pdf", ""],
], ids=lambda argv: " ".join(argv) or "none")
@pytest.mark.parametrize(("locale", "word"), [("zh_CN.UTF-8", "错误"), ("zh_TW.UTF-8", "錯誤")])
def test_wrong_use_is_told_in_chinese(
    locale: str, word: str, argv: list[str],
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    speak(monkeypatch, locale)
    assert main(argv) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"edition: {word}：") and said.count("\n") == 1
    judge(said)


def _file(data: bytes | str, *more: str, sidecar: str = "") -> Callable[[Path], list[str]]:
    def made(folder: Path) -> list[str]:
        page = folder / "page.txt"
        page.write_bytes(data.encode() if isinstance(data, str) else data)
        if sidecar:
            (folder / "page.toml").write_text(sidecar, encoding="utf-8")
        return ["pdf", str(page), "-o", str(folder / "out.pdf"), *more]

    return made


def _output(name: str) -> Callable[[Path], list[str]]:
    """An output at `name`, where a folder `folder` and the copy `page.txt` stand already."""
    def made(folder: Path) -> list[str]:
        (folder / "page.txt").write_text(GOOD, encoding="utf-8")
        (folder / "folder").mkdir()
        return ["epub", str(folder / "page.txt"), "-o", str(folder / name)]

    return made


def _check(name: str, data: bytes | None) -> Callable[[Path], list[str]]:
    def made(folder: Path) -> list[str]:
        if data is not None:
            (folder / name).write_bytes(data)
        return ["check", str(folder / name)]

    return made


def _huge(name: str, size: int, command: str) -> Callable[[Path], list[str]]:
    def made(folder: Path) -> list[str]:
        with (folder / name).open("wb") as target:
            target.truncate(size)
        return [command, str(folder / name)]

    return made


def _linked(folder: Path) -> list[str]:
    (folder / "secret.txt").write_text(GOOD, encoding="utf-8")
    (folder / "copy").mkdir()
    (folder / "copy" / "page.txt").symlink_to(folder / "secret.txt")
    return ["pdf", str(folder / "copy")]


def _empty(folder: Path) -> list[str]:
    (folder / "empty").mkdir()
    return ["pdf", str(folder / "empty")]


REFUSED: dict[str, tuple[Callable[[Path], list[str]], int]] = {
    "missing": (lambda folder: ["pdf", str(folder / "no.txt")], 3),
    "empty folder": (_empty, 3),
    "empty file": (_file(b"\n \n\t\n"), 3),
    "binary": (_file(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), 3),
    "no encoding": (_file("石桥。".encode() + b"\xff\xfe\xff\x80\xff" + "村。".encode()), 3),
    "wrong encoding": (_file(GOOD, "--encoding", "klingon"), 2),
    "200 MB": (_huge("huge.txt", 200_000_000, "pdf"), 3),
    "layout": (_file(GOOD, "--layout", "tablecloth"), 2),
    "theme": (_file(GOOD, "--theme", "plaid"), 2),
    "tag": (_file(GOOD, "--to", "fr"), 2),
    **{f"sidecar {text!r}": (_file(GOOD, sidecar=text), 2) for text in (
        "paper = ", 'colour = "red"\n', "paper = [7]\n", 'date = "soon"\n', "editors = 3\n",
    )},
    "device": (lambda folder: ["pdf", "/dev/zero"], 3),
    "link": (_linked, 3),
    "output is a folder": (_output("folder"), 5),
    "output under a file": (_output("page.txt/x.epub"), 5),
    "output is the copy": (_output("page.txt"), 5),
    "check missing": (_check("no.pdf", None), 3),
    "check folder": (lambda folder: ["check", str(folder)], 3),
    "check giant": (_huge("giant.pdf", 2_000_000_000, "check"), 3),
    "check junk": (_check("bad.pdf", b"junk"), 3),
    "check junk book": (_check("bad.epub", b"junk"), 3),
    "check other": (_check("page.doc", b"junk"), 2),
}
"""What is refused: the command line and its exit code."""


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize(("locale", "word"), [("zh_CN.UTF-8", "错误"), ("zh_TW.UTF-8", "錯誤")])
def test_every_error_is_told_in_chinese(
    locale: str, word: str, case: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    speak(monkeypatch, locale)
    made, code = REFUSED[case]
    assert main(made(tmp_path)) == code
    said = capsys.readouterr().err
    assert said.startswith(f"edition: {word}：") and said.count("\n") == 1
    judge(said.replace(str(tmp_path), ""))


def test_a_bad_clock_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(monkeypatch, "zh_CN.UTF-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert main(_output("x.epub")(tmp_path)) == 2
    assert "SOURCE_DATE_EPOCH 是“tomorrow”。它应是 1970 年以来的秒数" in capsys.readouterr().err


@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "zh_TW.UTF-8"])
@pytest.mark.parametrize("command", ["build", "stories", "check"])
def test_what_a_command_says_is_chinese(
    command: str, locale: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    speak(monkeypatch, locale)
    page = tmp_path / "page.txt"
    page.write_text(LOST, encoding="utf-8")
    if command == "stories":
        argv = ["stories", str(page), "--proof", str(tmp_path / "page.html")]
    else:
        argv = ["build", str(page), "-o", str(tmp_path / "out")]
    assert main(argv) == 0
    if command == "check":
        capsys.readouterr()
        assert main(["check", str(tmp_path / "out" / "page.pdf")]) == 0
    said = capsys.readouterr()
    judge((said.out + said.err).replace(str(tmp_path), ""))


@pytest.mark.parametrize(("lang", "words"), [
    ("zh-Hans", ("疑问", "标题", "答复")), ("zh-Hant", ("疑問", "標題", "答覆")),
])
def test_the_proof_sheet_speaks_to_its_editor(
    lang: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    page, sheet = tmp_path / "page.txt", tmp_path / "sheet.html"
    page.write_text(LOST, encoding="utf-8")
    assert main(["stories", str(page), "--proof", str(sheet), "--lang", lang]) == 0
    html = sheet.read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in html
    assert all(word in html for word in words)
    body = re.sub(r"<[^>]*>", "|", html.split("</style>", 1)[1])
    judge(body)


def test_outputs_do_not_depend_on_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(LOST, encoding="utf-8")
    made = []
    for lang in LANGS:
        out = tmp_path / lang
        assert main(["build", str(page), "-o", str(out), "--lang", lang]) == 0
        capsys.readouterr()
        assert main(["stories", str(page), "--json", "--lang", lang]) == 0
        stories = capsys.readouterr().out
        assert main(["check", str(out / "page.pdf"), "--json", "--lang", lang]) == 0
        report = json.loads(capsys.readouterr().out) | {"file": ""}
        files = [(out / name).read_bytes() for name in ("page.pdf", "page.epub")]
        made.append((files, stories, report))
    assert made[0] == made[1] == made[2]


def test_help_opens_no_heavy_room() -> None:
    code = (
        "import sys\nfrom edition.cli import main\n"
        "try:\n    main(['build', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'numpy', 'opencc', 'jieba', 'weasyprint', 'PIL', 'lxml', 'rich',"
        " 'jinja2', 'ebooklib', 'edition.build'} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stderr == "[]\n"
