"""What a finished book says, read with the standard library alone and without a name of `edition`'s
templates but the element a story stands in."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from urllib.parse import unquote
from xml.etree import ElementTree as Tree

from edition.model import Edition

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def story_paths(files: dict[str, bytes]) -> list[str]:
    """The documents of the stories, in the order of the spine."""
    package = Tree.fromstring(files["EPUB/content.opf"])
    paths = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    spine = [paths[place.get("idref")] for place in package.iter(f"{OPF}itemref")]
    return [f"EPUB/{path}" for path in spine if path.startswith("text/")]


def article_text(document: bytes) -> str:
    """Every character of the story, readings in their brackets, without white space; what the book
    itself says under the head (`about`) is none of them."""
    article = Tree.fromstring(document).find(f".//{X}article")
    assert article is not None
    header = article.find(f"{X}header")
    assert header is not None
    for part in [one for one in header if one.get("class") == "about"]:
        header.remove(part)
    return "".join("".join(article.itertext()).split())


def text_faults(data: bytes, made: Edition) -> list[str]:
    """Stories whose characters are not those of the model, one by one and in order."""
    files = opened(data)
    paths, stories = story_paths(files), list(made.stories)
    if len(paths) != len(stories):
        return [f"{len(paths)} documents for {len(stories)} stories"]
    found = []
    for path, story in zip(paths, stories, strict=True):
        # The head over a group stands over each of its stories, and is no part of their text; one
        # that nobody sees is left out.
        has = article_text(files[path])
        group = story.group or ""
        head = group if any(c.isprintable() and not c.isspace() for c in group) else ""
        wants = "".join(f"{head}{story.text}".split())
        if has != wants:
            at = next((n for n, (a, b) in enumerate(zip(has, wants, strict=False)) if a != b), -1)
            near = slice(max(0, at - 9), at + 30)
            found.append(f"{path}: has {has[near]!r}, the model {wants[near]!r}")
    return found


def link_faults(data: bytes) -> list[str]:
    """Links that lead nowhere, and ids that stand twice in one document."""
    files = opened(data)
    trees = {name: Tree.fromstring(body) for name, body in files.items()
             if name.endswith((".xhtml", ".ncx"))}
    ids = {name: [e.get("id") for e in tree.iter() if e.get("id")] for name, tree in trees.items()}
    found = [f"{name}: an id twice" for name, some in ids.items() if len(set(some)) < len(some)]
    for name, tree in trees.items():
        for element in tree.iter():
            target = element.get("href") or element.get("src") or ""
            if not target or re.match("[a-z]+:", target):
                continue
            path, _, anchor = unquote(target).partition("#")
            where = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path \
                else name
            if where not in files or (anchor and anchor not in ids.get(where, ())):
                found.append(f"{name}: {target} leads nowhere")
    return found
