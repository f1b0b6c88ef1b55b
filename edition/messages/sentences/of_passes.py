"""What the passes ask and record: queries about the copy, answers, changes of script."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_QUERIES, _WRAPS, _ANSWERS = "reading#the-queries", "reading#joining-wraps", "sidecar#answers"
_HOLD = Text(
    "请对照报样；缺了开头就在答复里写 do = \"hold\" 压下这篇稿",
    "請對照報樣；缺了開頭就在答覆裡寫 do = \"hold\" 壓下這篇稿",
    "Look at the page; answer do = \"hold\" where the opening is gone",
)
_LOST = Text(
    "这篇稿似乎缺了开头：先压下，对照报样。", "這篇稿似乎缺了開頭：先壓下，對照報樣。",
    "The opening of this story seems to be lost: hold it and look at the page.",
)
_MEND = Text(
    "请核对原文，在答复里写 do = \"replace\" 和 with 改正",
    "請核對原文，在答覆裡寫 do = \"replace\" 和 with 改正",
    "Compare the original and mend it with do = \"replace\" and with",
)
_SPLIT = Text(
    "若是两段，请在答复里写 do = \"split\"", "若是兩段，請在答覆裡寫 do = \"split\"",
    "Answer do = \"split\" where they are two paragraphs",
)
_DROP = Text(
    "若是重复，请在答复里写 do = \"drop\"", "若是重複，請在答覆裡寫 do = \"drop\"",
    "Answer do = \"drop\" where it is a repetition",
)

KINDS: dict[str, Kind] = {
    "wrap_joined": Kind(
        Severity.INFO,
        Text(
            "被分栏断开的一段在这里接上了。", "被分欄斷開的一段在這裡接上了。",
            "A paragraph cut by a column break was joined here.",
        ),
        _SPLIT, _WRAPS,
    ),
    "wrap_joined_unsure": Kind(
        Severity.WARNING,
        Text(
            "前一段没有写完一句，两段在这里接上了：请核对接缝。",
            "前一段沒有寫完一句，兩段在這裡接上了：請核對接縫。",
            "Two blocks were joined here because the first does not end a sentence: check the "
            "seam.",
        ),
        _SPLIT, _WRAPS,
    ),
    "unfinished_paragraph": Kind(
        Severity.WARNING,
        Text(
            "这一段不像一句话的结尾，照原样保留。", "這一段不像一句話的結尾，照原樣保留。",
            "This paragraph does not end as a sentence ends; it was left as it is.",
        ),
        Text(
            "若与下一段相连，请在答复里写 do = \"join\"",
            "若與下一段相連，請在答覆裡寫 do = \"join\"",
            "Answer do = \"join\" where it runs on into the next paragraph",
        ),
        _WRAPS,
    ),
    "columns_interleaved": Kind(
        Severity.ERROR,
        Text(
            "连续 {count} 段都没有写完：两栏的行似乎交错了。已照原样保留，请对照报样。",
            "連續 {count} 段都沒有寫完：兩欄的行似乎交錯了。已照原樣保留，請對照報樣。",
            "{count} paragraphs in a row break off: the lines of two columns seem to alternate. "
            "They were left as they are; look at the page.",
        ),
        Text(
            "请按报样把各行的次序理好，再重新读稿", "請按報樣把各行的次序理好，再重新讀稿",
            "Put the lines into the order of the page and read the copy again",
        ),
        _WRAPS,
    ),
    "near_duplicate_pullquote": Kind(
        Severity.WARNING,
        Text(
            "这里重复了第 {original} 行的引语：排作摘引，不排作正文。",
            "這裡重複了第 {original} 行的引語：排作摘引，不排作內文。",
            "This repeats the direct speech of line {original}: it is set as a pull quote, not as "
            "a paragraph.",
        ),
        Text(
            "若是正文，请在答复里写 do = \"paragraph\"；不要就写 do = \"drop\"",
            "若是內文，請在答覆裡寫 do = \"paragraph\"；不要就寫 do = \"drop\"",
            "Answer do = \"paragraph\" where it is text, or do = \"drop\" to leave it out",
        ),
        _QUERIES,
    ),
    "near_duplicate_paragraph": Kind(
        Severity.WARNING,
        Text(
            "这一段与第 {original} 行大半相同。", "這一段與第 {original} 行大半相同。",
            "This paragraph repeats most of line {original}.",
        ),
        _DROP, _QUERIES,
    ),
    "lost_opening": Kind(Severity.ERROR, _LOST, _HOLD, _QUERIES),
    "lost_opening_unsure": Kind(Severity.WARNING, _LOST, _HOLD, _QUERIES),
    "suspect_opening": Kind(
        Severity.INFO,
        Text(
            "这一段以副词开头，主语在后。", "這一段以副詞開頭，主語在後。",
            "This paragraph begins with an adverb before its subject.",
        ),
        Text(
            "请看前面是否少了一句", "請看前面是否少了一句",
            "See whether a sentence before it is gone",
        ),
        _QUERIES,
    ),
    "unbalanced_quote": Kind(
        Severity.ERROR,
        Text(
            "这里的引号不成对。", "這裡的引號不成對。", "A quotation mark here has no partner.",
        ),
        _MEND, _QUERIES,
    ),
    "missing_character": Kind(
        Severity.ERROR,
        Text(
            "这里似乎漏了一个字。", "這裡似乎漏了一個字。",
            "A character seems to be missing here.",
        ),
        _MEND, _QUERIES,
    ),
    "crossheads_or_headlines": Kind(
        Severity.WARNING,
        Text(
            "这一行读作小标题；它与前一篇之间没有署名隔开，也可能是标题。",
            "這一行讀作小標題；它與前一篇之間沒有署名隔開，也可能是標題。",
            "This line was read as a crosshead; no byline parts it from the story before, so it "
            "may be a headline.",
        ),
        Text(
            "若是标题，请在答复里写 do = \"headline\"", "若是標題，請在答覆裡寫 do = \"headline\"",
            "Answer do = \"headline\" where it is one",
        ),
        _QUERIES,
    ),
    "place_conflict": Kind(
        Severity.ERROR,
        Text(
            "这篇稿第 {first_line} 行写的是{first}，第 {other_line} 行写的是{other}。",
            "這篇稿第 {first_line} 行寫的是{first}，第 {other_line} 行寫的是{other}。",
            "The story is set in {first} in line {first_line} and in {other} in line {other_line}.",
        ),
        _MEND, _QUERIES,
    ),
    "mixed_in_text": Kind(
        Severity.ERROR,
        Text(
            "这些文字似是《{headline}》的，那篇稿缺了开头，文字错排到了这里。",
            "這些文字似是〈{headline}〉的，那篇稿缺了開頭，文字錯排到了這裡。",
            "These words belong to the story “{headline}”, whose opening is lost, and seem to have "
            "strayed in here.",
        ),
        Text(
            "请对照报样，把文字移回原稿；一时不能就在答复里写 do = \"hold\"",
            "請對照報樣，把文字移回原稿；一時不能就在答覆裡寫 do = \"hold\"",
            "Look at the page and move the words back, or answer do = \"hold\"",
        ),
        _QUERIES,
    ),
    "answer_replaced": Kind(
        Severity.INFO,
        Text(
            "这里用的是编辑的文字：“{old}”改为“{new}”。",
            "這裡用的是編輯的文字：「{old}」改為「{new}」。",
            "The editor's words stand here: “{old}” became “{new}”.",
        ),
        doc=_ANSWERS,
    ),
    "answer_dropped": Kind(
        Severity.INFO,
        Text("编辑删去了这一块。", "編輯刪去了這一塊。", "The editor left this block out."),
        doc=_ANSWERS,
    ),
    "answer_moved": Kind(
        Severity.INFO,
        Text(
            "{name}（{do}）说的字已不在第 {from} 行，而在第 {to} 行：答复用在第 {to} 行上。",
            "{name}（{do}）說的字已不在第 {from} 行，而在第 {to} 行：答覆用在第 {to} 行上。",
            "The text of {name} ({do}) no longer stands in line {from} but in line {to}: "
            "the answer is used there.",
        ),
        Text(
            "要是用对了，可把答复的 line 改成 {to}", "要是用對了，可把答覆的 line 改成 {to}",
            "If that is right, write {to} as its line",
        ),
        _ANSWERS,
    ),
    "answer_stale": Kind(
        Severity.WARNING,
        Text(
            "{name}（第 {line} 行，{do}）没有用上：{why}。",
            "{name}（第 {line} 行，{do}）沒有用上：{why}。",
            "{name} (line {line}, {do}) was not used: {why}.",
        ),
        Text(
            "请核对答复的 line、text 和 do，或删去这条答复",
            "請核對答覆的 line、text 和 do，或刪去這條答覆",
            "Compare line, text and do of the answer with the copy, or take it out",
        ),
        _ANSWERS,
    ),
    "story_held": Kind(
        Severity.WARNING,
        Text(
            "编辑压下了这篇稿（第 {first} 至 {last} 行），不上版。",
            "編輯壓下了這篇稿（第 {first} 至 {last} 行），不上版。",
            "The editor holds this story, lines {first} to {last}: it stands on no page.",
        ),
        Text(
            "要上版就删去 do = \"hold\" 的答复", "要上版就刪去 do = \"hold\" 的答覆",
            "Take out the answer with do = \"hold\" to print it",
        ),
        _ANSWERS,
    ),
    "glossary_length": Kind(
        Severity.WARNING,
        Text(
            "“{word}”已是繁体，两种写法字数不同，没有采用。",
            "「{word}」已是繁體，兩種寫法字數不同，沒有採用。",
            "The variant “{word}” changes the number of characters; it is left out.",
        ),
        Text(
            "请写字数相同的写法，或在 [[glossary]] 里用简体写这个词",
            "請寫字數相同的寫法，或在 [[glossary]] 裡用簡體寫這個詞",
            "Give forms of the same length, or the word in Simplified under [[glossary]]",
        ),
        "sidecar",
    ),
    "converted": Kind(
        Severity.INFO,
        Text(
            "已由 OpenCC {version} 按 {config} 转换为 {tag}。",
            "已由 OpenCC {version} 按 {config} 轉換為 {tag}。",
            "Converted to {tag} by OpenCC {version} with {config}.",
        ),
    ),
    "name_form": Kind(
        Severity.INFO,
        Text(
            "{name}的姓有两种繁体写法（{forms}），请问本人。",
            "{name}的姓有兩種繁體寫法（{forms}），請問本人。",
            "The surname of {name} has two Traditional forms ({forms}); ask the bearer.",
        ),
        Text(
            "请在 [[glossary]] 里写明这个姓名", "請在 [[glossary]] 裡寫明這個姓名",
            "Put the name under [[glossary]]",
        ),
        "sidecar",
    ),
    "word_form": Kind(
        Severity.INFO,
        Text(
            "“{context}”中写作“{form}”，也可能是“{other}”。",
            "「{context}」中寫作「{form}」，也可能是「{other}」。",
            "“{context}” was given “{form}”; it may be “{other}”.",
        ),
        Text(
            "要是写错了，请在 [[glossary]] 里写明这个词",
            "要是寫錯了，請在 [[glossary]] 裡寫明這個詞",
            "If it is wrong, put the word under [[glossary]]",
        ),
        "traditional",
    ),
    "already_traditional": Kind(
        Severity.INFO,
        Text(
            "原稿里有 {count} 个字已是繁体，照原样排：{characters}",
            "原稿裡有 {count} 個字已是繁體，照原樣排：{characters}",
            "{count} characters are Traditional in the copy already and stay: {characters}",
        ),
    ),
}
FAULTS: dict[str, Fault] = {
    "unknown_tag": Fault(
        what=Text(
            "不认识语言标记“{tag}”", "不認識語言標記「{tag}」",
            "“{tag}” is not a language tag edition knows",
        ),
        why=Text(
            "{near}可用的标记有：{known}", "{near}可用的標記有：{known}",
            "{near}The tags are {known}",
        ),
        todo=Text("请用 --to 选其中一个", "請用 --to 選其中一個", "Choose one of them with --to"),
    ),
    "tag_of_language": Fault(
        what=Text(
            "“{tag}”是另一种语言", "「{tag}」是另一種語言",
            "“{tag}” is another language than the copy's",
        ),
        why=Text(
            "稿件是中文；edition 换字形，不翻译", "稿件是中文；edition 換字形，不翻譯",
            "The copy is Chinese; edition changes its script and translates nothing",
        ),
        todo=Text(
            "请用 --to zh-Hans、zh-Hant-TW 或 zh-Hant-HK",
            "請用 --to zh-Hans、zh-Hant-TW 或 zh-Hant-HK",
            "Use --to zh-Hans, zh-Hant-TW or zh-Hant-HK",
        ),
    ),
    "opencc_broken": Fault(
        what=Text(
            "OpenCC 读不到它的词典", "OpenCC 讀不到它的詞典", "OpenCC cannot load its dictionaries"
        ),
        why=Text("词典缺失或已损坏", "詞典缺失或已損壞", "{error}"),
        todo=Text(
            "请重新安装 edition 和它所用的软件包", "請重新安裝 edition 和它所用的套件",
            "Install edition and the packages it needs again",
        ),
    ),
    "length_changed": Fault(
        what=Text(
            "繁简转换改变了文字的长度", "繁簡轉換改變了文字的長度",
            "The conversion changed the length of a text",
        ),
        why=Text(
            "OpenCC 返回的字数与送去的不同", "OpenCC 傳回的字數與送去的不同",
            "OpenCC returned more or fewer characters than it was given",
        ),
        todo=Text(
            "请把这段文字告诉 edition 的作者", "請把這段文字告訴 edition 的作者",
            "Report this text to the makers of edition",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "two_forms": Text("{one}或{other}", "{one}或{other}", "{one} or {other}"),
    "unused_join": Text(
        "后面没有可以接上的段落", "後面沒有可以接上的段落",
        "no paragraph follows that it could run on into",
    ),
    "unused_split": Text(
        "这一行不是一段的开头", "這一行不是一段的開頭", "the line begins no paragraph"
    ),
    "unused_replace": Text(
        "稿中没有一处只出现一次这些字，请多给几个字", "稿中沒有一處只出現一次這些字，請多給幾個字",
        "no one part of the story holds the text just once; give more characters",
    ),
    "unused_drop": Text(
        "那里没有稿件的文字块", "那裡沒有稿件的文字塊", "no block of a story stands there"
    ),
    "unused_hold": Text("那里没有稿件", "那裡沒有稿件", "no story stands there"),
    "unused_keep": Text("那里没有疑问", "那裡沒有疑問", "nothing is asked there"),
    "unused_part": Text(
        "那一行的位置不能作 {do}", "那一行的位置不能作 {do}",
        "the line cannot be a {do} where it stands",
    ),
}
