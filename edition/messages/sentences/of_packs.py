"""What is said of layout packs, themes and fonts."""

from __future__ import annotations

from edition.messages.sentences.packs import of_pack_files, of_pack_phrases
from edition.messages.sentences.packs.of_pack_files import CHOOSE_LAYOUT as _CHOOSE_LAYOUT
from edition.messages.sentences.packs.of_pack_files import MEND as _MEND
from edition.messages.texts import Fault, Kind, Text

_NO_UTF8 = Text("第 {number} 个字节不是 UTF-8", "第 {number} 個位元組不是 UTF-8", "{error}")
_NOT_TOML = Text(
    "版式文件不是 UTF-8 编码的 TOML", "版式檔案不是 UTF-8 編碼的 TOML",
    "The layout file is not TOML in UTF-8",
)
_NO_THEME = Text(
    "版式“{layout}”没有主题“{theme}”", "版式「{layout}」沒有主題「{theme}」",
    "The layout “{layout}” has no theme “{theme}”",
)

KINDS: dict[str, Kind] = {**of_pack_files.KINDS}
FAULTS: dict[str, Fault] = {
    **of_pack_files.FAULTS,
    "unknown_role": Fault(
        what=Text(
            "fonts.toml 中没有字体角色“{role}”", "fonts.toml 中沒有字型角色「{role}」",
            "“{role}” is not a role of fonts.toml",
        ),
        why=Text("可用的角色有：{known}", "可用的角色有：{known}", "The roles are {known}"),
        todo=Text(
            "请在 layout.toml 中选其中一个", "請在 layout.toml 中選其中一個",
            "Choose one of them in layout.toml",
        ),
    ),
    "face_missing": Fault(
        what=Text(
            "角色“{role}”所用的字体 {name}（{weight}）没有安装",
            "角色「{role}」所用的字型 {name}（{weight}）沒有安裝",
            "The face {name} ({weight}) for the role “{role}” is not installed",
        ),
        why=Text(
            "它来自软件包 {package} {version}", "它來自套件 {package} {version}",
            "It comes from the package {package} {version}",
        ),
        todo=Text(
            "请运行“edition setup”，它会取来字体", "請執行「edition setup」，它會取來字型",
            "Run “edition setup”, which fetches it",
        ),
    ),
    "unknown_layout": Fault(
        what=Text(
            "没有名为“{layout}”的版式", "沒有名為「{layout}」的版式",
            "There is no layout “{layout}”",
        ),
        why=Text(
            "{near}可用的版式有：{known}", "{near}可用的版式有：{known}",
            "{near}The layouts are {known}",
        ),
        todo=_CHOOSE_LAYOUT,
    ),
    "unknown_theme": Fault(
        what=_NO_THEME,
        why=Text(
            "{near}它的主题有：{known}", "{near}它的主題有：{known}", "{near}Its themes are {known}"
        ),
        todo=Text(
            "请用 --theme 选其中一个", "請用 --theme 選其中一個",
            "Choose one of them with --theme",
        ),
    ),
    "no_themes": Fault(
        what=_NO_THEME,
        why=Text("这个版式没有主题", "這個版式沒有主題", "It has no themes"),
        todo=Text("请去掉 --theme", "請去掉 --theme", "Leave out --theme"),
    ),
    "style_not_text": Fault(
        what=Text(
            "版式的样式文件不是 UTF-8 编码", "版式的樣式檔案不是 UTF-8 編碼",
            "A style of the layout is not UTF-8",
        ),
        why=_NO_UTF8,
        todo=_MEND,
    ),
    "layout_not_text": Fault(what=_NOT_TOML, why=_NO_UTF8, todo=_MEND),
    "layout_not_toml": Fault(
        what=_NOT_TOML,
        why=Text("第 {number} 行写错了", "第 {number} 行寫錯了", "{error}"),
        todo=_MEND,
    ),
    "layout_key": Fault(
        what=Text("“{key}”一项不能用", "「{key}」一項不能用", "The key “{key}” cannot be used"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "版式文件各项的说明见 docs/layouts.md", "版式檔案各項的說明見 docs/layouts.md",
            "See docs/layouts.md for the keys of a layout",
        ),
    ),
    "theme_refused": Fault(
        what=Text(
            "主题不能用", "主題不能用", "The theme cannot be used",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "主题里只能写 {known} 和 font-family，见 docs/layouts.md",
            "主題裡只能寫 {known} 和 font-family，見 docs/layouts.md",
            "A theme holds {known} and font-family; see docs/layouts.md",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    **of_pack_phrases.PHRASES,
    "layout_known_keys": Text(
        "可用的项有：{known}", "可用的項有：{known}", "The keys are {known}"
    ),
    "layout_name": Text(
        "它必须是文件夹的名称“{folder}”", "它必須是資料夾的名稱「{folder}」",
        "It must be the name of the folder, “{folder}”",
    ),
    "layout_number": Text("这里要写数字", "這裡要寫數字", "A number is needed here"),
    "layout_whole": Text("这里要写整数", "這裡要寫整數", "A whole number is needed here"),
    "layout_range": Text(
        "{value:g} 不在 {low:g} 与 {high:g} 之间", "{value:g} 不在 {low:g} 與 {high:g} 之間",
        "{value:g} is not between {low:g} and {high:g}",
    ),
    "layout_text": Text("这里要写文字", "這裡要寫文字", "A text is needed here"),
    "layout_table": Text("这里要写一个表", "這裡要寫一個表", "A table is needed here"),
    "layout_ban": Text(
        "可以是 none、basic、gb 或 strict", "可以是 none、basic、gb 或 strict",
        "It is none, basic, gb or strict",
    ),
    "layout_ruby": Text(
        "可以是 above（注在字的上方）或 brackets（注在字后的括号里）",
        "可以是 above（注在字的上方）或 brackets（注在字後的括號裡）",
        "It is above (over the characters) or brackets (behind them)",
    ),
    "layout_ruby_gap": Text(
        "两行正文之间只空 {gap:.2f} em，注音至少要 {least:.2f} em；请改用 brackets，或加大行距",
        "兩行內文之間只空 {gap:.2f} em，注音至少要 {least:.2f} em；請改用 brackets，或加大行距",
        "Two lines of body text stand {gap:.2f} em apart and a reading above its characters needs "
        "{least:.2f} em: use brackets, or widen the pitch",
    ),
    "layout_ladder": Text(
        "这里要写各级标题的字号（以 em 计），后一个比前一个大",
        "這裡要寫各級標題的字級（以 em 計），後一個比前一個大",
        "Headline sizes in em are needed, each larger than the last",
    ),
    "layout_flag": Text("可以是 true 或 false", "可以是 true 或 false", "It is true or false"),
    "layout_too_wide": Text(
        "各栏共宽 {wide:.0f} 毫米，版面没有这么宽", "各欄共寬 {wide:.0f} 公釐，版面沒有這麼寬",
        "The columns are {wide:.0f} mm wide, the page is not",
    ),
    "layout_too_deep": Text(
        "各行共高 {deep:.0f} 毫米，版面没有这么高", "各行共高 {deep:.0f} 公釐，版面沒有這麼高",
        "The rows are {deep:.0f} mm deep, the page ends before",
    ),
    "layout_no_row": Text(
        "这样版面上没有一行留给稿件", "這樣版面上沒有一行留給稿件",
        "It leaves no row of the page for a story",
    ),
    "layout_no_name": Text(
        "版次牌和报眼共占 {taken:g} em，超过版心宽 {whole:g} em 的三分之二，报名放不下",
        "版次牌和報眼共佔 {taken:g} em，超過版心寬 {whole:g} em 的三分之二，報名放不下",
        "Plate and ear take {taken:g} em of {whole:g}, more than two thirds: no room is left for "
        "the name of the paper",
    ),
    "layout_no_body": Text("缺少正文的字体", "缺少內文的字型", "The body type is needed"),
    "theme_at_rule": Text(
        "主题里不能写“@{rule}”", "主題裡不能寫「@{rule}」", "“@{rule}” is no rule a theme may hold"
    ),
    "theme_no_rule": Text(
        "这不是主题可用的规则", "這不是主題可用的規則", "This is no rule a theme may hold"
    ),
    "theme_no_property": Text(
        "这里没有带值的属性", "這裡沒有帶值的屬性", "Here stands no property with a value"
    ),
    "theme_important": Text(
        "“{name}”带有“!important”，会盖过版面的设定",
        "「{name}」帶有「!important」，會蓋過版面的設定",
        "“{name}” is marked !important, which overrides the page",
    ),
    "theme_colour": Text(
        "主题里的“{name}”只能是一种不透明的颜色", "主題裡的「{name}」只能是一種不透明的顏色",
        "“{name}” takes one solid colour in a theme",
    ),
    "theme_outside": Text(
        "只有报头、报眉、栏题能换字体，正文的行早已排定",
        "只有報頭、報眉、欄題能換字型，內文的行早已排定",
        "Only furniture may change its face: lines are composed",
    ),
    "theme_face": Text(
        "“font-family”只能是这些之一：{known}", "「font-family」只能是這些之一：{known}",
        "“font-family” takes one of {known}",
    ),
    "theme_moves": Text(
        "“{name}”会移动版上的行", "「{name}」會移動版上的行", "“{name}” could move a line"
    ),
}
