"""Values as given: an issue and a page label print as they stand, once; dates as people write them.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from edition import build
from edition.errors import UnreadableInput, WrongUse
from edition.readers import read_bytes
from edition.sidecar.parse import parse_sidecar
from edition.trade.issuenumbers import issue_number, issue_printed, page_label
from edition.trade.writtendates import NoDate, given_date

COPY = (
    "码头边新添一座便民亭\n\n昨天上午，东渡口码头边新添的便民亭开门了。亭子不大。\n\n"
    "（记者 林小禾）\n"
)
DAY = date(2026, 11, 29)


@pytest.mark.parametrize(("given", "printed", "number"), [
    ('"第4218期"', "第4218期", "4218"),
    ("12", "第12期", "12"),
    ('"12"', "第12期", "12"),
    ('"总第1024期"', "总第1024期", "1024"),
    ('"第12期（总第1024期）"', "第12期（总第1024期）", "12"),
    ('"特刊"', "特刊", None),
])
def test_an_issue_prints_once_as_it_stands(
    given: str, printed: str, number: str | None, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(COPY, encoding="utf-8")
    page.with_suffix(".toml").write_text(
        f'paper = "东渡报"\ndate = 2026-03-05\nissue = {given}\n', encoding="utf-8"
    )
    edition = build.read(page).edition
    paper = build.to_pdf(edition, "newsletter")
    text = "".join(
        p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(paper.data)
    )
    solid = re.sub(r"\s", "", text)
    assert solid.count(printed) == 1
    assert solid.replace("星期", "").count("期") == printed.count("期")
    with zipfile.ZipFile(io.BytesIO(build.to_epub(edition).data)) as book:
        package = book.read("EPUB/content.opf").decode()
        cover = book.read("EPUB/cover.xhtml").decode()
        ncx = book.read("EPUB/toc.ncx").decode()
    (title,) = re.findall(r"<dc:title[^>]*>([^<]*)<", package)
    (alt,) = re.findall(r'alt="([^"]*)"', cover)
    (doc,) = re.findall(r"<docTitle><text>([^<]*)<", ncx)
    for said in (title, alt, doc):
        assert said.count(printed) == 1, said
        assert said.replace("星期", "").count("期") == printed.count("期"), said
    places = re.findall(r'property="group-position"[^>]*>([^<]*)<', package)
    assert places == ([] if number is None else [number])


@pytest.mark.parametrize(("given", "printed", "number"), [
    ("第十二期", "第十二期", 12), ("一千零二十四", "第一千零二十四期", 1024),
    ("２０２６年第１２期", "２０２６年第１２期", 12), ("1,024", "第1,024期", 1024),
    ("No. 7", "No. 7", 7),
    ("總第88期（第3期）", "總第88期（第3期）", 3), ("第3卷第2期", "第3卷第2期", 2),
    ("12期", "12期", 12),
    ("2026-12", "第2026-12期", None), ("", "", None),
])
def test_a_number_is_read_for_the_metadata_alone(
    given: str, printed: str, number: int | None
) -> None:
    assert issue_printed(given, "第{}期") == printed
    assert issue_number(given) == number


@pytest.mark.parametrize(("given", "label"), [
    ("第3版", "3"), ("B2", "B2"), ("A3版", "A3"), ("第B2版", "B2"), ("三", "三"), ("第三版", "3"),
    ("第一版", "1"), ("第十二版面", "12"), ("一版", "1"),
    ("增刊", "增刊"), ("第1版面", "1"),
])
def test_a_page_label_is_freed_of_the_words_it_is_printed_in(given: str, label: str) -> None:
    assert page_label(given) == label


@pytest.mark.parametrize("written", [
    "2026-11-29", "2026年11月29日", "2026年11月29号", "2026 年 11 月 29 日",
    "２０２６年１１月２９日",
    "2026年11月29日 星期日", "星期日 2026年11月29日", "2026年11月29日（周日）", "2026.11.29",
    "2026/11/29",
    "29/11/2026", "11/29/2026", "29.11.2026", "29-11-2026", "20261129", "2026-W48-7",
    "二〇二六年十一月二十九日", "二零二六年十一月廿九日", "二○二六年十一月二十九日",
    "民国115年11月29日",
    "中華民國一一五年十一月二十九日", "29 November 2026", "29th Nov 2026", "November 29, 2026",
    "Sunday, 29 Nov 2026", "2026-11-29T08:00:00+08:00", "2026-11-29T23:30:00Z", "2026-11-29 08:00",
    "2026年11月29日 上午8时30分", "2026-11-29T08:00:00+08:00[Asia/Shanghai]",
])
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert given_date(written).day == DAY
    found = parse_sidecar(f'date = "{written}"'.encode(), "page.toml")
    assert found.imprint.date == DAY and found.imprint.extra == ()
    front = f"---\ndate: {written}\n---\n\n# 渡口修好了\n\n老渡口昨天修好了。\n"
    assert read_bytes(front.encode(), "page.md").edition.imprint.date == DAY


def test_a_toml_date_time_is_the_day_it_says() -> None:
    for written in ("2026-11-29T23:30:00+08:00", "2026-11-29T23:30:00Z", "2026-11-29 23:30:00"):
        assert parse_sidecar(f"date = {written}".encode(), "p.toml").imprint.date == DAY


@pytest.mark.parametrize("written", [
    "2026年11月29日 农历丙午年十月廿一", "2026年11月29日（农历丙午年十月廿一）",
    "2026年11月29日 星期日 农历：丙午年十月廿一",
])
def test_the_farmers_calendar_beside_it_is_kept_as_text(written: str) -> None:
    found = parse_sidecar(f'date = "{written}"'.encode(), "page.toml").imprint
    assert found.date == DAY
    assert found.extra == (("农历", "丙午年十月廿一"),)


@pytest.mark.parametrize(("written", "why"), [
    ("03/04/2026", "two_days"),
    ("3.4.2026", "two_days"), ("2026年11月29日 星期五", "other_weekday"),
    ("2026年2月30日", "no_date"), ("31/11/2026", "no_date"),
    ("2026年11月", "no_date"), ("明天", "no_date"),
    ("26年11月29日", "no_date"),
    ("2026-11-29至2026-12-01", "no_date"), ("2026年11月29日—30日", "no_date"),
    ("丙午年十月廿一", "no_date"), ("2026年11月29日" * 30, "no_date"), ("0000-00-00", "no_date"),
    ("99999999999", "no_date"), ("一" * 100, "no_date"),
])
def test_what_is_no_certain_day_is_refused(written: str, why: str) -> None:
    with pytest.raises(NoDate) as fault:
        given_date(written)
    assert fault.value.why == why
    with pytest.raises(WrongUse) as told:
        parse_sidecar(f'date = "{written}"'.encode(), "page.toml")
    assert told.value.where == "page.toml" and "“date”" in told.value.message
    assert "{" not in told.value.message
    front = f"---\ndate: {written}\n---\n\n# 渡口修好了\n\n老渡口昨天修好了。\n"
    with pytest.raises(UnreadableInput) as refused:
        read_bytes(front.encode(), "page.md")
    assert "{" not in refused.value.message


def test_an_ambiguous_day_names_both() -> None:
    with pytest.raises(WrongUse) as told:
        parse_sidecar(b'date = "03/04/2026"', "page.toml")
    assert "2026-04-03" in told.value.message and "2026-03-04" in told.value.message


def test_other_words_beside_a_day_are_not_lost() -> None:
    with pytest.raises(WrongUse):
        parse_sidecar('date = "2026年11月29日 晴转多云"'.encode(), "page.toml")
