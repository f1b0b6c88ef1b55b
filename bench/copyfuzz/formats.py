"""Stories as Markdown, HTML, Word and story JSON, each with its visible lines."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from xml.etree import ElementTree

from bench.copyfuzz.copies import Row
from bench.copyfuzz.elements import Element, StoryText
from bench.copyfuzz.words import Writer

Written = tuple[bytes, tuple[Row, ...], tuple[str, ...]]
"""bytes of the file, its visible lines, its words that are to be named"""


class _Lines:
    """Collects the lines of a file beside the lines a reader sees."""

    def __init__(self) -> None:
        self.file: list[str] = []
        self.rows: list[Row] = []
        self.hidden: list[str] = []
        self.story = 0

    def put(self, file: str, *seen: str) -> None:
        self.file.append(file)
        self.rows += [(self.story, text) for text in seen if text.strip()]

    def done(self, text: str) -> Written:
        return text.encode(), tuple(self.rows), tuple(self.hidden)


def markdown(stories: list[StoryText], writer: Writer) -> Written:
    """One `#` a story."""
    out = _Lines()
    for out.story, one in enumerate(stories, 1):
        out.put(f"# {_md(one.headline)}", one.headline)
        if one.deck:
            out.put(f"\n{_md(one.deck)}", one.deck)
        for element in one.body:
            _md_element(element, writer, out)
        if one.byline:
            out.put(f"\n{_md(one.byline)}\n", one.byline)
    return out.done("\n".join(out.file) + "\n")


def _md(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~&" else c for c in text)


def _md_element(element: Element, writer: Writer, out: _Lines) -> None:
    match element.kind:
        case "crosshead":
            out.put(f"\n## {_md(element.lines[0])}\n", *element.lines)
        case "table":
            _md_table(element, out)
        case "list" if writer.chance.random() < 0.5:
            mark, start = writer.chance.choice((("-", 0), ("*", 0), ("{}.", 1), ("{}.", 4)))
            lines = [
                f"{mark.format(start + n)} {_md(line)}" for n, line in enumerate(element.lines)
            ]
            seen = [line if start else text
                    for line, text in zip(lines, element.lines, strict=True)]
            out.put("\n" + "\n".join(lines) + "\n", *(text.replace("\\", "") for text in seen))
        case "verse" | "closing" | "entries" | "list":
            for stanza in "\n".join(element.lines).split("\n\n"):
                lines = stanza.split("\n")
                out.put("\n" + "  \n".join(_md_line(line) for line in lines) + "\n", *lines)
        case _:
            for line in element.lines:
                out.put(f"\n{_marked(line, writer)}\n", line)


def _md_line(line: str) -> str:
    """A line that is no item of Markdown's own lists."""
    head, dot, rest = line.partition(".")
    return f"{head}\\.{_md(rest)}" if dot and head.isdigit() else _md(line)


def _marked(line: str, writer: Writer) -> str:
    """A paragraph, now and then with strong or emphasised words or a link."""
    if writer.chance.random() < 0.3 and "，" in line:
        head, _, rest = line.partition("，")
        opens, closes = writer.chance.choice((
            ("**", "**"), ("*", "*"), ("[", "](https://www.example.cn/a?b=1)"), ("***", "***"),
        ))
        return f"{opens}{_md(head)}{closes}，{_md(rest)}"
    return _md_line(line)


def _md_table(element: Element, out: _Lines) -> None:
    head, *rows = element.cells
    out.put("")
    out.put(f"| {' | '.join(head)} |", "".join(head))
    out.put("|" + " --- |" * len(head))
    for row in rows:
        out.put(f"| {' | '.join(row)} |", "".join(row))
    out.put("")


def page(stories: list[StoryText], writer: Writer) -> Written:
    """A web page holds one article."""
    out = _Lines()
    out.story, one = 1, stories[0]
    out.put(f"<h1>{escape(one.headline)}</h1>", one.headline)
    for element in one.body:
        _html_element(element, writer, out)
    if writer.chance.random() < 0.2:
        words = writer.sentence()
        out.put(f'<p style="display:none">{escape(words)}</p>')
        out.hidden.append(words)
    if one.byline:
        out.put(f"<p>{escape(one.byline)}</p>", one.byline)
    body = "\n".join(out.file)
    return out.done(
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(one.headline)}</title>'
        f"</head><body><article>\n{body}\n</article></body></html>\n"
    )


def _html_element(element: Element, writer: Writer, out: _Lines) -> None:
    match element.kind:
        case "crosshead":
            out.put(f"<h2>{escape(element.lines[0])}</h2>", *element.lines)
        case "table":
            out.put(_html_table(element), *("".join(row) for row in element.cells))
        case "verse" | "closing" | "entries":
            out.put(f"<p>{'<br>'.join(map(escape, element.lines))}</p>", *element.lines)
        case "list":
            items = "".join(f"<li>{escape(line)}</li>" for line in element.lines)
            out.put(f"<ul>{items}</ul>", *element.lines)
        case _:
            for line in element.lines:
                text, seen = _dressed(line, writer)
                out.put(f"<p>{text}</p>", seen)


