"""Several threads at once give what one gives, and processes give it sooner."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageFile

import edition
from edition.checks import check
from edition.copy.pictures import picture
from edition.errors import UnreadableInput
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.readers import read_bytes

THREADS = 4


def paper(words: int) -> Edition:
    runs = (Run("本报讯 山里的新路通车了，村民出门方便多了。" * words),)
    story = Story("s01", f"山里的新路通了{words}公里", (Paragraph(runs, id="s01b01"),))
    return Edition(f"page{words}", (Section(None, (story,)),))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def drawn(words: int) -> str:
    """A newspaper of one story; at the head of the file, so that a process can find it."""
    return digest(edition.to_pdf(paper(words), "newsletter").data)


def packed(words: int) -> str:
    return digest(edition.to_epub(paper(words)).data)


def converted(words: int) -> str:
    return repr(edition.convert(paper(words), "zh-Hant-TW"))


@cache
def finished(words: int) -> bytes:
    return edition.to_pdf(paper(words), "newsletter").data


def judged(words: int) -> str:
    return check(finished(words % 2 + 1), "page.pdf").as_json()


def read(words: int) -> str:
    copy = f"新路通了{words}公里\n\n本报讯 山里的新路通车了。\n\n（记者 张三）\n" * 3
    return repr(read_bytes(copy.encode(), "page.txt"))


@cache
def photograph(kind: str, cut: int) -> bytes:
    image = Image.frombytes("RGB", (120, 80), Random(kind).randbytes(28_800))
    out = io.BytesIO()
    image.save(out, kind)
    data = out.getvalue()
    return data[: len(data) * cut // 10]


def pictured(number: int) -> str:
    """A whole picture is taken, one that was cut off never."""
    data = photograph(("JPEG", "PNG", "WEBP")[number % 3], (10, 5, 9)[number // 3 % 3])
    try:
        return digest(picture("a", data).data)
    except UnreadableInput as error:
        return error.kind


def mixed(number: int, *heavy: Callable[[int], str]) -> str:
    works = (pictured, read, pictured, converted, pictured, packed, pictured, *heavy)
    return works[number % len(works)](number // len(works) % 9 + 1)


def rounds(work: Callable[[int], str], count: int) -> None:
    alone = [work(number) for number in range(63)]
    ImageFile.LOAD_TRUNCATED_IMAGES, before = True, ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            together = list(pool.map(work, range(count)))
        assert ImageFile.LOAD_TRUNCATED_IMAGES
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    wrong = [n for n, found in enumerate(together) if found != alone[n % 63]]
    assert wrong == []


def light(number: int) -> str:
    return (pictured, read, pictured)[number % 3](number // 3 % 7 + number % 3)


def test_threads_read_and_judge_pictures_as_one_does() -> None:
    """630 rounds; the renderer's wish to take what was cut off is set the whole time."""
    rounds(light, 630)


@pytest.mark.check
def test_threads_do_everything_as_one_does() -> None:
    """252 rounds of reading, pictures, pages, books, scripts and the preflight over 4 threads."""
    rounds(lambda n: mixed(n % 63, drawn, judged), 252)


def test_a_cut_picture_is_never_taken_whatever_other_threads_set() -> None:
    """300 tries of each kind while another thread turns Pillow's switch on and off."""
    stop = False

    def toggle() -> None:
        while not stop:
            ImageFile.LOAD_TRUNCATED_IMAGES = not ImageFile.LOAD_TRUNCATED_IMAGES

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        with ThreadPoolExecutor(THREADS + 1) as pool:
            toggling = pool.submit(toggle)
            found = set(pool.map(lambda n: pictured(n % 3 + 3), range(300)))
            stop = True
            toggling.result()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    assert found == {"picture_damaged"}


@pytest.mark.check
@pytest.mark.skipif(os.name != "posix", reason="the sample finds its function by its file")
def test_processes_give_the_same_pages() -> None:
    """The sample of docs/trust.md."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(_drawn_there, [1, 2, 3])) == [drawn(n) for n in (1, 2, 3)]


def _drawn_there(words: int) -> str:
    return drawn(words)


def test_the_sample_of_the_docs_is_the_one_tested() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs" / "trust.md"
    assert 'ProcessPoolExecutor(2, mp_context=get_context("spawn"))' in docs.read_text("utf-8")
