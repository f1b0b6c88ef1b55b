"""Word files that once lost something, on the finished page and in the finished book."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from edition import build
from edition.model import Span, Table
from edition.readers import Read

CASES = Path(__file__).resolve().parent.parent / "cases" / "word"


@cache
def read(name: str) -> Read:
    return build.read(CASES / f"{name}.docx")


def kinds(name: str) -> list[str]:
    return [remark.kind for remark in read(name).diagnostics]


@cache
def page(name: str) -> str:
    """The words of the paper, without white space."""
    with pypdfium2.PdfDocument(build.to_pdf(read(name).edition, "tabloid").data) as made:
        return "".join("".join(p.get_textpage().get_text_range() for p in made).split())


@cache
def parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(build.to_epub(read(name).edition).data)) as package:
        return {entry: package.read(entry) for entry in package.namelist()}


def book(name: str) -> str:
    """The words of the book's stories, without white space."""
    text = "".join(data.decode() for entry, data in parts(name).items()
                   if "/text/s" in entry)
    body = re.sub(r"<head>.*?</head>", "", text, flags=re.DOTALL)
    return "".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.mark.parametrize(("name", "words"), [
    ("circled", ("⑬号长凳留给老人，⑭号长凳留给孩子，其余长凳不分先后。",)),
    ("cr", ("开门时间早七点", "关门时间晚九点", "周日休息")),
    ("layout", ("码头边新添一座便民亭", "“以前下雨只能躲到对面的店里。”老船工周大爷说，",
                "（记者林小禾）")),
    ("nested", ("一、禁止野外用火。", "（1）禁止上坟烧纸；", "（2）禁止燃放烟花。",
                "二、违者处罚。")),
    ("headnum", ("一、总则", "二、罚则", "三、附则")),
    ("math", ("面积按S=πr2计算，H2O与CO2，体积12m3。", "、删除线的字、双行合一")),
    ("merged", ("各镇得奖情况", "东片", "东港镇", "西岭镇", "（含农场）")),
    ("ruby", ("村口立着“", "龘", "面馆”的招牌。")),
    ("footnote", ("桥头立着一块碑", "碑文据县志所载。", "一说建于明末。")),
])
def test_the_words_stand_on_the_page_and_in_the_book(name: str, words: tuple[str, ...]) -> None:
    for text in words:
        # The text layer parts what is spaced out; the order is the checks' matter.
        assert not Counter(text) - Counter(page(name)), text
        assert text in book(name)
    assert "not_conserved" not in kinds(name)


def test_what_is_left_out_is_named_and_not_printed() -> None:
    assert "隐藏" not in page("math") + book("math")
    assert kinds("math") == ["hidden_text", "struck_text"]


def test_a_frame_is_a_story_with_its_headline_and_byline() -> None:
    (story,) = read("layout").edition.stories
    assert story.headline == "码头边新添一座便民亭" and len(story.body) == 2
    assert story.byline and story.byline.names == ("林小禾",)
    assert "layout_table" in kinds("layout")


def test_merged_cells_stand_in_their_place() -> None:
    (table,) = [b for s in read("merged").edition.stories for b in s.body if isinstance(b, Table)]
    assert table.merged == (Span(0, 0, 1, 3), Span(1, 0, 2, 1)) and table.width == 3


def pictures(name: str) -> list[Image.Image]:
    return [Image.open(io.BytesIO(data)).convert("RGB") for entry, data in parts(name).items()
            if re.search(r"/\w*p?\d*\.(?:jpe?g|png)$", entry) and "cover" not in entry]


def test_a_picture_is_cropped_as_word_crops_it() -> None:
    """Only the blue corner is left."""
    (shown,) = [p for p in read("crop").edition.pictures]
    assert (shown.width, shown.height) == (96, 64)
    for image in (Image.open(io.BytesIO(shown.data)).convert("RGB"), *pictures("crop")):
        red, green, blue = image.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc] # RGB
        assert blue > red and blue > green


def test_each_picture_that_cannot_be_shown_is_told() -> None:
    edition = read("pictures").edition
    assert [(p.name, p.width) for p in edition.pictures] == [
        ("pictures/01", 240), ("pictures/04", 96)]
    assert kinds("pictures") == ["picture_unreadable"] * 2
