"""The reader of `.xml`: the root element decides between NITF, NewsML-G2 and feeds."""

from __future__ import annotations

from edition.copy.making import Found
from edition.errors import Diagnostic, UnreadableInput
from edition.messages.texts import Phrase
from edition.readers.tree.declared import decoded_xml
from edition.readers.tree.markup import parse_xml
from edition.readers.wire.feeds import read_feed
from edition.readers.wire.newsml import newsml_parts
from edition.readers.wire.nitf import nitf_parts
from edition.readers.wire.storyparts import found_in
from edition.sidecar.parse import Sidecar

_OTHERS = {
    "cnml": "xml_cnml", "newsml": "xml_newsml", "html": "xml_html", "svg": "xml_svg",
    "opml": "xml_opml", "sitemapindex": "xml_addresses", "urlset": "xml_addresses",
}
"""phrases for what comes as XML and is not read, by root element"""


def read_xml(data: bytes, name: str, beside: Sidecar) -> Found:
    """What a news item in XML holds. Raises UnreadableInput for broken, unsafe or unknown XML."""
    text = decoded_xml(data, name)
    said: list[Diagnostic] = []
    root = parse_xml(text, name, said)
    day = beside.imprint.date
    if root.tag == "nitf":
        return found_in([nitf_parts(root)], name, remarks=said, file=text, day=day)
    if root.tag in ("newsitem", "newsmessage", "packageitem"):
        return found_in(newsml_parts(root, name), name, remarks=said, file=text, day=day)
    if root.tag in ("rss", "feed", "rdf"):
        return read_feed(text, name)
    raise UnreadableInput(
        "xml_unknown", where=name, root=root.tag[:40],
        reason=Phrase(_OTHERS.get(root.tag, "xml_readable")),
    )
