"""Holds copy, story JSON, PDF and EPUB against one another, by code of its own.

It knows nothing of `edition`: the copy comes as the lines its maker wrote, the stories and the
remarks as plain values, the finished files as bytes. Every character but white space counts. Each
part of the stories is sought in the copy, and in the finished file, whole where it stands whole,
else piece by piece; what is found is taken. What of the copy is left over is lost unless a remark
names it; what of the stories has no place is an invention; body parts whose places go backwards
are out of order. What a page adds of its own (folio, jump lines, index) is listed in `added`.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pypdfium2

TAKEN = "\0"
_DASHED = re.compile(r"[|｜+:]*[-—─=]*[|｜+:]*[-—─=]{3}[|｜+:\-—─=]*")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]|[\ud800-\udfff]"
)
"""Characters without a shape of their own: counted apart from the others."""
COMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
NAMING = frozenset({
    "answer_dropped", "around_article", "chart_left_out", "comments_left_out",
    "contents_left_out", "copied_from_mail", "copied_from_pdf", "copied_with_codes",
    "deleted_text", "front_matter_unknown", "headline_repeated", "hidden_text", "left_out",
    "markup_left_out", "page_field_left_out", "story_held",
})
"""Remarks whose text is copy that is not printed."""
TELLING = frozenset({
    "lines_set_aside", "furniture_guessed", "section_set_aside", "jump", "jump_joined",
})
"""Remarks that tell the lines they set aside."""
ALARMS = frozenset({"not_conserved", "unaccounted"})
"""Remarks by which the program itself says that it has lost something."""
SEEN_LEAST = 4
"""characters from which a text that stands in the copy once has a place for certain"""
WHOLE = 8
"""characters from which a part is sought before the short ones are"""


Remarks = Sequence[Mapping[str, Any]]
"""kind, severity, line, text and values of each remark"""


@dataclass(slots=True)
class Verdict:
    """What one comparison found; empty texts and lists are good."""

    lost: str = ""
    invented: str = ""
    order: list[str] = field(default_factory=list)
    unseen: str = ""
    """characters nobody sees that went, or came, without a word"""
    alarms: list[str] = field(default_factory=list)
    characters: int = 0
    named: int = 0
    """characters of stories that are set aside or named instead of printed"""

    @property
    def sound(self) -> bool:
        return not (self.lost or self.invented or self.order or self.unseen or self.alarms)


def bare(text: str) -> str:
    """Without white space and unseen characters, Latin letters composed."""
    text = UNSEEN.sub("", "".join(text.split()))
    return COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def silent(stories: Mapping[str, Any], remarks: Remarks) -> str:
    """Lines of plain copy that are set aside and that no remark tells by their number."""
    told: set[int] = set()
    counted = 0
    for remark in remarks:
        values = remark["values"]
        if remark["kind"] in TELLING:
            told |= {remark["line"] or 0, values.get("below", 0), *values.get("lines", ())}
        elif remark["kind"] == "copied_from_mail":
            counted += values["lines"]
        elif remark["kind"] == "copied_from_pdf":
            counted += values["count"]
    aside = [item for item in stories.get("furniture", ()) if item["line"] not in told]
    return "".join(bare(item["text"]) for item in aside[counted:])


@dataclass(slots=True)
class Piece:
    """One part of the stories, and where it was found."""

    text: str
    story: int
    body: bool = False
    head: bool = False
    spots: list[tuple[int, int]] = field(default_factory=list)
    """(place, length) of each stretch of it"""


class Strip:
    """Characters of which stretches are taken one by one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.begins: set[int] = set()
        parts: list[str] = []
        at = 0
        for line in lines:
            self.begins.add(at)
            parts.append(line)
            at += len(line)
        self.text = self.left = "".join(parts)

    def take(self, at: int, size: int) -> None:
        self.left = self.left[:at] + TAKEN * size + self.left[at + size :]

    def seek(self, text: str, near: int) -> int:
        """Where `text` is still free: first at the head of a line at or behind `near`."""
        first, loose, at = -1, -1, self.left.find(text)
        tries = 0
        while at >= 0 and tries < 200:
            tries += 1
            if at >= near:
                if at in self.begins:
                    return at
                loose = at if loose < 0 else loose
            first = at if first < 0 else first
            at = self.left.find(text, at + 1)
        return loose if loose >= 0 else first

    def longest(self, text: str, start: int, near: int) -> tuple[int, int]:
        """Place and length of the longest head of `text[start:]` that is free behind `near`."""
        low, high, at = 0, len(text) - start, -1
        while low < high:
            middle = (low + high + 1) // 2
            found = self.left.find(text[start : start + middle], near)
            if found >= 0:
                low, at = middle, found
            else:
                high = middle - 1
        return at, low


