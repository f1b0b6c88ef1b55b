"""What the command line says: progress, summaries, and the errors of its own."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_ELSEWHERE = Text(
    "用 -o 换个地方", "用 -o 換個地方", "Choose another place with -o"
)
_A_FILE = Text("用 -o 写明文件名", "用 -o 寫明檔名", "Give the name of a file with -o")
_SEE_HELP = Text(
    "用法见 {command} --help", "用法見 {command} --help", "“{command} --help” shows the usage"
)

_NEAR = Text("{near}", "{near}", "{near}")

KINDS: dict[str, Kind] = {
    "no_paper_name": Kind(
        Severity.WARNING,
        Text(
            "没有报名：请在稿件旁的 .toml 里写上 paper = \"……\"。",
            "沒有報名：請在稿件旁的 .toml 裡寫上 paper = 「……」。",
            "The paper has no name: put paper = \"…\" into the sidecar beside the copy.",
        ),
        todo=Text(
            "在稿件旁的 .toml 里写 paper = \"报名\"", "在稿件旁的 .toml 裡寫 paper = \"報名\"",
            "Write paper = \"NAME\" into the sidecar",
        ),
        doc="sidecar",
    ),
}
FAULTS: dict[str, Fault] = {
    "lang_unknown": Fault(
        Text("没有“{tag}”这种语言的消息", "沒有「{tag}」這種語言的訊息",
             "There are no messages in “{tag}”"),
        Text("{near}能用的有 {known}", "{near}能用的有 {known}", "{near}The languages are {known}"),
        Text("用 --lang 选其中一种", "用 --lang 選其中一種", "Choose one of them with --lang"),
    ),
    "argument_missing": Fault(
        Text("{command} 还缺：{names}", "{command} 還缺：{names}",
             "{command}: the following arguments are required: {names}"),
        todo=_SEE_HELP,
    ),
    "argument_unknown": Fault(
        Text("不认得的参数：{words}", "不認得的參數：{words}",
             "{command}: unrecognized arguments: {words}"),
        _NEAR, _SEE_HELP,
    ),
    "option_without_value": Fault(
        Text("{option} 后面缺一个值", "{option} 後面缺一個值",
             "{command}: argument {option}: expected one argument"),
        todo=_SEE_HELP,
    ),
    "option_with_value": Fault(
        Text("{option} 不带值，却写了“{value}”", "{option} 不帶值，卻寫了「{value}」",
             "{command}: argument {option}: ignored explicit argument {value}"),
        todo=_SEE_HELP,
    ),
    "option_ambiguous": Fault(
        Text("{option} 不知指哪一个：{known}", "{option} 不知指哪一個：{known}",
             "{command}: ambiguous option: {option} could match {known}"),
        todo=_SEE_HELP,
    ),
    "choice_unknown": Fault(
        Text("{option}：没有“{value}”，能用的有 {known}",
             "{option}：沒有「{value}」，能用的有 {known}",
             "{command}: argument {option}: invalid choice: {value} (choose from {known})"),
        _NEAR, _SEE_HELP,
    ),
    "arguments_wrong": Fault(
        Text("命令的写法不对", "指令的寫法不對", "{command}: {said}"), todo=_SEE_HELP
    ),
    "source_nameless": Fault(
        Text("有一个稿件没有写名字", "有一個稿件沒有寫名字", "A source has no name"),
        todo=Text("写明稿件或文件夹的名字", "寫明稿件或資料夾的名字",
                  "Name a file of copy or a folder"),
    ),
    "stdin_not_here": Fault(
        Text("这个命令不读标准输入", "這個指令不讀標準輸入",
             "This command does not read standard input"),
        todo=Text("请给出稿件或文件夹", "請給出稿件或資料夾", "Name a file of copy or a folder"),
    ),
    "stdin_twice": Fault(
        Text("标准输入写了两次", "標準輸入寫了兩次", "Standard input is named twice"),
        Text("它只能读一次", "它只能讀一次", "It can be read once"),
        Text("只写一个 -", "只寫一個 -", "Write a single -"),
    ),
    "stdin_closed": Fault(
        Text("标准输入是关着的", "標準輸入是關著的", "Standard input is closed"),
        todo=Text("请给出稿件", "請給出稿件", "Name a file of copy"),
    ),
    "stdin_unreadable": Fault(
        Text("标准输入读不了", "標準輸入讀不了", "Standard input cannot be read"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("请给出稿件", "請給出稿件", "Name a file of copy"),
    ),
    "stdout_unwritable": Fault(
        Text("写不进标准输出", "寫不進標準輸出", "Standard output cannot be written"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("换个地方输出", "換個地方輸出", "Send it elsewhere"),
    ),
    "output_to_terminal": Fault(
        Text("不把文件写到终端上", "不把檔案寫到終端機上",
             "A file is not written to a terminal"),
        todo=Text("用 -o 写明文件名，或接到管道里", "用 -o 寫明檔名，或接到管線裡",
                  "Give the name of a file with -o, or use a pipe"),
    ),
    "option_no_count": Fault(
        Text("{option} 后面的“{value}”不是从 1 到 {most} 的整数",
             "{option} 後面的「{value}」不是從 1 到 {most} 的整數",
             "{option} wants a whole number from 1 to {most}, not “{value}”"),
        todo=Text("请写一个数", "請寫一個數", "Give a number"),
    ),
    "effort_unknown": Fault(
        Text("没有“{value}”这样的步数", "沒有「{value}」這樣的步數",
             "There is no effort “{value}”"),
        Text("能用的有 {known}，或从 1 到 {most} 的整数",
             "能用的有 {known}，或從 1 到 {most} 的整數",
             "Efforts are {known}, or a whole number from 1 to {most}"),
        Text("用 --effort 写其中一个", "用 --effort 寫其中一個", "Give one of them with --effort"),
    ),
    "several_outputs": Fault(
        Text("build 要写几个文件", "build 要寫幾個檔案", "“build” writes several files"),
        Text("标准输出只放得下一个", "標準輸出只放得下一個", "Standard output holds one"),
        Text("请用 edition pdf 或 edition epub", "請用 edition pdf 或 edition epub",
             "Use “edition pdf” or “edition epub”"),
    ),
    "several_issues": Fault(
        Text("这是 {count} 期报纸：{names}", "這是 {count} 期報紙：{names}",
             "These are {count} issues: {names}"),
        Text("两期不合成一期", "兩期不合成一期", "They are not made into one"),
        Text("请一期一期地做，或用 edition build 一次做出几份",
             "請一期一期地做，或用 edition build 一次做出幾份",
             "Make them one by one, or all at once with “edition build”"),
    ),
    "same_output": Fault(
        Text("{first} 和 {second} 会写成同一个文件", "{first} 和 {second} 會寫成同一個檔案",
             "{first} and {second} would be written to the same file"),
        todo=Text("请一期一期地做，用 -o 分开", "請一期一期地做，用 -o 分開",
                  "Make them one by one, each with its own -o"),
    ),
    "output_is_folder": Fault(
        Text("输出处是一个文件夹", "輸出處是一個資料夾", "The output is a folder"),
        Text("这里要写的是文件", "這裡要寫的是檔案", "A file is written there"),
        _A_FILE,
    ),
    "output_is_device": Fault(
        Text("输出处是管道或设备", "輸出處是管線或裝置", "The output is a pipe or a device"),
        Text("它会被文件顶掉", "它會被檔案頂掉", "It would be replaced"),
        _A_FILE,
    ),
    "output_is_copy": Fault(
        Text("输出处正是稿件的文件", "輸出處正是稿件的檔案", "The output is a file of the copy"),
        Text("原稿会被盖掉", "原稿會被蓋掉", "It would be lost"),
        _ELSEWHERE,
    ),
    "output_unwritable": Fault(
        Text("写不了输出文件", "寫不了輸出檔案", "The output cannot be written"),
        Text("{reason}", "{reason}", "{reason}"),
        _ELSEWHERE,
    ),
    "finished_is_no_file": Fault(
        Text("这不是文件", "這不是檔案", "This is not a file"),
        todo=Text(
            "给出做好的 PDF 或 EPUB", "給出做好的 PDF 或 EPUB", "Give a finished PDF or EPUB"
        ),
    ),
    "finished_too_large": Fault(
        Text("文件太大，无法检查", "檔案太大，無法檢查", "The file is too large to check"),
        Text("上限是 {megabytes} MB", "上限是 {megabytes} MB", "The limit is {megabytes} MB"),
        Text("一次只查一期", "一次只查一期", "Check a single issue"),
    ),
    "finished_unreadable": Fault(
        Text("文件读不出", "檔案讀不出", "The file cannot be read"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("检查路径", "檢查路徑", "Check the path"),
    ),
    "epoch_wrong": Fault(
        Text("SOURCE_DATE_EPOCH 是“{value}”", "SOURCE_DATE_EPOCH 是「{value}」",
             "SOURCE_DATE_EPOCH is “{value}”"),
        Text("它应是 1970 年以来的秒数", "它應是 1970 年以來的秒數",
             "It must be seconds since 1970"),
        Text("取消这个变量，或写一个整数", "取消這個變數，或寫一個整數",
             "Unset it or give a whole number"),
    ),
}
PHRASES: dict[str, Text] = {
    "did_you_mean": Text("是不是“{word}”？", "是不是「{word}」？", "Did you mean “{word}”? "),
    "stdout_closed": Text("它是关着的", "它是關著的", "It is closed"),
    "error_line": Text("错误：{message}", "錯誤：{message}", "error: {message}"),
    "interrupted": Text("已中断。", "已中斷。", "interrupted."),
    "own_fault": Text(
        "错误：这是 edition 自身的错（{name}：{said}）。"
        "请设 EDITION_DEBUG=1 再运行一次，并报告所见。",
        "錯誤：這是 edition 本身的錯（{name}：{said}）。"
        "請設 EDITION_DEBUG=1 再執行一次，並回報所見。",
        "error: This is a fault of edition itself ({name}: {said})."
        " Run again with EDITION_DEBUG=1 and report what it shows.",
    ),
    "step_read": Text("读稿", "讀稿", "Reading the copy"),
    "step_set": Text("排版", "排版", "Setting the stories"),
    "step_make_up": Text("拼版", "拼版", "Making up the pages"),
    "step_draw": Text("输出", "輸出", "Drawing the pages"),
    "step_pack": Text("打包电子书", "打包電子書", "Packing the book"),
    "timings": Text(
        "用时：处理器 {processor} 秒，共 {clock} 秒；按房间：",
        "用時：處理器 {processor} 秒，共 {clock} 秒；按房間：",
        "time: {processor} s of the processor, {clock} s in all; by room:",
    ),
    "timings_loading": Text("载入程序", "載入程式", "loading code"),
    "wrote": Text(
        "已写好 {target}（{size:.0f} KB）", "已寫好 {target}（{size:.0f} KB）",
        "wrote {target} ({size:.0f} KB)",
    ),
    "planned": Text(
        "版面代价 {cost:.1f}（{proof}）；{terms}", "版面代價 {cost:.1f}（{proof}）；{terms}",
        "planned cost {cost:.1f} ({proof}); {terms}",
    ),
    "other_plan": Text(
        "另一种排法 {pin}：代价 {cost:.1f}（{dearer:+.1f}）；{differs}",
        "另一種排法 {pin}：代價 {cost:.1f}（{dearer:+.1f}）；{differs}",
        "other plan {pin}: cost {cost:.1f} ({dearer:+.1f}); {differs}",
    ),
    "planned_term": Text("{name} {value:g}", "{name} {value:g}", "{name} {value:g}"),
    "proved": Text("已证最优", "已證最佳", "optimum proved"),
    "each_page_proved": Text(
        "按此分版，各版已证最优", "按此分版，各版已證最佳",
        "every page proved, so divided",
    ),
    "at_most": Text(
        "最多还可改进 {percent}%", "最多還可改進 {percent}%",
        "could gain at most {percent} %",
    ),
    "at_most_so_divided": Text(
        "按此分版，最多还可改进 {percent}%", "按此分版，最多還可改進 {percent}%",
        "could gain at most {percent} %, so divided",
    ),
    "not_proved": Text("未证最优", "未證最佳", "optimum not proved"),
    "term_pages": Text("版数", "版數", "pages"),
    "term_stories": Text("稿件数", "稿件數", "stories"),
    "term_white_share": Text("空白（%）", "空白（%）", "white_share"),
    "term_foot_rows_max": Text("栏脚最多空行", "欄腳最多空行", "foot_rows_max"),
    "term_filler_rows": Text("补白行", "補白行", "filler_rows"),
    "term_bumps": Text("碰题", "碰題", "bumps"),
    "term_through_cuts": Text("断版", "斷版", "through_cuts"),
    "term_size_inversions": Text("题号倒置", "題號倒置", "size_inversions"),
    "term_rank_tau": Text("主次相符度", "主次相符度", "rank_tau"),
    "term_jumps": Text("转版", "轉版", "jumps"),
    "query_line": Text(
        "疑问（{severity}）：{place}{message}", "疑問（{severity}）：{place}{message}",
        "query ({severity}): {place}{message}",
    ),
    "query_text": Text("“{text}”", "「{text}」", " 「{text}」"),
    "query_many": Text(
        "疑问（{severity}）：{message}（{kind}，共 {count} 处{lines}；"
        "edition stories --all 逐条列出）",
        "疑問（{severity}）：{message}（{kind}，共 {count} 處{lines}；"
        "edition stories --all 逐條列出）",
        "query ({severity}): {message} ({kind}, {count} in all{lines}; "
        "“edition stories --all” lists them)",
    ),
    "query_place": Text("第 {line} 行：", "第 {line} 行：", "line {line}: "),
    "query_place_in": Text(
        "{source} 第 {line} 行：", "{source} 第 {line} 行：", "{source} line {line}: "
    ),
    "quiet": Text(
        "另有 {count} 条提示，用 edition stories 查看。",
        "另有 {count} 條提示，用 edition stories 查看。",
        "further notes: {count}; “edition stories” shows them.",
    ),
}
