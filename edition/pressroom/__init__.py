"""An edition to printed pages: composed, made up, furnished, drawn.

`build.py` opens this room for a page alone: a reader of stories and a maker of books wait for
none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from math import inf

from edition.compose.furniture import FurnitureSetter
from edition.compose.metrics import Metrics
from edition.compose.room import Desk
from edition.delivery.built import Built
from edition.errors import CannotFit, CannotSet, Diagnostic, Severity
from edition.makeup import alternatives_in, make_up, standing
from edition.makeup.furnish import USUAL, furnish
from edition.makeup.paper import Paper
from edition.makeup.plan.kepttype import Bench, Conditions, KeptType
from edition.makeup.shortcopy import (
    as_paid,
    bareness,
    between,
    filler_cells,
    page_cells,
    recounted,
    sold,
    toll,
    wider,
)
from edition.messages.texts import Values
from edition.model import Edition, Story
from edition.packs import shelf
from edition.packs.faces import every_chain, every_face
from edition.packs.layout import Layout
from edition.packs.pack import Pack
from edition.packs.sizes.airing import Aired
from edition.packs.sizes.roomier import roomier
from edition.packs.themes import furniture_faces
from edition.printed import Alternative, PageCopy, PrintedPage, Score
from edition.render.book.package import identifier
from edition.render.environment import environment
from edition.render.page.audit import face_characters, face_gaps, faces_asked, lines_at_odds
from edition.render.page.expecting import expected
from edition.render.page.foretold import pages_foretold
from edition.render.page.html import render_paper
from edition.render.page.plateviews import picture_names
from edition.render.page.setter import FaceView
from edition.steps import Progress, Step, untold
from edition.trade.namelines import known_names
from edition.trade.regions import region_of
from edition.writers.pdf import ARCHIVAL, TAGGED_ONLY, Conformance, Stored, write_pdf
from edition.writers.typefaces import cut_faces, face_views, faces_in_use


def compose(edition: Edition, layout: Layout) -> Desk:
    """The composing desk for the edition's region: it sets what make-up asks for."""
    return bench_for(edition, layout).desk


def bench_for(edition: Edition, layout: Layout, kept: KeptType | None = None) -> Bench:
    """The desk for an edition with the choices reckoned on it, of a session where one is kept."""
    region, places = region_of(edition.language), standing(edition) if layout.by_rank else {}
    faces = every_face(region, layout.faces)
    conditions = Conditions(
        layout, region.tag, known_names(edition), tuple(places)[:len(layout.by_rank) - 1],
        tuple(faces.items()),
    )

    def desk() -> Desk:
        metrics = {role: Metrics(face.path) for role, face in faces.items()}
        chains = every_chain(region, layout.faces)
        return Desk(layout, region, metrics, chains, conditions.names)

    bench = (kept or KeptType()).bench(conditions, desk)
    bench.desk.standing.clear()
    bench.desk.standing.update(places)
    return bench


def plan(
    edition: Edition, layout: Layout, faces: Mapping[str, str] = USUAL, tell: Progress = untold
) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """Make up the pages, furniture and all, without drawing them.

    `faces` are those a theme gives to parts of the furniture.
    """
    paper, remarks, setter = fitted(edition, layout, tell)
    paper, cuts = furnish(edition, paper, setter, paper.set_in(layout), faces)
    return paper, (*remarks, *cuts)


def other_plans(
    edition: Edition, layout: Layout, page: int, most: int, tell: Progress = untold
) -> tuple[Alternative, ...]:
    """Up to `most` plans of the paper in which one page has another shape than in the best."""
    kept = KeptType()
    paper, _, _ = fitted(edition, layout, tell, kept)
    bench = bench_for(edition, paper.set_in(layout), kept)
    return alternatives_in(edition, bench.memo, page, most, partial(tell, Step.MAKE_UP))


OPEN_BENCHES = 2
"""kept while a paper is tried in openings, so that a text is measured once for all of them"""
MOST_OPENINGS = 4
"""tried for one paper; one that takes a page more is followed by one halfway to what holds"""
TIGHTEST = 0.8
"""share of what the copy takes that a layout must hold at least to be tried"""
WISHES_UNMET = frozenset({
    "head_manner_unmet", "group_unset", "box_unmet", "headline_break_unmet", "picture_width_unmet",
})
MadeUp = tuple[Paper, tuple[Diagnostic, ...], FurnitureSetter]
"""pages without furniture, what is to be said of them, and what sets their furniture"""


