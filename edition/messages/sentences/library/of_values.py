"""What the library says of values handed to it: of editions built by hand, and of runs stopped."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

_CORRECT = Text("请改正这个值", "請改正這個值", "Correct the value")
_LIMIT = Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}")
_BOUNDS = Text("应当在 {least} 到 {most} 之间", "應當在 {least} 到 {most} 之間",
               "It must be from {least} to {most}")
_ID_RULE = Text(
    "标识以字母开头，只含字母、数字、“_”和“.”，版面与书里的锚点由它而来",
    "識別碼以字母開頭，只含字母、數字、「_」和「.」，版面與書裡的錨點由它而來",
    "An id begins with a letter and holds letters, figures, “_” and “.”; the anchors of page and "
    "book are made of it",
)
_ID_TODO = Text("留空即可：Edition.build 会编号", "留空即可：Edition.build 會編號",
                "Leave it empty: Edition.build numbers the parts")

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "value_type": Fault(
        Text("这里应当是 {wanted}，不是 {found}", "這裡應當是 {wanted}，不是 {found}",
             "{wanted} is wanted here, not {found}"),
        Text("版面由有类型的值排成", "版面由有型別的值排成", "Pages are set from typed values"),
        Text("请给这一类的值；Edition.build 和各类的 .of 也接受普通的文字和列表，见 docs/api.md",
             "請給這一類的值；Edition.build 和各類別的 .of 也接受普通的文字和串列，見 docs/api.md",
             "Give a value of that type; Edition.build and the .of of each class take plain texts "
             "and lists for many, see docs/api.md"),
    ),
    "field_unknown": Fault(
        Text("{wanted} 没有“{key}”这一项", "{wanted} 沒有「{key}」這一項",
             "{wanted} has no field “{key}”"),
        Text("{near}可用的项有：{known}", "{near}可用的項有：{known}",
             "{near}The fields are {known}"),
        Text("请改正它的名称", "請改正它的名稱", "Mend its name"),
    ),
    "text_half_character": Fault(
        Text("第 {at} 个字符是半个字符（{sign}）", "第 {at} 個字元是半個字元（{sign}）",
             "Character {at} is half a character ({sign})"),
        Text("它写不进任何文件", "它寫不進任何檔案", "No file can hold it"),
        Text("请看文字是怎样解码的，或用 edition.clean 去掉它",
             "請看文字是怎樣解碼的，或用 edition.clean 去掉它",
             "See how the text was decoded, or take it out with edition.clean"),
    ),
    "text_control": Fault(
        Text("第 {at} 个字符是控制字符 {sign}", "第 {at} 個字元是控制字元 {sign}",
             "Character {at} is the control character {sign}"),
        Text("版面和书都印不出它", "版面和書都印不出它", "Neither page nor book can carry it"),
        Text("用 edition.clean 去掉它", "用 edition.clean 去掉它",
             "Take it out with edition.clean"),
    ),
    "text_line_end": Fault(
        Text("第 {at} 个字符是换行", "第 {at} 個字元是換行", "Character {at} is a line end"),
        Text("一个值是一行文字：换行会叠印", "一個值是一行文字：換行會疊印",
             "A value is one line of text: a line end would overprint"),
        Text("请分成几个值，例如几个段落", "請分成幾個值，例如幾個段落",
             "Divide it into several values, such as paragraphs"),
    ),
    "value_empty": Fault(
        Text("这里不能空着", "這裡不能空著", "This must not be empty"),
        None,
        Text("请写出来，或者写 None", "請寫出來，或者寫 None", "Say it, or leave it None"),
    ),
    "link_refused": Fault(
        Text("“{link}”不能作链接", "「{link}」不能作連結", "“{link}” may not be a link"),
        Text("只印 http、https、mailto 的地址和本版的 #标识",
             "只印 http、https、mailto 的位址和本版的 #識別碼",
             "Only addresses of http, https and mailto, and an #id of the edition, are printed"),
        Text("请改正，或者去掉链接", "請改正，或者去掉連結", "Correct it or leave the link out"),
    ),
    "link_nowhere": Fault(
        Text("链接“{link}”没有去处", "連結「{link}」沒有去處", "The link “{link}” leads nowhere"),
        Text("没有一篇或一块叫这个标识", "沒有一篇或一塊叫這個識別碼",
             "No story and no block has this id"),
        _CORRECT,
    ),
    "note_nowhere": Fault(
        Text("本篇没有叫“{note}”的注", "本篇沒有叫「{note}」的註",
             "The story has no footnote “{note}”"),
        Text("注号由 note 指向同一篇里 Footnote 的 id", "註號由 note 指向同一篇裡 Footnote 的 id",
             "The note of a run names the id of a Footnote of the same story"),
        _CORRECT,
    ),
    "language_tag_wrong": Fault(
        Text("“{tag}”不是语言标记", "「{tag}」不是語言標記", "“{tag}” is no language tag"),
        Text("例如 en、zh-Hant-TW（BCP 47）", "例如 en、zh-Hant-TW（BCP 47）",
             "Such as en or zh-Hant-TW (BCP 47)"),
        _CORRECT,
    ),
    "language_unknown": Fault(
        Text("不能按“{tag}”排版", "不能按「{tag}」排版", "No page is set in “{tag}”"),
        Text("只有 {known}", "只有 {known}", "There are {known}"),
        _CORRECT,
    ),
    "name_unsafe": Fault(
        Text("“{name}”不能作文件名", "「{name}」不能作檔名", "“{name}” cannot name a file"),
        Text("名称是一到 {most} 个字符，不含“/”、“\\”和“:”，也不以“.”开头",
             "名稱是一到 {most} 個字元，不含「/」、「\\」和「:」，也不以「.」開頭",
             "A name has 1 to {most} characters, no “/”, “\\” or “:”, and no “.” at its head"),
        _CORRECT,
    ),
    "path_unsafe": Fault(
        Text("“{name}”不能作图片名", "「{name}」不能作圖片名", "“{name}” cannot name a picture"),
        Text("图片名是相对路径，用“/”分隔，不含“..”、“\\”和“:”",
             "圖片名是相對路徑，用「/」分隔，不含「..」、「\\」和「:」",
             "A picture is named as a relative path, parted by “/”, without “..”, “\\” and “:”"),
        _CORRECT,
    ),
    "id_wrong": Fault(
        Text("“{id}”不能作标识", "「{id}」不能作識別碼", "“{id}” cannot be an id"),
        _ID_RULE, _ID_TODO,
    ),
    "id_twice": Fault(
        Text("标识“{id}”已经用在 {first}", "識別碼「{id}」已經用在 {first}",
             "The id “{id}” stands at {first} already"),
        Text("每一篇、每一块在版面和书里只有一个位置",
             "每一篇、每一塊在版面和書裡只有一個位置",
             "Each story and each block has one place on the page and in the book"),
        Text("用 Edition.build 或 merge 重新编号", "用 Edition.build 或 merge 重新編號",
             "Number anew with Edition.build or merge"),
    ),
    "pin_wrong": Fault(
        Text("{key} 不是版样的键", "{key} 不是版樣的鍵", "{key} is no key of a shape"),
        Text("它写作 1-4x2-down：版次、头条的栏数和占版高的四分之几、先怎样切",
             "它寫作 1-4x2-down：版次、頭條的欄數和佔版高的四分之幾、先怎樣切",
             "It is written 1-4x2-down: page, columns and quarters of the lead, first cut"),
        Text("用 edition.alternatives 给出的键", "用 edition.alternatives 給出的鍵",
             "Use a key that edition.alternatives gives"),
    ),
    "pin_twice": Fault(
        Text("{key} 和 {other} 钉住同一版", "{key} 和 {other} 釘住同一版",
             "{key} and {other} pin the same page"),
        Text("一版只能有一种版样", "一版只能有一種版樣", "A page has one shape"),
        Text("留下其中一个", "留下其中一個", "Keep one of them"),
    ),
    "number_outside": Fault(
        Text("{found} 超出范围", "{found} 超出範圍", "{found} is out of bounds"), _BOUNDS, _CORRECT,
    ),
    "numbers_out_of_order": Fault(
        Text("{first} 和 {last} 的次序不对", "{first} 和 {last} 的次序不對",
             "{first} and {last} are not in order"),
        Text("先小后大", "先小後大", "The smaller comes first"), _CORRECT,
    ),
    "focus_wrong": Fault(
        Text("这不是图片的一部分", "這不是圖片的一部分", "This is no part of the picture"),
        Text("focus 是左、上、右、下，各在 0 到 1 之间，左小于右，上小于下",
             "focus 是左、上、右、下，各在 0 到 1 之間，左小於右，上小於下",
             "focus is left, top, right and bottom, each from 0 to 1, left before right and top "
             "before bottom"),
        _CORRECT,
    ),
    "marks_unsorted": Fault(
        Text("记号没有排好，或有重复", "記號沒有排好，或有重複",
             "The marks are not sorted, or one stands twice"),
        Text("同样的文字应当是同样的值", "同樣的文字應當是同樣的值",
             "Equal text is to be an equal value"),
        Text("用 Run.of，它会排好", "用 Run.of，它會排好", "Use Run.of, which sorts them"),
    ),
    "span_outside": Fault(
        Text("合并的单元格越出表格，或盖住另一个", "合併的儲存格越出表格，或蓋住另一個",
             "A merged cell reaches out of the table or over another"),
        Text("表格有 {rows} 行 {columns} 列", "表格有 {rows} 列 {columns} 欄",
             "The table has {rows} rows and {columns} columns"),
        _CORRECT,
    ),
    "picture_not_given": Fault(
        Text("没有叫“{name}”的图片", "沒有叫「{name}」的圖片", "No picture is called “{name}”"),
        Text("稿件里的图片都要在 edition.pictures 里", "稿件裡的圖片都要在 edition.pictures 裡",
             "Every picture of the copy stands in edition.pictures"),
        Text("加上 Picture.from_bytes(name, data)，或者去掉这张图",
             "加上 Picture.from_bytes(name, data)，或者去掉這張圖",
             "Add Picture.from_bytes(name, data), or leave the figure out"),
    ),
    "picture_other_size": Fault(
        Text("这张图没有写明大小，或写得不对", "這張圖沒有寫明大小，或寫得不對",
             "The figure does not say the size of its picture, or says another"),
        Text("“{name}”是 {width} × {height} 像素", "「{name}」是 {width} × {height} 像素",
             "“{name}” has {width} × {height} pixels"),
        Text("用 Edition.build，它会写上", "用 Edition.build，它會寫上",
             "Use Edition.build, which fills it in"),
    ),
    "picture_unready": Fault(
        Text("图片“{name}”与它的种类、大小或字节不符",
             "圖片「{name}」與它的種類、大小或位元組不符",
             "The picture “{name}” is not of the kind, the size or the bytes it says"),
        Text("图片要正立、不透明、可印", "圖片要正立、不透明、可印",
             "Pictures are kept upright, opaque and printable"),
        Text("用 Picture.from_bytes(name, data) 建立", "用 Picture.from_bytes(name, data) 建立",
             "Make it with Picture.from_bytes(name, data)"),
    ),
    "too_much": Fault(
        Text("共 {count}，太多了", "共 {count}，太多了", "{count} are too many"), _LIMIT,
        Text("请分成几个版次", "請分成幾個版次", "Divide it into several editions"),
    ),
    "lengths_differ": Fault(
        Text("这里有 {found} 个字，应当有 {wanted} 个", "這裡有 {found} 個字，應當有 {wanted} 個",
             "This has {found} characters and must have {wanted}"),
        Text("转换前后一字对一字", "轉換前後一字對一字",
             "Before and after a change of script, character stands for character"),
        _CORRECT,
    ),
    "digest_wrong": Fault(
        Text("这不是 sha256", "這不是 sha256", "This is no sha256"),
        Text("digest 是 64 个十六进制数字，或者空着", "digest 是 64 個十六進位數字，或者空著",
             "digest is 64 hexadecimal figures, or empty"),
        _CORRECT,
    ),
    "nothing_to_merge": Fault(
        Text("没有可合并的版次", "沒有可合併的版次", "There is no edition to merge"),
        None,
        Text("请给出至少一个", "請給出至少一個", "Hand over at least one"),
    ),
    "languages_differ": Fault(
        Text("这里是 {found}，前面是 {wanted}", "這裡是 {found}，前面是 {wanted}",
             "This is in {found}, those before it in {wanted}"),
        Text("一份报纸只用一种文字", "一份報紙只用一種文字", "A paper is set in one script"),
        Text("先用 convert 转成一种", "先用 convert 轉成一種",
             "Change one of them with convert first"),
    ),
    "pictures_wrong": Fault(
        Text("pictures 不能是“{found}”", "pictures 不能是「{found}」",
             "pictures cannot be “{found}”"),
        Text("inline 是放在里面，names 是另外带着", "inline 是放在裡面，names 是另外帶著",
             "inline puts them inside, names leaves them beside"),
        _CORRECT,
    ),
    "json_no_base64": Fault(
        Text("{path} 不是 base64", "{path} 不是 base64", "{path} is no base64"),
        Text("图片的字节要写成 base64", "圖片的位元組要寫成 base64",
             "The bytes of a picture are written in base64"),
        _CORRECT,
    ),
    "source_type": Fault(
        Text("稿件应当是路径或 Source，不是 {found}", "稿件應當是路徑或 Source，不是 {found}",
             "Copy is a path or a Source, not {found}"),
        None,
        Text("字节请写成 Source(name, data)", "位元組請寫成 Source(name, data)",
             "Hand bytes over as Source(name, data)"),
    ),
    "cancel_type": Fault(
        Text("cancel 应当是函数或 Event，不是 {found}", "cancel 應當是函式或 Event，不是 {found}",
             "cancel is a function or an Event, not {found}"),
        None,
        Text("请用 threading.Event()，或返回真假的函数", "請用 threading.Event()，或傳回真假的函式",
             "Use threading.Event(), or a function that says yes or no"),
    ),
    "session_stories": Fault(
        Text("most_stories 应当是从 1 起的整数，不是 {value}",
             "most_stories 應當是從 1 起的整數，不是 {value}",
             "most_stories is a whole number from 1, not {value}"),
        None,
        Text("不写就留 400 篇", "不寫就留 400 篇", "400 are kept where none is given"),
    ),
    "option_type": Fault(
        Text("{name} 应当是 {wanted}，不是 {found}", "{name} 應當是 {wanted}，不是 {found}",
             "{name} is {wanted}, not {found}"),
        None,
        Text("各个函数收什么，见 docs/api.md", "各個函式收什麼，見 docs/api.md",
             "See docs/api.md for what each function takes"),
    ),
    "data_type": Fault(
        Text("内容应当是字节，不是 {found}", "內容應當是位元組，不是 {found}",
             "Data is bytes, not {found}"),
        None,
        Text("请给字节，例如 text.encode() 或 built.data",
             "請給位元組，例如 text.encode() 或 built.data",
             "Hand over bytes, such as text.encode() or built.data"),
    ),
    "sidecar_too_large": Fault(
        Text("有 {bytes} 字节，太大了", "有 {bytes} 位元組，太大了", "It has {bytes} bytes"),
        _LIMIT,
        Text("请缩短", "請縮短", "Make it shorter"),
    ),
    "cancelled": Fault(
        Text("已按要求停下（{step}）", "已按要求停下（{step}）",
             "Stopped as the caller asked, at the step “{step}”"),
        None,
        Text("什么也没有写出", "什麼也沒有寫出", "Nothing was written"),
    ),
    "remarks_too_loud": Fault(
        Text("有 {count} 条“{severity}”或更重的提示", "有 {count} 條「{severity}」或更重的提示",
             "{count} remarks are “{severity}” or louder"),
        Text("第一条：{first}", "第一條：{first}", "The first: {first}"),
        Text("请看 diagnostics", "請看 diagnostics", "See the diagnostics"),
    ),
    "kind_unknown": Fault(
        Text("这既不是 PDF，也不是 EPUB", "這既不是 PDF，也不是 EPUB",
             "This is neither a PDF nor an EPUB"),
        None,
        Text("请给出 to_pdf 或 to_epub 的字节", "請給出 to_pdf 或 to_epub 的位元組",
             "Hand over the bytes of a PDF or an EPUB"),
    ),
    "no_pages_to_draw": Fault(
        Text("书没有版面可画", "書沒有版面可畫", "A book has no pages to draw"),
        None,
        Text("请用 to_pdf 的结果", "請用 to_pdf 的結果", "Use what to_pdf returns"),
    ),
    "dpi_outside": Fault(
        Text("分辨率 {found} 不行", "解析度 {found} 不行",
             "A resolution of {found} cannot be drawn"),
        _BOUNDS, _CORRECT,
    ),
    "target_type": Fault(
        Text("写到路径或可写的流，不是 {found}", "寫到路徑或可寫的串流，不是 {found}",
             "It is written to a path or a stream of bytes, not to {found}"),
        None, _CORRECT,
    ),
}
PHRASES: dict[str, Text] = {}