def place(pieces: Sequence[Piece], strip: Strip) -> str:
    """Give every piece its stretches of the strip; returns the characters that have none."""
    missing: list[str] = []
    long_ones = [n for n, piece in enumerate(pieces) if len(piece.text) >= WHOLE]
    short_ones = [n for n, piece in enumerate(pieces) if 0 < len(piece.text) < WHOLE]
    for group in (long_ones, short_ones):
        group.sort(key=lambda n: -len(pieces[n].text))
        broken = []
        for number in group:
            near = _near(pieces, number)
            at = strip.seek(pieces[number].text, near)
            if at < 0:
                broken.append(number)
                continue
            strip.take(at, len(pieces[number].text))
            pieces[number].spots = [(at, len(pieces[number].text))]
        for number in sorted(broken):
            missing.append(_in_parts(pieces[number], strip, _near(pieces, number)))
    return "".join(missing)


def _near(pieces: Sequence[Piece], number: int) -> int:
    """Behind the nearest piece before this one that has its place."""
    for piece in reversed(pieces[:number]):
        if piece.spots:
            at, size = piece.spots[-1]
            return at + size
    return 0


def _in_parts(piece: Piece, strip: Strip, near: int) -> str:
    """The piece stretch by stretch; returns what has no place at all."""
    at, missing = 0, ""
    while at < len(piece.text):
        spot, size = strip.longest(piece.text, at, near)
        if size < min(WHOLE, len(piece.text) - at):
            elsewhere, more = strip.longest(piece.text, at, 0)
            if more > size:
                spot, size = elsewhere, more
        if not size:
            missing += piece.text[at]
            at += 1
            continue
        strip.take(spot, size)
        piece.spots.append((spot, size))
        near, at = spot + size, at + size
    return missing


def backwards(pieces: Sequence[Piece], strip: Strip) -> list[str]:
    """Texts of one story that stand before what they should follow."""
    found: list[str] = []
    last: dict[int, int] = {}
    for piece in pieces:
        if not (piece.body or piece.head):
            continue
        done = 0
        for at, size in piece.spots:
            text = strip.text[at : at + size]
            done += size
            if size < SEEN_LEAST or strip.text.count(text) > 1:
                continue
            if at < last.get(piece.story, 0):
                found.append(text)
            else:
                last[piece.story] = at
    return found


def json_pieces(stories: Mapping[str, Any], made: bool) -> list[Piece]:
    """The parts of the story JSON in the order a reader meets them.

    `made`: with what the format has derived, as page and book print it (numbers of items).
    """
    found: list[Piece] = []
    number = 0
    for section in stories["sections"]:
        if section.get("title"):
            found.append(Piece(bare(section["title"]), 0))
        for one in section["stories"]:
            number += 1
            for key in ("kicker", "headline", "deck", "dateline"):
                if one.get(key):
                    found.append(Piece(bare(one[key]), number, head=key == "headline"))
            found += [piece for block in one["body"] for piece in _block(block, number, made)]
            if one.get("byline_raw"):
                found.append(Piece(bare(one["byline_raw"]), number))
            found += [Piece(bare(credit), number) for credit in one.get("credits", ())]
    return [piece for piece in found if piece.text]


def _block(block: Mapping[str, Any], story: int, made: bool) -> list[Piece]:
    """One piece, or one an item; notes and pictures may stand elsewhere than in the text."""
    if block["type"] == "list":
        labels = block.get("labels") or [""] * len(block["items"])
        derived = block.get("made") or [False] * len(block["items"])
        return [
            Piece(bare(("" if gone and not made else label) + text), story, body=True)
            for text, label, gone in zip(block["items"], labels, derived, strict=True)
        ]
    if block["type"] == "table":
        texts = [block.get("caption", ""), *("".join(row) for row in block["rows"])]
        return [Piece(bare(text), story, body=True) for text in texts]
    if block["type"] == "figure":
        return [Piece(bare(block.get("caption", "") + (block.get("credit") or "")), story)]
    loose = block["type"] in ("footnote", "pullquote")
    text = block["text"]
    for run in block.get("runs", ()):
        if isinstance(run, dict) and run.get("ruby") and not made:
            # Page and book set a reading in brackets or above; the copy has none.
            text = text.replace(f"{run['text']}（{run['ruby']}）", run["text"] + run["ruby"], 1)
    return [Piece(bare(text), story, body=not loose)]


