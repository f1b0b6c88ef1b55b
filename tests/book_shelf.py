"""Finished books for tests, from their sources, and the leaves of one in reading order."""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image

import edition
import epub_gates as gates
from bench.books.told import story_paths
from edition import BookForm, PrintedPage, Source

SIDECAR = '''paper = "石桥报"
date = 2026-11-29
issue = "1024"
page = "A1"
'''
LONG = "农田水利建设成效显著展新颜百姓生活越来越好奔小康道路越走越宽广幸福日子比蜜甜" * 8
COPY = f"""\
# 要闻

## 石桥镇多元共治 构建物业管理新格局

本报记者 方晴 何文

石桥镇今年把物业管理放在心上[^1]，走出一条新路。
网址 https://www.example.org/a/very/long/path?id=1 可查。

### 多元共治 构建物业管理新格局

记者来到十二个小区，全镇共56个，花了1200万元。（下转A2版）

| 镇 | 户数 | 上半年 | 全年 |
|:---|---:|---:|---:|
| 东港 | 1,205 | 5 | 1,200 |
| 西岭 | 986 | 12 | 3,400 |

<ruby>龘<rp>（</rp><rt>dá</rt><rp>）</rp></ruby>字难写，<span lang="fr">bonjour</span>是法文。

5. 第五项
   1. 里层一
6. 第六项

> 桂花落了{"  "}
> 母亲不说话

[^1]: 据镇政府统计。

## 农田水利建设成效显著展新颜

（何文 摄影报道）

村里修好了水渠。水渠长三里，从村口一直修到山脚下，庄稼人都说好。

# 副刊

## {LONG}

（王小明）

一个很长的标题，下面是一篇很短的文章。

## 秋日

（李明华）

秋天来了。
"""


def picture_of(kind: str, size: tuple[int, int], *, grain: int = 0) -> bytes:
    """A picture file; `grain` makes it as large as a photograph."""
    out = BytesIO()
    image = Image.effect_noise(size, grain) if grain else Image.new("L", size, 90)
    image.convert("RGB").save(out, kind)
    return out.getvalue()


def book_of(
    copy: str = COPY, *, to: str | None = None, form: BookForm | None = None,
    sidecar: str = SIDECAR, pages: tuple[PrintedPage, ...] = (),
) -> bytes:
    """The finished book of Markdown copy."""
    found = edition.read(Source("page.md", copy.encode(), sidecar.encode())).edition
    made = edition.convert(found, to).edition if to else found
    return edition.to_epub(made, pages, form=form).data


def leaves(epub: bytes) -> list[str]:
    """The documents of the stories as text, in the order of the spine."""
    files = gates.files(epub)
    return [files[path].decode() for path in story_paths(files)]


def leaf_names(epub: bytes) -> list[str]:
    """The ids of the stories, in the order of the spine."""
    found = (re.search('<article id="([^"]*)"', leaf) for leaf in leaves(epub))
    return [one[1] for one in found if one]


def page_of(epub: bytes, name: str) -> str:
    return gates.files(epub)[f"EPUB/{name}"].decode()
