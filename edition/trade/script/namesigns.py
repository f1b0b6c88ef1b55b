"""What tells a person's name from words: what stands round it, and what is known."""

from __future__ import annotations

from edition.patterns import late

KNOWN_PERSONS = frozenset((  # noqa: SIM905  # a list of names reads best as one text
    "于洋 于谦 于丹 于敏 于勒 于右任 于是之 于慎行 余华 余隆 余光中 余秋雨 余英时 余叔岩 余则成 "
    "范曾 范增 范伟 范蠡 岳飞 岳云 岳霖 郁达夫 郁风 涂又光 党怀英 种师道 后羿 干宝 干勇 游本昌 "
    "游国恩 冲田 万里 万俟卨 谷牧 谷超豪 丰子恺 向明 向秀"
).split())
"""persons of common knowledge whose names are words as well"""
NO_NAMES = frozenset((  # noqa: SIM905  # a list of words reads best as one text
    "单采 钟鼎 钟鼎文 范读 范唱 范写 牛骥同 牛骥 郁金香 余因子 余家村 游成主 种天然 胡同口 谷雨"
).split())
"""words that the dictionary calls names"""
DAYS = frozenset((  # noqa: SIM905  # a list of days reads best as one text
    "立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 "
    "立冬 小雪 大雪 冬至 小寒 大寒 端午 中秋 重阳 元宵 元旦 春节 除夕 腊月 正月"
).split())
"""days of the year that are called by a word"""
TIMES_TOO = frozenset((  # noqa: SIM905  # a list of words reads best as one text
    "国庆 长春 朝阳 建设 胜利 解放 和平 光明"
).split())
"""given names that are a time, a place or what is under way as often"""
STILL_NAMED = late("[，、；：:（(）)的把被和与]")
"""What stands behind one of them where it is somebody's name."""
UNDER_WAY = late(
    "期间|假期|长假|前|后|当[天日晚]|工地|现场|之|时|初|中|年|日|节|路|街|区|村|镇|局|部|委|者|兵团|银行|"
    "公司|集团|单位|项目|大桥|大厦|公园|广场|油田|站|机场|市|县|大学"
)
"""What stands behind one of them where it is none."""
SIDES = "中前后内外上下间旁边里畔时际初末"
"""characters behind the name of a place or a time"""
HAS_PARTICLE = frozenset(
    "早晚载勤见置生死毁归趋忠急善甘苦处位等大小高低陷流长短多少始终源出作写建成立毕发由对关属基限鉴"
    "致至乐忙勇敢敏富利便易难耻羞止安介居取异同优劣强弱胜负败缘兴盛衰卒葬藏隐寄献捐授加施用适近重轻"
    "先迟疏精拙惯迫囿拘屈臣服得赖工专荒敢溢散落降凌濒徘染沉沦乐钟倾"
    "及根福援猛秀厚念"
)
"""characters behind which 于 is the particle"""
HAS_CLOCK = frozenset("的座口台只个把敲撞修听点分刻秒")
"""characters behind which 钟 is a clock or a bell"""
NUMERALS = frozenset("一二两三四五六七八九十百千万半几")
COUNTED = frozenset(
    "圈趟次天米里亩棵株半成下番遍回公千百万亿个些点边直定样块片份粒颗行季茬年生辈世杯碗壶盘席首曲"
    "群把口阵起场种手方面座处条只件位名月日分"
)
"""what stands behind a number, or makes a word with it"""
WHEN_AND_WHERE = ("t", "s", "ns", "nt", "f")
"""parts of speech of what follows the particle more often than the surname"""
LEADERS = tuple((  # noqa: SIM905  # a list of words reads best as one text
    "记者 通讯员 村民 居民 书记 支书 主任 镇长 县长 市长 局长 队长 校长 村长 站长 会长 社长 "
    "骑手 司机 志愿者 老人 负责人 经理 教授 编辑 作者 老师 教师 教练 会计 画家 作家 诗人 歌手 "
    "导演 演员 店主 车主 护士 医生 民警 警察 工程师 队员 选手 邻居 徒弟 师傅 农民 工人 学生 "
    "实习生 战士 老兵 木匠 院士 专家 律师 法官 妻子 丈夫 母亲 父亲 儿子 女儿 儿媳 哥哥 姐姐 "
    "弟弟 妹妹 同学 乘客 业主 市民 商户 摄影师 设计师 干部 会员 顾客 游客 员工 职工 读者 鼓师 "
    "老伴 党员 采购员 理发师 厨师 处长 科长 院长 厂长 董事长 总经理 同志 先生 女士 小学生 "
    "大学生 研究员 主席 总理 部长 省长 摄影 责任编辑 校对 摆渡人 师妹 师弟 师兄 师姐 嫌疑人 "
    "名叫 他叫 她叫 我叫 就叫 叫做 叫作 原名 本名 指挥 班长 组长 船长 机长 店长 馆长 所长 股长 "
    "裁判 护林员 快递员 驾驶员 邮递员 保洁员 营业员 售货员 技术员 统计员 安全员 守塔人 养蜂人 "
    "接生婆 掌柜 邮差 保安 门卫 学徒 班主任 辅导员 传承人 继承人 创始人 带头人 发起人 主持人 "
    "代表人 当事人 被告人 受害人 评论家 书法家 歌唱家 音乐家 作曲家 钢琴家 舞蹈家 收藏家 "
    "企业家 科学家 主讲人 撰稿人 承包人 经办人 联系人 学者 秘书 护工 主编 副总 村医 证人 死者 "
    "伤者 男子 女子 校友 警员 前锋 后卫 中锋 边锋 守门员 门将 球员 队医 少年 少女 青年 将军 "
    "上将 中将 少将 上校 中校 名医 中医 医师 药师 船工 司仪 主播 编剧 摄像 校工 助教 讲师 村官 "
    "表弟 表哥 表妹 表姐 堂弟 堂哥 堂妹 堂姐 叔叔 伯父 舅舅 姑姑 岳父 岳母 公公 婆婆 外公 外婆 "
    "爷爷 奶奶 孙子 孙女 侄子 侄女 外甥 女婿 菜贩 商贩 小贩 摊主 房东 房客 租客 股东 老总 高管 "
    "遗孀 长子 次子 长女 次女 独子 弟子 学长 学弟 学姐 学妹 同窗 同乡 老乡 战友 好友 友人 网友 "
    "球迷 歌迷 歌星 影星 明星 演奏家 指挥家 剧作家 摄影家 教育家 慈善家 养殖户 果农 菜农 茶农 "
    "渔民 牧民 矿工 瓦工 木工 电工 焊工 钳工 清洁工 环卫工 民工 人称 富商 侠客 烈士 英雄 棋手 "
    "骑师 教头 票友 琴师 道长 法师 助理 顾问 主持 店家 船员 机师 空姐 车长 列车长 站务员 宿管 "
    "经销商 供应商 承包商 批发商 零售商 代理商 供货商 营养师 魔术师 咨询师 规划师 分析师 会计师 "
    "建筑师 美容师 造型师 化妆师 剪辑师 录音师 调酒师 糕点师 育婴师 献血者 捐款者 获奖者 参赛者 "
    "应聘者 申请人 举报者 目击者 创业者 连长 排长 团长 营长 旅长 师长 军长 司令员 司令 政委 指导员 "
    "教导员 客户 旅客 患者 同事 住户 储户 逃犯 罪犯 疑犯 案犯 嫌犯 主犯 装修工 水暖工 "
    "和子 和女 、子 、女 ，子 ，女"
).split())
"""Words that stand right before a person's name."""
_ENDING: dict[str, tuple[str, ...]] = {
    end: tuple(word for word in LEADERS if word[-1] == end) for end in {w[-1] for w in LEADERS}
}
"""the same by their last characters"""