def copy_and_stories(
    rows: Sequence[tuple[int, str]], stories: Mapping[str, Any], remarks: Remarks,
    hidden: Sequence[str] = (),
) -> Verdict:
    """The copy's lines against the story JSON and what is said beside it."""
    verdict = Verdict(alarms=[r["kind"] for r in remarks if r["kind"] in ALARMS])
    lines = [bare(line) for line in repaired([text for _, text in rows], remarks)]
    strip = Strip(lines)
    verdict.characters = len(strip.text)
    pieces = json_pieces(stories, made=False)
    aside = [Piece(bare(item["text"]), 0) for item in stories.get("furniture", ())]
    every = [*pieces, *(piece for piece in aside if piece.text)]
    verdict.invented = place(every, strip)
    verdict.order = backwards(pieces, strip)
    told = Counter("".join(
        bare(r["text"] or "") for r in remarks if r["kind"] in NAMING
    ))
    verdict.lost, named = _not_named(strip, told)
    own = _own_marks(rows, lines)
    verdict.named = named + sum(
        own[n] for piece in aside for at, size in piece.spots for n in range(at, at + size)
    )
    for words in hidden:
        if bare(words) not in bare("".join(r["text"] or "" for r in remarks)):
            verdict.lost += bare(words)
    return verdict


def _own_marks(rows: Sequence[tuple[int, str]], lines: Sequence[str]) -> list[bool]:
    """For each character, whether its line belongs to a story and not to the page."""
    if len(rows) != len(lines):
        return [True] * sum(map(len, lines))
    return [story > 0 for (story, _), line in zip(rows, lines, strict=True) for _ in line]


def _not_named(strip: Strip, told: Counter[str]) -> tuple[str, int]:
    lost, named = "", 0
    for sign in strip.left:
        if sign == TAKEN:
            continue
        if told[sign] > 0:
            told[sign] -= 1
            named += 1
        else:
            lost += sign
    return lost, named


def repaired(lines: Sequence[str], remarks: Remarks) -> list[str]:
    """The lines after the certain repairs that the remarks record, and no others."""
    found = list(lines)
    unsure = {r["line"] for r in remarks if r["kind"] == "entities_unsure"}
    for remark in remarks:
        values = remark["values"]
        match remark["kind"]:
            case "radicals_folded" | "private_use_decoded":
                forms = dict(form.removeprefix("U+").split(" ", 1) for form in values["forms"])
                table = {int(code, 16): sign for code, sign in forms.items()}
                found = [line.translate(table) for line in found]
            case "copied_from_mail" if values["marks"]:
                found = [
                    re.sub(r"^\s{0,3}(?:[>＞]\s?)+", "", UNSEEN.sub("", line)) for line in found
                ]
            case "entities_decoded":
                forms = [re.sub(r"×\d+$", "", form) for form in values["forms"].split(" ")]
                for form in sorted(filter(None, forms), key=len, reverse=True):
                    found = [
                        line if at in unsure else line.replace(form, _meant(form))
                        for at, line in enumerate(found, 1)
                    ]
            case "table_rules_taken":
                found = _unruled(found, remark["text"], values["rows"])
            case "hyphens_joined":
                found = _joined(found, values["words"])
    return found


def _meant(form: str) -> str:
    """The character an entity stands for; `&amp;mdash;` was escaped twice."""
    if re.fullmatch("&(?:amp;)+", form):
        return "&"
    form = re.sub("&(?:amp;)+", "&", form)
    return unescape(f"{form.rstrip(';')};")


def _unruled(lines: list[str], first: str, rows: int) -> list[str]:
    """The lines without the rules between the cells of the table whose first line is named."""
    found = list(lines)
    at = next((n for n, line in enumerate(found) if bare(line).startswith(bare(first))), len(found))
    while at < len(found):
        dashed = _DASHED.fullmatch(bare(found[at])) and re.search("[|｜+]", found[at])
        rows -= not dashed
        if rows < 0:
            break
        found[at] = "" if dashed else re.sub("[|｜]", "", found[at])
        at += 1
    return found


