"""How a report opens: 本报讯（记者 某某）, 新华社某地1月1日电, and the names that stand in it."""

from __future__ import annotations

from edition.patterns import late
from edition.trade.bylines import names_in
from edition.trade.signing.reportplaces import PLACE

_HAN = "[\u4e00-\u9fff]"
_AGENCY = (
    "(?:新[华華]社|新[华華][网網]|中新社|中新[网網]|中央社|中央通[讯訊]社|人民[网網]|央视[网網]|"
    "光明[网網]|法新社|"
    "[美][联聯]社|路透社?|塔斯社|俄塔社|俄新社|[国國]际文传电讯社|合众国际社|共同社|[时時]事社|"
    "[韩韓][联聯]社|朝中社|"
    "德新社|安莎社|埃菲社|中通社|[台臺]通社|[欧歐]新社|[彭]博社?)"
)
_DAY = r"(?: ?\d{1,2} ?|[一二三四五六七八九十]{1,3})[日號号]"
_DATE = (
    r"(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})年)?"
    rf"(?:(?: ?\d{{1,2}} ?|[一二三四五六七八九十]{{1,3}})月)?{_DAY}"
)
_CLOCK = r"(?:\d{1,2}[时時](?:\d{1,2}分)?)?"
_SENT = (
    "(?:[综綜]合外?)?[专專快]?[电電讯訊](?![话話视視影台臺子力脑腦商网網动動器池])"
)
_AFTER = r"(?=[\s\u3000（(【：:，,]|$)"
_BASE = late(
    r"本[报報刊][讯訊]|[（(【〔]本[报報刊][专專]?[讯訊][）)】〕]|"
    rf"本[报報刊](?:{_DATE})?[^\s，。、]{{1,10}}?(?:{_DATE}{_CLOCK}{_SENT}|"
    rf"(?<={_HAN})[讯訊]{_AFTER})|"
    rf"据?{_AGENCY}(?:{_HAN}{{0,10}}?{_DATE}{_CLOCK}{_SENT}|{_HAN}{{0,8}}?{_SENT}{_AFTER})|"
    rf"据?{_HAN}{{2,4}}社{_HAN}{{0,8}}?{_DATE}{_SENT}|"
    rf"{_HAN}{{2,6}}?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月{_DAY}{_SENT}(?=[\s\u3000（(])|"
    r"[（(【〔]本[报報刊][^。，）)】〕]{0,6}[专專]?[讯訊电電][）)】〕]"
)
"""An opening that needs no name to be one."""
_OUTLET_SAYS = late(
    rf"(?!.{{2,22}}(?:本[报報]|{_AGENCY}))[^\s，。、：:“”（(【]{{1,22}}?(?:{_DATE}{_CLOCK}{_SENT}|"
    rf"{_SENT}|{_DATE}[报報][道導]|[报報][道導]|消息|客[户戶]端|{_DATE})(?=[\s\u3000]*[（(【]|[\s\u3000]*"
    "(?:特[约約])?(?:[记記]者|通[讯訊][员員]))"
)
"""某某日报讯, 某某网某地1月1日讯: an opening where names follow."""
_BRACKETED = late(r"[\s\u3000]*[（(【〔［\[]([^（()）〔〕【】［］\[\]]{2,90})[）)】〕］\]]")
_TOLD = late(
    "[\\s\u3000，,]*((?:特[约約派]|[\u4e00-\u9fff]{1,3}[社台报報])?(?:[记記]者|"
    "通[讯訊][员員])[^。，,：:“]{2,40}?[报報][道導])[\\s\u3000：:，,]*"
)
_ROLE_NEXT = late(
    "[\\s\u3000]*(?=(?:本[报報]|[\u4e00-\u9fff]{2}社|特[约約]|[实實][习習]|[见見][习習]|首席)?(?:[记記]者|"
    "通[讯訊][员員]))"
)
_SPACE = late("[\\s\u3000]+")
_UNTOLD = 40
"""characters of names behind an opening that no 报道 ends"""
_BARE = late(
    r"(?:[［\[【〔][^］\]】〕]{2,10}[］\]】〕])?[^。，！？\s]{0,10}[记記]者[^。，！？]{2,20}"
    r"?[／/][^。，！？\s/／]{2,8}[报報][导導道](?=[\s\u3000]+\S)"
)
"""記者某某／台北報導 and a space: an opening without brackets."""
_FROM_PLACE = late(
    rf"(?:[［\[【〔][^］\]】〕]{{2,10}}[］\]】〕])?[^。，！？\s]{{0,8}}[记記]者{_HAN}{{2,4}}[／/]"
    rf"(?:{PLACE}|[综綜]合|即[时時]){{1,2}}[报報][导導道](?={_HAN})"
)
_OPEN_TOLD = late(
    "[^。，：:“”\\s]{0,16}[\\s\u3000]*(?:[记記]者|"
    "通[讯訊][员員])[^。，：:“”]{2,20}?[报報][道導](?=[：:])"
)
"""某某网 通讯员某某 报道：: an outlet and who reports for it."""
_AHEAD = late(r"[［\[【〔][^］\]】〕]{2,10}[］\]】〕]")
_LED = late(
    rf"{_HAN}{{2,6}}(?=【)|[（(]{_HAN}{{2,12}}[）)](?=【)|【[^】]{{2,10}}[讯訊]】(?=[（(])|"
    rf"【[^】]{{2,10}}\d{{4}}年[^】]{{4,8}}[讯訊]】(?=[（(])"
)
"""工商時報【…】, 【某報2026年1月1日訊】（…）: the outlet before brackets that hold names."""
_UNOPENED = late(f"({_HAN}{{2,8}}[／/][记記]者{_HAN}{{2,4}}?[报報][导導道])】")
_SOURCED = late(
    r"[（(【〔](?:\S{2,6}[專专][訊讯]|(?:中央社|法新社|路透社?|美聯社|美联社|綜合|"
    r"综合)[^。，）)】]{0,24}?[電电訊讯導道导]|"
    r"[^。，）)】]{0,12}[記记]者[^。，）)】]{0,20}[電电導道导]|"
    r"[^。，）)】]{0,12}[／/╱][^。，）)】]{2,6}[报報][导導道])[）)】〕]"
)
"""（中央社台北電）, 【台北／綜合報導】: in brackets without a name."""
_WIRE = late("[记記]者|[报報][导導道]|[电電]$")
_OPENING = late(r"[（(【〔]?本[报報][讯訊]|(?:据)?(?:新华社|中新社)")
_SIGNED = late(r".{0,20}[（(【〔]\S{0,8}(?:记者|記者|通讯员|通訊員)")
_HEAD = 140
"""characters of a paragraph that may be its opening"""


