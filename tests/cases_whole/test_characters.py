"""Breaks on the finished page: a name is whole in a byline, and in running text where it may be."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from edition import build
from edition.cli import main
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


def test_strict_fails_on_a_character_no_face_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，姑娘（ئايگۈل）也来看。\n\n（王小明）\n"
    path = tmp_path / "page.txt"
    path.write_text(copy, encoding="utf-8")
    todo = ["pdf", str(path), "-o", str(tmp_path / "o.pdf"), "--lang", "zh-Hans"]
    assert main(todo) == 0
    capsys.readouterr()
    assert main([*todo, "--strict"]) == 1
    assert "字库里都没有“ئ”（U+0626）这个字" in capsys.readouterr().err


def test_a_private_use_character_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("石桥修好了\n\n昨天上午，南湖村的老石桥\U000f0123修好了，村里人都来看。\n\n（王小明）\n",
                    encoding="utf-8")
    out = tmp_path / "out"
    todo = ["build", str(path), "-o", str(out), "--lang", "zh-Hans", "--strict"]
    assert main(todo) == 1
    assert capsys.readouterr().err.count("U+F0123") == 1


WHOLE = (
    "李　明", "王　伟", "元/㎡", "25℃", "－12℃", "60‰", "±0.5‰", "§12", "№7", "3:2", "3：2",
    "３：２", "1∶7.12", "1/3",
    "H₂O", "CO2", "C6H12O6", "C₆H₁₂O₆", "10⁻³", "28°41′N", "－3.5%", "PM2.5",
    "2026-11-29",
)


@pytest.mark.check
@pytest.mark.parametrize("layout", ["broadsheet", "newsletter", "tabloid"])
def test_what_belongs_together_stands_on_one_line(layout: str) -> None:
    for shift in range(6):
        body = "一" * shift + "".join(f"{held}左右，又有那些说法和" for held in WHOLE)
        lines = solid_lines(page(body, layout=layout))
        parted = [held for held in WHOLE
                  if not any("".join(held.split()) in line for line in lines)]
        assert parted == []


@pytest.mark.check
@pytest.mark.parametrize("layout", ["broadsheet", "newsletter", "tabloid"])
def test_a_date_is_parted_after_its_sign_and_an_address_at_its_joints(layout: str) -> None:
    for shift in range(6):
        body = "一" * shift + (
            "开放日２０２６－１１－２９和2026－11－29，见https://www.example.cn/news/2023/11/"
            "list.html?id=123&page=4#top，信箱desk.news@example.cn。"
        ) * 3
        lines = solid_lines(page(body, layout=layout))
        assert not [line for line in lines if line.startswith(("－", "~", "～"))]
        for before, after in pairwise(lines):
            both = before[-1:] + after[:1]
            assert not (both.isascii() and both.isalnum() and not both.isdigit()), (before, after)
            assert not both.isdigit(), (before, after)


@pytest.mark.parametrize("layout", ["broadsheet", "newsletter", "tabloid"])
@pytest.mark.parametrize(("one", "other"), ["—―", "·・", "℃⁰", "→―", "–—", "〜～", "￥¥"])
def test_signs_that_look_alike_are_told_apart_in_the_text_layer(
    one: str, other: str, layout: str
) -> None:
    """A full-width — is drawn by the glyph of ― (U+2015): each keeps its own meaning."""
    text = f"从龙潭社区{one}到北原镇，沿途的石桥都修好了{other}东渡镇队的人都来了。"
    assert text in "".join(page(text, layout=layout).split())
