"""What a line shows beside its neighbours and within its page: the features of a whole page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from edition.patterns import late
from edition.readers.labelling.pagesigns import PageSigns
from edition.readers.labelling.storysigns import StorySigns
from edition.readers.labelling.stylefeatures import PageStyles
from edition.readers.labelling.traits import Traits, traits
from edition.trade.words import spans_word, words

_NEAR = 2
"""lines above and below whose shape counts"""
_FAR = 12
"""lines within which the family of a short line is looked for"""
_FAMILY = frozenset((
    "numbered", "bullet", "quoted", "dash", "labelled", "tail", "halves", "asks", "colon", "white",
))
"""forms that crossheads of one story have in common"""
_HAN = late("[\u3400-\u9fff]+")
SHARED: tuple[float, ...] = (1, 2, 3, 5, 8, 13, 21)
SHARES: tuple[float, ...] = (0.5, 1, 2, 3, 5, 8)
"""steps of the number of runs two blocks share, and of hundredths of the shorter one"""
_THREAD = 10
"""lines of a block that are looked through"""
_MATTER = 3
"""lines of copy above and below whose words are compared"""
_TEXTS = ("text", "sentence", "dateline")
"""how the shape of a line of text begins"""
_LEAST = 30
"""characters of a line that is surely text"""


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line as the labeller sees it, from whatever format."""

    text: str
    """without white at its ends"""
    gap: int = 0
    """blank lines above it"""
    indented: bool = False
    sign: str = ""
    """what a certain rule of the trade holds it for: a kind of row, entry, verse, furniture"""
    style: tuple[str, ...] = ()
    """what its format says of it, in the words of `looks`: bold, centred, larger than the text"""
    manner: str = ""
    """where its paper prints bylines: after, before, none; empty where nobody has said"""


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[LabelLine]
    traits: Sequence[Traits]
    usual: int
    """blank lines this copy puts between two lines"""
    parted: bool
    """True when some lines have more white above them than others"""
    indents: bool
    repeated: frozenset[str]
    bags: Sequence[frozenset[str]]
    """words of two characters and more of each line"""
    threads: Sequence[set[str]]
    """runs of three characters in each line, those left out that stand all over the page"""
    joined: Sequence[str]
    signed: str
    """how much of the page is signed"""
    reports: str
    """how much of the page opens with datelines"""
    broken: str
    """how many of its long lines end in the middle of a sentence"""
    common: frozenset[str]
    """words that stand in many lines of the page"""
    short: float
    """characters of a usual line that may be a heading"""
    full: float
    """characters of a usual paragraph"""
    heads: Sequence[int]
    """places of lines that may be headings"""
    long: Sequence[int]
    """places of lines that are surely copy by their length or their marks"""
    texts: Sequence[int]
    """how many lines of text stand above each place"""
    styles: PageStyles | None
    """how its lines look; None for plain text"""
    stories: StorySigns
    signs: PageSigns


def features(lines: Sequence[LabelLine]) -> list[list[str]]:
    """The names of the features that hold of every line of a page."""
    page, once = _page(lines), dict[str, str]()  # names for each line would fill the memory
    return [[once.setdefault(name, name) for name in _of(page, at)] for at in range(len(lines))]


def _page(lines: Sequence[LabelLine]) -> _Page:
    found = [traits(line.text) for line in lines]
    gaps = Counter(line.gap for line in lines[1:])
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)
    indented = sum(line.indented for line in lines)
    counts = Counter(line.text for line in lines)
    signed = sum(t.shape == "byline" or t.shape.endswith("+") for t in found)
    bags = [frozenset(w for w in words(t.text) if len(w) > 1) for t in found]
    texts = max(sum(t.shape.startswith("text") for t in found), 1)
    return _Page(
        lines, found, usual, len(gaps) > 1, 0.2 < indented / max(len(lines), 1) < 0.95,
        frozenset(text for text, count in counts.items() if count > 1),
        bags, _threads_of([t.text for t in found]), [t.text for t in found],
        _much(signed, texts), _much(sum(t.shape == "dateline" for t in found), texts),
        _much(sum(len(t.text) >= _LEAST and t.names[1] in ("end=han", "end=comma")
                  for t in found), texts),
        _common(bags),
        _middle([len(t.text) for t in found if t.short and 4 < len(t.text) <= 40]),
        _middle([len(t.text) for t in found if len(t.text) >= _LEAST]),
        [at for at, t in enumerate(found) if _heads(t)],
        (long := [at for at, t in enumerate(found) if not t.short]),
        list(accumulate((t.shape.startswith(_TEXTS) for t in found), initial=0)),
        PageStyles.of([line.style for line in lines], [t.short for t in found]),
        (stories := StorySigns.of(found, long)), PageSigns.of(found, stories.openings),
    )


