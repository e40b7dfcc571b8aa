"""PDF files."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from sourcebook.errors import UnreadableInput
from sourcebook.read.cleaning import cleaned
from sourcebook.read.draft import Body, Draft, Piece
from sourcebook.read.hush import hushed
from sourcebook.read.wrapping import joined
from sourcebook.values.reports import PassageKind

EDGE = 2
"""Lines at the top and the bottom of a page that may be running titles."""

RECURRING = 0.5
"""Share of the pages on which a line must stand at the edge to be a running title; at least on two of them."""

_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(data: bytes, file: str) -> Draft:
    """
    Read a PDF: the text of its pages, with the typesetter's line breaks and divided words undone.

    Lines that recur at the pages' edges are furniture and stand once at the end. A file that is only locked against
    changes, with no password to open it, is read. The date on which the file was made is not the report's, and is
    not read.

    Raises:
        UnreadableInput: If it needs a password, is damaged, or holds no text (pages that are images).
    """
    try:
        with hushed("pypdf"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _draft(PdfReader(BytesIO(data), strict=False), file)
    except UnreadableInput:
        raise
    except (DependencyError, NotImplementedError) as fault:
        raise UnreadableInput(file, "", "encrypted in a way that cannot be read here") from fault
    except Exception as fault:  # pypdf lets many kinds escape on damaged files, zlib's and its own
        raise UnreadableInput(file, "", f"damaged, or not a PDF ({type(fault).__name__})") from fault


def _draft(reader: PdfReader, file: str) -> Draft:
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise UnreadableInput(file, "", "protected by a password")
    pages: list[list[str]] = []
    without: list[int] = []
    for number, page in enumerate(reader.pages, start=1):
        lines = [line.strip() for line in cleaned(page.extract_text()).split("\n")]
        if not any(_LETTER.search(line) for line in lines) and "/XObject" in (page.get("/Resources") or {}):
            without.append(number)
        pages.append(lines)
    if not any(_LETTER.search(line) for lines in pages for line in lines):
        why = "its pages are images; run text recognition (OCR) on it first" if without else "no text in it"
        raise UnreadableInput(file, "", why)
    notes = (f"pages without text (images?): {', '.join(map(str, without))}",) if without else ()
    return Draft(body=Body.of_pieces(_pieces(pages)), notes=notes)


def _pieces(pages: Sequence[Sequence[str]]) -> Iterator[Piece]:
    running = _running(pages)
    kept: list[str] = []
    edges: dict[str, str] = {}
    for lines in pages:
        written = [at for at, line in enumerate(lines) if line]
        outer = {*written[:EDGE], *written[-EDGE:]}
        for index, line in enumerate(lines):
            if index in outer and _shape(line) in running:
                edges.setdefault(_shape(line), line)
            else:
                kept.append(line)
    yield from (Piece(one) for one in joined(kept))
    yield from (Piece(one, PassageKind.FURNITURE) for one in edges.values())


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of the lines that recur at the edges of the pages: running titles and page numbers."""
    counted: Counter[str] = Counter()
    for lines in pages:
        written = [line for line in lines if line]
        counted.update({_shape(line) for line in (*written[:EDGE], *written[-EDGE:])})
    least = max(2, RECURRING * len(pages))
    return frozenset(shape for shape, times in counted.items() if times >= least)


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())
