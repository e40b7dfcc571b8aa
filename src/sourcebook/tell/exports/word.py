"""A document as Word has it (Office Open XML), with headings, lists, and numbers that lead to their sources."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Draft
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from sourcebook.tell.exports.cleaning import printable
from sourcebook.tell.exports.documents import Document, Item, named, quoted

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the form knows no zone
"""The day that a document says it was made on: the first that a zip archive can hold, so that bytes don't change."""


def word_document(document: Document, maker: str) -> bytes:
    """Return the document; the same document gives the same bytes. ``maker`` is told as its author."""
    draft = docx.Document()
    known = draft.core_properties
    known.title, known.author, known.comments = printable(document.title)[:255], maker, ""
    known.created = known.modified = _MADE
    known.last_modified_by = maker
    draft.add_heading(printable(document.title), 0)
    for one in document.about:
        draft.add_paragraph(printable(one))
    for part in document.parts:
        draft.add_heading(printable(part.title), 1)
        for item in part.items:
            _item(draft, item)
        if part.note:
            draft.add_paragraph(printable(part.note))
    if document.sources:
        draft.add_heading("Sources", 1)
    for source in document.sources:
        line = draft.add_paragraph()
        _mark(line, source.number)
        line.add_run(printable(f"[{source.number}] {named(source)}: "))
        line.add_run(printable(quoted(source))).italic = True
    stream = BytesIO()
    draft.save(stream)
    return packed(stream.getvalue())


def packed(archive: bytes) -> bytes:
    """Return a zip archive with its members in their order and the days of their writing taken out."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            made.writestr(member, given.read(name))
    return stream.getvalue()


def _item(draft: Draft, item: Item) -> None:
    line = draft.add_paragraph(style="List Bullet")
    if item.lead:
        line.add_run(printable(f"{item.lead}: ")).bold = True
    for piece in item.pieces:
        line.add_run(printable(piece.text))
        for number in piece.citations:
            line.add_run(" ")
            _lead(line, number)
    line.add_run(printable(item.end))


def _mark(line: Paragraph, number: int) -> None:
    """Begin a paragraph with the bookmark that a number leads to."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        made = OxmlElement(name)
        made.set(qn("w:id"), str(number))
        if name.endswith("Start"):
            made.set(qn("w:name"), f"source_{number}")
        line._p.append(made)  # noqa: SLF001 - python-docx has bookmarks only in its XML


def _lead(line: Paragraph, number: int) -> None:
    """Add a number that leads to its source."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"source_{number}")
    link.append(line.add_run(f"[{number}]")._r)  # noqa: SLF001 - as above
    line._p.append(link)  # noqa: SLF001 - as above
