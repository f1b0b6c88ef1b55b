"""Phrases of what is said of packs: why a key, a font, a style or a template cannot be used."""

from __future__ import annotations

from edition.messages.texts import Text

PHRASES: dict[str, Text] = {
    "layout_nearest": Text(
        "也许是“{nearest}”；可用的项有：{known}",
        "也許是「{nearest}」；可用的項有：{known}",
        "You may mean “{nearest}”; the keys are {known}",
    ),
    "layout_nearest_word": Text(
        "也许是“{nearest}”；可以用的有：{known}",
        "也許是「{nearest}」；可以用的有：{known}",
        "You may mean “{nearest}”; it is one of {known}",
    ),
    "layout_words": Text("可以用的有：{known}", "可以用的有：{known}", "It is one of {known}"),
    "layout_no_role": Text(
        "缺少这个表；{known} 都要写",
        "缺少這個表；{known} 都要寫",
        "The table is missing; all of {known} are needed",
    ),
    "layout_no_margins": Text(
        "版心宽 {wide:.1f} 毫米，两边一共只剩 {spare:.1f} 毫米，不够 inner 和 outer 之和；"
        "要更宽就减小 grid.measure",
        "版心寬 {wide:.1f} 公釐，兩邊一共只剩 {spare:.1f} 公釐，不夠 inner 和 outer 之和；"
        "要更寬就減小 grid.measure",
        "The type area is {wide:.1f} mm wide and leaves {spare:.1f} mm for both margins, inner and "
        "outer together; wider ones take a smaller grid.measure",
    ),
    "layout_no_bottom": Text(
        "版心高 {deep:.1f} 毫米，下面只剩 {below:.1f} 毫米",
        "版心高 {deep:.1f} 公釐，下面只剩 {below:.1f} 公釐",
        "The type area is {deep:.1f} mm deep and leaves {below:.1f} mm below it",
    ),
    "pack_api": Text("这里要写 api = {api}", "這裡要寫 api = {api}", "It is api = {api}"),
    "pack_api_missing": Text(
        "缺少这一项；请在文件开头写 api = {api}",
        "缺少這一項；請在檔案開頭寫 api = {api}",
        "It is missing: write api = {api} at the head of the file",
    ),
    "layout_missing": Text(
        "缺少这一项；{wanted}", "缺少這一項；{wanted}", "The key is missing. {wanted}"
    ),
    "layout_faces": Text(
        "这里要写字体名称的列表，如 [\"hei-heavy\", \"song-heavy\"]，最多 {most} 个",
        "這裡要寫字型名稱的列表，如 [\"hei-heavy\", \"song-heavy\"]，最多 {most} 個",
        "A list of faces is needed here, such as [\"hei-heavy\", \"song-heavy\"], {most} at most",
    ),
    "layout_face": Text(
        "没有字体“{name}”；可以用的有：{known}，或在 [fonts] 里加上这个版式自己的字体",
        "沒有字型「{name}」；可以用的有：{known}，或在 [fonts] 裡加上這個版式自己的字型",
        "There is no face “{name}”; there are {known}, and a font of the pack’s own is declared "
        "in [fonts]",
    ),
    "layout_face_near": Text(
        "没有字体“{name}”，也许是“{nearest}”；可以用的有：{known}，"
        "或在 [fonts] 里加上这个版式自己的字体",
        "沒有字型「{name}」，也許是「{nearest}」；可以用的有：{known}，"
        "或在 [fonts] 裡加上這個版式自己的字型",
        "There is no face “{name}”. You may mean “{nearest}”; there are {known}, and a font of "
        "the pack’s own is declared in [fonts]",
    ),
    "style_open": Text(
        "这条规则的“{{”没有用“}}”合上，或规则里又有规则",
        "這條規則的「{{」沒有用「}}」合上，或規則裡又有規則",
        "The brace “{{” of this rule is not closed with “}}”, or another rule stands in it",
    ),
    "style_colour": Text(
        "“{name}”只能是一种不透明的颜色", "「{name}」只能是一種不透明的顏色",
        "“{name}” takes one solid colour, such as #c8102e",
    ),
    "template_no_name": Text(
        "这里没有“{name}”；可以用的有：{known}",
        "這裡沒有「{name}」；可以用的有：{known}",
        "Nothing is called “{name}” here; there are {known}",
    ),
    "template_no_name_near": Text(
        "这里没有“{name}”，也许是“{nearest}”；可以用的有：{known}",
        "這裡沒有「{name}」，也許是「{nearest}」；可以用的有：{known}",
        "Nothing is called “{name}” here. You may mean “{nearest}”; there are {known}",
    ),
    "template_no_name_bare": Text(
        "这里没有“{name}”", "這裡沒有「{name}」", "Nothing is called “{name}” here"
    ),
    "pack_circle": Text(
        "“{name}”又回到这个版式，成了循环",
        "「{name}」又回到這個版式，成了循環",
        "“{name}” leads back to this pack",
    ),
    "pack_base": Text(
        "没有版式“{name}”；可以用的有：{known}，或者用带“/”的路径",
        "沒有版式「{name}」；可以用的有：{known}，或者用帶「/」的路徑",
        "There is no pack “{name}”; there are {known}, or a path with a slash",
    ),
    "pack_base_near": Text(
        "没有版式“{name}”，也许是“{nearest}”；可以用的有：{known}",
        "沒有版式「{name}」，也許是「{nearest}」；可以用的有：{known}",
        "There is no pack “{name}”; you may mean “{nearest}” of {known}",
    ),
    "pack_outside": Text(
        "“{file}”不在版式的文件夹里",
        "「{file}」不在版式的資料夾裡",
        "“{file}” does not lie in the folder of the pack",
    ),
    "pack_most": Text("最多写 {most} 个", "最多寫 {most} 個", "There may be {most} at most"),
    "pack_name": Text(
        "名称只能用小写字母、数字和“-”，以字母开头",
        "名稱只能用小寫字母、數字和「-」，以字母開頭",
        "A name holds small letters, digits and “-”, and begins with a letter",
    ),
    "font_name_taken": Text(
        "这是随附字体的角色名，请换一个名称",
        "這是隨附字型的角色名，請換一個名稱",
        "This is a role of the shipped faces: choose another name",
    ),
    "pack_picture_kind": Text(
        "它已损坏、太大，或者不是能印的图片",
        "它已損壞、太大，或者不是能印的圖片",
        "It is damaged, too large, or no picture that can be printed",
    ),
    "font_absent": Text("没有这个文件", "沒有這個檔案", "There is no such file"),
    "font_large": Text(
        "文件超过 {most} 兆字节",
        "檔案超過 {most} MB",
        "The file is larger than {most} MB",
    ),
    "font_kind": Text(
        "它不是 TrueType 或 OpenType 字体（WOFF 和 TTC 请先转换）",
        "它不是 TrueType 或 OpenType 字型（WOFF 和 TTC 請先轉換）",
        "It is no TrueType or OpenType font; convert WOFF and TTC first",
    ),
    "font_damaged": Text(
        "文件已损坏，或缺少必要的表",
        "檔案已損壞，或缺少必要的表",
        "The file is damaged or lacks a table it needs",
    ),
    "font_restricted": Text(
        "它的许可标志（fsType）不准嵌入文件",
        "它的授權標誌（fsType）不准嵌入檔案",
        "Its licence bits (fsType) forbid embedding",
    ),
    "font_no_subset": Text(
        "它的许可标志（fsType）不准只嵌入一部分字",
        "它的授權標誌（fsType）不准只嵌入一部分字",
        "Its licence bits (fsType) forbid to embed a part of it",
    ),
    "block_text": Text(
        "这里要写一行文字，最多 {most} 个字",
        "這裡要寫一行文字，最多 {most} 個字",
        "One line of text is needed here, {most} characters at most",
    ),
    "block_fields": Text(
        "花括号里只能写：{known}",
        "大括號裡只能寫：{known}",
        "Between braces may stand {known} only",
    ),
    "cover_colour": Text(
        "这里要写颜色，如 #c8102e",
        "這裡要寫顏色，如 #c8102e",
        "A colour such as #c8102e is needed here",
    ),
    "style_near": Text(
        "；也许是“{nearest}”",
        "；也許是「{nearest}」",
        "; you may mean “{nearest}”",
    ),
    "style_not_near": Text(
        "（见 docs/layouts.md）", "（見 docs/layouts.md）", "; see docs/layouts.md"
    ),
    "style_at_rule": Text(
        "样式里不能写“@{rule}”：页面、字体由 pack.toml 决定",
        "樣式裡不能寫「@{rule}」：頁面、字型由 pack.toml 決定",
        "“@{rule}” may not stand in a style: pack.toml gives page and fonts",
    ),
    "style_no_rule": Text("这不是样式规则", "這不是樣式規則", "This is no rule of a style"),
    "style_no_property": Text(
        "这里没有带值的属性",
        "這裡沒有帶值的屬性",
        "Here stands no property with a value",
    ),
    "style_moves": Text(
        "“{name}”会移动、改变或藏起稿件的行；这里可以写：{known}",
        "「{name}」會移動、改變或藏起稿件的行；這裡可以寫：{known}",
        "“{name}” could move, change or hide lines of the copy; {known} may stand here",
    ),
    "style_book": Text(
        "书的样式里不能写“{name}”；可以写：{known}",
        "書的樣式裡不能寫「{name}」；可以寫：{known}",
        "“{name}” may not stand in a style of the book; {known} may",
    ),
    "style_address": Text(
        "“{name}”不能写地址",
        "「{name}」不能寫位址",
        "“{name}” may name no address",
    ),
    "template_extends": Text(
        "它必须以 {{% extends \"base.html.j2\" %}} 开头，否则稿件印不出来",
        "它必須以 {{% extends \"base.html.j2\" %}} 開頭，否則稿件印不出來",
        "It begins with {{% extends \"base.html.j2\" %}}, or none of the copy is drawn",
    ),
    "template_base": Text(
        "base.html.j2 是所有版式共用的，请在 paper.html.j2 里替换它的 block",
        "base.html.j2 是所有版式共用的，請在 paper.html.j2 裡替換它的 block",
        "All packs share base.html.j2: replace its blocks in paper.html.j2",
    ),
    "template_block": Text(
        "基础模板里没有 block “{name}”，它不会印出来；有的是：{known}",
        "基礎範本裡沒有 block「{name}」，它不會印出來；有的是：{known}",
        "The base has no block “{name}”, so it is never drawn; it has {known}",
    ),
    "template_block_near": Text(
        "基础模板里没有 block “{name}”，也许是“{nearest}”；有的是：{known}",
        "基礎範本裡沒有 block「{name}」，也許是「{nearest}」；有的是：{known}",
        "The base has no block “{name}”; you may mean “{nearest}” of {known}",
    ),
    "furniture_name": Text(
        "报头的报名", "報頭的報名", "The paper’s name in the masthead"
    ),
    "furniture_imprint": Text(
        "报头的出版项", "報頭的出版項", "The imprint in the masthead"
    ),
    "furniture_plate": Text(
        "报头的版次牌", "報頭的版次牌", "The plate in the masthead"
    ),
    "furniture_ear": Text(
        "报眼", "報眼", "An ear of the masthead"
    ),
    "furniture_middle": Text(
        "报眉上的报名", "報眉上的報名", "The paper’s name in the folio"
    ),
    "furniture_section": Text(
        "栏题", "欄題", "A section head"
    ),
    "furniture_jump-from": Text(
        "“上接”的字样", "「上接」的字樣", "A line that tells where a story began"
    ),
    "furniture_jump-on": Text(
        "“下转”的字样", "「下轉」的字樣", "A line that tells where a story goes on"
    ),
    "furniture_advertisement": Text(
        "广告的文字", "廣告的文字", "The words of an advertisement"
    ),
    "furniture_house": Text(
        "补白", "補白", "House copy"
    ),
    "unseen_story": Text("“{story}”", "「{story}」", "“{story}”"),
    "furniture_band": Text("版面底部的文字", "版面底部的文字", "The text at the foot of the page"),
    "unseen_gone": Text(
        "样式或模板没有画出它",
        "樣式或範本沒有畫出它",
        "the style or the template does not draw it",
    ),
    "unseen_hidden": Text("样式把它藏了起来", "樣式把它藏了起來", "a style hides it"),
    "unseen_pale": Text("它和底色一样", "它和底色一樣", "it has the colour of its ground"),
    "unseen_clear": Text("它是透明的", "它是透明的", "it is transparent"),
    "unseen_outside": Text(
        "它落在版面或框的外面",
        "它落在版面或框的外面",
        "it lies outside the page or its box",
    ),
    "unseen_covered": Text("别的东西盖住了它", "別的東西蓋住了它", "something covers it"),
    "unseen_moved": Text(
        "它不在排版所定的位置上",
        "它不在排版所定的位置上",
        "it is not where the make-up put it",
    ),
    "unseen_changed": Text(
        "样式改了它的字或字距",
        "樣式改了它的字或字距",
        "a style changes its letters or the space between them",
    ),
    "unseen_resized": Text(
        "它的字号不是排版所定的",
        "它的字級不是排版所定的",
        "it has not the size the make-up gave it",
    ),
    "unseen_overprinted": Text(
        "它和别的行叠印在一起",
        "它和別的行疊印在一起",
        "it is printed over another line",
    ),
}
