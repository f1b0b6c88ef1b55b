"""How a report opens: 本报讯（记者 某某）, 新华社某地1月1日电, and the names that stand in it."""

from __future__ import annotations

import re

from edition.trade.bylines import bracketed_names

_DATELINE = re.compile(
    r"(?:本报讯|本報訊|[（(【〔]本[报報][讯訊][）)】〕]|本报\S{1,10}(?:\d+月)?\d+日[电讯]|"
    r"(?:据)?(?:新华社|中新社|新华网|中新网|人民网|央视网|光明网|据?[\u4e00-\u9fff]{2,4}社)"
    r"[^。，]{0,16}?(?:电|讯|電|訊))"
    r"\s*(?:[（(【〔][^）)】〕]{2,40}[）)】〕])?|"
    r"[（(【〔](?:\S{2,6}[專专][訊讯]|(?:中央社|法新社|路透社?|美聯社|美联社|綜合|综合)[^。，）)】]{0,24}?[電电訊讯]|"
    r"[^。，）)】]{0,12}[記记]者[^。，）)】]{2,20}[電电])[）)】〕]"
)
"""The opening of a report: 本报讯（记者 X）, 新华社某地1月1日电."""
_OPENING = re.compile(r"[（(【〔]?本[报報][讯訊]|(?:据)?(?:新华社|中新社)")
_SIGNED = re.compile(r".{0,20}[（(【〔]\S{0,8}(?:记者|記者|通讯员|通訊員)")


def dateline_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The dateline a paragraph opens with, and the names it holds."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    return found.group().strip(), bracketed_names(found.group())


def opens_report(text: str) -> bool:
    """True when a paragraph begins as a report does, be its dateline whole or not."""
    return _OPENING.match(text) is not None


def opens_signed(text: str) -> bool:
    """True when a role word in brackets, as of a dateline, stands at the head of a paragraph."""
    return _SIGNED.match(text) is not None
