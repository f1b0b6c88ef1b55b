"""What closes a letter or a notice, line by line, and the number an office gives a document."""

from __future__ import annotations

from edition.patterns import late
from edition.trade.asides import sign_of
from edition.trade.bylines import bare_names, own_line

_LENGTH = 24
"""characters of the longest signature"""
_SALUTE = late(
    "此致|此[颂頌祝]|顺[颂頌祝]|順[頌祝]|敬[颂頌祝]|谨[颂頌祝]|(?:此致[，,\\s\u3000]*)?敬[礼禮]|即[颂頌]|"
    "(?:顺[颂祝]|此[颂祝]|敬[颂祝]|[祝颂])?[\\s\u3000]*(?:[编編]安|[春夏秋冬时時商大文教撰]安|近好|健康|工作[顺順]利|"
    "万事如意|身体健康|[冬春夏秋]祺|时祺)"
)
_WISH = late(
    "[祝颂頌](?:大家|您|[你您]们|各位\\S{0,6}|全[体體]\\S{0,6}|[编編][辑輯]\\S{0,4})?"
)
_MARKS = "！!。.，, \u3000"
_ORGAN = late(
    "[\u4e00-\u9fffA-Za-z0-9（）()·]{2,22}(?:委|委员会|府|人大常委会|局|办|办公室|公室|厅|廳|部|院|会|會|协会|社|报社|学校|校|大学|中学|小学|"
    "公司|集团|厂|中心|科|处|處|队|站|所|馆|館|团|團|园|店|银行|行|村|镇|乡|街道|居委会|组委会|筹备组|组|小组|室|台|台站|"
    "全体.{0,6}|师生|村民|家属|亲属|子女|业主|读者)"
)
_PERSON = late(
    "(?:[读讀]者|(?:东|西|南|北)?[\u4e00-\u9fff]{0,10}(?:村民|市民|居民|学生|家长|老师|教师|职工|业主|乘客|网友|记者|作者|党员|战士|工人|农民)|"
    "[\u4e00-\u9fff]{2,14}(?:县|市|镇|村|乡|校|厂|公司|大学|中学|小学|社区|街道))[：:\\s\u3000]+(\\S.{0,10})"
)
_CLOSE = late("特此[一-鿿]{2,6}|以上(?:公告|通告|通知)")
_DOCUMENT = late(
    "[\u4e00-\u9fff]{1,12}(?:[〔\\[［（(【]\\s*(?:19|20)\\d{2}\\s*[〕\\]］）)】])\\s*第?\\s*\\d{1,5}\\s*[号號]|"
    "(?:[\u4e00-\u9fff]{2,10}令|[总總]?第)\\s*第?\\s*\\d{1,5}\\s*[号號]|\\d{4}年第\\d{1,4}[号號]|第\\d{1,7}期"
)


def is_salute(text: str) -> bool:
    """此致, 敬礼！ and the like alone on a line."""
    return _SALUTE.fullmatch(text.rstrip(_MARKS)) is not None


def opens_wish(text: str) -> bool:
    """祝 alone on a line, which stands before the wish."""
    return _WISH.fullmatch(text.rstrip("：:")) is not None


def is_closing_date(text: str) -> bool:
    """A date, perhaps with its weekday, and nothing else."""
    found = sign_of(text.strip("（）()"))
    return found is not None and found.dated and any(c in text for c in "日号號月")


def is_signature(text: str) -> bool:
    """An office, a firm, or a writer with the place they write from."""
    if len(text) > _LENGTH or text[-1] in "。！？!?；，、：:":
        return False
    if _ORGAN.fullmatch("".join(text.split())) or own_line(text) or bare_names(text):
        return True
    person = _PERSON.fullmatch(text)
    return person is not None and bare_names(person.group(1).strip()) is not None


def is_close(text: str) -> bool:
    """特此公告: the line that ends a notice above its signature."""
    return _CLOSE.fullmatch(text.rstrip(_MARKS)) is not None


def is_document_number(text: str) -> bool:
    """洪府发〔2023〕4号, 第2023131期: the number an office gives what it publishes."""
    return len(text) <= 40 and _DOCUMENT.fullmatch(text) is not None
