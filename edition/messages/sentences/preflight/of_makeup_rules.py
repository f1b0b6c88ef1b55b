"""The rules of make-up by code: names, demands, what to do."""

from __future__ import annotations

from edition.messages.texts import RuleText, Text

RULES: dict[str, RuleText] = {
    "S1": RuleText(
        Text("版面空白", "版面空白", "white"),
        Text(
            "连续两行以外的空白至多占格子的 {most:g} %（%）",
            "連續兩行以外的空白至多佔格子的 {most:g} %（%）",
            "white beyond two rows is at most {most:g} % of the cells (%)",
        ),
        Text(
            "加补白、放大图片或标题，或放长稿件，填上空处。",
            "加補白、放大圖片或標題，或放長稿件，填上空處。",
            "Fill the place with a filler, a larger picture or head, or a longer story.",
        ),
    ),
    "S2": RuleText(
        Text("最大一块空白", "最大一塊空白", "the largest blank"),
        Text(
            "最大一块空白至多合一栏 {most:g} 行（行）",
            "最大一塊空白至多合一欄 {most:g} 行（行）",
            "the largest blank is at most {most:g} rows of a column (rows)",
        ),
        Text(
            "在空处放补白、图片或广告。",
            "在空處放補白、圖片或廣告。",
            "Put a filler, a picture or an advertisement there.",
        ),
    ),
    "S3": RuleText(
        Text("栏脚齐平", "欄腳齊平", "level feet"),
        Text(
            "各栏到版脚，同一篇各栏齐脚（超出容许的行数）",
            "各欄到版腳，同一篇各欄齊腳（超出容許的行數）",
            "columns and legs reach their foot (rows beyond what they may)",
        ),
        Text(
            "匀行，或增减几行字，使各栏齐脚。",
            "勻行，或增減幾行字，使各欄齊腳。",
            "Even the legs out, or cut or add some lines.",
        ),
    ),
    "S4": RuleText(
        Text("行线对齐", "行線對齊", "lines on the grid"),
        Text(
            "正文各行落在版面行线上（不在线上的 %）",
            "正文各行落在版面行線上（不在線上的 %）",
            "body lines stand on the page's grid (% off it)",
        ),
        Text(
            "所列各行对齐基线网格；标题和图片占整数行。",
            "所列各行對齊基線格線；標題和圖片佔整數行。",
            "Align the lines named to the grid; heads and pictures take whole rows.",
        ),
    ),
    "S5": RuleText(
        Text("碰题", "碰題", "bumping heads"),
        Text(
            "左右两题不隔栏相碰（每版处数）",
            "左右兩題不隔欄相碰（每版處數）",
            "heads do not bump across a gutter (bumps a page)",
        ),
        Text(
            "错开两题的高低，或在其间放图片、加框。",
            "錯開兩題的高低，或在其間放圖片、加框。",
            "Set one head lower, or put a picture or a box between them.",
        ),
    ),
    "S6": RuleText(
        Text("断版", "斷版", "level cuts"),
        Text(
            "版面没有一条横贯的空白（每版处数）",
            "版面沒有一條橫貫的空白（每版處數）",
            "no straight cut runs right across a zone (cuts a page)",
        ),
        Text(
            "让一篇稿件或一张图片跨过这条线。",
            "讓一篇稿件或一張圖片跨過這條線。",
            "Let a story or a picture bridge the line.",
        ),
    ),
    "S6V": RuleText(
        Text("通缝", "通縫", "upright cuts"),
        Text(
            "从头到脚的栏间通缝（每版处数）",
            "從頭到腳的欄間通縫（每版處數）",
            "gutters that run through a zone (cuts a page)",
        ),
        Text(
            "要打破时，让一条标题或一张图片跨过栏缝。",
            "要打破時，讓一條標題或一張圖片跨過欄縫。",
            "To break it, let a head or a picture bridge the gutter.",
        ),
    ),
    "S7": RuleText(
        Text("区序", "區序", "rank against strength of place"),
        Text(
            "重要稿件占强势的位置（肯德尔 tau-b）",
            "重要稿件佔強勢的位置（肯德爾 tau-b）",
            "strong places go to stories of high rank (Kendall's tau-b)",
        ),
        Text(
            "把重要稿件移向前面的版和版面左上；轻重可在同名的 .toml 文件里写明。",
            "把重要稿件移向前面的版和版面左上；輕重可在同名的 .toml 檔案裡寫明。",
            "Move important stories to earlier pages and to the upper left; a sidecar can name "
            "the rank.",
        ),
    ),
    "S7P": RuleText(
        Text("区序（逐版）", "區序（逐版）", "the same by page"),
        Text(
            "同上，逐版计（肯德尔 tau-b）",
            "同上，逐版計（肯德爾 tau-b）",
            "the same, page by page (Kendall's tau-b)",
        ),
        Text(
            "看所列版上哪一篇位置偏强或偏弱。",
            "看所列版上哪一篇位置偏強或偏弱。",
            "See which story of the page named stands too strong or too weak.",
        ),
    ),
    "S7Z": RuleText(
        Text("区序（逐区）", "區序（逐區）", "the same by zone"),
        Text(
            "同上，逐区计（肯德尔 tau-b）",
            "同上，逐區計（肯德爾 tau-b）",
            "the same, zone by zone (Kendall's tau-b)",
        ),
        Text(
            "看所列区里哪一篇位置偏强或偏弱。",
            "看所列區裡哪一篇位置偏強或偏弱。",
            "See which story of the zone named stands too strong or too weak.",
        ),
    ),
    "S8": RuleText(
        Text("题号随轻重", "題號隨輕重", "head sizes"),
        Text(
            "标题字号随稿件轻重递减（每版倒置处数）",
            "標題字號隨稿件輕重遞減（每版倒置處數）",
            "heads fall in size with the rank (inversions a page)",
        ),
        Text(
            "缩小次要稿件的标题，或改稿件的次序。",
            "縮小次要稿件的標題，或改稿件的次序。",
            "Make the head of the lesser story smaller, or change the rank.",
        ),
    ),
    "S8L": RuleText(
        Text("头题突出", "頭題突出", "the lead's head"),
        Text(
            "头题比其余标题大 {least:g} 点（点）",
            "頭題比其餘標題大 {least:g} 點（點）",
            "the lead's head is {least:g} pt above the others (pt)",
        ),
        Text(
            "放大头题，或缩小其余标题。",
            "放大頭題，或縮小其餘標題。",
            "Make the lead's head larger, or the others smaller.",
        ),
    ),
    "S9": RuleText(
        Text("阅读次序", "閱讀次序", "order of stories in the file"),
        Text(
            "文件里的稿件按轻重先后（成对的比例）",
            "檔案裡的稿件按輕重先後（成對的比例）",
            "the file tells stories in rank order (share of pairs)",
        ),
        Text(
            "在文件的结构里改稿件的先后，读屏才读得顺。",
            "在檔案的結構裡改稿件的先後，讀屏才讀得順。",
            "Change the order in the file's structure, for readers who listen to it.",
        ),
    ),
    "S10": RuleText(
        Text("转版有度", "轉版有度", "jumps"),
        Text(
            "头版至多 {most:g} 处转版，转前 {before:g} 行、转后 {after:g} 行以上",
            "頭版至多 {most:g} 處轉版，轉前 {before:g} 行、轉後 {after:g} 行以上",
            "at most {most:g} jumps on the front, parts of {before:g} and {after:g} lines",
        ),
        Text(
            "少转一篇，或挪动转版处，使前后都够长。",
            "少轉一篇，或挪動轉版處，使前後都夠長。",
            "Jump one story less, or move the jump, so that both parts are long enough.",
        ),
    ),
    "S11": RuleText(
        Text("栏深", "欄深", "depth of legs"),
        Text(
            "各栏深 {least:g} 至 {most:g} 毫米（不合的 %）",
            "各欄深 {least:g} 至 {most:g} 公釐（不合的 %）",
            "legs are {least:g} to {most:g} mm deep (% that are not)",
        ),
        Text(
            "给稿件换栏数：太浅减栏，太深加栏。",
            "給稿件換欄數：太淺減欄，太深加欄。",
            "Give the story fewer legs where they are shallow, more where they are deep.",
        ),
    ),
    "S12": RuleText(
        Text("孤行", "孤行", "lines of a paragraph alone in a leg"),
        Text(
            "段落的首行或末行不单独留在一栏（每百栏）",
            "段落的首行或末行不單獨留在一欄（每百欄）",
            "no line of a paragraph is alone in a leg (per 100 legs)",
        ),
        Text(
            "增减一行，使孤行有伴。",
            "增減一行，使孤行有伴。",
            "Cut or add a line, so that it has another beside it.",
        ),
    ),
    "S13": RuleText(
        Text("稿件形状", "稿件形狀", "shapes"),
        Text(
            "稿件的宽与高之比在 {least:g} 至 {most:g} 之间（或其倒数）",
            "稿件的寬與高之比在 {least:g} 至 {most:g} 之間（或其倒數）",
            "width ÷ height of a story is {least:g} to {most:g} (or 1 ÷ that)",
        ),
        Text(
            "给过扁或过长的稿件换栏数。",
            "給過扁或過長的稿件換欄數。",
            "Give a ribbon fewer legs and a pole more.",
        ),
    ),
    "S14": RuleText(
        Text("图片分量", "圖片分量", "pictures"),
        Text(
            "有图的版，图片占 {least:g} 至 {most:g} %（%），一张为主",
            "有圖的版，圖片佔 {least:g} 至 {most:g} %（%），一張為主",
            "pictures take {least:g} to {most:g} % of a page with any (%), one leads",
        ),
        Text(
            "增减或放缩图片，让一张明显最大。",
            "增減或放縮圖片，讓一張明顯最大。",
            "Add, drop or scale pictures, so that one is clearly the largest.",
        ),
    ),
    "S15": RuleText(
        Text("标题撑满", "標題撐滿", "headline widths"),
        Text(
            "标题占所跨栏宽的 {least:g} %（%）",
            "標題佔所跨欄寬的 {least:g} %（%）",
            "headlines fill {least:g} % of their span (%)",
        ),
        Text(
            "加长标题、放大字号，或减少所跨的栏。",
            "加長標題、放大字號，或減少所跨的欄。",
            "Lengthen the headline, enlarge it, or let it span fewer columns.",
        ),
    ),
    "S16": RuleText(
        Text("各稿工时", "各稿工時", "what was spent on each story"),
        Text("排各稿所费的功夫", "排各稿所費的功夫", "what was spent on each story"),
        Text(
            "成品上看不出，不必处理。",
            "成品上看不出，不必處理。",
            "A finished page does not tell; nothing is to be done.",
        ),
    ),
}
