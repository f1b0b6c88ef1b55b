"""The proof sheet: one safe file that shows the whole copy beside what was read."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from each_file import read_each
from edition import build
from edition.cli import main
from edition.readers import merge
from edition.readers.sources import Source
from edition.render.editor.parts import seams

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))


def sheet(*sources: Source) -> str:
    found = merge(sources, [build.repair(one) for one in read_each(sources)])
    return build.to_proof(found).decode()


def rows(html: str) -> list[str]:
    found = re.findall(r'<div class="row[^>]*>.*?<span class="text">(.*?)</span>', html)
    return [unescape(row) for row in found]


def test_every_line_of_the_copy_stands_on_the_left_as_it_came() -> None:
    html = build.to_proof(build.read(SEED)).decode()
    lines = SEED.read_text(encoding="utf-8").split("\n")
    while not lines[-1].strip():
        lines.pop()
    assert rows(html)[: len(lines)] == lines


def test_every_word_of_the_stories_stands_on_the_right() -> None:
    read = build.read(SEED)
    right = "".join(re.findall(r"<article.*?</article>", build.to_proof(read).decode(), re.DOTALL))
    shown = unescape(re.sub(r"<span class=\"seam\">¦</span>|<br>", "", right))
    for story in read.edition.stories:
        for block in story.body:
            for text in getattr(block, "parts", None) or [r.text for r in block.runs]:
                assert text in shown
    assert right.count('class="seam"') == sum(
        len(b.lines) - 1 for s in read.edition.stories for b in s.body if hasattr(b, "runs"))


def test_every_query_stands_on_top_worst_first_and_at_its_line_on_both_sides() -> None:
    read = build.read(SEED)
    html = build.to_proof(read).decode()
    top, below = html.split('<section class="file">')
    order = re.findall(r'<li class="query (\w+)"', top)
    assert len(order) == len(read.diagnostics)
    assert order == sorted(order, key=["error", "warning", "info"].index)
    for number in range(1, len(order) + 1):
        assert below.count(f'href="#q{number}"') == 2, number
    assert "Perhaps: <span lang=\"zh\">好学习的时候少之又少</span>" in top


def test_every_link_leads_somewhere_and_no_id_is_used_twice() -> None:
    html = build.to_proof(build.read(SEED)).decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_it_needs_and_runs_nothing_from_outside_and_escapes_the_copy() -> None:
    evil = "山城</style><script>alert(1)</script>\n\n“好'\"&amp;<img src=x onerror=y>”，他说。\n"
    html = sheet(Source("<b>.txt", evil.encode()))
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert "<script" not in html and "<img" not in html and "<b>" not in html
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?:", html)
    assert evil.rstrip("\n").split("\n") == rows(html)[:3]
    assert html.count("</style>") == 1


def test_two_files_keep_their_own_lines_and_queries() -> None:
    first = "山路\n\n新路通车了。\n\n（方晴）\n"
    second = "老桥\n\n桥头的石狮子洗去了青苔”，很新。\n\n（李明）\n"
    html = sheet(Source("a.txt", first.encode()), Source("b.txt", second.encode()))
    one, two = html.split('<section class="file">')[1:]
    assert "新路通车了" in one and "新路通车了" not in two
    assert "石狮子" in two and "石狮子" not in one
    assert 'class="mark error"' in two and 'class="mark error"' not in one
    assert "file = &#34;b.txt&#34;" in html


def test_held_stories_stand_there_with_a_stamp() -> None:
    page = "山路\n\n新路通车了。\n\n（方晴）\n\n老桥\n\n桥头很新。\n\n（李明）\n"
    told = '[[answers]]\nline = 1\ntext = "山路"\ndo = "hold"'
    html = sheet(Source("a.txt", page.encode(), told.encode()))
    held = re.findall(r'<div class="band held">.*?</article>', html, re.DOTALL)
    assert len(held) == 1 and "新路通车了" in held[0] and "桥头很新" not in held[0]


@pytest.mark.parametrize(("text", "rows_", "found"), [
    ("清早雾散，人到了", ["清早雾散，", "人到了"], ("清早雾散，", "人到了")),
    ("清早霧散，人來了", ["清早雾散，", "人来了"], ("清早霧散，", "人來了")),
    ("清早雾散，人都来了", ["清早雾散，", "人到了"], ("清早雾散，人都来了",)),
])
def test_seams_are_found_by_words_or_by_length(
    text: str, rows_: list[str], found: tuple[str, ...]
) -> None:
    assert seams(text, (1, 2), rows_) == found


def test_the_command_writes_it_and_the_same_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "1.html", tmp_path / "2.html"
    for target in (one, two):
        assert main(["stories", str(SEED), "--proof", str(target), "--to", "zh-Hant-TW"]) == 0
    assert one.read_bytes() == two.read_bytes()
    assert 'lang="zh-Hant-TW"' in one.read_text(encoding="utf-8")