def _joined(lines: list[str], words: Sequence[str]) -> list[str]:
    """The lines without the hyphens at their ends inside the words named."""
    found = list(lines)
    for at in range(len(found) - 1):
        head, tail = found[at].rstrip(), found[at + 1].lstrip()
        if head[-1:] in "-\u00ad\u2010":
            before = re.search(r"[^\W\d_]+$", head[:-1])
            after = re.match(r"[^\W\d_]+", tail)
            if before and after and before.group() + after.group() in words:
                found[at] = head[:-1]
    return found


def unseen(
    rows: Sequence[tuple[int, str]], stories: Mapping[str, Any], remarks: Remarks
) -> str:
    """Characters nobody sees that are neither in the stories nor counted by a remark."""
    # The first sign of a file may be its byte order mark, which is none of the copy.
    texts = "".join(text for _, text in rows).removeprefix("\ufeff")
    given = Counter(UNSEEN.findall(texts))
    kept: Counter[str] = Counter()
    for section in stories["sections"]:
        for one in section["stories"]:
            texts = [one.get(k) or "" for k in ("kicker", "headline", "deck", "dateline",
                                                "byline_raw")]
            texts += [block["text"] for block in one["body"]] + one.get("credits", [])
            kept.update("".join(UNSEEN.findall("".join(texts))))
    kept.update(UNSEEN.findall("".join(item["text"] for item in stories.get("furniture", ()))))
    gone = given.total() - kept.total()
    kinds = {"invisible_removed", "bom_removed", "bidi_removed", "nul_removed", "control_removed"}
    told = sum(r["values"]["count"] for r in remarks if r["kind"] in kinds)
    return "" if gone == told else f"{gone} gone, {told} told"


# The finished files.

_LINE_HYPHEN = re.compile("[\x02\ufffe]")

_DATE = r"\d{4}年\d{1,2}月\d{1,2}日(?:星期[一二三四五六日])?"
FURNITURE = re.compile(
    rf"(?:{_DATE}|(?:上接|下转|下轉)第[^版]{{1,6}}版|今日导读|今日導讀|简讯|簡訊|广告|廣告"
    r"|…|[:：|·•])"
)
"""What a page adds in words of its own."""
UNSET = frozenset({"heading_unset", "picture_unset", "optional_picture_unset", "empty_section"})


def stories_and_page(
    stories: Mapping[str, Any], remarks: Remarks, pdf: bytes, labels: Sequence[str]
) -> Verdict:
    """The story JSON against the text layer of the PDF, whose pages bear `labels`."""
    with pypdfium2.PdfDocument(pdf) as made:
        pages = [page.get_textpage().get_text_range() for page in made]
    pieces = json_pieces(stories, made=True)
    text = _hyphens("".join(pages), "".join(piece.text for piece in pieces))
    strip = Strip(bare(line) for line in text.splitlines())
    pieces = _set_above(pieces, stories, strip.text)
    verdict = Verdict(characters=len(strip.text), lost=place(pieces, strip))
    if out := backwards(pieces, strip):
        # PDFium puts a line of text before the last line of a headline much larger than it.
        again = Strip(map(bare, _drawn(pdf)))
        parts = _set_above(json_pieces(stories, made=True), stories, again.text)
        place(parts, again)
        verdict.order = sorted(set(out) & set(backwards(parts, again)))
    if any(r["kind"] in UNSET for r in remarks) and verdict.lost:
        verdict.named, verdict.lost = len(verdict.lost), ""
    verdict.invented = _beyond(strip, _own_words(stories, labels))
    return verdict


