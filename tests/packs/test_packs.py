"""Layout packs as values, faces as files: what is accepted, and what is said of the rest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from edition.errors import MissingResource, WrongUse
from edition.packs import shelf, shipped
from edition.packs.faces import cache_folder, face_of, faces_of, roles_of
from edition.trade.regions import HONG_KONG, MAINLAND, REGIONS, TAIWAN, Region
from told import told_whole

PRESSES = (MAINLAND, TAIWAN, HONG_KONG)
ROLES = {
    "song", "song-bold", "song-heavy", "hei", "hei-bold", "hei-heavy", "kai", "fangsong", "latin",
}
BROADSHEET = shelf.template_root("broadsheet") / "layout.toml"


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of layout packs of the test's own."""
    theirs = shipped.shipped
    monkeypatch.setattr(
        shipped, "shipped", lambda name: tmp_path if name == "layouts" else theirs(name)
    )
    return tmp_path


def broken(packs: Path, old: str, new: str) -> WrongUse:
    """The error of a broadsheet in which `old` is replaced by `new`."""
    text = BROADSHEET.read_text(encoding="utf-8")
    assert old in text
    (packs / "mine").mkdir()
    (packs / "mine" / "layout.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        shelf.layout("mine")
    assert caught.value.exit_code == 2
    assert told_whole(caught.value)
    return caught.value


def test_broadsheet_is_the_page_of_the_trade() -> None:
    layout = shelf.layout("broadsheet")
    grid = layout.grid
    assert (grid.page_width, grid.page_height) == (390, 540)
    assert (grid.columns, grid.measure, grid.em) == (8, 13, 9)
    assert grid.width * grid.em * 25.4 / 72 < grid.page_width
    assert grid.margin_top + grid.rows * grid.pitch * 25.4 / 72 < grid.page_height
    assert list(layout.ladder) == sorted(layout.ladder)
    assert layout.body.size == 1


@pytest.mark.parametrize("region", PRESSES)
def test_every_role_of_every_pack_has_a_face(region: Region) -> None:
    assert set(roles_of(region)) == ROLES
    for name in shelf.layouts():
        layout = shelf.layout(name)
        for role in (layout.body, *layout.roles.values()):
            assert face_of(role.face, region).path.is_file()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("width = 390", "width = 39000", "page.width"),
        ("width = 390", "width = nan", "page.width"),
        ("width = 390", 'width = "390"', "page.width"),
        ("width = 390", "wide = 390", "page.wide"),
        ("rows = 103", "rows = 103.5", "grid.rows"),
        ("rows = 103", "rows = 200", "grid.rows"),
        ("columns = 8", "columns = 16", "grid.columns"),
        ("indent = 2", "indent = 1.5", "indent"),
        ("indent = 2", "indent = true", "indent"),
        ("indent = 2", "indentation = 2", "indentation"),
        ("[1.6, 1.8", '["1.6", 1.8', "ladder"),
        ("[1.6, 1.8", "[[1.6], 1.8", "ladder"),
        ("[1.6, 1.8", "[1.8, 1.6", "ladder"),
        ("[1.6, 1.8", "[true, 1.8", "ladder"),
        ("masthead = 9", "masthead = 60\nrow = 1", "furnishing.row"),
        ("rows = 103", "rows = 11", "furnishing"),
        ('"song-heavy"', '"comic"', "type.headline.face"),
        ('ban = "basic"', 'ban = "lax"', "ban"),
        ('ruby = "above"', 'ruby = "over"', "ruby"),
        ('ruby = "above"', "ruby = true", "ruby"),
        ("pitch_pt = 13.5", "pitch_pt = 12.6", "ruby"),
        ("[type.body]", "[type.text]", "type.body"),
        ("name = 9.2", "name = 0", "furnishing.name"),
        ("name = 9.2", 'name = "7"', "furnishing.name"),
        ("plate = 7.8", "plate = 25", "furnishing.plate"),
        ("ear = 24", "ear = 5", "furnishing.ear"),
        ("ear = 24", "ears = 24", "furnishing.ears"),
        ("columns = 8", "columns = 3", "furnishing.ear"),
    ],
)
def test_a_wrong_key_or_number_is_named(packs: Path, old: str, new: str, named: str) -> None:
    assert f"“{named}”" in str(broken(packs, old, new))


def test_a_layout_that_is_not_toml_or_not_text(packs: Path) -> None:
    broken(packs, "[page]", "[page")
    (packs / "mine" / "layout.toml").write_bytes("title = '对开'".encode("gbk"))
    with pytest.raises(WrongUse) as caught:
        shelf.layout("mine")
    assert told_whole(caught.value) and "第 10 个字节" in caught.value.told("zh-Hans")


def test_an_unfinished_layout_names_its_last_line(packs: Path) -> None:
    (packs / "mine").mkdir()
    (packs / "mine" / "layout.toml").write_text("name = 'mine'\ntitle = [\n", "utf-8")
    with pytest.raises(WrongUse) as caught:
        shelf.layout("mine")
    assert "第 2 行" in caught.value.told("zh-Hans")


