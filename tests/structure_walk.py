"""The tag tree of a PDF as a screen reader goes through it: what each element is and says."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_PAIRS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Said:
    """An element, or a stretch of text in one."""

    tag: str
    """of the element; of the one that holds it for a text"""
    path: tuple[str, ...]
    """tags from the root to it"""
    text: str = ""
    page: int = 0
    mcid: int = -1
    """-1 for an element"""
    alt: str = ""
    lang: str = ""


def walk(data: bytes) -> list[Said]:
    """Elements and texts in the order of the tree."""
    with pikepdf.open(io.BytesIO(data)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        texts = {number: marked(page) for number, page in enumerate(document.pages, 1)}
        return list(_below(document.Root.StructTreeRoot, (), 0, pages, texts))


def _below(
    item: pikepdf.Object, path: tuple[str, ...], page: int, pages: dict[tuple[int, int], int],
    texts: dict[int, dict[int, str]],
) -> Iterator[Said]:
    if isinstance(item, int):
        yield Said(path[-1], path, texts[page].get(item, ""), page, item)
        return
    if not isinstance(item, pikepdf.Dictionary):
        return
    if "/Pg" in item:
        page = pages[item["/Pg"].objgen]
    if "/MCID" in item:
        number = int(item["/MCID"])
        yield Said(path[-1], path, texts[page].get(number, ""), page, number)
        return
    if "/S" in item:
        path = (*path, str(item["/S"])[1:])
        alt, lang = str(item.get("/Alt", "")), str(item.get("/Lang", ""))
        yield Said(path[-1], path, page=page, alt=alt, lang=lang)
    kids = item.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _below(kid, path, page, pages, texts)


def marked(page: pikepdf.Page) -> dict[int, str]:
    """MCID → the characters drawn under it; -1 for those under none, artifacts among them."""
    meaning = {name: _meaning(font) for name, font in page["/Resources"]["/Font"].items()}
    found: dict[int, str] = {}
    stack: list[int] = []
    face: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            about = operands[1] if len(operands) > 1 else {}
            stack.append(int(about["/MCID"]) if "/MCID" in about else -1)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            face = meaning[str(operands[0])]
        elif name in ("TJ", "Tj"):
            parts = operands[0] if name == "TJ" else operands
            raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
            place = stack[-1] if stack else -1
            shown = "".join(face.get(code, "\ufffd") for code in codes)
            found[place] = found.get(place, "") + shown
    return found


def _meaning(font: pikepdf.Object) -> dict[int, str]:
    pairs = _PAIRS.findall(bytes(font["/ToUnicode"].read_bytes()))
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in pairs if len(text) % 4 == 0
    }
