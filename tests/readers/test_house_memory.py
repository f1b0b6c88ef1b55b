"""house.toml: what is known of a paper is used, found, and written from answers."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

import edition
from edition import build
from edition.cli import main
from edition.errors import EditionError, WrongUse
from edition.readers.sources import Source
from edition.sidecar.housememory import HouseMemory, parse_house, written_house

LONG = "清早的雾还没有散，村口已经站满了人，大家都在等第一辆班车开进山来，路边摆了三张桌子。"
MORE = "新路有十二公里长，翻过两道山梁，把六个村子同镇上的集市连在了一起，运菜的车再不用绕过河谷。"
PAGE = f"""\
山城茶馆一日游报名处

今日谈

山里的新路修好了

{LONG}

本版只看不评

{MORE}

（方晴）
"""
ANSWERS = """\
[[answers]]
line = 1
text = "山城茶馆"
do = "furniture"

[[answers]]
line = 3
text = "今日谈"
do = "kicker"
"""


def read(house: str = "", side: str = "", page: str = PAGE) -> edition.Read:
    return build.read(Source("page.txt", page.encode(), side.encode(), house=house.encode()))


def aside(found: edition.Read) -> list[str]:
    return [item.text for item in found.edition.furniture]


def test_known_furniture_is_set_aside_without_a_query_and_counted() -> None:
    found = read('furniture = ["山城茶馆一日游报名处", "本版*不评"]')
    assert aside(found) == ["山城茶馆一日游报名处", "本版只看不评"]
    told = [r for r in found.diagnostics if r.line in (1, 9)]
    assert [r.kind for r in told] == ["lines_set_aside"]
    assert told[0].values["lines"] == (1, 9)
    assert "not_conserved" not in {r.kind for r in found.diagnostics}
    assert "山城茶馆一日游报名处" not in aside(read())


def test_known_furniture_never_joins_a_wrapped_paragraph() -> None:
    body = 6 * LONG
    rows = [body[at : at + 20] for at in range(0, len(body), 20)]
    page = "\n".join(["山里的新路", *rows[:5], "本版只看不评", *rows[5:], ""])
    found = read('furniture = ["本版只看不评"]', page=page)
    assert aside(found) == ["本版只看不评"]
    assert "not_conserved" not in {r.kind for r in found.diagnostics}


@pytest.mark.parametrize(("pattern", "line", "fits"), [
    ("新闻热线*", "新闻热线：12345", True), ("*热线*", "新闻热线", True), ("第*版", "第版", True),
    ("第*版", "第三版面", False), ("ab*ba", "aba", False), ("a*b*c", "axbyc", True),
    ("a*b*c", "acb", False), ("本 版", "本版", True), ("本版", "本版面", False),
])
def test_stars_stand_for_any_characters(pattern: str, line: str, fits: bool) -> None:
    assert HouseMemory(furniture=(pattern,)).sets_aside(line) is fits


def test_many_stars_are_no_trap() -> None:
    assert not HouseMemory(furniture=("*a" * 5000 + "b",)).sets_aside("a" * 100_000)


def test_a_column_is_the_kicker_of_the_story_below() -> None:
    (story,) = read('columns = ["今日谈"]\nfurniture = ["山城茶馆*", "本版*"]').edition.stories
    assert (story.kicker, story.headline) == ("今日谈", "山里的新路修好了")


def test_sections_and_paper_stand_behind_the_sidecar() -> None:
    found = read('sections = ["今日谈"]\npaper = "山城日报"')
    assert "今日谈" in [section.title for section in found.edition.sections]
    assert found.edition.imprint.paper == "山城日报"
    assert read('paper = "山城日报"', 'paper = "柳河报"').edition.imprint.paper == "柳河报"


def test_an_answer_comes_before_the_house() -> None:
    side = ANSWERS.replace("furniture", "headline")
    assert "山城茶馆一日游报名处" not in aside(read('furniture = ["山城茶馆*"]', side))


def test_the_manner_of_bylines_is_weighed() -> None:
    def byline(house: str) -> tuple[float, bool]:
        source = Source("page.txt", PAGE.encode(), house=house.encode())
        (why,) = build.explain(source, 13)
        grounds = (*why.speaking_for, *why.speaking_against)
        weighed = any(ground.feature.startswith("house-bylines") for ground in grounds)
        return why.chance if why.part == "byline" else 0.0, weighed

    after, none, free = (byline(house) for house in (
        'bylines = "after"', 'bylines = "none"', "",
    ))
    assert after[0] > none[0] and after[0] >= free[0]
    assert none[1] and not free[1]


def test_explain_names_the_house() -> None:
    source = Source("page.txt", PAGE.encode(), house='furniture = ["山城茶馆*"]'.encode())
    (why,) = build.explain(source, 1)
    assert why.part == "furniture" and why.decided and why.decided.key == "decided_house"


@pytest.mark.parametrize(("text", "key"), [
    ("furnture = []", "furnture"), ('furniture = "x"', "furniture"), ("columns = [[]]", "columns"),
    ('sections = [""]', "sections"), ('bylines = "under"', "bylines"), ("paper = []", "paper"),
    ('furniture = ["* *"]', "furniture"),
])
def test_a_wrong_key_or_value_is_one_located_error(text: str, key: str) -> None:
    with pytest.raises(WrongUse) as fault:
        parse_house(text.encode(), "house.toml")
    assert fault.value.where == "house.toml" and f"“{key}”" in fault.value.message


def test_what_is_written_is_read_again_and_comments_stay() -> None:
    before = (
        '# Ours.\n\n# the desk knows\nfurniture = [\n  "乙",  # gone\n]\n'
        'bylines = "after"\n# end\n'
    )
    house = parse_house(before.encode(), "house.toml")
    more = house.with_more(HouseMemory(("甲\"", "乙"), ("栏",), ()))
    text = written_house(more, before)
    assert parse_house(text.encode(), "house.toml") == more
    assert more.furniture == ("乙", "甲\"") and more.bylines == "after"
    for comment in ("# Ours.", "# the desk knows", "# end"):
        assert text.count(comment) == 1
    assert text.index("# the desk knows") < text.index("furniture") < text.index("# end")
    assert written_house(more, text) == text


def page_in(folder: Path, side: str = ANSWERS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "page.toml").write_text(side, encoding="utf-8")
    return folder / "page.txt"


def test_remember_writes_what_the_answers_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = page_in(tmp_path)
    assert main(["stories", str(page), "--remember"]) == 0
    assert "house.toml" in capsys.readouterr().err
    house = tmp_path / "house.toml"
    first = house.read_bytes()
    found = parse_house(first, "house.toml")
    assert (found.furniture, found.columns) == (("山城茶馆一日游报名处",), ("今日谈",))
    assert main(["stories", str(page), "--remember", "--sandbox"]) == 0
    assert house.read_bytes() == first
    (tmp_path / "page.toml").unlink()
    assert "山城茶馆一日游报名处" in aside(build.read(page))


def test_a_line_of_one_day_or_issue_is_not_remembered(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    lines = ("2026年11月29日 星期日", "第1024期", "本版只看不评")
    page.write_text("\n\n".join(lines) + "\n\n" + PAGE, encoding="utf-8")
    (tmp_path / "page.toml").write_text("".join(
        f'[[answers]]\nline = {2 * at + 1}\ntext = "{line}"\ndo = "furniture"\n'
        for at, line in enumerate(lines)
    ), encoding="utf-8")
    assert main(["stories", str(page), "--remember"]) == 0
    found = parse_house((tmp_path / "house.toml").read_bytes(), "house.toml")
    assert found.furniture == ("本版只看不评",)


def test_remember_writes_where_house_names(tmp_path: Path) -> None:
    page, house = page_in(tmp_path / "1129"), tmp_path / "ours.toml"
    assert main(["stories", str(page), "--remember", "--house", str(house)]) == 0
    assert "今日谈" in house.read_text(encoding="utf-8")
    assert not (tmp_path / "1129" / "house.toml").exists()
    (tmp_path / "1129" / "page.toml").unlink()
    assert "山城茶馆一日游报名处" in aside(build.read(page, house=house))
    safe = build.read(page, house=house, sandbox=edition.Limits())
    assert aside(safe) == aside(build.read(page, house=house))
    with pytest.raises(EditionError):
        build.read(page, house=tmp_path / "none.toml")


def test_the_house_is_found_in_the_folders_the_path_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_in(tmp_path / "paper" / "1129", "")
    monkeypatch.chdir(tmp_path)
    known = 'furniture = ["山城茶馆*"]'
    line = "山城茶馆一日游报名处"
    (tmp_path / "house.toml").write_text(known, encoding="utf-8")
    where = os.path.join("paper", "1129")
    assert line not in aside(build.read(where)), "the working folder is not named by the path"
    (tmp_path / "paper" / "house.toml").write_text(known, encoding="utf-8")
    assert line in aside(build.read(where))
    assert line in aside(build.read(os.path.join(where, "page.txt")))
    (tmp_path / where / "house.toml").write_text("", encoding="utf-8")
    found = build.read(where)
    assert line not in aside(found), "the nearest is used"
    assert "sidecar_beside_nothing" not in {r.kind for r in found.diagnostics}


def test_a_house_beside_a_page_of_that_name_is_its_sidecar(tmp_path: Path) -> None:
    (tmp_path / "house.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "house.toml").write_text('date = 2026-11-29\n', encoding="utf-8")
    assert str(build.read(tmp_path).edition.imprint.date) == "2026-11-29"


def test_other_copy_takes_the_name_of_the_paper_alone() -> None:
    house = 'paper = "山城日报"\nfurniture = ["一段。"]'.encode()
    found = build.read(Source("page.md", "# 题\n\n一段。\n".encode(), house=house))
    assert found.edition.imprint.paper == "山城日报" and not found.edition.furniture


def test_only_plain_text_has_lines_to_remember() -> None:
    with pytest.raises(WrongUse) as fault:
        build.remember(Source("page.md", "# 题\n\n一段。\n".encode()))
    assert fault.value.kind == "explain_no_lines"


def test_copy_that_is_no_file_wants_a_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["stories", "-", "--remember", "--lang", "en"]) == 2
    assert "--house" in capsys.readouterr().err
