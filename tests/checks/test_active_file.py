"""FILE: what runs by itself is read from the objects of a PDF, not from its bytes."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from edition.checks.pdf_objects import active_objects


def saved(change: object, packed: bool = False) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    change(document)  # type: ignore[operator]
    kept = io.BytesIO()
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.disable
    document.save(kept, object_stream_mode=mode, compress_streams=packed)
    return kept.getvalue()


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def opens(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = document.make_indirect(script())


def turns(document: pikepdf.Pdf) -> None:
    document.pages[0].AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


def launches(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots = Array([Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]),
        A=Dictionary(S=Name.Launch, F=String("a.exe")),
    )])


def links(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots = Array([Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]),
        A=Dictionary(S=Name.URI, URI=String("https://example.org/JavaScript")),
    )])


def says(document: pikepdf.Pdf) -> None:
    """Names in strings, in streams and of a face are no actions."""
    document.Root.Note = String("/AA << /S /JavaScript >> (/Launch)")
    page = document.pages[0]
    page.Contents = document.make_stream(b"% 9 0 obj << /S /JavaScript >> /AA /Launch endobj\n")
    page.Resources = Dictionary(Font=Dictionary(AA=Dictionary(Type=Name.Font)))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("change", [opens, turns, launches])
def test_what_runs_is_found_packed_or_not(change: object, packed: bool) -> None:
    assert active_objects(saved(change, packed)) == 1


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("change", [links, says, lambda document: None])
def test_what_does_not_run_is_no_finding(change: object, packed: bool) -> None:
    assert active_objects(saved(change, packed)) == 0


def test_no_chance_bytes_of_a_stream_are_an_action() -> None:
    noise = zlib.compress(b"x") + b"/AA /JavaScript /Launch 7 0 obj <</S/Launch>>"
    data = b"%PDF-1.7\n1 0 obj <</Length 60>> stream\n" + noise + b"\nendstream endobj"
    assert active_objects(data) == 0


@pytest.mark.parametrize("data", [
    b"", b"1 0 obj", b"1 0 obj <<", b"1 0 obj (", b"1 0 obj " + b"[" * 5000,
    b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\nnone endstream", b"1 0 obj <</A>> endobj",
])
def test_a_damaged_file_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert active_objects(data) == 0


def test_a_name_may_be_written_with_figures() -> None:
    assert active_objects(b"1 0 obj <</S/Java#53cript/JS(x)>> endobj") == 1


def test_an_action_in_the_first_of_two_object_streams_is_found() -> None:
    def stream(number: int, body: bytes) -> bytes:
        head = b"%d 0 obj << /Type /ObjStm /N 1 /First 4 >> stream\n" % number
        return head + body + b"\nendstream endobj\n"

    script, other = b"1 0 << /S /JavaScript >>", b"2 0 << /A /B >>"
    assert active_objects(stream(5, script) + stream(6, other)) == 1


def strange(document: pikepdf.Pdf) -> None:
    """An array or a dictionary where a name should stand is not an action, and no fault of ours."""
    document.Root.First = Dictionary(S=Array([Name.JavaScript]), Type=Dictionary(S=Name.Launch))
    document.Root.Second = Dictionary(S=Dictionary(), AA=Dictionary())


def test_no_name_where_a_name_should_stand_is_not_an_action() -> None:
    assert active_objects(saved(strange)) == 1
