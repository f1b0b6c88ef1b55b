"""Copy out of an e-mail: its header, the `>` of answers, the signature, flowed lines.

The file must show it: a block of header lines, a line that says who wrote when, quotation marks
before half of its lines, or the mark of a signature. Header, attribution and signature are set
aside; the marks are taken out; what is quoted to different depths is parted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.copy.origin.copyrows import Row, Rows, Undone, nearest, shown
from edition.errors import Confidence, Diagnostic

_QUOTE = re.compile(r"\s{0,3}(?:[>＞][ \u00a0]?)+")
_KEY = re.compile(
    r"[*＊]?\s{0,2}(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Sender|Message-ID|Received|Return-Path|"
    r"MIME-Version|Content-Type|Content-Transfer-Encoding|X-[A-Za-z-]{1,30}|User-Agent|In-Reply-To|"
    r"References|Importance|Attachments?|发件人|寄件人|寄件者|收件人|收件者|抄送|副本|密送|密件副本|"
    r"主题|主题词|主旨|标题|日期|时间|发送时间|发送日期|寄件日期|傳送時間|主題|附件|回复|回覆)"
    r"[*＊]?\s{0,4}[:：]", re.I
)
_SENDERS = frozenset({"from", "sender", "发件人", "寄件人", "寄件者"})
_OWN_KEYS = frozenset({
    "to", "subject", "date", "sent", "cc", "收件人", "收件者", "主题", "主旨", "主題", "发送时间",
    "发送日期", "寄件日期", "傳送時間", "抄送", "副本", "日期", "时间", "message-id",
})
_RULE = re.compile(
    r"[-_=—\s]{2,30}(?:Original Message|Forwarded message|Begin forwarded message|"
    r"原始邮件|原始郵件|原邮件|转发的?(?:消息|邮件)|轉寄的?郵件|邮件原件|回复的?原邮件)[-_=—\s:：]{2,30}"
    r"|Begin forwarded message:|_{10,}", re.I
)
_WROTE = re.compile(
    r"(?:On\b.{4,160}\bwrote|在?\s?.{0,120}\d.{0,160}(?:写道|寫道|写|來信|来信写道))\s?[:：]"
)
_SENT_FROM = re.compile(
    "(?:Sent from my|Get Outlook for|发自我的|發自我的|从我的|來自我的|发送自|发自).{2,40}"
)
_SIGN = 12
"""lines a signature may have"""
_KEYS = 80
"""lines a header may have"""
_HALF = 0.5


@dataclass
class _Mail:
    """What the rows show while they are read."""

    aside: set[int] = field(default_factory=set)
    """places of rows that are no copy"""

    def set_aside(self, places: range) -> None:
        self.aside.update(places)


def undo_mail(rows: Rows, name: str, asked: bool = False) -> Undone | None:
    """The copy of a mail without what mail adds; None where it shows no mail.

    `asked` is True where the editor says that it is one.
    """
    marks, bare = _unquoted(rows)
    depths = [sum(c in ">＞" for c in mark) for mark in marks]
    quoted = sum(depth > 0 for depth in depths)
    filled = sum(not row.blank for row in rows)
    mail = _Mail()
    _find_headers(bare, depths, mail)
    headed = bool(mail.aside)
    answered = quoted > 2 and quoted >= _HALF * filled
    signed = _find_signature(bare, depths, mail, headed or answered or asked)
    if not (headed or answered or signed or (asked and quoted)):
        return None
    if not (headed or answered or asked):
        depths, marks, bare = [0] * len(rows), [], list(rows)
    taken = "".join("".join(marks).split())
    kept = _kept(bare, depths, mail.aside)
    aside = tuple(bare[n] for n in sorted(mail.aside) if not bare[n].blank)
    first = next((row.numbers[0] for n, row in enumerate(rows) if depths[n] or n in mail.aside), 1)
    told = Diagnostic(
        "copied_from_mail",
        {"lines": len(aside), "marks": sum(depths)}, first,
        text=shown(" ".join(row.text.strip() for row in aside)) or taken[:1],
        confidence=Confidence.PROBABLE, source=name,
    )
    return Undone(tuple(kept), aside, taken, "", (told,))


def _unquoted(rows: Rows) -> tuple[list[str], list[Row]]:
    """The marks that quote each row, and the rows without them."""
    marks: list[str] = []
    bare: list[Row] = []
    for row in rows:
        found = _QUOTE.match(row.text)
        mark = found.group() if found else ""
        marks.append(mark)
        bare.append(Row(row.text[len(mark) :], row.numbers) if mark else row)
    return marks, bare


def _find_headers(rows: Sequence[Row], depths: Sequence[int], mail: _Mail) -> None:
    """Blocks of header lines, the rule above them, and who wrote what is quoted below."""
    opens = True
    at = 0
    while at < len(rows):
        text = rows[at].text.strip()
        ruled = _RULE.fullmatch(text) and _header_end(rows, at + 1) > at + 1
        if ruled or (_WROTE.fullmatch(text) and _quotes_below(rows, depths, at)):
            mail.set_aside(range(at, at + 1))
        elif opens or _KEY.match(text):
            end = _header_end(rows, at)
            if end > at:
                mail.set_aside(range(at, end))
                at = end
                opens = False
                continue
        opens = opens and not text
        at += 1


def _quotes_below(rows: Sequence[Row], depths: Sequence[int], at: int) -> bool:
    """True when the next row with text is quoted deeper than the one at `at`."""
    below = nearest(rows, at, 1)
    return below is not None and depths[below] > depths[at]


def _header_end(rows: Sequence[Row], at: int) -> int:
    """The place after the header that begins at `at`; `at` itself where none does."""
    end, keys = at, []
    while end < len(rows) and rows[end].blank:
        end += 1
    most = min(len(rows), end + _KEYS)
    while end < most:
        found = _KEY.match(rows[end].text)
        if found:
            keys.append(found[1].lower())
        elif not (keys and rows[end].text[:1] in " \t" and not rows[end].blank):
            break
        end += 1
    sent = any(key in _SENDERS for key in keys)
    return end if sent and any(key in _OWN_KEYS for key in keys) else at


def _find_signature(
    rows: Sequence[Row], depths: Sequence[int], mail: _Mail, known: bool
) -> bool:
    """What stands below `-- ` up to the end or to a change of depth, and 发自我的 iPhone."""
    found = False
    last = max((n for n, row in enumerate(rows) if not row.blank), default=-1)
    for at, row in enumerate(rows):
        text = row.text
        # The marks of a quotation may have taken the blank that makes `-- ` a signature.
        if text.rstrip("\r") == "-- " or (known and text.strip() == "--"):
            end = at + 1
            while end < len(rows) and depths[end] == depths[at] and end - at <= _SIGN:
                end += 1
            whole = end == len(rows) or depths[end] != depths[at]
            if whole and not any("。" in below.text for below in rows[at:end]):
                mail.set_aside(range(at, end))
                found = True
    if last >= 0 and known and _SENT_FROM.fullmatch(rows[last].text.strip()):
        mail.set_aside(range(last, last + 1))
    return found


def _kept(rows: Sequence[Row], depths: Sequence[int], aside: set[int]) -> list[Row]:
    """The rows that are copy; a change of depth or a header parts paragraphs."""
    kept: list[Row] = []
    before: int | None = None
    for at, row in enumerate(rows):
        if at in aside:
            before = None
            continue
        parts = before != depths[at] and kept and not row.blank and not kept[-1].blank
        if parts:
            kept.append(Row("", row.numbers))
        kept.append(row)
        before = depths[at]
    return _flowed(kept)


def _flowed(rows: list[Row]) -> list[Row]:
    """Lines that end with one space go on in the next one, as format=flowed has it."""
    soft = [row.text.endswith(" ") and row.text.strip() not in ("", "--") for row in rows]
    inner = [n for n in range(len(rows) - 1) if not rows[n].blank and not rows[n + 1].blank]
    if not inner or sum(soft[n] for n in inner) < max(2, _HALF * len(inner)):
        return rows
    found: list[Row] = []
    goes_on = False
    for at, row in enumerate(rows):
        text = row.text[1:] if row.text.startswith(" ") else row.text  # stuffed with a space
        if goes_on and not row.blank:
            last = found[-1]
            left = last.text.rstrip(" ")
            between = " " if left[-1:].isascii() or text[:1].isascii() else ""
            found[-1] = Row(left + between + text, (*last.numbers, *row.numbers))
        else:
            found.append(Row(text, row.numbers))
        goes_on = soft[at] and not row.blank
    return found
