"""Places at odds inside one story: 该县 cannot be two counties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.errors import Confidence, Diagnostic
from edition.model import Paragraph, Story, plain
from edition.trade.words import flag_of, tagged
from edition.walk import first_line

_LEVELS = "县縣"
_BACK = re.compile(f"[该全該][{_LEVELS}]")
_COUNTY = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})[{_LEVELS}]")
_LEAST, _MOST = 3, 16
"""characters of a county's name; no word of the dictionary is longer"""
_TOWNSHIP = re.compile("[\u4e00-\u9fff]{1,3}?[乡镇鄉鎮]")


def ask_places(
    stories: Sequence[Story], lost: frozenset[int]
) -> Iterator[Diagnostic]:
    """Conflicts of place. `lost` holds the numbers of stories whose opening is lost: words of
    theirs may stand in the story beside them.
    """
    for number, story in enumerate(stories, 1):
        claims = [claim for block in story.body if isinstance(block, Paragraph)
                  for claim in _claim(block)]
        if len(claims) < 2 or len({county for county, _, _ in claims}) != len(claims):
            continue
        (first, block, township), (other, second, _) = claims[0], claims[1]
        strayed = _strayed(stories, number, lost, first, township)
        if strayed:
            yield Diagnostic(
                "mixed_in_text", {"headline": strayed}, line=first_line(block), story=number,
                text=first + township, suggestion=other, confidence=Confidence.PROBABLE,
            )
        yield Diagnostic(
            "place_conflict",
            {"first": first, "first_line": _line(block), "other": other,
             "other_line": _line(second)},
            line=first_line(second), story=number, text=other, confidence=Confidence.CERTAIN,
        )


def _claim(block: Paragraph) -> Iterator[tuple[str, Paragraph, str]]:
    """The one county a paragraph names and then calls 该县 or 全县, with a township after it."""
    text = plain(block.runs)
    if not _BACK.search(text) or not _may_name_one(text):
        return
    places = {word for word, flag in tagged(text)
              if flag == "ns" and len(word) >= _LEAST and word[-1] in _LEVELS}
    if len(places) == 1:
        county = places.pop()
        after = _TOWNSHIP.match(text, text.index(county) + len(county))
        yield county, block, after.group() if after else ""


def _may_name_one(text: str) -> bool:
    """False where nothing that ends in 县 is a place: then no words need be told apart."""
    for found in _COUNTY.finditer(text):
        end = found.end()
        for start in range(end - _LEAST, max(end - _MOST, 0) - 1, -1):
            if not "\u4e00" <= text[start] <= "\u9fff":
                break
            if flag_of(text[start:end]) == "ns":
                return True
    return False


def _strayed(
    stories: Sequence[Story], number: int, lost: frozenset[int], county: str, township: str
) -> str | None:
    """Headline of a neighbour with a lost opening that names both county and township."""
    for beside in (number - 1, number + 1):
        if beside in lost and township:
            text = stories[beside - 1].text
            if county in text and township in text:
                return stories[beside - 1].headline
    return None


def _line(block: Paragraph) -> int | str:
    line = first_line(block)
    return "?" if line is None else line
