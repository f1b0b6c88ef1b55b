"""What the readers say: of files and formats, of lines and parts of stories."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_DIVIDE = Text(
    "请把稿件分成几个版次", "請把稿件分成幾個版次", "Divide the copy into several editions",
)
_QUERIES = "reading#the-queries"
_STEPS = "reading#the-steps"
_ANSWERS = "sidecar#answers"
_LINE_TODO = Text(
    "不对的话，在稿件旁的 .toml 里用 [[answers]] 写明这一行是什么"
    "（do = \"headline\"、\"crosshead\"、\"paragraph\"……）",
    "不對的話，在稿件旁的 .toml 裡用 [[answers]] 寫明這一行是什麼"
    "（do = 「headline」、「crosshead」、「paragraph」……）",
    "If it is wrong, say in [[answers]] of the sidecar what the line is "
    "(do = \"headline\", \"crosshead\", \"paragraph\" …)",
)
_ASIDE_TODO = Text(
    "是稿件的话，在稿件旁的 .toml 里用 [[answers]] 写 do = \"paragraph\" 或 \"headline\"",
    "是稿件的話，在稿件旁的 .toml 裡用 [[answers]] 寫 do = \"paragraph\" 或 \"headline\"",
    "If it is copy, answer do = \"paragraph\" or \"headline\" for the line",
)

KINDS: dict[str, Kind] = {
    "encoding": Kind(
        Severity.INFO,
        Text(
            "稿件按 {codec} 读出：{reason}。", "稿件按 {codec} 讀出：{reason}。",
            "The copy was read as {codec}: {reason}.",
        ),
        doc=_STEPS,
    ),
    "encoding_unsure": Kind(
        Severity.WARNING,
        Text(
            "稿件按 {codec} 读出：{reason}。文字不对的话，请用 --encoding 指定编码。",
            "稿件按 {codec} 讀出：{reason}。文字不對的話，請用 --encoding 指定編碼。",
            "The copy was read as {codec}: {reason}. If the text is wrong, name the encoding "
            "with --encoding.",
        ),
        todo=Text(
            "请看文字对不对；不对就用 --encoding 指定编码",
            "請看文字對不對；不對就用 --encoding 指定編碼",
            "Look at the text; if it is wrong, name the encoding with --encoding",
        ),
        doc=_STEPS,
    ),
    "line_ends_joined": Kind(
        Severity.WARNING,
        Text(
            "文件里有 {count} 处换行当作{reason}，已接起来。",
            "檔案裡有 {count} 處換行當作{reason}，已接起來。",
            "{count} line ends in the file were taken for {reason}.",
        ),
        todo=Text(
            "请看段落分得对不对；不对的行在 [[answers]] 里写 do = \"split\"",
            "請看段落分得對不對；不對的行在 [[answers]] 裡寫 do = \"split\"",
            "Look at the paragraphs; where one should begin, answer do = \"split\" for its line",
        ),
        doc="reading#joining-wraps",
    ),
    "headline_missing": Kind(
        Severity.WARNING,
        Text(
            "这里开始的稿件没有标题。", "這裡開始的稿件沒有標題。",
            "A story begins here without a headline.",
        ),
        todo=Text(
            "请在稿件里补标题，或用 [[answers]] 写明哪一行是标题（do = \"headline\"）",
            "請在稿件裡補標題，或用 [[answers]] 寫明哪一行是標題（do = \"headline\"）",
            "Write one into the copy, or answer do = \"headline\" for the line that is it",
        ),
        doc=_ANSWERS,
    ),
    "lines_set_aside": Kind(
        Severity.INFO,
        Text(
            "{count} 行{sort}没有排入版面：第 {lines} 行。",
            "{count} 行{sort}沒有排入版面：第 {lines} 行。",
            "Lines set aside as {sort}: {count}, on line {lines}.",
        ),
        todo=_ASIDE_TODO, doc=_ANSWERS,
    ),
    "furniture_guessed": Kind(
        Severity.WARNING,
        Text(
            "这一行看来是{sort}，没有排入版面。", "這一行看來是{sort}，沒有排入版面。",
            "This line looks like {sort} and was set aside.",
        ),
        todo=_ASIDE_TODO, doc=_ANSWERS,
    ),
    "furniture_kept": Kind(
        Severity.WARNING,
        Text(
            "这一行像{sort}，但在稿件中间，排进了稿件。",
            "這一行像{sort}，但在稿件中間，排進了稿件。",
            "This line looks like {sort}, but stands inside a story and was kept in it.",
        ),
        todo=Text(
            "不该印的话，在稿件旁的 .toml 里用 [[answers]] 写 do = \"furniture\"",
            "不該印的話，在稿件旁的 .toml 裡用 [[answers]] 寫 do = \"furniture\"",
            "If it should not be printed, answer do = \"furniture\" for the line",
        ),
        doc=_ANSWERS,
    ),
    "section_set_aside": Kind(
        Severity.WARNING,
        Text(
            "这个栏题下面没有稿件，已归入版面杂项。", "這個欄題下面沒有稿件，已歸入版面雜項。",
            "This section name has no story below it; it was put with the furniture.",
        ),
        todo=_LINE_TODO, doc=_ANSWERS,
    ),
    "section_guessed": Kind(
        Severity.INFO,
        Text(
            "这一行当作栏题。", "這一行當作欄題。", "This line was taken for the name of a section."
        ),
        todo=Text(
            "常用的栏题写进稿件旁的 .toml 的 sections；不是栏题就在 [[answers]] 里写明",
            "常用的欄題寫進稿件旁的 .toml 的 sections；不是欄題就在 [[answers]] 裡寫明",
            "Name the paper's sections in the sidecar, or answer what the line is",
        ),
        doc=_QUERIES,
    ),
    "byline_glued": Kind(
        Severity.INFO,
        Text(
            "署名接在末段后面，已分出来。", "署名接在末段後面，已分出來。",
            "The byline stood at the end of the last paragraph and was set apart.",
        ),
        doc=_QUERIES,
    ),
    "caption_without_picture": Kind(
        Severity.WARNING,
        Text(
            "这条图片说明在稿件里没有图片。", "這條圖說在稿件裡沒有圖片。",
            "This caption has no picture in the copy.",
        ),
        todo=Text(
            "请把图片放进稿件的文件夹，并在稿件旁的 .toml 的 [[pictures]] 里写明",
            "請把圖片放進稿件的資料夾，並在稿件旁的 .toml 的 [[pictures]] 裡寫明",
            "Put the picture beside the copy and name it in [[pictures]] of the sidecar",
        ),
        doc="sidecar#pictures",
    ),
    "jump": Kind(
        Severity.WARNING,
        Text(
            "这篇稿件在别的版上还有下文或上文。", "這篇稿件在別的版上還有下文或上文。",
            "The story goes on, or began, on another page.",
        ),
        todo=Text(
            "请把另一部分加进稿件，或查看稿件在这里是否完整",
            "請把另一部分加進稿件，或查看稿件在這裡是否完整",
            "Add the other part to the copy, or make sure that the story is whole here",
        ),
        doc=_QUERIES,
    ),
    "jump_joined": Kind(
        Severity.WARNING,
        Text(
            "第 {below} 行下面的部分已接到在这里断开的稿件上：请看是不是同一篇。",
            "第 {below} 行下面的部分已接到在這裡斷開的稿件上：請看是不是同一篇。",
            "The part below line {below} was joined to the story that breaks off here: "
            "check that it is the same.",
        ),
        todo=Text(
            "不是同一篇的话，请在稿件里删去这两行转接语",
            "不是同一篇的話，請在稿件裡刪去這兩行轉接語",
            "If it is not, take the two jump lines out of the copy",
        ),
        doc="reading#joining-wraps",
    ),
    "file_left_out": Kind(
        Severity.ERROR,
        Text(
            "{file} 没有读：{why}。其余的稿件照做。", "{file} 沒有讀：{why}。其餘的稿件照做。",
            "{file} was not read: {why}. The rest was.",
        ),
        todo=Text("请改好或拿走这个文件", "請改好或拿走這個檔案", "Mend the file or take it away"),
        doc="reading#formats",
    ),
    "picture_left_out": Kind(
        Severity.ERROR,
        Text(
            "图片 {file} 没有用：{why}。", "圖片 {file} 沒有用：{why}。",
            "The picture {file} is not shown: {why}.",
        ),
        todo=Text(
            "请存成 PNG 或 JPEG 再放进来", "請存成 PNG 或 JPEG 再放進來",
            "Save it as PNG or JPEG and put it there again",
        ),
        doc="sidecar#pictures",
    ),
    "document_left_out": Kind(
        Severity.WARNING,
        Text(
            "{file} 没有读：这种文件读不了，请另存为 Word 文件或纯文本。",
            "{file} 沒有讀：這種檔案讀不了，請另存為 Word 檔案或純文字。",
            "{file} was not read: files of its kind are not; save it as .docx or .txt.",
        ),
        doc="reading#formats",
    ),
    "other_left_out": Kind(
        Severity.WARNING,
        Text("{file} 没有读：它不是稿件。", "{file} 沒有讀：它不是稿件。",
             "{file} was not read: it is no copy."),
        doc="reading#formats",
    ),
    "folder_left_out": Kind(
        Severity.WARNING,
        Text(
            "文件夹 {file} 里的稿件没有读：一个文件夹是一期。",
            "資料夾 {file} 裡的稿件沒有讀：一個資料夾是一期。",
            "The folder {file} was not read: one folder is one issue.",
        ),
        doc="reading#formats",
    ),
    "sidecar_beside_nothing": Kind(
        Severity.WARNING,
        Text(
            "{file} 没有用：没有与它同名的稿件。", "{file} 沒有用：沒有與它同名的稿件。",
            "{file} was not used: no copy has its name.",
        ),
        doc="sidecar",
    ),
    "picture_unnamed": Kind(
        Severity.WARNING,
        Text(
            "图片 {file} 没有用：稿件和 .toml 里都没有提到它。",
            "圖片 {file} 沒有用：稿件和 .toml 裡都沒有提到它。",
            "The picture {file} is not shown: neither copy nor sidecar names it.",
        ),
        todo=Text(
            "请在 .toml 的 [[pictures]] 里写上它", "請在 .toml 的 [[pictures]] 裡寫上它",
            "Name it under [[pictures]] in the sidecar",
        ),
        doc="sidecar#pictures",
    ),
    "picture_recoloured": Kind(
        Severity.INFO,
        Text(
            "图片 {file} 带有自己的颜色特性文件（{profile}），颜色已换算成 sRGB。",
            "圖片 {file} 帶有自己的色彩描述檔（{profile}），顏色已換算成 sRGB。",
            "The picture {file} has a colour profile of its own ({profile}): its colours were "
            "converted to sRGB.",
        ),
        todo=Text("无须处理。", "無須處理。", "Nothing."),
        doc="sidecar#pictures",
    ),
    "picture_missing": Kind(
        Severity.ERROR,
        Text(
            "{place}稿件的文件夹里没有图片“{src}”；请放进去，或改正文件名。",
            "{place}稿件的資料夾裡沒有圖片「{src}」；請放進去，或改正檔名。",
            "{place}The picture “{src}” is not in the folder of the copy; "
            "put it there or correct its name.",
        ),
        todo=Text(
            "请把图片放进稿件的文件夹，或改正文件名", "請把圖片放進稿件的資料夾，或改正檔名",
            "Put it there or correct its name",
        ),
        doc="sidecar#pictures",
    ),
}

FAULTS: dict[str, Fault] = {
    "nothing_to_read": Fault(
        Text("没有东西可读", "沒有東西可讀", "there is nothing to read"),
        todo=Text("请给出稿件或文件夹", "請給出稿件或資料夾", "Name a file of copy or a folder"),
    ),
    "format_unknown": Fault(
        Text("不会读以“{suffix}”结尾的文件", "不會讀以「{suffix}」結尾的檔案",
             "no reader knows files ending in “{suffix}”"),
        Text("会读的有：{known}", "會讀的有：{known}", "The readers are {known}"),
        Text("请把稿件存为纯文本", "請把稿件存為純文字", "Give the copy as plain text"),
    ),
    "folder_empty": Fault(
        Text("这个文件夹里没有稿件", "這個資料夾裡沒有稿件", "this folder holds no copy"),
        Text(
            "稿件是以 {suffixes} 结尾的文件", "稿件是以 {suffixes} 結尾的檔案",
            "Copy is a file ending in {suffixes}",
        ),
        Text("请把稿件放进去；一期一个子文件夹的，用 edition archive",
             "請把稿件放進去；一期一個子資料夾的，用 edition archive",
             "Put the text files of the edition there; a folder with a sub-folder for each "
             "issue is for “edition archive”"),
    ),
    "folder_too_full": Fault(
        Text("这个文件夹里有 {count} 个稿件文件", "這個資料夾裡有 {count} 個稿件檔案",
             "this folder holds {count} files of copy"),
        Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}"),
        Text("请分成几个版次", "請分成幾個版次", "Divide it into several editions"),
    ),
    "file_missing": Fault(
        Text("没有这个文件或文件夹", "沒有這個檔案或資料夾", "there is no such file or folder"),
        todo=Text("请查看名称", "請查看名稱", "Check the name"),
    ),
    "file_unreadable": Fault(
        Text("文件读不了", "檔案讀不了", "the file cannot be read"),
        Text("{reason}", "{reason}", "{reason}"),
        Text("请查看文件和它的权限", "請查看檔案和它的權限", "Check the file and its rights"),
    ),
    "file_too_large": Fault(
        Text("文件太大（{bytes} 字节）", "檔案太大（{bytes} 位元組）",
             "the file is too large ({bytes} bytes)"),
        Text("上限是 {limit} 字节", "上限是 {limit} 位元組", "The limit is {limit} bytes"),
        _DIVIDE,
    ),
    "picture_file_too_large": Fault(
        Text("文件太大（{bytes} 字节）", "檔案太大（{bytes} 位元組）",
             "the file is too large ({bytes} bytes)"),
        Text("上限是 {limit} 字节", "上限是 {limit} 位元組", "The limit is {limit} bytes"),
        Text("请把图片存得小一些", "請把圖片存得小一些", "Save the picture smaller"),
    ),
    "not_a_file": Fault(
        Text("这不是普通文件", "這不是一般檔案", "this is not a regular file"),
        Text("它是设备或管道", "它是裝置或管線", "It is a device or a pipe"),
        Text("请给出稿件或文件夹", "請給出稿件或資料夾", "Give a file of copy or a folder"),
    ),
    "link_outside": Fault(
        Text(
            "这个链接指到文件夹外面", "這個連結指到資料夾外面",
            "this link leads out of its folder",
        ),
        Text("它指向 {target}", "它指向 {target}", "It points to {target}"),
        Text(
            "请把文件本身放进文件夹", "請把檔案本身放進資料夾",
            "Copy the file itself into the folder",
        ),
    ),
    "pictures_too_large": Fault(
        Text("图片合起来太大", "圖片合起來太大", "the pictures together are too large"),
        Text("上限是 {limit} 字节", "上限是 {limit} 位元組", "The limit is {limit} bytes"),
        _DIVIDE,
    ),
    "files_too_large": Fault(
        Text("这些稿件合起来太长", "這些稿件合起來太長", "the files together are too large"),
        Text("上限是 {limit} 字", "上限是 {limit} 字", "The limit is {limit} characters"),
        _DIVIDE,
    ),
    "picture_name_twice": Fault(
        Text("两张图片都叫“{picture}”", "兩張圖片都叫「{picture}」",
             "“{picture}” is the name of two pictures"),
        Text("几个文件夹里的稿件都写了它", "幾個資料夾裡的稿件都寫了它",
             "Files of copy from several folders name it"),
        Text("请给其中一张改名", "請給其中一張改名", "Give one another name"),
    ),
    "too_many_pictures": Fault(
        Text(
            "稿件写了 {count} 张图片", "稿件寫了 {count} 張圖片",
            "the copy names {count} pictures",
        ),
        Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}"),
        _DIVIDE,
    ),
}

PHRASES: dict[str, Text] = {
    "reason": Text("{what}", "{what}", "{what}"),
    "reason_why": Text("{what}，{why}", "{what}，{why}", "{what}; {why}"),
    "aside_imprint": Text("报头和日期", "報頭和日期", "names, dates and page numbers"),
    "aside_staff": Text("编辑署名", "編輯署名", "names of the desk"),
    "aside_contact": Text("本报联系方式", "本報聯絡方式", "the paper's own contacts"),
    "aside_navigation": Text("网页导航", "網頁導覽", "navigation of a web page"),
    "aside_rights": Text("版权声明", "版權聲明", "notes of rights"),
    "aside_jump": Text("转接语", "轉接語", "jump lines"),
    "aside_other": Text("其他", "其他", "other lines"),
    "wraps_at": Text(
        "满 {width} 字的硬换行", "滿 {width} 字的硬換行", "wraps at {width} characters"
    ),
    "sentence_a_line": Text("一句一行", "一句一行", "one sentence on each line"),
}
