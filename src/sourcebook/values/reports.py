"""News reports as they were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sourcebook.values.identity import digest
from sourcebook.values.spans import Span


class PassageKind(StrEnum):
    """What a stretch of a page is for."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Basis(StrEnum):
    """What a date of publication rests on."""

    GIVEN = "given"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """
    When a report was published, as an interval of days, both ends included; None is open.

    >>> Published.on(date(2031, 5, 4), Basis.GIVEN).day
    datetime.date(2031, 5, 4)
    """

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = Basis.UNKNOWN

    @classmethod
    def on(cls, day: date, basis: Basis) -> Published:
        """Return the interval of this one day."""
        return cls(day, day, basis)

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day; else None."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A stretch of the page with one purpose.

    Attributes:
        item: Number of the separate story on the page, from 0.
    """

    span: Span
    kind: PassageKind
    item: int = 0


class _KeepsId:
    """Room for an identifier once it is made; no field, so no part of the value."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(_KeepsId):
    """
    One news article as published.

    Attributes:
        given_id: The identifier that a sidecar, column or front matter gives; None where none does.
        path: Where it was read, as the user named it, with forward slashes; a record in a table or a
            JSON Lines file is ``file#line``. None where only an address is known.
        sha256: Digest of the original bytes, 64 hexadecimal digits.
        text: Cleaned text, NFC, lines ended by a line feed.
        passages: In reading order, not overlapping; what no passage covers is white space.
        revised: The day of a later revision that the page states (modified date); None where none is.
    """

    sha256: str
    text: str
    passages: tuple[Passage, ...]
    given_id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published = Published()
    revised: date | None = None

    @property
    def id(self) -> str:
        """The given identifier, else one made of every field."""
        if self.given_id is not None:
            return self.given_id
        if not hasattr(self, "_id"):  # it is asked for thousands of times in a build and takes a millisecond to make
            made = digest("report", *(repr(getattr(self, name)) for name in self.__slots__ if name != "given_id"))
            object.__setattr__(self, "_id", made)
        return self._id

    def words(self, span: Span) -> str:
        """Return the characters that ``span`` marks."""
        return span.of(self.text)

    def kind_at(self, offset: int) -> PassageKind:
        """Return the kind of the passage that holds the character at ``offset``; body where none does."""
        for passage in self.passages:
            if passage.span.start <= offset < passage.span.end:
                return passage.kind
        return PassageKind.BODY
