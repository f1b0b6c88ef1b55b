"""The words of what an editor reads: the list of stories and queries, and the proof sheet."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
PHRASES: dict[str, Text] = {
    "severity_error": Text("错误", "錯誤", "error"),
    "severity_warning": Text("警告", "警告", "warning"),
    "severity_info": Text("提示", "提示", "info"),
    "confidence_certain": Text("确定", "確定", "certain"),
    "confidence_probable": Text("很可能", "很可能", "probable"),
    "confidence_weak": Text("拿不准", "拿不準", "weak"),
    "untitled": Text("（无题）", "（無題）", "（无题）"),
    "set_aside": Text(
        "  未排入，原文件第 {line} 行（{sort}）：{text}",
        "  未排入，原檔案第 {line} 行（{sort}）：{text}",
        "  set aside, line {line} of its file ({sort}): {text}",
    ),
    "asides_one": Text(
        "另有 1 行未排入：{sorts}。", "另有 1 行未排入：{sorts}。", "1 line was set aside: {sorts}."
    ),
    "asides_many": Text(
        "另有 {count} 行未排入：{sorts}。", "另有 {count} 行未排入：{sorts}。",
        "{count} lines were set aside: {sorts}.",
    ),
    "aside_sort": Text("{sort} {count} 行", "{sort} {count} 行", "{sort} ({count})"),
    "count_paragraph": Text("{count} 段", "{count} 段", "{count} paragraph"),
    "count_paragraphs": Text("{count} 段", "{count} 段", "{count} paragraphs"),
    "count_crosshead": Text("{count} 个小标题", "{count} 個小標題", "{count} crosshead"),
    "count_crossheads": Text("{count} 个小标题", "{count} 個小標題", "{count} crossheads"),
    "count_pull_quote": Text("{count} 处引语", "{count} 處引語", "{count} pull quote"),
    "count_pull_quotes": Text("{count} 处引语", "{count} 處引語", "{count} pull quotes"),
    "story_parts": Text(
        "{parts}；{size} 字{by}", "{parts}；{size} 字{by}", "{parts}; {size} characters{by}"
    ),
    "story_by": Text("；作者 {names}", "；作者 {names}", "; by {names}"),
    "queries_none": Text("没有疑问。", "沒有疑問。", "No queries."),
    "queries_many": Text(
        "疑问与提示 {count} 条：", "疑問與提示 {count} 條：", "{count} queries and notes:"
    ),
    "at_line": Text("第 {line} 行", "第 {line} 行", "line {line}"),
    "in_file": Text("{source}，{place}", "{source}，{place}", "{source}, {place}"),
    "listed": Text("{kind}{sure}：{message}", "{kind}{sure}：{message}", "{kind}{sure}: {message}"),
    "sure": Text("（{confidence}）", "（{confidence}）", " ({confidence})"),
    "listed_copy": Text("原稿：{text}", "原稿：{text}", "in the copy: {text}"),
    "listed_perhaps": Text("或为：{text}", "或為：{text}", "perhaps: {text}"),
    "listed_todo": Text("办法：{text}", "辦法：{text}", "what to do: {text}"),
    "listed_many": Text(
        "共 {count} 处{lines}；加 --all 逐条列出", "共 {count} 處{lines}；加 --all 逐條列出",
        "{count} in all{lines}; --all lists them",
    ),
    "many_lines": Text("，在第 {lines} 行", "，在第 {lines} 行", ", on lines {lines}"),
    "many_lines_more": Text(
        "，在第 {lines} 行等", "，在第 {lines} 行等", ", on lines {lines} and more"
    ),
    "proof_title": Text("校样", "校樣", "Proof sheet: "),
    "proof_counts": Text(
        "{errors} 处错误、{warnings} 处警告、{notes} 处提示。"
        "左为原稿，右为读出的稿件；¦ 是两行相接之处。",
        "{errors} 處錯誤、{warnings} 處警告、{notes} 處提示。"
        "左為原稿，右為讀出的稿件；¦ 是兩行相接之處。",
        "{errors} errors, {warnings} warnings, {notes} notes. Left: the copy as it came. "
        "Right: the stories as read; ¦ is a seam where lines were joined.",
    ),
    "proof_only": Text("只看错误", "只看錯誤", "Show only errors"),
    "proof_queries": Text("疑问", "疑問", "Queries"),
    "proof_in_copy": Text("原稿：", "原稿：", "In the copy: "),
    "proof_perhaps": Text("或为：", "或為：", "Perhaps: "),
    "proof_todo": Text("办法：", "辦法：", "What to do: "),
    "proof_answer": Text("答复", "答覆", "Answer"),
    "proof_many": Text("共 {count} 处", "共 {count} 處", "{count} in all"),
    "proof_no_lines": Text(
        "这种格式没有行可列，请看原文件。", "這種格式沒有行可列，請看原檔案。",
        "This format has no lines to show; look at the file itself.",
    ),
    "proof_held": Text("扣下：不上版", "扣下：不上版", "Held: on no page"),
    "part_section": Text("栏目", "欄目", "section"),
    "part_kicker": Text("引题", "引題", "kicker"),
    "part_headline": Text("标题", "標題", "headline"),
    "part_deck": Text("副题", "副題", "deck"),
    "part_dateline": Text("电头", "電頭", "dateline"),
    "part_byline": Text("署名", "署名", "byline"),
    "part_credit": Text("文末署名", "文末署名", "credit"),
    "part_paragraph": Text("段落", "段落", "paragraph"),
    "part_crosshead": Text("小标题", "小標題", "crosshead"),
    "part_quote": Text("引语", "引語", "quote"),
    "part_caption": Text("图片说明", "圖說", "caption"),
    "part_list": Text("列表", "清單", "list"),
    "part_table": Text("表格", "表格", "table"),
    "part_verse": Text("诗", "詩", "verse"),
    "part_note": Text("注", "註", "note"),
    "part_closing": Text("落款", "落款", "closing"),
    "part_entries": Text("条目", "條目", "entries"),
    "part_footnote": Text("注释", "註釋", "footnote"),
    "answer_or": Text(
        "# 或者，不用上面的 do 和 query，改写：", "# 或者，不用上面的 do 和 query，改寫：",
        "# Or, instead of do and query above:",
    ),
}
