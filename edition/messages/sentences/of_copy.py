"""What is said of copy as bytes and text: encodings, signs, pictures, limits, losses."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_DIVIDE = Text(
    "请把稿件分成几个版次", "請把稿件分成幾個版次", "Divide the copy into several editions",
)
_DIVIDE_STORY = Text("请把这篇稿件拆开", "請把這篇稿件拆開", "Divide the story")
_LIMIT = Text("上限是 {limit}", "上限是 {limit}", "The limit is {limit}")
_GIVE_COPY = Text("请给出有内容的稿件", "請給出有內容的稿件", "Give a file with copy")
_CLEAN = "reading#the-steps"
_LIMITS = "reading#limits"


def _removed(hans: str, hant: str, en: str) -> Kind:
    return Kind(
        Severity.WARNING,
        Text(
            f"删去了 {{count}} 个{hans}，第一个在第 {{line}} 行。",
            f"刪去了 {{count}} 個{hant}，第一個在第 {{line}} 行。",
            f"{{count}} {en}{{were}} removed, the first in line {{line}}.",
        ),
        todo=Text(
            "请看原稿这一行有没有缺字", "請看原稿這一行有沒有缺字",
            "Look whether a character is missing in that line",
        ),
        doc=_CLEAN,
    )


KINDS: dict[str, Kind] = {
    "nul_removed": _removed("空字符（NUL）", "空字元（NUL）", "NUL character"),
    "control_removed": _removed("控制字符", "控制字元", "control character"),
    "bidi_removed": _removed(
        "改变书写方向的控制符", "改變書寫方向的控制符", "text-direction override",
    ),
    "bom_removed": _removed("字节顺序标记", "位元組順序記號", "byte order mark"),
    "marks_removed": _removed("多余的组合符号", "多餘的組合符號", "combining mark"),
    "script_seen": Kind(
        Severity.INFO,
        Text(
            "稿件是繁体字，按 {tag} 读出。", "稿件是繁體字，按 {tag} 讀出。",
            "The copy is in Traditional characters and was read as {tag}.",
        ),
        todo=Text(
            "要排成简体，请用 --to zh-Hans", "要排成簡體，請用 --to zh-Hans",
            "Use --to zh-Hans for a Simplified edition",
        ),
        doc="traditional#the-script-of-the-copy",
    ),
    "link_left_out": Kind(
        Severity.INFO,
        Text(
            "这个地址不合规，或不是 http、https、mailto，也不指向书里某处，只留文字。",
            "這個位址不合規，或不是 http、https、mailto，也不指向書裡某處，只留文字。",
            "This is no address of http, https or mailto and no place in the book; its words stay.",
        ),
        doc="reading#formats",
    ),
    "language_left_out": Kind(
        Severity.INFO,
        Text(
            "“{tag}”不是合规的语言标记：文字照登，按全书的语言。",
            "「{tag}」不是合規的語言標記：文字照登，按全書的語言。",
            "“{tag}” is no language tag: the words stand in the language of the edition.",
        ),
        doc="ebook#names-that-last",
    ),
    "paragraph_divided": Kind(
        Severity.WARNING,
        Text(
            "有一段超过 {limit} 字，已拆成几段。", "有一段超過 {limit} 字，已拆成幾段。",
            "A paragraph of more than {limit} characters was divided.",
        ),
        todo=Text(
            "请看分段处是否合适，或在稿件里自行分段", "請看分段處是否合適，或在稿件裡自行分段",
            "Look where it was divided, or divide it in the copy",
        ),
        doc=_LIMITS,
    ),
    "not_conserved": Kind(
        Severity.ERROR,
        Text("{loss}。", "{loss}。", "{loss}."),
        todo=Text(
            "这是读稿的差错：请对照原稿改正，并请报告", "這是讀稿的差錯：請對照原稿改正，並請回報",
            "This is a fault of the reader: compare with the copy, and please report it",
        ),
        doc="reading#the-queries",
    ),
    "unaccounted": Kind(
        Severity.WARNING,
        Text(
            "文件里有 {count} 个字既不在稿件里，也不在别的提示里：请查看。",
            "檔案裡有 {count} 個字既不在稿件裡，也不在別的提示裡：請查看。",
            "{count} characters of the file stand in no story and in no other note: look at it.",
        ),
        todo=Text(
            "请把这些字与原稿对照，需要的写进稿件", "請把這些字與原稿對照，需要的寫進稿件",
            "Find these words in the file, and put into the story what it needs",
        ),
        doc="reading#the-queries",
    ),
}

FAULTS: dict[str, Fault] = {
    "encoding_unknown": Fault(
        Text(
            "“{encoding}”不是这里能读的中文编码", "「{encoding}」不是這裡能讀的中文編碼",
            "“{encoding}” is no encoding of Chinese copy that is read here",
        ),
        todo=Text(
            "请从 {known} 里选一个，或不写 --encoding", "請從 {known} 裡選一個，或不寫 --encoding",
            "Name one of {known}, or leave --encoding out",
        ),
    ),
    "encoding_misfit": Fault(
        Text(
            "第 {byte} 个字节不合 {codec}", "第 {byte} 個位元組不合 {codec}",
            "byte {byte} is not valid {codec}",
        ),
        Text(
            "按 --encoding {encoding} 来读，字节对不上",
            "按 --encoding {encoding} 來讀，位元組對不上",
            "--encoding {encoding} was asked for, and the bytes do not fit it",
        ),
        Text(
            "请换一种编码，或不写 --encoding 让程序判断",
            "請換一種編碼，或不寫 --encoding 讓程式判斷",
            "Name another encoding, or leave --encoding out to have it found",
        ),
    ),
    "copy_undecodable": Fault(
        Text(
            "第 {byte} 个字节不合 {codec}", "第 {byte} 個位元組不合 {codec}",
            "byte {byte} is not valid {codec}",
        ),
        Text(
            "文件不是 Unicode、GB18030 或 Big5，或者已经损坏",
            "檔案不是 Unicode、GB18030 或 Big5，或者已經損壞",
            "The file fits neither Unicode, GB18030 nor Big5, or it is damaged",
        ),
        Text("请把稿件另存为 UTF-8", "請把稿件另存為 UTF-8", "Save the copy again as UTF-8"),
    ),
    "copy_is_binary": Fault(
        Text("这不是文字稿", "這不是文字稿", "this is not a text file"),
        Text(
            "它的字节是图片、压缩包或程序", "它的位元組是圖片、壓縮檔或程式",
            "Its bytes are those of a picture, an archive or a program",
        ),
        Text("请把稿件存为纯文本", "請把稿件存為純文字", "Give the copy as plain text"),
    ),
    "copy_empty": Fault(
        Text("文件是空的", "檔案是空的", "the file is empty"), todo=_GIVE_COPY,
    ),
    "no_story": Fault(
        Text("文件里没有稿件", "檔案裡沒有稿件", "there is no story in it"), todo=_GIVE_COPY,
    ),
    "too_many_characters": Fault(
        Text("稿件共有 {count} 字", "稿件共有 {count} 字", "the copy holds {count} characters"),
        _LIMIT, _DIVIDE,
    ),
    "too_many_stories": Fault(
        Text("稿件共有 {count} 篇", "稿件共有 {count} 篇", "the copy holds {count} stories"),
        _LIMIT, _DIVIDE,
    ),
    "story_too_long": Fault(
        Text(
            "有一篇稿件长达 {count} 字", "有一篇稿件長達 {count} 字",
            "the copy holds {count} characters in one story",
        ),
        _LIMIT, _DIVIDE,
    ),
    "story_links": Fault(
        Text("有一篇稿件含 {count} 个链接", "有一篇稿件含 {count} 個連結",
             "a story has {count} links"),
        _LIMIT, _DIVIDE_STORY,
    ),
    "story_cells": Fault(
        Text("有一篇稿件的表格多达 {count} 格", "有一篇稿件的表格多達 {count} 格",
             "a story has {count} cells in a table"),
        _LIMIT, _DIVIDE_STORY,
    ),
    "story_pictures": Fault(
        Text("有一篇稿件含 {count} 张图片", "有一篇稿件含 {count} 張圖片",
             "a story has {count} pictures"),
        _LIMIT, _DIVIDE_STORY,
    ),
    "too_many_links": Fault(
        Text("链接太多", "連結太多", "there are too many links"), _LIMIT,
        Text("请把稿件拆开", "請把稿件拆開", "Divide the copy"),
    ),
    "picture_bytes": Fault(
        Text("图片太大（{bytes} 字节）", "圖片太大（{bytes} 位元組）",
             "the picture is too large ({bytes} bytes)"),
        Text("上限是 {limit} 字节", "上限是 {limit} 位元組", "The limit is {limit} bytes"),
        Text("请存得小一些", "請存得小一些", "Save it smaller"),
    ),
    "picture_pixels": Fault(
        Text("图片太大（{width} × {height} 像素）", "圖片太大（{width} × {height} 像素）",
             "the picture is too large ({width} × {height} pixels)"),
        Text("上限是 {limit} 像素", "上限是 {limit} 像素", "The limit is {limit} pixels"),
        Text("请缩小", "請縮小", "Scale it down"),
    ),
    "picture_unknown": Fault(
        Text("这不是能刊印的图片", "這不是能刊印的圖片", "this is no picture edition can print"),
        Text(
            "它不是 PNG、JPEG 或 WebP，或者文件头已损坏",
            "它不是 PNG、JPEG 或 WebP，或者檔案開頭已損壞",
            "It is neither a PNG nor a JPEG nor a WebP, or its head is damaged",
        ),
        Text("请另存为其中一种", "請另存為其中一種", "Save it as one of these"),
    ),
    "picture_damaged": Fault(
        Text("图片已损坏或不完整", "圖片已損壞或不完整", "the picture is damaged or incomplete"),
        Text("解码到一半停下了", "解碼到一半停下了", "Decoding stopped: {said}"),
        Text("请重新存一份完整的", "請重新存一份完整的", "Give the whole file, saved anew"),
    ),
}

PHRASES: dict[str, Text] = {
    "one_was": Text("", "", " was"),
    "many_were": Text("", "", "s were"),
    "loss_by_line": Text(
        "读出的稿件有 {kept} 字，原稿有 {source} 字，从第 {line} 行起对不上",
        "讀出的稿件有 {kept} 字，原稿有 {source} 字，從第 {line} 行起對不上",
        "The stories hold {kept} characters and the copy {source}; they differ from line {line} on",
    ),
    "loss_of_story": Text(
        "读出的稿件与文件里的不一致", "讀出的稿件與檔案裡的不一致",
        "The story does not hold what its file holds",
    ),
    "loss_by_count": Text(
        "文件里有 {count} 个字没有读进稿件", "檔案裡有 {count} 個字沒有讀進稿件",
        "{count} characters of the file are not in the stories",
    ),
    "twice_by_count": Text(
        "文件里的 {count} 个字读进稿件不止一次", "檔案裡的 {count} 個字讀進稿件不止一次",
        "{count} characters stand in the stories oftener than in the file",
    ),
    "told_by_mark": Text(
        "文件带有字节顺序标记", "檔案帶有位元組順序記號", "it has a byte order mark",
    ),
    "told_by_zeros": Text(
        "文件含有空字节，这样读得通", "檔案含有空位元組，這樣讀得通",
        "it holds zeros and makes sense so",
    ),
    "told_by_bytes": Text("每个字节都对得上", "每個位元組都對得上", "every byte fits"),
    "told_by_editor": Text("这是指定的编码", "這是指定的編碼", "it was asked for"),
    "told_by_share": Text(
        "这样读，{share:.0%} 是常用字", "這樣讀，{share:.0%} 是常用字",
        "{share:.0%} of its characters are common ones so",
    ),
}
