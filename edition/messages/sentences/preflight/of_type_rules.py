"""The rules of composition by code: names, demands, what to do."""

from __future__ import annotations

from edition.messages.texts import RuleText, Text

RULES: dict[str, RuleText] = {
    "LB1": RuleText(
        Text("行首禁则", "行首禁則", "line starts"),
        Text(
            "句读、后引号、后括号、间隔号、斜线不在行首",
            "句讀、後引號、後括號、間隔號、斜線不在行首",
            "no stop, closer, interpunct or solidus opens a line",
        ),
        Text(
            "打开避头尾，或增减该段一两个字重排。",
            "開啟避頭尾，或增減該段一兩個字重排。",
            "Turn on the rule for line starts, or cut or add a character and set the paragraph "
            "again.",
        ),
    ),
    "LB2": RuleText(
        Text("行末禁则", "行末禁則", "line ends"),
        Text("前引号、前括号不在行末", "前引號、前括號不在行末", "no opener ends a line"),
        Text(
            "打开避头尾，或增减该段一两个字重排。",
            "開啟避頭尾，或增減該段一兩個字重排。",
            "Turn on the rule for line ends, or cut or add a character and set the paragraph "
            "again.",
        ),
    ),
    "LB4": RuleText(
        Text("破折号、省略号不拆", "破折號、省略號不拆", "whole dashes and ellipses"),
        Text(
            "破折号、省略号和叠用的标点不拆行",
            "破折號、省略號和疊用的標點不拆行",
            "——, …… and stacked marks are whole",
        ),
        Text("把两半并到一行。", "把兩半併到一行。", "Bring both halves onto one line."),
    ),
    "LB5": RuleText(
        Text("数字、外文词不拆", "數字、外文詞不拆", "whole numbers and words"),
        Text(
            "数字连同符号、外文单词不拆行",
            "數字連同符號、外文單詞不拆行",
            "numbers with their signs, and words, are whole",
        ),
        Text(
            "把数字或单词并到一行，外文词可在音节处加连字符。",
            "把數字或單詞併到一行，外文詞可在音節處加連字元。",
            "Bring the number or word onto one line; a word may take a hyphen between syllables.",
        ),
    ),
    "LB6": RuleText(
        Text("起讫不拆", "起訖不拆", "whole ranges"),
        Text(
            "表示起讫的连接号之后不换行",
            "表示起訖的連接號之後不換行",
            "a range is not split after its mark",
        ),
        Text(
            "把连接号和后面的数字并到一行。",
            "把連接號和後面的數字併到一行。",
            "Bring the mark and the number after it onto one line.",
        ),
    ),
    "PW1": RuleText(
        Text("连用标点", "連用標點", "adjacent marks"),
        Text(
            "连用的两个标点至多占 {most:g} 字（字）",
            "連用的兩個標點至多佔 {most:g} 字（字）",
            "adjacent marks take {most:g} em or less (em)",
        ),
        Text("打开标点挤压。", "開啟標點擠壓。", "Turn on the trimming of adjacent marks."),
    ),
    "PW2": RuleText(
        Text("行末标点", "行末標點", "marks at the line end"),
        Text(
            "行末标点占半个字（离栏边的字数）",
            "行末標點佔半個字（離欄邊的字數）",
            "a mark at the line end is half an em wide (em from the edge)",
        ),
        Text(
            "打开行末标点挤压。",
            "開啟行末標點擠壓。",
            "Turn on the trimming of marks at the line end.",
        ),
    ),
    "PW3": RuleText(
        Text("行首标点", "行首標點", "openers at the line start"),
        Text(
            "行首的前引号、前括号收去左半（离栏边的字数）",
            "行首的前引號、前括號收去左半（離欄邊的字數）",
            "an opener at the line start is trimmed (em from the edge)",
        ),
        Text(
            "打开行首标点挤压。",
            "開啟行首標點擠壓。",
            "Turn on the trimming of openers at the line start.",
        ),
    ),
    "JU1": RuleText(
        Text("中西间距", "中西間距", "Han and Latin"),
        Text(
            "汉字与外文、数字之间空 1/8 至 1/2 字（字）",
            "漢字與外文、數字之間空 1/8 至 1/2 字（字）",
            "Han and Latin are parted by 1/8 to 1/2 em (em)",
        ),
        Text(
            "设好中西文间距；稿件里手打的空格应删去。",
            "設好中西文間距；稿件裡手打的空格應刪去。",
            "Set the gap between Han and Latin; take typed spaces out of the copy.",
        ),
    ),
    "JU2": RuleText(
        Text("两端对齐", "兩端對齊", "even edges"),
        Text(
            "每行两端齐栏，拉丁字母的文字左齐（字）",
            "每行兩端齊欄，拉丁字母的文字左齊（字）",
            "lines reach both edges, copy in Latin letters the left one (em)",
        ),
        Text(
            "该段设为两端对齐，末行除外。",
            "該段設為兩端對齊，末行除外。",
            "Justify the paragraph, its last line apart.",
        ),
    ),
    "JU5": RuleText(
        Text("不挤汉字", "不擠漢字", "Han solid"),
        Text(
            "汉字之间不比密排更紧（字）",
            "漢字之間不比密排更緊（字）",
            "Han is never tighter than solid (em)",
        ),
        Text(
            "取消字距缩减，改用标点挤压。",
            "取消字距縮減，改用標點擠壓。",
            "Take negative tracking off and trim marks instead.",
        ),
    ),
    "JU6": RuleText(
        Text("不散汉字", "不散漢字", "loose lines"),
        Text(
            "汉字之间至多加空 1/4 字（字）",
            "漢字之間至多加空 1/4 字（字）",
            "extra gap between Han is at most 1/4 em (em)",
        ),
        Text(
            "增减该段一两个字，或放宽栏宽重排。",
            "增減該段一兩個字，或放寬欄寬重排。",
            "Cut or add a character, or set the paragraph wider.",
        ),
    ),
    "PA1": RuleText(
        Text("段首缩进", "段首縮排", "indents"),
        Text(
            "段首缩进整数个字（字）",
            "段首縮排整數個字（字）",
            "first lines are indented by whole em (em)",
        ),
        Text(
            "段首统一空两字，不用空格凑。",
            "段首統一空兩字，不用空格湊。",
            "Indent first lines by two em, without typed spaces.",
        ),
    ),
    "PA2": RuleText(
        Text("孤字", "孤字", "runts"),
        Text(
            "段末一行至少两个字（字数）",
            "段末一行至少兩個字（字數）",
            "a last line holds two characters (characters)",
        ),
        Text(
            "增减该段一两个字，把孤字收回上行或带下一字。",
            "增減該段一兩個字，把孤字收回上行或帶下一字。",
            "Cut or add a character, so that the last line goes up or takes one along.",
        ),
    ),
    "GR1": RuleText(
        Text("栏宽", "欄寬", "measure"),
        Text(
            "栏宽是整数个字（字）",
            "欄寬是整數個字（字）",
            "the measure is a whole number of em (em)",
        ),
        Text(
            "把栏宽改为字号的整数倍。",
            "把欄寬改為字號的整數倍。",
            "Make the measure a multiple of the type size.",
        ),
    ),
    "GR2": RuleText(
        Text("行线", "行線", "baseline grid"),
        Text(
            "正文各行落在同一行线上（点）",
            "正文各行落在同一行線上（點）",
            "body baselines stand on one grid (pt)",
        ),
        Text(
            "把所列各行对齐版面基线网格。",
            "把所列各行對齊版面基線格線。",
            "Align the lines named to the page's grid.",
        ),
    ),
}
