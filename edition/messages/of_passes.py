"""What the passes ask and record: queries about the copy, answers, changes of script."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "unknown_tag": Fault(
        what=Text(
            "不认识语言标记“{tag}”", "不認識語言標記「{tag}」",
            "“{tag}” is not a language tag edition knows",
        ),
        why=Text("可用的标记有：{known}", "可用的標記有：{known}", "The tags are {known}"),
        todo=Text("请用 --to 选其中一个", "請用 --to 選其中一個", "Choose one of them with --to"),
    ),
}
PHRASES: dict[str, Text] = {}
