"""What the check must not take for a fault: figures above the line, paragraphs of one line."""

from __future__ import annotations

import pytest

from edition import build, checks
from edition.model import Edition, Mark, Paragraph, Run, Runs, Section, Story

BODY = ("JU1", "PA1", "PW2", "JU2", "GR1", "PA2", "LB5")


def broken(*paragraphs: Runs, layout: str) -> list[str]:
    body = tuple(Paragraph(runs, id=f"s01b{at:02}") for at, runs in enumerate(paragraphs, 1))
    edition = Edition("x", (Section(None, (Story("s01", "石桥修好了", body),), id="sec1"),))
    report = checks.check(build.to_pdf(edition, layout).data, "x.pdf", None)
    return [f.code for f in report.findings if f.count and f.code in BODY]


@pytest.mark.parametrize("layout", [
    "newsletter", pytest.param("tabloid", marks=pytest.mark.check),
])
@pytest.mark.parametrize("mark", [Mark.SUPER, Mark.SUB])
def test_a_figure_above_or_below_the_line_does_not_part_it(layout: str, mark: Mark) -> None:
    for shift in range(0, 12, 3):
        runs = (
            Run("去年石匠们量过两次，" + "一" * shift + "水面有四百平方米，水深三米，水量约九百m"),
            Run("3", marks=(mark,)),
            Run("，桥长一里，桥头立着一块碑，上面刻着捐款人家的名字，村里人都来看过这块碑。"),
        )
        assert broken(runs, runs, layout=layout) == []


@pytest.mark.parametrize("layout", ["newsletter", "tabloid"])
@pytest.mark.parametrize("label", ["1", "①", "Ⅳ"])
def test_a_mark_of_a_note_stands_close_to_its_word(layout: str, label: str) -> None:
    runs = (
        Run("老石桥修好了"), Run(label, marks=(Mark.SUPER,)),
        Run("，村里人都说这一回修得好，走上去又平又稳"), Run(label, marks=(Mark.SUPER,)),
        Run("夜里还有灯，老人也敢出门了，大家都很高兴。"),
    )
    assert broken(runs, runs, layout=layout) == []


@pytest.mark.parametrize("layout", ["newsletter", "tabloid"])
def test_paragraphs_of_one_line_are_not_taken_for_lines_of_one(layout: str) -> None:
    short = ["桥修好了。", "人都来了！", "一句话说完了。", "“好。”", "他说：“好。”", "真的吗？"]
    assert broken(*((Run(text),) for text in short * 3), layout=layout) == []
