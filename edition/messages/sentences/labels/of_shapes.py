"""What a feature of a line holds, in words of the trade: shapes, forms, marks, parts of speech."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

_SHAPES = (
    ("jump", "转接语", "轉接語", "a jump line"), ("byline", "署名", "署名", "a byline"),
    ("credit", "图片署名", "圖片署名", "a credit"), ("author", "作者", "作者", "an author"),
    ("caption", "图片说明", "圖片說明", "a caption"),
    ("label", "编者按之类", "編者按之類", "the label of a note"),
    ("salute", "称呼或致敬", "稱呼或致敬", "a greeting"),
    ("dateline", "电头", "電頭", "a dateline"),
    ("aside", "版面杂项", "版面雜項", "furniture"), ("names", "人名", "人名", "names alone"),
    ("shot", "带摄影署名的行", "帶攝影署名的行", "a line with a photographer"),
    ("text", "长段正文", "長段正文", "a long text"),
    ("sentence", "短句", "短句", "a short sentence"),
    ("word", "极短的行（8 字以内）", "極短的行（8 字以內）", "a line of at most 8 characters"),
    ("short", "短行（9–24 字）", "短行（9–24 字）", "a line of 9 to 24 characters"),
    ("line", "没有句号的行（25–60 字）", "沒有句號的行（25–60 字）",
     "a line of 25 to 60 characters without a full stop"),
    ("edge", "稿件的尽头", "稿件的盡頭", "the edge of the copy"),
    ("marked", "{shape}（有逗号或问叹号）", "{shape}（有逗號或問嘆號）",
     "{shape} (with a comma or the like)"),
    ("signed", "{shape}（末尾带署名）", "{shape}（末尾帶署名）", "{shape} (signed at its end)"),
)
_ENDS = (
    ("stop", "句号", "句號", "a full stop"), ("cry", "叹号", "嘆號", "an exclamation mark"),
    ("ask", "问号", "問號", "a question mark"), ("dots", "省略号", "刪節號", "dots"),
    ("colon", "冒号", "冒號", "a colon"), ("dash", "破折号", "破折號", "a dash"),
    ("comma", "逗号、顿号或分号", "逗號、頓號或分號", "a comma or semicolon"),
    ("closer", "引号或括号", "引號或括號", "a closing quote or bracket"),
    ("figure", "数字", "數字", "a figure"), ("latin", "拉丁字母", "拉丁字母", "a Latin letter"),
    ("han", "汉字", "漢字", "a Chinese character"),
)
_MARKS = (
    ("colon", "冒号", "冒號", "a colon"), ("dashes", "破折号", "破折號", "a dash"),
    ("title", "书名号", "書名號", "《》"), ("quotes", "引号", "引號", "“”"),
    ("corners", "直角引号", "直角引號", "「」"), ("list", "顿号", "頓號", "、"),
    ("point", "间隔号", "間隔號", "·"), ("percent", "百分号", "百分號", "%"),
    ("tab", "制表符", "定位符號", "a tab"),
    ("white", "字间空白", "字間空白", "white between words"),
)
_FORMS = (
    ("jump", "转接语", "轉接語", "a jump line"), ("byline", "署名", "署名", "a byline"),
    ("names", "人名", "人名", "names alone"), ("author", "作者", "作者", "an author"),
    ("glued", "粘在句末的署名", "黏在句末的署名", "a byline glued to its end"),
    ("dateline", "电头", "電頭", "a dateline"), ("caption", "图片说明", "圖片說明", "a caption"),
    ("credit", "图片署名", "圖片署名", "a credit"),
    ("shot", "摄影署名", "攝影署名", "a photographer"),
    ("pictured", "图片来源", "圖片來源", "the source of a picture"),
    ("label", "编者按之类", "編者按之類", "the label of a note"),
    ("letter", "来信的开头", "來信的開頭", "the opening of a letter"),
    ("notice", "启事、公告的名称", "啟事、公告的名稱", "the name of a notice"),
    ("briefs", "简讯栏名", "簡訊欄名", "the name of a column of briefs"),
    ("section", "栏名的字眼", "欄名的字眼", "an ending of section names"),
    ("document", "文号", "文號", "the number of a document"),
    ("salute", "称呼或致敬", "稱呼或致敬", "a greeting"),
    ("date", "落款日期", "落款日期", "a closing date"),
    ("signature", "落款", "落款", "a signature"),
    ("numbered", "行首编号", "行首編號", "a number at its head"),
    ("bullet", "行首圆点之类", "行首圓點之類", "a bullet"),
    ("dash", "行首破折号", "行首破折號", "a dash at its head"),
    ("says", "行首说话人", "行首說話人", "a speaker at its head"),
    ("spoken", "“某某说”", "「某某說」", "“so-and-so said”"),
    ("placedate", "写作时间或地点", "寫作時間或地點", "place and date of writing"),
    ("connective", "承接上文的词", "承接上文的詞", "a connective at its head"),
    ("dangling", "话没说完的末字", "話沒說完的末字", "an end that wants more"),
    ("quoted", "行首引号", "行首引號", "a quotation mark at its head"),
    ("halves", "对仗的两半", "對仗的兩半", "two parallel halves"),
    ("asks", "问号", "問號", "a question"),
    ("colon", "行首不远的冒号", "行首不遠的冒號", "a colon near its head"),
    ("white", "字间空白", "字間空白", "white between words"),
    ("asideword", "版面杂项的字眼", "版面雜項的字眼", "a word of page furniture"),
    ("labelled", "行首方括号", "行首方括號", "a bracketed label"),
    ("bracketed", "整行括号", "整行括號", "brackets round all of it"),
    ("genre", "末尾括号里的体裁", "末尾括號裡的體裁", "a genre in brackets at its end"),
    ("tail", "末尾的括号", "末尾的括號", "brackets at its end"),
    ("aside_sure", "版面杂项的样子（{sort}）", "版面雜項的樣子（{sort}）",
     "the form of furniture ({sort})"),
    ("aside_maybe", "可能是版面杂项（{sort}）", "可能是版面雜項（{sort}）",
     "perhaps furniture ({sort})"),
)
_SIGNS = (
    ("furniture", "版面杂项", "版面雜項", "furniture"), ("jump", "转接语", "轉接語", "a jump line"),
    ("credit", "图片署名", "圖片署名", "a credit"),
    ("caption", "图片说明", "圖片說明", "a caption"),
    ("label", "编者按之类", "編者按之類", "a note"), ("verse", "诗行", "詩行", "verse"),
    ("table", "表格的一行", "表格的一行", "a row of a table"),
    ("list", "列表的一项", "列表的一項", "an item of a list"),
    ("entry", "条目", "條目", "a row of a label and its text"),
    ("closing", "落款", "落款", "the close of a letter"),
)
_SPEECH = (
    ("n", "名词", "名詞", "a noun"), ("v", "动词", "動詞", "a verb"),
    ("a", "形容词", "形容詞", "an adjective"),
    ("d", "副词", "副詞", "an adverb"), ("m", "数词", "數詞", "a numeral"),
    ("q", "量词", "量詞", "a classifier"),
    ("r", "代词", "代詞", "a pronoun"), ("t", "时间词", "時間詞", "a word of time"),
    ("p", "介词", "介詞", "a preposition"), ("c", "连词", "連詞", "a conjunction"),
    ("u", "助词", "助詞", "a particle"), ("f", "方位词", "方位詞", "a word of direction"),
    ("s", "处所词", "處所詞", "a word of place"), ("b", "区别词", "區別詞", "an attributive"),
    ("i", "成语", "成語", "an idiom"), ("l", "习用语", "習用語", "a set phrase"),
    ("j", "简称", "簡稱", "an abbreviation"), ("e", "叹词", "嘆詞", "an interjection"),
    ("y", "语气词", "語氣詞", "a modal word"), ("z", "状态词", "狀態詞", "a word of state"),
    ("k", "后缀", "後綴", "a suffix"), ("h", "前缀", "前綴", "a prefix"),
    ("g", "语素", "語素", "a morpheme"),
    ("o", "拟声词", "擬聲詞", "a word of sound"),
    ("x", "数字或字母", "數字或字母", "figures or letters"),
    ("long", "多于四个词", "多於四個詞", "more than four"),
)
_SIZES = (
    ("white_more", "比平常多", "比平常多", "more than is usual"),
    ("white_less", "比平常少", "比平常少", "less than is usual"),
    ("white_usual", "与平常一样", "與平常一樣", "as usual"),
    ("digits_0", "没有数字", "沒有數字", "no figures"),
    ("digits_1", "有一两个数字", "有一兩個數字", "a few figures"),
    ("digits_2", "数字不少", "數字不少", "some figures"),
    ("digits_3", "多半是数字", "多半是數字", "figures for the most part"),
    ("size_short", "短行", "短行", "short"), ("size_long", "长行", "長行", "long"),
    ("indent_0", "行首不缩进", "行首不縮排", "not indented"),
    ("indent_1", "行首缩进", "行首縮排", "indented"),
    ("much_none", "没有", "沒有", "none"), ("much_few", "不多", "不多", "few"),
    ("much_many", "很多", "很多", "many"),
    ("whether_yes", "是", "是", "yes"), ("whether_no", "否", "否", "no"),
    ("whether_empty", "没有上下文", "沒有上下文", "no copy there"),
    ("whether_1", "是", "是", "yes"), ("whether_0", "否", "否", "no"),
    ("counting_first", "是第一", "是第一", "is the first"),
    ("counting_on", "不是第一", "不是第一", "is a later one"),
    ("part_of_none", "无从比较", "無從比較", "nothing to compare"),
    ("part_of_0", "不到四分之一", "不到四分之一", "less than a quarter"),
    ("part_of_1", "四分之一以上", "四分之一以上", "a quarter or more"),
    ("part_of_2", "一半以上", "一半以上", "half or more"),
    ("part_of_3", "四分之三以上", "四分之三以上", "three quarters or more"),
    ("bylines_after", "在文后", "在文後", "after the text"),
    ("bylines_before", "在文前", "在文前", "before the text"),
    ("bylines_none", "不用", "不用", "are not printed"),
)

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {
    f"word_{prefix}{name}": Text(*words)
    for prefix, table in (
        ("shape_", _SHAPES), ("end_", _ENDS), ("mark_", _MARKS), ("form_", _FORMS),
        ("sign_", _SIGNS), ("speech_", _SPEECH), ("", _SIZES),
    )
    for name, *words in table
}
