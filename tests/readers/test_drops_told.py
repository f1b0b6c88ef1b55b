"""Characters nobody sees are told alike in every format: one remark a kind, with the count."""

from __future__ import annotations

import json

import pytest

from edition.readers import read_bytes
from readers.word_parts import W, docx, para

BODY = "水库今\u200b起蓄水\u200b，坝高\ufeff一百\u202e米，库容三亿立方米。"
TITLE = "水库\u200b蓄水"
MARKED = f"<p>{BODY}</p>"
FEED = (f'<rss version="2.0"><channel><title>t</title><item><title>{TITLE}</title>'
        f"<description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item></channel></rss>")
NITF = (f"<nitf><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>"
        f"<body.content>{MARKED}</body.content></body></nitf>")
FILES = {
    "a.txt": f"{TITLE}\n\n{BODY}\n", "a.md": f"# {TITLE}\n\n{BODY}\n",
    "a.html": f"<html><body><article><h1>{TITLE}</h1>{MARKED}</article></body></html>",
    "a.docx": docx(para(TITLE, "1") + para(BODY)), "nitf.xml": NITF, "feed.xml": FEED,
    "a.json": json.dumps({"type": "text", "headline": TITLE, "body_xhtml": MARKED}),
}


@pytest.mark.parametrize("name", FILES)
def test_each_kind_is_one_remark_with_its_count(name: str) -> None:
    data = FILES[name]
    found = read_bytes(data if isinstance(data, bytes) else data.encode(), name)
    told = {r.kind: r.values["count"] for r in found.diagnostics if r.kind.endswith("_removed")}
    assert told == {"bidi_removed": 1, "bom_removed": 1, "invisible_removed": 3}
    assert len([r for r in found.diagnostics if r.kind.endswith("_removed")]) == 3


def test_the_headers_of_a_word_file_are_counted_too() -> None:
    header = f'<w:hdr xmlns:w="{W}">{para("晚报" + chr(0x200B))}</w:hdr>'
    found = read_bytes(docx(para(TITLE, "1") + para(BODY), {"word/header1.xml": header}), "a.docx")
    assert [r.values["count"] for r in found.diagnostics if r.kind == "invisible_removed"] == [4]
