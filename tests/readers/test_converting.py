"""Documents converted by programs of others: stand-ins on PATH, each with one way to behave."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from edition import build
from edition.cli import main
from edition.errors import EditionError, MissingResource, Stopped, UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import LANGS
from edition.outfit import programs
from edition.readers import converting, read_bytes
from edition.readers.formats import suffix_of
from edition.sandbox.childlimits import Limits

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
WORD = (Path(__file__).parents[1] / "cases" / "word" / "footnote.docx").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = OLE + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1 x}"
PDF = b"%PDF-1.4\n%%EOF"
TEXT = "渡口修好了\n\n东渡镇的老渡口昨天修好了。\n\n（记者 林小禾）\n"
MADE = '/bin/cp "{word}" "$HOME/copy.docx"\n'
HANGS = '/bin/sleep 300 &\necho $! >> "{log}"\necho $$ >> "{log}"\nwait\n'
Stand = Callable[[str, str], None]


def odt(manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


DOCUMENTS = {"a.doc": DOC, "a.wps": DOC, "a.rtf": RTF, "a.odt": odt()}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no program at all and a temporary folder of its own."""
    for name in ("bin", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(programs, "_PLACES", dict.fromkeys(programs.TITLES, ()))
    (tmp_path / "word.docx").write_bytes(WORD)
    return tmp_path


@pytest.fixture
def stand(room: Path) -> Stand:
    """Puts a stand-in on PATH: its name, and what it does once it is asked to convert."""

    def put(name: str, does: str) -> None:
        script = room / "bin" / name
        does = does.replace("{word}", str(room / "word.docx")).replace("{log}", str(room / "log"))
        script.write_text(
            '#!/bin/sh\ncase "$1" in --version|-v) echo "Stand-in 9.8.7 abc"; exit 0;; esac\n'
            + does, encoding="utf-8",
        )
        script.chmod(0o755)

    return put


def refused(data: bytes, name: str) -> EditionError:
    with pytest.raises(EditionError) as caught:
        read_bytes(data, name)
    for lang in LANGS:
        assert "{" not in caught.value.told(lang)
        assert len(caught.value.told(lang).splitlines()) == 1
    return caught.value


def ended(room: Path) -> bool:
    """True once no process of the log is left."""
    for _ in range(100):
        alive = [pid for pid in (room / "log").read_text().split() if _alive(int(pid))]
        if not alive:
            return True
        time.sleep(0.1)
    return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    # Where nobody waits for orphans they stay in the table, ended.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_as_the_word_file_it_becomes(
    name: str, room: Path, stand: Stand
) -> None:
    stand("soffice", MADE)
    data = DOCUMENTS[name]
    read, word = read_bytes(data, name), read_bytes(WORD, "a.docx")
    assert read.edition.sections == word.edition.sections
    assert read.edition.digest == hashlib.sha256(data).hexdigest()
    told, *rest = read.diagnostics
    assert (told.kind, told.values) == (
        "converted_by", {"program": "LibreOffice", "version": "9.8.7"})
    assert [r.kind for r in rest] == [r.kind for r in word.diagnostics]
    assert read_bytes(data, name) == read
    assert not any((room / "tmp").iterdir())


def test_libreoffice_under_its_other_name(stand: Stand) -> None:
    stand("libreoffice", MADE)
    assert read_bytes(DOC, "a.doc").diagnostics[0].kind == "converted_by"


def test_a_pdf_is_read_as_text_and_its_lines_count(room: Path, stand: Stand) -> None:
    (room / "text").write_text(
        TEXT + "\f\n\f又一篇来稿\n\n河水退了，渡船又开了。\n\n（记者 方晴）\n\f", encoding="utf-8")
    stand("pdftotext", f'/bin/cp "{room}/text" "$HOME/copy.txt"')
    read = read_bytes(PDF, "a.pdf")
    assert [s.headline for s in read.edition.stories] == ["渡口修好了", "又一篇来稿"]
    assert [s.body[0].lines for s in read.edition.stories] == [(3,), (9,)]
    bare = next(r for r in read.diagnostics if r.kind == "pages_without_text")
    assert bare.values == {"count": 1, "pages": (2,)}
    assert "control_removed" not in {r.kind for r in read.diagnostics}


