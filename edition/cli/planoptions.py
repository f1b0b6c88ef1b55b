"""What the command line asks of the make-up: effort, pages, other plans."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.errors import WrongUse
from edition.limits import LIMITS
from edition.model import Edition
from edition.packs.pack import Pack
from edition.planning import EFFORTS, MOST_EFFORT
from edition.sandbox.childlimits import Limits

if TYPE_CHECKING:
    from edition.printed import Alternative


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """The options, judged before any copy is read."""

    effort: int | None = None
    pages: int | None = None
    fit: bool = False
    alternatives: int | None = None

    def over(self, edition: Edition) -> Edition:
        """The edition with what the options ask before what its sidecar asks."""
        asked = edition.planning.asking(self.effort, self.pages, self.fit)
        return edition if asked == edition.planning else replace(edition, planning=asked)

    def others(
        self, edition: Edition, pack: str | Pack, sandbox: Limits | None
    ) -> tuple[Alternative, ...]:
        """Other plans of the front page, as many as are asked for."""
        from edition import build

        if self.alternatives is None:
            return ()
        return build.alternatives(edition, self.alternatives, pack, sandbox=sandbox)


def asked_planning(options: Namespace) -> PlanOptions:
    """What the options ask. Raises WrongUse for a number or a name that is none."""
    from edition.build import MOST_ALTERNATIVES

    return PlanOptions(
        _effort(getattr(options, "effort", None)),
        asked_count(options, "pages", LIMITS.pages),
        bool(getattr(options, "fit", False)),
        asked_count(options, "alternatives", MOST_ALTERNATIVES),
    )


def _effort(given: str | None) -> int | None:
    if given is None:
        return None
    if found := EFFORTS.get(given) or _up_to(MOST_EFFORT, given):
        return found
    raise WrongUse("effort_unknown", value=given, known=tuple(EFFORTS), most=MOST_EFFORT)


def asked_count(options: Namespace, name: str, most: int) -> int | None:
    """The number from 1 of an option; None where it is not given. Raises WrongUse for no number."""
    given: str | None = getattr(options, name, None)
    if given is None:
        return None
    if found := _up_to(most, given):
        return found
    raise WrongUse("option_no_count", option=f"--{name.replace('_', '-')}", value=given, most=most)


def _up_to(most: int, given: str) -> int | None:
    """The number from 1 that is given; None for a larger one and for no number."""
    few = given.isdecimal() and len(given) < 9
    return int(given) if few and 1 <= int(given) <= most else None
