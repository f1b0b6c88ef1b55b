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
}
FAULTS: dict[str, Fault] = {
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
    "ear_cut_short": Text("已截短", "已截短", "it is cut short"),
    "ear_left_out": Text("没有登出", "沒有登出", "it is left out"),
    "furniture_index": Text("要目", "要目", "The index"),
    "furniture_outer": Text("报眉上的版名", "報眉上的版名", "The page’s name in the folio"),
    "furniture_inner": Text("报眉上的日期", "報眉上的日期", "The date in the folio"),
}
