"""Pages assembled at random from lines of every kind lose no character and move none."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from edition import passes
from edition.model import Edition, block_text
from edition.readers import read_bytes

LINES = (
    "第A03版：城事", "2016-08-23 星期二", "河湾日报", "上一版 下一版", "责任编辑：沈一凡",
    "新闻热线：0000-8800110", "民國八十六年十一月九日　星期日", "简讯", "地方新闻", "赣州之窗",
    "修渠谣", "古驿道发现宋代石刻，专家称可补史料之缺", "小区充电棚为何迟迟不建？", "天气",
    "——记者走访六个小区", "（1）账要算在明处", "一、教师工资不减；", "二、公用经费不减；",
    "资源整合 汇聚新力量", "柳河", "周长河", "（次仁）", "（记者 蒋小舟）", "■記者 陳嘉欣",
    "〔記者蔡明宏／嘉義報導〕", "本报记者 鲍雨晴 实习生 江帆", "（作者系安宁县财政局局长）",
    "本报讯（记者 常青）昨天上午，一股清水流了出来。", "中新社江城11月9日电 三省签署协议。（完）",
    "【明報專訊】房屋署宣布調整租金。", "编者按：试点已满一年。", "编者按", "编后",
    "据市水利局统计，全市共投入资金三亿元，建成集中供水点", "一百八十六处，解决了困难。",
    "他说，路通了。（田力）", "“树比我年纪大，我走了，它还在，阿旺说。", "”护林员把鞋底翻过来。",
    "一担泥来一担沙，", "扁担底下开红花，", "明年遍地是棉花。", "白菜　0.80　0.60",
    "萝卜　1.10　0.90", "城区　多云转晴　6～15℃", "十八日　少年行", "△东岗公社日产化肥六吨。",
    "图为新路通车。", "锦绣花园三号楼，电线垂下。", "方晴 摄", "（林俊源攝）", "新华社记者 秦川 摄",
    "（下转第三版）", "（上接第一版）", "上接第一版《修渠谣》", "　　首行空两格的一段话，没有说完",
    "The line ends in Latin", "letters-", "1,000 units", "，", "。", "—", "（", "·", "12", "\u3000",
    "", "", "",
)

EQUAL_CREDITS = [
    "修渠谣", "", "昨天，渠修通了。", "", "（下转第三版）", "", "简讯", "",
    "“树比我年纪大，我走了，它还在，阿旺说。", "", "■記者 陳嘉欣", "", "方晴 摄", "",
    "（上接第一版）", "", "他说，路通了。", "", "（田力）", "", "方晴 摄",
]
"""A story that a jump parted lies around another, and both end with the same credit."""

pages = st.lists(st.sampled_from(LINES), min_size=1, max_size=40).filter(
    lambda lines: any(line.strip() for line in lines)
)


def in_order(edition: Edition) -> tuple[str, str]:
    """The characters of the furniture and titles, and those of the bodies, each by their lines.

    They are two streams: a paragraph that goes on below a jump line has lines on both its sides.
    """
    set_aside = [(f.line, f.text) for f in edition.furniture]
    set_aside += [(s.line, s.title) for s in edition.sections if s.line and s.title]
    bodies = [
        (b.lines[0] if b.lines else 0, block_text(b)) for s in edition.stories for b in s.body
    ]
    return _joined(set_aside), _joined(bodies)


def _joined(parts: list[tuple[int, str]]) -> str:
    return "".join("".join(text.split()) for _, text in sorted(parts, key=lambda part: part[0]))


@settings(max_examples=400, deadline=None)
@given(pages)
@example(EQUAL_CREDITS)
def test_no_character_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = read_bytes(text.encode(), "a.txt")
    assert "not_conserved" not in {remark.kind for remark in read.diagnostics}
    held = "".join(f.text for f in read.edition.furniture)
    held += "".join(s.title or "" for s in read.edition.sections)
    held += "".join(story.text for story in read.edition.stories)
    assert sorted("".join(held.split())) == sorted("".join(text.split()))


@settings(max_examples=200, deadline=None)
@given(pages)
@example(["一、教师工资不减；", "（下转第三版）", "（上接第一版）", "简讯"])
def test_the_passes_keep_every_character_of_the_bodies(lines: list[str]) -> None:
    before = read_bytes("\n".join(lines).encode(), "a.txt").edition
    after, _ = passes.run(before)
    assert in_order(after) == in_order(before)
