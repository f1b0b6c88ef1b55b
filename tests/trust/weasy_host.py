"""A host that draws with WeasyPrint by itself: run as a program, it prints its pages' digests.

    python weasy_host.py COPY.txt STEPS

STEPS are letters: `w` draws the host's own page, `e` makes a newspaper and a book with edition,
`t` does both four times over in four threads. Beside each digest stand the fonts of the page.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import sys
from concurrent.futures import ThreadPoolExecutor

PAGE = "<p>hello</p><img src='data:image/png;base64,%s' style='width:2cm'>"


def _picture() -> str:
    import base64

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 20, 20)).save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def draw() -> str:
    import pikepdf
    import weasyprint

    data = weasyprint.HTML(string=PAGE % _picture()).write_pdf()
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = sorted(
            str(font["/BaseFont"])[8:] for font in document.pages[0].Resources.Font.values()
        )
    return hashlib.sha256(data).hexdigest() + " " + " ".join(fonts)


def edit(path: str) -> None:
    import edition

    read = edition.read(path)
    paper = edition.to_pdf(read.edition, "newsletter")
    edition.to_epub(read.edition, paper.pages)


def main() -> None:
    logging.basicConfig(level=logging.CRITICAL)
    path, steps = sys.argv[1:]
    found: list[str] = []
    for step in steps:
        if step == "w":
            found.append(draw())
        elif step == "e":
            edit(path)
        else:
            with ThreadPoolExecutor(4) as pool:
                drawn = [pool.submit(draw) for _ in range(4)]
                edited = [pool.submit(edit, path) for _ in range(4)]
                found += [d.result() for d in drawn]
                [e.result() for e in edited]
    import weasyprint

    weasyprint.HTML(string="<p style='wrong: 1'>a").write_pdf()
    from PIL import ImageFile

    print(json.dumps({"pages": found, "tolerant": ImageFile.LOAD_TRUNCATED_IMAGES}))


if __name__ == "__main__":
    main()
