"""What a preflight says: its report, the places of faults, files it cannot judge, its rules."""

from __future__ import annotations

from edition.messages.sentences.preflight import (
    of_file_rules,
    of_look_rules,
    of_makeup_rules,
    of_press_rules,
    of_type_rules,
)
from edition.messages.texts import Fault, Kind, RuleText, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "kind_not_checked": Fault(
        what=Text("这种文件不能检查", "這種檔案不能檢查", "This kind of file cannot be checked"),
        why=Text("能检查的是 {known}", "能檢查的是 {known}", "The kinds are {known}"),
        todo=Text("请给其中一种", "請給其中一種", "Give one of them"),
    ),
    "stories_no_json": Fault(
        what=Text("稿件文件不是 JSON", "稿件檔案不是 JSON", "The story file is not JSON"),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text(
            "请用“edition stories SOURCE --json”生成",
            "請用「edition stories SOURCE --json」產生",
            "Make it with “edition stories SOURCE --json”",
        ),
    ),
    "stories_without_sections": Fault(
        what=Text("稿件文件里没有版块", "稿件檔案裡沒有版塊", "The story file has no sections"),
        todo=Text(
            "请用“edition stories SOURCE --json”生成",
            "請用「edition stories SOURCE --json」產生",
            "Make it with “edition stories SOURCE --json”",
        ),
    ),
    "epub_unsafe": Fault(
        what=Text("这个 EPUB 打开不安全", "這個 EPUB 開啟不安全", "The EPUB is not safe to open"),
        why=Text(
            "解压后太大，或其中有名字指向外面",
            "解壓縮後太大，或其中有名字指向外面",
            "It is too large unpacked, or a name in it leads outside",
        ),
        todo=Text("不要打开", "不要開啟", "Do not open it"),
    ),
    "epub_unreadable": Fault(
        what=Text(
            "这个文件不是读得出的 EPUB",
            "這個檔案不是讀得出的 EPUB",
            "The file is not an EPUB that can be read",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text("请核对文件", "請檢查檔案", "Check the file"),
    ),
    "pdf_unreadable": Fault(
        what=Text(
            "这个文件不是读得出的 PDF",
            "這個檔案不是讀得出的 PDF",
            "The file is not a PDF that can be read",
        ),
        why=Text("{reason}", "{reason}", "{reason}"),
        todo=Text("请核对文件", "請檢查檔案", "Check the file"),
    ),
}
PHRASES: dict[str, Text] = {
    **of_press_rules.PHRASES,
    "check_score": Text(
        "{name}：得分 {score:g}",
        "{name}：得分 {score:g}",
        "{name}: score {score:g}",
    ),
    "check_not_printable": Text(
        "不可付印：{rules} 不合格",
        "不可付印：{rules} 不合格",
        "not printable: {rules} broken",
    ),
    "check_passed": Text("合格　", "合格　", "ok  "),
    "check_failed": Text("不合格", "不合格", "FAIL"),
    "check_noted": Text("提示　", "提示　", "note"),
    "check_finding": Text(
        "  {mark} {id:<5} {count:>4}/{of:<5} {name}：{rule}",
        "  {mark} {id:<5} {count:>4}/{of:<5} {name}：{rule}",
        "  {mark} {id:<5} {count:>4} of {of:<5} {name}: {rule}",
    ),
    "check_worst": Text(
        "{rule}，最差 {worst:g}",
        "{rule}，最差 {worst:g}",
        "{rule}  worst {worst:g}",
    ),
    "check_unmeasured": Text("未测，{why}", "未測，{why}", "not measured, {why}"),
    "check_place": Text(
        "         第{page}版 ({x:.0f},{y:.0f})：{words}",
        "         第{page}版 ({x:.0f},{y:.0f})：{words}",
        "         page {page} at {x:.0f},{y:.0f}: {words}",
    ),
    "check_in_file": Text(
        "         全份：{words}",
        "         全份：{words}",
        "         in the file: {words}",
    ),
    "check_todo": Text(
        "         做法：{todo}",
        "         做法：{todo}",
        "         what to do: {todo}",
    ),
    "check_figure": Text("  {name}：{value:g}", "  {name}：{value:g}", "  {name}: {value:g}"),
    "figure_pages": Text("版数", "版數", "pages"),
    "figure_lines": Text("正文行数", "正文行數", "lines"),
    "figure_body_pt": Text("正文字号（点）", "正文字號（點）", "body_pt"),
    "figure_pitch_pt": Text("行距（点）", "行距（點）", "pitch_pt"),
    "figure_stories": Text("稿件篇数", "稿件篇數", "stories"),
    "figure_gap_p95_em": Text(
        "字间加空，95 % 的行不超过（字）",
        "字間加空，95 % 的行不超過（字）",
        "gap_p95_em",
    ),
    "figure_gap_max_em": Text("字间加空，最大（字）", "字間加空，最大（字）", "gap_max_em"),
    "figure_files": Text("文件数", "檔案數", "files"),
    "give_the_copy": Text(
        "请用 --stories 给出稿件",
        "請用 --stories 給出稿件",
        "give the copy with --stories",
    ),
    "in_latin_letters": Text(
        "正文用拉丁字母，不适用", "正文用拉丁字母，不適用", "it does not hold for Latin letters"
    ),
    "no_indents": Text("段首都没有缩进", "段首都沒有縮排", "no paragraph is indented"),
    "page_does_not_tell": Text("成品上看不出", "成品上看不出", "a finished page does not tell"),
    "glyphs_unmapped": Text("{count} 个字形", "{count} 個字形", "{count} glyphs"),
    "without_tags": Text("没有结构标签", "沒有結構標籤", "without tags"),
    "without_a_language": Text("没有写明语言", "沒有寫明語言", "without a language"),
    "text_missing": Text("缺：{words}", "缺：{words}", "missing: {words}"),
    "text_doubled": Text("重复：{words}", "重複：{words}", "doubled: {words}"),
    "text_out_of_order": Text("次序不对：{words}", "次序不對：{words}", "out of order: {words}"),
    "missing_in_story": Text(
        "“{story}”缺：{words}",
        "「{story}」缺：{words}",
        "missing in “{story}”: {words}",
    ),
    "glyph_clipped": Text("被裁：{char}", "被裁：{char}", "clipped: {char}"),
    "glyph_beyond_type_area": Text(
        "出了版心：{char}",
        "出了版心：{char}",
        "beyond the type area: {char}",
    ),
    "story_in_story": Text(
        "“{guest}”有 {count} 字在“{host}”框里",
        "「{guest}」有 {count} 字在「{host}」框裡",
        "{count} glyphs of {guest} in {host}",
    ),
    "head_apart": Text(
        "标题与正文分开：{title}",
        "標題與正文分開：{title}",
        "head apart from its text: {title}",
    ),
    "caption_apart": Text(
        "图片说明与图片分开：{words}",
        "圖說與圖片分開：{words}",
        "caption apart from its picture: {words}",
    ),
    "jump_alone": Text("缺另一半：{words}", "缺另一半：{words}", "without its other half: {words}"),
    "jump_too_many": Text(
        "多出的转版：{words}",
        "多出的轉版：{words}",
        "one jump too many: {words}",
    ),
    "goes_on_unsaid": Text(
        "第 {story} 篇接到第{page}版，没有转版行",
        "第 {story} 篇接到第{page}版，沒有轉版行",
        "story {story} goes on on page {page}",
    ),
    "lines_before_jump": Text(
        "转版前只有 {count} 行",
        "轉版前只有 {count} 行",
        "{count} lines before the jump",
    ),
    "lines_after_jump": Text(
        "转版后只有 {count} 行",
        "轉版後只有 {count} 行",
        "{count} lines after it",
    ),
    "white_cells": Text(
        "空白占格子的 {value:.1f} %",
        "空白佔格子的 {value:.1f} %",
        "{value:.1f} % of the cells",
    ),
    "white_rows": Text(
        "合一栏 {value:.1f} 行",
        "合一欄 {value:.1f} 行",
        "{value:.1f} rows of a column",
    ),
    "column_short": Text(
        "栏短 {rows:.1f} 行",
        "欄短 {rows:.1f} 行",
        "column {rows:.1f} rows short",
    ),
    "leg_short": Text(
        "稿件一栏短 {rows:.1f} 行",
        "稿件一欄短 {rows:.1f} 行",
        "leg {rows:.1f} rows short",
    ),
    "leg_depth": Text(
        "深 {depth:.0f} 毫米：{title}",
        "深 {depth:.0f} 公釐：{title}",
        "{depth:.0f} mm: {title}",
    ),
    "first_line_at_foot": Text(
        "段首行孤在栏脚：{words}",
        "段首行孤在欄腳：{words}",
        "first line at the foot: {words}",
    ),
    "last_line_at_head": Text(
        "段末行孤在栏头：{words}",
        "段末行孤在欄頭：{words}",
        "last line at the head: {words}",
    ),
    "cut_across": Text("一条横贯的空白", "一條橫貫的空白", "a cut right across"),
    "cut_down": Text("一条从头到脚的缝", "一條從頭到腳的縫", "a cut from head to foot"),
    "head_above": Text(
        "“{first}”的题大于“{second}”",
        "「{first}」的題大於「{second}」",
        "{first} above {second}",
    ),
    "points": Text("大 {value:.1f} 点", "大 {value:.1f} 點", "{value:.1f} pt"),
    "told_after": Text(
        "“{second}”在“{first}”之后",
        "「{second}」在「{first}」之後",
        "{second} after {first}",
    ),
    "tau_of_edition": Text(
        "全份 tau {value:.2f}",
        "全份 tau {value:.2f}",
        "tau {value:.2f} over the edition",
    ),
    "tau": Text("tau {value:.2f}", "tau {value:.2f}", "tau {value:.2f}"),
    "pictures_take": Text(
        "图片占 {share:.0f} %",
        "圖片佔 {share:.0f} %",
        "pictures take {share:.0f} %",
    ),
    "no_picture_leads": Text(
        "最大一张是次大的 {ratio:.2f} 倍",
        "最大一張是次大的 {ratio:.2f} 倍",
        "the largest is {ratio:.2f} of the next",
    ),
    "json_breaks_off": Text(
        "第 {line} 行第 {column} 个字符处读不下去",
        "第 {line} 行第 {column} 個字元處讀不下去",
        "It breaks off at line {line}, column {column}",
    ),
    "json_no_unicode": Text("不是 UTF-8 文本", "不是 UTF-8 文字", "It is no text in UTF-8"),
    "zip_damaged": Text(
        "不是 ZIP 压缩包，或已损坏",
        "不是 ZIP 壓縮檔，或已損壞",
        "It is no ZIP archive, or a damaged one",
    ),
    "zip_encrypted": Text("其中有加密的文件", "其中有加密的檔案", "A file in it is encrypted"),
    "zip_method_unknown": Text(
        "压缩方法无法识别",
        "壓縮方法無法識別",
        "It is packed in a way that is not known",
    ),
    "pdf_damaged": Text(
        "不是 PDF，或已损坏",
        "不是 PDF，或已損壞",
        "It is no PDF, or a damaged one",
    ),
    "pdf_encrypted": Text("文件加了密码", "檔案加了密碼", "It is locked with a password"),
}
RULES: dict[str, RuleText] = {
    **of_file_rules.RULES, **of_type_rules.RULES, **of_makeup_rules.RULES,
    **of_look_rules.RULES, **of_press_rules.RULES,
}
