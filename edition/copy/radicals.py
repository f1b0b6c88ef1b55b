"""Radicals of Unicode's radical blocks as the characters they were meant for.

Fonts of PDF files name the glyph of 用 U+2F64, so that copy out of them holds radicals. Those of
the Kangxi block are compatibility characters; those of the supplement are taken from Unicode's
table of equivalent ideographs, as far as both look alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺅亻⺆冂⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王"
    "⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺺肀⺻聿⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨"
    "⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
RADICALS: Mapping[str, str] = MappingProxyType({
    **{chr(n): unicodedata.normalize("NFKC", chr(n)) for n in range(0x2F00, 0x2FD6)},
    **dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)),
})
"""Each radical and the unified ideograph it stands for, one character for one."""
RADICAL = re.compile(f"[{''.join(RADICALS)}]")


def fold_radicals(text: str) -> str:
    """`text` with its radicals as characters; of the same length."""
    return RADICAL.sub(lambda found: RADICALS[found.group()], text)
