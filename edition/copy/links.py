"""The addresses and languages a story may carry: one rule for every format, and the form of a book.

The parser is ours: three schemes of the URL Standard are less code than the door of a library, and
those that follow that standard are one compiled wheel more for every machine. The books made of
random addresses are held against epubcheck.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, unquote

from edition.errors import UnreadableInput
from edition.limits import LIMITS

Say = Callable[[str, str], None]
"""takes the kind of a remark and the words in question"""
_LINK = re.compile(r"(https?|mailto):([^\s\x00-\x1f]+)", re.IGNORECASE)
_AUTHORITY = re.compile(r"//([^/?#]+)(.*)", re.DOTALL)
_HOST_AND_PORT = re.compile(r"(\[[^\]]*\]|[^:]*)(?::(\d*))?")
_LABELS = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_-]{1,63})*\.?")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_TAG = re.compile(
    "(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*"
    "(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE,
)
"""a tag that is well formed by RFC 5646"""
_STANDS = "!$&'()*+,-./:;=?@_~%"
"""signs of an address that stand as they are"""
_HIGHEST_PORT = 65_535
_LONGEST_PORT = 5
_LONGEST_HOST = 253
LONGEST_LINK = 2_000
"""characters of an address that a story may carry"""


def is_link(address: str) -> bool:
    """True for an address of http, https or mailto; nothing else is ever followed."""
    return address_of(address) is not None


def leads_to_page(address: str) -> bool:
    """True for an address of http or https that a story may carry."""
    web = address.lower().startswith(("http:", "https:"))
    return web and len(address) <= LONGEST_LINK and is_link(address)


def is_language(tag: str) -> bool:
    """True for a well-formed language tag."""
    return _TAG.fullmatch(tag) is not None


def address_of(text: str) -> str | None:
    """The address as a book may hold it, escaped where it must be; None for what is none.

    What leads nowhere for any program is none: a host of no machine, a port beyond the last.
    """
    found = _LINK.fullmatch(text)
    if found is None:
        return None
    scheme, rest = found[1].lower(), found[2]
    if scheme == "mailto":
        return f"mailto:{_escaped(rest)}"
    head = _AUTHORITY.fullmatch(_slashed(rest))
    if head is None:
        return None
    user, at, place = head[1].rpartition("@")
    machine = _machine(place)
    if machine is None:
        return None
    way, hash, fragment = head[2].partition("#")
    tail = _escaped(way) + hash + _escaped(fragment)
    return f"{scheme}://{_escaped(user)}{at}{machine}{tail}"


def _slashed(rest: str) -> str:
    """The backward slashes before query and fragment forward, as every browser reads them."""
    end = re.search("[?#]", rest)
    stop = end.start() if end else len(rest)
    return rest[:stop].replace("\\", "/") + rest[stop:]


def _escaped(part: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", part), safe=_STANDS, errors="replace")


def _machine(place: str) -> str | None:
    """Host and port; None where there can be none such."""
    found = _HOST_AND_PORT.fullmatch(place)
    if found is None:
        return None
    host, port = _host(found[1]), (found[2] or "").lstrip("0") or found[2]
    if not port:
        return host
    if host is None or len(port) > _LONGEST_PORT or int(port) > _HIGHEST_PORT:
        return None
    return f"{host}:{int(port)}"


def _host(name: str) -> str | None:
    try:
        if name.startswith("["):
            return f"[{IPv6Address(name[1:-1]).compressed}]"
        host = unquote(name, errors="strict").encode("idna").decode("ascii").lower()
        if not _LABELS.fullmatch(host) or len(host) > _LONGEST_HOST:
            return None
        last = host.rstrip(".").rpartition(".")[2]
        return str(IPv4Address(host.rstrip("."))) if last.isdigit() else host
    except (UnicodeError, AddressValueError):
        return None


@dataclass
class Links:
    """The links of one file, counted; what is none is said and its words stay."""

    name: str
    say: Say
    count: int = 0

    def take(self, address: str | None) -> str | None:
        """The address if it may stand. Raises UnreadableInput for more than the limit."""
        self.count += 1
        if self.count > LIMITS.links:
            raise UnreadableInput("too_many_links", where=self.name, limit=LIMITS.links)
        if address is None or is_link(address):
            return address
        self.say("link_left_out", address)
        return None
