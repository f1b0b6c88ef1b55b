"""Faults of the page in the words of a sub-editor: what is wrong, where, what is done at the desk.

`desk_fault_…` by the code of the rule, `desk_place_…` and `desk_says_…` by the key of the phrase or
remark they stand for, `desk_say_…` what the screen says beside them.
"""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
_FAULTS: dict[str, tuple[str, str, str]] = {
    "FILE": ("有一版是空的，或文件里有会运行的东西", "有一版是空的，或檔案裡有會執行的東西",
             "A page is empty, or something in the file runs"),
    "FONT": ("字体没有放进文件", "字型沒有放進檔案", "A font is not in the file"),
    "UNI": ("有的字从文件里复制不出来", "有的字從檔案裡複製不出來",
            "Some characters cannot be copied from the file"),
    "ORD": ("文件里文字的先后乱了", "檔案裡文字的先後亂了",
            "The text stands out of order in the file"),
    "ACC": ("读屏软件读不好这个文件", "讀屏軟體讀不好這個檔案",
            "Screen readers cannot read the file well"),
    "TX1": ("有几段字缺了、重了或乱了", "有幾段字缺了、重了或亂了",
            "Passages are missing, doubled or out of order"),
    "H1": ("有字漏排、重排或次序乱了", "有字漏排、重排或次序亂了",
           "Characters are missing, doubled or out of order"),
    "H2": ("字压在字上", "字壓在字上", "Characters stand on each other"),
    "H3": ("有字被切掉，或出了版面", "有字被切掉，或出了版面",
           "Characters are cut or stand off the page"),
    "H4": ("两篇稿子的字排到一起了", "兩篇稿子的字排到一起了", "Two stories stand in each other"),
    "H5": ("“下转”和“上接”对不上", "「下轉」和「上接」對不上",
           "A jump line lacks its other half"),
    "H6": ("标题离了正文，或说明离了图片", "標題離了正文，或圖說離了圖片",
           "A headline is apart from its text, or a caption from its picture"),
    "LB1": ("句号、后引号一类排到了行首", "句號、後引號一類排到了行首",
            "A stop or a closing mark opens a line"),
    "LB2": ("前引号、前括号排到了行末", "前引號、前括號排到了行末", "An opening mark ends a line"),
    "LB4": ("破折号、省略号断成了两行", "破折號、省略號斷成了兩行",
            "A dash or an ellipsis is split over two lines"),
    "LB5": ("数字或外文词断成了两行", "數字或外文詞斷成了兩行",
            "A number or a word is split over two lines"),
    "LB6": ("起讫号后面断了行", "起訖號後面斷了行", "A range is split after its mark"),
    "PW1": ("连着的两个标点太宽", "連著的兩個標點太寬", "Two marks in a row are too wide"),
    "PW2": ("行末标点没有收窄", "行末標點沒有收窄", "A mark at the end of a line is too wide"),
    "PW3": ("行首引号没有收窄", "行首引號沒有收窄", "A mark at the start of a line is too wide"),
    "JU1": ("汉字和外文、数字之间的空不对", "漢字和外文、數字之間的空不對",
            "The gap between Chinese and Latin or figures is wrong"),
    "JU2": ("有的行没有排满一栏", "有的行沒有排滿一欄", "Lines do not fill their column"),
    "JU5": ("字挤到一起了", "字擠到一起了", "Characters are squeezed"),
    "JU6": ("有的行字拉得太开", "有的行字拉得太開", "Lines are drawn out too far"),
    "PA1": ("段首空的不是整字",
            "段首空的不是整字",
            "A paragraph is not indented by whole characters"),
    "PA2": ("段末一行只剩一个字", "段末一行只剩一個字", "A last line holds one character alone"),
    "GR1": ("栏宽不是整字", "欄寬不是整字", "A column is not whole characters wide"),
    "GR2": ("左右两栏的行没有对齐", "左右兩欄的行沒有對齊",
            "Lines of neighbouring columns are not level"),
    "S1": ("版上空白太多", "版上空白太多", "Too much of the page is white"),
    "S2": ("有一大块空白", "有一大塊空白", "There is a large blank"),
    "S3": ("有的栏没有排到版底", "有的欄沒有排到版底", "Columns do not reach the foot of the page"),
    "S4": ("正文的行没有对齐", "正文的行沒有對齊", "Lines of text are not level"),
    "S5": ("左右两个标题碰在一起", "左右兩個標題碰在一起", "Two headlines bump side by side"),
    "S6": ("一条空白横断版面（断版）", "一條空白橫斷版面（斷版）",
           "A straight line of white cuts the page across"),
    "S6V": ("一条缝从上到下（通缝）", "一條縫從上到下（通縫）",
            "A gutter cuts the page from top to bottom"),
    "S7": ("重要的稿件没有排在显眼处", "重要的稿件沒有排在顯眼處",
           "Important stories do not have the strong places"),
    "S7P": ("这一版的轻重和位置对不上", "這一版的輕重和位置對不上",
            "On this page rank and place do not agree"),
    "S7Z": ("同一块里的轻重和位置对不上", "同一塊裡的輕重和位置對不上",
            "In one part of the page rank and place do not agree"),
    "S8": ("次要的稿件标题反而大", "次要的稿件標題反而大",
           "A lesser story has the larger headline"),
    "S8L": ("头条的标题不够大", "頭條的標題不夠大", "The lead’s headline is not large enough"),
    "S9": ("读屏时稿件的先后不对", "讀屏時稿件的先後不對",
           "Read aloud, the stories come out of order"),
    "S10": ("转版太多，或转前转后太短", "轉版太多，或轉前轉後太短",
            "Too many stories jump, or a part is too short"),
    "S11": ("有的稿件栏太浅或太深", "有的稿件欄太淺或太深",
            "Columns of a story are too shallow or too deep"),
    "S12": ("一段的一行孤零零在一栏的头上或脚上", "一段的一行孤零零在一欄的頭上或腳上",
            "One line of a paragraph stands alone at the head or foot of a column"),
    "S13": ("有的稿件排得太扁或太长", "有的稿件排得太扁或太長",
            "A story is too flat or too tall"),
    "S14": ("图片太大、太小，或没有主次", "圖片太大、太小，或沒有主次",
            "Pictures take too much or too little, or none leads"),
    "S15": ("标题太短，旁边空", "標題太短，旁邊空", "A headline is too short for its place"),
    "S17": ("各题大小差不多，分不出主次", "各題大小差不多，分不出主次",
            "The headlines are of one size: none leads"),
    "S18": ("标题和正文差不多大",
            "標題和正文差不多大",
            "A headline is hardly larger than its text"),
    "S19": ("一大片字，没有图和小标题", "一大片字，沒有圖和小標題",
            "A long stretch of text without a picture or a crosshead"),
    "S20": ("补白和广告比新闻多",
            "補白和廣告比新聞多",
            "House copy and advertisements outweigh the news"),
    "S21": ("图片没有和它的稿件在一起", "圖片沒有和它的稿件在一起",
            "A picture is apart from its story"),
    "S22": ("加框的稿件太多", "加框的稿件太多", "Too many stories stand in boxes"),
    "S23": ("没有一篇压得住版面", "沒有一篇壓得住版面", "No story dominates the page"),
    "S24": ("同一篇的几栏长短不齐", "同一篇的幾欄長短不齊", "The columns of a story end unevenly"),
    "S25": ("标题下面空得多", "標題下面空得多", "Too much white below a headline"),
    "S26": ("两个标题并排又一样大", "兩個標題並排又一樣大",
            "Two headlines of one size stand side by side"),
    "S27": ("头两条都没有图", "頭兩條都沒有圖", "Neither of the first two stories has a picture"),
    "S28": ("图片裁掉太多", "圖片裁掉太多", "Too much of a picture is cropped"),
    "S29": ("竖图排得太宽", "豎圖排得太寬", "An upright picture is too wide"),
    "S30": ("两张图并排又一样大",
            "兩張圖並排又一樣大",
            "Two pictures of one size stand side by side"),
    "S31": ("版名和这一版的稿件不合", "版名和這一版的稿件不合",
            "The name of the page does not suit its stories"),
    "S32": ("里面的版也排了报头", "裡面的版也排了報頭", "An inner page wears the nameplate"),
    "S33": ("大题和图片都偏在一边", "大題和圖片都偏在一邊",
            "Large headlines and pictures are all on one side"),
    "S34": ("标题末行只有一两个字",
            "標題末行只有一兩個字",
            "The last line of a headline is very short"),
    "S35": ("标题把一个词断开了", "標題把一個詞斷開了", "A headline breaks inside a word"),
    "S36": ("字压在图上", "字壓在圖上", "Words stand on a picture"),
    "S37": ("线穿过了字", "線穿過了字", "A rule runs through type"),
    "S38": ("标题各行长短悬殊", "標題各行長短懸殊", "The lines of a headline are very uneven"),
    "S39": ("图片四周太空", "圖片四周太空", "A picture is too small for its place"),
    "S40": ("标题顶着报头的线", "標題頂著報頭的線", "A headline touches the line of the masthead"),
    "S41": ("一版没有一张图", "一版沒有一張圖", "The page has no picture"),
}
_MENDS: dict[str, tuple[str, str, str]] = {
    "program": (
        "这是排版程序的事，您不用改稿。先到“别的版样”里换一种，"
        "多半就好；还在，就把原稿交给管程序的人。",
        "這是排版程式的事，您不用改稿。先到「別的版樣」裡換一種，"
        "多半就好；還在，就把原稿交給管程式的人。",
        "This is the program’s, not yours. Take one of the other pages: that is often enough; "
        "if not, give the copy to whoever looks after the program."),
    "rank": (
        "在“稿件”里把这一篇往前或往后移。", "在「稿件」裡把這一篇往前或往後移。",
        "Move the story up or down under Stories."),
    "columns": (
        "在“稿件”里点开这一篇，换一个栏数；或到“别的版样”里挑一种。",
        "在「稿件」裡點開這一篇，換一個欄數；或到「別的版樣」裡挑一種。",
        "Open the story under Stories and give it another number of columns, or take one of the "
        "other pages."),
    "white": (
        "给稿件配图，把图放大，或到“别的版样”里挑一种；稿子太少，就换一种小些的版式。",
        "給稿件配圖，把圖放大，或到「別的版樣」裡挑一種；稿子太少，就換一種小些的版式。",
        "Add a picture or make one larger, or take one of the other pages; with too little copy "
        "choose a smaller layout."),
    "others": (
        "到“别的版样”里挑一种，或在“稿件”里换一换先后。",
        "到「別的版樣」裡挑一種，或在「稿件」裡換一換先後。",
        "Take one of the other pages, or change the order under Stories."),
    "words": (
        "在左边原稿上双击那一行，加减一两个字。", "在左邊原稿上雙擊那一行，加減一兩個字。",
        "Double-click the line in the copy and add or cut a character or two."),
    "break": (
        "在“稿件”里点开这一篇，在“标题断行”里换个地方断；或把标题的字改一改。",
        "在「稿件」裡點開這一篇，在「標題斷行」裡換個地方斷；或把標題的字改一改。",
        "Open the story under Stories and break its headline elsewhere, or reword it."),
    "headline": (
        "标题改短就排得大，改长就撑得满；也可以换稿件的先后，或到“别的版样”里挑一种。",
        "標題改短就排得大，改長就撐得滿；也可以換稿件的先後，或到「別的版樣」裡挑一種。",
        "A shorter headline is set larger, a longer one fills more; or change the order of the "
        "stories, or take one of the other pages."),
    "jump": (
        "在“稿件”里点开这一篇，去掉“可以转版”的勾；或到“别的版样”里挑一种。",
        "在「稿件」裡點開這一篇，去掉「可以轉版」的勾；或到「別的版樣」裡挑一種。",
        "Open the story under Stories and untick “may jump”, or take one of the other pages."),
    "size": (
        "在“稿件”里点开这一篇，换图片的大小，或配一张别的图。",
        "在「稿件」裡點開這一篇，換圖片的大小，或配一張別的圖。",
        "Open the story under Stories and change the size of its picture, or give it another."),
    "picture": (
        "在“稿件”里点开一篇，点“配图……”。", "在「稿件」裡點開一篇，點「配圖……」。",
        "Open a story under Stories and choose “Add a picture…”."),
    "grey": (
        "在原稿里挑一行短的点一下，选“小标题”；或给这一篇配图。",
        "在原稿裡挑一行短的點一下，選「小標題」；或給這一篇配圖。",
        "Make a short line of its copy a crosshead, or give it a picture."),
    "fewer": (
        "多给几篇稿子，或换一种小些的版式。", "多給幾篇稿子，或換一種小些的版式。",
        "Give more copy, or choose a smaller layout."),
    "box": (
        "在“稿件”里点开加框的一篇，在“加框”里选“不要框”。",
        "在「稿件」裡點開加框的一篇，在「加框」裡選「不要框」。",
        "Open one of the stories in a box under Stories and choose “without”."),
    "name": (
        "点版面最上面的报头，改“版名”。", "點版面最上面的報頭，改「版名」。",
        "Click the head of the page and change its name."),
}
_PLACES: dict[str, tuple[str, str, str]] = {
    "column_short": ("这一栏底下空了 {rows:.0f} 行", "這一欄底下空了 {rows:.0f} 行",
                     "{rows:.0f} rows are empty below this column"),
    "leg_short": ("这一栏比别的栏短 {rows:.0f} 行", "這一欄比別的欄短 {rows:.0f} 行",
                  "this column is {rows:.0f} rows shorter than the others"),
    "leg_depth": ("有一栏深 {depth:.0f} 毫米：{title}", "有一欄深 {depth:.0f} 公釐：{title}",
                  "a column is {depth:.0f} mm deep: {title}"),
    "white_cells": ("{value:.0f}% 是空的", "{value:.0f}% 是空的", "{value:.0f} % is empty"),
    "white_rows": ("约有一栏 {value:.0f} 行那么大", "約有一欄 {value:.0f} 行那麼大",
                   "some {value:.0f} rows of a column"),
    "tau": ("对照“稿件”里的先后看这一处", "對照「稿件」裡的先後看這一處",
            "hold it against the order under Stories"),
    "tau_of_edition": ("对照“稿件”里的先后看整份", "對照「稿件」裡的先後看整份",
                       "hold the pages against the order under Stories"),
    "points": ("只比别的标题大 {value:.0f} 点", "只比別的標題大 {value:.0f} 點",
               "only {value:.0f} pt larger than the others"),
    "no_picture_leads": ("最大的两张差不多大", "最大的兩張差不多大",
                         "the two largest are of much the same size"),
    "glyphs_unmapped": ("{count} 个字", "{count} 個字", "{count} characters"),
}
_SAYS: dict[str, tuple[str, str, str]] = {
    "wish_unmet_page": ("没能排到第 {wish} 版，排在第 {got} 版。",
                        "沒能排到第 {wish} 版，排在第 {got} 版。",
                        "It could not stand on page {wish}: it is on page {got}."),
    "wish_unmet_columns": ("没能排成 {wish} 栏，排成了 {got} 栏。",
                           "沒能排成 {wish} 欄，排成了 {got} 欄。",
                           "It could not be {wish} columns wide: it is {got}."),
    "head_manner_unmet": ("竖题、旁题排不下，标题仍在文上。", "豎題、旁題排不下，標題仍在文上。",
                          "The headline could not stand at the side: it is over the text."),
    "headline_break_unmet": ("标题没能照您的断法排：{lines}", "標題沒能照您的斷法排：{lines}",
                             "The headline could not break as you wish: {lines}"),
    "picture_width_unmet": ("图片没能排 {wanted} 栏宽，排了约 {got} 栏。",
                            "圖片沒能排 {wanted} 欄寬，排了約 {got} 欄。",
                            "The picture could not be {wanted} "
                            "columns wide: it takes about {got}."),
    "encoding_unsure": ("这个文件的编码拿不准：{reason}。", "這個檔案的編碼拿不準：{reason}。",
                        "The encoding of this file is uncertain: {reason}."),
    "picture_coarse": ("有一张图像素太少，会印得模糊。", "有一張圖像素太少，會印得模糊。",
                       "A picture has too few pixels and will print soft."),
    "picture_unnamed": ("图片 {file} 在文件夹里，没有一篇稿件用它。",
                        "圖片 {file} 在資料夾裡，沒有一篇稿件用它。",
                        "The picture {file} lies in the folder, and no story uses it."),
    "pin_unmet": ("稿件改过，照您挑的版样排不成了，这一版照最好的排。",
                  "稿件改過，照您挑的版樣排不成了，這一版照最好的排。",
                  "After a change of copy the page cannot be made as you chose: it is made "
                  "at its best."),
    "no_paper_name": ("没有报名。", "沒有報名。", "The paper has no name."),
    "box_unmet": ("没能加上框。", "沒能加上框。", "It stands without its box."),
}
_SET_ASIDE = (
    "拿掉的行列在“毛病”的最底下；不该拿掉的，点“放回正文”。",
    "拿掉的行列在「毛病」的最底下；不該拿掉的，點「放回正文」。",
    "What was taken out stands at the foot of Faults: put back what should not have been.")
