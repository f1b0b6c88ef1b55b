"""Draws pages of many styles and prints the digest of each: with the engine made ready, or, given
a word on the command line, with the engine as it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256

from edition.packs.faces import face_of
from edition.trade.regions import MAINLAND
from edition.writers import makeready
from edition.writers.pdf import Stored, write_pdf
from edition.writers.subset import subset

STYLES = {
    "plain": "",
    "room round lines": ".l { padding: 3pt; border: 1pt solid #300; margin: 2pt }",
    "shares": ".l { width: 10%; margin-left: 1%; padding-top: 2% } p { width: 50% }",
    "moved": ".l { transform: rotate(3deg) } .page { transform: scale(.9) }",
    "indent and centre": ".l { text-indent: 1em; text-align: center; width: 20em }",
    "broken lines": ".l { white-space: normal; width: 4em }",
    "first letter": ".l::first-letter { font-size: 2em } p::first-line { color: #900 }",
    "under and over": ".l { text-decoration: underline overline } a { text-decoration: underline }",
    "floats": ".f { float: left } .g { float: right; width: 2em }",
    "depths": ".l { z-index: 2; opacity: .5 } .k { z-index: -1 } .page { overflow: hidden }",
    "grounds": ".l { background: #eee; border-radius: 3pt; outline: 1pt dashed #111 }",
    "ground of the page": ".page { background: #eee; overflow: hidden } .l { border: 1pt solid }",
    "formulas": ".l { letter-spacing: calc(.1em + 1px); width: calc(1em + 2pt) }",
    "directions": ".l { direction: rtl } .k { margin-inline-start: 1em; inline-size: 8em }",
    "raised": ".f { vertical-align: super; font-size: .6em } .g { vertical-align: top }",
    "spaced": ".l { word-spacing: 3pt; letter-spacing: .2em } .g { font-feature-settings: 'fwid' }",
    "lists and tables": "p { display: table } .k { display: list-item; list-style: disc inside }",
    "made": ".l::before { content: '·' counter(x); position: absolute } .f::after { content: '!' }",
    "flexible": "p { display: flex } .l { position: static; width: auto } section { columns: 2 }",
    "variables": ":root { --a: 3pt } .l { padding: var(--a); top: var(--a) } p { left: inherit }",
    "hidden": ".f { visibility: hidden } .g { display: none } .k { clip: rect(0 9pt 9pt 0) }",
    "notes": ".g { float: footnote } .f { position: relative; top: 1pt; left: 2pt }",
    "pages": "@page { margin: 20pt; @top-left { content: counter(page) } } .page { height: 90% }",
    "leaders": ".g::after { content: leader('.') 'x' } .l { width: 30em; white-space: nowrap }",
    "stretched": ".l { text-align: justify; text-align-last: justify; width: 30em }",
}
BODY = """
<section class="page"><h2 id="h"><span class="l" style="left:20pt;top:20pt;font-size:20pt">头条，\
<span class="f" style="margin-left:-0.50000em">“三”</span>x</span></h2>
<p class="k" id="a"><span class="l" style="left:20pt;top:50pt">正文 a b  c\
<span class="g" lang="en"> words go</span></span>\
<span class="l" style="left:20pt;top:65.5pt;letter-spacing:0.1em">第二行</span>\
<span class="l" style="left:20pt;top:80pt">a\tb<a href="https://a.invalid/">去</a></span></p>
<p><span class="l" style="left:200pt;top:50pt">אבג דהו</span><span class="l" style="left:200pt;\
top:65pt">一\n二</span><span class="l" style="left:-5pt;top:9pt">外</span></p>
<p style="left: 3pt">散 <span class="g">文</span><em>强</em><sup class="f">1</sup> 不 定 位</p>
</section>
"""
SHEET = """
@page { size: 300pt 200pt; margin: 0 }
@font-face { font-family: song; src: url(edition:song) }
html { font: 9pt/1 song } p, h2 { margin: 0; font-weight: normal } .page { position: relative }
.l { display: block; position: absolute; width: 1em; white-space: pre }
"""


def pages() -> Iterator[tuple[str, str]]:
    """Name and digest of each page."""
    text = "".join(BODY) + "·!.x0123456789"
    face = Stored("font/ttf", subset(face_of("song", MAINLAND).path, set(text)))
    for name, style in STYLES.items():
        html = (
            f"<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<style>{SHEET}{style}</style>\n"
            f"</head>\n<body>{BODY}{BODY.replace(' id=', ' lang=')}</body>\n</html>\n"
        )
        done = write_pdf(html, {"song": face}, ("1", "2"), "id")
        yield name, sha256(done.data).hexdigest()


if __name__ == "__main__":
    if sys.argv[1:]:
        makeready.KNOWN = ()
    for name, digest in pages():
        print(f"{name}\t{digest}")
