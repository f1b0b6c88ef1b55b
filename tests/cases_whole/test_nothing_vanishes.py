"""Short lines that look like furniture: wherever they stand, they are printed or told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition import passes
from edition.errors import Diagnostic
from edition.model import Edition, block_text
from edition.readers import read_bytes

LINES = (
    # headlines that open with words of navigation, pages and the desk
    "缩小城乡差距 促进共同富裕", "缩小的不只是差距", "放大镜下的手艺",
    "放大改革效应 惠及千家万户", "返回家乡的年轻人开起了书店", "返回校园第一课", "上一届的约定",
    "上一版的遗憾，这一版补上", "上一篇日记", "下一篇的标题", "下一版县志由谁来写",
    "默认的规矩该改改了", "打印出来的乡愁", "分享到最后一碗粥", "收藏一座城",
    "关闭十年的老影院重开", "第一版《南湖县志》找到了", "第二版连环画出齐",
    "第5版人民币收藏展开幕", "A3 打印纸涨价了", "G20 峰会上的南湖茶", "K1路公交改道",
    "B2B 平台落户南湖", "统筹城乡发展 建设美丽乡村", "统筹 城乡 发展", "审核把关更严了",
    "编辑部的故事", "责任编辑的一天", "校对 三十年", "主任 不好当", "值班编委谈办报",
    "版权声明引发热议", "未经授权使用照片 法院判赔", "版权所有者站出来了",
    "来源：一张旧照片的来历", "时间：都去哪儿了", "时间：2023年的第一场雪", "阅读 100 本书的少年",
    "阅读：一生的习惯", "评论 3 条建议", "点击：春耕进行时", "人气 10 强出炉",
    "新闻热线 24 小时为你守候", "读者热线：我们在听", "热线：12345 接通的背后",
    "电话：打给十年前的自己", "邮箱：塞满了祝福 520", "每份1元的早餐", "零售每份五元的爱心粥",
    "今日天气真好", "今日24版特刊背后", "总第三期工程开工", "国内统一刊号背后的故事",
    "邮发代号 43-1 的旧事", "当前位置：离家三百里", "首页 > 风雨五十年",
    # rows of stories
    "时间：11月18日上午9:30", "地点：县图书馆三楼报告厅", "主讲人：周文斌",
    "报名电话：0791-85731234", "电话：0791-85731234", "地址：人民路18号",
    "咨询邮箱：library@example.cn", "邮箱：library@example.cn", "服务热线：12345",
    "传真：0791-85731235", "微信：nanhu2023", "QQ群：12345678", "星期一 全天闭馆",
    "星期二 19:30 采茶戏《补瓢记》", "周三 19:30 评书专场", "周末 特别节目",
    "农历十月初一 祭祖专场", "农历五月初五是端午", "第3期 少儿绘画班开班", "第3期", "3", "12",
    "365", "2023-11-18 重阳敬老专场演出", "2023-11-18", "2023年11月14日", "2023年11月14日 星期二",
    "11月10日", "11月18日 星期六 开幕式", "1958年11月10日 建厂纪念",
    "一九八六年四月十三日，水库合龙", "主席：周文斌", "副主席：陈静、吴磊", "主任 王建国",
    "主编 李明", "秘书长：罗艳玲", "编辑：黄敏、赵丽", "责任编辑：沈一凡", "美编：夏天",
    "校对：马宁", "洪府发〔2023〕4号", "此致", "敬礼！", "南湖县人民政府", "读者 张大年",
    "特此公告", "红球：03　08　14　19　27　31", "一等奖　7注　单注奖金7,512,846元",
    "今天白天：多云转阴 12℃～18℃", "明天：晴到多云 8℃～20℃", "南湖队 3:2 石桥队",
    "1 南湖 25 17 5 3 56", "来源：新华社", "稿源：县融媒体中心", "河湾日报", "南湖晚报", "第一版",
    "第A03版：城事", "A12 港聞", "要闻", "放大", "返回", "上一篇", "放大 缩小 默认",
    "新闻热线：0000-8800110", "本报地址：解放路十二号", "零售每份四分", "版权所有 翻印必究",
    "广告", "周五见", "星期三", "农历六月廿六", "今日立冬",
)
COPY = "昨天上午，南湖村的石桥修好了，村里人都来看，桥头立着一块碑，碑上写着修桥人的名字。"
MORE = "他说，桥通了，往后赶集不用再绕三里路，孩子上学也近了，老人都说这是好事。"
PLACES: dict[str, tuple[str, ...]] = {
    "headline of the first story": ("{line}", COPY, MORE, "（王小明）", "路也修好了", COPY),
    "headline of a later story": (
        "石桥修好了", COPY, "（王小明）", "{line}", MORE, COPY, "（李强）",
    ),
    "line of the body": ("石桥修好了", COPY, "{line}", MORE, "（王小明）"),
    "line after an open sentence": (
        "石桥修好了", COPY, "名单如下：", "{line}", MORE, "（王小明）",
    ),
    "last line before a byline": ("石桥修好了", COPY, MORE, "{line}", "（王小明）"),
    "last line of a story": (
        "石桥修好了", COPY, MORE, "{line}", "路也修好了", COPY, MORE, "（王小明）",
    ),
    "last line of the copy": ("石桥修好了", COPY, MORE, "{line}"),
    "under the byline": ("石桥修好了", COPY, MORE, "（王小明）", "{line}"),
}
HEADLINES = LINES[: LINES.index("时间：11月18日上午9:30")]
"""Lines that are headlines beyond doubt."""
WEB = ("首页 > 风雨五十年", "A3 打印纸涨价了", "G20 峰会上的南湖茶", "热线：12345 接通的背后",
       "邮箱：塞满了祝福 520")
"""Headlines in the very form of a path, a page or a contact: printed, but asked or in the text."""
TELLING = {"lines_set_aside", "furniture_guessed", "section_set_aside", "jump", "jump_joined"}


def told(remarks: tuple[Diagnostic, ...]) -> set[int]:
    """Lines that are named to the editor as set aside."""
    found: set[int] = set()
    for remark in remarks:
        if remark.kind in TELLING:
            lines = remark.values.get("lines", ())
            found |= {remark.line or 0, *(n for n in (lines if isinstance(lines, tuple) else ())
                                          if isinstance(n, int))}
    return found


def printed(edition: Edition) -> str:
    held = [section.title or "" for section in edition.sections]
    return bare("".join([*held, *(story.text for story in edition.stories)]))


def read(text: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    found = read_bytes(text.encode(), "a.txt")
    edition, remarks = passes.run(found.edition)
    return edition, (*found.diagnostics, *remarks)


@pytest.mark.parametrize("white", ["\n", "\n\n"], ids=["close", "parted"])
@pytest.mark.parametrize("place", PLACES)
def test_a_line_is_printed_or_told_wherever_it_stands(place: str, white: str) -> None:
    rows = PLACES[place]
    assert len(LINES) >= 67
    for line in LINES:
        text = white.join(row.format(line=line) for row in rows)
        edition, remarks = read(text)
        number = text.split("\n").index(line) + 1
        here = "".join(line.split()) in printed(edition)
        aside = [item for item in edition.furniture if item.line == number]
        assert here or (aside and number in told(remarks)), line
        assert all(item.line in told(remarks) for item in edition.furniture), line
        assert "not_conserved" not in {remark.kind for remark in remarks}, line


@pytest.mark.parametrize("white", ["\n", "\n\n"], ids=["close", "parted"])
@pytest.mark.parametrize("place", ["headline of the first story", "headline of a later story"])
def test_a_headline_is_one_whatever_its_first_words(place: str, white: str) -> None:
    for line in set(HEADLINES) - set(WEB):
        edition, _ = read(white.join(row.format(line=line) for row in PLACES[place]))
        assert line in [story.headline for story in edition.stories], line


@pytest.mark.parametrize("place", [
    "line of the body", "line after an open sentence", "last line before a byline",
])
def test_nothing_is_set_aside_inside_a_story(place: str) -> None:
    for line in LINES:
        for white in ("\n", "\n\n"):
            text = white.join(row.format(line=line) for row in PLACES[place])
            assert read(text)[0].furniture == (), line


FURNITURE = (
    "第A03版：城事", "A12 要闻", "2023年11月14日 星期二", "南湖日报 2023年11月14日 第3版",
    "责任编辑：沈一凡　美编：夏天", "本版编辑 叶青　版式 金文", "新闻热线：0000-8800110",
    "上一篇 下一篇 返回目录 放大 缩小 默认", "上一版 下一版", "版权声明：未经授权不得转载",
    "分享到：微博 微信", "首页 > 新闻 > 本地 > 正文", "总第4821期　今日24版　零售价1元",
    "本报地址：解放路十二号　电话：三五七一", "阅读 10万+　点赞 328",
)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_at_the_head_and_foot_of_the_copy_stays_furniture(line: str) -> None:
    story = ["石桥修好了", "", COPY, "", MORE, "", "（王小明）"]
    for rows in ([line, "", *story], [line, *story], [*story, "", line], [*story, line]):
        edition, remarks = read("\n".join(rows))
        assert [item.text for item in edition.furniture] == [line], rows
        assert [remark.kind for remark in remarks] == ["lines_set_aside"]
        assert [found.headline for found in edition.stories] == ["石桥修好了"]


pages = st.lists(
    st.sampled_from((*LINES, *FURNITURE, COPY, MORE, "（王小明）", "石桥修好了", "编辑同志：",
                     "", "", "", "")),
    min_size=1, max_size=30,
).filter(lambda rows: any(row.strip() for row in rows))


@settings(max_examples=300, deadline=None)
@given(pages)
def test_random_pages_of_such_lines_keep_every_character_in_order(rows: list[str]) -> None:
    text = "\n".join(rows)
    edition, remarks = read(text)
    assert "not_conserved" not in {remark.kind for remark in remarks}
    assert {item.line for item in edition.furniture} <= told(remarks)
    held = [item.text for item in edition.furniture]
    held += [section.title or "" for section in edition.sections]
    held += [story.text for story in edition.stories]
    assert sorted(bare("".join(held))) == sorted(bare(text))
    for story in edition.stories:
        lines = [line for block in story.body for line in block.lines]
        assert lines == sorted(lines)
        for block in story.body:
            assert bare(block_text(block)) == bare("".join(rows[n - 1] for n in block.lines))


def bare(text: str) -> str:
    return "".join(text.split())
