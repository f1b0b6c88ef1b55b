"""The commands: each takes the options and the voice, and returns its exit code."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from edition.cli.outputs import check_writable, finished_file, write
from edition.cli.progress import shown
from edition.cli.summary import Summary, exit_code
from edition.cli.voice import Voice
from edition.errors import Diagnostic, WrongUse
from edition.model import Edition
from edition.packs import shelf
from edition.printed import PrintedPage
from edition.steps import Progress
from edition.trade.regions import region_of

if TYPE_CHECKING:
    from edition.readers import Read


@dataclass(frozen=True, slots=True)
class _Copy:
    """What was read, and the edition in the script asked for."""

    read: Read
    edition: Edition
    remarks: tuple[Diagnostic, ...]


def _copy(options: Namespace, voice: Voice, progress: Progress) -> _Copy:
    """Read the sources; from here on the voice speaks as the copy is written."""
    from edition import build

    region_of(options.to)
    if not all(options.sources):
        raise WrongUse("source_nameless")
    if hasattr(options, "layout"):
        shelf.stylesheet(shelf.layout(options.layout).name, options.theme)
    read = build.read(*options.sources, encoding=options.encoding, on_progress=progress)
    voice.hear(story.text for story in read.edition.stories)
    converted, remarks = build.convert(read.edition, options.to)
    return _Copy(read, converted, (*read.diagnostics, *remarks))


def _target(out: str | None, edition: Edition, suffix: str) -> Path:
    if out:
        return Path(out)
    tag = "" if edition.language == "zh-Hans" else f".{edition.language}"
    return Path("build") / f"{edition.name}{tag}{suffix}"


def _build(options: Namespace, voice: Voice) -> int:
    from edition import build

    with shown(voice) as progress:
        copy = _copy(options, voice, progress)
        folder = Path(options.out)
        targets = {
            kind: folder / _target(None, copy.edition, suffix).name
            for kind, suffix in (("proof", ".proof.html"), ("pdf", ".pdf"), ("epub", ".epub"))
            if options.only in (None, kind)
        }
        for target in targets.values():
            check_writable(target, options.sources)
        modified = _modified()
        done = Summary(voice, copy.remarks, copy.edition.furniture)
        pages: tuple[PrintedPage, ...] = ()
        if "pdf" in targets:
            paper = build.to_pdf(copy.edition, options.layout, options.theme, progress)
            pages = paper.pages
            done.add(targets["pdf"], paper.data, paper.diagnostics)
            done.plan(paper.score)
        if "epub" in targets:
            book = build.to_epub(copy.edition, pages, modified, progress)
            done.add(targets["epub"], book.data, book.diagnostics)
        if "proof" in targets:
            sheet = build.to_proof(copy.read, copy.edition, voice.lang)
            done.add(targets["proof"], sheet)
    return done.finish(options.strict)


def _pdf(options: Namespace, voice: Voice) -> int:
    from edition import build

    with shown(voice) as progress:
        copy = _copy(options, voice, progress)
        target = _target(options.out, copy.edition, ".pdf")
        check_writable(target, options.sources)
        done = Summary(voice, copy.remarks, copy.edition.furniture)
        paper = build.to_pdf(copy.edition, options.layout, options.theme, progress)
    done.add(target, paper.data, paper.diagnostics)
    return done.finish(options.strict)


def _epub(options: Namespace, voice: Voice) -> int:
    from edition import build

    with shown(voice) as progress:
        copy = _copy(options, voice, progress)
        target = _target(options.out, copy.edition, ".epub")
        check_writable(target, options.sources)
        modified = _modified()
        done = Summary(voice, copy.remarks, copy.edition.furniture)
        book = build.to_epub(copy.edition, (), modified, progress)
    done.add(target, book.data, book.diagnostics)
    return done.finish(options.strict)


def _stories(options: Namespace, voice: Voice) -> int:
    from edition import build
    from edition.render.editor.listing import stories_text
    from edition.storyjson.write import stories_json

    with shown(voice) as progress:
        copy = _copy(options, voice, progress)
    if options.proof:
        check_writable(Path(options.proof), options.sources)
        write(Path(options.proof), build.to_proof(copy.read, copy.edition, voice.lang))
    if options.json:
        ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
        found = stories_json(copy.edition, copy.remarks)
        print(json.dumps(found, ensure_ascii=ascii_only, indent=1))
    else:
        print(stories_text(copy.edition, copy.remarks, voice.lang, options.all))
    return exit_code(copy.remarks, options.strict)


def _schema(options: Namespace, voice: Voice) -> int:
    from edition.storyjson.read import schema

    sys.stdout.write(schema())
    return 0


def _check(options: Namespace, voice: Voice) -> int:
    from edition import checks

    data = finished_file(Path(options.file))
    stories = finished_file(Path(options.stories)) if options.stories else None
    if stories:
        voice.hear([stories.decode("utf-8", "replace")])
    report = checks.check(data, options.file, stories)
    print(report.as_json() if options.json else report.as_text(voice.lang))
    return 1 if options.strict and not report.passed else 0


def _modified() -> datetime | None:
    """SOURCE_DATE_EPOCH as a time, or None: then the issue's own date serves."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUse("epoch_wrong", value=text) from None


COMMANDS: Mapping[str, Callable[[Namespace, Voice], int]] = MappingProxyType({
    "build": _build, "pdf": _pdf, "epub": _epub, "stories": _stories, "schema": _schema,
    "check": _check,
})
