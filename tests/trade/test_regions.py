"""A region is known everywhere or nowhere: the table, the schema, the faces, the words."""

from __future__ import annotations

import json
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from edition.errors import WrongUse
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.passes.change_script import convert
from edition.storyjson.schema import schema_text
from edition.trade.regions import REGIONS, Region, region_of

ROOT = Path(__file__).resolve().parent.parent.parent


def test_no_field_of_a_region_can_be_forgotten() -> None:
    assert all(f.default is MISSING and f.default_factory is MISSING for f in fields(Region))


def test_the_table_is_by_tag_and_an_unknown_tag_is_refused() -> None:
    assert all(region.tag == tag and region_of(tag) is region for tag, region in REGIONS.items())
    with pytest.raises(WrongUse, match="zh-Hant-HK") as caught:
        region_of("zh-CN")
    assert caught.value.exit_code == 2 and "“zh-CN”" in caught.value.told("en")


def test_the_schema_knows_each_region_and_no_other() -> None:
    schema = json.loads(schema_text("story.schema.json"))
    assert schema["properties"]["language"]["enum"] == list(REGIONS)


def test_the_register_of_faces_knows_each_region_and_no_other() -> None:
    faces = tomllib.loads((ROOT / "fonts" / "fonts.toml").read_text("utf-8"))["face"]
    named = {letters for face in faces for letters in face["regions"]}
    assert named == {region.letters for region in REGIONS.values()}


@pytest.mark.parametrize(
    ("tag", "letters", "centred", "wanted"),
    [
        ("zh-Hans", "CN", False, "“里面‘的’”"),
        ("zh-Hant", "TW", True, "「裡面『的』」"),
        ("zh-Hant-TW", "TW", True, "「裡面『的』」"),
        ("zh-Hant-HK", "HK", True, "「裏面『的』」"),
    ],
)
def test_what_each_region_is(tag: str, letters: str, centred: bool, wanted: str) -> None:
    region = region_of(tag)
    assert (region.letters, region.centred) == (letters, centred)
    paragraph = Paragraph((Run("“里面‘的’”"),))
    page = Edition("n", (Section(None, (Story("s01", "题", (paragraph,)),)),))
    (story,) = convert(page, tag)[0].stories
    assert story.body == (Paragraph((Run(wanted),)),)
