"""Nouns that stand beside a character and tell its form (twinforms.py)."""

from __future__ import annotations

BEASTS = (
    "鸡鸭鹅羊狗猫猪牛虎熊鸟鱼虾蟹船手脚眼耳鸽兔鼠狼猴蚊蝇蜂蝶蛙龟鹤鹰雁燕鹿豹狮象箱桶碗杯瓶盒鞋袜表股母公小大"
)
PARTIES = "死者|司机|伤者|逝者|患者|作者|嫌犯|案犯|主犯|被告|原告|疑人|害人|告人|事人|责人"
"""persons of the courts, by their last characters"""
OF_POLICE = (
    "火灾|事故|车祸|爆炸|死亡|死因|签名|公章|印章|笔迹|借条|欠条|字据|坍塌|起火|泄漏|火情|火因|原因|险情|"
    "此案|该案|照片|视频|图片|文书|证件|证书|护照|凶器|尸体|血迹|指纹|事件|消息|传言|网传"
)
"""nouns of the courts and of the police behind which 系 is a verb"""
DRYING = (
    "衣服|被子|裤子|袜子|床单|裙子|头发|墙面|地面|路面|毛巾|油漆|水泥|鞋子|木板|稻子|谷子|麦子|帽子|"
    "毯子|衬衫|衣裳|校服|河床|血迹|墨迹"
)
"""what dries"""
LADEN = "硕果|果实|麦穗|稻穗|谷穗|葡萄|柿子|苹果|桃子|橘子|梨子|枣子|荔枝|挂果|果子|瓜果|结实"
"""what hangs in clusters"""
TAUGHT = (
    "关联体派世谱嫡语文理学物化数机电院闻史律济乐术筑子木工计育英日德法俄药医护农林业统传播政哲"
)
"""characters before 系 where it is a department, or holds together"""
TOLD = "同一人|自[杀愿]|违[法规章反]|非法|酒后|无[证照]|盗[窃用]"
"""what the courts and the police say behind 系"""
FIRST = "首[次个家例批创]|全[国省市县]首|目前|近[年期]"
"""what the papers say of an event behind 系, and of a department and a line of cars as well"""
OF_CARDS = "[余存]额|[的还有只没存余取剩充钱]|多了"
"""what stands behind 卡里 where it is in a card; 信用卡里程 are miles"""
SOWN = "种移扶栽培密新套间混定补嫁轮丛引稀早晚直扦"
"""characters before 植 where plants are meant"""
