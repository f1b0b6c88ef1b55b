"""After drawing, what a reader can see is counted against the plan: no style hides a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import build
from edition.errors import Diagnostic, Severity
from edition.packs import pack as packing
from edition.writers.contrasts import contrast
from packs.made_packs import EXTENDS, made_pack, small_edition
from told import told_whole

HIDING = {
    "article { display: none }": "does not draw",
    "article { visibility: hidden }": "hides",
    "article { opacity: .2 }": "transparent",
    "body { color: transparent }": "transparent",
    ".l { color: #fff }": "colour of its ground",
    ".page { background: #000 }": "colour of its ground",
    ".l { font-size: 20pt !important }": "size",
    ".text .l { letter-spacing: -1em !important }": "letters",
    ".l { text-transform: uppercase }": "letters",
    ".l { left: 50pt !important; top: 50pt !important }": "where the make-up",
    ".l { margin-left: 300pt }": "where the make-up",
    ".headline .l { transform: rotate(90deg) }": "where the make-up",
    "p { position: absolute; left: 900pt }": "where the make-up",
    ".l { clip: rect(0, 0, 0, 0) }": "hides",
    ".l { text-indent: -999pt }": "outside",
    ".page { width: 100pt }": "outside",
    "article { overflow: hidden; height: 9pt; position: absolute }": "outside",
    ".page::after { content: ''; position: absolute; left: 0; top: 0; width: 900pt; height: 900pt;"
    " background: #fff }": "covers",
    ".page::before { content: ''; position: absolute; left: 0; top: 0; width: 900pt;"
    " height: 900pt; background: #fff; z-index: 3 }": "covers",
}


def hidden(home: Path, theme: str | None = None) -> list[Diagnostic]:
    built = build.to_pdf(small_edition(), home, theme)
    return [d for d in built.diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("css", HIDING)
def test_copy_a_style_hides_is_an_error(
    tmp_path: Path, css: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of what a style may say is left out here: the count stands behind it."""
    monkeypatch.setattr(packing, "check_style", lambda *args, **named: None)
    found = hidden(made_pack(tmp_path, css=css))
    assert found and all(d.kind == "copy_unseen" for d in found)
    assert any(HIDING[css] in d.message for d in found)
    assert any(d.text for d in found) and all("1" in str(d.values["page"]) for d in found)


def test_a_theme_white_on_white_is_an_error_with_page_and_story(tmp_path: Path) -> None:
    found = hidden(made_pack(tmp_path, theme=".text { color: #fff }"), "mine")
    assert [d.story for d in found] == [1, 2] and "第1条消息" in found[0].message


def test_a_template_that_leaves_stories_out_is_an_error(tmp_path: Path) -> None:
    home = made_pack(tmp_path)
    (home / "body.html.j2").write_text(
        (Path(packing.shelf_root()) / "base" / "body.html.j2").read_text("utf-8").replace(
            "{% for item in part.blocks %}{{ block(item) }}{% endfor %}", ""
        ), "utf-8",
    )
    assert [d.story for d in hidden(home)] == [1, 2]


def test_a_template_that_leaves_the_head_out_is_an_error(tmp_path: Path) -> None:
    found = hidden(made_pack(tmp_path, template=EXTENDS + "{% block masthead %}{% endblock %}"))
    assert {d.story for d in found} == {None} and found[0].text == "试报"
    assert "paper’s name in the masthead on page 1 cannot be read" in found[0].message
    assert all(told_whole(one) and "“”" not in one.message for one in found)


def test_type_on_a_ground_of_its_own_is_no_fault(tmp_path: Path) -> None:
    css = (
        ".masthead::before { content: ''; position: absolute; left: 0; top: 0; width: 100%;"
        " height: calc(var(--top) + var(--row) * var(--masthead) * .78); background: #a8121c }"
        ".masthead h1, .masthead p { color: #fff }"
    )
    built = build.to_pdf(small_edition(), made_pack(tmp_path, css=css))
    assert {d.kind for d in built.diagnostics} <= {"copy_short"}


def test_faint_type_is_told_with_its_contrast(tmp_path: Path) -> None:
    built = build.to_pdf(small_edition(), made_pack(tmp_path, css=".text { color: #888 }"))
    (faint,) = [d for d in built.diagnostics if d.kind == "faint_copy"]
    assert "3.5:1" in faint.message
    assert contrast((0, 0, 0, 1), (1, 1, 1, 1)) == pytest.approx(21)
