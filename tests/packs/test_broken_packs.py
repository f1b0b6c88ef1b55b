"""Broken packs: one sentence each that names file and line, no traceback, nothing drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import build
from edition.errors import WrongUse
from edition.packs.pack import Pack
from packs.made_packs import EXTENDS, made_font, made_pack, small_edition
from told import told_whole

TOML = {
    "a size that is a word": ("[type.headline]\nsize = 'big'", ":4: ", "type.headline.size"),
    "a key misspelt": ("[grid]\ncolumms = 3", ":4: ", "You may mean “columns”"),
    "a table misspelt": ("[gird]\ncolumns = 3", ":3: ", "You may mean “grid”"),
    "a role nobody sets": ("[type.headlines]\nface = 'kai'", ":3: ", "“headline”"),
    "an unknown face": ("[type.body]\nface = 'songg'", ":4: ", "You may mean “song”"),
    "no columns": ("[grid]\ncolumns = 0", ":4: ", "between 1 and 16"),
    "margins too wide": ("[margins]\ninner = 60\nouter = 60", ":4: ", "mm for both margins"),
    "a margin below too wide": ("[margins]\nbottom = 150", ":4: ", "mm below it"),
    "themes of no list": ("themes = 3\n", "pack.toml:3: ", "blue"),
    "a theme it has not": ('themes = ["bleu"]\n', "pack.toml:3: ", "blue"),
    "no TOML": ("[grid\n", "pack.toml:3: ", "not TOML"),
    "a size that is no TOML": ("[grid]\nrows = 16mm", "pack.toml:4: ", "Expected newline"),
    "a font that is not there": ("[fonts.brand]\nfile = 'x.otf'", ":4: ", "no such file"),
    "a font outside": ("[fonts.brand]\nfile = '../../x.otf'", ":4: ", "folder of the pack"),
    "a font by a taken name": ("[fonts.kai]\nfile = 'paper.css'", ":3: ", "shipped faces"),
    "a font that is none": ("[fonts.brand]\nfile = 'paper.css'", ":4: ", "no TrueType"),
    "a picture that is none": ("[assets]\nlogo = 'paper.css'", ":4: ", "PNG, JPEG or WebP"),
    "a picture misspelt": ("[assets.logo]\nfille = 'x'", ":4: ", "You may mean “file”"),
    "a band too deep": ("[blocks.foot]\nrows = 20\n[grid]\nrows = 24", ":3: ", "no row"),
    "a band that asks for more": (
        "[blocks.foot]\nrows = 2\ntext = '{name}'", ":5: ", "paper, date"),
    "a band that runs code": ("[blocks.foot]\nrows = 2\ntext = '{page.label}'", ":5: ", "braces"),
    "a cover colour": ("[cover]\naccent = 'red'", ":4: ", "#c8102e"),
    "a band without rows": ("[blocks.foot]\nface = 'hei'", ":3: ", "key is missing. A number"),
    "a font without a file": ("[fonts.brand]\nfallback = 'hei'", ":3: ", "missing. A text"),
    "a face of no font": ("[type.headline]\nface = 'brand'", ":4: ", "declared in [fonts]"),
    "a band's face of no font": ("[blocks.f]\nrows = 1\nface = 'heii'", ":5: ", "in [fonts]"),
    "ranks that are no list": ("[type.headline]\nby_rank = 'hei'", ":4: ", "list of faces"),
    "ranks of no face": ("[type.headline]\nby_rank = ['huge']", ":4: ", "hei-heavy"),
}
STYLES = {
    "hidden stories": ("\narticle { display: none }", ":2: ", "“display”"),
    "larger lines": (".l { font-size: 20pt !important }", ":1: ", "!important"),
    "lines elsewhere": (".l { left: 0 }", ":1: ", "“left”"),
    "clear lines": (".headline { color: rgba(0,0,0,.2) }", ":1: ", "one solid colour"),
    "a face of the copy": (".text { font-family: var(--kai) }", ":1: ", "lines are composed"),
    "a brace left open": (".headline { color: red\n.deck { color: blue }", ":1: ", "not closed"),
    "a last brace left open": (".deck { color: red }\n.headline { color: red", ":2: ", "closed"),
    "a colour misspelt": (".headline { color: rde }", ":1: ", "such as #c8102e"),
    "an import": ("@import url(http://x/y.css);", ":1: ", "@import"),
    "a sheet of its own": ("@page { size: 10mm }", ":1: ", "@page"),
}
TEMPLATES = {
    "nothing of the base": ("<p>hello</p>", ":1: ", "base.html.j2"),
    "a block nobody draws": (EXTENDS + "{% block footer %}x{% endblock %}", ":2: ", "“footer”"),
    "a block misspelt": (EXTENDS + "{% block mastheed %}x{% endblock %}", ":2: ", "“masthead”"),
    "a sentence unfinished": (EXTENDS + "\n{% if %}", ":3: ", "TemplateSyntaxError"),
    "a name that is not there": (
        EXTENDS + "{% block masthead %}\n{{ nonsense }}{% endblock %}", ":3: ",
        "called “nonsense” here"),
    "a name misspelt": (
        EXTENDS + "{% block masthead %}\n{{ hed.side }}{% endblock %}", ":3: ",
        "You may mean “head”"),
    "a part misspelt": (
        EXTENDS + "{% block masthead %}\n{{ head.sied }}{% endblock %}", ":3: ",
        "You may mean “side”; there are masthead, pieces, side"),
    "a macro misspelt": (
        EXTENDS + "{% from 'body.html.j2' import furnitur %}\n{% block masthead %}"
        "{{ furnitur(head) }}{% endblock %}", ":3: ", "You may mean “furniture”"),
    "a part of a part": (
        EXTENDS + "{% block masthead %}\n{{ edition.imprint.papper }}{% endblock %}", ":3: ",
        "You may mean “paper”"),
    "a macro without end": (
        EXTENDS + "{% block masthead %}{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"
        "{% endblock %}", ":2: ", "Recursion"),
}


THEMES = {
    "moves": ("\n.masthead h1 { margin-top: 3mm }", ":2: ", "could move a line"),
    "left open": (".deck { color: red }\n.headline { color: red", ":2: ", "not closed"),
}


def refused(home: Path, where: str, said: str, file: str) -> WrongUse:
    with pytest.raises(WrongUse) as caught:
        build.to_pdf(small_edition(), home)
    message = str(caught.value)
    assert file in message and where in message and said in message
    assert "\n" not in message
    return caught.value


@pytest.mark.parametrize("name", TOML)
def test_a_broken_number_is_told_with_file_line_and_key(tmp_path: Path, name: str) -> None:
    toml, where, said = TOML[name]
    assert told_whole(refused(made_pack(tmp_path, toml), where, said, "pack.toml"))


@pytest.mark.parametrize("name", STYLES)
def test_a_style_that_could_hide_copy_is_told_with_file_and_line(
    tmp_path: Path, name: str
) -> None:
    css, where, said = STYLES[name]
    assert told_whole(refused(made_pack(tmp_path, css=css), where, said, "paper.css"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_broken_template_is_told_with_file_and_line(tmp_path: Path, name: str) -> None:
    template, where, said = TEMPLATES[name]
    refused(made_pack(tmp_path, template=template), where, said, "paper.html.j2")


@pytest.mark.parametrize("name", THEMES)
def test_a_broken_theme_is_told_with_file_and_line(tmp_path: Path, name: str) -> None:
    css, where, said = THEMES[name]
    with pytest.raises(WrongUse) as caught:
        build.to_pdf(small_edition(), made_pack(tmp_path, theme=css), "mine")
    assert f"mine.css{where}" in str(caught.value) and said in str(caught.value)
    assert told_whole(caught.value)


def test_no_template_fault_shows_python(tmp_path: Path) -> None:
    for inner in ("head.sied", "hed", "page.x", "edition.imprint.x", "head.pieces[0].x", "a.b.c"):
        home = made_pack(
            tmp_path, template=EXTENDS + f"{{% block masthead %}}{{{{ {inner} }}}}{{% endblock %}}"
        )
        with pytest.raises(WrongUse) as caught:
            build.to_pdf(small_edition(), home)
        said = str(caught.value)
        assert "object" not in said and "UndefinedError" not in said and told_whole(caught.value)


def test_a_pack_without_a_role_is_told(tmp_path: Path) -> None:
    home = tmp_path / "bare"
    home.mkdir()
    text = (Pack.load(made_pack(tmp_path)).folders[1] / "layout.toml").read_text("utf-8")
    begin = text.index("[type.headline]")
    rest = text[begin:].partition("\n\n")[2]
    (home / "layout.toml").write_text(
        (text[:begin] + rest).replace('"newsletter"', '"bare"'), "utf-8"
    )
    with pytest.raises(WrongUse, match=r"type\.headline.*missing"):
        Pack.load(home)


@pytest.mark.parametrize("toml", ['api = 1\nextends = "../mine"\n', 'api = 1\nextends = "./."\n'])
def test_packs_in_a_circle_are_told(tmp_path: Path, toml: str) -> None:
    home = made_pack(tmp_path)
    (home / "pack.toml").write_text(toml, "utf-8")
    with pytest.raises(WrongUse, match="leads back") as caught:
        Pack.load(home)
    assert told_whole(caught.value) and "pack.toml:2" in str(caught.value)


@pytest.mark.parametrize(
    ("toml", "said"),
    [('api = 2\nextends = "tabloid"\n', "api = 1"),
     ('extends = "tabloid"\n', "missing: write api = 1"),
     ('api = 1\nextends = "tabliod"\n', "tabloid"), ("api = 1\nextends = 3\n", "text")],
)
def test_what_a_pack_extends_is_there(tmp_path: Path, toml: str, said: str) -> None:
    home = made_pack(tmp_path)
    (home / "pack.toml").write_text(toml, "utf-8")
    with pytest.raises(WrongUse, match=said):
        Pack.load(home)


@pytest.mark.parametrize(("bits", "said"), [(2, "forbid embedding"), (0x100, "a part of it")])
def test_licence_bits_of_a_font_are_respected(tmp_path: Path, bits: int, said: str) -> None:
    home = made_pack(tmp_path, "[fonts.brand]\nfile = 'Brand.ttf'\n")
    made_font(home, bits)
    with pytest.raises(WrongUse, match=said) as caught:
        Pack.load(home)
    assert told_whole(caught.value)


@pytest.mark.parametrize("end", [4, 12, 100, 1000, -1])
def test_a_cut_off_font_is_one_sentence(tmp_path: Path, end: int) -> None:
    home = made_pack(tmp_path, "[fonts.brand]\nfile = 'Brand.ttf'\n")
    path = made_font(home)
    path.write_bytes(path.read_bytes()[: end if end > 0 else -2000])
    with pytest.raises(WrongUse, match=r"Brand\.ttf"):
        Pack.load(home)
