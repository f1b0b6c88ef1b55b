"""The files of a desk are its state: answers, wishes, pictures as a hand would write them."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desk.desk_made import ADDRESS, COPY, Browser, NoBench, desk_of, desk_on


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    with desk_on(tmp_path, monkeypatch) as made:
        yield made


def headlines(browser: Browser) -> list[str]:
    return [one["headline"] for one in browser.state["stories"] if not one["held"]]


def test_the_reading_is_told_line_by_line(browser: Browser) -> None:
    (file,) = browser.state["files"]
    assert file["editable"]
    parts = {number: line[1] for number, line in enumerate(file["lines"], 1) if line[1]}
    assert parts == {1: "headline", 3: "paragraph", 5: "byline", 7: "headline", 9: "paragraph",
                     11: "byline"}
    assert [line[2] for line in file["lines"] if line[1] == "headline"] == [0, 1]


def test_an_answer_is_the_line_a_hand_would_write(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=7, text="图书馆夜里", do="crosshead",
                said="[[stories]]\nmay be a crosshead \x07")
    assert browser.sidecar == (
        "# [[stories]] may be a crosshead\n[[answers]]\nline = 7\ntext = \"图书馆夜里\"\n"
        "do = \"crosshead\"\n"
    )
    assert headlines(browser) == ["石桥修好了"]
    assert [one["do"] for one in browser.state["given"]] == ["crosshead"]


def test_a_later_answer_to_the_same_line_takes_the_place_of_the_first(browser: Browser) -> None:
    for do in ("crosshead", "deck", "headline"):
        browser.ask("/answer", file="page.txt", line=7, text="图书馆", do=do)
    assert [one["do"] for one in tomllib.loads(browser.sidecar)["answers"]] == ["headline"]


def test_what_was_written_by_hand_stays(browser: Browser) -> None:
    by_hand = '# 我们的报\npaper = "南湖日报"  # 报名\n\n[plan]\n# 快一点\neffort = "quick"\n'
    browser.source.with_suffix(".toml").write_text(by_hand, encoding="utf-8")
    browser.look()
    browser.ask("/answer", 409, file="page.txt", line=7, text="图书馆", do="crosshead")
    browser.look()
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="crosshead")
    browser.ask("/pin", page=1, key="1-4x2-down")
    browser.ask("/wish", story=0, wishes={"jump": True})
    assert browser.sidecar.startswith(by_hand + 'pinned = ["1-4x2-down"]\n')
    for _ in range(3):
        browser.ask("/undo")
    assert browser.sidecar == by_hand


def test_undo_takes_back_one_change_after_the_other(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="crosshead")
    once = browser.sidecar
    browser.ask("/answer", file="page.txt", line=3, text="昨天", do="keep", query="x")
    assert browser.state["undoable"]
    browser.ask("/undo")
    assert browser.sidecar == once
    browser.ask("/undo")
    assert not browser.source.with_suffix(".toml").exists()
    assert not browser.state["undoable"]
    browser.ask("/undo", 422)


def test_undo_never_takes_back_what_another_program_has_changed(browser: Browser) -> None:
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="crosshead")
    theirs = browser.sidecar + 'paper = "x"\n'
    browser.source.with_suffix(".toml").write_text('paper = "x"\n' + browser.sidecar)
    theirs = browser.sidecar
    browser.catch_up()
    browser.ask("/undo", 422)
    assert browser.sidecar == theirs


def test_an_answer_is_taken_back_from_the_list(browser: Browser) -> None:
    for line, text in ((7, "图书馆"), (1, "石桥")):
        browser.ask("/answer", file="page.txt", line=line, text=text, do="headline")
    first = next(one for one in browser.state["given"] if one["line"] == 7)
    browser.ask("/withdraw", source="page.txt", number=first["number"])
    assert [one["line"] for one in tomllib.loads(browser.sidecar)["answers"]] == [1]


def test_copy_is_mended_in_place_and_written_on_save_alone(browser: Browser) -> None:
    text = COPY.replace("老石桥修好了，", "老石桥昨天修好了，")
    browser.ask("/edit", file="page.txt", copy=text)
    assert browser.state["unsaved"] == ["page.txt"]
    assert "老石桥昨天" in browser.state["files"][0]["lines"][2][0]
    assert browser.source.read_text() == COPY
    browser.ask("/save", file="page.txt")
    assert browser.source.read_text() == text
    assert browser.source.with_name("page.txt~").read_text() == COPY
    assert browser.state["unsaved"] == []
    browser.ask("/undo")
    assert browser.source.read_text() == text
    assert browser.state["unsaved"] == ["page.txt"]


@pytest.mark.parametrize(("encoding", "ends"), [
    ("gb18030", "\r\n"), ("big5hkscs", "\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n"),
])
def test_a_saved_file_keeps_its_encoding_and_its_line_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, ends: str
) -> None:
    text = COPY * 4
    if encoding == "big5hkscs":
        text = text.replace("图书馆", "圖書館").replace("夜里开门", "夜裡開門").replace("桥", "橋")
        text = "".join(c for c in text if c in "\n，。（）" or c.encode(encoding, "ignore"))
    copy = text.replace("\n", ends).encode(encoding)
    with desk_on(tmp_path, monkeypatch, copy) as browser:
        lines = [line[0] for line in browser.state["files"][0]["lines"]]
        lines[2] += "好"
        browser.ask("/edit", file="page.txt", copy="\n".join(lines))
        browser.ask("/save", file="page.txt")
        saved = browser.source.read_bytes()
        wanted = text.split("\n")
        wanted[2] += "好"
        assert saved.decode(encoding) == ends.join(wanted)
        assert saved[:3] == copy[:3]


def test_a_story_is_brought_to_the_lead_and_back(browser: Browser) -> None:
    browser.ask("/order", story=1, place=0)
    assert tomllib.loads(browser.sidecar)["stories"] == [{"headline": "图书馆夜里开门", "rank": 1}]
    assert [one["place"] for one in browser.state["stories"]] == [1, 0]
    browser.ask("/order", story=1, place=1)
    assert "stories" not in tomllib.loads(browser.sidecar)
    assert [one["place"] for one in browser.state["stories"]] == [0, 1]


def test_wishes_are_granted_and_taken_back(browser: Browser) -> None:
    browser.ask("/wish", story=0, wishes={"columns": 3, "brief": True, "head": "turned"})
    first = browser.state["stories"][0]
    assert (first["columns"], first["brief"], first["head"]) == (3, True, "turned")
    browser.ask("/wish", story=0, wishes={"columns": None, "brief": None, "head": None})
    assert browser.sidecar.strip() == ""
    browser.ask("/wish", 422, story=0, wishes={"colour": "red"})
    browser.ask("/wish", 422, story=0, wishes={"columns": True})
    browser.ask("/wish", 422, story=9, wishes={"columns": 2})


def png(shade: int = 90) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (600, 400), (shade, 120, 130)).save(out, "PNG")
    return out.getvalue()


def put(browser: Browser, data: bytes, **what: str) -> dict[str, object]:
    given = {"revision": browser.state["revision"], **what}
    answer = browser.client.put(
        "/picture", params=given, content=data, headers={"origin": ADDRESS}
    )
    said: dict[str, object] = answer.json()
    if answer.status_code == 200:
        browser.state = said
    return {**said, "status": answer.status_code}


def test_a_picture_dropped_on_a_story_lies_beside_the_copy(browser: Browser) -> None:
    assert put(browser, png(), story="1", name="../../一座 桥?.PNG")["status"] == 200
    assert [p.name for p in (browser.source.parent / "images").iterdir()] == ["一座-桥.png"]
    assert tomllib.loads(browser.sidecar)["pictures"] == [
        {"file": "images/一座-桥.png", "story": "图书馆夜里开门", "caption": ""}
    ]
    put(browser, png(20), story="0", name="一座 桥.png")
    assert (browser.source.parent / "images" / "一座-桥-2.png").read_bytes() == png(20)
    file = "images/一座-桥.png"
    browser.ask("/picture", file=file, source="page.txt",
                wishes={"caption": "桥", "focus": [0.1, 0.2, 0.8, 0.9]})
    assert browser.state["pictures"][1]["focus"] == [0.1, 0.2, 0.8, 0.9]
    assert browser.client.get("/shown", params={"name": file}).content == png()
    browser.ask("/picture", file=file, source="page.txt", remove=True)
    assert [one["story"] for one in browser.state["pictures"]] == [0]


def test_what_is_no_picture_is_not_kept(browser: Browser) -> None:
    said = put(browser, b"<svg onload='alert(1)'/>", story="0", name="x.svg")
    assert said["status"] == 422
    assert not (browser.source.parent / "images").exists()
    assert browser.sidecar == ""


def test_the_desk_follows_what_another_program_writes(browser: Browser) -> None:
    browser.source.write_text(COPY.replace("石桥修好了", "石桥通车了"), encoding="utf-8")
    for _ in range(100):
        if headlines(browser)[0] == "石桥通车了":
            break
        browser.client.get("/words")
        browser.look()
    assert headlines(browser)[0] == "石桥通车了"


def test_a_broken_sidecar_is_told_and_the_last_reading_stays(browser: Browser) -> None:
    browser.source.with_suffix(".toml").write_text("paper = ", encoding="utf-8")
    browser.ask("/answer", 409, file="page.txt", line=7, text="图书馆", do="crosshead")
    assert "page.toml" in browser.look()["fault"]
    assert headlines(browser) == ["石桥修好了", "图书馆夜里开门"]
    assert browser.sidecar == "paper = "


def test_a_sidecar_written_inline_is_left_alone(browser: Browser) -> None:
    inline = 'answers = [{line = 1, text = "石桥", do = "headline"}]\n'
    browser.source.with_suffix(".toml").write_text(inline, encoding="utf-8")
    browser.ask("/answer", 409, file="page.txt", line=7, text="图书馆", do="crosshead")
    browser.look()
    said = browser.ask("/answer", 422, file="page.txt", line=7, text="图书馆", do="crosshead")
    assert "page.toml" in str(said["message"])
    assert browser.sidecar == inline


def test_two_browsers_do_not_lose_each_others_answers(browser: Browser) -> None:
    before = browser.state["revision"]
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="crosshead")
    said = browser.ask("/answer", 409, revision=before, file="page.txt", line=1, text="石桥",
                       do="section")
    assert [one["do"] for one in tomllib.loads(browser.sidecar)["answers"]] == ["crosshead"]
    assert said["state"]["revision"] == browser.state["revision"]
    assert said["message"]
    assert [one["do"] for one in said["state"]["given"]] == ["crosshead"]


def test_a_folder_keeps_its_answers_in_one_sidecar_that_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(COPY, encoding="utf-8")
    with desk_of(tmp_path, monkeypatch) as browser:
        browser.ask("/answer", file="b.txt", line=7, text="图书馆", do="crosshead")
        browser.ask("/wish", story=2, wishes={"brief": True})
        table = tomllib.loads((tmp_path / "edition.toml").read_text(encoding="utf-8"))
        assert table["answers"][0]["file"] == "b.txt"
        assert table["stories"] == [{"headline": 3, "brief": True}]
        assert [one["brief"] for one in browser.state["stories"]] == [False, False, True]


def test_the_old_file_that_a_save_keeps_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "b.txt~").write_text(COPY, encoding="utf-8")
    with desk_of(tmp_path, monkeypatch) as browser:
        browser.ask("/edit", file="a.txt", copy=COPY + "\n新的一篇\n")
        browser.ask("/save", file="a.txt")
        assert (tmp_path / "a.txt~").exists()
        left = [q["text"] for q in browser.state["queries"] if q["kind"] == "other_left_out"]
        assert left == ["b.txt~"]


def test_every_change_orders_the_page_anew_and_nothing_else_does(browser: Browser) -> None:
    count = len(NoBench.orders)
    browser.look()
    browser.client.get("/page")
    assert len(NoBench.orders) == count
    browser.ask("/answer", file="page.txt", line=7, text="图书馆", do="crosshead")
    assert [task.want for task in NoBench.orders[count:]] == ["page"]
    browser.ask("/view", to="zh-Hant-TW", layout="tabloid")
    assert (NoBench.orders[-1].to, NoBench.orders[-1].layout) == ("zh-Hant-TW", "tabloid")
    browser.ask("/view", 422, to="xx", layout="tabloid")
