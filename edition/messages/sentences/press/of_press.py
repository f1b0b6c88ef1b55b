"""What is said of a paper for the press: its profile, its inks, its pictures."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_GIVE_PROFILE = Text(
    "请向印厂要它的 CMYK 输出特性文件（.icc），用 --profile 给出",
    "請向印廠要它的 CMYK 輸出描述檔（.icc），用 --profile 給出",
    "Ask the printer for the CMYK output profile (.icc) of the press, and give it with --profile",
)
KINDS: dict[str, Kind] = {
    "coarse_on_press": Kind(
        Severity.WARNING,
        Text(
            "图片 {file}（{page}）印出来只有 {dpi:.0f} dpi，少于 {least}。",
            "圖片 {file}（{page}）印出來只有 {dpi:.0f} dpi，少於 {least}。",
            "The picture {file} ({page}) is printed at {dpi:.0f} dpi, fewer than {least}.",
        ),
        todo=Text(
            "请换一张更大的原图，或把它排小。", "請換一張更大的原圖，或把它排小。",
            "Give a larger original, or print it smaller.",
        ),
        doc="press#pictures",
    ),
}
FAULTS: dict[str, Fault] = {
    "press_profile": Fault(
        what=Text(
            "这个文件不能用作印刷的输出特性文件", "這個檔案不能用作印刷的輸出描述檔",
            "The file is no profile that a press can use",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=_GIVE_PROFILE,
    ),
    "profile_no_file": Fault(
        what=Text(
            "这不是文件，不能用作输出特性文件", "這不是檔案，不能用作輸出描述檔",
            "This is not a file, and so no profile",
        ),
        todo=_GIVE_PROFILE,
    ),
    "press_without_profile": Fault(
        what=Text(
            "没有说明用哪台印机的油墨", "沒有說明用哪臺印機的油墨",
            "It is not said for which press the inks are",
        ),
        why=Text(
            "--press 需要印厂的输出特性文件，.toml 的 [press] 里也没有 profile",
            "--press 需要印廠的輸出描述檔，.toml 的 [press] 裡也沒有 profile",
            "--press needs the profile of a press, and no [press] of a .toml names one",
        ),
        todo=_GIVE_PROFILE,
    ),
    "press_unasked": Fault(
        what=Text(
            "{option} 只和 --press 一起用", "{option} 只和 --press 一起用",
            "{option} goes with --press alone",
        ),
        todo=Text(
            "请加上 --press，或去掉 {option}", "請加上 --press，或去掉 {option}",
            "Add --press, or leave {option} out",
        ),
    ),
    "press_bleed": Fault(
        what=Text(
            "出血不能是 {value} 毫米", "出血不能是 {value} 公釐", "A bleed cannot be {value} mm"
        ),
        why=Text(
            "要写 0 到 {most:.0f} 之间的数", "要寫 0 到 {most:.0f} 之間的數",
            "It is a number from 0 to {most:.0f}",
        ),
        todo=Text(
            "请照印厂的要求写，常用 3", "請照印廠的要求寫，常用 3",
            "Give what the printer asks for; 3 is usual",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "profile_large": Text(
        "它大于 {most} MB", "它大於 {most} MB", "It is larger than {most} MB"
    ),
    "profile_none": Text("它不是 ICC 文件", "它不是 ICC 檔案", "It is no ICC profile"),
    "profile_short": Text(
        "它被截短了", "它被截短了", "It breaks off before its end"
    ),
    "profile_space": Text(
        "它说的颜色是 {found}，不是 CMYK", "它說的顏色是 {found}，不是 CMYK",
        "Its colours are {found}, not CMYK",
    ),
    "profile_class": Text(
        "它的类别是 {found}，不是输出设备（prtr）", "它的類別是 {found}，不是輸出裝置（prtr）",
        "It is of the class {found}, not of an output device (prtr)",
    ),
    "profile_broken": Text(
        "颜色引擎读不通它", "色彩引擎讀不通它", "The colour engine cannot read it"
    ),
    "press_colour": Text(
        "这里的键要写颜色，如 \"#c8102e\"", "這裡的鍵要寫顏色，如 \"#c8102e\"",
        "A colour such as \"#c8102e\" is needed for a key here",
    ),
    "press_inks": Text(
        "这里要写青、品红、黄、黑四个百分数，如 [0, 100, 90, 0]",
        "這裡要寫青、洋紅、黃、黑四個百分數，如 [0, 100, 90, 0]",
        "Cyan, magenta, yellow and black in % are needed here, as [0, 100, 90, 0]",
    ),
    "name_length": Text("毫米", "公釐", "MM"),
    "help_press": Text(
        "做成送印的 PDF/X-4：四色、出血、裁切和套准标记（名称.press.pdf）",
        "做成送印的 PDF/X-4：四色、出血、裁切和套準標記（名稱.press.pdf）",
        "for the printer: PDF/X-4 in four inks, with bleed and marks (NAME.press.pdf)",
    ),
    "help_profile": Text(
        "印厂的 CMYK 输出特性文件（.icc）；默认照 .toml 的 [press]",
        "印廠的 CMYK 輸出描述檔（.icc）；預設照 .toml 的 [press]",
        "the printer's CMYK profile, .icc (as [press] of the .toml says)",
    ),
    "help_bleed": Text(
        "出血，毫米（默认照版式，3）", "出血，公釐（預設照版式，3）", "bleed in mm (the pack's, 3)"
    ),
}
