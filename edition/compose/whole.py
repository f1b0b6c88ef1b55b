"""What a line never parts: names, prices, figures with their signs, fractions, scores, formulas."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭"
    "鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧"
    "戴宋庞熊纪舒项祝董梁杜阮蓝季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石"
    "崔吉龚程邢裴陆荣翁段侯宁武刘叶黎乔欧聂晏温庄阎曾关陳張劉楊趙黃吳鄭許韓馬蘇葉羅謝蔣賴"
)
WHOLE = (
    re.compile(r"〔\d{4}〕(?:第)?\d+号?"),
    # A name of two characters with a space in it, 李　明: one side of it ends there, or it
    # begins with a surname.
    re.compile(rf"(?<!{_HAN}){_HAN}\u3000{_HAN}"),
    re.compile(rf"{_HAN}\u3000{_HAN}(?!{_HAN})"),
    re.compile(rf"[{_SURNAMES}]\u3000{_HAN}"),
    # A price by the measure: 元/㎡, 元／吨.
    re.compile(rf"[元角分][/／](?:[㎡㎥]|{_HAN}|[A-Za-z]{{1,3}}[²³]?(?![A-Za-z]))"),
    re.compile(r"[\d０-９][℃℉‰％%㎡㎥]"),
    # Fractions, ratios and scores: １／３, 3：2.
    re.compile(r"[\d０-９]{1,4}[:：∶/／][\d０-９]{1,4}"),
    re.compile(r"[－−+＋][０-９]"),
    # Formulas and powers: H₂O, 10⁻³.
    re.compile(r"[A-Za-z\d)）][₀-₉⁰¹²³⁴-⁹⁻⁺]+"),
)
"""Each is bounded, so that a search over a paragraph takes linear time."""
