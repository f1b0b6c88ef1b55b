"""What is said of the finished page and book: lines, glyphs, drawing, packing."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

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
    "missing_glyph": Kind(
        Severity.ERROR,
        Text(
            "{face} 里没有“{character}”（U+{code}），首次用在 {place}；版面上显示为空框。",
            "{face} 裡沒有「{character}」（U+{code}），首次用在 {place}；版面上顯示為空框。",
            "{face} has no glyph for “{character}” (U+{code}), first needed in {place}; the page "
            "shows an empty box for it.",
        ),
        todo=Text(
            "请核对这个字是否写错；确实要用的，请换成字体里有的写法。",
            "請核對這個字是否寫錯；確實要用的，請換成字型裡有的寫法。",
            "Check that the character is meant; if it is, write it in a form the face has.",
        ),
        doc="composition",
    ),
    "face_stands_in": Kind(
        Severity.WARNING,
        Text(
            "“{role}”用的字体没有安装，以 {face} 代替。",
            "「{role}」用的字型沒有安裝，以 {face} 代替。",
            "The face of the role “{role}” is not installed; {face} stands in for it.",
        ),
        todo=Text(
            "请运行 make setup 安装字体。", "請執行 make setup 安裝字型。",
            "Run “make setup”, which fetches it.",
        ),
        doc="setup",
    ),
    "reference_refused": Kind(
        Severity.ERROR,
        Text(
            "版面要用“{url}”，它既不在版式里，也不在稿件里。",
            "版面要用「{url}」，它既不在版型裡，也不在稿件裡。",
            "The page asked for “{url}”, which is not part of the layout or the copy.",
        ),
        todo=Text(
            "请从版式的模板或样式里删去这个地址。", "請從版型的範本或樣式裡刪去這個位址。",
            "Take the address out of the layout’s templates and styles.",
        ),
        doc="layouts#the-files-of-a-pack",
    ),
    "picture_missing": Kind(
        Severity.WARNING,
        Text(
            "图片“{src}”没有收进电子书：{why}。",
            "圖片「{src}」沒有收進電子書：{why}。",
            "The picture “{src}” is not in the book: {why}.",
        ),
        todo=Text(
            "请把图片放在稿件旁边，存成 PNG、JPEG、GIF 或 WebP。",
            "請把圖片放在稿件旁邊，存成 PNG、JPEG、GIF 或 WebP。",
            "Put the picture beside the copy, as PNG, JPEG, GIF or WebP.",
        ),
        doc="ebook",
    ),
}
FAULTS: dict[str, Fault] = {
    "template_missing": Fault(
        Text("版式里没有文件“{file}”", "版型裡沒有檔案「{file}」",
             "the layout has no file “{file}”"),
        todo=Text("请补回这个文件，或换一种版式", "請補回這個檔案，或換一種版型",
                  "Restore the file or choose another layout"),
    ),
    "template_unusable": Fault(
        Text("模板不能用", "範本不能用", "the template cannot be used"),
        why=Text("{error}: {reason}", "{error}: {reason}", "{error}: {reason}"),
        todo=Text(
            "请修改模板；可用的名字见 docs/layouts.md", "請修改範本；可用的名字見 docs/layouts.md",
            "Mend the template; the names it may use are in the layout's documentation",
        ),
    ),
    "pango_missing": Fault(
        Text("没有安装 WeasyPrint 绘图用的 Pango", "沒有安裝 WeasyPrint 繪圖用的 Pango",
             "Pango, which WeasyPrint draws with, is not installed"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请运行 make setup，或安装 libpangoft2-1.0-0 和 libharfbuzz-subset0",
            "請執行 make setup，或安裝 libpangoft2-1.0-0 和 libharfbuzz-subset0",
            "Run “make setup”, or install libpangoft2-1.0-0 and libharfbuzz-subset0",
        ),
    ),
    "page_without_face": Fault(
        Text("版面没有可用的字体", "版面沒有可用的字型", "The page has no face to be set in"),
        why=Text("版式里写的字体都没有安装", "版型裡寫的字型都沒有安裝",
                 "The layout names none that is installed"),
        todo=Text(
            "请运行 make setup，并核对 layout.toml 里的字体",
            "請執行 make setup，並核對 layout.toml 裡的字型",
            "Run “make setup”, and check the faces in layout.toml",
        ),
    ),
    "pages_undrawn": Fault(
        Text("版面画不出来", "版面畫不出來", "The pages could not be drawn"),
        why=Text("WeasyPrint 中途停下：{error}: {reason}", "WeasyPrint 中途停下：{error}: {reason}",
                 "WeasyPrint stopped with {error}: {reason}"),
        todo=Text(
            "请把稿件和这条消息发给 edition 的作者", "請把稿件和這則訊息寄給 edition 的作者",
            "Send the copy and this message to the makers of edition",
        ),
    ),
    "cover_face_unopened": Fault(
        Text("封面所用“{role}”的字体打不开", "封面所用「{role}」的字型打不開",
             "the cover’s face for “{role}” cannot be opened"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text("请再运行一次安装，它会取来字体", "請再執行一次安裝，它會取來字型",
                  "Run the set-up again; it fetches the fonts"),
    ),
    "cover_of_wrong_kind": Fault(
        Text("封面既不是 PNG 也不是 JPEG", "封面既不是 PNG 也不是 JPEG",
             "the cover is neither a PNG nor a JPEG"),
    ),
    "book_without_story": Fault(
        Text("没有稿件，成不了书", "沒有稿件，成不了書", "there is no story to make a book of"),
        todo=Text("请用 edition stories 核对稿件", "請用 edition stories 核對稿件",
                  "Check the copy with “edition stories”"),
    ),
    "book_unpacked": Fault(
        Text("电子书没有打成包", "電子書沒有打成包", "the book could not be packed"),
        why=Text("{error}: {reason}", "{error}: {reason}", "{error}: {reason}"),
    ),
    "book_name_refused": Fault(
        Text("书里不能有名为“{name}”的文件", "書裡不能有名為「{name}」的檔案",
             "the name “{name}” cannot stand in the book"),
    ),
    "book_path_refused": Fault(
        Text("“{path}”不是纯 ASCII 的路径", "「{path}」不是純 ASCII 的路徑",
             "“{path}” is not a plain ASCII path"),
    ),
    "book_character_refused": Fault(
        Text("文字里有 U+{code}，电子书不能收", "文字裡有 U+{code}，電子書不能收",
             "the text holds U+{code}, which no book can hold"),
        todo=Text("请让 edition 来读稿，它会清理这类字符", "請讓 edition 來讀稿，它會清理這類字元",
                  "Read the copy through edition’s readers, which clean it"),
    ),
    "book_name_twice": Fault(
        Text("“{name}”在书里出现了两次", "「{name}」在書裡出現了兩次",
             "“{name}” stands twice in the book"),
    ),
    "book_spine_broken": Fault(
        Text("阅读顺序里的“{name}”不在书中", "閱讀順序裡的「{name}」不在書中",
             "the spine names “{name}”, which is no item"),
    ),
    "book_metadata_lost": Fault(
        Text("有一项书目信息没有写进书里", "有一項書目資訊沒有寫進書裡",
             "a metadata value did not reach the package document"),
    ),
    "font_unopened": Fault(
        Text("字体文件打不开", "字型檔打不開", "The font cannot be opened"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请运行 make setup 重新安装字体", "請執行 make setup 重新安裝字型",
            "Run “make setup” to install the fonts again",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "picture_of_no_book": Text(
        "EPUB 不收这种图片", "EPUB 不收這種圖片", "it is of no kind an EPUB may hold"
    ),
    "picture_not_there": Text("没有这个文件", "沒有這個檔案", "there is no such file"),
    "ear_cut_short": Text("已截短", "已截短", "it is cut short"),
    "ear_left_out": Text("没有登出", "沒有登出", "it is left out"),
    "furniture_index": Text("要目", "要目", "The index"),
    "furniture_outer": Text("报眉上的版名", "報眉上的版名", "The page’s name in the folio"),
    "furniture_inner": Text("报眉上的日期", "報眉上的日期", "The date in the folio"),
}
