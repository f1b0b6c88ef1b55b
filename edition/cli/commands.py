"""The commands: each takes the options and the voice, and returns its exit code."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from edition.cli.archiving.orders import archive_command
from edition.cli.completion import complete
from edition.cli.desking import desk_command, new_command, png_command, watch_command
from edition.cli.explaining import asked_limits, explain_command, remember_command
from edition.cli.outfitting import doctor, set_up
from edition.cli.outputs import (
    asked_form,
    check_writable,
    finished_file,
    modified,
    raised_revision,
    target_of,
)
from edition.cli.packing import pack_command
from edition.cli.planoptions import asked_planning
from edition.cli.pressorder import asked_press
from edition.cli.progress import shown
from edition.cli.reviewing import review_command
from edition.cli.standardstreams import STANDARD, ascii_only, check_output, put, read_input
from edition.cli.summary import Summary, exit_code
from edition.cli.voice import Voice
from edition.delivery.onto_disk import write_file
from edition.errors import Diagnostic, WrongUse
from edition.issue.wholeissue import SUFFIXES, without_own
from edition.messages.texts import Values
from edition.model import Edition
from edition.packs import shelf
from edition.packs.pack import Pack
from edition.printed import PressForm, PrintedPage
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import in_child
from edition.steps import Progress, Step, untold
from edition.trade.regions import region_of

if TYPE_CHECKING:
    from edition.delivery.built import Built
    from edition.readers import Read
    from edition.readers.sources import Source

LEFT_OUT = ("file_left_out", "picture_left_out")
"""remarks on what a folder holds and could not be read; under --strict nothing is made then"""


@dataclass(frozen=True, slots=True)
class _Copy:
    """What was read, and the edition in the script asked for."""

    read: Read
    edition: Edition
    remarks: tuple[Diagnostic, ...]
    pack: str | Pack | None = None
    """the layout pack, read and judged; by its name where a child process is to read it"""
    press: PressForm | None = None


def _issues(options: Namespace) -> tuple[tuple[str | Source, ...], ...]:
    """The sources, those of each issue together; standard input is a source like a file."""
    from edition.readers.issuegroups import issues_of
    from edition.readers.sources import from_bytes

    if not all(options.sources):
        raise WrongUse("source_nameless")
    if options.sources.count(STANDARD) > 1:
        raise WrongUse("stdin_twice")
    found: list[tuple[str | Source, ...]] = []
    for group in issues_of(options.sources):
        found.append(tuple(from_bytes(read_input()) if s == STANDARD else s for s in group))
    return tuple(found)


def _copy(
    options: Namespace, sources: Sequence[str | Source], voice: Voice, progress: Progress
) -> _Copy:
    """Read the sources; from here on the voice speaks as the copy is written."""
    from edition import build

    if options.to is not None:
        region_of(options.to)
    asked = asked_planning(options)
    pack, press = _pack(options), asked_press(options, sources)
    read = build.read(
        *sources, encoding=options.encoding, on_progress=progress, sandbox=asked_limits(options),
        house=options.house,
    )
    voice.hear(story.text for story in read.edition.stories)
    edition = asked.over(read.edition)
    if options.to is None:
        return _Copy(read, edition, read.diagnostics, pack, press)
    converted, remarks = build.convert(edition, options.to)
    return _Copy(read, converted, (*read.diagnostics, *remarks), pack, press)


def _pack(options: Namespace) -> str | Pack | None:
    """The pack asked for, judged before any copy is read; it is loaded once for all outputs."""
    layout: str | None = getattr(options, "layout", None)
    if layout is None or options.sandbox:
        return layout
    pack = shelf.pack(layout)
    pack.style(getattr(options, "theme", None))
    return pack


_FOR_PRESS = ".press.pdf"
_KINDS = {"build": ("proof", "pdf", "epub"), "pdf": ("pdf",), "epub": ("epub",)}


def _make(options: Namespace, voice: Voice) -> int:
    """`build`, `pdf` and `epub`: every issue that is given becomes an output of its own."""
    check_output(options.out)
    if options.command == "build" and options.out == STANDARD:
        raise WrongUse("several_outputs")
    issues = _issues(options)
    if getattr(options, "volume", False):
        return _volume(options, issues, voice)
    if len(issues) > 1 and options.out and options.command != "build":
        names = tuple(str(issue[0]) for issue in issues)
        raise WrongUse("several_issues", where=options.out, count=len(issues), names=names)
    taken: dict[Path, str] = {}
    return max(_issue(options, issue, voice, taken) for issue in issues)


def _issue(
    options: Namespace, sources: Sequence[str | Source], voice: Voice, taken: dict[Path, str]
) -> int:
    """Make one issue. `taken` are the outputs of the issues before it: none is written twice."""
    with shown(voice) as progress:
        copy = _copy(options, sources, voice, progress)
        done = Summary(voice, copy.remarks, copy.edition.furniture)
        if options.strict and any(r.kind in LEFT_OUT for r in copy.remarks):
            return done.finish(options.strict)
        targets = _targets(options, copy.edition)
        first = str(sources[0])
        for target in targets.values():
            if taken.setdefault(target, first) != first:
                raise WrongUse("same_output", where=str(target), first=taken[target], second=first)
            if str(target) != STANDARD:
                check_writable(target, options.sources)
        _draw(options, copy, targets, done, progress)
    return done.finish(options.strict)


def _volume(
    options: Namespace, issues: Sequence[tuple[str | Source, ...]], voice: Voice
) -> int:
    """All issues as one book; each is read when those before it are written."""
    from edition import build
    from edition.delivery.onto_disk import whole_file

    if options.out in (None, STANDARD):
        raise WrongUse("volume_without_out")
    target, said = Path(options.out), []
    check_writable(target, options.sources)

    def editions(progress: Progress) -> Iterator[Edition]:
        for issue in issues:
            copy = _copy(options, issue, voice, progress)
            said.append(copy.remarks)
            yield copy.edition

    with shown(voice) as progress, whole_file(target) as out:
        remarks = build.to_volume(
            editions(progress), out, modified(), _pack(options), asked_form(options)
        )
    done = Summary(voice, [remark for some in (*said, remarks) for remark in some])
    done.made(target)
    return done.finish(options.strict)


def _targets(options: Namespace, edition: Edition) -> dict[str, Path]:
    """Where each kind of file goes."""
    kinds = _KINDS[options.command]
    endings = {**SUFFIXES, "pdf": _FOR_PRESS} if getattr(options, "press", False) else SUFFIXES
    if options.command != "build":
        return {kind: target_of(options.out, edition, endings[kind]) for kind in kinds}
    wanted = [kind for kind in kinds if options.only in (None, kind)]
    folder = Path(options.out or "build")
    return {kind: folder / target_of(None, edition, endings[kind]).name for kind in wanted}


def _draw(
    options: Namespace, copy: _Copy, targets: Mapping[str, Path], done: Summary,
    progress: Progress,
) -> None:
    """Make the files, none of them written yet."""
    from edition import build

    paper, book = _paper_and_book(options, copy, targets, progress)
    if paper is not None:
        assert copy.pack is not None
        done.add(targets["pdf"], paper.data, paper.diagnostics)
        if options.command == "build":
            done.plan(paper.score)
        done.offer(asked_planning(options).others(copy.edition, copy.pack, asked_limits(options)))
    if book is not None:
        said: tuple[Diagnostic, ...] = ()
        if _stands_unlike(targets["epub"], book):
            if options.revise:
                pages = paper.pages if paper is not None else ()
                book = _book(options, _raised(options, copy, done), pages, progress)
            else:
                said = (_unrevised(targets["epub"], copy.edition),)
        done.add(targets["epub"], book.data, (*book.diagnostics, *said))
    if "proof" in targets:
        done.add(targets["proof"], build.to_proof(without_own(copy.read), copy.edition, done.lang))


def _paper_and_book(
    options: Namespace, copy: _Copy, targets: Mapping[str, Path], progress: Progress
) -> tuple[Built | None, Built | None]:
    """The newspaper and the book as far as they are wanted; the one beside the other."""
    from edition import build

    if "pdf" not in targets:
        return None, _book(options, copy, (), progress) if "epub" in targets else None
    assert copy.pack is not None
    if "epub" not in targets or not isinstance(copy.pack, Pack):
        paper = build.to_pdf(
            copy.edition, copy.pack, options.theme, progress, sandbox=asked_limits(options),
            press=copy.press,
        )
        book = _book(options, copy, paper.pages, progress) if "epub" in targets else None
        return paper, book
    from edition.cli.alongside import alongside
    from edition.pressroom import drawn

    sheets = build.to_sheets(copy.edition, copy.pack, options.theme, progress, copy.press)
    work = partial(_book, options, copy, sheets.pages, untold)
    with alongside(work, alone=options.timings) as made:
        paper = drawn(sheets, progress)
        if paper.pages != sheets.pages:
            return paper, _book(options, copy, paper.pages, progress)
        progress(Step.PACK, 0.0)
        found = made()
        progress(Step.PACK, 1.0)
        return paper, found


def _book(
    options: Namespace, copy: _Copy, pages: tuple[PrintedPage, ...], progress: Progress
) -> Built:
    from edition import build

    return build.to_epub(
        copy.edition, pages, modified(), copy.pack, progress, sandbox=asked_limits(options),
        form=asked_form(options),
    )


def _stands_unlike(target: Path, book: Built) -> bool:
    """True where another book of the same revision stands at its place."""
    from edition.delivery.standing import unlike_of_one_release

    return str(target) != STANDARD and unlike_of_one_release(target, book.data)


def _raised(options: Namespace, copy: _Copy, done: Summary) -> _Copy:
    """The copy under the next revision, which its sidecar is to say too."""
    revision = (copy.edition.imprint.revision or 1) + 1
    sidecar, data = raised_revision(options.sources, revision)
    done.add(sidecar, data)
    imprint = replace(copy.edition.imprint, revision=revision)
    return replace(copy, edition=replace(copy.edition, imprint=imprint))


def _unrevised(target: Path, edition: Edition) -> Diagnostic:
    values: Values = {"file": str(target), "revision": edition.imprint.revision or 1}
    return Diagnostic("book_unrevised", values)


def _stories(options: Namespace, voice: Voice) -> int:
    from edition import build
    from edition.render.editor.listing import stories_text
    from edition.storyjson.write import stories_json

    issues = _issues(options)
    if len(issues) > 1:
        names = tuple(str(issue[0]) for issue in issues)
        raise WrongUse("several_issues", count=len(issues), names=names)
    if options.remember:
        return remember_command(options, issues[0], voice)
    if options.explain:
        return explain_command(options, issues[0], voice)
    with shown(voice) as progress:
        copy = _copy(options, issues[0], voice, progress)
    if options.proof:
        check_writable(Path(options.proof), options.sources)
        sheet = build.to_proof(without_own(copy.read), copy.edition, voice.lang)
        write_file(Path(options.proof), sheet)
    if options.json:
        found = stories_json(copy.edition, copy.remarks)
        put(json.dumps(found, ensure_ascii=ascii_only(), indent=1))
    else:
        put(stories_text(copy.edition, copy.remarks, voice.lang, options.all))
    return exit_code(copy.remarks, options.strict)


def _review(options: Namespace, voice: Voice) -> int:
    issues = _issues(options)
    if len(issues) > 1:
        names = tuple(str(issue[0]) for issue in issues)
        raise WrongUse("several_issues", count=len(issues), names=names)
    return review_command(options, issues[0], voice)


def _schema(options: Namespace, voice: Voice) -> int:
    from edition.storyjson.read import schema

    put(schema().rstrip("\n"))
    return 0


def _check(options: Namespace, voice: Voice) -> int:
    from edition import checks

    data = finished_file(Path(options.file))
    stories = finished_file(Path(options.stories)) if options.stories else None
    if stories:
        voice.hear([stories.decode("utf-8", "replace")])
    if options.sandbox:
        asked = {"data": data, "name": options.file, "stories": stories}
        report = in_child(Limits(), "check_file", asked, untold, checks.Report)
    else:
        report = checks.check(data, options.file, stories)
    put(report.as_json() if options.json else report.as_text(voice.lang))
    return 1 if options.strict and not report.passed else 0


COMMANDS: Mapping[str, Callable[[Namespace, Voice], int]] = MappingProxyType({
    "build": _make, "pdf": _make, "epub": _make, "stories": _stories, "review": _review,
    "schema": _schema,
    "check": _check, "pack": pack_command, "setup": set_up, "doctor": doctor,
    "completion": complete, "desk": desk_command, "watch": watch_command, "new": new_command,
    "png": png_command, "archive": archive_command,
})
