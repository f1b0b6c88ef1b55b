"""The engine made ready: it draws what the library draws, and what was compiled before is right."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

import drawn_twice
from bench import bindings
from edition.writers import pangoabi
from edition.writers.enginestyle import OURS, SELDOM, ours_of, seldom_rules, sheets_for
from edition.writers.weasy import engine


def test_the_declarations_are_those_of_the_engine() -> None:
    assert pangoabi.FILE.read_text(encoding="utf-8") == bindings.written(), \
        "python -m bench bindings"


def test_other_declarations_are_read() -> None:
    assert pangoabi.compiled("int abs(int);") is None


def test_the_rules_left_out_match_none_of_our_elements() -> None:
    package = engine()
    cells = "".join(f"<{tag} dir=ltr hidden class=x id=y>a</{tag}>" for tag in sorted(OURS))
    document = package.HTML(string=f"<!doctype html><html lang=zh><body>{cells}")
    (sheet,) = sheets_for(document, package)
    whole = package.CSS(string=package.html.UA)
    assert len(ours_of(package.html.UA)) < len(package.html.UA)
    for element in document.wrapper_element.iter_subtree():
        found = [
            [repr(rule[3][0]) for rule in one.matcher.match(element) if rule[2] not in SELDOM]
            for one in (sheet, whole)
        ]
        assert found[0] == found[1], element.local_name
    assert set(seldom_rules(package)) == SELDOM


def test_a_template_with_other_elements_has_the_rules_of_all() -> None:
    package = engine()
    table = package.HTML(string="<table><tr><td>a</table>")
    assert sheets_for(table, package)[0] is not package.html.UA_STYLESHEET


PAGE = """
<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>t &amp; u</title>
<style>a > b {x: "y"}</style>
<link rel="stylesheet" href="edition:paper.css">
</head>
<body>
<section class="page first">
<h2 class="k" id="a"><span class="l" style="left:1pt">字<span>z</span></span></h2>
<p class="text"><span class="l">a</span><a href="b">c</a></p><img src="x" alt="&#34;">
</section>
</body>
</html>
"""
PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<span>", "</span>", '<a href="x">', "</a>", "<h2>", "</h2>",
    "\n", " ", "a", "&amp;", "&lt;", "&#34;", "&", "<", "</body>", "</html>", "<body>", "<head>",
    "</head>", "<title>t</title>", "<style>a{}</style>", "<br>", "<article>", "</article>", "　",
    "\r", "\0", "<!-- c -->", "<table>", '<html lang="zh">', "<P>", "<p/>", "&nbsp;", "<h1>",
    "</h1>",
)


def test_plain_markup_is_read_as_the_parser_of_html_reads_it() -> None:
    draw, tokens, plain = random.Random(7), re.findall("<[^>]*>|[^<]+", PAGE), 0
    for _ in range(1500):
        page = list(tokens)
        for _ in range(draw.randint(0, 3)):
            at = draw.randrange(len(page))
            if draw.random() < 0.6:
                page.insert(at, draw.choice(PIECES))
            else:
                del page[at]
        ours = _plain_tree("".join(page))
        if ours is not None:
            plain += 1
            _assert_same(ours, tinyhtml5.parse("".join(page), namespace_html_elements=False))
    assert plain > 100
    assert _plain_tree(PAGE) is not None


def _plain_tree(text: str) -> Element | None:
    engine()
    from edition.writers.makeready.plainmarkup import plain_tree

    return plain_tree(text)


def _assert_same(one: Element, other: Element) -> None:
    assert (one.tag, one.attrib, one.text, one.tail, len(one)) == \
        (other.tag, other.attrib, other.text, other.tail, len(other))
    for a, b in zip(one, other, strict=True):
        _assert_same(a, b)


@pytest.mark.slow
def test_pages_of_many_styles_are_drawn_as_the_engine_itself_draws_them() -> None:
    plain = subprocess.run(
        [sys.executable, drawn_twice.__file__, "plain"], capture_output=True, text=True, check=True
    )
    theirs = dict(line.split("\t") for line in plain.stdout.splitlines())
    assert dict(drawn_twice.pages()) == theirs
    assert len(set(theirs.values())) > len(theirs) * 0.9
