"""What is said of Markdown and of marks that other markup shares: struck, guessed, left out."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_DOC = "reading#markdown"

KINDS: dict[str, Kind] = {
    "struck_left_out": Kind(
        Severity.WARNING,
        Text("划去的文字未采用，共 {count} 处。", "劃去的文字未採用，共 {count} 處。",
             "Struck text was left out, {count} in all."),
        Text("要印就去掉删除线", "要印就去掉刪除線", "Take the strike off if it is to be printed"),
        doc=_DOC,
    ),
    "markup_asked": Kind(
        Severity.WARNING,
        Text("{what}，共 {count} 处，请核对印出的样子。",
             "{what}，共 {count} 處，請核對印出的樣子。",
             "{what}, {count} in all: look at what is printed."),
        Text("照印好的样子改稿件里的写法", "照印好的樣子改稿件裡的寫法",
             "Write it in the copy as it is to be printed"),
        doc=_DOC,
    ),
    "lines_kept": Kind(
        Severity.WARNING,
        Text("这几行很短，照原样分行排。", "這幾行很短，照原樣分行排。",
             "These lines are short and were kept as lines."),
        Text("是一段就接成一行；是几段就空行隔开", "是一段就接成一行；是幾段就空行隔開",
             "Write one paragraph on one line, or part paragraphs by blank lines"),
        doc=_DOC,
    ),
    "note_unmarked": Kind(
        Severity.WARNING,
        Text("这条注释在正文里没有注释号，排在篇末。", "這條註釋在正文裡沒有註釋號，排在篇末。",
             "No mark in the text names this note, which stands at the end of the story."),
        Text("在正文里写上注释号", "在正文裡寫上註釋號", "Put its mark into the text"),
        doc=_DOC,
    ),
    "heading_glued": Kind(
        Severity.WARNING,
        Text("“#”后面没有空格；当作标题。", "「#」後面沒有空格；當作標題。",
             "No blank stands behind the #; it was taken for a heading."),
        Text("是标题就空一格；不是就写成“\\#”", "是標題就空一格；不是就寫成「\\#」",
             "Put a blank behind it, or write \\# where it is no heading"),
        doc=_DOC,
    ),
    "rule_below": Kind(
        Severity.WARNING,
        Text("这一段下面的横线会使它成为标题；当作正文。",
             "這一段下面的橫線會使它成為標題；當作正文。",
             "The rule below would make this a heading; it was taken for text."),
        Text("横线上面空一行", "橫線上面空一行", "Leave a line blank above the rule"),
        doc=_DOC,
    ),
}

FAULTS: dict[str, Fault] = {}

PHRASES: dict[str, Text] = {
    "struck_text": Text("划去的文字", "劃去的文字", "struck text"),
    "html_comments": Text("HTML 的注释", "HTML 的註解", "comments of HTML"),
    "shortcodes": Text("短代码", "短代碼", "shortcodes"),
    "directives": Text("给排版程序的行", "給排版程式的行", "lines for a renderer"),
    "callouts": Text("提示框的类别", "提示框的類別", "kinds of callouts"),
    "note_names": Text("注释的代号", "註釋的代號", "names of notes"),
    "link_titles": Text("链接的说明", "連結的說明", "titles of links"),
    "addresses_unused": Text("没有用到的网址", "沒有用到的網址", "addresses that no link uses"),
    "heading_notes": Text("标题里的注释号", "標題裡的註釋號", "marks of notes in headings"),
    "marks_unread": Text("有 Markdown 记号没有读懂，照印", "有 Markdown 記號沒有讀懂，照印",
                         "Marks of Markdown that nothing read are printed"),
    "marked_text": Text("标亮的文字按普通文字排", "標亮的文字按普通文字排",
                        "Highlighted text is set as other text"),
    "formulas": Text("公式按文字排", "公式按文字排", "Formulas are set as text"),
    "note_links": Text("注释里跳回正文的链接", "註釋裡跳回正文的連結",
                       "links from notes back to the text"),
    "emoji_codes": Text("表情的代码照印", "表情的代碼照印", "Codes of emoji are printed as typed"),
    "wiki_links": Text("双方括号的链接只印文字", "雙方括號的連結只印文字",
                       "Of links in double brackets the words alone are printed"),
    "angle_brackets": Text("尖括号里的不是 HTML 标签，照印",
                           "尖括號裡的不是 HTML 標籤，照印",
                           "Angle brackets that hold no tag of HTML are printed"),
}
