"""The pages of the docs that come from the catalogue: `python -m bench.messages` writes them.

`docs/messages.md` has every kind of remark and every error, `docs/rules.md` every rule of the
preflight. Chinese stands first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from edition.checks.rules.epub_rules import EPUB_RULES
from edition.checks.rules.pdf_rules import PDF_RULES
from edition.checks.rules.press_rules import PRESS_RULES
from edition.checks.targets import TARGETS
from edition.checks.weights import HARD
from edition.messages.catalogue import ROOMS, RULES
from edition.messages.telling import filled
from edition.messages.texts import LANGS, Fault, Kind, Severity, Text, Values

DOCS = Path(__file__).resolve().parent.parent / "docs"
_TITLES = {
    "of_command": "命令行 Command line",
    "of_help": "命令帮助 Help",
    "of_system": "系统 System",
    "of_outfit": "安装 Set-up",
    "of_parts": "读稿 Reading the parts",
    "of_explaining": "为何这样读 Why a line was read so",
    "of_features": "行的特征 Features of a line",
    "of_shapes": "特征的用词 Words for features",
    "of_packs": "版式和字体 Packs and fonts",
    "of_copy": "稿件文字 Copy",
    "of_origin": "稿件来源 Where copy comes from",
    "of_sidecar": "边车 Sidecar",
    "of_readers": "读稿 Readers",
    "of_word": "Word 文件 Word files",
    "of_converting": "转换的文件 Converted documents",
    "of_formats": "文件头和稿件 JSON Front matter and story JSON",
    "of_markdown": "Markdown",
    "of_wire": "网页和新闻交换格式 Web and wire",
    "of_passes": "校核 Passes",
    "of_review": "换字形的审校 Review of a change of script",
    "of_marks": "标点和字 Marks",
    "of_makeup": "拼版 Make-up",
    "of_plans": "版样 Plans of pages",
    "of_pages": "版面和书 Pages and book",
    "of_press": "送印 For the printer",
    "of_checks": "成品检查 Checks",
    "of_editor": "校样和清单 Proof sheet and listing",
    "of_desk": "案头 Desk",
    "of_screen": "案头的字样 Words of the desk",
    "of_faults": "案头说的毛病 Faults at the desk",
    "of_archive": "旧报 Archive",
    "of_volumes": "合订本 Volumes",
    "of_values": "程序给的值 Values from a program",
}
"""Heads of the page, in its order; a room without one is an error."""
_BY_NAME: Mapping[str, ModuleType] = {r.__name__.rpartition(".")[2]: r for r in ROOMS}
_ROOMS: Mapping[str, ModuleType] = {
    _TITLES[name]: _BY_NAME[name] for name in (*_TITLES, *(_BY_NAME.keys() - _TITLES.keys()))
}
_LOUD = {Severity.ERROR: "错误 error", Severity.WARNING: "疑问 warning", Severity.INFO: "说明 info"}
_MADE = "<!-- python -m bench.messages writes this page from edition/messages; change it there. -->"


def messages_page() -> str:
    """`docs/messages.md`: kinds and errors, room by room."""
    lines = [
        "# 消息 Messages", "", _MADE, "",
        "`edition` 说的每句话，按来处排列：简体、繁体、英文各一句，`{…}` 处填入稿件里的内容。",
        "`edition stories --json` 的 `kind` 就是第一栏的名称，不随语言变化。",
        "",
        "Every sentence `edition` says, by room, in the three languages; `{…}` is filled in. The "
        "first column is the `kind` of `edition stories --json`.",
    ]
    for title, room in _ROOMS.items():
        if room.KINDS or room.FAULTS:
            lines += ["", f"## {title}"]
        if room.KINDS:
            lines += ["", *_kinds(room.KINDS)]
        if room.FAULTS:
            lines += ["", *_faults(room.FAULTS)]
    return "\n".join(lines) + "\n"


def rules_page() -> str:
    """`docs/rules.md`: the rules of `edition check` by code, in the order of a report."""
    lines = [
        "# 规则 Rules", "", _MADE, "",
        "`edition check` 的每条规则：代号、名称、要求、不合时怎么做。带 * 的一条不合，不可付印。",
        "怎么量、不量什么，见 [checks](checks.md) 和 [composition](composition.md)。",
        "",
        "Every rule of `edition check`: code, name, what it demands, what to do. A rule with * "
        "that is broken makes the pages not printable.",
    ]
    for title, codes in (
        ("PDF", PDF_RULES), ("PDF/X-4", PRESS_RULES), ("EPUB", EPUB_RULES)
    ):
        lines += ["", f"## {title}", "", *_table(
            ("代号", "名称 name", "要求 demand", "做法 what to do"), map(_rule_row, codes)
        )]
    return "\n".join(lines) + "\n"


def _rule_row(code: str) -> tuple[str, ...]:
    rule, name = RULES[code], code.partition("/")[0]
    figures = TARGETS.get(code, {})
    mark = r" \*" if name in HARD else ""
    texts = (rule.name, rule.demands, rule.todo)
    return f"`{name}`{mark}", *(_three(text, figures) for text in texts)


def _kinds(kinds: Mapping[str, Kind]) -> Iterator[str]:
    return _table(("名称 kind", "级别", "说法 sentence", "做法 what to do", "详见"), (
        (f"`{name}`", _LOUD[kind.severity], _three(kind.says), _three(kind.todo), _link(kind.doc))
        for name, kind in sorted(kinds.items())
    ))


def _faults(faults: Mapping[str, Fault]) -> Iterator[str]:
    return _table(("名称 error", "出了什么事 what", "原因 why", "做法 what to do"), (
        (f"`{name}`", _three(fault.what), _three(fault.why), _three(fault.todo))
        for name, fault in sorted(faults.items())
    ))


def _three(text: Text | None, values: Values | None = None) -> str:
    """A text in every language, one below the other; empty for none."""
    if text is None:
        return ""
    told = (filled(text, values, lang) if values else text.pattern(lang) for lang in LANGS)
    return "<br>".join(dict.fromkeys(line.strip().replace("|", r"\|") for line in told))


def _link(doc: str) -> str:
    page, _, anchor = doc.partition("#")
    target = f"{page}.md#{anchor}" if anchor else f"{page}.md"
    return f"[{anchor or page}]({target})" if doc else ""


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


PAGES = {"messages.md": messages_page, "rules.md": rules_page}


def main() -> int:
    """Write the pages and name them."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(DOCS / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
