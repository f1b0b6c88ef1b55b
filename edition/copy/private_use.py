"""Private-use characters that old encodings stood for: GBK and GB 18030 in Simplified copy,
HKSCS in Traditional copy. Both used the same code points for different characters, so that the
script of the whole copy decides; what neither had has no meaning outside its maker's fonts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SIMPLIFIED = frozenset("国说时学们这会来为个发对经过还没开关门问间东车长马书见话让进远运动")
_TRADITIONAL = frozenset("國說時學們這會來為個發對經過還沒開關門問間東車長馬書見話讓進遠運動")
_UNDECODED = {
    # What Python's table of GB 18030-2000 leaves in the private-use area, by GB 18030-2022.
    0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC, 0xFE59: 0x9FB4, 0xFE61: 0x9FB5,
    0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6C: 0x215D7, 0xFE6D: 0x9FB8, 0xFE76: 0x2298F,
    0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFE91: 0x241FE, 0xFEA0: 0x9FBB,
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
    0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
    0xA8BC: 0x1E3F,
}
_GB_RUNS = (
    (0xE78D, 0xA6D9, 7), (0xE794, 0xA6EC, 2), (0xE796, 0xA6F3, 1), (0xE7C7, 0xA8BC, 1),
    (0xE7C8, 0xA8BF, 1), (0xE7E7, 0xA989, 13), (0xE815, 0xFE50, 80),
)
"""(first code point, its two bytes in GBK, how many): the trail byte 7F is passed over."""
_BIG5_BLOCKS = ((0xE000, 0xFA40, 5), (0xE311, 0x8E40, 19), (0xEEB8, 0x8140, 13))
"""(first code point, its two bytes in Big5, how many lead bytes), 157 characters each."""
_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))


@cache
def _gb_table() -> Mapping[str, str]:
    found = {"\ue5e5": "\u3000"}  # A3A0, which every reader of GBK takes for a wide space.
    for first, code, count in _GB_RUNS:
        for _ in range(count):
            known = _UNDECODED.get(code)
            sign = chr(known) if known else code.to_bytes(2, "big").decode("gb18030")
            if not PRIVATE.match(sign):
                found[chr(first)] = sign
            first, code = first + 1, code + 1
            code += code & 0xFF == 0x7F
    return MappingProxyType(found)


@cache
def _hkscs_table() -> Mapping[str, str]:
    found = {}
    for first, code, leads in _BIG5_BLOCKS:
        for lead in range(code >> 8, (code >> 8) + leads):
            for trail in _TRAILS:
                sign = bytes((lead, trail)).decode("big5hkscs", "ignore")
                if len(sign) == 1 and not PRIVATE.match(sign):
                    found[chr(first)] = sign
                first += 1
    return MappingProxyType(found)


def private_table(text: str) -> Mapping[str, str]:
    """The table for copy in the script of `text`: HKSCS where it is Traditional, else GB."""
    simplified = sum(character in _SIMPLIFIED for character in text)
    traditional = sum(character in _TRADITIONAL for character in text)
    return _hkscs_table() if traditional > simplified else _gb_table()


def settle_private(text: str, table: Mapping[str, str]) -> str:
    """`text` with what `table` knows in its right form; of the same length."""
    return PRIVATE.sub(lambda found: table.get(found.group(), found.group()), text)
