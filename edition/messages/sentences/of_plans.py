"""Plans of pages: gaps, pins, pages asked for, copy that is short, other plans."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

KINDS: dict[str, Kind] = {
    "copy_opened": Kind(
        Severity.INFO,
        Text(
            "稿件不足，全报改用 {em} 点字、{pitch} 点行距。",
            "稿件不足，全報改用 {em} 點字、{pitch} 點行距。",
            "The copy is short: the whole paper is set in {em} pt, its lines {pitch} pt apart.",
        ),
        todo=Text(
            "要照原来的字号行距，请补稿，或在版式 [grid] 里把 most_em_pt、most_pitch_pt "
            "写成与 em_pt、pitch_pt 相同。",
            "要照原來的字號行距，請補稿，或在版式 [grid] 裡把 most_em_pt、most_pitch_pt "
            "寫成與 em_pt、pitch_pt 相同。",
            "For the usual size, add copy, or make most_em_pt and most_pitch_pt in the [grid] of "
            "the pack the same as em_pt and pitch_pt.",
        ),
        doc="layouts#keys-of-layouttoml",
    ),
    "copy_short": Kind(
        Severity.INFO,
        Text(
            "第 {page} 版未排满：约缺 {characters} 字，{instead}。",
            "第 {page} 版未排滿：約缺 {characters} 字，{instead}。",
            "Page {page} ends in white: about {characters} characters would fill it, {instead}.",
        ),
        todo=Text(
            "请补入稿件、配图或补白（[[house]]），或照提示换开本、减版。",
            "請補入稿件、配圖或補白（[[house]]），或照提示換開本、減版。",
            "Add copy, pictures or house copy ([[house]]), or take the smaller sheet or the "
            "page less that is named.",
        ),
        doc="makeup#the-steps",
    ),
    "plan_gap": Kind(
        Severity.INFO,
        Text(
            "第 {page} 版未证最优：最多还可改进 {percent}%。",
            "第 {page} 版未證最佳：最多還可改進 {percent}%。",
            "Page {page} is not proved to be the best: it could gain at most {percent} %.",
        ),
        todo=Text(
            "无须处理；要找得更久，请用 --effort thorough。",
            "無須處理；要找得更久，請用 --effort thorough。",
            "Nothing; to look longer use --effort thorough.",
        ),
        doc="makeup#proof-effort-pins",
    ),
    "pin_unmet": Kind(
        Severity.WARNING,
        Text(
            "钉住的版样 {key} 已不合现在的稿件，该版照最好的排。",
            "釘住的版樣 {key} 已不合現在的稿件，該版照最好的排。",
            "The pinned shape {key} no longer fits the copy: the best plan is taken.",
        ),
        todo=Text(
            "请用 --alternatives 看现有的版样，改写 [plan] 的 pinned，或删去它。",
            "請用 --alternatives 看現有的版樣，改寫 [plan] 的 pinned，或刪去它。",
            "See with --alternatives which shapes there are, and pin another in [plan], or none.",
        ),
        doc="sidecar#the-plan",
    ),
    "pages_fewer": Kind(
        Severity.INFO,
        Text(
            "要求 {asked} 个版，稿件只够 {pages} 个版。",
            "要求 {asked} 個版，稿件只夠 {pages} 個版。",
            "The copy fills {pages} of the {asked} pages asked for.",
        ),
        todo=Text(
            "请补入稿件，或改小 pages。", "請補入稿件，或改小 pages。",
            "Add copy, or ask for fewer pages.",
        ),
        doc="sidecar#the-plan",
    ),
    "pages_fitted": Kind(
        Severity.INFO,
        Text(
            "为排进 {pages} 个版，{changes}。", "為排進 {pages} 個版，{changes}。",
            "To hold the copy on the pages asked for, {pages}: {changes}.",
        ),
        todo=Text(
            "无须处理；若不要这样，请加版，或删减稿件。",
            "無須處理；若不要這樣，請加版，或刪減稿件。",
            "Nothing; where that will not do, take more pages or less copy.",
        ),
        doc="makeup#so-many-pages",
    ),
}
FAULTS: dict[str, Fault] = {
    "pages_too_few": Fault(
        what=Text(
            "{pages} 个版排不下全部稿件", "{pages} 個版排不下全部稿件",
            "The copy does not fit on so many pages: {pages}",
        ),
        why=Text(
            "开本、栏宽和字号都试过了；要拿下 {count} 篇：{stories}",
            "開本、欄寬和字級都試過了；要拿下 {count} 篇：{stories}",
            "Every sheet, measure and size was tried; stories that would have to go, {count}: "
            "{stories}",
        ),
        todo=Text(
            "请拿下这些稿件（[[answers]] 里 do = \"hold\"），缩短别的，或加版；没有输出任何文件",
            "請拿下這些稿件（[[answers]] 裡 do = \"hold\"），縮短別的，或加版；沒有輸出任何檔案",
            "Hold them ([[answers]], do = \"hold\"), shorten others or take more pages; nothing "
            "was written",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "differs_lead": Text(
        "头条占 {columns} 栏 {rows} 行（原为 {was_columns} 栏 {was_rows} 行）",
        "頭條佔 {columns} 欄 {rows} 行（原為 {was_columns} 欄 {was_rows} 行）",
        "the lead takes columns: {columns}, rows: {rows} (were {was_columns} and {was_rows})",
    ),
    "differs_cut_down": Text("版面先竖着切开", "版面先豎著切開", "the page is first cut downwards"),
    "differs_cut_across": Text("版面先横着切开", "版面先橫著切開", "the page is first cut across"),
    "differs_size": Text(
        "头条标题 {points:.0f} 磅（原为 {before:.0f} 磅）",
        "頭條標題 {points:.0f} 磅（原為 {before:.0f} 磅）",
        "the lead's headline is {points:.0f} pt (was {before:.0f} pt)",
    ),
    "differs_places": Text(
        "另有 {count} 篇换了地方", "另有 {count} 篇換了地方",
        "others that stand elsewhere: {count}",
    ),
    "differs_term": Text(
        "{name} {value:g}（原为 {before:g}）", "{name} {value:g}（原為 {before:g}）",
        "{name} {value:g} (was {before:g})",
    ),
    "fit_sheet": Text(
        "开本改为 {wide:g} × {high:g} 毫米", "開本改為 {wide:g} × {high:g} 毫米",
        "the sheet is {wide:g} × {high:g} mm",
    ),
    "fit_body": Text(
        "正文由 {was:g} 磅改为 {points:g} 磅", "內文由 {was:g} 磅改為 {points:g} 磅",
        "the body is {points:g} pt instead of {was:g} pt",
    ),
    "fit_pitch": Text(
        "行距由 {was:g} 磅改为 {points:g} 磅", "行距由 {was:g} 磅改為 {points:g} 磅",
        "its lines stand {points:g} pt apart instead of {was:g} pt",
    ),
    "fit_columns": Text(
        "改为 {columns} 栏，每栏 {measure} 字", "改為 {columns} 欄，每欄 {measure} 字",
        "columns are {columns}, characters in each {measure}",
    ),
    "nothing_instead": Text(
        "或加配图、补白", "或加配圖、補白", "or a picture, or house copy"
    ),
    "a_page_less": Text(
        "或删去约 {characters} 字，改出 {pages} 个版",
        "或刪去約 {characters} 字，改出 {pages} 個版",
        "or with about {characters} fewer the pages of the paper are {pages}",
    ),
    "a_smaller_sheet": Text("或改用{sheet}", "或改用{sheet}", "or use {sheet}"),
    "sheet_half": Text("四开", "四開", "a tabloid sheet"),
    "sheet_a4": Text(" A4 ", " A4 ", "an A4 sheet"),
}
