"""What is said of Word files, Markdown and story JSON."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_SAVE_ANEW = Text(
    "用 Word 打开，另存为 .docx", "用 Word 開啟，另存為 .docx",
    "Open it in Word and save it anew as .docx"
)
_LIMIT = Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}")
_LEVELS = Text("上限是 {limit} 层", "上限是 {limit} 層", "The limit is {limit} levels")
_OF_CELLS = Text("把表格拆开", "把表格拆開", "Divide the table")
_CORRECT = Text("请改正", "請改正", "Correct it")
_CORRECT_OR_LEAVE = Text("改正或删去这一项", "改正或刪去這一項", "Correct it or leave it out")
_FRONT_KEYS = Text(
    "请改正；各项的名称见 docs/reading.md", "請改正；各項的名稱見 docs/reading.md",
    "Correct it; docs/reading.md names the keys",
)
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
    "headline_guessed": Kind(
        Severity.WARNING,
        Text("这一行没有标题样式；看字体和位置，当作标题。",
             "這一行沒有標題樣式；看字型和位置，當作標題。",
             "This line has no style of a heading; its looks make it a headline."),
        _STYLE, doc="reading#word-files",
    ),
    "crosshead_guessed": Kind(
        Severity.WARNING,
        Text("这一行没有标题样式；看字体，当作小标题。", "這一行沒有標題樣式；看字型，當作小標題。",
             "This line has no style of a heading; its looks make it a crosshead."),
        _STYLE, doc="reading#word-files",
    ),
    "front_matter_unknown": Kind(
        Severity.INFO,
        Text("文件头里还有本版不印的内容：{words}", "檔案頭裡還有本版不印的內容：{words}",
             "The front matter says more than edition prints: {words}"),
        doc="reading#markdown",
    ),
    "front_matter_unused": Kind(
        Severity.WARNING,
        Text("文件里有 {count} 篇稿件，文件头只说一篇；这些未采用：{words}",
             "檔案裡有 {count} 篇稿件，檔案頭只說一篇；這些未採用：{words}",
             "The file holds {count} stories, and its front matter speaks of one; "
             "this was left out: {words}"),
        Text("一篇稿件一个文件，或写进各篇的正文", "一篇稿件一個檔案，或寫進各篇的正文",
             "Give each story a file of its own, or say it in the stories"),
        doc="reading#markdown",
    ),
    "byline_at_odds": Kind(
        Severity.WARNING,
        Text("文件头署名“{front}”，稿件署名“{story}”：以稿件为准。",
             "檔案頭署名「{front}」，稿件署名「{story}」：以稿件為準。",
             "The front matter signs “{front}”, the story “{story}”: the story's stands."),
        Text("改成一致，或删去其一", "改成一致，或刪去其一", "Make them one, or take one out"),
        doc="reading#markdown",
    ),
    "headline_repeated": Kind(
        Severity.INFO,
        Text("这个标题与文件头的标题相同，未重复采用。", "這個標題與檔案頭的標題相同，未重複採用。",
             "This heading repeats the headline of the front matter and was left out."),
        doc="reading#markdown",
    ),
    "markup_left_out": Kind(
        Severity.INFO,
        Text("{what}未采用，共 {count} 处。", "{what}未採用，共 {count} 處。",
             "{count} {what} left out."),
        doc="reading#markdown",
    ),
    "texts_cleaned": Kind(
        Severity.WARNING,
        Text("{texts}含有版面印不出的字符，已删去；第一处在 {path}。",
             "{texts}含有版面印不出的字元，已刪去；第一處在 {path}。",
             "{texts} held characters no page can carry, which were removed; "
             "the first is {path}."),
        doc="reading#story-json",
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
    "word_wants_outside": Fault(
        Text("文件要用外部的内容：{target}", "檔案要用外部的內容：{target}",
             "the file wants something from outside: {target}"),
        Text("这是“{part}”引用的，外部的内容一律不打开",
             "這是「{part}」引用的，外部的內容一律不開啟",
             "“{part}” names it, and nothing outside is opened"), _SAVE_ANEW,
    ),
    "word_target_outside": Fault(
        Text("目标“{target}”指到文件之外", "目標「{target}」指到檔案之外",
             "the target “{target}” leads out of the file"),
        Text("这是“{part}”引用的", "這是「{part}」引用的", "“{part}” names it"), _SAVE_ANEW,
    ),
    "word_not_understood": Fault(
        Text("读不懂这个 Word 文件", "讀不懂這個 Word 檔案", "the Word file cannot be understood"),
        Text("读到一半停下了，文件可能已损坏", "讀到一半停下了，檔案可能已損壞",
             "Reading stopped: {said}"),
        _SAVE_ANEW,
    ),
    "word_table_large": Fault(
        Text("有一个表格过大", "有一個表格過大", "a table is too large"),
        Text("上限是 {limit} 格", "上限是 {limit} 格", "The limit is {limit} cells"), _OF_CELLS,
    ),
    "word_pictures": Fault(
        Text("图片过多", "圖片過多", "there are too many pictures"), _LIMIT,
        Text("把稿件拆开", "把稿件拆開", "Divide the copy"),
    ),
    "front_matter_large": Fault(
        Text("文件头过长", "檔案頭過長", "the front matter is too large"),
        Text("上限是 {limit} 个字符", "上限是 {limit} 個字元", "The limit is {limit} signs"),
        _FRONT_KEYS,
    ),
    "front_matter_broken": Fault(
        Text("文件头不是合格的 {language}", "檔案頭不是合格的 {language}",
             "the front matter is not valid {language}"),
        Text("{place}读不通", "{place}讀不通", "{said}"), _FRONT_KEYS,
    ),
    "front_matter_alias": Fault(
        Text("文件头用了别名", "檔案頭用了別名", "the front matter uses an alias"),
        Text("别名一律不展开", "別名一律不展開", "Aliases are not followed"), _FRONT_KEYS,
    ),
    "front_matter_deep": Fault(
        Text("文件头嵌套过深", "檔案頭巢狀過深", "the front matter nests too deep"),
        _LEVELS, _FRONT_KEYS,
    ),
    "front_matter_twice": Fault(
        Text("文件头里“{key}”写了两次", "檔案頭裡「{key}」寫了兩次",
             "the front matter gives “{key}” twice"),
        Text("留下一个就会丢掉另一个", "留下一個就會丟掉另一個", "One would be lost"), _FRONT_KEYS,
    ),
    "front_matter_number": Fault(
        Text("文件头的“{key}”是“{value}”", "檔案頭的「{key}」是「{value}」",
             "the front matter's “{key}” is “{value}”"),
        Text("应当是从 1 起的整数", "應當是從 1 起的整數", "It must be a whole number from 1"),
        _CORRECT_OR_LEAVE,
    ),
    "front_matter_date": Fault(
        Text("文件头的日期是“{value}”", "檔案頭的日期是「{value}」",
             "the front matter's date is “{value}”"),
        Text("应当写成 2023-11-14 这样", "應當寫成 2023-11-14 這樣",
             "It must be a day such as 2023-11-14"),
        _CORRECT_OR_LEAVE,
    ),
    "markdown_headings": Fault(
        Text("文件里有 {count} 个标题", "檔案裡有 {count} 個標題",
             "the file holds {count} headings"),
        _LIMIT,
        Text("把稿件分成几份", "把稿件分成幾份", "Divide the copy into several editions"),
    ),
    "markdown_deep": Fault(
        Text("Markdown 嵌套过深", "Markdown 巢狀過深", "the Markdown nests too deep"), _LEVELS,
        Text("写得平一些", "寫得平一些", "Write it flatter"),
    ),
    "markdown_table_large": Fault(
        Text("第 {line} 行起的表格有 {cells} 格", "第 {line} 行起的表格有 {cells} 格",
             "line {line} begins a table of {cells} cells"), _LIMIT, _OF_CELLS,
    ),
    "json_broken": Fault(
        Text("这不是合格的 JSON", "這不是合格的 JSON", "this is not valid JSON"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("改正或重新写出", "改正或重新寫出", "Correct it or write it anew"),
    ),
    "json_deep": Fault(
        Text("JSON 嵌套过深", "JSON 巢狀過深", "the JSON nests too deep"), _LEVELS,
        Text("照 `edition schema` 的规定给出", "照 `edition schema` 的規定給出",
             "Give it as the schema wants it"),
    ),
    "json_off_schema": Fault(
        Text("{path} 不合规定", "{path} 不合規定", "{path} is not as the schema wants it"),
        Text("{rule}", "{rule}", "{said}"),
        Text("请改正；`edition schema` 列出全部规定", "請改正；`edition schema` 列出全部規定",
             "Correct it; `edition schema` prints the whole schema"),
    ),
    "json_at_odds": Fault(
        Text("{path} 与旁边的 text 不一致", "{path} 與旁邊的 text 不一致",
             "{path} says other words than the text beside it"),
        Text("text 与它的 runs 或 parts 应当一字不差", "text 與它的 runs 或 parts 應當一字不差",
             "A text and its runs or parts must hold the same characters"),
        Text("改正其一，或删去 text", "改正其一，或刪去 text",
             "Correct one of them, or leave out the text"),
    ),
    "json_focus": Fault(
        Text("{path}.focus 圈不出图片的一部分", "{path}.focus 圈不出圖片的一部分",
             "{path}.focus is no part of a picture"),
        Text("四个数是左、上、右、下：左小于右，上小于下",
             "四個數是左、上、右、下：左小於右，上小於下",
             "It is left, top, right, bottom: left before right, top before bottom"), _CORRECT,
    ),
    "json_table_large": Fault(
        Text("{path} 是 {cells} 格的表格", "{path} 是 {cells} 格的表格",
             "{path} is a table of {cells} cells"), _LIMIT, _OF_CELLS,
    ),
    "json_date": Fault(
        Text("$.imprint.date 在日历上没有这一天", "$.imprint.date 在日曆上沒有這一天",
             "$.imprint.date is no day of the calendar"), todo=_CORRECT,
    ),
}

PHRASES: dict[str, Text] = {
    "picture_shows": Text("图中是：{alt}。", "圖中是：{alt}。", " It shows: {alt}."),
    "code_languages": Text("代码旁的语言名", "程式碼旁的語言名", "names of languages beside code"),
    "html_unseen": Text("HTML 的注释、脚本或样式", "HTML 的註解、指令碼或樣式",
                        "comments, scripts or style sheets of HTML"),
    "html_tags": Text("HTML 标签", "HTML 標籤", "tags of HTML"),
    "one_text": Text("1 处文字", "1 處文字", "One text"),
    "texts": Text("{count} 处文字", "{count} 處文字", "{count} texts"),
    "in_line": Text("第 {line} 行", "第 {line} 行", "line {line}"),
    "somewhere": Text("有一处", "有一處", "some place"),
    "json_key_twice": Text("同一个对象里“{key}”写了两次", "同一個物件裡「{key}」寫了兩次",
                           "The key “{key}” stands twice in one object"),
    "json_no_number": Text("JSON 里没有 {constant} 这个数", "JSON 裡沒有 {constant} 這個數",
                           "{constant} is no number of JSON"),
    "json_half_character": Text("有 \\u 转义只有半个字", "有 \\u 跳脫序列只有半個字",
                                "A \\u escape holds half a character"),
    "json_nesting": Text("嵌套过深", "巢狀過深", "It nests too deep"),
    "json_unreadable": Text("第 {line} 行读不通", "第 {line} 行讀不通", "{said}"),
    "json_number_long": Text("有一个数过长", "有一個數過長", "{said}"),
    "schema_type": Text("类型不对，应当是 {wanted}", "類型不對，應當是 {wanted}",
                        "It must be {wanted}"),
    "schema_required": Text("缺少 {wanted}", "缺少 {wanted}", "{wanted} is missing"),
    "schema_additionalProperties": Text("没有“{found}”这个键", "沒有「{found}」這個鍵",
                                        "The key “{found}” is not known"),
    "schema_enum": Text("“{found}”不行，只能是 {wanted} 之一",
                        "「{found}」不行，只能是 {wanted} 之一",
                        "“{found}” is none of {wanted}"),
    "schema_pattern": Text("写法不对", "寫法不對", "It is not written as it must be"),
    "schema_not": Text("应当是稿件文件夹之内的路径", "應當是稿件資料夾之內的路徑",
                       "It must be a path inside the folder"),
    "schema_bounds": Text("太小、太大，或个数不对", "太小、太大，或個數不對",
                          "It is too small, too large, or of a wrong number"),
    "schema_anyOf": Text("text 与 runs 至少要有一个", "text 與 runs 至少要有一個",
                         "text or runs must be there"),
}
