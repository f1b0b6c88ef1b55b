"""Decoding, cleaning, limits, sidecars and files: what may come in, and how it is refused."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import passes
from edition.copy.clean import clean_text
from edition.copy.conserve import conserved
from edition.copy.decode import decode
from edition.errors import Confidence, EditionError, UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.model import Paragraph, plain
from edition.readers import read_bytes, read_sources
from edition.readers.pasted.text import read_text
from edition.readers.sources import Source, load
from edition.sidecar.parse import Sidecar, parse_sidecar
from edition.trade.bylines import glued, names_in, own_line

PAGE = "山里的新路\n\n路修通了，班车每天两趟，学生不用再翻山。\n\n（方晴）\n"


# --- decoding

def test_undecodable_bytes_name_the_offset() -> None:
    with pytest.raises(UnreadableInput, match="byte 18"):
        read_bytes("山里的新路".encode() + b"abc\xff\xff\xff\xfe\x81\xff", "a.txt")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n...", b"PK\x03\x04....", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_empty_copy_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        read_bytes(data, "a.txt")


def test_traditional_big5_is_not_taken_for_gb18030() -> None:
    text = "山裡的新路\n\n路修通了，班車每天兩趟，學生不用再翻山，老師也跟著高興。\n"
    assert decode(text.encode("big5hkscs"), "a.txt") == (text, "big5hkscs")


def test_a_stray_nul_does_not_make_it_utf_16() -> None:
    assert decode(b"\x00abcde and a little more of it.", "a.txt")[1] == "utf-8"
    assert decode("山里的新路一，一一一\n".encode("utf-16-le"), "a.txt")[1] == "utf-16-le"
    assert decode("山里的新路一，一一一\n".encode("utf-16-be"), "a.txt")[1] == "utf-16-be"


# --- cleaning

def test_what_is_dropped_is_counted_by_kind() -> None:
    text, remarks = clean_text("一\x00二\n三\u202e四\x07五\x00\ufeff\r\n六")
    assert text == "一二\n三四五\n六"
    assert {(r.kind, r.line, (r.message or "")[0]) for r in remarks} == {
        ("nul_removed", 1, "2"), ("bidi_removed", 2, "1"),
        ("control_removed", 2, "1"), ("bom_removed", 2, "1"),
    }


def test_rare_characters_and_their_variants_stay() -> None:
    text = "\uf900\ue000葛\U000e0100\u3000\U0002f800字"
    assert clean_text(text) == (text, ())


def test_a_pile_of_marks_is_cut_and_named() -> None:
    text, remarks = clean_text("字" + "\u0301" * 500)
    assert len(text) == 31
    assert [r.kind for r in remarks] == ["marks_removed"]


@given(st.text())
def test_cleaning_is_idempotent(text: str) -> None:
    once = clean_text(text)[0]
    assert clean_text(once)[0] == once


# --- any text at all

SCRAPS = st.sampled_from(
    ["（方晴）", "（简称甲）", "本报讯（记者 方晴）", "山里的新路", "赣江之窗", "——一张图的故事",
     "路通了，", "路通了。", "“他说", "”", "\n", "\n\n", "\n\n\n", "　　", "编者按：", "图为新路",
     "第3版", "责任编辑：某某", "下转第3版", "方晴 摄", "1",
     "abc", "：", "、", "的", "？", "\x00", "-"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(), st.lists(SCRAPS, max_size=40).map("".join)))
def test_no_text_crashes_and_nothing_is_lost(text: str) -> None:
    try:
        read = read_bytes(("山" + text).encode("utf-8", "surrogatepass"), "a.txt")
    except EditionError:
        return
    edition, _ = passes.run(read.edition)
    assert conserved(clean_text("山" + text)[0], edition) is None
    ids = [block.id for story in edition.stories for block in story.body]
    assert len(set(ids)) == len(ids)


def test_a_lost_character_is_noticed() -> None:
    read = read_bytes(PAGE.encode(), "a.txt")
    assert conserved(PAGE, read.edition) is None
    lost = conserved(PAGE.replace("班车", "班班车"), read.edition)
    assert lost is not None
    assert (lost.kind, lost.line) == ("not_conserved", 3)


def test_a_huge_paragraph_is_divided_at_a_sentence() -> None:
    text = "山里的新路\n\n" + "路修通了，班车来了。" * 3000
    read = read_bytes(text.encode(), "a.txt")
    story = next(read.edition.stories)
    parts = [plain(b.runs) for b in story.body if isinstance(b, Paragraph)]
    assert "".join(parts) == text.split("\n")[2]
    assert all(len(p) <= LIMITS.paragraph_characters and p.endswith("。") for p in parts)
    assert "paragraph_divided" in [d.kind for d in read.diagnostics]


# --- bylines

@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("方晴 丁一诺", ("方晴", "丁一诺")),
        ("记者 方晴 通讯员 丁一诺", ("方晴", "丁一诺")),
        ("本报记者方晴", ("方晴",)),
        ("欧阳小满", ("欧阳小满",)),
        ("记者 方晴 文/图", ("方晴",)),
        ("刘　晨 丁一诺", ("刘晨", "丁一诺")),
        ("记者刘 晨", ("刘晨",)),
        ("简称物管会", None),
        ("事业单位", None),
        ("2", None),
        ("新就业形态劳动者", None),
        ("定总工会〔2023〕4号", None),
    ],
)
def test_names(content: str, names: tuple[str, ...] | None) -> None:
    assert names_in(content) == names


def test_bylines_keep_their_brackets() -> None:
    byline = own_line("〔記者方晴／花蓮報導〕")
    assert byline is not None
    assert (byline.raw, byline.names) == ("〔記者方晴／花蓮報導〕", ("方晴",))
    assert own_line("方晴走上山路") is None
    assert glued("路（方晴）") is None
    assert glued("路通了。（方晴）") is not None


# --- sidecars

SIDE = """paper = "山城日报"
date = 2024-03-05
sections = ["山城纪事"]
[[editors]]
role = "责任编辑"
name = "方晴"
[[glossary]]
simplified = "里"
traditional = "里"
[[glossary]]
simplified = "公里"
traditional = "公里"
"""


def test_sidecar() -> None:
    side = parse_sidecar(SIDE.encode(), "a.toml")
    assert side.imprint.paper == "山城日报"
    assert side.imprint.date == date(2024, 3, 5)
    assert side.imprint.editors == (("责任编辑", "方晴"),)
    assert [pair[0] for pair in side.glossary] == ["公里", "里"]
    copy = ("山城纪事\n\n" + PAGE).encode()
    assert read_bytes(copy, "a.txt", SIDE.encode()).edition.sections[0].title == "山城纪事"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("paper = ", "TOML"), ("papr = 'x'", "papr"), ("date = 'soon'", "date"),
        ("paper = ['x']", "paper"), ("editors = 'x'", "editors"), ("[[editors]]\nrole='x'", "name"),
        ("sections = 'x'", "sections"), ("issue = true", "issue"), ("paper = \"a\\nb\"", "paper"),
    ],
)
def test_a_wrong_sidecar_names_file_and_key(text: str, key: str) -> None:
    with pytest.raises(WrongUse) as caught:
        read_bytes(PAGE.encode(), "a.txt", text.encode())
    assert "a.toml" in caught.value.message
    assert key in caught.value.message


# --- files

def test_missing_and_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for path, words in [("none.txt", "no such file"), ("empty.txt", "empty"), (".", "no copy")]:
        if path == ".":
            (tmp_path / "empty.txt").unlink()
        with pytest.raises(UnreadableInput, match=words):
            load([tmp_path / path])


def test_size_is_asked_before_reading(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableInput, match="too large"):
        load([big])


def test_pipes_and_links_out_are_refused(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "issue"
    outside.write_text(PAGE, encoding="utf-8")
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    with pytest.raises(UnreadableInput, match="link"):
        load([folder])
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableInput, match="regular"):
        load([tmp_path / "pipe.txt"])


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no reader"):
        read_bytes(PAGE.encode(), "a.pages")


def test_a_folder_is_one_edition_numbered_through(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(PAGE.replace("山里", name[0]), encoding="utf-8")
    (tmp_path / "edition.toml").write_text(SIDE, encoding="utf-8")
    edition = read_sources(load([tmp_path])).edition
    assert [story.id for story in edition.stories] == ["s01", "s02"]
    assert [story.headline[0] for story in edition.stories] == ["a", "b"]
    assert [b.id for story in edition.stories for b in story.body] == ["s01b01", "s02b01"]
    assert edition.imprint.paper == "山城日报"
    assert edition.name == tmp_path.name


def test_the_name_of_an_edition_is_safe_as_a_file_name(tmp_path: Path) -> None:
    odd = tmp_path / "a:b\nc.txt"
    odd.write_text(PAGE, encoding="utf-8")
    assert read_sources(load([odd])).edition.name == "a_b_c"
    assert read_bytes(PAGE.encode(), "../..\\x.txt").edition.name == "x"


TOP = """老桥重新通行

