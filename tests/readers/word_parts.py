"""Word files built by hand, part by part."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
C = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES = (
    f'<Types xmlns="{C}"><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
MAIN = (
    f'<Relationships xmlns="{P}"><Relationship Id="r1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = f'<w:styles xmlns:w="{W}">' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in {
        "T": "Title", "1": "heading 1", "2": "heading 2", "S": "Subtitle", "Y": "引题",
        "X": "小标题", "Q": "Quote", "K": "caption", "B": "标题 1",
    }.items()
) + "</w:styles>"


def run(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str, style: str = "", props: str = "", look: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = text if text.startswith("<") else run(text, look)
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{inner}</w:p>"


def relations(*rows: tuple[str, str, str, bool]) -> str:
    return f'<Relationships xmlns="{P}">' + "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        f'{" TargetMode=" + chr(34) + "External" + chr(34) if outside else ""}/>'
        for key, kind, target, outside in (("s", "styles", "styles.xml", False), *rows)
    ) + "</Relationships>"


def docx(body: str, more: dict[str, str | bytes] | None = None, rels: str = "") -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES, "_rels/.rels": MAIN, "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": rels or relations(),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body>'
        "</w:document>",
    } | (more or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