def dateline_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The dateline a paragraph opens with, and the names it holds."""
    head = text[:_HEAD]
    found = _BASE.match(head)
    if found is not None:
        end, names = _named(head, found.end())
        return head[:end].strip(), names
    return _with_names(head) or _in_brackets(head) or _unbracketed(head)


def _unbracketed(head: str) -> tuple[str, tuple[str, ...]] | None:
    slashed = _has_slash(head)
    found = (_BARE.match(head) or _FROM_PLACE.match(head)) if slashed else None
    found = found or _OPEN_TOLD.match(head)
    names = names_in(_AHEAD.sub("", found.group())) if found is not None else None
    return (found.group(), names) if found is not None and names else None


def _has_slash(head: str) -> bool:
    """True where a place may stand behind its reporter; nearly no paragraph has one."""
    return "／" in head or "/" in head


def _named(head: str, at: int) -> tuple[int, tuple[str, ...]]:
    """Where the names behind an opening end, and who they are."""
    inner = _BRACKETED.match(head, at)
    if inner is not None and len(inner.group(1)) <= 40 + 50 * bool(names_in(inner.group(1))):
        return inner.end(), names_in(inner.group(1)) or ()
    told = _TOLD.match(head, at)
    if told is not None:
        names = names_in(told.group(1))
        if names:
            return told.end(1), names
    return _untold(head, at)


def _untold(head: str, at: int) -> tuple[int, tuple[str, ...]]:
    """Names with their roles that only a space parts from the copy."""
    start = _ROLE_NEXT.match(head, at)
    if start is None:
        return at, ()
    begin = start.end()
    for space in reversed([*_SPACE.finditer(head, begin, begin + _UNTOLD)]):
        names = names_in(head[begin:space.start()])
        if names:
            return space.start(), names
    return at, ()


def _with_names(head: str) -> tuple[str, tuple[str, ...]] | None:
    """An opening of any outlet, believed for the names behind it."""
    found = _OUTLET_SAYS.match(head)
    if found is None:
        return None
    end, names = _named(head, found.end())
    return (head[:end].strip(), names) if names else None


def _in_brackets(head: str) -> tuple[str, tuple[str, ...]] | None:
    """An opening in brackets: 【记者某某／台北报导】, （中央社记者某某台北1日电）."""
    led = _LED.match(head)
    at = led.end() if led is not None else 0
    unopened = _UNOPENED.match(head) if _has_slash(head) else None
    inner = unopened or (_BRACKETED.match(head, at) if head[at:at + 1] in tuple(
        "（(【〔［["
    ) else None)
    if inner is not None and (led is not None or _WIRE.search(inner.group(1))):
        names = names_in(inner.group(1))
        if names:
            return head[: inner.end()].strip(), names
    found = _SOURCED.match(head)
    return (found.group().strip(), _further(head, found.end())) if found is not None else None


def _further(head: str, at: int) -> tuple[str, ...]:
    """The names in brackets right behind those of an agency: its translators."""
    inner = _BRACKETED.match(head, at)
    return (names_in(inner.group(1)) or ()) if inner is not None else ()


def opens_report(text: str) -> bool:
    """True when a paragraph begins as a report does, be its dateline whole or not."""
    return _OPENING.match(text) is not None


def opens_signed(text: str) -> bool:
    """True when a role word in brackets, as of a dateline, stands at the head of a paragraph."""
    return _SIGNED.match(text) is not None
