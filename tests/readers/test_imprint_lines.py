"""What the sidecar's imprint says is no story where it stands at the head or the foot again."""

from __future__ import annotations

import pypdfium2
import pytest

from edition import build
from edition.readers import Read, read_bytes
from edition.readers.pasted.classified import _closing
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import LineKind

SIDECAR = """paper = "山城周刊"
date = 2025-03-02
issue = "1024"
page_title = "城乡"
"""
STORY = """水库今起蓄水

水库今起蓄水，坝高一百米，库容三亿立方米，下游五县从此不再缺水，两岸的村民都来看了。

山城周刊记者在坝上看到，闸门已经落下。（方晴）
"""


def read(head: str, foot: str = "", sidecar: str = SIDECAR) -> Read:
    return read_bytes(f"{head}\n\n{STORY}\n{foot}\n".encode(), "a.txt", sidecar.encode())


@pytest.mark.parametrize("line", [
    "山城周刊", "第1024期", "2025年3月2日", "2025年3月2日 星期日", "二〇二五年三月二日",
    "2025-03-02",    "山城周刊　2025.03.02　总第1024期", "山 城 周 刊", "城乡",
])
def test_a_line_of_the_imprint_is_set_aside_and_told(line: str) -> None:
    for found in (read(line), read("", line), read(f"山城周刊\n{line}", line)):
        assert [s.headline for s in found.edition.stories] == ["水库今起蓄水"]
        assert line in {item.text for item in found.edition.furniture}
        told = [r for r in found.diagnostics if r.kind == "lines_set_aside"]
        assert told and "not_conserved" not in {r.kind for r in found.diagnostics}


@pytest.mark.parametrize("line", [
    "山城周刊创刊", "2025年3月3日大雪封山", "城乡公交今起一体化",
])
def test_what_says_more_or_otherwise_is_not(line: str) -> None:
    found = read(line)
    assert line not in {item.text for item in found.edition.furniture}


def test_without_the_imprint_it_stays_and_in_the_text_it_stays() -> None:
    assert "山城周刊" not in {f.text for f in read("山城周刊", sidecar="").edition.furniture}
    assert read("山城周刊").edition.sections[0].stories[0].text.count("山城周刊") == 1


def test_the_page_prints_the_name_once() -> None:
    document = pypdfium2.PdfDocument(build.to_pdf(build.repair(read("山城周刊")).edition).data)
    page = "".join(p.get_textpage().get_text_bounded() for p in document)
    assert "".join(page.split()).count("山城周刊记者") == 1


def test_a_letter_the_paper_signs_stays_whole() -> None:
    found = read("山城周刊", "感谢读者。\n\n此致\n敬礼！\n山城周刊\n2025年3月2日")
    assert "".join(found.edition.sections[-1].stories[-1].text.split()).endswith(
        "此致敬礼！山城周刊2025年3月2日")


class Asked(frozenset[int]):
    """Places that count how often one is looked for."""

    times = 0

    def __contains__(self, place: object) -> bool:
        type(self).times += 1
        return super().__contains__(place)


def test_the_line_above_a_run_of_imprint_lines_is_asked_once() -> None:
    texts = ["正文说到这里。", "此致", *["青石报"] * 500, "结尾。", *["青石报"] * 3]
    lines = [CopyLine(n, text) for n, text in enumerate(texts, 1)]
    kinds = [LineKind.TEXT, LineKind.CLOSING, *[LineKind.TEXT] * (len(texts) - 2)]
    printed = Asked((*range(2, 502), *range(503, 506)))
    assert _closing(lines, kinds, printed) == frozenset(range(2, 502))
    assert Asked.times <= len(printed)
