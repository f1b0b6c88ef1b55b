"""Signatures of real papers' patterns: who is named, in which role, and what is none at all."""

from __future__ import annotations

import pytest

from bench.bylines import LINES, Count, measured
from edition.trade.bylines import (
    bare_names,
    credited,
    glued,
    is_credit,
    names_in,
    own_line,
    persons_in,
)
from edition.trade.datelines import dateline_of
from edition.trade.signing.signatures import Sort, signature_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县融媒体中心 方小晴", "方小晴"),
        ("（县融媒体中心 方小晴）", "方小晴"),
        ("（通讯员何江 记者方晴）", "何江 方晴"),
        ("记者张三李四王五", "张三 李四 王五"),
        ("（记者高浩荣夏宇）", "高浩荣 夏宇"),
        ("（记者徐宝康马剑）", "徐宝康 马剑"),
        ("（记者刘荣通讯员戴崇业实习生汤静儿）", "刘荣 戴崇业 汤静儿"),
        ("（本报记者  刘岩松  通讯员  曾  强）", "刘岩松 曾强"),
        ("（记者 张 胜 男）", "张胜男"),
        ("记者郭 嘉 何江", "郭嘉 何江"),
        ("本报记者  蔡小楷", "蔡小楷"),
        ("本报驻美国记者　丁大刚", "丁大刚"),
        ("（本报记者方晴、何江，新华社记者张云、李明）", "方晴 何江 张云 李明"),
        ("□本报记者张靖本报通讯员郜敏", "张靖 郜敏"),
        ("文/本报记者方晴 供图/新华社", "方晴"),
        ("◎文/徐报融媒记者 方晴 图/徐报融媒记者 何江", "方晴 何江"),
        ("记者方晴文 何江图", "方晴 何江"),
        ("2009-11-04 □本报记者 方晴 来源：山城日报", "方晴"),
        ("●南方日报驻京记者 方晴 策划统筹 何江 张云", "方晴 何江 张云"),
        ("（记者 阿卜杜拉·买买提）", "阿卜杜拉·买买提"),
        ("（记者央珍 尕玛多吉）", "央珍 尕玛多吉"),
        ("文／Mike Donovan 編譯／王小蘭", "Mike Donovan 王小蘭"),
        ("每经记者 方晴 发自上海", "方晴"),
        ("记者林美玲／台北報導", "林美玲"),
        ("記者陸希休斯頓報導", "陸希"),
        ("【今傳媒/記者李祖東報導】", "李祖東"),
        ("林欣漢記者／台北報導", "林欣漢"),
        ("台北／記者林欣漢", "林欣漢"),
        ("［台灣新聞雲］記者劉至程/花蓮報導", "劉至程"),
        ("工商時報【鄭小芳、吳大雯╱台北報導】", "鄭小芳 吳大雯"),
        ("地方中心周慶／台中報導", "周慶"),
        ("文：陳大文　圖：李小美", "陳大文 李小美"),
        ("撰文：陳大文", "陳大文"),
        ("（作者：方晴，系江城大学教授）", "方晴"),
        ("（口述：方晴　整理：何江）", "方晴 何江"),
        ("（记者李涛从塞浦路斯报道）", "李涛"),
        ("（方小晴 Mike Donovan）", "方小晴 Mike Donovan"),
    ],
)
def test_who_signs_a_line(text: str, names: str) -> None:
    found = own_line(text)
    wanted = tuple(names.replace("Mike Donovan", "Mike_Donovan").split())
    assert found is not None
    assert found.names == tuple(name.replace("_", " ") for name in wanted)


