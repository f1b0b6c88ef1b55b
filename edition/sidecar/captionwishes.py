"""Caption and credit of a picture in the copy, held against those that are wished for it."""

from __future__ import annotations

from dataclasses import replace

from edition.copy.clean import unspaced
from edition.model import Block, Figure, copied_text, plain
from edition.sidecar.wishes import PictureWish


def is_captioned(block: object, wish: PictureWish) -> bool:
    """True for the copy's own caption of this picture, which waits for it."""
    return (
        isinstance(block, Figure) and block.src is None and bool(block.lines)
        and is_said(block, wish)
    )


def is_said(block: Figure, wish: PictureWish) -> bool:
    """True where its caption is the one that is wished, be the credit in it or not."""
    given = {unspaced(wish.caption), unspaced(wish.caption + (wish.credit or ""))} - {""}
    return bool(given & {unspaced(plain(block.caption)), unspaced(copied_text(block))})


def with_credit(body: list[Block], at: int) -> int:
    """Join the caption at `at` and a credit alone on the line after or before; its new place."""
    figure = body[at]
    assert isinstance(figure, Figure)
    for beside in (at + 1, at - 1):
        other = body[beside] if 0 <= beside < len(body) else None
        if (
            isinstance(other, Figure) and other.src is None and other.lines
            and other.credit and not other.caption and not figure.credit
        ):
            lines = tuple(sorted((*figure.lines, *other.lines)))
            body[at] = replace(figure, credit=other.credit, lines=lines)
            del body[beside]
            return min(at, beside)
    return at
