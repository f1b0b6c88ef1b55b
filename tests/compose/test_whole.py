"""Breaks: what belongs together stays on one line (LB5)."""

from __future__ import annotations

import pytest

from edition.compose.typesetter import Typesetter
from edition.model import Run


@pytest.mark.parametrize("before", range(1, 16))
@pytest.mark.parametrize(
    "whole",
    ["李　明", "元/㎡", "５℃", "60‰", "№7", "§5", "3:2", "3：2", "１／３", "H₂O", "10⁻³"],
)
def test_it_is_never_parted(typesetter: Typesetter, before: int, whole: str) -> None:
    text = "桥" * before + whole + "修好了人们都来看" * 2
    lines, _ = typesetter.set((Run(text),), 12)
    assert any(whole in line.text for line in lines), [line.text for line in lines]


@pytest.mark.parametrize("before", range(1, 16))
@pytest.mark.parametrize("pair", ["北京－上海", "3~5年", "３～５年", "２０２３－１１", "甲∼乙"])
def test_a_joining_sign_never_opens_a_line(
    typesetter: Typesetter, before: int, pair: str
) -> None:
    lines, _ = typesetter.set((Run("桥" * before + pair + "修好了人们都来看"),), 12)
    assert not [line.text for line in lines if line.text[0] in "－~～∼"]


@pytest.mark.parametrize("before", range(0, 14))
def test_an_address_breaks_at_its_joints(typesetter: Typesetter, before: int) -> None:
    address = "https://www.example.cn/news/2023/11/14/list.html?id=123&page=4#top"
    lines, _ = typesetter.set((Run("桥" * before + "网址" + address + "来看"),), 14)
    for line in lines[:-1]:
        assert line.text[-1] in "桥网址/.?&=-_#" or line.text.endswith("#top"), line.text
        assert not any(segment.added for segment in line.segments)
