"""The review of a change of script: its listing, its sheet and what is said of answers."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "review_without_to": Fault(
        what=Text("没有写明审哪一种字形", "沒有寫明審哪一種字形", "no script is named to review"),
        why=Text(
            "只有换了字形，才有要审的字", "只有換了字形，才有要審的字",
            "A form is doubtful only where the script is changed",
        ),
        todo=Text(
            "请用 --to 写明，例如 --to zh-Hant-TW", "請用 --to 寫明，例如 --to zh-Hant-TW",
            "Name one with --to, such as --to zh-Hant-TW",
        ),
    ),
    "review_answer_wrong": Fault(
        what=Text(
            "第 {line} 行的答复用不上：{said}", "第 {line} 行的答覆用不上：{said}",
            "the answer on line {line} cannot be used: {said}",
        ),
        why=Text(
            "answer 一栏写写法的号码（0 是排出的，1 起是别的）或写法本身；word 一栏不改",
            "answer 一欄寫寫法的號碼（0 是排出的，1 起是別的）或寫法本身；word 一欄不改",
            "The column answer holds the number of a form (0 for the one given, 1 and up for the "
            "others) or the form itself; the column word stays",
        ),
        todo=Text(
            "请用 edition review --tsv 重新列出，再填 answer 一栏",
            "請用 edition review --tsv 重新列出，再填 answer 一欄",
            "List them again with edition review --tsv and fill the column answer",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "help_review": Text(
        "换字形时拿不准的字，逐条列出、作答、记住", "換字形時拿不準的字，逐條列出、作答、記住",
        "doubtful forms of a change of script: listed, answered, remembered",
    ),
    "help_tsv": Text(
        "输出为 TSV，answer 一栏留空待填", "輸出為 TSV，answer 一欄留空待填",
        "as TSV, the column answer left to be filled",
    ),
    "help_html": Text("另写一张网页审校单", "另寫一張網頁審校單", "write a sheet to read as HTML"),
    "help_accept": Text(
        "排出的写法全部认可，记入 house.toml", "排出的寫法全部認可，記入 house.toml",
        "accept all forms as given, in house.toml",
    ),
    "help_answers": Text(
        "填好的 TSV：答复记入 house.toml", "填好的 TSV：答覆記入 house.toml",
        "a filled TSV: its answers go into house.toml",
    ),
    "help_strict_review": Text(
        "还有没答复的疑问时，退出码为 1", "還有沒答覆的疑問時，結束代碼為 1",
        "exit 1 while a form is unanswered",
    ),
    "review_none": Text("没有拿不准的字。", "沒有拿不準的字。", "No form is doubtful."),
    "review_count": Text(
        "拿不准的写法有 {count} 处，每千字 {rate:.1f} 处：",
        "拿不準的寫法有 {count} 處，每千字 {rate:.1f} 處：",
        "Doubtful forms: {count} ({rate:.1f} in a thousand characters)",
    ),
    "review_form": Text(
        "{rank}. {word} → {chosen}，或{others}（{reason}；{places} 处）",
        "{rank}. {word} → {chosen}，或{others}（{reason}；{places} 處）",
        "{rank}. {word} → {chosen}, or {others} ({reason}; places: {places})",
    ),
    "review_place": Text(
        "第 {story} 篇《{headline}》：{context}", "第 {story} 篇《{headline}》：{context}",
        "story {story}, {headline}: {context}",
    ),
    "review_outside": Text(
        "不在稿件内：{context}",
        "不在稿件內：{context}",
        "outside the stories: {context}",
    ),
    "review_remembered": Text(
        "答复 {count} 条，已记入 {file}：{entries}", "答覆 {count} 條，已記入 {file}：{entries}",
        "Answers kept in {file} ({count}): {entries}",
    ),
    "review_nothing": Text(
        "没有新的答复，{file} 没有改动", "沒有新的答覆，{file} 沒有改動",
        "No answer is new; {file} is as it was",
    ),
    "review_title": Text(
        "{name}：换作 {tag} 时拿不准的字", "{name}：換作 {tag} 時拿不準的字",
        "{name}: doubtful forms in {tag}",
    ),
    "review_head_word": Text("原文", "原文", "Copy"),
    "review_head_chosen": Text("排作", "排作", "Given"),
    "review_head_others": Text("也可能是", "也可能是", "May be"),
    "review_head_reason": Text("缘由", "緣由", "Reason"),
    "review_head_places": Text("处数", "處數", "Places"),
    "review_head_context": Text("上下文", "上下文", "Context"),
    "review_how": Text(
        "用 edition review --tsv 列出，填 answer 一栏，再用 --answers 读回；全部认可用 --accept。",
        "用 edition review --tsv 列出，填 answer 一欄，再用 --answers 讀回；全部認可用 --accept。",
        "To answer: list with edition review --tsv, fill the column answer, give it back with "
        "--answers; to accept all, --accept.",
    ),
    "review_reason_surname": Text(
        "这个姓有两种写法，须问本人", "這個姓有兩種寫法，須問本人",
        "a surname of two forms: ask the bearer",
    ),
    "review_reason_name_or_word": Text(
        "可能是人名，也可能是词", "可能是人名，也可能是詞", "a name, or words",
    ),
    "review_reason_two_words": Text(
        "断词不同，写法不同", "斷詞不同，寫法不同", "two ways to part the words",
    ),
    "review_reason_alone": Text(
        "单字成词，两种写法都有", "單字成詞，兩種寫法都有", "one character, two forms",
    ),
}
