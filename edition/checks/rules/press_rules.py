"""A file for a press: its claim, its boxes, its inks (IDs PX1 to PX8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from edition.checks.inks.pressfile import PressFile, PressPage
from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import Box
from edition.checks.targets import LEAST_DPI, MOST_INK
from edition.messages.texts import Phrase

PressRule = Callable[[PressFile], Finding]
_SLACK = 0.02
"""pt by which a box may reach beyond the one round it"""
_OVER = 1.0
"""% of ink by which a measure may be over the most: a step of 255 in each ink"""


def claimed(press: PressFile) -> Finding:
    """PX1: what a file for a press must say of itself."""
    places = [FaultPlace(0, 0, 0, Phrase(lack)) for lack in press.lacks]
    return Finding("PX1", "must", len(places), 8, None, tuple(places))


def intended(press: PressFile) -> Finding:
    """PX2: the profile of a press with four inks is in the file."""
    return Finding("PX2", "must", int(not press.intent), 1)


def boxed(press: PressFile) -> Finding:
    """PX3: every page says where it is cut, within where it bleeds, within its sheet."""
    wrong = [page for page in press.pages if not _is_boxed(page)]
    return Finding("PX3", "must", len(wrong), len(press.pages), None, _pages(wrong))


def _is_boxed(page: PressPage) -> bool:
    return _within(page.trim, page.bleed) and _within(page.bleed, page.media)


def _within(inner: Box | None, outer: Box | None) -> bool:
    if inner is None or outer is None or inner[0] >= inner[2] or inner[1] >= inner[3]:
        return False
    return (inner[0] >= outer[0] - _SLACK and inner[1] >= outer[1] - _SLACK
            and inner[2] <= outer[2] + _SLACK and inner[3] <= outer[3] + _SLACK)


def inked(press: PressFile) -> Finding:
    """PX4: nothing is drawn in lights, nothing is packed so that nobody can tell."""
    places = [
        FaultPlace(page.number, 0, 0, Phrase("drawn_in_lights", {"space": space, "count": count}))
        for page in press.pages for space, count in sorted(page.work.lights.items())
    ]
    places += [
        FaultPlace(page.number, 0, 0, Phrase("stream_unread", {"count": page.work.unread}))
        for page in press.pages if page.work.unread
    ]
    return Finding("PX4", "must", len(places), len(press.pages), None, tuple(places))


def black_alone(press: PressFile) -> Finding:
    """PX5: black type is black ink alone, printed over what is there."""
    wrong = [p for p in press.pages if p.work.grey_type or p.work.opaque_type]
    count = sum(p.work.grey_type + p.work.opaque_type for p in wrong)
    return Finding(
        "PX5", "must", count, sum(p.work.black_type for p in press.pages), None, _pages(wrong)
    )


def ink_borne(press: PressFile) -> Finding:
    """PX6: no place takes more ink than the paper bears.

    A page with more shapes than are measured is told among the places and is no fault.
    """
    most = press.most or MOST_INK
    found: list[tuple[float, FaultPlace]] = []
    worst = 0.0
    for page in press.pages:
        inks = [100 * sum(page.work.heaviest), *(ink for _, ink in page.inks if ink is not None)]
        inks += [400.0] * bool(page.work.marks_inside)
        ground, (x, y) = page.work.over_ground
        worst = max(worst, *inks, 100 * ground)
        found += [
            (ink, FaultPlace(page.number, 0, 0, Phrase("ink_over", {"ink": ink, "most": most})))
            for ink in inks if ink > most + _OVER
        ]
        if 100 * ground > most + _OVER:
            told = Phrase("ink_over_ground", {"ink": 100 * ground, "most": most})
            found.append((100 * ground, FaultPlace(page.number, x, y, told)))
    told_only = tuple(
        FaultPlace(page.number, 0, 0, Phrase("ink_unmeasured"))
        for page in press.pages if page.work.unmeasured
    )
    return Finding(
        "PX6", "must", len(found), len(press.pages), round(worst, 1),
        (*told_only, *(place for _, place in found)),
    )


def fine_pictures(press: PressFile) -> Finding:
    """PX7: pictures are printed with pixels enough."""
    dpis = [(page.number, dpi) for page in press.pages for dpi, _ in page.inks]
    places = [
        FaultPlace(number, 0, 0, Phrase("picture_dpi", {"dpi": dpi}))
        for number, dpi in dpis if dpi < LEAST_DPI - 0.5
    ]
    worst = round(min(dpi for _, dpi in dpis), 0) if dpis else None
    return Finding("PX7", "should", len(places), len(dpis), worst, tuple(places))


def nothing_barred(press: PressFile) -> Finding:
    """PX8: no form, script, note on the print, or what only one maker's press knows."""
    places = [FaultPlace(0, 0, 0, kind) for kind in press.barred]
    places += [
        FaultPlace(page.number, 0, 0, Phrase("notes_printed", {"count": page.notes}))
        for page in press.pages if page.notes
    ]
    return Finding("PX8", "must", len(places), len(press.pages), None, tuple(places))


def _pages(pages: list[PressPage]) -> tuple[FaultPlace, ...]:
    return tuple(
        FaultPlace(page.number, 0, 0, Phrase("page_as_it_is"))
        for page in pages
    )


PRESS_RULES: Mapping[str, PressRule] = {
    "PX1": claimed, "PX2": intended, "PX3": boxed, "PX4": inked, "PX5": black_alone,
    "PX6": ink_borne, "PX7": fine_pictures, "PX8": nothing_barred,
}


def judge_press(press: PressFile) -> Iterator[Finding]:
    """Every rule of the press held against a file."""
    for rule in PRESS_RULES.values():
        yield rule(press)
