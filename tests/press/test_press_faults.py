"""A file for a press made wrong on purpose: its preflight says so, rule by rule."""

from __future__ import annotations

import re

import pikepdf
import pytest

from edition.checks import check_data
from edition.checks.inks.pdfvalues import PdfFile, Unreadable, tokens
from press_inks import newsprint
from press_spoiled import Spoiler, broken, more, sound, spoiled


def content(old: bytes, new: bytes) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        data = page.Contents.read_bytes()
        assert old in data
        page.Contents = document.make_stream(data.replace(old, new))
    return change


def xmp(pattern: bytes, new: bytes) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        said = document.Root.Metadata.read_bytes()
        assert re.search(pattern, said)
        document.Root.Metadata.write(re.sub(pattern, new, said))
    return change


def box(name: str, *sides: float) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0][name] = pikepdf.Array(list(sides))
    return change


def without(name: str) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        del document.Root[name]
    return change


def image(**told: object) -> Spoiler:
    def change(document: pikepdf.Pdf) -> None:
        for one in document.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image":
                for name, value in told.items():
                    one[f"/{name}"] = value
                return
    return change


def note(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[100, 100, 120, 120]
    ))])


def script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def other_profile(document: pikepdf.Pdf) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.write(newsprint(space=b"RGB "))


def group(document: pikepdf.Pdf) -> None:
    document.pages[0].Group = pikepdf.Dictionary(
        S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB
    )


def heavy(document: pikepdf.Pdf) -> None:
    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/ColorSpace") == "/DeviceCMYK":
            size = int(one.Width) * int(one.Height)
            one.write(b"\xdc\xdc\xdc\xdc" * size)
            for name in ("/DecodeParms", "/Decode"):
                if name in one:
                    del one[name]
            return


FAULTS: list[tuple[str, str, Spoiler]] = [
    ("no trapping", "PX1", xmp(rb"<pdf:Trapped>False</pdf:Trapped>", b"")),
    ("no title", "PX1", xmp(rb"<dc:title>[\s\S]*</dc:title>", b"")),
    ("no intent", "PX2", without("/OutputIntents")),
    ("a profile of lights", "PX2", other_profile),
    ("a page wider than its bleed", "PX3", box("/TrimBox", -20, 0, 620, 842)),
    ("a bleed wider than its sheet", "PX3", box("/BleedBox", -200, -9, 620, 860)),
    ("red of lights", "PX4", content(b"0 0 0 1 k", b"1 0 0 rg")),
    ("a stroke of lights", "PX4", more(b"/DeviceRGB CS 1 0 0 SC 9 9 m 90 9 l S")),
    ("a picture of lights", "PX4", image(ColorSpace=pikepdf.Name.DeviceRGB)),
    ("mixed in lights", "PX4", group),
    ("black of four inks", "PX5", content(b"0 0 0 1 k", b"0.7 0.6 0.6 0.9 k")),
    ("black that spares its ground", "PX5", content(b"/EdOver gs", b"/EdOff gs")),
    ("four full inks", "PX6", content(b"0 0 0 1 k", b"0.9 0.9 0.9 0.9 k")),
    ("a picture of four full inks", "PX6", heavy),
    ("register marks on the print", "PX6",
     more(b"/EdAll CS 1 SCN 100 100 m 200 100 l S")),
    ("a note", "PX8", note),
    ("a script", "PX8", script),
    ("pictures for other machines", "PX8", image(Alternates=pikepdf.Array([]))),
]


def test_a_sound_file_written_again_is_sound() -> None:
    assert broken(spoiled(lambda document: None)) == set()
    assert broken(spoiled(lambda document: None, packed=True)) == set()


@pytest.mark.parametrize(("rule", "change"), [fault[1:] for fault in FAULTS],
                         ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_found(rule: str, change: Spoiler) -> None:
    report = check_data(spoiled(change))
    assert rule in {f.id for f in report.findings if f.count}
    assert not report.printable and rule in report.as_text("zh-Hant")


def test_a_file_that_claims_another_standard_is_not_judged_by_this_one() -> None:
    other = spoiled(xmp(rb"PDF/X-4", b"PDF/X-3"))
    assert not [f for f in check_data(other).findings if f.id.startswith("PX")]


def test_broken_files_are_judged_and_never_raise() -> None:
    whole = sound()
    for at in range(0, len(whole), len(whole) // 60):
        for data in (whole[:at], whole[:at] + b"<<[(" + whole[at + 40 :]):
            file = PdfFile(data)
            for page in file.pages():
                try:
                    list(tokens(file.unpacked(page.get("Contents"))))
                except Unreadable:
                    continue


def test_circles_in_a_file_end() -> None:
    file = PdfFile(
        b"%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[2 0 R 3 0 R]"
        b">>\nendobj\n3 0 obj\n4 0 R\nendobj\n4 0 obj\n3 0 R\nendobj\ntrailer<</Root 1 0 R>>"
    )
    assert list(file.pages()) == [] and file.get(file.objects[3]) is None
