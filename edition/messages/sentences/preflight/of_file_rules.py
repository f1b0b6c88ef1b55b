"""The rules for finished files and for the text in them, by code: names, demands, what to do."""

from __future__ import annotations

from edition.messages.texts import RuleText, Text

RULES: dict[str, RuleText] = {
    "FILE": RuleText(
        Text("页页有字，不带程序", "頁頁有字，不帶程式", "pages with text, nothing active"),
        Text(
            "每一版都有文字，文件里没有会自动运行的东西",
            "每一版都有文字，檔案裡沒有會自動運行的東西",
            "every page holds text and nothing in the file runs",
        ),
        Text(
            "删去空白版；重新导出 PDF，不带脚本和动作。",
            "刪去空白版；重新匯出 PDF，不帶指令碼和動作。",
            "Take empty pages out; export the PDF again without scripts and actions.",
        ),
    ),
    "FONT": RuleText(
        Text("字体嵌入", "字型嵌入", "embedded fonts"),
        Text("所用字体都嵌在文件里", "所用字型都嵌在檔案裡", "every font is in the file"),
        Text(
            "导出时选“嵌入全部字体”，再送印。",
            "匯出時選「嵌入全部字型」，再送印。",
            "Export again with all fonts embedded.",
        ),
    ),
    "UNI": RuleText(
        Text("文字可取", "文字可取", "text that can be copied"),
        Text(
            "每个字形都说得出是哪个字",
            "每個字形都說得出是哪個字",
            "every glyph tells its character",
        ),
        Text(
            "换一种导出方式，让 PDF 带上 ToUnicode；否则版上文字无法检索和复制。",
            "換一種匯出方式，讓 PDF 帶上 ToUnicode；否則版上文字無法檢索和複製。",
            "Export with a ToUnicode table; without it the text can be neither searched nor "
            "copied.",
        ),
    ),
    "ORD": RuleText(
        Text("读出的次序", "讀出的次序", "order as read"),
        Text(
            "各种阅读程序读出的文字次序相同",
            "各種閱讀程式讀出的文字次序相同",
            "every reader tells the text in one order",
        ),
        Text(
            "按阅读的次序画字，一行一段。",
            "按閱讀的次序畫字，一行一段。",
            "Draw the text in reading order, a line at a time.",
        ),
    ),
    "ACC": RuleText(
        Text("标签和语言", "標籤和語言", "tags and language"),
        Text(
            "文件带结构标签，并写明语言",
            "檔案帶結構標籤，並寫明語言",
            "the file is tagged and names its language",
        ),
        Text(
            "导出带标签的 PDF，并在文件属性里写明语言。",
            "匯出帶標籤的 PDF，並在檔案屬性裡寫明語言。",
            "Export a tagged PDF and name its language in the properties.",
        ),
    ),
    "TX1": RuleText(
        Text("各段齐全", "各段齊全", "whole pieces"),
        Text(
            "每篇稿件的文字齐全，不重复，次序不乱",
            "每篇稿件的文字齊全，不重複，次序不亂",
            "the text of every story is whole, once and in order",
        ),
        Text(
            "照所列段落核对版面，补上缺的，删去重的，理顺次序。",
            "照所列段落核對版面，補上缺的，刪去重的，理順次序。",
            "Hold the pages against the pieces named: put in what is missing, take out what is "
            "doubled.",
        ),
    ),
    "H1": RuleText(
        Text("一字不漏", "一字不漏", "no character lost"),
        Text(
            "稿件一字不缺，不重复，次序不乱",
            "稿件一字不缺，不重複，次序不亂",
            "no character of a story is missing, doubled or out of order",
        ),
        Text(
            "照所列文字核对版面，看有没有文字溢出框外或框架串错。",
            "照所列文字核對版面，看有沒有文字溢出框外或框架串錯。",
            "Hold the page against the words named; look for overset text and wrongly linked "
            "frames.",
        ),
    ),
    "H2": RuleText(
        Text("字不压字", "字不壓字", "glyphs on each other"),
        Text("字与字不相压", "字與字不相壓", "no glyph lies on another"),
        Text(
            "移开相压的文字框，或删去多出的一份。",
            "移開相壓的文字框，或刪去多出的一份。",
            "Move the text frames that overlap, or take the second copy out.",
        ),
    ),
    "H3": RuleText(
        Text("字不出版", "字不出版", "glyphs cut or off the page"),
        Text(
            "每个字都在版内，没有被裁掉",
            "每個字都在版內，沒有被裁掉",
            "every glyph lies in its page and is seen whole",
        ),
        Text(
            "把文字移回版心，或放大裁切它的框。",
            "把文字移回版心，或放大裁切它的框。",
            "Move the text back into the type area, or enlarge the frame that clips it.",
        ),
    ),
    "H4": RuleText(
        Text("稿不串稿", "稿不串稿", "stories in each other"),
        Text(
            "一篇稿件的框里没有别篇的字（字数）",
            "一篇稿件的框裡沒有別篇的字（字數）",
            "no story has glyphs of another in its box (glyphs)",
        ),
        Text(
            "改排所列两篇，使各占一块完整的地方。",
            "改排所列兩篇，使各佔一塊完整的地方。",
            "Lay the two stories out anew, each in a place of its own.",
        ),
    ),
    "H5": RuleText(
        Text("转版成对", "轉版成對", "jumps in pairs"),
        Text(
            "每个“下转”在所指的版上有“上接”，反过来也一样",
            "每個「下轉」在所指的版上有「上接」，反過來也一樣",
            "every 下转 has its 上接 on the page it names, and back",
        ),
        Text(
            "补上缺的转版行，或改正版号。",
            "補上缺的轉版行，或改正版號。",
            "Put in the jump line that is missing, or correct its page.",
        ),
    ),
    "H6": RuleText(
        Text("题文相连", "題文相連", "heads and captions in place"),
        Text(
            "标题在正文起首的栏上，图片说明挨着图片",
            "標題在正文起首的欄上，圖說挨著圖片",
            "heads stand at their first leg, captions at their picture",
        ),
        Text(
            "把标题移到正文第一栏之上，把图片说明移到图片旁。",
            "把標題移到正文第一欄之上，把圖說移到圖片旁。",
            "Move the head over the first leg of its text, the caption to its picture.",
        ),
    ),
    "FILE/EPUB": RuleText(
        Text("mimetype 在首", "mimetype 在首", "mimetype first"),
        Text(
            "mimetype 排在第一，且不压缩",
            "mimetype 排在第一，且不壓縮",
            "mimetype stands first and is stored",
        ),
        Text(
            "重新打包 EPUB：先放 mimetype，只存不压。",
            "重新封裝 EPUB：先放 mimetype，只存放不壓縮。",
            "Pack the EPUB again: mimetype first, stored.",
        ),
    ),
    "MAN": RuleText(
        Text("清单齐全", "清單齊全", "whole manifest"),
        Text("清单里的文件都在", "清單裡的檔案都在", "every file of the manifest is there"),
        Text(
            "补上所列文件，或从清单里删去。",
            "補上所列檔案，或從清單裡刪去。",
            "Add the files named, or take them out of the manifest.",
        ),
    ),
    "LINK": RuleText(
        Text("链接有着落", "連結有著落", "links that lead somewhere"),
        Text("书内链接都有着落", "書內連結都有著落", "every link inside the book leads somewhere"),
        Text(
            "改正所列链接，或补上目标。",
            "改正所列連結，或補上目標。",
            "Correct the links named, or add what they point to.",
        ),
    ),
    "XML": RuleText(
        Text("文件合格式", "檔案合格式", "well-formed documents"),
        Text(
            "每个文件都是合格式的 XML",
            "每個檔案都是合格式的 XML",
            "every document is well-formed XML",
        ),
        Text("改正所列文件。", "改正所列檔案。", "Mend the documents named."),
    ),
    "ID": RuleText(
        Text("id 不重复", "id 不重複", "ids stand once"),
        Text(
            "每个 id 都合规，在一个文件里只出现一次",
            "每個 id 都合規，在一個檔案裡只出現一次",
            "every id is one, and stands once in its document",
        ),
        Text("改掉所列的 id。", "改掉所列的 id。", "Change the ids named."),
    ),
    "ADDR": RuleText(
        Text("网址合规", "網址合規", "addresses that parse"),
        Text(
            "每个网址都合规，该转义的已转义",
            "每個網址都合規，該轉義的已轉義",
            "every address is one, escaped where it must be",
        ),
        Text("改正所列网址，或去掉链接。", "改正所列網址，或去掉連結。",
             "Correct the addresses named, or take the links out."),
    ),
    "LANG": RuleText(
        Text("语言标记合规", "語言標記合規", "languages"),
        Text(
            "每页都标明语言，标记合规",
            "每頁都標明語言，標記合規",
            "every page says its language, by a well-formed tag",
        ),
        Text("改正所列的语言标记。", "改正所列的語言標記。", "Correct the tags named."),
    ),
    "MEDIA": RuleText(
        Text("文件类型相符", "檔案類型相符", "media types"),
        Text(
            "每个文件都列入清单一次，类型与内容相符",
            "每個檔案都列入清單一次，類型與內容相符",
            "every file is listed once, under the type it is of",
        ),
        Text("改正清单里所列的条目。", "改正清單裡所列的條目。",
             "Correct the entries of the manifest named."),
    ),
    "SIZE": RuleText(
        Text("图片不过大", "圖片不過大", "light pictures"),
        Text(
            "图片不超过 {most:g} MB，各家书店都收",
            "圖片不超過 {most:g} MB，各家書店都收",
            "no picture is over {most:g} MB, which every shop takes",
        ),
        Text("把所列图片缩小。", "把所列圖片縮小。", "Make the pictures named smaller."),
    ),
    "ACT": RuleText(
        Text("不带程序", "不帶程式", "nothing active"),
        Text("书里没有会运行的东西", "書裡沒有會運行的東西", "nothing in the book runs"),
        Text(
            "从所列文件里删去脚本和嵌入的程序。",
            "從所列檔案裡刪去指令碼和嵌入的程式。",
            "Take scripts and embedded programs out of the files named.",
        ),
    ),
    "TX1/EPUB": RuleText(
        Text("文字齐全", "文字齊全", "whole text"),
        Text(
            "每篇稿件的文字都在书里",
            "每篇稿件的文字都在書裡",
            "the text of every story is in the book",
        ),
        Text("照所列文字补上缺的段落。", "照所列文字補上缺的段落。", "Put in the pieces named."),
    ),
}
