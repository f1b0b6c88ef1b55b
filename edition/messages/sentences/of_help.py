"""The help of every command."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {
    "help_usage": Text("用法：{command}", "用法：{command}", "usage: {command}"),
    "help_commands": Text("命令：", "指令：", "commands:"),
    "help_sources": Text("稿件与文件：", "稿件與檔案：", "positional arguments:"),
    "help_options": Text("选项：", "選項：", "options:"),
    "name_command": Text("命令", "指令", "COMMAND"),
    "name_source": Text("稿件", "稿件", "SOURCE"),
    "name_file": Text("文件", "檔案", "FILE"),
    "name_folder": Text("文件夹", "資料夾", "DIR"),
    "name_name": Text("名称", "名稱", "NAME"),
    "name_line": Text("行号", "行號", "LINE"),
    "name_tag": Text("标签", "標籤", "TAG"),
    "help_help": Text("显示这份说明", "顯示這份說明", "show this help message and exit"),
    "name_shell": Text("SHELL", "SHELL", "SHELL"),
    "help_version": Text("显示版本", "顯示版本", "show the version and exit"),
    "help_quiet": Text("只报错误", "只報錯誤", "say nothing but errors"),
    "help_verbose": Text("逐条说出每条提示", "逐條說出每條提示", "tell every remark, one by one"),
    "help_timings": Text(
        "末尾列出时间花在何处", "末尾列出時間花在何處", "list at the end where the time went"
    ),
    "help_events": Text(
        "进度和提示写成 JSON，一行一个", "進度和提示寫成 JSON，一行一個",
        "progress and remarks as JSON, one object a line",
    ),
    "help_setup": Text(
        "取字体，查系统库", "取字型，查系統程式庫", "fetch the fonts, look for system libraries"
    ),
    "help_doctor": Text(
        "一屏说清装了什么、缺什么", "一屏說清裝了什麼、缺什麼",
        "what is installed and what is missing, on one screen",
    ),
    "help_completion": Text(
        "命令行补全的脚本", "指令列補全的腳本", "the script for completion in a shell"
    ),
    "help_shell": Text("{shells}", "{shells}", "{shells}"),
    "help_fonts": Text(
        "先从这个文件夹里找字体", "先從這個資料夾裡找字型", "take the faces from here first"
    ),
    "help_offline": Text("不上网取", "不上網取", "fetch nothing"),
    "help_once": Text(
        "取不到的不再去取", "取不到的不再去取", "do not ask again for what was not to be had"
    ),
    "help_lang": Text(
        "消息的语言：zh-Hans、zh-Hant、en（默认随系统的语言；系统未设时，看稿件是简体还是繁体）",
        "訊息的語言：zh-Hans、zh-Hant、en（預設隨系統的語言；系統未設時，看稿件是簡體還是繁體）",
        "language of the messages: zh-Hans, zh-Hant, en (the locale's, else the copy's)",
    ),
    "help_edition": Text(
        "送进原稿，做出排好的中文报纸（PDF）和电子书（EPUB）。",
        "送進原稿，做出排好的中文報紙（PDF）和電子書（EPUB）。",
        "Raw copy in; a made-up Chinese newspaper (PDF) and its e-book (EPUB) out.",
    ),
    "help_build": Text(
        "一次做出报纸、电子书和校样", "一次做出報紙、電子書和校樣",
        "newspaper, book and proof sheet in one run",
    ),
    "help_pdf": Text("做报纸（PDF）", "做報紙（PDF）", "the newspaper"),
    "help_epub": Text("做电子书（EPUB）", "做電子書（EPUB）", "the book"),
    "help_stories": Text(
        "列出读到的各篇稿件和疑问", "列出讀到的各篇稿件和疑問",
        "the stories as read, and the queries",
    ),
    "help_schema": Text(
        "输出 stories --json 的 JSON Schema", "輸出 stories --json 的 JSON Schema",
        "the JSON Schema of `stories --json`",
    ),
    "help_check": Text(
        "付印前检查做好的 PDF 或 EPUB", "付印前檢查做好的 PDF 或 EPUB",
        "preflight of a finished PDF or EPUB",
    ),
    "help_pack": Text(
        "新建版式（new），或检查版式并印出样页（check）",
        "新建版式（new），或檢查版式並印出樣頁（check）",
        "begin a layout pack (new), or judge one and draw its proof page (check)",
    ),
    "help_pack_doing": Text(
        "new：新建；check：检查", "new：新建；check：檢查", "new: begin one; check: judge one"
    ),
    "help_pack_target": Text(
        "新版式的名称，或要检查的版式的名称、文件夹", "新版式的名稱，或要檢查的版式的名稱、資料夾",
        "name of the new pack; name or folder of the one to be judged",
    ),
    "help_pack_to": Text(
        "样页的语言（默认为版式的 language，否则 zh-Hans）：{tags}",
        "樣頁的語言（預設為版式的 language，否則 zh-Hans）：{tags}",
        "language of the proof (that of the pack’s key language, else zh-Hans): {tags}",
    ),
    "in_theme": Text(
        "主题 {theme}：{said}", "主題 {theme}：{said}", "Theme {theme}: {said}"
    ),
    "theme_inherited": Text(
        "主题 {theme} 承自所延伸的版式；要改，在 themes/{theme}.css 里另写；不要，在 pack.toml "
        "里写 themes = [{kept}]",
        "主題 {theme} 承自所延伸的版式；要改，在 themes/{theme}.css 裡另寫；不要，在 pack.toml "
        "裡寫 themes = [{kept}]",
        "Theme {theme} is that of the pack extended: to change it write a themes/{theme}.css, "
        "to go without it write themes = [{kept}] in pack.toml",
    ),
    "help_pack_out": Text(
        "样页（默认 build/名称-proof.pdf）", "樣頁（預設 build/名稱-proof.pdf）",
        "the proof page (build/NAME-proof.pdf)",
    ),
    "pack_begun": Text(
        "新版式在 {folder}；用 edition pack check {folder} 检查，用 --layout ./{folder} 排版",
        "新版式在 {folder}；用 edition pack check {folder} 檢查，用 --layout ./{folder} 排版",
        "A new pack is in {folder}: judge it with edition pack check {folder}, "
        "use it with --layout ./{folder}",
    ),
    "pack_judged": Text(
        "版式检查完毕，要看的有 {count} 处；样页共 {pages} 版，在 {target}",
        "版式檢查完畢，要看的有 {count} 處；樣頁共 {pages} 版，在 {target}",
        "The pack is judged; remarks: {count}; pages of the proof: {pages}, in {target}",
    ),
    "help_source": Text(
        "稿件，可有几个；或整个文件夹；- 是标准输入",
        "稿件，可有幾個；或整個資料夾；- 是標準輸入",
        "files of copy, or a folder; - for standard input",
    ),
    "help_source_one": Text(
        "一份稿件，或一期的文件夹", "一份稿件，或一期的資料夾",
        "one file of copy, or the folder of one issue",
    ),
    "help_to": Text(
        "简繁与地区：{tags}；不写即照原稿", "繁簡與地區：{tags}；不寫即照原稿",
        "script and region: {tags}; as the copy has it, if not given",
    ),
    "help_encoding": Text(
        "纯文本的编码，如 gbk、big5（默认自行识别）", "純文字的編碼，如 gbk、big5（預設自行辨認）",
        "encoding of plain text, such as gbk or big5 (found)",
    ),
    "help_sandbox": Text(
        "在隔离进程里读稿、制版，时间和内存都有上限",
        "在隔離行程裡讀稿、製版，時間和記憶體都有上限",
        "read and draw in a child process, within limits of time and memory",
    ),
    "help_sandbox_check": Text(
        "在隔离进程里打开文件，时间和内存都有上限",
        "在隔離行程裡開啟檔案，時間和記憶體都有上限",
        "open the file in a child process, within limits of time and memory",
    ),
    "help_strict": Text(
        "有错误级的疑问时，退出码为 1", "有錯誤級的疑問時，結束代碼為 1",
        "exit 1 when a query is an error",
    ),
    "help_strict_check": Text(
        "检查不合格时，退出码为 1", "檢查不合格時，結束代碼為 1", "exit 1 when something is wrong"
    ),
    "name_count": Text("个数", "個數", "N"),
    "name_steps": Text("步数", "步數", "STEPS"),
    "help_effort": Text(
        "一版找多少步：{levels}，或写步数（默认 usual）；不论快慢，步数相同，版面就相同",
        "一版找多少步：{levels}，或寫步數（預設 usual）；不論快慢，步數相同，版面就相同",
        "steps of the search for a page: {levels}, or a number (usual); the same effort gives the "
        "same pages on every machine",
    ),
    "help_pages": Text(
        "全部稿件排进这么多版：换开本、栏宽、字号，一字不删",
        "全部稿件排進這麼多版：換開本、欄寬、字級，一字不刪",
        "all of the copy on so many pages, by sheet, measure and sizes; nothing is cut",
    ),
    "help_fit": Text(
        "同 --pages，版数照 [plan] 的 pages，没有写就是 1",
        "同 --pages，版數照 [plan] 的 pages，沒有寫就是 1",
        "the same, with the pages of [plan], or one page where it says none",
    ),
    "help_revise": Text(
        "原处的书内容不同而修订号相同时，把.toml 里的 revision 加一",
        "原處的書內容不同而修訂號相同時，把.toml 裡的 revision 加一",
        "raise revision in the sidecar where the book in its place is unlike and says the same one",
    ),
    "help_layout_epub": Text(
        "封面和样式照这个版式，同 edition build --layout",
        "封面和樣式照這個版式，同 edition build --layout",
        "cover and style as of this pack, as edition build --layout makes them",
    ),
    "help_volume": Text(
        "把几期合订成一本书，一期一章，按给出的次序", "把幾期合訂成一本書，一期一章，按給出的次序",
        "bind all issues given as one book, an issue a part, in the order given",
    ),
    "help_alternatives": Text(
        "另列头版的这么多种排法，各有代价、差别和可钉住的键",
        "另列頭版的這麼多種排法，各有代價、差別和可釘住的鍵",
        "tell so many other plans of the front page: price, what differs, the key to pin it",
    ),
    "help_layout": Text(
        "版式：{packs}（默认 broadsheet）", "版式：{packs}（預設 broadsheet）",
        "layout pack: {packs} (broadsheet)",
    ),
    "help_theme": Text(
        "版式的配色：{themes}（默认不用）", "版式的配色：{themes}（預設不用）",
        "colours of the pack: {themes} (none)",
    ),
    "help_theme_of": Text("{pack} 有 {names}", "{pack} 有 {names}", "{pack}: {names}"),
    "help_out": Text(
        "输出到的文件夹（默认 build）", "輸出到的資料夾（預設 build）", "folder (build)"
    ),
    "help_out_pdf": Text(
        "输出的文件（默认 build/名称.pdf）；- 是标准输出",
        "輸出的檔案（預設 build/名稱.pdf）；- 是標準輸出",
        "output (build/NAME.pdf); - for standard output",
    ),
    "help_out_epub": Text(
        "输出的文件（默认 build/名称.epub）；- 是标准输出",
        "輸出的檔案（預設 build/名稱.epub）；- 是標準輸出",
        "output (build/NAME.epub); - for standard output",
    ),
    "help_images": Text(
        "书里的图片：fit 缩到屏幕够用（默认），keep 原样",
        "書裡的圖片：fit 縮到螢幕夠用（預設），keep 原樣",
        "pictures of the book: fit (for a screen), or keep",
    ),
    "help_writing": Text(
        "书的行文：horizontal 横排（默认），vertical 直排（只限繁体）",
        "書的行文：horizontal 橫排（預設），vertical 直排（只限繁體）",
        "lines of the book: horizontal, or vertical (Traditional copy)",
    ),
    "help_embed-fonts": Text(
        "把书里用到的字嵌进书里", "把書裡用到的字嵌進書裡", "put the faces' used characters in"
    ),
    "help_only": Text("两样只做一样", "兩樣只做一樣", "build one of the two"),
    "help_json": Text("输出为 JSON", "輸出為 JSON", "as JSON"),
    "help_all": Text(
        "同一种疑问再多也逐条列出", "同一種疑問再多也逐條列出",
        "list every query, however often its kind is told",
    ),
    "help_proof": Text(
        "把校样写成 HTML 文件", "把校樣寫成 HTML 檔案", "write the proof sheet, an HTML file"
    ),
    "help_house": Text(
        "这家报纸的 house.toml（默认用稿件文件夹里的）",
        "這家報紙的 house.toml（預設用稿件資料夾裡的）",
        "the house.toml of this paper (that in the folder of the copy)",
    ),
    "help_remember": Text(
        "把答复里说的杂项、栏题、栏目记进 house.toml",
        "把答覆裡說的雜項、欄題、欄目記進 house.toml",
        "write what answers say of furniture, sections and columns into house.toml",
    ),
    "help_explain": Text(
        "说明这一行为何这样读；可写几次", "說明這一行為何這樣讀；可寫幾次",
        "tell why this line was read so; may be given again",
    ),
    "help_checked": Text(
        "PDF 或 EPUB，谁做的都行", "PDF 或 EPUB，誰做的都行", "a .pdf or .epub, of anyone's making"
    ),
    "help_stories_of_check": Text(
        "该文件稿件的 edition stories --json 输出", "該檔案稿件的 edition stories --json 輸出",
        "`edition stories --json` of its copy",
    ),
    "help_examples": Text(
        """\
