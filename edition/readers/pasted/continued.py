"""Two parts of one story that a jump parted are put together when both are in the copy."""

from __future__ import annotations

from edition.patterns import late
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.drafts import Draft, PageDraft

_TITLE = late("[《“「](.{2,40}?)[》”」]")


def join_jumps(page: PageDraft) -> None:
    """Append every part below a jump line to the story it belongs to, and ask each time.

    A part without a partner stays where it is. The lines of the parts keep their numbers.
    """
    drafts = [draft for part in page.parts for draft in part.drafts]
    waiting = [draft for draft in drafts if draft.jump_out is not None]
    tails = [draft for draft in drafts if draft.jump_in is not None]
    joined: list[Draft] = []
    for tail in tails:
        above = [d for d in waiting if d is not tail and d.last < tail.first]
        head = _partner(tail, above, len(tails))
        if head is None or tail.jump_in is None or head.jump_out is None:
            continue
        if tail.headline or tail.dateline or (head.byline and tail.byline):
            continue
        waiting.remove(head)
        _append(head, tail)
        joined.append(tail)
        page.ask_of_page(
            "jump_joined", head.jump_out.number, tail.jump_in.text, below=tail.jump_in.number
        )
    for part in page.parts:
        part.drafts = [d for d in part.drafts if not any(d is tail for tail in joined)]
    for line in _alone(page, waiting, [t for t in tails if not any(t is j for j in joined)]):
        page.ask_jump(line)


def _alone(page: PageDraft, heads: list[Draft], tails: list[Draft]) -> list[CopyLine]:
    lines = [d.jump_out for d in heads] + [d.jump_in for d in tails] + [page.jumped]
    return sorted((line for line in lines if line), key=lambda line: line.number)


def _partner(tail: Draft, waiting: list[Draft], tails: int) -> Draft | None:
    """The story named in the jump line, or the only one that breaks off."""
    title = _TITLE.search(tail.jump_in.text if tail.jump_in else "")
    if title is not None:
        named = [d for d in waiting if title.group(1) in d.headline]
        return named[0] if len(named) == 1 else None
    return waiting[0] if len(waiting) == 1 and tails == 1 else None


def _append(head: Draft, tail: Draft) -> None:
    head.body += tail.body
    head.credits += tail.credits
    head.byline = head.byline or tail.byline
    head.last = max(head.last, tail.last)
