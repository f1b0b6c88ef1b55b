"""The words on the screen of the desk. Places in braces are filled in by the browser."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
_WORDS: dict[str, tuple[str, str, str]] = {
    "title": ("案头", "案頭", "Desk"),
    "copy": ("原稿", "原稿", "Copy"),
    "page": ("版面", "版面", "Page"),
    "to_do": ("要办的事", "要辦的事", "What is to be done"),
    "queries": ("疑问", "疑問", "Queries"),
    "stories": ("稿件", "稿件", "Stories"),
    "others": ("别的版样", "別的版樣", "Other pages"),
    "check": ("毛病", "毛病", "Faults"),
    "given": ("已答", "已答", "Answered"),
    "book": ("电子书", "電子書", "Book"),
    "paper": ("报纸", "報紙", "Newspaper"),
    "undo": ("撤销", "復原", "Undo"),
    "save": ("保存原稿", "儲存原稿", "Save the copy"),
    "unsaved": (
        "原稿改了，还没有保存",
        "原稿改了，還沒有儲存",
        "The copy is changed and not saved"),
    "export": ("取走", "取走", "Take away"),
    "language": ("界面", "介面", "Screen"),
    "script": ("版面用字", "版面用字", "Page in"),
    "as_copy": ("照原稿", "照原稿", "as the copy"),
    "hans": ("简体", "簡體", "Simplified"),
    "tw": ("繁体（台湾）", "繁體（台灣）", "Traditional (Taiwan)"),
    "hk": ("繁体（香港）", "繁體（香港）", "Traditional (Hong Kong)"),
    "layout": ("版式", "版式", "Layout"),
    "pack_broadsheet": ("对开大报", "對開大報", "broadsheet"),
    "pack_tabloid": ("四开小报", "四開小報", "tabloid"),
    "pack_newsletter": ("简报", "簡報", "newsletter"),
    "working": ("正在排版……", "正在排版……", "Making up the page…"),
    "ready": ("版面是最新的", "版面是最新的", "The page is up to date"),
    "lost": (
        "案头没有回音：打命令的那个窗口还开着吗？开着就会自动接上；关了就再打一遍命令，没保存"
        "的稿子还在。",
        "案頭沒有回音：打命令的那個視窗還開著嗎？開著就會自動接上；關了就再打一遍命令，沒儲存"
        "的稿子還在。",
        "The desk does not answer: is the window with the command still open? If so it will "
        "be found again by itself; if not, give the command again: copy that was not saved "
        "is kept."),
    "left": (
        "还有 {count} 处要看，最拿不准的排在前面",
        "還有 {count} 處要看，最拿不準的排在前面",
        "{count} to look at, the most doubtful first"),
    "none_left": (
        "疑问都看完了。接着看一眼版面，满意就点右上角的“取走”。",
        "疑問都看完了。接著看一眼版面，滿意就點右上角的「取走」。",
        "All queries are answered. Look at the page; if it is right, choose “Take away” at "
        "the upper right."),
    "notes": (
        "自动做了的 {count} 处（不用管，可以看）",
        "自動做了的 {count} 處（不用管，可以看）",
        "{count} things done by themselves (nothing to do)"),
    "line": ("第 {line} 行", "第 {line} 行", "line {line}"),
    "more_roles": ("它是别的……", "它是別的……", "It is something else…"),
    "this_line": (
        "第 {line} 行，读作“{part}”。不对就选：",
        "第 {line} 行，讀作「{part}」。不對就選：",
        "Line {line}, read as {part}. If that is wrong, choose:"),
    "no_part": ("没有归入哪一部分", "沒有歸入哪一部分", "nothing in particular"),
    "part_aside": ("报头一类，不当稿件排", "報頭一類，不當稿件排", "set aside"),
    "edit_line": ("改这一行的字", "改這一行的字", "Change the words"),
    "edit_help": (
        "按回车改好；按 Shift+回车断成两行；点到别处也就改好了",
        "按 Enter 改好；按 Shift+Enter 斷成兩行；點到別處也就改好了",
        "Enter when done; Shift+Enter for a new line; a click elsewhere is done too"),
    "put": ("改成", "改成", "Put instead"),
    "confirm": ("确定", "確定", "Apply"),
    "perhaps": ("或为：{text}", "或為：{text}", "perhaps: {text}"),
    "keys": ("怎样做、有哪些按键……", "怎樣做、有哪些按鍵……", "How it is done, and all keys…"),
    "all_keys": (
        "按键——数字：选第几个答复。J、K：下一处、上一处疑问。上下箭头：在原稿里走。E 或回车"
        "：改这一行的字。Z：撤销。S：保存原稿。Q、T、O、C：疑问、稿件、别的版样、毛病。V：只"
        "看版面。R：看得清字。加号、减号：放大、缩小版面；0：整版。标题断行：左右箭头走，回车"
        "断开或接回。",
        "按鍵——數字：選第幾個答覆。J、K：下一處、上一處疑問。上下箭頭：在原稿裡走。E 或 "
        "Enter：改這一行的字。Z：復原。S：儲存原稿。Q、T、O、C：疑問、稿件、別的版樣、毛病。V"
        "：只看版面。R：看得清字。加號、減號：放大、縮小版面；0：整版。標題斷行：左右箭頭走，"
        "Enter 斷開或接回。",
        "Keys: digits choose an answer. J, K: next and previous query. Arrow keys: move in "
        "the copy. E or Enter: change the words of the line. Z: undo. S: save the copy. Q, "
        "T, O, C: queries, stories, other pages, faults. V: page alone. R: readable. Plus, "
        "minus: page larger, smaller; 0: whole. Where a headline breaks: arrows move, Enter "
        "breaks or joins."),
    "close": ("关上", "關上", "Close"),
    "score": (
        "版面得分 {score}（满分 100）",
        "版面得分 {score}（滿分 100）",
        "Score of the page: {score} of 100"),
    "scoring": ("正在检查……", "正在檢查……", "Checking…"),
    "not_printable": (
        "有毛病，不改不能付印",
        "有毛病，不改不能付印",
        "not fit to print before a fault is mended"),
    "no_faults": ("没有查出毛病。", "沒有查出毛病。", "No faults were found."),
    "place": ("第 {page} 版：{words}", "第 {page} 版：{words}", "page {page}: {words}"),
    "must": ("必改", "必改", "must"),
    "should": ("最好改", "最好改", "should"),
    "of_page": ("第几版", "第幾版", "Page"),
    "set_aside": ("未排入版面的行", "未排入版面的行", "Lines that stand in no story"),
    "put_back": ("放回正文", "放回正文", "Put back as text"),
    "story_help": (
        "按住一篇拖到别处，就换了次序；第一篇是头条。图片拖到稿件上，就配进那一篇。",
        "按住一篇拖到別處，就換了次序；第一篇是頭條。圖片拖到稿件上，就配進那一篇。",
        "Drag a story to another place to change the order; the first is the lead. Drop a "
        "picture onto a story to give it that picture."),
    "up": ("往前", "往前", "Up"),
    "down": ("往后", "往後", "Down"),
    "lead": ("作头条", "作頭條", "Make it the lead"),
    "is_lead": ("头条", "頭條", "lead"),
    "brief": ("简讯", "簡訊", "brief"),
    "jump": ("可以转版", "可以轉版", "may jump"),
    "hold": ("压下", "壓下", "Hold"),
    "held": ("压下的稿件", "壓下的稿件", "Held stories"),
    "release": ("放行", "放行", "Release"),
    "columns": ("栏数", "欄數", "Columns"),
    "columns_free": ("随版面", "隨版面", "as fits"),
    "on_page": ("第几版", "第幾版", "Page"),
    "head": ("标题位置", "標題位置", "Headline"),
    "head_over": ("在文上", "在文上", "over the text"),
    "head_turned": ("竖题", "豎題", "turned"),
    "head_beside": ("旁题", "旁題", "beside"),
    "characters": ("{count} 字", "{count} 字", "{count} characters"),
    "add_picture": ("配图……", "配圖……", "Add a picture…"),
    "caption": ("图片说明", "圖說", "Caption"),
    "credit": ("图片署名", "圖片署名", "Credit"),
    "focus": (
        "在图上拖一个框：裁图时框里的不裁掉",
        "在圖上拖一個框：裁圖時框裡的不裁掉",
        "Drag a box on the picture: nothing in it is cropped away"),
    "focus_clear": ("不要框", "不要框", "No box"),
    "remove_picture": ("不要这张图", "不要這張圖", "Take the picture out"),
    "others_ask": ("排几种别的版样来挑", "排幾種別的版樣來挑", "Make other pages to choose from"),
    "others_wait": (
        "正在排别的版样，好一张出一张：已有 {count} 张，最多 6 张……",
        "正在排別的版樣，好一張出一張：已有 {count} 張，最多 6 張……",
        "Making other pages, each shown as it is ready: {count} so far, six at most…"),
    "others_none": (
        "这一版没有别的排法。",
        "這一版沒有別的排法。",
        "There is no other shape for this page."),
    "dearer": (
        "排得差一些（差 {price}）",
        "排得差一些（差 {price}）",
        "not quite as good (by {price})"),
    "cheaper": ("排得好一些（好 {price}）", "排得好一些（好 {price}）", "better (by {price})"),
    "take_this": ("用这一版", "用這一版", "Take this page"),
    "pinned": ("已照您挑的这一种排", "已照您挑的這一種排", "The page is made as you chose"),
    "unpin": ("还用原来的", "還用原來的", "Take the usual one again"),
    "withdraw": ("收回", "收回", "Take back"),
    "zoom_in": ("放大", "放大", "Larger"),
    "zoom_out": ("缩小", "縮小", "Smaller"),
    "zoom_fit": ("整版", "整版", "Whole page"),
    "page_number": ("第 {page} 版", "第 {page} 版", "page {page}"),
    "page_image": ("第 {page} 版的样子", "第 {page} 版的樣子", "Page {page} as it is drawn"),
    "export_pdf": ("报纸（PDF）", "報紙（PDF）", "Newspaper (PDF)"),
    "export_epub": (
        "电子书（手机、阅读器看，EPUB）",
        "電子書（手機、閱讀器看，EPUB）",
        "Book (EPUB)"),
    "export_png": (
        "这一版的图片（发微信用，PNG）",
        "這一版的圖片（傳訊息用，PNG）",
        "This page as a picture (PNG)"),
    "done": ("记下了：{what}", "記下了：{what}", "Noted: {what}"),
    "undone": ("撤销了", "復原了", "Undone"),
    "saved": (
        "原稿保存了，原来的一份在旁边，名称末尾有 ~",
        "原稿儲存了，原來的一份在旁邊，名稱末尾有 ~",
        "The copy is saved; the old one lies beside it, its name ending in ~"),
    "story_of": ("《{headline}》", "《{headline}》", "{headline}"),
    "not_editable": (
        "这份稿件请在原来的程序（如 Word）里改，存盘以后这里自己换新",
        "這份稿件請在原來的程式（如 Word）裡改，存檔以後這裡自己換新",
        "Change this copy in its own program, such as Word; once saved, it is new here too"),
    "wait": (
        "正在排版，约十秒……",
        "正在排版，約十秒……",
        "Making up the page: some ten seconds…"),
    "edit_done": ("改好（回车）", "改好（Enter）", "Done (Enter)"),
    "edit_leave": ("不改（Esc）", "不改（Esc）", "Leave it (Esc)"),
    "edited": (
        "第 {line} 行的字改了",
        "第 {line} 行的字改了",
        "The words of line {line} are changed"),
    "print_it": (
        "可以付印（{least} 分起）",
        "可以付印（{least} 分起）",
        "fit to print (from {least})"),
    "below": ("{least} 分起可以付印", "{least} 分起可以付印", "fit to print from {least}"),
    "not_printable_why": (
        "不改不能付印：{names}",
        "不改不能付印：{names}",
        "To be mended before it may be printed: {names}"),
    "more_places": ("还有 {count} 处", "還有 {count} 處", "and {count} more"),
    "level_error": ("要改", "要改", "To mend"),
    "level_warning": ("请看", "請看", "Look"),
    "which_lines": (
        "这几行样子相近，一起答；不一样的，去掉它前面的勾：",
        "這幾行樣子相近，一起答；不一樣的，去掉它前面的勾：",
        "These lines look alike and are answered together; untick those that are something "
        "else:"),
    "once_more": ("再点一次：{what}", "再點一次：{what}", "Once more to: {what}"),
    "forms": (
        "改成繁体时拿不准的字 {count} 处",
        "改成繁體時拿不準的字 {count} 處",
        "Doubtful characters in this script: {count}"),
    "form_asked": (
        "“{word}”写成“{chosen}”，对吗？",
        "「{word}」寫成「{chosen}」，對嗎？",
        "“{word}” is written “{chosen}”: is that right?"),
    "form_places": ("共 {count} 处", "共 {count} 處", "Places: {count}"),
    "done_line": (
        "记下了：第 {line} 行 {what}",
        "記下了：第 {line} 行 {what}",
        "Noted: line {line}: {what}"),
    "done_lines": (
        "记下了：第 {lines} 行 {what}",
        "記下了：第 {lines} 行 {what}",
        "Noted: lines {lines}: {what}"),
    "done_put": ("改成“{words}”", "改成「{words}」", "now “{words}”"),
    "rest_stays": (
        "；样子相近的第 {lines} 行照旧",
        "；樣子相近的第 {lines} 行照舊",
        "; lines {lines}, which look alike, stay as they are"),
    "given_one": (
        "第 {line} 行“{text}…”{what}",
        "第 {line} 行「{text}…」{what}",
        "line {line}, “{text}…”: {what}"),
    "quoted": ("“{text}”", "「{text}」", "“{text}”"),
    "withdrawn": (
        "第 {line} 行的答复收回了",
        "第 {line} 行的答覆收回了",
        "The answer to line {line} is taken back"),
    "undone_what": ("撤销了：{what}", "復原了：{what}", "Undone: {what}"),
    "moved": (
        "《{headline}》排到第 {place}",
        "《{headline}》排到第 {place}",
        "{headline} is now number {place}"),
    "wished": ("记下了：《{headline}》", "記下了：《{headline}》", "Noted for {headline}"),
    "box": ("加框", "加框", "Box"),
    "box_true": ("要框", "要框", "with a box"),
    "box_false": ("不要框", "不要框", "without"),
    "breaks": ("标题断行", "標題斷行", "Where the headline breaks"),
    "breaks_help": (
        "点一个字，就从它另起一行；再点行首的字，就接回上一行。",
        "點一個字，就從它另起一行；再點行首的字，就接回上一行。",
        "Click a character to begin a line with it; click the first of a line to join it "
        "again."),
    "breaks_none": ("排成一行", "排成一行", "On one line"),
    "breaks_free": ("随版面", "隨版面", "As fits"),
    "break_here": ("从“{word}”另起一行", "從「{word}」另起一行", "Begin a line with “{word}”"),
    "break_join": (
        "“{word}”接回上一行",
        "「{word}」接回上一行",
        "Join “{word}” to the line above"),
    "width": ("图片大小", "圖片大小", "Size"),
    "size_small": ("小", "小", "small"),
    "size_medium": ("中", "中", "medium"),
    "size_large": ("大", "大", "large"),
    "columns_wide": ("{count} 栏宽", "{count} 欄寬", "{count} columns wide"),
    "imprint": ("报名、日期、版次", "報名、日期、版次", "Name, day and page of the paper"),
    "imprint_ask": (
        "报名、日期、版次……",
        "報名、日期、版次……",
        "Name, day and page of the paper…"),
    "imprint_lines": (
        "原稿开头这几行没有当稿件排：{lines}",
        "原稿開頭這幾行沒有當稿件排：{lines}",
        "Lines at the head of the copy that stand in no story: {lines}"),
    "of_paper": ("报名", "報名", "Paper"),
    "of_date": ("日期", "日期", "Day"),
    "of_issue": ("期号", "期號", "Issue"),
    "of_page_title": ("版名", "版名", "Name of the page"),
    "hint_paper": ("如：江源日报", "如：江源日報", "such as 江源日报"),
    "hint_date": ("如：2026年12月1日", "如：2026年12月1日", "such as 2026-12-01"),
    "hint_issue": ("如：1024", "如：1024", "such as 1024"),
    "hint_page": ("如：1 或 A1", "如：1 或 A1", "such as 1 or A1"),
    "hint_page_title": ("如：要闻", "如：要聞", "such as 要闻"),
    "draft_found": (
        "上次改了没有保存的原稿还留着：{files}",
        "上次改了沒有儲存的原稿還留著：{files}",
        "Copy that was changed and not saved last time is still here: {files}"),
    "draft_take": ("接着用", "接著用", "Go on with it"),
    "draft_leave": ("不要了", "不要了", "Let it go"),
    "draft_back": (
        "上次没保存的原稿拿回来了",
        "上次沒儲存的原稿拿回來了",
        "The copy that was not saved is back"),
    "zoom_read": ("看得清字", "看得清字", "Readable"),
    "enlarge": ("放大看", "放大看", "Larger"),
    "export_left": (
        "还没办完：{what}。照样可以取。",
        "還沒辦完：{what}。照樣可以取。",
        "Not finished: {what}. It can be taken all the same."),
    "left_queries": ("疑问 {count} 处", "疑問 {count} 處", "queries: {count}"),
    "no_name": ("没有报名", "沒有報名", "no name of the paper"),
    "taken": (
        "已交给浏览器下载：{what}",
        "已交給瀏覽器下載：{what}",
        "Handed to the browser: {what}"),
    "only_page": ("只看版面", "只看版面", "Page alone"),
    "keep_lines_set_aside": ("对，不排", "對，不排", "right, leave them out"),
    "keep_furniture_guessed": ("对，不排", "對，不排", "right, leave it out"),
    "keep_wrap_joined": ("接得对", "接得對", "rightly joined"),
    "keep_wrap_joined_unsure": ("接得对", "接得對", "rightly joined"),
    "keep_unfinished_paragraph": ("就是这样一段", "就是這樣一段", "a paragraph as it is"),
    "keep_caption_without_picture": (
        "不配图，只排说明",
        "不配圖，只排圖說",
        "no picture, the caption alone"),
    "how_lead": ("换头条", "換頭條", "Another lead"),
    "do_how_lead": (
        "右边“稿件”里点开那一篇，点“作头条”；或在版面上把它拖到头条上。",
        "右邊「稿件」裡點開那一篇，點「作頭條」；或在版面上把它拖到頭條上。",
        "Open the story under Stories and choose “Make it the lead”, or drag it onto the "
        "lead on the page."),
    "how_picture": ("放图片", "放圖片", "A picture"),
    "do_how_picture": (
        "点开那一篇，点“配图……”；或把图片文件拖到那一篇上。大小、说明就在它下面填。",
        "點開那一篇，點「配圖……」；或把圖片檔案拖到那一篇上。大小、說明就在它下面填。",
        "Open the story and choose “Add a picture…”, or drop the file onto it. Its size "
        "and caption stand below."),
    "how_words": ("改字", "改字", "Words"),
    "do_how_words": (
        "在左边原稿上双击那一行，改完点“改好”。",
        "在左邊原稿上雙擊那一行，改完點「改好」。",
        "Double-click the line in the copy on the left; choose “Done”."),
    "how_name": ("填报名、日期", "填報名、日期", "Name and day"),
    "do_how_name": ("点版面最上面的报头。", "點版面最上面的報頭。", "Click the head of the page."),
    "how_undo": ("收回", "收回", "Taking back"),
    "do_how_undo": (
        "上面的“撤销”收回上一步；以前的答复在“疑问”最底下的“已答”里收回。",
        "上面的「復原」收回上一步；以前的答覆在「疑問」最底下的「已答」裡收回。",
        "“Undo” above takes the last step back; earlier answers stand in Answered, at the "
        "foot of Queries."),
    "how_save": ("收工", "收工", "Going home"),
    "do_how_save": (
        "改过原稿就点“保存原稿”；别的一改就存好了。",
        "改過原稿就點「儲存原稿」；別的一改就存好了。",
        "Save the copy where it was changed; all else is kept as soon as it is done."),
    "how_script": ("看繁体版", "看繁體版", "The other script"),
    "do_how_script": (
        "上面“版面用字”里选繁体；拿不准的字列在“疑问”里。",
        "上面「版面用字」裡選繁體；拿不準的字列在「疑問」裡。",
        "Choose it under “Page in” above; doubtful characters stand among the queries."),
    "how_take": ("交版", "交版", "Taking it away"),
    "do_how_take": (
        "右上“取走”，选报纸（PDF）。",
        "右上「取走」，選報紙（PDF）。",
        "“Take away” at the upper right, then Newspaper (PDF)."),
    "with_desk": ("回到案头", "回到案頭", "Back to the desk"),
    "form_same": (
        "“{word}”里的字照旧，对吗？",
        "「{word}」裡的字照舊，對嗎？",
        "“{word}” stays as it is: is that right?"),
    "house_form": ("报社用字：", "報社用字：", "of the paper:"),
    "picture_in": ("放进了图片 {name}", "放進了圖片 {name}", "The picture {name} is in"),
    "book_wait": ("正在做书……", "正在做書……", "Binding the book…"),
}
PHRASES: dict[str, Text] = {f"desk_say_{name}": Text(*words) for name, words in _WORDS.items()}
