"""An English village newsletter for the pack in Latin letters. No news is true."""

from __future__ import annotations

import random

from bench.pairs.news import proof
from edition.model import Block, Byline, Figure, Imprint, Paragraph, Picture, Run, Story

IMPRINT = Imprint(paper="The Millbrook Letter", date=proof.IMPRINT.date, issue="214", page="1")
HEADLINES = (
    "Mill bridge opens again after spring repairs", "Reading room asks for winter volunteers",
    "Harvest supper feeds a hundred and twenty", "Bus to the market will run twice on Saturdays",
    "Old orchard is planted anew", "Choir looks for two tenors", "Ferry keeps its bell",
    "School garden wins the county prize", "Footpath by the weir is closed until May",
    "Seven new trees on the green", "Library van comes on Thursdays now",
    "The baker who gets up at three", "Cricket pavilion has its roof back",
    "Flood wall holds through the November rain", "A clock for the village hall",
    "Lost and found at the post office",
)
SENTENCES = (
    "The work took eleven weeks and cost less than the parish had set aside for it.",
    "About sixty people came, many of them with children, and stayed until the lamps were lit.",
    "“We thought nobody would notice,” said Mrs Hale, who has kept the keys for nineteen years.",
    "The council will meet again on the second Tuesday of the month, in the small hall.",
    "Whoever wants to help may leave a name at the shop or come by in the afternoon.",
    "Stone for the parapet was brought from the same quarry as in 1874.",
    "For two winters the boards had been too soft to walk on, and the rail had gone altogether.",
    "A collection at the door brought £312, which pays for the paint and half of the timber.",
    "The rest was given by three families who would rather not be named.",
    "Nothing is settled yet, but the plan hangs in the porch for everyone to see.",
    "Children from the school counted the swallows and wrote the figures on the wall.",
    "Rain is expected towards the end of the week; the marquee has been ordered all the same.",
    "It was Tom Ashby who found the old drawings, folded into the back of a ledger.",
    "“My grandfather laid that floor,” he said, “and he never thought it would last so long.”",
    "The path along the weir stays open, although walkers are asked to keep dogs on a lead.",
    "Tea is served from three o’clock, and there will be a table for jam and seedlings.",
    "Last year the same stall sold out within the hour.",
    "The new timetable is printed on the back page and can be had at the post office.",
    "Those who remember the first ferry will want to see the photographs in the window.",
    "Nobody was hurt, and the road was clear again before the milk lorry came through.",
    "The committee thanks all who lent ladders, ropes, a trailer and a great deal of patience.",
    "By evening the water had fallen by a hand’s breadth and the pumps could be switched off.",
    "In future the hall will be heated from four o’clock on the days when the choir rehearses.",
    "The orchard holds forty-one apples, nine pears and a quince that nobody remembers planting.",
)
NAMES = ("Ruth Calloway", "Peter Lamb", "Agnes Whitlock", "John Farrow")
CAPTIONS = ("The view from the bridge on Sunday morning.", "The upper meadow in November.",
            "Hills to the west of the village.", "One of the helpers.")
ROOM = 2350
"""letters that about fill a page"""


def stories(rng: random.Random, pages: float, name: str) -> tuple[
        list[Story], tuple[Picture, ...]]:
    """Stories for about so many pages, and their pictures."""
    count = max(3, round(3.6 * pages))
    heads = rng.sample(HEADLINES, min(count, len(HEADLINES)))
    shares = [rng.uniform(0.7, 1.3) / (n + 1.6) ** 0.7 for n in range(len(heads))]
    made: list[Story] = []
    pictures: list[Picture] = []
    for number, (head, share) in enumerate(zip(heads, shares, strict=True), 1):
        body: list[Block] = list(_paragraphs(rng, round(ROOM * pages * share / sum(shares))))
        if number == 1 or rng.random() < 0.25:
            shown = rng.randint(0, 9) * 5
            picture, figure = proof._pictured(f"{name}-{number}", "wide", shown)
            pictures.append(picture)
            caption = Run(CAPTIONS[shown % len(CAPTIONS)])
            body.insert(0, Figure(
                figure.src, (caption,), "Photo: P. Lamb", "a view", pixels=figure.pixels))
        who = rng.choice(NAMES)
        made.append(Story("", head, tuple(body), byline=Byline(f"By {who}", (who,)), rank=number))
    return made, tuple(pictures)


def _paragraphs(rng: random.Random, letters: int) -> list[Paragraph]:
    written, found = 0, []
    order = rng.sample(SENTENCES, len(SENTENCES))
    while written < letters:
        if len(order) < 4:
            order += rng.sample(SENTENCES, len(SENTENCES))
        text = " ".join(order.pop() for _ in range(rng.randint(2, 4)))
        found.append(Paragraph((Run(text),)))
        written += len(text)
    return found
