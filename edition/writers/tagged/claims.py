"""What a file says of itself, in its XMP, where it claims PDF/UA-1 and is archival as well."""

PDFA = "http://www.aiim.org/pdfa/ns"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
UA_PART = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{_PDFUA}">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>"""
UA_SCHEMA = f"""<rdf:Description rdf:about="" xmlns:pdfaExtension="{PDFA}/extension/" \
xmlns:pdfaSchema="{PDFA}/schema#" xmlns:pdfaProperty="{PDFA}/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{_PDFUA}</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""the schema that PDF/A asks for where its XMP says more than it knows (ISO 19005-2, 6.6.2.3)"""
