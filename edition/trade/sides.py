"""Which script a text is written in, by what each dictionary would change of it."""

from __future__ import annotations

from enum import StrEnum

from edition.patterns import late

_SIMPLE = late(
    "[们这说时国来对会过还发为学业产东车马鸟鱼龙门问间见贝长书乐习乡买乱争亏亚亩亲亿仅从仑仓仪众优伞伟传伤伦伪体侠侣侦侧侨债倾偿储儿兰关兴养兽冈册写军农冯冲决况冻净凉减凤凭凯击"
    "刘则刚创删别刹剂剑剧劝办务动励劲劳势华协单卖卢卫却厅历压厌县参双变叠号叹吓吗听启吴员呜响哑唤唢啬啸喷嘱团园围图圆圣场块坚坛坝坟坠垄垒垦处备复够头夹夺奋奖妆妇妈娄娱婴婶孙宁宝"
    "实宠审宪宫宽宾寝导寻寿将尔尘尝层属岁岂岗岛岭峡币帅师帐带帮并庄庆库应庙废开异弃张弯弹强归录彻径忆忧怀态怜总恋恳恶恼悬惊惧惨惩惯愤戏战扑执扩扫扬抚抛抢护报担拟拢拣拥拦择挡挤挥"
    "损换掷搀搅摄摆摇敌数斋断无旧显晒晓暂术机杀杂权条构枪标栋栏树样桥梦检楼欢欧残毁毕气汉汤沟没沪泪泽洁浅浇济浓涛润涨渊渐湾湿满滚滞灭灯灵灾炉点炼烂烛烟热爱爷牵状犹独狮猎猪献玛环"
    "现电画疗疮疯疲盐监盖盘睁矫矿码砖硕礼祸离积称稳穷窃竞笔笼签简类粮紧级纪约红纯纸纺线练组细织终绍经结绕给络绝统绣继绩绪续维绿缓编缘缝缩网罗罚罢职联聪肃肠肤胁胆脉脏脑脚脸舰艺节"
    "芦苍苏荡荣药获莲营萧蒋蓝蚁虽虾补衬装观规视觉览计订认讨让训议记讲许论设访证评识诉词译试话询该详语误请诸读课谁调谈谋谓谢谦谱负财责贤败账货质贩贪贫购贯贴贵贷费贺资赋赌赏赔赖赚"
    "赛赞赢赵趋跃践轨转轮软轰轻载较辅辆辈辑输边达迁运近进远违连迟选递遗邓邮郑释针钉钟钢钱铁铜银销锁错锋键镇镜闭闲闹闻阅队阳阴阵阶际陆陈险随隐难雾静顶项顺须顾顿预领颇频题颜额风飞"
    "饥饭饮饱馆驱驶驻驾验骑骗骨鲜鸡鸣鸭鸿麦黄齐齿]"
)
_FULL = late(
    "[們這說時國來對會過還發為學業產東車馬鳥魚龍門問間見貝長書樂習鄉買亂爭虧雲亞畝親億僅從倉儀價眾優傘偉傳傷倫偽體傭俠側僑債傾償儲兒黨蘭關興養獸岡冊寫軍農馮決況凍淨涼減鳳憑凱擊"
    "劉則剛創刪別劑劍劇勸辦務動勵勁勞勢華協單賣盧衛卻廠廳歷壓厭縣參雙變疊葉號嘆嚇嗎聽啟吳員響啞喚嘯噴囑團園圍圖圓聖場壞塊堅壇壩墳墜壟壘墾處備複夠頭誇夾奪奮獎妝婦媽娛嬰嬸孫寧寶實"
    "寵審憲宮寬賓寢導尋壽將爾塵嘗層屬歲豈崗島嶺峽幣帥師帶幫並廣莊慶庫應廟廢開異棄張彎彈強歸錄徹徑憶憂懷態憐總戀懇惡惱懸驚懼慘懲慣憤願戲戰戶撲執擴掃揚撫拋搶護報擔擬攏揀擁攔擇掛擋"
    "擠揮損換據擲攙攪攝擺搖敵數齋斷無舊顯曬曉暫術機殺雜權條極構槍標棟欄樹樣橋夢檢樓歡歐殘毀畢氣漢湯溝沒滬淚澤潔淺澆濟濃濤潤漲淵漸溫灣濕溼滿滾滯滅燈靈災爐點煉爛燭煙熱愛爺牽狀猶獨"
    "獅獵豬獻瑪環現電畫療瘡瘋鹽監蓋盤睜矯礦碼磚碩確禮禍離種積稱穩窮竊競筆籠簽築簡類糧緊級紀約紅純紙紡線練組細織終紹經結繞給絡絕統繡繼績緒續維綠緩編緣縫縮網羅罰罷職聯聰肅腸膚脅膽"
    "勝脈髒腦腳脫臉臘艦藝節蘆蒼蘇薦蕩榮藥獲蓮營蕭蔥蔣藍蟻雖蝦補襯裝觀規視覺覽計訂認討讓訓議記講許論設訪證評識訴詞譯試話詢該詳語誤請諸讀課誰調談謀謂謝謙譜負財責賢敗賬貨質販貪貧購"
    "貫貼貴貸費賀資賦賭賞賠賴賺賽贊贏趙趨躍踐軌轉輪軟轟輕載較輔輛輩輯輸邊達遷運進遠違連遲適選遞遺鄧郵鄭釋針釘鐘鋼錢鐵銅銀銷鎖錯鋒鍵鎮鏡閉閒鬧聞閱隊陽陰陣階際陸陳險隨隱難霧靜頂項"
    "順須顧頓預領頗頻題顏額風飛飢飯飲飽館驅駛駐駕驗騎騙鮮雞鳴鴨鴻麥黃齊齒裡裏麵麪後於]"
)
_TAIWAN = late("[裡麵啟溫說群戶衛脫稅臺峰床]|(?<=[^名顯卓土編原巨遺論專])著")
_HONG_KONG = late("[裏麪啓説綫着羣户衞脱税温峯牀佢嘅邨]")
_KANA = late("[\u3041-\u30fa]")
_ENOUGH = 4
"""characters of one script alone that tell a text's script"""
_FOUR = 4
"""how many times as many they must be as those of the other"""


class Script(StrEnum):
    """How the characters of a text are written."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    NEITHER = "neither"
    """no character tells"""


def script_of(text: str) -> Script:
    """The script of most characters that tell it."""
    full = len(_FULL.findall(text))
    simple = len(_SIMPLE.findall(text)) if full else 1
    if full > simple:
        return Script.TRADITIONAL
    return Script.SIMPLIFIED if simple else Script.NEITHER


def is_traditional_copy(text: str) -> bool:
    """True for copy in which Traditional characters are by far the greater part."""
    full = len(_FULL.findall(text))
    if full < _ENOUGH or full <= _FOUR * len(_SIMPLE.findall(text)):
        return False
    return len(_KANA.findall(text)) < full


def tag_of(text: str) -> str:
    """The tag of Traditional copy: of the region whose own forms it has more of, else of none."""
    hong_kong, taiwan = len(_HONG_KONG.findall(text)), len(_TAIWAN.findall(text))
    if hong_kong == taiwan:
        return "zh-Hant"
    return "zh-Hant-HK" if hong_kong > taiwan else "zh-Hant-TW"
