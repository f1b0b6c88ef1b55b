"""The change of script: Simplified text to a Traditional edition of Taiwan or Hong Kong, and
between any two of the three.

Only text is converted, block by block across inline marks, character for character. Names, the
house glossary and known false friends are taken out before and put back after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib.metadata import version

from edition.errors import CannotSet, Diagnostic, WrongUse
from edition.model import Edition
from edition.passes.regional_quotes import regional_quotes
from edition.passes.script.engines import (
    FOREIGN,
    HOLD,
    MAY_BE_FOREIGN,
    in_script,
    simplified,
    word_form,
)
from edition.passes.script.formdoubts import (
    FormDoubt,
    already,
    name_doubts,
    settling_span,
    with_character,
    word_doubts,
)
from edition.passes.script.housewords import HouseWords, house_words
from edition.passes.script.longerwords import LongerWords
from edition.passes.script.persons import Register
from edition.passes.script.signed import signed_in
from edition.passes.script.wordborders import Borders, Ruling, borders
from edition.passes.script.wordways import stands_alone
from edition.patterns import late
from edition.trade.regions import Region, region_of
from edition.trade.script.givennames import named
from edition.trade.script.sides import is_traditional, is_traditional_copy, tag_of
from edition.trade.script.surnames import DOUBTFUL
from edition.trade.script.twinforms import written
from edition.walk import Place, map_text

STARTER: dict[str, str] = {
    word: word.translate(str.maketrans("点赞镇窑县区", "點讚鎮窯縣區")) for word in (
        "点赞", "里水镇", "游埠镇", "干窑镇", "于都", "谷城县", "范县", "于洪区", "郁南县",
        "岳麓区", "江干区", "后海",
    )
} | {"新余市": "新餘市", "余杭": "餘杭", "余姚": "餘姚", "余干县": "餘干縣", "鱼台县": "魚臺縣"}
"""Words that greedy matching gets wrong whatever the paper; each replaces itself alone."""

_Asked = dict[str, tuple[FormDoubt, tuple[str, str]]]
"""what is asked about: the doubt, and the two forms that the remark names"""
_SIGNS = "（记者"
"""opens a signature within a text"""
_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]")


class _Conversion:
    """One edition's conversion: what is protected, and what the editor should look at."""

    def __init__(
        self, source: Region, target: Region, house: HouseWords,
        register: Register | None = None,
    ) -> None:
        self._configs = _configs(source, target)
        self._simplified = source.opencc is None
        self._writes = source.letters == "TW" and not source.latin
        self._quotes = _quotes(source, target)
        self._house = house
        self._words = _words(source, target, house)
        self._pattern = re.compile(
            "|".join(re.escape(w) for w in sorted(self._words, key=lambda w: (-len(w), w)))
        )
        self.longer = LongerWords()
        """words whose other form has another length"""
        self._register = register
        self._ready: dict[tuple[str, Place], tuple[Mapping[int, str], str]] = {}
        """what was converted before it is asked for"""
        self._word = partial(word_form, self._configs)
        self._borders = (
            borders(self._configs, f"t2{target.opencc.removeprefix('s2')}")
            if source.opencc is None and target.opencc is not None else None
        )
        """told only of Simplified copy"""
        self.doubtful: _Asked = {}
        self.bearers: _Asked = {}
        """the same, where a surname stands before a title alone"""
        self.words: _Asked = {}
        self.traditional: list[str] = []
        """the Traditional characters of the copy, as often as they stand there"""

    def prepare(self, texts: Iterable[tuple[str, Place]]) -> None:
        """Convert texts at once, one a line, which is faster than each by itself."""
        found = dict.fromkeys(texts)
        self.longer.avoid(text for text, _ in found)
        keys = [
            key for key in found
            if key[0] and not (self._simplified and _stays(key[0]))
        ]
        held = [self._held(*key) for key in keys]
        lines = [
            _with_held(text, dict.fromkeys(there, HOLD))
            for (text, _), there in zip(keys, held, strict=True)
        ]
        whole = in_script(self._configs, "\n".join(lines))
        if len(whole) != sum(map(len, lines)) + max(len(lines) - 1, 0):
            return
        at = 0
        for key, there in zip(keys, held, strict=True):
            self._ready[key] = there, whole[at:at + len(key[0])]
            at += len(key[0]) + 1

    def _converted(self, text: str, place: Place) -> tuple[Mapping[int, str], str]:
        """What is held of a text, by its offset, and the dictionary's form of the rest."""
        ready = self._ready.get((text, place))
        if ready is not None:
            return ready
        held = self._held(text, place)
        return held, in_script(self._configs, _with_held(text, dict.fromkeys(held, HOLD)))

    def change(self, text: str, place: Place) -> str:
        """`text` in the other script, of the same length."""
        if not text or (self._simplified and self._is_left(text)):
            return text
        held, converted = self._converted(text, place)
        if len(converted) != len(text):
            raise CannotSet("length_changed", where=text[:40])
        if self._writes and "著" in text:
            converted = written(text, converted)
        doubts: list[tuple[int, Ruling]] = []
        if self._borders is not None:
            converted, doubts = _ruled(self._borders, text, converted, held)
        if held or self._simplified:
            converted = self._house.printed(converted)
        converted = _with_held(converted, held)
        for at, ruling in doubts:
            self._doubt(text, converted, at, ruling)
        return regional_quotes(converted, self._quotes)

    def _held(self, text: str, place: Place) -> dict[int, str]:
        """Offset → the character that stands there after the conversion."""
        held: dict[int, str] = {}
        for match in FOREIGN.finditer(text) if MAY_BE_FOREIGN.search(text) else ():
            held.update(zip(range(*match.span()), match.group(), strict=True))
        for match in self._pattern.finditer(text) if self._words else ():
            start, end = match.span()
            if start not in held and stands_alone(text, start, end):
                full = self.longer.standing_for(self._words[match.group()], end - start)
                held.update(zip(range(start, end), full, strict=True))
        for start, end in self._names(text, place) if self._simplified else ():
            if not any(at in held for at in range(start, end)):
                held.update(zip(range(start, end), self._name(text, start, end), strict=True))
        return held

    def _names(self, text: str, place: Place) -> Iterator[tuple[int, int]]:
        """Start and end of each person's name in a text."""
        if place is Place.NAME:
            if text:
                yield 0, len(text)
            return
        taken: set[int] = set()
        for start, end in signed_in(text) if place is Place.BYLINE or _SIGNS in text else ():
            taken.update(range(start, end))
            yield start, end
        for one in self._register.named_in(text) if self._register is not None else ():
            if taken.isdisjoint(range(one.start, one.end)):
                yield one.start, one.end

    def _name(self, text: str, start: int, end: int) -> str:
        """A person's name: the surname by its table, each given character by itself."""
        name = text[start:end]
        plain = "".join(name.split())
        if len(self._words.get(plain, "")) == len(plain):
            given = iter(self._words[plain])
            return "".join(c if c.isspace() else next(given) for c in name)
        if name[0] in DOUBTFUL:
            called = plain if len(name) > 1 else "".join(text[start:start + 3].split())
            shown = called.strip("（）")
            forms = DOUBTFUL[name[0]]
            chosen = named(shown, self._word)
            others = (form + chosen[1:] for form in forms if form != chosen[0])
            (self.doubtful if len(name) > 1 else self.bearers).setdefault(
                shown, (FormDoubt(shown, chosen, tuple(others), "surname"), forms)
            )
        return named(name, self._word)

    def _is_left(self, text: str) -> bool:
        """Whether a text is Traditional already; its characters are noted once an edition."""
        simple = simplified(text)
        if simple == text:
            return False
        self.traditional += (
            c for c, s in zip(text, simple, strict=True)
            if c != s and s != HOLD and c not in self._quotes.values()
        )
        return is_traditional(text)

    def ask_of(self, names: Iterable[str]) -> None:
        """Ask about what may be a name: the form given as words, and that of a name."""
        for name in dict.fromkeys(names):
            given, other = self._word(name), named(name, self._word)
            if given != other and name not in self._words:
                doubt = FormDoubt(name, given, (other,), "name_or_word")
                self.words.setdefault(name, (doubt, (given, other)))

    def _doubt(self, text: str, converted: str, at: int, ruling: Ruling) -> None:
        """Ask about a place: what a glossary would say of the words there, and what else."""
        context = text[max(0, at - 3):at + 4]
        if context in self.words:
            return
        start, end = settling_span(text, at)
        other = with_character(converted[start:end], at - start, ruling.other)
        doubt = FormDoubt(
            text[start:end], self.longer.written_out(converted[start:end]),
            (self.longer.written_out(self._house.printed(other)),),
            "alone" if ruling.alone else "two_words",
        )
        self.words[context] = doubt, (ruling.form, ruling.other)


