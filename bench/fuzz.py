"""Damaged files against every reader: each must end in a reading or in one clear error.

`python -m bench fuzz [--runs 500] [--seed 2026]` damages samples of every format by fixed chance.
With atheris installed, `python -m bench fuzz --atheris --suffix .md -- -runs=100000` lets it
choose the damage instead. What breaks is written to `bench/broken/` and belongs into a test.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from inspect import isfunction
from pathlib import Path
from time import perf_counter
from typing import Any

from edition.errors import EditionError
from edition.readers import READERS, read_bytes
from edition.storyjson.write import stories_json

ROOT = Path(__file__).resolve().parent.parent
BROKEN = ROOT / "bench" / "broken"
WORDS = (
    "\x00", "\ufeff", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&lt;", "<p>", "</p>", "]]>", "{", "}",
    "\\ud800", "#", "---", "|", "[a](", "（王小明）", "“", "”", "\n\n", "，", "。", "下转第三版",
    "（新华社记者 王小明 摄）", "编者按：", "\u3000",
)
"""Pieces put into a file beside random bytes and characters."""


def word_file() -> bytes:
    """A small Word file."""
    body = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("石桥修好了", "昨天上午，南湖村的老石桥修好了。", "（王小明）")
    )
    space = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types"><Default '
        'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship '
        f'Id="a" Type="{space}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return held.getvalue()


def samples() -> dict[str, bytes]:
    """One sound file for every suffix."""
    text = (ROOT / "seeds" / "000_ff888278d800d57a.txt").read_text(encoding="utf-8")[:2500].encode()
    words = "昨天上午，南湖村的老石桥修好了，村里人都来看。"
    page = (
        "<html><head><title>桥</title></head><body><article><h1>石桥修好了</h1>"
        f"<p>{words}</p><p>（王小明）</p></article></body></html>"
    ).encode()
    nitf = (
        "<nitf><body><body.head><hedline><hl1>石桥修好了</hl1></hedline></body.head>"
        f"<body.content><p>{words}</p></body.content></body></nitf>"
    ).encode()
    stories = json.dumps(
        stories_json(read_bytes(text, "copy.txt").edition), ensure_ascii=False
    ).encode()
    front = f"---\ntitle: 石桥修好了\n---\n\n{words}**新**\n\n- 一\n- 二\n".encode()
    table = f"# 石桥修好了\n\n{words}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode()
    return {
        "": text, ".txt": text, ".text": text, ".docx": word_file(), ".md": front,
        ".markdown": table, ".json": stories, ".html": page, ".htm": page, ".xhtml": page,
        ".nitf": nitf, ".xml": nitf,
    }


def damaged(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """A few places changed, cut out, doubled or put in: characters of text, or bytes."""
    if suffix != ".docx" and chance.random() < 0.7:
        return _changed(data.decode(), chance, "").encode("utf-8", "surrogatepass")
    return _changed(data, chance, b"")


def _changed(found: Any, chance: random.Random, none: Any) -> Any:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 2, 8, 64)))
        word = chance.choice(WORDS) * chance.choice((1, 1, 1, 50))
        piece = word if none == "" else word.encode()
        noise = none.join(found[i : i + 1] for i in chance.sample(range(len(found)), end - at))
        kind = chance.randrange(4)
        put = (none, piece + found[at:end], found[at:end] * 3, noise)[kind]
        found = found[:at] + put + found[end:]
    return found


def outcome(data: bytes, suffix: str) -> str:
    """`read`, or the kind of the clear error. Any other exception comes out."""
    try:
        read_bytes(data, f"copy{suffix}")
    except EditionError as error:
        return type(error).__name__
    return "read"


def keep(data: bytes, suffix: str) -> Path:
    """Write what broke a reader, under its digest."""
    BROKEN.mkdir(parents=True, exist_ok=True)
    path = BROKEN / f"{sha256(data).hexdigest()[:12]}{suffix or '.txt'}"
    path.write_bytes(data)
    return path


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench fuzz")
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--suffix", choices=sorted(READERS))
    parser.add_argument("--atheris", action="store_true")
    wanted, rest = parser.parse_known_args(arguments)
    if wanted.atheris:
        return guided(wanted.suffix or ".txt", rest)
    failed = 0
    for suffix in [wanted.suffix] if wanted.suffix else sorted(READERS):
        chance = random.Random(f"{wanted.seed}{suffix}")
        sound, slowest = samples()[suffix], 0.0
        ends: Counter[str] = Counter()
        for _ in range(wanted.runs):
            data = damaged(sound, suffix, chance)
            began = perf_counter()
            try:
                ends[outcome(data, suffix)] += 1
            except Exception as error:
                failed += 1
                print(f"{suffix or 'text'}: {type(error).__name__}: {error}: {keep(data, suffix)}")
            slowest = max(slowest, perf_counter() - began)
        said = ", ".join(f"{name} {count}" for name, count in sorted(ends.items()))
        print(f"{suffix or '(none)':10} {wanted.runs} runs: {said}; slowest {slowest:.2f} s")
    return 1 if failed else 0


def guided(suffix: str, rest: Sequence[str]) -> int:
    """Let atheris choose the damage; it stops at the first exception that is no clear error."""
    # Installed by hand: it has no wheel for every Python, and no test needs it.
    import atheris

    def one(data: bytes) -> None:
        try:
            outcome(data, suffix)
        except Exception:
            keep(data, suffix)
            raise

    for module in [m for name, m in sys.modules.items() if name.startswith("edition.readers")]:
        for name, found in list(vars(module).items()):
            if isfunction(found) and found.__module__ == module.__name__:
                setattr(module, name, atheris.instrument_func(found))
    with tempfile.TemporaryDirectory() as corpus:
        (Path(corpus) / "sound").write_bytes(samples()[suffix])
        atheris.Setup([sys.argv[0], *(a for a in rest if a != "--"), corpus], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