例：
  edition build seeds/page.txt                 报纸、电子书和校样，都在 build/
  edition pdf page.txt --to zh-Hant-TW         给台湾的繁体报纸
  edition epub back-issue/ -o issue.epub       一个文件夹的稿件做成一本书
  edition archive papers/ -o archive/          多年的旧报，断了可以接着做
  edition stories page.txt                     读到了什么，有哪些疑问
  edition check build/page.pdf                 成品质量如何

稿件旁放一个同名的 .toml，写上稿件里没有的报名、日期、版次、编辑（见 docs/sidecar.md）。
退出码：0 完成；1 完成，但 --strict 时有错误；2 用法不对；3 稿件读不出或不安全；
4 缺字体、系统库或程序；5 写不了文件；6 隔离进程没有做完；7 稿件排不进所要的版数；130 被中断；
edition 自身出错也是 1（设 EDITION_DEBUG=1 可看出错之处）
""",
        """\
例：
  edition build seeds/page.txt                 報紙、電子書和校樣，都在 build/
  edition pdf page.txt --to zh-Hant-TW         給臺灣的繁體報紙
  edition epub back-issue/ -o issue.epub       一個資料夾的稿件做成一本書
  edition archive papers/ -o archive/          多年的舊報，斷了可以接著做
  edition stories page.txt                     讀到了什麼，有哪些疑問
  edition check build/page.pdf                 成品品質如何

