"""What no page may do to a story: strangers in its box, a head or a caption apart (H3, H4, H6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from edition.checks.report import Finding, Level, Place
from edition.checks.rules.places import place, title
from edition.checks.sight.blocks import Block, View, across, down, line_box, union
from edition.checks.sight.sheet import Box, Sheet

_REACH = 3.5
"""rows between a head and its first leg"""
_CAPTION = 2.5
"""rows between a picture and its caption"""


def check_blocks(views: Sequence[View], told: bool) -> tuple[Finding, ...]:
    """H4 and H6; `told` when the copy says which story a line is of. A guess is no failure."""
    level: Level = "must" if told else "should"
    return intruders(views, level), apart(views, level)


def outside(pages: Sequence[Sheet], views: Sequence[View]) -> Finding:
    """H3: every glyph lies on the page and is seen whole, a head between the edges of the type."""
    broken = [
        Place(page.number, g.x, g.y, g.char)
        for page in pages
        for g in page.glyphs
        if not g.char.isspace()
        and not (g.left >= -1 and g.right <= page.width + 1 and -1 <= g.y <= page.height + 1)
    ]
    broken += [Place(p.number, g.x, g.y, f"clipped: {g.char}") for p in pages for g in p.clipped]
    for view in views:
        if len(view.blocks) < 2:
            continue
        left = min(b.span[0] for b in view.blocks)
        right = max(b.span[2] for b in view.blocks)
        broken += [
            Place(view.sheet.number, g.x, g.y, f"beyond the type area: {g.char}")
            for block in view.blocks for line in block.head for g in line.glyphs
            if g.left < left - 0.5 * view.size or g.right > right + view.size
        ]
    return Finding("H3", "must", "every glyph lies in its page and is seen whole", len(broken),
                   sum(len(page.glyphs) for page in pages), None, tuple(broken))


def intruders(views: Sequence[View], level: Level) -> Finding:
    """H4: no glyph of one story lies in the box of another."""
    count, total, found, rates = 0, 0, [], 0.0
    for view in views:
        total += sum(len(line.glyphs) for block in view.blocks for line in block.lines)
        for host, guest in permutations(view.blocks, 2):
            inside = _inside(host, guest, 0.3 * view.size)
            if inside:
                found.append(place(view, guest, f"{inside} glyphs of {title(guest)} in "
                                                f"{title(host)}"))
                count += inside
                rates += 1
    return Finding("H4", level, "no story has glyphs of another in its box (glyphs)", count,
                   total, None, tuple(found), rates / max(1, len(views)))


def _inside(host: Block, guest: Block, slack: float) -> int:
    box = host.box
    room = box[0] + slack, box[1] + slack, box[2] - slack, box[3] - slack
    if across(room, guest.box) <= 0 or down(room, guest.box) <= 0:
        return 0
    return sum(
        room[0] < (g.left + g.right) / 2 < room[2] and room[1] < g.y + 0.38 * g.size < room[3]
        for leg in guest.legs for line in leg.lines for g in line.glyphs
    ) + sum(
        room[0] < (g.left + g.right) / 2 < room[2] and room[1] < g.y + 0.38 * g.size < room[3]
        for line in guest.head for g in line.glyphs
    )


def apart(views: Sequence[View], level: Level) -> Finding:
    """H6: a head stands directly above or beside its first leg, a caption at its picture."""
    found: list[Place] = []
    total = 0
    for view in views:
        for block, art in zip(view.blocks, view.art(), strict=True):
            for part in block.members or (block,):
                total += bool(part.head and part.first_leg is not None) + bool(part.captions)
                found += _apart(view, part, art)
    return Finding("H6", level, "heads stand at their first leg, captions at their picture",
                   len(found), total, None, tuple(found), len(found) / max(1, len(views)))


def _apart(view: View, block: Block, art: Sequence[Box]) -> Iterator[Place]:
    if block.head and block.first_leg is not None and not _joined(view, block, art):
        yield place(view, block, f"head apart from its text: {title(block)}")
    if block.captions and not _captioned(view, union(map(line_box, block.captions))):
        line = block.captions[0]
        yield Place(view.sheet.number, line.x, line.y,
                    f"caption apart from its picture: {line.text[:16]}")


def _covered(spans: Sequence[tuple[float, float]]) -> float:
    """Length of all stretches together, what they share counted once."""
    total, reach = 0.0, float("-inf")
    for low, high in sorted(spans):
        total += max(0.0, high - max(low, reach))
        reach = max(reach, high)
    return total


def _joined(view: View, block: Block, art: Sequence[Box]) -> bool:
    assert block.first_leg is not None
    head, leg = block.head_box, block.legs[block.first_leg].box
    if any(other.box[0] < leg[0] - 1 and abs(other.box[3] - leg[3]) <= view.pitch
           for other in block.legs):
        return False
    row = union(x.box for x in block.legs if abs(x.box[3] - leg[3]) <= 2 * view.pitch)
    middle = (head[0] + head[2]) / 2
    white = head[1] - leg[3] - _covered([
        (box[1], box[3]) for box in art
        if leg[3] - view.pitch < box[1] and box[3] < head[1] + view.pitch
    ])
    left, right = _room(view, block, row)
    above = left - view.size <= middle <= right + view.size or across(head, leg) > 0
    if above and -view.pitch <= white <= _REACH * view.pitch:
        return True
    gap = max(leg[0] - head[2], head[0] - row[2])
    return down(head, row) > 0 and -view.size <= gap <= 4 * view.size


def _room(view: View, block: Block, row: Box) -> tuple[float, float]:
    """How far the place above a row of legs goes: to the legs of other stories beside it."""
    strip = row[0], row[3] - 3 * view.pitch, row[2], block.head_box[3]
    beside = [leg.box for other in view.blocks if other is not block for leg in other.legs
              if down(leg.box, strip) > 0]
    left = max((b[2] for b in beside if b[2] <= row[0] + view.size), default=0.0)
    right = min((b[0] for b in beside if b[0] >= row[2] - view.size), default=view.sheet.width)
    return left, right


def _captioned(view: View, caption: Box) -> bool:
    far = _CAPTION * view.pitch
    return any(
        across(caption, p) > -far and down(caption, p) > -far
        and max(across(caption, p), down(caption, p)) > 0
        for p in view.sheet.pictures
    )