def fitted(
    edition: Edition, layout: Layout, tell: Progress, kept: KeptType | None = None
) -> MadeUp:
    """The pages made up; where so many have to hold all of the copy, in the layout nearest to the
    pack's that does.

    Raises CannotFit with the stories that would have to go where none does.
    """
    asked = edition.planning.pages
    made = made_up(edition, layout, tell, kept)
    if asked is None or _fits(made, asked):
        return made
    need, roomiest = _pages_taken(made[0], layout) / asked, layout
    for found in roomier(layout):
        roomiest = found.layout
        if found.room < need * TIGHTEST:
            continue
        made = made_up(edition, roomiest, tell, kept)
        if _fits(made, asked):
            values: Values = {"pages": asked, "changes": found.changes}
            paper, remarks, setter = made
            paper = replace(paper, resized=paper.set_in(roomiest))
            return paper, (*remarks, Diagnostic("pages_fitted", values)), setter
    left = _left_over(edition, bench_for(edition, roomiest, kept), asked)
    raise CannotFit(
        "pages_too_few", where=edition.name, pages=asked, count=len(left),
        stories=tuple(story.headline for story in left),
    )


def _fits(made: MadeUp, pages: int) -> bool:
    """True where all of the copy, pictures too, stands on so many pages."""
    return len(made[0].pages) <= pages and not any(r.kind == "picture_unset" for r in made[1])


def _pages_taken(paper: Paper, layout: Layout) -> float:
    """Pages the copy fills, the white at their feet left out."""
    grid = paper.set_in(layout).grid
    return sum(
        1 - filler_cells(page.fillers, grid) / max(1, page_cells(page, grid))
        for page in paper.pages
    )


def _left_over(edition: Edition, bench: Bench, pages: int) -> tuple[Story, ...]:
    """The least stories, from the last by rank, without which the rest stands on the pages."""
    places = standing(edition)
    order = sorted(edition.stories, key=lambda story: places[story.id])
    least, most = 1, len(order)
    while least < most:
        middle = (least + most) // 2
        kept = {story.id for story in order[: len(order) - middle]}
        smaller = replace(edition, sections=tuple(
            replace(s, stories=tuple(one for one in s.stories if one.id in kept))
            for s in edition.sections
        ))
        paper, remarks = make_up(smaller, bench.memo, edition.imprint.page)
        if _fits((paper, remarks, bench.desk.furniture), pages):
            most = middle
        else:
            least = middle + 1
    return tuple(order[len(order) - least :])


def made_up(
    edition: Edition, layout: Layout, tell: Progress, kept: KeptType | None = None
) -> MadeUp:
    """The cheapest pages, on what a session has `kept`, where there is one.

    Where the copy is short it is set in a larger body or with wider lines, but not where it takes
    more pages than are asked for; each advertisement keeps its size, and neither it nor a wish of
    the editor's is lost for it.
    """
    if kept is not None:
        return _best_made_up(edition, layout, tell, kept)
    kept = KeptType(most_benches=OPEN_BENCHES)
    try:
        return _best_made_up(edition, layout, tell, kept)
    finally:
        kept.clear()


def _best_made_up(
    edition: Edition, layout: Layout, tell: Progress, kept: KeptType
) -> MadeUp:
    best = _made_up(edition, layout, tell, kept)
    if edition.planning.pages is not None and not _fits(best, edition.planning.pages):
        return best
    pages = len(best[0].pages)
    least = best[0].score.cost + bareness(best[0], layout.grid)
    holds, bursts = 1.0, inf
    tries = [*wider(best[0], edition, layout)]
    for aired in tries:
        made = _opened(edition, layout, aired, tell, kept)
        if made is None or sold(made[0]) < sold(best[0]) or _unmet(made) > _unmet(best):
            continue
        if len(made[0].pages) > pages:
            bursts = min(bursts, aired.more)
        else:
            holds = max(holds, aired.more)
            cost = made[0].score.cost + toll(aired) + bareness(made[0], aired.layout.grid)
            if cost < least:
                least, best = cost, made
        if aired is tries[-1] and holds < bursts < inf and len(tries) < MOST_OPENINGS:
            tries += between(edition, layout, holds, bursts)
    return best


def _unmet(made: MadeUp) -> int:
    """Wishes of the editor that the pages do not meet."""
    return sum(remark.kind in WISHES_UNMET for remark in made[1])


def _opened(
    edition: Edition, layout: Layout, aired: Aired, tell: Progress, kept: KeptType
) -> MadeUp | None:
    """The pages in an opened layout; None where a block of the copy is too tall for its lines."""
    own, grid = layout.grid, aired.layout.grid
    try:
        paper, remarks, setter = _made_up(
            recounted(edition, own, grid), aired.layout, lambda *_: tell(Step.MAKE_UP, 1.0), kept
        )
    except CannotSet:
        return None
    paper = as_paid(paper, own, grid)
    opened = Diagnostic("copy_opened", {"em": grid.em, "pitch": grid.pitch})
    return replace(paper, resized=aired.layout), (*remarks, opened), setter


