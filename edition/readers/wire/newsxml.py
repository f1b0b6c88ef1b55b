"""The reader of `.xml`: the root element decides between NITF, NewsML-G2 and feeds."""

from __future__ import annotations

from edition.copy.read import Read
from edition.errors import UnreadableInput
from edition.readers.wire.feeds import read_feed
from edition.readers.wire.markup import parse_xml
from edition.readers.wire.newsml import newsml_parts
from edition.readers.wire.nitf import nitf_parts
from edition.readers.wire.storyparts import read_parts
from edition.sidecar.parse import Sidecar

_OTHERS = {
    "cnml": "This is CNML (GB/T 20092), which is not read",
    "newsml": "This is NewsML 1, which is not read",
    "html": "This is a web page: name it .html",
    "svg": "This is a picture",
    "opml": "This is a list of feeds, without stories",
    "sitemapindex": "This is a list of addresses, without stories",
    "urlset": "This is a list of addresses, without stories",
}


def read_xml(data: bytes, name: str, sidecar: Sidecar) -> Read:
    """Read a news item in XML. Raises UnreadableInput for broken, unsafe or unknown XML."""
    root = parse_xml(data, name)
    if root.tag == "nitf":
        return read_parts([nitf_parts(root)], data, name, sidecar)
    if root.tag in ("newsitem", "newsmessage", "packageitem"):
        return read_parts(newsml_parts(root, name), data, name, sidecar)
    if root.tag in ("rss", "feed", "rdf"):
        return read_feed(data, name, sidecar)
    raise UnreadableInput(
        f"no reader knows XML with the root “{root.tag[:40]}”", where=name,
        why=_OTHERS.get(root.tag, "NITF, NewsML-G2, RSS, Atom and WordPress exports are read"),
        todo="Export it as NITF or NewsML-G2, or as plain text",
    )
