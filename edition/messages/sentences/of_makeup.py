"""What make-up says: of places, pictures, advertisements and wishes."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

KINDS: dict[str, Kind] = {
    "empty_section": Kind(
        Severity.WARNING,
        Text(
            "{section}下没有稿件，未排。",
            "{section}下沒有稿件，未排。",
            "{section} has no stories and is left out.",
        ),
        todo=Text(
            "请在该栏题下补入稿件，或删去这个栏题。",
            "請在該欄題下補入稿件，或刪去這個欄題。",
            "Put its stories under the section title, or take the title out of the copy.",
        ),
        doc="makeup#the-steps",
    ),
    "heading_unset": Kind(
        Severity.ERROR,
        Text(
            "{role}太长，横排通栏四行也放不下，未排；请缩短。",
            "{role}太長，橫排通欄四行也放不下，未排；請縮短。",
            "The {role} is too long for four lines across the page; shorten it.",
        ),
        todo=Text(
            "请在原稿里缩短；若是正文被误读成标题，"
            "请在 [[answers]] 里对该行写 do = \"paragraph\"。",
            "請在原稿裡縮短；若是內文被誤讀成標題，"
            "請在 [[answers]] 裡對該行寫 do = \"paragraph\"。",
            "Shorten it in the copy; where text was taken for a heading, answer its line in "
            "[[answers]] with do = \"paragraph\".",
        ),
        doc="makeup#the-steps",
    ),
    "advertisement_unplaced": Kind(
        Severity.ERROR,
        Text(
            "第 {page} 版的广告没有位置：{why}。",
            "第 {page} 版的廣告沒有位置：{why}。",
            "The advertisement for page {page} has no place: {why}.",
        ),
        todo=Text(
            "请在 [[advertisements]] 里改 page，或减小 rows。",
            "請在 [[advertisements]] 裡改 page，或減小 rows。",
            "Change its page in [[advertisements]], or give it fewer rows.",
        ),
        doc="sidecar#advertisements-house-copy-ears",
    ),
    "advertisement_small": Kind(
        Severity.WARNING,
        Text(
            "第 {page} 版的一则广告字数太多，只能排 {points:.1f} 磅，不到 {least:.0f} 磅，读不清。",
            "第 {page} 版的一則廣告字數太多，只能排 {points:.1f} 磅，不到 {least:.0f} 磅，讀不清。",
            "The words of an advertisement on page {page} are set at {points:.1f} pt, below "
            "{least:.0f} pt: its space is too small for them.",
        ),
        todo=Text(
            "请在 [[advertisements]] 里加大 columns 或 rows，或缩短文字。",
            "請在 [[advertisements]] 裡加大 columns 或 rows，或縮短文字。",
            "Give it more columns or rows in [[advertisements]], or fewer words.",
        ),
        doc="sidecar#advertisements-house-copy-ears",
    ),
    "house_copy_unset": Kind(
        Severity.INFO,
        Text(
            "版面上还有空白，但补白“{title}”在哪一处都放不下，未排。",
            "版面上還有空白，但補白「{title}」在哪一處都放不下，未排。",
            "White is left, yet the house copy “{title}” fits nowhere and is left out.",
        ),
        todo=Text(
            "请缩短文字，或另加几条短的。", "請縮短文字，或另加幾條短的。",
            "Shorten it, or add shorter items.",
        ),
        doc="sidecar#advertisements-house-copy-ears",
    ),
    "index_left_out": Kind(
        Severity.INFO,
        Text(
            "导读放不下完整的标题，未排。", "導讀放不下完整的標題，未排。",
            "The index is left out: its headlines do not fit whole.",
        ),
        todo=Text(
            "请缩短内页头条的标题，或在版式里加大 furnishing.ear。",
            "請縮短內頁頭條的標題，或在版型裡加大 furnishing.ear。",
            "Shorten the headlines of the inner pages, or give furnishing.ear more room.",
        ),
        doc="layouts#furniture",
    ),
    "advertisement_narrowed": Kind(
        Severity.WARNING,
        Text(
            "广告要求 {wanted} 栏宽，本版式只有 {columns} 栏，已排成通栏。",
            "廣告要求 {wanted} 欄寬，本版型只有 {columns} 欄，已排成通欄。",
            "The advertisement of {wanted} columns is set across the {columns} of this layout.",
        ),
        todo=Text(
            "如不合适，请在 [[advertisements]] 里把 columns 改成不超过 {columns}，或换一种版式。",
            "如不合適，請在 [[advertisements]] 裡把 columns 改成不超過 {columns}，或換一種版型。",
            "Where that will not do, give it at most {columns} columns in [[advertisements]], or "
            "choose another layout.",
        ),
        doc="sidecar#advertisements-house-copy-ears",
    ),
    "picture_unset": Kind(
        Severity.ERROR,
        Text(
            "图片 {picture} 在版面上放不下，连同图片说明未排。",
            "圖片 {picture} 在版面上放不下，連同圖說未排。",
            "The picture {picture} has no place on its page, nor its caption.",
        ),
        todo=Text(
            "请换一张较扁的图片，减少该稿的图片，或把稿件移到别的版；"
            "可以不用的图片请写 optional = true。",
            "請換一張較扁的圖片，減少該稿的圖片，或把稿件移到別的版；"
            "可以不用的圖片請寫 optional = true。",
            "Give the story a flatter picture or fewer of them, or move it to another page; mark "
            "a picture the page may go without with optional = true.",
        ),
        doc="sidecar#pictures",
    ),
    "optional_picture_unset": Kind(
        Severity.WARNING,
        Text(
            "图片 {picture} 在版面上放不下，连同图片说明未排（该图标明可以不用）。",
            "圖片 {picture} 在版面上放不下，連同圖說未排（該圖標明可以不用）。",
            "The picture {picture} has no place on its page, nor its caption.",
        ),
        todo=Text(
            "无须处理；若一定要用，请删去 optional = true，并换一张较扁的图片。",
            "無須處理；若一定要用，請刪去 optional = true，並換一張較扁的圖片。",
            "Nothing, or give the story a flatter picture and take optional = true away.",
        ),
        doc="sidecar#pictures",
    ),
    "picture_coarse": Kind(
        Severity.WARNING,
        Text(
            "图片 {picture} 印 {mm} 毫米宽，只有 {dots} dpi，不到 {least} dpi，会印得模糊。",
            "圖片 {picture} 印 {mm} 毫米寬，只有 {dots} dpi，不到 {least} dpi，會印得模糊。",
            "The picture {picture} has only {dots} dots an inch at its {mm} mm, fewer than "
            "{least}: it will print blurred.",
        ),
        todo=Text(
            "请换一张像素多的原图；若不要紧，也可写 optional = true 或删去。",
            "請換一張像素多的原圖；若不要緊，也可寫 optional = true 或刪去。",
            "Give a larger original of the picture, or leave the picture out.",
        ),
        doc="sidecar#pictures",
    ),
    "picture_few_dots": Kind(
        Severity.INFO,
        Text(
            "图片 {picture} 只有 {wide} × {high} 像素，按 {least} dpi 只排 {mm} 毫米宽。",
            "圖片 {picture} 只有 {wide} × {high} 像素，按 {least} dpi 只排 {mm} 毫米寬。",
            "The picture {picture} of {wide} × {high} pixels is only {mm} mm wide, so that it "
            "keeps {least} dots an inch.",
        ),
        todo=Text(
            "若要排得大些，请换一张像素多的原图。", "若要排得大些，請換一張像素多的原圖。",
            "For a larger picture give a larger original.",
        ),
        doc="sidecar#pictures",
    ),
    "picture_whole": Kind(
        Severity.INFO,
        Text(
            "图片 {picture}（{wide} × {high}）太长，剪裁要超过 16% 才能填满位置，已整幅排出。",
            "圖片 {picture}（{wide} × {high}）太長，剪裁要超過 16% 才能填滿位置，已整幅排出。",
            "The picture {picture} of {wide} × {high} would fill its place only if more than 16 % "
            "of it were cropped away: it is shown whole.",
        ),
        todo=Text(
            "若要排得大些，请先把图片剪成常见的长宽。",
            "若要排得大些，請先把圖片剪成常見的長寬。",
            "For a larger picture crop it to a usual shape first.",
        ),
        doc="makeup#the-steps",
    ),
    "table_cramped": Kind(
        Severity.WARNING,
        Text(
            "一个 {columns} 栏的表通栏也排不开，用了最小的字，有的词在格子里拆开了。",
            "一個 {columns} 欄的表通欄也排不開，用了最小的字，有的詞在格子裡拆開了。",
            "A table of {columns} columns does not fit even across the page: it is set in the "
            "smallest type, and some words are broken in their cells.",
        ),
        todo=Text(
            "请在原稿里把它拆成两个表，或减少栏数、缩短格子里的字；或换更宽的版式。",
            "請在原稿裡把它拆成兩個表，或減少欄數、縮短格子裡的字；或換更寬的版式。",
            "Part it into two tables in the copy, give it fewer columns or shorter cells, or use "
            "a wider layout.",
        ),
        doc="makeup#the-steps",
    ),
    "table_run_on": Kind(
        Severity.WARNING,
        Text(
            "一个 {columns} 栏的表用最小的字也排不成格子，已改成一行一段的文字，内容不缺。",
            "一個 {columns} 欄的表用最小的字也排不成格子，已改成一列一段的文字，內容不缺。",
            "A table of {columns} columns fits in no size: its rows are set as paragraphs, and "
            "nothing of it is missing.",
        ),
        todo=Text(
            "请在原稿里把它拆成两个表，或减少栏数、缩短格子里的字；或换更宽的版式。",
            "請在原稿裡把它拆成兩個表，或減少欄數、縮短格子裡的字；或換更寬的版式。",
            "Part it into two tables in the copy, give it fewer columns or shorter cells, or use "
            "a wider layout.",
        ),
        doc="makeup#the-steps",
    ),
    "group_unset": Kind(
        Severity.WARNING,
        Text(
            "组题“{head}”没有排上：{count} 篇稿件放不进一个版，或不止 {most} 篇。各篇单独排出。",
            "組題「{head}」沒有排上：{count} 篇稿件放不進一個版，或不止 {most} 篇。各篇單獨排出。",
            "The head “{head}” over a group is not set: no page holds its {count} stories "
            "together, or they are more than {most}. Each stands by itself.",
        ),
        todo=Text(
            "请在 [[groups]] 里少列几篇，或压缩稿件。", "請在 [[groups]] 裡少列幾篇，或壓縮稿件。",
            "Name fewer stories in [[groups]], or shorten them.",
        ),
        doc="sidecar#groups",
    ),
    "head_manner_unmet": Kind(
        Severity.WARNING,
        Text(
            "标题不能按 head = \"{wish}\" 排，仍排在正文之上。",
            "標題不能按 head = \"{wish}\" 排，仍排在正文之上。",
            "The headline could not be set as head = \"{wish}\" asks: it stands over its text.",
        ),
        todo=Text(
            "竖题、旁题要正文够深、没有图片；竖题里不能有外文单词和破折号。",
            "豎題、旁題要正文夠深、沒有圖片；豎題裡不能有外文單詞和破折號。",
            "It needs text deep enough and no picture, and a turned one no Latin words or dashes.",
        ),
        doc="sidecar#wishes-for-a-story",
    ),
    "box_unmet": Kind(
        Severity.WARNING,
        Text(
            "这篇稿件没有加上框。", "這篇稿件沒有加上框。",
            "The story stands without the box that was asked for.",
        ),
        todo=Text(
            "有图片、宽表格的稿件，转版的稿件，没有几行的稿件，都不能加框；简讯只能整栏加框。",
            "有圖片、寬表格的稿件，轉版的稿件，沒有幾行的稿件，都不能加框；簡訊只能整欄加框。",
            "A story with pictures or a wide table, one that jumps or one of a few lines has no "
            "box; briefs have one round their column.",
        ),
        doc="sidecar#wishes-for-a-story",
    ),
    "box_stays": Kind(
        Severity.WARNING,
        Text(
            "这篇稿件仍排在框里。", "這篇稿件仍排在框裡。",
            "The story still stands in a box.",
        ),
        todo=Text(
            "它是简讯栏里的一条：整栏的框由栏里第一条说了算。",
            "它是簡訊欄裡的一條：整欄的框由欄裡第一條說了算。",
            "It is one of a column of briefs, whose first says whether there is a box.",
        ),
        doc="sidecar#wishes-for-a-story",
    ),
    "headline_break_unmet": Kind(
        Severity.WARNING,
        Text(
            "标题没有按 headline_lines 断行：{lines}", "標題沒有按 headline_lines 斷行：{lines}",
            "The headline does not break as headline_lines asks: {lines}",
        ),
        todo=Text(
            "那里可能不许断（词和数字中间、标点之前），或一行太长；简讯的标题不分行。",
            "那裡可能不許斷（詞和數字中間、標點之前），或一行太長；簡訊的標題不分行。",
            "No line may end inside a word or a number, or before a mark; a line may be too long; "
            "and the headline of a brief runs on into its text.",
        ),
        doc="sidecar#wishes-for-a-story",
    ),
    "picture_width_unmet": Kind(
        Severity.WARNING,
        Text(
            "图片 {picture} 不能按 width = {wish} 排 {wanted} 栏宽，排了约 {got} 栏。",
            "圖片 {picture} 不能按 width = {wish} 排 {wanted} 欄寬，排了約 {got} 欄。",
            "The picture {picture} could not be set {wanted} columns wide, as width = {wish} asks: "
            "it takes about {got}.",
        ),
        todo=Text(
            "像素少、太高的图片排不宽；它的稿件也要有那么宽。",
            "像素少、太高的圖片排不寬；它的稿件也要有那麼寬。",
            "A picture of few pixels or a tall one cannot be so wide, and its story must be as "
            "wide.",
        ),
        doc="sidecar#pictures",
    ),
    "wish_unmet": Kind(
        Severity.WARNING,
        Text(
            "{what} = {wish} 无法满足，实为 {got}。",
            "{what} = {wish} 無法滿足，實為 {got}。",
            "{what} = {wish} could not be had: it is {got}.",
        ),
        todo=Text(
            "请在 [[stories]] 里改 {what}，或改稿件的长短、先后。",
            "請在 [[stories]] 裡改 {what}，或改稿件的長短、先後。",
            "Change {what} in [[stories]], or the length or the rank of the story.",
        ),
        doc="sidecar#wishes-for-a-story",
    ),
}
FAULTS: dict[str, Fault] = {
    "block_too_tall": Fault(
        what=Text(
            "稿件 {story} 的段落 {block} 比整个版面还高，排不下",
            "稿件 {story} 的段落 {block} 比整個版面還高，排不下",
            "story {story}, block {block}: One block of the copy is taller than the page",
        ),
        todo=Text(
            "请把这一段改短，或换一种版面更高的版式",
            "請把這一段改短，或換一種版面更高的版型",
            "Shorten the block or choose a layout with a deeper page",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "titled_section": Text("栏题“{title}”", "欄題「{title}」", "The section “{title}”"),
    "untitled_section": Text(
        "一个没有栏题的部分", "一個沒有欄題的部分", "A section without a title"
    ),
    "long_kicker": Text("引题", "引題", "kicker"),
    "long_headline": Text("标题", "標題", "headline"),
    "long_deck": Text("副题", "副題", "deck"),
    "no_such_page": Text(
        "报纸只有 {last} 个版", "報紙只有 {last} 個版", "the last page is {last}"
    ),
    "no_room_on_page": Text(
        "版面高度不够，或版角已有另一则广告",
        "版面高度不夠，或版角已有另一則廣告",
        "the page is not deep enough, or has another in its corner",
    ),
    "no_story_on_page": Text(
        "该版没有稿件", "該版沒有稿件", "no story stands on the page"
    ),
}
