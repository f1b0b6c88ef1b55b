"""The engine made ready: it draws what the library draws, and what was compiled before is right."""

from __future__ import annotations

from bench import bindings
from edition.writers import pangoabi
from edition.writers.enginestyle import OURS, ours_of, sheets_for
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
            [repr(rule[3][0]) for rule in one.matcher.match(element)] for one in (sheet, whole)
        ]
        assert found[0] == found[1], element.local_name


def test_a_template_with_other_elements_has_the_rules_of_all() -> None:
    package = engine()
    table = package.HTML(string="<table><tr><td>a</table>")
    assert sheets_for(table, package)[0] is not package.html.UA_STYLESHEET
