"""The rules of the look of a page by code: names, demands, what to do."""

from __future__ import annotations

from edition.messages.texts import RuleText, Text

RULES: dict[str, RuleText] = {
    "S17": RuleText(
        Text("题号分级", "題號分級", "headline ladder"),
        Text(
            "头题比次题大 {least:g} 倍以上，题号分 {classes:g} 级（倍）",
            "頭題比次題大 {least:g} 倍以上，題號分 {classes:g} 級（倍）",
            "the lead's head is {least:g} times the next, and heads fall in {classes:g} "
            "classes (times)",
        ),
        Text(
            "放大头条的标题，按轻重拉开其余各题的字号。",
            "放大頭條的標題，按輕重拉開其餘各題的字號。",
            "Make the lead's head larger, and step the others down by rank.",
        ),
    ),
    "S18": RuleText(
        Text("标题显眼", "標題顯眼", "heads stand out"),
        Text(
            "头题是正文的 {lead:g} 倍以上，其余标题 {least:g} 倍以上（倍）",
            "頭題是正文的 {lead:g} 倍以上，其餘標題 {least:g} 倍以上（倍）",
            "the lead's head is {lead:g} times the text, every other {least:g} (times)",
        ),
        Text(
            "放大所列标题，使它离正文远些。",
            "放大所列標題，使它離正文遠些。",
            "Make the heads named larger.",
        ),
    ),
    "S19": RuleText(
        Text("版面灰沉", "版面灰沉", "grey text"),
        Text(
            "一篇里连续 {most:g} 行以上要有图片、小标题或引语（行）",
            "一篇裡連續 {most:g} 行以上要有圖片、小標題或引語（行）",
            "a story has a picture, a crosshead or a quotation every {most:g} lines (lines)",
        ),
        Text(
            "在长稿里加小标题、引语或图片。",
            "在長稿裡加小標題、引語或圖片。",
            "Put crossheads, a quotation or a picture into the long story.",
        ),
    ),
    "S20": RuleText(
        Text("新闻占版", "新聞佔版", "news before house copy"),
        Text(
            "补白和广告至多占版心的 {most:g} %（%）",
            "補白和廣告至多佔版心的 {most:g} %（%）",
            "house copy and advertisements take at most {most:g} % of the live area (%)",
        ),
        Text(
            "加稿件，减页数，或改用较小的开本。",
            "加稿件，減頁數，或改用較小的開本。",
            "Give more copy, fewer pages or a smaller trim.",
        ),
    ),
    "S21": RuleText(
        Text("图文相随", "圖文相隨", "pictures with their story"),
        Text(
            "图片挨着稿件，说明和它的稿件在一处（处）",
            "圖片挨著稿件，說明和它的稿件在一處（處）",
            "a picture stands at a story, its caption with the story it belongs to (cases)",
        ),
        Text(
            "把图片移到它的稿件里。",
            "把圖片移到它的稿件裡。",
            "Move the picture to its own story.",
        ),
    ),
    "S36": RuleText(
        Text("字不压图", "字不壓圖", "words beside pictures"),
        Text(
            "标题和正文不压在图片上（字）",
            "標題和正文不壓在圖片上（字）",
            "heads and text do not stand on pictures (characters)",
        ),
        Text(
            "移开图片，或把字放到图外。",
            "移開圖片，或把字放到圖外。",
            "Move the picture, or the words off it.",
        ),
    ),
    "S37": RuleText(
        Text("线不穿字", "線不穿字", "rules between lines"),
        Text(
            "栏线和文武线不穿过文字（篇）",
            "欄線和文武線不穿過文字（篇）",
            "no rule runs through a line of type (stories)",
        ),
        Text(
            "把线移到两行之间，或把稿件移回原位。",
            "把線移到兩行之間，或把稿件移回原位。",
            "Move the rule between two lines, or the story back to its place.",
        ),
    ),
    "S22": RuleText(
        Text("加框有度", "加框有度", "boxes in measure"),
        Text(
            "加框的稿件至多占一版的 {most:g} %（%）",
            "加框的稿件至多佔一版的 {most:g} %（%）",
            "at most {most:g} % of the stories of a page stand in a box (%)",
        ),
        Text(
            "只框要突出的一两篇，其余用栏线。",
            "只框要突出的一兩篇，其餘用欄線。",
            "Box the one or two stories that are special; part the others by rules.",
        ),
    ),
    "S23": RuleText(
        Text("主体突出", "主體突出", "one dominant element"),
        Text(
            "最大的一篇占版心 {least:g} % 以上（%）",
            "最大的一篇佔版心 {least:g} % 以上（%）",
            "the largest story takes {least:g} % of the live area or more (%)",
        ),
        Text(
            "给头条更大的面积，加大图片，短稿归入简讯。",
            "給頭條更大的面積，加大圖片，短稿歸入簡訊。",
            "Give the lead more room or a larger picture; gather short stories as briefs.",
        ),
    ),
    "S24": RuleText(
        Text("各栏齐脚", "各欄齊腳", "even legs"),
        Text(
            "同一篇的各栏相差不过 {most:g} 行（行）",
            "同一篇的各欄相差不過 {most:g} 行（行）",
            "the legs of a story differ by no more than {most:g} rows (rows)",
        ),
        Text(
            "匀行，使同一篇的各栏齐脚。",
            "勻行，使同一篇的各欄齊腳。",
            "Even out the legs of the story.",
        ),
    ),
    "S25": RuleText(
        Text("题下空白", "題下空白", "white below heads"),
        Text(
            "标题离正文至多 {most:g} 行（行）",
            "標題離正文至多 {most:g} 行（行）",
            "a head stands at most {most:g} rows above its text (rows)",
        ),
        Text(
            "放大标题，加副题，或把正文上移。",
            "放大標題，加副題，或把正文上移。",
            "Make the head larger, add a deck, or move the text up.",
        ),
    ),
    "S26": RuleText(
        Text("并头题", "並頭題", "tombstones"),
        Text(
            "并排的两题不同号（处）",
            "並排的兩題不同號（處）",
            "two heads side by side are not of one size (pairs)",
        ),
        Text(
            "错开两题的高低，或改其中一题的字号。",
            "錯開兩題的高低，或改其中一題的字號。",
            "Stagger the heads, or change the size of one.",
        ),
    ),
    "S27": RuleText(
        Text("头条配图", "頭條配圖", "the lead has a picture"),
        Text(
            "版上有图片时，头两条里有一条配图（版）",
            "版上有圖片時，頭兩條裡有一條配圖（版）",
            "where a page has pictures, one of its first two stories has one (pages)",
        ),
        Text(
            "给头条配图，或把有图的稿件提前。",
            "給頭條配圖，或把有圖的稿件提前。",
            "Give the lead a picture, or lead with a story that has one.",
        ),
    ),
    "S28": RuleText(
        Text("图片裁切", "圖片裁切", "crops"),
        Text(
            "图片至多裁去 {most:g} %（%）",
            "圖片至多裁去 {most:g} %（%）",
            "at most {most:g} % of a picture is cut away (%)",
        ),
        Text(
            "给图片合它形状的位置。",
            "給圖片合它形狀的位置。",
            "Give the picture a place of its own shape.",
        ),
    ),
    "S29": RuleText(
        Text("竖图宽度", "豎圖寬度", "portraits"),
        Text(
            "竖幅图片至多 {most:g} 栏宽（栏）",
            "豎幅圖片至多 {most:g} 欄寬（欄）",
            "an upright picture is at most {most:g} columns wide (columns)",
        ),
        Text(
            "把竖幅图片缩到两栏以内。",
            "把豎幅圖片縮到兩欄以內。",
            "Set the picture in two columns or fewer.",
        ),
    ),
    "S30": RuleText(
        Text("两图相仿", "兩圖相仿", "pictures alike"),
        Text(
            "不同稿件的两张图片不并排而同大（处）",
            "不同稿件的兩張圖片不並排而同大（處）",
            "two pictures of two stories do not stand side by side in one size (pairs)",
        ),
        Text(
            "放大其中一张，或错开位置。",
            "放大其中一張，或錯開位置。",
            "Make one larger, or move it.",
        ),
    ),
    "S31": RuleText(
        Text("报眉合版", "報眉合版", "folios that are true"),
        Text(
            "报眉上的版名合于本版的稿件（版）",
            "報眉上的版名合於本版的稿件（版）",
            "the section in a folio is that of the page's stories (pages)",
        ),
        Text(
            "改报眉，或让这一组从新的一版开始。",
            "改報眉，或讓這一組從新的一版開始。",
            "Change the folio, or let the section begin on its own page.",
        ),
    ),
    "S32": RuleText(
        Text("内版装束", "內版裝束", "inner pages dressed as such"),
        Text(
            "报头只在头版（版）",
            "報頭只在頭版（版）",
            "only the first page wears the nameplate (pages)",
        ),
        Text("内版改用报眉。", "內版改用報眉。", "Give inner pages a folio line."),
    ),
    "S33": RuleText(
        Text("左右匀称", "左右勻稱", "balance"),
        Text(
            "标题和图片的重心离中线至多 {most:g} %（%）",
            "標題和圖片的重心離中線至多 {most:g} %（%）",
            "heads and pictures weigh at most {most:g} % of the width off the middle (%)",
        ),
        Text(
            "把一张图片或一个大题移到另一边。",
            "把一張圖片或一個大題移到另一邊。",
            "Move a picture or a large head to the other side.",
        ),
    ),
    "S34": RuleText(
        Text("题末孤字", "題末孤字", "widows of heads"),
        Text(
            "标题末行不短于上面最宽一行的 {least:g} %（%）",
            "標題末行不短於上面最寬一行的 {least:g} %（%）",
            "the last line of a headline takes {least:g} % of the widest above it (%)",
        ),
        Text(
            "换个地方断行，或改题。",
            "換個地方斷行，或改題。",
            "Break the head elsewhere, or reword it.",
        ),
    ),
    "S35": RuleText(
        Text("题中断词", "題中斷詞", "words of heads whole"),
        Text(
            "标题不在词中断行（处）",
            "標題不在詞中斷行（處）",
            "no line of a headline ends inside a word (lines)",
        ),
        Text("在词和词之间断行。", "在詞和詞之間斷行。", "Break between words."),
    ),
    "S38": RuleText(
        Text("题行匀称", "題行勻稱", "lines of heads even"),
        Text(
            "三行以上的标题，最窄一行不窄于最宽一行的 {least:g} %（%）",
            "三行以上的標題，最窄一行不窄於最寬一行的 {least:g} %（%）",
            "in a headline of three lines and more the narrowest takes {least:g} % of the "
            "widest (%)",
        ),
        Text(
            "改成一两行，或换个地方断行。",
            "改成一兩行，或換個地方斷行。",
            "Set the head in one or two lines, or break it elsewhere.",
        ),
    ),
    "S39": RuleText(
        Text("图片占满位置", "圖片佔滿位置", "pictures fill their place"),
        Text(
            "图片至少占它所在空位的 {least:g} %（%）",
            "圖片至少佔它所在空位的 {least:g} %（%）",
            "a picture takes {least:g} % of the white it stands in (%)",
        ),
        Text(
            "把图片放大到栏宽，或收小空位。",
            "把圖片放大到欄寬，或收小空位。",
            "Enlarge the picture to its columns, or make its place smaller.",
        ),
    ),
    "S40": RuleText(
        Text("题不顶线", "題不頂線", "heads off the top rule"),
        Text(
            "标题离版头线至少为字高的 {least:g} %（%）",
            "標題離版頭線至少為字高的 {least:g} %（%）",
            "a head stands {least:g} % of its size below the rule of the masthead (%)",
        ),
        Text(
            "把标题往下移。",
            "把標題往下移。",
            "Move the head down.",
        ),
    ),
    "S41": RuleText(
        Text("版面有图", "版面有圖", "a picture on the page"),
        Text(
            "五篇以上的版面有图片（版）",
            "五篇以上的版面有圖片（版）",
            "a page of five stories and more shows a picture (pages)",
        ),
        Text(
            "给一篇稿件配一张图片。",
            "給一篇稿件配一張圖片。",
            "Give one of the stories a picture.",
        ),
    ),
}
