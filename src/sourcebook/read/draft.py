"""What a format's reader finds in a file, before it is cut into passages: the one type all formats meet in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from sourcebook.read.cleaning import cleaned
from sourcebook.read.details import NOTHING, Details
from sourcebook.read.lines import Line
from sourcebook.read.passages import lines_of
from sourcebook.values.reports import PassageKind

_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A paragraph, heading, row or caption, as a format tells them apart.

    Attributes:
        text: Its words; a line feed inside begins a new line of the same kind.
        kind: What the format says it is; None where it says nothing.
        item: The separate story it belongs to where the format says so.
    """

    text: str
    kind: PassageKind | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A page's words: cleaned text, as ``Report.text``, and all its lines in reading order."""

    text: str
    lines: tuple[Line, ...]

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Return the body of a cleaned text whose format says nothing of its lines."""
        return cls(text, lines_of(text))

    @classmethod
    def of_pieces(cls, pieces: Iterable[Piece]) -> Self:
        """Return the body of a format that knows paragraphs; they are cleaned and stand with a blank line between."""
        parts: list[str] = []
        lines: list[Line] = []
        at = 0
        for piece in pieces:
            raw = cleaned(piece.text).split("\n")
            words = "\n".join(line for line in (_SPACES.sub(" ", one).strip() for one in raw) if line)
            if words:
                found = lines_of(words)
                lines += (Line(line.span.shifted(at), line.text, piece.kind, piece.item) for line in found)
                parts.append(words)
                at += len(words) + 2
        return cls("\n\n".join(parts), tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    What was found in a file.

    Attributes:
        given: What front matter or columns give; it goes before what the page says of itself.
        found: What the page says of itself.
        published: The day of publication that the page states in its markup.
        revised: The day of revision that it states there.
        encoding: The encoding it was read in; None where the format has its own.
        notes: What the reader should know: an assumed encoding, pages without text.
    """

    body: Body
    given: Details = NOTHING
    found: Details = NOTHING
    published: date | None = None
    revised: date | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()
