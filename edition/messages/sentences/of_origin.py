"""What is said of where copy comes from, and of characters put in their right form."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_ORIGIN = "reading#where-copy-comes-from"
_UNDO = Text(
    "如果不是，请在稿件旁的 .toml 里写 copied_from = \"none\"",
    "如果不是，請在稿件旁的 .toml 裡寫 copied_from = \"none\"",
    "If it is not, write copied_from = \"none\" in the sidecar",
)
_LOOK = Text(
    "请对照原稿看一遍", "請對照原稿看一遍", "Compare the words with the copy",
)

KINDS: dict[str, Kind] = {
    "copied_from_mail": Kind(
        Severity.WARNING,
        Text(
            "像是从邮件复制的：{lines} 行邮件信息没有排入，去掉了 {marks} 个引用号。",
            "像是從郵件複製的：{lines} 行郵件資訊沒有排入，去掉了 {marks} 個引用號。",
            "This looks like copy out of a mail: {lines} lines of the mail were set aside, "
            "{marks} quotation marks taken out.",
        ),
        _UNDO, _ORIGIN,
    ),
    "copied_from_pdf": Kind(
        Severity.WARNING,
        Text(
            "像是从 PDF 复制的：{count} 行书眉和页码没有排入。",
            "像是從 PDF 複製的：{count} 行書眉和頁碼沒有排入。",
            "This looks like copy out of a PDF: {count} running heads and page numbers were set "
            "aside.",
        ),
        _UNDO, _ORIGIN,
    ),
    "copied_from_sheet": Kind(
        Severity.INFO,
        Text(
            "像是从电子表格复制的：{rows} 行 {columns} 列排成表格，空格子留着。",
            "像是從試算表複製的：{rows} 列 {columns} 欄排成表格，空格子留著。",
            "This looks like copy out of a spreadsheet: {rows} rows of {columns} columns are a "
            "table, empty cells kept.",
        ),
        _UNDO, _ORIGIN,
    ),
    "table_rules_taken": Kind(
        Severity.INFO,
        Text(
            "{rows} 行 {columns} 列用竖线隔开，排成表格，空格子留着；竖线没有排入。",
            "{rows} 列 {columns} 欄用直線隔開，排成表格，空格子留著；直線沒有排入。",
            "{rows} rows of {columns} columns parted by upright rules are a table, empty cells "
            "kept; the rules themselves are not printed.",
        ),
        _UNDO, _ORIGIN,
    ),
    "copied_with_codes": Kind(
        Severity.WARNING,
        Text(
            "稿件带有{form}的排版指令，已去掉 {count} 个字符的指令。",
            "稿件帶有{form}的排版指令，已去掉 {count} 個字元的指令。",
            "The copy holds codes of {form}: {count} characters of codes were taken out.",
        ),
        _UNDO, _ORIGIN,
    ),
    "entities_decoded": Kind(
        Severity.INFO,
        Text(
            "稿件里有 {count} 处网页代码，已换成所指的字符：{forms}。",
            "稿件裡有 {count} 處網頁代碼，已換成所指的字元：{forms}。",
            "{count} codes of a web page were taken for what they stand for: {forms}.",
        ),
        _UNDO, _ORIGIN,
    ),
    "entities_unsure": Kind(
        Severity.WARNING,
        Text(
            "有 {count} 处像是网页代码，照原样排印：{forms}。",
            "有 {count} 處像是網頁代碼，照原樣排印：{forms}。",
            "{count} places look like codes of a web page and are printed as they stand: {forms}.",
        ),
        Text("请在稿件里改正", "請在稿件裡改正", "Mend them in the copy"), _ORIGIN,
    ),
    "han_spaces_removed": Kind(
        Severity.INFO,
        Text(
            "字与字之间都有空格，像是识别出来的文字：去掉了 {count} 个空格。",
            "字與字之間都有空格，像是辨識出來的文字：去掉了 {count} 個空格。",
            "A space stands after every character, as text recognition gives it: {count} spaces "
            "were taken out.",
        ),
        _UNDO, _ORIGIN,
    ),
    "hyphens_joined": Kind(
        Severity.WARNING,
        Text(
            "{count} 个在行末断开的外文词已接上：{words}。",
            "{count} 個在行末斷開的外文詞已接上：{words}。",
            "{count} words parted at a line end were joined: {words}.",
        ),
        _LOOK, _ORIGIN,
    ),
    "invisible_removed": Kind(
        Severity.INFO,
        Text(
            "删去了 {count} 个看不见的字符（{sign}），第一个在第 {line} 行。",
            "刪去了 {count} 個看不見的字元（{sign}），第一個在第 {line} 行。",
            "{count} invisible characters ({sign}) were taken out, the first in line {line}.",
        ),
        doc="reading#the-steps",
    ),
    "radicals_folded": Kind(
        Severity.INFO,
        Text(
            "{count} 个部首字符已换成汉字：{forms}。", "{count} 個部首字元已換成漢字：{forms}。",
            "{count} radicals were put as the characters they stand for: {forms}.",
        ),
        _LOOK, "reading#the-steps",
    ),
    "private_use_decoded": Kind(
        Severity.WARNING,
        Text(
            "{count} 个旧编码的造字已换成现在的字：{forms}。",
            "{count} 個舊編碼的造字已換成現在的字：{forms}。",
            "{count} private-use characters of an old encoding were put as what they were: "
            "{forms}.",
        ),
        _LOOK, "reading#the-steps",
    ),
    "private_use": Kind(
        Severity.ERROR,
        Text(
            "{code} 是造字，只有造它的字体才知道是什么字；共 {count} 处。",
            "{code} 是造字，只有造它的字型才知道是什麼字；共 {count} 處。",
            "{code} is a private-use character that only its maker's font knows; it stands in "
            "{count} places.",
        ),
        Text("请在稿件里换成正式的字", "請在稿件裡換成正式的字",
             "Put the right character in the copy"),
        "reading#the-steps",
    ),
    "figures_narrowed": Kind(
        Severity.INFO,
        Text(
            "按稿件旁 .toml 的要求，{count} 个全角数字改成了半角。",
            "按稿件旁 .toml 的要求，{count} 個全形數字改成了半形。",
            "{count} full-width figures were set half-width, as the sidecar asks.",
        ),
        doc="reading#the-steps",
    ),
    "own_output_left_out": Kind(
        Severity.INFO,
        Text(
            "{file} 是 edition 自己做出的文件，不当稿件读。",
            "{file} 是 edition 自己做出的檔案，不當稿件讀。",
            "{file} was made by edition itself and is not read as copy.",
        ),
        doc="reading#formats",
    ),
}

FAULTS: dict[str, Fault] = {
    "tagged_copy": Fault(
        Text(
            "这是带代码的稿件（tagged copy）：{form}", "這是帶代碼的稿件（tagged copy）：{form}",
            "this is tagged copy: {form}",
        ),
        Text(
            "去不掉这些代码又不弄乱文字", "去不掉這些代碼又不弄亂文字",
            "Its codes cannot be taken out without confusing its words",
        ),
        Text(
            "{todo}；确实要照原样排，请在稿件旁的 .toml 里写 copied_from = \"none\"",
            "{todo}；確實要照原樣排，請在稿件旁的 .toml 裡寫 copied_from = \"none\"",
            "{todo}; if it is to be printed as it stands, write copied_from = \"none\" in the "
            "sidecar",
        ),
    ),
    "own_output": Fault(
        Text("这是 edition 自己做出的页面或校样", "這是 edition 自己做出的頁面或校樣",
             "this is a page or a proof sheet made by edition"),
        todo=Text("请给出稿件本身", "請給出稿件本身", "Give the copy itself"),
    ),
}

_PLAIN = Text("请另存为纯文本", "請另存為純文字", "Save it as plain text")

PHRASES: dict[str, Text] = {
    "loss_of_origin": Text(
        "整理来源时有 {count} 个字对不上", "整理來源時有 {count} 個字對不上",
        "{count} characters were lost or won while the origin of the copy was undone",
    ),
    "tagged_founder": Text("方正排版小样", "方正排版小樣", "Founder typesetting"),
    "tagged_founder_todo": _PLAIN,
    "tagged_indesign": Text("InDesign 标记文本", "InDesign 標記文字", "InDesign tagged text"),
    "tagged_indesign_todo": _PLAIN,
    "tagged_quark": Text("XPress 标记文本", "XPress 標記文字", "XPress tags"),
    "tagged_quark_todo": _PLAIN,
    "tagged_html": Text("网页源码", "網頁原始碼", "the source of a web page"),
    "tagged_html_todo": Text("请把文件名改成 .html", "請把檔名改成 .html", "Name the file .html"),
    "tagged_xml": Text("XML 源码", "XML 原始碼", "XML"),
    "tagged_xml_todo": Text("请把文件名改成 .xml", "請把檔名改成 .xml", "Name the file .xml"),
    "tagged_rtf": Text("RTF 源码", "RTF 原始碼", "RTF"),
    "tagged_rtf_todo": Text(
        "请用 Word 打开，另存为 .docx", "請用 Word 開啟，另存為 .docx",
        "Open it in Word and save it as .docx",
    ),
    "tagged_tex": Text("TeX 源码", "TeX 原始碼", "TeX"),
    "tagged_tex_todo": _PLAIN,
    "tagged_postscript": Text("PostScript 程序", "PostScript 程式", "PostScript"),
    "tagged_postscript_todo": _PLAIN,
    "tagged_mime": Text("编过码的邮件原文", "編過碼的郵件原文", "the encoded source of a mail"),
    "tagged_mime_todo": Text(
        "请在邮件程序里把正文另存为纯文本", "請在郵件程式裡把內文另存為純文字",
        "Save the text of the mail as plain text",
    ),
}
