"""Which files can be read, and what reads them. The readers are loaded when the first file needs them."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from sourcebook.errors import UnreadableInput
from sourcebook.read.draft import Draft

TEXT_LIMIT = 50_000_000
"""Text files from this size on are refused. Unit: bytes. The longest news reports have under one million."""

WEB_LIMIT = 20_000_000
"""Web pages from this size on are refused. Unit: bytes. Their trees take about thirty times that in memory, and
trafilatura's own limit is the same."""

FILE_LIMIT = 200_000_000
"""PDF and Word files from this size on are refused; pictures are most of them. Unit: bytes."""


class Format(Enum):
    """The formats that are read, with their media types (IANA)."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    JSONL = "application/json"
    TABLE = "text/csv"

    @property
    def of_records(self) -> bool:
        """Whether a file of the format holds many reports."""
        return self in {Format.JSONL, Format.TABLE}

    @property
    def limit(self) -> int | None:
        """Size from which a file is refused. Unit: bytes; None for formats that are read by the record."""
        if self.of_records:
            return None
        if self is Format.HTML:
            return WEB_LIMIT
        return FILE_LIMIT if self in {Format.PDF, Format.WORD} else TEXT_LIMIT


ENDINGS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.WORD,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
}
"""What a file's name ends in, in small letters."""


def format_of(name: str) -> Format | None:
    """
    Return the format that a file's name tells; None for one that is not read.

    >>> format_of("stories/Dam.TXT")
    <Format.TEXT: 'text/plain'>
    """
    return ENDINGS.get(PurePath(name).suffix.lower())


def read_draft(data: bytes, kind: Format, file: str) -> Draft:
    """
    Read a file that holds one report.

    The libraries behind web pages, PDF, Word and Markdown take 100 to 300 ms each to import: this is the one place
    where they are asked for.

    Raises:
        UnreadableInput: If it cannot be read; the message says why.
    """
    match kind:
        case Format.MARKDOWN:
            from sourcebook.read.markdown import read_markdown  # noqa: PLC0415

            return read_markdown(data, file)
        case Format.HTML:
            from sourcebook.read.web import read_web  # noqa: PLC0415

            return read_web(data, file)
        case Format.PDF:
            from sourcebook.read.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, file)
        case Format.WORD:
            from sourcebook.read.word import read_word  # noqa: PLC0415

            return read_word(data, file)
        case Format.TEXT:
            from sourcebook.read.plain import read_plain  # noqa: PLC0415

            return read_plain(data, file)
        case _:
            raise UnreadableInput(file, "", "holds many reports; read it by the record")
