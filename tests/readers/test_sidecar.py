"""Pictures, advertisements, house copy, ears and wishes: from the sidecar into the edition."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from edition import build
from edition.errors import Severity, UnreadableInput, WrongUse
from edition.limits import LIMITS
from edition.model import Ear, Edition, Figure, Paragraph, Story, plain
from edition.passes.change_script import convert
from edition.readers import Read, read_bytes, sources
from edition.readers.sources import load
from edition.sidecar.parse import parse_sidecar

COPY = """山里的新路

雨停的时候，村里的人都出来看新路。路从山脚一直通到山顶，全长十二公里。

图为新路通车。

老人们说，走了一辈子山路，今天终于有了大路。

（方晴）


河边的小学

河边的小学今年招收了三十名新生，校长说这是十年来最多的一次，大家都很高兴。

（林远）
"""
PAGE = COPY.encode()


def png(width: int = 30, height: int = 20, ink: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), ink).save(out, "PNG")
    return out.getvalue()


def read(side: str, **files: bytes) -> Read:
    pictures = {name.replace("_", "."): data for name, data in files.items()}
    return read_bytes(PAGE, "a.txt", side.encode(), pictures)


def story(edition: Edition, number: int) -> Story:
    return list(edition.stories)[number - 1]


def figures(edition: Edition) -> list[Figure]:
    return [b for s in edition.stories for b in s.body if isinstance(b, Figure)]


def kinds(found: Read) -> list[str]:
    return [d.kind for d in found.diagnostics]


def test_the_copy_reads_as_thought() -> None:
    """Two stories; the first has a caption that waits for its picture."""
    found = read("")
    assert [s.headline for s in found.edition.stories] == ["山里的新路", "河边的小学"]
    assert "caption_without_picture" in kinds(found)
    assert found == read_bytes(PAGE, "a.txt")


# --- pictures


def test_a_picture_stands_before_the_first_paragraph() -> None:
    found = read(
        '[[pictures]]\nfile = "b.png"\nstory = "河边的小学"\ncaption = "新生入学。"\n'
        'credit = "林远 摄"\nalt = "操场上的学生"\nfocus = [0.1, 0, 0.9, 1]\noptional = true\n',
        b_png=png(),
    )
    first = story(found.edition, 2).body[0]
    assert isinstance(first, Figure)
    assert (first.src, first.pixels, plain(first.caption)) == ("b.png", (30, 20), "新生入学。")
    assert (first.credit, first.alt, first.optional) == ("林远 摄", "操场上的学生", True)
    assert first.focus == (0.1, 0.0, 0.9, 1.0) and first.id == "s02b01"
    assert story(found.edition, 2).body[1].id == "s02b02"
    (picture,) = found.edition.pictures
    assert (picture.name, picture.media, picture.data) == ("b.png", "image/png", png())


def test_pictures_of_one_story_keep_their_order_and_may_stand_last() -> None:
    side = "".join(
        f'[[pictures]]\nfile = "{n}.png"\nstory = 2\n{more}' for n, more in
        (("a", ""), ("b", ""), ("c", 'place = "last"\n'))
    )
    found = read(side, a_png=png(1), b_png=png(2), c_png=png(3))
    body = story(found.edition, 2).body
    sources = [b.src if isinstance(b, Figure) else "text" for b in body]
    assert sources[:2] == ["a.png", "b.png"] and sources[-1] == "c.png"
    assert "text" in sources


def test_the_copys_own_caption_takes_the_picture() -> None:
    found = read(
        '[[pictures]]\nfile = "a.png"\nstory = 1\ncaption = "图为新路通车。"\ncredit = "方晴 摄"\n',
        a_png=png(),
    )
    (figure,) = figures(found.edition)
    assert (figure.src, figure.credit, figure.lines) == ("a.png", "方晴 摄", (5,))
    assert not isinstance(story(found.edition, 1).body[0], Figure), "it stays where the copy has it"
    assert "caption_without_picture" not in kinds(found)


def test_a_missing_picture_is_an_error_and_its_caption_stays() -> None:
    found = read('[[pictures]]\nfile = "x.png"\nstory = 2\ncaption = "新生入学。"\n')
    (fault,) = [d for d in found.diagnostics if d.kind == "picture_missing"]
    assert fault.severity is Severity.ERROR and fault.story == 2
    assert "x.png" in fault.message and "a.toml" in fault.message
    figure = story(found.edition, 2).body[0]
    assert isinstance(figure, Figure) and figure.src is None and figure.pixels is None
    assert plain(figure.caption) == "新生入学。" and found.edition.pictures == ()


def test_a_missing_picture_leaves_the_copys_caption_alone() -> None:
    found = read('[[pictures]]\nfile = "x.png"\nstory = 1\ncaption = "图为新路通车。"\n')
    (figure,) = figures(found.edition)
    assert figure.src is None and plain(figure.caption) == "图为新路通车。"
    assert {"picture_missing", "caption_without_picture"} <= set(kinds(found))


@pytest.mark.parametrize("named", ['"没有的标题"', "3"])
@pytest.mark.parametrize("table", ["pictures", "stories"])
def test_an_entry_that_fits_no_story_is_named(table: str, named: str) -> None:
    key = "story" if table == "pictures" else "headline"
    file = 'file = "a.png"\ncaption = "新生入学。"\n' if table == "pictures" else ""
    found = read(f"[[{table}]]\n{key} = {named}\n{file}", a_png=png())
    (fault,) = [d for d in found.diagnostics if d.kind == "no_such_story"]
    assert fault.severity is Severity.WARNING
    assert f"[[{table}]] 1" in fault.message and named.strip('"') in fault.message
    assert found.edition.pictures == () and len(figures(found.edition)) == 1


def test_two_stories_of_one_headline_are_told_apart_by_number() -> None:
    copy = (COPY + "\n\n" + COPY).encode()
    found = read_bytes(copy, "a.txt", '[[stories]]\nheadline = "河边的小学"\nrank = 1\n'.encode())
    assert "story_ambiguous" in kinds(found)
    assert [s.rank for s in found.edition.stories] == [None, 1, None, None]


@pytest.mark.parametrize("copy", ["图为新路通车。\n\n方晴 摄", "方晴 摄\n\n图为新路通车。"])
@pytest.mark.parametrize("given", ["方晴 摄", "林远 摄", ""])
def test_the_copys_own_credit_goes_with_its_caption(copy: str, given: str) -> None:
    side = '[[pictures]]\nfile = "a.png"\nstory = 1\ncaption = "图为新路通车。"\n'
    side += f'credit = "{given}"\n'
    found = read_bytes(
        COPY.replace("图为新路通车。", copy).encode(), "a.txt", side.encode(), {"a.png": png()}
    )
    (figure,) = figures(found.edition)
    assert (figure.src, figure.credit, figure.lines) == ("a.png", "方晴 摄", (5, 7))
    assert ("credit_at_odds" in kinds(found)) == (given == "林远 摄")


def test_a_credit_inside_the_caption_is_not_set_twice() -> None:
    copy = COPY.replace("图为新路通车。", "图为新路通车。方晴 摄")
    side = '[[pictures]]\nfile = "a.png"\nstory = 1\n'
    side += 'caption = "图为新路通车。"\ncredit = "方晴 摄"\n'
    found = read_bytes(copy.encode(), "a.txt", side.encode(), {"a.png": png()})
    (figure,) = figures(found.edition)
    assert figure.src == "a.png" and figure.credit is None


# --- the rest


def test_advertisements_house_copy_ears_and_wishes() -> None:
    found = read(
        '[[advertisements]]\npage = 1\ncolumns = 8\nrows = 12\n'
        'text = """\n山城茶馆\n新茶上市\n"""\n'
        '[[advertisements]]\npage = 2\ncolumns = 4\nrows = 20\nfile = "a.png"\n'
        '[[house]]\ntitle = "公益广告"\ntext = "节约用水。"\n[[house]]\ntext = "早睡早起。"\n'
        '[[ears]]\ntitle = "今日天气"\nlines = ["晴", "12℃"]\n'
        '[[stories]]\nheadline = 2\nrank = 1\nbrief = true\njump = true\npage = 2\ncolumns = 4\n',
        a_png=png(),
    ).edition
    one, two = found.advertisements
    assert (one.id, one.page, one.columns, one.rows) == ("ad1", 1, 8, 12)
    assert one.text == "山城茶馆\n新茶上市" and one.picture is None
    assert (two.id, two.picture) == ("ad2", "a.png") and found.pictures[0].name == "a.png"
    assert [(h.id, h.title, h.text) for h in found.house_copy] == [
        ("house1", "公益广告", "节约用水。"), ("house2", None, "早睡早起。")
    ]
    assert found.ears == (Ear("今日天气", ("晴", "12℃")),)
    wished = story(found, 2)
    assert (wished.rank, wished.brief, wished.jump, wished.page, wished.columns) == (
        1, True, True, 2, 4
    )
    assert story(found, 1).rank is None


def test_all_of_it_is_converted() -> None:
    found = read(
        '[[advertisements]]\npage = 1\ncolumns = 8\nrows = 12\ntext = "书店开业"\n'
        '[[house]]\ntitle = "节约"\ntext = "节约用电。"\n'
        '[[ears]]\ntitle = "天气"\nlines = ["阴转晴"]\n'
        '[[pictures]]\nfile = "a.png"\nstory = 2\ncaption = "书声"\nalt = "学生"\n',
        a_png=png(),
    ).edition
    turned = convert(found, "zh-Hant-TW")[0]
    assert turned.advertisements[0].text == "書店開業"
    assert turned.house_copy[0].title == "節約" and turned.house_copy[0].text == "節約用電。"
    assert turned.ears[0].title == "天氣" and turned.ears[0].lines == ("陰轉晴",)
    assert [f.alt for f in figures(turned)][-1] == "學生"
    assert turned.pictures == found.pictures


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[pictures]]\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "a.png"\n', "pictures.story"),
        ('[[pictures]]\nfile = "a.png"\nstory = 0\n', "pictures.story"),
        ('[[pictures]]\nfile = "a.png"\nstory = true\n', "pictures.story"),
        ('[[pictures]]\nfile = "../a.png"\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "/etc/passwd"\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "C:/a.png"\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "a\\\\b.png"\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "a/../../b.png"\nstory = 1\n', "pictures.file"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nfocus = [0, 0, 1]\n', "pictures.focus"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nfocus = [0.5, 0, 0.5, 1]\n', "pictures.focus"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nfocus = [0, 0, 1, 2]\n', "pictures.focus"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nfocus = [0, 0, 1, nan]\n', "pictures.focus"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\noptional = "yes"\n', "pictures.optional"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nplace = "top"\n', "pictures.place"),
        ('[[pictures]]\nfile = "a.png"\nstory = 1\nsize = 3\n', "pictures.size"),
        ('pictures = "a.png"\n', "pictures"),
        ("[[advertisements]]\npage = 1\ncolumns = 8\nrows = 12\n", "advertisements"),
        ('[[advertisements]]\ncolumns = 8\nrows = 12\ntext = "x"\n', "advertisements.page"),
        ('[[advertisements]]\npage = 1\ncolumns = 0\nrows = 12\ntext = "x"\n',
         "advertisements.columns"),
        ('[[advertisements]]\npage = 1\ncolumns = 8\nrows = 1.5\ntext = "x"\n',
         "advertisements.rows"),
        ('[[advertisements]]\npage = 1\ncolumns = 8\nrows = 2\ntext = 3\n', "advertisements.text"),
        ('[[house]]\ntitle = "x"\n', "house.text"),
        ('[[ears]]\nlines = ["x"]\n', "ears.title"),
        ('[[ears]]\ntitle = "x"\nlines = "y"\n', "ears.lines"),
        ('[[ears]]\ntitle = "x"\n' * 3, "ears"),
        ("[[stories]]\nrank = 1\n", "stories.headline"),
        ('[[stories]]\nheadline = ""\n', "stories.headline"),
        ('[[stories]]\nheadline = 1\nrank = "first"\n', "stories.rank"),
        ("[[stories]]\nheadline = 1\njump = 1\n", "stories.jump"),
        ("[[stories]]\nheadline = 1\nfolio = 1\n", "stories.folio"),
    ],
)
def test_a_wrong_value_names_file_and_key(text: str, key: str) -> None:
    with pytest.raises(WrongUse) as caught:
        parse_sidecar(text.encode(), "a.toml")
    assert "a.toml" in caught.value.message and f"“{key}”" in caught.value.message


# --- files


def folder(tmp_path: Path, side: str, name: str = "edition.toml") -> Path:
    (tmp_path / "a.txt").write_bytes(PAGE)
    (tmp_path / name).write_text(side, encoding="utf-8")
    return tmp_path


ONE = '[[pictures]]\nfile = "images/桥 1.png"\nstory = 1\n'


def test_pictures_are_read_from_under_the_copys_folder(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "桥 1.png").write_bytes(png())
    edition = build.read(tmp_path / "a.txt").edition
    assert [p.name for p in edition.pictures] == ["images/桥 1.png"]
    assert figures(edition)[0].src == "images/桥 1.png"


def test_a_picture_that_is_not_there_is_no_end_of_the_run(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    assert "picture_missing" in kinds(build.read(tmp_path))


@pytest.mark.parametrize("link", ["images", "images/桥 1.png"])
def test_no_link_leads_out_of_the_folder(tmp_path: Path, link: str) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside"
    for path in (home, outside):
        path.mkdir()
    (outside / "桥 1.png").write_bytes(png())
    folder(home, ONE)
    if link == "images":
        (home / "images").symlink_to(outside)
    else:
        (home / "images").mkdir()
        (home / link).symlink_to(outside / "桥 1.png")
    with pytest.raises(UnreadableInput, match="out of its folder"):
        load([home])


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    (tmp_path / "images").mkdir()
    (tmp_path / "b.png").write_bytes(png())
    (tmp_path / "images" / "桥 1.png").symlink_to(tmp_path / "b.png")
    assert load([tmp_path])[0].pictures == {"images/桥 1.png": png()}


def test_sizes_are_asked_before_a_byte_is_read(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    (tmp_path / "images").mkdir()
    with (tmp_path / "images" / "桥 1.png").open("wb") as file:
        file.truncate(LIMITS.picture_bytes + 1)
    with pytest.raises(UnreadableInput, match="too large"):
        load([tmp_path / "a.txt"])
    assert [r.kind for r in load([tmp_path])[0].remarks] == ["picture_left_out"]


def test_the_pictures_together_have_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(PAGE)
        (tmp_path / f"{name}.toml").write_text(ONE.replace("images/桥 1", name), encoding="utf-8")
        (tmp_path / f"{name}.png").write_bytes(png())
    monkeypatch.setattr(sources, "_ALL_PICTURES", 2 * len(png()))
    assert len(load([tmp_path])) == 2
    monkeypatch.setattr(sources, "_ALL_PICTURES", 2 * len(png()) - 1)
    with pytest.raises(UnreadableInput, match="together"):
        load([tmp_path])


def test_a_folder_in_place_of_a_picture_is_refused(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    (tmp_path / "images" / "桥 1.png").mkdir(parents=True)
    with pytest.raises(UnreadableInput):
        load([tmp_path / "a.txt"])
    assert [r.kind for r in load([tmp_path])[0].remarks] == ["picture_left_out"]


def test_a_damaged_picture_ends_the_run_and_is_named(tmp_path: Path) -> None:
    folder(tmp_path, ONE)
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "桥 1.png").write_bytes(png()[:40])
    with pytest.raises(UnreadableInput) as caught:
        build.read(tmp_path / "a.txt")
    assert "桥 1.png" in caught.value.message
    assert "picture_left_out" in kinds(build.read(tmp_path))


# --- several files


def test_one_sidecar_of_a_folder_reaches_all_its_stories_once(tmp_path: Path) -> None:
    folder(
        tmp_path,
        '[[pictures]]\nfile = "a.png"\nstory = 3\n[[stories]]\nheadline = 4\nrank = 1\n'
        '[[advertisements]]\npage = 1\ncolumns = 8\nrows = 12\ntext = "茶"\n'
        '[[house]]\ntext = "节约用水。"\n[[ears]]\ntitle = "天气"\n',
    )
    (tmp_path / "b.txt").write_bytes(PAGE.replace("山里的".encode(), "海边的".encode()))
    (tmp_path / "a.png").write_bytes(png())
    found = build.read(tmp_path)
    edition = found.edition
    assert [s.headline for s in edition.stories][2] == "海边的新路"
    first = story(edition, 3).body[0]
    assert isinstance(first, Figure) and (first.src, first.id) == ("a.png", "s03b01")
    assert [s.rank for s in edition.stories] == [None, None, None, 1]
    assert len(edition.advertisements) == len(edition.house_copy) == len(edition.ears) == 1
    assert "no_such_story" not in kinds(found)


def test_pictures_of_one_name_in_two_folders_are_two_pictures(tmp_path: Path) -> None:
    paths = []
    for name, ink in (("one", "red"), ("two", "blue"), ("three", "red")):
        home = tmp_path / name
        home.mkdir()
        folder(home, '[[pictures]]\nfile = "a.png"\nstory = 2\n', "a.toml")
        (home / "a.png").write_bytes(png(ink=ink))
        paths.append(home / "a.txt")
    edition = build.read(*paths).edition
    assert [p.name for p in edition.pictures] == ["a.png", "two/a.png"]
    assert [f.src for f in figures(edition) if f.src] == ["a.png", "two/a.png", "a.png"]
    assert [b.src for n in (2, 4, 6) if isinstance(b := story(edition, n).body[0], Figure)] == [
        "a.png", "two/a.png", "a.png"
    ]


def test_a_sidecar_of_one_file_counts_that_files_stories(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE)
    (tmp_path / "b.txt").write_bytes(PAGE)
    (tmp_path / "b.toml").write_text("[[stories]]\nheadline = 1\nrank = 1\n", encoding="utf-8")
    edition = build.read(tmp_path).edition
    assert [s.rank for s in edition.stories] == [None, None, 1, None]


def test_no_word_of_the_copy_is_touched() -> None:
    plain_copy, pictured = read(""), read(
        '[[pictures]]\nfile = "a.png"\nstory = 1\ncaption = "图为新路通车。"\n'
        '[[pictures]]\nfile = "a.png"\nstory = 2\n[[stories]]\nheadline = 1\nbrief = true\n',
        a_png=png(),
    )
    before, after = (
        [b.runs for s in found.edition.stories for b in s.body if isinstance(b, Paragraph)]
        for found in (plain_copy, pictured)
    )
    assert before == after
