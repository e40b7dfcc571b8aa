"""Real files of every kind, made on the spot, and short ways to read them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

import docx
from pypdf import PdfReader, PdfWriter

from sourcebook.errors import UnreadableInput
from sourcebook.read import Columns, Loaded, read_bytes
from sourcebook.read.columns import BY_NAME
from sourcebook.values.reports import PassageKind, Report

STORY = (
    "The Vell dam held through a second night of rain, its keeper Ola Brandt said on Monday.\n\n"
    "Two villages below the dam were cleared as a precaution, and the road to Sorn is closed.\n"
)


def loaded(name: str, data: bytes, columns: Columns = BY_NAME) -> Loaded:
    """Read bytes that must give one report."""
    (found,) = read_bytes(name, data, columns)
    assert isinstance(found, Loaded), str(found)
    return found


def report(name: str, data: bytes | str) -> Report:
    return loaded(name, data.encode() if isinstance(data, str) else data).report


def refused(name: str, data: bytes) -> UnreadableInput:
    """Read bytes that must give one error."""
    (found,) = read_bytes(name, data)
    assert isinstance(found, UnreadableInput), found
    return found


def kinds(of: Report) -> list[tuple[str, str]]:
    return [(one.kind.value, one.span.of(of.text)) for one in of.passages]


def body(of: Report) -> list[str]:
    return [one.span.of(of.text) for one in of.passages if one.kind is PassageKind.BODY]


def pdf(pages: Sequence[Sequence[str]], *, picture: bool = False) -> bytes:
    """Return a PDF with these lines on its pages, set in Helvetica; with a picture on each where wished."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    pixels = zlib.compress(bytes(300))
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(pixels), pixels)
    )
    kids = []
    for lines in pages:
        shown = "".join(f"({line.translate({40: 92, 41: 92})}) Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}ET\n" if lines else ""
        content = (stream + ("q 100 0 0 100 50 400 cm /Im0 Do Q\n" if picture else "")).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        resources = b"/Font << /F1 3 0 R >>" + (b" /XObject << /Im0 4 0 R >>" if picture else b"")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << %s >> >>"
            % (len(objects), resources)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    written = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


def locked_pdf(data: bytes, user: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: tuple[str, str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a Word file of (text, style) paragraphs, and a table below them."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bomb(size: int, *, declared: int | None = None) -> bytes:
    """Return a Word file whose text part unpacks to so many zeros; with a lie about its size where wished."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as stream:
        for _ in range(size >> 20):
            stream.write(bytes(1 << 20))
    data = bytearray(out.getvalue())
    if declared is not None:
        directory = data.index(b"PK\x01\x02")
        struct.pack_into("<I", data, directory + 24, declared)
    return bytes(data)


def page(story: str, *, head: str = "", top: str = "", foot: str = "", language: str = "") -> bytes:
    """Return a web page as news sites make them: a story between a menu and a footer."""
    lang = f' lang="{language}"' if language else ""
    return (
        f"<!DOCTYPE html><html{lang}><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<main><article>{top}{story}</article></main>"
        f"{foot}<footer><p>Copyright 2031 Vell Post. All rights reserved.</p></footer></body></html>"
    ).encode()
