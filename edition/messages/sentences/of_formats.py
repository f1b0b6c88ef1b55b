"""What is said of Markdown and story JSON."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_LIMIT = Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}")
_LEVELS = Text("上限是 {limit} 层", "上限是 {limit} 層", "The limit is {limit} levels")
_OF_CELLS = Text("把表格拆开", "把表格拆開", "Divide the table")
_CORRECT = Text("请改正", "請改正", "Correct it")
_CORRECT_OR_LEAVE = Text("改正或删去这一项", "改正或刪去這一項", "Correct it or leave it out")
_FRONT_KEYS = Text(
    "请改正；各项的名称见 docs/reading.md", "請改正；各項的名稱見 docs/reading.md",
    "Correct it; docs/reading.md names the keys",
)

KINDS: dict[str, Kind] = {
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
        Text("应当写成 2026年12月1日 或 2026-12-01 这样",
             "應當寫成 2026年12月1日 或 2026-12-01 這樣",
             "It must be a day such as 2026-12-01 or 2026年12月1日"),
        _CORRECT_OR_LEAVE,
    ),
    "front_matter_two_days": Fault(
        Text("文件头的日期是“{value}”", "檔案頭的日期是「{value}」",
             "the front matter's date is “{value}”"),
        Text("可以是 {day1}，也可以是 {day2}", "可以是 {day1}，也可以是 {day2}",
             "It can be {day1} or {day2}"),
        _CORRECT_OR_LEAVE,
    ),
    "front_matter_other_weekday": Fault(
        Text("文件头的日期是“{value}”", "檔案頭的日期是「{value}」",
             "the front matter's date is “{value}”"),
        Text("{day1} 不是这个星期几", "{day1} 不是這個星期幾",
             "{day1} is another day of the week"),
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
    "code_languages": Text("代码旁的语言名", "程式碼旁的語言名", "names of languages beside code"),
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
