"""An edition as a whole and its stories: what their values mean, held against each other."""

from __future__ import annotations

import re

from edition.errors import InvalidEdition
from edition.judging.block_judges import Seen, judge_block
from edition.judging.given_pictures import judge_advertised, judge_pictures, judge_shown
from edition.judging.places import Place, path_of, quoted
from edition.judging.text_judges import (
    judge_address,
    judge_count,
    judge_line,
    judge_name,
    judge_number,
    judge_picture_name,
    judge_said,
    judge_text,
)
from edition.judging.value_types import judge_shape
from edition.limits import LIMITS
from edition.model import (
    IMPRINT_FIELDS,
    Edition,
    Footnote,
    Holds,
    Picture,
    Planning,
    Story,
)
from edition.planning import MOST_EFFORT, PLAN_KEY, pinned_twice
from edition.trade.regions import REGIONS

_ID = re.compile("[A-Za-z_][A-Za-z0-9_.]*")
_SHA256 = re.compile("[0-9a-f]{64}")
_MOST = 10_000
"""the greatest rank, number of columns or rows that a wish may name"""
_MOST_LINES_BESIDE = 10_000
"""lines of furniture, pairs of a glossary, answers and the like"""


def validate(edition: Edition) -> None:
    """Raises InvalidEdition with the path of the first value that no page can carry.

    Types, characters, links, pictures, ids, numbers, sizes. Parts without ids are allowed: every
    writer numbers them. The time is in proportion to the edition's size.
    """
    judge_shape(edition, Edition)
    judge_name(edition.name, (None, "name"))
    if edition.language not in REGIONS:
        raise InvalidEdition(
            "language_unknown", path="language", tag=quoted(edition.language),
            known=tuple(REGIONS),
        )
    if edition.digest and not _SHA256.fullmatch(edition.digest):
        raise InvalidEdition("digest_wrong", path="digest")
    _sizes(edition)
    judge_pictures(edition.pictures)
    _Judging(edition).run()


def _sizes(edition: Edition) -> None:
    """The edition within its limits; `LIMITS` says them."""
    for name in ("furniture", "glossary", "advertisements", "house_copy", "ears", "answers"):
        judge_count(len(getattr(edition, name)), _MOST_LINES_BESIDE, (None, name))
    characters = count = 0
    for field, at, story in _placed(edition):
        size = len(story.text)
        judge_count(size, LIMITS.story_characters, (field, at))
        characters += size
        count += 1
    judge_count(count, LIMITS.stories, (None, "sections"))
    judge_count(characters, LIMITS.edition_characters, (None, "sections"))


def _placed(edition: Edition) -> list[tuple[Place, int, Story]]:
    """Every story, held ones too, with the place it stands at."""
    found: list[tuple[Place, int, Story]] = []
    for at, section in enumerate(edition.sections):
        place = (((None, "sections"), at), "stories")
        found += ((place, number, story) for number, story in enumerate(section.stories))
    found += (((None, "held"), number, story) for number, story in enumerate(edition.held))
    return found


