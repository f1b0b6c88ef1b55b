"""The door of OpenCC: Simplified text to a Traditional edition of Taiwan or Hong Kong, and between
any two of the three.

Only text is converted, block by block across inline marks, character for character. Names, the
house glossary and known false friends are taken out before and put back after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from edition.errors import CannotSet, Confidence, Diagnostic, MissingResource, WrongUse
from edition.messages.texts import Phrase
from edition.model import Edition
from edition.passes.regional_quotes import regional_quotes
from edition.patterns import late
from edition.trade.regions import Region, region_of
from edition.trade.surnames import DOUBTFUL, TRADITIONAL, surname_starts, surnames_in
from edition.walk import Place, map_text

if TYPE_CHECKING:
    import opencc

STARTER: dict[str, str] = {
    "点赞": "點讚",
    "娘家": "娘家",
    "系安全带": "繫安全帶",
    "系鞋带": "繫鞋帶",
    "系领带": "繫領帶",
    "几分钟": "幾分鐘",
    "几秒钟": "幾秒鐘",
    "被发明": "被發明",
    "被发掘": "被發掘",
    "被发现": "被發現",
    "被发展": "被發展",
    "被发送": "被發送",
    "了如何": "了如何",
    "中文采访": "中文採訪",
    "里水镇": "里水鎮",
    "游埠镇": "游埠鎮",
    "干窑镇": "干窯鎮",
    "新余市": "新餘市",
}
"""Words that greedy matching gets wrong whatever the paper; each replaces itself alone."""

_HOLD = "\U000f0000"
"""Stands for a protected character. Plane 15: no dictionary holds it, so no word crosses it; what
it stood for is put back by offset, so copy that holds the same character keeps it."""
_FOREIGN = late(
    r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+|[\x00-\x08\ud800-\udfff]"
)
"""Addresses, and what would cut or break the dictionary's own text."""


_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]")


