"""One edition's conversion: what is protected, what the tables give, what words overrule.

All texts are changed at once (`OneText`), character for character, and are then asked for one by
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from edition.errors import CannotSet
from edition.passes.regional_quotes import regional_quotes
from edition.passes.script.engines import (
    FOREIGN,
    HOLD,
    MAY_BE_FOREIGN,
    in_script,
    simplified,
    word_form,
)
from edition.passes.script.formasking import Asking
from edition.passes.script.housewords import HouseWords, house_words
from edition.passes.script.longerwords import LongerWords
from edition.passes.script.onetext import OneText, with_put
from edition.passes.script.persons import Register
from edition.passes.script.signed import credited_in, signed_in
from edition.passes.script.wordborders import Ruling, borders
from edition.passes.script.wordways import stands_alone
from edition.patterns import late
from edition.trade.regions import Region
from edition.trade.script.givennames import named
from edition.trade.script.knownpersons import KNOWN_FORMS, known_by_company
from edition.trade.script.paperforms import printed_words
from edition.trade.script.particles import written
from edition.trade.script.sides import is_left
from edition.walk import Place

STARTER: dict[str, str] = {
    word: word.translate(str.maketrans("点赞镇窑县区鉴", "點讚鎮窯縣區鑒")) for word in (
        "点赞", "里水镇", "游埠镇", "干窑镇", "于都", "谷城县", "范县", "于洪区", "郁南县",
        "岳麓区", "江干区", "后母戊", "兄台", "台端", "台鉴", "台甫", "台启", "台安",
        "今周刊",
    )
} | {"新余市": "新餘市", "余杭": "餘杭", "余姚": "餘姚", "余干县": "餘干縣", "鱼台县": "魚臺縣",
    "星露谷物语": "星露谷物語"}
"""Words that greedy matching gets wrong whatever the paper; each replaces itself alone."""
REGIONAL = {
    "复核": ("複核", "覆核"), "复诊": ("複診", "覆診"), "复检": ("複檢", "覆檢"),
    "复讯": ("複訊", "覆訊"), "家具": ("家具", "家具"), "团伙": ("團夥", "團伙"),
}
"""Words that Taiwan and Hong Kong print in two ways, of which OpenCC knows one or none."""
SIGNS = "（记者"
"""opens a signature within a text"""
STROKE = late("[／/]")
"""stands between a role and a name"""

_Key = tuple[str, Place]
_SHOWN = 40
"""characters of a text that an error shows"""


class Conversion:
    """What is protected of an edition's texts, and what the editor should look at."""

    def __init__(
        self, source: Region, target: Region, house: HouseWords,
        register: Register | None = None,
    ) -> None:
        self._configs = configs_of(source, target)
        self._simplified = source.opencc is None
        self._writes = source.letters == "TW" and not source.latin
        self._prints = printed_words if target.letters == "HK" and not target.latin else str
        self._quotes = _quotes(source, target)
        self._house = house
        self._words = _words(source, target, house)
        self._pattern = re.compile(
            "|".join(re.escape(w) for w in sorted(self._words, key=lambda w: (-len(w), w)))
        )
        self.longer = LongerWords()
        """words whose other form has another length"""
        self._register = register
        self._ready: dict[_Key, str] = {}
        """what was converted before it is asked for"""
        self._full: dict[str, str] = {}
        """text → the Traditional characters that it holds"""
        self._word = house.in_names(partial(word_form, self._configs))
        self._borders = (
            borders(self._configs, f"t2{target.opencc.removeprefix('s2')}")
            if source.opencc is None and target.opencc is not None else None
        )
        """told only of Simplified copy"""
        self.asking = Asking(
            house, self._word, self.longer.standing_for, self.longer.written_out
        )
        self.traditional: list[str] = []
        """the Traditional characters of the copy, as often as they stand there"""

    def change(self, text: str, place: Place) -> str:
        """`text` in the other script, of the same length."""
        if not text:
            return text
        ready = self._ready.get((text, place))
        if ready is None:
            self.prepare(((text, place),))
            ready = self._ready[text, place]
        if text in self._full:
            self.traditional += self._full[text]
        return ready

    def prepare(self, texts: Iterable[_Key]) -> None:
        """Convert texts at once, which is faster than each by itself.

        Raises CannotSet for one whose length the dictionary changes.
        """
        keys = [key for key in dict.fromkeys(texts) if key[0]]
        self.longer.avoid(text for text, _ in keys)
        if self._simplified:
            keys = self._not_left(keys)
        if not keys:
            return
        joined = OneText(text for text, _ in keys)
        held = self._held(joined, [place for _, place in keys])
        given = self._given(joined, held)
        if self._writes and "著" in joined.whole:
            given = written(joined.whole, given)
        doubts: list[tuple[int, Ruling]] = []
        if self._borders is not None:
            ruled: dict[int, str] = {}
            for at, ruling in self._borders.rulings(joined.whole, given, held):
                start = at + ruling.start
                ruled.update(zip(range(start, start + len(ruling.form)), ruling.form, strict=True))
                if ruling.other:
                    doubts.append((at, ruling))
            given = with_put(given, ruled)
        given = with_put(self._house.printed(self._prints(given)), held)
        given = with_put(given, self._answered(joined, given, doubts, held))
        given = regional_quotes(given, self._quotes)
        self._ready.update(zip(keys, joined.lines_of(given), strict=True))

    def _not_left(self, keys: Sequence[_Key]) -> list[_Key]:
        """The texts that are not Traditional already; what they hold of it is noted."""
        joined = OneText(text for text, _ in keys)
        simple = simplified(joined.whole)
        if simple == joined.whole:
            return list(keys)
        found = []
        for key, line in zip(keys, joined.lines_of(simple), strict=True):
            text = key[0]
            if text == line:
                found.append(key)
                continue
            self._full[text] = "".join(
                c for c, s in zip(text, line, strict=True)
                if c != s and s != HOLD and c not in self._quotes.values()
            )
            if is_left(text):
                self._ready[key] = text
            else:
                found.append(key)
        return found

    def _answered(
        self, joined: OneText, whole: str, doubts: Iterable[tuple[int, Ruling]],
        held: Mapping[int, str],
    ) -> dict[int, str]:
        """Ask about what is doubtful in a changed whole; what was answered before is put there."""
        put: dict[int, str] = {}
        names: set[int] = set()
        for text, begun in zip(joined.texts, joined.starts, strict=False):
            for one in self._register.doubted_in(text) if self._register is not None else ():
                places = range(begun + one.start, begun + one.end)
                if not any(at in held for at in places):
                    changed = whole[begun:begun + len(text)]
                    found = self.asking.maybe_named(text, changed, one)
                    if found is not None:
                        put.update((begun + at, c) for at, c in found.items())
                        names.update(places)
        for at, ruling in doubts:
            if at not in names:
                line = joined.line_at(at)
                text, begun = joined.texts[line], joined.starts[line]
                changed = whole[begun:begun + len(text)]
                found = self.asking.border(text, changed, at - begun, ruling)
                put.update((begun + place, c) for place, c in found.items())
        return put

    def _given(self, joined: OneText, held: Mapping[int, str]) -> str:
        """The dictionary's form of what is not held."""
        text = with_put(joined.whole, dict.fromkeys(held, HOLD))
        given = in_script(self._configs, text)
        if len(given) == len(text):
            return given
        for line, whole in zip(joined.lines_of(text), joined.texts, strict=True):
            if len(in_script(self._configs, line)) != len(line):
                raise CannotSet("length_changed", where=whole[:_SHOWN])
        raise CannotSet("length_changed", where=text[:_SHOWN])

    def _held(self, joined: OneText, places: Sequence[Place]) -> dict[int, str]:
        """Offset → the character that stands there after the conversion."""
        held: dict[int, str] = {}
        text = joined.whole
        for match in FOREIGN.finditer(text) if MAY_BE_FOREIGN.search(text) else ():
            held.update(zip(range(*match.span()), match.group(), strict=True))
        for match in self._pattern.finditer(text) if self._words else ():
            start, end = match.span()
            if start not in held and stands_alone(text, start, end):
                full = self.longer.standing_for(self._words[match.group()], end - start)
                held.update(zip(range(start, end), full, strict=True))
        if self._simplified:
            self._hold_names(joined, places, held)
        return held

    def _hold_names(
        self, joined: OneText, places: Sequence[Place], held: dict[int, str]
    ) -> None:
        """Hold the persons named: whoever bears a surname alone comes after those named in full."""
        bearers: list[tuple[str, int, int]] = []
        for line, begun, place in zip(joined.texts, joined.starts, places, strict=False):
            for start, name in known_by_company(line):
                first, end = begun + start, start + len(name)
                if first not in held and stands_alone(line, start, end):
                    held.update(zip(range(first, begun + end), name, strict=True))
            for start, end in self._names(line, place):
                if any(begun + at in held for at in range(start, end)):
                    self.asking.bears(line[start], held.get(begun + start, ""))
                elif end - start == 1:
                    bearers.append((line, begun, start))
                else:
                    name = self._name(line[start:end])
                    held.update(zip(range(begun + start, begun + end), name, strict=True))
        for line, begun, start in bearers:
            held[begun + start] = self._bearer(line, start)

    def _names(self, text: str, place: Place) -> Iterator[tuple[int, int]]:
        """Start and end of each person's name in a text."""
        if place is Place.NAME:
            if text:
                yield 0, len(text)
            return
        taken: set[int] = set()
        for start, end in signed_in(text) if place is Place.BYLINE or SIGNS in text else ():
            taken.update(range(start, end))
            yield start, end
        for start, end in credited_in(text) if STROKE.search(text) else ():
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield start, end
        for one in self._register.named_in(text) if self._register is not None else ():
            if taken.isdisjoint(range(one.start, one.end)):
                yield one.start, one.end

    def _name(self, name: str) -> str:
        """A person's name: the surname by its table, each given character by itself."""
        plain = "".join(name.split())
        full = self._words.get(plain, "")
        if len(full) != len(plain):
            full = self.asking.person(plain, self._full_name(plain))
        given = iter(full)
        return "".join(c if c.isspace() else next(given) for c in name)

    def _bearer(self, text: str, at: int) -> str:
        """A surname alone."""
        full = self._words.get(text[at], "")
        return full if len(full) == 1 else self.asking.bearer(text, at)

    def _full_name(self, name: str) -> str:
        """A name character by character, unless OpenCC has this very name as a whole."""
        full, whole = named(name, self._word), self._word(name)
        parts = [self._word(name[:at]) + self._word(name[at:]) for at in (1, 2)]
        return whole if len(name) > 2 and whole not in parts and whole[0] == full[0] else full


def configs_of(source: Region, target: Region) -> tuple[str, ...]:
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
        return {**STARTER, **_regional(target), **KNOWN_FORMS, **house.words}
    there = {**_regional(source), **house_words(house.pairs, source).words}
    if target.opencc is None:
        return {full: simple for simple, full in there.items()}
    here = {**_regional(target), **house.words}
    return {full: here.get(simple, full) for simple, full in there.items()}


def _regional(region: Region) -> dict[str, str]:
    """The words of REGIONAL as a region prints them."""
    return {
        word: hong_kong if region.letters == "HK" else taiwan
        for word, (taiwan, hong_kong) in REGIONAL.items()
    }
