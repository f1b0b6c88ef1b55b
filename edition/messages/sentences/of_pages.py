"""What is said of the finished page and book: lines, glyphs, drawing, packing."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_KEPT = Text(
    "要原样放进书里，请用 --images keep。", "要原樣放進書裡，請用 --images keep。",
    "--images keep leaves them as they are.",
)

KINDS: dict[str, Kind] = {
    "ear_cut": Kind(
        Severity.WARNING,
        Text(
            "报眼“{title}”在报头旁放不下：{what}。",
            "報眼「{title}」在報頭旁放不下：{what}。",
            "The ear “{title}” does not fit beside the masthead: {what}.",
        ),
        todo=Text(
            "请在 [[ears]] 里缩短 lines，或少放一个报眼：最多两个。",
            "請在 [[ears]] 裡縮短 lines，或少放一個報眼：最多兩個。",
            "Shorten its lines in [[ears]], or give fewer ears: two have room.",
        ),
        doc="layouts#furniture",
    ),
    "furniture_cut": Kind(
        Severity.INFO,
        Text(
            "第 {page} 版的{what}放不下，已用“…”截短。",
            "第 {page} 版的{what}放不下，已用「…」截短。",
            "{what} of page {page} does not fit its place and is cut short with “…”.",
        ),
        todo=Text(
            "请缩短标题或版名；不改也能照常出版。",
            "請縮短標題或版名；不改也能照常出版。",
            "Shorten the headline or the page’s title, or leave it so.",
        ),
        doc="layouts#furniture",
    ),
    "overfull_line": Kind(
        Severity.ERROR,
        Text(
            "{block} 有一行比栏宽多出 {over:.1f} 个字。",
            "{block} 有一行比欄寬多出 {over:.1f} 個字。",
            "A line of {block} is {over:.1f} em too wide for its column.",
        ),
        todo=Text(
            "这一行里有断不开的长串，请改写它或加空格。",
            "這一行裡有斷不開的長串，請改寫它或加空格。",
            "It holds a run that cannot be broken: reword it or put a space into it.",
        ),
        doc="composition",
    ),
    "loose_line": Kind(
        Severity.INFO,
        Text(
            "{block} 有一行偏疏：字间多出 {extra:.2f} 个字宽，离右边还差 {short:.2f} 个字；"
            "后面的内容断不开。",
            "{block} 有一行偏疏：字間多出 {extra:.2f} 個字寬，離右邊還差 {short:.2f} 個字；"
            "後面的內容斷不開。",
            "A line of {block} is loose: {extra:.2f} em between its characters, {short:.2f} em "
            "short of the edge; what follows cannot be broken.",
        ),
        todo=Text(
            "如果显眼，请改几个字，让长的外文词或网址换个位置。",
            "如果顯眼，請改幾個字，讓長的外文詞或網址換個位置。",
            "If it shows, change a few words so that the long word or address moves.",
        ),
        doc="composition",
    ),
    "not_in_book": Kind(
        Severity.WARNING,
        Text(
            "图片“{src}”没有放进书里：{why}。", "圖片「{src}」沒有放進書裡：{why}。",
            "The picture “{src}” is not in the book: {why}.",
        ),
        todo=Text(
            "请把图片存成 PNG、JPEG 或 WebP，放在稿件的文件夹里。",
            "請把圖片存成 PNG、JPEG 或 WebP，放在稿件的資料夾裡。",
            "Save it as PNG, JPEG or WebP in the folder of the copy.",
        ),
        doc="ebook",
    ),
    "book_unrevised": Kind(
        Severity.WARNING,
        Text(
            "“{file}”原来的书内容不同，修订号却同是 {revision}：阅读软件会当作同一本，不换新的。",
            "「{file}」原來的書內容不同，修訂號卻同是 {revision}：閱讀軟體會當作同一本，不換新的。",
            "The book that stood at “{file}” was unlike and of the same revision {revision}: to "
            "reading systems both are one, and they keep the old one.",
        ),
        todo=Text(
            "发给读者之前，请把.toml 里的 revision 加一，或加上 --revise。",
            "發給讀者之前，請把.toml 裡的 revision 加一，或加上 --revise。",
            "Before readers get it, raise revision in the sidecar, or say --revise.",
        ),
        doc="ebook#revisions",
    ),
    "conformance_unclaimed": Kind(
        Severity.WARNING,
        Text(
            "书里有图片没有文字说明，所以没有写上无障碍合规声明。",
            "書裡有圖片沒有文字說明，所以沒有寫上無障礙合規聲明。",
            "Some pictures have no words beside them: the book makes no claim to be accessible.",
        ),
        todo=Text(
            "请给每张图片写图说或替代文字。", "請給每張圖片寫圖說或替代文字。",
            "Give every picture a caption or an alternative text.",
        ),
        doc="ebook",
    ),
    "vertical_quotes": Kind(
        Severity.INFO,
        Text(
            "直排的书里有 {count} 处弯引号，有的阅读器会把它们横着放。",
            "直排的書裡有 {count} 處彎引號，有的閱讀器會把它們橫著放。",
            "{count} curly quotation marks stand in vertical lines: some readers lay them down.",
        ),
        todo=Text("请在稿件里改用直角引号。", "請在稿件裡改用直角引號。",
                  "Write 「」 in the copy."),
        doc="ebook",
    ),
    "book_pictures_smaller": Kind(
        Severity.INFO,
        Text(
            "书里缩小了 {count} 张图片，长边不超过 {pixels} 像素（{before} KB → {after} KB）。",
            "書裡縮小了 {count} 張圖片，長邊不超過 {pixels} 像素（{before} KB → {after} KB）。",
            "{count} pictures are smaller in the book, {pixels} pixels at most "
            "({before} KB → {after} KB).",
        ),
        todo=_KEPT,
        doc="ebook",
    ),
    "book_pictures_of_kind": Kind(
        Severity.INFO,
        Text(
            "书里有 {count} 张图片换成了 JPEG 或 PNG：{names}。",
            "書裡有 {count} 張圖片換成了 JPEG 或 PNG：{names}。",
            "{count} pictures became a JPEG or a PNG in the book: {names}.",
        ),
        todo=_KEPT,
        doc="ebook",
    ),
    "reference_refused": Kind(
        Severity.ERROR,
        Text(
            "版面要取“{url}”，它不属于版式，也不属于稿件。",
            "版面要取「{url}」，它不屬於版式，也不屬於稿件。",
            "The page asked for “{url}”, which is not part of the layout or the copy.",
        ),
        todo=Text(
            "请把文件放进版式的文件夹，或从样式里去掉这一项。",
            "請把檔案放進版式的資料夾，或從樣式裡去掉這一項。",
            "Put the file into the pack, or take it out of the style.",
        ),
        doc="layouts",
    ),
    "missing_glyph": Kind(
        Severity.ERROR,
        Text(
            "字库里都没有“{character}”（{code}）这个字，最先在 {place} 用到；"
            "版面上画成一个写着码位的方框。",
            "字型裡都沒有「{character}」（{code}）這個字，最先在 {place} 用到；"
            "版面上畫成一個寫著碼位的方框。",
            "No face has a glyph for “{character}” ({code}), first needed in {place}; the page "
            "shows a box with its code point.",
        ),
        todo=Text(
            "请核对这个字，或换一个字库里有的写法。", "請核對這個字，或換一個字型裡有的寫法。",
            "Check the character, or write it in a form the face has.",
        ),
        doc="layouts",
    ),
    "face_stands_in": Kind(
        Severity.WARNING,
        Text(
            "“{role}”所用的字体 {own} 没有安装，由 {face} 代替。",
            "「{role}」所用的字型 {own} 沒有安裝，由 {face} 代替。",
            "The face {own} of the role “{role}” is not installed; {face} stands in for it.",
        ),
        todo=Text(
            "请运行 edition setup 取字体；手头有它的文件，就用 edition setup --fonts 文件夹。",
            "請執行 edition setup 取字型；手邊有它的檔案，就用 edition setup --fonts 資料夾。",
            "Run “edition setup” to fetch it, or “edition setup --fonts DIR” if you have its file.",
        ),
        doc="setup",
    ),
    "face_other_version": Kind(
        Severity.INFO,
        Text(
            "字体 {face} 是另一个版本：字的位置不变，字形可能略有出入。",
            "字型 {face} 是另一個版本：字的位置不變，字形可能略有出入。",
            "The face {face} is of another version: characters stand where they do with ours, "
            "their drawing may differ a little.",
        ),
        doc="setup",
    ),
}
FAULTS: dict[str, Fault] = {
    "vertical_not_traditional": Fault(
        Text(
            "直排的书只做繁体的，这份稿件是 {tag}", "直排的書只做繁體的，這份稿件是 {tag}",
            "Vertical lines are for Traditional copy; this is {tag}",
        ),
        todo=Text(
            "请加 --to zh-Hant-TW 或 --to zh-Hant-HK", "請加 --to zh-Hant-TW 或 --to zh-Hant-HK",
            "Add --to zh-Hant-TW or --to zh-Hant-HK",
        ),
    ),
    "font_unopened": Fault(
        Text("字体文件打不开", "字型檔打不開", "The font cannot be opened"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请运行 edition setup 重新安装字体", "請執行 edition setup 重新安裝字型",
            "Run “edition setup” to install the fonts again",
        ),
    ),
    "cover_face_unopened": Fault(
        Text(
            "封面用的“{role}”字体打不开", "封面用的「{role}」字型打不開",
            "the cover’s face for “{role}” cannot be opened",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请重新运行 edition setup 取字体", "請重新執行 edition setup 取字型",
            "Run the set-up again; it fetches the fonts",
        ),
    ),
    "all_held": Fault(
        Text("稿件全部停发（{count} 条：{headlines}），没有可排的",
             "稿件全部停發（{count} 則：{headlines}），沒有可排的",
             "every story is held ({count}: {headlines}); there is nothing to print"),
        todo=Text(
            "请用 edition stories 看各条为什么停发", "請用 edition stories 看各則為什麼停發",
            "See with “edition stories” why each is held",
        ),
    ),
    "no_story_for_book": Fault(
        Text("没有稿件可以成书", "沒有稿件可以成書", "there is no story to make a book of"),
        todo=Text(
            "请用 edition stories 看读到了什么", "請用 edition stories 看讀到了什麼",
            "Check the copy with “edition stories”",
        ),
    ),
    "cover_no_picture": Fault(
        Text(
            "封面既不是 PNG 也不是 JPEG", "封面既不是 PNG 也不是 JPEG",
            "the cover is neither a PNG nor a JPEG",
        ),
    ),
    "book_not_packed": Fault(
        Text("书没有装成", "書沒有裝成", "the book could not be packed"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请把稿件和这句话告诉 edition 的作者", "請把稿件和這句話告訴 edition 的作者",
            "Send the copy and this message to the makers of edition",
        ),
    ),
    "book_character": Fault(
        Text(
            "文字里有书里不能有的 {code}", "文字裡有書裡不能有的 {code}",
            "the text holds {code}, which no book can hold",
        ),
        todo=Text(
            "请让 edition 来读这份稿，它会清理", "請讓 edition 來讀這份稿，它會清理",
            "Read the copy through edition’s readers, which clean it",
        ),
    ),
    "book_name": Fault(
        Text(
            "书里不能用“{name}”这个名字", "書裡不能用「{name}」這個名字",
            "the name “{name}” cannot stand in the book",
        ),
    ),
    "book_path": Fault(
        Text(
            "“{path}”不是纯 ASCII 的路径", "「{path}」不是純 ASCII 的路徑",
            "“{path}” is not a plain ASCII path",
        ),
    ),
    "book_twice": Fault(
        Text(
            "“{name}”在书里出现了两次", "「{name}」在書裡出現了兩次",
            "“{name}” stands twice in the book",
        ),
    ),
    "volume_twice": Fault(
        Text(
            "合订本里“{title}”出现了两次", "合訂本裡「{title}」出現了兩次",
            "“{title}” stands twice in the volume",
        ),
        why=Text(
            "书名、日期和版号都相同的是同一期", "書名、日期和版號都相同的是同一期",
            "Issues of one paper, date and page are one",
        ),
    ),
    "volume_without_out": Fault(
        Text("合订本要写进文件", "合訂本要寫進檔案", "A volume is written to a file"),
        todo=Text("请用 -o 写明文件名", "請用 -o 寫明檔名", "Name it with -o"),
    ),
    "volume_form": Fault(
        Text("合订本不能嵌入字体", "合訂本不能嵌入字型", "A volume cannot hold faces"),
        todo=Text(
            "请去掉 --embed-fonts，或者每期各做一本",
            "請去掉 --embed-fonts，或者每期各做一本",
            "Leave --embed-fonts out, or make a book of each issue",
        ),
    ),
    "nothing_to_bind": Fault(
        Text("没有可以合订的报纸", "沒有可以合訂的報紙", "There is no issue to bind"),
    ),
    "book_unsound": Fault(
        Text(
            "做出的书不合规，没有写出：{rule}，{place}",
            "做出的書不合規，沒有寫出：{rule}，{place}",
            "the book would be unsound and is not written: {rule}, {place}",
        ),
        todo=Text(
            "请把稿件和这句话告诉 edition 的作者", "請把稿件和這句話告訴 edition 的作者",
            "Send the copy and this message to the makers of edition",
        ),
    ),
    "book_spine": Fault(
        Text(
            "书脊里的“{name}”不在书里", "書脊裡的「{name}」不在書裡",
            "the spine names “{name}”, which is no item",
        ),
    ),
    "book_metadata": Fault(
        Text(
            "有一项书目没有写进书里", "有一項書目沒有寫進書裡",
            "a metadata value did not reach the package document",
        ),
    ),
    "no_pango": Fault(
        Text(
            "没有安装 WeasyPrint 所用的 Pango", "沒有安裝 WeasyPrint 所用的 Pango",
            "Pango, which WeasyPrint draws with, is not installed",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请运行 edition setup，它会说出本机的安装命令",
            "請執行 edition setup，它會說出本機的安裝指令",
            "Run “edition setup”, which gives the command for this system",
        ),
    ),
    "no_face": Fault(
        Text("版面没有字体可用", "版面沒有字型可用", "The page has no face to be set in"),
        why=Text(
            "版式里写的字体都没有安装", "版式裡寫的字型都沒有安裝",
            "The layout names none that is installed",
        ),
        todo=Text(
            "请运行 edition setup，并核对 layout.toml 里的字体",
            "請執行 edition setup，並核對 layout.toml 裡的字型",
            "Run “edition setup”, and check the faces in layout.toml",
        ),
    ),
    "not_drawn": Fault(
        Text("版面没有画成", "版面沒有畫成", "The pages could not be drawn"),
        why=Text(
            "WeasyPrint 停在 {reason}", "WeasyPrint 停在 {reason}",
            "WeasyPrint stopped with {reason}",
        ),
        todo=Text(
            "请把稿件和这句话告诉 edition 的作者", "請把稿件和這句話告訴 edition 的作者",
            "Send the copy and this message to the makers of edition",
        ),
    ),
    "template_file_missing": Fault(
        Text(
            "版式里没有文件“{file}”", "版式裡沒有檔案「{file}」", "the layout has no file “{file}”"
        ),
        todo=Text(
            "请补上这个文件，或换一个版式", "請補上這個檔案，或換一個版式",
            "Restore the file or choose another layout",
        ),
    ),
    "template_wrong": Fault(
        Text("这个模板用不了", "這個範本用不了", "the template cannot be used"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请改正模板；可用的名称见 docs/layouts.md", "請改正範本；可用的名稱見 docs/layouts.md",
            "Mend the template; the names it may use are in the layout's documentation",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "no_book_kind": Text(
        "EPUB 不能收这一类文件", "EPUB 不能收這一類檔案", "it is of no kind an EPUB may hold"
    ),
    "no_such_file": Text("没有这个文件", "沒有這個檔案", "there is no such file"),
    "ear_cut_short": Text("已截短", "已截短", "it is cut short"),
    "ear_left_out": Text("没有登出", "沒有登出", "it is left out"),
    "furniture_index": Text("要目", "要目", "The index"),
    "furniture_outer": Text("报眉上的版名", "報眉上的版名", "The page’s name in the folio"),
    "furniture_inner": Text("报眉上的日期", "報眉上的日期", "The date in the folio"),
}
