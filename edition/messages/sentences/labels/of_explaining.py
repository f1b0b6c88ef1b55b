"""What `edition stories --explain` says: the part of a line, what decided, what was weighed."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}

FAULTS: dict[str, Fault] = {
    "explain_number": Fault(
        Text("“{value}”不是行号", "「{value}」不是行號", "“{value}” is no number of a line"),
        todo=Text("请在 --explain 后写从 1 起的行号", "請在 --explain 後寫從 1 起的行號",
                  "Give --explain the number of a line, from 1"),
    ),
    "explain_several": Fault(
        Text("这里有 {count} 份稿件", "這裡有 {count} 份稿件", "There are {count} files of copy"),
        Text("行号只能指一份稿件的行", "行號只能指一份稿件的行",
             "The number of a line belongs to one of them"),
        Text("请只写那一份稿件", "請只寫那一份稿件", "Name that one file"),
    ),
    "explain_no_lines": Fault(
        Text("这份稿件不是纯文本", "這份稿件不是純文字", "this copy is no plain text"),
        Text("只有纯文本是一行一行判读的", "只有純文字是一行一行判讀的",
             "Only plain text is read line by line"),
    ),
    "explain_no_line": Fault(
        Text("没有第 {line} 行", "沒有第 {line} 行", "there is no line {line}"),
        Text("稿件只有 {last} 行", "稿件只有 {last} 行", "The copy has {last} lines"),
    ),
    "explain_blank": Fault(
        Text("第 {line} 行没有可读的字", "第 {line} 行沒有可讀的字",
             "line {line} holds nothing to read"),
        todo=Text("请写有字的一行", "請寫有字的一行", "Name a line with words in it"),
    ),
}

PHRASES: dict[str, Text] = {
    "explain_line": Text("第 {line} 行：{text}", "第 {line} 行：{text}", "Line {line}: {text}"),
    "explain_joined": Text(
        "  与第 {first}–{last} 行合成一段来读。", "  與第 {first}–{last} 行合成一段來讀。",
        "  Lines {first}–{last} were read as one.",
    ),
    "explain_read": Text(
        "  读作{part}（{chance:.1f}%）；不然是{other}（{other_chance:.1f}%）。",
        "  讀作{part}（{chance:.1f}%）；不然是{other}（{other_chance:.1f}%）。",
        "  Read as {part} ({chance:.1f} %), else as {other} ({other_chance:.1f} %).",
    ),
    "explain_settled": Text(
        "  读作{part}；单凭权衡，{other}有 {other_chance:.1f}%。",
        "  讀作{part}；單憑權衡，{other}有 {other_chance:.1f}%。",
        "  Read as {part}; by weighing alone, {other} had {other_chance:.1f} %.",
    ),
    "explain_alone": Text("  读作{part}。", "  讀作{part}。", "  Read as {part}."),
    "explain_decided": Text("  决定的是：{why}。", "  決定的是：{why}。", "  What decided: {why}."),
    "explain_for": Text("  说它是{part}的：", "  說它是{part}的：", "  For {part} speaks:"),
    "explain_against": Text("  说它是{part}的：", "  說它是{part}的：", "  For {part} speaks:"),
    "explain_ground": Text(
        "    {weight:+.2f}  {says}", "    {weight:+.2f}  {says}", "    {weight:+.2f}  {says}"
    ),
    "explain_rest": Text(
        "  其余各项合计 {weight:+.2f}。", "  其餘各項合計 {weight:+.2f}。",
        "  All other features together: {weight:+.2f}.",
    ),
    "explain_above": Text(
        "  上面第 {line} 行是{beside}，接{part}：{weight}，接{other}：{other_weight}。",
        "  上面第 {line} 行是{beside}，接{part}：{weight}，接{other}：{other_weight}。",
        "  Line {line} above is {beside}; under it {part}: {weight}, {other}: {other_weight}.",
    ),
    "explain_below": Text(
        "  下面第 {line} 行是{beside}，{part}接它：{weight}，{other}接它：{other_weight}。",
        "  下面第 {line} 行是{beside}，{part}接它：{weight}，{other}接它：{other_weight}。",
        "  Line {line} below is {beside}; over it {part}: {weight}, {other}: {other_weight}.",
    ),
    "explain_weight": Text("{weight:+.2f}", "{weight:+.2f}", "{weight:+.2f}"),
    "explain_never": Text("不可能", "不可能", "never"),
    "decided_answer": Text(
        "编者的答复 do = \"{do}\"", "編者的答覆 do = \"{do}\"", "the editor's answer, do = \"{do}\""
    ),
    "decided_section": Text(
        "它是这家报纸的栏题", "它是這家報紙的欄題", "it is the name of a section of this paper"
    ),
    "decided_house": Text(
        "house.toml 里有这一行", "house.toml 裡有這一行", "house.toml knows the line"
    ),
    "decided_imprint": Text(
        "它说的是 .toml 里的报名、日期等", "它說的是 .toml 裡的報名、日期等",
        "it says what the sidecar says of the paper",
    ),
    "decided_closing": Text(
        "它是报社启事或来信的落款", "它是報社啟事或來信的落款", "it signs a letter or a notice"
    ),
    "decided_sign": Text(
        "写法和位置都说它是{sign}", "寫法和位置都說它是{sign}",
        "form and place together say it is {sign}",
    ),
    "decided_family": Text(
        "同样写法的 {count} 行读作同一种", "同樣寫法的 {count} 行讀作同一種",
        "{count} lines of its pattern are read as one and the same part",
    ),
    "decided_origin": Text(
        "它是稿件来处（邮件、网页、PDF 等）带来的", "它是稿件來處（郵件、網頁、PDF 等）帶來的",
        "it came with the origin of the copy, such as a mail, a web page or a PDF",
    ),
}
