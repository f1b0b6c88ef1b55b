"""What is said of markup: web pages, feeds, NITF, NewsML-G2 and ninjs."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_DOC = "reading#marked-up-copy"
_AS_UTF8 = Text("另存为 UTF-8", "另存為 UTF-8", "Save it again as UTF-8")
_SIMPLER = Text(
    "只导出这一篇，或把文件简化", "只匯出這一篇，或把檔案簡化",
    "Export the story alone, or simplify the file",
)
_EXPORT = Text("重新导出文件", "重新匯出檔案", "Export the file again")
_NINJS_AGAIN = Text(
    "重新导出为 ninjs", "重新匯出為 ninjs", "Export the story as ninjs again"
)
_NO_NINJS = Text("这不是 ninjs 稿件", "這不是 ninjs 稿件", "this is no ninjs item")

KINDS: dict[str, Kind] = {
    "around_article": Kind(
        Severity.INFO,
        Text("文章四周的 {count} 行归入版面杂项。", "文章四周的 {count} 行歸入版面雜項。",
             "{count} lines around the article went to the furniture."),
        doc=_DOC,
    ),
    "item_left_out": Kind(
        Severity.INFO,
        Text("有一条的类型是“{type}”、状态是“{status}”，不是已发表的文章，未采用。",
             "有一則的類型是「{type}」、狀態是「{status}」，不是已發表的文章，未採用。",
             "An item of kind “{type}” and status “{status}” is no published post and was "
             "left out."),
        doc=_DOC,
    ),
    "left_out": Kind(
        Severity.INFO,
        Text("{what}不印。", "{what}不印。", "{what} is not printed."),
        Text("要印就写进正文", "要印就寫進正文", "Put it into the text if it is to be printed"),
        doc=_DOC,
    ),
    "item_held": Kind(
        Severity.WARNING,
        Text("这一条{why}，未排入版面。", "這一則{why}，未排入版面。",
             "This item {why}, and is on no page."),
        Text("能登了，就改稿件里的说明；解禁的日子过了，在边车文件里写明本报的日期",
             "能登了，就改稿件裡的說明；解禁的日子過了，在邊車檔案裡寫明本報的日期",
             "When it may be printed, change what the file says; where the embargo is over, "
             "give the paper's date in the sidecar"),
        doc=_DOC,
    ),
    "item_updates": Kind(
        Severity.INFO,
        Text("这一条是更新稿。", "這一則是更新稿。", "This item updates an earlier one."),
        doc=_DOC,
    ),
    "note_to_editors": Kind(
        Severity.WARNING,
        Text("来稿对编辑有话说，不印。", "來稿對編輯有話說，不印。",
             "The file has a word for its editors, which is not printed."),
        doc=_DOC,
    ),
    "formula_left_out": Kind(
        Severity.WARNING,
        Text("公式排不出来，未采用。", "公式排不出來，未採用。",
             "A formula cannot be set and was left out."),
        Text("写成一行文字，或存成图片", "寫成一行文字，或存成圖片",
             "Write it as a line of text, or save it as a picture"),
        doc=_DOC,
    ),
    "entities_twice": Kind(
        Severity.INFO,
        Text("有 {count} 处字符写成了两层编码，已还原。",
             "有 {count} 處字元寫成了兩層編碼，已還原。",
             "{count} characters were written as entities twice over, and were read as meant."),
        doc=_DOC,
    ),
    "picture_elsewhere": Kind(
        Severity.WARNING,
        Text("这张图片在稿件的文件夹之外，没有取来。", "這張圖片在稿件的資料夾之外，沒有取來。",
             "This picture lies outside the copy's folder and was not fetched."),
        Text("把图片存进稿件的文件夹，在边车文件的 [[pictures]] 里写明",
             "把圖片存進稿件的資料夾，在邊車檔案的 [[pictures]] 裡寫明",
             "Save the picture into the folder of the copy and name it in [[pictures]] of the "
             "sidecar"),
        doc=_DOC,
    ),
}

FAULTS: dict[str, Fault] = {
    "markup_empty": Fault(
        Text("文件是空的", "檔案是空的", "the file is empty"),
        todo=Text("给一个有稿件的文件", "給一個有稿件的檔案", "Give a file with copy"),
    ),
    "markup_broken": Fault(
        Text("标记读不通", "標記讀不通", "the markup is broken"),
        Text("{place}不合语法", "{place}不合語法", "{said}"), _EXPORT,
    ),
    "markup_deep": Fault(
        Text("标记嵌套过深", "標記巢狀過深", "the markup is too deep"),
        Text("上限是 {limit} 层元素", "上限是 {limit} 層元素",
             "The limit is {limit} elements inside one another"), _SIMPLER,
    ),
    "markup_large": Fault(
        Text("标记过多", "標記過多", "the markup is too large"),
        Text("上限是 {limit} 个元素和文字段", "上限是 {limit} 個元素和文字段",
             "The limit is {limit} elements and stretches of text"), _SIMPLER,
    ),
    "not_in_its_encoding": Fault(
        Text("第 {byte} 个字节不是 {codec}", "第 {byte} 個位元組不是 {codec}",
             "byte {byte} is not valid {codec}"),
        Text("文件自称用的是这种编码", "檔案自稱用的是這種編碼", "The file says it is written so"),
        _AS_UTF8,
    ),
    "declared_encoding_unknown": Fault(
        Text("不认识编码“{label}”", "不認識編碼「{label}」", "the encoding “{label}” is not known"),
        todo=_AS_UTF8,
    ),
    "doctype_declares": Fault(
        Text("DOCTYPE 自行声明了实体或元素", "DOCTYPE 自行宣告了實體或元素",
             "the DOCTYPE declares entities or elements of its own"),
        Text("这种声明会膨胀或指到文件之外，一律不读", "這種宣告會膨脹或指到檔案之外，一律不讀",
             "Such declarations can swell or reach outside the file, and are never read"),
        Text("删去 […] 里的内容，把实体写成字符再存", "刪去 […] 裡的內容，把實體寫成字元再存",
             "Remove what stands in […] and save the file with its entities written out"),
    ),
    "entity_outside": Fault(
        Text("实体“&{entity};”是在文件之外声明的", "實體「&{entity};」是在檔案之外宣告的",
             "the entity “&{entity};” is declared outside the file"),
        Text("文件之外的内容一律不读", "檔案之外的內容一律不讀",
             "Nothing outside the file is read"),
        Text("直接写出这个字符", "直接寫出這個字元", "Write the character itself"),
    ),
    "xml_unknown": Fault(
        Text("读不了以“{root}”为根的 XML", "讀不了以「{root}」為根的 XML",
             "no reader knows XML with the root “{root}”"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("导出为 NITF、NewsML-G2 或纯文本", "匯出為 NITF、NewsML-G2 或純文字",
             "Export it as NITF or NewsML-G2, or as plain text"),
    ),
    "json_no_stories": Fault(
        Text("这个 JSON 里没有稿件", "這個 JSON 裡沒有稿件", "this JSON holds no stories"),
        Text("它不是带“sections”的对象", "它不是帶「sections」的物件",
             "It is no object with “sections”"),
        Text("照 `edition schema` 写", "照 `edition schema` 寫",
             "Write it as `edition schema` says"),
    ),
    "ninjs_deep": Fault(
        Text("JSON 嵌套过深", "JSON 巢狀過深", "the JSON is too deep"),
        Text("上限是 {limit} 层", "上限是 {limit} 層",
             "The limit is {limit} values inside one another"),
        Text("把文件简化", "把檔案簡化", "Simplify the file"),
    ),
    "ninjs_list_item": Fault(
        _NO_NINJS,
        Text("列表里有一项不是对象", "清單裡有一項不是物件", "An item of the list is no object"),
        _NINJS_AGAIN,
    ),
    "ninjs_no_json": Fault(
        _NO_NINJS,
        Text("它不是 JSON：{place}读不通", "它不是 JSON：{place}讀不通", "It is not JSON: {said}"),
        _NINJS_AGAIN,
    ),
    "ninjs_key_twice": Fault(
        _NO_NINJS,
        Text("键“{key}”写了两次", "鍵「{key}」寫了兩次", "The key “{key}” is given twice"),
        _NINJS_AGAIN,
    ),
    "page_tags": Fault(
        Text("网页里标签过多", "網頁裡標籤過多", "the page holds too many tags"),
        Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}"),
        Text("只保存文章", "只儲存文章", "Save only the article"),
    ),
    "founder_fields_long": Fault(
        Text("一篇稿件的字段过长", "一篇稿件的欄位過長", "the fields of a story are too long"),
        Text("上限是 {limit} 个字符", "上限是 {limit} 個字元", "The limit is {limit} characters"),
        Text("重新导出版面", "重新匯出版面", "Export the page again"),
    ),
}

PHRASES: dict[str, Text] = {
    "held_killed": Text("已撤稿（{says}）", "已撤稿（{says}）", "was killed ({says})"),
    "held_embargo": Text("有禁发期（{says}）", "有禁發期（{says}）", "is under embargo ({says})"),
    "held_withheld": Text("暂不发表（{says}）", "暫不發表（{says}）", "is withheld ({says})"),
    "held_correction": Text("是更正稿（{says}），请对照已经登出的稿件",
                            "是更正稿（{says}），請對照已經登出的稿件",
                            "is a correction ({says}), to be laid beside what was printed"),
    "held_superseded": Text("有更新的一版", "有更新的一版", "has a later version"),
    "hidden_text": Text("网页不显示的文字", "網頁不顯示的文字", "Text that the page does not show"),
    "shortcode": Text("短代码", "短代碼", "A shortcode"),
    "xml_readable": Text(
        "能读的是 NITF、NewsML-G2、RSS、Atom 和 WordPress 导出文件",
        "能讀的是 NITF、NewsML-G2、RSS、Atom 和 WordPress 匯出檔案",
        "NITF, NewsML-G2, RSS, Atom and WordPress exports are read",
    ),
    "xml_cnml": Text("这是 CNML（GB/T 20092），不读", "這是 CNML（GB/T 20092），不讀",
                     "This is CNML (GB/T 20092), which is not read"),
    "xml_newsml": Text("这是 NewsML 1，不读", "這是 NewsML 1，不讀",
                       "This is NewsML 1, which is not read"),
    "xml_html": Text("这是网页：文件名应以 .html 结尾", "這是網頁：檔名應以 .html 結尾",
                     "This is a web page: name it .html"),
    "xml_svg": Text("这是图片", "這是圖片", "This is a picture"),
    "xml_opml": Text("这是订阅列表，没有稿件", "這是訂閱清單，沒有稿件",
                     "This is a list of feeds, without stories"),
    "xml_addresses": Text("这是网址列表，没有稿件", "這是網址清單，沒有稿件",
                          "This is a list of addresses, without stories"),
    "no_copy": Text("不属于稿件的内容（脚本、导航、表单等）",
                    "不屬於稿件的內容（指令碼、導覽、表單等）", "What is no copy"),
    "page_title": Text("网页的标题", "網頁的標題", "The page's title"),
    "machine_headline": Text("给机器看的标题", "給機器看的標題", "The headline for machines"),
    "further_text": Text("正文的另一种版本", "正文的另一種版本", "A further rendition of the text"),
    "further_story": Text("稿件的另一种版本", "稿件的另一種版本",
                          "A further rendition of the story"),
    "feed_date": Text("日期和网址", "日期和網址", "Date and address"),
    "feed_categories": Text("其余的分类", "其餘的分類", "Further categories"),
    "feed_enclosure": Text("附件", "附件", "An enclosure"),
    "founder_author": Text("字段“author”（正文里已有）", "欄位「author」（正文裡已有）",
                           "The field “author”, where the text names it already,"),
    "founder_field": Text("字段“{key}”", "欄位「{key}」", "The field “{key}”"),
    "package_headline": Text("整包的标题", "整包的標題", "The headline of the package"),
    "meta_headline": Text("contentMeta 的标题", "contentMeta 的標題",
                          "The headline of contentMeta"),
    "meta_kicker": Text("contentMeta 的引题", "contentMeta 的引題", "The kicker of contentMeta"),
    "meta_deck": Text("contentMeta 的副题", "contentMeta 的副題", "The deck of contentMeta"),
    "meta_byline": Text("contentMeta 的署名", "contentMeta 的署名", "The byline of contentMeta"),
    "meta_dateline": Text("contentMeta 的电头", "contentMeta 的電頭",
                          "The dateline of contentMeta"),
    "meta_part": Text("contentMeta 的“{tag}”", "contentMeta 的「{tag}」", "“{tag}” of contentMeta"),
    "further_headline": Text("另一个标题", "另一個標題", "A further headline"),
    "inner_title": Text("内嵌网页的标题", "內嵌網頁的標題", "The title of the page inside"),
    "content_elsewhere": Text("放在别处的内容", "放在別處的內容", "Content that lies elsewhere"),
    "picture_part": Text("图片的“{tag}”", "圖片的「{tag}」", "“{tag}” of a picture"),
    "associated_item": Text("关联的条目", "關聯的條目", "An associated item"),
    "ninjs_key": Text("键“{key}”", "鍵「{key}」", "The key “{key}”"),
    "ninjs_picture_key": Text("图片的键“{key}”", "圖片的鍵「{key}」",
                              "The key “{key}” of a picture"),
    "picture_headline": Text("图片的标题", "圖片的標題", "The headline of a picture"),
    "head_part": Text("文件头的“{tag}”", "檔案頭的「{tag}」", "“{tag}” of the head"),
    "abstract_repeats": Text("与正文开头相同的摘要", "與正文開頭相同的摘要",
                             "The abstract, which repeats the opening of the text,"),
}
