"""The proof of a pack: it runs every part of the furniture, and its own copy is no fault."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from edition import build
from edition.cli import main
from edition.packs import shelf
from edition.packs.dummy import dummy_edition
from edition.packs.pack import Pack
from packs.made_packs import EXTENDS, made_pack

SMALL = "[grid]\ncolumns = 3\nrows = 30\n[furnishing]\near = 6\nplate = 6\n"
BROKEN = {
    "folio": "{% block folio %}{{ hed.side }}{% endblock %}",
    "masthead": "{% block masthead %}{{ hed.side }}{% endblock %}",
    "section": "{% block section %}{{ hed.side }}{% endblock %}",
    "folio of a left-hand page": "{% block folio %}{% if head.side == 'verso' %}{{ hed.side }}"
    "{% endif %}{% endblock %}",
    "folio of a right-hand page": "{% block folio %}{% if head.side == 'recto' %}{{ hed.side }}"
    "{% endif %}{% endblock %}",
}


@pytest.mark.parametrize("block", BROKEN)
def test_the_proof_runs_every_block_of_the_furniture(
    tmp_path: Path, block: str, capsys: pytest.CaptureFixture[str]
) -> None:
    home = made_pack(tmp_path, SMALL, template=EXTENDS + BROKEN[block])
    out = str(tmp_path / "proof.pdf")
    assert main(["pack", "check", str(home), "--lang", "en", "-o", out]) == 2
    assert "paper.html.j2:2: " in capsys.readouterr().err


COLUMNS = {
    "one wide column": "[grid]\ncolumns = 1\nmeasure = 38\nem_pt = 11\npitch_pt = 17\nrows = 42\n"
    "[margins]\ntop = 20\n",
    "one narrow column": "[grid]\ncolumns = 1\nmeasure = 20\n[furnishing]\near = 6\nplate = 6\n",
    "flat": "[grid]\ncolumns = 1\nmeasure = 40\nrows = 24\n[furnishing]\near = 8\n",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_dummy_picture_finds_room(tmp_path: Path, name: str) -> None:
    pack = Pack.load(made_pack(tmp_path, COLUMNS[name] + "[page]\nheight = 297\n"))
    built = build.to_pdf(dummy_edition("zh-Hans", pack.layout), pack)
    short = {"copy_short", "copy_opened"}
    assert {d.kind for d in built.diagnostics} <= {"furniture_cut", *short}
    assert len(PdfDocument(io.BytesIO(built.data))) > 1


@pytest.mark.parametrize(
    ("tag", "word"), [("zh-Hans", "编辑部"), ("zh-Hant-TW", "編輯部"), ("en", "newsroom")]
)
def test_the_dummy_speaks_the_language_and_opens_with_no_mark(tag: str, word: str) -> None:
    edition = dummy_edition(tag)
    texts = re.findall(r"text='([^']*)'", repr(edition))
    assert any(word in text for text in texts)
    body = edition.sections[0].stories[0].body
    openings = [re.search(r"text='([^']*)'", repr(block)) for block in body]
    assert all(not found or found[1][:1] not in "，。：；,.;: " for found in openings)
    if tag == "en":
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", "".join(texts))


def test_a_pack_says_the_language_of_its_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, out = made_pack(tmp_path, SMALL), tmp_path / "proof.pdf"
    home.joinpath("pack.toml").write_text(
        'language = "en"\n' + home.joinpath("pack.toml").read_text("utf-8"), "utf-8"
    )
    (home / "themes").mkdir()
    (home / "themes" / "pale.css").write_text(".folio .label { color: #999 }", "utf-8")
    assert main(["pack", "check", str(home), "--lang", "en", "-o", str(out)]) == 0
    text = PdfDocument(out)[0].get_textpage().get_text_range()
    assert "The Proof" in text and "试排" not in text
    said = capsys.readouterr().err
    assert "Theme pale: Page" in said and ".." not in said
    assert shelf.layout(home).language == "en"
    assert main(["pack", "check", str(home), "--to", "xx", "-o", str(out)]) == 2


def test_a_theme_of_the_pack_extended_that_hides_copy_is_told_with_both_ways_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name stands white on blue, and in the newsletter's theme blue on blue."""
    ground = (
        '.masthead::before { content: ""; position: absolute; left: 0; top: 0; width: 100%; '
        "height: calc(var(--top) + var(--row) * var(--masthead) * 0.78); background: #1f4e8c }"
        ".masthead h1, .masthead p { color: #fff }"
    )
    home, out = made_pack(tmp_path, SMALL, ground), str(tmp_path / "proof.pdf")
    assert main(["pack", "check", str(home), "--lang", "en", "-o", out]) == 1
    said = capsys.readouterr().err
    assert "Theme blue is that of the pack extended" in said and "themes = []" in said
    made_pack(tmp_path, "themes = []\n" + SMALL, ground)
    assert main(["pack", "check", str(home), "--lang", "en", "-o", out]) == 0
    assert "Theme" not in capsys.readouterr().err


def test_an_unknown_language_of_a_pack_is_told(tmp_path: Path) -> None:
    layout = Pack.load(made_pack(tmp_path)).layout
    assert layout.language == "" and replace(layout, language="de").language == "de"
