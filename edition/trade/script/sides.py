"""Which script a text is written in, by the characters that only one of the two has."""

from __future__ import annotations

import re

from edition.patterns import late

_SIMPLE = late(
    "[们这说时国来对会过还发为学业产东车马鸟鱼龙门问间见贝长书乐习乡买乱争亏亚亩亲亿仅从仑仓仪"
    "众优伞伟传伤伦伪体侠侣侦侧侨债倾偿储儿兰关兴养兽冈册写军农冯冲决况冻净凉减凤凭凯击刘则刚创"
    "删别刹剂剑剧劝办务动励劲劳势华协单卖卢卫却厅历压厌县参双变叠号叹吓吗听启吴员呜响哑唤唢啬啸"
    "喷嘱团园围图圆圣场块坚坛坝坟坠垄垒垦处备复够头夹夺奋奖妆妇妈娄娱婴婶孙宁宝实宠审宪宫宽宾寝"
    "导寻寿将尔尘尝层属岁岂岗岛岭峡币帅师帐带帮并庄庆库应庙废开异弃张弯弹强归录彻径忆忧怀态怜总"
    "恋恳恶恼悬惊惧惨惩惯愤戏战扑执扩扫扬抚抛抢护报担拟拢拣拥拦择挡挤挥损换掷搀搅摄摆摇敌数斋断"
    "无旧显晒晓暂术机杀杂权条构枪标栋栏树样桥梦检楼欢欧残毁毕气汉汤沟没沪泪泽洁浅浇济浓涛润涨渊"
    "渐湾湿满滚滞灭灯灵灾炉点炼烂烛烟热爱爷牵状犹独狮猎猪献玛环现电画疗疮疯疲盐监盖盘睁矫矿码砖"
    "硕礼祸离积称稳穷窃竞笔笼签简类粮紧级纪约红纯纸纺线练组细织终绍经结绕给络绝统绣继绩绪续维绿"
    "缓编缘缝缩网罗罚罢职联聪肃肠肤胁胆脉脏脑脚脸舰艺节芦苍苏荡荣药获莲营萧蒋蓝蚁虽虾补衬装观规"
    "视觉览计订认讨让训议记讲许论设访证评识诉词译试话询该详语误请诸读课谁调谈谋谓谢谦谱负财责贤"
    "败账货质贩贪贫购贯贴贵贷费贺资赋赌赏赔赖赚赛赞赢赵趋跃践轨转轮软轰轻载较辅辆辈辑输边达迁运"
    "近进远违连迟选递遗邓邮郑释针钉钟钢钱铁铜银销锁错锋键镇镜闭闲闹闻阅队阳阴阵阶际陆陈险随隐难"
    "雾静顶项顺须顾顿预领颇频题颜额风飞饥饭饮饱馆驱驶驻驾验骑骗骨鲜鸡鸣鸭鸿麦黄齐齿个区与当两内"
    "义举专严医讯声贸届础汇尽临纳奥测纷韩艰杨鹏贡综丽篮鲁萨吨辉污锦赶筹壮诺誉乌迹诚虑辞鉴赠迈辽"
    "潜帜胀纽岚盗莱龄谊阔乔辖诞滨虚诗颁钦腾档舆触晋吕丝横贾巩韦畅钻锡艳厦铺拨纠墙扰贿贬摊丛诊阁"
    "闪纲厉碍饺纵讼邹缴饰绘携滩恒渔袭陕澜邻飘兹辩烧揽铢顽绵勋缆颗洒撑滥剥弥镕谭阐灿颖诱鹤龚谨狱"
    "骤庞锐闯俭遥烦锭铭锅驰挣彦叙轿丧琼页饲锻踪胶铸绳镑牺骄韵蕴阎丢屡诈瞩缔谴俩颂辐泄崭纤盏谐浒"
    "栅挚焕窑禄钩肿瑶鹰凑渗聂纱酿赂濒踊浑钓顷厨荧帼诫猫缚昼壳泼窝榄莹衔链粪荆锣绥羡桩沧隶钥颈舱"
    "枣赃浆瘫竖绸锚逻蚀铝碱萝鲍逊骚跻骆轧闸饿钞绒娇绚挠烁泾赁赈赣痹馅凛捞缠荫尧铮鹭钧讴厕骂饶铀"
    "羁缤狭粤聋驼晖厢秆窦沥锤泻纹赐垫]"
)
_FULL = late(
    "[們這說時國來對會過還發為學業產東車馬鳥魚龍門問間見貝長書樂習鄉買亂爭虧雲亞畝親億僅從倉儀"
    "價眾優傘偉傳傷倫偽體傭俠側僑債傾償儲兒黨蘭關興養獸岡冊寫軍農馮決況凍淨涼減鳳憑凱擊劉則剛創"
    "刪別劑劍劇勸辦務動勵勁勞勢華協單賣盧衛卻廠廳歷壓厭縣參雙變疊葉號嘆嚇嗎聽啟吳員響啞喚嘯噴囑"
    "團園圍圖圓聖場壞塊堅壇壩墳墜壟壘墾處備複夠頭誇夾奪奮獎妝婦媽娛嬰嬸孫寧寶實寵審憲宮寬賓寢導"
    "尋壽將爾塵嘗層屬歲豈崗島嶺峽幣帥師帶幫並廣莊慶庫應廟廢開異棄張彎彈強歸錄徹徑憶憂懷態憐總戀"
    "懇惡惱懸驚懼慘懲慣憤願戲戰戶撲執擴掃揚撫拋搶護報擔擬攏揀擁攔擇掛擋擠揮損換據擲攙攪攝擺搖敵"
    "數齋斷無舊顯曬曉暫術機殺雜權條極構槍標棟欄樹樣橋夢檢樓歡歐殘毀畢氣漢湯溝沒滬淚澤潔淺澆濟濃"
    "濤潤漲淵漸溫灣濕溼滿滾滯滅燈靈災爐點煉爛燭煙熱愛爺牽狀猶獨獅獵豬獻瑪環現電畫療瘡瘋鹽監蓋盤"
    "睜矯礦碼磚碩確禮禍離種積稱穩窮竊競筆籠簽築簡類糧緊級紀約紅純紙紡線練組細織終紹經結繞給絡絕"
    "統繡繼績緒續維綠緩編緣縫縮網羅罰罷職聯聰肅腸膚脅膽勝脈髒腦腳脫臉臘艦藝節蘆蒼蘇薦蕩榮藥獲蓮"
    "營蕭蔥蔣藍蟻雖蝦補襯裝觀規視覺覽計訂認討讓訓議記講許論設訪證評識訴詞譯試話詢該詳語誤請諸讀"
    "課誰調談謀謂謝謙譜負財責賢敗賬貨質販貪貧購貫貼貴貸費賀資賦賭賞賠賴賺賽贊贏趙趨躍踐軌轉輪軟"
    "轟輕載較輔輛輩輯輸邊達遷運進遠違連遲適選遞遺鄧郵鄭釋針釘鐘鋼錢鐵銅銀銷鎖錯鋒鍵鎮鏡閉閒鬧聞"
    "閱隊陽陰陣階際陸陳險隨隱難霧靜頂項順須顧頓預領頗頻題顏額風飛飢飯飲飽館驅駛駐駕驗騎騙鮮雞鳴"
    "鴨鴻麥黃齊齒裡裏麵麪後於爲個區與萬當兩內義幹舉衆臺羣幾專嚴準醫採訊麼遊範劃聲貿屆復佔礎鬥餘"
    "匯盡稅臨豐喫納奧測紛韓艱鍾楊鵬徵貢衝綜麗籃魯啓薩籤噸輝汙錦趕祕傑籌壯諾譽烏跡誠夥慮辭鑑贈峯"
    "邁遼潛幟僞脹紐嵐盜萊齡誼闊喬轄誕籲濱虛詩頒欽騰檔輿觸晉嶽呂絲橫兌賈鞏韋暢鑽錫豔廈鋪牀撥糾牆"
    "擾賄闢貶攤叢樸湧巖診閣閃綱厲礙餃縱訟鄒諮繳飾繪攜灘恆漁襲陝偵瀾鄰飄茲辯燒帳攬銖頑綿悅勳纜顆"
    "灑撐濫剝彌鎔譚闡燦穎鬱誘鶴龔謹獄櫃驟龐銳闖儉遙煩錠銘鍋馳掙彥敘轎喪瓊頁塗飼鍛蹤膠鑄僕繩鎊犧"
    "驕韻蘊閻醜丟屢蟲詐矚締譴倆頌輻洩嶄纖盞諧澱滸柵摯煥窯祿鉤腫竈瑤鷹湊滲聶紗釀賂瀕踴渾釣臥頃廚"
    "熒幗誡貓縛晝殼潑窩釐剎欖瑩銜鏈糞荊鑼僱綏羨樁滄隸鑰頸艙棗贓漿癱豎綢錨邏蝕鋁鹹鹼蘿鮑遜騷躋駱"
    "軋閘餓兇鈔絨嬌絢撓爍簾涇賃賑贛餡脣凜撈纏蔭堯錚鷺鈞謳蘋廁罵饒鈾槓羈繽狹粵聾駝暉廂稈竇瀝錘瀉"
    "紋賜墊説隻髮鬆穀乾]"
)
_TAIWAN = late("臺")
_HONG_KONG = late("[裏麪啓説綫着羣户衞脱税温峯牀]")
_TAIWAN_WORDS = late(
    "[台臺]灣|[台臺]北|[台臺][中南東]|高雄|新北市|桃園|新竹|嘉義|花蓮|屏東|宜蘭|澎湖|縣府|市府|縣長|立委|立法院|行政院|監察院|總統府|"
    "民進黨|國民黨|民眾黨|陸委會|海基會|中央社|衛福部|農委會|健保|新[台臺]幣|捷運|公投|網路|軟體|計程車|公車|"
    "民國[〇一二三四五六七八九十0-9]|國中生|高中職"
)
_HONG_KONG_WORDS = late(
    "香港|本港|港[元幣府人股鐵島]|特首|特區|立法會|區議[會員]|行政長官|[政財律][務政]司|警務處|署理|食環署|房委會|房協|公屋|居屋|九龍|新界|中環|"
    "灣仔|銅鑼灣|北角|尖沙咀|旺角|油麻地|深水埗|觀塘|將軍澳|荃灣|葵[涌青]|屯門|元朗|沙田|大埔|天水圍|泛民|建制派|中聯辦|警司|督察|的士|巴士|"
    "[嘅佢喺咗啲唔冇哋嚟咁邨呎埗]|甚麼|內地"
)
_TOLD = 3
"""how many forms each word of a region is worth, where there are two of them"""
_TELLING = 2
"""worth of forms and words from which on they tell the region"""
_KANA = late("[\u3041-\u30fa]")
_ENOUGH = 4
"""characters of one script alone that tell a text's script"""
_TWICE = 2
_FOUR = 4
"""how many times as many they must be as those of the other"""