@lru_cache(maxsize=4)
def _converter(config: str) -> opencc.OpenCC:
    import opencc  # Heavy, and wanted only where another script is.

    try:
        return opencc.OpenCC(config=config, include_tofu_risk_dictionaries=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise MissingResource("opencc_broken", where=config, error=str(error)) from error


def simplified(text: str) -> str:
    """`text` character by character in the Simplified script, where a character has one."""
    whole = _FOREIGN.sub(lambda match: _HOLD * len(match.group()), text)
    found = str(_converter("t2s").convert(whole))
    return found if len(found) == len(text) else text


class _Conversion:
    """One edition's conversion: what is protected, and what the editor should look at."""

    def __init__(self, source: Region, target: Region, glossary: Mapping[str, str]) -> None:
        self._engines = tuple(map(_converter, _configs(source, target)))
        self._simplified = source.opencc is None
        self._quotes = _quotes(source, target)
        words = _words(source, target, glossary)
        self._words = words
        self._pattern = re.compile(
            "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
        )
        self.doubtful: dict[str, tuple[str, str]] = {}
        self.traditional: dict[str, str] = {}

    def change(self, text: str, place: Place) -> str:
        """`text` in the other script, of the same length."""
        held = self._held(text, place)
        if self._simplified:
            self._note_traditional(text)
        converted = "".join(_HOLD if at in held else c for at, c in enumerate(text))
        for engine in self._engines:
            converted = str(engine.convert(converted))
        if len(converted) != len(text):
            raise CannotSet("length_changed", where=text[:40])
        restored = "".join(held.get(at, c) for at, c in enumerate(converted))
        return regional_quotes(restored, self._quotes)

    def _held(self, text: str, place: Place) -> dict[int, str]:
        """Offset → the character that stands there after the conversion."""
        held: dict[int, str] = {}
        for match in _FOREIGN.finditer(text):
            held.update(zip(range(*match.span()), match.group(), strict=True))
        for match in self._pattern.finditer(text) if self._words else ():
            if match.start() not in held:
                target = self._words[match.group()]
                held.update(zip(range(*match.span()), target, strict=True))
        for at in self._surnames(text, place) if self._simplified else ():
            held[at] = self._surname(text[at], text[at : at + 3])
        return held

    def _note_traditional(self, text: str) -> None:
        """Remember each Traditional character of the copy with a few words around it."""
        for at, (c, simple) in enumerate(zip(text, simplified(text), strict=True)):
            if c != simple and simple != _HOLD and c not in self._quotes.values():
                self.traditional.setdefault(c, text[max(0, at - 3) : at + 4])

    def _surnames(self, text: str, place: Place) -> tuple[int, ...]:
        if place is Place.NAME:
            starts: tuple[int, ...] = (0,) if text else ()
        elif place is Place.BYLINE:
            starts = surname_starts(text)
        else:
            starts = surnames_in(text)
        return tuple(at for at in starts if text[at] in TRADITIONAL)

    def _surname(self, surname: str, context: str) -> str:
        if surname in DOUBTFUL:
            self.doubtful.setdefault(context.strip("（） "), DOUBTFUL[surname])
        return TRADITIONAL[surname]


def _configs(source: Region, target: Region) -> tuple[str, ...]:
    """OpenCC's steps from one script to another; between Taiwan and Hong Kong over its own
    standard. None where the script is the same."""
    old, new = source.opencc, target.opencc
    if old == new:
        return ()
    if old is None:
        return (str(new),)
    place = old.removeprefix("s2")
    return (f"{place}2s",) if new is None else (f"{place}2t", f"t2{new.removeprefix('s2')}")


def _quotes(source: Region, target: Region) -> Mapping[str, str]:
    """The target's mark for each quotation mark of the source."""
    if source.opencc is None:
        return target.quotes
    return {} if target.quotes else {there: here for here, there in source.quotes.items()}


def _words(source: Region, target: Region, glossary: Mapping[str, str]) -> dict[str, str]:
    """What a word of the source becomes, whatever the dictionary says."""
    if source.opencc is None:
        return {**STARTER, **glossary}
    return {full: full if target.opencc else simple for simple, full in glossary.items()}


def convert(edition: Edition, tag: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition in the script of `tag`; one that is in it stays as it is.

    Raises WrongUse for an unknown tag, and for the tag of another language than the copy's.
    """
    region = region_of(tag)
    if region.latin:
        if _is_han("".join(story.text for story in edition.stories)):
            raise WrongUse("tag_of_language", tag=tag)
        return replace(edition, language=tag), ()
    source = region_of(edition.language)
    configs = _configs(source, region)
    if not configs:
        return edition if region.opencc is None else replace(edition, language=tag), ()
    glossary, remarks = _usable(edition.glossary)
    work = _Conversion(source, region, glossary)
    changed = _with_words(replace(map_text(edition, work.change), language=tag), edition)
    found = (*_doubts(work.doubtful), *_already(work.traditional))
    return changed, (_record(tag, ", ".join(configs)), *remarks, *found)


def _is_han(text: str) -> bool:
    """True for copy of which Han characters are the greater part of the letters."""
    return 2 * len(_HAN.findall(text)) > sum(map(str.isalpha, text))


def _with_words(changed: Edition, before: Edition) -> Edition:
    """Keep each headline as it was read, so that its words can still be told apart."""
    kept = region_of(changed.language).opencc is not None
    sections = tuple(
        replace(section, stories=tuple(
            replace(
                new, headline_as_read=(old.headline_as_read or old.headline) if kept else None,
                deck_as_read=(old.deck_as_read or old.deck) if kept else None,
            )
            for new, old in zip(section.stories, source.stories, strict=True)
        ))
        for section, source in zip(changed.sections, before.sections, strict=True)
    )
    return replace(changed, sections=sections)


def _usable(
    pairs: tuple[tuple[str, str], ...]
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The glossary entries that keep their length, and a query for each that does not."""
    good = {simple: full for simple, full in pairs if simple and len(simple) == len(full)}
    bad = [simple for simple, full in pairs if len(simple) != len(full) or not simple]
    return good, tuple(
        Diagnostic("glossary_length", {"word": simple}, text=simple) for simple in bad
    )


def _record(tag: str, config: str) -> Diagnostic:
    return Diagnostic("converted", {"tag": tag, "version": version("opencc"), "config": config})


def _doubts(doubtful: Mapping[str, tuple[str, str]]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            "name_form",
            {"name": name, "forms": Phrase("two_forms", {"one": forms[0], "other": forms[1]})},
            text=name, confidence=Confidence.WEAK,
        )
        for name, forms in doubtful.items()
    )


def _already(traditional: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            "already_traditional", {"character": character, "context": context},
            text=character, confidence=Confidence.PROBABLE,
        )
        for character, context in traditional.items()
    )