@pytest.mark.parametrize(
    "text",
    [
        "（图片）", "（上）", "（之三）", "（未完待续）", "（节选）", "（中国移动）",
        "（7月5日拍摄）", "（左一为作者）",
        "（安全）", "（掌声）", "（女）", "记者手记：一个村庄的变化", "记者招待会",
        "央视驻美记者方德明启程回国", "记者 问答",
        "记者从业", "记者提问／市长回答",
        "记者走基层", "新闻记者证换发", "编辑部", "文史馆", "整理房间", "采访张大谋", "摄影王国",
        "编译程序", "高峰论坛",
        "全媒体报道中心", "记者王小明今天表示", "警方告诉记者王小明，事件待查。", "图强国",
        "责编 方晴 美编 何江", "編輯部",
        "（目前房价，记者注）", "新华社北京1月1日电（记者 方晴）",
    ],
)
def test_what_only_looks_like_a_signature(text: str) -> None:
    found = own_line(text)
    assert found is None or found.names == ()
    assert glued(f"路通了。{text}") is None


@pytest.mark.parametrize(
    "text",
    [
        "高考", "方圆", "秋 思", "文明用餐", "马年春联", "石家庄", "温州 宁波", "安徽 江苏",
        "高大上", "简称物管会", "白杨树下",
    ],
)
def test_words_are_no_names_on_a_line_of_their_own(text: str) -> None:
    assert bare_names(text) is None and own_line(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "（据新华社电）", "（转自《山城日报》）", "〔即時新聞／綜合報導〕", "本报特约评论员",
        "社會中心／綜合報導", "（作者单位：江城大学）",
    ],
)
def test_a_source_or_a_desk_signs_without_a_name(text: str) -> None:
    found = own_line(text)
    assert found is not None and found.names == ()


@pytest.mark.parametrize("name", ["林夕", "司马心", "何为", "东篱", "阿舒"])
def test_a_pen_name_at_the_end_of_a_story(name: str) -> None:
    text, byline = glued(f"路通了。（{name}）") or ("", None)
    assert text == "路通了。" and byline is not None and byline.names == (name,)


def test_a_signature_without_brackets_behind_the_last_stop() -> None:
    text, byline = glued("路人连连叫好。山城商报记者方小晴") or ("", None)
    assert text == "路人连连叫好。" and byline is not None
    assert (byline.raw, byline.names) == ("山城商报记者方小晴", ("方小晴",))
    assert glued("他摇着头。买房的人对记者说") is None and glued("记者方晴") is None
    text, byline = glued("將持續觀察。（譯者：陳大文）1151002") or ("", None)
    assert byline is not None and text + byline.raw == "將持續觀察。（譯者：陳大文）1151002"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（新华社记者兰小光摄）", ("兰小光",)),
        ("图为茶园。中新社记者 何江 摄", ("何江",)),
        ("卫星顺利入轨。新华社发（方晴、何江 摄）", ("方晴", "何江")),
        ("（湖北日报全媒记者 方晴 通讯员 何江 摄）", ("方晴", "何江")),
        ("攝影╱顏小儀", ("顏小儀",)),
        ("圖／記者王小明攝", ("王小明",)),
        ("事发后有人来看。图/潇湘晨报记者方晴", ("方晴",)),
        ("（左一，陈小福摄）", ("陈小福",)),
        ("攝：葉小豪/端傳媒", ("葉小豪",)),
        ("（資料照，記者陳小曲攝）", ("陳小曲",)),
    ],
)
def test_the_credit_of_a_picture_is_not_the_author(text: str, names: tuple[str, ...]) -> None:
    assert credited(text) == names and is_credit(text)
    assert own_line(text) is None and glued(text) is None
    assert dateline_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "（记者 方晴 摄影报道）", "文/方晴 图/何江", "记者方晴 摄影何江",
        "方晴走上山路，准备拍摄", "",
    ],
)
def test_who_wrote_is_no_mere_credit(text: str) -> None:
    assert not is_credit(text)


