"""What a volume says of itself, for machines: XMP, with or without a claim of conformance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from edition.writers.tagged.claims import PDFA, UA_PART, UA_SCHEMA

_CLAIM = f"""<rdf:Description rdf:about="" xmlns:pdfaid="{PDFA}/id/">\
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
{UA_PART}
{UA_SCHEMA}
"""
CREATOR = "edition"


@dataclass(frozen=True, slots=True)
class VolumeAbout:
    """A volume in a few words."""

    title: str
    author: str
    """the paper; empty for none"""
    day: date
    """of its last issue"""
    identifier: str

    @property
    def pdf_time(self) -> str:
        """The beginning of that day, as a PDF writes it."""
        return f"D:{self.day:%Y%m%d}000000Z"


def packet(about: VolumeAbout, *, conforming: bool) -> bytes:
    """The XMP of a volume. Only what is `conforming` claims PDF/UA-1 and PDF/A-2a."""
    time = f"{about.day.isoformat()}T00:00:00Z"
    author = "" if not about.author else (
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>"
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>\
{author}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool><xmp:CreateDate>{time}</xmp:CreateDate>\
<xmp:ModifyDate>{time}</xmp:ModifyDate></rdf:Description>
{_CLAIM if conforming else ""}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()
