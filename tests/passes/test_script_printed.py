"""What a third blind reading showed, and the forms that the papers of a region print."""

from __future__ import annotations

import pytest

from edition.errors import WrongUse
from edition.model import Edition, Paragraph, plain
from edition.passes.change_script import convert
from edition.sidecar.housememory import parse_house
from passes_copy import edition, story
from told import told_whole

TAGS = ("zh-Hant-TW", "zh-Hant-HK")


def said(page: Edition, tag: str) -> list[str]:
    (found,) = convert(page, tag)[0].stories
    return [plain(block.runs) for block in found.body if isinstance(block, Paragraph)]


def one(text: str, tag: str = "zh-Hant-TW", *glossary: tuple[str, str]) -> str:
    return said(edition(story(text), glossary=glossary), tag)[0]


@pytest.mark.parametrize(("text", "wanted"), [
    ("植发手术，种植发展快", "植髮手術，種植發展快"),
    ("密封后封存，查封后拍卖", "密封後封存，查封後拍賣"),
    ("饭卡里取钱，卡里还剩五元", "飯卡裡取錢，卡裡還剩五元"), ("布卡里说", "布卡里說"),
    ("校历，学校历史", "校曆，學校歷史"), ("杂谷粥、杂谷脑镇", "雜穀粥、雜谷腦鎮"),
    ("川剧丑行，家丑行不得", "川劇丑行，家醜行不得"), ("冲调奶粉，冲饮即可", "沖調奶粉，沖飲即可"),
    ("船被冲到河边，桥被冲走", "船被沖到河邊，橋被沖走"),
    ("活动系首次举办，新闻系首次招生", "活動係首次舉辦，新聞系首次招生"),
    ("假发票和假发", "假發票和假髮"), ("公章系伪造，中文系主任", "公章係偽造，中文系主任"),
    ("爆炸系气体泄漏引起，事件系列报道", "爆炸係氣體洩漏引起，事件系列報道"),
    ("准入制度，瞄准入口", "准入制度，瞄準入口"),
    ("农业人口占七成，口占一绝", "農業人口佔七成，口占一絕"),
    ("司机犯困了，犯困难", "司機犯睏了，犯困難"), ("有舍才有得，宿舍", "有捨才有得，宿舍"),
    ("现金链断了，资金链紧", "現金鏈斷了，資金鏈緊"),
    ("酒坛子，酱菜坛里，花坛里", "酒罈子，醬菜罈裡，花壇裡"),
    ("在一个中国的原则下，个中滋味", "在一個中國的原則下，箇中滋味"),
    ("剪彩之后有彩排", "剪綵之後有彩排"), ("谷物霉烂", "穀物霉爛"),
    ("家具城里，国家具体规定", "家具城裡，國家具體規定"),
    ("犯罪团伙，集团伙同外人", "犯罪團夥，集團夥同外人"),
])
def test_words_that_a_third_blind_reading_showed(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("老于当过兵，老于当了爹", "老于當過兵，老于當了爹"), ("老姜种了一亩地", "老姜種了一畝地"),
    ("老姜切片，老姜和葱", "老薑切片，老薑和蔥"),
    ("小游带客人上山，小游戏", "小游帶客人上山，小遊戲"),
    ("嫌犯后某在车站被抓", "嫌犯后某在車站被抓"), ("主任后某日离职", "主任後某日離職"),
    ("余董今天没来，郁董说不卖", "余董今天沒來，郁董說不賣"), ("电工范师傅到了", "電工范師傅到了"),
    ("师范老师，示范老师", "師範老師，示範老師"),
    ("邻居老郁送来一筐菜", "鄰居老郁送來一筐菜"), ("小于每天骑车", "小于每天騎車"),
    ("数值小于每天的定额", "數值小於每天的定額"), ("老党的妻子，老党员", "老党的妻子，老黨員"),
    ("木匠余师傅，工余时间", "木匠余師傅，工餘時間"), ("据种某交代", "據种某交代"),
    ("向于教授请教，倾向于教授之说", "向于教授請教，傾向於教授之說"),
    ("种队长带队，老钟走了半小时", "种隊長帶隊，老鐘走了半小時"),
    ("排长石斗到了", "排長石斗到了"), ("高岳去年入职", "高岳去年入職"),
    ("班长于得志负责分水", "班長于得志負責分水"),
    ("游勇入党那天，散兵游勇", "游勇入黨那天，散兵遊勇"), ("主讲人：李范", "主講人：李范"),
    ("孙策与吕范", "孫策與呂範"), ("营养师叶采提醒少吃糖", "營養師葉采提醒少吃糖"),
    ("批发商游胜告诉记者", "批發商游勝告訴記者"),
    ("沈阳生在沈阳工作，沈阳生产", "沈陽生在瀋陽工作，瀋陽生產"),
])
def test_persons_that_a_third_blind_reading_showed(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "taiwan", "hong_kong"), [
    ("群众起床", "群眾起床", "群眾起床"), ("岳云群说", "岳雲群說", "岳雲群説"),
    ("请尽快汇报，尽管如此", "請儘快彙報，儘管如此", "請盡快匯報，儘管如此"),
    ("本周末看周刊，上周一", "本週末看週刊，上週一", "本周末看週刊，上周一"),
    ("屋檐下吃面，启用温室", "屋簷下吃麵，啟用溫室", "屋簷下吃麪，啟用温室"),
    ("账户在汇丰，蚊帐发霉，霉菌", "帳戶在匯豐，蚊帳發霉，黴菌", "賬户在滙豐，蚊帳發霉，霉菌"),
])
def test_hong_kong_prints_what_its_papers_print(text: str, taiwan: str, hong_kong: str) -> None:
    assert [one(text, tag) for tag in TAGS] == [taiwan, hong_kong]
    page = edition(story(text))
    there = [convert(page, tag)[0] for tag in TAGS]
    assert said(there[0], "zh-Hant-HK") == [hong_kong]
    assert said(there[1], "zh-Hant-TW") == [taiwan]
    assert all(said(found, "zh-Hans") == [text] for found in there)


def test_one_word_in_the_house_file_asks_for_a_list_of_forms() -> None:
    house = parse_house('variants = ["hk:papers", "hk:説=説"]'.encode(), "h")
    pairs = house.pairs
    assert one("用户公布", "zh-Hant-HK", *pairs) == "用戶公布"
    assert one("电商铺设，店铺外泄", "zh-Hant-HK", *pairs) == "電商鋪設，店舖外洩"
    assert one("他说", "zh-Hant-HK", *pairs) == "他説"
    assert one("用户说", "zh-Hant-TW", *pairs) == "用戶說"
    assert one("岳云峰登上高峰", "zh-Hant-HK", *pairs) == "岳雲峰登上高峰"
    plainly = parse_house(b'variants = ["hk:opencc"]', "h").pairs
    assert one("群众本周起床", "zh-Hant-HK", *plainly) == "羣眾本週起牀"
    assert one("岳云群说", "zh-Hant-HK", *plainly) == "岳雲羣説"


def test_a_variant_of_a_character_that_is_simplified_too_holds_in_every_word() -> None:
    assert one("用户体温", "zh-Hant-HK", ("hk:户", "戶"), ("hk:温", "溫")) == "用戶體溫"
    assert one("周围，本周", "zh-Hant-HK", ("hk:周", "週")) != "週圍，本週"


def test_a_list_that_is_none_is_one_clear_error() -> None:
    with pytest.raises(WrongUse, match="hk:papers") as caught:
        parse_house(b'variants = ["hk:paper"]', "house.toml")
    assert told_whole(caught.value) and "hk:paper" in str(caught.value)
