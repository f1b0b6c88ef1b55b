"""What is said of Word files."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_SAVE_ANEW = Text(
    "用 Word 打开，另存为 .docx", "用 Word 開啟，另存為 .docx",
    "Open it in Word and save it anew as .docx"
)
_LIMIT = Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}")
_LEVELS = Text("上限是 {limit} 层", "上限是 {limit} 層", "The limit is {limit} levels")
_OF_CELLS = Text("把表格拆开", "把表格拆開", "Divide the table")
_PICTURE_AGAIN = Text(
    "把图片另存为 PNG 或 JPEG 后重新插入", "把圖片另存為 PNG 或 JPEG 後重新插入",
    "Save the picture as PNG or JPEG and put it in again",
)
_STYLE = Text(
    "是标题就在 Word 里设为“标题”样式；不是就用 [[answers]] 答 paragraph",
    "是標題就在 Word 裡設為「標題」樣式；不是就用 [[answers]] 答 paragraph",
    "Give the line a heading style in Word, or answer \"paragraph\" in [[answers]]",
)

KINDS: dict[str, Kind] = {
    "deleted_text": Kind(
        Severity.WARNING,
        Text("文件留有修订痕迹：{count} 处删去的文字未采用，插入的已保留。",
             "檔案留有修訂痕跡：{count} 處刪去的文字未採用，插入的已保留。",
             "The file tracks changes: {count} deletions were left out, insertions kept."),
        Text("在 Word 里接受或拒绝全部修订", "在 Word 裡接受或拒絕全部修訂",
             "Accept or reject all changes in Word"),
        doc="reading#word-files",
    ),
    "comments_left_out": Kind(
        Severity.INFO,
        Text("页边的批注未采用。", "頁邊的註解未採用。", "Comments in the margin were left out."),
        doc="reading#word-files",
    ),
    "template_left_out": Kind(
        Severity.INFO,
        Text("文件引用了外部的模板，模板没有打开。", "檔案引用了外部的範本，範本沒有開啟。",
             "The file names a template outside it, which was not opened."),
        doc="reading#word-files",
    ),
    "picture_outside": Kind(
        Severity.WARNING,
        Text("图片不在文件里，只是链接（{src}），没有取来。",
             "圖片不在檔案裡，只是連結（{src}），沒有取來。",
             "A picture is only linked ({src}) and was not fetched."),
        Text("在 Word 里把图片插入文件，或另存到稿件的文件夹，在边车文件的 [[pictures]] 里写明",
             "在 Word 裡把圖片插入檔案，或另存到稿件的資料夾，在邊車檔案的 [[pictures]] 裡寫明",
             "Put the picture into the file in Word, or save it beside the copy and name it in "
             "[[pictures]] of the sidecar"),
        doc="reading#word-files",
    ),
    "subdocument_left_out": Kind(
        Severity.ERROR,
        Text("正文的 {count} 个部分在别的文件里（子文档），没有读到。",
             "正文的 {count} 個部分在別的檔案裡（子文件），沒有讀到。",
             "{count} parts of the text lie in other files (subdocuments) and were not read."),
        Text("在 Word 的大纲视图里展开子文档并取消链接，或把那些文件也交来",
             "在 Word 的大綱檢視裡展開子文件並取消連結，或把那些檔案也交來",
             "Expand and unlink them in Word's outline view, or give those files as copy too"),
        doc="reading#word-files",
    ),
    "outside_left_out": Kind(
        Severity.INFO,
        Text("文件引用了 {count} 处外部的内容，没有打开。",
             "檔案引用了 {count} 處外部的內容，沒有開啟。",
             "The file names {count} things outside it, which were not opened."),
        doc="reading#word-files",
    ),
    "hidden_text": Kind(
        Severity.WARNING,
        Text("文件里有 {count} 处隐藏的文字，未采用。",
             "檔案裡有 {count} 處隱藏的文字，未採用。",
             "{count} hidden passages were left out."),
        Text("要刊出就在 Word 里取消“隐藏”", "要刊出就在 Word 裡取消「隱藏」",
             "Unhide in Word what is to be printed"),
        doc="reading#word-files",
    ),
    "struck_text": Kind(
        Severity.WARNING,
        Text("有 {count} 处文字带删除线，已照排：请核对是否要删。",
             "有 {count} 處文字帶刪除線，已照排：請核對是否要刪。",
             "{count} passages are struck through and were kept: are they to go?"),
        Text("要删的在 Word 里删去，其余取消删除线", "要刪的在 Word 裡刪去，其餘取消刪除線",
             "Delete in Word what is to go, and unstrike the rest"),
        doc="reading#word-files",
    ),
    "page_field_left_out": Kind(
        Severity.WARNING,
        Text("有 {count} 处 Word 的页码未采用：它不是这张报纸的页码。",
             "有 {count} 處 Word 的頁碼未採用：它不是這張報紙的頁碼。",
             "{count} page numbers of Word's own pages were left out."),
        Text("核对所在的句子", "核對所在的句子",
             "Look at the sentences they stood in"),
        doc="reading#word-files",
    ),
    "contents_left_out": Kind(
        Severity.INFO,
        Text("Word 的目录未采用。",
             "Word 的目錄未採用。",
             "A table of contents was left out."),
        doc="reading#word-files",
    ),
    "prompt_left_out": Kind(
        Severity.INFO,
        Text("有 {count} 处没有填写的提示文字，未采用。",
             "有 {count} 處沒有填寫的提示文字，未採用。",
             "{count} prompts that nothing was typed over were left out."),
        doc="reading#word-files",
    ),
    "field_code_left_out": Kind(
        Severity.INFO,
        Text("有 {count} 处文字在域代码里，Word 不显示，未采用。",
             "有 {count} 處文字在功能變數代碼裡，Word 不顯示，未採用。",
             "{count} passages inside codes of fields, which Word does not show, were left out."),
        doc="reading#word-files",
    ),
    "field_empty": Kind(
        Severity.INFO,
        Text("有 {count} 个域没有结果，Word 也不显示什么。",
             "有 {count} 個功能變數沒有結果，Word 也不顯示什麼。",
             "{count} fields have no result, and Word shows nothing for them."),
        doc="reading#word-files",
    ),
    "note_rules_left_out": Kind(
        Severity.INFO,
        Text("Word 脚注分隔线处的文字未采用。", "Word 註腳分隔線處的文字未採用。",
             "Words on the rules above Word's own footnotes were left out."),
        doc="reading#word-files",
    ),
    "field_unread": Kind(
        Severity.ERROR,
        Text("域 {field} 的内容读不出，未排入。",
             "功能變數 {field} 的內容讀不出，未排入。",
             "What the field {field} shows cannot be told, and is not printed."),
        Text("在 Word 里更新域，或改成普通文字", "在 Word 裡更新功能變數，或改成普通文字",
             "Update the field in Word, or type its words"),
        doc="reading#word-files",
    ),
    "equation_on_one_line": Kind(
        Severity.WARNING,
        Text("EQ 域{field}改排成一行：请核对。",
             "EQ 功能變數{field}改排成一行：請核對。",
             "An EQ field{field} was set on one line: check it."),
        Text("核对；不对就直接键入", "核對；不對就直接鍵入",
             "Check it; where it is wrong, type the words"),
        doc="reading#word-files",
    ),
    "formula_on_one_line": Kind(
        Severity.WARNING,
        Text("公式改排成一行：请核对。",
             "公式改排成一行：請核對。",
             "A formula was set on one line: check it."),
        Text("核对；不能这样排就改用图片", "核對；不能這樣排就改用圖片",
             "Check it; use a picture where one line cannot say it"),
        doc="reading#word-files",
    ),
    "symbol_unknown": Kind(
        Severity.ERROR,
        Text("字体“{font}”里的符号 {code} 不知是什么字。",
             "字型「{font}」裡的符號 {code} 不知是什麼字。",
             "What {font} draws for the code {code} is not known."),
        Text("换成普通的字符", "換成普通的字元",
             "Type a character of its own"),
        doc="reading#word-files",
    ),
    "text_box": Kind(
        Severity.INFO,
        Text("有 {count} 个文本框或艺术字，排在所在段落之后。",
             "有 {count} 個文字方塊或文字藝術師，排在所在段落之後。",
             "{count} text boxes follow the paragraphs they hang on."),
        doc="reading#word-files",
    ),
    "layout_table": Kind(
        Severity.WARNING,
        Text("这个表格看来只用来排版，各格按顺序当正文读。",
             "這個表格看來只用來排版，各格按順序當正文讀。",
             "This table only places text, it seems: its cells are read as running text in order."),
        Text("核对次序；是数据表就设标题行", "核對次序；是資料表就設標題列",
             "Check the order; give a table of data a header row"),
        doc="reading#word-files",
    ),
    "nested_table": Kind(
        Severity.WARNING,
        Text("有 {count} 个表格套在别的表格里，排在外面的表格之后。",
             "有 {count} 個表格套在別的表格裡，排在外面的表格之後。",
             "{count} tables inside tables follow the outer ones."),
        Text("核对次序", "核對次序",
             "Check the order"),
        doc="reading#word-files",
    ),
    "chart_left_out": Kind(
        Severity.ERROR,
        Text("{what}不能排印；里面的文字列在这里。",
             "{what}不能排印；裡面的文字列在這裡。",
             "{what} cannot be printed; its words are listed here."),
        Text("在 Word 里把它另存为图片，再插入", "在 Word 裡把它另存為圖片，再插入",
             "Save it as a picture in Word, and put that in"),
        doc="reading#word-files",
    ),
    "drawing_words": Kind(
        Severity.ERROR,
        Text("图形里的文字未排入，共 {count} 处。",
             "圖形裡的文字未排入，共 {count} 處。",
             "Words in {count} drawings are not printed."),
        Text("改成正文或图片", "改成正文或圖片",
             "Make them text or a picture"),
        doc="reading#word-files",
    ),
    "words_unknown": Kind(
        Severity.ERROR,
        Text("有 {count} 处文字不知怎样排，未排入。",
             "有 {count} 處文字不知怎樣排，未排入。",
             "{count} passages of a kind not known are not printed."),
        Text("在 Word 里改成普通文字", "在 Word 裡改成普通文字",
             "Make them plain text in Word"),
        doc="reading#word-files",
    ),
    "embedded_left_out": Kind(
        Severity.ERROR,
        Text("文件里嵌入的另一份文件未排入。",
             "檔案裡嵌入的另一份檔案未排入。",
             "A file embedded in the file is not printed."),
        Text("在 Word 里打开后另存一次", "在 Word 裡開啟後另存一次",
             "Open it in Word and save it anew"),
        doc="reading#word-files",
    ),
    "unused_notes": Kind(
        Severity.WARNING,
        Text("有 {count} 条注释没有注释号，未采用。",
             "有 {count} 條註釋沒有註釋號，未採用。",
             "{count} notes that no mark refers to were left out."),
        Text("补上注释号，或删去注释", "補上註釋號，或刪去註釋",
             "Put in the mark, or take out the note"),
        doc="reading#word-files",
    ),
    "note_on_heading": Kind(
        Severity.WARNING,
        Text("标题或署名上的注释号未印，注释仍排在文末。",
             "標題或署名上的註釋號未印，註釋仍排在文末。",
             "The mark of a note on a heading or a byline is not printed; the note is."),
        Text("把注释号移到正文", "把註釋號移到正文",
             "Move the mark to the text"),
        doc="reading#word-files",
    ),
    "number_format_unknown": Kind(
        Severity.WARNING,
        Text("段落编号的格式不认识，改用阿拉伯数字。",
             "段落編號的格式不認識，改用阿拉伯數字。",
             "The format of a paragraph's number is not known; figures stand for it."),
        Text("核对编号", "核對編號",
             "Check the number"),
        doc="reading#word-files",
    ),
    "note_missing": Kind(
        Severity.WARNING,
        Text("此处引用的注释不在文件里。", "此處引用的註釋不在檔案裡。",
             "A note this place names is not there."),
        Text("补上注释，或删去注释号", "補上註釋，或刪去註釋號",
             "Write the note, or take out its mark"),
        doc="reading#word-files",
    ),
    "picture_unreadable": Kind(
        Severity.ERROR,
        Text("Word 文件里的第 {number} 张图片无法刊出：不是 PNG、JPEG、WebP，或已损坏。{shows}",
             "Word 檔案裡的第 {number} 張圖片無法刊出：不是 PNG、JPEG、WebP，或已損壞。{shows}",
             "Picture {number} of the Word file cannot be shown: {said}{shows}"),
        _PICTURE_AGAIN, doc="reading#word-files",
    ),
}

FAULTS: dict[str, Fault] = {
    "word_old_or_locked": Fault(
        Text("这是加密的或旧版的 Word 文件", "這是加密的或舊版的 Word 檔案",
             "this is an encrypted or an old Word file"),
        Text("只能读没有密码的 .docx", "只能讀沒有密碼的 .docx",
             "Only .docx without a password can be read"), _SAVE_ANEW,
    ),
    "word_damaged": Fault(
        Text("这不是 Word 文件，或已损坏", "這不是 Word 檔案，或已損壞",
             "this is no Word file, or a damaged one"),
        Text("它的 ZIP 结构读不通", "它的 ZIP 結構讀不通", "{said}"), _SAVE_ANEW,
    ),
    "word_no_document": Fault(
        Text("这不是 Word 文件", "這不是 Word 檔案", "this is no Word file"),
        Text("里面没有 word/document.xml", "裡面沒有 word/document.xml",
             "It holds no word/document.xml"), _SAVE_ANEW,
    ),
    "word_too_much": Fault(
        Text("文件解压后过大", "檔案解壓縮後過大", "the file unpacks to too much"),
        Text("上限是 {parts} 个部件、{bytes} 字节", "上限是 {parts} 個部件、{bytes} 位元組",
             "The limits are {parts} parts and {bytes} bytes"), _SAVE_ANEW,
    ),
    "word_too_much_xml": Fault(
        Text("文件解压后过大", "檔案解壓縮後過大", "the file unpacks to too much"),
        Text("XML 的上限是 {bytes} 字节", "XML 的上限是 {bytes} 位元組",
             "The limit is {bytes} bytes of XML"), _SAVE_ANEW,
    ),
    "word_part_twice": Fault(
        Text("文件里有两个部件同名", "檔案裡有兩個部件同名", "two parts of the file have one name"),
        Text("以哪个为准不清楚", "以哪個為準不清楚", "Which one counts is unclear"), _SAVE_ANEW,
    ),
    "word_part_outside": Fault(
        Text("部件“{part}”指到文件之外", "部件「{part}」指到檔案之外",
             "the part “{part}” leads out of the file"),
        Text("部件只能在文件之内", "部件只能在檔案之內", "Parts lie inside the file"), _SAVE_ANEW,
    ),
    "word_part_locked": Fault(
        Text("文件已加密", "檔案已加密", "the file is encrypted"),
        Text("有部件需要密码", "有部件需要密碼", "A part of it needs a password"), _SAVE_ANEW,
    ),
    "word_part_bomb": Fault(
        Text("部件“{part}”是压缩炸弹", "部件「{part}」是壓縮炸彈", "the part “{part}” is a bomb"),
        Text("解压后超过原大小的 {ratio} 倍", "解壓縮後超過原大小的 {ratio} 倍",
             "It unpacks to more than {ratio} times its size"), _SAVE_ANEW,
    ),
    "word_part_lies": Fault(
        Text("部件“{part}”所报的大小不实", "部件「{part}」所報的大小不實",
             "the part “{part}” lies about its size"),
        Text("解压后超过所报的大小", "解壓縮後超過所報的大小",
             "It unpacks to more than it declares"), _SAVE_ANEW,
    ),
    "word_part_broken": Fault(
        Text("部件“{part}”不是合格的 XML", "部件「{part}」不是合格的 XML",
             "the part “{part}” is not valid XML"),
        Text("第 {line} 行读不通", "第 {line} 行讀不通", "{said}"), _SAVE_ANEW,
    ),
    "word_part_deep": Fault(
        Text("部件“{part}”嵌套过深", "部件「{part}」巢狀過深", "the part “{part}” nests too deep"),
        _LEVELS, _SAVE_ANEW,
    ),
    "word_doctype": Fault(
        Text("部件“{part}”带有文档类型声明", "部件「{part}」帶有文件類型宣告",
             "the part “{part}” declares a document type"),
        Text("Word 文件没有这种声明，实体一律不展开", "Word 檔案沒有這種宣告，實體一律不展開",
             "Word files have none, and entities are not expanded"), _SAVE_ANEW,
    ),
    "word_target_outside": Fault(
        Text("目标“{target}”指到文件之外", "目標「{target}」指到檔案之外",
             "the target “{target}” leads out of the file"),
        Text("这是“{part}”引用的", "這是「{part}」引用的", "“{part}” names it"), _SAVE_ANEW,
    ),
    "word_many_nodes": Fault(
        Text("文件过大", "檔案過大", "the file is too large"),
        Text("上限是 {limit} 个 XML 元素", "上限是 {limit} 個 XML 元素",
             "The limit is {limit} elements of XML"), _SAVE_ANEW,
    ),
    "word_table_large": Fault(
        Text("有一个表格过大", "有一個表格過大", "a table is too large"),
        Text("上限是 {limit} 格", "上限是 {limit} 格", "The limit is {limit} cells"), _OF_CELLS,
    ),
    "word_pictures": Fault(
        Text("图片过多", "圖片過多", "there are too many pictures"), _LIMIT,
        Text("把稿件拆开", "把稿件拆開", "Divide the copy"),
    ),
}

PHRASES: dict[str, Text] = {
    "chart": Text("图表", "圖表", "A chart"),
    "smartart": Text("SmartArt 图示", "SmartArt 圖示", "A diagram"),
    "field_code": Text("“{code}”", "「{code}」", " “{code}”"),
    "picture_shows": Text("图中是：{alt}。", "圖中是：{alt}。", " It shows: {alt}."),
}
