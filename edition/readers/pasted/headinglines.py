"""The name of a section, and the heading of a story: kicker, headline, deck, each in its lines."""

from __future__ import annotations

from collections.abc import Sequence

from edition.model import Paragraph, Run
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import HEADING, ClassifiedPage
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.drafts import PageDraft
from edition.trade.lexicon import BRIEFS

S = LineState
_ORDER = {S.KICKER: 0, S.HEADLINE: 1, S.HEADLINE_MORE: 2, S.DECK: 3}


def take_section(page: ClassifiedPage, draft: PageDraft, line: CopyLine) -> None:
    """Begin a section named by `line`, and ask about a name the paper is not known for."""
    draft.briefs = BRIEFS.fullmatch(line.text) is not None
    if not page.is_title(line):
        draft.ask_of_page("section_guessed", line.number, line.text)
    draft.open_section(line)


def take_heading(page: ClassifiedPage, draft: PageDraft, at: int) -> int:
    """Take the lines of one heading. Returns the place after them."""
    end = at + 1
    while end < len(page.lines) and _goes_on(page, end):
        end += 1
    run = page.lines[at:end]
    parts: dict[LineState, list[CopyLine]] = {state: [] for state in HEADING}
    for place in range(at, end):
        parts[page.state(place)].append(page.lines[place])
    kickers, decks = parts[S.KICKER], parts[S.DECK]
    heads = parts[S.HEADLINE] + parts[S.HEADLINE_MORE]
    if len(decks) == len(run):
        _add_deck(draft, run)
        return end
    if not heads:
        kickers, heads = kickers[:-1], kickers[-1:]
    draft.open_story(kickers, heads, decks)
    return end


def _goes_on(page: ClassifiedPage, at: int) -> bool:
    """True when the line at `at` belongs to the heading above it."""
    here, above = page.state(at), page.state(at - 1)
    if here not in HEADING or above not in HEADING:
        return False
    if here is S.HEADLINE:
        return above is S.KICKER
    return _ORDER[here] >= _ORDER[above]


def _add_deck(draft: PageDraft, run: Sequence[CopyLine]) -> None:
    """A deck that page furniture parts from its headline; without one it is text."""
    story = draft.last()
    if story is not None and story.headline_lines and not story.body and not story.deck_lines:
        story.deck_lines = tuple(run)
        story.last = run[-1].last
        return
    for line in run:
        draft.add(Paragraph((Run(line.text),), line.numbers), line)
