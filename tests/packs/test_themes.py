"""What a theme may hold: colours everywhere, faces in the furniture, nothing that has a length."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.errors import WrongUse
from edition.packs import shelf
from edition.packs.themes import check_theme
from packs.made_packs import made_pack
from told import told_whole


@pytest.mark.parametrize(
    "css",
    [
        "",
        "/* nothing */",
        ".masthead h1 { color: #c8102e }",
        ".masthead h1 { color: red; font-family: var(--hei-heavy) }",
        ".masthead h1, .folio .name { font-family: var( --song ) }",
        ".section .tab { background: rgb(10, 20, 30); border-color: #123 }",
        ".masthead::after { border-top-color: #c8102e }",
        ".rule { border-color: #999 }",
    ],
)
def test_colours_and_the_faces_of_the_furniture(css: str) -> None:
    check_theme(css, "red.css")


@pytest.mark.parametrize(
    ("css", "named"),
    [
        (".l { left: 0 }", "left"),
        (".l { LEFT: 0 }", "left"),
        (r".l { l\65 ft: 0 }", "left"),
        (".l { color: red; /* } */ letter-spacing: 1em }", "letter-spacing"),
        ("html { font-size: 12pt }", "font-size"),
        (".page { transform: scale(2) }", "transform"),
        (".masthead h1 { display: none }", "display"),
        (".masthead h1::after { content: 'x' }", "content"),
        (".box { border: 4pt solid red }", "border"),
        (".box { border-width: 4pt }", "border-width"),
        (":root { --row: 9pt }", "--row"),
        ("h1 { color: red !important }", "!important"),
        ("h1 { color: rgba(0, 0, 0, 0.5) }", "solid"),
        ("h1 { color: transparent }", "solid"),
        ("h1 { color: var(--red) }", "solid"),
        ("h1 { color: nocolour }", "solid"),
        ("h1 { background: url(edition:song) }", "solid"),
        ("h1 { background: red url(x) }", "solid"),
        ("html { font-family: var(--song) }", "furniture"),
        (".l { font-family: var(--song) }", "furniture"),
        (".masthead h1, .l { font-family: var(--song) }", "furniture"),
        (".masthead ~ article .l { font-family: var(--song) }", "furniture"),
        (".masthead h1 { font-family: serif }", "var(--song)"),
        (".masthead h1 { font-family: var(--kai) }", "var(--song)"),
        (".masthead h1 { font-family: var(--song), serif }", "var(--song)"),
        ("@import 'other.css';", "@import"),
        ("@page { margin: 1cm }", "@page"),
        ("@media print { .l { left: 0 } }", "@media"),
        ("@font-face { font-family: edition-song-CN }", "@font-face"),
        (".masthead { color: red; .l { left: 0 } }", "another rule"),
        (".l { left: 0", "left"),
        ("} .l { left: 0 }", "left"),
        ("color: red", "rule"),
    ],
)
def test_what_could_move_a_line_is_refused_by_name(css: str, named: str) -> None:
    with pytest.raises(WrongUse) as caught:
        check_theme(css, "themes/red.css")
    assert named in str(caught.value)
    assert "themes/red.css:1: " in str(caught.value)
    assert caught.value.exit_code == 2 and told_whole(caught.value)


def test_a_pack_may_name_the_themes_it_offers(tmp_path: Path) -> None:
    """A pack that extends it has those, and its own."""
    def offered(toml: str) -> tuple[str, ...]:
        return shelf.layout(made_pack(tmp_path, toml, theme=".headline { color: #123 }")).themes

    assert offered("") == ("blue", "mine")
    assert offered("themes = []\n") == ()
    assert offered('themes = ["mine"]\n') == ("mine",)
    child = tmp_path / "child"
    (child / "themes").mkdir(parents=True)
    (child / "themes" / "other.css").write_text("", "utf-8")
    (child / "pack.toml").write_text('api = 1\nextends = "../mine"\n', "utf-8")
    assert shelf.layout(child).themes == ("mine", "other")
