"""Breaks on the finished page: a name is whole in a byline, and in running text where it may be."""

from __future__ import annotations

from functools import lru_cache

import pypdfium2
import pytest

from edition import build
from edition.model import Byline, Edition, Paragraph, Run, Section, Story
from edition.trade.namelines import known_names, seams


@lru_cache(maxsize=64)
def page(body: str, byline: str = "", names: tuple[str, ...] = (), layout: str = "tabloid") -> str:
    """The text of a story's page, line by line."""
    story = Story(
        "s01", "石桥修好了", (Paragraph((Run(body),), id="s01b01"),),
        byline=Byline(byline, names) if byline else None,
    )
    edition = Edition("x", (Section(None, (story,), id="sec1"),))
    pages = pypdfium2.PdfDocument(build.to_pdf(edition, layout).data)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def solid_lines(text: str) -> list[str]:
    return ["".join(line.split()) for line in text.splitlines()]


SIGNED = [
    ("（记者王小明通讯员李大山赵磊周涛孙丽欧阳修文）", "王小明 李大山 赵磊 周涛 孙丽"),
    ("王小明/李大山/张建国/陈静/刘洋/吴刚", "王小明 李大山 张建国 陈静 刘洋 吴刚"),
    ("王小明李大山张建国刘洋陈静郑爽冯军蒋欣", "王小明 李大山 张建国 刘洋 陈静 郑爽 冯军 蒋欣"),
    ("（本报记者 王小明李大山 通讯员赵磊周涛孙丽张建国）", "王小明 李大山 赵磊 周涛 孙丽 张建国"),
    ("王小明、李大山、张建国、司马光、刘洋摄影报道", "王小明 李大山 张建国 司马光 刘洋"),
]


@pytest.mark.parametrize("layout", ["broadsheet", "newsletter", "tabloid"])
@pytest.mark.parametrize(("byline", "names"), SIGNED)
def test_a_byline_is_broken_between_its_names(byline: str, names: str, layout: str) -> None:
    lines = solid_lines(page("甲" * 40, byline, (), layout))
    assert [name for name in names.split() if not any(name in line for line in lines)] == []


def test_a_role_goes_with_the_name_after_it() -> None:
    text = "记者王小明通讯员李大山"
    prices = seams(text)
    assert min(prices, key=lambda at: prices[at]) == text.index("通讯员")
    assert not set(prices) & {3, 4, 9, 10}


def test_a_name_the_edition_knows_is_seldom_parted_in_running_text() -> None:
    """Once in twenty at most; without a care it is one in four."""
    rest = "石桥今天完工，石匠王小明说，修桥的人都很高兴，李大山也来看了桥，走了又回来。"
    pages = [
        solid_lines(page("一" * shift + rest, "（王小明 李大山）", ("王小明", "李大山")))
        for shift in range(12)
    ]
    whole = [
        any(name in line for line in lines[:-1])
        for lines in pages for name in ("王小明", "李大山")
    ]
    assert sum(whole) >= len(whole) - 1


def test_names_are_taken_from_bylines_and_from_the_opening_brackets() -> None:
    story = Story("s01", "题", (Paragraph((Run("本报讯（记者 方晴）今天，桥修好了。"),), id="b"),),
                  byline=Byline("（王小明）", ("王小明",)))
    assert known_names(Edition("x", (Section(None, (story,), id="a"),))) == {"方晴", "王小明"}
