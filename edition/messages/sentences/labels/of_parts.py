"""What the labeller says: lines whose part in the page is not sure, and what the parts are called.
"""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_PARTS = (
    ("headline", "标题", "標題", "a headline"), ("kicker", "引题", "引題", "a kicker"),
    ("deck", "副题", "副題", "a deck"), ("section", "栏题", "欄題", "the name of a section"),
    ("byline", "署名", "署名", "a byline"), ("dateline", "电头", "電頭", "a dateline"),
    ("paragraph", "正文", "正文", "text"), ("crosshead", "小标题", "小標題", "a crosshead"),
    ("caption", "图片说明", "圖片說明", "a caption"),
    ("credit", "图片署名", "圖片署名", "a credit"),
    ("item", "列表", "列表", "an item of a list"), ("row", "表格", "表格", "a row of a table"),
    ("verse", "诗行", "詩行", "verse"), ("note", "编者按", "編者按", "an editor's note"),
    ("closing", "落款", "落款", "the close of a letter"),
    ("jump", "转接语", "轉接語", "a jump line"),
    ("furniture", "版面杂项", "版面雜項", "furniture of the page"),
)

KINDS: dict[str, Kind] = {
    "part_unsure": Kind(
        Severity.WARNING,
        Text(
            "这一行读作{part}（{chance}%），也可能是{other}（{other_chance}%）。",
            "這一行讀作{part}（{chance}%），也可能是{other}（{other_chance}%）。",
            "This line was read as {part} ({chance} %); it may be {other} ({other_chance} %).",
        ),
        todo=Text(
            "不对的话，在稿件旁的 .toml 里用 [[answers]] 写明这一行是什么；旁边的行会跟着重读",
            "不對的話，在稿件旁的 .toml 裡用 [[answers]] 寫明這一行是什麼；旁邊的行會跟著重讀",
            "If it is wrong, say in [[answers]] of the sidecar what the line is; "
            "its neighbours are read again with it",
        ),
        doc="sidecar#answers",
    ),
    "parts_unsure": Kind(
        Severity.WARNING,
        Text(
            "有 {count} 行样子相近（第 {lines} 行），多半是{part}（{chance}%），"
            "也可能是{other}（{other_chance}%）。",
            "有 {count} 行樣子相近（第 {lines} 行），多半是{part}（{chance}%），"
            "也可能是{other}（{other_chance}%）。",
            "{count} lines that look alike ({lines}) are most likely {part} ({chance} %); "
            "they may be {other} ({other_chance} %).",
        ),
        todo=Text(
            "在稿件旁的 .toml 里用一条 [[answers]] 写明这些行是什么，其余各行列在 also 里；"
            "不全一样的，分几条写",
            "在稿件旁的 .toml 裡用一條 [[answers]] 寫明這些行是什麼，其餘各行列在 also 裡；"
            "不全一樣的，分幾條寫",
            "Say in one entry of [[answers]] what they are, the further lines listed under also; "
            "in several entries where they are not all the same",
        ),
        doc="sidecar#answers",
    ),
}

FAULTS: dict[str, Fault] = {}

PHRASES: dict[str, Text] = {f"as_{name}": Text(*words) for name, *words in _PARTS}