def test_a_scan_says_that_it_wants_recognition(room: Path, stand: Stand) -> None:
    stand("pdftotext", 'printf "\\f\\n\\f" > "$HOME/copy.txt"')
    fault = refused(PDF, "a.pdf")
    assert (fault.kind, fault.exit_code) == ("pdf_without_text", 3)
    assert "OCR" in fault.message


@pytest.mark.parametrize("said", [
    "Missing language pack for 'Adobe-GB1' mapping",
    "Couldn't find 'GBK-EUC-H' CMap file for 'Adobe-GB1' collection",
])
def test_words_that_pdftotext_passes_over_are_an_error(
    said: str, room: Path, stand: Stand
) -> None:
    (room / "text").write_text(TEXT, encoding="utf-8")
    stand("pdftotext", f'echo "Syntax Error: {said}" >&2\n/bin/cp "{room}/text" "$HOME/copy.txt"')
    fault = refused(PDF, "a.pdf")
    assert (fault.kind, fault.exit_code) == ("pdf_tables_missing", 4)
    assert "poppler-data" in fault.message


def test_a_program_sees_neither_name_nor_surroundings(
    room: Path, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN_OF_THE_CALLER", "x")
    stand("soffice", 'for a in "$@"; do echo "$a"; done > "{log}"\nset >> "{log}"\n'
          'echo "home is $HOME, here is $PWD" >> "{log}"\n'
          f'/bin/cp "$HOME/profile/user/registrymodifications.xcu" "{room}/settings"\n' + MADE)
    name = "-h'$(touch x);.doc"
    read = read_bytes(DOC, name)
    assert read.diagnostics[0].source == name
    log = (room / "log").read_text()
    assert "touch" not in log and "TOKEN_OF_THE_CALLER" not in log
    own = f"{room.resolve()}/tmp/edition-"
    assert f"home is {own}" in log and f"here is {own}" in log
    assert f"UserInstallation=file://{own}" in log
    settings = (room / "settings").read_text()
    for said in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetHTTPSProxyName"):
        assert said in settings
    assert sorted(p.name for p in room.iterdir()) == ["bin", "log", "settings", "tmp", "word.docx"]


def test_a_program_that_takes_too_long_is_ended_with_its_children(
    room: Path, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "LIMITS", replace(LIMITS, conversion_seconds=1))
    stand("soffice", HANGS)
    fault = refused(DOC, "a.doc")
    assert (fault.kind, fault.exit_code) == ("conversion_too_long", 3)
    assert ended(room)
    assert not any((room / "tmp").iterdir())


WAITS = """
import sys
from edition.readers import read_bytes
read_bytes(open(sys.argv[1], "rb").read(), "a.doc")
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_program_ends_with_its_caller(sign: signal.Signals, room: Path, stand: Stand) -> None:
    stand("soffice", HANGS)
    (room / "a.doc").write_bytes(DOC)
    # A group of its own, as a shell gives it: the program must not depend on being in it.
    caller = subprocess.Popen(
        [sys.executable, "-c", WAITS, str(room / "a.doc")], stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    for _ in range(200):
        if (room / "log").exists() and len((room / "log").read_text().split()) == 2:
            break
        time.sleep(0.1)
    caller.send_signal(sign)
    caller.wait(20)
    assert ended(room)
    for _ in range(50):
        if not any((room / "tmp").iterdir()):
            break
        time.sleep(0.1)
    assert not any((room / "tmp").iterdir())


def test_in_a_sandbox_it_works_and_ends_with_it(room: Path, stand: Stand) -> None:
    (room / "a.doc").write_bytes(DOC)
    stand("soffice", MADE)
    read = build.read(room / "a.doc", sandbox=Limits(60))
    assert read == build.read(room / "a.doc")
    stand("soffice", HANGS)
    with pytest.raises(Stopped):
        build.read(room / "a.doc", sandbox=Limits(4))
    assert ended(room)


@pytest.mark.parametrize("does, kind", [
    ("exit 1", "document_broken"),
    ("exit 0", "document_broken"),
    ("kill -SEGV $$", "converter_failed"),
    ("exit 139", "converter_failed"),
    ('/bin/ln -s "{word}" "$HOME/copy.docx"', "document_broken"),
    ('/bin/mkdir "$HOME/copy.docx"', "document_broken"),
])
def test_a_program_that_makes_nothing_is_one_sentence(does: str, kind: str, stand: Stand) -> None:
    stand("soffice", does)
    fault = refused(DOC, "a.doc")
    assert (fault.kind, fault.exit_code) == (kind, 3)
    assert ".docx" in fault.message and "LibreOffice" in fault.message


def test_a_program_that_cannot_run_is_one_sentence(room: Path) -> None:
    (room / "bin" / "soffice").write_text("#!/nowhere/at/all\n")
    (room / "bin" / "soffice").chmod(0o755)
    assert refused(DOC, "a.doc").kind == "converter_failed"
    assert not any((room / "tmp").iterdir())


def test_a_copy_beyond_the_limit_is_refused(
    room: Path, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "LIMITS", replace(LIMITS, source_bytes=len(WORD) - 1))
    stand("soffice", MADE)
    fault = refused(DOC, "a.doc")
    assert (fault.kind, fault.values["bytes"]) == ("converted_too_large", len(WORD))
    # A file that outgrows what a program may write ends the program.
    stand("soffice", f'/usr/bin/head -c {20 * len(WORD)} /dev/zero > "$HOME/copy.docx"')
    assert refused(DOC, "a.doc").kind == "converter_failed"
    assert not any((room / "tmp").iterdir())


FIB = b"\xec\xa5\xc1\x00" + bytes(7) + b"\x13"


@pytest.mark.parametrize("name, data, does", [
    ("a.doc", DOC + bytes(1024 - len(DOC)) + FIB, "exit 0"),
    ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le"), "exit 1"),
    ("a.doc", DOC + "\tDRMContent".encode("utf-16-le"), MADE),
    ("a.odt", odt("<manifest:encryption-data/>"), "exit 0"),
    ("a.pdf", PDF, "echo 'Command Line Error: Incorrect password'; exit 1"),
    ("a.pdf", PDF, "exit 3"),
])
def test_a_locked_document_says_so(name: str, data: bytes, does: str, stand: Stand) -> None:
    for program in ("soffice", "pdftotext"):
        stand(program, does)
    fault = refused(data, name)
    assert (fault.kind, fault.exit_code) == ("document_locked", 3)


@pytest.mark.parametrize("data", [b"MZ\x90", TEXT.encode(), b"\xff\xd8\xff" + bytes(2000)])
def test_what_is_no_document_starts_no_program(data: bytes, room: Path, stand: Stand) -> None:
    stand("soffice", 'echo started >> "{log}"\n' + MADE)
    assert refused(data, "a.doc").kind == "document_of_no_kind"
    assert not (room / "log").exists()


def test_the_bytes_say_what_a_document_is(room: Path, stand: Stand) -> None:
    word = read_bytes(WORD, "a.docx")
    assert read_bytes(WORD, "a.wps").edition.sections == word.edition.sections
    page = "<html><body><h1>渡口修好了</h1><p>东渡镇的渡口修好了，船又开了。</p></body></html>"
    assert [s.headline for s in read_bytes(page.encode(), "a.doc").edition.stories] == [
        "渡口修好了"]
    stand("soffice", MADE)
    assert refused(PDF, "a.doc").values["program"] == "pdftotext"
    assert read_bytes(RTF, "a.doc").diagnostics[0].kind == "converted_by"


@pytest.mark.parametrize("data, suffix", [
    (DOC, ".doc"), (RTF, ".rtf"), (PDF, ".pdf"), (odt(), ".odt"), (WORD, ".docx"),
])
def test_copy_without_a_name_is_told_by_its_head(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


@pytest.mark.parametrize("name", [*DOCUMENTS, "a.pdf"])
def test_without_the_program_one_line_says_how_to_get_it(
    name: str, room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = {**DOCUMENTS, "a.pdf": PDF}[name]
    fault = refused(data, name)
    assert isinstance(fault, MissingResource) and fault.exit_code == 4
    package = "poppler-utils" if name == "a.pdf" else "libreoffice-writer"
    for lang in LANGS:
        assert all(word in fault.told(lang) for word in (
            f"apt install {package}", f"dnf install {package}", "brew install", "winget install"))
    (room / name).write_bytes(data)
    assert main(["stories", str(room / name)]) == 4
    said = capsys.readouterr().err
    assert package in said and "Traceback" not in said and len(said.strip().splitlines()) == 1


@pytest.fixture
def folder(room: Path) -> Path:
    path = room / "issue"
    path.mkdir()
    (path / "m.txt").write_text(TEXT, encoding="utf-8")
    return path


def told(folder: Path) -> list[tuple[str, str]]:
    return [(r.kind, str(r.values["file"])) for r in build.read(folder).diagnostics
            if "file" in r.values]


def test_a_folder_takes_documents_where_it_can(folder: Path, stand: Stand) -> None:
    for name, data in {**DOCUMENTS, "b.pdf": PDF}.items():
        (folder / name.replace("a.", f"{name[-3:]}.")).write_bytes(data)
    every = ["b.pdf", "doc.doc", "odt.odt", "rtf.rtf", "wps.wps"]
    assert told(folder) == [("converter_left_out", name) for name in every]
    stand("soffice", MADE)
    assert told(folder) == [("converter_left_out", "b.pdf")]
    read = build.read(folder)
    assert len([r for r in read.diagnostics if r.kind == "converted_by"]) == 4
    assert [file.name for file in read.copy] == [*every[1:2], "m.txt", *every[2:]]
    stand("pdftotext", "exit 1")
    assert told(folder) == [("file_left_out", "b.pdf")]


def test_a_folder_of_documents_alone_says_what_it_wants(folder: Path, stand: Stand) -> None:
    (folder / "m.txt").unlink()
    (folder / "b.pdf").write_bytes(PDF)
    with pytest.raises(MissingResource, match="poppler-utils"):
        build.read(folder)
    stand("pdftotext", "exit 1")
    with pytest.raises(UnreadableInput, match="damaged"):
        build.read(folder)


def test_one_copy_in_two_kinds_is_read_once(folder: Path, stand: Stand) -> None:
    stand("soffice", MADE)
    stand("pdftotext", "exit 1")
    for name, data in (("m.pdf", PDF), ("m.doc", DOC), ("n.doc", DOC), ("n.pdf", PDF)):
        (folder / name).write_bytes(data)
    assert told(folder) == [
        ("same_name_left_out", "m.doc"), ("same_name_left_out", "m.pdf"),
        ("same_name_left_out", "n.pdf"),
    ]
    assert [file.name for file in build.read(folder).copy] == ["m.txt", "n.doc"]


def test_a_pdf_of_our_own_is_no_copy(folder: Path, stand: Stand) -> None:
    stand("pdftotext", f'/bin/cp "{folder}/m.txt" "$HOME/copy.txt"')
    own = PDF + b"\n/ID [(urn:uuid:1) (urn:uuid:1)]"
    (folder / "issue.pdf").write_bytes(own)
    assert told(folder) == [("own_output_left_out", "issue.pdf")]
    with pytest.raises(UnreadableInput) as caught:
        build.read(folder / "issue.pdf")
    assert caught.value.kind == "own_output"
    (folder / "issue.pdf").write_bytes(PDF)
    assert told(folder) == []


def test_the_doctor_names_both_programs(
    stand: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    stand("soffice", "exit 1")
    main(["doctor", "--lang", "en"])
    line = next(x for x in capsys.readouterr().out.splitlines() if ".wps" in x)
    assert "LibreOffice 9.8.7" in line and "pdftotext MISSING" in line
    main(["doctor", "--json"])
    assert '"version": "9.8.7"' in capsys.readouterr().out
