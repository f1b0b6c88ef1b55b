"""Finished files in a caller's hand, runs watched and stopped, and what the window shows."""

from __future__ import annotations

import io
import os
import pickle
import pydoc
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PIL import Image

import edition
from edition import Built, Cancelled, Diagnostic, Edition, Severity, Step, Story
from edition.delivery.onto_disk import whole_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def paper() -> Edition:
    return Edition.build("daily", [Story.of("石桥修好了", "老石桥修好了，村里人都来看。")],
                         imprint={"paper": "日报", "date": "2026-11-29"})


@pytest.fixture(scope="module")
def pdf(paper: Edition) -> Built:
    return edition.to_pdf(paper)


def test_severities_are_in_order() -> None:
    assert max(Severity.ERROR, Severity.WARNING) is Severity.ERROR
    assert sorted(Severity, reverse=True) == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert Severity.INFO < Severity.WARNING <= Severity.WARNING < Severity.ERROR >= Severity.INFO
    assert Severity("error") is Severity.ERROR and f"{Severity.ERROR}" == "error"


def test_a_build_knows_its_worst_remark_and_raises_for_it() -> None:
    none, warning = Built(b"%PDF-"), Built(b"%PDF-", (Diagnostic("no_paper_name"),))
    assert none.worst is None and warning.worst is Severity.WARNING
    none.raise_for(Severity.INFO)
    warning.raise_for(Severity.ERROR)
    with pytest.raises(edition.Rejected) as caught:
        warning.raise_for(Severity.WARNING)
    assert caught.value.diagnostics == warning.diagnostics and caught.value.exit_code == 1
    assert "paper" in caught.value.message


def test_values_show_themselves_shortly(pdf: Built) -> None:
    assert len(repr(pdf)) < 120 and "PDF" in repr(pdf) and "1 page" in repr(pdf)
    assert len(repr(edition.Source("a.txt", b"x" * 9999))) < 250


def test_every_page_is_a_picture(pdf: Built) -> None:
    (image,) = pdf.images(dpi=36)
    with Image.open(io.BytesIO(image)) as drawn:
        assert drawn.format == "PNG" and abs(drawn.width - 390 / 25.4 * 36) < 2
        assert len(drawn.convert("L").getcolors() or ()) > 1
    for dpi in (0, -1, float("nan"), 10**9, "96"):
        with pytest.raises(edition.WrongUse):
            pdf.images(dpi=dpi)  # type: ignore[arg-type]


def test_a_book_has_no_pages_to_draw(paper: Edition) -> None:
    with pytest.raises(edition.WrongUse):
        edition.to_epub(paper).images()


