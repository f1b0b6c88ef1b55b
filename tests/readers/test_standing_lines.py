"""Lines of the page in Word files, Markdown and web pages, and heads of columns without a style."""

from __future__ import annotations

import pytest

from each_file import read_each
from edition import build
from edition.readers import Read, read_bytes
from edition.readers.sources import Source
from readers.word_parts import docx, para

HEAD = "江源日报 12月1日 第一版"
FIRST = "本报讯（记者 周建国）历时七个月的江源大桥加固工程11月29日完工，30日零时起恢复双向通行。"
SECOND = "大桥管理处提醒司机，桥面限速每小时四十公里，限载三十吨，货车请走环城北路。"
LETTER = ("编辑同志：", "我是东风社区的居民。门口的路灯坏到现在，共有七盏不亮。", "读者 林建华")
WEATHER = ("今天白天到夜间：多云转阴，偏北风三级，气温四到十一度。", "明天：小雨，气温三到八度。")
BRIEFS = ("▲县图书馆举办“冬日读书会”，一百二十名读者参加。", "▲县农商行发放冬种贷款二千三百万元。")
BRIDGE = ("江源大桥加固工程完工", FIRST, SECOND)


def word(*lines: str, sidecar: str = "") -> Read:
    data = docx("".join(map(para, lines)))
    return build.repair(read_each([Source("a.docx", data, sidecar.encode())])[0])


def kinds(found: Read) -> list[str]:
    return [remark.kind for remark in found.diagnostics]


def shape(found: Read) -> list[tuple[str | None, list[str]]]:
    return [(part.title, [s.headline for s in part.stories]) for part in found.edition.sections]


MARKED = f"{HEAD}\n\n# 江源大桥加固工程完工\n\n{FIRST}\n\n{SECOND}\n".encode()
WEB = (f"<html><body><p>{HEAD}</p><p><b>江源大桥加固工程完工</b></p><p>{FIRST}</p><p>{SECOND}</p>"
       "</body></html>").encode()


@pytest.mark.parametrize(("name", "data"), [
    ("a.docx", docx("".join(map(para, (HEAD, *BRIDGE))))), ("a.md", MARKED), ("a.html", WEB),
    ("a.docx", docx(para(HEAD) + para(BRIDGE[0], "1") + para(FIRST) + para(SECOND))),
    ("a.txt", "\n".join((HEAD, "", *BRIDGE)).encode()),
])
def test_paper_day_and_page_over_the_copy_are_set_aside_and_told(name: str, data: bytes) -> None:
    found = read_bytes(data, name)
    (story,) = found.edition.stories
    assert (story.headline, story.kicker) == (BRIDGE[0], None)
    assert [(item.line, item.text) for item in found.edition.furniture] == [(1, HEAD)]
    told = [remark for remark in found.diagnostics if remark.kind == "lines_set_aside"]
    assert [(remark.line, remark.text) for remark in told] == [(1, HEAD)]
    assert not {"not_conserved", "headline_missing", "part_unsure"} & set(kinds(found))


@pytest.mark.parametrize("lines", [
    (HEAD,), ("江源大桥加固工程完工，12月1日通车", FIRST, SECOND), (*BRIDGE, HEAD, FIRST),
])
def test_such_a_line_alone_or_inside_the_copy_is_printed(lines: tuple[str, ...]) -> None:
    found = word(*lines)
    assert not found.edition.furniture
    assert "not_conserved" not in kinds(found)


def test_an_answer_about_a_line_of_the_page_is_carried_out() -> None:
    answer = f'[[answers]]\nline = 1\ntext = "{HEAD}"\ndo = "paragraph"\n'
    found = word(HEAD, *BRIDGE, sidecar=answer)
    assert not found.edition.furniture and "not_conserved" not in kinds(found)


def test_heads_of_columns_without_a_style_begin_sections() -> None:
    found = word(HEAD, *BRIDGE, "读者来信", "路灯坏了两个月没人修", *LETTER, "天气预报", *WEATHER,
                 "简讯", *BRIEFS)
    assert shape(found) == [
        (None, [BRIDGE[0]]), ("读者来信", ["路灯坏了两个月没人修"]), ("天气预报", [""]),
        ("简讯", [""]),
    ]
    told = [r.text for r in found.diagnostics if r.kind == "section_guessed"]
    assert sorted(told) == ["天气预报", "简讯", "读者来信"]
    missing = [r.text for r in found.diagnostics if r.kind == "headline_missing"]
    assert len(missing) == 1
    assert "not_conserved" not in kinds(found)


@pytest.mark.parametrize("do", ["section", "crosshead", "paragraph"])
def test_a_head_of_a_column_is_what_the_editor_says(do: str) -> None:
    answer = f'[[answers]]\nline = 4\ntext = "天气预报"\ndo = "{do}"\n'
    found = word(*BRIDGE, "天气预报", *WEATHER, sidecar=answer)
    assert [title for title, _ in shape(found)] == (
        [None, "天气预报"] if do == "section" else [None])
    assert "section_guessed" not in kinds(found) and "not_conserved" not in kinds(found)


def test_a_column_that_the_sidecar_names_is_a_section_of_a_word_file() -> None:
    lines = (*BRIDGE, "江源夜话", "渡口的灯", SECOND, FIRST)
    found = word(*lines, sidecar='sections = ["江源夜话"]')
    assert shape(found) == [(None, [BRIDGE[0]]), ("江源夜话", ["渡口的灯"])]
    assert "section_guessed" not in kinds(found)


def test_a_column_that_the_sidecar_names_is_a_section_of_a_web_page() -> None:
    page = WEB.replace(b"</body>", (
        f"<p><b>江源夜话</b></p><p><b>渡口的灯</b></p><p>{SECOND}</p><p>{FIRST}</p></body>").encode())
    found = read_bytes(page, "a.html", 'sections = ["江源夜话"]'.encode())
    assert shape(found) == [(None, [BRIDGE[0]]), ("江源夜话", ["渡口的灯"])]
    assert not {"section_guessed", "not_conserved"} & set(kinds(found))


DECKED = (
    "青石镇橙子卖到了省城", "今年总产量预计六千吨，三成从网上卖出", "本报记者 孙丽", FIRST, SECOND,
)
DOUBTFUL = ("县医院新门诊楼启用", "首日接诊一千二百人次", FIRST, SECOND)


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_kicker_where_other_heads_have_decks_is_asked_about(name: str) -> None:
    def asked(*stories: tuple[str, ...]) -> list[str | None]:
        text = "\n\n".join("\n".join(lines) for lines in stories).encode()
        paragraphs = docx("".join(para(line) for lines in stories for line in lines))
        found = read_bytes(text if name == "a.txt" else paragraphs, name)
        return [r.text for r in found.diagnostics if r.kind == "part_unsure"]

    assert DOUBTFUL[0] in asked(DECKED, DOUBTFUL, BRIDGE)
    assert DOUBTFUL[0] not in asked(DOUBTFUL, BRIDGE)
