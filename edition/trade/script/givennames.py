"""How likely characters are as surname and given name, and the form a given name keeps.

Counted in the names of a month of a national daily (People's Daily, January 1998, as tagged at
Peking University) and eked out with characters that came into fashion later.
"""

from __future__ import annotations

from collections.abc import Callable

from edition.trade.names import DOUBLE_SURNAMES
from edition.trade.script.surnames import TRADITIONAL

_FIRST: tuple[tuple[int, str], ...] = (
    (4, "国文志建德玉永晓振世"),
    (5, "大光金家小学明天海荣宝克洪春正庆秀新长云子启立忠华丽俊福维成汉祖树亚东广中凤连伟宏昌宗"),
    (5, "泽瑞继"),
    (6, "少景锦伯仁卫铁守兆道淑锡安万自廷思美惠桂绍林清元占英素士友承嘉传爱茂仲怀红一敬兴全耀朝"),
    (6, "鸿运希富有义燕君向如剑恩炳治孝秋慧秉祥纪敏增善彦雪乐健其贵保良月本冠殿方延昭邦智进厚柏"),
    (6, "兰汝发震裕焕高开西作乃雅心水生若尚寅毓艳佩平利青毅宪同润先静鹏定业公培敦崇存沛"),
    (7, "山书远梦相鹤亦复四力旭晋顺时叔济宜和喜太三应益政绪鲁关洁育圣达跃石幼江龙吉重宇逸胜为隆"),
    (7, "南才信懋超源贤丁勇述必令斯京照楚孟浩博辉民加彩双步冬森起颖纯知人在谷日基星军丹熙风寿以"),
    (7, "根冰镇习艺之松均燮霞赛碧允默曼卓泉武虎至佑劲觉莲竹哲恒白北银来植致代理登聪凌昆芝肇久朴"),
    (7, "贻可惟介椿雁灿木晶诗巨性展积峰修九渭念法"),
    (8, "佐陆尔孚繁花盛沈夫前坚丙上居坤官任选肖是竞映炎羡钧飞训佳祝拯匡蕴名梓雷千凡衍咏典璐会钊"),
    (8, "葆宁刚晴慕凯浦岳满巧笑豪康烈镕岚宿澜阶珮泳皎黎则悲儒沫五亮娥鸣泓曙翔功品鹿更见洗渊媛献"),
    (8, "火筱滨比特扬钦量杼黄散斌幸仕靖骥我薪娜莉隐梅言铨楠辛左团能庭章术魁群曾众奉财让祚慈赤战"),
    (8, "礼津甬化耿瑛格麟庚普效蓓栋奇岐绮钟逢昊璞体现赣湘纲菊乔越勃尊泰炯近圆戌也牧再工宣苕镜望"),
    (8, "岸张争瑾昱沸印召励驷强芳蕙稼赞丕农谊精合毛蔚奎迎抒祀舜独峻香洋经呈显翠俐恭壮续留巍仙奕"),
    (8, "忍通禹然宙睿阔瘦声科录谨序贺虹敖观用创赫湖多醒养嗣机象莹冲伦炬贲雨琳亨波灵晔雏婉薰澄弦"),
    (8, "鉴异丰霄笃涵行琼而因从紫乙季怡十颂乾钰受鼎捷翰权煜苏遐梨啸婷雯萱欣瑶彤妍菲倩轩鑫帆航晟"),
    (8, "桐淼蕊玥依晗茜薇珊莎帅威烨霖驰辰柯岩岭潇沐汐淇涓渝瀚囡姗娅婧嫣霜荷芊苗茹荟菁葵蕾蓉藤途"),
    (8, "迅遥郎"),
    (9, "漓悟统地徽劼恨豆孜努鸥轶社省侃适得贱盘帝塞梁莱戈愿井弼绥铭羲遂真河网冷随堂易汤磊寒舒语"),
    (9, "棋范旺胡耐穆莒淅佛妙戎六莺警钺园珂玖嵩夏路藏晨商韩俨半苦炼淦唯柔揆绩枢布倚彭癸革彰端务"),
    (9, "柳川淡帼荩荻泊镝岫堇馨堆阿臣始曦优猛柄绂遵解咸改洛笠愚衡期鄂无升求皓梯及栖呼尧灏骏师珣"),
    (9, "采欢蠡引予溢遇交掬伊凉铮墉遒迪闽欲添联好馥蔓珠蜀不弭淀樟拜藻溪直今干慰七欹韫熹漱齐雄取"),
    (9, "柱果惯洲灼沅由于气祁载弘辽陇衷黑麦勋早式璇辅秦寻弄杏杰初扎腊李约皇侠孙闾枫席际策百质罗"),
    (9, "琪劭恕甄岱释瘿墨偶次芷抗需阳硕荫珺尽肄炜野溯充榕常宫池喻蒙圭挺妮标昕持琨叫深冀铚恪露悦"),
)
"""−ln of the share of a character as the first of two."""
_SECOND: tuple[tuple[int, str], ...] = (
    (4, "华生平明林民文英东"),
    (5, "国荣军强成光清山良中祥杰芳仁龙忠云辉海伟昌峰刚斌春德红兴武亮敏珍庆新元波安江福才泉勇"),
    (6, "贵飞玉贤远俊之梅兰义章发宇权松志瑞鹏萍阳涛源根川琴正年顺超群康丽田诚夫勋霞学雄美胜基森"),
    (6, "方卿惠君玲城娟堂培臣禄一洲伦宝铭栋彬友莲善先秋芬麟青建燕宏立升达宁洋高彪亚河南初秀坤富"),
    (6, "政凯全浩勤奎毅凡农和坚石棠科环范利长银印心智娜广泰声龄人祖水治昆茂霖喜道健"),
    (7, "谦来柱三兵庭寿如丰虹泽钧标衡维艳鸣纯力慧礼运星定欣宽琛有村孙鸿琦菊瑜冰然香真恩吉亭卫周"),
    (7, "锋信尧金行桢家琼芝甫盛虎钟进邦迪凤洙坡久通昭功奇景蓉豪旭翔存琪怀时哲晶修本汉扬旺花为柏"),
    (7, "洁书谋珠天增岳风凌恺举魁铎若开容谷宣梁祝祺余驹瑶锐鑫轩宜儒藩非录普晖芹宗颖淑昕恒俭铨仪"),
    (7, "诗月锡箴丹翼彦楚承子璋丁甲乾放图捷典璞操洪辰树茹佑永璇实贞均木苏耀园庵馨业岩炳起骏溪彭"),
    (7, "廉屏熙壮好湘"),
    (8, "梦涵五深骅陶照因爱媛寰碧潮剑炎端蕾莹西训孝臻大滨役弟鹰模忱音午琏曾博伊娅雁莉渊航庚朝干"),
    (8, "夏珊恕铮理雪恪铁传乐能翰帆萱牧韬思启雨钢荪厚复祯瑾男岗伯台映璐齐危鲜岱舟梓徐蕊献湖路威"),
    (8, "相慎尔藜鹄彤千葆延骥娴奠钊穷介果棣陵临要漂聚璧工钰里焘隆世会鲁岚熊烽宪陆镇谊妮让奋叙蕙"),
    (8, "跃宾珉应略励选浦漪器楷珂佩岐亨衍洞日椿召庥岭桓猛珏熹眠粟冈侠雷白翊玖济姿莘翠教锁斗镐焕"),
    (8, "仓益京骝品仲珩楣槟坦士赫宰熏垣蘅以藻樵我恭桂戎娣唐烈造苍渔豫瀛盈湟嵩颜池多煌圣团润罗申"),
    (8, "豹绵慈前茜桐静蔚育婷帮原桥哉滋密仿寅州备代鱼瀚意阅易言妍尊营今其常筹可昶显津桔晓赞泮保"),
    (8, "双徽灿革琳泫斯庐重榆望愚同潜太响嘉拙煦张鹤洛锵奈在圭庸峙恢蒙己部霆铉圆羽瑛煊孚统拉彩殷"),
    (8, "柔任舜镛材皓辅合娘舒谟镜炯皋晨荃笙沅枫霜雯怡倩睿昊晟奕玥依佳晗楠蓓烨驰峻崇泓澜潇沛汐淇"),
    (8, "涓豆囡姗婧嫣寒冬荷芷芊苗荟葵薪藤途逢遥"),
    (9, "禧空践娇劲摩铣柯宙法迅马茶历沱老榕身腾耘斋孟萸都渠则愉爽宸乔特克乡氢畴婕地蒲榜央六练第"),
    (9, "查耕振锦火磊吾炬荞暾汇逵郁稳尚绍瑄灯孩璈社莺翎赋乃巍记帅斧缇侬炜淦驷璜淼适序泗聪隐佛菁"),
    (9, "万弋草欢少禅偶朗镠恬机颢坪焯府幸仙弘求享沐廷竹韶积量娥玺篪谨露浚琨情屹阶绘杉逸沂车严舸"),
    (9, "菲遐瑚苹婉浪砚溥战朴摄翁作等歌井灵用爵滇畏收峥名体粲经霈浣盟洵从椽旋悦键度粹颐驾雏展诫"),
    (9, "淞滔昱怿纬骄征婵纪榘巨尘笮甘鼎冀觉北郎兆晞庇荔莎官羲宠凹孮鎏黔佐荫知循淳汪骐逊二镗闰迈"),
    (9, "渝及游域程钜迎淮玑晴襄舫钦又昉穗敖誉拿晋杭桦婴琮纲希霁简震湛薇语繁党登摆融敬溶禹宛棉玮"),
    (9, "蜀裘球丞芸虬祜格侨财念昂戌晏沣菡温勘公侔霄载抗靖期链客屯珹渡岁联闾妹渤钏毛闽点韫咏想煜"),
    (9, "桃难研加表播旗裕朔委荡黎鹃卓曦缘"),
)
"""The same of the second of two."""
_ALONE: tuple[tuple[int, str], ...] = (
    (4, "平明伟文鹏斌杰涛"),
    (5, "勇军青健俊刚飞波华敏玲云宁江毅磊辉强峰光红英燕锋德亮欣瑜旭良岩方林克志凯永宏虹"),
    (6, "浩雯曦菊彦力原冰嘉颖冲芳兵雁干宇翔萍雷晖梅扬成铎山群枫康琳耀石鸿安洁跃洪洋琦琨捷可利非"),
    (6, "彬畅霄达静权楠莉铮慧兰钊严南震升悦谦生启进帆虎霞晨政坚昊丰佳彪瑾森锐建劲瑞妍尧剑松烨诚"),
    (6, "阳奇恒爽音萌铸正罗宣娟蕾鸣朱确宪舸绳训昆黎禺乾衍日吉荻桦行璇珺仪张忠昭钟里牧舫庚雪铿笑"),
    (6, "菱莽巍邓凌恕君泓天菲湘晓茜舟艳思瑶地武兢卫钰征莺媛春运泽流龙操郎怡雄星才铭荣炜布晔鲁庸"),
    (6, "钢京奎桂娴喆姬露影攀冬巩民莹泳录增遵"),
    (7, "参咏琅硕潜轲机驰科渊嵘熙城弘穗桃飚真宾三仁赓觉风葵远迈蓬璞墉火夏琢庆东韵硌迁勤祥逸宝茂"),
    (7, "晶桥煜允得蒙绮坤玉籁峻源田婷榛蔚卓迟适备岚选炎骏宽净薇岗丽聪辅信悌盘韦嵩威元烈竞准晋新"),
    (7, "川谨景维辛修王超宸频"),
    (8, "炼瑛励美楚烽基鼐汀芜满陶滨璐玒琤杨闯寿占后茹柏戡浓颐晗拓凤付巴繇隽益澎向二鹤仞肃峡欢唯"),
    (8, "也复晴溪智立鹰灵佩登秀挺棠炉述治直崴延标锦承玖瑁勋工秦聿银论羽楹纯钧章涵霈汐泉淇妲栋韫"),
    (8, "仲尉勍淼桧甫法律渭鼎希汉纲援柱弛刘渌尼桐义官申易臣衡伦河秋昕用镜迪蕊浔州游幽彰统茅任记"),
    (8, "凡馨浦琼然珊坪耒广焰微颔彤友苇舜海庄言愚朗骁洽荃潮莎泠昌异夔乐亨中季俐羚锲翘醉颙乙昂珉"),
    (8, "燮锵金曜塞璜洲浒勉歌杲砾琥仙西莱淬焘济鉴胜贤临梦福战秧农贵炳葳一鲲丹钦魁优耕琪徐戎嫣菁"),
    (8, "闻孟薄边俭崇祝萱廷亭道杉霆起裕革放麟白灿涧仃镛岫锴琮根柯倩轩博睿梓皓豪鑫航晟奕玥雨诗语"),
    (8, "子若依蓓娜帅霖辰禹岭澜潇沛沐涓渝瀚豆囡妮姗娅婧寒霜竹荷莲芷芊苗苏荟蓉薪藤途通迅逢遥邦"),
)
"""The same of a given name of one character."""
_NEW_FIRST = (
    "子梓宇浩欣雨佳嘉思诗语涵雅可一若晓雪梦紫芷依静婷晨泽俊博睿奕承皓逸铭瑞沐怡心慧淑婉梅菊桂翠"
)
_NEW_SECOND = (
    "涵轩怡萱琪妍彤婷悦瑶阳然宇泽豪杰辰晨睿琳雯菲颖倩鸣航鑫洋帆诺妮熙桐欣洁丹燕凤霞花莲菊翠"
)
"""what came into fashion later, or is seldomer in a daily than among people"""
_NEW_ALONE = (
    "琴妹喜乐珍芹禄旗花菊桂秀翠彩卉圆姝姣容恬悠惠敬旋旺朋樱毓水沁沫湛滢漫珂珏凝勤双灵哲朝达茂斗采岳发"
)
_NEW_BY_ITSELF = 7.5
"""what one of these costs at most as a given name of one character"""
_NEW = 6.5
"""what such a character costs at most"""
_GIVEN_WORDS = frozenset((  # noqa: SIM905  # a list of names reads best as one text
    "浩然 正阳 一鸣 一凡 一帆 一诺 金花 有才 有福 有根 德福 卫东 卫国 卫民 卫红 东升 旭东 "
    "向东 向阳 长春 俊杰 定远 怀远 致远 明远 思远 志远 清泉 剑锋 自强 为民 爱民 新民 利民 "
    "大顺 长顺 英杰 曙光 明珠 大鹏 鹏飞 劲松 霞光 海燕 朝阳 春阳 铁山 青山 金水 秋水 春霖 "
    "安国 爱国 强国 红梅 冬梅 腊梅 雪峰 海峰 海波 海涛 如玉 红艳 建功 立功 智勇 呈祥 雅丽 "
    "艳丽 香兰 桂兰 春兰 兰花 菊花 秋菊 荷花 莲花 梨花 桃花 翠花 金莲 明月 双喜 富贵 长风 "
    "乘风 景山 立人 树人 远方 丰年 仁义 守义 守业 显明 天赐 天佑 天明 红霞 彩霞 立本 黎明 "
    "独秀 金星 雷鸣 得志 得胜 来福 满仓 满囤 水生 长生 春生 根生 铁柱 国柱 石头 跃进 红军 "
    "援朝 解放 光明 光荣 光辉 光华 思源 承志 继业 欣怡 嘉怡 和平 胜利 建国 国庆 国强 永红 "
    "建设 永胜 志强 家宝 家乐 大为 大勇 大伟 进财 进才 招娣 来娣 晓明 小明 小红 小兰 小梅"
).split())
"""given names that are words as well, or that two seldom characters make"""
_GIVEN_WORD = 10.5
"""what one of them costs at most"""
_SURNAME: tuple[tuple[int, str], ...] = (
    (3, "王李张刘陈"),
    (4, "杨赵吴周徐黄孙胡马朱林"),
    (5, "高郭郑罗韩梁宋冯何许潘叶谢董田金曹于袁唐卢沈石汪吕邓蔡白范肖江丁陆程方彭蒋傅崔"),
    (6, "曾戴夏龚孟任贾秦杜安钱谭姜侯陶余苏孔魏俞邹齐武姚洪顾阎邵熊邱章钟廖龙贺牛段万毛乔雷郝梅"),
    (6, "韦尹赖盛樊庞邢萧温施黎聂史薛童祝康单华关"),
    (7, "舒汤包倪霍葛焦柳庄季伍严鲍尚宁颜荣艾殷成岳向翟符毕常鲁闵谷裴穆沙曲阳路甘游查席喻鄢辛费"),
    (7, "詹褚苗申牟桂柴兰仲项靳阮车管滕桑柯文凌付"),
    (8, "鹿闻钮谈计耿米窦祁瞿时左尉宗奚古厉佟云乐郁裘薄苟经纪简晏房慕强吉原全鞠郎解蒙莫缪盖浦汝"),
    (8, "昝支戚平屈占卓匡冉仇习骆饶闫都诸覃荆荀茅胥翁秋班濮满涂沃楚柏杭易扈戎惠归应巫巩屠尤寇宫"),
    (8, "姬哈冼党干朴"),
)
_RARE = 9.5
"""−ln of the share of a surname that is in none of the lists"""
_NEVER = 11.0
"""−ln of the share of a character that is in none of the lists"""
_SELDOM = 8.5
"""the same of a character alone that is watched, and that the lists hold by chance alone"""
_LONG, _SHORT = 0.2, 1.7
"""−ln of the share of given names of two characters, and of one"""


