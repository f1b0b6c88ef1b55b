"""Random editions for the preflight: the same by seed, of every pack, about as full as asked."""

from __future__ import annotations

from collections import Counter

from bench.editions import command
from bench.editions.copyfitting import advert_room, room, taken
from bench.editions.drawing import PACKS, drawn, editions, figures
from bench.editions.judged import outcome
from bench.editions.threshold import PRINT_IT
from edition.packs import shelf


def test_an_edition_is_the_same_by_seed_and_another_by_number() -> None:
    one, again, other = (drawn(5, number, "tabloid") for number in (1, 1, 2))
    assert one == again and one.edition != other.edition


def test_every_pack_has_its_share_of_a_hundred() -> None:
    assert sum(share for _, share in PACKS.values()) == 100
    dealt = Counter(d.pack for d in editions(5, 100, only=range(0)))
    assert not dealt
    assert {drawn(5, n, pack).pack for n, pack in enumerate(PACKS)} == set(PACKS)


def test_an_edition_holds_no_more_than_its_pages() -> None:
    for number in range(6):
        one = drawn(6, number, "newsletter")
        layout = shelf.layout(one.place)
        pages = int(one.kinds[0].split()[0])
        copy = sum(taken(story, layout) for story in one.edition.stories)
        copy += sum(advert_room(ad, layout) for ad in one.edition.advertisements)
        assert copy <= 1.1 * room(layout, pages)


def test_stories_and_blocks_are_numbered_and_no_headline_stands_twice() -> None:
    for pack in PACKS:
        stories = list(drawn(7, 3, pack).edition.stories)
        assert [s.id for s in stories] == [f"s{n:02}" for n in range(1, len(stories) + 1)]
        assert len({s.headline for s in stories}) == len(stories)
        ids = [block.id for story in stories for block in story.body]
        assert len(set(ids)) == len(ids) and "" not in ids


def test_one_is_printed_judged_and_told() -> None:
    found = outcome(drawn(8, 0, "newsletter"))
    assert not found.hard and not found.dropped and found.stories[0] == found.stories[1]
    assert figures(found.drawn.edition) >= figures(found.drawn.edition, optional=False)
    assert len(found.pages) >= 1 and all(0 < score <= 100 for score, _ in found.pages)
    told = command.summed([found])
    assert "hard findings: 0 in 0 editions" in told and f"pages at {PRINT_IT:g} or above" in told
