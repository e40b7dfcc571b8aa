"""Word files (``.docx``)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from sourcebook.errors import UnreadableInput
from sourcebook.read.archive import refuse_bomb
from sourcebook.read.draft import Body, Draft, Piece
from sourcebook.values.reports import PassageKind

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")

_PARAGRAPH, _ROW, _CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAK, _RETURN, _HYPHEN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TABS = qn("w:tabs")


def read_word(data: bytes, file: str) -> Draft:
    """
    Read a Word file: every paragraph and table row, text boxes and inserted changes too; deleted words are left out.

    Paragraphs in the styles Title and Heading are headlines, those in the style Caption captions. The file's own
    properties (author, dates) say who typed it when, not who published it, and are not read. Neither are headers,
    footers and footnotes.

    Raises:
        UnreadableInput: If it is protected by a password, of the old format, damaged, a bomb, or without words.
    """
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED_PART in data:
            raise UnreadableInput(file, "", "protected by a password")
        raise UnreadableInput(file, "", "an old Word file (.doc); save it as .docx")
    refuse_bomb(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            document = docx.Document(BytesIO(data))
            body = Body.of_pieces(_pieces(document))
    except Exception as fault:  # python-docx checks little, and damaged parts fail in any way
        raise UnreadableInput(file, "", f"not a Word file, or a damaged one ({type(fault).__name__})") from fault
    return Draft(body=body)


def _pieces(document: Document) -> Iterator[Piece]:
    names = {style.style_id: style.name or "" for style in document.styles}
    for block in _blocks(document.element.body):
        if block.tag == _ROW:
            cells = (" ".join("".join(_words(cell)).split()) for cell in block.iterchildren(_CELL))
            yield Piece("\t".join(cells), PassageKind.BODY)
        else:
            style = block.find(_STYLE)
            name = names.get(style.get(qn("w:val")) or "", "") if style is not None else ""
            yield Piece("".join(_words(block)), _kind(name))


def _kind(style: str) -> PassageKind | None:
    if style in {"Title", "Subtitle"} or style.startswith("Heading"):
        return PassageKind.HEADLINE
    return PassageKind.CAPTION if style == "Caption" else None


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and table rows in order; a text box's paragraphs come after the one that it hangs on."""
    for child in element:
        if child.tag == _TWICE:
            continue
        if child.tag == _ROW:
            yield child
        elif child.tag == _PARAGRAPH:
            yield child
            yield from (inner for part in child for inner in _blocks(part))
        else:
            yield from _blocks(child)


def _words(element: etree._Element) -> Iterator[str]:
    """Yield the text of a paragraph or cell, without the paragraphs of text boxes inside a paragraph."""
    for child in element:
        if child.tag in {_TWICE, _TABS} or (child.tag == _PARAGRAPH and element.tag != _CELL):
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in {_BREAK, _RETURN}:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        else:
            yield from _words(child)
            if child.tag == _PARAGRAPH:
                yield "\n"
