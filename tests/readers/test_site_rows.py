"""Lines that a site sets round its articles are no rows of a label and its text."""

from __future__ import annotations

import pytest

from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.formsigns import signs
from edition.readers.pasted.linekinds import LineKind

COPY = "连日来，镇里组织机手下田，八万亩小麦一周之内收完，机收率达到九成九，比去年快了两天。"


@pytest.mark.parametrize("stamp", [
    "2021-12-03 08:15:20　来源: 柳河新闻网 举报", "时间：2021-12-03 06:23 来源： 柳河日报",
    "发布日期: 2021-12-03", "首页 > 新闻 > 正文", "日期：Fri, 03 Dec 2021 09:24:07 +0000",
    "责任编辑：钱芳", "版权声明 来源：柳河日报 时间：2021-12-03",
])
def test_a_headline_with_a_colon_beside_a_line_of_a_site_is_no_row(stamp: str) -> None:
    lines, _ = page_lines(f"柳河镇:冬修水利正当时\n{stamp}\n{COPY}", "页")
    assert LineKind.ENTRY not in signs(lines)


def test_stamps_are_no_table() -> None:
    stamps = "更新時間：12:56 2025-11-29\n發佈時間：12:50 2025-11-29"
    lines, _ = page_lines(f"柳河水庫蓄水\n{stamps}\n{COPY}", "頁")
    assert LineKind.TABLE not in signs(lines)


def test_rows_of_a_notice_stay_rows() -> None:
    notice = "招聘启事\n岗位：机修工\n时间：2021年12月3日 9:00\n地点：二楼\n电话：0000-1234567"
    lines, _ = page_lines(notice, "页")
    assert signs(lines)[1:] == [LineKind.ENTRY] * 4