def is_left(text: str) -> bool:
    """True for a text of Simplified copy that is Traditional but for a character here and there."""
    return len(_FULL.findall(text)) > _TWICE * len(_SIMPLE.findall(text))


def is_traditional_copy(text: str) -> bool:
    """True for copy in which Traditional characters are by far the greater part."""
    full = len(_FULL.findall(text))
    if full < _ENOUGH or full <= _FOUR * len(_SIMPLE.findall(text)):
        return False
    return len(_KANA.findall(text)) < full


def tag_of(text: str) -> str:
    """The tag of Traditional copy: of the region whose forms and words it has more of, or none.

    裡 and 著, 說 and 群 tell nothing: papers of Hong Kong print them as well.
    """
    hong_kong = _worth(_HONG_KONG, _HONG_KONG_WORDS, text)
    taiwan = _worth(_TAIWAN, _TAIWAN_WORDS, text)
    if hong_kong == taiwan or max(hong_kong, taiwan) < _TELLING:
        return "zh-Hant"
    return "zh-Hant-HK" if hong_kong > taiwan else "zh-Hant-TW"


def _worth(forms: re.Pattern[str], words: re.Pattern[str], text: str) -> int:
    found = len(set(words.findall(text)))
    return len(forms.findall(text)) + (_TOLD * found if found > 1 else found)
