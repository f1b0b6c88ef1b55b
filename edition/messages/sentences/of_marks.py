"""What is asked of marks and signs: half-width, doubled, turned round, odd, lost."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_MEND = Text(
    "请在稿件里改正；要照原样，在 [[answers]] 里写 do = \"keep\"",
    "請在稿件裡改正；要照原樣，在 [[answers]] 裡寫 do = \"keep\"",
    "Mend them in the copy, or answer do = \"keep\"",
)
_QUERIES = "reading#the-queries"


def _asked(hans: str, hant: str, en: str, severity: Severity = Severity.WARNING) -> Kind:
    return Kind(
        severity,
        Text(f"{hans}，共 {{count}} 处：{{marks}}。", f"{hant}，共 {{count}} 處：{{marks}}。",
             f"{en}, {{count}} in all: {{marks}}."),
        _MEND, _QUERIES,
    )


KINDS: dict[str, Kind] = {
    "half_width_punctuation": _asked(
        "中文里用了半角标点", "中文裡用了半形標點", "Half-width marks stand in Chinese text",
    ),
    "half_width_pairs": _asked(
        "中文里用了半角引号或括号", "中文裡用了半形引號或括號",
        "Half-width quotation marks or brackets stand in Chinese text",
    ),
    "marks_doubled": _asked(
        "标点重复或连用", "標點重複或連用", "Marks stand one after another",
    ),
    "quotes_turned": _asked(
        "前后引号用反了", "前後引號用反了", "Quotation marks are turned round", Severity.ERROR,
    ),
    "quotes_nested": _asked(
        "引号里面又用了同样的引号", "引號裡面又用了同樣的引號",
        "Quotations in quotations have the same marks", Severity.INFO,
    ),
    "odd_mark_forms": _asked(
        "标点用了竖排、小号或半角的形式", "標點用了直排、小號或半形的形式",
        "Marks have vertical, small or half-width forms",
    ),
    "letter_for_zero": _asked(
        "数字里的零用了字母或圆圈", "數字裡的零用了字母或圓圈",
        "A letter or a circle stands for the zero of a figure",
    ),
    "replacement_character": Kind(
        Severity.ERROR,
        Text(
            "有 {count} 个字在别处已经丢了，只剩下 U+FFFD。",
            "有 {count} 個字在別處已經丟了，只剩下 U+FFFD。",
            "{count} characters were lost before the copy came here; U+FFFD stands for them.",
        ),
        Text("请对照原稿补上", "請對照原稿補上", "Supply them from the original"), _QUERIES,
    ),
}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {}
