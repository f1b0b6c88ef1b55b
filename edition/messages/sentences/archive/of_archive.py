"""What `edition archive` says: its help, its progress, its report, its errors."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

_A_FOLDER = Text(
    "给出一个文件夹（每期一个子文件夹或一个文件），或一张 .tsv、.csv 的表",
    "給出一個資料夾（每期一個子資料夾或一個檔案），或一張 .tsv、.csv 的表",
    "Give a folder with a sub-folder or a file for each issue, or a table in TSV or CSV",
)
_THE_TABLE = Text(
    "表的写法见 docs/archive.md", "表的寫法見 docs/archive.md", "docs/archive.md tells of the table"
)

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "archive_of_file": Fault(
        Text("这是一份稿件，不是一批旧报", "這是一份稿件，不是一批舊報",
             "This is one file, and no archive of issues"),
        todo=_A_FOLDER,
    ),
    "archive_empty": Fault(
        Text("里面没有一期稿件", "裡面沒有一期稿件", "There is no issue in it"), todo=_A_FOLDER
    ),
    "archive_nowhere": Fault(
        Text("没有写明输出到哪里", "沒有寫明輸出到哪裡", "There is no place for the archive"),
        todo=Text("用 -o 写明文件夹", "用 -o 寫明資料夾", "Name its folder with -o"),
    ),
    "archive_of_nothing": Fault(
        Text("没有写明旧报在哪里", "沒有寫明舊報在哪裡", "The back issues are not named"),
        Text("只有 --volume 可以不写：做好的合订成一本",
             "只有 --volume 可以不寫：做好的合訂成一本",
             "Only --volume goes without: it binds what is built"),
        _A_FOLDER,
    ),
    "archive_too_many": Fault(
        Text("共有 {count} 期，一次最多 {most} 期", "共有 {count} 期，一次最多 {most} 期",
             "There are {count} issues, and {most} are the most of one archive"),
        todo=Text("请分成几批", "請分成幾批", "Divide it"),
    ),
    "archive_one_name": Fault(
        Text("有两期都叫“{name}”：{first} 和 {second}", "有兩期都叫「{name}」：{first} 和 {second}",
             "Two issues would be called “{name}”: {first} and {second}"),
        todo=Text("改掉一个名字，或用表的 name 一栏另起名",
                  "改掉一個名字，或用表的 name 一欄另起名",
                  "Rename one of them, or give them names in the column `name` of a table"),
    ),
    "archive_in_use": Fault(
        Text("另有一个 edition archive 正在往这里写", "另有一個 edition archive 正在往這裡寫",
             "Another run of edition archive is writing here"),
        todo=Text("等它做完，或换一个文件夹", "等它做完，或換一個資料夾",
                  "Wait for its end, or choose another folder"),
    ),
    "archive_onto_copy": Fault(
        Text("成品不能和原稿放在一处", "成品不能和原稿放在一處",
             "The archive cannot lie among the copy it is made from"),
        Text("{given} 里的原稿会和做出的文件混在一起", "{given} 裡的原稿會和做出的檔案混在一起",
             "What is made would be mixed with what is in {given}"),
        Text("用 -o 写另一个文件夹", "用 -o 寫另一個資料夾", "Name another folder with -o"),
    ),
    "ledger_newer": Fault(
        Text("这本账本是较新的 edition 记的", "這本帳本是較新的 edition 記的",
             "A newer release of edition has written this ledger"),
        todo=Text("用那个新版来做，或换一个文件夹", "用那個新版來做，或換一個資料夾",
                  "Use that release, or choose another folder"),
    ),
    "ledger_spoilt": Fault(
        Text("账本坏了，或是旧版记的", "帳本壞了，或是舊版記的",
             "The ledger is spoilt, or of an older release"),
        todo=Text("先运行 edition archive 文件夹 -o 这里，另起一本",
                  "先執行 edition archive 資料夾 -o 這裡，另起一本",
                  "Run edition archive FOLDER -o HERE first: it begins another"),
    ),
    "table_row": Fault(
        Text("表的这一行读不出", "表的這一行讀不出", "This row of the table cannot be read"),
        Text("{said}", "{said}", "{said}"), _THE_TABLE,
    ),
    "table_not_text": Fault(
        Text("表不是 UTF-8 文本", "表不是 UTF-8 文字", "The table is not text in UTF-8"),
        Text("{said}", "{said}", "{said}"),
        Text("请存为 UTF-8", "請存為 UTF-8", "Save it as UTF-8"),
    ),
    "table_column": Fault(
        Text("表里没有“{column}”这一栏", "表裡沒有「{column}」這一欄",
             "“{column}” is no column of a table of issues"),
        Text("{near}能用的有 {known}", "{near}能用的有 {known}", "{near}The columns are {known}"),
        _THE_TABLE,
    ),
    "table_head": Fault(
        Text("表的第一行应当是栏名，其中要有一个 path", "表的第一行應當是欄名，其中要有一個 path",
             "The first row of the table must name its columns, one of them “path”"),
        Text("栏名有 {known}，各用一次", "欄名有 {known}，各用一次",
             "The columns are {known}, each once"),
        _THE_TABLE,
    ),
    "table_row_empty": Fault(
        Text("这一行没有写 path", "這一行沒有寫 path", "This row has no path"), todo=_THE_TABLE
    ),
    "table_name": Fault(
        Text("“{name}”不能作一期的名字", "「{name}」不能作一期的名字",
             "“{name}” cannot be the name of an issue"),
        Text("它要用作输出里的文件夹名", "它要用作輸出裡的資料夾名",
             "A folder of the archive is called so"),
        Text("用字母、汉字、数字、- 和 /，不以点开头", "用字母、漢字、數字、- 和 /，不以點開頭",
             "Use letters, figures, - and /, and no dot at the beginning"),
    ),
    "cluster_missing": Fault(
        Text("没有安装 {name}", "沒有安裝 {name}", "{name} is not installed"),
        todo=Text("运行 pip install \"edition[cluster]\"，或不用 --dask",
                  "執行 pip install \"edition[cluster]\"，或不用 --dask",
                  "Run pip install \"edition[cluster]\", or do without --dask"),
    ),
    "cluster_unreached": Fault(
        Text("连不上集群 {address}", "連不上叢集 {address}",
             "The cluster {address} does not answer"),
        Text("{said}", "{said}", "{said}"),
        Text("请核对 --dask 的地址；--dask local 用本机",
             "請核對 --dask 的位址；--dask local 用本機",
             "Look at the address of --dask; --dask local uses this machine"),
    ),
}
PHRASES: dict[str, Text] = {
    "help_archive": Text(
        "把多年的旧报一期期做出来，断了可以接着做", "把多年的舊報一期期做出來，斷了可以接著做",
        "years of back issues, each built once, taken up again after any break",
    ),
    "help_archive_given": Text(
        "旧报的文件夹（每期一个子文件夹或一个文件），或一张列出文件的表（.tsv、.csv）；"
        "用 --volume 时可以不写",
        "舊報的資料夾（每期一個子資料夾或一個檔案），或一張列出檔案的表（.tsv、.csv）；"
        "用 --volume 時可以不寫",
        "a folder with a sub-folder or a file for each issue, or a table of files (.tsv, .csv); "
        "may be left out with --volume",
    ),
    "help_out_archive": Text(
        "成品和账本所在的文件夹，必须写", "成品和帳本所在的資料夾，必須寫",
        "folder of what is made, and of the ledger; needed",
    ),
    "help_workers": Text(
        "同时做几期（默认每个处理器一期）", "同時做幾期（預設每個處理器一期）",
        "issues built at a time (one for each processor)",
    ),
    "help_most-seconds": Text(
        "一期最多用多少秒（默认 {seconds:g}）", "一期最多用多少秒（預設 {seconds:g}）",
        "the longest one issue may take ({seconds:g})",
    ),
    "help_most-memory": Text(
        "一期最多用多少 MB 内存（默认 {megabytes}）",
        "一期最多用多少 MB 記憶體（預設 {megabytes}）",
        "MB of memory one issue may take ({megabytes})",
    ),
    "help_retry": Text(
        "failed：以前没做成的再试一次", "failed：以前沒做成的再試一次",
        "failed: try again what has failed before",
    ),
    "help_stories_archive": Text(
        "每期另写一份报道的 JSON", "每期另寫一份報導的 JSON", "story JSON of each issue too"
    ),
    "help_unchecked": Text(
        "不做成品检查，报告里没有分数", "不做成品檢查，報告裡沒有分數",
        "no preflight, and no scores in the report",
    ),
    "help_dask": Text(
        "交给 Dask 集群去做：调度器的地址，或 local", "交給 Dask 叢集去做：排程器的位址，或 local",
        "have a Dask cluster do it: the address of its scheduler, or local",
    ),
    "help_strict_archive": Text(
        "稿件有错误时也以 1 退出", "稿件有錯誤時也以 1 結束", "exit 1 for errors in the copy too"
    ),
    "name_address": Text("地址", "位址", "ADDRESS"),
    "name_seconds": Text("秒", "秒", "SECONDS"),
    "name_megabytes": Text("MB", "MB", "MB"),
    "name_archive": Text("旧报", "舊報", "FOLDER"),
    "archive_begun": Text(
        "共 {issues} 期，要做 {to_build} 期", "共 {issues} 期，要做 {to_build} 期",
        "Issues: {issues}; to build: {to_build}",
    ),
    "archive_again": Text(
        "其中 {count} 期以前做成过，要重做：稿件、选项、消息的语言（--lang）、字体或 edition 变了，"
        "或成品不在了",
        "其中 {count} 期以前做成過，要重做：稿件、選項、訊息的語言（--lang）、字型或 edition 變了，"
        "或成品不在了",
        "Of them built before: {count}; their copy, the options, the language of the messages "
        "(--lang), the faces or edition itself has changed, or what was built is gone",
    ),
    "archive_failed_before": Text(
        "以前没做成的 {count} 期没有动过，这次不做；要再试，用 --retry failed",
        "以前沒做成的 {count} 期沒有動過，這次不做；要再試，用 --retry failed",
        "Failed before, unchanged and left: {count}; --retry failed tries them again",
    ),
    "archive_laid_aside": Text(
        "账本坏了，或是旧版记的，改名为 {place}，另起一本；做好的会再做一遍",
        "帳本壞了，或是舊版記的，改名為 {place}，另起一本；做好的會再做一遍",
        "The ledger was spoilt, or of an older release, and is now {place}; another is begun, and "
        "all is built once more",
    ),
    "archive_pace": Text(
        "每秒 {rate:.2f} 期，还要 {left}", "每秒 {rate:.2f} 期，還要 {left}",
        "{rate:.2f} issues a second, {left} left",
    ),
    "archive_broken_off": Text(
        "做好的都留着；再运行同一条命令，就从这里接着做",
        "做好的都留著；再執行同一條指令，就從這裡接著做",
        "What is built is kept; the same command takes it up from here",
    ),
    "archive_bar": Text("旧报", "舊報", "Issues"),
    "archive_failed": Text(
        "{name} 没有做成：{said}", "{name} 沒有做成：{said}", "{name} failed: {said}"
    ),
    "archive_issue": Text(
        "{name}：{pages} 版，{seconds:.1f} 秒", "{name}：{pages} 版，{seconds:.1f} 秒",
        "{name}: {pages} pages, {seconds:.1f} s",
    ),
    "archive_done": Text(
        "新做 {built} 期，没做成 {failed} 期；{out} 共有 {done} 期 {pages} 版（{seconds:.1f} 秒）",
        "新做 {built} 期，沒做成 {failed} 期；{out} 共有 {done} 期 {pages} 版（{seconds:.1f} 秒）",
        "Built now: {built}, failed: {failed}; in {out}: issues {done}, pages {pages} "
        "({seconds:.1f} s)",
    ),
    "archive_report_title": Text("旧报成品报告", "舊報成品報告", "The archive"),
    "archive_report_issues": Text("期", "期", "Issues"),
    "archive_report_done": Text("做成", "做成", "Done"),
    "archive_report_failed": Text("没做成", "沒做成", "Failed"),
    "archive_report_pages": Text("版", "版", "Pages"),
    "archive_report_seconds": Text("秒", "秒", "Seconds"),
    "archive_report_memory": Text("内存 MB", "記憶體 MB", "Memory, MB"),
    "archive_report_score": Text("分数", "分數", "Score"),
    "archive_report_scores": Text(
        "分数的分布（满分 100）", "分數的分布（滿分 100）", "Scores, of 100"
    ),
    "archive_report_median": Text(
        "分数的中位数（满分 100）", "分數的中位數（滿分 100）", "Median score, of 100"
    ),
    "archive_report_unprintables": Text("不能付印", "不能付印", "Not to be printed"),
    "archive_report_why": Text(
        "“不能付印”的，对成品的 PDF 运行 edition check，它说出原因",
        "「不能付印」的，對成品的 PDF 執行 edition check，它說出原因",
        "Run edition check on the PDF of what is not to be printed: it says why",
    ),
    "archive_report_mend": Text(
        "改好稿件，再运行同一条命令；稿件没有毛病、只想再试一次，加上 --retry failed",
        "改好稿件，再執行同一條指令；稿件沒有毛病、只想再試一次，加上 --retry failed",
        "Mend the copy and run the same command again; where nothing is wrong with the copy, "
        "--retry failed tries it once more",
    ),
    "archive_report_copy": Text("原稿", "原稿", "copy"),
    "archive_report_examples": Text("如", "如", "Such as"),
    "archive_report_unprintable": Text("不能付印", "不能付印", "not to be printed"),
    "archive_report_queries": Text("疑问", "疑問", "Queries"),
    "archive_report_kinds": Text("各种疑问", "各種疑問", "Queries by kind"),
    "archive_report_kind": Text("种类", "種類", "Kind"),
    "archive_report_count": Text("次数", "次數", "Times"),
    "archive_report_in": Text("期数", "期數", "Issues with it"),
    "archive_report_worst": Text("最差的在前", "最差的在前", "Worst first"),
    "archive_report_shown": Text(
        "列出 {shown} 期，全部在 report.jsonl", "列出 {shown} 期，全部在 report.jsonl",
        "{shown} are shown; report.jsonl has all",
    ),
    "archive_report_error": Text("原因", "原因", "Error"),
    "archive_report_files": Text("成品", "成品", "Files"),
    "archive_report_name": Text("期名", "期名", "Issue"),
    "archive_kind_pdf": Text("报纸", "報紙", "newspaper"),
    "archive_kind_epub": Text("电子书", "電子書", "book"),
    "archive_kind_proof": Text("校样", "校樣", "proof sheet"),
    "archive_kind_stories": Text("报道", "報導", "stories"),
}
