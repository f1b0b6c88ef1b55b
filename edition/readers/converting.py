"""Documents that programs of others turn into copy: .doc, .wps, .rtf and .odt through LibreOffice
to a Word file, .pdf through pdftotext to text; then our own readers take them.

What a file is, its bytes say and not its name: a Word file or a web page under .doc is read as it
is. Lines count in the converted copy; the digest is that of the file as given.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from edition.copy.making import Found
from edition.errors import Diagnostic, MissingResource, UnreadableInput
from edition.limits import LIMITS
from edition.messages.system import system_reason
from edition.outfit.outsiders import Allowance, Ran, private_folder, run, version
from edition.outfit.programs import CONVERTERS, PDFTOTEXT, Program, converter_missing, program
from edition.readers.pasted.text import read_text
from edition.sidecar.parse import Sidecar

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PDF_HEAD = 1_024
_NO_TABLES = re.compile(
    r"Missing language pack for 'Adobe-|CMap file for 'Adobe-|Unknown character collection"
)
"""what poppler says where the tables of Chinese fonts, its package poppler-data, are missing"""
_WORD_97 = b"\xec\xa5"
"""how the text of a Word file of 1995 to 2003 begins, always at a multiple of 512 bytes"""
_LOCKED = 0x01
"""bit of its twelfth byte: the text is encrypted"""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""what LibreOffice is told before it opens a stranger's file: no macros, no links, no network"""


@dataclass(frozen=True, slots=True)
class _Work:
    """One document on its way through a program."""

    data: bytes
    name: str
    """as the user calls it"""
    suffix: str
    """what its bytes are"""
    program: Program


def read_document(data: bytes, name: str, suffix: str, sidecar: Sidecar) -> Found:
    """What a document holds, converted where its bytes ask for it.

    Raises UnreadableInput for a document that cannot be read or converted within the bounds, and
    MissingResource where the program or a part of it is not installed.
    """
    kind = _kind(data, suffix)
    if kind == ".docx":
        from edition.readers.word.docx import read_docx

        return read_docx(data, name, sidecar)
    if kind == ".html":
        from edition.readers.wire.article import read_article

        return read_article(data, name, sidecar)
    if not kind:
        raise UnreadableInput("document_of_no_kind", where=name, suffix=suffix)
    if data.startswith(_OLE) and _utf16("DRMContent") in data:
        # Its text for programs of 1997 only says that it is protected.
        raise UnreadableInput("document_locked", where=name)
    outsider = program(CONVERTERS[kind])
    if not outsider.file:
        raise converter_missing(name, kind)
    work = _Work(data, name, kind, outsider)
    found = _from_pdf(work, sidecar) if kind == ".pdf" else _from_office(work, sidecar)
    told = Diagnostic(
        "converted_by", {"program": outsider.title, "version": version(outsider)}, source=name
    )
    return replace(found, remarks=(told, *found.remarks))


def _kind(data: bytes, suffix: str) -> str:
    """The suffix a file of these bytes ought to have; empty where it is none that is known."""
    head = data[:_PDF_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head.lower()
    if data.startswith(_OLE):
        if _utf16("WordDocument") in data or _utf16("EncryptedPackage") in data:
            return ".doc"
        return suffix if suffix in (".doc", ".wps") else ""
    if b"%PDF-" in data[:_PDF_HEAD]:
        return ".pdf"
    if low.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK\x03\x04"):
        return ".odt" if _ODT in data[:_PDF_HEAD] else ".docx"
    return ".html" if low.startswith((b"<!doctype html", b"<html")) else ""


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _from_office(work: _Work, sidecar: Sidecar) -> Found:
    from edition.readers.word.docx import read_docx

    def command(folder: Path) -> list[str]:
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        items = "\n".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(_PROFILE.format(items=items), encoding="utf-8")
        return [
            f"-env:UserInstallation={profile.as_uri()}", "--headless", "--invisible", "--nologo",
            "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder),
            str(folder / f"copy{work.suffix}"),
        ]

    return read_docx(_converted(work, command, "copy.docx")[0], work.name, sidecar)


def _from_pdf(work: _Work, sidecar: Sidecar) -> Found:
    def command(folder: Path) -> list[str]:
        return ["-enc", "UTF-8", "-eol", "unix", str(folder / "copy.pdf"),
                str(folder / "copy.txt")]

    made, said = _converted(work, command, "copy.txt")
    if _NO_TABLES.search(said):
        # Words set in such a font are passed over without a sign of it in the text.
        raise MissingResource("pdf_tables_missing", where=work.name)
    text = made.decode("utf-8", "replace")
    pages = text.removesuffix("\f").split("\f")
    bare = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(bare) == len(pages):
        raise UnreadableInput("pdf_without_text", where=work.name, count=len(pages))
    found = read_text("".join(pages).encode(), work.name, sidecar)
    if not bare:
        return found
    told = Diagnostic(
        "pages_without_text", {"count": len(bare), "pages": tuple(bare[:20])}, source=work.name
    )
    return replace(found, remarks=(told, *found.remarks))


def _converted(
    work: _Work, command: Callable[[Path], list[str]], made: str
) -> tuple[bytes, str]:
    """The bytes of the file `made` that the program made of a document, and what it said."""
    bounds = Allowance(LIMITS.conversion_seconds, 10 * LIMITS.source_bytes)
    try:
        with private_folder() as name:
            folder = Path(name).resolve()
            (folder / f"copy{work.suffix}").write_bytes(work.data)
            ran = run([work.program.file, *command(folder)], folder, bounds)
            out = folder / made
            if ran.code != 0 or out.is_symlink() or not out.is_file():
                raise _fault(work, ran)
            size = out.stat().st_size
            if size > LIMITS.source_bytes:
                raise UnreadableInput(
                    "converted_too_large", where=work.name, bytes=size, limit=LIMITS.source_bytes
                )
            return out.read_bytes(), ran.said
    except OSError as fault:
        raise UnreadableInput(
            "converter_failed", where=work.name, program=work.program.title,
            said=system_reason(fault),
        ) from fault


def _fault(work: _Work, ran: Ran) -> UnreadableInput:
    """Why a program made nothing of a document."""
    title = work.program.title
    if ran.code is None:
        return UnreadableInput(
            "conversion_too_long", where=work.name, program=title,
            seconds=LIMITS.conversion_seconds,
        )
    if _is_locked(work) or "ncorrect password" in ran.said or (
        work.program.name == PDFTOTEXT and ran.code == 3
    ):
        return UnreadableInput("document_locked", where=work.name)
    crashed = ran.code < 0 or ran.code > 128 or ran.code == 77
    if crashed:
        said = " ".join(ran.said.split())[:200] or str(ran.code)
        return UnreadableInput("converter_failed", where=work.name, program=title, said=said)
    return UnreadableInput("document_broken", where=work.name, program=title)


def _is_locked(work: _Work) -> bool:
    """True for a document that wants a password, by what it says before its words."""
    data = work.data
    if work.suffix == ".odt":
        broken = (zipfile.BadZipFile, KeyError, OSError, RuntimeError, zlib.error)
        with suppress(*broken), zipfile.ZipFile(BytesIO(data)) as file:
            info = file.getinfo("META-INF/manifest.xml")
            if info.file_size < LIMITS.source_bytes:
                return b"encryption-data" in file.read(info)
        return False
    if not data.startswith(_OLE):
        return False
    if _utf16("EncryptedPackage") in data:
        return True
    return any(
        data.startswith(_WORD_97, at) and data[at + 11 : at + 12] and data[at + 11] & _LOCKED
        for at in range(512, len(data), 512)
    )
