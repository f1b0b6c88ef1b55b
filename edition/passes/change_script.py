"""The change of script: Simplified text to a Traditional edition of Taiwan or Hong Kong, and
between any two of the three.

Only text is converted, block by block across inline marks, character for character. Names, the
house glossary and known false friends are taken out before and put back after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version

from edition.errors import Diagnostic, WrongUse
from edition.model import Edition
from edition.passes.script.conversion import SIGNS, Conversion, configs_of
from edition.passes.script.formdoubts import already, name_doubts, word_doubts
from edition.passes.script.housewords import HouseWords, house_words
from edition.passes.script.persons import Register
from edition.passes.script.signed import signed_in
from edition.patterns import late
from edition.trade.regions import region_of
from edition.trade.script.sides import is_traditional_copy, tag_of
from edition.walk import Place, map_text, texts_of

_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]")


def convert(edition: Edition, tag: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition in the script of `tag`; one that is in it stays as it is.

    Raises WrongUse for an unknown tag, and for the tag of another language than the copy's.
    """
    region = region_of(tag)
    if region.latin:
        if _is_han("".join(story.text for story in edition.stories)):
            raise WrongUse("tag_of_language", tag=tag)
        return replace(edition, language=tag), ()
    source = region_of(_tag_of_copy(edition))
    if source.tag == "zh-Hant" and region.opencc is not None:
        source = region
    configs = configs_of(source, region)
    house = house_words(edition.glossary, region)
    if not configs:
        if region.opencc is None:
            return _in_one_script(edition)
        same = replace(edition, language=tag)
        return map_text(same, house.printed) if house.variants else same, ()
    remarks = tuple(
        Diagnostic("glossary_length", {"word": word}, text=word) for word in house.uneven
    )
    texts = texts_of(edition)
    register = _register(texts, house.persons) if source.opencc is None else None
    work = Conversion(source, region, house, register)
    work.prepare(texts)
    changed = map_text(edition, work.change)
    if work.longer:
        changed = map_text(changed, work.longer.written_out)
    changed = _with_words(replace(changed, language=tag), edition)
    found = (
        *name_doubts(work.asking.names), *word_doubts(work.asking.words),
        *already(work.traditional),
    )
    return changed, (_record(tag, ", ".join(configs)), *remarks, *found)


def _tag_of_copy(edition: Edition) -> str:
    """The tag of the copy: of `zh-Hant`, which names no region, the one that its text tells of."""
    if edition.language != "zh-Hant":
        return edition.language
    return tag_of("\n".join(story.text for story in edition.stories))


def _in_one_script(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """A Simplified edition whose Traditional texts, where it has any, are Simplified too."""
    changed: list[str] = []

    def simple(text: str, _: Place) -> str:
        if not is_traditional_copy(text):
            return text
        region = region_of(tag_of(text))
        changed.extend(configs_of(region, region_of(edition.language)))
        work = Conversion(region, region_of(edition.language), HouseWords())
        return work.change(text, Place.TEXT)

    found = map_text(edition, simple)
    if not changed:
        return edition, ()
    return found, (_record(edition.language, ", ".join(dict.fromkeys(changed))),)


def _is_han(text: str) -> bool:
    """True for copy of which Han characters are the greater part of the letters."""
    return 2 * len(_HAN.findall(text)) > sum(map(str.isalpha, text))


def _with_words(changed: Edition, before: Edition) -> Edition:
    """Keep each headline as it was read, so that its words can still be told apart."""
    kept = region_of(changed.language).opencc is not None
    sections = tuple(
        replace(section, stories=tuple(
            replace(
                new,
                headline_as_read=_as_read(old.headline_as_read or old.headline, new.headline, kept),
                deck_as_read=_as_read(old.deck_as_read or old.deck, new.deck, kept),
            )
            for new, old in zip(section.stories, source.stories, strict=True)
        ))
        for section, source in zip(changed.sections, before.sections, strict=True)
    )
    return replace(changed, sections=sections)


def _as_read(before: str | None, now: str | None, kept: bool) -> str | None:
    """A heading as it was read, where its characters still stand one to one."""
    return before if kept and len(before or "") == len(now or "") else None


def _record(tag: str, config: str) -> Diagnostic:
    return Diagnostic("converted", {"tag": tag, "version": version("opencc"), "config": config})


def _register(texts: Iterable[tuple[str, Place]], answered: Iterable[str]) -> Register:
    """The persons of the edition, from its bylines, its texts and what editors have answered."""
    plain: list[str] = []
    signed: list[str] = []
    for text, place in texts:
        if place is Place.NAME:
            signed.append(text)
            continue
        plain.append(text)
        if place is Place.BYLINE or SIGNS in text:
            signed.extend(text[start:end] for start, end in signed_in(text))
    return Register(plain, signed, answered)
