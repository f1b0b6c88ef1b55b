"""`edition review`: what is doubtful in another script, and that an answer is asked once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from edition.build import convert, read
from edition.cli import main
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.passes.script.formanswers import answer_entries, answered_house
from edition.passes.script.formdoubts import reviewed
from edition.readers.sources import from_bytes
from edition.render.editor.reviewed import COLUMNS, answered, review_sheet, review_tsv
from edition.sidecar.housememory import parse_house

COPY = (
    "钟建国的面馆\n\n本报讯（记者 余国强）钟建国在镇上开了面馆，面好。宁先生说，老人采谷，签。"
    "他们把松木都放在卷里，斗得很。\n\n后来谷很多，一张签，一个卷，冲得很快。\n\n（钟建国）\n"
)
TAG = "zh-Hant-TW"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(COPY, "utf-8")
    return file


def _story(text: str) -> Edition:
    return Edition("x", (Section(None, (Story("s01", "", (Paragraph((Run(text),)),)),)),))


def test_every_doubt_is_listed_the_riskiest_first(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(page), "--to", TAG, "--lang", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Doubtful forms: 10 (")
    assert said[1].startswith("1. 钟建国 → 鍾建國, or 鐘建國 (a surname of two forms")
    assert "places: 3)" in said[1]
    assert said[2] == "   story 1, 钟建国的面馆: 【钟建国】的面馆"


def test_a_form_accepted_is_asked_about_no_more(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = convert(read(page).edition, TAG).edition
    assert main(["review", str(page), "--to", TAG, "--strict"]) == 1
    assert main(["review", str(page), "--to", TAG, "--accept", "--strict"]) == 0
    assert "tw:@钟建国=鍾建國" in (page.parent / "house.toml").read_text("utf-8")
    after = convert(read(page).edition, TAG)
    assert not [d for d in after.diagnostics if d.kind in ("name_form", "word_form")]
    texts = [s.text for s in before.stories]
    assert [s.text for s in after.edition.stories] == texts
    capsys.readouterr()
    assert main(["review", str(page), "--to", TAG, "--strict", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No form is doubtful.\n"
    assert main(["review", str(page), "--to", "zh-Hant-HK", "--strict"]) == 1, "tw: holds for TW"


def test_answers_of_a_table_are_printed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", str(page), "--to", TAG, "--tsv"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert tuple(rows[0]) == COLUMNS
    for row in rows[1:]:
        row[4] = {"钟建国": "1", "采谷": "採穀"}.get(row[1], "")
    table = page.parent / "answers.tsv"
    table.write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    assert main(["review", str(page), "--to", TAG, "--answers", str(table), "--strict"]) == 1
    text = "".join(s.text for s in convert(read(page).edition, TAG).edition.stories)
    assert text.count("鐘建國") == 3
    assert "採穀" in text


@pytest.mark.parametrize("row", ["没有这个词\t1", "采谷\t7", "采谷\ta=b"])
def test_an_answer_to_nothing_is_an_error(
    page: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = page.parent / "answers.tsv"
    table.write_text(f"word\tanswer\n{row}\n", "utf-8")
    assert main(["review", str(page), "--to", TAG, "--answers", str(table)]) == 2
    assert "2" in capsys.readouterr().err
    assert not (page.parent / "house.toml").exists()


def test_a_table_of_other_columns_is_an_error(page: Path) -> None:
    table = page.parent / "answers.tsv"
    for copy in ("one\ttwo\n采谷\t1\n", "one\n", "", f"word\tanswer\n{'面' * 200_000}\t1\n"):
        table.write_text(copy, "utf-8")
        assert main(["review", str(page), "--to", TAG, "--answers", str(table)]) == 2
    table.write_bytes(b"\xff\xfe\x00\x00")
    assert main(["review", str(page), "--to", TAG, "--answers", str(table)]) == 2
    assert main(["review", str(page), "--to", TAG, "--answers", str(page.parent)]) == 3


def test_a_script_must_be_named(page: Path) -> None:
    assert main(["review", str(page)]) == 2
    assert main(["review", str(page), "--to", "zh-Nowhere"]) == 2
    assert main(["review", str(page.parent / "none.txt"), "--to", TAG]) == 3


def test_the_sheet_holds_every_doubt_and_no_mark_up_of_the_copy(page: Path) -> None:
    sheet = page.parent / "review.html"
    assert main(["review", str(page), "--to", TAG, "--html", str(sheet), "--lang", "en"]) == 0
    text = sheet.read_text("utf-8")
    assert text.count("<tr>") == 11
    assert '<td lang="zh-Hant-TW">鍾建國</td>' in text
    edition = replace(_story("<b>一张签</b>"), name="a&b")
    found = reviewed(edition, convert(edition, TAG).diagnostics)
    assert found
    made = review_sheet(found, edition.name, TAG, "en")
    assert "<b>" not in made
    assert "a&amp;b" in made


def test_a_doubt_outside_the_stories_is_shown_where_it_stands(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.with_suffix(".toml").write_text(
        '[[house]]\ntitle = "寄语"\ntext = "桥头一支签，收好。"\n', "utf-8"
    )
    assert main(["review", str(page), "--to", TAG, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "outside the stories: 桥头【一支签】，收好。" in said


def test_a_name_with_a_blank_is_answered_too() -> None:
    copy = "县里有了新路\n\n（钟  强）\n\n县里修好了路，大家都说好。\n"
    edition = read(from_bytes(copy.encode())).edition
    found = reviewed(edition, convert(edition, TAG).diagnostics)
    for word in ("钟强", *(one.doubt.word for one in found)):
        edition = replace(edition, glossary=(*edition.glossary, (word, f"鐘{word[1:]}")))
    assert not reviewed(edition, convert(edition, TAG).diagnostics)


@pytest.mark.parametrize("text", [
    "面", "签", "一碗面", "他说面，谷", "谷", "“面”",
    "他把卷交了上来", "abc谷def", "宁先生和后先生",
])
def test_every_doubt_has_words_that_settle_it(text: str) -> None:
    for tag in (TAG, "zh-Hant-HK"):
        edition = _story(text)
        found = reviewed(edition, convert(edition, tag).diagnostics)
        chosen = {one.doubt.word: one.doubt.chosen for one in found}
        house = answered_house(b"", "house.toml", answer_entries(found, chosen, tag))
        pairs = parse_house(house.encode(), "house.toml").pairs
        again = convert(replace(edition, glossary=pairs), tag)
        assert not [d for d in again.diagnostics if "chosen" in d.values], pairs
        assert [s.text for s in again.edition.stories] == [
            s.text for s in convert(edition, tag).edition.stories
        ]


def test_a_table_names_no_formula() -> None:
    edition = _story("=谷")
    found = reviewed(edition, convert(edition, TAG).diagnostics)
    assert all(line[0] not in "=+-@" for row in review_tsv(found).splitlines()
               for line in row.split("\t") if line)
    assert answered(found, review_tsv(found), "x") == ()
