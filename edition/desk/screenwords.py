"""The words of the screen in one language, by name."""

from __future__ import annotations

from edition.answering import ROLES, Do
from edition.messages.catalogue import PHRASES
from edition.messages.telling import phrase
from edition.messages.texts import Lang

_SCREEN = "desk_say_"
PARTS = (
    "section", "kicker", "headline", "deck", "dateline", "byline", "credit", "paragraph",
    "crosshead", "quote", "caption", "list", "table", "verse", "note", "closing", "entries",
    "footnote",
)


def words_in(lang: Lang) -> dict[str, str]:
    """Every word and sentence the screen itself says; places in them stay as they are."""
    names = (name.removeprefix(_SCREEN) for name in PHRASES if name.startswith(_SCREEN))
    said = {name: phrase(f"desk_say_{name}", lang) for name in names}
    does = {f"do_{do}": phrase(f"desk_do_{do}", lang) for do in Do}
    parts = {f"part_{part}": phrase(f"part_{part}", lang) for part in PARTS}
    named = parts | {f"part_{do}": phrase(f"desk_do_{do}", lang) for do in ROLES}
    return said | does | named | {"roles": " ".join(ROLES)}
