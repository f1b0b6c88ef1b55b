"""What is said of the files of a pack from anywhere: folders, fonts, pictures, styles."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

CHOOSE_LAYOUT = Text(
    "请用 --layout 选其中一个", "請用 --layout 選其中一個", "Choose one of them with --layout"
)
MEND = Text("请改正这个文件", "請改正這個檔案", "Mend it")

KINDS: dict[str, Kind] = {
    "style_property": Kind(
        Severity.WARNING,
        Text(
            "{where}：没有名为“{name}”的样式属性，这一项不起作用{hint}",
            "{where}：沒有名為「{name}」的樣式屬性，這一項不起作用{hint}",
            "{where}: There is no property “{name}”, so it does nothing{hint}",
        ),
        todo=Text("请改正这个名称", "請改正這個名稱", "Mend the name"),
    ),
    "style_selector": Kind(
        Severity.WARNING,
        Text(
            "{where}：版面上没有“{name}”，这条规则不起作用{hint}",
            "{where}：版面上沒有「{name}」，這條規則不起作用{hint}",
            "{where}: Nothing in any page is “{name}”, so the rule does nothing{hint}",
        ),
        todo=Text("请改正这个名称", "請改正這個名稱", "Mend the name"),
    ),
    "pack_margins": Kind(
        Severity.WARNING,
        Text(
            "版心比所给的页边窄，内、外页边按比例印成 {inner:.1f} 和 {outer:.1f} 毫米",
            "版心比所給的頁邊窄，內、外頁邊按比例印成 {inner:.1f} 和 {outer:.1f} 公釐",
            "The type area is narrower than the margins allow: the inner is printed {inner:.1f} "
            "mm wide, the outer {outer:.1f} mm",
        ),
        todo=Text(
            "如不合意，请改栏宽或页边",
            "如不合意，請改欄寬或頁邊",
            "Change the columns or the margins if that will not do",
        ),
    ),
    "pack_font": Kind(
        Severity.INFO,
        Text(
            "字体“{role}”（{name}）有 {of_letters} 个西文字符中的"
            " {letters} 个、{of_common} 个常用汉字中的 {common} "
            "个；缺的字用 {fallback} 补",
            "字型「{role}」（{name}）有 {of_letters} 個西文字元中的"
            " {letters} 個、{of_common} 個常用漢字中的 {common} "
            "個；缺的字用 {fallback} 補",
            "The font “{role}” ({name}) holds {letters} of {of_letters} Latin signs and {common} "
            "of {of_common} everyday Chinese characters; {fallback} draws the rest",
        ),
    ),
    "font_lacks": Kind(
        Severity.WARNING,
        Text(
            "字体“{role}”缺 {count} 个字（{characters}），已用 {fallback} 补",
            "字型「{role}」缺 {count} 個字（{characters}），已用 {fallback} 補",
            "The font “{role}” lacks characters ({characters}; {count} in all); {fallback} draws "
            "them",
        ),
        todo=Text(
            "如不合意，请换一种字体",
            "如不合意，請換一種字型",
            "Choose another font if that will not do",
        ),
    ),
    "copy_unseen": Kind(
        Severity.ERROR,
        Text(
            "第 {page} 版{what}有 {count} 个字看不见：{why}",
            "第 {page} 版{what}有 {count} 個字看不見：{why}",
            "{what} on page {page} cannot be read, because {why} (characters: {count})",
        ),
        todo=Text(
            "请改正版式的样式或模板",
            "請改正版式的樣式或範本",
            "Mend the style or the template of the pack",
        ),
    ),
    "picture_unseen": Kind(
        Severity.ERROR,
        Text(
            "第 {page} 版有 {count} 张图片没有画出来",
            "第 {page} 版有 {count} 張圖片沒有畫出來",
            "Page {page}: pictures that are not drawn: {count}",
        ),
        todo=Text(
            "请改正版式的样式或模板",
            "請改正版式的樣式或範本",
            "Mend the style or the template of the pack",
        ),
    ),
    "faint_copy": Kind(
        Severity.WARNING,
        Text(
            "第 {page} 版有 {count} 个字与底色的对比只有 {ratio:.1f}:1，不到 {least:.1f}:1",
            "第 {page} 版有 {count} 個字與底色的對比只有 {ratio:.1f}:1，不到 {least:.1f}:1",
            "Page {page}: type stands on its ground with a contrast of {ratio:.1f}:1, less than "
            "{least:.1f}:1 (characters: {count})",
        ),
        todo=Text(
            "请加深文字或减淡底色",
            "請加深文字或減淡底色",
            "Make the type darker or its ground lighter",
        ),
    ),
}
FAULTS: dict[str, Fault] = {
    "folder_no_pack": Fault(
        what=Text(
            "这个文件夹里没有版式",
            "這個資料夾裡沒有版式",
            "There is no pack in this folder",
        ),
        why=Text(
            "版式的文件夹里有 layout.toml 或 pack.toml；可用名称的版式有：{known}",
            "版式的資料夾裡有 layout.toml 或 pack.toml；可用名稱的版式有：{known}",
            "A pack's folder holds layout.toml or pack.toml; packs by name are {known}",
        ),
        todo=Text("请改正路径", "請改正路徑", "Mend the path"),
    ),
    "no_pack": Fault(
        what=Text(
            "这个文件夹里没有版式",
            "這個資料夾裡沒有版式",
            "There is no pack in this folder",
        ),
        why=Text("缺少 {known} 中的一个", "缺少 {known} 中的一個", "One of {known} is needed"),
        todo=Text(
            "请运行“edition pack new”新建一个",
            "請執行「edition pack new」新建一個",
            "Begin one with “edition pack new”",
        ),
    ),
    "pack_offer": Fault(
        what=Text(
            "已安装的软件包所带的版式“{name}”打不开",
            "已安裝的套件所帶的版式「{name}」打不開",
            "The pack “{name}” of an installed package cannot be opened",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text("请改正或卸下那个软件包", "請改正或移除那個套件", "Mend or remove that package"),
    ),
    "pack_file_unread": Fault(
        what=Text("版式的文件读不了", "版式的檔案讀不了", "A file of the pack cannot be read"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=MEND,
    ),
    "pack_file_large": Fault(
        what=Text("版式的文件太大", "版式的檔案太大", "A file of the pack is too large"),
        why=Text("最多 {most} 千字节", "最多 {most} KB", "The most is {most} kB"),
        todo=MEND,
    ),
    "pack_picture": Fault(
        what=Text(
            "版式的图片 {file} 不能用",
            "版式的圖片 {file} 不能用",
            "The picture {file} of the pack cannot be used",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请换成 PNG、JPEG 或 WebP",
            "請換成 PNG、JPEG 或 WebP",
            "Give it as PNG, JPEG or WebP",
        ),
    ),
    "font_refused": Fault(
        what=Text(
            "字体文件 {file} 不能用",
            "字型檔案 {file} 不能用",
            "The font {file} cannot be used",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text("请换一个字体文件", "請換一個字型檔案", "Choose another font file"),
    ),
    "style_refused": Fault(
        what=Text("版式的样式不能用", "版式的樣式不能用", "The style of the pack cannot be used"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "可以写些什么，见 docs/layouts.md",
            "可以寫些什麼，見 docs/layouts.md",
            "See docs/layouts.md for what may stand there",
        ),
    ),
    "template_refused": Fault(
        what=Text(
            "版式的模板不能用",
            "版式的範本不能用",
            "The template of the pack cannot be used",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "模板怎样写，见 docs/layouts.md",
            "範本怎樣寫，見 docs/layouts.md",
            "See docs/layouts.md for how a template is written",
        ),
    ),
    "pack_exists": Fault(
        what=Text("“{name}”已经有了", "「{name}」已經有了", "“{name}” is there already"),
        why=Text(
            "新建版式不会改动已有的文件",
            "新建版式不會改動已有的檔案",
            "A new pack changes no file there is",
        ),
        todo=Text("请换一个名称", "請換一個名稱", "Choose another name"),
    ),
    "pack_new_name": Fault(
        what=Text(
            "“{name}”不能作版式的名称",
            "「{name}」不能作版式的名稱",
            "“{name}” cannot be the name of a pack",
        ),
        why=Text(
            "名称只能用小写字母、数字和“-”，以字母开头",
            "名稱只能用小寫字母、數字和「-」，以字母開頭",
            "A name holds small letters, digits and “-”, and begins with a letter",
        ),
        todo=Text("请换一个名称", "請換一個名稱", "Choose another name"),
    ),
}
