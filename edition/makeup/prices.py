"""The prices of make-up, in one place. `docs/makeup.md` explains each; less is better."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prices:
    """What each departure from the ideal page costs (makeup note, section 3.5)."""

    size_step: float = 3.0
    """per step of the headline ladder away from the ideal of the rank"""
    lead_step: float = 10.0
    """the same for the lead, whose head must dominate (W7, W12)"""
    head_line: float = 2.5
    """per headline line beyond the usual number for the span, twice for the first, six times for
    two"""
    lead_line: float = 12.0
    """and more for a third line of the lead's, four times for a fourth"""
    head_fill: float = 40.0
    """per unit of the headline's width below 55 % of its span (S15)"""
    head_tight: float = 4.0
    """a headline, kicker or deck as wide as its span"""
    head_deep: float = 2.0
    """per row by which headings are deeper than what stands under them"""
    head_white: tuple[float, ...] = (0.0, 0.7, 1.8, 4.0, 8.0, 14.0)
    """by extra blank rows spread in the heading block"""
    head_float: float = 25.0
    """per row of white beyond one and a half above a head"""
    foot_white: float = 1.0
    """the first blank row at the foot of the last leg: feet level within one line"""
    foot_more: float = 2.0
    """per further blank row there, up to one less than the number of legs (S3)"""
    loose_white: float = 8.0
    """per blank row at the foot of the last leg beyond that"""
    side_white: float = 1.0
    """per row of each column left white beside legs in the middle of the page"""
    empty_leg: float = 60.0
    """and more for a leg that holds nothing: only when nothing else fits"""
    inner_white: float = 0.7
    """per row of white added round a crosshead or a pull quote"""
    quote_moved: float = 1.0
    """per paragraph by which a pull quote stands before or after its place"""
    leg_hole: float = 14.0
    """per blank row at the foot of any other leg"""
    hard_cut: float = 60.0
    """a leg ended where the galley forbids it: only when nothing else fits"""
    measure: float = 6.0
    """长栏, 破栏: another measure than the base column (C3)"""
    measure_row: float = 0.08
    """and per row set in it: a long story belongs in base columns"""
    table_column: float = 4.0
    """per column of a story's span beyond those its widest table needs"""
    cramped: float = 40.0
    """a table set so narrow that its words are broken"""
    full_span: float = 5.0
    """通栏: a story as wide as the page (C4)"""
    shallow: float = 1.5
    """per row of a leg below 51 mm (W2)"""
    stub: float = 5.0
    """and per row of legs side by side below five"""
    deep: float = 1.0
    """per row of a leg beyond 254 mm (W2)"""
    aspect: float = 40.0
    """per unit outside 0.35–3.5 (S13)"""
    bump: float = 65.0
    """碰题: two heads adjoining across a gutter (W5, C13)"""
    box: float = 4.0
    """加框: a box round what is marked by it: a notice, a letter, an editor's note, house copy"""
    box_unmarked: float = 28.0
    """the same round any other story, only to part two heads (W6): a last resort"""
    half_head: float = 5.0
    """半盖文题: a head beside the last leg of its story, not over it"""
    aside_head: float = 9.0
    """竖题, 旁题: a head at the side of its text where the pack allows it unasked"""
    aside_unmet: float = 120.0
    """the head over its text where the editor wants it at the side"""
    box_unmet: float = 120.0
    """without the box the editor wants"""
    box_lead: float = 25.0
    """and more for the lead, which needs no frame"""
    looseness: float = 0.6
    """per paragraph set a line longer, its looser lines besides"""
    crop: float = 0.6
    """per 4 % of a picture's shape changed by its crop"""
    picture_step: float = 3.0
    """per column a picture is off its ideal width"""
    picture_asked: float = 40.0
    """the same off the width the editor wants"""
    picture_inversion: float = 6.0
    """a picture larger than one of a story ranked above it (W7)"""
    picture_later: float = 6.0
    """pictures that wait for the rest of a story that runs on"""
    picture_white: float = 8.0
    """per share of its place that a picture shown whole leaves white beside it"""
    picture_over: float = 0.5
    """a picture above the head"""
    cut_through: float = 24.0
    """断版: a straight cut through a zone (C11)"""
    inversion: float = 4.0
    """per ladder step a headline is larger than one ranked above it (W4, S8)"""
    order: float = 2.0
    """per pair of stories of which the better ranked stands under the other (W4)"""
    strength: float = 4.0
    """per pair of stories whose later stands in the stronger place (S7)"""
    jump: float = 12.0
    """转版: a story that goes on on another page"""
    run_on: float = 5.0
    """a story that runs on at the foot of a page of one column"""
    left_over: float = 0.75
    """per row of a story that its full page leaves to the next"""
    house: float = 2.0
    """补白: each item of house copy"""
    filler: float = 40.0
    """补白 at the foot of a page"""
    filler_framed: float = 20.0
    """off that where house copy stands there in frames"""
    filler_row: float = 3.0
    """per row of it"""


PRICES = Prices()


def filler_toll(rows: int) -> float:
    """Price of so many rows of filler at the foot of a page, or over its corner advertisement."""
    return PRICES.filler + PRICES.filler_row * rows if rows else 0.0
