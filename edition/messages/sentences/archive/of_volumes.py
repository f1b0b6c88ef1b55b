"""What is said of the volumes of an archive."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

_BUILD_AGAIN = Text(
    "先运行 edition archive，把变了的几期补做好", "先執行 edition archive，把變了的幾期補做好",
    "Run edition archive first: it builds again what has changed",
)
_SAY_WHEN = Text(
    "写成年份或月份，如 2025、2025-03", "寫成年份或月份，如 2025、2025-03",
    "Give a year or a month, as 2025 or 2025-03",
)

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "bound_spoilt": Fault(
        Text("这份 PDF 不完整，不能装订", "這份 PDF 不完整，不能裝訂",
             "This PDF is not whole and cannot be bound"),
        Text("{reason}", "{reason}", "{reason}"), _BUILD_AGAIN,
    ),
    "finished_changed": Fault(
        Text("这份成品和账本上记的不一样", "這份成品和帳本上記的不一樣",
             "This finished file is not as the ledger has it"),
        todo=_BUILD_AGAIN,
    ),
    "finished_gone": Fault(
        Text("这份成品不见了", "這份成品不見了", "This finished file is gone"), todo=_BUILD_AGAIN
    ),
    "volume_copy_changed": Fault(
        Text("现在的稿件已不是“{title}”", "現在的稿件已不是「{title}」",
             "The copy is no longer that of “{title}”"),
        Text("合订的电子书要从稿件重做", "合訂的電子書要從稿件重做",
             "The book of a volume is made from the copy"),
        _BUILD_AGAIN,
    ),
    "volume_empty": Fault(
        Text("{span} 没有做好的报纸", "{span} 沒有做好的報紙", "No issue of {span} is done"),
        Text("做好的从 {first} 到 {last}", "做好的從 {first} 到 {last}",
             "Those done are from {first} to {last}"),
        _SAY_WHEN,
    ),
    "volume_kind": Fault(
        Text("这一期没有 {lacks}，不能合订", "這一期沒有 {lacks}，不能合訂",
             "This issue has no {lacks} to be bound"),
        todo=_BUILD_AGAIN,
    ),
    "volume_none_done": Fault(
        Text("没有一期做成", "沒有一期做成", "No issue of this archive is done"),
        todo=Text("原因见 report.html；改好后再运行 edition archive",
                  "原因見 report.html；改好後再執行 edition archive",
                  "report.html tells why; mend that, and run edition archive again"),
    ),
    "volume_no_ledger": Fault(
        Text("这里没有做好的旧报", "這裡沒有做好的舊報", "There is no archive here"),
        todo=Text("先运行 edition archive 文件夹 -o 这里", "先執行 edition archive 資料夾 -o 這裡",
                  "Build it first: edition archive FOLDER -o HERE"),
    ),
    "volume_span": Fault(
        Text("“{value}”不是年份，也不是月份", "「{value}」不是年份，也不是月份",
             "“{value}” is neither a year nor a month"),
        todo=_SAY_WHEN,
    ),
    "volume_too_large": Fault(
        Text("一份 PDF 里最多 {most} 个对象，这一本超过了",
             "一份 PDF 裡最多 {most} 個物件，這一本超過了",
             "A PDF holds {most} objects at the most, and this one would hold more"),
        todo=Text("请按月合订", "請按月合訂", "Bind the months instead"),
    ),
    "volume_twins": Fault(
        Text("{first} 和 {second} 是同一期：“{title}”", "{first} 和 {second} 是同一期：「{title}」",
             "{first} and {second} are one issue: “{title}”"),
        Text("书名、日期和版号都相同的，在一本书里分不开",
             "書名、日期和版號都相同的，在一本書裡分不開",
             "Of one paper, date and page, a book cannot hold them apart"),
        Text("改正其中一期的 date 或 page 再重做，或把一期的原稿和成品都拿走；"
             "只要 PDF，用 --only pdf",
             "改正其中一期的 date 或 page 再重做，或把一期的原稿和成品都拿走；"
             "只要 PDF，用 --only pdf",
             "Mend date or page of one of them and build it again, or take away its copy and what "
             "was made of it; for the PDF alone, --only pdf"),
    ),
    "volume_undated": Fault(
        Text("做好的报纸都没有日期", "做好的報紙都沒有日期", "No issue that is done bears a day"),
        Text("没有日期的有 {count} 期", "沒有日期的有 {count} 期", "Without one: {count}"),
        Text("在 .toml 里写上 date，再运行 edition archive",
             "在 .toml 裡寫上 date，再執行 edition archive",
             "Write `date` into the sidecars, and run edition archive again"),
    ),
}
PHRASES: dict[str, Text] = {
    "help_volume_archive": Text(
        "把做好的一年或一月合订成一本，如 2025、2025-03",
        "把做好的一年或一月合訂成一本，如 2025、2025-03",
        "bind the finished issues of a year or a month, as 2025 or 2025-03",
    ),
    "name_span": Text("年月", "年月", "WHEN"),
    "volume_begun": Text(
        "合订 {issues} 期", "合訂 {issues} 期", "Issues to be bound: {issues}"
    ),
    "volume_without_day": Text(
        "{count} 期没有日期，没有合订：{names}", "{count} 期沒有日期，沒有合訂：{names}",
        "Issues without a day, in no volume: {count} ({names})",
    ),
    "volume_without_done": Text(
        "{count} 期还没有做成，没有合订：{names}", "{count} 期還沒有做成，沒有合訂：{names}",
        "Issues that are not done, in no volume: {count} ({names})",
    ),
    "volume_unclaimed": Text(
        "有的一期不合标准，这份 PDF 也不称 PDF/UA 和 PDF/A",
        "有的一期不合標準，這份 PDF 也不稱 PDF/UA 和 PDF/A",
        "Some issue claims no standard, and so this PDF claims neither PDF/UA nor PDF/A",
    ),
}