def test_a_file_is_written_whole_or_not_at_all(pdf: Built, tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.pdf"
    pdf.write(target)
    pdf.write(str(target))
    assert target.read_bytes() == pdf.data and os.listdir(target.parent) == ["page.pdf"]
    mask = os.umask(0o022)
    os.umask(mask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~mask
    link = tmp_path / "link.pdf"
    link.symlink_to(target)
    Built(b"%PDF-2").write(link)
    assert link.is_symlink() and target.read_bytes() == b"%PDF-2"
    with pytest.raises(edition.CannotWrite):
        pdf.write(tmp_path)
    with pytest.raises(edition.CannotWrite):
        pdf.write(target / "x")
    with pytest.raises(edition.CannotWrite):
        pdf.write(tmp_path / "a\0b")


def test_a_stream_takes_the_bytes(pdf: Built) -> None:
    stream = io.BytesIO()
    pdf.write(stream)
    assert stream.getvalue() == pdf.data
    for target in (io.StringIO(), 3, None):
        with pytest.raises(edition.WrongUse):
            pdf.write(target)  # type: ignore[arg-type]
    with pytest.raises(edition.CannotWrite), Path("/dev/full").open("wb", buffering=0) as full:
        pdf.write(full)


def test_a_finished_file_is_checked_by_its_bytes(pdf: Built, paper: Edition) -> None:
    report = edition.check(pdf.data, paper)
    assert isinstance(report, edition.Report) and report.score > 0
    assert edition.check(edition.to_epub(paper).data).findings
    other = Edition.build("x", [Story.of("别的报", "别处的话，这一版里没有。")])
    assert report.printable and not edition.check(pdf.data, other).printable
    for data in (b"", b"GIF89a", "text"):
        with pytest.raises(edition.WrongUse):
            edition.check(data)  # type: ignore[arg-type]


def test_a_conversion_gives_its_queries(paper: Edition) -> None:
    turned = edition.convert(paper, "zh-Hant-TW")
    assert turned.edition.language == "zh-Hant-TW"
    assert [d.kind for d in turned.diagnostics] == ["converted"]
    made, remarks = turned
    assert (made, remarks) == (turned.edition, turned.diagnostics)


# --- watched and stopped


def stories(count: int) -> Edition:
    return Edition.build("daily", [
        Story.of(f"第{n}条新闻", "石桥修好了，村里人都来看。" * 12) for n in range(count)
    ])


@pytest.mark.parametrize("step", [Step.SET, Step.MAKE_UP, Step.DRAW])
def test_a_run_stops_at_the_step_it_is_asked_to(step: Step) -> None:
    flag, told = threading.Event(), []

    def tell(now: Step, share: float) -> None:
        told.append(now)
        if now is step:
            flag.set()

    with pytest.raises(Cancelled) as caught:
        edition.to_pdf(stories(3), on_progress=tell, cancel=flag)
        # The drawing itself is one step: a flag set when it begins is seen by the next run.
        edition.to_pdf(stories(3), on_progress=tell, cancel=flag)
    assert caught.value.exit_code == 130 and step in told


@pytest.mark.parametrize("work", [
    lambda stop: edition.read(edition.Source("a.txt", "石桥\n\n修好了。\n".encode()), cancel=stop),
    lambda stop: edition.to_epub(stories(1), cancel=stop),
    lambda stop: edition.to_pdf(stories(1), cancel=stop),
])
def test_a_flag_set_before_stops_at_once(work: Any) -> None:
    flag = threading.Event()
    flag.set()
    for stop in (flag, lambda: True):
        with pytest.raises(Cancelled):
            work(stop)


def test_make_up_asks_often_whether_to_go_on() -> None:
    """A page of many stories takes seconds: the answer must not wait for it."""
    asked: list[Step | None] = [None]

    def stop() -> bool:
        asked.append(steps[-1])
        return asked.count(Step.MAKE_UP) > 12

    steps: list[Step] = [Step.SET]
    with pytest.raises(Cancelled):
        edition.to_pdf(stories(12), on_progress=lambda step, _: steps.append(step), cancel=stop)
    assert asked.count(Step.MAKE_UP) == 13 and Step.DRAW not in steps


@pytest.mark.parametrize("fault", [
    edition.InvalidEdition("value_empty", path="imprint.paper"),
    edition.UnreadableInput("file_missing", where="a.txt"), Cancelled("cancelled", step="read"),
    edition.Rejected(Severity.WARNING, (Diagnostic("no_paper_name"),)),
])
def test_an_error_goes_whole_from_one_process_to_another(fault: edition.EditionError) -> None:
    again = pickle.loads(pickle.dumps(fault))
    assert type(again) is type(fault) and again.__dict__ == fault.__dict__
    assert again.told("zh-Hans") == fault.told("zh-Hans") and str(again) == str(fault)


def test_what_is_handed_over_goes_whole_from_one_process_to_another(
    paper: Edition, pdf: Built
) -> None:
    for value in (paper, pdf, edition.convert(paper, "zh-Hant-TW"),
                  edition.Source("a.txt", b"x")):
        assert pickle.loads(pickle.dumps(value)) == value


def test_a_run_that_is_watched_gives_the_same_file(paper: Edition, pdf: Built) -> None:
    told: list[tuple[Step, float]] = []
    watched = edition.to_pdf(
        paper, on_progress=lambda *step: told.append(step), cancel=lambda: False
    )
    assert watched.data == pdf.data
    assert told[0][0] is Step.SET and told[-1][0] is Step.DRAW


# --- the window


def test_the_built_in_help_fits_two_screens() -> None:
    shown = pydoc.plain(pydoc.render_doc(edition))
    assert shown.count("\n") <= 80
    for name in dir(edition):
        assert name.startswith("__") or name in shown or name in ("Block", "Runs"), name


def test_the_package_is_typed_and_says_its_release() -> None:
    assert (ROOT / "edition" / "py.typed").is_file()
    assert edition.__version__[0].isdigit()


def test_all_classes_of_the_model_are_shown() -> None:
    from edition import model

    own = {name for name in model.__all__ if name[0].isupper() and name.isalpha()}
    assert own - {"IMPRINT", "Holds"} <= set(dir(edition))


def test_the_window_opens_at_once() -> None:
    code = "import sys; before = set(sys.modules); import edition; " \
           "print(len(set(sys.modules) - before), 'edition.model' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    count, model = done.stdout.split()
    assert int(count) <= 30 and model == "False"


def test_dots_of_emphasis_stand_under_their_characters() -> None:
    line = ["老石桥", edition.Run.of("修好", ["dots"]), "了，村里人都来看。"]
    made = Edition.build("daily", [Story.of("石桥修好了", [line])])
    with pdfium.PdfDocument(edition.to_pdf(made).data) as document:
        text = document[0].get_textpage()
        boxes = [(text.get_text_range(at, 1), text.get_charbox(at))
                 for at in range(text.count_chars())]
        paths = [shown.get_bounds() for shown in document[0].get_objects()
                 if shown.type == raw.FPDF_PAGEOBJ_PATH]
    marked = [box for sign, box in boxes if sign in "修好" and box[3] - box[1] < 12]
    dots = [path for path in paths if path[2] - path[0] < 2 and path[3] - path[1] < 2]
    assert len(marked) == len(dots) == 2
    for character, dot in zip(marked, dots, strict=True):
        assert character[0] < dot[0] and dot[2] < character[2]
        assert character[1] - 4 < dot[3] <= character[1]


def test_what_goes_wrong_while_a_file_is_written_is_told_as_what_it_is(tmp_path: Path) -> None:
    """Only the file's own trouble says that it cannot be written."""
    target = tmp_path / "a.epub"
    with pytest.raises(FileNotFoundError), whole_file(target) as out:
        out.write(b"half")
        (tmp_path / "copy.txt").read_bytes()
    assert list(tmp_path.iterdir()) == []
    code = (
        "import pathlib, resource, signal\n"
        "from edition.delivery.onto_disk import whole_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        f"    with whole_file(pathlib.Path({str(target)!r})) as out:\n"
        "        out.write(b'x' * 100_000)\n"
        "except Exception as error:\n"
        "    print(type(error).__name__, error)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("CannotWrite") and str(target) in told.stdout
    assert list(tmp_path.iterdir()) == []