def test_persons_keep_their_order_and_their_roles() -> None:
    found = persons_in("（本报记者 方晴/文 何江/图）")
    assert [(p.name, p.role, p.sort) for p in found] == [
        ("方晴", "文", Sort.WRITER), ("何江", "图", Sort.PICTURE)
    ]
    found = persons_in("記者陳大文　翻譯：李小美 責編：王小明")
    assert [(p.name, p.role, p.sort) for p in found] == [
        ("陳大文", "記者", Sort.WRITER), ("李小美", "翻譯", Sort.WRITER),
        ("王小明", "責編", Sort.DESK),
    ]
    assert names_in("記者陳大文　責編：王小明") == ("陳大文",)
    found = persons_in("人民日报编辑方小晴 摄影 何江")
    assert [p.sort for p in found] == [Sort.WRITER, Sort.PICTURE]
    assert persons_in("雨停了") == () and signature_of("雨停了。") is None


@pytest.mark.parametrize(
    ("text", "dateline", "names"),
    [
        (
            "广州日报讯　（全媒体记者　 方晴 通讯员 榕卫宣）路通了。",
            "广州日报讯　（全媒体记者　 方晴 通讯员 榕卫宣）",
            "方晴 榕卫宣",
        ),
        (
            "大众网东营6月27日讯（通讯员 方晴）6月23日，下线。",
            "大众网东营6月27日讯（通讯员 方晴）",
            "方晴"
        ),
        (
            "本报莫斯科２月１３日电 记者方晴报道：开始了。",
            "本报莫斯科２月１３日电 记者方晴报道",
            "方晴"
        ),
        (
            "南都讯 记者方晴 通讯员何江 昨日上午，路通了。",
            "南都讯 记者方晴 通讯员何江",
            "方晴 何江"
        ),
        (
            "人民网北京 2 月 24 日电 (记者 方晴)路通了。",
            "人民网北京 2 月 24 日电 (记者 方晴)",
            "方晴"
        ),
        ("新华社北京十二月三十一日电（中央人民广播电台记者方晴、新华社记者何江）路通了。",
         "新华社北京十二月三十一日电（中央人民广播电台记者方晴、新华社记者何江）", "方晴 何江"),
        ("中央台记者方晴报道：路通了。", "中央台记者方晴报道", "方晴"),
        ("（中央社記者黃國芳嘉義縣17日電）路通了。", "（中央社記者黃國芳嘉義縣17日電）", "黃國芳"),
        (
            "（中央社東京5日綜合外電報導）（譯者：何大儒/核稿：劉小源）",
            "（中央社東京5日綜合外電報導）",
            "何大儒"
        ),
        ("【時報記者林小傑台北報導】路通了。", "【時報記者林小傑台北報導】", "林小傑"),
        ("工商時報【蕭小文╱台北報導】 路通了。", "工商時報【蕭小文╱台北報導】", "蕭小文"),
        ("記者余小婷／綜合報導 路通了。", "記者余小婷／綜合報導", "余小婷"),
        ("【本報記者報道】路通了。", "【本報記者報道】", ""),
        ("据法新社巴黎1月5日电 路通了。", "据法新社巴黎1月5日电", ""),
    ],
)
def test_how_reports_of_many_papers_open(text: str, dateline: str, names: str) -> None:
    assert dateline_of(text) == (dateline, tuple(names.split()))


@pytest.mark.parametrize(
    "text",
    [
        "农村合作社的电费降了。", "供销社10月电商大促开始。", "新华社记者昨天从电力公司获悉。",
        "本报记者从市电力公司获悉。",
        "本报电信路改造开工。", "新华社消息：我国外交部昨天发表谈话。",
        "华商报记者实地走访发现，路通了。", "记者会报道：路通了。",
        "（记者注）路通了。", "商务部抗议反倾销本报讯（记者 方晴）路通了。",
    ],
)
def test_what_only_looks_like_an_opening(text: str) -> None:
    assert dateline_of(text) is None


@pytest.mark.parametrize("held", [False, True])
def test_names_of_many_papers_are_found(held: bool) -> None:
    authors, pictures = Count(), Count()
    for path in sorted(LINES.glob("*.toml")):
        paper, who, photographers = measured(path)
        if paper["held_out"] is held:
            authors += who
            pictures += photographers
    assert authors.lines > 130
    for count in (authors, pictures):
        assert count.right >= (0.88 if held else 0.97) * count.wanted
        assert count.right >= 0.97 * count.found
