"""A change of script by words: borders, names, the words of the house, the way back."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.script import cases
from edition.build import read
from edition.errors import WrongUse
from edition.model import plain
from edition.passes.change_script import convert
from edition.passes.script.engines import simplified
from edition.passes.script.persons import Register
from edition.passes.script.signed import signed_in
from edition.readers.sources import Source
from edition.sidecar.housememory import parse_house
from edition.trade.script.givennames import named
from edition.trade.script.sides import is_left, is_traditional_copy, tag_of
from passes_copy import TAGS, edition, one, said, story
from told import told_whole


@cache
def sentences() -> list[str]:
    return [case.simplified for name in ("names", "controls", "words")
            for case in cases(name, held=False)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("八点赞成的人举手", "八點贊成的人舉手"),
    ("从头发展一个产业", "從頭發展一個產業"),
    ("到了解放前夕", "到了解放前夕"),
    ("养了五万只鸭，只卖给一家", "養了五萬隻鴨，只賣給一家"),
    ("麵粉和面貌", "麵粉和面貌"),
    ("脑海里的事", "腦海裡的事"),
    ("用户向粉丝发布消息", "用戶向粉絲發佈消息"),
    ("三天后他成了影后", "三天後他成了影后"),
    ("不准进入，标准不变", "不准進入，標準不變"),
    ("关系紧张，若干部门", "關係緊張，若干部門"),
    ("标准许可，特征服务，山谷物产", "標準許可，特徵服務，山谷物產"),
    ("试卷来了，书签发放完毕", "試卷來了，書籤發放完畢"),
    ("党建赋能 让社区有温度", "黨建賦能 讓社區有溫度"),
    ("已吸纳200余名新人，示范文明", "已吸納200餘名新人，示範文明"),
    ("衣服干了，把活干了。", "衣服乾了，把活幹了。"),
    ("他代表全村领了一块表", "他代表全村領了一塊錶"),
])
def test_a_phrase_does_not_cut_a_word(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "forms"), [
    ("意识不松扣，坚持", ("松", "鬆")), ("荷花、松、竹", ("松", "鬆")),
])
def test_what_words_leave_open_is_asked_once(text: str, forms: tuple[str, str]) -> None:
    _, remarks = convert(edition(story(text, text)), "zh-Hant-TW")
    (asked,) = [r for r in remarks if r.kind == "word_form"]
    assert all(form in asked.message for form in forms) and told_whole(asked)


def test_whoever_is_known_by_one_mention_is_known_at_all() -> None:
    texts = ["村民种小虎常来帮忙。", "（记者 种小虎）", "天黑以后，种小虎收船。"]
    register = Register(texts, ["种小虎"])
    assert [[m.name for m in register.named_in(text)] for text in texts] == [["种小虎"]] * 3
    assert not Register(["种小麦的人"], []).named_in("种小麦的人")


@pytest.mark.parametrize(("text", "names"), [
    ("（党委宣传部 余秀兰）", ["余秀兰"]),
    ("本报讯（记者 于海涛 通讯员 余国强）", ["于海涛", "余国强"]),
    ("（县文联 于长海 党小霞）", ["于长海", "党小霞"]),
])
def test_organisations_in_brackets_are_no_persons(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in signed_in(text)] == names


@pytest.mark.parametrize(("name", "full"), [
    ("于海涛", "于海濤"), ("陈后山", "陳后山"), ("王有余", "王有餘"), ("张万里", "張萬里"),
    ("岳云松", "岳雲松"), ("上官云", "上官雲"), ("郁", "郁"), ("丰子恺", "豐子愷"),
])
def test_a_name_by_its_tables(name: str, full: str) -> None:
    from edition.passes.script.engines import converter

    assert named(name, converter("s2tw").convert) == full


def test_a_given_word_does_not_fire_inside_another() -> None:
    assert one("会上参加的人", "zh-Hant-TW", ("上参", "尚參")) == "會上參加的人"
    assert one("上参店", "zh-Hant-TW", ("上参", "尚參")) == "尚參店"


def test_a_word_for_one_region_stands_before_the_general_one() -> None:
    glossary = (("软件", "軟體"), ("hk:软件", "軟件"))
    assert one("软件", "zh-Hant-TW", *glossary) == "軟體"
    assert one("软件", "zh-Hant-HK", *glossary) == "軟件"
    page = edition(story("买软件"), glossary=glossary)
    assert said(convert(page, "zh-Hant-TW")[0], "zh-Hant-HK") == ["買軟件"]
    assert said(convert(page, "zh-Hant-TW")[0], "zh-Hans") == ["买软件"]


def test_the_variants_of_the_house_come_after_the_region() -> None:
    glossary = (("臺", "台"), ("hk:羣", "群"), ("hk:説", "說"), ("發佈", "發布"))
    assert one("台湾发布", "zh-Hant-TW", *glossary) == "台灣發布"
    assert one("群众说", "zh-Hant-HK", *glossary) == "群眾說"
    own = replace(edition(story("臺灣說"), glossary=glossary), language="zh-Hant-TW")
    assert said(own, "zh-Hant-TW") == ["台灣說"]


def test_the_house_file_holds_variants_and_glossary_for_its_folder() -> None:
    house = parse_house('variants = ["臺=台"]\nglossary = ["hk:软件 = 軟件"]\n'.encode(), "h")
    assert house.pairs == (("hk:软件", "軟件"), ("臺", "台"))
    with pytest.raises(WrongUse, match="臺台"):
        parse_house('variants = ["臺台"]'.encode(), "h")


@pytest.mark.parametrize(("text", "mostly", "copy"), [
    ("這個村裡的麵很好吃", True, True), ("这个村里的面很好吃", False, False),
    ("（彭啟冉）", True, False), ("一二三", False, False), ("這個国这们", False, False),
    ("この國會の話は長いのですがここまで讀む", True, False),
])
def test_the_script_of_a_text(text: str, mostly: bool, copy: bool) -> None:
    assert (is_left(text), is_traditional_copy(text)) == (mostly, copy)


def test_the_region_of_traditional_copy() -> None:
    assert tag_of("村裏的麪説不完") == "zh-Hant-HK"
    assert tag_of("臺中市的老街裡") == tag_of("縣府說，立委來了") == "zh-Hant-TW"
    assert tag_of("特首說，本港的群眾") == "zh-Hant-HK"
    assert tag_of("電視") == tag_of("村裡的麵說不完，看著香港") == "zh-Hant"


def test_a_traditional_paragraph_of_simplified_copy_is_left_and_told_once() -> None:
    full = "這個村裡的麵很好吃，王后來過三里外的後山。"
    page = edition(story("这个村里的面很好吃，他们说后来再来。", full))
    found, remarks = convert(page, "zh-Hant-TW")
    (changed,) = found.stories
    assert plain(changed.body[1].runs) == full  # type: ignore[union-attr]  # a paragraph
    assert [r.kind for r in remarks].count("already_traditional") == 1
    simple, remarks = convert(page, "zh-Hans")
    assert "这个村里的面很好吃，王后来过三里外的后山。" in next(simple.stories).text
    assert [r.kind for r in remarks] == ["converted"]


def test_pasted_copy_says_its_script_once() -> None:
    copy = "修鐘的人\n\n臺中市的老街裡，有一間鐘錶店。店主說，他修了五十年的鐘。\n"
    found = read(Source("page.txt", copy.encode()))
    assert found.edition.language == "zh-Hant-TW"
    assert [d.kind for d in found.diagnostics].count("script_seen") == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sentences()), min_size=1, max_size=4), st.sampled_from(TAGS))
def test_a_script_once_changed_to_stays(texts: list[str], tag: str) -> None:
    page = edition(story(*texts))
    there = convert(page, tag)[0]
    assert convert(there, tag) == (there, ())
    assert said(there, "zh-Hans") == texts
    assert all(simplified(a) == b for a, b in zip(said(page, tag), texts, strict=True))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sentences()), min_size=1, max_size=4))
def test_one_region_by_way_of_the_other_is_that_region(texts: list[str]) -> None:
    page = edition(story(*texts))
    taiwan, hong_kong = (convert(page, tag)[0] for tag in TAGS)
    assert said(taiwan, "zh-Hant-HK") == said(page, "zh-Hant-HK")
    assert said(hong_kong, "zh-Hant-TW") == said(page, "zh-Hant-TW")


def test_a_web_page_says_what_is_not_to_be_changed() -> None:
    page = (
        '<html lang="zh-CN"><body><article><h1>头发展览</h1><p>他说<span lang="ja">東京国会</span>'
        '里面，<span translate="no">头发</span>，<span lang="zh-TW">里長</span>。这们说。</p>'
        '<p translate="no">后来里面的头发都白了，这里不变。</p></article></body></html>'
    )
    found, _ = convert(read(Source("p.html", page.encode())).edition, "zh-Hant-TW")
    text = next(found.stories).text
    assert "他說東京国会裡面，头发，里長。這們說。" in text
    assert "后来里面的头发都白了，这里不变。" in text


def test_a_folder_of_both_scripts_is_simplified_copy() -> None:
    full = "修鐘的人\n\n臺中市的老街裡，有一間鐘錶店。店主說，他修了五十年的鐘。\n"
    plainly = "修钟的人\n\n台中市的老街里，有一间钟表店。店主说，他修了五十年的钟。\n"
    both = read(Source("a.txt", full.encode()), Source("b.txt", plainly.encode())).edition
    assert both.language == "zh-Hans"
    texts = [s.text for s in convert(both, "zh-Hans")[0].stories]
    assert texts[0] == texts[1]


HONG_KONG_NEWS = (
    "特首昨日說，本港今年樓市穩定，逾千戶家庭上樓。",
    "立法會議員在會上看著文件，說群眾的聲音要聽。",
    "港鐵表示，觀塘綫今早一度受阻，月台上站著很多人。",
    "警務處拘捕一名在床上睡着的男子，涉款五萬港元。",
    "居民拿著麵包，在屯門的巴士站裡等了半小時，溫度只有八度。",
    "食環署稱已派員到涌口清理，衛生情況改善。",
)
TAIWAN_NEWS = (
    "縣長昨天說，新台幣匯率穩定，里民不必擔心。",
    "立委在立法院質詢，看著資料說群眾的聲音要聽。",
    "捷運公司表示，台北車站今早一度停電，月台上站著很多人。",
    "臺中市一名男子在床上睡著，衛福部公布健保數字。",
    "民眾拿著麵包，在高雄的公車站裡等了半小時，溫度只有八度。",
    "縣府稱已派員到溪邊清理，稅捐稽徵處也到場。",
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(((HONG_KONG_NEWS, "zh-Hant-HK"), (TAIWAN_NEWS, "zh-Hant-TW"))), st.data())
def test_a_page_of_a_region_keeps_every_character(
    desk: tuple[tuple[str, ...], str], data: st.DataObject
) -> None:
    lines, tag = desk
    drawn = data.draw(st.lists(st.sampled_from(lines), min_size=3, unique=True))
    read_page = read(Source("page.txt", ("街坊說\n\n" + "\n\n".join(drawn) + "\n").encode()))
    assert read_page.edition.language in (tag, "zh-Hant")
    done, remarks = convert(read_page.edition, tag)
    assert [s.text for s in done.stories] == [s.text for s in read_page.edition.stories]
    assert (done.language, remarks) == (tag, ())


@pytest.mark.parametrize("tag", TAGS)
def test_copy_of_no_telling_region_stays_as_it_is_in_either(tag: str) -> None:
    page = replace(edition(story("村裡的人說，麵店裡坐著一群人。")), language="zh-Hant")
    assert said(page, tag) == ["村裡的人說，麵店裡坐著一群人。"]
    assert said(page, "zh-Hans") == ["村里的人说，面店里坐着一群人。"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("虾球面和浆水面", "蝦球麵和漿水麵"), ("梅干、荔枝干", "梅乾、荔枝乾"),
    ("牛骥同一皂", "牛驥同一皁"),
    ("后面条件，下面条例", "後面條件，下面條例"), ("每只能装三斤", "每隻能裝三斤"),
    ("每每只听见雨声", "每每只聽見雨聲"),
    ("管道里的水，三公里的课堂", "管道裡的水，三公里的課堂"),
    ("和常人比，那只是多了些", "和常人比，那只是多了些"), ("安全绳系在树上", "安全繩繫在樹上"),
    ("画家于山中写生，勤于思考", "畫家於山中寫生，勤於思考"),
    ("由于于先生不在", "由於于先生不在"), ("早于立春，晚于清明", "早於立春，晚於清明"),
    ("余下的路，余家人，三十余家人", "餘下的路，余家人，三十餘家人"),
    ("狸猫 狸貓 貍貓", "狸貓 狸貓 貍貓"), ("余秋雨的散文", "余秋雨的散文"),
])
def test_kinds_that_were_wrong(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize("text", [
    "这是[于]主任种的树", "请[于]校长讲话", "终于[于]奶奶点了头", "[于]副局长当场道歉",
    "小[于]去打水了",
    "丈夫老[于]常年在外", "[于]工说，桥还能用", "[游]总把合同撕了", "听说[游]师傅要走",
    "[余]老今年八十八岁",
    "[余]某被抓，[余]母哭了", "[余]家三代行医", "[于]、李两家", "王、[于]两人", "我姓[种]",
    "她姓[丑]，我姓王",
    "捐款由[于]兰代交", "经[于]海同意", "（文／[于]东 图／[范]里）", "[于]警官（[于]海）来了",
    "队长叫[余力]，都服[余力]，不遗余力", "主持人[余音]介绍，余音绕梁的钟楼",
    "师傅叫[曲里]，[曲里]说过",
])
def test_surnames_stay_where_a_person_is_meant(text: str) -> None:
    flat, kept = "", []
    for c in text:
        if c == "[":
            kept.append(len(flat))
        elif c == "]":
            kept[-1:] = range(kept[-1], len(flat))
        else:
            flat += c
    told = one(flat)
    assert [told[at] for at in kept] == [flat[at] for at in kept]


@pytest.mark.parametrize(("text", "wanted"), [
    ("职位低于主任", "職位低於主任"), ("对于阿姨们来说", "對於阿姨們來說"),
    ("由于工期紧", "由於工期緊"),
    ("由于春雨送来凉意", "由於春雨送來涼意"), ("小于去年同期", "小於去年同期"),
    ("老人余生平静", "老人餘生平靜"), ("余光说不清是什么", "餘光說不清是什麼"),
    ("老师范读课文", "老師範讀課文"), ("村民种树千棵", "村民種樹千棵"),
    ("得力干将", "得力幹將"), ("颜良与文丑", "顏良與文醜"), ("钱钟书和钟会议", "錢鍾書和鐘會議"),
    ("铸剑的干将", "鑄劍的干將"), ("祖上是曹冲", "祖上是曹沖"), ("身高适中", "身高適中"),
    ("姜松、钟发、卜云", "姜松、鍾發、卜雲"), ("记者金发成报道", "記者金發成報道"),
    ("床单干得快，他干得慢", "床單乾得快，他幹得慢"), ("皇帝立后，成立后", "皇帝立后，成立後"),
    ("若干天后", "若干天後"), ("万一只来一个，一万一只羊", "萬一只來一個，一萬一隻羊"),
    ("面凉了，一面凉", "麵涼了，一面涼"), ("折了一千只纸鹤，折了桅杆", "摺了一千隻紙鶴，折了桅杆"),
    ("死者系本村村民，物理系教授", "死者係本村村民，物理系教授"),
    ("宝宝困了要睡，被困了三天", "寶寶睏了要睡，被困了三天"),
    ("硕果累累，罪行累累", "碩果纍纍，罪行累累"),
    ("怒气冲冲", "怒氣沖沖"), ("谷价跌到谷底", "穀價跌到谷底"), ("两国签的协议", "兩國簽的協議"),
    ("他发如霜", "他髮如霜"), ("并州刺史", "并州刺史"),
    ("累累硕果", "纍纍碩果"), ("他干了一碗酒", "他乾了一碗酒"),
    ("二人系夫妻", "二人係夫妻"), ("街头发药", "街頭發藥"),
])
def test_kinds_that_a_blind_reading_showed(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("种浩然去年退休了。", "种浩然去年退休了。"), ("我们采访了里刚。", "我們採訪了里剛。"),
    ("由台凯主持会议。", "由台凱主持會議。"), ("在后平看来，这很难。", "在后平看來，這很難。"),
    ("冲强，男，45岁，汉族。", "沖強，男，45歲，漢族。"), ("很感谢干浩然。", "很感謝干浩然。"),
    ("党建华一家住在河边。", "党建華一家住在河邊。"), ("游一鸣跑过来开门。", "游一鳴跑過來開門。"),
    ("村民占有才、占金花夫妇", "村民占有才、占金花夫婦"), ("朴刚1990年生于", "朴剛1990年生於"),
    ("余音：余音绕梁三十年", "余音：餘音繞梁三十年"), ("大家都叫余波小余", "大家都叫余波小余"),
])
def test_a_seldom_surname_is_known_by_what_no_word_does(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("种一亩地，占一半股", "種一畝地，佔一半股"), ("游一圈，冲一杯", "游一圈，沖一杯"),
    ("工程后期，台上台下", "工程後期，臺上臺下"), ("猛于虎，普及于国人", "猛於虎，普及於國人"),
    ("党建设得好", "黨建設得好"), ("里里外外都好，里三层外三层", "裡裡外外都好，裡三層外三層"),
    ("买了十台新机器", "買了十臺新機器"), ("余震又来，余生平安", "餘震又來，餘生平安"),
])
def test_a_seldom_surname_that_is_a_word_stays_one(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("佩里表示，对佩里说", "佩里表示，對佩里說"), ("里森终于意识到", "里森終於意識到"),
    ("马里总统来访，马里人", "馬里總統來訪，馬里人"), ("纤维里有水", "纖維裡有水"),
    ("悉尼里的人", "悉尼裡的人"), ("《红楼梦》里的人", "《紅樓夢》裡的人"),
])
def test_a_foreign_name_keeps_its_li(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "asked"), [
    ("余力跑去，不遗余力", "余力"), ("学生干露干劲十足", "干露"),
])
def test_a_name_of_two_characters_is_asked_about(text: str, asked: str) -> None:
    _, remarks = convert(edition(story(text)), "zh-Hant-TW")
    assert [r.values["person"] for r in remarks if r.kind == "word_form"] == [asked]


def test_hong_kong_has_words_of_its_own() -> None:
    text = "复核结果，按时复诊，复习功课"
    assert one(text, "zh-Hant-HK") == "覆核結果，按時覆診，複習功課"
    assert one(text, "zh-Hant-TW") == "複核結果，按時複診，複習功課"
    page = edition(story(text))
    for tag in TAGS:
        assert said(convert(page, tag)[0], "zh-Hans") == [text]


@pytest.mark.parametrize(("text", "wanted"), [
    ("笼里两只，一只是灰的，另一只是花的", "籠裡兩隻，一隻是灰的，另一隻是花的"),
    ("那艘船只能靠岸，船只很多", "那艘船只能靠岸，船隻很多"),
    ("唯一只会修表的人", "唯一只會修錶的人"),
    ("体温恢复，秩序回复正常", "體溫恢復，秩序回復正常"),
    ("伤愈归队，痊愈出院", "傷癒歸隊，痊癒出院"),
    ("准考证发给准考生", "准考證發給准考生"), ("强台来袭，他台风稳健", "強颱來襲，他臺風穩健"),
    ("舞台风大，台风快来了", "舞臺風大，颱風快來了"),
    ("天后登台，三天后登台", "天后登臺，三天後登臺"),
    ("影后现身", "影后現身"), ("事故系人为造成，系某厂产品", "事故係人為造成，係某廠產品"),
    ("郁郁葱葱的山，香气馥郁", "鬱鬱蔥蔥的山，香氣馥郁"),
    ("龙舟队划得快，计划完成", "龍舟隊划得快，計劃完成"),
    ("走霉运，食物发霉，霉菌", "走霉運，食物發霉，黴菌"), ("白洋淀的淀粉厂", "白洋淀的澱粉廠"),
    ("忙了一天，白干了", "忙了一天，白幹了"), ("天气转干。", "天氣轉乾。"),
    ("箱里拉出一条蛇，付了十里拉", "箱裡拉出一條蛇，付了十里拉"), ("池里游了两圈", "池裡游了兩圈"),
    ("一头发疯的驴，一头发丝", "一頭發瘋的驢，一頭髮絲"),
    ("床帘卷好，书卷读完", "床簾捲好，書卷讀完"),
    ("中签号码公布，中签者", "中籤號碼公佈，中籤者"), ("又困又饿", "又睏又餓"),
    ("机制面条和机制不同", "機製麵條和機制不同"), ("冷面杀手", "冷面殺手"),
])
def test_kinds_that_a_second_blind_reading_showed(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("老于坐在门口", "老于坐在門口"),
    ("老于世故的人", "老於世故的人"), ("小于是新来的厨师", "小于是新來的廚師"),
    ("王、于、干三姓", "王、于、干三姓"),
    ("后姓在当地是大姓", "后姓在當地是大姓"), ("妻子姓于，他姓余", "妻子姓于，他姓余"),
    ("忠于于校长的人", "忠於于校長的人"),
    ("张先生和于太太", "張先生和于太太"), ("判给于某的车", "判給于某的車"),
    ("位于某小区的车", "位於某小區的車"), ("由于志强律师代理此案", "由于志強律師代理此案"),
    ("警员于中山街拦车", "警員於中山街攔車"), ("主任于洪水中救人", "主任於洪水中救人"),
    ("记者干城采访，程干云", "記者干城採訪，程干雲"),
    ("余温未散，余庆未尽", "餘溫未散，餘慶未盡"),
])
def test_persons_that_a_second_blind_reading_showed(text: str, wanted: str) -> None:
    assert one(text) == wanted