def _middle(lengths: list[int]) -> float:
    return float(sorted(lengths)[len(lengths) // 2]) if lengths else 0.0


def _much(part: int, whole: int) -> str:
    return "none" if not part else "few" if part < 0.12 * whole else "many"


def _threads_of(texts: Sequence[str]) -> list[set[str]]:
    found = [_runs_in(text, 3) if len(text) >= _LEAST else set() for text in texts]
    counts, most = Counter(chain.from_iterable(found)), max(6, len(texts) // 6)
    often = {run for run, count in counts.items() if count > most}
    return [runs - often for runs in found]


def _common(bags: Sequence[frozenset[str]]) -> frozenset[str]:
    counts, least = Counter(chain.from_iterable(bags)), max(4, len(bags) // 6)
    return frozenset(word for word, count in counts.items() if count >= least)


def _of(page: _Page, at: int) -> Iterator[str]:
    line, own = page.lines[at], page.traits[at]
    yield "always"
    yield from own.names
    if page.styles is not None:
        yield from page.styles.features(at, "short" if own.short else "long", own.shape)
    if line.sign:
        yield f"sign={line.sign}"
        yield f"sign={line.sign}&shape={own.shape}"
    yield from _white(page, at)
    yield from _place(page, at)
    yield from _neighbours(page, at)
    if own.short and line.manner:
        yield f"house-bylines={line.manner}"
    if own.short:
        yield from _kin(page, at)
        yield from _matter(page, at)
    yield from page.stories.features(at)
    yield from page.signs.features(at)
    if page.full:
        yield f"share={min(int(4 * len(own.text) / page.full), 8)}"
    if line.text in page.repeated:
        yield "repeated"


def _white(page: _Page, at: int) -> Iterator[str]:
    """White above and below, where this copy uses it to part things."""
    length = "short" if page.traits[at].short else "long"
    if page.parted:
        above = page.lines[at].gap
        below = page.lines[at + 1].gap if at + 1 < len(page.lines) else page.usual + 1
        for name, gap in (("above", above), ("below", below)):
            more = "more" if gap > page.usual else "less" if gap < page.usual else "usual"
            yield f"white-{name}={more}"
        if above > page.usual:
            yield f"white-above&{length}"
    if page.indents:
        yield f"indent={int(page.lines[at].indented)}&{length}"


def _place(page: _Page, at: int) -> Iterator[str]:
    count = len(page.lines)
    if at < 3:
        yield f"top={at}"
    if at >= count - 2:
        yield f"foot={count - 1 - at}"


def _neighbours(page: _Page, at: int) -> Iterator[str]:
    shapes = {n: _shape_at(page, at + n) for n in range(-_NEAR, _NEAR + 1)}
    for n in (-2, -1, 1, 2):
        yield f"at{n:+}={shapes[n]}"
    here = shapes[0]
    yield f"up={shapes[-1]}|{here}"
    yield f"down={here}|{shapes[1]}"
    yield f"both={shapes[-1]}|{here}|{shapes[1]}"
    yield f"down2={here}|{shapes[1]}|{shapes[2]}"
    yield from _ends(page, at)
    yield f"up2={shapes[-2]}|{shapes[-1]}|{here}"
    if at and page.traits[at - 1].names[1] in ("end=han", "end=comma") and not (
        page.traits[at - 1].short
    ):
        yield "after-broken"
    for n in (-1, 1):
        if 0 <= at + n < len(page.lines):
            other = page.traits[at + n]
            yield from (f"next{n:+}:{name}" for name in other.names
                        if name.startswith(("is=", "end=", "len=")))
            if page.traits[at].short and other.short:
                longer = len(other.text) - len(page.traits[at].text)
                yield f"longer{n:+}={max(-3, min(3, longer // 4))}"


def _ends(page: _Page, at: int) -> Iterator[str]:
    """Whether the copy above has ended and this line ends: a broken line goes on below."""
    above, here = (_end_at(page, n) for n in (at - 1, at))
    length = "short" if page.traits[at].short else "long"
    yield f"ends={above}|{here}|{length}"
    yield f"broken={page.broken}&{above}|{here}|{length}"
    one, two = _runs_on(page, at - 1), _runs_on(page, at)
    if one or two:
        yield f"runs-on={int(one)}|{int(two)}&{length}"


def _runs_on(page: _Page, at: int) -> bool:
    """True where a word runs from a line without an end into the next."""
    if not 0 <= at < len(page.lines) - 1 or page.traits[at].names[1] != "end=han":
        return False
    return spans_word(page.traits[at].text, page.traits[at + 1].text)


def _end_at(page: _Page, at: int) -> str:
    if at < 0:
        return "edge"
    end = page.traits[at].names[1].removeprefix("end=")
    open_ = "comma" if end == "comma" else "open"
    return end if end in ("stop", "ask", "cry", "colon") else open_


def _shape_at(page: _Page, at: int) -> str:
    return page.traits[at].shape if 0 <= at < len(page.lines) else "edge"


def _kin(page: _Page, at: int) -> Iterator[str]:
    """Crossheads come in families: as long, of one pattern, some paragraphs apart."""
    own = page.traits[at]
    near = [
        n for n in range(max(0, at - _FAR), min(len(page.lines), at + _FAR + 1))
        if n != at and page.traits[n].short and page.traits[n].shape == own.shape
    ]
    like = [n for n in near if abs(len(page.traits[n].text) - len(own.text)) <= 1]
    same = [n for n in like if len(page.traits[n].text) == len(own.text)]
    if page.short:
        yield f"length={min(int(4 * len(own.text) / page.short), 8)}"
    yield f"kin={min(len(like), 3)}"
    yield f"twins={min(len(same), 2)}"
    before, after = _blocks_beside(page, at)
    above, below = _paragraphs(page, before), _paragraphs(page, after)
    yield f"text-above={min(above, 4)}"
    yield f"text-below={min(below, 5)}"
    yield f"text={min(above, 3)}|{min(below, 3)}"
    if own.text[:1] in {page.traits[n].text[:1] for n in like}:
        yield "kin-opens-alike"
    yield from _beside(page, at, before.start - 1, "before")
    yield from _beside(page, at, after.stop, "after")
    yield from _blocks(page, at, before, after)
    yield from _numbers(page, at)


def _blocks_beside(page: _Page, at: int) -> tuple[range, range]:
    """The places between a line and the next that may be a heading, above it and below it."""
    up, down = bisect_left(page.heads, at), bisect_right(page.heads, at)
    above = page.heads[up - 1] if up else -1
    below = page.heads[down] if down < len(page.heads) else len(page.lines)
    return range(above + 1, at), range(at + 1, below)


def _heads(found: Traits) -> bool:
    return found.short and found.shape.rstrip(",") in ("word", "short", "line", "names")


def _beside(page: _Page, at: int, other: int, name: str) -> Iterator[str]:
    """How like the next short line above or below this one is."""
    if not 0 <= other < len(page.lines):
        yield f"{name}=edge"
        return
    one, two = page.traits[at], page.traits[other]
    apart = abs(len(one.text) - len(two.text))
    yield f"{name}-length={min(apart, 5)}"
    if one.pattern and one.pattern == two.pattern:
        yield f"{name}-pattern"
    alike = one.forms & two.forms & _FAMILY
    yield f"{name}-forms={min(len(alike), 2)}"
    yield f"{name}-words={min(len(page.bags[at] & page.bags[other]), 2)}"
    yield f"{name}-like={min(apart, 3)}&{int(one.text[:1] == two.text[:1])}&{int(bool(alike))}"


def _blocks(page: _Page, at: int, before: range, after: range) -> Iterator[str]:
    """Who signs the copy above and below, how it opens, how much of it there is."""
    ended, ends = _is_signed(page, before), _is_signed(page, after)
    opened, opens = _opens_report(page, before), _opens_report(page, after)
    yield f"signed={page.signed}&{ended}&{ends}"
    yield f"reports={page.reports}&{opened}&{opens}"
    yield from _threads(page, at, before, after)
    yield f"blocks={min(len(before), 4)}|{min(len(after), 4)}"
    if page.signed != "none":
        yield f"signed-above={ended}"
    one = frozenset().union(*(page.bags[n] for n in before[-4:]))
    two = frozenset().union(*(page.bags[n] for n in after[:4]))
    shared = (one & two) - page.common
    if one and two:
        yield f"same-matter={min(len(shared), 5)}"
        yield f"nearness={min(int(12 * len(one & two) / (len(one) * len(two)) ** 0.5), 5)}"
        yield f"own-words={int(bool(page.bags[at] & one))}{int(bool(page.bags[at] & two))}"


def _threads(page: _Page, at: int, before: range, after: range) -> Iterator[str]:
    """Names and phrases that the copy above and below share: runs of three characters.

    One story repeats its names; two stories share hardly more than what everybody writes.
    """
    above = _runs_of(page, range(max(before.stop - _THREAD, 0), before.stop))
    below = _runs_of(page, range(after.start, min(after.stop, after.start + _THREAD)))
    shared = len(above & below)
    least = max(min(len(above), len(below)), 1)
    yield f"threads={bisect_left(SHARED, shared)}"
    yield f"threads-share={bisect_left(SHARES, 100 * shared / least)}"
    own = _runs_in(page.traits[at].text, 2)
    yield f"own-above={min(sum(run in page.joined[n] for n in before[-4:] for run in own), 3)}"
    yield f"own-below={min(sum(run in page.joined[n] for n in after[:4] for run in own), 3)}"


def _runs_of(page: _Page, block: range) -> set[str]:
    return {run for n in block for run in page.threads[n]}


def _runs_in(text: str, length: int) -> set[str]:
    """Runs of Han of `length` characters."""
    return {
        run[at : at + length]
        for run in _HAN.findall(text) for at in range(len(run) - length + 1)
    }


def _is_signed(page: _Page, block: range) -> str:
    if not block:
        return "empty"
    shape = page.traits[block[-1]].shape
    signed = shape in ("byline", "author", "credit", "names") or shape.endswith("+")
    return "yes" if signed else "no"


def _opens_report(page: _Page, block: range) -> str:
    if not block:
        return "empty"
    return "yes" if any(page.traits[n].shape == "dateline" for n in block[:2]) else "no"


def _numbers(page: _Page, at: int) -> Iterator[str]:
    """Numbers that count on from one short line to the next: 一、 二、, 第四章, 原因之三."""
    own = page.traits[at].number
    if own is None:
        return
    form, count = own
    others = [
        page.traits[n].number for n in range(max(0, at - 40), min(len(page.lines), at + 40))
        if page.traits[n].short
    ]
    yield f"counts={'first' if count == 1 else 'on'}"
    yield f"counts-up={int((form, count - 1) in others)}{int((form, count + 1) in others)}"


def _paragraphs(page: _Page, block: range) -> int:
    """How many lines of text stand in a block."""
    return page.texts[block.stop] - page.texts[block.start]


def _matter(page: _Page, at: int) -> Iterator[str]:
    """A crosshead shares words with the text around it; the next headline brings new ones."""
    place = bisect_left(page.long, at)
    yield f"words-below={_share(page, at, page.long[place : place + _MATTER])}"
    yield f"words-above={_share(page, at, page.long[max(place - _MATTER, 0) : place])}"
    yield f"words-first={_share(page, at, page.long[place : place + 1])}"


def _share(page: _Page, at: int, others: Sequence[int]) -> str:
    """How much of the words of a line, in quarters, stands in other lines."""
    own, bags = page.bags[at], [page.bags[n] for n in others]
    if not own or not any(bags):
        return "none"
    shared = sum(any(word in bag for bag in bags) for word in own)
    return str(min(int(4 * shared / len(own)), 3))
