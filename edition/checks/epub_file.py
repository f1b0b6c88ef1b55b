"""Preflight of a finished EPUB: the container, the manifest, the links, the text."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from html import unescape
from typing import Any

from edition.checks.report import Finding, Place, Report
from edition.errors import UnreadableInput

MOST_BYTES = 500_000_000
MOST_ENTRIES = 10_000


def check_epub(data: bytes, name: str, stories: Mapping[str, Any] | None) -> Report:
    """Every finding on an EPUB. Raises UnreadableInput when it is no sound zip."""
    files = _files(data, name)
    findings = [_container(data, files), _manifest(files), _links(files), _active(files)]
    if stories is not None:
        findings.append(_text(files, stories))
    return Report(name, tuple(findings), (("files", float(len(files))),))


def _files(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
            total = sum(e.file_size for e in entries)
            unsafe = any(e.filename.startswith("/") or ".." in e.filename.split("/")
                         for e in entries)
            if len(entries) > MOST_ENTRIES or total > MOST_BYTES or unsafe:
                raise UnreadableInput(
                    "The EPUB is not safe to open", where=name,
                    why="It is too large unpacked, or a name in it leads outside",
                    todo="Do not open it",
                )
            return {e.filename: book.read(e) for e in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError) as error:
        raise UnreadableInput(
            "The file is not an EPUB that can be read", where=name, why=str(error),
            todo="Check the file",
        ) from error


def _container(data: bytes, files: Mapping[str, bytes]) -> Finding:
    first = next(iter(files), "")
    right = first == "mimetype" and files[first] == b"application/epub+zip"
    stored = data[30:38] == b"mimetype" and data[8:10] == b"\0\0"
    return Finding("FILE", "must", "mimetype stands first and is stored",
                   0 if right and stored else 1, 1)


def _package(files: Mapping[str, bytes]) -> tuple[str, str]:
    opf = next((n for n in files if n.endswith(".opf")), "")
    return posixpath.dirname(opf), files.get(opf, b"").decode("utf-8", "replace")


def _manifest(files: Mapping[str, bytes]) -> Finding:
    folder, opf = _package(files)
    hrefs = re.findall(r"<item\b[^>]*\bhref=\"([^\"]+)\"", opf)
    lost = [h for h in hrefs if posixpath.normpath(posixpath.join(folder, h)) not in files]
    return Finding("MAN", "must", "every file of the manifest is there",
                   len(lost) + (0 if hrefs else 1), max(len(hrefs), 1), None,
                   tuple(Place(0, 0, 0, h) for h in lost))


def _documents(files: Mapping[str, bytes]) -> dict[str, str]:
    return {n: b.decode("utf-8", "replace") for n, b in files.items() if n.endswith(".xhtml")}


def _links(files: Mapping[str, bytes]) -> Finding:
    documents = _documents(files)
    broken, total = [], 0
    for name, text in documents.items():
        for href in re.findall(r"\b(?:href|src)=\"([^\"]+)\"", text):
            if re.match(r"[a-z]+:", href):
                continue
            total += 1
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) \
                if path else name
            lost = target not in files or (
                anchor and f'id="{anchor}"' not in documents.get(target, "")
            )
            if lost:
                broken.append(Place(0, 0, 0, f"{name}: {href}"))
    return Finding("LINK", "must", "every link inside the book leads somewhere", len(broken),
                   total, None, tuple(broken))


def _active(files: Mapping[str, bytes]) -> Finding:
    broken = [
        Place(0, 0, 0, name)
        for name, text in _documents(files).items()
        if re.search(r"<(?:script|iframe|object|embed)\b|\son[a-z]+=", text)
    ]
    return Finding("ACT", "must", "nothing in the book runs", len(broken),
                   len(_documents(files)), None, tuple(broken))


def _text(files: Mapping[str, bytes], stories: Mapping[str, Any]) -> Finding:
    texts = [squeezed(unescape(re.sub(r"<[^>]+>", "", body)))
             for body in (re.sub(r"(?s)<head>.*?</head>", "", t)
                          for t in _documents(files).values())]
    broken, total = [], 0
    for parts in pieces(stories):
        for part in parts:
            total += 1
            if not any(part in text for text in texts):
                broken.append(Place(0, 0, 0, f"missing: {part[:24]}"))
    return Finding("TX1", "must", "the text of every story is in the book", len(broken), total,
                   None, tuple(broken))


def squeezed(text: str) -> str:
    return "".join(text.split())


def pieces(stories: Mapping[str, Any]) -> list[list[str]]:
    """The texts of each story in order, from `edition stories --json`."""
    found = []
    for section in stories.get("sections", ()):
        for story in section.get("stories", ()):
            texts = [story.get("kicker"), story.get("headline"), story.get("deck"),
                     story.get("dateline")]
            texts += [block.get("text") for block in story.get("body", ())]
            texts += [story.get("byline_raw"), *story.get("credits", ())]
            found.append([squeezed(t) for t in texts if t])
    return found
