"""What the reader hands out."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.values.reports import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    A report and what it was read from.

    Attributes:
        original: The bytes whose digest is ``report.sha256``: the file's, or one record's of a table.
        media_type: Of the original bytes (IANA).
        encoding: Python's name of the encoding they were read in; None where the format has its own.
        notes: What the user should know of the reading, a line each: an assumed encoding, pages without text.
    """

    report: Report
    original: bytes
    media_type: str
    encoding: str | None = None
    notes: tuple[str, ...] = ()
