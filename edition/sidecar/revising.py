"""The `revision` of a sidecar raised in its file, every comment and the order of keys kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from edition.errors import WrongUse
from edition.sidecar.values import toml_table

_GIVEN = re.compile(r"""^([ \t]*["']?revision["']?[ \t]*=[ \t]*)[0-9_+xobA-Fa-f]+""", re.M)
_BEFORE = ("issue", "date", "page", "paper")
"""keys it stands behind where it is new, the first that is there"""


def with_revision(data: bytes, revision: int, name: str) -> bytes:
    """The sidecar `data`, called `name`, with `revision`. Raises WrongUse where it is no TOML."""
    table = toml_table(data, name)
    text = data.decode("utf-8-sig")
    for found in _tries(text, revision):
        if _is(found, {**table, "revision": revision}):
            mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
            return mark + found.encode()
    raise WrongUse("revision_unwritten", where=name, revision=revision)


def _tries(text: str, revision: int) -> Iterator[str]:
    """The text with the number in each place it may stand, the best first."""
    for given in _GIVEN.finditer(text):
        yield f"{text[: given.start()]}{given[1]}{revision}{text[given.end() :]}"
    end = "\r\n" if "\r\n" in text else "\n"
    line = f"revision = {revision}{end}"
    for key in _BEFORE:
        for found in re.finditer(rf"^[ \t]*{key}[ \t]*=[^\r\n]*\r?\n", text, re.M):
            yield text[: found.end()] + line + text[found.end() :]
    yield line + text


def _is(text: str, wanted: dict[str, object]) -> bool:
    """True where the text says what is wanted, and nothing else: a line may stand in a string."""
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False