def _dressed(line: str, writer: Writer) -> tuple[str, str]:
    """A paragraph with its first clause strong, linked, raised or with a reading; what is seen."""
    head, comma, rest = line.partition("，")
    if not comma or writer.chance.random() < 0.6:
        return escape(line), line
    one = writer.chance.choice((
        "<strong>{}</strong>", "<em>{}</em>", '<a href="https://www.example.cn/1">{}</a>',
        "{}<sub>2</sub>", "{}<sup>3</sup>", "<ruby>{}<rt>dú yīn</rt></ruby>", "<span>{}</span>",
    ))
    seen = "".join(ElementTree.fromstring(f"<p>{one.format('{}')}</p>").itertext())
    return one.format(escape(head)) + comma + escape(rest), seen.format(head) + comma + rest


def _html_table(element: Element) -> str:
    begun = {(row, column): (rows, columns) for row, column, rows, columns in element.spans}
    gone = {
        (r, c) for row, column, rows, columns in element.spans
        for r in range(row, row + rows) for c in range(column, column + columns)
    } - set(begun)
    lines = []
    for r, row in enumerate(element.cells):
        cells = ""
        for c, text in enumerate(row):
            if (r, c) in gone:
                continue
            rows, columns = begun.get((r, c), (1, 1))
            spread = f' rowspan="{rows}"' * (rows > 1) + f' colspan="{columns}"' * (columns > 1)
            tag = "td" if r else "th"
            cells += f"<{tag}{spread}>{escape(text)}</{tag}>"
        lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"


def word(stories: list[StoryText], writer: Writer) -> Written:
    """A Word file with styles for headlines and crossheads."""
    out = _Lines()
    for out.story, one in enumerate(stories, 1):
        out.put(_p(one.headline, "Heading1"), one.headline)
        if one.deck:
            out.put(_p(one.deck, "Subtitle"), one.deck)
        for element in one.body:
            if element.kind == "table":
                out.put(_word_table(element), *("".join(row) for row in element.cells))
            elif element.kind in ("verse", "closing"):
                broken = "</w:t><w:br/><w:t>".join(map(escape, element.lines))
                out.put(f"<w:p><w:r><w:t>{broken}</w:t></w:r></w:p>", *element.lines)
            else:
                style = "Heading2" if element.kind == "crosshead" else ""
                for line in element.lines:
                    out.put(_p(line, style), line)
        if writer.chance.random() < 0.1:
            words = writer.sentence()
            out.put(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r></w:p>")
            out.hidden.append(words)
        if one.byline:
            out.put(_p(one.byline), one.byline)
    return word_file("".join(out.file)), tuple(out.rows), tuple(out.hidden)


def _p(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )
    return f"<w:p>{named}{runs}</w:p>"


def _word_table(element: Element) -> str:
    wide = {(row, column): columns for row, column, _, columns in element.spans}
    rows = ""
    for r, row in enumerate(element.cells):
        cells, c = "", 0
        while c < len(row):
            columns = wide.get((r, c), 1)
            spread = f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>' if columns > 1 else ""
            cells += f"<w:tc>{spread}{_p(row[c])}</w:tc>"
            c += columns
        rows += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{rows}</w:tbl>"


def word_file(body: str) -> bytes:
    """A Word file with `body` as its document."""
    space = "http://schemas.openxmlformats.org"
    main = f'xmlns:w="{space}/wordprocessingml/2006/main"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Heading1", "heading 1"), ("Heading2", "heading 2"),
                          ("Subtitle", "Subtitle"))
    )
    link = f"{space}/officeDocument/2006/relationships"
    package = f"{space}/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/><Override '
        f'PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{link}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="a" Type="{link}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {main}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {main}><w:body>{body}</w:body></w:document>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return held.getvalue()


def stories_file(stories: list[StoryText], writer: Writer) -> Written:
    """Story JSON by hand: blocks of the declared kinds."""
    out = _Lines()
    told = []
    for out.story, one in enumerate(stories, 1):
        out.put("", one.kicker, one.headline, one.deck)
        body = []
        for element in one.body:
            lines = ["".join(row) for row in element.cells] or list(element.lines)
            out.put("", *lines)
            body += _blocks(element)
        out.put("", one.byline)
        told.append({
            "headline": one.headline, "kicker": one.kicker or None, "deck": one.deck or None,
            "body": body, "byline_raw": one.byline or None,
        })
    return out.done(json.dumps({"sections": [{"stories": told}]}, ensure_ascii=False))


def _blocks(element: Element) -> list[dict[str, object]]:
    match element.kind:
        case "table":
            return [{"type": "table", "rows": [list(row) for row in element.cells],
                     "header_rows": 1, "spans": [list(span) for span in element.spans]}]
        case "verse":
            return [{"type": "verse", "verses": list(element.lines)}]
        case "list" | "closing":
            return [{"type": element.kind, "items": list(element.lines)}]
        case "entries":
            return [{"type": "entries", "rows": [["", line] for line in element.lines]}]
        case "crosshead":
            return [{"type": "crosshead", "parts": list(element.lines)}]
    return [{"type": "paragraph", "text": line} for line in element.lines]


WRITERS: Mapping[str, Callable[[list[StoryText], Writer], Written]] = MappingProxyType({
    ".md": markdown, ".html": page, ".docx": word, ".json": stories_file,
})
