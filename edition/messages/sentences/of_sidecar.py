"""What is said of sidecars: their values, wishes and answers."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_SEE = Text("请看 docs/sidecar.md", "請看 docs/sidecar.md", "See docs/sidecar.md")
_STORY_TODO = Text(
    "请照稿件里的标题写，或写它是第几篇", "請照稿件裡的標題寫，或寫它是第幾篇",
    "Write the headline as the copy has it, or the story's number",
)


def _wrong(hans: str, hant: str, en: str, why: Text | None = None) -> Fault:
    """A value that will not do; its key opens the sentence."""
    return Fault(Text(f"“{{key}}”{hans}", f"「{{key}}」{hant}", f"“{{key}}” {en}"), why, _SEE)


def _wrong_day(hans: str, hant: str, en: str) -> Fault:
    """A day that will not do: what it is called stands before its key."""
    return Fault(Text(
        f"日期（{{key}}）写的“{{value}}”{hans}", f"日期（{{key}}）寫的「{{value}}」{hant}",
        f"the date (“{{key}}”) “{{value}}” {en}",
    ), None, _SEE)


_LINES_TODO = Text(
    "headline_lines 只断行，不改字：请逐字照标题写，或先改标题",
    "headline_lines 只斷行，不改字：請逐字照標題寫，或先改標題",
    "headline_lines only says where lines end: give the very words of the headline, "
    "or change the headline first",
)

KINDS: dict[str, Kind] = {
    "no_such_story": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 所指的稿件{called}不存在：{why}。这一条没有用上。",
            "{sidecar}：{name} 所指的稿件{called}不存在：{why}。這一條沒有用上。",
            "{sidecar}: {name} names a story that is not there, {called}: {why}. It was left out.",
        ),
        todo=_STORY_TODO, doc="sidecar#wishes-for-a-story",
    ),
    "story_ambiguous": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 写的“{headline}”是 {count} 篇稿件的标题，用在第一篇上。请改写篇号。",
            "{sidecar}：{name} 寫的「{headline}」是 {count} 篇稿件的標題，"
            "用在第一篇上。請改寫篇號。",
            "{sidecar}: {name} names “{headline}”, the headline of {count} stories: "
            "the first was taken. Give its number instead.",
        ),
        todo=Text("请写它是第几篇", "請寫它是第幾篇", "Write the story's number"),
        doc="sidecar#wishes-for-a-story",
    ),
    "group_parted": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 的组题“{head}”下，这篇稿件不在第一篇所在的栏目里，没有归入这一组。",
            "{sidecar}：{name} 的組題「{head}」下，這篇稿件不在第一篇所在的欄目裡，"
            "沒有歸入這一組。",
            "{sidecar}: {name} puts a story of another section than its first under “{head}”: "
            "it was left out of the group.",
        ),
        todo=Text(
            "一组稿件须在同一栏目里", "一組稿件須在同一欄目裡",
            "The stories of a group stand under one section",
        ),
        doc="sidecar#groups",
    ),
    "story_renamed": Kind(
        Severity.INFO,
        Text(
            "{sidecar}：{name} 所指的标题“{old}”没有了，用在最像的“{headline}”上。",
            "{sidecar}：{name} 所指的標題「{old}」沒有了，用在最像的「{headline}」上。",
            "{sidecar}: {name} names “{old}”, which is not there: it is used for the one headline "
            "like it, “{headline}”.",
        ),
        todo=_STORY_TODO, doc="sidecar#wishes-for-a-story",
    ),
    "headline_lines_wrong": Kind(
        Severity.ERROR,
        Text(
            "{sidecar}：{name} 的 headline_lines“{lines}”连起来不是标题“{headline}”，"
            "没有用上。",
            "{sidecar}：{name} 的 headline_lines「{lines}」連起來不是標題「{headline}」，"
            "沒有用上。",
            "{sidecar}: the headline_lines of {name}, “{lines}”, do not make up the headline "
            "“{headline}”: they were left out.",
        ),
        todo=_LINES_TODO, doc="sidecar#wishes-for-a-story",
    ),
    "credit_at_odds": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 的署名是“{asked}”，稿件写的是“{given}”：以稿件为准。",
            "{sidecar}：{name} 的署名是「{asked}」，稿件寫的是「{given}」：以稿件為準。",
            "{sidecar}: {name} credits “{asked}”, the copy “{given}”: the copy's stands.",
        ),
        todo=Text(
            "请核对署名，改对一处", "請核對署名，改對一處",
            "Find out which is right and correct the other",
        ),
        doc="sidecar#pictures",
    ),
    "caption_at_odds": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 的图片说明是“{asked}”，稿件写的是“{given}”：以稿件为准。",
            "{sidecar}：{name} 的圖片說明是「{asked}」，稿件寫的是「{given}」：以稿件為準。",
            "{sidecar}: {name} captions the picture “{asked}”, the copy “{given}”: "
            "the copy's stands.",
        ),
        todo=Text(
            "请核对图片说明，改对一处", "請核對圖片說明，改對一處",
            "Find out which is right and correct the other",
        ),
        doc="sidecar#pictures",
    ),
    "leave_out_unmet": Kind(
        Severity.WARNING,
        Text(
            "{sidecar}：{name} 要去掉图片 {src}，这篇稿件里没有它：什么也没有去掉。",
            "{sidecar}：{name} 要去掉圖片 {src}，這篇稿件裡沒有它：什麼也沒有去掉。",
            "{sidecar}: {name} leaves out {src}, which this story does not show: "
            "nothing was left out.",
        ),
        todo=Text(
            "请照稿件里的写法写图片名，或改写它所在的稿件",
            "請照稿件裡的寫法寫圖片名，或改寫它所在的稿件",
            "Name the picture as the copy does, and the story that shows it",
        ),
        doc="sidecar#pictures",
    ),
}

FAULTS: dict[str, Fault] = {
    "sidecar_not_utf8": Fault(
        Text("第 {byte} 个字节不合 UTF-8", "第 {byte} 個位元組不合 UTF-8",
             "byte {byte} is not valid UTF-8"),
        todo=Text("请把 .toml 存为 UTF-8", "請把 .toml 存為 UTF-8", "Save the sidecar as UTF-8"),
    ),
    "sidecar_not_toml": Fault(
        Text(
            "这个 .toml 不合 TOML 的写法", "這個 .toml 不合 TOML 的寫法",
            "the sidecar is not valid TOML",
        ),
        Text("{place}读不通", "{place}讀不通", "{said}"),
        Text("请改正那一行；每个键见 docs/sidecar.md", "請改正那一行；每個鍵見 docs/sidecar.md",
             "Correct that line; docs/sidecar.md shows every key"),
    ),
    "sidecar_key_unknown": _wrong(
        "不是认得的键", "不是認得的鍵", "is not a key edition knows",
        Text(
            "{near}认得的键有：{known}", "{near}認得的鍵有：{known}", "{near}The keys are {known}"
        ),
    ),
    "sidecar_no_tables": _wrong(
        "要写成 [[{table}]] 这样的表", "要寫成 [[{table}]] 這樣的表",
        "must be tables written as [[{table}]]",
    ),
    "sidecar_pair_keys": _wrong(
        "只能有 {left} 和 {right} 两个键", "只能有 {left} 和 {right} 兩個鍵",
        "takes exactly the keys {left} and {right}",
    ),
    "sidecar_nothing_to_find": _wrong(
        "有一条没写要找的词", "有一條沒寫要找的詞", "holds an entry with nothing to look for"
    ),
    "sidecar_no_titles": _wrong(
        "要写成栏题的列表", "要寫成欄題的列表", "must be a list of section titles"
    ),
    "sidecar_no_text": _wrong(
        "要写成引号里的文字", "要寫成引號裡的文字", "must be text in quotation marks"
    ),
    "sidecar_unprintable": _wrong(
        "要是一行能印出来的文字", "要是一行能印出來的文字", "must be one line of printable text"
    ),
    "sidecar_no_texts": _wrong("要写成文字的列表", "要寫成文字的列表", "must be a list of texts"),
    "sidecar_no_number": _wrong(
        "要写从 1 起的整数", "要寫從 1 起的整數", "must be a whole number from 1"
    ),
    "revision_unwritten": Fault(
        Text(
            "写不进 revision = {revision}：请自己写在文件开头",
            "寫不進 revision = {revision}：請自己寫在檔案開頭",
            "revision = {revision} could not be written: write it at the head of the file yourself",
        ),
    ),
    "revise_nowhere": Fault(
        Text(
            "--revise 要把 revision 写进 .toml，而标准输入旁边没有",
            "--revise 要把 revision 寫進 .toml，而標準輸入旁邊沒有",
            "--revise writes into the sidecar, and standard input has none",
        ),
    ),
    "sidecar_no_flag": _wrong("要写 true 或 false", "要寫 true 或 false", "must be true or false"),
    "sidecar_no_choice": _wrong("只能写 {choices}", "只能寫 {choices}", "must be {choices}"),
    "sidecar_no_date": _wrong_day(
        "看不出是哪一天：请写成 2026年12月1日 或 2026-12-01 这样",
        "看不出是哪一天：請寫成 2026年12月1日 或 2026-12-01 這樣",
        "is no day: write it as in 2026-12-01 or 2026年12月1日",
    ),
    "sidecar_two_days": _wrong_day(
        "可以是 {day1}，也可以是 {day2}：请写其中一个",
        "可以是 {day1}，也可以是 {day2}：請寫其中一個",
        "can be {day1} or {day2}: write the one that is meant",
    ),
    "sidecar_other_weekday": _wrong_day(
        "和星期对不上：请查 {day1} 是星期几",
        "和星期對不上：請查 {day1} 是星期幾",
        "does not go together: {day1} is another day of the week",
    ),
    "sidecar_head_lines": _wrong(
        "要列出标题的一至 {most} 行", "要列出標題的一至 {most} 行",
        "must be a list of one to {most} lines of the headline",
    ),
    "sidecar_head_words": Fault(
        Text("“{key}”的各行“{lines}”连起来不是标题“{headline}”",
             "「{key}」的各行「{lines}」連起來不是標題「{headline}」",
             "“{key}”: the lines “{lines}” do not make up the headline “{headline}”"),
        todo=_LINES_TODO,
    ),
    "sidecar_width": _wrong(
        "要写栏数，或 {choices}", "要寫欄數，或 {choices}",
        "must be a number of columns, or {choices}",
    ),
    "sidecar_missing": _wrong("没有写", "沒有寫", "is missing"),
    "sidecar_missing_in": _wrong(
        "在 {entry} 里没有写", "在 {entry} 裡沒有寫", "is missing in {entry}",
    ),
    "sidecar_no_story": _wrong(
        "没有写：请写明属于哪篇稿件", "沒有寫：請寫明屬於哪篇稿件",
        "is missing: name the story it belongs to",
    ),
    "sidecar_no_stories": _wrong(
        "要列出两篇以上的稿件", "要列出兩篇以上的稿件", "must list two stories or more",
    ),
    "sidecar_empty_story": _wrong("没有写稿件", "沒有寫稿件", "names no story"),
    "sidecar_no_file": _wrong(
        "没有写：请写明图片的文件名", "沒有寫：請寫明圖片的檔名",
        "is missing: name the picture's file",
    ),
    "sidecar_path_outside": _wrong(
        "要写稿件文件夹里的文件",
        "要寫稿件資料夾裡的檔案",
        "must name a file under the copy's own folder",
        Text(
            "“{path}”不在其中：请用正斜杠，不写“..”和盘符",
            "「{path}」不在其中：請用正斜線，不寫「..」和磁碟機代號",
            "“{path}” does not: use forward slashes, no “..” and no drive",
        ),
    ),
    "sidecar_no_focus": _wrong(
        "要写成 [左、上、右、下]", "要寫成 [左、上、右、下]", "must be [left, top, right, bottom]",
        Text(
            "每个数是图片的份额，从 0 到 1，左小于右，上小于下",
            "每個數是圖片的份額，從 0 到 1，左小於右，上小於下",
            "Each is a share of the picture from 0 to 1, left before right, top before bottom",
        ),
    ),
    "sidecar_empty_advertisement": _wrong(
        "有一条既没有文字，也没有图片", "有一條既沒有文字，也沒有圖片",
        "holds an entry with neither text nor file",
    ),
    "sidecar_effort": _wrong(
        "要写 {choices}，或从 1 到 {most} 的整数", "要寫 {choices}，或從 1 到 {most} 的整數",
        "must be {choices}, or a whole number from 1 to {most}",
    ),
    "sidecar_no_table": _wrong(
        "要写成一张表 [{key}]", "要寫成一張表 [{key}]", "must be one table [{key}]",
    ),
    "sidecar_pin": _wrong(
        "里的“{value}”不是版样的键", "裡的「{value}」不是版樣的鍵",
        "holds “{value}”, which is no key of a shape",
        Text(
            "edition pdf 稿件 --alternatives 3 列出现有的键，如 1-4x2-down",
            "edition pdf 稿件 --alternatives 3 列出現有的鍵，如 1-4x2-down",
            "“edition pdf SOURCE --alternatives 3” lists the keys there are, such as 1-4x2-down",
        ),
    ),
    "sidecar_pin_twice": _wrong(
        "里“{first}”和“{second}”钉住同一版", "裡「{first}」和「{second}」釘住同一版",
        "pins one page to “{first}” and to “{second}”",
        Text(
            "一版只能有一种版样", "一版只能有一種版樣", "A page has one shape",
        ),
    ),
    "sidecar_ears": _wrong(
        "最多写 {limit} 个 [[ears]]", "最多寫 {limit} 個 [[ears]]",
        "has room for {limit} tables [[ears]], no more",
    ),
    "sidecar_pictures": _wrong(
        "写的文件太多", "寫的檔案太多", "names too many files",
        Text("上限是 {limit} 张图片", "上限是 {limit} 張圖片", "The limit is {limit} pictures"),
    ),
    "house_pair": _wrong(
        "里的“{entry}”不是用一个 = 分开的两种写法", "裡的「{entry}」不是用一個 = 分開的兩種寫法",
        "holds “{entry}”, which is not two forms with one = between them",
    ),
    "house_no_list": _wrong(
        "里的“{entry}”不是哪一张写法表的名字", "裡的「{entry}」不是哪一張寫法表的名字",
        "holds “{entry}”, which is the name of no list of forms",
        Text(
            "{near}现有的表是{known}；一对写法用 = 分开",
            "{near}現有的表是{known}；一對寫法用 = 分開",
            "{near}The lists are {known}; two forms have a = between them",
        ),
    ),
    "house_all": _wrong(
        "里的“{pattern}”会把每一行都算作杂项", "裡的「{pattern}」會把每一行都算作雜項",
        "holds “{pattern}”, which is every line",
    ),
    "remember_nowhere": Fault(
        Text("不知道 house.toml 该写在哪里", "不知道 house.toml 該寫在哪裡",
             "there is no place to write house.toml to"),
        Text("稿件不是文件", "稿件不是檔案", "The copy is no file"),
        Text("请用 --house 写明", "請用 --house 寫明", "Name it with --house"),
    ),
    "answer_with": _wrong(
        "只能与 do = \"replace\" 同写：见 {entry}", "只能與 do = \"replace\" 同寫：見 {entry}",
        "goes with do = \"replace\" and only there: see {entry}",
    ),
    "answer_query": _wrong(
        "只能与 do = \"keep\" 同写：见 {entry}", "只能與 do = \"keep\" 同寫：見 {entry}",
        "goes with do = \"keep\" only: see {entry}",
    ),
    "answer_also": _wrong(
        "只能与说这一行是什么的 do（{roles}）同写：见 {entry}",
        "只能與說這一行是什麼的 do（{roles}）同寫：見 {entry}",
        "goes only with a do that says what the line is ({roles}): see {entry}",
    ),
    "answer_without_file": _wrong(
        "在 {entry} 里没有写", "在 {entry} 裡沒有寫", "is missing in {entry}",
        Text("这个 .toml 管 {count} 个稿件文件", "這個 .toml 管 {count} 個稿件檔案",
             "This sidecar serves {count} files"),
    ),
}

PHRASES: dict[str, Text] = {
    "stale_copy_ends": Text(
        "稿件到第 {last} 行为止", "稿件到第 {last} 行為止", "the copy ends at line {last}"
    ),
    "stale_text_absent": Text(
        "第 {line} 行里没有“{text}”", "第 {line} 行裡沒有「{text}」",
        "“{text}” does not stand in line {line}",
    ),
    "remembered": Text(
        "{file} 里新记下 {count} 行：{lines}", "{file} 裡新記下 {count} 行：{lines}",
        "{file} has {count} new lines: {lines}",
    ),
    "remembered_nothing": Text(
        "{file} 没有新的可记", "{file} 沒有新的可記", "{file} has nothing new"
    ),
    "stale_no_lines": Text(
        "这种格式没有行可答", "這種格式沒有行可答", "this format has no lines to answer"
    ),
    "stale_no_file": Text(
        "没有“{file}”这个文件", "沒有「{file}」這個檔案", "there is no file “{file}”",
    ),
    "called_headline": Text("“{headline}”", "「{headline}」", "“{headline}”"),
    "called_number": Text("（第 {number} 篇）", "（第 {number} 篇）", "number {number}"),
    "only_so_many": Text("只有 {count} 篇", "只有 {count} 篇", "there are only {count}"),
    "no_headline_so": Text("没有这样的标题", "沒有這樣的標題", "no headline reads so"),
    "choice": Text("“{value}”", "「{value}」", "“{value}”"),
    "choice_or": Text("{first}或{more}", "{first}或{more}", "{first} or {more}"),
    "toml_line": Text("第 {line} 行", "第 {line} 行", "line {line}"),
    "toml_somewhere": Text("有一处", "有一處", "some place"),
    "toml_deep": Text("嵌套太深", "巢狀太深", "It nests too deep"),
    "in_sidecar": Text("{sidecar}：", "{sidecar}：", "{sidecar}: "),
}