def is_led(text: str, start: int) -> bool:
    """Whether a word that stands before names stands right before a place."""
    leaders = _ENDING.get(text[start - 1:start])
    return leaders is not None and text.endswith(leaders, 0, start)


_SAYS_SO = "说(?![法明服])|笑|哭|骂|点了?头|摇了?头|叹|告诉|又[哭笑说骂叹]|也[说笑想]"
_DOES_SO = (
    f"{_SAYS_SO}|不(?:肯|愿|敢|信|让|说|答应)|退休|报了?警|送[来去给]|请了?[假客]|"
    "回[来家村]|的(?:妻子|丈夫|儿子|女儿|老伴|孩子|母亲|父亲|媳妇|爱人|脸|话)|家(?:的|里|在|有)|"
    "，[你您快别]|当[了过上]|[种养教送守管带领住做开扛骑赶写画唱喝爱][了过着](?![气点火味])|开车|"
    "带(?:游客|客人|大家|孩子|学生|徒弟|队)|"
    "是(?:我|个|战友|同[学事乡]|党员|邻居)|病了|也[不去来]|站起|坐在|走进"
)
NICK_DOES = late(
    f"[老小阿](?=[于余范岳涂郁沈钟游谷党种干](?:{_DOES_SO})|于每天(?:骑车|都|坚持|忙|早出)|"
    "[余范岳涂郁沈钟游谷党种干](?:每天|天天|当选|今年[一二三四五六七八九0-9])|"
    f"姜(?:{_SAYS_SO}|[种教守][了过着])|[于余范岳涂郁沈游谷党种干](?:把|又(?![大等不])|[走修][了过着]))"
)
"""老, 小 or 阿 before a surname whose bearer does something; 老钟走了 may be a clock, 小于每天2克
is a comparison, 老姜病了 a crop, 老后 is in old age"""
NAMING = frozenset("叫和与跟及给向对请由据为是被让派在替随到了选有找如听诉看导告")
"""characters that often stand right before a name"""
DONE = "种后征占冲干仆吁游"
"""surnames that are verbs as well: whoever is named before may do so"""
CREDITED = late("[／/](?:[文图摄]|摄影)")
SPEAKS = late(
    "(?:[^，。！？\\n]{0,2}(?:说(?![明服法])|道(?!路|理)|表示|介绍|告诉|认为|透露|回忆|坦言|感慨|笑|答|问)|"
    "(?:先生|女士|同志|老师|教授|书记|主任|院士|医生|律师|校长|县长|镇长|局长|经理|师傅|警官|教练|导演|"
    "老人|大爷|大妈|奶奶|夫妇|夫妻|兄妹|兄弟|姐妹|姐弟|父子|父女|母子|母女|一家|两口子)|[（(]|摄|报道|等(?:人|同志))"
)
"""Words behind a name: what its bearer does, or is."""
ENDING_IN_YU = ("终于", "由于", "关于", "属于", "忠于", "至于", "等于", "基于")
"""words behind which another 于 is a surname"""
NO_GIVEN = frozenset("未不已曾将就也都又还再却在被把从向对跟和与说是没等了着过的地得出到给让要")
"""characters that hardly end a given name"""
STREET = late("[街巷弄]|路(?![过上边线遇途经])")
"""what is called after a person, or after a word"""
CALLING = frozenset("叫喊称唤")
"""characters before whom one calls"""
HAVING = frozenset("无有尽留没用剩其之的")
"""characters behind which a word is no name"""
LAST_LISTED = late("(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,3}$")
NEXT_LISTED = late("[\u3400-\u9fff]{2,3}(?=[、，。；！）\\s等]|$)")
"""what stands beside an item of a list"""
CROPS = frozenset("树花菜瓜果草粮茶豆麦稻药棉菇")
"""what is planted: 种树 is no name"""
PRESENTED = late(
    "说(?![明服法理教唱]|不[清出])|道[：，]|表示|介绍|告诉|认为|回忆|坦言|笑着|今年[一二三四五六七八九十0-9]|现年|"
    "[（(，][男女][，）)]|[跑跳站坐哭]|游(?=泳的时候|泳时)|入党|入职|考上|退休|出生|结婚|毕业|辞职|当[了选过上]|加入|获奖|不遗余力|"
    "是(?:我|他|她|这|[^，。]{0,4}(?:长|员|人|师|妹|弟|哥|姐|妻子|丈夫)[，。])"
)
"""What stands behind a word that is somebody's name."""
FRAMES = {
    "由": late(
        "(?:律师|教授|主任|医生|老师|导演|书记|局长|院士|博士|先生|女士|法官)?(?:代理|主理|"
        "代[领笔交收买办理课签]|主[持讲刀演]|执[导教笔]|领[走取奖衔]|率[队领]|带队|[饰扮]演|创[办立作]|撰写|"
        "担任|出任|接任|保管|掌[管勺舵]|签[字收]|题[写字]|转交|陪同|照[看顾])(?!的[^人])"
    ),
    "在": late("看来|眼[里中]|心[里中目]|家[里中]|身上|手[里中]"), "（": late("）"),
    "对": late("来说|而言|的(?:评价|印象|看法|指控|处罚|感情|思念)"),
    "让": late("(?:很|十分|非常|更加?)?感"),
}
"""What stands behind a name, by the character before it: 由于芳代领."""
OF_PERSONS = late(
    "，[男女][，。]|[，（](?:现年|今年|时年)|[一二][0-9〇一二三四五六七八九]{3}年[^，。]{0,6}生|[12][0-9]{3}年[^，。]{0,6}生|"
    "今年[^，。]{1,4}岁|的?(?:妻子|丈夫|母亲|父亲|儿子|女儿|妈妈|爸爸|爱人|老伴|家人|家属|遗体|名字)|家的"
)
"""What is said of persons, right behind their names."""
OF_PERSONS_BEGIN = frozenset("，（一二1今的妻丈母父儿女妈爸爱老家遗名")
DOES = late(
    "建议(?!书)|提醒|坦承|编著|率队|率领|入[党职伍学](?![后前])|登上|报名|考取|夺冠|退役|当选|就任|辞职|病逝|去世|"
    "逝世|获救|落网|自首|被捕|获刑|赶到|负责(?!人)"
)
"""What persons do, right behind their names."""
GOES_ON = late(
    "[、，。：；！？”」』）)》\\s]|$|"
    "[的是在把被和与及从也就却又正还都已曾则便将因为今昨明每去来到说给向带走站坐拿写教管当获参]"
)
"""What stands behind a name as well as behind other words."""
_FIGURE = frozenset(
    "一二三四五六七八九十百千万亿两几数多半第每各某这那0123456789０１２３４５６７８９"
)
_BEFORE_OBJECTS = frozenset("和与跟对把被让由给向为是叫等找到看")
_SELDOM: dict[str, dict[str, float]] = {
    "": {"余": 3.5, "里": 2.4, "曲": 2.2, "种": 1.9, "台": 1.6, "钟": 1.5, "丰": 1.3, "云": 1.1,
         "游": 1.0, "征": 1.0, "后": 0.9, "干": 0.5},
    "和": {"余": 3.4, "里": 2.9, "种": 2.8, "占": 2.0, "后": 1.9, "干": 1.9, "于": 1.0, "曲": 1.0},
    "的": {"于": 4.0, "余": 3.5, "种": 3.4, "后": 2.4, "台": 2.2, "游": 1.5, "云": 1.1, "曲": 1.1,
          "里": 1.0, "占": 0.9, "干": 0.9},
    "了": {"于": 3.5, "里": 3.3, "占": 2.4, "余": 2.2, "种": 1.6},
    "在": {"里": 3.0, "种": 3.0, "占": 2.2, "余": 2.0, "后": 1.6},
    "一": {"余": -3.2, "种": -3.2, "台": -3.0, "曲": -3.0, "钟": -2.6, "云": -1.7, "里": -1.0},
}
"""How much seldomer than elsewhere a surname is a word of its own behind such a character, as a
logarithm: behind none that is Han, behind 和 and its like, and so on. Counted in the daily of 1998.
"""


def word_seldom(surname: str, before: str) -> float:
    """How much what stands right before a surname speaks against a word of that one character."""
    if before in _FIGURE:
        kind = "一"
    elif not "\u3400" <= before <= "\u9fff":
        kind = ""
    elif before in _BEFORE_OBJECTS:
        kind = "和"
    else:
        kind = {"地": "的", "得": "的", "着": "了", "过": "了"}.get(before, before)
    return _SELDOM.get(kind, {}).get(surname, 0.0)