def _made_up(
    edition: Edition, layout: Layout, tell: Progress, kept: KeptType | None
) -> MadeUp:
    tell(Step.SET, 0.0)
    bench = bench_for(edition, layout, kept)
    stories = tuple(edition.stories)
    for count, story in enumerate(stories, 1):
        bench.desk.galley(story, float(layout.grid.measure))
        tell(Step.SET, count / len(stories))
    tell(Step.MAKE_UP, 0.0)
    paper, remarks = make_up(
        edition, bench.memo, edition.imprint.page, partial(tell, Step.MAKE_UP)
    )
    if kept is not None:
        kept.used(bench, stories)
    tell(Step.MAKE_UP, 1.0)
    return paper, remarks, bench.desk.furniture


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages with everything they are drawn from."""

    html: str
    stored: Mapping[str, Stored]
    planned: tuple[PageCopy, ...]
    identifier: str
    said: tuple[Diagnostic, ...]
    """before they are drawn"""
    gaps: tuple[Diagnostic, ...]
    """characters that no face has"""
    late: tuple[Diagnostic, ...]
    score: Score | None
    claim: Conformance = ARCHIVAL
    """the standards the file is made for, where no character is without a glyph"""

    @property
    def pages(self) -> tuple[PrintedPage, ...]:
        """What begins on each page, as far as that can be told before they are drawn."""
        return pages_foretold(self.html, self.planned)


def dressed(
    edition: Edition, pack: Pack, style: str, made: MadeUp, tell: Progress
) -> Built:
    """Pages that are made up given their furniture, and drawn in a style."""
    return drawn(made_ready(edition, pack, style, made, tell), tell)


def made_ready(
    edition: Edition, pack: Pack, style: str, made: MadeUp, tell: Progress
) -> Sheets:
    """Pages that are made up given their furniture, and all they are drawn from."""
    own, (paper, remarks, setter) = pack.layout.faces, made
    paper, cuts = furnish(
        edition, paper, setter, paper.set_in(pack.layout), furniture_faces(style, tuple(own))
    )
    tell(Step.DRAW, 0.0)
    used = face_characters(paper)
    set_in = faces_asked(paper, pack.layout.body.face)
    faces = faces_in_use(region_of(edition.language), used, own, set_in)
    views = face_views(faces, used)
    html = draw(edition, paper, pack, views)
    fonts, gaps = cut_faces(faces, used, set(unescape(html)) | set(style))
    sheet = Stored("text/css", style.encode())
    return Sheets(
        html, {**fonts, **_pictures(edition, pack), "paper.css": sheet},
        expected(edition, paper), identifier(edition, "pdf"),
        (*_nameless(edition), *pack.style_findings(), *remarks, *cuts, *lines_at_odds(paper)),
        tuple(gaps), tuple(face_gaps(paper, own)), paper.score,
    )


def drawn(sheets: Sheets, tell: Progress) -> Built:
    """The finished paper."""
    blank = any(gap.severity is Severity.ERROR for gap in sheets.gaps)
    claim = sheets.claim if sheets.claim.press or not blank else TAGGED_ONLY
    done = write_pdf(
        sheets.html, sheets.stored, sheets.planned, sheets.identifier, claim=claim
    )
    tell(Step.DRAW, 1.0)
    said = (*sheets.said, *sheets.gaps, *sheets.late, *done.diagnostics)
    return Built(done.data, said, done.pages, sheets.score)


def _pictures(edition: Edition, pack: Pack) -> dict[str, Stored]:
    """The pictures of the copy and of the pack, under the names the page calls them by."""
    files = picture_names(edition)
    found = {files[p.name]: Stored(p.media, p.data) for p in edition.pictures}
    return found | {f"asset-{e.name}": Stored(e.media, e.data) for e in pack.layout.emblems}


def draw(
    edition: Edition, paper: Paper, layout: Layout | Pack, faces: Mapping[str, FaceView]
) -> str:
    """The HTML of a made-up paper."""
    pack = layout if isinstance(layout, Pack) else shelf.pack(layout.name)
    numbers = layout.layout if isinstance(layout, Pack) else layout
    templates = environment(pack.folders)
    return render_paper(edition, paper, paper.set_in(numbers), faces, templates)


def _nameless(edition: Edition) -> tuple[Diagnostic, ...]:
    if edition.imprint.paper:
        return ()
    return (Diagnostic("no_paper_name"),)