class _Judging:
    """One edition under judgement: the ids it has, and what points at them."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.pictures: dict[str, Picture] = {shown.name: shown for shown in edition.pictures}
        self.ids: dict[str, Place] = {}
        self.links: list[tuple[str, Place]] = []

    def run(self) -> None:
        for at, section in enumerate(self.edition.sections):
            here: Place = ((None, "sections"), at)
            if section.title is not None:
                judge_text(section.title, (here, "title"))
            judge_line(section.line, (here, "line"))
            self._id(section.id, (here, "id"))
        for field, at, story in _placed(self.edition):
            self._story(story, (field, at), printed=field != (None, "held"))
        for link, place in self.links:
            if link[1:] not in self.ids:
                raise InvalidEdition("link_nowhere", path=path_of(place), link=quoted(link))
        self._imprint()
        self._beside()
        _planning(self.edition.planning)
        self._answers()

    def _id(self, id: str, place: Place) -> None:
        if not id:
            return
        if not _ID.fullmatch(id):
            raise InvalidEdition("id_wrong", path=path_of(place), id=quoted(id))
        if id in self.ids:
            raise InvalidEdition(
                "id_twice", path=path_of(place), id=id, first=path_of(self.ids[id])
            )
        self.ids[id] = place

    def _story(self, story: Story, place: Place, *, printed: bool) -> None:
        """A story; the ids of held ones belong to nothing that is printed."""
        for name in (
            "kicker", "headline", "deck", "dateline", "group", "printed_on", "own_id",
        ):
            text = getattr(story, name)
            if text is not None:
                judge_text(text, (place, name))
        if story.address is not None:
            judge_address(story.address, (place, "address"))
        _head_numbers(story, place)
        for at, credit in enumerate(story.credits):
            judge_text(credit, ((place, "credits"), at))
        if story.byline is not None:
            here = (place, "byline")
            judge_text(story.byline.raw, (here, "raw"))
            judge_line(story.byline.line, (here, "line"))
            for at, name in enumerate(story.byline.names):
                judge_text(name, ((here, "names"), at))
        if printed:
            self._id(story.id, (place, "id"))
        self._body(story, place, printed=printed)

    def _body(self, story: Story, place: Place, *, printed: bool) -> None:
        seen = Seen(self.links if printed else [], [])
        notes: set[str] = set()
        for at, block in enumerate(story.body):
            here = ((place, "body"), at)
            judge_block(block, here, seen)
            if printed:
                self._id(block.id, (here, "id"))
            if isinstance(block, Footnote):
                notes.add(block.id)
        for note, at_note in seen.notes:
            if note not in notes:
                raise InvalidEdition("note_nowhere", path=path_of(at_note), note=quoted(note))
        judge_count(seen.count, LIMITS.links, (place, "body"))
        judge_shown(story, place, self.pictures)

    def _imprint(self) -> None:
        for name, holds in IMPRINT_FIELDS.items():
            value, here = getattr(self.edition.imprint, name), ((None, "imprint"), name)
            if value is None or holds is Holds.DAY:
                continue
            if holds is Holds.COUNT:
                judge_number(value, 1, _MOST, here)
                continue
            if isinstance(value, str):
                judge_text(value, here)
                continue
            judge_count(len(value), _MOST_LINES_BESIDE, here)
            for at, pair in enumerate(value):
                for half, text in enumerate(pair):
                    judge_text(text, ((here, at), half))

    def _beside(self) -> None:
        """What stands beside the stories."""
        whole = self.edition
        for at, item in enumerate(whole.furniture):
            judge_line(item.line, (((None, "furniture"), at), "line"), 0)
            judge_text(item.text, (((None, "furniture"), at), "text"))
        for at, (simple, full) in enumerate(whole.glossary):
            judge_said(simple, (((None, "glossary"), at), 0))
            judge_text(full, (((None, "glossary"), at), 1))
        for at, ad in enumerate(whole.advertisements):
            here: Place = ((None, "advertisements"), at)
            for name in ("page", "columns", "rows"):
                judge_number(getattr(ad, name), 1, _MOST, (here, name))
            judge_text(ad.text, (here, "text"), lines=True)
            if ad.picture is not None:
                judge_picture_name(ad.picture, (here, "picture"))
            self._id(ad.id, (here, "id"))
        judge_advertised(whole.advertisements, (None, "advertisements"), self.pictures)
        for at, copy in enumerate(whole.house_copy):
            here = ((None, "house_copy"), at)
            judge_text(copy.text, (here, "text"), lines=True)
            judge_text(copy.title or "", (here, "title"))
            self._id(copy.id, (here, "id"))
        for at, ear in enumerate(whole.ears):
            judge_text(ear.title, (((None, "ears"), at), "title"))
            for number, line in enumerate(ear.lines):
                judge_text(line, ((((None, "ears"), at), "lines"), number))

    def _answers(self) -> None:
        for at, answer in enumerate(self.edition.answers):
            here: Place = ((None, "answers"), at)
            judge_line(answer.line, (here, "line"))
            for name in ("name", "text", "words", "query", "file"):
                judge_text(getattr(answer, name) or "", (here, name))


def _planning(asked: Planning) -> None:
    """What is asked of the make-up: numbers within bounds, keys that name a shape."""
    for name, most in (("effort", MOST_EFFORT), ("pages", LIMITS.pages)):
        value = getattr(asked, name)
        if value is not None:
            judge_number(value, 1, most, ((None, "planning"), name))
    for at, key in enumerate(asked.pinned):
        if not PLAN_KEY.fullmatch(key):
            place = (((None, "planning"), "pinned"), at)
            raise InvalidEdition("pin_wrong", path=path_of(place), key=quoted(key))
    if (twice := pinned_twice(asked.pinned)) is not None:
        raise InvalidEdition("pin_twice", path=path_of(((None, "planning"), "pinned")),
                             key=quoted(twice[0]), other=quoted(twice[1]))


def _head_numbers(story: Story, place: Place) -> None:
    """Lines, wishes and what the heads were before a change of script."""
    judge_line(story.headline_line, (place, "headline_line"))
    judge_line(story.deck_line, (place, "deck_line"))
    if story.source_lines is not None:
        first, last = story.source_lines
        judge_line(first, ((place, "source_lines"), 0))
        judge_line(last, ((place, "source_lines"), 1))
        if first > last:
            raise InvalidEdition(
                "numbers_out_of_order", path=path_of((place, "source_lines")), first=first,
                last=last,
            )
    for name, most in (("rank", _MOST), ("page", LIMITS.pages), ("columns", _MOST)):
        wish = getattr(story, name)
        if wish is not None:
            judge_number(wish, 1, most, (place, name))
    at = 0
    for number, end in enumerate(story.headline_breaks or ()):
        judge_number(end, at + 1, len(story.headline) - 1, ((place, "headline_breaks"), number))
        at = end
    for name in ("headline", "deck"):
        before, now = getattr(story, f"{name}_as_read"), getattr(story, name) or ""
        if before is None:
            continue
        judge_text(before, (place, f"{name}_as_read"))
        if len(before) != len(now):
            raise InvalidEdition(
                "lengths_differ", path=path_of((place, f"{name}_as_read")), found=len(before),
                wanted=len(now),
            )
