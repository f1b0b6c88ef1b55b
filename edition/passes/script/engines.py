"""The door of OpenCC: its engines, made when they are wanted, and Simplified forms by character."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from edition.errors import MissingResource
from edition.patterns import late
from edition.trade.script.paperforms import in_standard, printed_characters

if TYPE_CHECKING:
    import opencc

HOLD = "\U000f0000"
"""Stands for a protected character. Plane 15: no dictionary holds it, so no word crosses it; what
it stood for is put back by offset, so copy that holds the same character keeps it."""
FOREIGN = late(
    r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+|[\x00-\x08\ud800-\udfff]"
)
"""Addresses, and what would cut or break the dictionary's own text."""
MAY_BE_FOREIGN = late(r"[@\x00-\x08\ud800-\udfff]|://|www\.")
"""What every such text holds."""

_ENGINES = 16
"""as many as there are ways from a script to another"""


@lru_cache(maxsize=_ENGINES)
def converter(config: str) -> opencc.OpenCC:
    """The engine of one of OpenCC's configs."""
    import opencc  # Heavy, and wanted only where another script is.

    try:
        return opencc.OpenCC(config=config, include_tofu_risk_dictionaries=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise MissingResource("opencc_broken", where=config, error=str(error)) from error


_BACK = str.maketrans("揹蔘", "背参")
"""What OpenCC makes of a Simplified character and does not make Simplified again."""
_WORDS = 65_536
"""words and characters remembered"""


_STEPS = {"s2tw": ("s2t", "t2tw"), "s2hk": ("s2t", "t2hk")}
"""The two halves of a config, which together give the same in half its time: alone it cuts the
text into the words of its dictionary and then looks each of them up again."""


def in_script(configs: tuple[str, ...], text: str) -> str:
    """A text through OpenCC's steps, one after the other."""
    for config in configs:
        there, _, here = config.partition("2")
        text = in_standard(text, there)
        for step in _STEPS.get(config, (config,)):
            text = str(converter(step).convert(text))
        text = printed_characters(text, here)
    return text.translate(_BACK) if configs[-1].endswith("2s") else text


@lru_cache(maxsize=_WORDS)
def word_form(configs: tuple[str, ...], word: str) -> str:
    """A word by itself in the other script; words come again."""
    return in_script(configs, word)


def of_table(config: str | None, full: str) -> str:
    """A Traditional text by OpenCC's table for the region of a config alone."""
    return full if config is None else str(converter(f"t{config.removeprefix('s')}").convert(full))


def simplified(text: str) -> str:
    """`text` character by character in the Simplified script, where a character has one."""
    whole = text
    if MAY_BE_FOREIGN.search(text):
        whole = FOREIGN.sub(lambda match: HOLD * len(match.group()), text)
    found = str(converter("t2s").convert(whole))
    return found if len(found) == len(text) else text
