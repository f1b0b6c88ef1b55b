"""Pictures that the copy shows itself, as a Word file does: captioned, cropped, sized, left out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.desk_made import Browser, desk_of
from desk.test_desk_files import png, put
from edition import build
from edition.model import Figure, plain
from readers.word_parts import R, W, docx, para, relations

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/drawingml/2006/picture"
D = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
TEXT = "昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。桥是六十年前修的。"


def drawn(key: str) -> str:
    return (f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic>'
            f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>")


def word_copy() -> bytes:
    """Two stories, the first with a picture, the second with a picture and its caption."""
    body = (para("石桥修好了", "1") + drawn("i") + para(TEXT * 6)
            + para("图书馆夜里开门", "1") + drawn("j") + para("灯火通明的阅览室", "K")
            + para("从本月起，县图书馆把关门的时间推迟到晚上九点半，读者多了三成。"))
    document = (f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:pic="{P}" '
                f'xmlns:wp="{D}"><w:body>{body}</w:body></w:document>')
    rels = relations(("i", "image", "media/a.png", False), ("j", "image", "media/b.png", False))
    return docx("", {"word/document.xml": document, "word/media/a.png": png(),
                     "word/media/b.png": png(20)}, rels)


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    source = tmp_path / "page.docx"
    source.write_bytes(word_copy())
    with desk_of(source, monkeypatch) as made:
        yield made


def figures(source: Path) -> list[list[Figure]]:
    stories = build.read(str(source)).edition.stories
    return [[one for one in story.body if isinstance(one, Figure)] for story in stories]


def wish(browser: Browser, number: int, status: int = 200, **wishes: Any) -> None:
    own = browser.state["pictures"][number]
    called = browser.state["stories"][own["story"]]["words"]
    browser.ask("/picture", status, file=own["file"], source=own["source"], story=own["story"],
                called=called, wishes=wishes)


def test_pictures_of_a_word_file_are_shown_with_their_words(browser: Browser) -> None:
    first, second = browser.state["pictures"]
    assert [(one["story"], one["own"], one["captioned"]) for one in (first, second)] == [
        (0, True, False), (1, True, True)]
    assert second["caption"] == "灯火通明的阅览室"
    for one in (first, second):
        assert browser.client.get("/shown", params={"name": one["shown"]}).status_code == 200


def test_they_are_captioned_cropped_and_sized_by_lines_of_the_sidecar(browser: Browser) -> None:
    wish(browser, 0, caption="桥头站满了人", credit="方晴 摄")
    wish(browser, 0, focus=[0.1, 0.2, 0.8, 0.9], width="large")
    (entry,) = tomllib.loads(browser.sidecar)["pictures"]
    assert (entry["story"], entry["width"]) == ("石桥修好了", "large")
    (one,), (other,) = figures(browser.source)
    assert (plain(one.caption), one.credit, one.width) == ("桥头站满了人", "方晴 摄", "large")
    assert one.focus == (0.1, 0.2, 0.8, 0.9) and one.src
    assert (plain(other.caption), other.width) == ("灯火通明的阅览室", None)
    (shown, _) = browser.state["pictures"]
    assert (shown["captioned"], shown["focus"]) == (False, [0.1, 0.2, 0.8, 0.9])
    assert not [q for q in browser.state["queries"] if q["kind"] == "picture_missing"]
    wish(browser, 0, caption=None, credit=None, focus=None, width=None)
    assert browser.sidecar == ""


def test_they_are_left_out_and_shown_again(browser: Browser) -> None:
    wish(browser, 0, leave_out=True)
    wish(browser, 1, leave_out=True)
    first, second = figures(browser.source)
    assert first == []
    # The caption stands in the copy: nothing of it is lost.
    assert [(one.src, plain(one.caption)) for one in second] == [(None, "灯火通明的阅览室")]
    assert [one["left_out"] for one in browser.state["pictures"]] == [True, True]
    for one in browser.state["pictures"]:
        assert browser.client.get("/shown", params={"name": one["shown"]}).status_code == 200
    wish(browser, 0, leave_out=None)
    assert [len(one) for one in figures(browser.source)] == [1, 1]
    browser.ask("/undo")
    browser.ask("/undo")
    browser.ask("/undo")
    assert browser.sidecar == ""
    assert [one["left_out"] for one in browser.state["pictures"]] == [False, False]


def test_a_wish_for_a_picture_nobody_shows_is_refused(browser: Browser) -> None:
    wish(browser, 0, 422, leave_out="yes")
    browser.ask("/picture", 422, file="page/09", source="page.docx", wishes={"width": 2})
    browser.ask("/picture", 409, file="page/01", source="page.docx", story=0, called="别的",
                wishes={"width": 2})
    assert browser.sidecar == ""


def test_a_picture_that_markdown_shows_is_left_out_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    source = tmp_path / "page.md"
    source.write_text(f"# 石桥修好了\n\n![](a.png)\n\n{TEXT}\n", encoding="utf-8")
    with desk_of(source, monkeypatch) as browser:
        wish(browser, 0, width="small")
        assert browser.state["pictures"][0]["own"]
        wish(browser, 0, leave_out=True)
        assert figures(source) == [[]]
        (shown,) = browser.state["pictures"]
        assert shown["left_out"]
        wish(browser, 0, leave_out=None, width=None)
        assert browser.sidecar == "" and len(figures(source)[0]) == 1


TWO = f"# 甲的专栏\n\n{TEXT}\n\n![](a.png)\n\n# 乙的专栏\n\n{TEXT}\n\n![](a.png)\n"


def entries(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(browser.sidecar).get("pictures", [])
    return found


def test_one_picture_in_two_stories_is_wished_for_in_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their headlines are alike, too: neither is taken for the other's, mended."""
    (tmp_path / "a.png").write_bytes(png())
    source = tmp_path / "page.md"
    source.write_text(TWO, encoding="utf-8")
    with desk_of(source, monkeypatch) as browser:
        wish(browser, 0, width="small")
        wish(browser, 1, leave_out=True)
        assert [(one["story"], one.get("width"), one.get("leave_out")) for one in entries(browser)
                ] == [("甲的专栏", "small", None), ("乙的专栏", None, True)]
        assert [len(one) for one in figures(source)] == [1, 0]
        assert [one["left_out"] for one in browser.state["pictures"]] == [False, True]
        wish(browser, 1, leave_out=None)
        assert [one["story"] for one in entries(browser)] == ["甲的专栏"]
        assert "width" not in browser.state["pictures"][1]
        browser.ask("/wish", story=0, wishes={"box": True})
        browser.ask("/wish", story=1, wishes={"rank": 1})
        assert tomllib.loads(browser.sidecar)["stories"] == [
            {"headline": "甲的专栏", "box": True}, {"headline": "乙的专栏", "rank": 1}]


