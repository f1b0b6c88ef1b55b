"""Word files read by their looks, against what each of their paragraphs is.

`python -m bench words [--why] [NN …]`. A piece counts as right when the story has it, whole, in
that part. The documents and the manners they were written in: bench/documents, bench/worddocs.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bench.worddocs import WordDoc, documents, docx_of
from edition.copy.clean import unspaced
from edition.model import Crosshead, Edition, Figure, Paragraph, plain
from edition.readers import read_bytes

KINDS = ("headline", "kicker", "deck", "byline", "crosshead", "caption", "paragraph")
_LETTERS = dict(zip("HKDBXCP", KINDS, strict=True)) | {"b": "byline", "R": "caption"}
_MORE = {"h": "H", "x": "X"}

Piece = tuple[str, str]


def wanted(doc: WordDoc) -> Counter[Piece]:
    """The pieces of a document as it was marked."""
    pieces: list[Piece] = []
    for line in doc.lines:
        text = unspaced(line.text.replace("[br]", ""))
        letter = line.mark[0]
        if letter in _MORE:
            kind, above = pieces.pop()
            pieces.append((kind, above + text))
        else:
            pieces.append((_LETTERS[letter], text))
    return Counter(pieces)


def found(edition: Edition) -> Counter[Piece]:
    """The pieces of an edition."""
    return Counter((kind, unspaced(text)) for kind, text in _pieces(edition) if text)


def _pieces(edition: Edition) -> Iterator[Piece]:
    for story in edition.stories:
        yield from (("headline", story.headline), ("kicker", story.kicker or ""),
                    ("deck", story.deck or ""))
        if story.byline:
            yield "byline", story.byline.raw
        for block in story.body:
            match block:
                case Crosshead():
                    yield "crosshead", "".join(block.parts)
                case Figure():
                    yield "caption", plain(block.caption) + (block.credit or "")
                case Paragraph():
                    yield "paragraph", plain(block.runs)
                case _:
                    yield "paragraph", ""


def table(docs: Sequence[WordDoc]) -> Iterator[str]:
    """One row a kind."""
    gold: Counter[str] = Counter()
    got: Counter[str] = Counter()
    right: Counter[str] = Counter()
    asked = 0
    for doc in docs:
        read = read_bytes(docx_of(doc), f"{doc.name}.docx")
        want, have = wanted(doc), found(read.edition)
        asked += sum(remark.kind == "part_unsure" for remark in read.diagnostics)
        for count, pieces in ((gold, want), (got, have), (right, want & have)):
            for (kind, _), times in pieces.items():
                count[kind] += times
    yield "| kind | pieces | recall | precision |"
    yield "|---|---|---|---|"
    for kind in KINDS:
        yield f"| {kind} | {gold[kind]} | {_share(right[kind], gold[kind])} | " + (
            f"{_share(right[kind], got[kind])} |")
    yield f"\n{asked} questions in {len(docs)} documents"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def differences(doc: WordDoc) -> Iterator[str]:
    """Every piece that is not as it was marked."""
    have = found(read_bytes(docx_of(doc), f"{doc.name}.docx").edition)
    want = wanted(doc)
    yield from (f"{doc.name} missed {kind}: {text[:30]}" for kind, text in want - have)
    yield from (f"{doc.name} made   {kind}: {text[:30]}" for kind, text in have - want)


def main(given: Sequence[str]) -> int:
    """Print the tables; with `--why` every difference too."""
    names = [name for name in given if not name.startswith("-")]
    for title, held in (("Documents the weights were fitted on", False), ("Held out", True)):
        docs = [doc for doc in documents(held) if not names or doc.name in names]
        if docs:
            print(f"\n{title}\n", *table(docs), sep="\n")
            if "--why" in given:
                print("", *(row for doc in docs for row in differences(doc)), sep="\n")
    return 0
