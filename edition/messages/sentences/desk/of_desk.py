"""What is said of the desk and its smaller brothers: faults, and lines at the terminal."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

_AGAIN = Text("请再试一次", "請再試一次", "Try again")

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "sidecar_by_hand": Fault(
        Text("这个文件的写法，案头改不了", "這個檔案的寫法，案頭改不了",
             "the desk cannot change this file as it is written"),
        Text("它的表可能写在一行里",
             "它的表可能寫在一行裡",
             "Its tables may be written on one line"),
        Text("请用 [[…]] 一条一条写，或自己动手改", "請用 [[…]] 一條一條寫，或自己動手改",
             "Write them entry by entry, each under its own head, or change it by hand"),
    ),
    "desk_no_file": Fault(
        Text("案头上没有这份稿件", "案頭上沒有這份稿件", "there is no such copy on the desk"),
    ),
    "desk_not_editable": Fault(
        Text("这种文件不能在案头改", "這種檔案不能在案頭改",
             "files of this kind are not mended on the desk"),
        todo=Text("请用原来的程序改，案头会跟上", "請用原來的程式改，案頭會跟上",
                  "Change it in its own program; the desk follows"),
    ),
    "desk_draft_size": Fault(
        Text("改后的稿件空了，或者太大", "改後的稿件空了，或者太大",
             "the copy would be empty, or too large"),
    ),
    "desk_no_answer": Fault(
        Text("案头没有看懂这个要求",
             "案頭沒有看懂這個要求",
             "the desk did not understand the request"),
        todo=Text("请刷新页面再试", "請重新整理頁面再試",
                  "Load the page again, then try once more"),
    ),
    "desk_no_picture": Fault(
        Text("这不是能用的图片", "這不是能用的圖片", "this is no picture that can be used"),
        todo=Text("请用 PNG、JPEG 或 WebP", "請用 PNG、JPEG 或 WebP",
                  "Use a PNG, JPEG or WebP file"),
    ),
    "desk_nothing_done": Fault(
        Text("没有可撤销的", "沒有可復原的", "there is nothing to undo"),
    ),
    "desk_changed_since": Fault(
        Text("别的程序后来改过这个文件，撤销不了", "別的程式後來改過這個檔案，復原不了",
             "another program has changed this file since; this cannot be undone"),
        todo=Text("请在“已答”里逐条取消", "請在「已答」裡逐條取消",
                  "Take answers back one by one in the list of those given"),
    ),
    "desk_saved_since": Fault(
        Text("别的程序在您改稿时改过这个文件，没有保存",
             "別的程式在您改稿時改過這個檔案，沒有儲存",
             "another program has changed this file while you did; it was not saved"),
        todo=Text("再保存一次就用您的稿，对方的留作 {kept}",
                  "再儲存一次就用您的稿，對方的留作 {kept}",
                  "Save again to have your copy; theirs is then kept as {kept}"),
    ),
    "desk_not_encoded": Fault(
        Text("这个文件的编码 {encoding} 写不了“{sign}”，没有保存",
             "這個檔案的編碼 {encoding} 寫不了「{sign}」，沒有儲存",
             "{encoding}, the encoding of this file, has no “{sign}”; it was not saved"),
        todo=Text("请改掉这个字，或不写 --encoding 再开案头",
                  "請改掉這個字，或不寫 --encoding 再開案頭",
                  "Change that character, or open the desk without --encoding"),
    ),
    "desk_bench_busy": Fault(
        Text("稿件刚改过，书还没有做成", "稿件剛改過，書還沒有做成",
             "the copy has just changed and the book is not made"), todo=_AGAIN,
    ),
    "desk_house_taken": Fault(
        Text("house.toml 在这里是另一份稿件的边车，写不得",
             "house.toml 在這裡是另一份稿件的邊車，寫不得",
             "house.toml belongs to other copy here and is left alone"),
        todo=Text("请用 --house 写明报社的文件", "請用 --house 寫明報社的檔案",
                  "Name the file of the paper with --house"),
    ),
    "desk_port_taken": Fault(
        Text("端口 {port} 用不了", "連接埠 {port} 用不了", "port {port} cannot be used"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("用 --port 换一个，不写就自动选一个", "用 --port 換一個，不寫就自動選一個",
             "Choose another with --port, or leave it out to take a free one"),
    ),
    "desk_missing": Fault(
        Text("案头要用的程序库没有装：{name}", "案頭要用的程式庫沒有裝：{name}",
             "a library that the desk needs is not installed: {name}"),
        todo=Text("请运行 pip install 'edition[desk]'", "請執行 pip install 'edition[desk]'",
                  "Run pip install 'edition[desk]'"),
    ),
    "new_exists": Fault(
        Text("那里已经有了", "那裡已經有了", "something stands there already"),
        todo=Text("请换一个名称", "請換一個名稱", "Choose another name"),
    ),
    "new_name": Fault(
        Text("“{name}”不能作名称", "「{name}」不能作名稱", "“{name}” cannot be a name"),
        todo=Text("请写一个文件夹的名称", "請寫一個資料夾的名稱", "Give the name of a folder"),
    ),
    "png_dpi": Fault(
        Text("--dpi 不能是“{value}”", "--dpi 不能是「{value}」", "--dpi cannot be “{value}”"),
        todo=Text("请写 {least} 到 {most} 之间的整数", "請寫 {least} 到 {most} 之間的整數",
                  "Give a whole number from {least} to {most}"),
    ),
}
PHRASES: dict[str, Text] = {
    "desk_open": Text(
        "案头开在 {address} （这个地址只给您自己用；按 Ctrl+C 收工）",
        "案頭開在 {address} （這個網址只給您自己用；按 Ctrl+C 收工）",
        "The desk is open at {address} (the address is yours alone; Ctrl+C closes the desk)",
    ),
    "desk_other_host": Text(
        "案头只在本机上开", "案頭只在本機上開", "The desk is open on this machine alone"
    ),
    "desk_no_key": Text(
        "请用终端里印出的地址打开案头", "請用終端機裡印出的網址打開案頭",
        "Open the desk by the address that was printed in the terminal"
    ),
    "desk_other_origin": Text(
        "这个请求来自别的网站，没有理会", "這個請求來自別的網站，沒有理會",
        "This was asked by another site and was not done"
    ),
    "desk_too_large": Text("送来的太大了", "送來的太大了", "What was sent is too large"),
    "desk_outdated": Text(
        "稿件或边车刚才在别处改过，这一下没有做：请看一眼新的，再来一次。",
        "稿件或邊車剛才在別處改過，這一下沒有做：請看一眼新的，再來一次。",
        "Copy or sidecar has just been changed elsewhere, and this was not done: "
        "look at what is new, then do it again.",
    ),
    "desk_bench_fell": Text(
        "排版的程序停了，请再改一处让它重来。", "排版的程式停了，請再改一處讓它重來。",
        "The program that makes pages has stopped; the next change starts it again.",
    ),
    "watch_began": Text(
        "看着 {source}，改了就重做；按 Ctrl+C 停", "看著 {source}，改了就重做；按 Ctrl+C 停",
        "Watching {source}: a change makes it anew; Ctrl+C stops",
    ),
    "watch_built": Text(
        "{number}：{target}，共 {pages} 版，疑问 {queries} 处，用了 {seconds:.1f} 秒",
        "{number}：{target}，共 {pages} 版，疑問 {queries} 處，用了 {seconds:.1f} 秒",
        "{number}: {target}; pages: {pages}; queries: {queries}; {seconds:.1f} s",
    ),
    "watch_failed": Text("{number}：{said}", "{number}：{said}", "{number}: {said}"),
    "new_begun": Text(
        "样稿在 {folder}：用 edition desk {folder} --layout tabloid 打开案头，"
        "或用 edition build {folder} --layout tabloid 排出来",
        "樣稿在 {folder}：用 edition desk {folder} --layout tabloid 打開案頭，"
        "或用 edition build {folder} --layout tabloid 排出來",
        "Sample copy is in {folder}: open it with edition desk {folder} --layout tabloid, "
        "or make it up with edition build {folder} --layout tabloid",
    ),
    "help_desk": Text(
        "打开案头：在浏览器里把一版改好", "打開案頭：在瀏覽器裡把一版改好",
        "the desk: make a page right in a browser",
    ),
    "help_watch": Text(
        "看着稿件，改了就重做报纸", "看著稿件，改了就重做報紙",
        "make the newspaper anew whenever the copy changes",
    ),
    "help_new": Text(
        "新建一个文件夹，里面有样稿、边车和图片", "新建一個資料夾，裡面有樣稿、邊車和圖片",
        "a folder to begin with: sample copy, sidecar, picture",
    ),
    "help_new_target": Text("新文件夹的名称", "新資料夾的名稱", "name of the new folder"),
    "help_png": Text(
        "每版做成一张 PNG，可以贴出去", "每版做成一張 PNG，可以貼出去",
        "every page as a PNG, for posting",
    ),
    "help_port": Text(
        "案头的端口（默认自动选）",
        "案頭的連接埠（預設自動選）",
        "port of the desk (any that is free)"
    ),
    "help_no_open": Text(
        "不替您打开浏览器", "不替您打開瀏覽器", "do not open the browser"
    ),
    "help_dpi": Text(
        "清晰度，每英寸点数（默认 150）", "清晰度，每英寸點數（預設 150）",
        "dots per inch (150)",
    ),
    "help_out_png": Text(
        "放 PNG 的文件夹（默认 build）",
        "放 PNG 的資料夾（預設 build）",
        "folder of the PNG files (build)"
    ),
    "help_out_watch": Text(
        "报纸（默认 build/稿名.pdf）",
        "報紙（預設 build/稿名.pdf）",
        "the newspaper (build/NAME.pdf)"
    ),
    "desk_do_keep": Text("稿子没错", "稿子沒錯", "the copy is right"),
    "desk_do_join": Text("接下一段", "接下一段", "join to the next paragraph"),
    "desk_do_split": Text("另起一段", "另起一段", "begin a paragraph"),
    "desk_do_headline": Text("标题", "標題", "headline"),
    "desk_do_kicker": Text("引题", "引題", "kicker"),
    "desk_do_deck": Text("副题", "副題", "deck"),
    "desk_do_crosshead": Text("小标题", "小標題", "crosshead"),
    "desk_do_paragraph": Text("正文", "正文", "text"),
    "desk_do_section": Text("栏题", "欄題", "section name"),
    "desk_do_byline": Text("署名", "署名", "byline"),
    "desk_do_caption": Text("图片说明", "圖說", "caption"),
    "desk_do_credit": Text("图片署名", "圖片署名", "picture credit"),
    "desk_do_note": Text("编者按", "編者按", "editor’s note"),
    "desk_do_list": Text("列表", "列表", "list"),
    "desk_do_verse": Text("诗行", "詩行", "verse"),
    "desk_do_furniture": Text("不属于任何稿件", "不屬於任何稿件", "belongs to no story"),
    "desk_do_drop": Text("这一段不要", "這一段不要", "leave it out"),
    "desk_do_replace": Text("改成", "改成", "put instead"),
    "desk_do_hold": Text("压下这篇稿", "壓下這篇稿", "hold the story"),
}
