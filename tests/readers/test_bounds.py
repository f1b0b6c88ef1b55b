"""Every bound of copy, files and sidecars holds at its last value and refuses the next."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from edition.copy import bounds, links, numbering, pictures, pillow
from edition.copy.bounds import safe_name, within_limits
from edition.copy.clean import clean_text
from edition.copy.decode import detect
from edition.copy.numbering import cut_runs, number_parts
from edition.errors import Confidence, UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.model import Edition, Mark, Paragraph, Run, Section, Story, plain
from edition.readers import beside, merging, read_bytes, read_sources, sources
from edition.readers.sources import Source, load, sidecar_name
from edition.sidecar.parse import parse_sidecar


def small(patch: pytest.MonkeyPatch, place: Any, **bounds: int) -> None:
    patch.setattr(place, "LIMITS", replace(LIMITS, **bounds))


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


def refused(kind: str, do: Any, *given: Any) -> None:
    with pytest.raises((UnreadableInput, WrongUse)) as fault:
        do(*given)
    assert fault.value.kind == kind


# --- text

def test_copy_may_be_as_long_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch, bounds, edition_characters=5)
    within_limits("五个字。\n", "a")
    refused("too_many_characters", within_limits, "五个字。。\n", "a")
    refused("copy_empty", within_limits, " \n\u3000", "a")


def divided(monkeypatch: pytest.MonkeyPatch, *runs: Run) -> list[str]:
    small(monkeypatch, numbering, paragraph_characters=6)
    edition = Edition("a", (Section(None, (Story("", "题", (Paragraph(runs, (3,)),)),)),))
    made, remarks = number_parts(edition)
    body = next(made.stories).body
    assert [(r.kind, r.line, r.story) for r in remarks] == (
        [("paragraph_divided", 3, 1)] if len(body) > 1 else []
    )
    assert [block.id for block in body] == [f"s01b{n:02d}" for n in range(1, len(body) + 1)]
    return [plain(block.runs) for block in body if isinstance(block, Paragraph)]


@pytest.mark.parametrize(("text", "parts"), [
    ("一二三四五六", ["一二三四五六"]), ("一二。四五六七", ["一二。", "四五六七"]),
    ("一二三四五六七", ["一二三四五六", "七"]), ("一。三四五。七", ["一。三四五。", "七"]),
    ("一二三四五六。", ["一二三四五六", "。"]), ("。二三四五六七", ["。", "二三四五六七"]),
])
def test_a_paragraph_is_divided_after_its_last_sentence_within_the_limit(
    text: str, parts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert divided(monkeypatch, Run(text)) == parts


def test_a_divided_paragraph_keeps_the_marks_of_both_halves() -> None:
    strong = (Mark.STRONG,)
    runs = (Run("一二"), Run("三四", strong), Run("五"))
    assert cut_runs(runs, 3) == (
        (Run("一二"), Run("三", strong)), (Run("四", strong), Run("五"))
    )
    assert cut_runs(runs, 2) == ((Run("一二"),), (Run("三四", strong), Run("五")))
    assert cut_runs(runs, 9) == (runs, ())


def test_thirty_marks_on_a_character_stay_and_more_go() -> None:
    assert clean_text("a" + "\u0316" * 30)[1] == ()
    text, (said,) = clean_text("b\na" + "\u0316" * 32 + "c\u0316")
    assert text.count("\u0316") == 31
    assert (said.kind, said.line, said.values["count"]) == ("marks_removed", 2, 2)


def test_only_addresses_of_the_web_and_of_mail_are_followed(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, links, links=3)
    said: list[str] = []
    held = links.Links("a", lambda kind, text: said.append(f"{kind} {text}"))
    assert held.take("HTTPS://a.cn/x") == "HTTPS://a.cn/x"
    assert held.take("javascript:x") is None
    assert held.take(None) is None
    assert said == ["link_left_out javascript:x"]
    refused("too_many_links", held.take, "http://a.cn")
    assert not links.is_link("http://a.cn b") and not links.is_link("xhttp://a.cn")


@pytest.mark.parametrize(("name", "safe"), [
    ("新闻/甲 1.txt", "甲 1"), ("a\\b.md", "b"), ("..txt", "edition"), ("a:b?.txt", "a_b_"),
    (".. .txt", "edition"),
])
def test_a_name_is_safe_as_that_of_a_file(name: str, safe: str) -> None:
    assert safe_name(name) == safe


# --- encodings

@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(codec: str) -> None:
    found = detect("2016 年，路通了。\n一二".encode(codec), "a")
    assert (found.encoding, found.confidence) == (codec, Confidence.PROBABLE)


def test_an_encoding_is_probable_only_for_enough_characters() -> None:
    few, enough = "路通了人山水" * 3 + "大", "路通了人山水" * 3 + "大小"
    assert detect(few.encode("gbk"), "a").confidence is Confidence.WEAK
    assert detect(enough.encode("gbk"), "a").confidence is not Confidence.WEAK


def test_a_few_controls_are_cleaned_and_many_are_no_text() -> None:
    assert detect(b"\x01" * 8 + b"a" * 100, "a").encoding == "utf-8"
    refused("copy_is_binary", detect, b"\x01" * 9 + b"a" * 100, "a")
    assert detect(b"\x01" * 20 + b"a" * 980, "a").encoding == "utf-8"


# --- files

def test_a_file_of_just_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch, sources, source_bytes=6)
    (tmp_path / "a.txt").write_bytes("路通".encode())
    assert load([tmp_path / "a.txt"])[0].data == "路通".encode()
    (tmp_path / "a.txt").write_bytes("路通1".encode())
    refused("file_too_large", load, [tmp_path / "a.txt"])


def test_a_folder_takes_copy_alone_in_order_and_up_to_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, sources, files=3)
    for name in ("b.TXT", "a.md", ".c.txt", "~$d.docx", "e.toml", "f.png", "g"):
        (tmp_path / name).write_text("题", encoding="utf-8")
    assert [s.name for s in load([tmp_path])] == ["a.md", "b.TXT"]
    (tmp_path / "h.txt").write_text("题", encoding="utf-8")
    assert {s.edition for s in load([tmp_path])} == {tmp_path.name}
    (tmp_path / "i.txt").write_text("题", encoding="utf-8")
    refused("folder_too_full", load, [tmp_path])


def test_a_sidecar_of_its_own_stands_before_that_of_the_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("题", encoding="utf-8")
    (tmp_path / "edition.toml").write_text("paper = '甲'", encoding="utf-8")
    (tmp_path / "a.toml").write_text("paper = '乙'", encoding="utf-8")
    own, common = load([tmp_path])
    assert own.sidecar == "paper = '乙'".encode()
    assert common.sidecar == "paper = '甲'".encode()
    assert read_sources([own, common]).edition.imprint.paper == "乙"
    assert sidecar_name(Source("x.y.txt", b"")) == "x.y.toml"


def test_what_the_copy_names_is_opened_only_under_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    for path in ("a.txt", "1.png", "in/2.png", "..png"):
        (tmp_path / "in" / path if path == "a.txt" else tmp_path / path).write_bytes(b"x")
    (tmp_path / "in" / "2.png").write_bytes(b"x")
    (source,) = load([tmp_path / "in" / "a.txt"])
    assert source.file("2.png") == b"x"
    for outside in ("../secret.png", "/etc/passwd", "c:2.png", "in\\2.png", "gone.png"):
        assert source.file(outside) is None
    assert Source("a.txt", b"").file("2.png") is None


def test_a_picture_and_all_pictures_may_be_as_large_as_their_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, sources, picture_bytes=4)
    monkeypatch.setattr(sources, "_ALL_PICTURES", 8)
    (tmp_path / "a.txt").write_text("题", encoding="utf-8")
    for name, size in (("4", 4), ("4b", 4), ("5", 5), ("1", 1)):
        (tmp_path / name).write_bytes(b"x" * size)
    (source,) = load([tmp_path / "a.txt"])
    assert source.file("4") == source.file("4b") == source.file("4") == b"xxxx"
    refused("pictures_too_large", source.file, "1")
    refused("picture_file_too_large", source.file, "5")


def test_a_picture_may_have_as_many_pixels_and_bytes_as_the_limits(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    data = png(4, 5)
    small(monkeypatch, pillow, picture_pixels=20)
    small(monkeypatch, pictures, picture_bytes=len(data))
    assert pictures.picture("a.png", data).width == 4
    small(monkeypatch, pillow, picture_pixels=19)
    refused("picture_pixels", pictures.picture, "a.png", data)
    small(monkeypatch, pillow, picture_pixels=20)
    small(monkeypatch, pictures, picture_bytes=len(data) - 1)
    refused("picture_bytes", pictures.picture, "a.png", data)


def test_several_files_together_have_the_limit_of_one_edition(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [Source("a.txt", "甲。".encode()), Source("b.txt", "乙。".encode())]
    small(monkeypatch, merging, edition_characters=4)
    assert len(list(read_sources(files).edition.stories)) == 2
    small(monkeypatch, merging, edition_characters=3)
    refused("files_too_large", read_sources, files)


def test_the_copy_may_name_as_many_pictures_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    copy = "# 题\n\n正文。\n\n![](1.png)\n\n![](2.png)\n\n![](1.png)\n".encode()
    shown = {"1.png": png(1, 1), "2.png": png(1, 1)}
    small(monkeypatch, beside, pictures=2)
    read = read_bytes(copy, "a.md", None, shown)
    assert [p.name for p in read.edition.pictures] == ["1.png", "2.png"]
    assert [c.name for c in read.copy] == ["a.md"]
    small(monkeypatch, beside, pictures=1)
    refused("too_many_pictures", read_bytes, copy, "a.md")


def test_remarks_and_ids_of_several_files_are_numbered_through() -> None:
    files = [
        Source("a.txt", "【城事】\n\n甲题目\n\n甲。\n\n（王小明）\n".encode()),
        Source("b.txt", "昨天上午，南湖村的石桥修好了，村里人都来看，桥头立着一块碑。\n".encode()),
    ]
    read = read_sources(files)
    said = [(d.kind, d.story, d.source) for d in read.diagnostics]
    assert ("headline_missing", 2, "b.txt") in said
    assert [s.id for s in read.edition.stories] == ["s01", "s02"]
    assert [(c.name, c.stories) for c in read.copy] == [("a.txt", 1), ("b.txt", 1)]


# --- sidecars

@pytest.mark.parametrize(("good", "bad", "kind"), [
    ("[[stories]]\nheadline = 1\nrank = 10_000", "[[stories]]\nheadline = 1\nrank = 10_001",
     "sidecar_no_number"),
    ("[[stories]]\nheadline = 1\nrank = 1", "[[stories]]\nheadline = 1\nrank = 0",
     "sidecar_no_number"),
    ("[[stories]]\nheadline = 1\nbrief = true", "[[stories]]\nheadline = 1\nbrief = 1",
     "sidecar_no_flag"),
    ("[[ears]]\ntitle = 'a'\n[[ears]]\ntitle = 'b'", "[[ears]]\ntitle = 'a'\n" * 3, "sidecar_ears"),
    ("[[pictures]]\nfile = 'a'\nstory = 1\nfocus = [0, 0, 1, 1]",
     "[[pictures]]\nfile = 'a'\nstory = 1\nfocus = [0, 0.5, 1, 0.5]", "sidecar_no_focus"),
    ("[[pictures]]\nfile = 'a'\nstory = 1\nfocus = [0.1, 0.1, 0.9, 0.9]",
     "[[pictures]]\nfile = 'a'\nstory = 1\nfocus = [0.5, 0, 0.5, 1]", "sidecar_no_focus"),
    ("[[pictures]]\nfile = 'a'\nstory = 1\nplace = 'last'",
     "[[pictures]]\nfile = 'a'\nstory = 1\nplace = 'top'", "sidecar_no_choice"),
    ("[[pictures]]\nfile = './a/b'\nstory = 1", "[[pictures]]\nfile = 'a//b'\nstory = 1",
     "sidecar_path_outside"),
    ("[[glossary]]\nsimplified = 'a'\ntraditional = ''",
     "[[glossary]]\nsimplified = ''\ntraditional = 'a'", "sidecar_nothing_to_find"),
    ("[[answers]]\nline = 1\ntext = 'a'\ndo = 'keep'\nquery = 'jump'",
     "[[answers]]\nline = 1\ntext = 'a'\ndo = 'drop'\nquery = 'jump'", "answer_query"),
    ("[[answers]]\nline = 1\ntext = 'a'\ndo = 'replace'\nwith = 'b'",
     "[[answers]]\nline = 1\ntext = 'a'\ndo = 'replace'", "answer_with"),
    ("[[advertisements]]\npage = 1\ncolumns = 1\nrows = 1\ntext = 'a'",
     "[[advertisements]]\npage = 1\ncolumns = 1\nrows = 1", "sidecar_empty_advertisement"),
    ("paper = '甲\u3000乙'", "paper = '甲\u200b乙'", "sidecar_unprintable"),
    ("issue = 1024", "issue = true", "sidecar_no_text"),
])
def test_a_value_of_a_sidecar_just_fits_or_is_one_clear_error(
    good: str, bad: str, kind: str
) -> None:
    parse_sidecar(good.encode(), "a.toml")
    refused(kind, parse_sidecar, bad.encode(), "a.toml")


def test_a_sidecar_that_is_no_toml_names_the_line_in_every_language() -> None:
    with pytest.raises(WrongUse) as fault:
        parse_sidecar(b"paper = 'a'\nissue = \n", "a.toml")
    assert "line 2" in fault.value.why
    assert "第 2 行读不通" in fault.value.told("zh-Hans")


def test_the_longest_entry_of_a_glossary_comes_first() -> None:
    found = parse_sidecar(
        "[[glossary]]\nsimplified = '里'\ntraditional = '裡'\n"
        "[[glossary]]\nsimplified = '公里'\ntraditional = '公里'\n".encode(), "a.toml",
    )
    assert [pair[0] for pair in found.glossary] == ["公里", "里"]