def _shares(bands: tuple[tuple[int, str], ...]) -> dict[str, float]:
    return {character: float(price) for price, characters in bands for character in characters}


def _with_new(shares: dict[str, float], new: str, price: float = _NEW) -> dict[str, float]:
    return shares | {c: min(price, shares.get(c, price)) for c in new}


_FIRSTS, _SECONDS, _ALONES, _SURNAMES = map(_shares, (_FIRST, _SECOND, _ALONE, _SURNAME))
_FIRSTS, _SECONDS = _with_new(_FIRSTS, _NEW_FIRST), _with_new(_SECONDS, _NEW_SECOND)
_ALONES = _with_new(_ALONES, _NEW_ALONE, _NEW_BY_ITSELF)
IN_GIVEN = "".join(sorted({*_FIRSTS, *_ALONES}))
"""characters that begin a given name"""


def surname_price(surname: str) -> float:
    """−ln of how likely a surname is among surnames."""
    return _SURNAMES.get(surname, _RARE)


def given_price(given: str) -> float:
    """−ln of how likely one or two characters are as a given name."""
    if len(given) == 1:
        return _SHORT + _ALONES.get(given, _SELDOM if given in GIVEN_FORMS else _NEVER)
    price = _LONG + _FIRSTS.get(given[0], _NEVER) + _SECONDS.get(given[1], _NEVER)
    return min(price, _GIVEN_WORD) if is_given_word(given) else price


