"""A placed line as the page's template needs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpanView:
    text: str
    style: str
    href: str | None = None
    lang: str | None = None
    added: bool = False
    dots: bool = False
    """着重号: a dot below every character"""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line: top left corner of its box in pt from the page's corner."""

    spans: tuple[SpanView, ...]
    style: str
