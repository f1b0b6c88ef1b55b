"""Persons of history and letters, whose names printed books write in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.patterns import late

_SURE = (
    "钱钟书=錢鍾書 钟子期=鍾子期 钟离权=鍾離權 钟离春=鍾離春 钟繇=鍾繇 钟嵘=鍾嶸 "
    "钟馗=鍾馗 钟南山=鍾南山 段干木=段干木 周谷城=周谷城 谷超豪=谷超豪 鬼谷子=鬼谷子 "
    "曹冲=曹沖 令狐冲=令狐沖 祖冲之=祖沖之 林冲=林沖 种师道=种師道 种世衡=种世衡 "
    "卢象升=盧象昇 毕升=畢昇 范仲淹=范仲淹 范成大=范成大 范蠡=范蠡 范雎=范雎 "
    "范晔=范曄 范缜=范縝 后稷=后稷 后羿=后羿 郁达夫=郁達夫 余光中=余光中 "
    "余秋雨=余秋雨 余叔岩=余叔岩 游国恩=游國恩 于右任=于右任 于慎行=于慎行 于成龙=于成龍 "
    "沈从文=沈從文 丰子恺=豐子愷 魏征=魏徵 文征明=文徵明 姜子牙=姜子牙 姜夔=姜夔 "
    "郑板桥=鄭板橋 曾朴=曾樸 朱熹=朱熹 胡适=胡適 高适=高適 苏舜钦=蘇舜欽 周干峙=周干峙 "
    "万俟卨=万俟卨 秦叔宝=秦叔寶 公孙丑=公孫丑 党怀英=党懷英 涂又光=涂又光 仆固怀恩=僕固懷恩 "
)
KNOWN_FORMS: dict[str, str] = dict(pair.split("=") for pair in _SURE.split())
"""Simplified name → the form of printed books, where the name is no word besides"""
_IN_COMPANY: dict[str, tuple[str, str]] = {
    "钟会": ("鍾會", "邓艾|姜维|司马昭|蜀|曹魏|魏国|魏将"),
    "文丑": ("文醜", "颜良|关羽|关公|袁绍|曹操|赵云"),
    "干将": ("干將", "莫邪|莫耶|铸剑|铸[了成]?[两一]?[把口]?剑"),
    "吕范": ("呂範", "孙策|孙权|东吴|周瑜"), "陈范": ("陳範", "苏报|章士钊|章太炎"),
    "王干": ("王干", "作家|评论|文学|散文|编审"),
}
"""the same of names that are words besides: known by what else the text names"""
_MAY_STAND = late("|".join(_IN_COMPANY))


def known_by_company(text: str) -> Iterator[tuple[int, str]]:
    """Where a text names a person whose name is a word besides, and the form of it."""
    for found in _MAY_STAND.finditer(text):
        form, company = _IN_COMPANY[found.group()]
        if re.search(company, text):
            yield found.start(), form