稿件旁放一個同名的 .toml，寫上稿件裡沒有的報名、日期、版次、編輯（見 docs/sidecar.md）。
結束代碼：0 完成；1 完成，但 --strict 時有錯誤；2 用法不對；3 稿件讀不出或不安全；
4 缺字型、系統程式庫或程式；5 寫不了檔案；6 隔離行程沒有做完；7 稿件排不進所要的版數；130 被中斷；
edition 本身出錯也是 1（設 EDITION_DEBUG=1 可看出錯之處）
""",
        """\
examples:
  edition build seeds/page.txt                 newspaper, book and proof sheet into build/
  edition pdf page.txt --to zh-Hant-TW         a Traditional newspaper for Taiwan
  edition epub back-issue/ -o issue.epub       a folder of copy as one book
  edition archive papers/ -o archive/          years of back issues, taken up after any break
  edition stories page.txt                     what was read, and the editor's queries
  edition check build/page.pdf                 the quality of a finished page

Beside a source, NAME.toml gives what copy lacks: paper, date, page, editors (docs/sidecar.md).
exit codes: 0 done, 1 done with errors under --strict, 2 wrong use, 3 unreadable or unsafe input,
4 missing font, library or program, 5 cannot write, 6 the sandbox did not finish,
7 the copy does not fit the pages asked for, 130 interrupted;
a fault of edition itself is 1 (EDITION_DEBUG=1 shows where)
""",
    ),
}