def _stays(text: str) -> bool:
    """Whether a text is Traditional already."""
    return is_traditional(text) and simplified(text) != text


def _ruled(
    rules: Borders, text: str, converted: str, held: Mapping[int, str]
) -> tuple[str, list[tuple[int, Ruling]]]:
    """The conversion with what the borders of words say of it, and what they doubt."""
    changed: list[str] = []
    doubts: list[tuple[int, Ruling]] = []
    for at, ruling in rules.rulings(text, converted, held):
        changed = changed or list(converted)
        start = at + ruling.start
        changed[start:start + len(ruling.form)] = ruling.form
        if ruling.other:
            doubts.append((at, ruling))
    return "".join(changed) or converted, doubts


def _with_held(text: str, held: Mapping[int, str]) -> str:
    """`text` with other characters at some offsets."""
    if not held:
        return text
    changed = list(text)
    for at, c in held.items():
        changed[at] = c
    return "".join(changed)


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


def _words(source: Region, target: Region, house: HouseWords) -> dict[str, str]:
    """What a word of the source becomes, whatever the dictionary says."""
    if source.opencc is None:
        return {**STARTER, **house.words}
    there = house_words(house.pairs, source).words
    if target.opencc is None:
        return {full: simple for simple, full in there.items()}
    return {full: house.words.get(simple, full) for simple, full in there.items()}


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
    house = house_words(edition.glossary, region)
    if not configs:
        if region.opencc is None:
            return _in_one_script(edition)
        same = replace(edition, language=tag)
        return map_text(same, house.printed) if house.variants else same, ()
    remarks = tuple(
        Diagnostic("glossary_length", {"word": word}, text=word) for word in house.uneven
    )
    texts = _texts(edition)
    register = _register(texts) if source.opencc is None else None
    work = _Conversion(source, region, house, register)
    work.prepare(texts)
    changed = map_text(edition, work.change)
    if work.longer:
        changed = map_text(changed, work.longer.written_out)
    changed = _with_words(replace(changed, language=tag), edition)
    if register is not None:
        work.ask_of(register.doubted)
    full = {name[0] for name in work.doubtful}
    named_alone = {name: forms for name, forms in work.bearers.items() if name[0] not in full}
    found = (
        *name_doubts({**work.doubtful, **named_alone}), *word_doubts(work.words),
        *already(work.traditional),
    )
    return changed, (_record(tag, ", ".join(configs)), *remarks, *found)


def _in_one_script(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """A Simplified edition whose Traditional texts, where it has any, are Simplified too."""
    changed: list[str] = []

    def simple(text: str, _: Place) -> str:
        if not is_traditional_copy(text):
            return text
        region = region_of(tag_of(text))
        changed.extend(_configs(region, region_of(edition.language)))
        work = _Conversion(region, region_of(edition.language), HouseWords())
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


def _texts(edition: Edition) -> list[tuple[str, Place]]:
    """All texts of an edition in their order."""
    texts: list[tuple[str, Place]] = []

    def gathered(text: str, place: Place) -> str:
        texts.append((text, place))
        return text

    map_text(edition, gathered)
    return texts


def _register(texts: Iterable[tuple[str, Place]]) -> Register:
    """The persons of the edition, from its bylines and from all its texts."""
    plain: list[str] = []
    signed: list[str] = []
    for text, place in texts:
        if place is Place.NAME:
            signed.append(text)
            continue
        plain.append(text)
        if place is Place.BYLINE or _SIGNS in text:
            signed.extend(text[start:end] for start, end in signed_in(text))
    return Register(plain, signed)