def is_given_word(word: str) -> bool:
    """True for a word that is a usual given name besides."""
    return word in _GIVEN_WORDS


GIVEN_FORMS: dict[str, str] = {
    c: c for c in "于余岳郁里后斗采征游咸丑松谷台曲布注向周沈才志秋千"
    "表升朱制板回同舍卷御占了岩苹并系"
} | {"干": "幹", "云": "雲", "面": "面", "冲": "沖", "丰": "豐", "钟": "鍾", "发": "發"}
"""What a character becomes in a given name where dictionaries would rather have a word."""
GIVEN_WHOLE: dict[str, str] = {
    "有余": "有餘", "庆余": "慶餘", "万里": "萬里", "千里": "千里", "志范": "志範", "世范": "世範",
    "五谷": "五穀", "百谷": "百穀", "嘉谷": "嘉穀", "谷丰": "穀豐", "谷登": "穀登",
    "冲霄": "衝霄", "冲天": "衝天", "冲锋": "衝鋒", "冲云": "衝雲", "能干": "能幹",
    "干城": "干城", "干云": "干雲", "干峙": "干峙", "金钟": "金鐘", "范": "范",
}
"""Given names that are words themselves."""
_POSTERITY = frozenset("裕光承垂耀昌荣德佑福启")
"""characters behind which 后 in a given name is those who come after"""


def named(name: str, form_of: Callable[[str], str]) -> str:
    """A whole name, a surname before 某 or a title, or a surname alone, in the other script.

    `form_of` is the dictionary's form of one character.
    """
    surname = next((double for double in DOUBLE_SURNAMES if name.startswith(double)), name[:1])
    given = name[len(surname):]
    full = "".join(TRADITIONAL.get(c) or form_of(c) for c in surname)
    whole = GIVEN_WHOLE.get(given)
    if whole is None and given[1:] == "后" and given[0] in _POSTERITY:
        whole = form_of(given[0]) + "後"
    return full + (whole or "".join(GIVEN_FORMS.get(c) or form_of(c) for c in given))
