"""What a third blind reading showed, and the forms that the papers of a region print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.errors import WrongUse
from edition.passes.change_script import convert
from edition.sidecar.housememory import HouseMemory, parse_house
from passes_copy import TAGS, edition, one, said, story
from told import told_whole


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


@pytest.mark.parametrize(("text", "wanted"), [
    ("材料系目前有教授三十人", "材料系目前有教授三十人"), ("环境系近年引进", "環境系近年引進"),
    ("摄影系首次举办", "攝影系首次舉辦"), ("信息系首批学生入学", "信息系首批學生入學"),
    ("食品系目前", "食品系目前"), ("通信系首次招生", "通信系首次招生"),
    ("海洋系近年扩招", "海洋系近年擴招"), ("旅游系首批学生", "旅遊系首批學生"),
    ("汽车系目前有", "汽車系目前有"), ("该车系近年改款", "該車系近年改款"),
    ("新车系首次亮相", "新車系首次亮相"), ("海航系近年扩张", "海航系近年擴張"),
    ("腾讯系首个平台", "騰訊系首個平臺"), ("A系目前", "A系目前"),
    ("他系自杀，死者系酒后溺水", "他係自殺，死者係酒後溺水"),
    ("死因系自杀，司机系酒后驾车", "死因係自殺，司機係酒後駕車"),
    ("信用卡里程可以兑换机票", "信用卡里程可以兌換機票"), ("储值卡里程", "儲值卡里程"),
    ("演员卡里·格兰特", "演員卡里·格蘭特"), ("议员卡里略", "議員卡里略"),
    ("球员卡里尼", "球員卡里尼"), ("运动员卡里夫", "運動員卡里夫"),
    ("会员卡里有钱，学员卡里没有钱", "會員卡裡有錢，學員卡裡沒有錢"), ("密植发芽", "密植發芽"),
    ("新植发芽率", "新植發芽率"), ("套植发病", "套植發病"), ("天坛子午线", "天壇子午線"),
])
def test_ordinary_copy_stays_as_it_was_before_those_words(text: str, wanted: str) -> None:
    assert one(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("本报记者于国庆期间采访", "本報記者於國慶期間採訪"),
    ("旅客于国庆期间出行", "旅客於國慶期間出行"), ("球员于国庆归队", "球員於國慶歸隊"),
    ("记者于建设工地采访", "記者於建設工地採訪"), ("他于国庆入党", "他於國慶入黨"),
    ("他于永康落网", "他於永康落網"), ("他于长春病逝", "他於長春病逝"),
    ("逃犯于兴安落网", "逃犯於興安落網"), ("数值小于每天2克", "數值小於每天2克"),
    ("小于每天2克", "小於每天2克"), ("其中，小于每天三次的占一成", "其中，小於每天三次的佔一成"),
    ("增幅为2%，小于今年一季度的水平", "增幅為2%，小於今年一季度的水平"),
    ("老后回家乡养老", "老後回家鄉養老"), ("老后每天散步", "老後每天散步"),
    ("他说：老后不愿给子女添麻烦", "他說：老後不願給子女添麻煩"),
    ("大蒜和老姜送来了", "大蒜和老薑送來了"), ("老姜病了三天", "老薑病了三天"),
    ("谷雨后报名人数增加", "穀雨後報名人數增加"), ("谷雨后赶到的客商", "穀雨後趕到的客商"),
    ("谷雨后登上茶山", "穀雨後登上茶山"), ("由于某的说法", "由於某的說法"),
    ("对于某和", "對於某和"), ("对于某某的说法", "對於某某的說法"),
    ("由于某某在场", "由於某某在場"), ("旅客于站长室休息", "旅客於站長室休息"),
    ("赛后，教练于国庆说", "賽後，教練于國慶說"),
    ("村民于建设说，记者于胜利报道", "村民于建設說，記者于勝利報道"),
    ("班长于得志负责分水", "班長于得志負責分水"),
    ("于长春当选县人大代表", "于長春當選縣人大代表"), ("他于海南去世", "他於海南去世"),
    ("他们于北京夺冠", "他們於北京奪冠"), ("记者于建国报道", "記者于建國報道"),
    ("老于每天都来", "老于每天都來"), ("由于芳代领，由于某代领", "由于芳代領，由於某代領"),
    ("民警于警官说", "民警于警官說"), ("记者于站长办公室采访", "記者於站長辦公室採訪"),
    ("谷雨前后，谷雨当天", "穀雨前後，穀雨當天"), ("植发手术和植发后", "植髮手術和植髮後"),
    ("此次活动系全国首次", "此次活動係全國首次"), ("两案系同一人所为", "兩案係同一人所為"),
    ("新喀里多尼亚", "新喀里多尼亞"), ("于胜利负责后勤", "于勝利負責後勤"),
    ("他于解放前入党", "他於解放前入黨"), ("战士于胜利入党那天", "戰士于勝利入黨那天"),
    ("旅客于长春登上列车", "旅客於長春登上列車"), ("记者于清明赶到", "記者於清明趕到"),
    ("患者于某医院就诊", "患者於某醫院就診"), ("家长于校长信箱留言", "家長於校長信箱留言"),
    ("学生于老师指导下完成", "學生於老師指導下完成"),
])
def test_ordinary_copy_stays_as_it_was_before_those_persons(text: str, wanted: str) -> None:
    assert one(text) == wanted


def back(text: str, tag: str, other: str) -> str:
    return said(replace(edition(story(text)), language=tag), other)[0]


@pytest.mark.parametrize(("text", "wanted"), [
    ("搭起帳棚", "搭起帐棚"), ("升帳議事", "升帐议事"), ("元帥帳下", "元帅帐下"),
    ("他走進大帳", "他走进大帐"), ("氈帳", "毡帐"), ("虎帳", "虎帐"), ("帳內燈火", "帐内灯火"),
    ("走進帳中", "走进帐中"), ("帳號和帳單", "账号和账单"), ("付帳後算這筆帳", "付账后算这笔账"),
    ("進帳三萬，空帳", "进账三万，空账"),
])
def test_a_tent_of_taiwan_is_no_account(text: str, wanted: str) -> None:
    assert back(text, "zh-Hant-TW", "zh-Hans") == wanted
    here = back(text, "zh-Hant-TW", "zh-Hant-HK")
    assert here == text.replace("帳", "帳" if "帐" in wanted else "賬")


@pytest.mark.parametrize("text", [
    "西周末年", "東周末年", "殷周年代", "後周年號", "周報恩寺", "他在那周先生家", "每周先生",
    "本周朝廷", "窮盡可能性", "手上周轉資金",
])
def test_a_dynasty_and_a_surname_of_hong_kong_are_no_week(text: str) -> None:
    assert back(text, "zh-Hant-HK", "zh-Hant-TW") == text


@pytest.mark.parametrize(("text", "wanted"), [
    ("上周一周末", "上週一週末"), ("二十周年", "二十週年"), ("上周轉會", "上週轉會"),
    ("黃金周", "黃金週"),
    ("周末年輕人", "週末年輕人"), ("下周公布", "下週公布"),
])
def test_a_week_of_hong_kong_is_a_week(text: str, wanted: str) -> None:
    assert back(text, "zh-Hant-HK", "zh-Hant-TW") == wanted


@pytest.mark.parametrize(("name", "text", "wanted"), [
    ("hk:opencc", "四周都是山", "四周都是山"),
    ("hk:opencc", "楼下周围，身上周围", "樓下周圍，身上周圍"),
    ("hk:opencc", "绕地球一周，四周一片漆黑", "繞地球一周，四周一片漆黑"),
    ("hk:opencc", "周六福珠宝", "周六福珠寶"), ("hk:opencc", "手上周转资金", "手上周轉資金"),
    ("hk:opencc", "每周一次，一周后", "每週一次，一週後"),
    ("hk:papers", "电商铺天盖地", "電商鋪天蓋地"), ("hk:papers", "酒店铺满鲜花", "酒店鋪滿鮮花"),
    ("hk:papers", "酒店铺上红地毯", "酒店鋪上紅地毯"), ("hk:papers", "经销商铺货", "經銷商鋪貨"),
    ("hk:papers", "书店铺开", "書店鋪開"), ("hk:papers", "应当铺设", "應當鋪設"),
    ("hk:papers", "店铺开业，店铺货架", "店舖開業，店舖貨架"),
])
def test_a_list_of_forms_holds_in_its_words_alone(name: str, text: str, wanted: str) -> None:
    pairs = parse_house(f'variants = ["{name}"]'.encode(), "h").pairs
    assert one(text, "zh-Hant-HK", *pairs) == wanted


def test_a_list_that_is_none_gives_no_pairs() -> None:
    assert HouseMemory(variants=("nonsense",)).pairs == ()
