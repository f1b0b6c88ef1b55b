"""Names in bylines and credits, with their places; organisations beside them are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.patterns import late
from edition.trade.bylines import persons_in
from edition.trade.names import is_name
from edition.trade.script.surnames import surname_starts
from edition.trade.signing.signwords import ROLE

_BRACKETED = late("[（(【〔]([^（()）【】〔〕]{2,90})[)）】〕]")
_CREDIT = late(
    "(?:撰文|采写|摄影|供图|绘图|编辑|制图|图文|文图|[文图摄])[／/]([\u3400-\u9fff]{2,3})(?=[\\s、；）)／/]|$)"
)
_TOKEN = late("[\u3400-\u9fff]+")
_BODIES = (
    *"部局委会站室组社报台网院校处科所厂办联队馆团镇乡村县市区省", "中心", "公司", "政府", "集团",
)
"""How the name of an organisation ends."""


def signed_in(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each person's name in a byline, a credit or a dateline."""
    found = dict.fromkeys(_of_signatures(text))
    taken = [False] * len(text)
    for start, end in found:
        taken[start:end] = [True] * (end - start)
    for start in surname_starts(text):
        token = _TOKEN.match(text, start)
        if token is None or taken[start]:
            continue
        name = token.group()
        if is_name(name) and not name.endswith(_BODIES) and not ROLE.fullmatch(name):
            found[start, token.end()] = None
    return tuple(sorted(found))


def credited_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name behind a role and a stroke: （文／余里 摄／于回）."""
    for found in _CREDIT.finditer(text):
        if is_name(found.group(1)) and not found.group(1).endswith(_BODIES):
            yield found.span(1)


def _of_signatures(text: str) -> Iterator[tuple[int, int]]:
    """The persons of the whole text as a signature, and of each pair of brackets in it."""
    parts = [(match.start(1), match.group(1)) for match in _BRACKETED.finditer(text)]
    for begun, content in (*parts, (0, text)):
        for person in persons_in(content):
            spaced = "[ \u3000]{0,2}".join(map(re.escape, person.name))
            place = re.search(spaced, content)
            if place is not None and len(person.name) <= 4:
                yield begun + place.start(), begun + place.end()