def _drawn(pdf: bytes) -> list[str]:
    """The runs of text of the pages in the order in which they are drawn."""
    only = [pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    with pypdfium2.PdfDocument(pdf) as made:
        return [
            item.extract() for page in made
            for item in page.get_objects(filter=only, textpage=page.get_textpage())
        ]


def _set_above(pieces: list[Piece], stories: Mapping[str, Any], page: str) -> list[Piece]:
    """The pieces without the brackets of readings that stand above their base on the page."""
    blocks = [b for section in stories["sections"] for one in section["stories"]
              for b in one["body"]]
    runs = [run for block in blocks for run in block.get("runs", ())
            if isinstance(run, dict) and run.get("ruby")]
    for run in runs:
        base, reading = bare(run["text"]), bare(run["ruby"])
        bracketed, above = f"{base}（{reading}）", base + reading
        if bracketed not in page:
            pieces = [replace(piece, text=piece.text.replace(bracketed, above)) for piece in pieces]
    return pieces


def _hyphens(page: str, stories: str) -> str:
    """The page with PDFium's one sign for every hyphen at a line end read as what it is.

    It is a hyphen of the stories where they have one between the characters on both sides.
    """
    for found in reversed(list(_LINE_HYPHEN.finditer(page))):
        before = bare(page[max(0, found.start() - 20) : found.start()])[-4:]
        after = bare(page[found.end() : found.end() + 20])[:4]
        sign = next((c for c in "-\u2010" if f"{before}{c}{after}" in stories), "")
        if not sign and before + after not in stories:  # the text goes on in another column
            sign = next((c for c in "-\u2010" if before + c in stories), "")
        page = page[: found.start()] + sign + page[found.end() :]
    return page


def _own_words(stories: Mapping[str, Any], labels: Sequence[str]) -> Counter[str]:
    """What the page may say again beside the stories, and how often."""
    found: Counter[str] = Counter()
    pages, imprint = len(labels), stories.get("imprint", {})
    for label in labels:  # over the page, as its number, in the index
        found[bare(label)] += 3
        found[f"第{bare(label)}版"] += 2
    found[f"第{bare(imprint.get('issue') or '')}期"] += pages
    for key in ("paper", "issue", "page", "page_title", "publisher", "rights"):
        if imprint.get(key):
            found[bare(imprint[key])] += pages * 2
    for pair in (*imprint.get("editors", ()), *imprint.get("extra", ())):
        for text in pair.values():
            found[bare(text)] += pages
    for section in stories["sections"]:
        if section.get("title"):
            found[bare(section["title"])] += pages
        for one in section["stories"]:
            if pages > 1:
                found[bare(one["headline"])] += 1
            for block in one["body"]:
                if block["type"] == "table" and block.get("header_rows"):
                    for row in block["rows"][: block["header_rows"]]:
                        found[bare("".join(row))] += 9
    found.pop("", None)
    return found


def _beyond(strip: Strip, allowed: Counter[str]) -> str:
    """What is left of a page when its own words are taken from it too."""
    rest = ""
    for stretch in filter(None, strip.left.split(TAKEN)):
        at = 0
        while at < len(stretch):
            word = next((w for w in sorted(allowed, key=len, reverse=True)
                         if allowed[w] > 0 and stretch.startswith(w, at)), None)
            found = FURNITURE.match(stretch, at)
            if word and not (found and found.end() - at > len(word)):
                allowed[word] -= 1
                at += len(word)
            elif found:
                at = found.end()
            elif (cut := _cut_short(stretch, at, allowed)) > 0:
                at += cut
            else:
                rest += stretch[at]
                at += 1
    return rest


def _cut_short(stretch: str, at: int, allowed: Counter[str]) -> int:
    """Length of the head of an allowed text that ends in … here; 0 for none."""
    end = stretch.find("…", at)
    if end <= at:
        return 0
    head = stretch[at:end]
    return end - at if any(w.startswith(head) and n > 0 for w, n in allowed.items()) else 0


def stories_and_book(stories: Mapping[str, Any], epub: bytes) -> Verdict:
    """The story JSON against the story files of the EPUB, in the order of its spine."""
    strip = Strip(bare(text) for text in book_texts(epub))
    pieces = [piece for piece in json_pieces(stories, made=True) if piece.story]
    lost = place(pieces, strip)
    return Verdict(
        lost, strip.left.replace(TAKEN, ""), backwards(pieces, strip), characters=len(strip.text)
    )


def book_texts(epub: bytes) -> list[str]:
    """The words of each `article` of the book, in the order of the spine; what the book says of a
    story itself, under its head and at its foot (`about`, `turn`), is none of the copy."""
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        container = ElementTree.fromstring(book.read("META-INF/container.xml"))
        root = next(e.get("full-path", "") for e in container.iter() if e.tag.endswith("rootfile"))
        package = ElementTree.fromstring(book.read(root))
        files = {e.get("id"): e.get("href", "") for e in package.iter() if e.tag.endswith("}item")}
        spine = [files[e.get("idref")] for e in package.iter() if e.tag.endswith("}itemref")]
        folder = root.rpartition("/")[0]
        pages = [ElementTree.fromstring(book.read(f"{folder}/{href}")) for href in spine]
    return [
        "".join(_words_of_copy(article)) for page in pages for article in page.iter()
        if article.tag.endswith("}article")
    ]


def _words_of_copy(element: ElementTree.Element) -> Iterator[str]:
    if element.get("class") not in ("about", "turn"):
        yield element.text or ""
        for child in element:
            yield from _words_of_copy(child)
            yield child.tail or ""
