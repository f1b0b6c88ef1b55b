"""Rows of a label and what belongs to it: service lines, lists of offices, programmes, weather.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.patterns import late


@dataclass(frozen=True, slots=True)
class EntryShape:
    """A row taken apart. Label and text together hold every character but the white between."""

    label: str
    """with its colon, if it has one"""
    text: str
    sure: bool = True
    """False where the words before the colon are no known label."""


_LENGTH = 60
"""characters of the longest row"""
_HAN = "[\u4e00-\u9fff]"
_ENDS = late("[。！？!?；;…]")
_LABELLED = late("([^：:。，,；;、？?！!“”\"（()）《》]{1,10}[：:])\\s*(\\S.*)")
_KNOWN = late(
    "(?:活动|活動|讲座|講座|演出|报名|報名|咨询|諮詢|联系|聯絡|订票|訂票|购票|購票|售票|预约|"
    "預約|投诉|舉報|举报|监督|服务|服務|集合|"
    "开始|開始|开放|開放|截止|会议|會議|比赛|比賽|展览|展覽|播出|营业|營業|办公|工作|面试|考试|"
    "办理|受理|应聘|招聘|电子|電子|"
    "官方|微信|单位|單位|发布|上课|培训|截稿|来稿|收稿|投稿|总|總|第[一二三四五六七八九十]|"
    "今天|今日|明天|明日|后天|後天|今晚|今夜|明晚|"
    "昨天|本周|本週|周末|週末)?\\s*"
    "(?:时间|時間|日期|地点|地點|地址|场地|場地|场所|场次|電話|电话|手机|手機|热线|熱線|专线|"
    "傳真|传真|邮箱|郵箱|信箱|邮编|郵編|网址|網址|"
    "微信|微信号|公众号|QQ群?|主讲人?|主講人?|嘉宾|嘉賓|主持人?|主办|主辦|承办|承辦|协办|協辦|"
    "支持|单位|單位|主题|主題|内容|內容|对象|對象|"
    "人数|人數|名额|名額|费用|費用|票价|票價|价格|價格|方式|要求|条件|條件|流程|路线|路線|"
    "联系人|聯絡人|备注|備註|注意事项|提示|温馨提示|"
    "截止|规格|編號|编号|奖项|奖金|獎金|奖池|白天|夜间|夜間|白天到夜间|上午|下午|晚上|中午|"
    "早晨|天气|天氣|气温|氣溫|风力|風力|湿度|空气质量|"
    "红球|紅球|蓝球|藍球|开奖号码|中奖号码|号码|一等奖|二等奖|三等奖|特等奖|优秀奖|冠军|冠軍|"
    "亚军|亞軍|季军|季軍|金奖|银奖|铜奖|比分|"
    "主席|副主席|会长|會長|副会长|秘书长|秘書長|副秘书长|理事长|理事長|副理事长|常务理事|理事|"
    "监事长|监事|主任|副主任|委员|委員|书记|"
    "书記|副书记|组长|副组长|成员|成員|主编|副主编|总编|编辑|編輯|顾问|顧問|名誉主席|会员|导演|"
    "編劇|编剧|主演|演员|作曲|作词|指挥|"
    "出品|演出单位|校长|副校长|局长|副局长|队长|教练|裁判|裁判长)\\s*[：:]"
    "|(?:今天|今日|明天|明日|后天|後天|昨天|大后天|今晚|明晚|周[一二三四五六日天]|"
    "星期[一二三四五六日天])\\s*[：:]"
)
_SPEAKER = late("(?:问|答|問|记者|記者|主持人|[QAqa])\\s*[：:]")
_NAMED_SPEAKER = late(f"{_HAN}{{2,6}}[：:]")
_WEEKDAY = "(?:星期|礼拜|[周週])[一二三四五六日天](?:至(?:星期|[周週])?[一二三四五六日天])?"
_NUM = "[〇零一二三四五六七八九十]"
_DAY = (
    rf"(?:\d{{4}}[-./年])?\d{{1,2}}[-./月]\d{{1,2}}[日号號]?|{_NUM}{{1,3}}月{_NUM}{{1,3}}[日号號]|"
    rf"(?:农历|農曆)(?:[正冬腊臘]|{_NUM}{{1,2}})月(?:初|十|廿|二十|三十)?{_NUM}{{0,2}}"
)
_CLOCK = (
    r"\d{1,2}[:：]\d{2}(?:\s*[-—–~～至]{1,2}\s*\d{1,2}[:：]\d{2})?|(?:上午|下午|晚上|中午|早上|"
    r"凌晨)(?:\d{1,2}(?:[:：]\d{2}|[时時点點]半?))?"
)
_TURN = rf"第(?:\d{{1,3}}|{_NUM}{{1,3}})[期场場讲講集届屆轮輪次回]"
_TIMED = late(
    rf"((?:(?:{_DAY}|{_WEEKDAY}|{_TURN}|{_CLOCK})(?:[（(]{_WEEKDAY}[）)])?(?:[ \u3000\t]+|"
    rf"(?=\d{{1,2}}[:：])))+)(\S.*)"
)
_OFFICE = late(
    f"((?:名誉|常务|执行)?副?(?:主席|会长|會長|秘书长|秘書長|理事长|理事|监事长|监事|主任|委员|"
    f"书记|组长|主编|总编|编辑|編輯|顾问|"
    f"导演|编剧|指挥|队长|教练|裁判长?|校长|局长))[ \u3000]+((?:{_HAN}{{2,4}}|"
    f"{_HAN}[ \u3000]{_HAN})(?:[、 \u3000]+(?:{_HAN}{{2,4}}|{_HAN}[ \u3000]{_HAN}))*)"
)


def entry_of(text: str) -> EntryShape | None:
    """The row that a line may be; None where it is running text or speech."""
    if len(text) > _LENGTH or _ENDS.search(text.rstrip("。")) or _SPEAKER.match(text):
        return None
    timed = _TIMED.fullmatch(text)
    if timed is not None:
        return EntryShape(timed.group(1).strip(), timed.group(2))
    office = _OFFICE.fullmatch(text)
    if office is not None:
        return EntryShape(office.group(1), office.group(2))
    found = _LABELLED.fullmatch(text)
    if found is None or found.group(1)[:-1].isdigit():
        return None
    label = "".join(found.group(1).split())
    return EntryShape(found.group(1), found.group(2), _KNOWN.fullmatch(label) is not None)


def speaker_of(text: str, *, answers: bool = False) -> int:
    """Characters of the label 问：, 答： or 记者： at the head of a paragraph; 0 without one.

    With `answers`, where another speaker stands above, a name or an office is a label as well.
    """
    found = _SPEAKER.match(text) or (_NAMED_SPEAKER.match(text) if answers else None)
    return found.end() if found else 0
