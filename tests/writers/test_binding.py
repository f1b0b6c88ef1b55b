"""Finished PDFs bound into one: pages, outline, tags, names and labels of each as they were."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from edition import build
from edition.checks import check
from edition.errors import CannotSet, UnreadableInput
from edition.model import Edition, Section, Story
from edition.writers.binding import objectfile
from edition.writers.binding.boundpages import BoundPages, VolumePart, bind_pages
from edition.writers.binding.packet import VolumeAbout

ABOUT = VolumeAbout("山城日报 2026年9月", "山城日报", date(2026, 9, 9), "volume & <a>")


def bound(*parts: VolumePart) -> tuple[BoundPages, bytes]:
    out = io.BytesIO()
    return bind_pages(parts, ABOUT, out), out.getvalue()


def issue(day: int, *heads: str) -> Edition:
    stories = tuple(
        Story.of(head, [f"第{day}日的{head}，正文一段。", "正文又一段，给人看的。"])
        for head in heads
    )
    imprint = {"paper": "山城日报", "date": date(2026, 9, day), "page": f"A{day}"}
    return Edition.build(f"issue{day}", [Section("要闻", stories)], imprint=imprint)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two issues as they are built."""
    folder = tmp_path_factory.mktemp("issues")
    found = []
    for made in (issue(2, "石桥修好了", "新路通车"), issue(9, "稻子熟了", "学校开学", "河水清了")):
        found.append(folder / f"{made.name}.pdf")
        found[-1].write_bytes(build.to_pdf(made).data)
    return found


@pytest.fixture(scope="module")
def volume(drawn: list[Path]) -> bytes:
    done, data = bound(*map(part, drawn))
    assert done == BoundPages(2, True)
    return data


def part(path: Path) -> VolumePart:
    return VolumePart(path, f"山城日报 {path.stem}", path.stem)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def elements(top: Any) -> Iterator[Any]:
    """Structure elements below `top` in reading order."""
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting.extend(reversed(list(one)))
        elif isinstance(one, Dictionary) and "/S" in one:
            yield one
            waiting.append(one.get("/K", Array()))


def titles(data: bytes) -> list[Any]:
    """The outline: each item with those below it."""
    def told(items: Any) -> list[Any]:
        return [(str(one.title), told(one.children)) for one in items]

    with opened(data) as pdf, pdf.open_outline() as outline:
        return told(outline.root)


def test_pages_are_as_they_were_in_order(volume: bytes, drawn: list[Path]) -> None:
    with opened(volume) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [page.label for page in pdf.pages] == ["A2", "A9"]
        for page, path in zip(pdf.pages, drawn, strict=True):
            with pikepdf.open(path) as alone:
                source = alone.pages[0]
                assert page.Contents.read_bytes() == source.Contents.read_bytes()
                assert page.MediaBox == source.MediaBox
                assert set(page.Resources.Font.keys()) == set(source.Resources.Font.keys())
    report = check(volume, "volume.pdf")
    assert not [one.id for one in report.findings if not one.passed and one.level == "must"]


def test_the_outline_has_issues_and_below_them_what_they_had(
    volume: bytes, drawn: list[Path]
) -> None:
    assert titles(volume) == [
        (f"山城日报 {path.stem}", titles(path.read_bytes())[0][1]) for path in drawn
    ]
    assert titles(volume)[0][1], "stories stand below"
    with opened(volume) as pdf:
        assert int(pdf.Root.Outlines.Count) == 2
        assert int(pdf.Root.Outlines.First.Count) < 0, "closed until it is asked for"
        assert pdf.Root.Outlines.Last.Dest[0] == pdf.pages[1].obj
        assert pdf.Root.Outlines.Last.First.Dest[0] == pdf.pages[1].obj


