"""The rules for files that go to a press, by code: names, demands, what to do."""

from __future__ import annotations

from edition.messages.texts import RuleText, Text

PHRASES: dict[str, Text] = {
    "claim_version": Text(
        "XMP 里没有写 PDF/X-4", "XMP 裡沒有寫 PDF/X-4", "its XMP does not say PDF/X-4"
    ),
    "claim_title": Text("XMP 里没有标题", "XMP 裡沒有標題", "its XMP has no title"),
    "claim_dates": Text(
        "XMP 里没有制成和修改的日期", "XMP 裡沒有製成和修改的日期", "its XMP has no dates"
    ),
    "claim_id": Text("XMP 里没有 DocumentID", "XMP 裡沒有 DocumentID", "its XMP has no DocumentID"),
    "claim_trapped": Text(
        "没有写明是否做过陷印", "沒有寫明是否做過補漏白", "it does not say whether it is trapped"
    ),
    "claim_file_id": Text("没有文件标识 /ID", "沒有檔案識別 /ID", "it has no /ID"),
    "claim_open": Text("文件加了密", "檔案加了密", "it is encrypted"),
    "claim_pdf": Text("版本高于 PDF 1.6", "版本高於 PDF 1.6", "it is later than PDF 1.6"),
    "drawn_in_lights": Text(
        "用 {space} 画了 {count} 处", "用 {space} 畫了 {count} 處", "drawn in {space}: {count}"
    ),
    "stream_unread": Text(
        "{count} 段内容解不开", "{count} 段內容解不開", "streams that cannot be unpacked: {count}"
    ),
    "ink_over": Text(
        "{ink:.0f}%，最多 {most:.0f}%", "{ink:.0f}%，最多 {most:.0f}%",
        "{ink:.0f} %, of {most:.0f} %",
    ),
    "ink_over_ground": Text(
        "{ink:.0f}%，最多 {most:.0f}%：黑色叠印在底色或图片上",
        "{ink:.0f}%，最多 {most:.0f}%：黑色疊印在底色或圖片上",
        "{ink:.0f} %, of {most:.0f} %: black printed over a tint or a picture",
    ),
    "ink_unmeasured": Text(
        "这一版叠在一起的图形太多，叠印的墨量只量了一部分",
        "這一版疊在一起的圖形太多，疊印的墨量只量了一部分",
        "too many shapes to measure here: of what is printed over them only a part was",
    ),
    "picture_dpi": Text("{dpi:.0f} dpi", "{dpi:.0f} dpi", "{dpi:.0f} dpi"),
    "notes_printed": Text(
        "{count} 个批注或链接压在版面上", "{count} 個註解或連結壓在版面上",
        "notes or links on the print: {count}",
    ),
    "page_as_it_is": Text("整版", "整版", "the page"),
}
_AGAIN = Text(
    "用 edition pdf --press 重新输出，或在排版软件里选 PDF/X-4。",
    "用 edition pdf --press 重新輸出，或在排版軟體裡選 PDF/X-4。",
    "Make it again with edition pdf --press, or choose PDF/X-4 in the program that made it.",
)
RULES: dict[str, RuleText] = {
    "PX1": RuleText(
        Text("PDF/X-4 的说明", "PDF/X-4 的說明", "claim of PDF/X-4"),
        Text(
            "文件写明版本、标题、日期、标识和陷印，没有加密",
            "檔案寫明版本、標題、日期、識別和補漏白，沒有加密",
            "the file says its version, title, dates, identity and trapping, and is not encrypted",
        ),
        _AGAIN,
    ),
    "PX2": RuleText(
        Text("输出意图", "輸出目的", "output intent"),
        Text(
            "文件里有印机的四色 ICC 特性文件", "檔案裡有印機的四色 ICC 描述檔",
            "the ICC profile of a press with four inks is in the file",
        ),
        _AGAIN,
    ),
    "PX3": RuleText(
        Text("页框", "頁框", "boxes of the page"),
        Text(
            "成品框在出血框之内，出血框在纸张之内", "成品框在出血框之內，出血框在紙張之內",
            "the page is cut within its bleed, and bleeds within its sheet",
        ),
        _AGAIN,
    ),
    "PX4": RuleText(
        Text("只用油墨", "只用油墨", "inks only"),
        Text(
            "颜色和图片都是四色或黑色，没有 RGB", "顏色和圖片都是四色或黑色，沒有 RGB",
            "colours and pictures are of four inks or of black, none of RGB",
        ),
        _AGAIN,
    ),
    "PX5": RuleText(
        Text("黑字单色叠印", "黑字單色疊印", "black type in black alone"),
        Text(
            "黑字只用黑墨，并叠印", "黑字只用黑墨，並疊印",
            "black type is black ink alone, printed over what is there",
        ),
        Text(
            "把字的颜色改为 K 100，并设叠印；四色的黑字套不准。",
            "把字的顏色改為 K 100，並設疊印；四色的黑字套不準。",
            "Make it K 100 with overprint: black type of four inks is never in register.",
        ),
    ),
    "PX6": RuleText(
        Text("总墨量", "總墨量", "total ink"),
        Text(
            "任何地方的四色合计不超过纸张所能受的（新闻纸 {most:g}%）",
            "任何地方的四色合計不超過紙張所能受的（新聞紙 {most:g}%）",
            "no place takes more of all inks than the paper bears (newsprint: {most:g} %)",
        ),
        Text(
            "用新闻纸的 ICC 特性文件重新分色，或减少底色。",
            "用新聞紙的 ICC 描述檔重新分色，或減少底色。",
            "Separate again by a profile for newsprint, or use a lighter ground.",
        ),
    ),
    "PX7": RuleText(
        Text("图片精度", "圖片解析度", "resolution of pictures"),
        Text(
            "图片印出来不少于 {least:g} dpi", "圖片印出來不少於 {least:g} dpi",
            "pictures are printed with {least:g} pixels an inch or more",
        ),
        Text(
            "换一张更大的原图，或把图排小。", "換一張更大的原圖，或把圖排小。",
            "Take a larger original, or print it smaller.",
        ),
    ),
    "PX8": RuleText(
        Text("不带禁用的内容", "不帶禁用的內容", "nothing barred"),
        Text(
            "没有表单、脚本、压在版面上的批注，没有只有某家设备才懂的内容",
            "沒有表單、指令碼、壓在版面上的註解，沒有只有某家設備才懂的內容",
            "no form, script or note on the print, and nothing only one maker’s press knows",
        ),
        _AGAIN,
    ),
}