_ADD = (
    "要用的话，在“稿件”里点开那一篇，点“配图……”，挑那个图片文件。",
    "要用的話，在「稿件」裡點開那一篇，點「配圖……」，挑那個圖片檔案。",
    "To show it, open the story under Stories, choose “Add a picture…” and take its file.")
_MARKS = (
    "在左边原稿里双击那一行改正；本来就该这样，就答“稿子没错”。",
    "在左邊原稿裡雙擊那一行改正；本來就該這樣，就答「稿子沒錯」。",
    "Double-click the line in the copy and correct it; if it is meant so, the copy is right.")
_AD = (
    "请管程序的人给这则广告换个版，或改大小。", "請管程式的人給這則廣告換個版，或改大小。",
    "Ask whoever looks after the program to move the advertisement or change its size.")
_TODO: dict[str, tuple[str, str, str]] = {
    "wish_unmet_page": ("换一换它的先后，或别指定版。", "換一換它的先後，或別指定版。",
                        "Change its place in the order, or leave the page open."),
    "wish_unmet_columns": ("换一个栏数，或选“随版面”。", "換一個欄數，或選「隨版面」。",
                           "Choose another number, or “as fits”."),
    "copied_from_mail": _SET_ASIDE, "copied_from_pdf": _SET_ASIDE,
    "copied_with_codes": (
        "拿掉的是排版指令，不是稿子的字；若拿错了，请管程序的人看一看。",
        "拿掉的是排版指令，不是稿子的字；若拿錯了，請管程式的人看一看。",
        "What was taken out are codes, no words; if that is wrong, ask whoever looks after the "
        "program."),
    "encoding_unsure": (
        "看看左边的字对不对；满眼怪字，就请管程序的人另选编码。",
        "看看左邊的字對不對；滿眼怪字，就請管程式的人另選編碼。",
        "See whether the copy on the left reads right; if not, ask whoever looks after the "
        "program for another encoding."),
    "picture_unnamed": _ADD, "picture_outside": _ADD, "picture_elsewhere": _ADD,
    "picture_missing": _ADD, "caption_without_picture": _ADD,
    "item_held": (
        "能登了，就改稿件里的说明；解禁的日子过了，就点版面最上面的报头，填上本报日期。",
        "能登了，就改稿件裡的說明；解禁的日子過了，就點版面最上面的報頭，填上本報日期。",
        "If it may be printed, change what the copy says of it; if its day is past, click the "
        "head of the page and fill in the day of the paper."),
    "heading_unset": (
        "在左边原稿里把它改短；若其实是正文，就点那一行，选“正文”。",
        "在左邊原稿裡把它改短；若其實是正文，就點那一行，選「正文」。",
        "Make it shorter in the copy on the left; if it is text, pick the line and say so."),
    "picture_unset": (
        "换一张扁些的图，少用一张，或把这一篇移到别的版。",
        "換一張扁些的圖，少用一張，或把這一篇移到別的版。",
        "Take a flatter picture, one picture less, or move the story to another page."),
    "optional_picture_unset": (
        "不用管；一定要用，就换一张扁些的图。", "不用管；一定要用，就換一張扁些的圖。",
        "Nothing to do; if it must be shown, take a flatter picture."),
    "picture_coarse": (
        "换一张像素多的原图，或在“图片大小”里选小一些。",
        "換一張像素多的原圖，或在「圖片大小」裡選小一些。",
        "Take an original with more pixels, or choose a smaller size."),
    "group_unset": (
        "这一组少放几篇，或把稿子改短。", "這一組少放幾篇，或把稿子改短。",
        "Put fewer stories into the group, or shorten them."),
    "pin_unmet": (
        "到“别的版样”里另挑一种。", "到「別的版樣」裡另挑一種。",
        "Choose again under Other pages."),
    "ear_cut": ("把报眼的话改短。", "把報眼的話改短。", "Shorten the words of the ear."),
    "line_ends_joined": (
        "看左边的段落分得对不对；不对就点那一行，选“另起一段”。",
        "看左邊的段落分得對不對；不對就點那一行，選「另起一段」。",
        "See whether the paragraphs on the left are right; where one is not, pick the line and "
        "choose “begin a paragraph”."),
    "half_width_punctuation": _MARKS, "half_width_pairs": _MARKS, "marks_doubled": _MARKS,
    "quotes_turned": _MARKS, "odd_mark_forms": _MARKS, "letter_for_zero": _MARKS,
    "advertisement_unplaced": _AD, "advertisement_small": _AD, "advertisement_narrowed": _AD,
    "face_stands_in": (
        "版面照样能用；要原来的字体，就请管程序的人装上。",
        "版面照樣能用；要原來的字型，就請管程式的人裝上。",
        "The page can be used as it is; for its own face ask whoever looks after the program."),
}
_SAY: dict[str, tuple[str, str, str]] = {
    "overtaken": (
        "第 {line} 行刚才在别处改过，没有照您的改。您打的是：{words}",
        "第 {line} 行剛才在別處改過，沒有照您的改。您打的是：{words}",
        "Line {line} has just been changed elsewhere and was not changed to what you typed: "
        "{words}"),
    "of_program": ("程序的事", "程式的事", "the program’s"),
    "program_faults": (
        "排版程序自己的毛病 {count} 种（您不用改）",
        "排版程式自己的毛病 {count} 種（您不用改）",
        "Faults of the program itself: {count} (nothing for you to do)"),
    "fault_at": ("《{headline}》：{words}", "《{headline}》：{words}", "{headline}: {words}"),
    "box_no_picture": (
        "有图片的稿件加不了框：要框，就先点下面的“不要这张图”。",
        "有圖片的稿件加不了框：要框，就先點下面的「不要這張圖」。",
        "A story with a picture cannot have a box: take the picture out below first."),
    "caption_in_copy": (
        "图片说明写在原稿里，请在原稿里改：{text}",
        "圖說寫在原稿裡，請在原稿裡改：{text}",
        "The caption stands in the copy and is changed there: {text}"),
    "credit_in_copy": (
        "图片署名写在原稿里，请在原稿里改：{text}",
        "圖片署名寫在原稿裡，請在原稿裡改：{text}",
        "The credit stands in the copy and is changed there: {text}"),
    "left_out": (
        "这张图没有排进版面。",
        "這張圖沒有排進版面。",
        "This picture is not on the page."),
    "take_picture": ("还用这张图", "還用這張圖", "Show it again"),
    "show_page": ("看版面", "看版面", "Show the page"),
    "show_copy": ("看原稿", "看原稿", "Show the copy"),
    "picture": ("图片", "圖片", "picture"),
    "keep_copied_from_pdf": ("对，不排", "對，不排", "right, leave them out"),
    "keep_copied_from_mail": ("对，不排", "對，不排", "right, leave them out"),
    "keep_line_ends_joined": ("接得对", "接得對", "rightly joined"),
    "said_of_page": ("排版时说的", "排版時說的", "Said while the page was made up"),
}
PHRASES: dict[str, Text] = {
    f"desk_{group}_{name}": Text(*words)
    for group, table in (("fault", _FAULTS), ("mend", _MENDS), ("place", _PLACES),
                         ("says", _SAYS), ("todo", _TODO), ("say", _SAY))
    for name, words in table.items()
}