def test_tags_are_one_tree_and_every_number_leads_to_its_element(
    volume: bytes, drawn: list[Path]
) -> None:
    with opened(volume) as pdf:
        tree = pdf.Root.StructTreeRoot
        (whole,) = tree.K
        assert whole.S == "/Document" and [str(one.S) for one in whole.K] == ["/Part", "/Part"]
        numbers = pikepdf.NumberTree(tree.ParentTree)
        assert int(tree.ParentTreeNextKey) == max(numbers.keys()) + 1
        for page, mine, path in zip(pdf.pages, whole.K, drawn, strict=True):
            assert mine.P.objgen == whole.objgen and str(mine.Lang) == "zh-Hans"
            with pikepdf.open(path) as alone:
                theirs = alone.Root.StructTreeRoot
                (top,) = theirs.K
                kinds = [str(one.S) for one in elements(top)]
                parents = [str(one.S) for one in theirs.ParentTree.Nums[1]]
            assert [str(one.S) for one in elements(mine)][1:] == kinds[1:]
            leads = numbers[int(page.StructParents)]
            assert [str(one.S) for one in leads] == parents
            assert all(one.Pg == page.obj for one in leads)


def test_names_are_the_issues_own_and_what_it_says_of_itself_is_its_own(volume: bytes) -> None:
    with opened(volume) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert names["issue2/s01"][0] == pdf.pages[0].obj
        assert names["issue9/s03"][0] == pdf.pages[1].obj
        assert str(pdf.docinfo["/Title"]) == ABOUT.title
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260909000000Z"
        with pdf.open_metadata() as told:
            assert told["dc:title"] == ABOUT.title and told["dc:creator"] == [ABOUT.author]
            assert told.pdfa_status == "2A" and told["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == "zh-Hans" and len(pdf.Root.OutputIntents) == 1


def test_the_same_issues_make_the_same_bytes(volume: bytes, drawn: list[Path]) -> None:
    assert bound(*map(part, drawn))[1] == volume
    assert bound(*map(part, reversed(drawn)))[1] != volume


@pytest.mark.check
def test_a_volume_conforms_by_verapdf(volume: bytes, tmp_path: Path) -> None:
    gate = pytest.importorskip("verapdf_gate")
    if gate.MISSING:
        pytest.skip(f"not installed here: {gate.MISSING}")
    assert gate.broken({"volume": volume}, tmp_path) == {}


def test_a_volume_can_be_bound_again(volume: bytes, drawn: list[Path], tmp_path: Path) -> None:
    (tmp_path / "v.pdf").write_bytes(volume)
    done, data = bound(VolumePart(tmp_path / "v.pdf", "九月", "v"), part(drawn[0]))
    assert done == BoundPages(3, True)
    assert [head for head, _ in titles(data)] == ["九月", "山城日报 issue2"]
    assert [head for head, _ in titles(data)[0][1]] == ["山城日报 issue2", "山城日报 issue9"]
    with opened(data) as pdf:
        assert "v/issue9/s03" in pikepdf.NameTree(pdf.Root.Names.Dests)


def made_by_hand(path: Path, *, claims: bool = True, heads: int = 1) -> Path:
    """A small tagged file with what drawn ones rarely have."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    page = pdf.pages[0].obj
    page.StructParents = 0
    page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC EMC % 3 0 R")
    new = pdf.make_indirect
    tree = new(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Quip=Name.P)))
    top = new(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    head = new(Dictionary(Type=Name.StructElem, S=Name.TH, P=top, Pg=page, ID=String("1-0-0"),
                          K=0, Alt=String("(see 3 0 R)) \\ ] /Dest (s01)")))
    cell = new(Dictionary(Type=Name.StructElem, S=Name.TD, P=top, K=Array(), A=Dictionary(
        O=Name.Table, Headers=Array([String("1-0-0"), String("a]b")]))))
    link = new(Dictionary(Type=Name.StructElem, S=Name.Link, P=top))
    note = new(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]),
                          StructParent=1, Dest=String("s01")))
    jump = new(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]),
                          A=Dictionary(S=Name.GoTo, D=String("题"))))
    web = new(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]),
                         A=Dictionary(S=Name.URI, URI=String("https://a.example/?D (s01)"))))
    link.K = Array([Dictionary(Type=Name.OBJR, Obj=note, Pg=page)])
    top.K, tree.K = Array([head, cell, link]), top
    tree.ParentTree = new(Dictionary(Nums=Array([0, Array([head]), 1, link])))
    page.Annots = Array([note, jump, web])
    dests = Array([String("s01"), Array([page, Name.Fit]), String("题"), Array([page, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([new(Dictionary(Names=dests))])))
    pdf.Root.StructTreeRoot = tree
    with pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(f"第{n}", 0) for n in range(heads))
    if claims:
        with pdf.open_metadata() as told:
            told["pdfaid:part"], told["pdfaid:conformance"] = "2", "A"
            told["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
    pdf.make_indirect(Dictionary(Orphan=True))
    pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return path


def test_links_ids_and_heads_of_cells_stay_within_their_issue(tmp_path: Path) -> None:
    paths = [made_by_hand(tmp_path / f"{name}.pdf") for name in "ab"]
    _, data = bound(*map(part, paths))
    with opened(data) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        numbers = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert str(pdf.Root.StructTreeRoot.RoleMap.Quip) == "/P"
        assert not [one for one in pdf.objects if isinstance(one, Dictionary) and "/Orphan" in one]
        for place, letter in enumerate("ab"):
            page = pdf.pages[place].obj
            note, jump, web = page.Annots
            assert bytes(note.Dest) == f"{letter}/s01".encode()
            assert numbers[int(note.StructParent)].S == "/Link"
            assert bytes(jump.A.D).startswith(f"{letter}/".encode())
            assert str(web.A.URI) == "https://a.example/?D (s01)"
            head, cell, link = pdf.Root.StructTreeRoot.K[0].K[place].K
            assert str(head.ID) == f"{letter}/1-0-0" and head.Pg == page
            assert str(head.Alt) == "(see 3 0 R)) \\ ] /Dest (s01)"
            assert [str(one) for one in cell.A.Headers] == [f"{letter}/1-0-0", f"{letter}/a]b"]
            assert link.K[0].Obj == note
            assert page.Contents.read_bytes() == b"/P <</MCID 0>> BDC EMC % 3 0 R"
            assert names[f"{letter}/s01"][0] == page
        found = {bytes(one) for one in _keys(pdf.Root.Names.Dests)}
        assert {bytes(one.A.D) for page in pdf.pages for one in [page.Annots[1]]} <= found


def _keys(tree: Any) -> Iterator[Any]:
    yield from list(tree.get("/Names", ()))[::2]
    for kid in tree.get("/Kids", ()):
        yield from _keys(kid)


@pytest.mark.parametrize("heads", [0, 1, 3])
def test_an_issue_has_one_item_whatever_its_outline(tmp_path: Path, heads: int) -> None:
    path = made_by_hand(tmp_path / "a.pdf", heads=heads)
    _, data = bound(part(path), replace(part(path), beginning="b"))
    below = [(f"第{n}", []) for n in range(heads)] if heads > 1 else []
    assert titles(data) == [("山城日报 a", below)] * 2
    with opened(data) as pdf:
        assert pdf.Root.Outlines.Last.Dest[0] == pdf.pages[1].obj


def test_a_volume_claims_no_more_than_its_issues(tmp_path: Path, drawn: list[Path]) -> None:
    plain = made_by_hand(tmp_path / "plain.pdf", claims=False)
    done, data = bound(part(drawn[0]), part(plain))
    assert not done.conforming
    with opened(data) as pdf, pdf.open_metadata() as told:
        assert told.pdfa_status == "" and "pdfuaid:part" not in told


def spoilt(path: Path, how: Callable[[bytes], bytes]) -> Path:
    path.write_bytes(how(path.read_bytes()))
    return path


@pytest.mark.parametrize("how", [
    lambda data: b"", lambda data: b"hostile", lambda data: data[: len(data) // 2],
    lambda data: data.replace(b"/Nums [ 0", b"/Nums [ x"),
    lambda data: data.replace(b"/Pages", b"/Rages"),
    lambda data: data.replace(b"trailer", b"Trailer"),
], ids=["empty", "no PDF", "half", "no numbers", "no pages", "no trailer"])
def test_a_spoilt_file_is_named_and_nothing_else_happens(
    tmp_path: Path, how: Callable[[bytes], bytes]
) -> None:
    good = made_by_hand(tmp_path / "good.pdf")
    bad = spoilt(made_by_hand(tmp_path / "bad.pdf"), how)
    with pytest.raises(UnreadableInput) as caught:
        bound(part(good), part(bad))
    assert (caught.value.kind, caught.value.where) == ("bound_spoilt", str(bad))


def test_a_file_that_would_hold_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objectfile, "MOST_OBJECTS", 12)
    with pytest.raises(CannotSet) as caught:
        bound(part(made_by_hand(tmp_path / "a.pdf")))
    assert caught.value.kind == "volume_too_large"
