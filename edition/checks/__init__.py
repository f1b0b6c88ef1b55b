"""Preflight: what a finished PDF or EPUB, of anyone's making, is worth.

`CHECKS` maps a file's ending to the check that judges its bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from edition.checks.epub_file import check_epub
from edition.checks.pdf_file import check_pdf
from edition.checks.report import Finding, Report
from edition.errors import UnreadableInput, WrongUse

Check = Callable[[bytes, str, Mapping[str, Any] | None], Report]
CHECKS: dict[str, Check] = {".pdf": check_pdf, ".epub": check_epub}


def check(data: bytes, name: str, stories: bytes | None = None) -> Report:
    """Judge a file by its bytes; `stories` is the output of `edition stories --json`.

    Raises WrongUse for another kind of file, UnreadableInput for one that cannot be opened.
    """
    for ending, judge in CHECKS.items():
        if name.lower().endswith(ending):
            return judge(data, name, _stories(stories))
    raise WrongUse(
        "This kind of file cannot be checked", where=name,
        why=f"The kinds are {', '.join(CHECKS)}", todo="Give one of them",
    )


def _stories(data: bytes | None) -> Mapping[str, Any] | None:
    if data is None:
        return None
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise UnreadableInput(
            "The story file is not JSON", why=str(error),
            todo="Make it with “edition stories SOURCE --json”",
        ) from error
    if not isinstance(found, dict) or not _is_stories(found):
        raise UnreadableInput(
            "The story file has no sections", todo="Make it with “edition stories SOURCE --json”"
        )
    return found


def _is_stories(found: Mapping[str, Any]) -> bool:
    """True for the shape `edition stories --json` prints, as far as a check looks at it."""
    if not isinstance(found.get("sections"), list):
        return False
    return all(
        isinstance(section, dict)
        and isinstance(section.get("stories"), list)
        and all(isinstance(story, dict) and _is_story(story) for story in section["stories"])
        for section in found["sections"]
    )


def _is_story(story: Mapping[str, Any]) -> bool:
    texts = [story.get(key) for key in ("kicker", "headline", "deck", "dateline", "byline_raw")]
    body, credits = story.get("body", []), story.get("credits", [])
    if not isinstance(body, list) or not isinstance(credits, list):
        return False
    texts += [block.get("text") if isinstance(block, dict) else 0 for block in body]
    return all(text is None or isinstance(text, str) for text in [*texts, *credits])


__all__ = ["CHECKS", "Finding", "Report", "check"]