def test_one_picture_dropped_on_two_stories_is_taken_from_the_one_it_is_taken_from(
    browser: Browser,
) -> None:
    for story in ("0", "1"):
        put(browser, png(9), story=story, name="c.png")
    given = {"file": "images/c.png", "source": "page.docx", "own": False}
    called = [one["words"] for one in browser.state["stories"]]
    browser.ask("/picture", story=1, called=called[1], wishes={"width": 2}, **given)
    browser.ask("/picture", story=1, called=called[1], wishes={"width": None}, **given)
    assert [one["story"] for one in entries(browser)] == ["石桥修好了", "图书馆夜里开门"]
    browser.ask("/picture", story=1, called=called[1], remove=True, **given)
    assert [one["story"] for one in entries(browser)] == ["石桥修好了"]
    browser.ask("/picture", 422, story=1, called=called[1], remove=True, **given)
    browser.ask("/picture", 422, story=1, called=called[1], wishes={"width": 2}, **given)


@pytest.mark.parametrize("headlines", [("短讯", "短讯"), ("短讯", "又一篇短讯")])
@pytest.mark.parametrize("which", [0, 1])
def test_what_is_left_out_is_shown_again_whatever_the_sidecar_calls_its_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, headlines: tuple[str, str], which: int
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "a.md").write_text(f"# 石桥修好了\n\n{TEXT}\n\n# 第二篇\n\n{TEXT}\n", "utf-8")
    shown = ["![](a.png)" if at == which else "" for at in (0, 1)]
    (tmp_path / "b.md").write_text("".join(
        f"# {headline}\n\n{TEXT}\n\n{one}\n\n" for headline, one in
        zip(headlines, shown, strict=True)), "utf-8")
    (tmp_path / "b.toml").write_text("# 只管第二个文件\n", "utf-8")
    with desk_of(tmp_path, monkeypatch) as browser:
        (before,) = browser.state["pictures"]
        assert before["story"] == 2 + which
        wish(browser, 0, leave_out=True)
        (after,) = browser.state["pictures"]
        assert (after["story"], after["left_out"]) == (before["story"], True)
        wish(browser, 0, leave_out=None)
        assert [one["left_out"] for one in browser.state["pictures"]] == [False]


def test_what_was_left_out_is_shown_again_after_the_headline_was_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    source = tmp_path / "page.md"
    source.write_text(f"# 石桥修好了\n\n![](a.png)\n\n{TEXT}\n", encoding="utf-8")
    source.with_suffix(".toml").write_text(
        '[[pictures]]\nfile = "a.png"\nstory = "石桥修好啦"\nleave_out = true\n', "utf-8")
    with desk_of(source, monkeypatch) as browser:
        assert [one["left_out"] for one in browser.state["pictures"]] == [True]
        wish(browser, 0, leave_out=None)
        assert browser.sidecar == "" and len(figures(source)[0]) == 1
