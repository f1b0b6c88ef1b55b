"""Finished files in the caller's hand: looked at, accepted or not, drawn as pictures, written."""

from __future__ import annotations

from edition.delivery.built import Built, Converted

__all__ = ["Built", "Converted"]
