"""Names of persons: the surnames, and what a name looks like."""

from __future__ import annotations

from edition.patterns import late

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁"
    "韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆"
    "萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林"
    "刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑"
    "裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘"
    "钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳"
    "逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨"
    "居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关"
    "蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言"
    "福肖代付邸冼覃苑揭练区苟占信尧由仝续尉植茆揣裔修要粟谌鹿漆兰初降亓衣母来候仁邝战撒原问光户展缐塔"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴魏謝鄒竇雲蘇範魯韋馬鳳魚齊羅畢鄔樂傅顧黃蕭湯龐紀項賈婁顏鍾駱萬盧繆鄧"
    "單諸龔陸榮儲寧劉葉龍賴藺喬陰蒼聞黨譚勞莊閻連習溫鄺關簡饒權歸蓋遊"
)
COMMON_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭"
    "鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧"
    "戴宋庞熊纪舒项祝董梁杜阮蓝季贾江颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石"
    "崔吉龚程邢裴陆荣翁段侯宁武刘叶黎乔欧聂晏温庄阎曾关陳張劉楊趙黃吳鄭許韓馬蘇葉羅謝蔣賴"
)
"""The surnames nearly everyone has: a character among them is likelier a surname than not."""
DOUBLE_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容",
                   "司徒", "夏侯", "端木", "歐陽", "司馬", "諸葛", "东郭", "南宫", "长孙", "宇文")
_NAME = late(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}|"
    r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}"
)


def is_name(token: str) -> bool:
    """True for a surname and what may follow it, or a foreign name with its points."""
    if not _NAME.fullmatch(token):
        return False
    if "·" in token:
        return True
    if token.startswith(DOUBLE_SURNAMES):
        return len(token) <= 4
    return (token[0] in SURNAMES and len(token) <= 3) or (
        len(token) == 4 and token[0] in SURNAMES and token[1] in SURNAMES
    )