@pytest.mark.parametrize("name", ["tabletop", "", "..", "../layouts/broadsheet", "/etc", "a\0b"])
def test_an_unknown_pack_lists_the_known_ones(name: str) -> None:
    with pytest.raises(WrongUse, match="broadsheet") as caught:
        shelf.layout(name)
    assert told_whole(caught.value)
    with pytest.raises(WrongUse, match="broadsheet"):
        shelf.template_root(name)


def test_the_packs_are_sheets_of_the_trade() -> None:
    assert set(shelf.layouts()) >= {"broadsheet", "newsletter", "tabloid"}
    sizes = {"broadsheet": (390, 540), "tabloid": (270, 390), "newsletter": (210, 297)}
    for name, size in sizes.items():
        grid = shelf.layout(name).grid
        assert (grid.page_width, grid.page_height) == size
        side = (grid.page_width - grid.width * grid.em * 25.4 / 72) / 2
        foot = grid.page_height - grid.margin_top - grid.rows * grid.pitch * 25.4 / 72
        assert side >= 12 and foot >= 12, f"{name}: an office printer cuts the page"
        # The type area stands in the middle of a small sheet; the broadsheet hangs lower.
        assert name == "broadsheet" or abs(foot - grid.margin_top) < 1


def test_packs_share_the_markup_of_composed_matter() -> None:
    """One body.html.j2 for all, so that a line is drawn alike in every pack."""
    assert "base" not in shelf.layouts()
    for name in ("broadsheet", "tabloid", "newsletter"):
        roots = shelf.template_roots(name)
        assert [(r / "body.html.j2").is_file() for r in roots] == [False, True]
    assert shelf.template_roots("book") == (shelf.template_root("book"),)


THEMES = [(name, theme) for name in shelf.layouts() for theme in shelf.themes(name)]


def test_the_themes_are_named_with_their_pack() -> None:
    assert {("broadsheet", "red"), ("tabloid", "red"), ("newsletter", "blue")} <= set(THEMES)
    for name in shelf.layouts():
        assert shelf.layout(name).themes == shelf.themes(name)


@pytest.mark.parametrize(("name", "theme"), THEMES)
def test_a_theme_stands_after_the_pack(name: str, theme: str) -> None:
    plain, themed = shelf.stylesheet(name), shelf.stylesheet(name, theme)
    assert themed.startswith(plain) and len(themed) > len(plain)


@pytest.mark.parametrize("theme", ["green", "", "../red", "red.css"])
def test_an_unknown_theme_lists_the_known_ones(theme: str) -> None:
    with pytest.raises(WrongUse, match="red") as caught:
        shelf.stylesheet("broadsheet", theme)
    assert caught.value.exit_code == 2 and told_whole(caught.value)


def test_a_pack_without_themes_says_so(packs: Path) -> None:
    (packs / "mine").mkdir()
    text = BROADSHEET.read_text("utf-8").replace('"broadsheet"', '"mine"')
    (packs / "mine" / "layout.toml").write_text(text, "utf-8")
    with pytest.raises(WrongUse, match="no themes") as caught:
        shelf.stylesheet("mine", "red")
    assert told_whole(caught.value)


def test_a_style_that_is_not_text(packs: Path) -> None:
    (packs / "mine").mkdir()
    text = BROADSHEET.read_text("utf-8").replace('"broadsheet"', '"mine"')
    (packs / "mine" / "layout.toml").write_text(text, "utf-8")
    (packs / "mine" / "paper.css").write_bytes("/* 红 */".encode("gbk"))
    with pytest.raises(WrongUse, match=r"paper\.css"):
        shelf.stylesheet("mine")


def test_family_names_never_clash() -> None:
    """Two files under one family name would print wrong characters without a word."""
    families = [f.family for region in PRESSES for f in faces_of(region).values()]
    assert len(families) == len(set(families)) == len(ROLES) * len(PRESSES)


def test_every_tag_has_faces() -> None:
    for region in REGIONS.values():
        assert faces_of(region).keys() == ROLES


def test_a_face_is_the_file_its_digest_names() -> None:
    face = face_of("song", MAINLAND)
    assert face.path.stem == face.digest
    assert hashlib.sha256(face.path.read_bytes()).hexdigest() == face.digest


def test_an_absent_face_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(MissingResource, match="edition setup") as caught:
        face_of("song", TAIWAN)
    assert caught.value.exit_code == 4 and told_whole(caught.value)
    assert "Noto Serif TC" in str(caught.value)


def test_a_cut_off_face_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = face_of("song", MAINLAND).path
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cut = cache_folder() / whole.name
    cut.parent.mkdir(parents=True)
    cut.write_bytes(whole.read_bytes()[:1000])
    with pytest.raises(MissingResource):
        face_of("song", MAINLAND)


def test_an_optional_face_has_a_stand_in_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    song = face_of("song", MAINLAND).path
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = cache_folder() / song.name
    kept.parent.mkdir(parents=True)
    kept.symlink_to(song)
    face = face_of("kai", MAINLAND)
    assert (face.path, face.stands_in, face.family) == (kept, "kai", "edition-kai-CN")


def test_an_unknown_role_lists_the_roles() -> None:
    with pytest.raises(WrongUse, match="fangsong") as caught:
        face_of("comic", MAINLAND)
    assert told_whole(caught.value)