本报记者 林晓河 通讯员 周大川

清晨六点，青石镇的老石桥上已经站满了赶集的人，桥头的铺子也早早开了门。

镇里请来专家反复论证，决定修旧如旧，用原来的石料一块一块垒回去。

夜校里的木匠课

□本报记者 苏小满

每周三晚上七点，东门社区的夜校灯火通明，老木匠在讲榫卯。

课程结束时，每人带走一只自己做的小板凳。

山里的气象站

文/高远

云顶山上有一座只有两个人的气象站，每天要观测八次，风雪无阻。
"""


@pytest.mark.parametrize("text", [TOP, TOP.replace("\n\n", "\n")])
def test_a_byline_under_the_headline_belongs_to_the_story_below(text: str) -> None:
    stories = list(read_bytes(text.encode(), "top.txt").edition.stories)
    assert [(s.headline, s.byline.names if s.byline else ()) for s in stories] == [
        ("老桥重新通行", ("林晓河", "周大川")),
        ("夜校里的木匠课", ("苏小满",)),
        ("山里的气象站", ("高远",)),
    ]
    assert [len(s.body) for s in stories] == [2, 2, 1]


# --- an encoding that was asked for

def test_the_encoding_asked_for_is_used_and_said() -> None:
    data = "山里的新路\n\n路通了。\n".encode("gbk")
    read = read_sources([Source("a.txt", data, encoding="GBK")])
    assert [s.headline for s in read.edition.stories] == ["山里的新路"]
    (said,) = [r for r in read.diagnostics if r.kind == "encoding"]
    assert said.confidence is Confidence.CERTAIN and "asked for" in (said.message or "")


def test_bytes_that_do_not_fit_the_encoding_asked_for_are_refused_with_their_place() -> None:
    with pytest.raises(UnreadableInput, match=r"byte 0 is not valid UTF-8.*--encoding"):
        read_text("新山里".encode("gbk"), "a.txt", Sidecar(), "utf-8")


def test_an_encoding_of_no_known_name_is_refused() -> None:
    with pytest.raises(WrongUse, match="rot13"):
        read_text(b"a", "a.txt", Sidecar(), "rot13")


def test_a_short_text_in_eight_bits_is_read_with_little_confidence() -> None:
    short = read_bytes("中文\n".encode("gbk"), "a.txt")
    long = read_bytes(("学生不用再翻山，老师也很高兴。" * 9).encode("gbk"), "a.txt")
    (weak,), (sure,) = (
        [r for r in found.diagnostics if r.kind in ("encoding", "encoding_unsure")]
        for found in (short, long)
    )
    assert weak.confidence is Confidence.WEAK and "--encoding" in (weak.message or "")
    assert sure.confidence is not Confidence.WEAK
