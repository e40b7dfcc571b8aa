"""What is known of a report besides its words: given in a sidecar, a column or front matter, or said by the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from sourcebook.errors import UnreadableInput
from sourcebook.read.days import NoSuchDayError, given_day
from sourcebook.values.reports import Published

NAMES = ("id", "title", "outlet", "author", "published", "url", "language")
"""What can be given, by the names that sidecars, columns and front matter use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a report. None is unknown; text is never empty."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Details) -> Details:
        """Return these details, with what they leave unknown taken from ``other``."""
        mine = {one.name: getattr(self, one.name) for one in fields(self)}
        return Details(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})

    @classmethod
    def given(cls, cells: Mapping[str, str | None], file: str, place: str) -> Self:
        """
        Return the details that named cells give; empty cells are unknown.

        Args:
            cells: From names of ``NAMES`` to what is written there; other names are left aside.
            file: For the error.
            place: For the error.

        Raises:
            UnreadableInput: If the date of publication is no date.
        """
        clean = {name: one_line(cells.get(name)) for name in NAMES}
        written = clean.pop("published")
        try:
            published = given_day(written) if written is not None else None
        except NoSuchDayError as fault:
            raise UnreadableInput(file, place, f"published: {fault}") from fault
        return cls(**clean, published=published)


NOTHING = Details()
"""When nothing is known."""


def one_line(written: str | None) -> str | None:
    """Return the words with single spaces between them, NFC; None where there are none."""
    if written is None:
        return None
    return " ".join(unicodedata.normalize("NFC", written).replace("\ufeff", "").split()) or None
